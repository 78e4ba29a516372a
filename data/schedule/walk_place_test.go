package schedule

import (
	"math"

	"portfel/data"
)

// measure finds what a leaf is and how long.
func (w *walk) measure(i int) {
	t, x := &w.p.Tasks[i], &w.things[i]
	x.own = w.cal(i)
	span := t.Duration
	notBegun := t.Percent == 0 && t.ActualStart.IsZero() && t.ActualFinish.IsZero()
	if point := !span.IsZero() && span.Amount == 0; notBegun && !point && t.Remaining.Amount > 0 {
		span = t.Remaining // all of it is to be done
	}
	if span.IsZero() {
		span = data.Span{Amount: w.byEffort(i), Unit: data.WorkDays}
	}
	x.work, x.run, x.length = true, x.own, float64(span.Amount)/1000
	switch {
	case span.Amount == 0:
		x.work, x.point, x.run = false, true, nil
	case span.Unit == data.WorkMinutes:
		x.length, x.hours, x.byMinutes = float64(span.Amount), true, true
	case span.Unit == data.CalendarDays:
		x.run = w.every
	case span.Unit == data.ElapsedMins:
		x.work, x.run, x.length = false, nil, float64(span.Amount)
	}
}

// byEffort is the duration of a task that gives none, in thousandths of a day:
// that of the slowest of its people, each by the effort, the units and the
// ordinary day.
func (w *walk) byEffort(i int) (most int64) {
	t := &w.p.Tasks[i]
	var sum, n int64
	for _, a := range w.p.Assignments {
		if a.Task == i {
			sum, n = sum+int64(a.Effort), n+1
		}
	}
	for _, a := range w.p.Assignments {
		if a.Task != i {
			continue
		}
		effort, units := float64(a.Effort), 1.0
		if sum == 0 {
			effort = float64(t.Effort) / float64(n)
		}
		if a.Units > 0 {
			units = float64(a.Units) / 100
		}
		day := float64(w.used[w.p.Resources[a.Resource].Calendar].Nominal())
		most = max(most, int64(math.Ceil(effort/units/day*1000-tiny)))
	}
	switch {
	case most > 0:
		return most
	case t.Effort > 0 && n == 0:
		w.problem(NoPeople, i, None)
		return int64(math.Ceil(float64(t.Effort)/float64(w.used[t.Calendar].Nominal())*1000 - tiny))
	case t.Kind != data.TaskMilestone && t.Kind != data.TaskStage && !t.Manual && t.ActualFinish.IsZero():
		w.problem(NoDuration, i, None)
	}
	return 0
}

func (w *walk) stamp(x data.Stamp, over bool) float64 {
	t := w.every.midnight(x.Day) + float64(x.Min)
	if x.Whole() && over {
		t += dayLong
	}
	return t
}

// opening is where a leaf may begin from a minute on.
func (w *walk) opening(x *thing, t float64) float64 {
	switch {
	case x.point:
		return x.own.first(x.own.pos(t))
	case x.work:
		return x.run.pos(t)
	}
	return t
}

// closing is where a leaf is over by a minute of a day, or by its end.
func (w *walk) closing(x *thing, d data.Date, at data.Minutes) float64 {
	t := w.every.midnight(d) + float64(at)
	if at == 0 {
		t = x.own.last(x.own.pos(t + dayLong))
	}
	if x.work {
		return x.run.pos(t)
	}
	return t
}

// place finds the early dates of a leaf, those of all it waits for first.
func (w *walk) place(i int) *thing {
	t, x := &w.p.Tasks[i], &w.things[i]
	if x.placed {
		return x
	}
	x.placed = true
	for _, k := range w.in[i] {
		for _, a := range w.leaves(w.p.Links[k].Pred) {
			w.place(a)
		}
	}
	switch {
	case !t.ActualFinish.IsZero() || !t.ActualStart.IsZero() && x.point:
		w.finished(t, x)
	case !t.ActualStart.IsZero():
		x.fact, x.pinned = true, true
		x.es = w.opening(x, w.stamp(t.ActualStart, false))
		w.stretch(i, x)
	case t.Manual:
		w.standing(i, t, x)
	case t.Constraint == data.MustStart:
		x.es, x.must, x.pinned = w.opening(x, w.every.midnight(t.On)+float64(t.At)), true, true
		x.ef = x.after(x.es)
		x.side = false
	case t.Constraint == data.MustFinish:
		x.ef, x.must, x.pinned = w.closing(x, t.On, t.At), true, true
		x.es, x.side = x.before(x.ef), true
	default:
		w.asSoonAsPossible(i, t, x)
	}
	if x.pinned && !x.fact {
		w.blame(i, x)
	}
	return x
}

// finished puts a leaf on its actual dates.
func (w *walk) finished(t *Task, x *thing) {
	finish := t.ActualFinish
	if finish.IsZero() {
		finish = t.ActualStart
	}
	at := w.stamp(finish, true)
	start := at
	switch {
	case x.point:
	case !t.ActualStart.IsZero():
		start = math.Min(w.stamp(t.ActualStart, false), at)
	case x.work:
		start = math.Min(x.beginning(x.before(x.run.pos(at))), at)
	default:
		start = at - x.length
	}
	x.fact, x.done, x.side = true, true, true
	x.stands(start, at)
}

// stands puts a leaf on the clock.
func (x *thing) stands(start, finish float64) {
	x.es, x.ef, x.length, x.pinned = start, finish, finish-start, true
	x.work, x.run, x.hours, x.byMinutes, x.point = false, nil, false, false, finish == start
}

// stretch divides a task into what is done, which runs from its start, and the
// rest, which begins no earlier than the status date.
func (w *walk) stretch(i int, x *thing) {
	t, status := &w.p.Tasks[i], w.statusOf(i)
	done := x.length * float64(t.Percent) / 100
	if x.byMinutes { // which are whole
		done = math.Floor(done + tiny)
	}
	rest := x.length - done
	if !t.Remaining.IsZero() {
		rest = w.remaining(i, x)
		w.vague = w.vague || math.Abs(math.Abs(x.length-rest-done)-x.length/100) < 0.01*x.length/100
		if left := math.Max(x.length-rest, 0); t.Percent == 0 || math.Abs(left-done) <= x.length/100 {
			done = left // both say the same
		}
	}
	move := func(v, amount float64) float64 {
		if x.byMinutes {
			return x.run.add(v, amount)
		}
		return v + amount
	}
	stop := move(x.es, done)
	if status > 0 && rest > tiny {
		at := w.every.midnight(status)
		if x.work {
			at = x.run.pos(at)
		}
		stop = math.Max(stop, at)
	}
	x.ef = move(stop, rest)
	x.length, x.byMinutes = x.ef-x.es, false
}

// remaining is what remains in the unit of the leaf: a day is the ordinary one.
func (w *walk) remaining(i int, x *thing) float64 {
	r := w.p.Tasks[i].Remaining
	amount := float64(r.Amount)
	minutes := r.Unit == data.WorkMinutes || r.Unit == data.ElapsedMins
	if !minutes {
		amount /= 1000
	}
	day := float64(w.used[w.p.Tasks[i].Calendar].Nominal())
	if x.run == w.every {
		day = float64(w.every.days[0].length)
	}
	switch {
	case x.work && x.byMinutes == minutes || !x.work && minutes:
		return amount
	case x.byMinutes: // which are whole
		return math.Floor(amount*day + tiny)
	case x.work:
		return amount / day
	}
	return amount * dayLong
}

// standing puts a manual task on its dates.
func (w *walk) standing(i int, t *Task, x *thing) {
	start, finish := w.every.midnight(t.StartsOn), w.every.midnight(max(t.EndsOn, t.StartsOn)+1)
	x.stand = true
	switch {
	case x.point && (!t.Duration.IsZero() || t.Kind == data.TaskMilestone) && t.EndsOn <= t.StartsOn:
		if t.At > 0 && t.Constraint == data.AsSoonAsPossible {
			finish = start + float64(t.At)
		}
		start, x.side = finish, true
	case t.EndsOn > 0 || x.point:
	case x.run == w.every:
		finish = start + x.length*dayLong
	case x.work:
		finish = x.ending(x.after(x.own.pos(start)))
	default:
		finish = start + x.length
	}
	x.stands(start, finish)
}

// asSoonAsPossible finds the earliest start that everything allows.
func (w *walk) asSoonAsPossible(i int, t *Task, x *thing) {
	x.es = w.opening(x, w.every.midnight(w.startOf(i)))
	for k := i; k != None; k = w.p.Tasks[k].Parent {
		if u := &w.p.Tasks[k]; u.Constraint == data.NotEarlier {
			x.es = math.Max(x.es, w.opening(x, w.every.midnight(u.On)+float64(u.At)))
		}
	}
	if s := w.statusOf(i); s > 0 && t.Percent == 0 {
		x.es = math.Max(x.es, w.opening(x, w.every.midnight(s)))
	}
	v := moment{x.es, true}
	if t.Constraint == data.FinishNotEarlier {
		if at := (moment{x.before(w.closing(x, t.On, t.At)), !x.point}); at.after(v) {
			v = at
		}
	}
	for _, k := range w.in[i] {
		if at := w.bound(k, i); at.after(v) {
			w.vague = w.vague || x.near(at.t, v.t)
			v = at
		} else {
			w.vague = w.vague || x.near(at.t, v.t)
		}
	}
	x.es, x.side = v.t, !v.start
	x.es = w.delayed(t, x, x.es, x.side)
	if (w.statusOf(i) > 0 || !t.Remaining.IsZero()) && t.Percent > 0 && !x.point {
		w.stretch(i, x)
	}
	x.ef = x.after(x.es)
}

// near tells whether two places differ by so little that rounding may decide.
func (x *thing) near(a, b float64) bool {
	d := math.Abs(a - b)
	if x.work {
		return d > tiny && d < blur
	}
	return d > tiny && d < blur*60
}

const blur = 5e-5 // of a working day: some forty ticks

// delayed is a start with the delay that levelling has given, in working days or
// minutes.
func (w *walk) delayed(t *Task, x *thing, start float64, side bool) float64 {
	if t.Delay.Amount <= 0 {
		return start
	}
	p := x.own.posLate(x.minute(start, false), w.late)
	if t.Delay.Unit == data.WorkMinutes {
		p = x.own.add(p, float64(t.Delay.Amount))
	} else {
		p += float64(t.Delay.Amount) / 1000
	}
	switch {
	case x.run == x.own:
		return p
	case x.work:
		return x.run.pos(x.own.first(p))
	case side:
		return x.own.last(p)
	}
	return x.own.first(p)
}
