package schedule

import (
	"portfel/data"
	"portfel/data/workday"
)

// Cause is one thing that a date follows from.
type Cause struct {
	Kind    CauseKind
	Task    int       // whose: the predecessor, the child, the task whose days are lost
	Link    int       // of ByLink, else None
	From    data.Date // of the cause: the predecessor's dates, the days off
	To      data.Date
	Days    int // days off: how many of them the weekly pattern would have worked
	Title   string
	Absence workday.Absence // of DaysAway
}

// CauseKind is the sort of a cause.
type CauseKind string

// The kinds of causes.
const (
	ByLink       CauseKind = "link"       // waits for Task by Link
	ByConstraint CauseKind = "constraint" // its own constraint, From is the date
	ByManual     CauseKind = "manual"     // a person set the date
	ByPlanStart  CauseKind = "planStart"  // nothing else holds it
	ByActual     CauseKind = "actual"     // begun or finished: From is the day
	ByStatus     CauseKind = "status"     // what is not done begins no earlier than the status date
	ByDelay      CauseKind = "delay"      // levelling has delayed it; Days is by how many working days
	ByLate       CauseKind = "late"       // as late as possible; Task is what it must not move, or itself at the plan's end
	ByChild      CauseKind = "child"      // a summary: Task is its first (or last) child
	DaysOff      CauseKind = "daysOff"    // holidays, with the weekends beside them
	DaysWeekend  CauseKind = "weekend"    // days off of the week only
	DaysAway     CauseKind = "absence"    // somebody is away
	DaysNoTrip   CauseKind = "awaitsTrip" // nobody is at the site before the trip
)

// WhyStart lists what a task's start follows from in the plan solved last:
// what binds it, and nothing that leaves room; then the days off skipped between
// a predecessor and the start; then the days that the binding predecessors lose
// within their own time to holidays and absences.
func (s *Solver) WhyStart(task int) []Cause {
	if !inside(task, len(s.result.Rows)) {
		return nil
	}
	if !s.leaf(task) {
		return s.whySummary(task, func(a, b *Row) bool { return a.Start < b.Start }, s.WhyStart)
	}
	n := &s.node[task]
	t := &s.plan.Tasks[task]
	one := func(kind CauseKind, d data.Date) []Cause {
		return []Cause{{Kind: kind, Task: task, Link: None, From: d, To: d}}
	}
	switch {
	case n.flags&flagFact != 0:
		return one(ByActual, s.result.Rows[task].Start)
	case n.flags&flagManual != 0:
		return one(ByManual, t.StartsOn)
	case n.flags&flagMust != 0:
		return one(ByConstraint, t.On)
	}
	if n.flags&flagPostponed != 0 {
		return s.whyLate(int32(task), n)
	}
	es, side := s.undelayed(task)
	out := s.binding(int32(task), es, side, nil)
	out = s.limits(task, n, es, side, out)
	if n.flags&flagDelay != 0 {
		start := s.result.Rows[task].Start
		out = append(out, Cause{Kind: ByDelay, Task: task, Link: None, From: start, To: start, Days: s.delayDays(task, n)})
	}
	if len(out) == 0 {
		out = one(ByPlanStart, s.endsOf(task).first)
	}
	return s.withDaysOff(task, out)
}

// undelayed is the early start of a task before levelling.
func (s *Solver) undelayed(task int) (es int64, side uint8) {
	n := &s.node[task]
	if n.flags&flagDelay == 0 {
		return n.es, n.side
	}
	kept, quiet := *n, s.quiet
	s.quiet = true
	s.openNode(task)
	s.push(int32(task), n)
	es, side = n.es, n.side
	*n, s.quiet = kept, quiet
	return es, side
}

// delayDays is the delay of levelling in whole working days, rounded up.
func (s *Solver) delayDays(task int, n *node) int {
	d := s.rare[task].delay
	if n.flags&flagDelayHours != 0 {
		per := max(int64(s.axes[n.lagAxis].cal.Nominal()), 1)
		return int((d + per - 1) / per)
	}
	return int((d + dayTicks - 1) / dayTicks)
}

// whyLate names what a task that is as late as possible must not move.
func (s *Solver) whyLate(j int32, n *node) (out []Cause) {
	s.prepareEdits()
	out = s.holding(j, n, nil)
	if len(out) == 0 {
		d := sideDay(s.endsOf(int(j)).finish, sideEnd)
		out = append(out, Cause{Kind: ByLate, Task: int(j), Link: None, From: d, To: d})
	}
	return out
}

// holding adds the links by which a node would move what waits for it; through a
// gate those of the summary.
func (s *Solver) holding(j int32, n *node, out []Cause) []Cause {
	for _, k := range s.leads[s.leadsAt[j]:s.leadsAt[j+1]] {
		e, to := &s.in[k], s.edgeTo[k]
		m := &s.node[to]
		at, _ := s.reach(e, n, m)
		switch {
		case e.mode&dropped != 0 || at < m.es:
		case e.link == None && m.flags&flagGate != 0:
			g := *m
			g.es = at
			out = s.holding(to, &g, out)
		case e.link != None:
			succ := s.plan.Links[e.link].Succ
			r := s.result.Rows[succ]
			out = append(out, Cause{Kind: ByLate, Task: succ, Link: int(e.link), From: r.Start, To: r.Finish})
		}
	}
	return out
}

// WhyFinish lists what a task's finish follows from beside its start and
// duration: the days that it loses within its time. A summary's is its last
// child.
func (s *Solver) WhyFinish(task int) []Cause {
	if !inside(task, len(s.result.Rows)) {
		return nil
	}
	if !s.leaf(task) {
		return s.whySummary(task, func(a, b *Row) bool { return a.Finish >= b.Finish }, s.WhyFinish)
	}
	return s.lost(task, nil)
}

// whySummary finds the leaf that a summary's date comes from, and asks it.
func (s *Solver) whySummary(task int, better func(a, b *Row) bool, why func(int) []Cause) []Cause {
	best := None
	for _, i := range s.deep {
		if !s.leaf(int(i)) || !s.under(int(i), task) {
			continue
		}
		if best == None || better(&s.result.Rows[i], &s.result.Rows[best]) {
			best = int(i)
		}
	}
	r := s.result.Rows[best]
	child := Cause{Kind: ByChild, Task: best, Link: None, From: r.Start, To: r.Finish}
	return append([]Cause{child}, why(best)...)
}

func (s *Solver) under(task, summary int) bool {
	for p := s.parent[task]; p != None; p = s.parent[p] {
		if int(p) == summary {
			return true
		}
	}
	return false
}

// binding adds the links that lead a node exactly to its start; through a gate
// those of the summary.
func (s *Solver) binding(j int32, es int64, side uint8, out []Cause) []Cause {
	n := &s.node[j]
	for _, e := range s.into(j) {
		if e.mode&dropped != 0 {
			continue
		}
		at, atSide := s.reach(&e, &s.node[e.from], n)
		if at != es || n.flags&flagZero != 0 && atSide != side {
			continue
		}
		if e.link == None {
			gate := &s.node[e.from]
			out = s.binding(e.from, gate.es, gate.side, out)
			continue
		}
		pred := s.plan.Links[e.link].Pred
		r := s.result.Rows[pred]
		out = append(out, Cause{Kind: ByLink, Task: pred, Link: int(e.link), From: r.Start, To: r.Finish})
	}
	return out
}

// limits adds what a task starts on by itself: the "not earlier" of the task or
// a summary, its "finish not earlier", the status date.
func (s *Solver) limits(task int, n *node, es int64, side uint8, out []Cause) []Cause {
	e := s.endsOf(task)
	first := s.opening(n, e.first, 0)
	add := func(kind CauseKind, i int, d data.Date) {
		out = append(out, Cause{Kind: kind, Task: i, Link: None, From: d, To: d})
	}
	for i := int32(task); i != None; i = s.parent[i] {
		t := &s.plan.Tasks[i]
		if t.Constraint == data.NotEarlier && t.On > 0 && es > first && side == sideStart && s.opening(n, t.On, t.At) == es {
			add(ByConstraint, int(i), t.On)
		}
	}
	t := &s.plan.Tasks[task]
	if t.Constraint == data.FinishNotEarlier && t.On > 0 && s.before(n, s.closing(n, t.On, t.At)) == es {
		add(ByConstraint, task, t.On)
	}
	if e.status > 0 && es > first && t.Percent <= 0 && side == sideStart && s.opening(n, e.status, 0) == es {
		add(ByStatus, task, e.status)
	}
	return out
}

// withDaysOff adds to the causes of a start the days off just before it, and
// what the predecessors that finish there have lost.
func (s *Solver) withDaysOff(task int, causes []Cause) []Cause {
	out, asked := causes, map[int]bool{}
	start := s.result.Rows[task].Start
	gap := start
	for _, c := range causes {
		switch {
		case s.fromFinish(c):
			gap = min(gap, c.To+1)
		case c.Kind == ByPlanStart:
			gap = min(gap, c.From)
		}
	}
	if s.node[task].flags&flagZero == 0 {
		out = s.runs(task, s.offBefore(task, gap), start-1, true, out)
	}
	for _, c := range causes {
		if s.fromFinish(c) && !asked[c.Task] && s.leaf(c.Task) {
			asked[c.Task] = true
			out = s.lost(c.Task, out)
		}
	}
	return out
}

// fromFinish tells whether a cause is a link that leaves from a finish.
func (s *Solver) fromFinish(c Cause) bool {
	if c.Kind != ByLink {
		return false
	}
	mode, _ := modeOf(s.plan.Links[c.Link].Type)
	return mode&fromFinish != 0
}

// offBefore is the first of the days off that touch the task's start, not
// before a day.
func (s *Solver) offBefore(task int, first data.Date) data.Date {
	c := s.calendarOf(task)
	d := s.result.Rows[task].Start
	for d-1 >= first && !c.IsWorking(d-1) {
		d--
	}
	return d
}

// calendarOf is the calendar on which a task works.
func (s *Solver) calendarOf(task int) *workday.Calendar { return s.axes[s.node[task].lagAxis].cal }

// lost adds the days between a task's dates that holidays and absences take.
func (s *Solver) lost(task int, out []Cause) []Cause {
	n := &s.node[task]
	if n.flags&flagZero != 0 || n.axis >= s.daily() {
		return out
	}
	r := s.result.Rows[task]
	from, to := s.calendarOf(task).Window()
	return s.runs(task, max(r.Start, from-7), min(r.Finish, to+7), false, out)
}

// runs cuts the days off of a range into runs of one reason. A weekend beside
// holidays belongs to them; one by itself counts only if asked for.
func (s *Solver) runs(task int, from, to data.Date, weekends bool, out []Cause) []Cause {
	c := s.calendarOf(task)
	for d := from; d <= to; d++ {
		if c.IsWorking(d) {
			continue
		}
		run := s.run(task, c, d, to)
		d = run.To
		if run.Kind != DaysWeekend || weekends {
			out = append(out, run)
		}
	}
	return out
}

// run is the days off from d on that have one reason.
func (s *Solver) run(task int, c *workday.Calendar, d, to data.Date) Cause {
	out := Cause{Kind: DaysWeekend, Task: task, Link: None, From: d, To: d}
	out.Absence, _ = c.AbsenceOn(d)
	away := c.Reason(d) == workday.Away
	week := c.Week()
	for x := d; x <= to && !c.IsWorking(x); x++ {
		a, _ := c.AbsenceOn(x)
		if a != out.Absence {
			break
		}
		if c.Reason(x) == workday.Holiday {
			out.Kind = DaysOff
		}
		if out.Title == "" {
			out.Title = c.Title(x)
		}
		if week[x.Weekday()] > 0 {
			out.Days++
		}
		out.To = x
	}
	if away {
		out.Kind = DaysAway
	}
	if out.Absence.Kind == AwaitsTrip {
		out.Kind = DaysNoTrip
	}
	return out
}
