package command_test

import (
	"fmt"
	"strings"
	"testing"

	"portfel/data"
	"portfel/data/command"
	"portfel/data/sqlite"
)

// planFile is a file with the plan of story 1 and its people.
func planFile(t *testing.T) (*sqlite.File, data.PlanTree) {
	t.Helper()
	f := newFile(t)
	me, err := f.Read().Me()
	if err != nil {
		t.Fatal(err)
	}
	me.FullName = "Кузнецова Анна Сергеевна"
	do(t, f, command.Put{Record: me})
	for _, n := range []string{"Ласточкин Дмитрий Олегович", "Громов Илья Павлович"} {
		do(t, f, command.Put{Record: data.Person{ID: data.NewID[data.Person](), FullName: n, WeekHours: data.Hours(40)}})
	}
	if _, err := load(t, f, story1, mk); err != nil {
		t.Fatal(err)
	}
	return f, tree(t, f, mk.Project)
}

// lines of a plan: «1.1 Интервью с ЦФО 2026-11-30 2026-12-04».
func planLines(t testing.TB, f *sqlite.File, plan data.ID[data.Plan]) (out []string) {
	t.Helper()
	p, err := f.Read().PlanTree(plan)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range p.Rows {
		out = append(out, fmt.Sprintf("%s %s %s %s", r.Code, r.Task.Name, r.Date.StartsOn, r.Date.EndsOn))
	}
	return out
}

func codeOf(p data.PlanTree, code string) data.Task {
	for _, r := range p.Rows {
		if r.Code == code {
			return r.Task
		}
	}
	return data.Task{}
}

var story1Dates = []string{
	"1 Диагностика 2026-11-30 2026-12-15",
	"1.1 Интервью с ЦФО 2026-11-30 2026-12-04",
	"1.2 Анализ форм отчётности 2026-12-07 2026-12-10",
	"1.3 Отчёт о диагностике 2026-12-11 2026-12-15",
	"2 Методика 2026-12-16 2027-01-12",
	"2.1 Финансовая структура 2026-12-16 2026-12-22",
	"2.2 Регламент бюджетирования 2026-12-23 2027-01-12",
	"3 ТЗ 2027-01-13 2027-01-26",
	"3.1 Техническое задание 2027-01-13 2027-01-26",
	"3.2 ТЗ утверждено 2027-01-26 2027-01-26",
}

var story1Late = append(append([]string{}, story1Dates[:4]...),
	"2 Методика 2026-12-16 2027-01-15",
	"2.1 Финансовая структура 2026-12-16 2026-12-22",
	"2.2 Регламент бюджетирования 2026-12-23 2027-01-15",
	"3 ТЗ 2027-01-18 2027-01-29",
	"3.1 Техническое задание 2027-01-18 2027-01-29",
	"3.2 ТЗ утверждено 2027-01-29 2027-01-29",
)

// slack is the working days from a task's finish to its deadline.
func slack(t *testing.T, f *sqlite.File, plan data.ID[data.Plan], code string) int64 {
	t.Helper()
	p, err := f.Read().PlanTree(plan)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range p.Rows {
		if r.Code == code && r.Date.HasSlack {
			return r.Date.SlackDays
		}
	}
	t.Fatalf("%s has no deadline", code)
	return 0
}

// Story 1: the first table, the vacation of Ласточкин 28–30.12, and one Ctrl+Z.
func TestAVacationMovesThePlanOfStory1AndUndoBringsItBack(t *testing.T) {
	f, p := planFile(t)
	want(t, "before the vacation", planLines(t, f, p.Plan.ID), story1Dates)
	if n := slack(t, f, p.Plan.ID, "3.2"); n != 1 {
		t.Errorf("%d working days to the deadline, want 1", n)
	}
	away := data.Absence{ID: data.NewID[data.Absence](), PersonID: one[data.Person](t, f, "full_name LIKE 'Ласточкин%'").ID, DeputyID: owner(t, f), What: data.Vacation,
		StartsOn: data.NewDate(2026, 12, 28), EndsOn: data.NewDate(2026, 12, 30), Status: data.AbsencePlanned}
	do(t, f, command.Put{Record: away})
	want(t, "with the vacation", planLines(t, f, p.Plan.ID), story1Late)
	if n := slack(t, f, p.Plan.ID, "3.2"); n != -2 {
		t.Errorf("%d working days to the deadline, want -2", n)
	}
	undo(t, f)
	want(t, "undone", planLines(t, f, p.Plan.ID), story1Dates)
	if _, err := f.Redo(); err != nil {
		t.Fatal(err)
	}
	want(t, "redone", planLines(t, f, p.Plan.ID), story1Late)
	away.Status = data.AbsenceCancelled
	do(t, f, command.Move{Record: away})
	want(t, "vacation cancelled", planLines(t, f, p.Plan.ID), story1Dates)
}

func undo(t testing.TB, f *sqlite.File) {
	t.Helper()
	if _, err := f.Undo(); err != nil {
		t.Fatal(err)
	}
}

func TestATaskIsNeverInsideItselfOrInAnotherPlan(t *testing.T) {
	f, p := planFile(t)
	stage, part := codeOf(p, "1"), codeOf(p, "1.1")
	deeper := part
	deeper.ID, deeper.ParentID, deeper.Name = data.NewID[data.Task](), part.ID, "Вопросы к интервью"
	do(t, f, command.Put{Record: deeper})
	circle := stage
	circle.ParentID = deeper.ID
	refuses(t, f, command.Put{Record: circle}, "parentId", "ownChild")
	refuses(t, f, command.PlaceTask{ID: stage.ID, Parent: deeper.ID}, "parentId", "ownChild")
	other := data.Plan{ID: data.NewID[data.Plan](), What: data.PlanOfSelf, StartsOn: data.NewDate(2026, 12, 1)}
	do(t, f, command.Put{Record: other})
	refuses(t, f, command.AddTask{Task: data.Task{PlanID: other.ID, ParentID: stage.ID, Name: "Чужая"}}, "parentId", "notFound")
	want(t, "after refusals", planLines(t, f, p.Plan.ID)[:3], []string{story1Dates[0], story1Dates[1], "1.1.1 Вопросы к интервью 2026-11-30 2026-12-04"})
}

// indented is the tree as indented names.
func indented(t testing.TB, f *sqlite.File, plan data.ID[data.Plan]) string {
	t.Helper()
	p, err := f.Read().PlanTree(plan)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, r := range p.Rows {
		all = append(all, strings.Repeat(">", strings.Count(r.Code, "."))+r.Task.Name)
	}
	return strings.Join(all, " ")
}

func TestTasksMoveAmongTheirRelatives(t *testing.T) {
	f := newFile(t)
	plan := data.Plan{ID: data.NewID[data.Plan](), What: data.PlanOfSelf, StartsOn: data.NewDate(2026, 11, 30)}
	do(t, f, command.Put{Record: plan})
	id := map[string]data.ID[data.Task]{}
	for _, n := range []string{"а", "б", "в", "г"} {
		id[n] = data.NewID[data.Task]()
		do(t, f, command.AddTask{Task: data.Task{ID: id[n], PlanID: plan.ID, Name: n, Duration: data.Days(1)}})
	}
	for _, c := range []struct {
		do   sqlite.Command
		want string
	}{
		{command.Nudge{ID: id["б"], How: command.Indent}, "а >б в г"},
		{command.Nudge{ID: id["в"], How: command.Indent}, "а >б >в г"},
		{command.Nudge{ID: id["в"], How: command.Up}, "а >в >б г"},
		{command.Nudge{ID: id["в"], How: command.Outdent}, "а >б в г"},
		{command.Nudge{ID: id["г"], How: command.Up}, "а >б г в"},
		{command.Nudge{ID: id["а"], How: command.Down}, "г а >б в"},
		{command.PlaceTask{ID: id["а"], Parent: id["г"]}, "г >а >>б в"},
		{command.PlaceTask{ID: id["в"], Parent: id["г"], After: id["а"]}, "г >а >>б >в"},
		{command.PlaceTask{ID: id["б"], After: id["г"]}, "г >а >в б"},
		{command.AddTask{Task: data.Task{PlanID: plan.ID, Name: "д", ParentID: id["г"]}, First: true}, "г >д >а >в б"},
		{command.AddTask{Task: data.Task{PlanID: plan.ID, Name: "е", ParentID: id["г"]}, After: id["а"]}, "г >д >а >е >в б"},
		{command.DeleteTasks{IDs: []data.ID[data.Task]{id["г"], id["а"]}}, "б"},
	} {
		do(t, f, c.do)
		if got := indented(t, f, plan.ID); got != c.want {
			t.Fatalf("%+v: %s, want %s", c.do, got, c.want)
		}
	}
	for range 12 {
		undo(t, f)
	}
	if got := indented(t, f, plan.ID); got != "а б в г" {
		t.Errorf("all undone: %s", got)
	}
	for _, at := range []command.Nudge{{ID: id["а"], How: command.Up}, {ID: id["г"], How: command.Down}, {ID: id["а"], How: command.Indent}, {ID: id["а"], How: command.Outdent}} {
		if ch, err := f.Do(at); err != nil || len(ch.IDs) != 0 {
			t.Errorf("%s at the edge: %v, %v", at.How, ch.IDs, err)
		}
	}
}

func TestManyTasksBetweenTwoKeepTheirOrder(t *testing.T) {
	f := newFile(t)
	plan := data.Plan{ID: data.NewID[data.Plan](), What: data.PlanOfSelf, StartsOn: data.NewDate(2026, 11, 30)}
	first := data.NewID[data.Task]()
	do(t, f, command.Put{Record: plan})
	do(t, f, command.AddTask{Task: data.Task{ID: first, PlanID: plan.ID, Name: "начало"}})
	do(t, f, command.AddTask{Task: data.Task{PlanID: plan.ID, Name: "конец"}})
	wanted := "начало"
	for i := 39; i >= 0; i-- {
		wanted += fmt.Sprintf(" %02d", i)
	}
	for i := range 40 { // more than the gap between neighbours can be halved
		do(t, f, command.AddTask{Task: data.Task{PlanID: plan.ID, Name: fmt.Sprintf("%02d", i)}, After: first})
	}
	if got := indented(t, f, plan.ID); got != wanted+" конец" {
		t.Errorf("the order is %s", got)
	}
}

func TestCirclesAreRefusedByName(t *testing.T) {
	f, p := planFile(t)
	fs := func(pred, succ string) command.LinkTasks {
		return command.LinkTasks{Dependency: data.Dependency{PredID: codeOf(p, pred).ID, SuccID: codeOf(p, succ).ID, Type: data.FinishStart}}
	}
	refuses(t, f, fs("2.1", "1.2"), "preds", "cycle")
	refuses(t, f, fs("1.1", "1.1"), "predId", "self")
	refuses(t, f, fs("1", "1.1"), "preds", "ownParent")
	refuses(t, f, command.SetLinks{TaskID: codeOf(p, "1.1").ID, Preds: []data.Dependency{{PredID: codeOf(p, "3.2").ID, Type: data.FinishStart}}}, "preds", "cycle")
	want(t, "after refusals", planLines(t, f, p.Plan.ID), story1Dates)
}

// 3.1 waits for 2.2 with a lag of two working days: 12.01 + 2 -> 15.01, ten days
// to 28.01.
func TestLinksAndDragsGiveTheirDates(t *testing.T) {
	f, p := planFile(t)
	task, reg := codeOf(p, "3.1"), codeOf(p, "2.2")
	do(t, f, command.SetLinks{TaskID: task.ID, Preds: []data.Dependency{{PredID: reg.ID, Type: data.FinishStart, Lag: data.Days(2)}}})
	want(t, "lag", planLines(t, f, p.Plan.ID)[8:9], []string{"3.1 Техническое задание 2027-01-15 2027-01-28"})
	do(t, f, command.SetLinks{TaskID: task.ID, Preds: []data.Dependency{{PredID: reg.ID, Type: data.FinishFinish}}})
	want(t, "finish to finish", planLines(t, f, p.Plan.ID)[8:9], []string{"3.1 Техническое задание 2026-12-21 2027-01-12"})
	undo(t, f)
	undo(t, f)
	want(t, "undone", planLines(t, f, p.Plan.ID), story1Dates)
	do(t, f, command.DragTask{ID: codeOf(p, "1.1").ID, StartsOn: data.NewDate(2026, 12, 1), Days: 4000})
	want(t, "dragged", planLines(t, f, p.Plan.ID)[1:3], []string{"1.1 Интервью с ЦФО 2026-12-01 2026-12-04", "1.2 Анализ форм отчётности 2026-12-07 2026-12-10"})
	do(t, f, command.SetLinks{TaskID: task.ID})
	want(t, "without a link", planLines(t, f, p.Plan.ID)[8:9], []string{"3.1 Техническое задание 2026-11-30 2026-12-11"})
}

func TestTheEffortOfATaskIsTheSumOfItsPeople(t *testing.T) {
	f, p := planFile(t)
	task := codeOf(p, "1.1")
	if task.Effort != data.Hours(56) || task.ResponsibleID != owner(t, f) {
		t.Errorf("imported: %d minutes, responsible %s", task.Effort, task.ResponsibleID)
	}
	intern := one[data.Person](t, f, "full_name LIKE 'Громов%'").ID
	do(t, f, command.Assign{TaskID: task.ID, Shares: []command.Share{{PersonID: intern, Effort: data.Hours(10)}}})
	got, _ := sqlite.Get(f.Read(), task.ID)
	if got.Effort != data.Hours(10) || got.ResponsibleID != intern {
		t.Errorf("reassigned: %d minutes, responsible %s", got.Effort, got.ResponsibleID)
	}
	do(t, f, command.Assign{TaskID: task.ID})
	got, _ = sqlite.Get(f.Read(), task.ID)
	if got.Effort != data.Hours(10) || !got.ResponsibleID.IsZero() {
		t.Errorf("nobody: %d minutes, responsible %s", got.Effort, got.ResponsibleID)
	}
	undo(t, f)
	undo(t, f)
	if got, _ = sqlite.Get(f.Read(), task.ID); got != task {
		t.Errorf("undone: %+v", got)
	}
}
