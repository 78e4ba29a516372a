package schedule

import (
	"portfel/data"
	"portfel/data/workday"
)

// None is the index of nothing: a task at the top, a link that is not there.
const None = -1

// Plan is what is to be scheduled: one plan, or several side by side. Tasks,
// calendars, resources and projects name each other by their index in these
// slices.
type Plan struct {
	Start       data.Date
	Status      data.Date           // up to which facts are known; none = nothing is pushed
	Calendars   []*workday.Calendar // [0] is the plan's own; it also counts slack
	Resources   []Resource
	Tasks       []Task
	Assignments []Assignment
	Links       []Link
	Projects    []Project // several plans at once; empty = one, of Start and Status
	CommonEnd   bool      // float up to the last finish of all projects, not of the own
}

// Project is one of several plans that are scheduled together.
type Project struct {
	Start    data.Date
	Status   data.Date
	Calendar int // index in Plan.Calendars; it counts slack
}

// Resource is somebody or something that works.
type Resource struct {
	Calendar int // index in Plan.Calendars
	Trips    []Trip
	Capacity int // per cent of the day for levelling; 0 reads as 100
}

// Trip is when somebody is at a site; both days count.
type Trip struct {
	From, To data.Date
	Site     int
}

// Task is a line of the plan. It is a summary if another names it as Parent.
type Task struct {
	Parent       int // index, or None; parents may stand in any order
	Project      int // index in Plan.Projects
	Kind         data.TaskKind
	Calendar     int // index in Plan.Calendars; of a milestone or summary: where its lags count
	Site         int // where it is done; 0 = anywhere. Site tasks wait for trips of their assignees
	Manual       bool
	StartsOn     data.Date // manual
	EndsOn       data.Date // manual, inclusive; none = by the duration
	Duration     data.Span // not given, with Effort or assignments = effort mode
	Effort       data.Minutes
	Constraint   data.ConstraintKind
	On           data.Date    // of the constraint
	At           data.Minutes // minute of the day that the constraint names, or a manual milestone that has none; 0 = the whole day
	DeadlineOn   data.Date
	Percent      int
	ActualStart  data.Stamp // begun: the start stands
	ActualFinish data.Stamp // finished: both ends stand
	Remaining    data.Span  // not given = what Percent leaves of the duration; of what is not begun: all of it
	Delay        data.Span  // added to the start by levelling, in working days or minutes
	Priority     int        // for levelling: the greater goes first
}

// Assignment is a share of a task. Without effort on any assignment of a task,
// the task's effort is split evenly.
type Assignment struct {
	Task, Resource int
	Effort         data.Minutes
	Units          int // per cent of the day; 0 reads as 100
}

// Link says that Succ waits for Pred. An empty type is FS, an empty lag none.
type Link struct {
	Pred, Succ int
	Type       data.LinkType
	Lag        data.Span
}
