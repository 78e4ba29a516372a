package command_test

import (
	"strings"
	"testing"

	"portfel/data"
	"portfel/data/command"
	"portfel/data/sqlite"
)

// outline is the plan as «code name» lines.
func outline(t *testing.T, f *sqlite.File, plan data.ID[data.Plan]) string {
	t.Helper()
	tree, err := f.Read().PlanTree(plan)
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, r := range tree.Rows {
		lines = append(lines, r.Code+" "+r.Task.Name)
	}
	return strings.Join(lines, ", ")
}

func TestATaskIsNudgedThroughTheTree(t *testing.T) {
	f := newFile(t)
	p := data.Project{ID: data.NewID[data.Project](), Name: "Проба", StartsOn: data.NewDate(2026, 11, 30)}
	papersDo(t, f, command.NewProject{Project: p})
	plan, err := f.Read().CurrentPlan(p.ID)
	if err != nil {
		t.Fatal(err)
	}
	ids := map[string]data.ID[data.Task]{}
	for _, name := range []string{"А", "Б", "В"} {
		ids[name] = data.NewID[data.Task]()
		papersDo(t, f, command.AddTask{Task: data.Task{ID: ids[name], PlanID: plan, Name: name, Duration: data.Days(1)}})
	}
	for _, step := range []struct {
		name string
		how  command.NudgeKind
		want string
	}{
		{"Б", command.Indent, "1 А, 1.1 Б, 2 В"},
		{"В", command.Indent, "1 А, 1.1 Б, 1.2 В"},
		{"В", command.Up, "1 А, 1.1 В, 1.2 Б"},
		{"В", command.Up, "1 А, 1.1 В, 1.2 Б"},
		{"В", command.Down, "1 А, 1.1 Б, 1.2 В"},
		{"Б", command.Outdent, "1 А, 1.1 В, 2 Б"},
		{"А", command.Outdent, "1 А, 1.1 В, 2 Б"},
		{"А", command.Indent, "1 А, 1.1 В, 2 Б"},
		{"А", command.Down, "1 Б, 2 А, 2.1 В"},
	} {
		papersDo(t, f, command.Nudge{ID: ids[step.name], Name: step.name, How: step.how})
		if got := outline(t, f, plan); got != step.want {
			t.Fatalf("%s %s: %s, not %s", step.name, step.how, got, step.want)
		}
	}
}
