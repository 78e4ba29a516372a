package rcpsp

import (
	"cmp"
	"slices"
)

// search looks for the best plan.
type search struct {
	p     *planner
	links []Link
	rnd   random
	tries int
	most  int
	stop  func() bool
	ended bool
	best  best
	size  int // of the pool
	alive int // of the pool: may be parents
	pool  []member
	spare []member
	keys  []int // of the list being made
	work  []int // what each activity takes of all resources
}

// best is the best plan so far.
type best struct {
	known bool
	score Score
	dates dates
	fails []int32
}

func newSearch(p *Project, o Options) (*search, error) {
	pl, err := prepare(p)
	if err != nil {
		return nil, err
	}
	if o.Tries <= 0 && o.Stop == nil {
		o.Tries = DefaultTries
	}
	n := pl.m.n
	return &search{
		p: pl, links: p.Links, rnd: random(o.Seed), most: o.Tries, stop: o.Stop,
		best: best{dates: newDates(n)},
		size: max(8, min(poolMost, poolCells/(n+1))),
		keys: make([]int, n), work: pl.m.workload(),
	}, nil
}

// workload is the part of all resources that each activity takes, times its
// duration, in thousandths.
func (m *model) workload() []int {
	out := make([]int, m.n)
	for i := range out {
		for _, d := range m.needs[i] {
			out[i] += 1000 * d.Units / max(1, m.capacity[d.Resource])
		}
		out[i] *= m.dur[i]
	}
	return out
}

// tried counts a plan and says when to end: the options want it, or nothing can
// be better because all stand at their precedence dates.
func (s *search) tried() {
	s.tries++
	b := &s.best
	s.ended = s.most > 0 && s.tries >= s.most ||
		b.score.Shift == 0 && b.score.Unplaced == 0 ||
		s.stop != nil && s.stop()
}

// forward makes a plan from a list and remembers it if it is the best.
func (s *search) forward(list []int32) Score {
	s.p.forward(list)
	if b := &s.best; !b.known || s.p.score.Compare(b.score) < 0 {
		b.known, b.score = true, s.p.score
		b.dates.copyFrom(s.p.now)
		b.fails = append(b.fails[:0], s.p.fails...)
	}
	s.tried()
	return s.p.score
}

// backward moves the plan just made to the right.
func (s *search) backward() {
	s.p.backward()
	s.tried()
}

// result is the best plan in the caller's terms.
func (s *search) result() *Result {
	m := s.p.m
	r := &Result{
		Start: s.best.dates.start, Finish: s.best.dates.finish,
		Score: s.best.score, Tries: s.tries, Problems: m.problems,
	}
	for _, i := range s.best.fails {
		p := problem(m.why(int(i), r.Start[i]))
		p.Activity, p.Slot = int(i), r.Start[i]
		r.Problems = append(r.Problems, p)
	}
	for k, l := range s.links {
		if t := m.asked(l, s.best.dates); m.pinned[l.Succ] && t > r.Start[l.Succ] {
			p := problem(PinnedLink)
			p.Activity, p.Link, p.Slot = l.Succ, k, t
			r.Problems = append(r.Problems, p)
		}
	}
	slices.SortStableFunc(r.Problems, func(a, b Problem) int { return cmp.Compare(a.Activity, b.Activity) })
	return r
}

// why says why an activity was not placed from its precedence date on.
func (m *model) why(i, from int) Code {
	switch f := m.finish(i, m.snap(i, from)); {
	case f >= never:
		return NoWork
	case f > m.horizon:
		return Beyond
	}
	return NoRoom
}

// asked is the earliest start of its successor that a link allows.
func (m *model) asked(l Link, d dates) int {
	a := m.arc(l)
	return m.lower(l.Succ, &a, d.start[l.Pred], d.finish[l.Pred])
}
