package command

import (
	"portfel/data"
	"portfel/data/sqlite"
)

// AskApproval asks one more person or contact for a signature, in the present
// round of the version.
type AskApproval struct {
	Approval data.Approval // ID, round, order and decision are filled in
	Name     string
}

// Label is "command.approval.ask" and the name of the one asked.
func (c AskApproval) Label() (string, string) { return "command.approval.ask", c.Name }

// Run refuses somebody who is asked in this round already.
func (c AskApproval) Run(tx *sqlite.Tx) error {
	a := c.Approval
	last, err := lastRound(tx, a.VersionID)
	if err != nil {
		return err
	}
	a.ID, a.Round, a.Ord, a.Decision = data.NewID[data.Approval](), 1, 100, data.DecisionPending
	for _, b := range last {
		if b.PersonID == a.PersonID && b.ContactID == a.ContactID {
			return data.Problems{{Field: "personId", Code: "asked"}}
		}
		a.Round, a.Ord = b.Round, max(a.Ord, b.Ord+100)
	}
	return tx.Put(a)
}

// lastRound is the signatures of a version's last round, in their order.
func lastRound(tx *sqlite.Tx, version data.ID[data.Version]) ([]data.Approval, error) {
	return sqlite.List[data.Approval](tx.Reader,
		"version_id = ?1 AND round = (SELECT max(round) FROM approval WHERE version_id = ?1) ORDER BY ord, id", version)
}

// NextRound asks the people of a version's last round again, by a new term.
type NextRound struct {
	VersionID data.ID[data.Version]
	DueOn     data.Date
	Name      string // of the document
}

// Label is "command.approval.round" and the document.
func (c NextRound) Label() (string, string) { return "command.approval.round", c.Name }

// Run refuses while the last round has somebody who has not answered, and when
// there was no round.
func (c NextRound) Run(tx *sqlite.Tx) error {
	last, err := lastRound(tx, c.VersionID)
	if err != nil {
		return err
	}
	if len(last) == 0 {
		return data.Problems{{Code: "noRound"}}
	}
	for _, a := range last {
		if a.Decision == data.DecisionPending {
			return data.Problems{{Code: "roundOpen"}}
		}
	}
	for _, a := range last {
		a.ID, a.Round, a.DueOn = data.NewID[data.Approval](), a.Round+1, c.DueOn
		a.Decision, a.DecidedOn, a.Comment = data.DecisionPending, data.Date(0), ""
		if err := tx.Put(a); err != nil {
			return err
		}
	}
	return nil
}

// Decide writes down an answer, or takes it back with data.DecisionPending.
type Decide struct {
	ID       data.ID[data.Approval]
	Decision data.Decision
	On       data.Date
	Comment  string
	Name     string // of the document
}

// Label is "command.move.approval" and the document.
func (c Decide) Label() (string, string) { return "command.move.approval", c.Name }

// Run refuses an answer that does not fit the role, and an illegal move. An
// answer that is changed goes through pending, as one step.
func (c Decide) Run(tx *sqlite.Tx) error {
	a, err := sqlite.Get(tx.Reader, c.ID)
	if err != nil {
		return err
	}
	if !fits(a.Role, c.Decision) {
		return data.Problems{{Field: "decision", Code: "unknown", Args: []string{"@approval.decision." + string(c.Decision)}}}
	}
	from := a.Decision
	if from != data.DecisionPending && c.Decision != data.DecisionPending {
		from = data.DecisionPending
	}
	if c.Decision != from {
		if err := data.DecisionFlow.Move(a.StagePrefix(), from, c.Decision); err != nil {
			return err
		}
	}
	a.Decision, a.DecidedOn, a.Comment = c.Decision, c.On, c.Comment
	if c.Decision == data.DecisionPending {
		a.DecidedOn = 0
	}
	return tx.Put(a)
}

func fits(role data.ApprovalRole, d data.Decision) bool {
	if d == data.DecisionPending {
		return true
	}
	for _, a := range role.Answers() {
		if a == d {
			return true
		}
	}
	return false
}
