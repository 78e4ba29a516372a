package schedule

import (
	"cmp"
	"slices"

	"portfel/data"
)

// Result is a scheduled plan. It lies in the solver's memory: the next Solve
// overwrites it.
type Result struct {
	Rows     []Row     // one a task, by index
	Start    data.Date // first day of the first task; none without tasks
	Finish   data.Date // last day of the last task
	Effort   data.Minutes
	Percent  int
	Problems []Problem
}

// Row is what was computed for a task.
type Row struct {
	Start    data.Date    // inclusive
	Finish   data.Date    // inclusive
	Duration int64        // thousandths of a working day
	Float    int64        // total float, thousandths of a working day; negative = too late
	Free     int64        // free float: how far the task can go without moving another
	StartAt  data.Minutes // minute of the day of the start, by the clock of the task's calendar
	FinishAt data.Minutes // minute of the day of the finish, exclusive
	Slack    int          // working days from the finish to the deadline; negative = missed
	Effort   data.Minutes // of a summary: of its leaves
	Percent  int          // of a summary: by effort, else by duration
	HasSlack bool         // there is a deadline
	Critical bool
	Summary  bool
	floats   bool // a summary: a child that is not finished has given its float
}

// FloatDays is the float in whole working days, rounded down.
func (r Row) FloatDays() int64 {
	d, _ := divide(r.Float, 1000)
	return d
}

// Problem is something that the plan asks for and cannot have, or lacks. The
// rest is scheduled all the same.
type Problem struct {
	Code  Code
	Task  int   // the task concerned, or None
	Link  int   // the link concerned, or None; of a cycle: the link left out
	Tasks []int // of a cycle: its tasks, each waiting for the one before

	Resource int // of StaysHome: who
}

// Code says what the problem is.
type Code string

// The problems of a plan.
const (
	Cycle          Code = "cycle"           // tasks wait for each other; Link is left out
	Cycles         Code = "cycles"          // too many cycles to name; Link is left out
	Orphan         Code = "orphan"          // the parent is not in the plan; taken as a top task
	ParentLoop     Code = "parentLoop"      // a task lies in itself; taken as a top task
	BadLink        Code = "badLink"         // an end is not in the plan, or an unknown type
	SelfLink       Code = "selfLink"        // a task waits for itself
	OwnParent      Code = "ownParent"       // a link between a summary and its own part
	SummaryLink    Code = "summaryLink"     // SS, SF from or FF, SF to a summary
	SummaryLimit   Code = "summaryLimit"    // a constraint that a summary cannot have
	NoCalendar     Code = "noCalendar"      // no such calendar; the plan's own is used
	NoWorkday      Code = "noWorkday"       // a calendar without a working day
	NoStart        Code = "noStart"         // the plan has no start
	NoDates        Code = "noDates"         // manual, and no start given
	NoDuration     Code = "noDuration"      // neither duration nor effort
	NoPeople       Code = "noPeople"        // effort without people: one at full time is assumed
	BadAssignment  Code = "badAssignment"   // task or resource not in the plan
	OutOfRange     Code = "range"           // duration, lag or units that cannot be; cut
	TooFar         Code = "tooFar"          // after the year 9999
	StartsTooEarly Code = "startsTooEarly"  // pinned before what it waits for; Link says which
	BeforePlan     Code = "beforePlanStart" // pinned before the plan's start
	NotLaterMissed Code = "notLaterMissed"  // finishes, or starts, after its latest day
	NoTrip         Code = "noTrip"          // at a site, and none of its people travels there then
	OutsideTrip    Code = "outsideTrip"     // at a site, and longer than the trips there
	StaysHome      Code = "staysHome"       // at a site, and this one of its people does not travel
)

func (s *Solver) problem(code Code, task, link int) {
	if !s.quiet {
		s.result.Problems = append(s.result.Problems, Problem{Code: code, Task: task, Link: link})
	}
}

// sortProblems puts problems in the order of tasks, those of the plan first.
func (s *Solver) sortProblems() {
	slices.SortStableFunc(s.result.Problems, func(a, b Problem) int {
		return cmp.Or(a.Task-b.Task, a.Link-b.Link, cmp.Compare(a.Code, b.Code), a.Resource-b.Resource)
	})
}
