package schedule

import (
	"portfel/data"
	"portfel/data/workday"
)

// slow schedules a plan of whole days by trying day after day, straight from
// the definitions: a date is right when every condition holds and the date
// before (or, for late dates, after) breaks one. Instants are numbers: 2d is the
// start of day d, 2d+1 its end.
type slow struct {
	p      *Plan
	kids   map[int][]int
	in     map[int][]spreadLink // by leaf
	out    map[int][]spreadLink
	early  map[int]int // leaf: first day; milestone: instant
	late   map[int]int
	end    int // instant of the plan's end
	counts map[*workday.Calendar][]int
}

// spreadLink joins leaves for a link that may name summaries. Its lag counts on
// the calendar of the task that the link names.
type spreadLink struct {
	Link
	home int
}

const slowDays = 12000 // days that the walk may use, from slowFrom on

var slowFrom = int(data.NewDate(2015, 1, 1))

func (s *slow) cal(i int) *workday.Calendar { return s.p.Calendars[s.p.Tasks[i].Calendar] }

func (s *slow) works(c *workday.Calendar, d int) bool { return c.IsWorking(data.Date(d)) }

// before counts the working days that are over at an instant.
func (s *slow) before(c *workday.Calendar, x int) int {
	n := s.counts[c]
	if n == nil {
		n = make([]int, slowDays)
		for k := 1; k < slowDays; k++ {
			n[k] = n[k-1]
			if s.works(c, slowFrom+k) {
				n[k]++
			}
		}
		s.counts[c] = n
	}
	if x%2 == 1 {
		return n[x/2-slowFrom]
	}
	return n[x/2-slowFrom-1]
}

func (s *slow) milestone(i int) bool { return isMilestone(&s.p.Tasks[i]) && !s.p.Tasks[i].Manual }

// onAllDays tells whether a task runs on all days.
func (s *slow) onAllDays(i int) bool {
	return s.p.Tasks[i].Manual || s.p.Tasks[i].Duration.Unit == data.CalendarDays
}

// finish is the last day of a task that starts on a day.
func (s *slow) finish(i, d int) int {
	t := &s.p.Tasks[i]
	n := int(t.Duration.Amount / 1000)
	switch {
	case t.Manual:
		return d + int(t.EndsOn-t.StartsOn)
	case t.Duration.Unit == data.CalendarDays:
		return d + n - 1
	}
	for {
		if s.works(s.cal(i), d) {
			if n--; n == 0 {
				return d
			}
		}
		d++
	}
}

// event is the instant of an end of a task placed at v.
func (s *slow) event(i, v int, atFinish bool) int {
	switch {
	case s.milestone(i):
		return v
	case atFinish:
		return 2*s.finish(i, v) + 1
	}
	return 2 * v
}

// lagged moves an instant by the lag of a link.
func (s *slow) lagged(l spreadLink, x int) int {
	k, c := int(l.Lag.Amount/1000), s.cal(l.home)
	d := x / 2
	switch {
	case k == 0:
		return x
	case l.Lag.Unit == data.CalendarDays:
		x = 2 * (d + x%2 + k)
		if k > 0 {
			x--
		}
		if s.milestone(l.Succ) && !s.works(c, x/2) {
			for d = x / 2; !s.works(c, d); d++ {
			}
			return 2 * d
		}
		return x
	case k > 0:
		for d += x % 2; ; d++ {
			if s.works(c, d) {
				if k--; k == 0 {
					return 2*d + 1
				}
			}
		}
	}
	for d -= 1 - x%2; ; d-- {
		if s.works(c, d) {
			if k++; k == 0 {
				return 2 * d
			}
		}
	}
}

// holds tells whether an end of j, placed at v, is not before an instant.
func (s *slow) holds(j, v int, atFinish bool, x int) bool {
	e := s.event(j, v, atFinish)
	switch {
	case s.milestone(j):
		return e >= x
	case s.onAllDays(j):
		return e/2+e%2 >= x/2+x%2
	}
	return s.before(s.cal(j), e) >= s.before(s.cal(j), x)
}

// kept tells whether a link holds with its ends placed at vi and vj.
func (s *slow) kept(l spreadLink, vi, vj int) bool {
	x := s.lagged(l, s.event(l.Pred, vi, l.Type[0] == 'F'))
	return s.holds(l.Succ, vj, l.Type[1] == 'F', x)
}

// may tells whether a task may be placed at v at all.
func (s *slow) may(i, v int) bool {
	return s.milestone(i) || s.onAllDays(i) || s.works(s.cal(i), v)
}

// opens is the start of the first working day from d on.
func (s *slow) opens(i, d int) int {
	if s.onAllDays(i) {
		return d
	}
	for !s.works(s.cal(i), d) {
		d++
	}
	if s.milestone(i) {
		return 2 * d
	}
	return d
}

func (s *slow) solve() {
	s.spread()
	for i := range s.p.Tasks {
		if s.kids[i] == nil {
			s.place(i)
		}
	}
	for i, v := range s.early {
		s.end = max(s.end, s.event(i, v, true))
	}
	for i := range s.early {
		s.push(i)
	}
}

// spread turns links of summaries into links of all their leaves, and a
// summary's "not earlier" into that of its leaves.
func (s *slow) spread() {
	s.kids, s.in, s.out = map[int][]int{}, map[int][]spreadLink{}, map[int][]spreadLink{}
	s.early, s.late, s.counts = map[int]int{}, map[int]int{}, map[*workday.Calendar][]int{}
	for i, t := range s.p.Tasks {
		if t.Parent != None {
			s.kids[t.Parent] = append(s.kids[t.Parent], i)
		}
	}
	for _, l := range s.p.Links {
		for _, a := range s.leaves(l.Pred) {
			for _, b := range s.leaves(l.Succ) {
				m := spreadLink{Link{a, b, l.Type, l.Lag}, l.Succ}
				s.in[b], s.out[a] = append(s.in[b], m), append(s.out[a], m)
			}
		}
	}
}

func (s *slow) leaves(i int) []int {
	if s.kids[i] == nil {
		return []int{i}
	}
	var out []int
	for _, k := range s.kids[i] {
		out = append(out, s.leaves(k)...)
	}
	return out
}

// place finds the early date of a leaf, those it waits for first.
func (s *slow) place(i int) int {
	if v, ok := s.early[i]; ok {
		return v
	}
	t := &s.p.Tasks[i]
	v := s.opens(i, int(s.p.Start))
	for up := i; up != None; up = s.p.Tasks[up].Parent {
		if u := &s.p.Tasks[up]; u.Constraint == data.NotEarlier {
			v = max(v, s.opens(i, int(u.On)))
		}
	}
	for _, l := range s.in[i] {
		s.place(l.Pred)
	}
	switch {
	case t.Manual:
		v = int(t.StartsOn)
	case t.Constraint == data.MustStart:
		v = s.opens(i, int(t.On))
	default:
		for !s.fits(i, v) {
			v++
		}
	}
	s.early[i] = v
	return v
}

func (s *slow) fits(i, v int) bool {
	if !s.may(i, v) {
		return false
	}
	for _, l := range s.in[i] {
		if !s.kept(l, s.early[l.Pred], v) {
			return false
		}
	}
	return true
}

// push finds the late date of a leaf, those that wait for it first. What
// precedes a manual task is held by where it stands.
func (s *slow) push(i int) int {
	t := &s.p.Tasks[i]
	v, ok := s.late[i]
	if !ok {
		for _, l := range s.out[i] {
			s.push(l.Succ)
		}
		v = s.end/2 + 60
		if s.milestone(i) {
			v = 2 * v
		}
		for !s.fitsLate(i, v) {
			v--
		}
		if t.Constraint == data.MustStart && !t.Manual {
			v = min(v, s.early[i])
		}
		s.late[i] = v
	}
	if t.Manual {
		v = min(v, s.early[i])
	}
	return v
}

func (s *slow) fitsLate(i, v int) bool {
	t, e := &s.p.Tasks[i], 0
	if !s.may(i, v) {
		return false
	}
	e = s.event(i, v, true)
	if !s.by(i, e, s.end) || !t.Manual && t.Constraint == data.NotLater && !s.by(i, e, 2*int(t.On)+1) {
		return false
	}
	for _, l := range s.out[i] {
		if !s.kept(l, v, s.push(l.Succ)) {
			return false
		}
	}
	return true
}

// by tells whether a finish is no later than an instant. A milestone may stand
// on the other side of the boundary.
func (s *slow) by(i, e, x int) bool {
	switch {
	case s.milestone(i):
		return e <= x || s.before(s.cal(i), e) <= s.before(s.cal(i), x)
	case s.onAllDays(i):
		return e/2+e%2 <= x/2+x%2
	}
	return s.before(s.cal(i), e) <= s.before(s.cal(i), x)
}

// row is what the plan shows of a task.
func (s *slow) row(i int) Row {
	var r Row
	if kids := s.kids[i]; kids != nil {
		r = s.row(kids[0])
		for _, k := range kids {
			x := s.row(k)
			r.Start, r.Finish, r.Float = min(r.Start, x.Start), max(r.Finish, x.Finish), min(r.Float, x.Float)
			r.Critical = r.Critical || x.Critical
		}
		r.Summary = true
		s.share(i, &r)
	} else {
		r = s.leafRow(i)
	}
	r.Slack, r.HasSlack = 0, false
	if on := s.p.Tasks[i].DeadlineOn; on > 0 {
		c := s.p.Calendars[0]
		r.HasSlack, r.Slack = true, s.before(c, 2*int(on)+1)-s.before(c, 2*int(r.Finish)+1)
	}
	return r
}

func (s *slow) leafRow(i int) Row {
	t, c := &s.p.Tasks[i], s.cal(i)
	a, b := s.event(i, s.early[i], false), s.event(i, s.early[i], true)
	r := Row{Start: data.Date(a / 2), Finish: data.Date(b / 2), Percent: t.Percent, Effort: t.Effort}
	r.Float = int64(s.before(c, s.event(i, s.late[i], false)) - s.before(c, a))
	r.Critical = r.Float <= 0
	return r
}

// share is the per cent and effort of a summary.
func (s *slow) share(i int, r *Row) {
	var effort, done, days, daysDone, n, percent float64
	for _, k := range s.leaves(i) {
		t, own := &s.p.Tasks[k], s.leafRow(k)
		d := float64(0)
		if !s.milestone(k) {
			d = float64(s.before(s.cal(k), 2*int(own.Finish)+1) - s.before(s.cal(k), 2*int(own.Start)))
		}
		p := float64(t.Percent)
		effort, done = effort+float64(t.Effort), done+float64(t.Effort)*p
		days, daysDone = days+d, daysDone+d*p
		n, percent = n+1, percent+p
	}
	value := percent / n
	if days > 0 {
		value = daysDone / days
	}
	if effort > 0 {
		value = done / effort
	}
	r.Effort, r.Percent = data.Minutes(effort), int(value+0.5)
	if r.Percent == 100 && value < 100 {
		r.Percent = 99
	}
}
