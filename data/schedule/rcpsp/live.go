package rcpsp

import "slices"

// live is a profile on an axis of those slots in which some activity that takes
// resources works. Nothing is taken in the others, so leaving them out changes
// nothing; but nights and weekends no longer break work into pieces, and
// activities that all work in the same slots need no calendar.
type live struct {
	slots *Calendar
	on    profile
}

// behind puts a profile behind an axis of fewer slots, if there is one.
func behind(slots *Calendar, on profile) profile {
	if slots == nil {
		return on
	}
	return &live{slots, on}
}

func (l *live) reset() { l.on.reset() }

func (l *live) take(i, s int) { l.on.take(i, l.slots.Rank(s)) }

func (l *live) fit(i, t int) int {
	s := l.on.fit(i, l.slots.Rank(t))
	if s == None {
		return None
	}
	return l.slots.Slot(s)
}

func (l *live) fitBack(i, t, floor int) int {
	s := l.on.fitBack(i, l.slots.Rank(t+1)-1, l.slots.Rank(floor))
	if s == None {
		return None
	}
	return l.slots.Slot(s)
}

// Bounds of the tables made for an axis of fewer slots.
const (
	liveCycle = 1 << 14 // slots until all calendars repeat together
	liveCells = 1 << 22 // of all tables together
)

// live finds the axis of the slots in which something works, nil for all slots,
// and the work and the capacities on it. Calendars are there also of what takes no
// resources: they may hold others up.
func (m *model) live(base []steps) (*Calendar, work, []steps) {
	w := work{dur: m.dur, cal: m.lags, horizon: m.horizon}
	calendars, size, cycle := m.calendars()
	if len(calendars) == 0 || cycle > liveCycle || (size+cycle)*(len(calendars)+1) > liveCells {
		return nil, w, base
	}
	slots := union(calendars, size+cycle, cycle)
	if len(slots.slots) == size+cycle {
		return nil, w, base
	}
	on := map[*Calendar]*Calendar{}
	for _, c := range calendars {
		on[c] = c.on(slots)
	}
	w.cal, w.horizon = slices.Clone(m.lags), slots.Rank(m.horizon)
	for i, c := range w.cal {
		if other, ok := on[c]; ok {
			w.cal[i] = other
		}
	}
	squeezed := make([]steps, len(base))
	for k := range base {
		for j, t := range base[k].at {
			squeezed[k].push(int32(slots.Rank(int(t))), base[k].left[j])
		}
	}
	return slots, w, squeezed
}

// calendars are those of the activities that move and take resources, none if one
// of them works in every slot; the longest table, and the slots after it until all
// repeat together.
func (m *model) calendars() (out []*Calendar, size, cycle int) {
	seen := map[*Calendar]bool{}
	cycle = 1
	for i, c := range m.cal {
		if m.pinned[i] || len(m.needs[i]) == 0 || seen[c] {
			continue
		}
		if c == nil {
			return nil, 0, 0
		}
		seen[c] = true
		out = append(out, c)
		size = max(size, len(c.ranks)-1)
		if cycle <= liveCycle {
			cycle = cycle / gcd(cycle, max(1, c.period)) * max(1, c.period)
		}
	}
	return out, size, cycle
}

func gcd(a, b int) int {
	for b > 0 {
		a, b = b, a%b
	}
	return a
}

// union works where one of the calendars does.
func union(calendars []*Calendar, size, period int) *Calendar {
	works := make([]bool, size)
	for _, c := range calendars {
		for k := 0; ; k++ {
			t := c.Slot(k)
			if t >= size {
				break
			}
			works[t] = true
		}
	}
	return NewCalendar(works, period)
}

// on is the calendar on an axis of slots, nil if all of them work.
func (c *Calendar) on(slots *Calendar) *Calendar {
	works := make([]bool, len(slots.slots))
	all := true
	for k, t := range slots.slots {
		works[k] = c.Works(int(t))
		all = all && works[k]
	}
	if all {
		return nil
	}
	return NewCalendar(works, slots.inside)
}
