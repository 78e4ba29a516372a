package data

// PlanTree is a plan as its screen shows it: rows in the order of the tree.
type PlanTree struct {
	Plan    Plan
	Project Project // zero for plans without one
	Client  string
	Rows    []PlanRow
}

// PlanRow is one task with what belongs to it.
type PlanRow struct {
	Task      Task
	Date      TaskDate
	Code      string // WBS code by position: «2.3»
	Depth     int    // 0 at the top
	HasKids   bool
	Assignees []Assignee
	Preds     []PlanLink // links that this task waits for
}

// Assignee is a person's share of a task, with the person's short name.
type Assignee struct {
	ID         ID[Assignment]
	TaskID     ID[Task]
	PersonID   ID[Person]
	ResourceID ID[Resource] // instead of a person
	Name       string
	Effort     Minutes
	Units      int
	IsMe       bool
}

// PlanLink is a link with the code of the task that comes first.
type PlanLink struct {
	Dependency Dependency
	Code       string
}

// PlanHead is a plan as the choice of plans shows it.
type PlanHead struct {
	ID        ID[Plan]
	What      PlanKind
	ProjectID ID[Project]
	Code      string
	Name      string
	Client    string
	Status    ProjectStatus
	EndsOn    Date
	Archived  bool
}

// PlanTrip is a trip as the chart of its project's plan shows it.
type PlanTrip struct {
	ID       ID[Trip]
	Place    string
	StartsOn Date
	EndsOn   Date
}
