package schedule

import (
	"portfel/data"
	"portfel/data/workday"
)

// openAxes prepares an axis for each calendar, one on which every date is a
// day, and the common line. A calendar that is missing or has no working day
// gives way to the plan's own, that one to Monday to Friday.
func (s *Solver) openAxes() {
	s.axes = grow(s.axes, max(len(s.plan.Calendars), 1)+2)
	var own *workday.Calendar
	for i := range s.axes[:len(s.axes)-2] {
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
	s.axes[s.daily()] = axis{s.everyDay(own)}
	s.openEnds()
}

// everyDay is a calendar on which all days are as long as the longest of the
// plan's own week. It is made anew only for another week.
func (s *Solver) everyDay(own *workday.Calendar) *workday.Calendar {
	longest := own.Longest()
	if s.every == nil || s.every.Hours()[0] != longest {
		s.every = workday.NewHours(workday.Hours{longest, longest, longest, longest, longest, longest, longest}, nil, nil)
	}
	return s.every
}

// openEnds finds where each project begins on each axis.
func (s *Solver) openEnds() {
	n := max(len(s.plan.Projects), 1)
	if cap(s.ends) < n {
		s.ends = make([]ends, n)
	}
	s.ends = s.ends[:n]
	s.noStart = false
	for k := range s.ends {
		e := &s.ends[k]
		e.first, e.status, e.cal = s.plan.Start, s.plan.Status, 0
		if k < len(s.plan.Projects) {
			p := s.plan.Projects[k]
			e.first, e.status = p.Start, p.Status
			if inside(p.Calendar, len(s.axes)-2) {
				e.cal = int32(p.Calendar)
			}
		}
		if e.first <= 0 {
			e.first, s.noStart = s.firstNamed(), true
		}
		e.starts, e.late = grow(e.starts, len(s.axes)), grow(e.late, len(s.axes))
		start := int64(e.first) * clockDay
		for i, a := range s.axes {
			p := a.pos(start)
			e.starts[i] = bounds{p, a.start(p)}
		}
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

// firstNamed stands in for a start that is not given: the earliest date that
// the plan names.
func (s *Solver) firstNamed() data.Date {
	s.problem(NoStart, None, None)
	first := data.Date(0)
	for i := range s.plan.Tasks {
		t := &s.plan.Tasks[i]
		for _, d := range [...]data.Date{t.StartsOn, t.On, t.ActualStart.Day, t.ActualFinish.Day} {
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
	if !inside(c, len(s.axes)-2) {
		c = 0
	}
	per := units * parts * int64(s.axes[c].cal.Nominal())
	return (int64(effort)*100*1000 + per - 1) / per
}

// openNodes gives each task its axis, duration and bounds.
func (s *Solver) openNodes() {
	s.node = grow(s.node, len(s.plan.Tasks)+int(s.gates))
	if cap(s.rare) < len(s.node) {
		s.rare = make([]rare, len(s.node))
	}
	s.rare = s.rare[:len(s.node)]
	for i := range s.plan.Tasks {
		s.openNode(i)
	}
	s.anyLate = false
	for i := range s.plan.Tasks {
		if s.node[i].flags&flagLate != 0 {
			s.anyLate = true
			s.freeGates()
			break
		}
	}
}

// openNode prepares a task, and the gates of a summary.
func (s *Solver) openNode(i int) {
	n := &s.node[i]
	*n = node{axis: s.axisOf(i)}
	n.lagAxis = n.axis
	n.open()
	if s.leaf(i) {
		s.measure(i, &s.plan.Tasks[i], n)
		s.place(i, &s.plan.Tasks[i], n)
		return
	}
	n.flags = flagIdle
	s.openGate(s.inGate[i], n.axis)
	s.openGate(s.outGate[i], n.axis)
}

func (s *Solver) axisOf(task int) int32 {
	c := s.plan.Tasks[task].Calendar
	if inside(c, len(s.axes)-2) {
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
	*n = node{axis: s.all(), lagAxis: lagAxis, flags: flagZero | flagGate, side: sideEnd}
	n.open()
}

// open takes the late dates of a node away.
func (n *node) open() { n.lf, n.ls, n.ff, n.fs = never, never, never, never }

// freeGates lets gates give way to tasks that are as late as possible.
func (s *Solver) freeGates() {
	for g := len(s.plan.Tasks); g < len(s.node); g++ {
		s.node[g].flags |= flagLate
	}
}
