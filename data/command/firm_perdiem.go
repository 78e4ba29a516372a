package command

import (
	"portfel/data"
	"portfel/data/sqlite"
)

// AddPerDiem adds a daily allowance from a day on: the one of the same place and
// grade that held on that day ends the day before, so days before keep theirs.
type AddPerDiem struct{ Rate data.PerDiem }

// Label is "command.perdiem" and the town.
func (c AddPerDiem) Label() (string, string) { return "command.perdiem", c.Rate.City }

// Run ends the old row and adds the new one; a second row of the same scope from
// the same day is a Problem "perdiemTwice" of the day.
func (c AddPerDiem) Run(tx *sqlite.Tx) error {
	x := c.Rate
	if x.ValidFrom.IsZero() {
		return data.Problems{{Field: "validFrom", Code: "required"}}
	}
	rows, err := tx.PerDiems()
	if err != nil {
		return err
	}
	for _, old := range rows {
		if old.Country != x.Country || data.Fold(old.City) != data.Fold(x.City) || old.Grade != x.Grade {
			continue
		}
		switch {
		case old.ValidFrom == x.ValidFrom:
			return data.Problems{{Field: "validFrom", Code: "perdiemTwice"}}
		case old.ValidFrom < x.ValidFrom && (old.ValidTo.IsZero() || old.ValidTo >= x.ValidFrom):
			if x.ValidTo.IsZero() {
				x.ValidTo = old.ValidTo
			}
			old.ValidTo = x.ValidFrom - 1
			if err := tx.Put(old); err != nil {
				return err
			}
		case old.ValidFrom > x.ValidFrom && (x.ValidTo.IsZero() || x.ValidTo >= old.ValidFrom):
			x.ValidTo = old.ValidFrom - 1
		}
	}
	return tx.Put(x)
}
