package schedule

import "portfel/data"

// Solver schedules plans, one at a time, and keeps its memory from one to the
// next. The zero Solver is ready. It is not safe for concurrent use; solvers
// are independent of each other.
type Solver struct {
	plan   *Plan
	result Result

	axes   []axis    // by calendar; the last is the common line
	first  data.Date // plan start
	starts []bounds  // plan start on each axis
	ends   []bounds  // plan end on each axis
	nodes
	tree
	graph
	sums []sum // by summary
}

// bounds is an end of the plan on an axis: its position, and the latest instant
// of that position, where milestones may stand.
type bounds struct{ pos, open int64 }

// nodes are the things that have dates: the tasks, then the gates of summaries.
type nodes struct {
	node   []node
	effort []data.Minutes // by task
	days   []int64        // by task, effort mode: duration in thousandths
	shares []int32        // by task: number of assignments
}

// node is one thing on an axis. Positions and duration count on that axis.
type node struct {
	es, ef  int64 // early start and finish
	ls, lf  int64 // late start and finish
	dur     int64 // ticks; minutes if flagHours
	axis    int32
	lagAxis int32 // where lags of links to it count
	side    uint8 // of a milestone
	flags   uint8
}

const (
	flagZero   uint8 = 1 << iota // milestone or gate: a boundary
	flagHours                    // dur is working minutes
	flagManual                   // stands at its dates
	flagMust                     // stands at its constraint
	flagIdle                     // a summary: its gates work for it
)

const (
	sideEnd   uint8 = 0
	sideStart uint8 = 1
)

// Solve schedules the plan. It changes nothing in it, and gives the same result
// for the same plan whatever was solved before.
func Solve(p *Plan) *Result { return new(Solver).Solve(p) }

// Solve schedules the plan in the solver's memory; the result is good until the
// next Solve. The plan must stay as it is while Why is asked.
func (s *Solver) Solve(p *Plan) *Result {
	s.plan = p
	s.result = Result{Rows: grow(s.result.Rows, len(p.Tasks)), Problems: s.result.Problems[:0]}
	s.openAxes()
	s.readTree()
	s.weigh()
	s.openNodes()
	s.connect()
	s.sort()
	s.forward()
	s.backward()
	s.report()
	return &s.result
}

// grow gives a slice of n elements, cleared, in the old memory if it fits.
func grow[T any](old []T, n int) []T {
	if cap(old) < n {
		return make([]T, n)
	}
	old = old[:n]
	clear(old)
	return old
}

// all is the index of the common line.
func (s *Solver) all() int32 { return int32(len(s.axes) - 1) }

// after is the finish that belongs to a start.
func (s *Solver) after(n *node, start int64) int64 {
	if n.flags&flagHours != 0 {
		return s.axes[n.axis].addMinutes(start, n.dur)
	}
	return start + n.dur
}

// before is the start whose finish is given.
func (s *Solver) before(n *node, finish int64) int64 {
	if n.flags&flagHours != 0 {
		return s.axes[n.axis].addMinutes(finish, -n.dur)
	}
	return finish - n.dur
}
