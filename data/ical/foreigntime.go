package ical

import (
	"slices"
	"strconv"
	"strings"
	"time"

	goical "github.com/emersion/go-ical"

	"portfel/data"
)

// propReader reads the times of one part; the first thing that is wrong stays.
type propReader struct {
	d   *decoder
	p   *part
	ps  goical.Props
	bad *Refused
}

func (r *propReader) refuse(code string, args ...string) {
	if r.bad == nil {
		r.bad = &Refused{Line: r.p.line, Code: code, Args: args}
	}
}

// at is a day or a moment of the file.
type at struct {
	day    data.Date // whole day
	moment data.Moment
}

func (a at) none() bool { return a.day == 0 && a.moment.IsZero() }

// first reads the first property of a name; none when it is missing.
func (r *propReader) first(name string) at {
	p := r.ps.Get(name)
	if p == nil {
		return at{}
	}
	return r.at(p, strings.TrimSpace(p.Value))
}

// at reads 20261130, 20261130T063500 or 20261130T033500Z.
func (r *propReader) at(p *goical.Prop, value string) at {
	day, min, z, ok := splitTime(value)
	if !ok {
		r.refuse("icsTime", p.Name, excerpt(value))
		return at{}
	}
	if min < 0 || strings.EqualFold(p.Params.Get("VALUE"), "DATE") {
		return at{day: day}
	}
	tzid := strings.Trim(p.Params.Get("TZID"), `" `)
	m := data.Moment{Day: day, Min: min, Zone: r.d.o.Zone}
	switch {
	case z:
		return at{moment: r.fromUTC(p.Name, m)}
	case tzid == "":
		return at{moment: m}
	}
	m, ok = r.d.inZone(m, tzid)
	if !ok {
		r.refuse("icsZone", excerpt(tzid))
	}
	return at{moment: m}
}

// fromUTC puts an instant on the owner's clock; a series stays on UTC, because
// its days are counted there.
func (r *propReader) fromUTC(name string, m data.Moment) data.Moment {
	m.Zone = "UTC"
	if name == "RECURRENCE-ID" || r.ps.Get("RRULE") != nil {
		return m
	}
	if own, err := m.In(r.d.o.Zone); err == nil {
		return own
	}
	return m
}

// splitTime reads the digits of a date or a time; min is -1 for a date. Seconds
// are dropped: the program counts minutes.
func splitTime(s string) (day data.Date, min int, utc, ok bool) {
	if s, utc = strings.CutSuffix(s, "Z"); utc && len(s) < 13 {
		return 0, 0, false, false
	}
	format := map[int]string{8: "20060102", 13: "20060102T1504", 15: "20060102T150405"}[len(s)]
	if len(s) == 15 && strings.HasSuffix(s, "60") {
		s = s[:13] + "59" // a leap second
	}
	t, err := time.Parse(format, strings.ToUpper(s))
	if format == "" || err != nil || t.Year() < 1 {
		return 0, 0, false, false
	}
	if len(s) == 8 {
		return data.DateOf(t), -1, false, true
	}
	return data.DateOf(t), t.Hour()*60 + t.Minute(), utc, true
}

// maxSpan is the longest item that is believed, in days.
const maxSpan = 3660

// times reads start and end.
func (r *propReader) times(f *Foreign) {
	start, end := r.first("DTSTART"), r.first("DTEND")
	if f.Todo {
		end = r.first("DUE")
	}
	switch {
	case r.bad != nil:
		return
	case start.none() && f.Todo:
		start = end
	}
	if start.none() {
		r.refuse("icsNoStart")
		return
	}
	if d := r.ps.Get("DURATION"); d != nil && end.none() {
		end = r.plus(start, d)
	}
	if start.day != 0 {
		r.wholeDays(f, start, end)
	} else {
		r.clock(f, start, end)
	}
}

// wholeDays turns the exclusive end into the last day; DUE is the last day.
func (r *propReader) wholeDays(f *Foreign, start, end at) {
	last := end.day
	switch {
	case end.none():
		last = start.day
	case last == 0:
		last = end.moment.Day
	case !f.Todo && last > start.day:
		last--
	}
	if last < start.day || last > start.day+maxSpan {
		r.refuse("icsOrder")
	}
	f.AllDay, f.StartsOn, f.EndsOn = true, start.day, last
}

// clock sets a timed item; without an end it ends when it starts.
func (r *propReader) clock(f *Foreign, start, end at) {
	f.Starts, f.Ends = start.moment, end.moment
	if end.none() {
		f.Ends = f.Starts
	} else if end.day != 0 {
		f.Ends = data.Moment{Day: end.day, Zone: f.Starts.Zone}
	}
	if instant(f.Ends).Before(instant(f.Starts)) || f.Ends.Day > f.Starts.Day+maxSpan {
		r.refuse("icsOrder")
	}
}

// plus is the end after a duration. Whole days stay whole days.
func (r *propReader) plus(start at, p *goical.Prop) at {
	d, err := p.Duration()
	if err != nil || d < 0 || d > maxSpan*24*time.Hour {
		r.refuse("icsTime", p.Name, excerpt(p.Value))
		return at{}
	}
	if start.day != 0 {
		return at{day: start.day + data.Date(d.Hours()/24)}
	}
	return at{moment: start.moment.Add(int(d.Minutes()))}
}

// recurrence reads the rule, its exceptions, and the identity of a touched
// occurrence.
func (r *propReader) recurrence(f *Foreign) {
	if o := r.first("RECURRENCE-ID"); !o.none() {
		f.RecurrenceOn, f.original = o.day, o.moment
	}
	if len(r.ps.Values("RRULE")) > 1 || r.ps.Get("EXRULE") != nil {
		r.refuse("ruleUnsupported", "EXRULE")
	}
	if rule := value(r.ps, "RRULE"); rule != "" && r.bad == nil {
		r.rule(f, rule)
	}
	for _, p := range r.ps.Values("EXDATE") {
		for _, a := range r.list(&p) {
			f.ExDates = append(f.ExDates, r.dayOf(f, a))
		}
	}
	for _, p := range r.ps.Values("RDATE") {
		for _, a := range r.list(&p) {
			if a.day != 0 {
				a.moment = data.Moment{Day: a.day, Min: f.Starts.Min, Zone: f.Starts.Zone}
			}
			f.RDates = append(f.RDates, a.moment)
		}
	}
	slices.Sort(f.ExDates)
	f.ExDates = slices.Compact(f.ExDates)
}

// list reads a list of days or moments; of a period the start counts.
func (r *propReader) list(p *goical.Prop) []at {
	var all []at
	for _, v := range strings.Split(p.Value, ",") {
		v, _, _ = strings.Cut(strings.TrimSpace(v), "/")
		if v == "" || len(all) >= maxOccurrences {
			continue
		}
		if a := r.at(p, v); !a.none() {
			all = append(all, a)
		}
	}
	return all
}

// dayOf is a moment as a day on the clock of the item.
func (r *propReader) dayOf(f *Foreign, a at) data.Date {
	if a.day != 0 {
		return a.day
	}
	if m, err := a.moment.In(f.Starts.Zone); !f.AllDay && err == nil {
		return m.Day
	}
	return a.moment.Day
}

// rule takes UNTIL out of a rule, and hours that only repeat the start.
func (r *propReader) rule(f *Foreign, rule string) {
	var kept []string
	for _, kv := range strings.Split(tidyRule(rule), ";") {
		name, v, _ := strings.Cut(kv, "=")
		switch {
		case name == "UNTIL":
			f.UntilOn = r.until(f, v)
		case f.repeatsStart(name, v):
		default:
			kept = append(kept, kv)
		}
	}
	f.Rule = strings.Join(kept, ";")
	if p, ok := CheckRule(f.Rule).(data.Problem); ok {
		r.refuse(p.Code, p.Args...)
	}
}

// repeatsStart tells a part of a rule that says the clock of the start again.
func (f *Foreign) repeatsStart(name, v string) bool {
	n, err := strconv.Atoi(v)
	switch {
	case err != nil || f.AllDay:
		return false
	case name == "BYHOUR":
		return n == f.Starts.Min/60
	case name == "BYMINUTE":
		return n == f.Starts.Min%60
	}
	return name == "BYSECOND" && n == 0
}

// until is the last possible day on the clock of the item. A moment before the
// hour of the start means the day before.
func (r *propReader) until(f *Foreign, v string) data.Date {
	day, min, utc, ok := splitTime(v)
	if !ok {
		r.refuse("icsTime", "UNTIL", excerpt(v))
		return 0
	}
	if min < 0 || f.AllDay {
		return day
	}
	m := data.Moment{Day: day, Min: min, Zone: f.Starts.Zone}
	if utc {
		m.Zone = "UTC"
		if own, err := m.In(f.Starts.Zone); err == nil {
			m = own
		}
	}
	if m.Min < f.Starts.Min {
		m.Day--
	}
	return m.Day
}
