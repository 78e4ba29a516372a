package schedule

import (
	"slices"

	"portfel/data"
)

// Change is what a task becomes.
type Change struct {
	Task int
	To   Task
}

// Edit changes tasks of the plan solved last, recomputes only what they can
// reach, and gives the tasks whose rows differ from before, in order; the list
// is good until the next call. The result equals that of solving the changed
// plan anew. Where the shape of the plan changes (parents, projects, limits of
// summaries), a task is to be as late as possible or a start follows from the
// dates of tasks, it does solve anew. The
// plan must not have been changed by others since.
func (s *Solver) Edit(changes ...Change) []int {
	whole := s.anyLate || s.noStart
	for _, c := range changes {
		whole = whole || s.reshapes(c)
		s.plan.Tasks[c.Task] = c.To
	}
	if whole {
		return s.solveAnew()
	}
	s.prepareEdits()
	for _, c := range changes {
		s.reweigh(c.Task)
		s.ahead.set(s.rank[c.Task])
	}
	s.editForward()
	s.editBackward()
	return s.editRows()
}

// Try tells what a change would do without keeping it: see is called with the
// tasks that would move while the result shows them, then everything is as
// before.
func (s *Solver) Try(see func(moved []int, r *Result), changes ...Change) {
	back := make([]Change, 0, len(changes))
	for i := len(changes) - 1; i >= 0; i-- {
		back = append(back, Change{changes[i].Task, s.plan.Tasks[changes[i].Task]})
	}
	see(s.Edit(changes...), &s.result)
	s.Edit(back...)
}

// edits is what recomputing a part of a plan needs; it is made when first asked
// for.
type edits struct {
	ready   bool
	anyLate bool
	noStart bool    // a start follows from the dates of tasks
	rank    []int32 // by node: its place in the order
	leads   []int32 // edges by source, as indexes in graph.in
	leadsAt []int32
	edgeTo  []int32 // by edge of graph.in: where it leads
	wasEnds []bounds
	kid     []int32 // children by parent+1
	kidAt   []int32
	ahead   set // ranks to recompute forward
	behind  set // ranks to recompute backward
	fresh   set // tasks whose early dates were computed
	shown   set // tasks whose rows are to be made
	parents set // summaries whose rows are to be made, by place in tree.deep
	deepAt  []int32
	old     []Row
	moved   []int
}

// reshapes tells whether a change needs more than its task.
func (s *Solver) reshapes(c Change) bool {
	was := &s.plan.Tasks[c.Task]
	return c.To.Parent != was.Parent || c.To.Project != was.Project || !s.leaf(c.Task) || c.To.Constraint == data.AsLateAsPossible ||
		c.To.Site != was.Site
}

// solveAnew solves the whole plan and compares.
func (s *Solver) solveAnew() []int {
	s.old = append(s.old[:0], s.result.Rows...)
	s.Solve(s.plan)
	s.moved = s.moved[:0]
	for i := range s.result.Rows {
		if s.result.Rows[i] != s.old[i] {
			s.moved = append(s.moved, i)
		}
	}
	return s.moved
}

// prepareEdits makes the lists that lead from a task to what it reaches.
func (s *Solver) prepareEdits() {
	n, tasks := len(s.node), len(s.parent)
	if !s.ready {
		s.rank, s.deepAt = grow(s.rank, n), grow(s.deepAt, tasks)
		for r, j := range s.order {
			s.rank[j] = int32(r)
		}
		for r, i := range s.deep {
			s.deepAt[i] = int32(r)
		}
		s.listLeads()
		s.listKids()
		s.ready = true
	}
	s.ahead.clear(n)
	s.behind.clear(n)
	s.fresh.clear(tasks)
	s.shown.clear(tasks)
	s.parents.clear(tasks)
}

func (s *Solver) listLeads() {
	s.leadsAt = grow(s.leadsAt, len(s.node)+1)
	s.edgeTo, s.leads = grow(s.edgeTo, len(s.in)), grow(s.leads, len(s.in))
	for k := range s.in {
		s.leadsAt[s.in[k].from]++
	}
	total(s.leadsAt)
	for j := len(s.node) - 1; j >= 0; j-- {
		for k := s.inAt[j+1] - 1; k >= s.inAt[j]; k-- {
			i := s.in[k].from
			s.leadsAt[i]--
			s.leads[s.leadsAt[i]] = k
			s.edgeTo[k] = int32(j)
		}
	}
}

func (s *Solver) listKids() {
	n := len(s.parent)
	s.kidAt, s.kid = grow(s.kidAt, n+2), grow(s.kid, n)
	for _, p := range s.parent {
		s.kidAt[p+1]++
	}
	total(s.kidAt)
	for i := n - 1; i >= 0; i-- {
		p := s.parent[i] + 1
		s.kidAt[p]--
		s.kid[s.kidAt[p]] = int32(i)
	}
}

// reweigh adds up the effort of one task again.
func (s *Solver) reweigh(task int) {
	own := bounded(s.plan.Tasks[task].Effort)
	if s.shares[task] == 0 {
		s.effort[task] = own
		return
	}
	s.effort[task], s.days[task] = 0, 0
	for i := range s.plan.Assignments {
		if a := &s.plan.Assignments[i]; a.Task == task && inside(a.Resource, len(s.plan.Resources)) {
			s.effort[task] += bounded(a.Effort)
		}
	}
	for i := range s.plan.Assignments {
		if a := &s.plan.Assignments[i]; a.Task == task && inside(a.Resource, len(s.plan.Resources)) {
			s.days[task] = max(s.days[task], s.shareDays(a))
		}
	}
	if s.effort[task] == 0 {
		s.effort[task] = own
	}
}

// editForward recomputes early dates from the changed tasks on, as far as they
// move.
func (s *Solver) editForward() {
	s.quiet = true
	for r := s.ahead.next(0); r >= 0; r = s.ahead.next(r + 1) {
		j := s.order[r]
		n := &s.node[j]
		if n.flags&flagIdle != 0 {
			continue
		}
		was := *n
		if int(j) < len(s.parent) {
			s.openNode(int(j))
			s.fresh.set(j)
		} else {
			n.es, n.side = 0, sideEnd
		}
		s.early(j, n)
		n.ls, n.lf, n.fs, n.ff = was.ls, was.lf, was.fs, was.ff
		s.behind.set(int32(r))
		moved := n.es != was.es || n.ef != was.ef || n.side != was.side || n.axis != was.axis || n.flags != was.flags || n.dur != was.dur
		if moved || n.flags&flagGate != 0 {
			s.goOn(j, moved)
		}
	}
	s.quiet = false
}

// goOn has what waits for a node recomputed. A gate that has not moved still
// matters to what is pinned behind it: each link that it breaks is named.
func (s *Solver) goOn(j int32, moved bool) {
	for _, k := range s.leads[s.leadsAt[j]:s.leadsAt[j+1]] {
		to := s.edgeTo[k]
		if moved || s.node[to].flags&(flagPinned|flagGate) != 0 {
			s.ahead.set(s.rank[to])
		}
	}
}

// editBackward recomputes late dates: of everything if a plan's end has moved,
// else from the changed tasks back.
func (s *Solver) editBackward() {
	if s.endsMoved() {
		for i := range s.node {
			s.node[i].open()
		}
		s.backwardPass()
		for i := range s.parent {
			s.shown.set(int32(i))
		}
		return
	}
	for r := s.behind.prev(len(s.order) - 1); r >= 0; r = s.behind.prev(r - 1) {
		j := s.order[r]
		n := &s.node[j]
		if n.flags&flagIdle != 0 {
			continue
		}
		was := *n
		n.open()
		s.gather(j, n)
		s.late(j, n)
		fresh := int(j) >= len(s.parent) || s.fresh.has(j)
		if int(j) < len(s.parent) {
			s.shown.set(j)
		}
		if fresh || n.ls != was.ls || n.lf != was.lf || n.fs != was.fs || n.ff != was.ff {
			for _, e := range s.into(j) {
				s.behind.set(s.rank[e.from])
			}
		}
	}
}

// endsMoved finds the ends of the projects again and tells whether one differs.
func (s *Solver) endsMoved() bool {
	s.wasEnds = s.wasEnds[:0]
	for k := range s.ends {
		s.wasEnds = append(s.wasEnds, s.ends[k].late...)
	}
	s.closeAxes()
	at := 0
	for k := range s.ends {
		for _, b := range s.ends[k].late {
			if b != s.wasEnds[at] {
				return true
			}
			at++
		}
	}
	return false
}

// gather bounds a node by everything that waits for it: pull, seen from the
// other side.
func (s *Solver) gather(i int32, n *node) {
	for _, k := range s.leads[s.leadsAt[i]:s.leadsAt[i+1]] {
		e, j := &s.in[k], s.edgeTo[k]
		if m := &s.node[j]; e.mode&dropped == 0 && m.flags&flagFact == 0 {
			p := s.pullOf(j, m)
			s.pullBy(e, j, m, n, p)
		}
	}
}

// editRows makes the rows anew of what was recomputed, and of the summaries over
// it, and lists those that differ.
func (s *Solver) editRows() []int {
	s.moved = s.moved[:0]
	s.forget()
	for i := s.shown.next(0); i >= 0; i = s.shown.next(i + 1) {
		if s.leaf(i) {
			s.editLeaf(i)
			for p := s.parent[i]; p != None && !s.parents.has(s.deepAt[p]); p = s.parent[p] {
				s.parents.set(s.deepAt[p])
			}
		}
	}
	for r := s.parents.prev(len(s.deep) - 1); r >= 0; r = s.parents.prev(r - 1) {
		s.editSummary(int(s.deep[r]))
	}
	s.editTotal()
	slices.Sort(s.moved)
	return s.moved
}

// ofTask are the problems that come from a task's own dates; ofRow those among
// them that are found when its row is made.
func ofTask(c Code) bool {
	switch c {
	case NoDuration, NoPeople, NoDates, NoCalendar, OutOfRange, BeforePlan, StartsTooEarly:
		return true
	}
	return ofRow(c)
}

func ofRow(c Code) bool {
	switch c {
	case TooFar, NotLaterMissed, NoTrip, OutsideTrip, StaysHome:
		return true
	}
	return false
}

// forget takes out the problems of what is computed anew.
func (s *Solver) forget() {
	s.result.Problems = slices.DeleteFunc(s.result.Problems, func(p Problem) bool {
		switch {
		case p.Task == None || p.Link != None && p.Code != StartsTooEarly:
			return false
		case s.fresh.has(int32(p.Task)):
			return ofTask(p.Code)
		}
		return s.shown.has(int32(p.Task)) && ofRow(p.Code)
	})
}

func (s *Solver) editLeaf(i int) {
	r, own := &s.result.Rows[i], &s.sums[i+1]
	was := *r
	if s.fresh.has(int32(i)) {
		s.blame(i)
	}
	*r, *own = Row{}, sum{}
	s.leafRow(i, r, own)
	s.compare(i, r)
	if *r != was {
		s.moved = append(s.moved, i)
	}
}

// blame lists again what placing a task has found.
func (s *Solver) blame(i int) {
	n := s.node[i]
	s.openNode(i)
	s.node[i] = n
	if n.flags&(flagManual|flagMust) != 0 {
		s.checkPinned(int32(i), &s.node[i])
	}
}

func (s *Solver) editSummary(i int) {
	r, own := &s.result.Rows[i], &s.sums[i+1]
	was := *r
	*r, *own = Row{}, sum{}
	for _, k := range s.kid[s.kidAt[i+1]:s.kidAt[i+2]] {
		own.add(&s.sums[k+1])
		r.join(&s.result.Rows[k], &s.sums[k+1])
	}
	s.summaryRow(i, r, own)
	s.compare(i, r)
	if *r != was {
		s.moved = append(s.moved, i)
	}
}

func (s *Solver) editTotal() {
	s.result.Start, s.result.Finish, s.sums[0] = 0, 0, sum{}
	for _, k := range s.kid[s.kidAt[0]:s.kidAt[1]] {
		s.sums[0].add(&s.sums[k+1])
		s.result.join(&s.result.Rows[k])
	}
	s.total()
}
