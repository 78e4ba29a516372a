package mspdi

import (
	"time"

	"portfel/data"
)

// The days that rules are expanded to.
var (
	firstDay = data.NewDate(firstYear, time.January, 1)
	lastDay  = data.NewDate(lastYear, time.December, 31)
)

// budget bounds the steps of expanding one calendar.
type budget int

// mostSteps lets a calendar have some rules for all the years that there are.
const mostSteps budget = 1_000_000

func (b *budget) spend() bool {
	*b--
	return *b >= 0
}

// plain tells whether the exception is a range of days, all of them.
func (e *Exception) plain() bool {
	return e.Type == RangeOfDays || e.Type == NoRecurrence || e.Type == Daily && e.Period <= 1
}

// rank says which rule wins on a day that several have: the higher.
func (e *Exception) rank() int {
	switch {
	case e.plain():
		return rankRange
	case e.Type == Weekly:
		return 1
	case e.Type == MonthlyByDay || e.Type == MonthlyByPlace:
		return 2
	case e.Type == YearlyByDay || e.Type == YearlyByPlace:
		return 3
	}
	return 4
}

const (
	rankRange   = 5
	rankOldForm = 6
)

// expand is the days of the exception, in order. weekStart is the first day of
// the week, which matters for every n-th week.
func (e *Exception) expand(weekStart time.Weekday, b *budget) (days []data.Date) {
	if e.Range.IsZero() {
		return nil
	}
	left, until := -1, min(e.Range.Last(), lastDay)
	if e.ByCount && e.Occurrences > 0 && !e.plain() {
		left, until = e.Occurrences, lastDay
	}
	e.walk(weekStart, func(d data.Date) bool {
		if !b.spend() || d > until || left == 0 {
			return false
		}
		if d >= e.Range.From.Day && d >= firstDay {
			days = append(days, d)
			left--
		}
		return true
	})
	return days
}

// walk visits the days of the rule from about its first, in order, without end.
func (e *Exception) walk(weekStart time.Weekday, visit func(data.Date) bool) {
	from, every := e.Range.From.Day, max(e.Period, 1)
	if e.plain() {
		every = 1
	}
	switch e.Type {
	case YearlyByDay, YearlyByPlace:
		e.months(12*every, time.Month(e.Month+1), visit)
	case MonthlyByDay, MonthlyByPlace:
		e.months(every, 0, visit)
	case Weekly:
		e.weeks(weekStart, visit)
	case EveryNthWeekday:
		everyWeekday(from, every, visit)
	default:
		for d := from; visit(d); d += data.Date(every) {
		}
	}
}

// months visits a day of every so many months, from the month of the first day,
// or from that month of its year.
func (e *Exception) months(every int, month time.Month, visit func(data.Date) bool) {
	y, m, day := e.Range.From.Day.Civil()
	if month != 0 {
		m = month
	}
	if e.MonthDay > 0 {
		day = e.MonthDay
	}
	for n := 0; ; n += every {
		first := data.NewDate(y, m+time.Month(n), 1)
		if first == 0 {
			return
		}
		d := dayOfMonth(first, day)
		if e.Type == YearlyByPlace || e.Type == MonthlyByPlace {
			d = e.place(first)
		}
		if !visit(d) {
			return
		}
	}
}

// dayOfMonth is the day of a month, its last when it is shorter.
func dayOfMonth(first data.Date, day int) data.Date {
	y, m, _ := first.Civil()
	return first + data.Date(min(day, monthDays(y, int(m)))-1)
}

// place is the first to fourth or last day of the month that MonthItem counts.
func (e *Exception) place(first data.Date) (found data.Date) {
	y, m, _ := first.Civil()
	left := e.Position
	for d := first; d < first+data.Date(monthDays(y, int(m))); d++ {
		if !e.MonthItem.holds(d.Weekday()) {
			continue
		}
		found = d
		if left == 0 {
			return d
		}
		if e.Position < lastPlace {
			left--
		}
	}
	return found
}

// lastPlace is the Position of the last item.
const lastPlace = 4

// weeks visits the days of the week of every so many weeks.
func (e *Exception) weeks(weekStart time.Weekday, visit func(data.Date) bool) {
	from := e.Range.From.Day
	mask := e.DaysOfWeek
	if mask == 0 {
		mask = 1 << from.Weekday()
	}
	week := from - data.Date((int(from.Weekday())-int(weekStart)+7)%7)
	for ; ; week += data.Date(7 * max(e.Period, 1)) {
		for d := week; d < week+7; d++ {
			if mask>>d.Weekday()&1 == 1 && d >= from && !visit(d) {
				return
			}
		}
	}
}

// everyWeekday visits every so-manieth day of Monday to Friday.
func everyWeekday(from data.Date, every int, visit func(data.Date) bool) {
	n := 0
	for d := from; ; d++ {
		if !ItemWeekday.holds(d.Weekday()) {
			continue
		}
		if n%every == 0 && !visit(d) {
			return
		}
		n++
	}
}
