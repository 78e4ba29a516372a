package schedule

import "portfel/data"

// tree is how tasks lie in each other.
type tree struct {
	parent    []int32 // effective, None at the top
	kids      []int32 // number of children
	depth     []int32
	deep      []int32 // tasks from the top down: a parent before its children
	inGate    []int32 // by summary: the gate that holds its leaves, or None
	outGate   []int32 // by summary: the gate that waits for its leaves, or None
	gates     int32
	pre       []int32      // number in a walk through the tree; filled when summaries have links
	size      []int32      // tasks in the subtree
	notBefore []data.Stamp // the latest "not earlier" of a task and its summaries
	stack     []int32
}

func (t *tree) leaf(i int) bool { return t.kids[i] == 0 }

// readTree finds parents, levels and gates.
func (s *Solver) readTree() {
	n := len(s.plan.Tasks)
	s.parent, s.kids, s.depth = grow(s.parent, n), grow(s.kids, n), grow(s.depth, n)
	for i := range s.plan.Tasks {
		p := s.plan.Tasks[i].Parent
		if p != None && !inside(p, n) {
			s.problem(Orphan, i, None)
			p = None
		}
		s.parent[i] = int32(p)
	}
	for i := range s.parent {
		s.descend(int32(i))
	}
	for _, p := range s.parent {
		if p != None {
			s.kids[p]++
		}
	}
	s.level()
	s.findGates()
}

// descend finds the level of a task, from 1, by way of its parents. Levels of -1
// are on the way; meeting one means that a task lies in itself.
func (s *Solver) descend(i int32) {
	s.stack = s.stack[:0]
	for i != None && s.depth[i] == 0 {
		s.depth[i] = -1
		s.stack = append(s.stack, i)
		i = s.parent[i]
	}
	level := int32(0)
	if i != None {
		level = s.depth[i]
	}
	if level == -1 {
		last := s.stack[len(s.stack)-1]
		s.problem(ParentLoop, int(last), None)
		s.parent[last], level = None, 0
	}
	for k := len(s.stack) - 1; k >= 0; k-- {
		level++
		s.depth[s.stack[k]] = level
	}
}

// level sorts tasks by their level, keeping their order.
func (s *Solver) level() {
	n := len(s.parent)
	s.deep = grow(s.deep, n)
	deepest := int32(0)
	for _, d := range s.depth {
		deepest = max(deepest, d)
	}
	first := grow(s.stack, int(deepest)+2)
	for _, d := range s.depth {
		first[d+1]++
	}
	for d := 1; d < len(first); d++ {
		first[d] += first[d-1]
	}
	for i, d := range s.depth {
		s.deep[first[d]] = int32(i)
		first[d]++
	}
	s.stack = first
}

// findGates sees which summaries need a gate: those with links, and the
// summaries in them. On the way down it hands "not earlier" on.
func (s *Solver) findGates() {
	n := len(s.parent)
	s.notBefore = grow(s.notBefore, n)
	s.inGate, s.outGate, s.gates = grow(s.inGate, n), grow(s.outGate, n), 0
	linked := false
	for i := range s.plan.Links {
		l := &s.plan.Links[i]
		if inside(l.Pred, n) && !s.leaf(l.Pred) {
			s.outGate[l.Pred], linked = 1, true
		}
		if inside(l.Succ, n) && !s.leaf(l.Succ) {
			s.inGate[l.Succ], linked = 1, true
		}
	}
	for _, i := range s.deep {
		if p := s.parent[i]; p != None && !s.leaf(int(i)) {
			s.inGate[i] |= s.inGate[p]
			s.outGate[i] |= s.outGate[p]
		}
		s.limit(int(i))
	}
	for i := range s.inGate {
		s.inGate[i] = s.newGate(s.inGate[i])
		s.outGate[i] = s.newGate(s.outGate[i])
	}
	if linked {
		s.walk()
	}
}

func (s *Solver) newGate(wanted int32) int32 {
	if wanted == 0 {
		return None
	}
	s.gates++
	return int32(len(s.parent)) + s.gates - 1
}

// limit finds from which day on a task may start. Of a summary's constraints
// only "not earlier" means something: it holds all its leaves.
func (s *Solver) limit(i int) {
	if p := s.parent[i]; p != None {
		s.notBefore[i] = s.notBefore[p]
	}
	t := &s.plan.Tasks[i]
	switch {
	case t.Constraint == data.AsSoonAsPossible || t.Constraint != data.AsLateAsPossible && t.On <= 0:
	case t.Constraint == data.NotEarlier:
		s.notBefore[i] = later(s.notBefore[i], data.Stamp{Day: t.On, Min: int(t.At)})
	case !s.leaf(i):
		s.problem(SummaryLimit, i, None)
	}
}

func later(a, b data.Stamp) data.Stamp {
	if a.Day > b.Day || a.Day == b.Day && a.Min > b.Min {
		return a
	}
	return b
}

// walk numbers tasks so that a subtree is a range: pre to pre+size-1.
func (s *Solver) walk() {
	n := len(s.parent)
	s.pre, s.size = grow(s.pre, n), grow(s.size, n)
	for k := n - 1; k >= 0; k-- {
		i := s.deep[k]
		s.size[i]++
		if p := s.parent[i]; p != None {
			s.size[p] += s.size[i]
		}
	}
	next := grow(s.stack, n+1) // by parent+1: where its next child begins
	for _, i := range s.deep {
		p := s.parent[i]
		s.pre[i] = next[p+1]
		next[p+1] += s.size[i]
		next[i+1] = s.pre[i] + 1
	}
	s.stack = next
}

// within tells whether a task lies in a summary or is it.
func (s *Solver) within(task, summary int) bool {
	return s.pre[task] >= s.pre[summary] && s.pre[task] < s.pre[summary]+s.size[summary]
}
