package schedule

import (
	"fmt"
	"math/rand"
	"slices"
	"testing"

	"portfel/data"
)

// change makes a random change of a random task.
func (s *some) change() Change {
	i := s.Intn(len(s.p.Tasks))
	t := s.p.Tasks[i]
	on := s.p.Start + data.Date(s.Intn(90)) - 5
	switch s.Intn(12) {
	case 0:
		t.Constraint, t.On = data.ConstraintKinds[s.Intn(len(data.ConstraintKinds))], on
	case 1:
		t.Manual, t.StartsOn, t.EndsOn = true, on, on+data.Date(s.Intn(9))
	case 2:
		t.Manual, t.Constraint = false, data.AsSoonAsPossible
	case 3:
		t.ActualStart, t.Percent = data.OnDay(on), s.Intn(100)
	case 4:
		t.ActualFinish, t.Percent = data.OnDay(on), 100
	case 5:
		t.ActualStart, t.ActualFinish, t.Percent = data.Stamp{}, data.Stamp{}, 0
	case 6:
		t.DeadlineOn = on
	case 7:
		t.Delay = data.Days(s.Intn(4))
	case 8:
		t.Calendar = s.Intn(len(s.p.Calendars))
	case 9:
		t.Percent, t.Effort = s.Intn(101), data.Minutes(s.Intn(900))
	case 10:
		t.Duration = data.Span{Amount: int64(s.Intn(3000)), Unit: data.WorkMinutes}
	default:
		t.Duration = data.Days(s.Intn(9))
	}
	return Change{i, t}
}

// An edited plan is the plan solved anew: every row, every problem, every total;
// and the list of what moved is exactly what differs.
func TestEditEqualsSolvingAnew(t *testing.T) {
	base := russia(t)
	var solver Solver
	for round := range rounds(600) {
		s := &some{Rand: rand.New(rand.NewSource(int64(round))), pins: round%3 == 0, wild: round%2 == 0}
		p := s.plan(base, 10+s.Intn(60))
		if round%4 == 0 {
			p.Status = p.Start + data.Date(s.Intn(60))
		}
		solver.Solve(p)
		for step := range 25 {
			before := slices.Clone(solver.result.Rows)
			var changes []Change
			for range 1 + s.Intn(3)/2 {
				changes = append(changes, s.change())
			}
			moved := slices.Clone(solver.Edit(changes...))
			where := fmt.Sprintf("round %d step %d: %+v", round, step, changes)
			sameResult(t, where, &solver.result, Solve(p))
			sameMoves(t, where, before, solver.result.Rows, moved)
		}
	}
}

func sameMoves(t *testing.T, where string, before, after []Row, moved []int) {
	t.Helper()
	for i, row := range after {
		if (row != before[i]) != slices.Contains(moved, i) {
			t.Fatalf("%s: task %d moved %v, listed %v", where, i, row != before[i], moved)
		}
	}
}

func sameResult(t *testing.T, where string, got, want *Result) {
	t.Helper()
	for i := range want.Rows {
		if got.Rows[i] != want.Rows[i] {
			t.Fatalf("%s\ntask %d:\n got %+v\nwant %+v", where, i, got.Rows[i], want.Rows[i])
		}
	}
	if got.Start != want.Start || got.Finish != want.Finish || got.Effort != want.Effort || got.Percent != want.Percent {
		t.Fatalf("%s\n got %s..%s %d %d\nwant %s..%s %d %d", where, got.Start, got.Finish, got.Effort, got.Percent, want.Start, want.Finish, want.Effort, want.Percent)
	}
	if g, w := fmt.Sprint(got.Problems), fmt.Sprint(want.Problems); g != w {
		t.Fatalf("%s\nproblems\n got %s\nwant %s", where, g, w)
	}
}

// What a change would do is shown and then undone to the last field.
func TestTryLeavesNothing(t *testing.T) {
	base := russia(t)
	var solver Solver
	for round := range rounds(300) {
		s := &some{Rand: rand.New(rand.NewSource(int64(round))), wild: true}
		p := s.plan(base, 30)
		solver.Solve(p)
		for range 5 {
			c := s.change()
			var shown []Row
			solver.Try(func(_ []int, r *Result) { shown = slices.Clone(r.Rows) }, c, s.change())
			sameResult(t, "after", &solver.result, Solve(p))
			if len(shown) != len(p.Tasks) {
				t.Fatal("nothing was shown")
			}
		}
	}
}

// change makes a random change of a random task, of anything that it may hold.
func (m *mixed) change() Change {
	i := m.Intn(len(m.p.Tasks))
	t := m.p.Tasks[i]
	switch m.Intn(10) {
	case 0, 1, 2:
		t.Duration = m.span(9)
	case 3:
		t.Constraint, t.On, t.At, t.Manual, t.StartsOn, t.EndsOn = "", 0, 0, false, 0, 0
		m.limit(&t)
	case 4:
		t.ActualStart, t.ActualFinish, t.Remaining, t.Percent = data.Stamp{}, data.Stamp{}, data.Span{}, m.Intn(3)*40
		m.facts(&t)
	case 5:
		t.Delay = m.span(4)
	case 6:
		t.Calendar, t.Kind = m.Intn(len(m.p.Calendars)), data.TaskKinds[m.Intn(4)]
	case 7:
		t.Site, t.DeadlineOn = m.Intn(3), m.day(90)
	case 8:
		t.Percent, t.Effort = m.Intn(101), data.Minutes(m.Intn(900))
	default:
		if t.Duration = (data.Span{}); len(m.p.Projects) > 0 && m.once(3) {
			t.Project = m.Intn(len(m.p.Projects))
		}
	}
	return Change{i, t}
}

// The same with hours, calendars, facts, sites and projects.
func TestEditOfMixedPlansEqualsSolvingAnew(t *testing.T) {
	base := russia(t)
	var solver Solver
	for round := range rounds(700) {
		m := newMixed(round)
		p := m.plan(base, 10+m.Intn(50))
		p.UseAssignees()
		solver.Solve(p)
		for step := range 20 {
			before := slices.Clone(solver.result.Rows)
			var changes []Change
			for range 1 + m.Intn(3)/2 {
				changes = append(changes, m.change())
			}
			where := fmt.Sprintf("round %d step %d: %+v", round, step, changes)
			solver.Try(func(moved []int, r *Result) { sameMoves(t, where, before, r.Rows, moved) }, changes...)
			sameMoves(t, where, before, solver.result.Rows, nil)
			moved := slices.Clone(solver.Edit(changes...))
			sameResult(t, where, &solver.result, Solve(p))
			sameMoves(t, where, before, solver.result.Rows, moved)
		}
	}
}
