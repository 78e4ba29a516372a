package command

import (
	"portfel/data"
	"portfel/data/sqlite"
)

// ShiftEvent moves a planned event on its own clock: by days, and by minutes
// when it has a time. With a series as Ref it moves the one day On, which
// becomes an event of its own; the series goes on.
type ShiftEvent struct {
	Ref     data.Ref // KindEvent or KindSeries
	On      data.Date
	Days    int
	Minutes int
	Name    string
}

// Label is "command.event.shift" and the title.
func (c ShiftEvent) Label() (string, string) { return "command.event.shift", c.Name }

// Run refuses an event that was held or called off (Problem "eventDone").
func (c ShiftEvent) Run(tx *sqlite.Tx) error {
	e, err := c.event(tx)
	if err != nil {
		return err
	}
	if e.Status != data.EventPlanned {
		return data.Problems{{Code: "eventDone"}}
	}
	minutes := c.Minutes
	if e.AllDay {
		minutes = 0
	}
	e.Starts, e.Ends = shiftMoment(e.Starts, c.Days, minutes), shiftMoment(e.Ends, c.Days, minutes)
	return tx.Put(e)
}

// event is the event to move; a day of a series is taken out of it first.
func (c ShiftEvent) event(tx *sqlite.Tx) (data.Event, error) {
	if c.Ref.Kind == data.KindSeries {
		return takeOut(tx, data.As[data.Series](c.Ref), c.On)
	}
	return sqlite.Get(tx.Reader, data.As[data.Event](c.Ref))
}

func shiftMoment(m data.Moment, days, minutes int) data.Moment {
	m.Day += data.Date(days)
	return m.Add(minutes)
}

// ShiftLocalTrip moves a local trip by days and by minutes of its day.
type ShiftLocalTrip struct {
	ID      data.ID[data.Trip]
	Days    int
	Minutes int
	Name    string
}

// Label is "command.trip.shift" and the trip's name.
func (c ShiftLocalTrip) Label() (string, string) { return "command.trip.shift", c.Name }

// Run keeps the trip within its day. A trip that is over is refused (Problem
// "tripDone"), as is one that is not local (Problem of "timeFrom").
func (c ShiftLocalTrip) Run(tx *sqlite.Tx) error {
	t, err := sqlite.Get(tx.Reader, c.ID)
	if err != nil {
		return err
	}
	if t.What != data.TripLocal || t.TimeTo == 0 {
		return data.Problems{{Field: "timeFrom", Code: "required"}}
	}
	if !tripOpen(t) {
		return data.Problems{{Code: "tripDone"}}
	}
	shiftDates(&t, c.Days)
	by := min(max(c.Minutes, -t.TimeFrom), 24*60-t.TimeTo)
	t.TimeFrom, t.TimeTo = t.TimeFrom+by, t.TimeTo+by
	return tx.Put(t)
}
