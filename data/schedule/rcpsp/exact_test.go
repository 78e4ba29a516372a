package rcpsp

import (
	"math/rand"
	"testing"
)

// exact finds the best score of a small project by slow references.
type exact struct {
	p     *Project
	order []int
	early []int
	s, f  []int
	left  [][]int // by resource and slot
	best  Score
}

// longest is a slot that no plan of these tests needs.
const longest = 300

func newExact(p *Project) *exact {
	n := len(p.Activities)
	e := &exact{p: p, order: topological(p), s: make([]int, n), f: make([]int, n), best: Score{Unplaced: 1}}
	for k := range p.Resources {
		row := make([]int, longest)
		for t := range row {
			row[t] = slowCapacity(&p.Resources[k], t)
		}
		e.left = append(e.left, row)
	}
	for _, i := range e.order {
		slowEarly(p, i, e.s, e.f)
	}
	e.early = append(e.early, e.s...)
	return e
}

// cost is the score when one more activity starts at t.
func (e *exact) cost(so Score, i, t int) Score {
	a := &e.p.Activities[i]
	f := slowFinish(a, t)
	so.Makespan = max(so.Makespan, f)
	so.Shift += t - e.early[i]
	if a.Weight > 0 {
		so.Lateness += a.Weight * max(0, f-a.Deadline)
	}
	return so
}

// starts tries every start of every activity, in topological order, and cuts only
// what is already no better than the best plan found. It needs a project without
// deadlines, or it would try starts without end.
func (e *exact) starts(k int, so Score) {
	if k == len(e.order) {
		e.best = so
		return
	}
	i := e.order[k]
	a := &e.p.Activities[i]
	for t := slowEarly(e.p, i, e.s, e.f); ; t++ {
		next := e.cost(so, i, t)
		if next.Compare(e.best) >= 0 {
			return
		}
		if a.Duration > 0 && !worksIn(a.Calendar, t) {
			continue
		}
		f := slowFinish(a, t)
		if e.change(a, t, f, -1) {
			e.s[i], e.f[i] = t, f
			e.starts(k+1, next)
		}
		e.change(a, t, f, 1)
	}
}

// lists tries every order of the activities, each of which then starts as early
// as it can. One of these plans is the best in all that only grows with the dates.
// Source: Sprecher, Kolisch, Drexl, "Semi-active, active, and non-delay schedules
// for the resource-constrained project scheduling problem", 1995.
func (e *exact) lists(done []bool, so Score) {
	all := true
	for i := range done {
		if done[i] || !e.ready(i, done) {
			continue
		}
		all = false
		a := &e.p.Activities[i]
		t := slowEarly(e.p, i, e.s, e.f)
		for !(a.Duration == 0 || worksIn(a.Calendar, t)) || !e.change(a, t, slowFinish(a, t), -1) {
			if a.Duration == 0 || worksIn(a.Calendar, t) {
				e.change(a, t, slowFinish(a, t), 1)
			}
			t++
		}
		done[i], e.s[i], e.f[i] = true, t, slowFinish(a, t)
		e.lists(done, e.cost(so, i, t))
		e.change(a, t, slowFinish(a, t), 1)
		done[i] = false
	}
	if all && so.Compare(e.best) < 0 {
		e.best = so
	}
}

func (e *exact) ready(i int, done []bool) bool {
	for _, l := range e.p.Links {
		if l.Succ == i && !done[l.Pred] {
			return false
		}
	}
	return true
}

// change takes the resources or gives them back, and says if nothing is short.
func (e *exact) change(a *Activity, s, f, sign int) bool {
	enough := true
	for t := s; t < f; t++ {
		for _, d := range a.Demands {
			if worksIn(a.Calendar, t) {
				e.left[d.Resource][t] += sign * d.Units
				enough = enough && e.left[d.Resource][t] >= 0
			}
		}
	}
	return enough
}

// tiny makes a project of at most n activities, with links that ask none to begin
// before its predecessor, so that serial plans contain an optimal one.
func tiny(r *rand.Rand, n int, calendars, deadlines bool) *Project {
	p := &Project{Activities: make([]Activity, 2+r.Intn(n-1))}
	for range 1 + r.Intn(2) {
		res := Resource{Capacity: 2 + r.Intn(2)}
		sometimes(r, 2, func() {
			from := r.Intn(8)
			res.Overrides = []Override{{from, from + 1 + r.Intn(4), r.Intn(2)}}
		})
		p.Resources = append(p.Resources, res)
	}
	for i := range p.Activities {
		a := &p.Activities[i]
		a.Duration = r.Intn(5)
		sometimes(r, 5, func() { a.Release = r.Intn(6) })
		if deadlines {
			sometimes(r, 2, func() { a.Deadline, a.Weight = 3+r.Intn(9), 1+r.Intn(3) })
		}
		if calendars {
			sometimes(r, 2, func() { a.Calendar = weekly(r) })
		}
		for range 1 + r.Intn(2) {
			a.Demands = append(a.Demands, Demand{r.Intn(len(p.Resources)), 1})
		}
		sometimes(r, 2, func() {
			if i > 0 {
				p.Links = append(p.Links, Link{r.Intn(i), i, Type(r.Intn(2)), max(0, r.Intn(5)-2)})
			}
		})
	}
	return p
}

// Trying every start of every activity finds nothing better: makespan first, then
// shift.
func TestTinyProjectsAreOptimal(t *testing.T) {
	r := rand.New(rand.NewSource(6))
	for k := range 200 {
		p := tiny(r, 5, k%2 == 1, false)
		got := solve(t, p, Options{Seed: 1, Tries: 1500})
		feasible(t, p, got)
		e := newExact(p)
		e.starts(0, Score{})
		if got.Score != e.best {
			t.Errorf("%d: %+v, the best is %+v\n%+v", k, got.Score, e.best, p)
		}
	}
}

// Trying every order finds nothing better: lateness first, then makespan, then
// shift.
func TestTinyDeadlinesAreOptimal(t *testing.T) {
	r := rand.New(rand.NewSource(8))
	late := 0
	for k := range 100 {
		p := tiny(r, 7, k%2 == 1, true)
		got := solve(t, p, Options{Seed: 1, Tries: 3000})
		feasible(t, p, got)
		e := newExact(p)
		e.lists(make([]bool, len(p.Activities)), Score{})
		if got.Score != e.best {
			t.Errorf("%d: %+v, the best is %+v\n%+v", k, got.Score, e.best, p)
		}
		late += min(1, got.Score.Lateness)
	}
	if late < 20 {
		t.Errorf("only %d projects are late", late)
	}
}

// bound is the longest path and, of each resource, the work through the capacity.
func bound(p *Project) int {
	free := *p
	free.Activities = append([]Activity(nil), p.Activities...)
	work := make([]int, len(p.Resources))
	for i, a := range p.Activities {
		free.Activities[i].Demands = nil
		for _, d := range a.Demands {
			work[d.Resource] += d.Units * a.Duration
		}
	}
	s, f := make([]int, len(p.Activities)), make([]int, len(p.Activities))
	out := 0
	for _, i := range topological(p) {
		slowEarly(&free, i, s, f)
		out = max(out, f[i])
	}
	for k, w := range work {
		out = max(out, (w+p.Resources[k].Capacity-1)/p.Resources[k].Capacity)
	}
	return out
}

// Plans keep the lower bounds, meet them where resources are plenty, and gain on
// the plan of a rule where they are scarce.
func TestBounds(t *testing.T) {
	r := rand.New(rand.NewSource(7))
	for _, rs := range []float64{0.2, 0.5, 1} {
		first, last, least := 0, 0, 0
		for range 12 {
			p := progen(r, 30, 1.8, 0.75, rs)
			one, err := Serial(p, LatestFinish)
			if err != nil {
				t.Fatal(err)
			}
			got := solve(t, p, Options{Tries: 1000})
			feasible(t, p, got)
			b := bound(p)
			if got.Score.Makespan < b {
				t.Fatalf("makespan %d below the bound %d", got.Score.Makespan, b)
			}
			first, last, least = first+one.Score.Makespan, last+got.Score.Makespan, least+b
		}
		switch {
		case rs == 1 && last != least:
			t.Errorf("%d with all the resources it takes, the bound is %d", last, least)
		case rs == 0.2 && last*100 > first*95:
			t.Errorf("%d with scarce resources, %d by the rule", last, first)
		}
	}
}
