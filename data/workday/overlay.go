package workday

import (
	"slices"

	"portfel/data"
)

// Overlay lays the rows of another calendar (a region, a client) over this one:
// where both have a row, the new one counts.
func (c *Calendar) Overlay(days []Day) *Calendar {
	return build(c.week, c.hours, append(slices.Clone(c.days), days...), c.away, c.years)
}

// WithAbsences lays absences over the calendar: days of these ranges that would
// be worked are off.
func (c *Calendar) WithAbsences(away ...Absence) *Calendar {
	return build(c.week, c.hours, c.days, append(slices.Clone(c.away), away...), c.years)
}

// WithWeek gives the calendar a personal week. Days off stay off. A day before
// a holiday loses as much as it does for everybody (an hour), and a moved
// working day is the person's ordinary one; a weekday that the person does not
// work stays free.
func (c *Calendar) WithWeek(w Week) *Calendar {
	days := slices.Clone(c.days)
	for i, d := range days {
		if d.Type == data.DayIsOff {
			continue
		}
		days[i].Minutes = c.personal(w, d)
		if days[i].Minutes == 0 {
			days[i].Type = data.DayIsOff
		}
	}
	return build(w, c.hours.fit(w), days, c.away, c.years)
}

// personal is the working time of a worked exception in another week.
func (c *Calendar) personal(w Week, d Day) data.Minutes {
	weekday := d.Date.Weekday()
	full, own := c.week[weekday], w[weekday]
	if full == 0 { // a moved working day
		full = c.week.Nominal()
		if full == 0 {
			full = Regular
		}
		if own == 0 {
			own = w.Nominal()
		}
	}
	if own == 0 {
		return 0
	}
	return min(max(own-(full-d.Minutes), 0), 24*60)
}

// Intersect is the calendar of work that needs all the people at once: of each
// day the time that all of them work. The reason of a day off is an absence
// before a holiday before the weekly pattern. Without calendars it is Monday to
// Friday.
func Intersect(cs ...*Calendar) *Calendar {
	if len(cs) == 0 {
		return New(FiveDays, nil, nil)
	}
	if len(cs) == 1 {
		return cs[0]
	}
	hours, shared := cs[0].hours, overlaps{}
	lo, hi := int64(1), int64(0)
	for _, c := range cs {
		for i := range hours {
			hours[i] = shared.common(hours[i], c.hours[i])
		}
		if c.lo > c.hi {
			continue
		}
		if lo > hi {
			lo, hi = c.lo, c.hi
		}
		lo, hi = min(lo, c.lo), max(hi, c.hi)
	}
	var days []Day
	var away []Absence
	for d := data.Date(lo); int64(d) <= hi; d++ {
		days, away = shared.together(cs, hours, d, days, away)
	}
	return build(hours.Week(), hours, days, away, cs[0].years)
}

// together adds what one day of an intersection needs beyond the week.
func (o overlaps) together(cs []*Calendar, hours Hours, d data.Date, days []Day, away []Absence) ([]Day, []Absence) {
	if len(cs) == 0 {
		return days, away
	}
	least := data.Minutes(24*60 + 1)
	var row *Day
	all := cs[0].Shifts(d)
	for i, c := range cs {
		if a, ok := c.AbsenceOn(d); ok {
			a.From, a.To = d, d
			return o.together(others(cs, c), hours, d, days, extend(away, a))
		}
		if i > 0 {
			all = o.common(all, c.Shifts(d))
		}
		m := c.Minutes(d)
		if m > least || m == least && row != nil {
			continue
		}
		least, row = m, nil
		if r, ok := c.On(d); ok {
			row = &r
		}
	}
	if row == nil && all == hours[d.Weekday()] {
		return days, away
	}
	return append(days, rowOf(row, d, all)), away
}

// others are the calendars without one, to look what lies under an absence.
func others(cs []*Calendar, c *Calendar) []*Calendar {
	out := make([]*Calendar, 0, len(cs)-1)
	for _, o := range cs {
		if o != c {
			out = append(out, o)
		}
	}
	return out
}

// rowOf is the row for a day worked in shifts, after the row that says so.
func rowOf(row *Day, d data.Date, s data.Shifts) Day {
	m := s.Minutes()
	out := Day{Date: d, Type: data.DayIsWork}
	if row != nil {
		out = *row
	}
	out.Minutes, out.Shifts = m, s
	switch {
	case m == 0:
		out.Type = data.DayIsOff
	case out.Type == data.DayIsOff:
		out.Type = data.DayIsWork
	}
	return out
}

// extend adds one day of absence, to the last range if it goes on.
func extend(away []Absence, a Absence) []Absence {
	for i := range away {
		last := &away[i]
		if last.To+1 == a.From && last.Kind == a.Kind && last.Who == a.Who && last.Title == a.Title {
			last.To = a.To
			return away
		}
	}
	return append(away, a)
}
