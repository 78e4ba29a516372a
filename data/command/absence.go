package command

import (
	"portfel/data"
	"portfel/data/sqlite"
)

// PutAbsence adds an absence, edits one in place, or moves it to its next
// status. Two absences of one person on the same day are refused: a day is away
// once. Illness alone may fall into another absence, for it prolongs a vacation
// (article 124 of the Labour Code).
type PutAbsence struct {
	Absence data.Absence
	Name    string // whose it is
}

// Label is "command.put.absence" and whose it is.
func (c PutAbsence) Label() (string, string) { return "command.put.absence", c.Name }

// Run refuses an illegal move and a day that is taken (Problem "absenceTwice" of
// "startsOn"), then writes.
func (c PutAbsence) Run(tx *sqlite.Tx) error {
	if err := c.Absence.Validate().Err(); err != nil {
		return err
	}
	if err := c.taken(tx); err != nil {
		return err
	}
	old, found, err := tx.Stored(c.Absence)
	if err != nil {
		return err
	}
	if found && old.(data.Absence).Status != c.Absence.Status {
		return Move{Record: c.Absence}.Run(tx)
	}
	return tx.Put(c.Absence)
}

// taken looks for another absence in the days.
func (c PutAbsence) taken(tx *sqlite.Tx) error {
	a := c.Absence
	if a.Status == data.AbsenceCancelled {
		return nil
	}
	others, err := sqlite.List[data.Absence](tx.Reader, "person_id = ? AND id <> ? AND status <> 'cancelled' AND starts_on <= ? AND ends_on >= ? ORDER BY starts_on",
		a.PersonID, a.ID, a.EndsOn, a.StartsOn)
	if err != nil {
		return err
	}
	for _, o := range others {
		if (a.What == data.Sick) == (o.What == data.Sick) {
			return data.Problems{{Field: "startsOn", Code: "absenceTwice", Args: []string{"@absence.kind." + string(o.What), o.StartsOn.String(), o.EndsOn.String()}}}
		}
	}
	return nil
}
