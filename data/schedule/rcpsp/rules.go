package rcpsp

import "math/bits"

// Rule is a way to say which activity goes first.
type Rule uint8

// The priority rules. All break ties by the topological order.
// Source: Kolisch, Hartmann, "Heuristic algorithms for the resource-constrained
// project scheduling problem", 1999, for all but the last two.
const (
	// LatestFinish: the one that must finish first.
	LatestFinish Rule = iota
	// LatestStart: the one that must start first.
	LatestStart
	// LeastSlack: the one with the least float.
	LeastSlack
	// MostSuccessors: the one for which most others wait, directly or not. In very
	// large projects only direct ones count.
	MostSuccessors
	// RankWeight: the greatest duration together with the direct successors.
	RankWeight
	// ResourceLoad: resource use and number of successors, weighted.
	ResourceLoad
	// DeadlineFirst: the one that a deadline, its own or a later one, calls first.
	DeadlineFirst
	// EarliestStart: the one that could start first without limits of resources.
	EarliestStart
	ruleCount
)

// Rules are all the priority rules.
func Rules() []Rule {
	out := make([]Rule, ruleCount)
	for r := range out {
		out[r] = Rule(r)
	}
	return out
}

// keys gives each activity its value by a rule, the smallest going first.
func (m *model) keys(r Rule) []int {
	switch r {
	case LatestFinish:
		return append([]int(nil), m.late.finish...)
	case LatestStart:
		return append([]int(nil), m.late.start...)
	case EarliestStart:
		return append([]int(nil), m.early.start...)
	case MostSuccessors:
		return m.mostSuccessors()
	case DeadlineFirst:
		return m.called()
	}
	out := make([]int, m.n)
	for i := range out {
		switch r {
		case LeastSlack:
			out[i] = m.late.start[i] - m.early.start[i]
		case RankWeight:
			out[i] = -m.rankWeight(i)
		case ResourceLoad:
			out[i] = -m.load(i)
		}
	}
	return out
}

func (m *model) rankWeight(i int) int {
	sum := m.dur[i]
	for _, a := range m.succs.of(i) {
		sum += m.dur[a.other]
	}
	return sum
}

// load weighs the successors with 0.7 and the shares of the resources with 0.3,
// in thousandths.
func (m *model) load(i int) int {
	sum := 700 * len(m.succs.of(i))
	for _, d := range m.needs[i] {
		sum += 300 * d.Units / max(1, m.capacity[d.Resource])
	}
	return sum
}

// transitiveMost is the largest project whose indirect successors are counted: it
// takes a bit for each pair.
const transitiveMost = 4096

func (m *model) mostSuccessors() []int {
	out := make([]int, m.n)
	if m.n > transitiveMost {
		for i := range out {
			out[i] = -len(m.succs.of(i))
		}
		return out
	}
	words := (m.n + 63) / 64
	sets := make([]uint64, words*m.n)
	for k := m.n - 1; k >= 0; k-- {
		i := int(m.order[k])
		own := sets[i*words : (i+1)*words]
		for _, a := range m.succs.of(i) {
			j := int(a.other)
			own[j/64] |= 1 << (j % 64)
			for w, v := range sets[j*words : (j+1)*words] {
				own[w] |= v
			}
		}
		for _, v := range own {
			out[i] -= bits.OnesCount64(v)
		}
	}
	return out
}

// called is the latest start that the deadlines alone ask for. What no deadline
// calls comes after that, by its latest start.
func (m *model) called() []int {
	out := make([]int, m.n)
	far := m.span + 1
	for k := m.n - 1; k >= 0; k-- {
		i := int(m.order[k])
		out[i] = far + max(0, m.late.start[i])
		if m.weight[i] > 0 {
			out[i] = m.lastStart(i, m.deadline[i])
		}
		for _, a := range m.succs.of(i) {
			if j := int(a.other); out[j] < far {
				out[i] = min(out[i], out[j]-m.dur[i])
			}
		}
	}
	return out
}

// ruled is the list of activities by a rule and their priorities.
func (p *planner) ruled(r Rule) []int32 {
	return p.byStart(p.m.keys(r))
}
