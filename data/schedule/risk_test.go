package schedule

import (
	"fmt"
	"math"
	"testing"

	"portfel/data"
	"portfel/data/workday"
)

// One task of 2, 5 and 14 days: its mean by PERT is (2 + 20 + 14) / 6 = 6 days.
func TestMeanOfAnEstimate(t *testing.T) {
	e := Estimate{O: 2000, M: 5000, P: 14000, Unit: data.WorkDays}
	if got := e.Mean(); got != data.Days(6) {
		t.Errorf("mean %s", got)
	}
	if got := e.Deviation(); got != 2000 {
		t.Errorf("deviation %v", got)
	}
}

// chain is n tasks one after another on days that are all worked.
func chain(n int) *Plan {
	every := workday.New(workday.Week{480, 480, 480, 480, 480, 480, 480}, nil, nil)
	p := &Plan{Start: day("2026-01-01"), Calendars: []*workday.Calendar{every}}
	for i := range n {
		p.Tasks = append(p.Tasks, Task{Parent: None, Duration: data.Days(5)})
		if i > 0 {
			p.Links = append(p.Links, Link{Pred: i - 1, Succ: i})
		}
	}
	return p
}

// The sum of many independent tasks is near the normal distribution: mean of the
// means, variance of the variances. A PERT-beta of 1, 5, 9 days has the mean 5
// and the variance (mean - O)(P - mean) / 7 = 16/7.
func TestManyTasksFollowTheNormalLaw(t *testing.T) {
	const n = 40
	p := chain(n)
	var est []Estimate
	for i := range n {
		est = append(est, Estimate{i, 1000, 5000, 9000, data.WorkDays})
	}
	r := Simulate(p, Simulation{Estimates: est, Trials: 10000, Seed: 7, Deadline: p.Start + 200 - 1})
	mean, spread := float64(5*n), math.Sqrt(n*16.0/7)
	for _, x := range []struct {
		percent int
		z       float64
	}{{5, -1.645}, {50, 0}, {80, 0.8416}, {95, 1.645}} {
		got := float64(r.Percentile(x.percent) - p.Start + 1)
		if want := mean + x.z*spread; math.Abs(got-want) > 1.6 {
			t.Errorf("P%d after %v days, want about %.1f", x.percent, got, want)
		}
	}
	if chance := float64(r.Kept) / float64(r.Trials); chance < 0.45 || chance > 0.57 {
		t.Errorf("chance to end by the mean %.3f", chance)
	}
	for i, c := range r.Critical {
		if c != r.Trials {
			t.Fatalf("task %d of a chain is critical %d times of %d", i, c, r.Trials)
		}
	}
}

// Two equal branches are critical about as often; a short one almost never.
func TestCriticalityOfBranches(t *testing.T) {
	p := chain(2)
	p.Links = nil
	p.Tasks = append(p.Tasks, Task{Parent: None, Duration: data.Days(2)}, Task{Parent: None, Duration: data.Days(0)})
	for i := range 3 {
		p.Links = append(p.Links, Link{Pred: i, Succ: 3})
	}
	est := []Estimate{{0, 2000, 5000, 8000, data.WorkDays}, {1, 2000, 5000, 8000, data.WorkDays}, {2, 1000, 2000, 3000, data.WorkDays}}
	r := Simulate(p, Simulation{Estimates: est, Trials: 4000, Seed: 1})
	for i := range 2 {
		if share := float64(r.Critical[i]) / 4000; share < 0.45 || share > 0.55 {
			t.Errorf("branch %d critical in %.2f", i, share)
		}
	}
	if r.Critical[2] > 40 || r.Critical[3] != 4000 {
		t.Errorf("short branch %d, end %d", r.Critical[2], r.Critical[3])
	}
}

// The same seed gives the same, another seed something near; without a spread
// the plan ends as solved; a finished task does not vary; the plan stays as it
// was.
func TestSimulationIsRepeatable(t *testing.T) {
	p := chain(5)
	p.Tasks[0].ActualStart, p.Tasks[0].ActualFinish = data.OnDay(p.Start), data.OnDay(p.Start+4)
	p.Tasks[4].DeadlineOn = p.Start + 24
	est := []Estimate{{0, 1000, 90000, 99000, data.WorkDays}, {1, 5000, 5000, 5000, data.WorkDays}}
	r := Simulate(p, Simulation{Estimates: est, Trials: 300, Seed: 5})
	if len(r.Finishes) != 1 || r.Finishes[0] != (FinishCount{p.Start + 24, 300}) || r.OnTime[4] != 300 || p.Tasks[1].Duration != data.Days(5) {
		t.Errorf("%+v", r)
	}
	est[1].P = 15000
	a, b := Simulate(p, Simulation{Estimates: est, Trials: 500, Seed: 5}), Simulate(p, Simulation{Estimates: est, Trials: 500, Seed: 5})
	if a.Percentile(80) != b.Percentile(80) || len(a.Finishes) != len(b.Finishes) || len(a.Finishes) < 5 {
		t.Errorf("%+v %+v", a, b)
	}
	stopped := Simulate(p, Simulation{Estimates: est, Trials: 500, Step: func(done int) bool { return done < 200 }})
	if stopped.Trials != 200 {
		t.Errorf("stopped after %d", stopped.Trials)
	}
}

// What remains of a task that is not begun is another estimate of its length: the
// trials draw the length, and are not held by it.
func TestTrialsDrawWhatIsNotBegun(t *testing.T) {
	plan := func(rest data.Span) *Plan {
		return &Plan{Start: day("2026-11-30"), Calendars: []*workday.Calendar{russia(t)}, Tasks: []Task{{Parent: None, Duration: data.Days(3), Remaining: rest}}}
	}
	sim := Simulation{Estimates: []Estimate{{0, 2000, 3000, 10000, data.WorkDays}}, Trials: 300, Seed: 1}
	a, b := Simulate(plan(data.Span{}), sim), Simulate(plan(data.Days(1)), sim)
	if len(a.Finishes) < 3 || fmt.Sprint(a.Finishes) != fmt.Sprint(b.Finishes) {
		t.Errorf("%v, with another estimate %v", a.Finishes, b.Finishes)
	}
}
