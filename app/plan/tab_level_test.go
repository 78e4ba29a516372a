package plan

import (
	"testing"

	"portfel/app/desk/desktest"
	"portfel/data"
	"portfel/data/command"
)

// overloaded puts two tasks of three full days beside the analysis of forms,
// both on Ласточкин.
func overloaded(t *testing.T, d *desktest.Desk, s *Screen) {
	t.Helper()
	x := stored(t, d, s, "1.2")
	who := x.Assignees[len(x.Assignees)-1].PersonID
	for i, n := range []string{"Сверка справочников", "Опрос бухгалтерии"} {
		task := data.Task{ID: data.NewID[data.Task](), PlanID: s.tree.Plan.ID, ParentID: x.Task.ParentID, Name: n, Duration: data.Days(3 - i),
			ConstraintKind: data.NotEarlier, ConstraintOn: on(2026, 12, 7)}
		if err := d.Do(command.AddTask{Task: task, After: x.Task.ID}); err != nil {
			t.Fatal(err)
		}
		if err := d.Do(command.Assign{TaskID: task.ID, Name: n, Shares: []command.Share{{PersonID: who, Effort: data.Hours(8 * (3 - i))}}}); err != nil {
			t.Fatal(err)
		}
	}
}
