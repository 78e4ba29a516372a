package data

import "strings"

// Task is a line of a plan: a stage, a task, a milestone, an item of a
// trainee's plan. Its WBS code follows from its place and is never stored; its
// computed dates stand in the derived rows.
type Task struct {
	ID             ID[Task]
	PlanID         ID[Plan]
	ParentID       ID[Task]
	Ord            int64 // place among siblings; gaps are allowed
	Name           string
	What           TaskKind
	Mode           TaskMode
	StartsOn       Date // manual tasks only
	EndsOn         Date // manual tasks only, inclusive
	Duration       Span // empty with effort = effort mode
	Effort         Minutes
	ConstraintKind ConstraintKind
	ConstraintOn   Date
	DeadlineOn     Date // colours, never moves
	Status         TaskStatus
	Percent        int // 0..100
	ResponsibleID  ID[Person]
	ReviewerID     ID[Person]
	Place          TaskPlace
	Importance     int // 0 ordinary, 1 important
	WaitingFor     string
	WaitingSince   Date
	Result         string // expected result
	Criterion      string // what counts as done
	CompetencyID   ID[Competency]
	MentorEffort   Minutes // the mentor's own time on a trainee's item
	Score          int     // 1..5, 0 = none
	Note           string
	Extra          string  // fields of a foreign project file, kept for the way back
	ConstraintAt   Minutes // minute of the day that the constraint names, or at which a manual milestone stands; 0 = the whole day
	ActualStart    Stamp   // begun: the start is a fact
	ActualFinish   Stamp   // finished: both ends are facts
	Remaining      Span    // of a begun task; empty = what Percent leaves of the duration
	EstO           Span    // three-point estimate: optimistic
	EstM           Span    // most likely; empty = the duration
	EstP           Span    // pessimistic
	Priority       int     // for levelling, 1..1000; 0 reads as 500
	LevelDelay     Span    // given by levelling: working days or minutes added to the start
	CalendarID     ID[Calendar]
	FixedCost      Money // beside the hours
}

// TaskKind is the sort of line.
type TaskKind string

// The kinds of tasks.
const (
	TaskStage     TaskKind = "stage"
	TaskWork      TaskKind = "task"
	TaskMilestone TaskKind = "milestone"
	TaskErrand    TaskKind = "errand"
)

// TaskKinds lists the kinds in the order of choices.
var TaskKinds = []TaskKind{TaskWork, TaskStage, TaskMilestone, TaskErrand}

// TaskMode says who sets the dates.
type TaskMode string

// The modes of a task.
const (
	ModeAuto   TaskMode = "auto"
	ModeManual TaskMode = "manual"
)

// TaskPlace is where the work is done.
type TaskPlace string

// The places of work.
const (
	PlaceOffice TaskPlace = "office"
	PlaceClient TaskPlace = "client"
	PlaceRemote TaskPlace = "remote"
)

// TaskPlaces lists the places in the order of choices.
var TaskPlaces = []TaskPlace{PlaceOffice, PlaceClient, PlaceRemote}

// ConstraintKind binds a task's dates.
type ConstraintKind string

// The constraints; empty is "as soon as possible".
const (
	AsSoonAsPossible ConstraintKind = ""
	NotEarlier       ConstraintKind = "not_earlier"
	NotLater         ConstraintKind = "not_later" // bounds the finish
	StartNotLater    ConstraintKind = "start_not_later"
	FinishNotEarlier ConstraintKind = "finish_not_earlier"
	AsLateAsPossible ConstraintKind = "as_late"
	MustStart        ConstraintKind = "must_start"
	MustFinish       ConstraintKind = "must_finish"
)

// ConstraintKinds lists the constraints in the order of choices.
var ConstraintKinds = []ConstraintKind{AsSoonAsPossible, AsLateAsPossible, NotEarlier, NotLater, StartNotLater, FinishNotEarlier, MustStart, MustFinish}

// Dated tells whether the constraint names a date.
func (k ConstraintKind) Dated() bool { return k != AsSoonAsPossible && k != AsLateAsPossible }

// TaskStatus is where the task stands.
type TaskStatus string

// The statuses of a task. A trainee's items use the same codes with other words.
const (
	TaskOpen      TaskStatus = "open"
	TaskWorking   TaskStatus = "working"
	TaskWaiting   TaskStatus = "waiting" // for the client
	TaskReview    TaskStatus = "review"
	TaskReturned  TaskStatus = "returned"
	TaskDone      TaskStatus = "done"
	TaskCancelled TaskStatus = "cancelled"
)

// TaskFlow is the table of legal moves.
var TaskFlow = Flow[TaskStatus]{
	TaskOpen:      {TaskWorking, TaskCancelled},
	TaskWorking:   {TaskReview, TaskDone, TaskWaiting, TaskCancelled},
	TaskWaiting:   {TaskWorking, TaskCancelled},
	TaskReview:    {TaskDone, TaskReturned},
	TaskReturned:  {TaskWorking, TaskCancelled},
	TaskDone:      {TaskWorking},
	TaskCancelled: {TaskOpen},
}

// Finished tells whether nothing is left to do.
func (s TaskStatus) Finished() bool { return s == TaskDone || s == TaskCancelled }

// Begun tells whether work on the task has started.
func (t Task) Begun() bool { return !t.ActualStart.IsZero() || t.Percent > 0 }

// Kind is KindTask.
func (Task) Kind() Kind { return KindTask }

// Key is the id without its type.
func (t Task) Key() ID[Any] { return ID[Any](t.ID) }

// MaxTaskDays is the longest duration and lag that a plan accepts, in days.
const MaxTaskDays = 20000

// Validate checks the task by itself; its place in the plan is the engine's.
func (t Task) Validate() (ps Problems) {
	ps.Add(t.PlanID.IsZero(), "planId", "required")
	ps.Add(strings.TrimSpace(t.Name) == "", "name", "required")
	ps.Add(!t.ParentID.IsZero() && t.ParentID == t.ID, "parentId", "self")
	ps.Add(t.Duration.Amount < 0, "duration", "negative")
	ps.Add(t.Duration.Amount > MaxTaskDays*1000, "duration", "range", "0", "20000")
	ps.Add(t.Effort < 0, "effort", "negative")
	ps.Add(t.MentorEffort < 0, "mentorEffort", "negative")
	ps.Add(t.Percent < 0 || t.Percent > 100, "percent", "range", "0", "100")
	ps.Add(t.Score < 0 || t.Score > 5, "score", "range", "1", "5")
	ps.Add(!TaskFlow.Has(t.Status), "status", "unknown", string(t.Status))
	ps.Add(t.ConstraintKind.Dated() && t.ConstraintOn.IsZero(), "constraintOn", "required")
	ps.Add(t.Mode == ModeManual && t.StartsOn.IsZero(), "startsOn", "required")
	ps.Add(t.ConstraintAt < 0 || t.ConstraintAt > 24*60, "constraintAt", "range", "0", "24")
	ps.Add(!t.ActualFinish.IsZero() && !t.ActualStart.IsZero() && t.ActualFinish.Day < t.ActualStart.Day, "actualFinish", "order")
	ps.Add(t.Remaining.Amount < 0, "remaining", "negative")
	ps.Add(t.LevelDelay.Amount < 0, "levelDelay", "negative")
	ps.Add(t.Priority < 0 || t.Priority > 1000, "priority", "range", "0", "1000")
	ps.Add(t.FixedCost < 0, "fixedCost", "negative")
	t.checkEstimate(&ps)
	ps.Add(t.Mode == ModeManual && !t.EndsOn.IsZero() && t.EndsOn < t.StartsOn, "endsOn", "order")
	return ps
}

// checkEstimate needs three estimates of one unit in order, or none.
func (t Task) checkEstimate(ps *Problems) {
	if t.EstO.IsZero() && t.EstP.IsZero() {
		return
	}
	likely := t.EstM
	if likely.IsZero() {
		likely = t.Duration
	}
	ps.Add(t.EstO.IsZero(), "estO", "required")
	ps.Add(t.EstP.IsZero(), "estP", "required")
	if t.EstO.IsZero() || t.EstP.IsZero() {
		return
	}
	same := t.EstO.Unit == t.EstP.Unit && (likely.IsZero() || likely.Unit == t.EstO.Unit)
	ps.Add(!same, "estP", "units")
	ps.Add(same && (t.EstO.Amount < 0 || t.EstP.Amount < t.EstO.Amount || !likely.IsZero() && (likely.Amount < t.EstO.Amount || likely.Amount > t.EstP.Amount)), "estP", "estimateOrder")
}

// Rank is the priority for levelling, 1..1000.
func (t Task) Rank() int {
	if t.Priority == 0 {
		return 500
	}
	return t.Priority
}

// Dependency says that one task waits for another.
type Dependency struct {
	ID     ID[Dependency]
	PredID ID[Task]
	SuccID ID[Task]
	Type   LinkType
	Lag    Span // empty = none; negative = lead
}

// LinkType says which ends a dependency joins.
type LinkType string

// The link types of the precedence method.
const (
	FinishStart  LinkType = "FS"
	StartStart   LinkType = "SS"
	FinishFinish LinkType = "FF"
	StartFinish  LinkType = "SF"
)

// LinkTypes lists the types in the order of choices.
var LinkTypes = []LinkType{FinishStart, StartStart, FinishFinish, StartFinish}

// Kind is KindDependency.
func (Dependency) Kind() Kind { return KindDependency }

// Key is the id without its type.
func (d Dependency) Key() ID[Any] { return ID[Any](d.ID) }

// Validate needs two different tasks and a known type.
func (d Dependency) Validate() (ps Problems) {
	ps.Add(d.PredID.IsZero(), "predId", "required")
	ps.Add(d.SuccID.IsZero(), "succId", "required")
	ps.Add(d.PredID == d.SuccID, "predId", "self")
	ps.Add(d.Type != FinishStart && d.Type != StartStart && d.Type != FinishFinish && d.Type != StartFinish, "type", "unknown", string(d.Type))
	ps.Add(d.Lag.Amount > MaxTaskDays*1000 || d.Lag.Amount < -MaxTaskDays*1000, "lag", "range", "-20000", "20000")
	return ps
}

// Assignment is the share of a person, or of another resource, in a task.
type Assignment struct {
	ID         ID[Assignment]
	TaskID     ID[Task]
	PersonID   ID[Person]
	Effort     Minutes
	Units      int          // per cent of the day; 0 reads as 100
	ResourceID ID[Resource] // a room, equipment or role instead of a person
}

// Kind is KindAssignment.
func (Assignment) Kind() Kind { return KindAssignment }

// Key is the id without its type.
func (a Assignment) Key() ID[Any] { return ID[Any](a.ID) }

// Validate needs a task, a person or another resource, and effort that is not negative.
func (a Assignment) Validate() (ps Problems) {
	ps.Add(a.TaskID.IsZero(), "taskId", "required")
	ps.Add(a.PersonID.IsZero() == a.ResourceID.IsZero(), "personId", "required")
	ps.Add(a.Effort < 0, "effort", "negative")
	ps.Add(a.Units < 0 || a.Units > 1000, "units", "range", "0", "1000")
	return ps
}
