package command

import (
	"strings"

	"portfel/data"
	"portfel/data/sqlite"
)

// PutCalendar adds a calendar or edits its name, region, base and week. A
// calendar that would overlay itself by way of others is refused.
type PutCalendar struct{ Calendar data.Calendar }

// Label is "command.put.calendar" and the name.
func (c PutCalendar) Label() (string, string) { return "command.put.calendar", c.Calendar.Name }

// Run refuses a circle of bases (Problem "calendarCircle" of "baseId"), then
// writes.
func (c PutCalendar) Run(tx *sqlite.Tx) error {
	x := c.Calendar
	x.Name, x.Region = strings.TrimSpace(x.Name), strings.TrimSpace(x.Region)
	if err := x.Validate().Err(); err != nil {
		return err
	}
	seen := map[data.ID[data.Calendar]]bool{}
	for id := x.BaseID; !id.IsZero() && !seen[id]; {
		if id == x.ID {
			return data.Problems{{Field: "baseId", Code: "calendarCircle"}}
		}
		seen[id] = true
		base, err := sqlite.Get(tx.Reader, id)
		if err != nil {
			return err
		}
		id = base.BaseID
	}
	return tx.Put(x)
}
