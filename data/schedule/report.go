package schedule

import "portfel/data"

// sum adds up the leaves of a summary.
type sum struct {
	start, finish  int64 // instants on the common line
	effort, done   int64 // minutes; minutes times per cent
	days, daysDone int64 // the same by duration
	count, percent int64 // the same by number
	open           int64 // leaves that are not finished
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
			s.result.Rows[p].join(r, own)
		}
		s.result.join(r)
	}
	s.total()
}

// total completes the result from what its rows have given.
func (s *Solver) total() {
	s.result.Effort = data.Minutes(s.sums[0].effort)
	s.result.Percent = s.sums[0].share()
	s.sortProblems()
}

// join widens a summary by a child. Start is none before the first child. What
// is finished has no float to give.
func (r *Row) join(child *Row, own *sum) {
	if r.Start == 0 {
		r.Start, r.Finish, r.StartAt, r.FinishAt = child.Start, child.Finish, child.StartAt, child.FinishAt
	}
	if child.Start < r.Start || child.Start == r.Start && child.StartAt < r.StartAt {
		r.Start, r.StartAt = child.Start, child.StartAt
	}
	if child.Finish > r.Finish || child.Finish == r.Finish && child.FinishAt > r.FinishAt {
		r.Finish, r.FinishAt = child.Finish, child.FinishAt
	}
	if own.open == 0 {
		return
	}
	if !r.floats {
		r.Float, r.Free, r.floats = child.Float, child.Free, true
	}
	r.Float, r.Free = min(r.Float, child.Float), min(r.Free, child.Free)
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
	a.open += b.open
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
	if n.flags&flagBegun != 0 {
		s.beganAt(t, n, r, own)
	}
	r.Free = max(r.Free, 0)
	r.Critical = r.Float <= 0
	own.open = 1
	if n.flags&flagDone != 0 {
		r.Float, r.Free, r.Critical, own.open = 0, 0, false, 0
	}
	r.Effort = s.effort[i]
	r.Percent = min(max(t.Percent, 0), 100)
	own.count, own.percent = 1, int64(r.Percent)
	own.effort, own.done = int64(r.Effort), int64(r.Effort)*int64(r.Percent)
	own.days, own.daysDone = r.Duration, r.Duration*int64(r.Percent)
	if r.Finish >= lastDate {
		s.problem(TooFar, i, None)
	}
	r.Start = min(max(r.Start, 1), lastDate)
	r.Finish = min(max(r.Finish, r.Start), lastDate)
}

// beganAt shows the actual start of a task, also where nobody works.
func (s *Solver) beganAt(t *Task, n *node, r *Row, own *sum) {
	r.Start, r.StartAt = t.ActualStart.Day, ofDay(data.Minutes(t.ActualStart.Min))
	if t.ActualStart.Whole() && n.axis != s.all() {
		r.StartAt = s.axes[n.axis].cal.Shape(r.Start).Open
	}
	own.start = instantOf(t.ActualStart, false)
}

// lastDate is 9999-12-31.
const lastDate data.Date = 3652059

// slip is what rounding of hours may add up to, in ticks: a second or so.
const slip = 24

// onWorkdays reads the dates of a task on its calendar.
func (s *Solver) onWorkdays(n *node, r *Row, own *sum) {
	a := s.axes[n.axis]
	first, f := divide(n.es+slip, dayTicks)
	last, g := divide(n.ef-slip, dayTicks)
	r.Start, r.Finish = a.cal.Day(first+1), a.cal.Day(last+1)
	if n.flags&flagBegun == 0 {
		r.StartAt = minuteAt(a.cal.Shape(r.Start).Open, a, first, f-slip, true)
	}
	r.FinishAt = minuteAt(a.cal.Shape(r.Finish).Close, a, last, g+slip, false)
	r.Duration, r.Float, r.Free = n.ef-n.es, n.ls-n.es, n.fs-n.es
	if n.axis == s.daily() {
		s.inWorkdays(n, r)
	}
	r.Duration, r.Float, r.Free = round(r.Duration), float(r.Float), float(r.Free)
	own.start, own.finish = a.start(n.es), a.end(n.ef)
	if n.flags&flagClock != 0 {
		own.start, own.finish = a.opens(n.es), a.closes(n.ef)
	}
}

// inWorkdays counts what runs on all dates by the calendar of the task.
func (s *Solver) inWorkdays(n *node, r *Row) {
	own, run := s.axes[n.lagAxis], s.axes[n.axis]
	es := own.pos(run.start(n.es))
	r.Duration = own.pos(run.end(n.ef)) - es
	r.Float, r.Free = own.pos(run.start(n.ls))-es, own.pos(run.start(n.fs))-es
}

// minuteAt is the minute of the day of a part of a working day; a whole one is
// given.
func minuteAt(whole data.Minutes, a axis, day, f int64, late bool) data.Minutes {
	if f <= slip || f >= dayTicks-slip {
		return whole
	}
	shape := a.cal.Shape(a.cal.Day(day + 1))
	if dayTicks-f <= eve {
		return shape.Close
	}
	return toMinute(clockAt(shape, f, late))
}

func toMinute(t int64) data.Minutes { return data.Minutes((t + minuteTicks/2) / minuteTicks) }

// onCalendar reads the dates of what has dates of its own.
func (s *Solver) onCalendar(n *node, r *Row, own *sum) {
	a := s.axes[n.lagAxis]
	first, f := divide(n.es, clockDay)
	last, g := divide(n.ef-1, clockDay)
	if n.flags&flagZero != 0 && n.side == sideEnd {
		first, f = last, g+1
	}
	if n.flags&flagZero != 0 {
		last, g = first, f-1
	}
	r.Start, r.Finish = data.Date(min(max(first, 1), maxDay)), data.Date(min(max(last, 1), maxDay))
	r.StartAt, r.FinishAt = toMinute(f), toMinute(g+1)
	from, to := wallMinute(a, r.Start, f), wallMinute(a, r.Finish, g+1)
	if n.standsByDays() && (r.Start < r.Finish || from <= to) { // done before the day opened: by the clock
		r.StartAt, r.FinishAt = from, to
	}
	r.Duration = round(a.pos(n.ef) - a.pos(n.es))
	r.Float = float(a.pos(n.ls) - a.pos(n.es))
	r.Free = float(a.pos(n.fs) - a.pos(n.es))
	own.start, own.finish = n.es, n.ef
}

// wallMinute is a tick of a day as a minute of it; midnights are the opening and
// the close of a working day.
func wallMinute(a axis, d data.Date, f int64) data.Minutes {
	shape := a.cal.Shape(d)
	switch {
	case f == 0 && shape.Minutes > 0:
		return shape.Open
	case f == clockDay && shape.Minutes > 0:
		return shape.Close
	}
	return toMinute(f)
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
	r.Duration = max(round(a.pos(own.finish)-a.pos(own.start)), 0)
	r.Effort = data.Minutes(own.effort)
	r.Percent = own.share()
}

// compare holds a row against the dates that the plan wants.
func (s *Solver) compare(i int, r *Row) {
	t := &s.plan.Tasks[i]
	if t.DeadlineOn > 0 {
		c := s.axes[s.endsOf(i).cal].cal
		r.HasSlack, r.Slack = true, c.Distance(r.Finish, t.DeadlineOn)
	}
	if r.Summary || s.node[i].flags&(flagFact|flagManual) != 0 {
		return
	}
	if t.On > 0 {
		s.compareLimit(i, t, r)
	}
	if t.Site > 0 {
		s.compareSite(i, t, r)
	}
}

// compareLimit lists the limits that the dates have missed.
func (s *Solver) compareLimit(i int, t *Task, r *Row) {
	on := data.Stamp{Day: t.On, Min: int(t.At)}
	switch {
	case t.Constraint == data.NotLater && behind(r.Finish, r.FinishAt, on):
		s.problem(NotLaterMissed, i, None)
	case t.Constraint == data.StartNotLater && behind(r.Start, r.StartAt, on):
		s.problem(NotLaterMissed, i, None)
	}
}

func behind(d data.Date, at data.Minutes, limit data.Stamp) bool {
	return d > limit.Day || d == limit.Day && !limit.Whole() && at > data.Minutes(limit.Min)
}
