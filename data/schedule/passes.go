package schedule

// forward finds early dates in order: each node after those it waits for.
func (s *Solver) forward() {
	for _, j := range s.order {
		n := &s.node[j]
		switch {
		case n.flags&flagIdle != 0:
			continue
		case n.flags&(flagManual|flagMust) != 0:
			s.checkPinned(j, n)
		default:
			s.push(j, n)
		}
		n.es = min(n.es, far)
		n.ef = min(s.after(n, n.es), far+n.dur)
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
func (s *Solver) checkPinned(j int32, n *node) {
	if n.es < s.starts[n.axis].pos {
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

// backward finds late dates, from the plan's end back.
func (s *Solver) backward() {
	s.closeAxes()
	for k := len(s.order) - 1; k >= 0; k-- {
		j := s.order[k]
		n := &s.node[j]
		if n.flags&flagIdle != 0 {
			continue
		}
		n.lf = min(n.lf, s.endOn(j, n))
		n.ls = min(n.ls, s.before(n, n.lf))
		if n.flags&flagMust != 0 {
			n.ls = min(n.ls, n.es)
		}
		s.pull(j, n)
		n.lf = s.after(n, n.ls)
	}
}

// closeAxes finds the end of the last work, as each axis counts.
func (s *Solver) closeAxes() {
	for i := range s.axes {
		s.ends[i].pos = -never
	}
	for i := range s.parent {
		if n := &s.node[i]; n.flags&flagIdle == 0 {
			s.ends[n.axis].pos = max(s.ends[n.axis].pos, n.ef)
		}
	}
	end := int64(0)
	for i, a := range s.axes {
		if s.ends[i].pos > -never {
			end = max(end, a.end(s.ends[i].pos))
		}
	}
	for i, a := range s.axes {
		p := a.pos(end)
		s.ends[i] = bounds{p, max(end, a.start(p))}
	}
}

// endOn is the plan's end as the node counts. A milestone may stand anywhere on
// the boundary that the end is for its calendar; a gate only hands on what its
// neighbours say.
func (s *Solver) endOn(j int32, n *node) int64 {
	switch {
	case int(j) >= len(s.parent):
		return far
	case n.flags&flagZero != 0:
		return s.ends[n.lagAxis].open
	}
	return s.ends[n.axis].pos
}

// pull hands a node's late dates on to what it waits for. A manual task moves
// for nobody, so what precedes it is measured to where it stands.
func (s *Solver) pull(j int32, n *node) {
	start := n.ls
	if n.flags&flagManual != 0 {
		start = min(start, n.es)
	}
	finish := s.after(n, start)
	into := s.into(j)
	for k := range into {
		e := &into[k]
		if e.mode&dropped != 0 {
			continue
		}
		late := start
		if e.mode&toFinish != 0 {
			late = finish
		}
		i := &s.node[e.from]
		late = s.allow(e, i, n, late)
		if e.mode&fromFinish != 0 {
			i.lf = min(i.lf, late)
		} else {
			i.ls = min(i.ls, late)
		}
	}
}
