package schedule

// forward finds early dates in order: each node after those it waits for.
func (s *Solver) forward() {
	for _, j := range s.order {
		if n := &s.node[j]; n.flags&flagIdle == 0 {
			s.early(j, n)
		}
	}
}

// early finds the early dates of a node from those of what it waits for.
func (s *Solver) early(j int32, n *node) {
	switch {
	case n.flags&flagPinned != 0:
		s.checkPinned(j, n)
	default:
		s.push(j, n)
		n.es, n.side = s.delayed(j, n, n.es, n.side)
		if int(j) < len(s.parent) {
			s.partly(int(j), n)
		}
	}
	n.es = s.bound(n, n.es)
	n.ef = min(s.after(n, n.es), s.bound(n, never)+n.dur)
}

// partly stretches a task of which a part is done without a known start, when
// the rest lies behind the status date.
func (s *Solver) partly(i int, n *node) {
	e := s.endsOf(i)
	if t := &s.plan.Tasks[i]; e.status > 0 && t.Percent > 0 && n.dur > 0 {
		s.stretch(e, t, n)
	}
}

// push moves a node behind everything it waits for.
func (s *Solver) push(j int32, n *node) {
	into := s.into(j)
	for k := range into {
		e := &into[k]
		if e.mode&dropped != 0 {
			continue
		}
		at, side := s.reach(e, &s.node[e.from], n)
		if at > n.es || at == n.es && side > n.side {
			n.es, n.side = at, side
		}
	}
}

// checkPinned lists what a task that stands on its dates starts too early for.
// Facts are not blamed for what was planned.
func (s *Solver) checkPinned(j int32, n *node) {
	if n.flags&flagFact != 0 {
		return
	}
	if n.es < s.endsOf(int(j)).starts[n.axis].pos {
		s.problem(BeforePlan, int(j), None)
	}
	for _, e := range s.into(j) {
		if e.mode&dropped != 0 {
			continue
		}
		if at, side := s.reach(&e, &s.node[e.from], n); s.later(n, at, side) {
			s.problem(StartsTooEarly, int(j), int(e.link))
		}
	}
}

// later tells whether a start lies behind that of a pinned node.
func (s *Solver) later(n *node, at int64, side uint8) bool {
	return at > n.es || at == n.es && n.flags&flagZero != 0 && side > n.side
}

// backward finds late dates, from the plan's end back, and with them how far a
// task can go without moving another. Tasks that are to be as late as possible
// take that room.
func (s *Solver) backward() {
	s.closeAxes()
	s.backwardPass()
}

func (s *Solver) backwardPass() {
	for k := len(s.order) - 1; k >= 0; k-- {
		j := s.order[k]
		if n := &s.node[j]; n.flags&flagIdle == 0 {
			s.late(j, n)
			s.pull(j, n)
		}
	}
}

// late closes the late dates of a node, after all that wait for it have had
// their say.
func (s *Solver) late(j int32, n *node) {
	end := s.endOn(j, n)
	if n.flags&flagLimit != 0 {
		n.ls, n.lf = min(n.ls, s.rare[j].ls), min(n.lf, s.rare[j].lf)
	}
	n.lf = min(n.lf, end)
	n.ls = min(n.ls, s.before(n, n.lf))
	n.ff = min(n.ff, end)
	n.fs = min(n.fs, s.before(n, n.ff))
	if n.flags&flagMust != 0 {
		n.ls, n.fs = min(n.ls, n.es), min(n.fs, n.es)
	}
	if n.flags&flagLate != 0 {
		s.postpone(n)
	}
	n.lf = s.after(n, n.ls)
}

// postpone moves a task to the latest start that moves nothing else, and that
// its own limits allow.
func (s *Solver) postpone(n *node) {
	at := min(n.fs, n.ls)
	if n.axis == s.all() {
		a := s.axes[n.lagAxis]
		at = a.end(wholeDay(a.pos(at)))
	} else {
		at = wholeDay(at)
	}
	if at > n.es {
		n.es, n.side = at, sideEnd
		n.ef = s.after(n, n.es)
	}
}

// wholeDay takes a position on the eve of a boundary back to the start of its
// day: nobody begins in the last second.
func wholeDay(p int64) int64 {
	if k, f := divide(p, dayTicks); f >= dayTicks-eve {
		return k * dayTicks
	}
	return p
}

// closeAxes finds the end of the last work of each project, as each axis
// counts.
func (s *Solver) closeAxes() {
	for k := range s.ends {
		s.ends[k].finish = 0
		for i := range s.axes {
			s.ends[k].late[i].pos = -never
		}
	}
	for i := range s.node[:len(s.parent)] {
		n := &s.node[i]
		if n.flags&flagIdle != 0 {
			continue
		}
		if e := &s.endsOf(i).late[n.axis]; e.pos < n.ef {
			e.pos = n.ef
		}
	}
	common := int64(0)
	for k := range s.ends {
		for i, a := range s.axes {
			if p := s.ends[k].late[i].pos; p > -never {
				s.ends[k].finish = max(s.ends[k].finish, a.end(p))
			}
		}
		common = max(common, s.ends[k].finish)
	}
	for k := range s.ends {
		end := s.ends[k].finish
		if s.plan.CommonEnd {
			end = common
		}
		for i, a := range s.axes {
			p := a.pos(end)
			s.ends[k].late[i] = bounds{p, max(end, a.start(p))}
		}
	}
}

// endOn is the plan's end as the node counts. A milestone may stand anywhere on
// the boundary that the end is for its calendar; a gate only hands on what its
// neighbours say.
func (s *Solver) endOn(j int32, n *node) int64 {
	if int(j) >= len(s.parent) {
		return farClock
	}
	e := s.endsOf(int(j))
	if n.flags&flagZero != 0 {
		return e.late[n.lagAxis].open
	}
	return e.late[n.axis].pos
}

// pull hands a node's late dates on to what it waits for. A manual task moves
// for nobody, so what precedes it is measured to where it stands; of facts
// nobody has to wait. A gate is not there: what it hands on as the free dates is
// what its own successors leave.
func (s *Solver) pull(j int32, n *node) {
	if n.flags&flagFact != 0 {
		return
	}
	p := s.pullOf(j, n)
	into := s.into(j)
	for k := range into {
		if e := &into[k]; e.mode&dropped == 0 {
			s.pullBy(e, n, &s.node[e.from], &p)
		}
	}
}

// pulls are the ends of a node to which others are held: late ones, and those
// that leave it where it is.
type pulls struct{ start, finish, free, freeFinish int64 }

func (s *Solver) pullOf(j int32, n *node) (p pulls) {
	p.start, p.free = n.ls, n.es
	if n.flags&flagManual != 0 {
		p.start = min(p.start, n.es)
	}
	if int(j) >= len(s.parent) {
		p.free = n.fs
	}
	p.finish, p.freeFinish = s.after(n, p.start), s.after(n, p.free)
	return p
}

// pullBy holds node i by one edge to node n.
func (s *Solver) pullBy(e *edge, n, i *node, p *pulls) {
	late, free := p.start, p.free
	if e.mode&toFinish != 0 {
		late, free = p.finish, p.freeFinish
	}
	i.hold(e.mode, s.allow(e, i, n, late), s.allow(e, i, n, free))
}

// hold bounds the end of a node that an edge leaves from.
func (n *node) hold(mode uint8, late, free int64) {
	if mode&fromFinish != 0 {
		n.lf, n.ff = min(n.lf, late), min(n.ff, free)
	} else {
		n.ls, n.fs = min(n.ls, late), min(n.fs, free)
	}
}
