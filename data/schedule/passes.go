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
	n.ef = max(min(s.after(n, n.es), s.bound(n, never)+n.dur), n.es)
}

// partly stretches a task of which a part is done without a known start, when
// the rest lies behind the status date or is another than the per cent leaves.
func (s *Solver) partly(i int, n *node) {
	e := s.endsOf(i)
	if t := &s.plan.Tasks[i]; (e.status > 0 || !t.Remaining.IsZero()) && t.Percent > 0 && n.dur > 0 {
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
	into := s.into(j)
	for k := range into {
		e := &into[k]
		if e.mode&dropped != 0 {
			continue
		}
		switch at, side := s.reach(e, &s.node[e.from], n); {
		case !s.later(n, at, side):
		case e.link == None:
			s.checkGate(j, n, e, e.from)
		default:
			s.problem(StartsTooEarly, int(j), int(e.link))
		}
	}
}

// checkGate lists the links of summaries that a pinned node within starts too
// early for: those that lead to a gate, which the last edge joins to the node.
func (s *Solver) checkGate(j int32, n *node, last *edge, gate int32) {
	into := s.into(gate)
	for k := range into {
		e := &into[k]
		switch {
		case e.mode&dropped != 0:
			continue
		case e.link == None:
			s.checkGate(j, n, last, e.from)
			continue
		}
		g := s.node[gate]
		g.es, g.side = s.reach(e, &s.node[e.from], &g)
		if at, side := s.reach(last, &g, n); s.later(n, at, side) {
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
		s.postpone(j, n)
	}
	n.lf = s.after(n, n.ls)
}

// postpone moves a task to the latest start that moves nothing else, neither the
// end of its own plan, and that does not make it late.
func (s *Solver) postpone(j int32, n *node) {
	at := min(n.fs, n.ls)
	if s.plan.CommonEnd && int(j) < len(s.parent) {
		at = min(at, s.before(n, s.endAt(n, s.endsOf(int(j)).finish)))
	}
	if at = s.steady(n, at); at > n.es {
		n.es, n.side, n.flags = at, sideEnd, n.flags|flagPostponed
		n.ef = s.after(n, n.es)
	}
}

// steady is where a node begins that has to begin by an instant or a little
// before it: nobody begins in the last second. What has to come before the end of
// a day begins with that day, what has to come before a minute a minute earlier.
func (s *Solver) steady(n *node, at int64) int64 {
	a := s.axes[n.axis]
	switch {
	case n.flags&flagZero != 0:
		a = s.axes[n.lagAxis]
		p := a.pos(at)
		if !onEve(dayTicks - mod(p)) {
			p = a.pos(wholeMinute(at))
		}
		return a.end(wholeDay(p))
	case a.cal == nil:
		return wholeMinute(at)
	case mod(at) == 0 || onEve(dayTicks-mod(at)):
		return wholeDay(at)
	}
	if t := a.end(at); wholeMinute(t) != t {
		return a.pos(wholeMinute(t))
	}
	return at
}

// wholeDay takes a position on the eve of a boundary back to the start of its
// day.
func wholeDay(p int64) int64 {
	if k, f := divide(p, dayTicks); onEve(dayTicks - f) {
		return k * dayTicks
	}
	return p
}

// wholeMinute takes an instant a step or two before a minute of the clock back to
// the minute before.
func wholeMinute(t int64) int64 {
	if _, r := divide(t, minuteTicks); isStep(minuteTicks-r) || clockEve(t) {
		return t - r
	}
	return t
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

// endAt is an end of a plan as the node counts.
func (s *Solver) endAt(n *node, end int64) int64 {
	if n.flags&flagZero != 0 {
		a := s.axes[n.lagAxis]
		return max(end, a.start(a.pos(end)))
	}
	return s.axes[n.axis].pos(end)
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
			s.pullBy(e, j, n, &s.node[e.from], p)
		}
	}
}

// pulls are the ends of a node to which others are held: late ones, and those
// that leave it where it is. A milestone at the end of a day would turn to the
// start of the next, so that what leads to a start is held a little before it.
type pulls struct{ start, finish, free, freeFinish, turned int64 }

func (s *Solver) pullOf(j int32, n *node) (p pulls) {
	p.start, p.free = n.ls, n.es
	if n.flags&flagManual != 0 {
		p.start = min(p.start, n.es)
	}
	if n.flags&flagGate != 0 {
		p.free = n.ff
	}
	p.finish, p.freeFinish = s.after(n, p.start), s.after(n, p.free)
	p.turned = p.free
	switch {
	case n.flags&flagGate != 0:
		p.turned = n.fs
	case n.flags&flagZero != 0 && n.side == sideEnd && n.es%clockDay == 0:
		p.turned -= gapStep
	}
	return p
}

// pullBy holds node i by one edge to node n. A gate keeps both free ends: fs for
// what leads to a start, ff for what leads to an end.
func (s *Solver) pullBy(e *edge, j int32, n, i *node, p pulls) {
	side := sideEnd
	if e.lag < 0 || e.lag == 0 && i.flags&flagZero == 0 && e.mode&fromFinish == 0 {
		side = sideStart
	}
	if n.flags&flagDelay != 0 {
		s.undelay(j, n, &p, side)
	}
	late, free, turned := p.start, p.free, p.turned
	if e.mode&toFinish != 0 && n.dur != 0 {
		late, free, turned = p.finish, p.freeFinish, p.freeFinish
	}
	late = s.allow(e, i, n, late)
	if side == sideStart {
		free = turned
	}
	free = s.allow(e, i, n, free)
	switch {
	case i.flags&flagGate != 0:
		i.ls, i.ff = min(i.ls, late), min(i.ff, free)
		if e.lag == 0 {
			free = s.allow(e, i, n, turned)
		}
		i.fs = min(i.fs, free)
	case e.mode&fromFinish != 0:
		i.lf, i.ff = min(i.lf, late), min(i.ff, free)
	default:
		i.ls, i.fs = min(i.ls, late), min(i.fs, free)
	}
}

// undelay takes the delay of levelling out of the ends of a node: it is added
// after everything else.
func (s *Solver) undelay(j int32, n *node, p *pulls, side uint8) {
	p.start, p.free = s.beforeDelay(j, n, p.start, side), s.beforeDelay(j, n, p.free, side)
	p.turned = s.beforeDelay(j, n, p.turned, side)
	p.finish, p.freeFinish = s.after(n, p.start), s.after(n, p.free)
}
