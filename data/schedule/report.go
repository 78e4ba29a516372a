package schedule

import "portfel/data"

// sum adds up the leaves of a summary.
type sum struct {
	start, finish  int64 // instants on the common line
	effort, done   int64 // minutes; minutes times per cent
	days, daysDone int64 // the same by duration
	count, percent int64 // the same by number
}

// report turns positions into rows, and leaves into summaries.
func (s *Solver) report() {
	n := len(s.plan.Tasks)
	s.sums = grow(s.sums, n+1) // by parent+1: sums[0] is the plan
	for k := n - 1; k >= 0; k-- {
		i := int(s.deep[k])
		r, own := &s.result.Rows[i], &s.sums[i+1]
		if s.leaf(i) {
			s.leafRow(i, r, own)
		} else {
			s.summaryRow(i, r, own)
		}
		s.compare(i, r)
		s.sums[s.parent[i]+1].add(own)
		if p := s.parent[i]; p != None {
			s.result.Rows[p].join(r)
		}
		s.result.join(r)
	}
	s.result.Effort = data.Minutes(s.sums[0].effort)
	s.result.Percent = s.sums[0].share()
}

// join widens a summary by a child. Start is none before the first child.
func (r *Row) join(child *Row) {
	if r.Start == 0 {
		r.Start, r.Finish, r.Float = child.Start, child.Finish, child.Float
	}
	r.Start, r.Finish = min(r.Start, child.Start), max(r.Finish, child.Finish)
	r.Float = min(r.Float, child.Float)
	r.Critical = r.Critical || child.Critical
}

func (r *Result) join(row *Row) {
	if r.Start == 0 || row.Start < r.Start {
		r.Start = row.Start
	}
	r.Finish = max(r.Finish, row.Finish)
}

func (a *sum) add(b *sum) {
	if a.count == 0 {
		a.start, a.finish = b.start, b.finish
	}
	a.start, a.finish = min(a.start, b.start), max(a.finish, b.finish)
	a.effort, a.done = a.effort+b.effort, a.done+b.done
	a.days, a.daysDone = a.days+b.days, a.daysDone+b.daysDone
	a.count, a.percent = a.count+b.count, a.percent+b.percent
}

// share is the progress in per cent: by effort, else by duration, else by
// number. It is 100 only when everything is done.
func (a *sum) share() int {
	part, whole := a.done, a.effort
	if whole == 0 {
		part, whole = a.daysDone, a.days
	}
	if whole == 0 {
		part, whole = a.percent, a.count
	}
	if whole == 0 {
		return 0
	}
	p := int((2*part + whole) / (2 * whole))
	if p == 100 && part < 100*whole {
		return 99
	}
	return p
}

// leafRow is the row of a task that has none below.
func (s *Solver) leafRow(i int, r *Row, own *sum) {
	t, n := &s.plan.Tasks[i], &s.node[i]
	if n.axis == s.all() {
		s.onCalendar(n, r, own)
	} else {
		s.onWorkdays(n, r, own)
	}
	r.Critical = r.Float <= 0
	r.Effort = s.effort[i]
	r.Percent = min(max(t.Percent, 0), 100)
	own.count, own.percent = 1, int64(r.Percent)
	own.effort, own.done = int64(r.Effort), int64(r.Effort)*int64(r.Percent)
	own.days, own.daysDone = r.Duration, r.Duration*int64(r.Percent)
	if r.Finish >= lastDate {
		s.problem(TooFar, i, None)
	}
	r.Start, r.Finish = min(max(r.Start, 1), lastDate), min(max(r.Finish, 1), lastDate)
}

// lastDate is 9999-12-31.
const lastDate data.Date = 3652059

// slip is what rounding of hours may add up to, in ticks: a second or so.
const slip = 24

// onWorkdays reads the dates of a task on its calendar.
func (s *Solver) onWorkdays(n *node, r *Row, own *sum) {
	c := s.axes[n.axis].cal
	first, f := divide(n.es+slip, dayTicks)
	last, g := divide(n.ef-slip, dayTicks)
	r.Start, r.Finish = c.Day(first+1), c.Day(last+1)
	r.Duration = round(n.ef - n.es)
	r.Float = float(n.ls - n.es)
	own.start = int64(r.Start)*dayTicks + max(f-slip, 0)
	own.finish = int64(r.Finish)*dayTicks + g + slip
}

// onCalendar reads the dates of what has dates of its own.
func (s *Solver) onCalendar(n *node, r *Row, own *sum) {
	a := s.axes[n.lagAxis]
	first, _ := divide(n.es, dayTicks)
	last, _ := divide(n.ef-1, dayTicks)
	if n.flags&flagZero != 0 && n.side == sideEnd {
		first = last
	}
	if n.flags&flagZero != 0 {
		last = first
	}
	r.Start, r.Finish = data.Date(min(max(first, 1), maxDay)), data.Date(min(max(last, 1), maxDay))
	r.Duration = round(a.pos(n.ef) - a.pos(n.es))
	r.Float = float(a.pos(n.ls) - a.pos(n.es))
	own.start, own.finish = n.es, n.ef
}

// round turns ticks into thousandths of a day.
func round(ticks int64) int64 {
	q, _ := divide(ticks+thousandth/2, thousandth)
	return q
}

// summaryRow completes a row that its children have joined.
func (s *Solver) summaryRow(i int, r *Row, own *sum) {
	a := s.axes[s.node[i].lagAxis]
	r.Summary = true
	r.Duration = round(a.pos(own.finish) - a.pos(own.start))
	r.Effort = data.Minutes(own.effort)
	r.Percent = own.share()
}

// compare holds a row against the dates that the plan wants.
func (s *Solver) compare(i int, r *Row) {
	t := &s.plan.Tasks[i]
	if t.DeadlineOn > 0 {
		c := s.axes[0].cal
		r.HasSlack, r.Slack = true, c.Distance(r.Finish, t.DeadlineOn)
	}
	if t.Constraint == data.NotLater && t.On > 0 && r.Finish > t.On && !r.Summary && !t.Manual {
		s.problem(NotLaterMissed, i, None)
	}
}
