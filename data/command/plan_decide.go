package command

import (
	"portfel/data"
	"portfel/data/sqlite"
)

// DecidePlan writes down who has decided what about a plan: who agrees with it,
// who approves it. Each decision is a line of its own, so a plan that was sent
// back and is approved later keeps both.
type DecidePlan struct {
	Approval data.Approval // of a plan; ID, round and order are filled in
	Name     string        // of the plan
}

// Label is "command.plan.decide" and the plan.
func (c DecidePlan) Label() (string, string) { return "command.plan.decide", c.Name }

// Run refuses an answer that does not fit the role, and a decision without a day.
func (c DecidePlan) Run(tx *sqlite.Tx) error {
	a := c.Approval
	if !fits(a.Role, a.Decision) {
		return data.Problems{{Field: "decision", Code: "unknown", Args: []string{"@approval.decision." + string(a.Decision)}}}
	}
	before, err := sqlite.List[data.Approval](tx.Reader, "plan_id = ? ORDER BY round, ord", a.PlanID)
	if err != nil {
		return err
	}
	a.ID, a.Round, a.Ord = data.NewID[data.Approval](), 1, 100
	for _, b := range before {
		a.Ord = max(a.Ord, b.Ord+100)
		if b.PersonID == a.PersonID && b.ContactID == a.ContactID && b.Decision != data.DecisionPending {
			a.Round = max(a.Round, b.Round+1)
		}
	}
	return tx.Put(a)
}
