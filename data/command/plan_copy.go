package command

import (
	"strings"

	"portfel/data"
	"portfel/data/sqlite"
)

// CopyPlan makes a plan like another: a variant beside it, a template of it, or
// the plan of a new project from a template. Tasks, links and people are
// copied; facts, baselines and levelling are not, except in a variant.
type CopyPlan struct {
	From data.ID[data.Plan]
	To   data.Plan // an empty id is filled in; What, owner, name and start are as given
}

// Label is "command.plan.copy" and the name.
func (c CopyPlan) Label() (string, string) {
	return "command.plan.copy", strings.TrimSpace(c.To.Name + " " + c.To.Variant)
}

// Run copies. Dates that tasks name move with the start of the plan; those of a
// variant stay.
func (c CopyPlan) Run(tx *sqlite.Tx) error {
	from, err := sqlite.Get(tx.Reader, c.From)
	if err != nil {
		return err
	}
	to := c.To
	if to.ID.IsZero() {
		to.ID = data.NewID[data.Plan]()
	}
	if to.StartsOn.IsZero() {
		to.StartsOn = from.StartsOn
	}
	if to.CalendarID.IsZero() {
		to.CalendarID = from.CalendarID
	}
	cp := planCopy{tx: tx, to: to, shift: to.StartsOn - from.StartsOn, facts: sameOwner(from, to), ids: map[data.ID[data.Task]]data.ID[data.Task]{}}
	if cp.facts {
		to.StatusOn = from.StatusOn
	}
	if err := tx.Put(to); err != nil {
		return err
	}
	return cp.run(from.ID)
}

// sameOwner tells whether a plan is a variant of another.
func sameOwner(a, b data.Plan) bool {
	return a.What == b.What && a.ProjectID == b.ProjectID && a.MentoringID == b.MentoringID && b.What != data.PlanTemplate
}

// planCopy is a copy on the way.
type planCopy struct {
	tx    *sqlite.Tx
	to    data.Plan
	shift data.Date
	facts bool
	ids   map[data.ID[data.Task]]data.ID[data.Task]
}

func (p *planCopy) run(from data.ID[data.Plan]) error {
	tree, err := p.tx.PlanTree(from)
	if err != nil {
		return err
	}
	for _, r := range tree.Rows {
		p.ids[r.Task.ID] = data.NewID[data.Task]()
	}
	for _, r := range tree.Rows {
		if err := p.tx.Put(p.task(r.Task)); err != nil {
			return err
		}
		for _, a := range r.Assignees {
			n := data.Assignment{ID: data.NewID[data.Assignment](), TaskID: p.ids[a.TaskID], PersonID: a.PersonID, ResourceID: a.ResourceID, Effort: a.Effort, Units: a.Units}
			if err := p.tx.Put(n); err != nil {
				return err
			}
		}
	}
	for _, r := range tree.Rows {
		for _, l := range r.Preds {
			d := l.Dependency
			d.ID, d.PredID, d.SuccID = data.NewID[data.Dependency](), p.ids[d.PredID], p.ids[d.SuccID]
			if err := p.tx.Put(d); err != nil {
				return err
			}
		}
	}
	return nil
}

// task is a task in the copy.
func (p *planCopy) task(t data.Task) data.Task {
	t.ID, t.PlanID, t.ParentID = p.ids[t.ID], p.to.ID, p.ids[t.ParentID]
	move := func(d *data.Date) {
		if !d.IsZero() {
			*d += p.shift
		}
	}
	move(&t.StartsOn)
	move(&t.EndsOn)
	move(&t.ConstraintOn)
	move(&t.DeadlineOn)
	if !p.facts {
		t.Status, t.Percent, t.Score, t.WaitingFor, t.WaitingSince, t.LevelDelay = data.TaskOpen, 0, 0, "", 0, data.Span{}
		t.ActualStart, t.ActualFinish, t.Remaining, t.Extra = data.Stamp{}, data.Stamp{}, data.Span{}, ""
	}
	return t
}

// ChooseVariant makes a variant the plan that counts.
type ChooseVariant struct {
	PlanID data.ID[data.Plan]
	Name   string
}

// Label is "command.plan.choose" and the variant's name.
func (c ChooseVariant) Label() (string, string) { return "command.plan.choose", c.Name }

// Run takes the mark from the other plans of the same owner.
func (c ChooseVariant) Run(tx *sqlite.Tx) error {
	p, err := sqlite.Get(tx.Reader, c.PlanID)
	if err != nil {
		return err
	}
	others, err := sqlite.List[data.Plan](tx.Reader, "project_id IS ? AND mentoring_id IS ? AND is_current = 1 AND id <> ?", p.ProjectID, p.MentoringID, p.ID)
	if err != nil {
		return err
	}
	if p.ProjectID.IsZero() && p.MentoringID.IsZero() {
		others = nil
	}
	for _, o := range others {
		o.IsCurrent = false
		if err := tx.Put(o); err != nil {
			return err
		}
	}
	p.IsCurrent = true
	return tx.Put(p)
}
