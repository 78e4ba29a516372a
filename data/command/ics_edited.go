package command

import (
	"slices"
	"strings"

	"portfel/data"
	"portfel/data/ical"
	"portfel/data/sqlite"
)

//text:prefix ics.edit.

// ours is an item that this file exported. What was changed in it elsewhere is a
// change of the record, where the record holds it: all of a meeting and of a series,
// the end of a trip. What follows from other records is changed there, and is
// refused here.
func (b *icsImport) ours(f ical.Foreign) error {
	key := f.Key()
	it, here := b.own.items[key]
	series, ofSeries := b.own.items[f.UID]
	day, isDay := seriesDay(f)
	told, wasTold := b.own.state[key]
	kind := kindOfOwn(it)
	switch {
	case b.own.isNow(key, f),
		f.Status == ical.Cancelled && (!here || it.Status == ical.Cancelled) && !(isDay && ofSeries):
		b.say(ImportSame, kind, f, "")
		return nil
	case wasTold && f.Sequence < told.Sequence:
		b.older(kind, title(f), f, told.Sequence)
		return nil
	case !here && isDay && ofSeries && series.Kind == data.AgendaSeries && !series.Hidden:
		return b.newDay(f, day)
	case !here || it.Hidden:
		b.say(ImportRefused, kind, f, "icsGone")
		return nil
	}
	base, found, err := b.own.like(key, f)
	if err != nil || !found {
		b.say(ImportRefused, kind, f, "icsGone")
		return err
	}
	edits := editsOf(base, f)
	if len(edits) == 0 {
		b.say(ImportSame, kind, f, "icsChangedHere")
		return nil
	}
	switch {
	case isDay && it.Kind == data.AgendaSeries:
		return b.newDay(f, day)
	case it.Kind == data.AgendaEvent:
		return b.ownEvent(f, base, edits)
	case it.Kind == data.AgendaSeries:
		return b.ownSeries(f, base, edits)
	case (it.Kind == data.AgendaTrip || it.Kind == data.AgendaLocal) && f.Status == ical.Cancelled && slices.Contains(edits, editStatus):
		return b.ownTrip(f)
	}
	b.notHere(kind, f, edits)
	return nil
}

// seriesDay is the day of a series that an own item is about.
func seriesDay(f ical.Foreign) (data.Date, bool) {
	if !f.RecurrenceOn.IsZero() {
		return f.RecurrenceOn, true
	}
	day, err := data.ParseDate(f.OwnPart)
	return day, err == nil && !day.IsZero()
}

// notHere refuses what no calendar can change. Nothing left means that what was
// edited there has been made the same here.
func (b *icsImport) notHere(k data.Kind, f ical.Foreign, edits []edit) {
	if len(edits) == 0 {
		b.say(ImportSame, k, f, "icsChangedHere")
		return
	}
	if edits[0] == editWhen && k != data.KindAbsence {
		b.say(ImportRefused, k, f, "icsComputed")
		return
	}
	b.say(ImportRefused, k, f, "icsNotHere", "@ics.edit."+string(edits[0]))
}

// accepted lists a changed record of our own, and keeps the number that it has
// elsewhere, so that our next export is a later one. What could not be taken is
// named.
func (b *icsImport) accepted(f ical.Foreign, rec data.Record, left []edit) {
	if err := rec.Validate().Err(); err != nil {
		b.refuse(f, rec.Kind(), err)
		return
	}
	b.puts = append(b.puts, rec)
	b.saw(f)
	if len(left) == 0 {
		b.say(ImportChanged, rec.Kind(), f, "")
	} else {
		b.say(ImportChanged, rec.Kind(), f, "icsPartly", "@ics.edit."+string(left[0]))
	}
}

// maxSeen is the highest number of another program that is believed.
const maxSeen = 1 << 24

func (b *icsImport) saw(f ical.Foreign) {
	s, told := b.own.state[f.Key()]
	if told && f.Sequence > s.Sequence && f.Sequence < maxSeen {
		s.Sequence = f.Sequence
		b.seen = append(b.seen, s)
	}
}

// ownEvent takes the changes of a meeting, or of a day of a series that stands by
// itself here already.
func (b *icsImport) ownEvent(f, base ical.Foreign, edits []edit) error {
	e, err := b.eventBehind(f)
	if err != nil {
		return err
	}
	was := e
	left, problem := b.apply(&e, f, base, edits)
	switch {
	case problem != nil:
		b.refuse(f, data.KindEvent, problem)
	case e == was:
		b.notHere(data.KindEvent, f, left)
	default:
		b.accepted(f, e, left)
	}
	return nil
}

func (b *icsImport) eventBehind(f ical.Foreign) (data.Event, error) {
	if f.RecurrenceOn.IsZero() {
		return sqlite.Get(b.r, data.ID[data.Event](f.OwnID))
	}
	e, ok, err := b.taken(data.ID[data.Series](f.OwnID), f.RecurrenceOn)
	if err == nil && !ok {
		err = data.ErrNotFound
	}
	return e, err
}

// apply brings the changes of an item into an event; what it cannot hold is left. A
// move that the event may not make is the problem.
func (b *icsImport) apply(e *data.Event, f, base ical.Foreign, edits []edit) (left []edit, problem error) {
	for _, x := range edits {
		switch {
		case x == editTitle && f.Summary != "":
			e.Title = f.Summary
		case x == editPlace:
			e.Place = f.Location
		case x == editWhen && !f.Todo:
			e.Starts, e.Ends = b.times(f)
			e.AllDay = f.AllDay
		case x == editNote && noteOf(&e.Note, f, base):
		case x == editStatus && (f.Status == ical.Cancelled || f.Status == ical.Confirmed && e.Status == data.EventCancelled):
			to := data.EventPlanned
			if f.Status == ical.Cancelled {
				to = data.EventCancelled
			}
			if !legal(*e, string(to)) {
				return nil, illegal(*e, string(to))
			}
			e.Status = to
		default:
			left = append(left, x)
		}
	}
	return left, nil
}

// noteOf takes the note out of a description, which has the labelled lines behind
// it; false when those were changed too.
func noteOf(note *string, f, base ical.Foreign) bool {
	labels, ok := strings.CutPrefix(base.Description, strings.TrimSpace(*note))
	now, whole := strings.CutSuffix(f.Description, strings.TrimSpace(labels))
	if !ok || !whole {
		return false
	}
	*note = strings.TrimSpace(now)
	return true
}

// newDay takes one day out of a series of ours: an item of that day was changed
// elsewhere.
func (b *icsImport) newDay(f ical.Foreign, day data.Date) error {
	s, err := b.seriesNow(data.ID[data.Series](f.OwnID))
	if err != nil {
		return err
	}
	if len(ical.Occurrences(s, day, day, nil, 1)) == 0 {
		b.say(ImportRefused, data.KindSeries, f, "icsNoDay")
		return nil
	}
	base, found, err := b.own.like(f.Key(), f)
	if err == nil && !found {
		base, found, err = b.own.like(f.UID, f)
		base = base.On(day)
	}
	if err != nil || !found {
		b.say(ImportRefused, data.KindSeries, f, "icsGone")
		return err
	}
	edits := editsOf(base, f)
	if len(edits) == 0 {
		b.say(ImportSame, data.KindEvent, f, "")
		return nil
	}
	e, taken, err := b.taken(s.ID, day)
	if err != nil {
		return err
	}
	if !taken {
		e = eventOn(s, day)
	}
	was := e
	left, problem := b.apply(&e, f, base, edits)
	switch {
	case problem != nil:
		b.refuse(f, data.KindEvent, problem)
	case e == was:
		b.notHere(data.KindEvent, f, left)
	default:
		b.accepted(f, e, left)
		if !taken {
			return b.withParty(e)
		}
	}
	return nil
}

// withParty lets those who take part in a series take part in a day of it.
func (b *icsImport) withParty(e data.Event) error {
	party, err := sqlite.List[data.EventPerson](b.r, "series_id = ? ORDER BY id", e.SeriesID)
	for _, p := range party {
		b.puts = append(b.puts, data.EventPerson{ID: data.NewID[data.EventPerson](), EventID: e.ID, PersonID: p.PersonID, ContactID: p.ContactID})
	}
	return err
}

// ownSeries takes the changes of a whole series.
func (b *icsImport) ownSeries(f, base ical.Foreign, edits []edit) error {
	s, err := sqlite.Get(b.r, data.ID[data.Series](f.OwnID))
	if err != nil {
		return err
	}
	var left []edit
	was, days := s, false
	for _, x := range edits {
		switch {
		case x == editTitle && f.Summary != "":
			s.Title = f.Summary
		case x == editPlace:
			s.Place = f.Location
		case x == editWhen:
			s.Starts, s.Ends = b.times(f)
			s.AllDay = f.AllDay
		case x == editRule && f.Rule != "" && len(f.RDates) == 0:
			s.Rule, s.UntilOn = f.Rule, f.UntilOn
		case x == editNote && noteOf(&s.Note, f, base):
		case x == editDays:
			days = true
		default:
			left = append(left, x)
		}
	}
	if days {
		moved, err := b.ownDays(s, f.ExDates, base.ExDates)
		if err != nil {
			return err
		}
		if !moved {
			left, days = append(left, editDays), false
		}
	}
	switch {
	case s == was && !days && slices.Contains(left, editStatus) && f.Status == ical.Cancelled:
		b.say(ImportRefused, data.KindSeries, f, "icsSeriesEnd")
	case s == was && !days:
		b.notHere(data.KindSeries, f, left)
	default:
		b.accepted(f, s, left)
	}
	return nil
}

// ownDays calls off the days that were taken out of a series elsewhere, and brings
// back those that were put in again. False when that changes nothing here.
func (b *icsImport) ownDays(s data.Series, out, before []data.Date) (changed bool, err error) {
	for _, day := range slices.Concat(out, before) {
		gone, was := slices.Contains(out, day), slices.Contains(before, day)
		if gone == was || len(ical.Occurrences(s, day, day, nil, 1)) == 0 {
			continue
		}
		e, taken, err := b.taken(s.ID, day)
		if err != nil {
			return false, err
		}
		from, to := data.EventPlanned, data.EventCancelled
		if !gone {
			from, to = to, from
		}
		switch {
		case taken && e.Status == from:
			e.Status = to
		case !taken && gone:
			e = eventOn(s, day)
			e.Status = to
		default:
			continue
		}
		changed = true
		b.puts = append(b.puts, e)
		if !taken {
			if err := b.withParty(e); err != nil {
				return false, err
			}
		}
	}
	return changed, nil
}

// ownTrip calls a trip off, when it may still be.
func (b *icsImport) ownTrip(f ical.Foreign) error {
	t, err := sqlite.Get(b.r, data.ID[data.Trip](f.OwnID))
	if err != nil {
		return err
	}
	if !legal(t, string(data.TripCancelled)) {
		b.refuse(f, data.KindTrip, illegal(t, string(data.TripCancelled)))
		return nil
	}
	t.Status, t.CancelReason = data.TripCancelled, b.calledOff()
	b.accepted(f, t, nil)
	return nil
}

// calledOff is the reason of a trip that a calendar called off, in the language of
// the file: it is kept as a text of the record.
func (b *icsImport) calledOff() string {
	return fileWords(b.r).T("ics.calledOff")
}
