package schedule

import (
	"portfel/data"
	"portfel/data/workday"
)

// openAxes prepares an axis for each calendar and the common line. A calendar
// that is missing or has no working day gives way to the plan's own, that one
// to Monday to Friday.
func (s *Solver) openAxes() {
	s.axes = grow(s.axes, max(len(s.plan.Calendars), 1)+1)
	s.starts, s.ends = grow(s.starts, len(s.axes)), grow(s.ends, len(s.axes))
	var own *workday.Calendar
	for i := range s.axes[:len(s.axes)-1] {
		c := s.calendar(i)
		if c == nil && own == nil {
			c = workday.New(workday.FiveDays, nil, nil)
		}
		if c == nil {
			c = own
		}
		if i == 0 {
			own = c
		}
		s.axes[i] = axis{c}
	}
	s.first = s.start()
	start := int64(s.first) * dayTicks
	for i, a := range s.axes {
		p := a.pos(start)
		s.starts[i] = bounds{p, a.start(p)}
	}
}

// calendar is the i-th calendar, or nil if it cannot be used.
func (s *Solver) calendar(i int) *workday.Calendar {
	if i >= len(s.plan.Calendars) {
		return nil
	}
	if c := s.plan.Calendars[i]; c != nil && c.Endless() {
		return c
	}
	s.problem(NoWorkday, None, None)
	return nil
}

// start is the plan's start; without one the earliest date that the plan names.
func (s *Solver) start() data.Date {
	if s.plan.Start > 0 {
		return s.plan.Start
	}
	s.problem(NoStart, None, None)
	first := data.Date(0)
	for i := range s.plan.Tasks {
		t := &s.plan.Tasks[i]
		for _, d := range [...]data.Date{t.StartsOn, t.On} {
			if d > 0 && (first == 0 || d < first) {
				first = d
			}
		}
	}
	if first == 0 {
		first = workday.First
	}
	return first
}

// weigh adds up effort, and in effort mode turns it into days: the slowest of
// the people, effort by units of the person's ordinary day.
func (s *Solver) weigh() {
	n := len(s.plan.Tasks)
	s.effort, s.days, s.shares = grow(s.effort, n), grow(s.days, n), grow(s.shares, n)
	for i := range s.plan.Assignments {
		a := &s.plan.Assignments[i]
		if !inside(a.Task, n) || !inside(a.Resource, len(s.plan.Resources)) {
			s.problem(BadAssignment, None, None)
			continue
		}
		s.effort[a.Task] += bounded(a.Effort)
		s.shares[a.Task]++
	}
	for i := range s.plan.Assignments {
		if a := &s.plan.Assignments[i]; inside(a.Task, n) && inside(a.Resource, len(s.plan.Resources)) {
			s.days[a.Task] = max(s.days[a.Task], s.shareDays(a))
		}
	}
	for i := range s.plan.Tasks {
		if s.effort[i] == 0 {
			s.effort[i] = bounded(s.plan.Tasks[i].Effort)
		}
	}
}

// maxEffort is the most minutes that one share of work may be.
const maxEffort = data.Minutes(data.MaxTaskDays) * 24 * 60

func bounded(m data.Minutes) data.Minutes { return min(max(m, 0), maxEffort) }

// shareDays is how long one person needs, in thousandths of a day, rounded up.
// While it runs, s.effort holds only what assignments say.
func (s *Solver) shareDays(a *Assignment) int64 {
	effort, parts := bounded(a.Effort), int64(1)
	if s.effort[a.Task] == 0 {
		effort, parts = bounded(s.plan.Tasks[a.Task].Effort), int64(s.shares[a.Task])
	}
	units := int64(a.Units)
	if units <= 0 {
		units = 100
	}
	c := s.plan.Resources[a.Resource].Calendar
	if !inside(c, len(s.axes)-1) {
		c = 0
	}
	per := units * parts * int64(s.axes[c].cal.Nominal())
	return (int64(effort)*100*1000 + per - 1) / per
}

// openNodes gives each task its axis, duration and bounds.
func (s *Solver) openNodes() {
	s.node = grow(s.node, len(s.plan.Tasks)+int(s.gates))
	for i := range s.plan.Tasks {
		t, n := &s.plan.Tasks[i], &s.node[i]
		n.axis = s.axisOf(i)
		n.lagAxis = n.axis
		n.lf, n.ls = never, never
		if s.leaf(i) {
			s.measure(i, t, n)
			s.place(i, t, n)
			continue
		}
		n.flags = flagIdle
		s.openGate(s.inGate[i], n.axis)
		s.openGate(s.outGate[i], n.axis)
	}
}

func (s *Solver) axisOf(task int) int32 {
	c := s.plan.Tasks[task].Calendar
	if inside(c, len(s.axes)-1) {
		return int32(c)
	}
	s.problem(NoCalendar, task, None)
	return 0
}

// openGate prepares a hidden milestone. It holds nobody back by itself, so it
// begins with the line of time.
func (s *Solver) openGate(gate, lagAxis int32) {
	if gate == None {
		return
	}
	n := &s.node[gate]
	n.axis, n.lagAxis, n.flags, n.side = s.all(), lagAxis, flagZero, sideEnd
	n.lf, n.ls = never, never
}

// opening is where a node may begin from a day on: on a working day of its
// calendar, if it does not run on all days.
func (s *Solver) opening(n *node, d data.Date) int64 {
	t := int64(d) * dayTicks
	if n.flags&flagZero != 0 {
		a := s.axes[n.lagAxis]
		return a.start(a.pos(t))
	}
	return s.axes[n.axis].pos(t)
}

// measure finds a leaf's duration and the axis that it runs on.
func (s *Solver) measure(i int, t *Task, n *node) {
	span := t.Duration
	if span.IsZero() {
		span = s.effortSpan(i, t)
	}
	amount := s.inRange(span, 0, i, None)
	switch span.Unit {
	case data.WorkMinutes:
		n.dur, n.flags = amount, flagHours
	case data.CalendarDays:
		n.dur, n.axis = amount*thousandth, s.all()
	case data.ElapsedMins:
		n.dur, n.axis = amount*elapsedMin, s.all()
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
	case t.Kind != data.TaskMilestone && t.Kind != data.TaskStage && !t.Manual:
		s.problem(NoDuration, i, None)
	}
	return data.Days(0)
}

// inRange cuts an amount to what a plan can hold.
func (s *Solver) inRange(span data.Span, least int64, task, link int) int64 {
	most := int64(data.MaxTaskDays) * 1000
	if span.Unit == data.WorkMinutes || span.Unit == data.ElapsedMins {
		most = data.MaxTaskDays * 24 * 60
	}
	least *= most
	if span.Amount < least || span.Amount > most {
		s.problem(OutOfRange, task, link)
	}
	return min(max(span.Amount, least), most)
}

// place sets the bounds that a leaf has by itself: the plan's start, its
// constraint and those of its summaries, or the dates on which it stands.
func (s *Solver) place(i int, t *Task, n *node) {
	n.es, n.side = s.starts[n.axis].pos, sideStart
	if n.flags&flagZero != 0 {
		n.es = s.starts[n.lagAxis].open
	}
	if t.Manual && t.StartsOn > 0 {
		s.stand(t, n)
		return
	}
	if t.Manual {
		s.problem(NoDates, i, None)
	}
	if d := s.notBefore[i]; d > 0 {
		n.es = max(n.es, s.opening(n, d))
	}
	if t.On > 0 {
		s.constrain(t, n)
	}
}

// constrain applies the constraints of leaves.
func (s *Solver) constrain(t *Task, n *node) {
	switch t.Constraint {
	case data.NotLater:
		n.lf = s.opening(n, t.On+1)
	case data.MustStart:
		n.es, n.flags = s.opening(n, t.On), n.flags|flagMust
	case data.MustFinish:
		a := s.axes[n.lagAxis]
		last := a.end(a.pos(int64(t.On+1) * dayTicks))
		n.es, n.flags, n.side = s.before(n, s.axes[n.axis].pos(last)), n.flags|flagMust, sideEnd
	}
}

// stand puts a manual task on its dates. A milestone stands at the end of its
// day, as those that follow from links do.
func (s *Solver) stand(t *Task, n *node) {
	start, finish := int64(t.StartsOn)*dayTicks, int64(max(t.EndsOn, t.StartsOn)+1)*dayTicks
	milestone := isMilestone(t) || t.Duration.IsZero() && t.Kind == data.TaskMilestone
	work := s.axes[n.lagAxis]
	switch {
	case milestone && t.EndsOn <= t.StartsOn:
		start, n.side = finish, sideEnd
	case t.EndsOn > 0 || n.dur == 0:
	case n.axis == s.all():
		finish = start + n.dur
	default:
		finish = max(work.end(s.after(n, work.pos(start))), start+1)
	}
	n.axis, n.es, n.dur, n.flags = s.all(), start, finish-start, flagManual
	if n.dur == 0 {
		n.flags |= flagZero
	}
}
