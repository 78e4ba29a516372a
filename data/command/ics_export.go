package command

import (
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
	Table []byte
	Items int
	Keep  func() error
}

// ExportCalendar makes the calendar of an audience. o needs Lang, Audience, Who,
// Client, Layers, Tasks and CalName; the rest is read from the file. With
// onlyChanged only what differs from the last export of the same feed is in it.
func ExportCalendar(f *sqlite.File, o ical.Options, onlyChanged bool) (CalendarExport, error) {
	r := f.Read()
	rows, err := calendarRows(r, &o)
	if err != nil {
		return CalendarExport{}, err
	}
	known, err := knownStates(r, o.Feed())
	if err != nil {
		return CalendarExport{}, err
	}
	plan := ical.Plan(ical.Items(rows, o), known, o, onlyChanged)
	keep := func() error { return keepStates(f, o.Feed(), plan) }
	return CalendarExport{ICS: ical.Encode(plan.Write, o), Table: ical.Table(plan.Write), Items: len(plan.Write), Keep: keep}, nil
}

// calendarRows reads what the calendar may hold and fills the options that the
// file knows.
func calendarRows(r *sqlite.Reader, o *ical.Options) ([]data.AgendaRow, error) {
	me, err := r.Me()
	if err != nil {
		return nil, err
	}
	cal, err := Workdays(r)
	if err != nil {
		return nil, err
	}
	secret, err := r.ConfidentialIDs()
	if err != nil {
		return nil, err
	}
	o.Owner, o.FileID, o.Now = me, r.Setting(FileID, ""), r.Now()
	o.Off = func(d data.Date) bool { return !cal.IsWorking(d) }
	o.Confidential = confidential(secret)
	filter := data.AgendaFilter{Masters: true, Layers: o.Layers}
	if o.Audience == ical.ForMe || o.Audience == "" {
		filter.PersonID = me.ID
		if !o.Who.IsZero() {
			filter.PersonID = o.Who
		}
		o.Who = data.ID[data.Person]{}
	}
	return r.Agenda(filter)
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
