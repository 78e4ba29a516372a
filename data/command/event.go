package command

import (
	"strings"

	"portfel/data"
	"portfel/data/ical"
	"portfel/data/sqlite"
)

// Party is who takes part in an event or a series: own people and contacts.
type Party struct {
	People   []data.ID[data.Person]
	Contacts []data.ID[data.Contact]
}

// PlanEvent adds an event or edits one, with everybody who takes part: who is
// not in the party is taken out. It never moves the status of a known event.
type PlanEvent struct {
	Event data.Event // an empty ID or status is filled in
	Party
}

// Label is "command.event.plan" and the title.
func (c PlanEvent) Label() (string, string) { return "command.event.plan", c.Event.Title }

// Run writes the event and its participants.
func (c PlanEvent) Run(tx *sqlite.Tx) error {
	e := c.Event
	e.Title = strings.TrimSpace(e.Title)
	if e.ID.IsZero() {
		e.ID = data.NewID[data.Event]()
	}
	if e.Status == "" {
		e.Status = data.EventPlanned
	}
	if err := (Put{Record: e}).Run(tx); err != nil {
		return err
	}
	have, err := sqlite.List[data.EventPerson](tx.Reader, "event_id = ?", e.ID)
	if err != nil {
		return err
	}
	return c.Party.put(tx, have, data.EventPerson{EventID: e.ID})
}

// put makes the participants be exactly the party; like carries the event or
// the series that they take part in.
func (p Party) put(tx *sqlite.Tx, have []data.EventPerson, like data.EventPerson) error {
	want := map[[2]string]data.EventPerson{}
	for _, id := range p.People {
		want[[2]string{id.String(), ""}] = data.EventPerson{PersonID: id}
	}
	for _, id := range p.Contacts {
		want[[2]string{"", id.String()}] = data.EventPerson{ContactID: id}
	}
	for _, h := range have {
		k := [2]string{h.PersonID.String(), h.ContactID.String()}
		if _, stays := want[k]; stays {
			delete(want, k)
			continue
		}
		if err := tx.Delete(data.RefTo(data.KindEventPerson, h.ID)); err != nil {
			return err
		}
	}
	return p.add(tx, want, like)
}

// add writes the participants that are missing, in the order of the party.
func (p Party) add(tx *sqlite.Tx, missing map[[2]string]data.EventPerson, like data.EventPerson) error {
	put := func(k [2]string) error {
		row, ok := missing[k]
		if !ok {
			return nil
		}
		delete(missing, k)
		row.ID, row.EventID, row.SeriesID = data.NewID[data.EventPerson](), like.EventID, like.SeriesID
		return tx.Put(row)
	}
	for _, id := range p.People {
		if err := put([2]string{id.String(), ""}); err != nil {
			return err
		}
	}
	for _, id := range p.Contacts {
		if err := put([2]string{"", id.String()}); err != nil {
			return err
		}
	}
	return nil
}

// HoldEvent says that an event took place, with what came of it.
type HoldEvent struct {
	ID       data.ID[data.Event]
	Name     string
	Result   string
	NextStep string
	NextOn   data.Date
}

// Label is "command.event.hold" and the title.
func (c HoldEvent) Label() (string, string) { return "command.event.hold", c.Name }

// Run moves the event to held; the result of one held already is edited. Minutes
// that were written before the meeting was marked stay when nothing is said.
func (c HoldEvent) Run(tx *sqlite.Tx) error {
	e, err := sqlite.Get(tx.Reader, c.ID)
	if err != nil {
		return err
	}
	was := e.Status
	if was != data.EventHeld && c.Result == "" && c.NextStep == "" && c.NextOn.IsZero() {
		c.Result, c.NextStep, c.NextOn = e.Result, e.NextStep, e.NextOn
	}
	e.Status, e.Result, e.NextStep, e.NextOn = data.EventHeld, c.Result, c.NextStep, c.NextOn
	if was == data.EventHeld {
		return tx.Put(e)
	}
	return Move{Record: e}.Run(tx)
}

// CancelEvent calls an event off; the reason, if any, becomes its note.
type CancelEvent struct {
	ID     data.ID[data.Event]
	Name   string
	Reason string
}

// Label is "command.event.cancel" and the title.
func (c CancelEvent) Label() (string, string) { return "command.event.cancel", c.Name }

// Run moves the event to cancelled.
func (c CancelEvent) Run(tx *sqlite.Tx) error {
	e, err := sqlite.Get(tx.Reader, c.ID)
	if err != nil {
		return err
	}
	e.Status = data.EventCancelled
	if c.Reason != "" {
		e.Note = c.Reason
	}
	return Move{Record: e}.Run(tx)
}

// NewSeries adds a series of events or edits a whole one, with its party. The
// first day becomes the first one that the rule falls on.
type NewSeries struct {
	Series data.Series // an empty ID or DaysOff is filled in
	Party
}

// Label is "command.series.new" and the title.
func (c NewSeries) Label() (string, string) { return "command.series.new", c.Series.Title }

// Run refuses a rule that calendars read in different ways (ical.CheckRule).
func (c NewSeries) Run(tx *sqlite.Tx) error {
	s := c.Series
	s.Title = strings.TrimSpace(s.Title)
	if s.ID.IsZero() {
		s.ID = data.NewID[data.Series]()
	}
	if s.DaysOff == "" {
		s.DaysOff = data.DaysOffSkip
	}
	if err := s.Validate().Err(); err != nil {
		return err
	}
	if err := ical.CheckRule(s.Rule); err != nil {
		return err
	}
	first, ok := firstDay(s)
	if !ok {
		return data.Problems{{Field: "untilOn", Code: "seriesEmpty"}}
	}
	s.Ends.Day += first - s.Starts.Day
	s.Starts.Day = first
	if err := tx.Put(s); err != nil {
		return err
	}
	have, err := sqlite.List[data.EventPerson](tx.Reader, "series_id = ?", s.ID)
	if err != nil {
		return err
	}
	return c.Party.put(tx, have, data.EventPerson{SeriesID: s.ID})
}

// firstDay is the first day of a series by its rule, whether it is off or not.
func firstDay(s data.Series) (data.Date, bool) {
	to := s.UntilOn
	if to.IsZero() {
		to = s.Starts.Day + horizon
	}
	days := ical.Occurrences(s, s.Starts.Day, to, nil, 1)
	if len(days) == 0 {
		return 0, false
	}
	return days[0].OriginalDay, true
}

// EndSeries lets a series stop: LastOn is its last possible day. Days that were
// taken out of it stay.
type EndSeries struct {
	ID     data.ID[data.Series]
	Name   string
	LastOn data.Date
}

// Label is "command.series.end" and the title.
func (c EndSeries) Label() (string, string) { return "command.series.end", c.Name }

// Run writes the last day; before the first day it is refused.
func (c EndSeries) Run(tx *sqlite.Tx) error {
	s, err := sqlite.Get(tx.Reader, c.ID)
	if err != nil {
		return err
	}
	s.UntilOn = c.LastOn
	return tx.Put(s)
}
