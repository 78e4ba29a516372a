package mspdi

import (
	"slices"

	"portfel/data"
)

var calendarSpec = newSpec("Calendar", calendarOrder,
	func(c *Calendar) *string { return &c.Extra },
	func(c *Calendar) *marks { return &c.marks },
	map[string]field[Calendar]{
		"UID":             needed(integer(func(c *Calendar) *int { return &c.UID })),
		"GUID":            text(func(c *Calendar) *string { return &c.GUID }),
		"Name":            text(func(c *Calendar) *string { return &c.Name }),
		"IsBaseCalendar":  needed(flag(func(c *Calendar) *bool { return &c.Base })),
		"BaseCalendarUID": integer(func(c *Calendar) *int { return &c.BaseUID }),
		"WeekDays":        collection("WeekDays", weekDaySpec, func(c *Calendar) *[]WeekDay { return &c.Days }),
		"Exceptions":      collection("Exceptions", exceptionSpec, func(c *Calendar) *[]Exception { return &c.Exceptions }),
		"WorkWeeks":       collection("WorkWeeks", workWeekSpec, func(c *Calendar) *[]WorkWeek { return &c.WorkWeeks }),
	})

var weekDaySpec = newSpec("WeekDay", weekDayOrder,
	func(d *WeekDay) *string { return &d.Extra },
	func(d *WeekDay) *marks { return &d.marks },
	map[string]field[WeekDay]{
		"DayType":      needed(whole(func(d *WeekDay) *int { return &d.DayType }, 0, 7)),
		"DayWorking":   needed(flag(func(d *WeekDay) *bool { return &d.Working })),
		"TimePeriod":   timePeriod(func(d *WeekDay) *Range { return &d.Range }),
		"WorkingTimes": workingTimes(func(d *WeekDay) *data.Shifts { return &d.Shifts }),
	})

var exceptionSpec = newSpec("Exception", exceptionOrder,
	func(e *Exception) *string { return &e.Extra },
	func(e *Exception) *marks { return &e.marks },
	map[string]field[Exception]{
		"EnteredByOccurrences": needed(flag(func(e *Exception) *bool { return &e.ByCount })),
		"TimePeriod":           timePeriod(func(e *Exception) *Range { return &e.Range }),
		"Occurrences":          whole(func(e *Exception) *int { return &e.Occurrences }, 0, 1_000_000),
		"Name":                 text(func(e *Exception) *string { return &e.Name }),
		"Type":                 unset(code(func(e *Exception) *Recurrence { return &e.Type }, 1, 9)),
		"Period":               whole(func(e *Exception) *int { return &e.Period }, 0, 10_000),
		"DaysOfWeek":           whole(func(e *Exception) *int { return &e.DaysOfWeek }, 0, 127),
		"MonthItem":            code(func(e *Exception) *MonthItem { return &e.MonthItem }, 0, 9),
		"MonthPosition":        whole(func(e *Exception) *int { return &e.Position }, 0, 4),
		"Month":                whole(func(e *Exception) *int { return &e.Month }, 0, 11),
		"MonthDay":             whole(func(e *Exception) *int { return &e.MonthDay }, 0, 31),
		"DayWorking":           needed(flag(func(e *Exception) *bool { return &e.Working })),
		"WorkingTimes":         workingTimes(func(e *Exception) *data.Shifts { return &e.Shifts }),
	})

// workWeekSpec reads the days both ways: within WeekDays, as files have them,
// and bare, as the schema of 2007 says.
var workWeekSpec = newSpec("WorkWeek", workWeekOrder,
	func(w *WorkWeek) *string { return &w.Extra },
	func(w *WorkWeek) *marks { return &w.marks },
	map[string]field[WorkWeek]{
		"TimePeriod": timePeriod(func(w *WorkWeek) *Range { return &w.Range }),
		"Name":       text(func(w *WorkWeek) *string { return &w.Name }),
		"WeekDays":   collection("WeekDays", weekDaySpec, func(w *WorkWeek) *[]WeekDay { return &w.Days }),
		"WeekDay":    bareDay(),
	})

// bareDay reads a WeekDay into the days of WeekDays, which will be written.
func bareDay() field[WorkWeek] {
	f := records(weekDaySpec, func(w *WorkWeek) *[]WeekDay { return &w.Days })
	f.as = "WeekDays"
	f.none = func(*WorkWeek) bool { return true }
	return f
}

var rangeSpec = newSpec("TimePeriod", rangeOrder,
	func(p *Range) *string { return &p.extra },
	func(p *Range) *marks { return &p.marks },
	map[string]field[Range]{
		"FromDate": stamp(func(p *Range) *data.Stamp { return &p.From }),
		"ToDate":   stamp(func(p *Range) *data.Stamp { return &p.To }),
	})

func timePeriod[T any](p func(*T) *Range) field[T] {
	return field[T]{
		nest: func(r *reader, t *T, g tag, _ *pieces, first bool) error {
			if !first {
				r.note("repeated")
				_, err := r.cut(g, nil)
				return err
			}
			v, err := readRecord(r, rangeSpec, g)
			*p(t) = v
			return err
		},
		emit: func(w *writer, t *T, _ *kept) error { return writeRecord(w, rangeSpec, p(t)) },
		many: func(t *T) bool { return *p(t) != Range{} },
	}
}

// shift is a working time while it is read.
type shift struct {
	from, to Clock
	marks    marks
	extra    string
}

var shiftSpec = newSpec("WorkingTime", shiftOrder,
	func(s *shift) *string { return &s.extra },
	func(s *shift) *marks { return &s.marks },
	map[string]field[shift]{
		"FromTime": timeOfDay(func(s *shift) *Clock { return &s.from }),
		"ToTime":   timeOfDay(func(s *shift) *Clock { return &s.to }),
	})

// workingTimes are the intervals of a day. One that ends at 00:00 ends with the
// day.
func workingTimes[T any](p func(*T) *data.Shifts) field[T] {
	return field[T]{
		nest: func(r *reader, t *T, g tag, keep *pieces, first bool) error {
			if !first {
				r.note("repeated")
				_, err := r.cut(g, nil)
				return err
			}
			var list []data.Shift
			err := r.children("WorkingTimes", g, keep, first, func(in tag) (bool, error) {
				if !in.ours || in.name != "WorkingTime" {
					return false, nil
				}
				s, err := readRecord(r, shiftSpec, in)
				list = append(list, r.interval(s)...)
				return true, err
			})
			*p(t) = r.joined(list)
			return err
		},
		emit: func(w *writer, t *T, k *kept) error {
			w.openTag("WorkingTimes", k.attributes["WorkingTimes"])
			for _, s := range p(t).List() {
				w.openTag("WorkingTime", "")
				w.value("FromTime", "", Clock(s.From).String())
				w.value("ToTime", "", Clock(s.To).String())
				w.closeTag("WorkingTime")
			}
			w.inside("WorkingTimes", k)
			w.closeTag("WorkingTimes")
			return nil
		},
		many: func(t *T) bool { return *p(t) != "" },
	}
}

// interval is a working time; one without an end or a length is none.
func (r *reader) interval(s shift) []data.Shift {
	if s.extra != "" {
		r.note("dropped", s.extra)
	}
	from, to := data.Minutes(s.from), data.Minutes(s.to)
	if to == 0 && s.marks.has(1) {
		to = 24 * 60
	}
	if !s.marks.has(0) && !s.marks.has(1) {
		return nil
	}
	if from >= to {
		r.note("shifts", s.from.String()+"-"+s.to.String())
		return nil
	}
	return []data.Shift{{From: from, To: to}}
}

// joined brings the intervals into order and joins those that overlap.
func (r *reader) joined(list []data.Shift) data.Shifts {
	if s := data.MakeShifts(list...); s != "" || len(list) == 0 {
		return s
	}
	slices.SortFunc(list, func(a, b data.Shift) int { return int(a.From - b.From) })
	var out []data.Shift
	for _, s := range list {
		if n := len(out); n > 0 && s.From <= out[n-1].To {
			if s.From < out[n-1].To {
				r.note("shifts")
			}
			out[n-1].To = max(out[n-1].To, s.To)
			continue
		}
		out = append(out, s)
	}
	return data.MakeShifts(out...)
}
