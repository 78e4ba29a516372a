package schedule

import "slices"

// sort puts nodes in an order in which each comes after those it waits for.
// Where there is none it leaves out links until there is.
func (s *Solver) sort() {
	n := len(s.node)
	s.waiting = grow(s.waiting, n)
	s.order = grow(s.order, n)[:0]
	for j := range s.node {
		s.waiting[j] = s.inAt[j+1] - s.inAt[j]
		if s.waiting[j] == 0 {
			s.order = append(s.order, int32(j))
		}
	}
	s.release(0)
	if len(s.order) < n {
		s.breakCycles()
	}
}

// release goes on from the nodes of the order that are new.
func (s *Solver) release(done int) {
	for ; done < len(s.order); done++ {
		i := s.order[done]
		for _, j := range s.out[s.outAt[i]:s.outAt[i+1]] {
			if j == None {
				continue
			}
			s.waiting[j]--
			if s.waiting[j] == 0 {
				s.order = append(s.order, j)
			}
		}
	}
}

// cycleWork bounds the search for cycles to name, in steps.
const cycleWork = 5_000_000

// breakCycles names the cycles one by one and leaves out the last link of each.
// A plan that is nothing but cycles loses all links among what is left, so that
// time stays bounded.
func (s *Solver) breakCycles() {
	s.seen = grow(s.seen, len(s.node))
	work, stamp := 0, int32(0)
	for j := int32(0); len(s.order) < len(s.node); {
		for s.waiting[j] == 0 {
			j++
		}
		if work > cycleWork {
			s.dropRest()
			return
		}
		stamp++
		cycle, steps := s.findCycle(j, stamp)
		work += steps
		s.dropOne(cycle)
	}
}

// findCycle walks backwards from a node that waits until it meets itself, and
// gives the edges of the cycle, last first, with the steps it took.
func (s *Solver) findCycle(j, stamp int32) (cycle []int32, steps int) {
	s.path = s.path[:0]
	start := j
	for s.seen[j] != stamp {
		s.seen[j] = stamp
		for k := s.inAt[j]; k < s.inAt[j+1]; k++ {
			steps++
			if e := &s.in[k]; e.mode&dropped == 0 && s.waiting[e.from] > 0 {
				s.path = append(s.path, k)
				j = e.from
				break
			}
		}
	}
	at := 0
	for x := start; x != j; at++ {
		x = s.in[s.path[at]].from
	}
	return s.path[at:], steps + len(s.path)
}

// dropOne leaves out the link of a cycle that was entered last, and says so.
func (s *Solver) dropOne(cycle []int32) {
	worst := cycle[0]
	for _, k := range cycle {
		if s.in[k].link > s.in[worst].link {
			worst = k
		}
	}
	link := int(s.in[worst].link)
	s.result.Problems = append(s.result.Problems, Problem{Code: Cycle, Task: s.plan.Links[link].Succ, Link: link, Tasks: s.named(cycle)})
	s.drop(worst)
}

// named lists the tasks of a cycle, each once, each after the one it waits for;
// gates are their summaries.
func (s *Solver) named(cycle []int32) []int {
	var tasks []int
	for i := len(cycle) - 1; i >= 0; i-- {
		e := &s.in[cycle[i]]
		if e.link == None {
			continue
		}
		l := s.plan.Links[e.link]
		for _, t := range []int{l.Pred, l.Succ} {
			if !slices.Contains(tasks[max(0, len(tasks)-2):], t) {
				tasks = append(tasks, t)
			}
		}
	}
	if n := len(tasks); n > 1 && tasks[n-1] == tasks[0] {
		tasks = tasks[:n-1]
	}
	return tasks
}

// drop leaves out an edge and goes on with what it held up.
func (s *Solver) drop(k int32) {
	s.in[k].mode |= dropped
	i, j := s.in[k].from, s.targetOf(k)
	out := s.out[s.outAt[i]:s.outAt[i+1]]
	out[slices.Index(out, j)] = None
	s.waiting[j]--
	if s.waiting[j] == 0 {
		done := len(s.order)
		s.order = append(s.order, j)
		s.release(done)
	}
}

// targetOf is the node that an edge leads to.
func (s *Solver) targetOf(k int32) int32 {
	j, _ := slices.BinarySearch(s.inAt, k+1)
	return int32(j - 1)
}

// dropRest leaves out every link between nodes that still wait.
func (s *Solver) dropRest() {
	for k := range s.in {
		e := &s.in[k]
		j := s.targetOf(int32(k))
		if e.link == None || e.mode&dropped != 0 || s.waiting[j] == 0 || s.waiting[e.from] == 0 {
			continue
		}
		s.problem(Cycles, s.plan.Links[e.link].Succ, int(e.link))
		s.drop(int32(k))
	}
}
