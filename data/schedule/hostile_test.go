package schedule

import (
	"encoding/binary"
	"slices"
	"testing"

	"portfel/data"
	"portfel/data/workday"
)

// stream turns bytes into numbers; at its end all are 0.
type stream []byte

func (s *stream) next() int {
	if len(*s) == 0 {
		return 0
	}
	b := (*s)[0]
	*s = (*s)[1:]
	if b == 255 && len(*s) >= 8 {
		v := binary.LittleEndian.Uint64(*s)
		*s = (*s)[8:]
		return int(v)
	}
	return int(b)
}

func (s *stream) pick(n int) int { return int(uint(s.next()) % uint(n)) }

func (s *stream) date() data.Date {
	if s.pick(8) == 0 {
		return data.Date(s.next())
	}
	return day("2026-01-12") + data.Date(s.pick(90))
}

func (s *stream) span() data.Span {
	units := []data.Unit{data.WorkDays, data.WorkDays, data.WorkMinutes, data.CalendarDays, data.ElapsedMins, "", "?"}
	return data.Span{Amount: int64(s.next()) * int64(1+999*s.pick(2)), Unit: units[s.pick(len(units))]}
}

func (s *stream) stamp() data.Stamp {
	if s.pick(3) > 0 {
		return data.Stamp{}
	}
	return data.Stamp{Day: s.date(), Min: s.next() * s.pick(2) * 7}
}

// hostile makes a plan of anything.
func hostile(b []byte, base *workday.Calendar) *Plan {
	s := stream(b)
	p := &Plan{Start: s.date(), Calendars: []*workday.Calendar{base, nil, workday.New(workday.Week{}, nil, nil), base.WithWeek(workday.HoursWeek(7)),
		base.WithAbsences(workday.Absence{From: day("2026-02-01"), To: day("2026-03-01")}),
		workday.NewHours(workday.Hours{"00:00-24:00", "", "23:59-24:00", "", "", "00:00-00:01 12:00-13:00", ""}, nil, nil)}}
	if s.pick(9) == 0 {
		p.Calendars = p.Calendars[s.pick(6):]
	}
	if s.pick(2) == 0 {
		p.Status = s.date()
	}
	for range s.pick(4) {
		p.Projects = append(p.Projects, Project{Start: s.date(), Status: s.date(), Calendar: s.pick(8) - 1})
	}
	p.CommonEnd = s.pick(2) == 0
	n := s.pick(24)
	for range n {
		p.Tasks = append(p.Tasks, s.task(n))
	}
	types := append([]data.LinkType{"", "?"}, data.LinkTypes...)
	for range s.pick(60) {
		p.Links = append(p.Links, Link{s.pick(n+2) - 1, s.pick(n+2) - 1, types[s.pick(6)], s.span()})
	}
	for range s.pick(3) {
		r := Resource{Calendar: s.pick(8) - 1, Capacity: s.next()}
		for range s.pick(3) {
			r.Trips = append(r.Trips, Trip{s.date(), s.date(), s.pick(3)})
		}
		p.Resources = append(p.Resources, r)
	}
	for range s.pick(9) {
		p.Assignments = append(p.Assignments, Assignment{s.pick(n+2) - 1, s.pick(4) - 1, data.Minutes(s.next()), s.next()})
	}
	return p
}

// task is a task of anything in a plan of n.
func (s *stream) task(n int) Task {
	constraints := append([]data.ConstraintKind{"?"}, data.ConstraintKinds...)
	t := Task{Parent: s.pick(n+2) - 1, Kind: data.TaskKinds[s.pick(4)], Calendar: s.pick(8) - 1, Manual: s.pick(5) == 0,
		StartsOn: s.date(), EndsOn: s.date(), Duration: s.span(), Effort: data.Minutes(s.next()), Constraint: constraints[s.pick(9)], On: s.date(),
		DeadlineOn: s.date(), Percent: s.next()}
	t.Project, t.Site, t.Priority, t.At = s.pick(5)-1, s.pick(3), s.next(), data.Minutes(s.next()*s.pick(2))
	t.ActualStart, t.ActualFinish = s.stamp(), s.stamp()
	if s.pick(3) == 0 {
		t.Remaining, t.Delay = s.span(), s.span()
	}
	return t
}

// sound checks what holds for every result, whatever the plan.
func sound(t *testing.T, s *Solver, p *Plan) {
	t.Helper()
	r := s.Solve(p)
	if len(r.Rows) != len(p.Tasks) {
		t.Fatalf("%d rows for %d tasks", len(r.Rows), len(p.Tasks))
	}
	for i, row := range r.Rows {
		if row.Start < 1 || row.Finish > lastDate || row.Finish < row.Start || row.Percent < 0 || row.Percent > 100 || row.Effort < 0 {
			t.Fatalf("task %d: %+v", i, row)
		}
		if row.StartAt < 0 || row.FinishAt > 24*60 || row.Start == row.Finish && row.FinishAt < row.StartAt && row.Start > 1 && row.Start < lastDate || row.Free < 0 || row.Duration < 0 {
			t.Fatalf("task %d: %+v\nof %+v", i, row, p.Tasks[i])
		}
		if row.Start < r.Start || row.Finish > r.Finish {
			t.Fatalf("task %d: %s-%s lies outside of the plan %s-%s", i, row.Start, row.Finish, r.Start, r.Finish)
		}
		s.WhyStart(i)
		s.WhyFinish(i)
	}
	for _, x := range r.Problems {
		if x.Code == Cycle && (len(x.Tasks) < 2 || x.Link == None) {
			t.Fatalf("a cycle without names: %+v", x)
		}
	}
}

func FuzzSolve(f *testing.F) {
	f.Add([]byte{})
	for seed := range 6 {
		b := make([]byte, 300)
		for i := range b {
			b[i] = byte(i*i*(seed+1) + i*7*seed)
		}
		f.Add(b)
	}
	base := russia(f)
	var s Solver
	f.Fuzz(func(t *testing.T, b []byte) {
		p := hostile(b, base)
		p.UseAssignees()
		sound(t, &s, p)
		tampered(t, &s, b)
	})
}

// tampered edits the plan solved last by anything: the result equals solving it
// anew.
func tampered(t *testing.T, s *Solver, b []byte) {
	t.Helper()
	p := s.plan
	if len(p.Tasks) == 0 {
		return
	}
	more := stream(slices.Clone(b))
	slices.Reverse(more)
	for range 3 {
		moved := s.Edit(Change{more.pick(len(p.Tasks)), more.task(len(p.Tasks))}, Change{more.pick(len(p.Tasks)), more.task(len(p.Tasks))})
		if len(moved) > len(p.Tasks) {
			t.Fatalf("%d moved of %d", len(moved), len(p.Tasks))
		}
		sameResult(t, "edit", &s.result, Solve(p))
	}
	sound(t, s, p)
}

// A plan in which everything waits for everything, and an outline as deep as it
// is long, end in bounded time and name their cycles.
func TestHugeTangles(t *testing.T) {
	p := &Plan{Start: day("2026-01-12"), Calendars: []*workday.Calendar{russia(t)}}
	const n = 20000
	for i := range n {
		p.Tasks = append(p.Tasks, Task{Parent: None, Duration: data.Days(1)})
		for k := range 5 {
			p.Links = append(p.Links, Link{Pred: (i*7919 + k*104729) % n, Succ: i})
		}
	}
	var s Solver
	sound(t, &s, p)
	if len(s.result.Problems) == 0 {
		t.Error("no cycle was found")
	}
	deep := &Plan{Start: p.Start, Calendars: p.Calendars}
	for i := range 10000 {
		deep.Tasks = append(deep.Tasks, Task{Parent: i - 1, Duration: data.Days(1)})
		deep.Links = append(deep.Links, Link{Pred: i, Succ: 10000})
	}
	deep.Tasks = append(deep.Tasks, Task{Parent: None, Duration: data.Days(2)})
	r := s.Solve(deep)
	if len(r.Problems) != 0 || r.Finish != day("2026-01-14") || !r.Rows[0].Summary {
		t.Errorf("deep outline: %v, finish %s", r.Problems, r.Finish)
	}
	loop := &Plan{Start: p.Start, Calendars: p.Calendars, Tasks: []Task{{Parent: 1}, {Parent: 2}, {Parent: 0}}}
	if r := s.Solve(loop); !slices.ContainsFunc(r.Problems, func(p Problem) bool { return p.Code == ParentLoop }) {
		t.Errorf("tasks in each other: %v", r.Problems)
	}
	empty := s.Solve(&Plan{})
	if len(empty.Rows) != 0 || empty.Finish != 0 {
		t.Errorf("empty plan: %+v", empty)
	}
}

func TestFarFutureIsCutAndNamed(t *testing.T) {
	p := &Plan{Start: day("2026-01-12"), Calendars: []*workday.Calendar{russia(t)}}
	for i := range 300 {
		p.Tasks = append(p.Tasks, Task{Parent: None, Duration: data.Days(data.MaxTaskDays)})
		if i > 0 {
			p.Links = append(p.Links, Link{Pred: i - 1, Succ: i})
		}
	}
	r := Solve(p)
	last := r.Rows[299]
	if last.Finish != lastDate || len(r.Problems) == 0 || r.Problems[0].Code != TooFar {
		t.Errorf("%+v %v", last, r.Problems[:min(3, len(r.Problems))])
	}
}
