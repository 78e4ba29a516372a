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
