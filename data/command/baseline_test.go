package command_test

import (
	"testing"

	"portfel/data"
	"portfel/data/command"
	"portfel/data/sample"
	"portfel/data/sqlite"
)

// story is the plan of the first story in the sample file.
func story(t *testing.T, f *sqlite.File) data.PlanTree {
	t.Helper()
	for _, p := range must(f.Read().Plans())(t) {
		if p.Code == "МК-26" {
			return must(f.Read().PlanTree(p.ID))(t)
		}
	}
	t.Fatal("no plan")
	return data.PlanTree{}
}

func must[T any](v T, err error) func(t *testing.T) T {
	return func(t *testing.T) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

// Story 1: 416 hours at 1 600, 1 050 and 450 cost 492 000, by rates they bring
// 1 060 800; the baseline keeps dates, hours and cost, and the vacation of
// 28-30.12 moves 2.2 by three working days against it.
func TestStory1MoneyAndBaseline(t *testing.T) {
	f := newFile(t)
	if err := sample.Fill(f); err != nil {
		t.Fatal(err)
	}
	tree := story(t, f)
	money := must(command.PlanCosts(f.Read(), tree))(t)
	if money.Total.Cost != 49_200_000 || money.Total.Price != 106_080_000 || money.Total.Unknown != 0 {
		t.Errorf("cost %s, price %s", money.Total.Cost.Decimal(), money.Total.Price.Decimal())
	}
	if len(money.By) != 3 || money.By[0].Effort+money.By[1].Effort+money.By[2].Effort != data.Hours(416) {
		t.Errorf("people %+v", money.By)
	}
	if stage := money.Rows[0]; stage.Cost != 100*(40*1600+80*1050+16*450) { // 1.1, 1.2 and 1.3
		t.Errorf("stage 1 costs %s", stage.Cost.Decimal())
	}
	lines := baselineOf(t, f, "Согласовано 23.11")
	if got := lines[byCode(tree, "2.2").Task.ID]; got.StartsOn != data.NewDate(2026, 12, 23) || got.EndsOn != data.NewDate(2027, 1, 12) || got.Effort != data.Hours(80) ||
		got.Cost != 100*(16*1600+64*1050) {
		t.Errorf("baseline of 2.2: %+v", got)
	}
	away := data.Absence{ID: data.NewID[data.Absence](), PersonID: byCode(tree, "2.2").Assignees[1].PersonID, What: data.Vacation,
		StartsOn: data.NewDate(2026, 12, 28), EndsOn: data.NewDate(2026, 12, 30), Status: data.AbsencePlanned}
	do(t, f, command.Put{Record: away})
	tree = story(t, f)
	cal := must(command.Workdays(f.Read()))(t)
	for code, want := range map[string]int{"2.1": 0, "2.2": 3, "3.1": 3, "3.2": 3} {
		x := byCode(tree, code)
		if got := cal.Distance(lines[x.Task.ID].EndsOn, x.Date.EndsOn); got != want {
			t.Errorf("%s ends %d working days after the baseline, want %d", code, got, want)
		}
	}
}

func baselineOf(t *testing.T, f *sqlite.File, name string) map[data.ID[data.Task]]data.BaselineTask {
	t.Helper()
	list := must(sqlite.List[data.Baseline](f.Read(), "name = ?", name))(t)
	if len(list) != 1 {
		t.Fatalf("%d baselines %s", len(list), name)
	}
	out := map[data.ID[data.Task]]data.BaselineTask{}
	for _, l := range must(sqlite.List[data.BaselineTask](f.Read(), "baseline_id = ?", list[0].ID))(t) {
		out[l.TaskID] = l
	}
	return out
}

func byCode(tree data.PlanTree, code string) data.PlanRow {
	for _, r := range tree.Rows {
		if r.Code == code {
			return r
		}
	}
	return data.PlanRow{}
}

// A variant is a copy with other ids: the same dates, and a change in it leaves
// the plan that counts alone until it is chosen.
func TestAVariantIsACopyThatCanBeChosen(t *testing.T) {
	f := newFile(t)
	if err := sample.Fill(f); err != nil {
		t.Fatal(err)
	}
	tree := story(t, f)
	to := tree.Plan
	to.ID, to.IsCurrent, to.Variant = data.NewID[data.Plan](), false, "Быстрее"
	do(t, f, command.CopyPlan{From: tree.Plan.ID, To: to})
	copied := must(f.Read().PlanTree(to.ID))(t)
	if len(copied.Rows) != len(tree.Rows) {
		t.Fatalf("%d rows", len(copied.Rows))
	}
	for i, r := range copied.Rows {
		o := tree.Rows[i]
		if r.Code != o.Code || r.Task.Name != o.Task.Name || r.Date.StartsOn != o.Date.StartsOn || r.Date.EndsOn != o.Date.EndsOn || r.Task.ID == o.Task.ID || len(r.Preds) != len(o.Preds) ||
			len(r.Assignees) != len(o.Assignees) {
			t.Errorf("row %s: %+v", r.Code, r.Date)
		}
	}
	short := byCode(copied, "2.2").Task
	short.Duration = data.Days(5)
	do(t, f, command.Put{Record: short})
	if got := story(t, f); got.Plan.ID != tree.Plan.ID || byCode(got, "3.1").Date.StartsOn != data.NewDate(2027, 1, 13) {
		t.Errorf("the plan that counts moved: %s", byCode(got, "3.1").Date.StartsOn)
	}
	do(t, f, command.ChooseVariant{PlanID: to.ID})
	// 2.2 takes 23, 24, 25, 28 and 29 December; 3.1 begins on the 30th
	if got := story(t, f); got.Plan.ID != to.ID || byCode(got, "3.1").Date.StartsOn != data.NewDate(2026, 12, 30) {
		t.Errorf("the variant does not count: %s", byCode(got, "3.1").Date.StartsOn)
	}
}

// A template keeps the shape and the lags; a plan from it begins on another day
// and knows nothing of what was done.
func TestATemplateMakesAPlanOfAnotherDay(t *testing.T) {
	f := newFile(t)
	if err := sample.Fill(f); err != nil {
		t.Fatal(err)
	}
	tree := story(t, f)
	tpl := data.Plan{ID: data.NewID[data.Plan](), What: data.PlanTemplate, Name: "Постановка бюджетирования", StartsOn: tree.Plan.StartsOn}
	done := byCode(tree, "1.1").Task
	done.ActualStart, done.Percent = data.OnDay(data.NewDate(2026, 11, 30)), 50
	do(t, f, command.Put{Record: done})
	do(t, f, command.CopyPlan{From: tree.Plan.ID, To: tpl})
	p := data.Project{ID: data.NewID[data.Project](), Name: "Новый", StartsOn: data.NewDate(2026, 12, 7), Status: data.ProjectPlanning}
	do(t, f, command.NewProject{Project: p, Template: tpl.ID})
	id := must(f.Read().CurrentPlan(p.ID))(t)
	made := must(f.Read().PlanTree(id))(t)
	x := byCode(made, "1.1")
	if len(made.Rows) != len(tree.Rows) || x.Date.StartsOn != data.NewDate(2026, 12, 7) || x.Task.Percent != 0 || !x.Task.ActualStart.IsZero() ||
		byCode(made, "3.2").Task.DeadlineOn != data.NewDate(2027, 2, 3) {
		t.Errorf("%d rows, 1.1 %s %d %%, deadline %s", len(made.Rows), x.Date.StartsOn, x.Task.Percent, byCode(made, "3.2").Task.DeadlineOn)
	}
}
