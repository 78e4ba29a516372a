package schedule

import (
	"portfel/data"
	"portfel/data/workday"
)

const (
	// dayTicks divides evenly by the minutes of days of 480, 450, 432, 420,
	// 360, 240 and 1440 minutes, and into thousandths.
	dayTicks   = 756000
	thousandth = dayTicks / 1000
	elapsedMin = dayTicks / (24 * 60)

	maxDay = 4_000_000 // a little after the year 9999: nothing is scheduled later
	far    = maxDay * dayTicks
	never  = int64(1) << 62
)

// divide rounds towards minus infinity.
func divide(a, b int64) (quotient, rest int64) {
	quotient, rest = a/b, a%b
	if rest < 0 {
		quotient, rest = quotient-1, rest+b
	}
	return quotient, rest
}

// axis counts the working days of a calendar in ticks: position k·dayTicks is
// the boundary after k working days. Without a calendar it is the common line
// of all days, on which date d begins at d·dayTicks.
type axis struct{ cal *workday.Calendar }

// pos is where an instant of the common line falls: a day off is the boundary
// between the working days around it.
func (a axis) pos(t int64) int64 {
	if a.cal == nil {
		return t
	}
	day, f := divide(t, dayTicks)
	d := data.Date(min(max(day, -maxDay), maxDay))
	n := a.cal.Number(d - 1)
	if f > 0 && a.cal.Number(d) == n {
		f = 0
	}
	return n*dayTicks + f
}

// start is the latest instant at a position: of a boundary, the start of the
// next working day.
func (a axis) start(p int64) int64 {
	if a.cal == nil {
		return p
	}
	k, f := divide(p, dayTicks)
	return int64(a.cal.Day(k+1))*dayTicks + f
}

// end is the earliest instant at a position: of a boundary, the end of the
// working day before.
func (a axis) end(p int64) int64 {
	if a.cal == nil {
		return p
	}
	k, f := divide(p, dayTicks)
	if f > 0 {
		return int64(a.cal.Day(k+1))*dayTicks + f
	}
	return int64(a.cal.Day(k)+1) * dayTicks
}

// snap is the error in ticks·minutes that rounding to ticks can make.
const snap = 24 * 60

// addMinutes moves a position by working minutes, back if negative. Amounts are
// counted in minutes times dayTicks, where a part of a day is exact.
func (a axis) addMinutes(p, minutes int64) int64 {
	k, f := divide(p, dayTicks)
	d := a.cal.Day(k + 1)
	sum := int64(a.cal.Worked(d-1))*dayTicks + f*int64(a.cal.Minutes(d)) + minutes*dayTicks
	if whole, rest := divide(sum+snap, dayTicks); rest <= 2*snap {
		sum = whole * dayTicks
	}
	whole, _ := divide(sum+dayTicks-1, dayTicks)
	d = a.cal.DayOfMinute(data.Minutes(whole))
	length := int64(a.cal.Minutes(d))
	if length == 0 {
		return p
	}
	rest := sum - int64(a.cal.Worked(d-1))*dayTicks
	f = min(max((rest+length/2)/length, 0), dayTicks)
	return (a.cal.Number(d)-1)*dayTicks + f
}

// A day on the wall: work from 09:00 to 18:00, in parts of a minute so fine that
// dayTicks is nine hours of them.
const (
	clockMin   = dayTicks / (9 * 60)
	clockDay   = 24 * 60 * clockMin
	clockStart = 9 * 60 * clockMin
	clockEnd   = 18 * 60 * clockMin
)

// elapse moves an instant by minutes of the clock on the wall. An instant
// between two days is the end of the first or the start of the second.
func elapse(t, minutes int64, atEnd bool) int64 {
	d, f := divide(t, dayTicks)
	c := d*clockDay + clockStart + f
	if atEnd && f == 0 {
		c = (d-1)*clockDay + clockEnd
	}
	d, c = divide(c+minutes*clockMin, clockDay)
	return d*dayTicks + min(max(c-clockStart, 0), dayTicks)
}
