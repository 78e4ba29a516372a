package schedule

import "portfel/data"

// graph holds the edges between nodes twice: with all they say by their target,
// and bare by their source.
type graph struct {
	raw     []edge
	target  []int32 // of raw
	in      []edge  // by target
	inAt    []int32 // in[inAt[j]:inAt[j+1]] lead to node j
	out     []int32 // targets, by source
	outAt   []int32
	waiting []int32 // edges into a node that are not done yet
	order   []int32 // nodes, each after those it waits for
	seen    []int32
	path    []int32 // edges of a walk backwards, as indexes in in
}

// edge makes a node wait for another.
type edge struct {
	lag  int64 // ticks of days or of the clock, or minutes
	from int32
	link int32 // index in Plan.Links, or None for the edge of a gate
	mode uint8
}

const (
	fromFinish uint8 = 1 << iota
	toFinish
	lagMinutes  // lag is working minutes
	lagCalendar // lag is ticks of the clock, in whole days
	lagElapsed  // lag is ticks of the clock
	dropped     // left out to break a cycle
)

// connect makes edges of links and of gates, and sorts them by their ends.
func (s *Solver) connect() {
	s.raw, s.target = s.raw[:0], s.target[:0]
	for i := range s.plan.Links {
		s.addLink(i, &s.plan.Links[i])
	}
	if s.gates > 0 {
		for i := range s.parent {
			s.addGates(i)
		}
	}
	n := len(s.node)
	s.inAt, s.outAt = grow(s.inAt, n+1), grow(s.outAt, n+1)
	for k := range s.raw {
		s.inAt[s.target[k]]++
		s.outAt[s.raw[k].from]++
	}
	total(s.inAt)
	total(s.outAt)
	s.in, s.out = grow(s.in, len(s.raw)), grow(s.out, len(s.raw))
	for k := len(s.raw) - 1; k >= 0; k-- {
		j, i := s.target[k], s.raw[k].from
		s.inAt[j]--
		s.in[s.inAt[j]] = s.raw[k]
		s.outAt[i]--
		s.out[s.outAt[i]] = j
	}
}

// total turns counts into the ends of their ranges; filling backwards then
// leaves the beginnings.
func total(counts []int32) {
	for i := 1; i < len(counts); i++ {
		counts[i] += counts[i-1]
	}
}

// addLink turns a link into an edge, between gates where its ends are
// summaries.
func (s *Solver) addLink(i int, l *Link) {
	n := len(s.parent)
	mode, known := modeOf(l.Type)
	switch {
	case !inside(l.Pred, n) || !inside(l.Succ, n) || !known:
		s.problem(BadLink, None, i)
		return
	case l.Pred == l.Succ:
		s.problem(SelfLink, l.Succ, i)
		return
	}
	from, to := int32(l.Pred), int32(l.Succ)
	if !s.leaf(l.Pred) || !s.leaf(l.Succ) {
		if s.within(l.Pred, l.Succ) || s.within(l.Succ, l.Pred) {
			s.problem(OwnParent, l.Succ, i)
			return
		}
		if !s.leaf(l.Pred) && mode&fromFinish == 0 || !s.leaf(l.Succ) && mode&toFinish != 0 {
			s.problem(SummaryLink, l.Succ, i)
			return
		}
		if !s.leaf(l.Pred) {
			from = s.outGate[l.Pred]
		}
		if !s.leaf(l.Succ) {
			to = s.inGate[l.Succ]
		}
	}
	e := edge{from: from, link: int32(i), mode: mode}
	s.setLag(&e, l.Lag, l.Succ)
	s.raw, s.target = append(s.raw, e), append(s.target, to)
}

func modeOf(t data.LinkType) (mode uint8, known bool) {
	switch t {
	case data.FinishStart, "":
		return fromFinish, true
	case data.StartStart:
		return 0, true
	case data.FinishFinish:
		return fromFinish | toFinish, true
	case data.StartFinish:
		return toFinish, true
	}
	return 0, false
}

func (s *Solver) setLag(e *edge, lag data.Span, succ int) {
	if lag.Amount == 0 {
		return
	}
	amount := s.inRange(lag, -1, succ, int(e.link))
	switch lag.Unit {
	case data.WorkMinutes:
		e.lag, e.mode = amount, e.mode|lagMinutes
	case data.CalendarDays:
		e.lag, e.mode = amount*(clockDay/1000), e.mode|lagCalendar
	case data.ElapsedMins:
		e.lag, e.mode = amount*minuteTicks, e.mode|lagElapsed
	default:
		e.lag = amount * thousandth
	}
}

// addGates joins a task to the gates of its parent: held by the one, awaited by
// the other.
func (s *Solver) addGates(i int) {
	p := s.parent[i]
	if p == None {
		return
	}
	held, awaited := int32(i), int32(i)
	if !s.leaf(i) {
		held, awaited = s.inGate[i], s.outGate[i]
	}
	if gate := s.inGate[p]; gate != None {
		s.raw, s.target = append(s.raw, edge{from: gate, link: None}), append(s.target, held)
	}
	if gate := s.outGate[p]; gate != None {
		e := edge{from: awaited, link: None, mode: fromFinish | toFinish}
		s.raw, s.target = append(s.raw, e), append(s.target, gate)
	}
}

// into are the edges that lead to a node.
func (s *Solver) into(j int32) []edge { return s.in[s.inAt[j]:s.inAt[j+1]] }
