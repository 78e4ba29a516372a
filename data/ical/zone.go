package ical

import (
	"fmt"
	"slices"
	"time"

	"portfel/data"
)

// zones are the zones that a file uses, each with the days between which its
// clock must be right.
type zones struct{ list []usedZone }

type usedZone struct {
	name        string
	first, last data.Date
	open        bool // also for ever after
}

// item notes the zones of one item.
func (z *zones) item(it *Item) {
	for _, m := range [3]data.Moment{it.Starts, it.Ends, it.Original} {
		if !m.IsZero() && !(it.OriginalDay && m == it.Original) {
			z.day(m.Zone, m.Day, false)
		}
	}
	if it.Rule == "" || it.AllDay {
		return
	}
	for _, m := range [2]data.Moment{it.Starts, it.Ends} {
		if !m.IsZero() && it.UntilOn.IsZero() {
			z.day(m.Zone, m.Day, true)
		} else if !m.IsZero() {
			z.day(m.Zone, it.UntilOn+m.Day-it.Starts.Day, false)
		}
	}
}

// day notes the use of a zone on a day.
func (z *zones) day(name string, d data.Date, open bool) {
	if name == "UTC" {
		return
	}
	for i := range z.list {
		if u := &z.list[i]; u.name == name {
			u.first, u.last, u.open = min(u.first, d), max(u.last, d), u.open || open
			return
		}
	}
	z.list = append(z.list, usedZone{name, d, d, open})
}

// write puts a VTIMEZONE for each zone, by name.
func (z *zones) write(l *lines) {
	slices.SortFunc(z.list, func(a, b usedZone) int {
		if a.name < b.name {
			return -1
		}
		return 1
	})
	for _, u := range z.list {
		u.write(l)
	}
}

// write puts the blocks of a zone: the change in force before the first use,
// every change up to the last one, and for open use the changes behind it as a
// yearly rule, or one by one where they follow none.
func (u usedZone) write(l *lines) {
	loc := location(u.name)
	first, last := u.first.Time().AddDate(0, 0, -2), u.last.Time().AddDate(0, 0, 2)
	l.put("BEGIN:VTIMEZONE")
	l.put("TZID:", u.name)
	c, ok := changeBefore(first, loc)
	if !ok {
		c = unchanged(first, loc)
	}
	c.write(l, "")
	at := first
	for {
		if c, ok = changeAfter(at, loc); !ok || c.at.After(last) {
			break
		}
		c.write(l, "")
		at = c.at
	}
	if u.open && ok {
		writeFuture(l, c, loc)
	}
	l.put("END:VTIMEZONE")
}

// change is a change of a clock.
type change struct {
	at       time.Time
	from, to int // seconds from UTC
	name     string
	summer   bool
}

// changeBefore is the last change of the offset at or before t. Changes of the
// name alone do not count.
func changeBefore(t time.Time, loc *time.Location) (change, bool) {
	for {
		start, _ := t.In(loc).ZoneBounds()
		if start.IsZero() {
			return change{}, false
		}
		if start.After(t) {
			start = t.Add(-24 * time.Hour)
		}
		before := start.Add(-time.Second)
		if offsetAt(before.Unix(), loc) != offsetAt(t.Unix(), loc) {
			return changeBetween(before.Unix(), t.Unix(), loc), true
		}
		t = before
	}
}

// changeAfter is the first change of the offset after t. ZoneBounds is only a
// hint how far to step: behind the last change of the zone data it also ends at
// turns of the year, and in a leap year a day before it, again and again; some
// data end with a mark of 2038 at which nothing changes.
func changeAfter(t time.Time, loc *time.Location) (change, bool) {
	for t.Year() < 9000 {
		_, end := t.In(loc).ZoneBounds()
		if end.IsZero() {
			break
		}
		if !end.After(t) {
			end = t.Add(24 * time.Hour)
		}
		if offsetAt(end.Unix(), loc) != offsetAt(t.Unix(), loc) {
			return changeBetween(t.Unix(), end.Unix(), loc), true
		}
		t = end
	}
	return change{}, false
}

// changeBetween describes the change in a span of seconds that holds one.
// Summer time is the greater of two offsets of which the zone data marks one:
// Ireland's data marks the winter.
func changeBetween(from, to int64, loc *time.Location) change {
	old := offsetAt(from, loc)
	for to-from > 1 {
		if mid := from + (to-from)/2; offsetAt(mid, loc) == old {
			from = mid
		} else {
			to = mid
		}
	}
	was, is := time.Unix(from, 0).In(loc), time.Unix(to, 0).In(loc)
	c := change{at: is}
	_, c.from = was.Zone()
	c.name, c.to = is.Zone()
	c.summer = c.to > c.from && (was.IsDST() || is.IsDST())
	return c
}

// unchanged stands for the beginning of time in a zone that never changed.
func unchanged(t time.Time, loc *time.Location) change {
	name, off := t.In(loc).Zone()
	return change{time.Date(1601, 1, 1, 0, 0, -off, 0, time.UTC), off, off, name, false}
}

// write puts one STANDARD or DAYLIGHT block; its start is on the clock before
// the change.
func (c change) write(l *lines, rule string) {
	kind := "STANDARD"
	if c.summer {
		kind = "DAYLIGHT"
	}
	l.put("BEGIN:", kind)
	l.put("DTSTART:", c.wall().Format("20060102T150405"))
	l.put("TZOFFSETFROM:", offset(c.from))
	l.put("TZOFFSETTO:", offset(c.to))
	if rule != "" {
		l.put("RRULE:", rule)
	}
	l.text("TZNAME", c.name)
	l.put("END:", kind)
}

// wall is the clock before the change, as if it were UTC.
func (c change) wall() time.Time { return c.at.UTC().Add(time.Duration(c.from) * time.Second) }

// offset is +0300, or +HHMMSS where history has seconds.
func offset(sec int) string {
	sign := '+'
	if sec < 0 {
		sign, sec = '-', -sec
	}
	s := fmt.Sprintf("%c%02d%02d", sign, sec/3600, sec/60%60)
	if sec%60 != 0 {
		s += fmt.Sprintf("%02d", sec%60)
	}
	return s
}

// futureYears is how far changes without a rule are written out.
const futureYears = 30

// writeFuture writes the changes from c on.
func writeFuture(l *lines, c change, loc *time.Location) {
	list := []change{c}
	for {
		n, ok := changeAfter(list[len(list)-1].at, loc)
		if !ok || n.at.Year() > c.at.Year()+futureYears {
			break
		}
		list = append(list, n)
	}
	if a, b := yearly(list, 0), yearly(list, 1); a != "" && b != "" {
		list[0].write(l, a)
		list[1].write(l, b)
		return
	}
	for _, c := range list {
		c.write(l, "")
	}
}

// yearly is the rule that every second change of the list follows from the
// given one on ("the last Sunday of March"), "" when there is none.
func yearly(list []change, from int) string {
	if len(list) < 2*futureYears-2 {
		return ""
	}
	first := list[from].wall()
	nth, last := (first.Day()+6)/7, true
	for i := from; i < len(list); i += 2 {
		c, w := list[i], list[i].wall()
		if c.from != list[from].from || c.to != list[from].to || w.Year() != first.Year()+(i-from)/2 ||
			w.Month() != first.Month() || w.Weekday() != first.Weekday() || w.Format("1504") != first.Format("1504") {
			return ""
		}
		if (w.Day()+6)/7 != nth {
			nth = 0
		}
		last = last && w.AddDate(0, 0, 7).Month() != w.Month()
	}
	day := [...]string{"SU", "MO", "TU", "WE", "TH", "FR", "SA"}[first.Weekday()]
	switch {
	case last:
		return fmt.Sprintf("FREQ=YEARLY;BYMONTH=%d;BYDAY=-1%s", first.Month(), day)
	case nth > 0:
		return fmt.Sprintf("FREQ=YEARLY;BYMONTH=%d;BYDAY=%d%s", first.Month(), nth, day)
	}
	return ""
}
