package rcpsp

// arc is a link seen from one of its ends, small because passes read many.
type arc struct {
	other int32
	// Simple links join activities without calendars: the successor starts at
	// least weight slots after the predecessor's start.
	weight int32
	lag    int32
	kind   Type
	simple bool
}

// lists are the arcs of every activity, one after another.
type lists struct {
	at   []int32
	arcs []arc
}

func (l *lists) of(i int) []arc { return l.arcs[l.at[i]:l.at[i+1]] }

// link makes the adjacency lists.
func (m *model) link(links []Link) {
	m.preds = m.gather(links, func(l Link) (int, int) { return l.Succ, l.Pred })
	m.succs = m.gather(links, func(l Link) (int, int) { return l.Pred, l.Succ })
}

func (m *model) gather(links []Link, ends func(Link) (own, other int)) lists {
	out := lists{make([]int32, m.n+1), make([]arc, len(links))}
	for _, l := range links {
		own, _ := ends(l)
		out.at[own+1]++
	}
	for i := range m.n {
		out.at[i+1] += out.at[i]
	}
	next := append([]int32(nil), out.at...)
	for _, l := range links {
		own, other := ends(l)
		a := m.arc(l)
		a.other = int32(other)
		out.arcs[next[own]] = a
		next[own]++
	}
	return out
}

// arc turns a link into a lag from start to start where that is possible.
func (m *model) arc(l Link) arc {
	a := arc{kind: l.Type, lag: int32(l.Lag), weight: int32(l.Lag)}
	a.simple = m.cal[l.Pred] == nil && m.cal[l.Succ] == nil && (l.Lag == 0 || m.lags[l.Succ] == nil)
	if l.Type == FinishStart || l.Type == FinishFinish {
		a.weight += int32(m.dur[l.Pred])
	}
	if l.Type == FinishFinish || l.Type == StartFinish {
		a.weight -= int32(m.dur[l.Succ])
	}
	return a
}

// lower is the earliest start of activity i that the arc to its predecessor
// allows, whose dates are given.
func (m *model) lower(i int, a *arc, start, finish int) int {
	if a.simple {
		return start + int(a.weight)
	}
	end := start
	if a.kind == FinishStart || a.kind == FinishFinish {
		end = finish
	}
	end = after(m.lags[i], end, int(a.lag))
	if a.kind == FinishStart || a.kind == StartStart {
		return end
	}
	c, d := m.cal[i], m.dur[i]
	if c != nil && end > 0 {
		if s := c.Slot(max(0, c.Rank(end-1)-d+1)); s < never {
			return s
		}
	}
	return end - d
}

// after is the earliest moment with the lag between it and t. Where a calendar
// has ended, every slot counts.
func after(c *Calendar, t, lag int) int {
	if lag != 0 && c != nil {
		if s := c.seek(c.Rank(t) + lag); s < never {
			return s
		}
	}
	return t + lag
}

// upper is the latest start of activity i that the arc to its successor allows,
// whose dates are given.
func (m *model) upper(i int, a *arc, start, finish int) int {
	if a.simple {
		return start - int(a.weight)
	}
	end := start
	if a.kind == FinishFinish || a.kind == StartFinish {
		end = finish
	}
	if c := m.lags[a.other]; a.lag != 0 && c != nil {
		end = latest(c, c.Rank(end)-int(a.lag))
	} else {
		end -= int(a.lag)
	}
	if a.kind == StartStart || a.kind == StartFinish {
		return end
	}
	return m.lastStart(i, end)
}

// latest is the last moment that no more than k working slots precede.
func latest(c *Calendar, k int) int {
	if k < 0 {
		return k
	}
	return c.Slot(k)
}

// from is the earliest start that release and links allow.
func (m *model) from(i int, d dates) int {
	t := m.release[i]
	arcs := m.preds.of(i)
	for k := range arcs {
		a := &arcs[k]
		t = max(t, m.lower(i, a, d.start[a.other], d.finish[a.other]))
	}
	return t
}

// sort finds a topological order, smallest index first where there is a choice
// of one queue, or names a cycle.
func (m *model) sort() error {
	waits := make([]int32, m.n)
	for i := range m.n {
		waits[i] = int32(len(m.preds.of(i)))
	}
	m.order = make([]int32, 0, m.n)
	for i := range m.n {
		if waits[i] == 0 {
			m.order = append(m.order, int32(i))
		}
	}
	for k := 0; k < len(m.order); k++ {
		for _, a := range m.succs.of(int(m.order[k])) {
			if waits[a.other]--; waits[a.other] == 0 {
				m.order = append(m.order, a.other)
			}
		}
	}
	if len(m.order) < m.n {
		return &CycleError{m.cycle(waits)}
	}
	return nil
}

// cycle walks back along predecessors that still wait until it meets itself.
func (m *model) cycle(waits []int32) []int {
	i := 0
	for waits[i] == 0 {
		i++
	}
	seen := make([]int, m.n)
	var path []int
	for seen[i] == 0 {
		path = append(path, i)
		seen[i] = len(path)
		for _, a := range m.preds.of(i) {
			if waits[a.other] > 0 {
				i = int(a.other)
				break
			}
		}
	}
	path = path[seen[i]-1:]
	for l, r := 0, len(path)-1; l < r; l, r = l+1, r-1 {
		path[l], path[r] = path[r], path[l]
	}
	return path
}
