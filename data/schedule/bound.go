package schedule

import "portfel/data"

// plainDays tells whether a link is an addition: both ends on the axis of the
// same calendar, and the lag in its working days.
func (s *Solver) plainDays(e *edge, i, j *node) bool {
	return i.axis == j.axis && i.axis < s.daily() && e.mode&(lagMinutes|lagCalendar|lagElapsed) == 0
}

// reach is the earliest start that an edge from node i allows node j, with its
// side.
func (s *Solver) reach(e *edge, i, j *node) (start int64, side uint8) {
	if s.plainDays(e, i, j) {
		start, side = i.es, sideStart
		if e.mode&fromFinish != 0 {
			start, side = i.ef, sideEnd
		}
		start += e.lag
	} else {
		start, side = s.reachAcross(e, i, j)
	}
	if e.mode&toFinish != 0 && j.dur != 0 {
		start = s.before(j, start)
	}
	return start, side
}

// reachAcross is the earliest position of the end of j that the edge binds, by
// way of the common line.
func (s *Solver) reachAcross(e *edge, i, j *node) (int64, uint8) {
	t, side := s.event(e.mode, i)
	if e.lag != 0 {
		side = sideStart
		if e.lag > 0 {
			side = sideEnd
		}
		switch {
		case e.mode&(lagCalendar|lagElapsed) != 0:
			t += e.lag
		default:
			p := s.shift(e, j, s.axes[j.lagAxis].pos(t), e.lag)
			if j.axis == j.lagAxis {
				return p, side
			}
			t = s.instant(j.lagAxis, p, side)
		}
	}
	if j.axis != s.all() {
		return s.axes[j.axis].pos(t), side
	}
	if e.mode&(lagCalendar|lagElapsed) != 0 && j.flags&(flagZero|flagGate) == flagZero {
		return s.workday(j, t, side)
	}
	return t, side
}

// byClock tells whether an edge leaves from an instant of the clock: what counts
// in hours ends by the clock, what counts in days ends with its day.
func byClock(mode uint8, i *node) bool { return i.flags&flagClock != 0 || mode&lagElapsed != 0 }

// event is when the end of a node that an edge leaves from happens.
func (s *Solver) event(mode uint8, i *node) (t int64, side uint8) {
	clock := byClock(mode, i)
	a := s.axes[i.axis]
	switch {
	case i.flags&flagZero != 0:
		t, side = i.es, i.side
	case mode&fromFinish != 0 && i.axis == s.all():
		t, side = i.ef, sideEnd
	case i.axis == s.all():
		t, side = i.es, sideStart
	case mode&fromFinish != 0 && clock:
		return a.closes(i.ef), sideEnd
	case mode&fromFinish != 0:
		return a.end(i.ef), sideEnd
	case clock:
		return a.opens(i.es), sideStart
	default:
		return a.start(i.es), sideStart
	}
	if clock && i.standsByDays() {
		t = s.wall(i, t, side)
	}
	return t, side
}

// sideDay is the date of an instant: at midnight that which its side says.
func sideDay(t int64, side uint8) data.Date {
	if side == sideEnd {
		t--
	}
	d, _ := divide(t, clockDay)
	return data.Date(min(max(d, -maxDay), maxDay))
}

// wall is an instant by the clock on the wall: the midnight beside a working day
// is its close or its opening.
func (s *Solver) wall(n *node, t int64, side uint8) int64 {
	if t%clockDay != 0 {
		return t
	}
	shape := s.axes[n.lagAxis].cal.Shape(sideDay(t, side))
	switch {
	case shape.Minutes == 0:
		return t
	case side == sideEnd:
		return t - clockDay + int64(shape.Close)*minuteTicks
	default:
		return t + int64(shape.Open)*minuteTicks
	}
}

// midnight is the other way round: the latest instant that wall leaves no later
// than t. A milestone may take either side.
func (s *Solver) midnight(mode uint8, n *node, t int64) int64 {
	day, r := divide(t, clockDay)
	shape := s.axes[n.lagAxis].cal.Shape(data.Date(min(max(day, -maxDay), maxDay)))
	switch end := n.flags&flagZero != 0 || mode&fromFinish != 0; {
	case shape.Minutes == 0:
		return t
	case end && r >= int64(shape.Close)*minuteTicks:
		return t - r + clockDay
	case !end && r == 0 && shape.Open > 0:
		return t - gapStep
	}
	return t
}

// shift adds a lag in working days or minutes, as j counts lags.
func (s *Solver) shift(e *edge, j *node, p, lag int64) int64 {
	if e.mode&lagMinutes != 0 {
		return s.axes[j.lagAxis].addMinutes(p, lag)
	}
	return p + lag
}

// instant is a position on the common line, on a side of its boundary.
func (s *Solver) instant(ax int32, p int64, side uint8) int64 {
	if side == sideEnd {
		return s.axes[ax].end(p)
	}
	return s.axes[ax].start(p)
}

// workday moves a milestone that a lag put on a day off to the start of the
// next working day.
func (s *Solver) workday(j *node, t int64, side uint8) (int64, uint8) {
	a := s.axes[j.lagAxis]
	if a.cal.IsWorking(sideDay(t, side)) {
		return t, side
	}
	return a.start(a.pos(t)), sideStart
}

// allow is how late the end of node i that an edge leaves from may be, on i's
// axis, if the end of j that the edge binds may be at late on j's axis.
func (s *Solver) allow(e *edge, i, j *node, late int64) int64 {
	if s.plainDays(e, i, j) {
		return late - e.lag
	}
	t, open := s.until(e, i, j, late)
	clock := byClock(e.mode, i)
	if i.axis == s.all() {
		return s.allowClock(e.mode, i, t, open, clock)
	}
	a := s.axes[i.axis]
	p := a.pos(t)
	switch {
	case e.mode&fromFinish != 0 && clock:
		p = a.closedBy(p, t)
		return stepBack(p, a.closes(p), t, open)
	case e.mode&fromFinish != 0: // with its day, which may close before t and end after
		return stepBack(p, a.end(p), t, open)
	case clock:
		return stepBack(p, a.opens(p), t, open)
	}
	return stepBack(p, a.start(p), t, open)
}

// allowClock is allow for a node on the common line: t, or a little before an open
// t, or the midnight that stands for a close by then.
func (s *Solver) allowClock(mode uint8, i *node, t int64, open, clock bool) int64 {
	last := t
	if open {
		last--
	}
	if clock && i.standsByDays() {
		if m := s.midnight(mode, i, last); m != last {
			return m
		}
	}
	switch {
	case !open:
		return t
	case t%clockDay == 0:
		return t - gapStep
	}
	return t - gapStep*24*60
}

// until is the instant by which the end of node i that an edge leaves from has to
// happen; open says that the instant itself is too late.
func (s *Solver) until(e *edge, i, j *node, late int64) (t int64, open bool) {
	elapsed, ax := e.mode&(lagCalendar|lagElapsed) != 0, j.axis
	if e.lag != 0 && !elapsed {
		late, ax = s.unlag(e, j, late), j.lagAxis
	}
	t, open = s.axes[ax].until(late, byClock(e.mode, i))
	if elapsed && j.flags&(flagZero|flagGate) == flagZero {
		t = s.allowWorkday(j, t, e.lag > 0)
	}
	if !elapsed {
		return t, open
	}
	if clockEve(t) {
		_, r := divide(t, clockDay)
		t, open = t-r+clockDay, true
	}
	return t - e.lag, open
}

// unlag takes the lag back, from late on j's axis to where its lags count.
func (s *Solver) unlag(e *edge, j *node, late int64) int64 {
	if j.axis != j.lagAxis {
		t, side := s.axes[j.axis].opens(late), sideStart
		if e.lag > 0 {
			side = sideEnd
		}
		p := s.axes[j.lagAxis].pos(t)
		late = stepBack(p, s.instant(j.lagAxis, p, side), t, false)
	}
	return s.shift(e, j, late, -e.lag)
}

// allowWorkday is the latest instant that workday moves to no later than t.
func (s *Solver) allowWorkday(j *node, t int64, atEnd bool) int64 {
	a, side := s.axes[j.lagAxis], sideStart
	if atEnd {
		side = sideEnd
	}
	p := a.pos(t)
	switch {
	case a.cal.IsWorking(sideDay(t, side)) || t == a.start(p):
		return t
	case atEnd:
		return a.end(p)
	default:
		return a.end(p) - gapStep
	}
}

// stepBack is the position p, or a step before it where work at p begins after
// t, or at an open t: before a gap of days off the boundary itself begins after
// the gap.
func stepBack(p, begins, t int64, open bool) int64 {
	if open {
		t--
	}
	if p%dayTicks != 0 && !open {
		t += minuteTicks / 2 // rounding to ticks of the axis
	} else if p%dayTicks != 0 {
		t -= minuteTicks / 2
	}
	if begins > t {
		return p - gapStep
	}
	return p
}

// float turns ticks into thousandths of a day. What is short of a whole day by
// steps before gaps is the day before.
func float(ticks int64) int64 {
	days, rest := divide(ticks, dayTicks)
	if onEve(dayTicks - rest) {
		return days * 1000
	}
	return round(ticks)
}
