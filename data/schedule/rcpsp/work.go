package rcpsp

// work is the time that activities take on an axis of slots.
type work struct {
	dur     []int
	cal     []*Calendar // nil for events and where every slot works
	horizon int
}

// finish is the end of an activity that starts in slot s.
func (w *work) finish(i, s int) int {
	c := w.cal[i]
	if c == nil {
		return s + w.dur[i]
	}
	return c.Slot(c.Rank(s)+w.dur[i]-1) + 1
}

// snap is the first slot from t on in which the activity may start.
func (w *work) snap(i, t int) int {
	c := w.cal[i]
	if c == nil {
		return t
	}
	return c.Slot(c.Rank(t))
}

// lastStart is the latest slot from which the activity finishes by end. It is
// below zero when there is none.
func (w *work) lastStart(i, end int) int {
	c := w.cal[i]
	if c == nil || end <= 0 {
		return end - w.dur[i]
	}
	k := c.Rank(end) - w.dur[i]
	if k < 0 {
		return k
	}
	return c.Slot(k)
}

// stretches appends the borders of the unbroken stretches of an activity that
// starts in slot s, as far as the horizon: from, to, from, to.
func (w *work) stretches(out []int32, i, s int) []int32 {
	c, left := w.cal[i], w.dur[i]
	if c == nil {
		if s < w.horizon && left > 0 {
			out = append(out, int32(s), int32(min(s+left, w.horizon)))
		}
		return out
	}
	for k := c.Rank(s); left > 0; {
		a := c.Slot(k)
		if a >= w.horizon {
			break
		}
		b := min(c.stretch(k), a+left, w.horizon)
		if n := len(out); n > 0 && int(out[n-1]) == a {
			out[n-1] = int32(b)
		} else {
			out = append(out, int32(a), int32(b))
		}
		left -= b - a
		k += b - a
	}
	return out
}
