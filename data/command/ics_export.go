package command

import (
	"errors"
	"fmt"
	"time"

	"portfel/data"
	"portfel/data/ical"
	"portfel/data/sqlite"
)

// FileID is the setting that names the file in the UIDs of calendars.
const FileID = "file.id"

// CalendarExport is a calendar made from the file: the bytes of the .ics, the
// table of what should be in it, and how many items it holds. Keep records what
// was exported; call it when the bytes are safely on disk.
type CalendarExport struct {
	ICS   []byte
	Table func() []byte
	Items int
	Keep  func() error
}

// ExportCalendar makes the calendar of an audience. o needs Lang, Audience, Who,
// Client, Layers, Tasks, Auto and CalName; the rest is read from the file. With
// onlyChanged only what differs from the last export of the same feed is in it.
func ExportCalendar(f *sqlite.File, o ical.Options, onlyChanged bool) (CalendarExport, error) {
	r := f.Read()
	feed, rows, err := calendarRows(r, &o)
	if err != nil {
		return CalendarExport{}, err
	}
	known, err := knownStates(r, feed)
	if err != nil {
		return CalendarExport{}, err
	}
	plan := ical.Plan(ical.Items(rows, o), known, o, onlyChanged)
	keep := func() error { return keepStates(f, feed, plan) }
	return CalendarExport{ICS: ical.Encode(plan.Write, o), Table: func() []byte { return ical.Table(plan.Write) }, Items: len(plan.Write), Keep: keep}, nil
}

// calendarRows reads what the calendar may hold, fills the options that the file
// knows, and names the feed. The calendar of one person is a feed of its own;
// that of the owner is mine, also when it is asked for by name. Whose rows stand
// in it is the query's to choose, so Who is empty behind it.
func calendarRows(r *sqlite.Reader, o *ical.Options) (feed string, rows []data.AgendaRow, err error) {
	me, err := owner(r)
	if err != nil {
		return "", nil, err
	}
	if err := fillOptions(r, me, o); err != nil {
		return "", nil, err
	}
	filter := data.AgendaFilter{Masters: true, AnyOrder: true, Layers: o.Layers}
	forMe := o.Audience == ical.ForMe || o.Audience == ""
	if forMe && o.Who == me.ID {
		o.Who = data.ID[data.Person]{}
	}
	feed = o.Feed()
	if forMe {
		filter.PersonID = me.ID
		if !o.Who.IsZero() {
			filter.PersonID = o.Who
		}
		o.Who = data.ID[data.Person]{}
	}
	rows, err = r.Agenda(filter)
	return feed, rows, err
}

// fillOptions sets what the file knows: owner, id, clock, days off, and what
// belongs to whom.
func fillOptions(r *sqlite.Reader, me data.Person, o *ical.Options) error {
	cal, err := Workdays(r)
	if err != nil {
		return err
	}
	secret, err := r.ConfidentialIDs()
	if err != nil {
		return err
	}
	o.Owner, o.FileID, o.Now = me, r.Setting(FileID, ""), r.Now()
	o.Off = func(d data.Date) bool { return !cal.IsWorking(d) }
	o.Confidential = confidential(secret)
	if o.Audience == ical.ForClient {
		o.Named, err = named(r, o.Client)
	}
	return err
}

// owner is the owner of the file. A file has one; without it nothing can be said
// of whose calendar it is.
func owner(r *sqlite.Reader) (data.Person, error) {
	me, err := r.Me()
	if errors.Is(err, data.ErrNotFound) {
		return me, data.Problem{Code: "noOwner"}
	}
	return me, err
}

// named tells the events and series in which a client itself is named: as their
// client, or by a contact that takes part. A day taken out of such a series is
// one of them.
func named(r *sqlite.Reader, client data.ID[data.Client]) (func(data.AgendaRow) bool, error) {
	const where = "client_id = ?1 OR id IN (SELECT x.%s FROM event_person x JOIN contact k ON k.id = x.contact_id WHERE k.client_id = ?1)"
	events, err := sqlite.List[data.Event](r, fmt.Sprintf(where, "event_id"), client)
	if err != nil {
		return nil, err
	}
	series, err := sqlite.List[data.Series](r, fmt.Sprintf(where, "series_id"), client)
	set := map[data.ID[data.Any]]bool{}
	for _, e := range events {
		set[e.Key()] = true
	}
	for _, s := range series {
		set[s.Key()] = true
	}
	return func(a data.AgendaRow) bool { return set[a.RefID] || set[data.ID[data.Any](a.SeriesID)] }, err
}

func confidential(ids []data.ID[data.Any]) func(data.AgendaRow) bool {
	set := make(map[data.ID[data.Any]]bool, len(ids))
	for _, id := range ids {
		set[id] = true
	}
	return func(a data.AgendaRow) bool {
		return set[a.RefID] || set[data.ID[data.Any](a.ClientID)] || set[data.ID[data.Any](a.ProjectID)]
	}
}

func knownStates(r *sqlite.Reader, feed string) (ical.Known, error) {
	k := ical.Known{Items: map[string]ical.ItemState{}, Feed: map[string]ical.FeedState{}}
	items, err := r.IcsItems()
	if err != nil {
		return k, err
	}
	for _, i := range items {
		k.Items[i.UID] = ical.ItemState{UID: i.UID, Sequence: i.Sequence, FactHash: i.FactHash, ChangedAt: instant(i.ChangedAt)}
	}
	held, err := r.IcsFeed(feed)
	for _, h := range held {
		k.Feed[h.UID] = ical.FeedState{UID: h.UID, Hash: h.Hash, At: instant(h.At), Body: h.Body, Cancelled: h.Cancelled}
	}
	return k, err
}

func instant(s string) time.Time {
	t, err := time.Parse(time.RFC3339, s)
	if err != nil {
		return time.Time{}
	}
	return t
}

func keepStates(f *sqlite.File, feed string, plan ical.Planned) error {
	if len(plan.Items) == 0 && len(plan.Feed) == 0 {
		return nil
	}
	return f.Keep(func(tx *sqlite.Tx) error {
		for _, i := range plan.Items {
			if err := tx.PutIcsItem(data.IcsItem{UID: i.UID, Sequence: i.Sequence, FactHash: i.FactHash, ChangedAt: i.ChangedAt.UTC().Format(time.RFC3339)}); err != nil {
				return err
			}
		}
		for _, s := range plan.Feed {
			row := data.IcsFeed{Feed: feed, UID: s.UID, Hash: s.Hash, At: s.At.UTC().Format(time.RFC3339), Body: s.Body, Cancelled: s.Cancelled}
			if err := tx.PutIcsFeed(row); err != nil {
				return err
			}
		}
		return nil
	})
}
