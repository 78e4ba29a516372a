package load

import (
	"portfel/data"
	"portfel/data/workday"
)

// Work is an amount of work in a period; both days count.
type Work struct {
	What   Kind
	From   data.Date
	To     data.Date
	Effort data.Minutes
	Fixed  bool // stands on From as it is instead of being spread
}

// Kind says what the time is for.
type Kind string

// What time is spent on.
const (
	Project   Kind = "project"
	Mentoring Kind = "mentoring"
	Travel    Kind = "travel"
)

// Kinds lists the kinds in the order of legends.
var Kinds = []Kind{Project, Mentoring, Travel}

// Week is one week of a person, from its Monday.
type Week struct {
	Monday data.Date
	Norm   data.Minutes // working time by the calendar
	Load   data.Minutes // all work
	By     map[Kind]data.Minutes
}

// Over is the load above the norm, 0 when there is room.
func (w Week) Over() data.Minutes { return max(0, w.Load-w.Norm) }

// Late is the rest of a work that is not done: when its period is over before
// today, what its per cent leaves stands on today.
func Late(w Work, percent int, today data.Date) Work {
	if w.To >= today {
		return w
	}
	left := w.Effort * data.Minutes(100-min(max(percent, 0), 100)) / 100
	return Work{What: w.What, From: today, To: today, Effort: left, Fixed: true}
}

// Weeks lays the works into n weeks from the week of the first day on. The
// calendar is the person's own: with the personal week and the absences.
func Weeks(cal *workday.Calendar, first data.Date, n int, works []Work) []Week {
	out := make([]Week, n)
	for i := range out {
		monday := first.Monday() + data.Date(7*i)
		out[i] = Week{Monday: monday, Norm: cal.MinutesBetween(monday, monday+6), By: map[Kind]data.Minutes{}}
	}
	for _, w := range works {
		for i := range out {
			part := Between(cal, w, out[i].Monday, out[i].Monday+6)
			out[i].Load += part
			if part != 0 {
				out[i].By[w.What] += part
			}
		}
	}
	return out
}

// Between is the part of a work that falls on the days from one to another,
// both included.
func Between(cal *workday.Calendar, w Work, from, to data.Date) data.Minutes {
	if w.To < w.From {
		w.To = w.From
	}
	days := cal.Between(w.From, w.To)
	if w.Fixed || days == 0 {
		if from <= w.From && w.From <= to {
			return w.Effort
		}
		return 0
	}
	return w.upTo(cal, days, to) - w.upTo(cal, days, from-1)
}

// upTo is the part of a spread work that is done by the end of a day.
func (w Work) upTo(cal *workday.Calendar, days int, day data.Date) data.Minutes {
	done := cal.Between(w.From, min(day, w.To))
	return w.Effort * data.Minutes(done) / data.Minutes(days)
}
