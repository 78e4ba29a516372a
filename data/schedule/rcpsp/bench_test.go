package rcpsp

import (
	"fmt"
	"math/rand"
	"testing"
	"time"
)

// BenchmarkSerial is one plan of a priority rule, all preparations included.
func BenchmarkSerial(b *testing.B) {
	for _, n := range []int{100, 1000, 10000, 100000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			p := portfolio(rand.New(rand.NewSource(1)), n, 12)
			b.ReportAllocs()
			b.ResetTimer()
			for range b.N {
				if _, err := Serial(p, LatestFinish); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkLevel is a search of at most 300 plans and 80 ms over twelve people.
func BenchmarkLevel(b *testing.B) {
	for _, n := range []int{100, 1000, 10000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			benchmarkLevel(b, portfolio(rand.New(rand.NewSource(1)), n, 12))
		})
	}
}

// BenchmarkLevelClock is the same where a slot is an hour of the clock and every
// task has a calendar of eight hours on five days with a break at noon.
func BenchmarkLevelClock(b *testing.B) {
	for _, n := range []int{100, 1000, 10000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			benchmarkLevel(b, clock(portfolio(rand.New(rand.NewSource(1)), n, 12)))
		})
	}
}

func benchmarkLevel(b *testing.B, p *Project) {
	tries := 0
	b.ResetTimer()
	for range b.N {
		end := time.Now().Add(80 * time.Millisecond)
		r, err := Solve(p, Options{Tries: 300, Stop: func() bool { return time.Now().After(end) }})
		if err != nil {
			b.Fatal(err)
		}
		tries += r.Tries
	}
	b.ReportMetric(float64(tries)/float64(b.N), "tries/op")
}

// BenchmarkPass is one forward pass in an instance of 120 activities and four
// resources.
func BenchmarkPass(b *testing.B) {
	p := progen(rand.New(rand.NewSource(1)), 120, 1.8, 0.75, 0.2)
	s, err := newSearch(p, Options{Tries: 1})
	if err != nil {
		b.Fatal(err)
	}
	list := append([]int32(nil), s.p.ruled(LatestFinish)...)
	b.ReportAllocs()
	for range b.N {
		s.p.forward(list)
	}
}
