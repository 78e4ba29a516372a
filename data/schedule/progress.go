package schedule

import "portfel/data"

// instantOf is a stamp on the common line; a whole day is its start, or its end.
func instantOf(x data.Stamp, atEnd bool) int64 {
	if x.Whole() && atEnd {
		return instantAt(x.Day, dayMinutes)
	}
	return instantAt(x.Day, data.Minutes(x.Min))
}

const dayMinutes data.Minutes = 24 * 60

// instantAt is a minute of a day on the common line; what no day has is cut.
func instantAt(d data.Date, at data.Minutes) int64 {
	return int64(min(max(d, 0), maxDay))*clockDay + int64(ofDay(at))*minuteTicks
}

func ofDay(at data.Minutes) data.Minutes { return min(max(at, 0), dayMinutes) }

// finished puts a task on its actual dates. A start that is not known follows
// from the duration.
func (s *Solver) finished(t *Task, n *node) {
	last := t.ActualFinish
	if last.IsZero() {
		last = t.ActualStart
	}
	finish := instantOf(last, true)
	start := finish
	n.side = sideEnd
	switch {
	case n.dur == 0:
	case !t.ActualStart.IsZero():
		start = min(instantOf(t.ActualStart, false), finish)
	case n.axis == s.all():
		start = finish - n.dur
	default:
		a := s.axes[n.axis]
		p := s.before(n, a.pos(finish))
		start = a.start(p)
		if n.flags&flagClock != 0 {
			start = a.opens(p)
		}
		start = min(start, finish)
	}
	s.fix(n, start, finish, flagDone)
	n.ef = n.es + n.dur
}

// begun puts the done part of a task behind its actual start, and the rest no
// earlier than the status date. From then on the task is a length of ticks.
func (s *Solver) begun(e *ends, t *Task, n *node) {
	n.es = s.axes[n.axis].pos(instantOf(t.ActualStart, false))
	s.stretch(e, t, n)
	n.flags |= flagBegun
}

// stretch finds the finish of a task that is partly done, and makes its
// duration what lies between.
func (s *Solver) stretch(e *ends, t *Task, n *node) {
	done, rest := s.parts(t, n)
	stop := s.advance(n, n.es, done)
	if e.status > 0 && rest > 0 {
		stop = max(stop, s.axes[n.axis].pos(instantAt(e.status, 0)))
	}
	n.ef = s.advance(n, stop, rest)
	n.dur = max(n.ef-n.es, 0)
	n.flags &^= flagHours
}

// parts divides a duration into what is done and what remains, in the unit of
// the node. What is done is what the remaining duration leaves, if the per cent
// says the same or nothing; else it is the per cent of the duration.
func (s *Solver) parts(t *Task, n *node) (done, rest int64) {
	percent := int64(min(max(t.Percent, 0), 100))
	done = n.dur * percent / 100
	rest = n.dur - done
	if t.Remaining.IsZero() {
		return done, rest
	}
	amount := cut(t.Remaining, 0)
	switch {
	case t.Remaining.Unit == data.WorkMinutes || t.Remaining.Unit == data.ElapsedMins:
		rest = s.minutesOf(n, amount)
	case n.flags&flagHours != 0:
		rest = amount * int64(s.axes[n.axis].cal.Nominal()) / 1000
	case n.axis == s.all():
		rest = amount * (clockDay / 1000)
	default:
		rest = amount * thousandth
	}
	if left := max(n.dur-rest, 0); percent == 0 || 100*max(left-done, done-left) <= n.dur {
		done = left
	}
	return done, rest
}

// minutesOf are minutes in the unit of a node.
func (s *Solver) minutesOf(n *node, m int64) int64 {
	switch {
	case n.flags&flagHours != 0:
		return m
	case n.axis == s.all():
		return m * minuteTicks
	}
	return m * dayTicks / max(int64(s.axes[n.axis].cal.Nominal()), 1)
}

// advance moves a position by a part of the duration.
func (s *Solver) advance(n *node, p, amount int64) int64 {
	if n.flags&flagHours != 0 {
		return s.axes[n.axis].addMinutes(p, amount)
	}
	return p + amount
}
