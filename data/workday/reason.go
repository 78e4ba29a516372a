package workday

import (
	"slices"

	"portfel/data"
)

// Reason says why a day is worked or not.
type Reason uint8

// The reasons. An exception that works (a moved Saturday, a short day) is Works.
const (
	Works   Reason = iota
	Weekend        // the weekly pattern
	Holiday        // a row of the calendar
	Away           // an absence
)

// Reason is why d is off, or Works.
func (c *Calendar) Reason(d data.Date) Reason {
	switch k := c.causeOf(d); {
	case k < 0:
		return Away
	case c.IsWorking(d):
		return Works
	case k > 0:
		return Holiday
	}
	return Weekend
}

func (c *Calendar) causeOf(d data.Date) int32 {
	if i := int64(d) - c.lo; i >= 0 && i < int64(len(c.cause)) {
		return c.cause[i]
	}
	return 0
}

// On is the row that makes d differ from the weekly pattern, if there is one
// and no absence lies over it.
func (c *Calendar) On(d data.Date) (Day, bool) {
	if k := c.causeOf(d); k > 0 {
		return c.days[k-1], true
	}
	return Day{}, false
}

// AbsenceOn is the absence that takes the working day d, if there is one.
func (c *Calendar) AbsenceOn(d data.Date) (Absence, bool) {
	if k := c.causeOf(d); k < 0 {
		return c.away[-k-1], true
	}
	return Absence{}, false
}

// Title is the name of the holiday or the reason of the absence on d, empty for
// ordinary days and moved days off.
func (c *Calendar) Title(d data.Date) string {
	if a, ok := c.AbsenceOn(d); ok {
		return a.Title
	}
	day, _ := c.On(d)
	return day.Title
}

// Days are the rows that differ from the pattern, by date.
func (c *Calendar) Days() []Day { return slices.Clone(c.days) }

// Window is the first and the last day that may differ from the weekly pattern;
// the second lies before the first when none does.
func (c *Calendar) Window() (from, to data.Date) { return data.Date(c.lo), data.Date(c.hi) }

// Years are the years that the calendar knows, in order.
func (c *Calendar) Years() []Year { return slices.Clone(c.years) }

// HasData tells whether the calendar knows the year; without data a year is
// the weekly pattern only.
func (c *Calendar) HasData(year int) bool {
	_, ok := c.year(year)
	return ok
}

// Confirmed tells whether an act confirms the year.
func (c *Calendar) Confirmed(year int) bool {
	y, ok := c.year(year)
	return ok && y.Confirmed
}

func (c *Calendar) year(year int) (Year, bool) {
	i := slices.IndexFunc(c.years, func(y Year) bool { return y.Year == year })
	if i < 0 {
		return Year{}, false
	}
	return c.years[i], true
}
