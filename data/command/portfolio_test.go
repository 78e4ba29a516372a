package command_test

import (
	"testing"

	"portfel/data"
	"portfel/data/command"
	"portfel/data/sqlite"
)

// twoProjects are two projects of the file's owner, each with one task at full
// time: А of 3 days, Б of 2, both from Monday 30 November 2026.
func twoProjects(t *testing.T) (*sqlite.File, [2]data.ID[data.Plan], [2]data.ID[data.Task]) {
	t.Helper()
	f := newFile(t)
	var plans [2]data.ID[data.Plan]
	var tasks [2]data.ID[data.Task]
	for k, days := range []int{3, 2} {
		p := data.Project{ID: data.NewID[data.Project](), Name: []string{"А", "Б"}[k], StartsOn: data.NewDate(2026, 11, 30), Status: data.ProjectRunning, DeadlineOn: data.NewDate(2026, 12, 3)}
		do(t, f, command.NewProject{Project: p})
		plans[k] = must(f.Read().CurrentPlan(p.ID))(t)
		x := data.Task{ID: data.NewID[data.Task](), PlanID: plans[k], Name: "Работа", Duration: data.Days(days)}
		do(t, f, command.AddTask{Task: x})
		do(t, f, command.Assign{TaskID: x.ID, Shares: []command.Share{{PersonID: command.Owner, Effort: data.Hours(8 * days)}}})
		tasks[k] = x.ID
	}
	return f, plans, tasks
}

// Side by side the two take until 02.12 and overload two days; levelled, five
// days until 04.12. The preview writes nothing; what is accepted is one step, and
// undo takes it back.
func TestLevellingOverProjects(t *testing.T) {
	f, plans, tasks := twoProjects(t)
	before := must(f.Read().TaskDates(plans[1]))(t)[0]
	got := must(command.Level(f.Read(), data.ID[data.Plan]{}, nil))(t)
	if got.Overload != 2 || got.Left != 0 || len(got.Plans) != 2 || got.Plans[0].Price+got.Plans[1].Price < 2 {
		t.Errorf("%+v", got)
	}
	only := must(command.Level(f.Read(), plans[1], nil))(t)
	for _, p := range only.Plans {
		want := map[data.ID[data.Plan]][2]int{plans[0]: {0, 0}, plans[1]: {3, 1}}[p.ID] // Б after А: 03.12-04.12 instead of 30.11-01.12
		if p.Price != want[0] || p.Moved != want[1] {
			t.Errorf("plan: price %d, moved %d, want %v", p.Price, p.Moved, want)
		}
	}
	if d := must(f.Read().TaskDates(plans[1]))(t)[0]; d != before {
		t.Errorf("the preview wrote %+v", d)
	}
	do(t, f, command.ApplyLevel{Preview: only})
	if d := must(f.Read().TaskDates(plans[1]))(t)[0]; d.StartsOn != data.NewDate(2026, 12, 3) || d.EndsOn != data.NewDate(2026, 12, 4) {
		t.Errorf("accepted: %s..%s", d.StartsOn, d.EndsOn)
	}
	// Б begins when the person is free: both hold the end of the portfolio
	across := must(command.CriticalAcross(f.Read()))(t)
	if !across[tasks[0]] || !across[tasks[1]] {
		t.Errorf("critical across people: %v", across)
	}
	if _, err := f.Undo(); err != nil {
		t.Fatal(err)
	}
	if d := must(f.Read().TaskDates(plans[1]))(t)[0]; d != before {
		t.Errorf("undone: %+v", d)
	}
}

// Levelling one project leaves the delays of the others, which it plans around: А
// waits two days, 02.12-04.12, and Б, from 30.11 to 01.12, is out of its way.
func TestLevellingOneProjectLeavesTheDelaysOfOthers(t *testing.T) {
	f, plans, tasks := twoProjects(t)
	x := must(sqlite.Get(f.Read(), tasks[0]))(t)
	x.LevelDelay = data.Days(2)
	do(t, f, command.Put{Record: x})
	got := must(command.Level(f.Read(), plans[1], nil))(t)
	if got.Overload != 0 || got.Left != 0 || got.Stuck {
		t.Errorf("%+v", got)
	}
	if _, err := f.Do(command.ApplyLevel{Preview: got}); err != nil {
		t.Fatal(err)
	}
	if x = must(sqlite.Get(f.Read(), tasks[0]))(t); x.LevelDelay != data.Days(2) {
		t.Errorf("the delay of the other project became %s", x.LevelDelay)
	}
}

// Two tasks that must start on one day overload two days whatever is done: nothing
// is proposed, and accepting that leaves no step.
func TestLevellingThatCannotHelpProposesNothing(t *testing.T) {
	f, _, tasks := twoProjects(t)
	for _, id := range tasks {
		x := must(sqlite.Get(f.Read(), id))(t)
		x.ConstraintKind, x.ConstraintOn = data.MustStart, data.NewDate(2026, 11, 30)
		do(t, f, command.Put{Record: x})
	}
	got := must(command.Level(f.Read(), data.ID[data.Plan]{}, nil))(t)
	if !got.Stuck || got.Overload != 2 || got.Left != 2 || got.Plans[0].Moved+got.Plans[1].Moved != 0 || got.Plans[0].Price+got.Plans[1].Price != 0 {
		t.Errorf("%+v", got)
	}
	if done, err := f.Do(command.ApplyLevel{Preview: got}); err != nil || len(done.IDs) != 0 {
		t.Errorf("%v %v", done, err)
	}
}

// A plan of one task of 2, 3 or 10 days from 30.11: by PERT (2 + 12 + 10) / 6 = 4
// days. The deadline 03.12 leaves four days, which is near the middle.
func TestRiskOfAPlan(t *testing.T) {
	f, plans, tasks := twoProjects(t)
	x := must(sqlite.Get(f.Read(), tasks[0]))(t)
	x.EstO, x.EstP = data.Days(2), data.Days(10)
	do(t, f, command.Put{Record: x})
	tree := must(f.Read().PlanTree(plans[0]))(t)
	r := must(command.SimulatePlan(f.Read(), tree, 4000, nil))(t)
	if r.Estimated != 1 || r.Planned != data.NewDate(2026, 12, 2) || r.Trials != 4000 || r.Critical[0] != 4000 {
		t.Errorf("%d estimated, planned %s, %d trials", r.Estimated, r.Planned, r.Trials)
	}
	if share := float64(r.Kept) / 4000; share < .45 || share > .75 {
		t.Errorf("chance %.2f", share)
	}
	if p := r.Percentile(95); p < data.NewDate(2026, 12, 4) || p > data.NewDate(2026, 12, 11) {
		t.Errorf("P95 %s", p)
	}
	do(t, f, command.UseMean{PlanID: plans[0]})
	if x = must(sqlite.Get(f.Read(), tasks[0]))(t); x.Duration != data.Days(4) || x.EstM != data.Days(3) {
		t.Errorf("mean %s, likely %s", x.Duration, x.EstM)
	}
}

// What a longer task would move is told without touching the file.
func TestWhatIfMovesNothing(t *testing.T) {
	f, plans, tasks := twoProjects(t)
	next := data.Task{ID: data.NewID[data.Task](), PlanID: plans[0], Name: "Следом", Duration: data.Days(1)}
	do(t, f, command.AddTask{Task: next})
	do(t, f, command.LinkTasks{Dependency: data.Dependency{PredID: tasks[0], SuccID: next.ID, Type: data.FinishStart}})
	tree := must(f.Read().PlanTree(plans[0]))(t)
	ask := must(command.AskPlan(f.Read(), tree))(t)
	longer := tree.Rows[0].Task
	longer.Duration = data.Days(5)
	for range 3 {
		moved := must(ask.Moved(longer))(t)
		if len(moved) != 2 || moved[0].EndsOn != data.NewDate(2026, 12, 4) || moved[1].StartsOn != data.NewDate(2026, 12, 7) {
			t.Errorf("%+v", moved)
		}
	}
	if again := must(f.Read().PlanTree(plans[0]))(t); again.Rows[0].Date != tree.Rows[0].Date {
		t.Error("the file was touched")
	}
}
