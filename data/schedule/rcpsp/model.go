package rcpsp

import "slices"

// model is a project made ready for many passes: what passes read is in flat
// slices, links are adjacency lists in a topological order, demands are merged,
// precedence dates are known.
type model struct {
	work
	n        int
	lags     []*Calendar // of the lags to each activity
	release  []int
	pinned   []bool
	deadline []int
	weight   []int
	class    []int // 0 for the highest priority, then 1, ...
	classes  int
	needs    [][]Demand // what is really taken, one entry a resource
	capacity []int      // the most each resource ever has
	preds    lists
	succs    lists
	order    []int32 // topological
	early    dates
	late     dates
	span     int // early finish of the whole
	problems []Problem
}

// dates are the start and the finish (exclusive) of each activity.
type dates struct{ start, finish []int }

func newDates(n int) dates { return dates{make([]int, n), make([]int, n)} }

func (d dates) copyFrom(o dates) { copy(d.start, o.start); copy(d.finish, o.finish) }

// newModel checks the project and makes it ready. The project is not kept.
func newModel(p *Project) (*model, error) {
	if err := p.check(); err != nil {
		return nil, err
	}
	m := &model{n: len(p.Activities), work: work{horizon: p.Horizon}}
	if m.horizon == 0 {
		m.horizon = DefaultHorizon
	}
	m.unfold(p.Activities)
	m.link(p.Links)
	if err := m.sort(); err != nil {
		return nil, err
	}
	m.demand(p)
	m.forwardDates(p.Activities)
	m.backwardDates()
	return m, nil
}

// unfold copies what passes need of the activities.
func (m *model) unfold(acts []Activity) {
	m.dur, m.release = make([]int, m.n), make([]int, m.n)
	m.deadline, m.weight = make([]int, m.n), make([]int, m.n)
	m.cal, m.lags = make([]*Calendar, m.n), make([]*Calendar, m.n)
	m.pinned = make([]bool, m.n)
	for i := range acts {
		a := &acts[i]
		m.dur[i], m.release[i], m.pinned[i] = a.Duration, max(0, a.Release), a.Pinned
		m.deadline[i], m.weight[i], m.lags[i] = a.Deadline, a.Weight, a.Calendar
		if a.Duration > 0 {
			m.cal[i] = a.Calendar
		}
	}
	m.rank(acts)
}

// rank numbers the priorities, the highest first.
func (m *model) rank(acts []Activity) {
	var all []int
	for i := range acts {
		all = append(all, -acts[i].Priority)
	}
	slices.Sort(all)
	all = slices.Compact(all)
	m.class, m.classes = make([]int, m.n), len(all)
	for i := range acts {
		m.class[i], _ = slices.BinarySearch(all, -acts[i].Priority)
	}
}

// demand merges the demands and leaves out what no capacity can ever meet.
func (m *model) demand(p *Project) {
	for _, r := range p.Resources {
		most := r.Capacity
		for _, o := range r.Overrides {
			if o.From < o.To {
				most = max(most, o.Capacity)
			}
		}
		m.capacity = append(m.capacity, most)
	}
	m.needs = make([][]Demand, m.n)
	for i := range p.Activities {
		if m.dur[i] == 0 {
			continue
		}
		for _, d := range merge(p.Activities[i].Demands) {
			if d.Units > m.capacity[d.Resource] && !m.pinned[i] {
				m.complain(Overdemand, i, d.Resource)
				continue
			}
			m.needs[i] = append(m.needs[i], d)
		}
	}
}

// merge adds up the demands for the same resource and drops empty ones.
func merge(in []Demand) []Demand {
	var out []Demand
	for _, d := range in {
		k := slices.IndexFunc(out, func(o Demand) bool { return o.Resource == d.Resource })
		switch {
		case d.Units == 0:
		case k < 0:
			out = append(out, d)
		default:
			out[k].Units += d.Units
		}
	}
	return out
}

func (m *model) complain(c Code, activity, resource int) {
	p := problem(c)
	p.Activity, p.Resource = activity, resource
	m.problems = append(m.problems, p)
}

// loose places an activity without regard to resources. One whose calendar ends
// runs on all slots.
func (m *model) loose(i, from int) (start, finish int) {
	s := m.snap(i, from)
	if f := m.finish(i, s); f < never {
		return s, f
	}
	return from, from + m.dur[i]
}

// stand is where a pinned activity stands.
func (m *model) stand(i, start int) (s, finish int) {
	if f := m.finish(i, start); f < never {
		return start, f
	}
	return start, start + m.dur[i]
}
