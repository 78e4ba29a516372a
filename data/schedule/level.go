package schedule

import (
	"portfel/data"
	"portfel/data/schedule/rcpsp"
	"portfel/data/workday"
)

// Levelling says how to resolve overload.
type Levelling struct {
	Project int         // index of the only project whose tasks may move, or None for all
	Seed    uint64      // the same seed and number of tries give the same result
	Tries   int         // 0 = as many as Stop allows, at most some hundreds
	Stop    func() bool // asked after each try; nil = never
}

// Levelled is a plan without overload, as far as there can be one. Nothing has
// been changed: the delays are what Task.Delay would become.
type Levelled struct {
	Delays   []data.Span // by task; not given = none
	Rows     []Row       // the plan that results
	Before   []data.Date // finish of each project as it is
	After    []data.Date // and as it would be
	Price    []int       // by how many working days each project ends later; negative = earlier
	Moved    []int       // tasks whose dates differ
	Overload int         // days of people with too much work, as things are
	Left     int         // the same in the plan that results
	Hopeless []int       // tasks that overload somebody by themselves
	Tries    int
	Excess   data.Minutes // the work of those days that is too much, as things are
	Rest     data.Minutes // the same in the plan that results
	Stuck    bool         // nothing better was found: the plan stays as it is
}

// levelTries is how many schedules are tried when nobody says how many.
const levelTries = 400

// Level moves tasks apart until nobody has more work in a day than the day
// holds: by deadline and float, the important ones first, without splitting any.
// Facts, pinned and manual tasks stay; so does everything outside Project, and
// its work counts. Absences and trips are in the calendars. A share of work is
// its effort spread evenly over the days of its task, in thousandths of a day, so
// that a short day holds as much of a day as a long one. Delays given before are
// taken back first. A task that is too much by itself fills its people's days, so
// that nothing else is put beside it.
//
// A plan that is no better is not proposed: one with as much excess work or more,
// unless it has as much and its projects end earlier on the whole.
func Level(p *Plan, o Levelling) *Levelled {
	own := *p
	own.Tasks = append([]Task(nil), p.Tasks...)
	was := new(Solver)
	was.Solve(&own)
	l := leveller{o: o, plan: &own, out: &Levelled{Delays: make([]data.Span, len(own.Tasks))}}
	l.out.Overload, l.out.Excess = overloads(was)
	for i := range own.Tasks {
		if l.free(i) {
			own.Tasks[i].Delay = data.Span{}
		}
		l.out.Delays[i] = own.Tasks[i].Delay
	}
	l.s.Solve(&own)
	l.level()
	l.compare(was)
	if !l.better() {
		l.stay(was, p)
	}
	return l.out
}

// better tells whether the plan found is worth a move.
func (l *leveller) better() bool {
	price := 0
	for _, n := range l.out.Price {
		price += n
	}
	return l.out.Rest < l.out.Excess || l.out.Rest == l.out.Excess && price < 0
}

// stay makes the plan as it is the result.
func (l *leveller) stay(was *Solver, p *Plan) {
	for i := range p.Tasks {
		l.out.Delays[i] = p.Tasks[i].Delay
	}
	l.out.Rows, l.out.Moved = append(l.out.Rows[:0], was.result.Rows...), nil
	copy(l.out.After, l.out.Before)
	clear(l.out.Price)
	l.out.Left, l.out.Rest, l.out.Stuck = l.out.Overload, l.out.Excess, l.out.Excess > 0
}

// leveller is a levelling on the way.
type leveller struct {
	o      Levelling
	plan   *Plan
	s      Solver
	origin data.Date // of slot 0
	cals   map[int32]*rcpsp.Calendar
	out    *Levelled
}

// free tells whether a task may move.
func (l *leveller) free(i int) bool {
	t := &l.plan.Tasks[i]
	return (l.o.Project == None || t.Project == l.o.Project) && !t.Manual && t.ActualStart.IsZero() && t.ActualFinish.IsZero() && t.Percent <= 0 &&
		t.Constraint != data.MustStart && t.Constraint != data.MustFinish
}

func (l *leveller) level() {
	l.origin = l.s.result.Start
	for k := range l.s.ends {
		l.origin = min(l.origin, l.s.ends[k].first)
	}
	l.cals = map[int32]*rcpsp.Calendar{}
	p := &rcpsp.Project{Resources: l.resources(), Activities: l.activities(), Links: l.links()}
	l.demands(p.Activities)
	tries := l.o.Tries
	if tries == 0 {
		tries = levelTries
	}
	r, err := rcpsp.Solve(p, rcpsp.Options{Seed: l.o.Seed, Tries: tries, Stop: l.o.Stop})
	if err != nil {
		return // nothing can be levelled: the plan stays as it is
	}
	l.out.Tries = r.Tries
	l.delay(r.Start)
}

// share is a part of a day in thousandths.
const wholeDayUnits = 1000

func (l *leveller) resources() []rcpsp.Resource {
	out := make([]rcpsp.Resource, len(l.plan.Resources))
	for i, r := range l.plan.Resources {
		out[i].Capacity = capacityOf(&r)
	}
	return out
}

func capacityOf(r *Resource) int {
	if r.Capacity <= 0 {
		return wholeDayUnits
	}
	return r.Capacity * wholeDayUnits / 100
}

// activities are the nodes: tasks, then gates. Summaries are moments that
// nothing binds.
func (l *leveller) activities() []rcpsp.Activity {
	out := make([]rcpsp.Activity, len(l.s.node))
	for j := range out {
		n, a := &l.s.node[j], &out[j]
		if j >= len(l.plan.Tasks) || !l.s.leaf(j) {
			continue
		}
		row, t := &l.s.result.Rows[j], &l.plan.Tasks[j]
		a.Priority = t.Priority
		if t.DeadlineOn > 0 {
			a.Deadline, a.Weight = max(int(t.DeadlineOn-l.origin)+1, 0), 1
		}
		a.Calendar = l.calendar(n)
		if n.flags&flagZero == 0 {
			a.Duration = l.slots(a.Calendar, row)
		}
		a.Release = l.release(j)
		if !l.free(j) {
			a.Pinned, a.Start = true, max(int(row.Start-l.origin), 0)
			if n.flags&flagZero != 0 {
				a.Start = max(int(row.Finish-l.origin)+1, 0)
			}
		}
	}
	return out
}

// calendar is the calendar of a node in slots, of a milestone the one on which
// its lags count; nil for what runs on all dates.
func (l *leveller) calendar(n *node) *rcpsp.Calendar {
	ax := n.axis
	if n.flags&flagZero != 0 {
		ax = n.lagAxis
	}
	if ax >= l.s.daily() {
		return nil
	}
	c, ok := l.cals[ax]
	if !ok {
		c = slotsOf(l.s.axes[ax].cal, l.origin)
		l.cals[ax] = c
	}
	return c
}

// slotsOf are the working days of a calendar from a day on; after its window the
// week repeats.
func slotsOf(cal *workday.Calendar, origin data.Date) *rcpsp.Calendar {
	_, last := cal.Window()
	n := 7
	if last >= origin {
		n += int(last-origin) + 1
	}
	works := make([]bool, n)
	for i := range works {
		works[i] = cal.IsWorking(origin + data.Date(i))
	}
	return rcpsp.NewCalendar(works, 7)
}

// slots is how many days a task takes: those between its dates on which it
// works.
func (l *leveller) slots(c *rcpsp.Calendar, row *Row) int {
	from, to := max(int(row.Start-l.origin), 0), max(int(row.Finish-l.origin)+1, 0)
	if c == nil {
		return to - from
	}
	return max(c.Rank(to)-c.Rank(from), 1)
}

// release is the first slot that a task may have by its own limits.
func (l *leveller) release(j int) int {
	n := &l.s.node[j]
	kept := *n
	l.s.quiet = true
	l.s.openNode(j)
	t := l.s.axes[n.axis].start(n.es)
	*n, l.s.quiet = kept, false
	d, _ := divide(t, clockDay)
	return max(int(data.Date(d)-l.origin), 0)
}

// links are the edges of the graph with lags in whole days, rounded up. What
// leaves from a fact holds nobody.
func (l *leveller) links() []rcpsp.Link {
	var out []rcpsp.Link
	types := [...]rcpsp.Type{0: rcpsp.StartStart, fromFinish: rcpsp.FinishStart, toFinish: rcpsp.StartFinish, fromFinish | toFinish: rcpsp.FinishFinish}
	for j := range l.s.node {
		n := &l.s.node[j]
		if n.flags&(flagIdle|flagFact) != 0 {
			continue
		}
		for _, e := range l.s.into(int32(j)) {
			if e.mode&dropped == 0 {
				out = append(out, rcpsp.Link{Pred: int(e.from), Succ: j, Type: types[e.mode&(fromFinish|toFinish)], Lag: l.lagSlots(&e, n)})
			}
		}
	}
	return out
}

func (l *leveller) lagSlots(e *edge, n *node) int {
	per := int64(dayTicks)
	switch {
	case e.mode&(lagCalendar|lagElapsed) != 0:
		per = clockDay
	case e.mode&lagMinutes != 0:
		per = max(int64(l.s.axes[n.lagAxis].cal.Nominal()), 1)
	}
	days, rest := divide(e.lag, per)
	if rest > 0 {
		days++
	}
	return int(days)
}

// demands gives each activity what its people need a day, at most what they have;
// what needs more is hopeless.
func (l *leveller) demands(acts []rcpsp.Activity) {
	for _, a := range l.plan.Assignments {
		if !inside(a.Task, len(l.plan.Tasks)) || !inside(a.Resource, len(l.plan.Resources)) || acts[a.Task].Duration == 0 || l.s.node[a.Task].flags&flagDone != 0 {
			continue
		}
		u, most := l.s.unitsOf(&a, acts[a.Task].Duration), capacityOf(&l.plan.Resources[a.Resource])
		if u > most {
			l.out.Hopeless = addOnce(l.out.Hopeless, a.Task)
		}
		if u = min(u, most); u > 0 {
			acts[a.Task].Demands = append(acts[a.Task].Demands, rcpsp.Demand{Resource: a.Resource, Units: u})
		}
	}
}

// delay turns the starts that were found into delays: what a start lies behind
// that of the engine, once those before it have theirs.
func (l *leveller) delay(starts []int) {
	s := &l.s
	s.quiet = true
	for _, j := range s.order {
		n := &s.node[j]
		if n.flags&flagIdle != 0 {
			continue
		}
		if int(j) >= len(s.parent) {
			n.es, n.side = 0, sideEnd
			s.early(j, n)
			continue
		}
		s.openNode(int(j))
		s.early(j, n)
		if !l.free(int(j)) || n.flags&flagZero != 0 || n.axis >= s.daily() {
			continue
		}
		want := s.axes[n.axis].pos(int64(l.origin+data.Date(starts[j])) * clockDay)
		days, rest := divide(want-n.es, dayTicks)
		if rest > 0 {
			days++
		}
		if days > 0 {
			l.plan.Tasks[j].Delay = data.Days(int(days))
			l.out.Delays[j] = l.plan.Tasks[j].Delay
			s.openNode(int(j))
			s.early(j, n)
		}
	}
	s.quiet = false
}

// compare solves the levelled plan and tells what it costs.
func (l *leveller) compare(was *Solver) {
	r := l.s.Solve(l.plan)
	l.out.Rows = append([]Row(nil), r.Rows...)
	for i := range r.Rows {
		if r.Rows[i].Start != was.result.Rows[i].Start || r.Rows[i].Finish != was.result.Rows[i].Finish {
			l.out.Moved = append(l.out.Moved, i)
		}
	}
	for k := range l.s.ends {
		a, b := lastDayOf(was.ends[k].finish), lastDayOf(l.s.ends[k].finish)
		l.out.Before, l.out.After = append(l.out.Before, a), append(l.out.After, b)
		l.out.Price = append(l.out.Price, l.s.axes[l.s.ends[k].cal].cal.Distance(a, b))
	}
	l.out.Left, l.out.Rest = overloads(&l.s)
}

func lastDayOf(t int64) data.Date {
	d, _ := divide(t-1, clockDay)
	return data.Date(d)
}
