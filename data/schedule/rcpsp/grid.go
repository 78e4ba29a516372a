package rcpsp

// A lane is 16 bits of a word: what is left of one resource in one slot, and a
// guard bit above it. A subtraction that borrows clears the guard, so four
// resources are compared at once.
const (
	laneBits = 16
	lanes    = 64 / laneBits
	laneMax  = 1<<(laneBits-1) - 1
	guards   = 0x8000_8000_8000_8000
	gridMost = 1 << 20 // words
	gridMean = 64      // with longer activities runs are faster
)

// grid keeps what is left in every slot, four resources in a word. It serves
// projects without calendars that are not too long.
type grid struct {
	cols []column
	need [][]load
	dur  []int
}

// column is one word in every slot, as far as a plan has reached.
type column struct {
	base []uint64
	left []uint64
	used int    // slots that were touched
	tail uint64 // base of all later slots
}

// load is what an activity takes of one column.
type load struct {
	col   int32
	units uint64
}

// newGrid makes a grid on the axis of w, or nil when the project does not suit it.
func newGrid(m *model, w work, base []steps) *grid {
	size, words := m.bound(base), (len(base)+lanes-1)/lanes
	if size > w.horizon || size*words > gridMost || !m.plain(w) || !m.suits(base) {
		return nil
	}
	g := &grid{need: make([][]load, m.n), dur: m.dur}
	for w := range words {
		g.cols = append(g.cols, newColumn(base[w*lanes:min(len(base), (w+1)*lanes)]))
	}
	for i := range g.need {
		g.need[i] = pack(m.needs[i])
	}
	return g
}

// newColumn packs up to four resources as far as they are not constant.
func newColumn(base []steps) column {
	c := column{tail: guards}
	size := 0
	for k := range base {
		last := len(base[k].at) - 1
		size = max(size, int(base[k].at[last]))
		c.tail |= uint64(base[k].left[last]) << (laneBits * k)
	}
	c.base = make([]uint64, size)
	for k := range base {
		spread(c.base, &base[k], laneBits*k)
	}
	for t := range c.base {
		c.base[t] |= guards
	}
	c.grow(size + 64)
	return c
}

func spread(word []uint64, s *steps, shift int) {
	for k := range s.at {
		end := len(word)
		if k+1 < len(s.at) {
			end = int(s.at[k+1])
		}
		for t := int(s.at[k]); t < end; t++ {
			word[t] |= uint64(s.left[k]) << shift
		}
	}
}

// grow makes the column at least so long.
func (c *column) grow(size int) {
	for t := len(c.base); t < size; t++ {
		c.base = append(c.base, c.tail)
	}
	c.left = append(c.left, c.base[len(c.left):]...)
}

// plain says whether no calendar holds up what moves, on the axis of w.
func (m *model) plain(w work) bool {
	for i, c := range w.cal {
		if c != nil && !m.pinned[i] {
			return false
		}
	}
	return true
}

// bound is a slot that no serial plan of a project without calendars passes, on
// the axis of all slots or on one with fewer.
func (m *model) bound(base []steps) int {
	most, total := 0, 0
	for i := range m.dur {
		most = max(most, m.release[i], m.early.finish[i])
		lag := 0
		for _, a := range m.preds.of(i) {
			lag = max(lag, int(a.lag))
		}
		total += m.dur[i] + lag
	}
	for k := range base {
		most = max(most, int(base[k].at[len(base[k].at)-1]))
	}
	return most + total + 1
}

// suits says whether the units fit in a lane, every activity could go after the
// last override, and activities are short.
func (m *model) suits(base []steps) bool {
	total, moving := 0, 1
	for i := range m.dur {
		if m.pinned[i] {
			continue
		}
		total += m.dur[i]
		moving++
		for _, d := range m.needs[i] {
			s := &base[d.Resource]
			if d.Units > int(s.left[len(s.left)-1]) {
				return false
			}
		}
	}
	for r := range base {
		for _, v := range base[r].left {
			if v > laneMax {
				return false
			}
		}
	}
	return total <= gridMean*moving
}

// pack brings the demands for resources of one column together.
func pack(needs []Demand) []load {
	var out []load
	for _, d := range needs {
		w := int32(d.Resource / lanes)
		k := 0
		for k < len(out) && out[k].col != w {
			k++
		}
		if k == len(out) {
			out = append(out, load{col: w})
		}
		out[k].units |= uint64(d.Units) << (laneBits * (d.Resource % lanes))
	}
	return out
}

func (g *grid) reset() {
	for k := range g.cols {
		c := &g.cols[k]
		copy(c.left[:c.used], c.base)
		c.used = 0
	}
}

func (g *grid) take(i, s int) {
	f := s + g.dur[i]
	for _, l := range g.need[i] {
		c := &g.cols[l.col]
		word := c.left[s:f]
		for t := range word {
			word[t] -= l.units
		}
		c.used = max(c.used, f)
	}
}

func (g *grid) fit(i, t int) int {
	loads := g.need[i]
	if len(loads) == 1 {
		return g.cols[loads[0].col].first(loads[0].units, t, g.dur[i])
	}
	for k, agreed := 0, 0; agreed < len(loads); k = (k + 1) % len(loads) {
		next := g.cols[loads[k].col].first(loads[k].units, t, g.dur[i])
		if next != t {
			t, agreed = next, 0
		}
		agreed++
	}
	return t
}

// first is the first start from s on with enough left for d slots. It looks at
// each window from its end: a slot with too little moves the window past it, and
// what was seen behind it need not be looked at again.
func (c *column) first(units uint64, s, d int) int {
	known := s
	for {
		if s+d > len(c.left) {
			c.grow(2 * (s + d))
		}
		t := s + d - 1
		for t >= known && (c.left[t]-units)&guards == guards {
			t--
		}
		if t < known {
			return s
		}
		known = s + d
		s = t + 1
	}
}

func (g *grid) fitBack(i, t, floor int) int {
	loads := g.need[i]
	for k, agreed := 0, 0; agreed < len(loads); k = (k + 1) % len(loads) {
		next := g.cols[loads[k].col].last(loads[k].units, t, g.dur[i], floor)
		if next == None {
			return None
		}
		if next != t {
			t, agreed = next, 0
		}
		agreed++
	}
	return t
}

// last is first looking the other way, down to floor.
func (c *column) last(units uint64, s, d, floor int) int {
	if s+d > len(c.left) {
		c.grow(2 * (s + d))
	}
	known := s + d
	for s >= floor {
		t := s
		for t < known && (c.left[t]-units)&guards == guards {
			t++
		}
		if t >= known {
			return s
		}
		known = s
		s = t - d
	}
	return None
}
