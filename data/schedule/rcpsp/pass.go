package rcpsp

// planner makes one plan after another in the same memory.
type planner struct {
	m     *model
	prof  profile
	now   dates // the plan being made
	back  []int // starts of the last backward pass
	stamp []uint32
	round uint32 // stamp[i] == round: activity i is placed
	fails []int32
	score Score
	stack []int32
	guard []bool // has a pinned successor
	fixed []int32
	sort  sorter
}

func newPlanner(m *model, prof profile) *planner {
	p := &planner{
		m: m, prof: prof, now: newDates(m.n), back: make([]int, m.n),
		stamp: make([]uint32, m.n), guard: make([]bool, m.n), sort: newSorter(m.n),
	}
	for i, pinned := range m.pinned {
		if !pinned {
			continue
		}
		p.fixed = append(p.fixed, int32(i))
		for _, a := range m.preds.of(i) {
			p.guard[a.other] = true
		}
	}
	return p
}

// begin empties the plan of all but what is pinned.
func (p *planner) begin() {
	p.round++
	p.prof.reset()
	p.score, p.fails = Score{}, p.fails[:0]
	for _, f := range p.fixed {
		i := int(f)
		p.now.start[i], p.now.finish[i] = p.m.early.start[i], p.m.early.finish[i]
		p.stamp[i] = p.round
		p.score.count(p.m, i, p.now.start[i], p.now.finish[i])
	}
}

// forward is the serial generation scheme: each activity of the list in turn
// starts as early as links and resources allow. What an activity waits for is
// placed before it, wherever it stands in the list.
// Source: Kelley, "The critical-path method: resources planning and scheduling", 1963.
func (p *planner) forward(list []int32) {
	p.begin()
	for _, i := range list {
		if p.stamp[i] != p.round {
			p.place(i)
		}
	}
}

// place places an activity after its predecessors.
func (p *planner) place(i int32) {
	for {
		from, missing := p.from(int(i))
		if missing != None {
			p.stack = append(p.stack, i)
			i = missing
			continue
		}
		p.put(int(i), from)
		n := len(p.stack)
		if n == 0 {
			return
		}
		i, p.stack = p.stack[n-1], p.stack[:n-1]
	}
}

// from is the earliest start by release and links, or a predecessor that is not
// placed yet.
func (p *planner) from(i int) (t int, missing int32) {
	t = p.m.release[i]
	arcs := p.m.preds.of(i)
	for k := range arcs {
		a := &arcs[k]
		if p.stamp[a.other] != p.round {
			return 0, a.other
		}
		s := p.now.start[a.other] + int(a.weight)
		if !a.simple {
			s = p.m.lower(i, a, p.now.start[a.other], p.now.finish[a.other])
		}
		t = max(t, s)
	}
	return t, None
}

// put places one activity not before slot t.
func (p *planner) put(i, t int) {
	p.stamp[i] = p.round
	s, f := p.room(i, t)
	if s == None {
		s, f = p.m.loose(i, t)
		p.fails = append(p.fails, int32(i))
		p.score.Unplaced++
	}
	p.now.start[i], p.now.finish[i] = s, f
	p.score.count(p.m, i, s, f)
	if p.guard[i] {
		p.score.Overrun += p.m.overrun(i, s, f)
	}
}

// room finds the time for an activity and takes its resources.
func (p *planner) room(i, t int) (start, finish int) {
	if len(p.m.needs[i]) == 0 {
		s := p.m.snap(i, t)
		f := p.m.finish(i, s)
		if f > p.m.horizon {
			return None, None
		}
		return s, f
	}
	s := p.prof.fit(i, t)
	if s == None {
		return None, None
	}
	p.prof.take(i, s)
	return s, p.m.finish(i, s)
}

// overrun is by how many slots activity i is too late for its pinned successors.
func (m *model) overrun(i, start, finish int) int {
	sum := 0
	arcs := m.succs.of(i)
	for k := range arcs {
		if j := int(arcs[k].other); m.pinned[j] {
			sum += max(0, m.lower(j, &arcs[k], start, finish)-m.early.start[j])
		}
	}
	return sum
}

// backward moves the activities of a finished plan as late as its makespan, their
// deadlines and each other allow, the last to finish first. Only the order of the
// starts it leaves in back matters; with it the next forward pass is often
// shorter and, where all capacities are constant, never longer.
// Source: Valls, Ballestín, Quintanilla, "Justification and RCPSP: a technique
// that pays", European Journal of Operational Research 165, 2005.
func (p *planner) backward() {
	p.prof.reset()
	for _, i := range p.fails {
		p.stamp[i] = p.round - 1 // they hold no resources
	}
	order := p.sort.by(p.m.order, p.now.finish)
	for k := len(order) - 1; k >= 0; k-- {
		i := int(order[k])
		p.back[i] = p.now.start[i]
		if p.stamp[i] == p.round && !p.m.pinned[i] {
			p.later(i)
		}
	}
}

// later moves one activity as late as it may be.
func (p *planner) later(i int) {
	end := p.score.Makespan
	if p.m.weight[i] > 0 {
		end = min(end, max(p.m.deadline[i], p.now.finish[i]))
	}
	t := p.m.lastStart(i, end)
	arcs := p.m.succs.of(i)
	for k := range arcs {
		a := &arcs[k]
		s := p.back[a.other] - int(a.weight)
		if !a.simple {
			s = p.m.upper(i, a, p.back[a.other], p.m.finish(int(a.other), p.back[a.other]))
		}
		t = min(t, s)
	}
	if len(p.m.needs[i]) == 0 {
		p.back[i] = max(t, p.now.start[i])
		return
	}
	if s := p.prof.fitBack(i, t, p.now.start[i]); s != None {
		p.back[i] = s
		p.prof.take(i, s)
	}
}

// byStart lists the activities by the given starts, the higher priority first.
func (p *planner) byStart(starts []int) []int32 {
	return p.ranked(p.sort.by(p.m.order, starts))
}

// ranked brings a list into the order of priorities, otherwise as it is.
func (p *planner) ranked(list []int32) []int32 {
	if p.m.classes < 2 {
		return list
	}
	return p.sort.by(list, p.m.class)
}
