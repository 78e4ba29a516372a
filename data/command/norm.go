package command

import (
	"strings"

	"portfel/data"
	"portfel/data/sqlite"
)

// SucceedNorm gives a norm a new value from a day on: the row that held on that
// day ends the day before, so papers of earlier days keep theirs.
type SucceedNorm struct {
	Code, Value string
	From        data.Date
	Source      string
}

// Label is "command.norm".
func (c SucceedNorm) Label() (string, string) { return "command.norm", "" }

// Run ends the old row and adds the new one.
func (c SucceedNorm) Run(tx *sqlite.Tx) error {
	if c.From.IsZero() {
		return data.Problems{{Field: "validFrom", Code: "required"}}
	}
	rows, err := sqlite.List[data.Norm](tx.Reader, "code = ? ORDER BY valid_from", c.Code)
	if err != nil {
		return err
	}
	next := data.Norm{ID: data.NewID[data.Norm](), Code: c.Code, Value: strings.Replace(strings.TrimSpace(c.Value), ",", ".", 1), ValidFrom: c.From, SourceText: c.Source}
	for _, n := range rows {
		next.Unit = n.Unit
		if n.ValidFrom < c.From && (n.ValidTo.IsZero() || n.ValidTo >= c.From) {
			next.ValidTo = n.ValidTo
			n.ValidTo = c.From - 1
			if err := tx.Put(n); err != nil {
				return err
			}
		}
	}
	return tx.Put(next)
}
