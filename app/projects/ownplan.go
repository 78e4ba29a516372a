package projects

import (
	"portfel/app/card"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
)

// ownPlans are the kinds of plans that belong to no project.
var ownPlans = []data.PlanKind{data.PlanOfDepartment, data.PlanOfSelf}

// createPlan asks for a plan of the department or of the owner and opens it.
func (s *Screen) createPlan() {
	w, d := s.d.Words(), s.d
	what := ui.NewChoice(card.Codes(d, "plan.kind.", ownPlans), string(data.PlanOfDepartment))
	name := ui.NewField(what.Chosen().Label)
	what.OnSelect = func(o ui.Option) error {
		if name.Text == what.Chosen().Label { // not typed by the reader
			name.SetValue(o.Label)
		}
		return nil
	}
	starts := card.NewDate(d, card.Workdays(d).OnOrAfter(d.Today()))
	form := ui.NewForm().Add("what", w.T("projects.ownplan.kind"), what).Add("name", w.T("projects.name"), name).Add("startsOn", w.T("projects.start"), starts)
	ui.ShowDialog(d.Canvas(), ui.Dialog{Title: w.T("projects.ownplan"), Width: 480, Content: form, Confirm: w.T("projects.make"), OnConfirm: func() error {
		return card.Submit(d, form, func() error {
			on, err := starts.Get()
			if err != nil {
				return err
			}
			p := data.Plan{ID: data.NewID[data.Plan](), What: data.PlanKind(what.ID), Name: name.Value(), StartsOn: on}
			if err := d.Do(command.NewPlan{Plan: p}); err != nil {
				return err
			}
			d.Open(data.RefTo(data.KindPlan, p.ID))
			return nil
		})
	}})
}
