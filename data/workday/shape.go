package workday

import (
	"slices"

	"portfel/data"
)

// Hours are the shifts of each weekday, indexed by time.Weekday: Hours[0] is
// Sunday. An empty day of a week that works is the usual one.
type Hours [7]data.Shifts

// Week is the working time that the shifts give.
func (h Hours) Week() (w Week) {
	for i, s := range h {
		w[i] = s.Minutes()
	}
	return w
}

// fit cuts or replaces shifts so that each weekday has its minutes.
func (h Hours) fit(w Week) Hours {
	for i := range h {
		if h[i].Minutes() != w[i] {
			h[i] = cut(h[i], w[i])
		}
	}
	return h
}

// The usual day begins at nine and has an hour of break after four hours
// (ст. 108 ТК РФ asks for one of half an hour to two hours within the first
// four to five hours).
const (
	dayOpens   data.Minutes = 9 * 60
	breakAfter data.Minutes = 4 * 60
	breakTime  data.Minutes = 60
	midnight   data.Minutes = 24 * 60
)

// Usual are the shifts of a day of m minutes of which nothing else is known:
// 09:00-13:00 14:00-18:00 for eight hours. A day that would run over midnight
// begins earlier, one that leaves no hour for a break has none.
func Usual(m data.Minutes) data.Shifts {
	m = min(max(m, 0), midnight)
	switch {
	case m == 0:
		return ""
	case m <= breakAfter:
		return data.MakeShifts(data.Shift{From: dayOpens, To: dayOpens + m})
	case m+breakTime > midnight:
		return data.MakeShifts(data.Shift{From: 0, To: m})
	}
	from := min(dayOpens, midnight-m-breakTime)
	lunch := from + breakAfter
	return data.MakeShifts(data.Shift{From: from, To: lunch}, data.Shift{From: lunch + breakTime, To: from + m + breakTime})
}

// cut keeps the first m minutes of shifts; shifts that are shorter give way to
// the usual ones.
func cut(s data.Shifts, m data.Minutes) data.Shifts {
	if s.Minutes() < m {
		return Usual(m)
	}
	var out []data.Shift
	for _, x := range s.List() {
		if m <= 0 {
			break
		}
		x.To = min(x.To, x.From+m)
		m -= x.To - x.From
		out = append(out, x)
	}
	return data.MakeShifts(out...)
}

// Shape is how a working day lies on the clock. The shape of a day off has no
// shifts.
type Shape struct {
	Shifts  data.Shifts
	List    []data.Shift
	Minutes data.Minutes // working time
	Open    data.Minutes // first minute of work, of the day
	Close   data.Minutes // the minute after the last
}

func newShape(s data.Shifts) Shape {
	out := Shape{Shifts: s, List: s.List(), Minutes: s.Minutes()}
	if n := len(out.List); n > 0 {
		out.Open, out.Close = out.List[0].From, out.List[n-1].To
	}
	return out
}

// Before is the working time of the day that is over at a minute of the day.
func (s *Shape) Before(minute data.Minutes) (done data.Minutes) {
	for _, x := range s.List {
		if minute <= x.From {
			break
		}
		done += min(minute, x.To) - x.From
	}
	return done
}

// At is the minute of the day at which done minutes are worked: the earliest
// such, so that a break is not yet over. At(0) is the opening.
func (s *Shape) At(done data.Minutes) data.Minutes {
	for _, x := range s.List {
		if done <= x.To-x.From {
			return x.From + max(done, 0)
		}
		done -= x.To - x.From
	}
	return s.Close
}

// Shape is how d lies on the clock.
func (c *Calendar) Shape(d data.Date) *Shape {
	if i := int64(d) - c.lo; i >= 0 && i < int64(len(c.shape)) {
		return &c.shapes[c.shape[i]]
	}
	return &c.shapes[d.Weekday()]
}

// Shifts are the working intervals of d, empty on a day off.
func (c *Calendar) Shifts(d data.Date) data.Shifts { return c.Shape(d).Shifts }

// Hours are the shifts of the week.
func (c *Calendar) Hours() Hours { return c.hours }

// openShapes makes the shapes of the week.
func (c *Calendar) openShapes() {
	c.shapes = make([]Shape, 0, 12)
	for _, s := range c.hours {
		c.shapes = append(c.shapes, newShape(s))
	}
}

// shapeDays finds the shape of each day of the window.
func (c *Calendar) shapeDays() {
	c.shape = make([]int16, c.hi-c.lo+1)
	known := map[data.Shifts]int16{}
	for i := range c.shape {
		c.shape[i] = int16((c.lo + int64(i)) % 7)
		if k := c.cause[i]; k != 0 {
			c.shape[i] = c.shapeOf(known, c.shiftsOn(int64(i)))
		}
	}
}

// shiftsOn are the shifts of a day of the window that differs.
func (c *Calendar) shiftsOn(i int64) data.Shifts {
	m := data.Minutes(c.minutes[i])
	if i > 0 {
		m -= data.Minutes(c.minutes[i-1])
	}
	k := c.cause[i]
	switch {
	case m == 0 || k < 0:
		return ""
	case c.days[k-1].Shifts.Minutes() == m:
		return c.days[k-1].Shifts
	case c.days[k-1].Shifts != "":
		return cut(c.days[k-1].Shifts, m)
	}
	s := c.hours[(c.lo+i)%7]
	if s == "" {
		s = c.Longest()
	}
	return cut(s, m)
}

// Longest are the shifts of the week's longest day, which a moved working
// Saturday takes.
func (c *Calendar) Longest() data.Shifts {
	best := &c.shapes[0]
	for i := range c.shapes[:7] {
		if c.shapes[i].Minutes > best.Minutes {
			best = &c.shapes[i]
		}
	}
	return best.Shifts
}

func (c *Calendar) shapeOf(known map[data.Shifts]int16, s data.Shifts) int16 {
	k, ok := known[s]
	if !ok {
		k = int16(slices.IndexFunc(c.shapes, func(x Shape) bool { return x.Shifts == s }))
		if k < 0 {
			k = int16(len(c.shapes))
			c.shapes = append(c.shapes, newShape(s))
		}
		known[s] = k
	}
	return k
}

// overlaps are the minutes that pairs of shifts share, each found once.
type overlaps map[[2]data.Shifts]data.Shifts

// common are the minutes that two lists of shifts share.
func (o overlaps) common(a, b data.Shifts) data.Shifts {
	key := [2]data.Shifts{a, b}
	out, known := o[key]
	if !known {
		out = both(a, b)
		o[key] = out
	}
	return out
}

func both(a, b data.Shifts) data.Shifts {
	var out []data.Shift
	for _, x := range a.List() {
		for _, y := range b.List() {
			if from, to := max(x.From, y.From), min(x.To, y.To); from < to {
				out = append(out, data.Shift{From: from, To: to})
			}
		}
	}
	return data.MakeShifts(out...)
}
