package schedule

import (
	"portfel/data"
	"portfel/data/workday"
)

// Solver schedules plans, one at a time, and keeps its memory from one to the
// next. The zero Solver is ready. It is not safe for concurrent use; solvers
// are independent of each other.
type Solver struct {
	plan   *Plan
	result Result

	axes []axis // by calendar; then the daily one and the common line
	ends []ends // by project
	nodes
	tree
	graph
	staff
	sums  []sum // by summary
	every *workday.Calendar
	quiet bool // problems are not listed
	edits
}

// bounds is an end of a plan on an axis: its position, and the latest instant
// of that position, where milestones may stand.
type bounds struct{ pos, open int64 }

// ends are where a project begins and ends.
type ends struct {
	first  data.Date // start
	status data.Date // none = nothing is pushed
	cal    int32     // axis that counts slack
	finish int64     // of the last work, on the common line
	starts []bounds  // by axis
	late   []bounds  // by axis: the finish
}

// nodes are the things that have dates: the tasks, then the gates of summaries.
type nodes struct {
	node   []node
	rare   []rare         // by node
	effort []data.Minutes // by task
	days   []int64        // by task, effort mode: duration in thousandths
	shares []int32        // by task: number of assignments
}

// node is one thing on an axis. Positions and duration count on that axis.
type node struct {
	es, ef  int64 // early start and finish
	ls, lf  int64 // late start and finish
	fs, ff  int64 // the latest that moves nothing else
	dur     int64 // ticks; minutes if flagHours
	axis    int32
	lagAxis int32 // where lags of links to it count
	side    uint8 // of a milestone
	flags   uint16
}

const (
	flagZero       uint16 = 1 << iota // milestone or gate: a boundary
	flagHours                         // dur is working minutes
	flagClock                         // ends by the clock, not with its day
	flagManual                        // stands at its dates
	flagMust                          // stands at its constraint
	flagIdle                          // a summary: its gates work for it
	flagLate                          // as late as possible
	flagBegun                         // its start is a fact
	flagDone                          // its finish is a fact
	flagDelay                         // levelling has delayed it
	flagDelayHours                    // that delay is working minutes
	flagLimit                         // has a latest start or finish of its own
	flagGate                          // of a summary
	flagPostponed                     // as late as possible, and later than it has to be
)

// rare is what few nodes have.
type rare struct {
	delay  int64 // by levelling: ticks; minutes if flagDelayHours
	ls, lf int64 // the latest start and finish that its constraint names
}

// flagPinned are nodes that links do not move.
const flagPinned = flagManual | flagMust | flagBegun | flagDone

// flagFact are nodes that links do not concern at all.
const flagFact = flagBegun | flagDone

// standsByDays tells whether a node of the common line stands on days, so that
// its midnights are the opening and the close of a working day; what runs by the
// clock does not.
func (n *node) standsByDays() bool { return n.flags&(flagZero|flagManual|flagDone) != 0 }

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
	s.ready, s.sites = false, false
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

// all is the index of the common line, daily that of the axis on which every
// date is a day.
func (s *Solver) all() int32   { return int32(len(s.axes) - 1) }
func (s *Solver) daily() int32 { return int32(len(s.axes) - 2) }

// bound keeps a position within what dates can say.
func (s *Solver) bound(n *node, p int64) int64 {
	if n.axis == s.all() {
		return min(p, farClock)
	}
	return min(p, far)
}

// endsOf is where the project of a task begins and ends.
func (s *Solver) endsOf(task int) *ends {
	if len(s.ends) > 1 {
		if k := s.plan.Tasks[task].Project; inside(k, len(s.ends)) {
			return &s.ends[k]
		}
	}
	return &s.ends[0]
}

// after is the finish that belongs to a start.
func (s *Solver) after(n *node, start int64) int64 {
	if n.flags&flagHours != 0 {
		return s.axes[n.axis].addMinutes(start, n.dur)
	}
	return s.move(n, start, n.dur)
}

// before is the start whose finish is given.
func (s *Solver) before(n *node, finish int64) int64 {
	if n.flags&flagHours != 0 {
		return s.axes[n.axis].addMinutes(finish, -n.dur)
	}
	return s.move(n, finish, -n.dur)
}

// move adds ticks to a place of a node. A little before midnight is less on the
// clock than a little before a minute of the day.
func (s *Solver) move(n *node, p, ticks int64) int64 {
	to := p + ticks
	if n.axis != s.all() || ticks%clockDay == 0 {
		return to
	}
	_, r := divide(to, clockDay)
	switch short := clockDay - r; {
	case clockEve(p) && !onEve(short):
		return to - (24*60-1)*gapStep
	case isStep(short):
		return to + short - gapStep
	}
	return to
}
