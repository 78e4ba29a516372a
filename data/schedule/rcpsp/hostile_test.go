package rcpsp

import (
	"errors"
	"math"
	"math/rand"
	"runtime"
	"testing"
)

// A cycle is named, each activity the predecessor of the next.
func TestCycleIsNamed(t *testing.T) {
	p := &Project{
		Activities: make([]Activity, 6),
		Links:      []Link{{Pred: 0, Succ: 1}, {Pred: 3, Succ: 1}, {Pred: 1, Succ: 2}, {Pred: 2, Succ: 3}, {Pred: 3, Succ: 4}, {Pred: 2, Succ: 5}},
	}
	_, err := Solve(p, Options{})
	var c *CycleError
	if !errors.As(err, &c) || len(c.Activities) != 3 {
		t.Fatalf("%v", err)
	}
	next := map[int]int{1: 2, 2: 3, 3: 1}
	for k, i := range c.Activities {
		if next[i] != c.Activities[(k+1)%3] {
			t.Errorf("%v", c.Activities)
		}
	}
	if _, err := Check(p, &Result{}); !errors.As(err, &c) {
		t.Errorf("Check: %v", err)
	}
	if _, err := Serial(&Project{Activities: make([]Activity, 1), Links: []Link{{}}}, 0); !errors.As(err, &c) || len(c.Activities) != 1 {
		t.Errorf("an activity after itself: %v", err)
	}
}

func TestMalformedProjectsAreRefused(t *testing.T) {
	one := func(a Activity) *Project {
		return &Project{Activities: []Activity{a}, Resources: []Resource{{Capacity: 1}}}
	}
	for name, p := range map[string]*Project{
		"link out of range":     {Activities: make([]Activity, 1), Links: []Link{{Succ: 1}}},
		"link below range":      {Activities: make([]Activity, 1), Links: []Link{{Pred: None}}},
		"no such type":          {Activities: make([]Activity, 2), Links: []Link{{Succ: 1, Type: 4}}},
		"endless lag":           {Activities: make([]Activity, 2), Links: []Link{{Succ: 1, Lag: math.MaxInt}}},
		"negative duration":     one(Activity{Duration: -1}),
		"endless duration":      one(Activity{Duration: math.MaxInt}),
		"endless release":       one(Activity{Release: math.MaxInt}),
		"pinned before zero":    one(Activity{Pinned: true, Start: -1}),
		"negative weight":       one(Activity{Weight: -1}),
		"no such resource":      one(Activity{Demands: []Demand{{1, 1}}}),
		"negative units":        one(Activity{Demands: []Demand{{0, -1}}}),
		"negative capacity":     {Resources: []Resource{{Capacity: -1}}},
		"negative override":     {Resources: []Resource{{Overrides: []Override{{0, 1, -1}}}}},
		"horizon below zero":    {Horizon: -1},
		"horizon far above all": {Horizon: MaxHorizon + 1},
	} {
		if _, err := Solve(p, Options{}); !errors.Is(err, ErrInput) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestNothingToPlan(t *testing.T) {
	for _, p := range []*Project{{}, {Activities: make([]Activity, 1)}, {Activities: make([]Activity, 3), Resources: make([]Resource, 2)}} {
		r := solve(t, p, Options{})
		feasible(t, p, r)
		if r.Score != (Score{}) || len(r.Start) != len(p.Activities) {
			t.Errorf("%+v", r)
		}
	}
}

// A plan comes even if there is no time at all.
func TestStoppedAtOnce(t *testing.T) {
	p := progen(rand.New(rand.NewSource(1)), 30, 1.5, 0.5, 0.2)
	r := solve(t, p, Options{Stop: func() bool { return true }})
	feasible(t, p, r)
	if r.Tries != 1 {
		t.Errorf("%d tries", r.Tries)
	}
}

// Dates thousands of years away cost no memory and become problems.
func TestYear9999(t *testing.T) {
	hours := 8000 * 8766
	week := calendarOf([]bool{true, true, true, true, true, false, false}, 7)
	p := &Project{Resources: person(Override{hours, hours + 1000, 0}, Override{100, hours, 30})}
	for i := range 200 {
		a := whole(1 + i)
		a.Demands[0].Units = 30
		if i%3 == 0 {
			a.Calendar = week
		}
		switch i % 5 {
		case 1:
			a.Release = hours
		case 2:
			a.Duration = hours
		case 3:
			a.Pinned, a.Start, a.Duration = i%2 == 0, hours, hours
		}
		p.Activities = append(p.Activities, a)
	}
	p.Links = []Link{{Pred: 1, Succ: 4, Lag: hours}, {Pred: 2, Succ: 5, Lag: -hours}, {Pred: 0, Succ: 9, Type: StartFinish, Lag: -hours}}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	r := solve(t, p, Options{Tries: 100})
	runtime.ReadMemStats(&after)
	if used := after.TotalAlloc - before.TotalAlloc; used > 64<<20 {
		t.Errorf("%d MB", used>>20)
	}
	if f, err := Check(p, r); err != nil || len(f) > 0 {
		t.Errorf("%v %+v", err, f)
	}
	if !has(r.Problems, Beyond) {
		t.Errorf("%+v", r.Problems)
	}
}

// Work in every other slot for decades, beside work in the slots between, takes
// time in proportion to its pieces, not to their square.
func TestManyPieces(t *testing.T) {
	const d = 200000
	p := &Project{Resources: person()}
	for k := range 4 {
		a := whole(d)
		a.Calendar = calendarOf([]bool{k%2 == 0, k%2 == 1}, 2)
		a.Demands[0].Units = 30
		p.Activities = append(p.Activities, a)
	}
	p.Activities = append(p.Activities, whole(1))
	r := solve(t, p, Options{Tries: 4})
	at(t, r, 0, 1, 0, 1, 2*d)
	if f, err := Check(p, r); err != nil || len(f) > 0 {
		t.Errorf("%v %+v", err, f)
	}
}

// A chain of a hundred thousand, entered last first, neither recurses nor takes
// long, even if the list begins with its end.
func TestLongChain(t *testing.T) {
	const n = 100000
	p := &Project{Activities: make([]Activity, n), Resources: person()}
	for i := range p.Activities {
		p.Activities[i] = whole(1)
		if i > 0 {
			p.Links = append(p.Links, Link{Pred: i, Succ: i - 1})
		}
	}
	p.Activities[0].Priority = 1
	r := solve(t, p, Options{Tries: 5})
	if r.Start[0] != n-1 || r.Start[n-1] != 0 || r.Score.Makespan != n {
		t.Errorf("%+v", r.Score)
	}
}

// FuzzSolve makes a project of bytes; whatever it is, the plan is feasible.
func FuzzSolve(f *testing.F) {
	f.Add(int64(1), uint8(10), true)
	f.Add(int64(2), uint8(30), false)
	f.Add(int64(-7), uint8(1), false)
	f.Fuzz(func(t *testing.T, seed int64, n uint8, plain bool) {
		p := mixed(rand.New(rand.NewSource(seed)), 1+int(n%40), plain)
		r := solve(t, p, Options{Seed: uint64(seed), Tries: 40})
		feasible(t, p, r)
	})
}
