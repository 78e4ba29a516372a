package schedule

import (
	"portfel/data"
	"portfel/data/workday"
)

const (
	// dayTicks is a working day, whatever its length. It divides evenly by the
	// minutes of days of 480, 450, 432, 420, 360, 240 and 1440 minutes, and into
	// thousandths.
	dayTicks   = 756000
	thousandth = dayTicks / 1000

	// A minute of the clock has as many ticks as a working day, so that a part
	// of a day of any number of minutes is a whole number of ticks of the clock.
	minuteTicks = dayTicks
	clockDay    = 24 * 60 * minuteTicks

	maxDay   = 4_000_000 // a little after the year 9999: nothing is scheduled later
	far      = maxDay * dayTicks
	farClock = maxDay * clockDay
	never    = int64(1) << 62
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
// the boundary after k working days, and a part of a day is a part of its
// working time. Without a calendar it is the common line: the clock, on which
// date d begins at d·clockDay. The boundaries of days are midnights there, for
// every calendar, so that a day that is done at 16:00 is over as one that is
// done at 18:00; inside a day the line is the clock on the wall.
type axis struct{ cal *workday.Calendar }

// pos is where an instant of the common line falls: a day off is the boundary
// between the working days around it, a break the moment when it begins.
func (a axis) pos(t int64) int64 {
	if a.cal == nil {
		return t
	}
	day, r := divide(t, clockDay)
	d := data.Date(min(max(day, -maxDay), maxDay))
	n := a.cal.Number(d-1) * dayTicks
	if r == 0 {
		return n
	}
	shape := a.cal.Shape(d)
	switch short := clockDay - r; {
	case shape.Minutes == 0:
		return n
	case short <= eve:
		return n + dayTicks - short
	}
	return n + part(shape, r)
}

// gapStep is how far before a gap of days off work begins at the latest: a
// little, so that a day's start counts as before the gap and its end does not.
// A few such steps before the end of a day are its eve: there every axis and the
// common line count the same ticks before the boundary, wherever the day closes.
const (
	gapStep = 21
	eve     = 20 * gapStep
)

// onEve tells whether what is short of a whole day are steps before a gap, and
// not an error of rounding.
func onEve(short int64) bool { return short >= gapStep/2 && short <= eve }

// isStep tells whether ticks of the clock are a step or two inside a day. A step
// before midnight is one of the clock, inside a day of m minutes it is m times
// that; what is shorter is an error of rounding.
func isStep(short int64) bool { return short > 50*gapStep && short <= 2*24*60*gapStep }

// clockEve tells whether an instant is a step or so before a midnight.
func clockEve(t int64) bool {
	_, r := divide(t, clockDay)
	return onEve(clockDay - r)
}

// part is how much of a day is over at a tick of its clock, in ticks of the day.
func part(shape *workday.Shape, r int64) (done int64) {
	for _, x := range shape.List {
		from := int64(x.From) * minuteTicks
		if r <= from {
			break
		}
		done += min(r, int64(x.To)*minuteTicks) - from
	}
	m := int64(shape.Minutes)
	return (done + m/2) / m
}

// start is the latest instant at a position: of a boundary, the start of the
// next working day; where a break is, its end.
func (a axis) start(p int64) int64 {
	if a.cal == nil {
		return p
	}
	k, f := settle(p)
	d := a.cal.Day(k + 1)
	if f == 0 {
		return int64(d) * clockDay
	}
	return int64(d)*clockDay + clockAt(a.cal.Shape(d), f, true)
}

// settle divides a position into days and the part of a day; what is less than
// half a step beside a boundary is an error of rounding.
func settle(p int64) (k, f int64) {
	k, f = divide(p+gapStep/2, dayTicks)
	if f < gapStep {
		return k, 0
	}
	return k, f - gapStep/2
}

// end is the earliest instant at a position: of a boundary, the end of the
// working day before; where a break is, its beginning.
func (a axis) end(p int64) int64 {
	if a.cal == nil {
		return p
	}
	k, f := settle(p)
	if f == 0 {
		return int64(a.cal.Day(k)+1) * clockDay
	}
	d := a.cal.Day(k + 1)
	return int64(d)*clockDay + clockAt(a.cal.Shape(d), f, false)
}

// clockAt is the tick of the clock at which a part of a day is over; late takes
// the end of a break. A tick or two beside a break is an error of rounding.
func clockAt(shape *workday.Shape, f int64, late bool) int64 {
	if short := dayTicks - f; short <= eve {
		return clockDay - short
	}
	rest, near := f*int64(shape.Minutes), snap*int64(shape.Minutes)
	if late {
		near = -near
	}
	for _, x := range shape.List {
		length := int64(x.To-x.From) * minuteTicks
		if rest <= length+near {
			return int64(x.From)*minuteTicks + min(max(rest, 0), length)
		}
		rest -= length
	}
	return int64(shape.Close) * minuteTicks
}

// opens is start, with a boundary at the opening of the day and not at midnight.
func (a axis) opens(p int64) int64 {
	t := a.start(p)
	d, r := divide(t, clockDay)
	if a.cal == nil || r != 0 {
		return t
	}
	return t + int64(a.cal.Shape(data.Date(d)).Open)*minuteTicks
}

// closes is end, with a boundary at the close of the day and not at midnight.
func (a axis) closes(p int64) int64 {
	t := a.end(p)
	d, r := divide(t-1, clockDay)
	if a.cal == nil || r != clockDay-1 {
		return t
	}
	return int64(d)*clockDay + int64(a.cal.Shape(data.Date(d)).Close)*minuteTicks
}

// until is the latest instant at a position, for what happens by the clock or
// not: work may end before the opening of the next day. A little before the end
// of a day is before its close, which is then open, or for what is over with its
// day before its midnight.
func (a axis) until(p int64, clock bool) (t int64, open bool) {
	if short := dayTicks - mod(p); clock && a.cal != nil && onEve(short) {
		return a.closes(p + short), true
	}
	return a.opens(p), false
}

// mod is the part of a day at a position.
func mod(p int64) int64 {
	_, f := divide(p, dayTicks)
	return f
}

// closedBy is the position p, or the boundary after it whose day closes by t: the
// eve of a day is after its close.
func (a axis) closedBy(p, t int64) int64 {
	if short := dayTicks - mod(p); onEve(short) && a.closes(p+short) <= t {
		return p + short
	}
	return p
}

// snap is how many ticks rounding may have added up to.
const snap = 3

// addMinutes moves a position by working minutes, back if negative. Amounts are
// counted in minutes times dayTicks, where a part of a day is exact. Steps before
// the end of a day stay as many steps.
func (a axis) addMinutes(p, minutes int64) int64 {
	k, f := divide(p, dayTicks)
	if short := dayTicks - f; onEve(short) {
		return a.addMinutes(p+short, minutes) - short
	}
	d := a.cal.Day(k + 1)
	length := int64(a.cal.Minutes(d))
	sum := int64(a.cal.Worked(d-1))*dayTicks + f*length + minutes*dayTicks
	if whole, rest := divide(sum+snap*length, dayTicks); rest <= 2*snap*length {
		sum = whole * dayTicks
	}
	whole, _ := divide(sum+dayTicks-1, dayTicks)
	d = a.cal.DayOfMinute(data.Minutes(whole))
	if length = int64(a.cal.Minutes(d)); length == 0 {
		return p
	}
	rest := sum - int64(a.cal.Worked(d-1))*dayTicks
	f = min(max((rest+length/2)/length, 0), dayTicks)
	return (a.cal.Number(d)-1)*dayTicks + f
}
