package ical

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"portfel/data"
	"portfel/data/text"
)

// Item is one component of a calendar, ready but for the numbers that Plan
// gives it. Whole days are inclusive here; the file has them exclusive.
type Item struct {
	Key         string // UID, with the original day behind it for a touched occurrence
	UID         string
	Kind        data.AgendaKind
	Todo        bool
	AllDay      bool
	StartsOn    data.Date // whole days only
	EndsOn      data.Date
	Starts      data.Moment // timed only
	Ends        data.Moment
	Rule        string // without UNTIL
	UntilOn     data.Date
	ExDays      []data.Date // original days that are taken out
	Original    data.Moment // RECURRENCE-ID of a touched occurrence
	OriginalDay bool        // RECURRENCE-ID is a whole day
	Summary     string
	Place       string
	Description string
	Status      Status
	Percent     int // tasks of a task list only
	Private     bool
	Free        bool // takes no time
	Category    string
	Remind      int // minutes from the start
	HasRemind   bool
	Facts       string // hash of the facts, the same for every audience and language
	Hidden      bool   // exists, but this calendar does not show it: Key and Facts only
	Sequence    int
	ModifiedAt  time.Time

	body string // the component without what changes at every writing
	cut  int    // where that belongs
}

// Items makes calendar items of agenda rows, which hold series as one row with
// its rule (data.AgendaFilter.Masters). They come in the order of the file.
func Items(rows []data.AgendaRow, o Options) []Item {
	m := newMaker(rows, o)
	items := make([]Item, 0, len(rows))
	for _, r := range rows {
		if r.Occurrence || r.Kind == data.AgendaOccurrence || r.UIDID.IsZero() {
			continue
		}
		items = append(items, m.item(r))
		for _, day := range m.alone(r) {
			items = append(items, m.item(day))
		}
	}
	return inOrder(items)
}

// inOrder puts items into the order of a file: by start, a series before its
// occurrences, which stand where the series had them. Items are large, so their
// places are sorted and each is moved once.
func inOrder(items []Item) []Item {
	type place struct {
		at  int
		key string
		i   int
	}
	places := make([]place, len(items))
	for i := range items {
		m := items[i].sortAt()
		places[i] = place{int(m.Day)*1440 + m.Min, items[i].Key, i}
	}
	order := func(a, b place) int { return cmp.Or(cmp.Compare(a.at, b.at), strings.Compare(a.key, b.key)) }
	if slices.IsSortedFunc(places, order) {
		return items
	}
	slices.SortFunc(places, order)
	sorted := make([]Item, len(items))
	for i, p := range places {
		sorted[i] = items[p.i]
	}
	return sorted
}

func (it *Item) sortAt() data.Moment {
	switch {
	case !it.Original.IsZero():
		return it.Original
	case it.AllDay:
		return data.Moment{Day: it.StartsOn}
	}
	return it.Starts
}

// maker makes items with one set of options. Words that every item needs are
// looked up once.
type maker struct {
	o       Options
	w       *text.Words
	remind  map[data.AgendaKind]int
	touched map[data.ID[data.Series]]*touched
	layers  map[data.Layer]string
	kinds   map[data.AgendaKind]string
	labels  map[string]label
	facts   factList // scratch
}

// label is what stands before and behind a value in the description.
type label struct{ head, tail string }

func newMaker(rows []data.AgendaRow, o Options) *maker {
	m := &maker{o: o, w: text.For(o.Lang), remind: o.reminders(), touched: touchedDays(rows),
		layers: map[data.Layer]string{}, kinds: map[data.AgendaKind]string{}, labels: map[string]label{}}
	for _, l := range data.Layers {
		m.layers[l] = m.w.Code(l)
	}
	for _, k := range data.AgendaKinds {
		m.kinds[k] = m.w.Code(k)
	}
	for _, key := range labelKeys {
		head, tail, _ := strings.Cut(m.w.T("ics.label."+key), "{0}")
		m.labels[key] = label{head, tail}
	}
	return m
}

// item makes one item; what the calendar does not show is marked hidden.
func (m *maker) item(r data.AgendaRow) Item {
	it := Item{UID: uid(r, m.o.FileID), Kind: r.Kind}
	it.Key = it.UID
	set, empty := m.seriesOf(r)
	if set != nil {
		set(&it)
	}
	it.Facts = m.factsOf(r, it)
	v := viewOf(r, m.o)
	if v == hide || empty || !m.o.shows(r.Layer) || !exported(r) {
		it.Hidden = true
		return it
	}
	r = seen(r, v, m.o.audience())
	it.Todo = isTask(r.Kind) && m.o.Tasks == TasksAsTodos
	m.when(&it, r)
	m.say(&it, r, v)
	m.mark(&it, r)
	return it
}

// mark sets what is not text: status, class, category, reminder.
func (m *maker) mark(it *Item, r data.AgendaRow) {
	it.Status = statusOf(r)
	if it.Todo {
		it.Status = todoStatus(data.TaskStatus(r.Status))
		it.Percent = r.Percent
		if it.Status == Completed {
			it.Percent = 100
		}
	}
	it.Free = !takesTime(r.Kind)
	it.Private = personal(r) || m.o.confidential(r)
	it.Category = m.layers[r.Layer]
	it.Remind, it.HasRemind = remindOf(*it, m.remind)
}

// when sets the days or the times of an item that is not a series.
func (m *maker) when(it *Item, r data.AgendaRow) {
	if it.Rule != "" {
		return
	}
	it.AllDay = r.AllDay || r.Starts.IsZero()
	if it.AllDay {
		it.StartsOn, it.EndsOn = r.StartsOn, max(r.StartsOn, r.EndsOn)
		return
	}
	it.Starts, it.Ends = onClock(m.known(r.Starts)), onClock(m.known(r.Ends))
	it.lengthen()
	it.Starts, it.Ends = once(it.Starts), once(it.Ends)
}

// lengthen gives an item without a length one minute: readers differ in what
// they make of an event that has no end or ends when it starts.
func (it *Item) lengthen() {
	if it.Ends.IsZero() || !instant(it.Starts).Before(instant(it.Ends)) {
		it.Ends = it.Starts.Add(1)
	}
}

// known is the moment in a zone that the program knows.
func (m *maker) known(t data.Moment) data.Moment {
	if _, err := data.Location(t.Zone); err != nil {
		t.Zone = m.o.zone()
	}
	return t
}

// uid is the identity of a row in every calendar: id, part, file.
func uid(r data.AgendaRow, fileID string) string {
	s := r.UIDID.String()
	if r.UIDPart != "" {
		s += "-" + oneLine(r.UIDPart)
	}
	return s + "@" + fileID
}
