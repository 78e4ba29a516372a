package schedule

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
	if e.mode&(lagCalendar|lagElapsed) != 0 && j.flags&flagZero != 0 {
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
	if i.flags&flagZero != 0 {
		if clock {
			return s.wall(i), i.side
		}
		return i.es, i.side
	}
	a := s.axes[i.axis]
	switch {
	case mode&fromFinish != 0 && clock:
		return a.closes(i.ef), sideEnd
	case mode&fromFinish != 0:
		return a.end(i.ef), sideEnd
	case clock:
		return a.opens(i.es), sideStart
	}
	return a.start(i.es), sideStart
}

// wall is the instant of a milestone on the clock: at midnight it stands at the
// close of a day or at the opening of the next.
func (s *Solver) wall(n *node) int64 {
	a := s.axes[n.lagAxis]
	switch p := a.pos(n.es); {
	case p%dayTicks != 0 || n.es%clockDay != 0:
		return n.es
	case n.side == sideEnd:
		return a.closes(p)
	default:
		return a.opens(p)
	}
}

// midnight is the other way round: the latest instant of the common line that
// stands on the clock no later than t.
func (s *Solver) midnight(n *node, t int64) int64 {
	a := s.axes[n.lagAxis]
	switch p := a.pos(t); {
	case p%dayTicks != 0:
		return t
	case t >= a.opens(p):
		return a.start(p)
	default:
		return a.end(p)
	}
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
	p := a.pos(t)
	if t == s.instant(j.lagAxis, p, side) {
		return t, side
	}
	return a.start(p), sideStart
}

// allow is how late the end of node i that an edge leaves from may be, on i's
// axis, if the end of j that the edge binds may be at late on j's axis.
func (s *Solver) allow(e *edge, i, j *node, late int64) int64 {
	if s.plainDays(e, i, j) {
		return late - e.lag
	}
	t := s.axes[j.axis].start(late)
	if byClock(e.mode, i) {
		t = s.axes[j.axis].opens(late)
	}
	if e.lag != 0 {
		t = s.allowLag(e, j, late, t)
	}
	a := s.axes[i.axis]
	p := a.pos(t)
	switch {
	case i.axis == s.all() && i.flags&flagZero != 0 && byClock(e.mode, i):
		return s.midnight(i, t)
	case i.axis == s.all() || e.mode&fromFinish != 0:
		return p
	case byClock(e.mode, i):
		return stepBack(p, a.opens(p), t)
	}
	return stepBack(p, a.start(p), t)
}

// allowLag is the latest instant from which the lag leads to no later than late
// on j's axis, which is t on the common line.
func (s *Solver) allowLag(e *edge, j *node, late, t int64) int64 {
	if e.mode&(lagCalendar|lagElapsed) != 0 && j.flags&flagZero != 0 {
		t = s.allowWorkday(j, t, e.lag > 0)
	}
	switch {
	case e.mode&(lagCalendar|lagElapsed) != 0:
		return t - e.lag
	case j.axis != j.lagAxis && e.lag > 0:
		late = s.axes[j.lagAxis].pos(t)
	case j.axis != j.lagAxis:
		p := s.axes[j.lagAxis].pos(t)
		late = stepBack(p, s.axes[j.lagAxis].start(p), t)
	}
	return s.axes[j.lagAxis].start(s.shift(e, j, late, -e.lag))
}

// allowWorkday is the latest instant that workday moves to no later than t.
func (s *Solver) allowWorkday(j *node, t int64, atEnd bool) int64 {
	a := s.axes[j.lagAxis]
	p := a.pos(t)
	switch first, last := a.end(p), a.start(p); {
	case t >= last:
		return last
	case atEnd:
		return first
	default:
		return first - gapStep
	}
}

// stepBack is the position p, or a step before it where work at p begins after
// t: before a gap of days off the boundary itself begins after the gap.
func stepBack(p, begins, t int64) int64 {
	if p%dayTicks != 0 {
		t += minuteTicks / 2 // rounding to ticks of the axis
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
	if short := dayTicks - rest; short >= gapStep/2 && short <= eve {
		return days * 1000
	}
	return round(ticks)
}
