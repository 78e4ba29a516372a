package schedule

import (
	"fmt"
	"math"
	"math/rand"
	"slices"
	"strings"
	"testing"

	"portfel/data"
	"portfel/data/workday"
)

// mixed makes random plans in which everything that a plan may hold occurs with
// everything else; which of it, a round chooses.
type mixed struct {
	some
	with map[string]bool
}

var mixtures = []string{"hours", "lags", "calendars", "odd", "manual", "limits", "must", "late", "facts", "status", "delays", "sites", "projects", "effort", "flat"}

func newMixed(seed int) *mixed {
	m := &mixed{some: some{Rand: rand.New(rand.NewSource(int64(seed)))}, with: map[string]bool{}}
	for _, x := range mixtures {
		m.with[x] = m.Intn(2) == 0
	}
	return m
}

func (m *mixed) once(n int) bool { return m.Intn(n) == 0 }

func (m *mixed) plan(base *workday.Calendar, n int) *Plan {
	m.p = &Plan{Start: data.NewDate(2026, 1, 1) + data.Date(m.Intn(500)), Calendars: []*workday.Calendar{base}}
	if m.with["calendars"] {
		m.p.Calendars = append(m.p.Calendars, m.calendars(base)...)
	}
	if m.with["status"] {
		m.p.Status = m.p.Start + data.Date(m.Intn(40))
	}
	if m.with["projects"] {
		m.projects()
	}
	m.people()
	m.tree(n)
	if m.with["flat"] {
		for i := range m.p.Tasks {
			m.p.Tasks[i].Parent, m.leaf[i] = None, true
		}
	}
	for i := range m.p.Tasks {
		m.task(i)
	}
	m.links()
	return m.p
}

// calendars are shifts, short weeks, absences, a region, days and nights.
func (m *mixed) calendars(base *workday.Calendar) []*workday.Calendar {
	from := m.p.Start + data.Date(m.Intn(60))
	away := workday.Absence{From: from, To: from + data.Date(m.Intn(30)), Kind: data.Vacation}
	early, late := data.Shifts("08:00-12:00 12:30-16:30"), data.Shifts("10:00-14:00 15:00-19:00")
	all := []*workday.Calendar{
		base.WithAbsences(away),
		base.WithWeek(workday.HoursWeek(data.Hours(20))),
		base.WithWeek(workday.Week{0, 480, 300, 480, 360, 240, 0}),
		base.Overlay([]workday.Day{{Date: from, Type: data.DayIsWork, Shifts: "06:00-10:00 20:00-24:00"}, {Date: from + 3, Type: data.DayIsOff}}),
		workday.NewHours(workday.Hours{"", early, early, early, early, early, ""}, base.Days(), nil),
		workday.NewHours(workday.Hours{"", late, late, late, late, late, "10:00-14:00"}, base.Days(), nil).WithAbsences(away),
		workday.NewHours(workday.Hours{"00:00-24:00", "00:00-24:00", "00:00-24:00", "00:00-24:00", "00:00-24:00", "00:00-24:00", "00:00-24:00"}, nil, nil),
		workday.NewHours(workday.Hours{"", "00:00-04:00 20:00-24:00", "00:00-04:00 20:00-24:00", "", "20:00-24:00", "00:00-04:00", ""}, nil, nil),
		workday.New(workday.Week{60, 60, 0, 0, 60, 0, 60}, nil, nil),
	}
	m.Shuffle(len(all), func(i, k int) { all[i], all[k] = all[k], all[i] })
	return all[:1+m.Intn(4)]
}

func (m *mixed) projects() {
	for range 1 + m.Intn(4) {
		x := Project{Start: m.p.Start + data.Date(m.Intn(40)), Calendar: m.Intn(len(m.p.Calendars))}
		if m.with["status"] && m.once(2) {
			x.Status = x.Start + data.Date(m.Intn(40))
		}
		m.p.Projects = append(m.p.Projects, x)
	}
	m.p.CommonEnd = m.once(2)
}

func (m *mixed) people() {
	for range 4 {
		r := Resource{Calendar: m.Intn(len(m.p.Calendars))}
		for range m.Intn(3) {
			from := m.p.Start + data.Date(m.Intn(60))
			r.Trips = append(r.Trips, Trip{from, from + data.Date(m.Intn(9)), 1 + m.Intn(2)})
		}
		m.p.Resources = append(m.p.Resources, r)
	}
}

func (m *mixed) day(n int) data.Date { return m.p.Start + data.Date(m.Intn(n)) - 5 }

func (m *mixed) minute() data.Minutes {
	if !m.with["hours"] || m.once(3) {
		return 0
	}
	return data.Minutes(1+m.Intn(48)) * 30
}

func (m *mixed) span(days int) data.Span {
	n := m.Intn(days)
	switch {
	case m.with["hours"] && m.once(3):
		return data.Span{Amount: int64(n) * 60, Unit: data.WorkMinutes}
	case m.with["hours"] && m.with["odd"] && m.once(3):
		return data.Span{Amount: int64(m.Intn(days * 500)), Unit: data.WorkMinutes}
	case m.with["hours"] && m.once(5):
		return data.Span{Amount: int64(n)*1000 + 500, Unit: data.WorkDays}
	case m.with["odd"] && m.once(8):
		return data.Span{Amount: int64(m.Intn(days * 1000)), Unit: data.WorkDays}
	case m.with["lags"] && m.once(6):
		return data.Span{Amount: int64(n) * 1000, Unit: data.CalendarDays}
	case m.with["lags"] && m.once(6):
		return data.Span{Amount: int64(m.Intn(100)) * 60, Unit: data.ElapsedMins}
	}
	return data.Days(n)
}

func (m *mixed) task(i int) {
	t := &m.p.Tasks[i]
	t.Calendar, t.Kind = m.Intn(len(m.p.Calendars)), data.TaskKinds[m.Intn(4)]
	if len(m.p.Projects) > 0 {
		t.Project = m.Intn(len(m.p.Projects))
	}
	if m.once(4) {
		t.DeadlineOn = m.p.Start + data.Date(m.Intn(200))
	}
	if !m.leaf[i] {
		if m.once(6) {
			t.Constraint, t.On, t.At = data.NotEarlier, m.day(90), m.minute()
		}
		return
	}
	t.Duration = m.span(9)
	if m.once(3) {
		t.Effort = data.Minutes(m.Intn(900))
	}
	if m.with["facts"] && m.once(3) {
		t.Percent = m.Intn(5) * 25
	}
	m.limit(t)
	m.staff(i, t)
	m.facts(t)
	if m.with["facts"] && t.Remaining.IsZero() && t.ActualFinish.IsZero() && m.once(5) {
		if t.Remaining = m.span(6); t.Remaining.Unit == data.CalendarDays {
			t.Remaining.Unit = data.WorkDays
		}
	}
	if t.Manual && t.Constraint == data.AsSoonAsPossible && m.once(2) {
		t.At = m.minute()
	}
	if m.with["delays"] && m.once(6) {
		if t.Delay = data.Days(m.Intn(4)); m.with["hours"] && m.once(2) {
			t.Delay = data.Span{Amount: int64(m.Intn(20)) * 60, Unit: data.WorkMinutes}
		}
	}
}

func (m *mixed) limit(t *Task) {
	var of []data.ConstraintKind
	for kind, name := range map[data.ConstraintKind]string{data.NotEarlier: "limits", data.NotLater: "limits", data.StartNotLater: "limits",
		data.FinishNotEarlier: "limits", data.AsLateAsPossible: "late", data.MustStart: "must", data.MustFinish: "must"} {
		if m.with[name] {
			of = append(of, kind)
		}
	}
	slices.Sort(of)
	if len(of) > 0 && m.once(4) {
		t.Constraint = of[m.Intn(len(of))]
		t.On, t.At = m.day(90), m.minute()
	}
	if m.with["manual"] && m.once(9) {
		t.Manual, t.StartsOn = true, m.day(90)
		if m.once(2) {
			t.EndsOn = t.StartsOn + data.Date(m.Intn(12))
		}
	}
}

func (m *mixed) staff(i int, t *Task) {
	if m.with["effort"] && m.once(4) {
		for _, k := range m.Perm(4)[:m.Intn(3)] {
			m.p.Assignments = append(m.p.Assignments, Assignment{i, k, data.Minutes(m.Intn(2000)), m.Intn(3) * 50})
		}
		if m.once(2) {
			t.Duration = data.Span{}
		}
	}
	if m.with["sites"] && m.once(4) {
		t.Site = 1 + m.Intn(2)
		if !m.with["effort"] {
			for _, k := range m.Perm(4)[:m.Intn(4)] {
				m.p.Assignments = append(m.p.Assignments, Assignment{i, k, 0, 0})
			}
		}
	}
}

func (m *mixed) facts(t *Task) {
	if !m.with["facts"] || !m.once(4) {
		return
	}
	stamp := func() data.Stamp { return data.Stamp{Day: m.day(50), Min: int(m.minute())} }
	switch m.Intn(3) {
	case 0:
		t.ActualFinish, t.Percent = stamp(), 100
		if m.once(2) {
			t.ActualStart = stamp()
		}
	case 1:
		t.ActualStart = stamp()
	case 2:
		t.ActualStart = stamp()
		if t.Remaining = m.span(6); t.Remaining.Unit == data.CalendarDays {
			t.Remaining.Unit = data.WorkDays
		}
	}
}

// links joins random tasks where no circle follows.
func (m *mixed) links() {
	m.waits = map[int][]int{}
	n := len(m.p.Tasks)
	for range n * 2 {
		l := Link{m.Intn(n), m.Intn(n), data.LinkTypes[m.Intn(4)], data.Span{}}
		if m.once(2) {
			l.Type = data.FinishStart
		}
		if m.once(3) {
			if l.Lag = m.span(6); m.once(3) {
				l.Lag.Amount = -l.Lag.Amount
			}
		}
		if m.Intn(3) > 0 && (!m.leaf[l.Pred] || !m.leaf[l.Succ]) || !m.legal(l) {
			continue
		}
		m.p.Links = append(m.p.Links, l)
		for _, a := range m.leaves(l.Pred) {
			m.waits[a] = append(m.waits[a], m.leaves(l.Succ)...)
		}
	}
}

// Every date, minute, float, flag, per cent and problem of random plans with
// everything in them equals what the definitions give.
func TestMixedPlansEqualTheDefinitions(t *testing.T) {
	base := russia(t)
	var solver Solver
	strips := map[*workday.Calendar]*strip{}
	compared, whole := 0, 0
	tried := rounds(mixedRounds)
	for round := range tried {
		m := newMixed(round)
		n := 10 + m.Intn(30)
		if round%50 == 0 {
			n = 100 + m.Intn(300)
		}
		p := m.plan(base, n)
		p.UseAssignees()
		if round%4 == 0 {
			if err := assigned(p, 60); err != nil {
				t.Fatalf("round %d: %v", round, err)
			}
		}
		w := walkPlan(p, strips)
		if round%20 == 0 {
			clear(strips)
		}
		if d := difference(w, solver.Solve(p)); d != "" {
			t.Fatalf("round %d: %s\n%s", round, d, describe(p))
		}
		if !w.vague {
			compared++
		}
		if !w.vague && !w.faint { // floats too
			whole++
		}
	}
	if whole < tried*7/10 || compared < tried*9/10 || !raced && whole < 2000 {
		t.Errorf("of %d plans %d were compared in dates and %d of these in floats; the others may be rounded either way", tried, compared, whole)
	}
}

const mixedRounds = 2700

// difference is the first thing in which a result is not what the walk found, or
// nothing. A value that lies between two roundings may be either.
func difference(w *walk, r *Result) string {
	rows := make([]walkRow, len(r.Rows))
	for i := range rows {
		rows[i] = w.row(i)
	}
	w.complain()
	if w.vague {
		return ""
	}
	for i, got := range r.Rows {
		want := rows[i]
		got.floats = false
		for _, v := range []struct {
			got  *int64
			want *int64
			of   float64
		}{{&got.Duration, &want.Row.Duration, want.duration * 1000}, {&got.Float, &want.Row.Float, want.float * 1000}, {&got.Free, &want.Row.Free, want.free * 1000},
			{(*int64)(&got.StartAt), (*int64)(&want.Row.StartAt), want.startAt}, {(*int64)(&got.FinishAt), (*int64)(&want.Row.FinishAt), want.finishAt}} {
			if math.Abs(float64(*v.got)-v.of) < 0.5+0.06 {
				*v.got = *v.want
			}
		}
		if w.faint {
			got.Float, got.Free, got.Critical = want.Row.Float, want.Row.Free, want.Critical
		}
		if got != want.Row {
			return fmt.Sprintf("task %d %+v\n got %+v\nwant %+v", i, w.things[i], got, want.Row)
		}
	}
	slices.SortStableFunc(w.problems, func(a, b Problem) int {
		return strings.Compare(problemKey(a), problemKey(b))
	})
	got := slices.Clone(r.Problems)
	slices.SortStableFunc(got, func(a, b Problem) int { return strings.Compare(problemKey(a), problemKey(b)) })
	if g, want := fmt.Sprint(got), fmt.Sprint(w.problems); g != want {
		return fmt.Sprintf("problems\n got %s\nwant %s", g, want)
	}
	return ""
}

func problemKey(p Problem) string {
	return fmt.Sprintf("%06d %06d %s %d", p.Task+1, p.Link+1, p.Code, p.Resource)
}

func describe(p *Plan) string {
	var b strings.Builder
	fmt.Fprintln(&b, "start", p.Start, p.Start.Weekday(), "status", p.Status, "projects", p.Projects, p.CommonEnd)
	for i, c := range p.Calendars {
		fmt.Fprintf(&b, "calendar %d: %v\n", i, c.Hours())
	}
	for i, t := range p.Tasks {
		fmt.Fprintf(&b, "%d in %d: %s", i, t.Parent, t.Duration)
		if t.Kind == data.TaskMilestone {
			b.WriteString(" milestone")
		}
		fmt.Fprintf(&b, " cal %d project %d", t.Calendar, t.Project)
		if t.Constraint != "" {
			fmt.Fprintf(&b, " %s %s %s +%d", t.Constraint, t.On, t.On.Weekday(), t.At)
		}
		if t.Manual {
			fmt.Fprintf(&b, " manual %s %s", t.StartsOn, t.EndsOn)
		}
		if t.Percent > 0 || !t.ActualStart.IsZero() || !t.ActualFinish.IsZero() {
			fmt.Fprintf(&b, " %d %% actual %s %s remaining %s", t.Percent, t.ActualStart, t.ActualFinish, t.Remaining)
		}
		if t.Delay.Amount != 0 {
			fmt.Fprintf(&b, " delay %s", t.Delay)
		}
		if t.Site != 0 {
			fmt.Fprintf(&b, " site %d", t.Site)
		}
		fmt.Fprintln(&b)
	}
	for _, l := range p.Links {
		fmt.Fprintf(&b, "%d %s %s -> %d\n", l.Pred, l.Type, l.Lag, l.Succ)
	}
	fmt.Fprintln(&b, p.Assignments)
	return b.String()
}
