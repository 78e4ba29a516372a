package command

import (
	"portfel/data"
	"portfel/data/sqlite"
)

// PutRate adds a rate or edits one in place. Two rates of the same owner, for the
// same work, from the same day are refused: nobody could tell which one counts.
type PutRate struct {
	Rate data.Rate
	Name string // whose it is
}

// Label is "command.put.rate" and whose it is.
func (c PutRate) Label() (string, string) { return "command.put.rate", c.Name }

// Run refuses a double (Problem "rateTwice" of "validFrom"), then writes. A rate
// for a project needs no client: the project has one.
func (c PutRate) Run(tx *sqlite.Tx) error {
	r := c.Rate
	if r.ID.IsZero() {
		r.ID = data.NewID[data.Rate]()
	}
	if !r.ProjectID.IsZero() {
		r.ClientID = data.ID[data.Client]{}
	}
	if err := r.Validate().Err(); err != nil {
		return err
	}
	same, err := sqlite.List[data.Rate](tx.Reader, "id <> ? AND what = ? AND grade = ? AND person_id IS ? AND client_id IS ? AND project_id IS ? AND valid_from IS ?",
		r.ID, r.What, r.Grade, r.PersonID, r.ClientID, r.ProjectID, r.ValidFrom)
	if err != nil {
		return err
	}
	if len(same) > 0 {
		return data.Problems{{Field: "validFrom", Code: "rateTwice"}}
	}
	return tx.Put(r)
}
