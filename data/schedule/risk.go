package schedule

import (
	"math"
	"math/rand/v2"

	"portfel/data"
)

// Estimate is a three-point estimate of a task's duration: optimistic, most
// likely and pessimistic amounts of one unit, in order.
type Estimate struct {
	Task    int
	O, M, P int64
	Unit    data.Unit
}

// Mean is the expected duration by PERT: (O + 4M + P) / 6, rounded half up. Its
// standard deviation is (P - O) / 6.
func (e Estimate) Mean() data.Span {
	return data.Span{Amount: (e.O + 4*e.M + e.P + 3) / 6, Unit: e.Unit}
}

// Deviation is the standard deviation that PERT takes, (P - O) / 6, in the unit
// of the estimate.
func (e Estimate) Deviation() float64 { return float64(e.P-e.O) / 6 }

// Simulation is a Monte-Carlo trial of a plan.
type Simulation struct {
	Estimates []Estimate
	Trials    int
	Seed      uint64
	Deadline  data.Date           // of the plan; none = no chance is counted
	Step      func(done int) bool // called now and then; false ends the simulation
}

// Risk is how a plan ends when its durations vary.
type Risk struct {
	Trials   int
	Finishes []FinishCount // by date
	Kept     int           // trials that end by the deadline
	Critical []int         // by task: trials in which it is critical
	OnTime   []int         // by task with a deadline of its own: trials in which it is kept
}

// FinishCount is how many trials end on a date.
type FinishCount struct {
	On    data.Date
	Count int
}

// Percentile is the first date by which at least so many per cent of the trials
// have ended; none without trials.
func (r *Risk) Percentile(percent int) data.Date {
	sum := 0
	for _, f := range r.Finishes {
		sum += f.Count
		if sum*100 >= percent*r.Trials {
			return f.On
		}
	}
	return 0
}

// Simulate solves the plan many times with durations drawn from the PERT
// distribution of their estimates (a beta distribution over [O, P] with its mode
// at M and the weight 4). The same seed gives the same result. Estimates of
// summaries, milestones and finished tasks are left out. The plan is not
// changed.
func Simulate(p *Plan, sim Simulation) *Risk {
	own := *p
	own.Tasks = append([]Task(nil), p.Tasks...)
	var s Solver
	s.Solve(&own)
	s.quiet = true
	t := trial{s: &s, sim: &sim, rng: rand.New(rand.NewPCG(sim.Seed, 1))}
	t.open()
	r := &Risk{Critical: make([]int, len(own.Tasks)), OnTime: make([]int, len(own.Tasks))}
	count := map[data.Date]int{}
	for r.Trials < sim.Trials {
		if r.Trials%100 == 0 && sim.Step != nil && !sim.Step(r.Trials) {
			break
		}
		finish := t.run(r)
		count[finish]++
		if sim.Deadline > 0 && finish <= sim.Deadline {
			r.Kept++
		}
		r.Trials++
	}
	r.Finishes = sorted(count)
	return r
}

func sorted(count map[data.Date]int) (out []FinishCount) {
	first, last := data.Date(math.MaxInt32), data.Date(0)
	for d := range count {
		first, last = min(first, d), max(last, d)
	}
	for d := first; d <= last; d++ {
		if n := count[d]; n > 0 {
			out = append(out, FinishCount{d, n})
		}
	}
	return out
}

// trial draws durations and solves.
type trial struct {
	s     *Solver
	sim   *Simulation
	rng   *rand.Rand
	draws []draw
	due   []int // tasks with a deadline
}

// draw is one estimate, prepared.
type draw struct {
	Estimate
	a, b float64 // of the beta distribution
}

func (t *trial) open() {
	for _, e := range t.sim.Estimates {
		if !inside(e.Task, len(t.s.parent)) || !t.s.leaf(e.Task) || t.s.node[e.Task].flags&(flagZero|flagDone) != 0 || e.P < e.O {
			continue
		}
		if task := &t.s.plan.Tasks[e.Task]; task.untouched() {
			task.Remaining = data.Span{} // the duration is drawn
		}
		e.M = min(max(e.M, e.O), e.P)
		d := draw{Estimate: e, a: 1, b: 1}
		if wide := float64(e.P - e.O); wide > 0 {
			d.a, d.b = 1+4*float64(e.M-e.O)/wide, 1+4*float64(e.P-e.M)/wide
		}
		t.draws = append(t.draws, d)
	}
	for i := range t.s.plan.Tasks {
		if t.s.plan.Tasks[i].DeadlineOn > 0 {
			t.due = append(t.due, i)
		}
	}
}

// run solves one trial and gives the plan's last day.
func (t *trial) run(r *Risk) data.Date {
	s := t.s
	for i := range t.draws {
		d := &t.draws[i]
		s.plan.Tasks[d.Task].Duration = data.Span{Amount: d.O + int64(t.beta(d.a, d.b)*float64(d.P-d.O)+0.5), Unit: d.Unit}
	}
	s.openNodes()
	s.forward()
	s.backward()
	for i := range s.parent {
		if n := &s.node[i]; n.flags&(flagIdle|flagDone) == 0 && s.binds(n) {
			r.Critical[i]++
		}
	}
	for _, i := range t.due {
		if s.lastDay(i) <= s.plan.Tasks[i].DeadlineOn {
			r.OnTime[i]++
		}
	}
	finish := int64(0)
	for k := range s.ends {
		finish = max(finish, s.ends[k].finish)
	}
	d, _ := divide(finish-1, clockDay)
	return data.Date(d)
}

// binds tells whether a node has no float.
func (s *Solver) binds(n *node) bool {
	if n.flags&flagZero == 0 || n.ls <= n.es {
		return n.ls <= n.es
	}
	a := s.axes[n.lagAxis]
	return a.pos(n.ls) <= a.pos(n.es)
}

// lastDay is the shown finish of a leaf, or of the leaves of a summary.
func (s *Solver) lastDay(i int) data.Date {
	if !s.leaf(i) {
		last := data.Date(0)
		for k := range s.parent {
			if s.leaf(k) && s.under(k, i) {
				last = max(last, s.lastDay(k))
			}
		}
		return last
	}
	n := &s.node[i]
	t := s.axes[n.axis].end(n.ef)
	if n.flags&flagZero != 0 && n.side == sideStart {
		t++
	}
	d, _ := divide(t-1, clockDay)
	return data.Date(d)
}

// beta draws from a beta distribution as a part of two gamma variables.
func (t *trial) beta(a, b float64) float64 {
	x := t.gamma(a)
	return x / (x + t.gamma(b))
}

// gamma draws from a gamma distribution of shape k >= 1 by the method of
// Marsaglia and Tsang (2000).
func (t *trial) gamma(k float64) float64 {
	d := k - 1.0/3
	c := 1 / math.Sqrt(9*d)
	for {
		x := t.rng.NormFloat64()
		v := 1 + c*x
		if v <= 0 {
			continue
		}
		v = v * v * v
		if u := 1 - t.rng.Float64(); math.Log(u) < x*x/2+d-d*v+d*math.Log(v) {
			return d * v
		}
	}
}
