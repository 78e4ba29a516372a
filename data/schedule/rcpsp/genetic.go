package rcpsp

import "slices"

// The pool, tuned on PSPLIB j30 and j120 within 100 ms.
const (
	poolMost = 40
	patience = 15   // generations without a better plan before a new pool
	stray    = 0.03 // of the activities of a new list, and one more, move at random,
	strayFar = 10   // by so many places
	loosened = 0.3  // of the list is how far activities move in a first list

	poolCells = 1 << 20 // of the whole pool, so that large projects keep few plans
)

// member is a plan in the pool: its starts and the list that leads to it.
type member struct {
	list  []int32
	start []int
	score Score
}

// run searches until the options end it: first the plans of all priority rules,
// then a pool of varied plans that are crossed with each other. A pool in which
// nothing gets better is given up for a new one.
// Source: Hartmann, "A competitive genetic algorithm for resource-constrained
// project scheduling", Naval Research Logistics 45, 1998, for the pool; Debels,
// Vanhoucke, "A bi-population based genetic algorithm for the RCPSP", 2005, for
// the busiest window.
func (s *search) run() {
	for _, r := range Rules() {
		s.add(slices.Clone(s.p.ruled(r)))
		if s.ended {
			return
		}
	}
	for round := 1; ; round++ {
		for len(s.pool) < s.size && !s.ended {
			s.add(s.sample(round))
		}
		s.evolve()
		if s.ended {
			return
		}
		s.spare = append(s.spare, s.pool...)
		s.pool = s.pool[:0]
	}
}

// evolve makes generations until the best of the pool stays the same for long.
func (s *search) evolve() {
	for idle := 0; idle < patience && !s.ended; idle++ {
		s.trim()
		top := s.pool[0].score
		for range s.size / 2 {
			a, b := s.parent(), s.parent()
			s.add(s.cross(a, b))
			s.add(s.cross(b, a))
			if s.ended {
				return
			}
		}
		s.trim()
		if s.pool[0].score.Compare(top) < 0 {
			idle = 0
		}
	}
}

// trim keeps the best of the pool, in order, one for each score: equal scores are
// nearly always equal plans.
func (s *search) trim() {
	slices.SortStableFunc(s.pool, func(a, b member) int { return a.score.Compare(b.score) })
	keep := s.pool[:1]
	for _, m := range s.pool[1:] {
		if len(keep) < s.size && m.score != keep[len(keep)-1].score {
			keep = append(keep, m)
		} else {
			s.spare = append(s.spare, m)
		}
	}
	s.pool, s.alive = keep, len(keep)
}

// parent picks a member, a good one more often.
func (s *search) parent() *member {
	n := s.alive
	return &s.pool[min(s.rnd.below(n), s.rnd.below(n))]
}

// add makes a plan from a list, lets it swing to the right and back, and puts the
// better of the two into the pool.
func (s *search) add(list []int32) {
	if s.ended {
		return
	}
	m := s.fresh()
	m.score = s.forward(list)
	copy(m.start, s.p.now.start)
	if !s.ended {
		s.backward()
	}
	if !s.ended {
		if c := s.forward(s.p.byStart(s.p.back)); c.Compare(m.score) <= 0 {
			m.score = c
			copy(m.start, s.p.now.start)
		}
	}
	copy(m.list, s.p.byStart(m.start))
	s.pool = append(s.pool, m)
}

// fresh is a member to be filled.
func (s *search) fresh() member {
	if n := len(s.spare); n > 0 {
		m := s.spare[n-1]
		s.spare = s.spare[:n-1]
		return m
	}
	n := s.p.m.n
	return member{list: make([]int32, n), start: make([]int, n)}
}

// sample is the list of a priority rule with every activity moved a little, and
// more in later pools.
func (s *search) sample(round int) []int32 {
	n := s.p.m.n
	spread := 1 + 4*(3+int(loosened*float64(n*round)))
	for k, i := range s.p.ruled(Rule(s.rnd.below(3))) {
		s.keys[i] = 4*k + s.rnd.below(spread)
	}
	return s.p.byStart(s.keys)
}

// cross makes a list of two parents: the activities in the busiest window of the
// first stay together as they are, the others come in the order of the second.
func (s *search) cross(a, b *member) []int32 {
	n := s.p.m.n
	from, to := s.busiest(a)
	for k, i := range b.list {
		switch {
		case k < from:
			k -= n
		case k >= to:
			k += n
		}
		s.keys[i] = 4 * k
	}
	for k := from; k < to; k++ {
		s.keys[a.list[k]] = 4 * k
	}
	chance := stray + 1/float64(n)
	for i := range s.keys {
		if s.rnd.share() < chance {
			s.keys[i] += 4*(s.rnd.below(2*strayFar+1)-strayFar) + 2
		}
	}
	return s.p.byStart(s.keys)
}

// busiest is a part of a list, of random length, in which the resources are used
// most for the time it takes.
func (s *search) busiest(m *member) (from, to int) {
	n := len(m.list)
	l := n/4 + s.rnd.below(n/2+1)
	if l == 0 {
		return 0, n
	}
	sum, most := 0, -1.0
	for k, i := range m.list {
		sum += s.work[i]
		if k < l-1 {
			continue
		}
		first := m.list[k-l+1]
		if v := float64(sum) / float64(m.start[i]-m.start[first]+1); v > most {
			most, from = v, k-l+1
		}
		sum -= s.work[first]
	}
	return from, from + l
}
