package workday

import (
	"slices"

	"portfel/data"
)

// First and Last bound the days that rows and absences may name, so that a slip
// of the pen in a year cannot ask for a gigabyte.
var (
	First = data.NewDate(1900, 1, 1)
	Last  = data.NewDate(2200, 12, 31)
)

// end is 9999-12-31, the last day that a result may be.
const end = 3652059

// Day is one day that differs from the weekly pattern.
type Day struct {
	Date      data.Date
	Type      data.DayType
	Minutes   data.Minutes // 0 on a worked day = its shifts, else the usual length of its type
	Shifts    data.Shifts  // empty = the weekday's, cut to the minutes
	Title     string       // name of the holiday, empty for a moved day off
	Source    string       // act that says so
	MovedFrom data.Date    // the day off that was moved here
}

// Absence is a range of days off with its reason; both ends count.
type Absence struct {
	From, To data.Date
	Kind     data.AbsenceKind
	Who      data.ID[data.Person]
	Title    string
}

// Year says that a calendar knows a year, and whether an act confirms it.
type Year struct {
	Year      int
	Confirmed bool
	Source    string
}

// Calendar tells worked days from days off. It is built by New and the
// overlays and never changes, so it may be shared freely.
type Calendar struct {
	week    Week
	hours   Hours // shifts of each weekday that is worked
	beat    rhythm
	days    []Day     // by date, one a date
	away    []Absence // as given
	years   []Year    // by year
	lo, hi  int64     // window of days that may differ; empty when lo > hi
	number  []int32   // worked days from lo to lo+i
	minutes []int32   // working minutes from lo to lo+i
	cause   []int32   // 0 weekly pattern, n days[n-1], -n away[n-1]
	list    []int32   // the worked days of the window
	shape   []int16   // from lo on: index in shapes
	shapes  []Shape   // the first seven are those of the week
	before  int64     // worked days up to lo-1
	beforeM int64
	shift   int64 // what the window adds to the pattern, for days after it
	shiftM  int64
}

// New builds a calendar from its weekly pattern, the days that differ (any
// order; of two rows of a date the last counts) and the years it knows.
func New(week Week, days []Day, years []Year) *Calendar {
	return build(week, Hours{}, days, nil, years)
}

// NewHours is New from the shifts of each weekday.
func NewHours(hours Hours, days []Day, years []Year) *Calendar {
	return build(hours.Week(), hours, days, nil, years)
}

func build(week Week, hours Hours, days []Day, away []Absence, years []Year) *Calendar {
	for i := range week {
		week[i] = min(max(week[i], 0), 24*60)
	}
	c := &Calendar{week: week, hours: hours.fit(week), beat: newRhythm(week), days: tidy(week, days), away: clip(away)}
	c.years = slices.Clone(years)
	slices.SortStableFunc(c.years, func(a, b Year) int { return a.Year - b.Year })
	c.span()
	c.openShapes()
	if c.lo <= c.hi {
		c.fill()
		c.shapeDays()
	}
	return c
}

// tidy sorts rows, keeps the last of each date and gives worked days minutes.
func tidy(week Week, days []Day) []Day {
	out := make([]Day, 0, len(days))
	for _, d := range days {
		if d.Date >= First && d.Date <= Last {
			d.Minutes = usual(week, d)
			out = append(out, d)
		}
	}
	slices.SortStableFunc(out, func(a, b Day) int { return int(a.Date - b.Date) })
	n := 0
	for i := range out {
		if i+1 < len(out) && out[i+1].Date == out[i].Date {
			continue
		}
		out[n] = out[i]
		n++
	}
	return out[:n]
}

// usual is the working time of a row: none on a day off, else what it says, else
// the ordinary day, an hour less when it is short.
func usual(week Week, d Day) data.Minutes {
	if d.Type == data.DayIsOff {
		return 0
	}
	if d.Minutes > 0 {
		return min(d.Minutes, 24*60)
	}
	if m := d.Shifts.Minutes(); m > 0 {
		return m
	}
	m := week.Nominal()
	if m == 0 {
		m = Regular
	}
	if d.Type == data.DayIsShort {
		m -= Regular - Short
	}
	return max(m, 0)
}

// clip keeps the part of absences that a calendar can hold.
func clip(away []Absence) []Absence {
	var out []Absence
	for _, a := range away {
		a.From, a.To = max(a.From, First), min(a.To, Last)
		if a.From <= a.To {
			out = append(out, a)
		}
	}
	return out
}

// span finds the window.
func (c *Calendar) span() {
	c.lo, c.hi = 1, 0
	include := func(from, to data.Date) {
		if c.lo > c.hi {
			c.lo, c.hi = int64(from), int64(to)
		}
		c.lo, c.hi = min(c.lo, int64(from)), max(c.hi, int64(to))
	}
	if n := len(c.days); n > 0 {
		include(c.days[0].Date, c.days[n-1].Date)
	}
	for _, a := range c.away {
		include(a.From, a.To)
	}
}

// fill counts the window day by day.
func (c *Calendar) fill() {
	n := int(c.hi - c.lo + 1)
	arrays := make([]int32, 4*n)
	c.number, c.minutes, c.cause = arrays[:n:n], arrays[n:2*n:2*n], arrays[2*n:3*n:3*n]
	c.list = arrays[3*n : 3*n : 4*n]
	c.lay()
	var count, sum int32
	for i, m := range c.minutes {
		if m > 0 {
			count++
			c.list = append(c.list, int32(c.lo)+int32(i))
		}
		sum += m
		c.number[i], c.minutes[i] = count, sum
	}
	c.before, c.beforeM = c.beat.number(c.lo-1), c.beat.worked(c.lo-1)
	c.shift = c.before + int64(count) - c.beat.number(c.hi)
	c.shiftM = c.beforeM + int64(sum) - c.beat.worked(c.hi)
}

// lay writes each day's own minutes and its cause: the pattern, the rows over
// it, the absences over those.
func (c *Calendar) lay() {
	for i := range c.minutes {
		c.minutes[i] = int32(c.week[(c.lo+int64(i))%7])
	}
	for k, d := range c.days {
		i := int64(d.Date) - c.lo
		c.minutes[i], c.cause[i] = int32(d.Minutes), int32(k+1)
	}
	for k, a := range c.away {
		for i := int64(a.From) - c.lo; i <= int64(a.To)-c.lo; i++ {
			if c.minutes[i] > 0 {
				c.minutes[i], c.cause[i] = 0, -int32(k+1)
			}
		}
	}
}
