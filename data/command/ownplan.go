package command

import (
	"strings"

	"portfel/data"
	"portfel/data/sqlite"
)

// NewPlan makes a plan of the department or of the owner's own development, which
// belong to no project and to no trainee.
type NewPlan struct {
	Plan data.Plan // What and Name; an empty id, start or calendar is filled in
}

// Label is "command.plan.new" and the name.
func (c NewPlan) Label() (string, string) { return "command.plan.new", c.Plan.Name }

// Run refuses a plan without a name; the start is the next working day.
func (c NewPlan) Run(tx *sqlite.Tx) error {
	p := c.Plan
	p.Name, p.IsCurrent = strings.TrimSpace(p.Name), true
	if p.Name == "" {
		return data.Problems{{Field: "name", Code: "required"}}
	}
	first, err := firstPlan(tx, data.Project{StartsOn: p.StartsOn})
	if err != nil {
		return err
	}
	p.StartsOn = first.StartsOn
	if p.ID.IsZero() {
		p.ID = first.ID
	}
	if p.CalendarID.IsZero() {
		p.CalendarID = first.CalendarID
	}
	return tx.Put(p)
}
