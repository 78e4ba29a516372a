package ical

import (
	"strconv"
	"time"

	"portfel/data"
)

// Encode makes the bytes of a calendar. Items come from Plan, or straight from
// Items for a file that nobody keeps count of; hidden and cancelled ones of the
// latter are left out.
func Encode(items []Item, o Options) []byte {
	var used zones
	var l lines
	n, empty := 1024, true
	for i := range items {
		if items[i].stands() {
			empty = false
			if items[i].body == "" {
				items[i].render(&l)
			}
			used.item(&items[i])
			n += len(items[i].body) + 120
		}
	}
	l.b = make([]byte, 0, n+len(used.list)*600)
	header(&l, o)
	used.write(&l)
	stamp := utc(o.Now)
	for i := range items {
		if items[i].stands() {
			items[i].write(&l, stamp)
		}
	}
	if empty {
		l.nothing()
	}
	l.put("END:VCALENDAR")
	return l.b
}

// nothing fills a calendar that has nothing to tell: one needs a component, and
// every reader must pass over one that it does not know (RFC 5545 3.6).
func (l *lines) nothing() {
	l.put("BEGIN:X-PORTFEL-NOTHING")
	l.put("X-ITEMS:0")
	l.put("END:X-PORTFEL-NOTHING")
}

// stands tells whether an item is written: a cancelled one only when Plan gave
// it a moment of change, that is when somebody held it.
func (it *Item) stands() bool {
	return !it.Hidden && (it.Status != Cancelled || !it.ModifiedAt.IsZero())
}

// header opens the calendar (RFC 5545 3.7, RFC 7986 5).
func header(l *lines, o Options) {
	l.put("BEGIN:VCALENDAR")
	l.put("VERSION:2.0")
	l.put("PRODID:-//Portfel//Portfel//EN")
	l.put("CALSCALE:GREGORIAN")
	l.put("METHOD:PUBLISH")
	name := oneLine(o.CalName)
	l.text("NAME", name)
	l.text("X-WR-CALNAME", name)
	l.put("REFRESH-INTERVAL;VALUE=DURATION:PT1H")
	l.put("X-PUBLISHED-TTL:PT1H")
}

// write puts the component with its stamps.
func (it *Item) write(l *lines, stamp string) {
	l.b = append(l.b, it.body[:it.cut]...)
	l.put("DTSTAMP:", stamp)
	l.put("SEQUENCE:", strconv.Itoa(it.Sequence))
	if it.ModifiedAt.IsZero() {
		l.put("LAST-MODIFIED:", stamp)
	} else {
		l.put("LAST-MODIFIED:", utc(it.ModifiedAt))
	}
	l.b = append(l.b, it.body[it.cut:]...)
}

// render makes the body of an item: all that stays the same when nothing
// changed. Its bytes are gathered in l, whose content is lost.
func (it *Item) render(l *lines) {
	l.b = l.b[:0]
	comp := "VEVENT"
	if it.Todo {
		comp = "VTODO"
	}
	l.put("BEGIN:", comp)
	l.text("UID", it.UID)
	it.cut = len(l.b)
	it.times(l)
	l.text("SUMMARY", it.Summary)
	l.text("LOCATION", it.Place)
	l.text("DESCRIPTION", it.Description)
	l.put("STATUS:", string(it.Status))
	it.kind(l)
	l.text("CATEGORIES", it.Category)
	it.alarm(l)
	l.put("END:", comp)
	it.body = string(l.b)
}

// kind writes what differs between events and tasks, and the class.
func (it *Item) kind(l *lines) {
	switch {
	case it.Todo:
		l.put("PERCENT-COMPLETE:", strconv.Itoa(min(max(it.Percent, 0), 100)))
	case it.Free:
		l.put("TRANSP:TRANSPARENT")
	default:
		l.put("TRANSP:OPAQUE")
	}
	if it.Private {
		l.put("CLASS:PRIVATE")
	}
}

// times writes start, end, rule and exceptions.
func (it *Item) times(l *lines) {
	if !it.Original.IsZero() {
		if it.OriginalDay {
			putDay(l, "RECURRENCE-ID", it.Original.Day)
		} else {
			putTime(l, "RECURRENCE-ID", it.Original)
		}
	}
	switch {
	case it.Todo:
		if it.StartsOn < it.EndsOn {
			putDay(l, "DTSTART", it.StartsOn)
		}
		putDay(l, "DUE", it.EndsOn)
	case it.AllDay:
		putDay(l, "DTSTART", it.StartsOn)
		putDay(l, "DTEND", it.EndsOn+1)
	default:
		putTime(l, "DTSTART", it.Starts)
		putTime(l, "DTEND", it.Ends)
	}
	if it.Rule == "" {
		return
	}
	l.put("RRULE:", it.ruleText())
	for _, d := range it.ExDays {
		if it.AllDay {
			putDay(l, "EXDATE", d)
		} else {
			putTime(l, "EXDATE", data.Moment{Day: d, Min: it.Starts.Min, Zone: it.Starts.Zone})
		}
	}
}

// alarm writes the reminder; on a task that has no start it counts from the
// deadline.
func (it *Item) alarm(l *lines) {
	if !it.HasRemind {
		return
	}
	l.put("BEGIN:VALARM")
	l.put("ACTION:DISPLAY")
	l.text("DESCRIPTION", it.Summary)
	if it.Todo {
		l.put("TRIGGER;RELATED=END:", trigger(it.Remind))
	} else {
		l.put("TRIGGER:", trigger(it.Remind))
	}
	l.put("END:VALARM")
}

func putDay(l *lines, name string, d data.Date) { l.put(name, ";VALUE=DATE:", compact(d)) }

// putTime writes a wall time with its zone, or an instant for UTC.
func putTime(l *lines, name string, m data.Moment) {
	if m.Zone == "UTC" {
		l.put(name, ":", local(m), "Z")
		return
	}
	l.put(name, ";TZID=", param(m.Zone), ":", local(m))
}

// compact is 20261130.
func compact(d data.Date) string {
	y, m, day := d.Civil()
	b := [8]byte{}
	put2(b[0:], y/100)
	put2(b[2:], y%100)
	put2(b[4:], int(m))
	put2(b[6:], day)
	return string(b[:])
}

// local is 20261130T063500.
func local(m data.Moment) string {
	b := [7]byte{0: 'T', 5: '0', 6: '0'}
	put2(b[1:], m.Min/60)
	put2(b[3:], m.Min%60)
	return compact(m.Day) + string(b[:])
}

func put2(b []byte, n int) { b[0], b[1] = byte('0'+n/10%10), byte('0'+n%10) }

// utc is 20261130T033500Z.
func utc(t time.Time) string { return t.UTC().Format("20060102T150405Z") }
