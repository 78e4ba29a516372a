package schedule

import (
	"math"

	"portfel/data"
)

// walkRow is what the plan shows of a task, before rounding.
type walkRow struct {
	Row
	startAt, finishAt     float64 // minutes of the day
	duration, float, free float64 // working days
	from, to              float64 // minutes of the clock
	leaves                []int
	open                  bool // something is left to do
	some                  bool
}

func (w *walk) row(i int) (r walkRow) {
	if w.leaf(i) {
		r = w.leafRow(i)
	} else {
		r = w.summaryRow(i)
	}
	t := &w.p.Tasks[i]
	r.StartAt, r.FinishAt = data.Minutes(roundHalf(r.startAt)), data.Minutes(roundHalf(r.finishAt))
	r.Duration, r.Float, r.Free = int64(roundHalf(r.duration*1000)), int64(roundHalf(r.float*1000)), int64(roundHalf(r.free*1000))
	if t.DeadlineOn > 0 {
		c := w.own[0]
		if len(w.p.Projects) > 0 {
			c = w.own[w.p.Projects[t.Project].Calendar]
		}
		r.HasSlack = true
		r.Slack = c.days[t.DeadlineOn+1-c.from].number - c.days[r.Finish+1-c.from].number
	}
	return r
}

func roundHalf(v float64) float64 { return math.Floor(v + 0.5 + tiny) }

// leafRow reads a leaf's dates.
func (w *walk) leafRow(i int) (r walkRow) {
	t, x := &w.p.Tasks[i], &w.things[i]
	c := x.own
	if x.work {
		c = x.run
	}
	start, finish := moment{x.minute(x.es, false), true}, moment{x.minute(x.ef, true), false}
	if x.point {
		start.start, finish.start = !x.side, !x.side
	}
	r.Start, r.startAt = c.shown(start, !x.work && !x.point && !x.stand && !x.done)
	r.Finish, r.finishAt = c.shown(finish, !x.work && !x.point && !x.stand && !x.done)
	if r.Start == r.Finish && r.finishAt < r.startAt { // done before the day opened
		_, r.startAt = c.shown(start, true)
		_, r.finishAt = c.shown(finish, true)
	}
	r.from, r.to = start.t, finish.t
	if x.work {
		r.from, r.to = x.beginning(x.es), x.ending(x.ef)
	}
	if x.fact && !x.done {
		r.from = w.stamp(t.ActualStart, false)
		r.Start, r.startAt = t.ActualStart.Day, float64(t.ActualStart.Min)
		if t.ActualStart.Whole() {
			_, r.startAt = c.shown(moment{r.from, true}, !x.work)
		}
	}
	for _, v := range []float64{x.es, x.ef} {
		if _, part := whole(v); x.work && part > 1-10*blur {
			w.vague = true // the last seconds of a day
		}
	}
	r.duration = x.days(x.ef, true) - x.days(x.es, false)
	r.open, r.some = !x.done, true
	if r.open {
		r.float, r.free = w.room(x, x.late), math.Max(w.room(x, x.free), 0)
		r.Critical = roundHalf(r.float*1000) <= 0
	}
	r.Effort, r.Percent = t.Effort, t.Percent
	sum := data.Minutes(0)
	for _, a := range w.p.Assignments {
		if a.Task == i {
			sum += a.Effort
		}
	}
	if sum > 0 {
		r.Effort = sum
	}
	r.leaves = []int{i}
	return r
}

// days is a place in working days of the task's own calendar.
func (x *thing) days(v float64, over bool) float64 {
	if x.run == x.own {
		return v
	}
	return x.own.pos(x.minute(v, over))
}

// room is how far the latest start lies behind the early one: where that must
// come before a whole day is over, it is the day before.
func (w *walk) room(x *thing, to sup) float64 {
	a, b := x.days(x.es, false), x.days(to.at, to.open)
	d := b - a
	n := math.Round(d)
	w.faint = w.faint || math.Abs(d-n) > tiny && math.Abs(d-n) < 10*blur
	if to.faint || to.open && math.Abs(d-n) < tiny && !x.work && !x.point {
		w.faint = true // in the last second of a shift: a day less, or not
	}
	if to.open && math.Abs(d-n) < tiny && (x.run == x.own || x.breaks(to.at)) {
		return n - 1
	}
	return d
}

// breaks tells whether a little before a moment less is worked than up to it; a
// day is over at midnight, whenever it closes.
func (x *thing) breaks(v float64) bool {
	t := x.minute(v, true)
	if day, minute := split(t); minute == 0 {
		return x.own.days[day-1].length > 0
	}
	return x.own.pos(t-1e-4) < x.own.pos(t)-tiny
}

// shown is the day and the minute of a moment: midnights are the opening and the
// close of a working day, if it is not by the clock alone.
func (s *strip) shown(v moment, clock bool) (data.Date, float64) {
	day, minute := split(v.t)
	if minute == 0 && !v.start {
		day, minute = day-1, dayLong
	}
	shifts := s.days[day].shifts
	d := s.from + data.Date(day)
	switch {
	case clock || len(shifts) == 0:
	case minute == 0:
		minute = float64(shifts[0].From)
	case minute == dayLong:
		minute = float64(shifts[len(shifts)-1].To)
	}
	return d, minute
}

// summaryRow joins the rows of the children.
func (w *walk) summaryRow(i int) (r walkRow) {
	for n, k := range w.kids[i] {
		x := w.row(k)
		if n == 0 || x.Start < r.Start || x.Start == r.Start && x.startAt < r.startAt {
			r.Start, r.startAt = x.Start, x.startAt
		}
		if n == 0 || x.Finish > r.Finish || x.Finish == r.Finish && x.finishAt > r.finishAt {
			r.Finish, r.finishAt = x.Finish, x.finishAt
		}
		if n == 0 {
			r.from, r.to = x.from, x.to
		}
		r.from, r.to = math.Min(r.from, x.from), math.Max(r.to, x.to)
		if x.open && !r.open {
			r.float, r.free = x.float, x.free
		}
		if x.open {
			r.float, r.free, r.open = math.Min(r.float, x.float), math.Min(r.free, x.free), true
			r.Critical = r.Critical || x.Critical
		}
		r.leaves = append(r.leaves, x.leaves...)
	}
	r.duration = w.cal(i).pos(r.to) - w.cal(i).pos(r.from)
	r.Summary = true
	w.progress(&r)
	return r
}

// progress is the per cent of a summary: by effort, else by duration, else by
// number; all of it only when everything is done.
func (w *walk) progress(r *walkRow) {
	var effort, done, days, daysDone, n, percent int64
	for _, k := range r.leaves {
		x := w.leafRow(k)
		p, d := int64(x.Percent), int64(roundHalf(x.duration*1000))
		effort, done = effort+int64(x.Effort), done+int64(x.Effort)*p
		days, daysDone = days+d, daysDone+d*p
		n, percent = n+1, percent+p
	}
	part, all := percent, n
	if days > 0 {
		part, all = daysDone, days
	}
	if effort > 0 {
		part, all = done, effort
	}
	r.Effort, r.Percent = data.Minutes(effort), int(math.Floor(float64(part)/float64(all)+0.5))
	if r.Percent == 100 && part < 100*all {
		r.Percent = 99
	}
}

// complain lists the limits and sites that the dates have missed.
func (w *walk) complain() {
	for i := range w.things {
		t, x := &w.p.Tasks[i], &w.things[i]
		if !w.leaf(i) || x.fact || x.stand {
			continue
		}
		r := w.row(i)
		if t.Constraint == data.NotLater && past(r.Finish, r.FinishAt, t) || t.Constraint == data.StartNotLater && past(r.Start, r.StartAt, t) {
			w.problem(NotLaterMissed, i, None)
		}
		if t.Site > 0 {
			w.away(i, t, &r)
		}
	}
}

func past(d data.Date, at data.Minutes, t *Task) bool {
	return d > t.On || d == t.On && t.At > 0 && at > t.At
}

// away lists what a task at a site lacks.
func (w *walk) away(i int, t *Task, r *walkRow) {
	last, travels := data.Date(0), 0
	var home []int
	for _, a := range w.p.Assignments {
		if a.Task != i {
			continue
		}
		there := false
		for _, x := range w.p.Resources[a.Resource].Trips {
			if x.Site == t.Site && x.From <= r.Finish && r.Start <= x.To {
				there, last = true, max(last, x.To)
			}
		}
		if there {
			travels++
		} else {
			home = append(home, a.Resource)
		}
	}
	if travels+len(home) == 0 {
		return
	}
	if travels == 0 {
		w.problem(NoTrip, i, None)
		return
	}
	for d := last + 1; d <= r.Finish; d++ {
		if w.cal(i).works(d) {
			w.problem(OutsideTrip, i, None)
			break
		}
	}
	for _, p := range home {
		w.problems = append(w.problems, Problem{Code: StaysHome, Task: i, Link: None, Resource: p})
	}
}
