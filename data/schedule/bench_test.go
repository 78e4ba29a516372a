package schedule

import (
	"fmt"
	"math/rand"
	"testing"
	"time"

	"portfel/data"
	"portfel/data/workday"
)

// layered makes a plan of about n leaves in packages of ten, with 1.6 links a
// leaf that go forward, of all types.
func layered(n int, cal *workday.Calendar) *Plan {
	r := rand.New(rand.NewSource(7))
	p := &Plan{Start: data.NewDate(2026, 1, 12), Calendars: []*workday.Calendar{cal}}
	var leaves []int
	for len(leaves) < n {
		stage := len(p.Tasks)
		p.Tasks = append(p.Tasks, Task{Parent: None})
		for range 10 {
			pack := len(p.Tasks)
			p.Tasks = append(p.Tasks, Task{Parent: stage})
			for range 10 {
				leaves = append(leaves, len(p.Tasks))
				p.Tasks = append(p.Tasks, Task{Parent: pack, Duration: data.Days(r.Intn(11)), Percent: r.Intn(101), Effort: 480})
			}
		}
	}
	types := []data.LinkType{data.FinishStart, data.FinishStart, data.FinishStart, data.FinishStart, data.StartStart, data.FinishFinish}
	for k, succ := range leaves[1:] {
		for range 1 + r.Intn(5)/2 {
			back := 1 + r.Intn(min(k+1, 200))
			p.Links = append(p.Links, Link{leaves[k+1-back], succ, types[r.Intn(len(types))], data.Days(r.Intn(20) / 19)})
		}
	}
	return p
}

func BenchmarkSolve(b *testing.B) {
	cal := russia(b)
	for _, n := range []int{100, 1000, 10000, 100000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			p := layered(n, cal)
			var s Solver
			s.Solve(p)
			b.ReportAllocs()
			b.ResetTimer()
			for range b.N {
				s.Solve(p)
			}
		})
	}
}

// BenchmarkPeople has every task on the calendar of one of twelve people, so
// that links cross calendars.
func BenchmarkPeople(b *testing.B) {
	p := layered(10000, russia(b))
	for i := range 12 {
		from := data.NewDate(2026, 3, 1) + data.Date(20*i)
		p.Calendars = append(p.Calendars, p.Calendars[0].WithAbsences(workday.Absence{From: from, To: from + 13}))
	}
	for i := range p.Tasks {
		p.Tasks[i].Calendar = i % 13
	}
	var s Solver
	b.ReportAllocs()
	for range b.N {
		s.Solve(p)
	}
}

// BenchmarkEdit changes the duration of one task after another, to and fro.
func BenchmarkEdit(b *testing.B) {
	cal := russia(b)
	for _, n := range []int{100, 1000, 10000, 100000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			p := layered(n, cal)
			var s Solver
			s.Solve(p)
			r, moved := rand.New(rand.NewSource(3)), 0
			b.ReportAllocs()
			b.ResetTimer()
			for range b.N {
				i := r.Intn(len(p.Tasks))
				for p.Tasks[i].Effort == 0 {
					i = r.Intn(len(p.Tasks))
				}
				t := p.Tasks[i]
				t.Duration = data.Days(r.Intn(11))
				moved += len(s.Edit(Change{i, t}))
			}
			b.ReportMetric(float64(moved)/float64(b.N), "moved/op")
		})
	}
}

// BenchmarkRisk is a Monte-Carlo simulation of 10 000 trials of 500 tasks.
func BenchmarkRisk(b *testing.B) {
	p := layered(500, russia(b))
	var est []Estimate
	for i, t := range p.Tasks {
		if t.Duration.Amount > 0 {
			est = append(est, Estimate{i, t.Duration.Amount / 2, t.Duration.Amount, 2 * t.Duration.Amount, data.WorkDays})
		}
	}
	for range b.N {
		Simulate(p, Simulation{Estimates: est, Trials: 10000, Seed: 1})
	}
}

// BenchmarkLevel levels N tasks over 12 people, in at most 80 ms of tries.
func BenchmarkLevel(b *testing.B) {
	cal := russia(b)
	for _, n := range []int{100, 1000, 10000, 100000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			p := layered(n, cal)
			for range 12 {
				p.Resources = append(p.Resources, Resource{})
			}
			for i, t := range p.Tasks {
				if d := t.Duration.Amount; d > 0 {
					p.Tasks[i].Percent = 0
					p.Assignments = append(p.Assignments, Assignment{Task: i, Resource: i % 12, Effort: data.Minutes(d) * 480 / 1000})
				}
			}
			tries := 0
			b.ResetTimer()
			for range b.N {
				begun := time.Now()
				tries = Level(p, Levelling{Project: None, Stop: func() bool { return time.Since(begun) > 60*time.Millisecond }}).Tries
			}
			b.ReportMetric(float64(tries), "tries")
		})
	}
}
