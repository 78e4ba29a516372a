package ical

import (
	"slices"
	"strings"

	"portfel/data"
)

// touched is what became of single days of a series.
type touched struct {
	master data.AgendaRow
	found  bool               // the series itself is among the rows
	live   map[data.Date]bool // moved or changed
	gone   map[data.Date]bool // cancelled
}

// touchedDays collects the touched occurrences of all series.
func touchedDays(rows []data.AgendaRow) map[data.ID[data.Series]]*touched {
	all := map[data.ID[data.Series]]*touched{}
	of := func(id data.ID[data.Series]) *touched {
		if all[id] == nil {
			all[id] = &touched{live: map[data.Date]bool{}, gone: map[data.Date]bool{}}
		}
		return all[id]
	}
	for _, r := range rows {
		switch {
		case r.Kind == data.AgendaSeries:
			t := of(data.ID[data.Series](r.UIDID))
			t.master, t.found = r, true
		case r.Kind == data.AgendaEvent && !r.SeriesID.IsZero() && !r.OriginalOn.IsZero():
			t := of(r.SeriesID)
			if statusOf(r) == Cancelled {
				t.gone[r.OriginalOn] = true
			} else {
				t.live[r.OriginalOn] = true
			}
		}
	}
	return all
}

// seriesOf works out what a row is among series: what that sets in its item,
// nil for an ordinary row, and whether it is a series without a single day.
func (m *maker) seriesOf(r data.AgendaRow) (set func(*Item), empty bool) {
	switch {
	case r.Kind == data.AgendaSeries:
		return m.master(r)
	case r.Kind == data.AgendaEvent && !r.SeriesID.IsZero():
		return m.occurrence(r), false
	}
	return nil, false
}

// master is a series as a component with its rule. It starts on the first day
// that the rule gives, because a start off the rule is counted differently by
// different programs. A rule that cannot be read leaves a single event.
func (m *maker) master(r data.AgendaRow) (set func(*Item), empty bool) {
	s := m.series(r)
	if CheckRule(s.Rule) != nil {
		return nil, false
	}
	days := m.daysOf(s, r)
	if len(days) == 0 {
		return nil, true
	}
	ex := m.exDays(s, days, m.touched[data.ID[data.Series](r.UIDID)])
	return func(it *Item) {
		it.Rule, it.UntilOn, it.ExDays = exactRule(tidyRule(s.Rule), days[0].OriginalDay), s.UntilOn, ex
		it.AllDay = r.AllDay
		if it.AllDay {
			it.StartsOn, it.EndsOn = days[0].Starts.Day, days[0].Ends.Day
			return
		}
		it.Starts, it.Ends = days[0].Starts, days[0].Ends
		it.lengthen()
	}, len(ex) == len(days)
}

// daysOf are the days of a series as far as they are written out. One that begins
// in an hour that occurs twice or never does not stand first, as its start would be
// read in two ways; a count cannot be cut.
func (m *maker) daysOf(s data.Series, r data.AgendaRow) []Occurrence {
	days := Occurrences(s, s.Starts.Day, m.horizon(s), nil, 0)
	for len(days) > 0 && !r.AllDay && odd(days[0].Starts) && !strings.Contains(tidyRule(s.Rule), "COUNT=") {
		days = days[1:]
	}
	return days
}

// alone are the days on which a series begins in an hour that a clock shows twice
// or passes over, each as an event of its own with the day as its part: the series
// leaves them out, because readers differ in what they make of the hour.
func (m *maker) alone(r data.AgendaRow) (rows []data.AgendaRow) {
	if r.Kind != data.AgendaSeries || r.AllDay || r.Starts.IsZero() || !canBeOdd(r.Starts) || CheckRule(r.Rule) != nil {
		return nil
	}
	s, t := m.series(r), m.touched[data.ID[data.Series](r.UIDID)]
	for _, d := range Occurrences(s, s.Starts.Day, m.horizon(s), nil, 0) {
		off := s.DaysOff == data.DaysOffSkip && m.o.off(d.OriginalDay)
		if !odd(d.Starts) || t.gone[d.OriginalDay] || t.live[d.OriginalDay] || off {
			continue
		}
		day := r
		day.UIDPart, day.Rule, day.UntilOn = d.OriginalDay.String(), "", 0
		day.StartsOn, day.EndsOn, day.Starts, day.Ends = d.Starts.Day, d.Ends.Day, d.Starts, d.Ends
		rows = append(rows, day)
	}
	return rows
}

// horizon is the last day up to which days off are written out: the end of the
// series, or of the year after this one, as far as calendars are known.
func (m *maker) horizon(s data.Series) data.Date {
	if !s.UntilOn.IsZero() {
		return s.UntilOn
	}
	year := max(m.o.Now.In(location(m.o.zone())).Year(), s.Starts.Day.Year())
	return data.NewDate(year+2, 1, 0)
}

// exDays are the days that the series leaves out: days off unless somebody touched
// them, cancelled ones, and those that stand alone.
func (m *maker) exDays(s data.Series, days []Occurrence, t *touched) []data.Date {
	var ex []data.Date
	odds := !s.AllDay && canBeOdd(s.Starts)
	for _, d := range days {
		off := s.DaysOff == data.DaysOffSkip && m.o.off(d.OriginalDay)
		out := off || odds && odd(d.Starts)
		if t.gone[d.OriginalDay] || out && !t.live[d.OriginalDay] {
			ex = append(ex, d.OriginalDay)
		}
	}
	return ex
}

// occurrence is a touched day of a series: it carries the UID of the series and
// the start that the series had for it. Where this calendar does not show the
// series, or the series no longer falls on the day, it is an event of its own.
func (m *maker) occurrence(r data.AgendaRow) func(*Item) {
	t := m.touched[r.SeriesID]
	if t == nil || !t.found || r.OriginalOn.IsZero() || viewOf(t.master, m.o) == hide {
		return nil
	}
	s := m.series(t.master)
	if !fallsOn(s, r.OriginalOn) {
		return nil
	}
	return func(it *Item) {
		it.UID = uid(t.master, m.o.FileID)
		it.Original, it.OriginalDay = occurrence(s, r.OriginalOn).Starts, t.master.AllDay
		it.Key = occurrenceKey(it.UID, r.OriginalOn)
	}
}

// occurrenceKey is the key of a touched occurrence in the stored states.
func occurrenceKey(uid string, day data.Date) string { return uid + "#" + day.String() }

// fallsOn tells whether the rule of a series gives the day.
func fallsOn(s data.Series, day data.Date) bool {
	return slices.ContainsFunc(Occurrences(s, day, day, nil, 0), func(o Occurrence) bool { return o.OriginalDay == day })
}

// series is the record behind a row, as far as its days need it.
func (m *maker) series(r data.AgendaRow) data.Series {
	s := data.Series{Rule: r.Rule, UntilOn: r.UntilOn, DaysOff: r.DaysOff, AllDay: r.AllDay, Starts: m.known(r.Starts), Ends: m.known(r.Ends)}
	if r.Starts.IsZero() {
		s.Starts = data.Moment{Day: r.StartsOn, Zone: m.o.zone()}
	}
	if r.Ends.IsZero() {
		s.Ends = s.Starts
		s.Ends.Day = max(s.Starts.Day, r.EndsOn)
	}
	return s
}

// series is the series of an item, to count its days.
func (it Item) series() data.Series {
	s := data.Series{Rule: it.Rule, UntilOn: it.UntilOn, Starts: it.Starts, Ends: it.Ends}
	if it.AllDay {
		s.Starts, s.Ends = data.Moment{Day: it.StartsOn}, data.Moment{Day: it.EndsOn}
	}
	return s
}

// instances are the first days of a series that take place, at most n.
func (it Item) instances(n int) []Occurrence {
	w, ok := newWalk(it.series())
	if !ok {
		return nil
	}
	var list []Occurrence
	for len(list) < n {
		day, ok := w.next()
		if !ok {
			break
		}
		if _, out := slices.BinarySearch(it.ExDays, day); !out {
			list = append(list, occurrence(it.series(), day))
		}
	}
	return list
}
