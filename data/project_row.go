package data

// ProjectRow is a project as the register shows it: the record, the names that
// belong to it, and what its current plan says.
type ProjectRow struct {
	ID         ID[Project]
	Code       string
	Name       string
	ClientID   ID[Client]
	Client     string
	What       ProjectKind
	Status     ProjectStatus
	ManagerID  ID[Person]
	Manager    string // short name
	Mine       bool   // the owner of the file leads it or takes part in it
	StartsOn   Date
	DeadlineOn Date
	ArchivedOn Date
	PlanID     ID[Plan]  // the current plan; none when there is no plan
	FinishOn   Date      // last day of the current plan
	Tasks      int       // tasks of the plan, without stages and cancelled ones
	Effort     Minutes   // planned hours of those tasks
	Done       Minutes   // of them done by the tasks' per cent
	Percent    int       // weighted by effort; by number when no effort is planned
	Late       int       // tasks that are late on the day of reading
	Problems   int       // tasks of the plan that the engine finds a contradiction in
	BaseName   string    // the newest baseline of the plan; empty without one
	BaseOn     Date      // last day of that baseline
	BaseEffort Minutes   // hours of that baseline
	HealthSet  HealthSet // set by hand; empty = from facts
	HealthNote string    // why it is set by hand
}

// Title is «МК-26 Постановка бюджетирования», or the name alone.
func (p ProjectRow) Title() string { return Project{Code: p.Code, Name: p.Name}.Title() }

// Ref is the record to open.
func (p ProjectRow) Ref() Ref { return RefTo(KindProject, p.ID) }

// Health is how a project stands by its facts.
type Health int

// The healths of a project. HealthNone: nothing is asked of it now (not begun
// selling, paused, closed). HealthTight: the plan ends less than a week of
// working days before the deadline.
const (
	HealthNone       Health = iota
	HealthShift             // the plan ends after the deadline
	HealthOverdue           // open after its deadline, though no plan says so
	HealthTight             // few working days to spare
	HealthFits              // on plan
	HealthInternal          // on plan, and nobody outside waits
	HealthUnplanned         // no dated task yet
	HealthNoDeadline        // nothing to compare with
)

// tightDays is how many spare working days still count as tight.
const tightDays = 3

// Health compares the plan's finish with the deadline. distance counts working
// days from one day to a later one, negative backwards; days is the shift or
// the reserve in working days.
func (p ProjectRow) Health(today Date, distance func(from, to Date) int) (h Health, days int) {
	if p.Status != ProjectPlanning && p.Status != ProjectRunning && p.Status != ProjectClosing {
		return HealthNone, 0
	}
	if !p.DeadlineOn.IsZero() {
		if p.FinishOn > p.DeadlineOn {
			return HealthShift, distance(p.DeadlineOn, p.FinishOn)
		}
		if p.DeadlineOn < today {
			return HealthOverdue, distance(p.DeadlineOn, today)
		}
	}
	switch {
	case p.FinishOn.IsZero():
		return HealthUnplanned, 0
	case p.What == ProjectInternal:
		return HealthInternal, 0
	case p.DeadlineOn.IsZero():
		return HealthNoDeadline, 0
	}
	if days = distance(p.FinishOn, p.DeadlineOn); days <= tightDays {
		return HealthTight, days
	}
	return HealthFits, days
}

// ProjectFilter narrows the register; zero ids do not narrow.
type ProjectFilter struct {
	ClientID ID[Client]
	PersonID ID[Person] // leads or takes part
}

// MemberRow is somebody who takes part in a project.
type MemberRow struct {
	ID        ID[Member]
	PersonID  ID[Person]
	ContactID ID[Contact]
	Name      string // full name
	Position  string
	Client    string // of a contact, else empty
	Phone     string
	Email     string
	Role      string
	StartsOn  Date
	EndsOn    Date
}

// ProjectTask is a task of a project's current plan as the card lists it.
type ProjectTask struct {
	ID          ID[Task]
	Name        string
	What        TaskKind
	Status      TaskStatus
	EndsOn      Date // computed
	DeadlineOn  Date
	Responsible string // short name
	WaitingFor  string
}

// DueOn is the day by which the task is owed: its deadline, else its computed
// finish.
func (t ProjectTask) DueOn() Date {
	if !t.DeadlineOn.IsZero() {
		return t.DeadlineOn
	}
	return t.EndsOn
}
