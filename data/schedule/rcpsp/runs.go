package rcpsp

// runs keeps what is left of each resource as stretches of equal capacity. Its
// size does not depend on the length of the plan, and calendars are no trouble.
type runs struct {
	work
	needs   [][]Demand
	base    []steps
	left    []steps
	borders []int32
	scratch steps
}

func newRuns(w work, needs [][]Demand, base []steps) *runs {
	r := &runs{work: w, needs: needs, base: base, left: make([]steps, len(base))}
	r.reset()
	return r
}

func (r *runs) reset() {
	for k := range r.left {
		r.left[k].copyFrom(&r.base[k])
	}
}

func (r *runs) take(i, s int) {
	if r.cal[i] == nil {
		for _, d := range r.needs[i] {
			r.left[d.Resource].lower(s, s+r.dur[i], int32(d.Units))
		}
		return
	}
	r.borders = r.stretches(r.borders[:0], i, s)
	for _, d := range r.needs[i] {
		r.left[d.Resource].lowerAll(r.borders, int32(d.Units), &r.scratch)
	}
}

// fit asks the resources in turn until all of them accept the same start.
func (r *runs) fit(i, t int) int {
	s := r.snap(i, t)
	needs := r.needs[i]
	for k, agreed := 0, 0; agreed < len(needs); k = (k + 1) % len(needs) {
		next := r.first(i, &needs[k], s)
		if next == None {
			return None
		}
		if next != s {
			s, agreed = next, 0
		}
		agreed++
	}
	if r.finish(i, s) > r.horizon {
		return None
	}
	return s
}

// first is the first start from s on at which one resource suffices.
func (r *runs) first(i int, d *Demand, s int) int {
	left, units := &r.left[d.Resource], int32(d.Units)
	if r.cal[i] == nil {
		return left.first(units, s, r.dur[i])
	}
	f := r.finish(i, s)
	for k := left.find(s); f <= r.horizon; k++ {
		last := k+1 == len(left.at)
		end := r.horizon
		if !last {
			end = int(left.at[k+1])
		}
		if left.left[k] < units && meets(r.cal[i], max(s, int(left.at[k])), min(f, end)) {
			s = r.snap(i, end)
			f = r.finish(i, s)
		} else if f <= end {
			return s
		}
		if last {
			break
		}
	}
	return None
}

// meets says whether a slot of [a, b) works.
func meets(c *Calendar, a, b int) bool { return a < b && c.Rank(a) < c.Rank(b) }

func (r *runs) fitBack(i, t, floor int) int {
	s := r.floor(i, min(t, r.horizon))
	needs := r.needs[i]
	for k, agreed := 0, 0; agreed < len(needs); k = (k + 1) % len(needs) {
		next := r.last(i, &needs[k], s, floor)
		if next == None {
			return None
		}
		if next != s {
			s, agreed = next, 0
		}
		agreed++
	}
	return s
}

// floor is the last slot up to t in which the activity may start.
func (r *runs) floor(i, t int) int {
	c := r.cal[i]
	if c == nil || t < 0 {
		return t
	}
	if k := c.Rank(t+1) - 1; k >= 0 {
		return c.Slot(k)
	}
	return None
}

// last is the last start from s down to floor at which one resource suffices.
func (r *runs) last(i int, d *Demand, s, floor int) int {
	left, units := &r.left[d.Resource], int32(d.Units)
	if r.cal[i] == nil {
		return left.last(units, s, r.dur[i], floor)
	}
	for k := left.find(r.finish(i, s) - 1); s >= floor; k-- {
		at, f, end := int(left.at[k]), r.finish(i, s), never
		if k+1 < len(left.at) {
			end = int(left.at[k+1])
		}
		if left.left[k] < units && meets(r.cal[i], max(s, at), min(f, end)) {
			s = r.lastStart(i, at)
		} else if at <= s {
			return s
		}
	}
	return None
}
