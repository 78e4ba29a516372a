package mspdi

import "portfel/data"

// Task is a row of the plan. UID 0 is the summary of the whole project.
//
// A stamp without a minute is midnight, the first minute of its day, as the
// file means it; for a finish see View.FinishDay.
type Task struct {
	UID           int
	GUID          string
	ID            int // number of the row
	Name          string
	Inactive      bool
	Manual        bool
	Type          TaskType
	Null          bool // a blank row
	WBS           string
	OutlineNumber string // "1.2.3"
	OutlineLevel  int    // as the file gives it; see Level
	Priority      int    // 0..1000; 500 is ordinary; 0 in a new task = not given

	Start          data.Stamp
	Finish         data.Stamp
	Duration       Period
	DurationFormat Format
	ManualStart    data.Stamp
	ManualFinish   data.Stamp
	ManualDuration Period
	Work           Period
	Stop           data.Stamp // end of what is done
	Resume         data.Stamp // begin of what is left
	EffortDriven   bool
	Recurring      bool
	Estimated      bool
	Milestone      bool
	Summary        bool
	Critical       bool
	Subproject     bool
	SubprojectName string
	External       bool // stands for a task of another project
	ExternalName   string

	EarlyStart  data.Stamp
	EarlyFinish data.Stamp
	LateStart   data.Stamp
	LateFinish  data.Stamp
	FreeSlack   Tenths
	TotalSlack  Tenths

	FixedCost         data.Money
	FixedCostAccrual  Accrual
	Percent           int // of the duration
	PercentWork       int
	Cost              data.Money
	ActualStart       data.Stamp
	ActualFinish      data.Stamp
	ActualDuration    Period
	ActualCost        data.Money
	ActualWork        Period
	RemainingDuration Period
	RemainingCost     data.Money
	RemainingWork     Period

	Constraint             data.ConstraintKind
	ConstraintDate         data.Stamp
	CalendarUID            int // 0 or -1 = none
	IgnoreResourceCalendar bool
	Deadline               data.Stamp
	LevelingDelay          Tenths // elapsed
	LevelingDelayFormat    Format
	Hyperlink              string
	HyperlinkAddress       string
	HyperlinkSubAddress    string
	Notes                  string

	Links     []Link
	Values    []Value
	Baselines []Baseline
	Extra     string
	marks     marks
}

// TaskType says what of duration, units and work stays when another changes.
type TaskType int

// The types of tasks.
const (
	FixedUnits TaskType = iota
	FixedDuration
	FixedWork
)

// Accrual says when a cost falls due.
type Accrual int

// The accruals; 0 is not given.
const (
	AtStart Accrual = iota + 1
	Prorated
	AtEnd
)

// ConstraintOfFinish tells whether the constraint's date is one of the finish:
// midnight is then the end of the day before (View.FinishDay).
func (t *Task) ConstraintOfFinish() bool {
	k := t.Constraint
	return k == data.MustFinish || k == data.FinishNotEarlier || k == data.NotLater
}

// Link is a link to a predecessor, kept with the task that waits.
type Link struct {
	PredecessorUID int
	Type           data.LinkType
	Cross          bool   // the predecessor is in another file
	CrossName      string // path of that file and number of the task
	Lag            Tenths // per cent when LagFormat is per cent
	LagFormat      Format
	Extra          string
	marks          marks
}
