package rcpsp

import (
	"math"
	"slices"
)

// profile is what is left of the resources while a plan is being built. There
// are two: grid, a table of slots, and runs, stretches of equal capacity. Both give
// the same answers; either may lie behind live.
type profile interface {
	// reset takes back everything but what is pinned.
	reset()
	// fit is the first start from slot t on at which activity i finds its resources
	// and finishes before the horizon, or None.
	fit(i, t int) int
	// fitBack is the last such start from t down to floor, or None.
	fitBack(i, t, floor int) int
	// take gives the resources to activity i from slot s on.
	take(i, s int)
}

// offer is the capacity of a resource over time.
func offer(r *Resource, horizon int) steps {
	s := level(r.Capacity)
	all := slices.Clone(r.Overrides)
	slices.SortStableFunc(all, func(a, b Override) int { return b.Capacity - a.Capacity })
	for _, o := range all {
		s.set(max(0, o.From), min(horizon, o.To), clamp(o.Capacity))
	}
	return s
}

// offers is what the resources have for the activities that move: their capacity
// less what is pinned. Where pinned activities need more than there is, the first
// slot is named.
func (m *model) offers(p *Project) []steps {
	out := make([]steps, len(p.Resources))
	for r := range p.Resources {
		out[r] = offer(&p.Resources[r], m.horizon)
	}
	var borders []int32
	var scratch steps
	for i := range m.needs {
		if !m.pinned[i] || len(m.needs[i]) == 0 {
			continue
		}
		borders = m.stretches(borders[:0], i, m.early.start[i])
		for _, d := range m.needs[i] {
			s := &out[d.Resource]
			s.lowerAll(borders, int32(d.Units), &scratch)
			s.saturate()
		}
	}
	for r := range out {
		m.overload(r, &out[r])
	}
	return out
}

// saturate keeps sums of what is taken too much from overflowing.
func (s *steps) saturate() {
	for k, v := range s.left {
		s.left[k] = max(v, math.MinInt32+maxNumber)
	}
}

// overload reports the first slot in which the pinned alone take too much, and
// leaves nothing wherever they do.
func (m *model) overload(r int, s *steps) {
	told := false
	var out steps
	for k, v := range s.left {
		if v < 0 && !told {
			told = true
			m.problems = append(m.problems, Problem{PinnedOverload, None, r, None, int(s.at[k])})
		}
		out.push(s.at[k], max(0, v))
	}
	*s = out
}
