package schedule

import (
	"math/rand"
	"testing"
)

func TestYY(t *testing.T) {
	base := russia(t)
	for n := 1; n < 12; n++ {
		for seed := 0; seed < 6000; seed++ {
			s := &some{Rand: rand.New(rand.NewSource(int64(seed))), pins: seed%3 == 0, wild: seed%2 == 0}
			p := s.plan(base, n)
			ref := &slow{p: p}
			ref.solve()
			r := Solve(p)
			for i, got := range r.Rows {
				want := ref.row(i)
				got.Duration, got.Float = 0, got.FloatDays()
				if got != want {
					t.Fatalf("n %d seed %d, task %d:\n got %+v\nwant %+v\n%s", n, seed, i, got, want, show(p))
				}
			}
		}
	}
}
