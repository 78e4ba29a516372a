package rcpsp

import (
	"errors"
	"math/rand"
	"testing"
)

// at fails the test unless the activities start where they should.
func at(t *testing.T, r *Result, want ...int) {
	t.Helper()
	for i, w := range want {
		if r.Start[i] != w {
			t.Errorf("%d starts at %d, not %d", i, r.Start[i], w)
		}
	}
}

func person(overrides ...Override) []Resource {
	return []Resource{{Capacity: 60, Overrides: overrides}}
}

func whole(d int) Activity { return Activity{Duration: d, Demands: []Demand{{0, 60}}} }

// Two tasks of one person follow each other; the more important one goes first,
// however late that makes the other.
func TestPriorityGoesFirst(t *testing.T) {
	a, b := whole(3), whole(5)
	b.Priority = 1
	a.Deadline, a.Weight = 3, 9
	p := &Project{Activities: []Activity{a, b}, Resources: person()}
	r := solve(t, p, Options{Tries: 200})
	feasible(t, p, r)
	at(t, r, 5, 0)
	if r.Score != (Score{Lateness: 45, Makespan: 8, Shift: 5}) {
		t.Errorf("%+v", r.Score)
	}
}

// What an important task waits for goes before less important ones.
func TestPriorityReachesBack(t *testing.T) {
	a, b, c := whole(4), whole(2), whole(2)
	c.Priority = 1
	p := &Project{Activities: []Activity{a, b, c}, Links: []Link{{Pred: 1, Succ: 2}}, Resources: person()}
	r := solve(t, p, Options{Tries: 200})
	feasible(t, p, r)
	at(t, r, 4, 0, 2)
}

// Of two tasks of one priority the one with the nearer deadline goes first: the
// other way round it would be two slots late.
func TestDeadlinesDecide(t *testing.T) {
	a, b := whole(3), whole(5)
	a.Deadline, a.Weight = 8, 1
	b.Deadline, b.Weight = 6, 1
	p := &Project{Activities: []Activity{a, b}, Resources: person()}
	r := solve(t, p, Options{Tries: 200})
	feasible(t, p, r)
	at(t, r, 5, 0)
	if r.Score.Lateness != 0 {
		t.Errorf("%+v", r.Score)
	}
}

// An absence from 2 to 5 cannot be worked through: three slots of work wait for
// it, two go before.
func TestWorkIsNotSplitByAbsences(t *testing.T) {
	p := &Project{Activities: []Activity{whole(3), whole(2)}, Resources: person(Override{2, 5, 0})}
	r := solve(t, p, Options{Tries: 200})
	feasible(t, p, r)
	at(t, r, 5, 0)
}

// A weekend of the task's own calendar is worked through: nothing is asked of the
// person then, even if absent.
func TestIdleSlotsNeedNobody(t *testing.T) {
	a := whole(4)
	a.Calendar = calendarOf([]bool{true, true, false, false, true, true}, 6)
	p := &Project{Activities: []Activity{a}, Resources: person(Override{2, 4, 0})}
	r := solve(t, p, Options{Tries: 200})
	feasible(t, p, r)
	at(t, r, 0)
	if r.Finish[0] != 6 {
		t.Errorf("finish %d, not 6", r.Finish[0])
	}
}

// Pinned work stays, keeps its people, and is told of when it asks too much; what
// comes before it and is too late is told of by its link.
func TestPinnedWorkStays(t *testing.T) {
	a, b, c, d := whole(4), whole(4), whole(3), whole(2)
	a.Pinned, a.Start = true, 3
	b.Pinned, b.Start = true, 5
	p := &Project{
		Activities: []Activity{a, b, c, d},
		Links:      []Link{{Pred: 3, Succ: 0}, {Pred: 2, Succ: 0}},
		Resources:  person(),
	}
	r := solve(t, p, Options{Tries: 200})
	feasible(t, p, r)
	// Only one of c and d fits before slot 3. With c there, d runs from 9 to 11,
	// eight slots after it should have ended; the other way c would be nine late.
	at(t, r, 3, 5, 0, 9)
	if r.Score.Overrun != 8 {
		t.Errorf("%+v", r.Score)
	}
	want := []Problem{{PinnedOverload, None, 0, None, 5}, {PinnedLink, 0, None, 0, 11}}
	if len(r.Problems) != 2 || r.Problems[0] != want[0] || r.Problems[1] != want[1] {
		t.Errorf("%+v, not %+v", r.Problems, want)
	}
}

// What can never be met is told of and left out; the rest of the task counts.
func TestImpossibleDemands(t *testing.T) {
	a, b, c := whole(2), whole(3), whole(2)
	a.Demands = []Demand{{0, 60}, {1, 4}} // never four of the second
	b.Demands = []Demand{{1, 3}}          // three of it, but only in two slots at a time
	p := &Project{
		Activities: []Activity{a, b, c},
		Resources: []Resource{
			{Capacity: 60},
			{Capacity: 2, Overrides: []Override{{0, 2, 3}, {6, 8, 3}}},
		},
	}
	r := solve(t, p, Options{Tries: 200})
	feasible(t, p, r)
	want := []Problem{{Overdemand, 0, 1, None, None}, {NoWindow, 1, 1, None, None}}
	if len(r.Problems) != 2 || r.Problems[0] != want[0] || r.Problems[1] != want[1] {
		t.Errorf("%+v, not %+v", r.Problems, want)
	}
	if r.Start[1] != 0 || r.Start[0]+r.Start[2] != 2 {
		t.Errorf("%v", r.Start)
	}
}

// A person who leaves at slot 5 has no room for the second task; the plan with
// fewer such tasks is the better one.
func TestNoRoom(t *testing.T) {
	a, b := whole(4), whole(3)
	p := &Project{Activities: []Activity{a, b}, Resources: person(Override{5, maxNumber, 0})}
	r := solve(t, p, Options{Tries: 200})
	feasible(t, p, r)
	if len(r.Problems) != 1 || r.Problems[0].Code != NoRoom || r.Score.Unplaced != 1 {
		t.Errorf("%+v %+v", r.Score, r.Problems)
	}
	at(t, r, 0, 0)
}

// Check finds each kind of fault.
func TestCheck(t *testing.T) {
	week := calendarOf([]bool{true, true, false}, 3)
	a, b, c := whole(2), whole(2), whole(2)
	a.Release, b.Calendar = 1, week
	c.Pinned, c.Start = true, 9
	p := &Project{Activities: []Activity{a, b, c}, Links: []Link{{Pred: 0, Succ: 1}}, Resources: person()}
	good := Result{Start: []int{1, 3, 9}, Finish: []int{3, 5, 11}}
	for _, c := range []struct {
		code          Code
		i, start, end int
	}{
		{0, 0, 1, 3},
		{TooEarly, 0, 0, 2},
		{OffCalendar, 0, 1, 4},
		{OffCalendar, 1, 5, 7},
		{BrokenLink, 0, 2, 4},
		{Overload, 1, 9, 11},
		{Moved, 2, 10, 12},
	} {
		r := Result{Start: append([]int(nil), good.Start...), Finish: append([]int(nil), good.Finish...)}
		r.Start[c.i], r.Finish[c.i] = c.start, c.end
		found, err := Check(p, &r)
		ok := err == nil && (c.code == 0) == (len(found) == 0)
		if c.code != 0 {
			ok = ok && len(found) > 0 && has(found, c.code)
		}
		if !ok {
			t.Errorf("code %d: %+v %v", c.code, found, err)
		}
	}
}

// A plan of another project is refused.
func TestCheckRefusesAnotherPlan(t *testing.T) {
	if _, err := Check(&Project{Activities: make([]Activity, 2)}, &Result{}); !errors.Is(err, ErrInput) {
		t.Errorf("%v", err)
	}
}

func has(problems []Problem, c Code) bool {
	for _, p := range problems {
		if p.Code == c {
			return true
		}
	}
	return false
}

// A thousand tasks of twelve people get a feasible plan with all rules tried, and
// it moves no more than that of any rule when it is as long.
func TestPortfolio(t *testing.T) {
	p := portfolio(rand.New(rand.NewSource(1)), 1000, 12)
	r := solve(t, p, Options{Tries: 100})
	if f, err := Check(p, r); err != nil || len(f) > 0 {
		t.Fatalf("%v %+v", err, f)
	}
	for _, rule := range Rules() {
		one, err := Serial(p, rule)
		if err != nil {
			t.Fatal(err)
		}
		if f, err := Check(p, one); err != nil || len(f) > 0 {
			t.Fatalf("rule %d: %v %+v", rule, err, f)
		}
		if r.Score.Compare(one.Score) > 0 {
			t.Errorf("%+v, by rule %d %+v", r.Score, rule, one.Score)
		}
	}
}
