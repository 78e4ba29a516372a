package rcpsp

import (
	"math/rand"
	"slices"
	"testing"
)

// Steps do what a slice with a number for each slot does.
func TestStepsAreASliceOfSlots(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	var scratch steps
	for range 200 {
		s, slots := level(5), slices.Repeat([]int32{5}, 90)
		for range 12 {
			var borders []int32
			for at := r.Intn(20); at < 60 && len(borders) < 8; at += r.Intn(9) {
				from, to := at, at+1+r.Intn(9)
				if n := len(borders); n > 0 && int(borders[n-1]) >= from {
					continue
				}
				borders = append(borders, int32(from), int32(to))
				at = to
			}
			units := int32(r.Intn(3))
			s.lowerAll(borders, units, &scratch)
			for k := 0; k < len(borders); k += 2 {
				for j := borders[k]; j < borders[k+1]; j++ {
					slots[j] -= units
				}
			}
		}
		sometimes(r, 2, func() {
			from, to := r.Intn(60), r.Intn(80)
			s.set(from, to, 1)
			for j := from; j < to; j++ {
				slots[j] = 1
			}
		})
		for k, want := range slots {
			if got := s.left[s.find(k)]; got != want {
				t.Fatalf("slot %d has %d, not %d: %+v", k, got, want, s)
			}
		}
		for k := 1; k < len(s.at); k++ {
			if s.at[k-1] >= s.at[k] || s.left[k-1] == s.left[k] {
				t.Fatalf("not the shortest form: %+v", s)
			}
		}
	}
}

// Whatever profile a project gets, it makes the plans of runs on the axis of all
// slots, forward and backward, for the same lists.
func TestProfilesAgree(t *testing.T) {
	r := rand.New(rand.NewSource(2))
	kinds := map[string]int{}
	for k := range 600 {
		p := mixed(r, 1+r.Intn(30), k%4 == 0)
		switch k % 4 {
		case 1:
			p = progen(r, 5+r.Intn(40), 1.5, 0.5, 0.3)
		case 2:
			c := weekly(r)
			for i := range p.Activities {
				p.Activities[i].Calendar = c
			}
		}
		a, err := prepare(p)
		if err != nil {
			t.Fatal(err)
		}
		kinds[kind(a.prof)]++
		agree(t, r, a, newPlanner(a.m, newRuns(a.m.work, a.m.needs, a.m.offers(p))))
	}
	for _, name := range []string{"grid", "runs", "live grid", "live runs"} {
		if kinds[name] < 40 {
			t.Errorf("only %d projects have a %s", kinds[name], name)
		}
	}
}

func kind(p profile) string {
	switch p := p.(type) {
	case *grid:
		return "grid"
	case *live:
		return "live " + kind(p.on)
	}
	return "runs"
}

// agree compares the plans of two planners for random lists.
func agree(t *testing.T, r *rand.Rand, a, b *planner) {
	t.Helper()
	for range 5 {
		list := make([]int32, a.m.n)
		for i, j := range r.Perm(a.m.n) {
			list[i] = int32(j)
		}
		a.forward(list)
		b.forward(list)
		if !slices.Equal(a.now.start, b.now.start) || a.score != b.score {
			t.Fatalf("%s forward: %v, %v", kind(a.prof), a.now.start, b.now.start)
		}
		a.backward()
		b.backward()
		if !slices.Equal(a.back, b.back) {
			t.Fatalf("%s backward: %v, %v", kind(a.prof), a.back, b.back)
		}
	}
}

// Moving a plan to the right and back never makes it longer where nothing but
// links and constant capacities holds it.
func TestSwingingIsNeverLonger(t *testing.T) {
	r := rand.New(rand.NewSource(3))
	shorter := 0
	for range 200 {
		s, err := newSearch(progen(r, 40, 1.8, 0.75, 0.2), Options{Tries: 1000})
		if err != nil {
			t.Fatal(err)
		}
		before := s.forward(s.sample(3)).Makespan
		s.backward()
		after := s.forward(s.p.byStart(s.p.back)).Makespan
		if after > before {
			t.Fatalf("%d after %d", after, before)
		}
		shorter += before - after
	}
	if shorter < 200 {
		t.Errorf("%d slots gained in 200 plans", shorter)
	}
}
