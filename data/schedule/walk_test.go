package schedule

import (
	"math"

	"portfel/data"
	"portfel/data/workday"
)

// walk schedules a plan from the definitions, with all that a plan may hold: a
// date is the earliest at which every condition holds, a late date the latest,
// found by halving. It knows no ticks, gates, edges, orders or passes.
type walk struct {
	p        *Plan
	strips   map[*workday.Calendar]*strip
	used     []*workday.Calendar
	own      []*strip // by calendar
	every    *strip   // all days as long as the longest of the plan's week
	kids     [][]int
	things   []thing
	out      [][]int   // links that leave from a leaf or a summary over it
	in       [][]int   // links that lead to it
	end      []float64 // by project: the last finish
	common   float64
	problems []Problem
	vague    bool // something differs by so little that rounding may decide
	faint    bool // the same of late dates only
	late     bool // a late date is looked for
	eve      bool // the evening of a working day is a little before its end
	eveOfLag bool // also where the lag counts
}

// thing is a leaf. Its places are working days on run, or minutes of the clock
// where it has no run.
type thing struct {
	work   bool // on working days; else a point or a stretch of the clock
	point  bool
	fact   bool // begun or finished
	done   bool
	pinned bool // stands where it is put
	must   bool
	stand  bool // manual
	hours  bool // ends by the clock
	own    *strip
	run    *strip
	length float64 // minutes if byMinutes, else days of run or minutes of the clock
	es, ef float64
	side   bool // of a point: the end of what was before
	late   sup  // latest start
	free   sup  // latest start that moves nothing else
	placed bool
	closed bool

	byMinutes bool
}

// sup is a latest moment; open means that the moment itself is too late. Inside
// a day, a little before it may be too little on the calendar of another: faint.
type sup struct {
	at    float64
	open  bool
	faint bool
}

func (a sup) before(b sup) bool {
	if math.Abs(a.at-b.at) < tiny {
		return a.open && !b.open
	}
	return a.at < b.at
}

func earlier(a, b sup) sup {
	if a.before(b) {
		return a
	}
	return b
}

// moment is a minute of the clock with the side of the boundary, if it is one.
type moment struct {
	t     float64
	start bool
}

func (a moment) after(b moment) bool {
	if math.Abs(a.t-b.t) < tiny {
		return a.start && !b.start
	}
	return a.t > b.t
}

const (
	walkBack = 700  // days that the walk may use before the plan's start
	walkDays = 4000 // in all
)

func (w *walk) strip(c *workday.Calendar) *strip {
	from := w.p.Start - walkBack
	s := w.strips[c]
	if s == nil || s.from != from {
		s = newStrip(c, from, walkDays)
		w.strips[c] = s
	}
	return s
}

// walkPlan finds all dates. Strips of earlier plans are used again.
func walkPlan(p *Plan, strips map[*workday.Calendar]*strip) *walk {
	w := &walk{p: p, strips: strips, kids: make([][]int, len(p.Tasks)), things: make([]thing, len(p.Tasks)),
		in: make([][]int, len(p.Tasks)), out: make([][]int, len(p.Tasks))}
	for _, c := range p.Calendars {
		if !c.Endless() { // people who never meet
			w.problem(NoWorkday, None, None)
			c = p.Calendars[0]
		}
		w.used, w.own = append(w.used, c), append(w.own, w.strip(c))
	}
	w.every = w.strip(allDays(p.Calendars[0]))
	for i, t := range p.Tasks {
		if t.Parent != None {
			w.kids[t.Parent] = append(w.kids[t.Parent], i)
		}
	}
	for k, l := range p.Links {
		for _, i := range w.leaves(l.Pred) {
			w.out[i] = append(w.out[i], k)
		}
		for _, i := range w.leaves(l.Succ) {
			w.in[i] = append(w.in[i], k)
		}
	}
	w.solve()
	return w
}

var allDaysOf = map[data.Shifts]*workday.Calendar{}

// allDays is a calendar on which each date is as long as the longest day of a
// week.
func allDays(c *workday.Calendar) *workday.Calendar {
	best := data.Shifts("")
	for _, s := range c.Hours() {
		if s.Minutes() > best.Minutes() {
			best = s
		}
	}
	if allDaysOf[best] == nil {
		allDaysOf[best] = workday.NewHours(workday.Hours{best, best, best, best, best, best, best}, nil, nil)
	}
	return allDaysOf[best]
}

func (w *walk) solve() {
	for i := range w.things {
		if w.leaf(i) {
			w.measure(i)
		} else if c := w.p.Tasks[i].Constraint; c != data.AsSoonAsPossible && c != data.NotEarlier {
			w.problem(SummaryLimit, i, None)
		}
	}
	for i := range w.things {
		if w.leaf(i) {
			w.place(i)
		}
	}
	w.end = make([]float64, max(len(w.p.Projects), 1))
	for i := range w.things {
		if w.leaf(i) {
			x := &w.things[i]
			w.end[w.project(i)] = math.Max(w.end[w.project(i)], x.minute(x.ef, true))
		}
	}
	for _, e := range w.end {
		w.common = math.Max(w.common, e)
	}
	for i := range w.things {
		if w.leaf(i) {
			w.close(i)
		}
	}
}

func (w *walk) problem(c Code, task, link int) {
	w.problems = append(w.problems, Problem{Code: c, Task: task, Link: link})
}

func (w *walk) leaf(i int) bool { return w.kids[i] == nil }

func (w *walk) leaves(i int) []int {
	if w.leaf(i) {
		return []int{i}
	}
	var out []int
	for _, k := range w.kids[i] {
		out = append(out, w.leaves(k)...)
	}
	return out
}

func (w *walk) cal(i int) *strip { return w.own[w.p.Tasks[i].Calendar] }

func (w *walk) project(i int) int {
	if len(w.p.Projects) == 0 {
		return 0
	}
	return w.p.Tasks[i].Project
}

func (w *walk) startOf(i int) data.Date {
	if len(w.p.Projects) == 0 {
		return w.p.Start
	}
	return w.p.Projects[w.p.Tasks[i].Project].Start
}

func (w *walk) statusOf(i int) data.Date {
	if len(w.p.Projects) == 0 {
		return w.p.Status
	}
	return w.p.Projects[w.p.Tasks[i].Project].Status
}

// minute is a place on the clock, as what was before it is over, or as it
// begins.
func (x *thing) minute(v float64, over bool) float64 {
	switch {
	case !x.work:
		return v
	case over:
		return x.run.last(v)
	}
	return x.run.first(v)
}

// ending and beginning are places on the clock: what counts in hours ends and
// begins by it, what counts in days with its days.
func (x *thing) ending(p float64) float64 {
	if x.hours {
		return x.run.closes(p)
	}
	return x.run.last(p)
}

func (x *thing) beginning(p float64) float64 {
	if x.hours {
		return x.run.opens(p)
	}
	return x.run.first(p)
}

// after is the finish of a start, before the start of a finish.
func (x *thing) after(v float64) float64 {
	if x.byMinutes {
		return x.run.add(v, x.length)
	}
	return v + x.length
}

func (x *thing) before(v float64) float64 {
	if x.byMinutes {
		return x.run.add(v, -x.length)
	}
	return v - x.length
}

// measure finds what a leaf is and how long.
func (w *walk) measure(i int) {
	t, x := &w.p.Tasks[i], &w.things[i]
	x.own = w.cal(i)
	span := t.Duration
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
		done = math.Max(x.length-rest, 0)
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
	if w.statusOf(i) > 0 && t.Percent > 0 && !x.point {
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
	p := x.own.pos(x.minute(start, false))
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
