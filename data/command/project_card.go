package command

import (
	"strings"

	"portfel/data"
	"portfel/data/sqlite"
)

// SetHealth says by hand how a project stands, and why; an empty set goes back to
// the facts.
type SetHealth struct {
	ID   data.ID[data.Project]
	Name string
	Set  data.HealthSet
	Note string
}

// Label is "command.project.health" and the project's title.
func (c SetHealth) Label() (string, string) { return "command.project.health", c.Name }

// Run refuses a set without a reason (Problem "required" of "healthNote"): others
// will ask why the facts do not count.
func (c SetHealth) Run(tx *sqlite.Tx) error {
	p, err := sqlite.Get(tx.Reader, c.ID)
	if err != nil {
		return err
	}
	note := strings.TrimSpace(c.Note)
	if c.Set == "" {
		note = ""
	} else if note == "" {
		return data.Problems{{Field: "healthNote", Code: "required"}}
	}
	p.HealthSet, p.HealthNote = c.Set, note
	return tx.Put(p)
}

// SetProjectCalendar chooses the calendar on which a project is planned. Its plans
// go along, so that their dates follow.
type SetProjectCalendar struct {
	ID       data.ID[data.Project]
	Name     string
	Calendar data.ID[data.Calendar] // empty = that of the file's owner
}

// Label is "command.project.calendar" and the project's title.
func (c SetProjectCalendar) Label() (string, string) { return "command.project.calendar", c.Name }

// Run writes the project and those of its plans that stood on another calendar.
func (c SetProjectCalendar) Run(tx *sqlite.Tx) error {
	p, err := sqlite.Get(tx.Reader, c.ID)
	if err != nil {
		return err
	}
	p.CalendarID = c.Calendar
	if err := tx.Put(p); err != nil {
		return err
	}
	own := c.Calendar
	if own.IsZero() {
		me, err := tx.Me()
		if err != nil {
			return err
		}
		own = me.CalendarID
	}
	plans, err := sqlite.List[data.Plan](tx.Reader, "project_id = ? AND archived_on IS NULL", c.ID)
	if err != nil {
		return err
	}
	for _, plan := range plans {
		plan.CalendarID = own
		if err := tx.Put(plan); err != nil {
			return err
		}
	}
	return nil
}
