package schedule

import (
	"fmt"
	"math/rand"
	"strings"
	"testing"

	"portfel/data"
	"portfel/data/workday"
)

// some makes random plans; what it may contain is chosen by the round.
type some struct {
	*rand.Rand
	p     *Plan
	leaf  []bool
	pins  bool
	wild  bool // several calendars, calendar days
	waits map[int][]int
}

func (s *some) plan(base *workday.Calendar, n int) *Plan {
	s.p = &Plan{Start: data.NewDate(2026, 1, 1) + data.Date(s.Intn(500)), Calendars: []*workday.Calendar{base}}
	if s.wild {
		s.calendars(base)
	}
	s.tree(n)
	for i := range s.p.Tasks {
		s.task(i)
	}
	s.links()
	return s.p
}

func (s *some) calendars(base *workday.Calendar) {
	week := workday.Week{0, 480, 480, 480, 480, 480, 0}
	week[s.Intn(7)], week[s.Intn(7)] = 0, 300
	from := s.p.Start + data.Date(s.Intn(60))
	s.p.Calendars = append(s.p.Calendars, base.WithWeek(week), base.WithAbsences(workday.Absence{From: from, To: from + data.Date(s.Intn(30))}),
		workday.New(workday.Week{60, 60, 0, 0, 60, 0, 60}, nil, nil))
}

// tree makes n tasks, some within others, up to four levels.
func (s *some) tree(n int) {
	s.leaf = make([]bool, n)
	level := make([]int, n)
	for i := range n {
		t := Task{Parent: None}
		if k := i - 1 - s.Intn(6); k >= 0 && s.Intn(4) > 0 && level[k] < 3 {
			t.Parent, level[i] = k, level[k]+1
		}
		s.p.Tasks, s.leaf[i] = append(s.p.Tasks, t), true
	}
	for _, t := range s.p.Tasks {
		if t.Parent != None {
			s.leaf[t.Parent] = false
		}
	}
}

func (s *some) task(i int) {
	t := &s.p.Tasks[i]
	t.Calendar = s.Intn(len(s.p.Calendars))
	if s.Intn(4) == 0 {
		t.DeadlineOn = s.p.Start + data.Date(s.Intn(200))
	}
	on := s.p.Start + data.Date(s.Intn(90)) - 5
	if !s.leaf[i] {
		t.Calendar = 0
		if s.Intn(8) == 0 {
			t.Constraint, t.On = data.NotEarlier, on
		}
		return
	}
	t.Duration = data.Days(s.Intn(9))
	t.Percent = s.Intn(5) * 25
	if s.Intn(3) == 0 {
		t.Effort = data.Minutes(s.Intn(900))
	}
	if s.wild && s.Intn(8) == 0 && t.Duration.Amount > 0 {
		t.Duration.Unit = data.CalendarDays
	}
	switch s.Intn(14) {
	case 0:
		t.Constraint, t.On = data.NotEarlier, on
	case 1:
		t.Constraint, t.On = data.NotLater, on
	case 2:
		if s.pins && t.Duration.Unit == data.WorkDays {
			t.Constraint, t.On = data.MustStart, on
		}
	case 3:
		if s.pins {
			t.Manual, t.Duration = true, data.Days(1)
			t.StartsOn, t.EndsOn = on, on+data.Date(s.Intn(12))
		}
	}
}

// links joins random tasks where no circle follows.
func (s *some) links() {
	s.waits = map[int][]int{}
	n := len(s.p.Tasks)
	for range n * 2 {
		l := Link{s.Intn(n), s.Intn(n), data.LinkTypes[s.Intn(4)], data.Span{}}
		if s.Intn(2) == 0 {
			l.Type = data.FinishStart
		}
		if s.Intn(3) == 0 {
			l.Lag = data.Days(s.Intn(9) - 3)
			if s.wild && s.Intn(4) == 0 && s.leaf[l.Succ] {
				l.Lag.Unit = data.CalendarDays
			}
		}
		if s.Intn(3) > 0 && (!s.leaf[l.Pred] || !s.leaf[l.Succ]) || !s.legal(l) {
			continue
		}
		s.p.Links = append(s.p.Links, l)
		for _, a := range s.leaves(l.Pred) {
			s.waits[a] = append(s.waits[a], s.leaves(l.Succ)...)
		}
	}
}

func (s *some) legal(l Link) bool {
	if !s.leaf[l.Pred] && l.Type[0] == 'S' || !s.leaf[l.Succ] && l.Type[1] == 'F' {
		return false
	}
	targets := map[int]bool{}
	for _, a := range s.leaves(l.Pred) {
		targets[a] = true
	}
	seen := map[int]bool{}
	stack := s.leaves(l.Succ)
	for len(stack) > 0 {
		i := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if targets[i] {
			return false
		}
		if !seen[i] {
			seen[i] = true
			stack = append(stack, s.waits[i]...)
		}
	}
	return true
}

func (s *some) leaves(i int) []int { return (&slow{p: s.p, kids: s.kids()}).leaves(i) }

func (s *some) kids() map[int][]int {
	kids := map[int][]int{}
	for i, t := range s.p.Tasks {
		if t.Parent != None {
			kids[t.Parent] = append(kids[t.Parent], i)
		}
	}
	return kids
}

// Every date, float, flag and sum of random plans equals what trying day after
// day gives.
func TestRandomPlansEqualTheDefinitions(t *testing.T) {
	base := russia(t)
	var solver Solver
	for round := range rounds(2400) {
		s := &some{Rand: rand.New(rand.NewSource(int64(round))), pins: round%3 == 0, wild: round%2 == 0}
		n := 10 + s.Intn(30)
		if round%60 == 0 {
			n = 100 + s.Intn(100)
		}
		p := s.plan(base, n)
		ref := &slow{p: p}
		ref.solve()
		result := solver.Solve(p)
		for i, got := range result.Rows {
			want := ref.row(i)
			duration := got.Duration
			got.Duration, got.Float = 0, got.FloatDays()
			got.Free, got.StartAt, got.FinishAt, got.floats = 0, 0, 0, false
			if got != want {
				t.Fatalf("round %d, task %d (duration %d):\n got %+v\nwant %+v\n%s", round, i, duration, got, want, show(p))
			}
		}
	}
}

func show(p *Plan) string {
	var b strings.Builder
	fmt.Fprintln(&b, "start", p.Start)
	for i, t := range p.Tasks {
		fmt.Fprintf(&b, "%d in %d, cal %d, %s, %s %s, manual %v %s %s\n", i, t.Parent, t.Calendar, t.Duration, t.Constraint, t.On, t.Manual, t.StartsOn, t.EndsOn)
	}
	for _, l := range p.Links {
		fmt.Fprintf(&b, "%d %s %s -> %d\n", l.Pred, l.Type, l.Lag, l.Succ)
	}
	return b.String()
}
