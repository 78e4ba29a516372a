package rcpsp

import (
	"math/rand"
	"reflect"
	"slices"
	"testing"
)

func solve(t *testing.T, p *Project, o Options) *Result {
	t.Helper()
	r, err := Solve(p, o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// feasible fails the test if the slow reference or Check finds a fault.
func feasible(t *testing.T, p *Project, r *Result) {
	t.Helper()
	if f := faults(p, r); len(f) > 0 {
		t.Fatalf("%v\n%+v\n%+v", f, p, r)
	}
	if f, err := Check(p, r); err != nil || len(f) > 0 {
		t.Fatalf("Check: %v %+v\n%+v\n%+v", err, f, p, r)
	}
	if l, m := slowScore(p, r); l != r.Score.Lateness || m != r.Score.Makespan {
		t.Fatalf("lateness %d and makespan %d, score %+v", l, m, r.Score)
	}
}

// Any plan of a project with everything in it is feasible, the same again for the
// same seed, and not worse than that of any priority rule.
func TestMixedProjectsAreFeasible(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	for k := range 400 {
		p := mixed(r, 1+r.Intn(25), k%2 == 0)
		o := Options{Seed: uint64(k), Tries: 60}
		got := solve(t, p, o)
		feasible(t, p, got)
		if again := solve(t, p, o); !reflect.DeepEqual(got, again) {
			t.Fatalf("%d: not the same again: %+v, %+v", k, got, again)
		}
		for _, rule := range Rules() {
			one, err := Serial(p, rule)
			if err != nil {
				t.Fatal(err)
			}
			feasible(t, p, one)
			if got.Score.Compare(one.Score) > 0 {
				t.Fatalf("%d: %+v is worse than %+v by rule %d", k, got.Score, one.Score, rule)
			}
		}
	}
}

// Without resources every activity starts as early as the definitions of links
// and calendars allow.
func TestPrecedenceDates(t *testing.T) {
	r := rand.New(rand.NewSource(2))
	for range 300 {
		p := mixed(r, 1+r.Intn(20), false)
		for i := range p.Activities {
			p.Activities[i].Demands, p.Activities[i].Pinned = nil, false
		}
		got := solve(t, p, Options{})
		s, f := make([]int, len(p.Activities)), make([]int, len(p.Activities))
		for _, i := range topological(p) {
			if want := slowEarly(p, i, s, f); got.Start[i] != want {
				t.Fatalf("%d starts at %d, not %d\n%+v", i, got.Start[i], want, p)
			}
		}
		if got.Score.Shift != 0 || got.Tries != 1 {
			t.Fatalf("%+v after %d tries", got.Score, got.Tries)
		}
	}
}

// topological is a slow order: again and again the first activity whose
// predecessors are all there.
func topological(p *Project) []int {
	var out []int
	for len(out) < len(p.Activities) {
		for i := range p.Activities {
			ready := !slices.Contains(out, i)
			for _, l := range p.Links {
				ready = ready && (l.Succ != i || slices.Contains(out, l.Pred))
			}
			if ready {
				out = append(out, i)
			}
		}
	}
	return out
}

// Stopped after any number of tries, a search has the result of one that was
// allowed only so many.
func TestStopIsTheSameAsTries(t *testing.T) {
	p := progen(rand.New(rand.NewSource(3)), 40, 1.8, 0.5, 0.2)
	for _, n := range []int{1, 2, 3, 5, 24, 100, 777} {
		k := 0
		stopped := solve(t, p, Options{Seed: 5, Stop: func() bool { k++; return k >= n }})
		bounded := solve(t, p, Options{Seed: 5, Tries: n})
		if stopped.Tries != n || !reflect.DeepEqual(stopped, bounded) {
			t.Errorf("%d: %+v after %d, %+v after %d", n, stopped.Score, stopped.Tries, bounded.Score, bounded.Tries)
		}
	}
}

// More tries are never worse.
func TestMoreTriesAreNotWorse(t *testing.T) {
	p := progen(rand.New(rand.NewSource(4)), 60, 1.5, 0.75, 0.2)
	best := solve(t, p, Options{Tries: 1})
	for _, n := range []int{10, 100, 1000, 5000} {
		r := solve(t, p, Options{Tries: n})
		feasible(t, p, r)
		if r.Score.Compare(best.Score) > 0 {
			t.Errorf("%+v after %d tries, %+v before", r.Score, n, best.Score)
		}
		best = r
	}
}
