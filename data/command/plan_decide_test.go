package command_test

import (
	"testing"

	"portfel/data"
	"portfel/data/command"
	"portfel/data/sqlite"
)

// A plan that was sent back and approved later keeps both decisions in their
// order; a decision needs a day, and one who approves does not only take note.
func TestDecisionsOnAPlan(t *testing.T) {
	f, plan := decidedFile(t)
	boss := data.Person{ID: data.NewID[data.Person](), FullName: "Орлова Марина Викторовна", Position: "руководитель отдела"}
	do(t, f, command.Put{Record: boss})
	a := data.Approval{PlanID: plan, Role: data.RoleApproves, PersonID: boss.ID, Decision: data.DecisionRefused, DecidedOn: data.NewDate(2026, 11, 23), Comment: "мало часов"}
	do(t, f, command.DecidePlan{Approval: a, Name: "План"})
	a.Decision, a.DecidedOn, a.Comment = data.DecisionAgreed, data.NewDate(2026, 11, 24), ""
	do(t, f, command.DecidePlan{Approval: a, Name: "План"})
	rows, err := f.Read().PlanDecisions(plan)
	if err != nil || len(rows) != 2 {
		t.Fatalf("%+v %v", rows, err)
	}
	if rows[0].Decision != data.DecisionRefused || rows[1].Decision != data.DecisionAgreed || rows[1].Name != "Орлова М. В." || rows[1].Round != 2 {
		t.Errorf("%+v", rows)
	}
	for _, bad := range []data.Approval{
		{PlanID: plan, Role: data.RoleApproves, PersonID: boss.ID, Decision: data.DecisionAgreed},
		{PlanID: plan, Role: data.RoleApproves, PersonID: boss.ID, Decision: data.DecisionInformed, DecidedOn: data.NewDate(2026, 11, 24)},
		{PlanID: plan, Role: data.RoleAgrees, Decision: data.DecisionAgreed, DecidedOn: data.NewDate(2026, 11, 24)},
	} {
		if _, err := f.Do(command.DecidePlan{Approval: bad}); err == nil {
			t.Errorf("taken: %+v", bad)
		}
	}
	if _, err := f.Undo(); err != nil {
		t.Fatal(err)
	}
	if rows, _ := f.Read().PlanDecisions(plan); len(rows) != 1 {
		t.Errorf("after undo %+v", rows)
	}
}

// decidedFile is a new file with a plan of its own.
func decidedFile(t *testing.T) (*sqlite.File, data.ID[data.Plan]) {
	t.Helper()
	f := newFile(t)
	p := data.Plan{ID: data.NewID[data.Plan](), What: data.PlanOfDepartment, Name: "План", StartsOn: data.NewDate(2026, 11, 30)}
	do(t, f, command.NewPlan{Plan: p})
	return f, p.ID
}
