package mspdi

import (
	"slices"
	"time"

	"portfel/data"
)

// Day is a day that differs from the week of its calendar.
type Day struct {
	On     data.Date
	Shifts data.Shifts // empty = off
	Name   string      // of the exception, if it has one
}

// StandardShifts are the hours of MS Project's standard calendar, for days that
// a file leaves open.
const StandardShifts data.Shifts = "08:00-12:00 13:00-17:00"

// Week is the working time of each day of the week, Sunday first; empty is off.
// What a calendar leaves open is its base's, and where no base says it, that of
// the standard calendar: Monday to Friday by StandardShifts.
func (f *File) Week(calendarUID int) [7]data.Shifts {
	steps := mostSteps
	return week(f.calendarSet().chain(calendarUID, &steps))
}

// ExceptionDays are the days that differ from Week: exceptions of both forms,
// with rules expanded, and work weeks; those of the base calendar too, where
// the calendar itself says nothing. In order of days, from 1900 to 2200.
func (f *File) ExceptionDays(calendarUID int) []Day {
	steps := mostSteps
	days := f.calendarSet().expand(calendarUID, &steps)
	out := make([]Day, 0, len(days))
	for _, d := range days {
		out = append(out, d)
	}
	slices.SortFunc(out, func(a, b Day) int { return int(a.On - b.On) })
	return out
}

// calendarSet finds calendars by UID.
type calendarSet struct {
	at        map[int]*Calendar
	weekStart time.Weekday
}

func (f *File) calendarSet() calendarSet {
	s := calendarSet{make(map[int]*Calendar, len(f.Calendars)), f.weekStart()}
	for i := range f.Calendars {
		if c := &f.Calendars[i]; s.at[c.UID] == nil {
			s.at[c.UID] = c
		}
	}
	return s
}

// derived tells whether the calendar names a base. Base calendars often name 0.
func (c *Calendar) derived() bool {
	if c.BaseUID == 0 {
		return !c.Base && c.marks.has(calendarOrder.at["BaseCalendarUID"])
	}
	return c.BaseUID > 0
}

// chain is the calendar and its bases, the base first. It ends at a calendar
// that the file has not, or that stands in it already.
func (s calendarSet) chain(uid int, b *budget) (list []*Calendar) {
	seen := map[int]bool{}
	for c := s.at[uid]; c != nil && !seen[c.UID] && b.spend(); c = s.at[c.BaseUID] {
		seen[c.UID] = true
		list = append(list, c)
		if !c.derived() {
			break
		}
	}
	slices.Reverse(list)
	return list
}

// week is the week of a chain of calendars.
func week(chain []*Calendar) (week [7]data.Shifts) {
	for d := time.Monday; d <= time.Friday; d++ {
		week[d] = StandardShifts
	}
	for _, c := range chain {
		for i := range c.Days {
			if d := &c.Days[i]; d.DayType > 0 {
				week[d.DayType-1] = d.shifts(week[d.DayType-1])
			}
		}
	}
	return week
}

// shifts are the hours of the day; a working day without hours has those it
// would have without it, or the standard ones.
func (d *WeekDay) shifts(before data.Shifts) data.Shifts { return hours(d.Working, d.Shifts, before) }

func hours(working bool, own, before data.Shifts) data.Shifts {
	switch {
	case !working:
		return ""
	case own != "":
		return own
	case before != "":
		return before
	}
	return StandardShifts
}

// expand are the days that differ from the week of a calendar.
func (s calendarSet) expand(uid int, b *budget) map[data.Date]Day {
	found := map[data.Date]Day{}
	chain := s.chain(uid, b)
	week := week(chain)
	for i, c := range chain {
		if len(c.WorkWeeks) > 0 && b.spend() {
			c.workWeekDays(week, ownDays(chain[i+1:]), b, found)
		}
	}
	for _, c := range chain {
		c.exceptionDays(s.weekStart, week, b, found)
	}
	return found
}

func (f *File) weekStart() time.Weekday {
	if !f.Project.marks.has(projectOrder.at["WeekStartDay"]) && f.Project.WeekStart == 0 {
		return time.Monday
	}
	return time.Weekday(f.Project.WeekStart)
}

// ownDays are the days of the week that calendars define themselves.
func ownDays(list []*Calendar) (own [7]bool) {
	for _, c := range list {
		for i := range c.Days {
			if d := c.Days[i].DayType; d > 0 {
				own[d-1] = true
			}
		}
	}
	return own
}

// workWeekDays adds the days on which a work week differs from the week. A day
// of the week that a derived calendar defines is not touched.
func (c *Calendar) workWeekDays(week [7]data.Shifts, own [7]bool, b *budget, to map[data.Date]Day) {
	for i := range c.WorkWeeks {
		w := &c.WorkWeeks[i]
		special := week
		for k := range w.Days {
			if d := &w.Days[k]; d.DayType > 0 && !own[d.DayType-1] {
				special[d.DayType-1] = d.shifts(week[d.DayType-1])
			}
		}
		if w.Range.IsZero() || special == week {
			continue
		}
		for d := max(w.Range.From.Day, firstDay); d <= min(w.Range.Last(), lastDay) && b.spend(); d++ {
			if s := special[d.Weekday()]; s != week[d.Weekday()] {
				to[d] = Day{On: d, Shifts: s, Name: w.Name}
			}
		}
	}
}

// ruled is an exception expanded to its days.
type ruled struct {
	rank    int
	days    []data.Date
	name    string
	working bool
	shifts  data.Shifts
}

// exceptionDays adds the days of the exceptions, the weaker rules first.
func (c *Calendar) exceptionDays(weekStart time.Weekday, week [7]data.Shifts, b *budget, to map[data.Date]Day) {
	list := c.newForm(weekStart, b)
	slices.SortStableFunc(list, func(a, b ruled) int { return a.rank - b.rank })
	for _, x := range append(list, c.oldForm(b)...) {
		for _, d := range x.days {
			name := x.name
			if x.rank == rankOldForm && to[d].On == d {
				name = to[d].Name
			}
			to[d] = Day{On: d, Shifts: hours(x.working, x.shifts, week[d.Weekday()]), Name: name}
		}
	}
}

// newForm expands the rules of 2007 and later. A rule of a single day weighs as
// much as a range.
func (c *Calendar) newForm(weekStart time.Weekday, b *budget) []ruled {
	var list []ruled
	for i := range c.Exceptions {
		e := &c.Exceptions[i]
		x := ruled{e.rank(), e.expand(weekStart, b), e.Name, e.Working, e.Shifts}
		if len(x.days) == 1 {
			x.rank = rankRange
		}
		list = append(list, x)
	}
	return list
}

// oldForm expands the ranges that all versions write. A range that is no more
// than the range of a rule stands for the rule, not for all the days in it: other
// programs write that.
func (c *Calendar) oldForm(b *budget) []ruled {
	var list []ruled
	rules := map[[2]data.Date]bool{}
	for i := range c.Exceptions {
		if e := &c.Exceptions[i]; !e.plain() && e.Range.Last() > e.Range.From.Day {
			rules[[2]data.Date{e.Range.From.Day, e.Range.Last()}] = true
		}
	}
	for i := range c.Days {
		d := &c.Days[i]
		if d.DayType != 0 || d.Range.IsZero() || rules[[2]data.Date{d.Range.From.Day, d.Range.Last()}] {
			continue
		}
		e := Exception{Range: d.Range}
		list = append(list, ruled{rankOldForm, e.expand(time.Monday, b), "", d.Working, d.Shifts})
	}
	return list
}
