package command

import (
	"strings"

	"portfel/data"
	"portfel/data/sqlite"
)

// TakeBaseline keeps the dates, hours and cost of a plan as they are now under a
// name: what later dates are compared with.
type TakeBaseline struct {
	ID      data.ID[data.Baseline] // empty = made
	PlanID  data.ID[data.Plan]
	Name    string
	TakenAt data.Moment // empty = now
	Note    string
}

// Label is "command.baseline.take" and its name.
func (c TakeBaseline) Label() (string, string) { return "command.baseline.take", c.Name }

// Run writes a line for each task that has dates.
func (c TakeBaseline) Run(tx *sqlite.Tx) error {
	b := data.Baseline{ID: c.ID, PlanID: c.PlanID, Name: strings.TrimSpace(c.Name), TakenAt: c.TakenAt, Note: c.Note}
	if b.TakenAt.IsZero() {
		b.TakenAt = tx.NowMoment()
	}
	if b.ID.IsZero() {
		b.ID = data.NewID[data.Baseline]()
	}
	if err := tx.Put(b); err != nil {
		return err
	}
	tree, err := tx.PlanTree(c.PlanID)
	if err != nil {
		return err
	}
	costs, err := PlanCosts(tx.Reader, tree)
	if err != nil {
		return err
	}
	for i, r := range tree.Rows {
		if r.Date.StartsOn.IsZero() {
			continue
		}
		line := data.BaselineTask{ID: data.NewID[data.BaselineTask](), BaselineID: b.ID, TaskID: r.Task.ID,
			StartsOn: r.Date.StartsOn, EndsOn: r.Date.EndsOn, Effort: r.Date.Effort, Cost: costs.Rows[i].Cost}
		if err := tx.Put(line); err != nil {
			return err
		}
	}
	return nil
}
