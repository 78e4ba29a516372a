package command

import (
	"portfel/data"
	"portfel/data/sqlite"
)

// Put adds a record or edits one in place. A status is never moved by Put: that
// is what Move is for. Unchanged records leave no step.
type Put struct{ Record data.Record }

// Label is "command.put.<kind>".
func (c Put) Label() (string, string) {
	return "command.put." + string(c.Record.Kind()), nameOf(c.Record)
}

// Run refuses a changed status and a task inside itself, then writes.
func (c Put) Run(tx *sqlite.Tx) error {
	if t, ok := c.Record.(data.Task); ok {
		if err := checkParent(tx, t); err != nil {
			return err
		}
	}
	if s, ok := c.Record.(data.Staged); ok {
		old, found, err := tx.Stored(c.Record)
		if err != nil {
			return err
		}
		if found && old.(data.Staged).Stage() != s.Stage() {
			return illegal(old.(data.Staged), s.Stage())
		}
		if found {
			return putFacts(tx, old, c.Record)
		}
	}
	return tx.Put(c.Record)
}

// putFacts writes a record that was there before; a task with the facts that its
// status and per cent say.
func putFacts(tx *sqlite.Tx, old, r data.Record) error {
	if t, ok := r.(data.Task); ok {
		t, err := withFacts(tx, old.(data.Task), t)
		if err != nil {
			return err
		}
		return tx.Put(t)
	}
	return tx.Put(r)
}

// Move brings a record to its next status; Record carries the new status and
// whatever else changes with it (day, reason, number).
type Move struct{ Record data.Staged }

// Label is "command.move.<kind>".
func (c Move) Label() (string, string) {
	return "command.move." + string(c.Record.Kind()), nameOf(c.Record)
}

// Run refuses an illegal move, then writes.
func (c Move) Run(tx *sqlite.Tx) error {
	old, found, err := tx.Stored(c.Record)
	if err != nil {
		return err
	}
	if !found {
		return data.ErrNotFound
	}
	if !legal(old.(data.Staged), c.Record.Stage()) {
		return illegal(old.(data.Staged), c.Record.Stage())
	}
	return putFacts(tx, old, c.Record)
}

func legal(old data.Staged, to string) bool {
	for _, s := range old.Stages() {
		if s == to {
			return true
		}
	}
	return false
}

func illegal(old data.Staged, to string) error {
	p := "@" + old.StagePrefix()
	return data.Problems{{Field: "status", Code: "move", Args: []string{p + old.Stage(), p + to}}}
}

// Delete removes a record with its parts. While other records point to it, it
// is refused with their list (Problem "inUse"): then Archive is the way.
type Delete struct {
	Ref  data.Ref
	Name string
}

// Label is "command.delete.<kind>".
func (c Delete) Label() (string, string) { return "command.delete." + string(c.Ref.Kind), c.Name }

// Run deletes. The owner of the file and the shipped calendar stay: everything
// is counted from them.
func (c Delete) Run(tx *sqlite.Tx) error {
	if me, err := tx.Me(); err == nil && c.Ref == data.RefTo(data.KindPerson, me.ID) {
		return data.Problems{{Code: "ownerStays"}}
	}
	if c.Ref == data.RefTo(data.KindCalendar, Russia) {
		return data.Problems{{Code: "calendarStays"}}
	}
	return tx.Delete(c.Ref)
}

// Archivable tells whether records of the kind can be put away.
func Archivable(k data.Kind) bool { return sqlite.Archivable(k) }

// Archive puts a record away: hidden from lists and choices, found by search.
// A zero day brings it back.
type Archive struct {
	Ref  data.Ref
	Name string
	On   data.Date
}

// Label is "command.archive" or "command.unarchive".
func (c Archive) Label() (string, string) {
	if c.On.IsZero() {
		return "command.unarchive", c.Name
	}
	return "command.archive", c.Name
}

// Run writes the day.
func (c Archive) Run(tx *sqlite.Tx) error { return tx.Archive(c.Ref, c.On) }

// All runs several commands as one step, under the label of the whole.
type All struct {
	Key, Subject string
	Commands     []sqlite.Command
}

// Label is the label of the whole.
func (c All) Label() (string, string) { return c.Key, c.Subject }

// Run runs them in order; the first error ends all.
func (c All) Run(tx *sqlite.Tx) error {
	for _, x := range c.Commands {
		if err := x.Run(tx); err != nil {
			return err
		}
	}
	return nil
}

// nameOf is what a label calls a record; parts without a name have none.
func nameOf(r data.Record) string {
	switch x := r.(type) {
	case data.Person:
		return x.Short()
	case data.Client:
		return x.Name
	case data.Contact:
		return x.FullName
	case data.Project:
		return x.Title()
	case data.Plan:
		return x.Name
	case data.Task:
		return x.Name
	case data.Competency:
		return x.Name
	case data.Resource:
		return x.Name
	case data.Baseline:
		return x.Name
	case data.Trip:
		return x.Name
	case data.Leg:
		return x.FromPlace + " → " + x.ToPlace
	case data.Deliverable:
		return x.Title
	case data.Version:
		return x.Label
	case data.Event:
		return x.Title
	case data.Series:
		return x.Title
	case data.Attachment:
		return x.Name
	case data.Calendar:
		return x.Name
	}
	return tripPartName(r)
}

// tripPartName is what a part of a trip, or a record of the firm, is called.
func tripPartName(r data.Record) string {
	switch x := r.(type) {
	case data.Expense:
		return x.Title
	case data.Estimate:
		return x.Title
	case data.TripItem:
		return x.Title
	case data.Paper:
		return x.Number
	case data.Material:
		return x.Title
	case data.AdvanceReport:
		return x.Number
	case data.Company:
		return x.Name
	case data.Signatory:
		return x.Name
	case data.FxRate:
		return x.Currency
	case data.Numbering:
		return x.Pattern
	}
	return ""
}
