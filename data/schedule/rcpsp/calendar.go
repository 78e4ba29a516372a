package rcpsp

import "math"

// never is a slot that does not come.
const never = math.MaxInt64 / 4

// Calendar is a set of working slots. From a slot to the number of working slots
// before it and back takes constant time. It does not change once made, so any
// number of activities and solvers may share it.
type Calendar struct {
	ranks  []int32 // working slots before each slot of the table
	slots  []int32 // the working slots of the table
	ends   []int32 // for each of them, the end of its unbroken stretch
	period int     // slots at the end of the table that repeat for ever
	inside int     // working slots in the period
}

// NewCalendar makes a calendar from a table of slots. After the table its last
// period slots repeat for ever; with period zero every later slot works. Slots
// before zero do not work.
func NewCalendar(works []bool, period int) *Calendar {
	c := &Calendar{ranks: make([]int32, len(works)+1), period: max(0, min(period, len(works)))}
	for t, w := range works {
		c.ranks[t+1] = c.ranks[t]
		if w {
			c.ranks[t+1]++
			c.slots = append(c.slots, int32(t))
		}
	}
	c.inside = len(c.slots) - int(c.ranks[len(works)-c.period])
	c.ends = make([]int32, len(c.slots))
	for k := len(c.slots) - 1; k >= 0; k-- {
		c.ends[k] = c.slots[k] + 1
		if k+1 < len(c.slots) && c.slots[k+1] == c.ends[k] {
			c.ends[k] = c.ends[k+1]
		}
	}
	return c
}

// Rank is the number of working slots before slot t.
func (c *Calendar) Rank(t int) int {
	n := len(c.ranks) - 1
	switch {
	case t <= 0:
		return 0
	case t <= n:
		return int(c.ranks[t])
	case c.period == 0:
		return len(c.slots) + t - n
	}
	q, r := (t-n)/c.period, (t-n)%c.period
	from := n - c.period
	return len(c.slots) + q*c.inside + int(c.ranks[from+r]-c.ranks[from])
}

// Slot is the working slot with rank k: the one that k working slots precede. It
// is so far away that nothing reaches it when there are no more working slots.
func (c *Calendar) Slot(k int) int {
	n := len(c.slots)
	if uint(k) < uint(n) {
		return int(c.slots[k])
	}
	if k < 0 {
		return -1
	}
	base, shift := c.repeat(k)
	if base < 0 {
		return shift
	}
	return int(c.slots[base]) + shift
}

// repeat finds, for a rank after the table, the rank in the table that it repeats
// and how many slots later it is. Without one the second result is the slot.
func (c *Calendar) repeat(k int) (base, shift int) {
	n := len(c.slots)
	if c.period == 0 {
		return -1, len(c.ranks) - 1 + k - n
	}
	if c.inside == 0 {
		return -1, never
	}
	q, r := (k-n)/c.inside, (k-n)%c.inside
	return n - c.inside + r, (q + 1) * c.period
}

// stretch is the end of the unbroken working time that the working slot of rank
// k lies in, or of a part of it.
func (c *Calendar) stretch(k int) int {
	if k < len(c.slots) {
		return int(c.ends[k])
	}
	base, shift := c.repeat(k)
	if base < 0 {
		return never
	}
	return int(c.ends[base]) + shift
}

// Works says whether slot t is a working one.
func (c *Calendar) Works(t int) bool { return c.Rank(t+1) > c.Rank(t) }

// seek is the earliest moment that k working slots precede.
func (c *Calendar) seek(k int) int {
	if k <= 0 {
		return 0
	}
	return c.Slot(k-1) + 1
}
