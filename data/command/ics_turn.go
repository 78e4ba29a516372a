package command

import (
	"slices"

	"portfel/data"
	"portfel/data/ical"
	"portfel/data/sqlite"
)

// What hangs on an item of another program is known by the item's UID, a sign and
// a day: touchedPart is a day of a series that was moved, droppedPart one that was
// taken out, extraPart a day that a list added.
const (
	touchedPart = "#"
	droppedPart = "-"
	extraPart   = "+"
)

func partID(uid, sign string, day data.Date) string { return uid + sign + day.String() }

// partOf is the way back; an empty uid means that the name is none of a part.
func partOf(id string) (uid, sign string, day data.Date) {
	at := len(id) - len("2026-12-01") - 1
	if at < 1 {
		return "", "", 0
	}
	day, err := data.ParseDate(id[at+1:])
	sign = id[at : at+1]
	if err != nil || day.IsZero() || sign != touchedPart && sign != droppedPart && sign != extraPart {
		return "", "", 0
	}
	return id[:at], sign, day
}

// externalID names an item, or one touched day of it.
func externalID(f ical.Foreign) string {
	if f.RecurrenceOn.IsZero() {
		return f.UID
	}
	return partID(f.UID, touchedPart, f.RecurrenceOn)
}

// behind is what follows from an accepted item: days taken out and added, days that
// come back, and what the item was before.
func (b *icsImport) behind(f ical.Foreign, src data.Source, known bool, rec data.Record) error {
	if !f.RecurrenceOn.IsZero() {
		return nil
	}
	turned := known && src.RecordKind != rec.Kind()
	switch x := rec.(type) {
	case data.Event:
		if turned {
			if err := b.leaveSeries(f, data.ID[data.Series](src.RecordID), x); err != nil {
				return err
			}
		}
		return b.extraDays(f, x)
	case data.Series:
		if turned {
			if err := b.joinSeries(data.ID[data.Event](src.RecordID), x); err != nil {
				return err
			}
		}
		if err := b.takeOut(f, x); err != nil {
			return err
		}
		if err := b.extraDays(f, eventOn(x, x.Starts.Day)); err != nil {
			return err
		}
		return b.comeBack(f)
	}
	return nil
}

// take lists a record that is a part of an item, with the source that knows it.
func (b *icsImport) take(e data.Event, id string) {
	src, known := b.known[id]
	if !known {
		src = data.Source{ID: data.NewID[data.Source](), System: icsSystem, ExternalID: id}
	}
	src.RecordKind, src.RecordID = data.KindEvent, e.Key()
	b.known[id] = src
	b.puts = append(b.puts, e, src)
}

// takeOut makes the days that are taken out of a series cancelled events of it.
func (b *icsImport) takeOut(f ical.Foreign, s data.Series) error {
	for _, day := range f.ExDates {
		if _, known := b.known[partID(f.UID, droppedPart, day)]; known {
			continue
		}
		e, taken, err := b.taken(s.ID, day)
		switch {
		case err != nil:
			return err
		case taken && e.Status == data.EventPlanned:
			e.Status = data.EventCancelled
			b.take(e, partID(f.UID, droppedPart, day))
		case !taken:
			e = eventOn(s, day)
			e.Status = data.EventCancelled
			b.take(e, partID(f.UID, droppedPart, day))
		}
	}
	return nil
}

// extraDays are events for the days that a list adds to the rule; those that the
// list holds no longer go.
func (b *icsImport) extraDays(f ical.Foreign, like data.Event) error {
	length := int(like.Ends.Day-like.Starts.Day)*1440 + like.Ends.Min - like.Starts.Min
	in := map[data.Date]bool{}
	for _, m := range f.RDates {
		in[m.Day] = true
		e := data.Event{ID: data.NewID[data.Event](), What: like.What, Status: data.EventPlanned, ClientID: like.ClientID, ProjectID: like.ProjectID, MentoringID: like.MentoringID, Note: like.Note}
		src, known := b.known[partID(f.UID, extraPart, m.Day)]
		if known {
			old, err := sqlite.Get(b.r, data.ID[data.Event](src.RecordID))
			if err != nil {
				return err
			}
			e = old
		}
		if like.AllDay {
			m.Zone = b.me.Zone
		}
		e.Title, e.Place, e.AllDay, e.Starts, e.Ends = like.Title, like.Place, like.AllDay, m, m.Add(length)
		b.take(e, partID(f.UID, extraPart, m.Day))
	}
	for _, src := range b.parts[f.UID] {
		if _, sign, day := partOf(src.ExternalID); sign != extraPart || in[day] || src.Hash != "" {
			continue
		}
		e, err := sqlite.Get(b.r, data.ID[data.Event](src.RecordID))
		if err != nil {
			return err
		}
		if err := b.goes(e, src); err != nil {
			return err
		}
	}
	return nil
}

// comeBack gives a series the days again that an earlier version had moved or taken
// out and this one has not.
func (b *icsImport) comeBack(f ical.Foreign) error {
	if !f.RecurrenceOn.IsZero() {
		return nil
	}
	id, ok := b.made[f.UID]
	if master := b.known[f.UID]; !ok && master.RecordKind == data.KindSeries {
		id, ok = data.ID[data.Series](master.RecordID), true
	}
	if !ok {
		return nil
	}
	for _, src := range b.parts[f.UID] {
		_, sign, day := partOf(src.ExternalID)
		out := slices.Contains(f.ExDates, day)
		if sign == extraPart || b.days[f.UID][day] && sign == touchedPart || out && sign == droppedPart || b.dropped(data.RefTo(data.KindSource, src.ID)) {
			continue
		}
		e, err := sqlite.Get(b.r, data.ID[data.Event](src.RecordID))
		if err != nil {
			return err
		}
		if e.SeriesID != id || out || b.days[f.UID][day] { // another's, or the other part speaks of the day
			if e.SeriesID == id {
				b.drops = append(b.drops, data.RefTo(data.KindSource, src.ID))
			}
			continue
		}
		if err := b.returns(f, e, src); err != nil {
			return err
		}
	}
	return nil
}

// returns lets one day of a series stand where the series has it. What somebody
// wrote to the day stays with it.
func (b *icsImport) returns(f ical.Foreign, e data.Event, src data.Source) error {
	on := f
	on.StartsOn, on.Starts.Day, on.AllDay = e.OriginalOn, e.OriginalOn, f.AllDay
	plain, err := b.plain(e)
	switch {
	case err != nil:
		return err
	case plain:
		b.drops = append(b.drops, data.RefTo(data.KindEvent, e.ID))
	default:
		s, err := b.seriesNow(e.SeriesID)
		if err != nil {
			return err
		}
		was := eventOn(s, e.OriginalOn)
		e.Title, e.Place, e.AllDay, e.Starts, e.Ends = was.Title, was.Place, was.AllDay, was.Starts, was.Ends
		if e.Status == data.EventCancelled {
			e.Status = data.EventPlanned
		}
		b.puts = append(b.puts, e)
		b.drops = append(b.drops, data.RefTo(data.KindSource, src.ID))
	}
	b.row(ImportChanged, data.KindEvent, title(f), on, "")
	return nil
}

// seriesNow is a series as this import leaves it.
func (b *icsImport) seriesNow(id data.ID[data.Series]) (data.Series, error) {
	for _, r := range slices.Backward(b.puts) {
		if s, ok := r.(data.Series); ok && s.ID == id {
			return s, nil
		}
	}
	return sqlite.Get(b.r, id)
}

// taken is the event that a day of a series was made into, as this import leaves it.
func (b *icsImport) taken(id data.ID[data.Series], day data.Date) (data.Event, bool, error) {
	for _, r := range slices.Backward(b.puts) {
		if e, ok := r.(data.Event); ok && e.SeriesID == id && e.OriginalOn == day {
			return e, true, nil
		}
	}
	list, err := sqlite.List[data.Event](b.r, "series_id = ? AND original_on = ?", id, day)
	if err != nil || len(list) == 0 || b.dropped(data.RefTo(data.KindEvent, list[0].ID)) {
		return data.Event{}, false, err
	}
	return list[0], true, nil
}

func (b *icsImport) dropped(ref data.Ref) bool { return slices.Contains(b.drops, ref) }

// plain tells whether an event holds nothing that somebody wrote here: then it may
// go with what it came from.
func (b *icsImport) plain(e data.Event) (bool, error) {
	party, err := sqlite.List[data.EventPerson](b.r, "event_id = ?", e.ID)
	if err != nil || len(party) > 0 {
		return false, err
	}
	return b.bare(e)
}

// bare is plain but for who takes part.
func (b *icsImport) bare(e data.Event) (bool, error) {
	if e.Status == data.EventHeld || e.Result != "" || e.NextStep != "" || !e.NextOn.IsZero() || !e.TripID.IsZero() {
		return false, nil
	}
	files, err := sqlite.List[data.Attachment](b.r, "owner_id = ?", e.ID)
	if err != nil || len(files) > 0 {
		return false, err
	}
	links, err := sqlite.List[data.Link](b.r, "left_id = ?1 OR right_id = ?1", e.ID)
	return len(links) == 0, err
}

// goes removes an event that its item has no longer; one that somebody wrote to
// stays by itself.
func (b *icsImport) goes(e data.Event, src data.Source) error {
	plain, err := b.plain(e)
	switch {
	case err != nil:
		return err
	case plain:
		b.drops = append(b.drops, data.RefTo(data.KindEvent, e.ID))
	default:
		b.drops = append(b.drops, data.RefTo(data.KindSource, src.ID))
	}
	return nil
}

// joinSeries lets a single event give way to the series that it became: who takes
// part goes over, and what was written to it stays as its day of the series, or by
// itself where the series has no such day.
func (b *icsImport) joinSeries(id data.ID[data.Event], s data.Series) error {
	e, err := sqlite.Get(b.r, id)
	if err != nil {
		return err
	}
	party, err := sqlite.List[data.EventPerson](b.r, "event_id = ? ORDER BY id", id)
	if err != nil {
		return err
	}
	for _, p := range party {
		b.puts = append(b.puts, data.EventPerson{ID: data.NewID[data.EventPerson](), SeriesID: s.ID, PersonID: p.PersonID, ContactID: p.ContactID})
	}
	bare, err := b.bare(e)
	if err != nil {
		return err
	}
	day := e.Starts.Day
	switch {
	case bare:
		b.drops = append(b.drops, data.RefTo(data.KindEvent, id))
	case len(ical.Occurrences(s, day, day, nil, 1)) > 0:
		e.SeriesID, e.OriginalOn = s.ID, day
		b.puts = append(b.puts, e)
	}
	return nil
}

// leaveSeries lets a series give way to the single event that it became: who takes
// part goes over, and days that somebody wrote to stay by themselves.
func (b *icsImport) leaveSeries(f ical.Foreign, id data.ID[data.Series], to data.Event) error {
	party, err := sqlite.List[data.EventPerson](b.r, "series_id = ? ORDER BY id", id)
	if err != nil {
		return err
	}
	for _, p := range party {
		b.puts = append(b.puts, data.EventPerson{ID: data.NewID[data.EventPerson](), EventID: to.ID, PersonID: p.PersonID, ContactID: p.ContactID})
	}
	days, err := sqlite.List[data.Event](b.r, "series_id = ? ORDER BY original_on", id)
	if err != nil {
		return err
	}
	for _, e := range days {
		bare, err := b.bare(e)
		if err != nil {
			return err
		}
		if !bare {
			e.SeriesID, e.OriginalOn = data.ID[data.Series]{}, 0
			b.puts = append(b.puts, e)
			b.forget(f.UID, e)
		}
	}
	b.drops = append(b.drops, data.RefTo(data.KindSeries, id))
	for _, src := range b.parts[f.UID] {
		if _, sign, _ := partOf(src.ExternalID); sign != extraPart {
			delete(b.known, src.ExternalID)
		}
	}
	return nil
}

// forget takes the source from a day that stays without its series.
func (b *icsImport) forget(uid string, e data.Event) {
	for _, src := range b.parts[uid] {
		if src.RecordID == e.Key() {
			b.drops = append(b.drops, data.RefTo(data.KindSource, src.ID))
		}
	}
}
