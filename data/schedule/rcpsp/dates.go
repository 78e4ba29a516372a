package rcpsp

// forwardDates computes the dates that hold without resources.
func (m *model) forwardDates(acts []Activity) {
	m.early = newDates(m.n)
	for _, k := range m.order {
		i := int(k)
		var s, f int
		if m.pinned[i] {
			s, f = m.stand(i, acts[i].Start)
		} else {
			s, f = m.loose(i, m.from(i, m.early))
		}
		m.early.start[i], m.early.finish[i] = s, f
		m.span = max(m.span, f)
	}
}

// backwardDates computes the latest dates that keep the early finish of the
// whole, the deadlines and the dates of what is pinned.
func (m *model) backwardDates() {
	m.late = newDates(m.n)
	for k := m.n - 1; k >= 0; k-- {
		i := int(m.order[k])
		if m.pinned[i] {
			m.late.start[i], m.late.finish[i] = m.early.start[i], m.early.finish[i]
			continue
		}
		end := m.span
		if m.weight[i] > 0 {
			end = min(end, m.deadline[i])
		}
		m.setLate(i, end)
	}
}

// setLate sets the late dates of an activity from those of its successors.
func (m *model) setLate(i, end int) {
	s := m.lastStart(i, end)
	arcs := m.succs.of(i)
	for k := range arcs {
		a := &arcs[k]
		s = min(s, m.upper(i, a, m.late.start[a.other], m.late.finish[a.other]))
	}
	m.late.start[i], m.late.finish[i] = s, s+m.dur[i]
	if s >= 0 {
		m.late.finish[i] = m.finish(i, s)
	}
}
