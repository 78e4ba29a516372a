package command

import (
	"strings"

	"portfel/data"
	"portfel/data/ical"
	"portfel/data/sqlite"
)

// record makes the record of a foreign item: a trip, a series, a touched day of
// a series, or an event. A known record is edited; its links and notes stay.
// Nil means that the series of a touched day is not known.
func (b *icsImport) record(f ical.Foreign, src data.Source, known bool) (data.Record, []data.Record, error) {
	switch {
	case !f.RecurrenceOn.IsZero():
		return b.touched(f, src, known)
	case f.Rule != "":
		return b.series(f, src, known)
	case known && src.RecordKind == data.KindTrip, !known && f.LooksLikeTrip && f.AllDay:
		return b.trip(f, src, known)
	}
	return b.event(f, src, known)
}

func (b *icsImport) event(f ical.Foreign, src data.Source, known bool) (data.Record, []data.Record, error) {
	e := data.Event{ID: data.NewID[data.Event](), What: data.EventMeeting, Status: data.EventPlanned}
	if known && src.RecordKind == data.KindEvent {
		old, err := sqlite.Get(b.r, data.ID[data.Event](src.RecordID))
		if err != nil {
			return nil, nil, err
		}
		e = old
	}
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
	return e, b.extraDays(f, e), nil
}

// times are the moments of an item; whole days stand at 00:00 on the owner's
// clock.
func (b *icsImport) times(f ical.Foreign) (starts, ends data.Moment) {
	if f.AllDay {
		return data.Moment{Day: f.StartsOn, Zone: b.me.Zone}, data.Moment{Day: f.EndsOn, Zone: b.me.Zone}
	}
	return f.Starts, f.Ends
}

// extraDays are events for the days that a list adds to the rule.
func (b *icsImport) extraDays(f ical.Foreign, e data.Event) []data.Record {
	var out []data.Record
	for _, m := range f.RDates {
		id := externalIDOn(f, m.Day)
		if _, known := b.known[id]; known {
			continue
		}
		x := e
		x.ID = data.NewID[data.Event]()
		length := int(e.Ends.Day-e.Starts.Day)*1440 + e.Ends.Min - e.Starts.Min
		if x.AllDay {
			m.Zone = b.me.Zone
		}
		x.Starts, x.Ends = m, m.Add(length)
		src := data.Source{ID: data.NewID[data.Source](), System: icsSystem, ExternalID: id, RecordKind: data.KindEvent, RecordID: x.Key()}
		b.known[id] = src
		out = append(out, x, src)
	}
	return out
}

func externalIDOn(f ical.Foreign, day data.Date) string { return f.UID + "+" + day.String() }

func (b *icsImport) series(f ical.Foreign, src data.Source, known bool) (data.Record, []data.Record, error) {
	s := data.Series{ID: data.NewID[data.Series](), What: data.EventMeeting, DaysOff: data.DaysOffKeep}
	if known && src.RecordKind == data.KindSeries {
		old, err := sqlite.Get(b.r, data.ID[data.Series](src.RecordID))
		if err != nil {
			return nil, nil, err
		}
		s = old
	}
	s.Title, s.Place, s.AllDay, s.Rule, s.UntilOn = title(f), f.Location, f.AllDay, f.Rule, f.UntilOn
	if s.Note == "" {
		s.Note = f.Description
	}
	s.Starts, s.Ends = b.times(f)
	b.made[f.UID] = s.ID
	taken, err := sqlite.List[data.Event](b.r, "series_id = ?", s.ID)
	if err != nil {
		return nil, nil, err
	}
	return s, append(dropped(s, f.ExDates, taken), b.extraDays(f, eventOf(s))...), nil
}

// eventOf is one day of a series as an event by itself.
func eventOf(s data.Series) data.Event {
	return data.Event{What: s.What, Title: s.Title, Status: data.EventPlanned, Starts: s.Starts, Ends: s.Ends, AllDay: s.AllDay, Place: s.Place, Note: s.Note}
}

// dropped are the days taken out of a series, as cancelled occurrences.
func dropped(s data.Series, days []data.Date, taken []data.Event) []data.Record {
	have := map[data.Date]bool{}
	for _, e := range taken {
		have[e.OriginalOn] = true
	}
	var out []data.Record
	for _, d := range days {
		if have[d] {
			continue
		}
		e := eventOf(s)
		e.ID, e.Status, e.SeriesID, e.OriginalOn = data.NewID[data.Event](), data.EventCancelled, s.ID, d
		e.Ends.Day += d - e.Starts.Day
		e.Starts.Day = d
		out = append(out, e)
	}
	return out
}

// touched is one day of a series that the sender changed.
func (b *icsImport) touched(f ical.Foreign, src data.Source, known bool) (data.Record, []data.Record, error) {
	id, ok := b.made[f.UID]
	if master, stored := b.known[f.UID]; !ok && stored && master.RecordKind == data.KindSeries {
		id, ok = data.ID[data.Series](master.RecordID), true
	}
	if !ok {
		return nil, nil, nil
	}
	rec, _, err := b.event(f, src, known)
	if err != nil {
		return nil, nil, err
	}
	e := rec.(data.Event)
	if !known {
		same, err := sqlite.List[data.Event](b.r, "series_id = ? AND original_on = ?", id, f.RecurrenceOn)
		if err != nil {
			return nil, nil, err
		}
		if len(same) > 0 {
			e.ID = same[0].ID
		}
	}
	e.SeriesID, e.OriginalOn = id, f.RecurrenceOn
	return e, nil, nil
}

func (b *icsImport) trip(f ical.Foreign, src data.Source, known bool) (data.Record, []data.Record, error) {
	t := data.Trip{ID: data.NewID[data.Trip](), What: data.TripHome, PersonID: b.me.ID, Status: data.TripPlanned, Name: tripName(f), Place: f.Location, Purpose: firstLine(f.Description)}
	if known {
		old, err := sqlite.Get(b.r, data.ID[data.Trip](src.RecordID))
		if err != nil {
			return nil, nil, err
		}
		t = old
	}
	t.StartsOn, t.EndsOn = f.StartsOn, f.EndsOn
	if f.Status == ical.Cancelled && t.Status != data.TripCancelled {
		t.Status, t.CancelReason = data.TripCancelled, "iCal: STATUS:CANCELLED"
	}
	return t, nil, nil
}

// tripName is the summary without the words that only say that it is a trip.
func tripName(f ical.Foreign) string {
	s := title(f)
	if head, rest, ok := strings.Cut(s, ":"); ok && len([]rune(head)) <= 20 {
		s = strings.TrimSpace(rest)
	}
	return oneOf(s, f.Location, f.UID)
}

func firstLine(s string) string {
	l, _, _ := strings.Cut(strings.TrimSpace(s), "\n")
	return strings.TrimSpace(l)
}

// ours is an item that this file exported. One that stands where we have it is
// the same, and an old version of it changes nothing; a moved meeting moves here
// too; what follows from other records is
// changed there, not by a calendar.
func (b *icsImport) ours(f ical.Foreign) error {
	key := f.UID
	if !f.RecurrenceOn.IsZero() {
		b.say(ImportSame, data.KindEvent, f, "")
		return nil
	}
	it, here := b.own[key]
	switch {
	case !here || f.Status == ical.Cancelled:
		b.say(ImportRefused, kindOfOwn(it), f, "icsGone")
		return nil
	case sameTime(it, f):
		b.say(ImportSame, kindOfOwn(it), f, "")
		return nil
	case f.Sequence < b.told[key]:
		b.older(kindOfOwn(it), title(f), f, b.told[key])
		return nil
	case it.Kind != data.AgendaEvent:
		b.say(ImportRefused, kindOfOwn(it), f, "icsComputed")
		return nil
	}
	e, err := sqlite.Get(b.r, data.ID[data.Event](f.OwnID))
	if err != nil {
		return err
	}
	e.Starts, e.Ends = b.times(f)
	e.AllDay = f.AllDay
	if err := e.Validate().Err(); err != nil {
		b.refuse(f, data.KindEvent, err)
		return nil
	}
	b.puts = append(b.puts, e)
	b.say(ImportChanged, data.KindEvent, f, "")
	return nil
}

func sameTime(it ical.Item, f ical.Foreign) bool {
	if it.AllDay != f.AllDay || it.Todo != f.Todo {
		return f.Todo
	}
	if f.AllDay {
		return it.StartsOn == f.StartsOn && it.EndsOn == f.EndsOn
	}
	return sameInstant(it.Starts, f.Starts) && (it.Ends.IsZero() || sameInstant(it.Ends, f.Ends))
}

func sameInstant(a, b data.Moment) bool { return !a.Before(b) && !b.Before(a) }

var ownKinds = map[data.AgendaKind]data.Kind{
	data.AgendaTrip: data.KindTrip, data.AgendaLocal: data.KindTrip, data.AgendaPapers: data.KindTrip, data.AgendaReport: data.KindTrip, data.AgendaLeg: data.KindLeg,
	data.AgendaTask: data.KindTask, data.AgendaMilestone: data.KindTask, data.AgendaDue: data.KindTask, data.AgendaItem: data.KindTask,
	data.AgendaControl: data.KindMentoring, data.AgendaAbsence: data.KindAbsence, data.AgendaDocument: data.KindDeliverable,
	data.AgendaSeries: data.KindSeries, data.AgendaProject: data.KindProject,
}

func kindOfOwn(it ical.Item) data.Kind {
	if k, ok := ownKinds[it.Kind]; ok {
		return k
	}
	return data.KindEvent
}
