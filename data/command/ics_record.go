package command

import (
	"strings"

	"portfel/data"
	"portfel/data/ical"
	"portfel/data/sqlite"
)

// record makes the record of a foreign item: a trip, a series, a touched day of
// a series, or an event. A known record is edited; its links and notes stay.
// Nil means that the series of a touched day is not known. A series that was
// called off is one event that was: the record must stay to be known again.
func (b *icsImport) record(f ical.Foreign, src data.Source, known bool) (data.Record, error) {
	switch {
	case !f.RecurrenceOn.IsZero():
		return b.touched(f, src, known)
	case f.Rule != "" && f.Status != ical.Cancelled:
		return b.series(f, src, known)
	case known && src.RecordKind == data.KindTrip, !known && f.LooksLikeTrip:
		return b.trip(f, src, known)
	}
	return b.single(f, src, known)
}

// single is an item that does not repeat. One that was a series before keeps what
// belonged to the series.
func (b *icsImport) single(f ical.Foreign, src data.Source, known bool) (data.Record, error) {
	e := data.Event{ID: data.NewID[data.Event](), What: data.EventMeeting, Status: data.EventPlanned}
	switch {
	case known && src.RecordKind == data.KindSeries:
		s, err := sqlite.Get(b.r, data.ID[data.Series](src.RecordID))
		if err != nil {
			return nil, err
		}
		e.What, e.ClientID, e.ProjectID, e.MentoringID, e.Note = s.What, s.ClientID, s.ProjectID, s.MentoringID, s.Note
	case known:
		old, err := sqlite.Get(b.r, data.ID[data.Event](src.RecordID))
		if err != nil {
			return nil, err
		}
		e = old
	}
	return b.event(f, e), nil
}

// event is a record as an item has it.
func (b *icsImport) event(f ical.Foreign, e data.Event) data.Event {
	e.Title, e.Place, e.AllDay = title(f), f.Location, f.AllDay
	if e.Note == "" {
		e.Note = f.Description
	}
	e.Starts, e.Ends = b.times(f)
	switch {
	case f.Status == ical.Cancelled:
		e.Status = data.EventCancelled
	case e.Status == data.EventCancelled:
		e.Status = data.EventPlanned
	}
	return e
}

// times are the moments of an item; whole days stand at 00:00 on the owner's
// clock.
func (b *icsImport) times(f ical.Foreign) (starts, ends data.Moment) {
	if f.AllDay {
		return data.Moment{Day: f.StartsOn, Zone: b.me.Zone}, data.Moment{Day: f.EndsOn, Zone: b.me.Zone}
	}
	return f.Starts, f.Ends
}

// series is an item that repeats. One that was a single event before keeps what
// belonged to the event.
func (b *icsImport) series(f ical.Foreign, src data.Source, known bool) (data.Record, error) {
	s := data.Series{ID: data.NewID[data.Series](), What: data.EventMeeting, DaysOff: data.DaysOffKeep}
	switch {
	case known && src.RecordKind == data.KindSeries:
		old, err := sqlite.Get(b.r, data.ID[data.Series](src.RecordID))
		if err != nil {
			return nil, err
		}
		s = old
	case known:
		e, err := sqlite.Get(b.r, data.ID[data.Event](src.RecordID))
		if err != nil {
			return nil, err
		}
		s.What, s.ClientID, s.ProjectID, s.MentoringID, s.Note = e.What, e.ClientID, e.ProjectID, e.MentoringID, e.Note
	}
	s.Title, s.Place, s.AllDay, s.Rule, s.UntilOn = title(f), f.Location, f.AllDay, f.Rule, f.UntilOn
	if s.Note == "" {
		s.Note = f.Description
	}
	s.Starts, s.Ends = b.times(f)
	b.made[f.UID] = s.ID
	return s, nil
}

// eventOn is a series on a day as an event by itself.
func eventOn(s data.Series, day data.Date) data.Event {
	e := data.Event{ID: data.NewID[data.Event](), What: s.What, Title: s.Title, Status: data.EventPlanned, Starts: s.Starts, Ends: s.Ends, AllDay: s.AllDay, Place: s.Place,
		ClientID: s.ClientID, ProjectID: s.ProjectID, MentoringID: s.MentoringID, Note: s.Note, SeriesID: s.ID, OriginalOn: day}
	e.Ends.Day += day - e.Starts.Day
	e.Starts.Day = day
	return e
}

// touched is one day of a series that the sender changed.
func (b *icsImport) touched(f ical.Foreign, src data.Source, known bool) (data.Record, error) {
	id, ok := b.made[f.UID]
	if master, stored := b.known[f.UID]; !ok && stored && master.RecordKind == data.KindSeries {
		id, ok = data.ID[data.Series](master.RecordID), true
	}
	if !ok {
		return nil, nil
	}
	e := data.Event{ID: data.NewID[data.Event](), What: data.EventMeeting, Status: data.EventPlanned}
	was, taken, err := b.taken(id, f.RecurrenceOn)
	if err != nil {
		return nil, err
	}
	if taken {
		e = was
	} else if known && src.RecordKind == data.KindEvent {
		if e, err = sqlite.Get(b.r, data.ID[data.Event](src.RecordID)); err != nil {
			return nil, err
		}
	}
	e = b.event(f, e)
	e.SeriesID, e.OriginalOn = id, f.RecurrenceOn
	return e, nil
}

// trip is an item over whole days on the clocks of its own; the hours of one that
// has them are those of the journey, which legs tell.
func (b *icsImport) trip(f ical.Foreign, src data.Source, known bool) (data.Record, error) {
	name, place := tripName(f)
	t := data.Trip{ID: data.NewID[data.Trip](), What: data.TripHome, PersonID: b.me.ID, Status: data.TripPlanned, Name: name, Place: oneOf(f.Location, place), Purpose: firstLine(f.Description)}
	if known {
		old, err := sqlite.Get(b.r, data.ID[data.Trip](src.RecordID))
		if err != nil {
			return nil, err
		}
		t = old
	}
	t.StartsOn, t.EndsOn = f.Days()
	if f.Status == ical.Cancelled && t.Status != data.TripCancelled {
		t.Status, t.CancelReason = data.TripCancelled, b.calledOff()
	}
	return t, nil
}

func firstLine(s string) string {
	l, _, _ := strings.Cut(strings.TrimSpace(s), "\n")
	return strings.TrimSpace(l)
}
