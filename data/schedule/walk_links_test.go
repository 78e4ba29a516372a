package schedule

import (
	"math"

	"portfel/data"
)

// bound is the start that a link allows a leaf, from the early dates of what it
// waits for.
func (w *walk) bound(k, j int) moment {
	l := &w.p.Links[k]
	var v moment
	for n, i := range w.leaves(l.Pred) {
		x := &w.things[i]
		e := x.es
		if fromEnd(l) {
			e = x.ef
		}
		if at := w.reaches(k, i, j, e, x.side); n == 0 || at.after(v) {
			v = at
		}
	}
	if x := &w.things[j]; toEnd(l) && !x.point {
		v.t = x.before(v.t)
	}
	return v
}

func fromEnd(l *Link) bool { return l.Type[0] == 'F' }
func toEnd(l *Link) bool   { return l.Type[1] == 'F' }

func elapsed(s data.Span) bool { return s.Amount != 0 && s.Unit == data.ElapsedMins }

// reaches is where a link puts the end of leaf j that it binds, if the end of
// leaf i that it leaves from is at e.
func (w *walk) reaches(k, i, j int, e float64, side bool) moment {
	l := &w.p.Links[k]
	v := w.event(l, i, e, side)
	y := &w.things[j]
	if l.Lag.Amount != 0 {
		v = w.lagged(l, w.cal(l.Succ), v)
		if y.point && l.Succ == j && (l.Lag.Unit == data.CalendarDays || elapsed(l.Lag)) {
			v = y.own.offDay(v)
		}
	}
	if y.work {
		v.t = y.run.posLate(v.t, w.eve)
	}
	return v
}

// posLate is where a minute of the clock falls in working days. Where a start has to
// come a little before the end of a day, the evening after its close will do.
func (s *strip) posLate(t float64, eve bool) float64 {
	p := s.pos(t)
	day, minute := split(t)
	if d := &s.days[day]; eve && d.length > 0 && minute > float64(d.shifts[len(d.shifts)-1].To)-tiny {
		return p - 1e-4
	}
	return p
}

// event is when an end of a leaf happens: hours are over by the clock, days with
// their day; for an elapsed lag the day closes with its last shift.
func (w *walk) event(l *Link, i int, e float64, side bool) moment {
	x := &w.things[i]
	v := moment{e, !fromEnd(l)}
	if x.point {
		v.start = !side
	}
	wall := x.own
	switch {
	case x.work && x.hours && fromEnd(l):
		v.t = x.ending(e)
	case x.work && x.hours:
		v.t = x.beginning(e)
	case x.work && elapsed(l.Lag) && l.Pred == i && fromEnd(l):
		v.t = x.run.closes(e)
	case x.work && elapsed(l.Lag) && l.Pred == i:
		v.t = x.run.opens(e)
	default:
		v.t = x.minute(e, fromEnd(l))
	}
	if l.Pred != i {
		wall = w.cal(l.Pred)
	}
	if elapsed(l.Lag) && (l.Pred != i || x.point || x.stand || x.done) {
		v.t = wall.onTheWall(v, w.late)
	}
	return v
}

// onTheWall moves the midnight that ends a working day to its close, and one
// that begins a working day to its opening. Late in the day, what may stand at
// its end may stand there.
func (s *strip) onTheWall(v moment, late bool) float64 {
	day, minute := split(v.t)
	if late && v.start {
		return v.t
	}
	if late && minute > 0 {
		if shifts := s.days[day].shifts; len(shifts) > 0 {
			return math.Min(v.t, float64(day)*dayLong+float64(shifts[len(shifts)-1].To))
		}
	}
	if minute > 0 {
		return v.t
	}
	if !v.start {
		day--
	}
	shifts := s.days[day].shifts
	switch {
	case len(shifts) == 0:
		return v.t
	case v.start:
		return v.t + float64(shifts[0].From)
	}
	return v.t - dayLong + float64(shifts[len(shifts)-1].To)
}

// offDay moves a point that a lag put on a day off to the start of the next
// working day.
func (s *strip) offDay(v moment) moment {
	day, minute := split(v.t)
	if minute == 0 && !v.start {
		day--
	}
	if len(s.days[day].shifts) > 0 {
		return v
	}
	for len(s.days[day].shifts) == 0 {
		day++
	}
	return moment{float64(day) * dayLong, true}
}

// lagged adds the lag of a link, counted on a calendar.
func (w *walk) lagged(l *Link, c *strip, v moment) moment {
	n := float64(l.Lag.Amount)
	v.start = n < 0
	p := c.posLate(v.t, w.eveOfLag)
	switch l.Lag.Unit {
	case data.CalendarDays:
		v.t += n / 1000 * dayLong
		return v
	case data.ElapsedMins:
		v.t += n
		return v
	case data.WorkMinutes:
		p = c.add(p, n)
	default:
		p += n / 1000
	}
	if v.start {
		v.t = c.first(p)
	} else {
		v.t = c.last(p)
	}
	return v
}

// blame lists what a pinned leaf breaks.
func (w *walk) blame(i int, x *thing) {
	start := w.every.midnight(w.startOf(i))
	if x.work {
		start = x.run.pos(start)
	}
	w.vague = w.vague || x.near(x.es, start)
	if x.es < start-tiny {
		w.problem(BeforePlan, i, None)
	}
	for _, k := range w.in[i] {
		v := w.bound(k, i)
		w.vague = w.vague || x.near(v.t, x.es)
		if v.t > x.es+tiny || v.t > x.es-tiny && x.point && v.start && x.side {
			w.problem(StartsTooEarly, i, k)
		}
	}
}
