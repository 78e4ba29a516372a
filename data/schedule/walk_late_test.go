package schedule

import (
	"math"

	"portfel/data"
)

// close finds the late start of a leaf and the latest that moves nothing else,
// after those of all that wait for it, and puts it there if it is to be as late
// as possible.
func (w *walk) close(i int) *thing {
	t, x := &w.p.Tasks[i], &w.things[i]
	if x.closed {
		return x
	}
	x.closed = true
	lf, ls := sup{at: w.endFor(i, x, w.p.CommonEnd)}, sup{at: math.Inf(1)}
	free, ff := ls, sup{at: w.endFor(i, x, w.p.CommonEnd)}
	if !x.fact && !x.stand {
		ls, lf = w.limits(t, x, ls, lf)
	}
	for _, k := range w.out[i] {
		l := &w.p.Links[k]
		for _, j := range w.leaves(l.Succ) {
			y := w.close(j)
			if y.fact {
				continue
			}
			late, still := w.held(i, k, j, y)
			if fromEnd(l) {
				lf, ff = earlier(lf, late), earlier(ff, still)
			} else {
				ls, free = earlier(ls, late), earlier(free, still)
			}
		}
	}
	x.late = earlier(ls, sup{x.before(lf.at), lf.open, lf.faint})
	x.free = earlier(free, sup{x.before(ff.at), ff.open, ff.faint})
	if x.must {
		x.late, x.free = earlier(x.late, sup{at: x.es}), earlier(x.free, sup{at: x.es})
	}
	if t.Constraint == data.AsLateAsPossible && !x.pinned {
		w.postpone(i, x)
	}
	return x
}

// endFor is the end of a plan as a leaf counts it: a point may stand anywhere
// between the working days around it.
func (w *walk) endFor(i int, x *thing, common bool) float64 {
	end := w.end[w.project(i)]
	if common {
		end = w.common
	}
	switch {
	case x.point:
		return math.Max(end, x.own.first(x.own.pos(end)))
	case x.work:
		return x.run.pos(end)
	}
	return end
}

// limits are the latest start and finish that a task's own constraint allows.
func (w *walk) limits(t *Task, x *thing, ls, lf sup) (sup, sup) {
	if t.On == 0 {
		return ls, lf
	}
	end := w.every.midnight(t.On) + float64(t.At)
	if t.At == 0 {
		end += dayLong
	}
	switch {
	case t.Constraint == data.NotLater && x.work:
		lf = earlier(lf, sup{at: x.run.pos(end)})
	case t.Constraint == data.NotLater && x.point && t.At == 0:
		lf = earlier(lf, sup{at: x.own.first(x.own.pos(end))})
	case t.Constraint == data.NotLater:
		lf = earlier(lf, sup{at: end})
	case t.Constraint != data.StartNotLater:
	case x.point:
		ls = earlier(ls, sup{at: end})
	case x.work && t.At > 0:
		p := x.run.pos(end)
		ls = earlier(ls, sup{at: p, open: x.run.opens(p) > end+tiny})
	case x.work: // before the day is over, and before what follows opens
		ls = earlier(ls, sup{at: x.run.pos(end), open: true})
	default:
		ls = earlier(ls, sup{at: end, open: t.At == 0})
	}
	return ls, lf
}

// held is the latest end of leaf i with which link k lets leaf j start no later
// than its late start, and where it stands. What precedes a manual task is
// measured to where it stands.
func (w *walk) held(i, k, j int, y *thing) (late, still sup) {
	to := y.late
	if y.stand {
		to = earlier(to, sup{at: y.es})
	}
	early := y.es
	t, finish := &w.p.Tasks[j], toEnd(&w.p.Links[k]) && !y.point
	if t.Delay.Amount > 0 && !y.pinned {
		return w.heldBack(i, k, j, to)
	}
	if finish {
		to.at, early = y.after(to.at), y.ef
	}
	late = w.latest(i, k, j, func(v moment, room float64) bool {
		return v.t < to.at-room || !to.open && v.t < to.at+room
	})
	w.faint = w.faint || to.faint
	if to.at < early+tiny && to.at > early-tiny && !to.open && !y.point {
		return late, late
	}
	_, minute := split(y.es)
	turns := y.point && y.side && minute == 0 // at the end of a day, it would be shown on the next
	w.faint = w.faint || turns && len(y.own.days[int(y.es/dayLong)-1].shifts) == 0
	still = w.latest(i, k, j, func(v moment, room float64) bool {
		return v.t < early-room || v.t < early+room && !(turns && v.start)
	})
	return late, still
}

// heldBack is held where levelling delays leaf j after everything else.
func (w *walk) heldBack(i, k, j int, to sup) (late, still sup) {
	t, y := &w.p.Tasks[j], &w.things[j]
	start := func(v moment) float64 {
		if toEnd(&w.p.Links[k]) && !y.point {
			v.t = y.before(v.t)
		}
		return w.delayed(t, y, v.t, !v.start)
	}
	late = w.latest(i, k, j, func(v moment, room float64) bool {
		return start(v) < to.at-room || !to.open && start(v) < to.at+room
	})
	w.faint = w.faint || to.faint || y.point && w.p.Links[k].Succ != j
	_, minute := split(y.es)
	turns := y.point && y.side && minute == 0
	still = w.latest(i, k, j, func(v moment, room float64) bool {
		return start(v) < y.es-room || start(v) < y.es+room && !(turns && v.start)
	})
	unit := w.p.Links[k].Lag.Unit
	w.faint = w.faint || !y.work && (late.open || still.open) || turns && (unit == data.CalendarDays || unit == data.ElapsedMins)
	return late, still
}

// latest is the latest end of leaf i of which link k makes something good of
// leaf j: found by halving. The room is how much may be an error of counting.
func (w *walk) latest(i, k, j int, good func(v moment, room float64) bool) sup {
	x := &w.things[i]
	l := &w.p.Links[k]
	clock := l.Pred == i && x.hours || elapsed(l.Lag)
	work := l.Lag.Amount != 0 && (l.Lag.Unit == data.WorkDays || l.Lag.Unit == data.WorkMinutes)
	w.late, w.eve, w.eveOfLag = true, !clock || l.Succ != j || work, !clock
	defer func() { w.late, w.eve, w.eveOfLag = false, false, false }()
	e := x.es
	if fromEnd(&w.p.Links[k]) {
		e = x.ef
	}
	try := func(v float64) bool { return good(w.reaches(k, i, j, v, true), tiny/20) }
	lo, hi, step, least := e, e, float64(dayLong), 300.0*dayLong
	if x.work {
		step, least = 1, x.run.pos(least)
	}
	if try(e) {
		for hi += step; try(hi); hi += step {
			if hi > x.far() {
				return sup{at: math.Inf(1)}
			}
			lo, step = hi, step*2
		}
	} else {
		for lo = math.Max(lo-step, least); !try(lo); lo = math.Max(lo-step, least) {
			if hi, step = lo, step*2; lo == least {
				w.faint = true // years before the plan
				return sup{at: least}
			}
		}
	}
	for hi-lo > tiny/50 {
		if m := (lo + hi) / 2; try(m) {
			lo = m
		} else {
			hi = m
		}
	}
	at := x.nice((lo + hi) / 2)
	open := !good(w.reaches(k, i, j, at, true), 100*tiny)
	_, part := whole(at)
	if !x.work {
		_, part = split(at)
		w.faint = w.faint || part == 0 && elapsed(l.Lag) && !fromEnd(l) && !x.point // midnight or opening
	}
	return sup{at, open, open && part > 0 && (x.run == nil || x.run != w.things[j].run)}
}

// far is where the search for a late date ends.
func (x *thing) far() float64 {
	if x.work {
		return float64(len(x.run.work)) - 800
	}
	return (walkDays - 1000) * dayLong
}

// nice is the exact place of a boundary or a shift's end that halving came
// close to.
func (x *thing) nice(v float64) float64 {
	k, length := 0.0, 1.0
	if x.work {
		k = math.Floor(v)
		length = float64(x.run.days[x.run.work[int(k)]].length)
	}
	minutes := (v - k) * length
	if n := math.Round(minutes); math.Abs(n-minutes) < 1e-3 {
		return k + n/length
	}
	return v
}

// postpone puts a leaf on the latest start that moves nothing else, and neither
// the end of its own plan. What has to come before the end of a day begins with
// that day, what has to come before a minute a minute earlier.
func (w *walk) postpone(i int, x *thing) {
	v := earlier(x.free, x.late)
	v = earlier(v, sup{at: x.before(w.endFor(i, x, false))})
	v.at = x.nice(v.at)
	to := v.at
	w.vague = w.vague || w.faint || v.faint
	if _, part := math.Modf(x.minute(to, true) + tiny); !v.open && part > 0.9 || v.open && part > 3*tiny {
		w.vague = true // a start within a minute
	}
	switch {
	case x.point:
		p := x.own.pos(v.at)
		if k, part := whole(p); v.open && part > 0 {
			p = x.own.pos(v.at - 1)
		} else if v.open && x.breaks(v.at) {
			p = float64(k - 1)
		}
		to = x.own.last(p)
	case x.work && v.open:
		if k, part := whole(to); part == 0 {
			to = float64(k - 1)
		} else {
			to = x.run.pos(x.run.last(to) - 1)
		}
	case v.open:
		to--
	}
	if to > x.es+tiny {
		x.es, x.side = to, true
		x.ef = x.after(to)
	}
}
