package schedule

import "portfel/data"

// measure finds a leaf's duration and the axis that it runs on.
func (s *Solver) measure(i int, t *Task, n *node) {
	span := t.Duration
	if t.untouched() && t.Remaining.Amount > 0 && (span.IsZero() || span.Amount > 0) {
		span = t.Remaining
	}
	if span.IsZero() {
		span = s.effortSpan(i, t)
	}
	amount := s.inRange(span, 0, i, None)
	switch span.Unit {
	case data.WorkMinutes:
		n.dur, n.flags = amount, flagHours|flagClock
	case data.CalendarDays:
		n.dur, n.axis = amount*thousandth, s.daily()
	case data.ElapsedMins:
		n.dur, n.axis = amount*minuteTicks, s.all()
	default:
		n.dur = amount * thousandth
	}
	if n.dur == 0 {
		n.flags, n.axis = flagZero, s.all()
	}
}

// effortSpan is the duration of a task that gives none.
func (s *Solver) effortSpan(i int, t *Task) data.Span {
	switch {
	case s.days[i] > 0:
		return data.Span{Amount: s.days[i], Unit: data.WorkDays}
	case s.effort[i] > 0:
		s.problem(NoPeople, i, None)
		nominal := int64(s.axes[s.node[i].axis].cal.Nominal())
		return data.Span{Amount: (int64(s.effort[i])*1000 + nominal - 1) / nominal, Unit: data.WorkDays}
	case t.Kind != data.TaskMilestone && t.Kind != data.TaskStage && !t.Manual && t.ActualFinish.IsZero():
		s.problem(NoDuration, i, None)
	}
	return data.Days(0)
}

// inRange cuts an amount to what a plan can hold, and says so.
func (s *Solver) inRange(span data.Span, least int64, task, link int) int64 {
	amount := cut(span, least)
	if amount != span.Amount {
		s.problem(OutOfRange, task, link)
	}
	return amount
}

// cut is an amount that a plan can hold.
func cut(span data.Span, least int64) int64 {
	most := int64(data.MaxTaskDays) * 1000
	if span.Unit == data.WorkMinutes || span.Unit == data.ElapsedMins {
		most = data.MaxTaskDays * 24 * 60
	}
	return min(max(span.Amount, least*most), most)
}

// opening is where a node may begin from a minute of a day on: on a working day
// of its calendar, if it does not run on all days.
func (s *Solver) opening(n *node, d data.Date, at data.Minutes) int64 {
	t := instantAt(d, at)
	if n.flags&flagZero != 0 {
		a := s.axes[n.lagAxis]
		return a.start(a.pos(t))
	}
	return s.axes[n.axis].pos(t)
}

// closing is where a node has to be over by a minute of a day, at 0 by its end.
func (s *Solver) closing(n *node, d data.Date, at data.Minutes) int64 {
	if at > 0 {
		return s.axes[n.axis].pos(instantAt(d, at))
	}
	a := s.axes[n.lagAxis]
	return s.axes[n.axis].pos(a.end(a.pos(instantAt(d, dayMinutes))))
}

// place sets the bounds that a leaf has by itself: facts, the dates on which it
// stands, or the plan's start and its constraint with those of its summaries.
func (s *Solver) place(i int, t *Task, n *node) {
	e := s.endsOf(i)
	if !t.Remaining.IsZero() {
		s.inRange(t.Remaining, 0, i, None)
	}
	n.es, n.side = e.starts[n.axis].pos, sideStart
	if n.flags&flagZero != 0 {
		n.es = e.starts[n.lagAxis].open
	}
	switch {
	case !t.ActualFinish.IsZero() || !t.ActualStart.IsZero() && n.dur == 0:
		s.finished(t, n)
		return
	case !t.ActualStart.IsZero():
		s.begun(e, t, n)
		return
	case t.Manual && t.StartsOn > 0:
		s.stand(t, n)
		return
	case t.Manual:
		s.problem(NoDates, i, None)
	}
	if d := s.notBeforeOf(i, t); d.Day > 0 {
		n.es = max(n.es, s.opening(n, d.Day, data.Minutes(d.Min)))
	}
	if e.status > 0 && t.Percent <= 0 {
		n.es = max(n.es, s.opening(n, e.status, 0))
	}
	s.constrain(i, t, n)
	s.setDelay(i, t, n)
}

// notBeforeOf is the "not earlier" of a leaf: its own, or that of a summary.
func (s *Solver) notBeforeOf(i int, t *Task) (d data.Stamp) {
	if p := s.parent[i]; p != None {
		d = s.notBefore[p]
	}
	if t.Constraint == data.NotEarlier && t.On > 0 {
		d = later(d, data.Stamp{Day: t.On, Min: int(t.At)})
	}
	return d
}

// constrain applies the constraints of leaves.
func (s *Solver) constrain(i int, t *Task, n *node) {
	if t.Constraint == data.AsLateAsPossible {
		n.flags |= flagLate
	}
	if t.On <= 0 {
		return
	}
	switch t.Constraint {
	case data.NotLater:
		lf := s.opening(n, t.On+1, 0)
		if t.At > 0 {
			lf = s.closing(n, t.On, t.At)
		}
		s.limitNode(i, n, never, lf)
	case data.StartNotLater:
		s.limitNode(i, n, s.latestOpening(n, t.On, t.At), never)
	case data.FinishNotEarlier:
		at := s.before(n, s.closing(n, t.On, t.At))
		if n.flags&flagZero != 0 && at > n.es {
			n.side = sideEnd
		}
		n.es = max(n.es, at)
	case data.MustStart:
		n.es, n.flags = s.opening(n, t.On, t.At), n.flags|flagMust
	case data.MustFinish:
		n.es, n.flags, n.side = s.before(n, s.closing(n, t.On, t.At)), n.flags|flagMust, sideEnd
	}
}

func (s *Solver) limitNode(i int, n *node, ls, lf int64) {
	n.flags |= flagLimit
	s.rare[i].ls, s.rare[i].lf = ls, lf
}

// latestOpening is the latest start that lies on a day, or by a minute of it: a
// little before the day is over, so that its last whole day is that day. A
// milestone may stand at the day's end.
func (s *Solver) latestOpening(n *node, d data.Date, at data.Minutes) int64 {
	t, a := instantAt(d, at), s.axes[n.axis]
	if at > 0 {
		p := a.pos(t)
		return stepBack(p, a.opens(p), t, false)
	}
	p := a.pos(t + clockDay)
	if n.flags&flagZero == 0 {
		p -= gapStep
	}
	return p
}

// setDelay reads the delay that levelling has given.
func (s *Solver) setDelay(i int, t *Task, n *node) {
	if t.Delay.Amount <= 0 || n.flags&flagMust != 0 {
		return
	}
	n.flags |= flagDelay
	s.rare[i].delay = s.inRange(t.Delay, 0, i, None)
	if t.Delay.Unit == data.WorkMinutes {
		n.flags |= flagDelayHours
		return
	}
	s.rare[i].delay *= thousandth
}

// delayed is the start of node j after the delay of levelling.
func (s *Solver) delayed(j int32, n *node, es int64, side uint8) (int64, uint8) {
	if n.flags&flagDelay == 0 {
		return es, side
	}
	a, p := s.axes[n.lagAxis], es
	if n.axis != n.lagAxis {
		p = a.pos(s.axes[n.axis].start(es))
	}
	if n.flags&flagDelayHours != 0 {
		p = a.addMinutes(p, s.rare[j].delay)
	} else {
		p += s.rare[j].delay
	}
	switch {
	case n.axis == n.lagAxis:
		return p, side
	case n.axis == s.all():
		return s.instant(n.lagAxis, p, side), side
	}
	return s.axes[n.axis].pos(a.start(p)), side
}

// beforeDelay is the latest start that the delay leads to no later than late; a
// boundary of days is reached on a side.
func (s *Solver) beforeDelay(j int32, n *node, late int64, side uint8) int64 {
	a, run := s.axes[n.lagAxis], s.axes[n.axis]
	p := late
	if n.axis != n.lagAxis {
		t := run.opens(late)
		if n.axis != s.all() {
			side = sideStart
		}
		p = a.pos(t)
		p = stepBack(p, s.instant(n.lagAxis, p, side), t, false)
	}
	if n.flags&flagDelayHours != 0 {
		p = a.addMinutes(p, -s.rare[j].delay)
	} else {
		p -= s.rare[j].delay
	}
	if n.axis == n.lagAxis {
		return p
	}
	t := a.opens(p)
	p = run.pos(t)
	return stepBack(p, run.start(p), t, false)
}

// untouched tells whether nothing of a task is done: all of it remains.
func (t *Task) untouched() bool {
	return t.Percent <= 0 && t.ActualStart.IsZero() && t.ActualFinish.IsZero()
}

// stand puts a manual task on its dates. A milestone stands at the minute that it
// names, else at the end of its day, as those that follow from links do.
func (s *Solver) stand(t *Task, n *node) {
	start, finish := instantAt(t.StartsOn, 0), instantAt(max(t.EndsOn, t.StartsOn), dayMinutes)
	milestone := n.dur == 0 && (!t.Duration.IsZero() || t.Kind == data.TaskMilestone)
	work := s.axes[n.lagAxis]
	switch {
	case milestone && t.EndsOn <= t.StartsOn:
		if t.At > 0 && t.Constraint == data.AsSoonAsPossible {
			finish = instantAt(t.StartsOn, t.At)
		}
		start, n.side = finish, sideEnd
	case t.EndsOn > 0 || n.dur == 0:
	case n.axis == s.all():
		finish = start + n.dur
	case n.axis == s.daily():
		finish = start + n.dur/thousandth*(clockDay/1000)
	case n.flags&flagClock != 0:
		finish = max(work.closes(s.after(n, work.pos(start))), start+1)
	default:
		finish = max(work.end(s.after(n, work.pos(start))), start+1)
	}
	s.fix(n, start, finish, flagManual)
}

// fix stands a node on two instants of the common line.
func (s *Solver) fix(n *node, start, finish int64, flags uint16) {
	n.axis, n.es, n.dur, n.flags = s.all(), start, finish-start, flags
	if n.dur == 0 {
		n.flags |= flagZero
	}
}
