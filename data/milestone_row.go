package data

// MilestoneRow is a milestone of a current plan as the list over all projects
// shows it.
type MilestoneRow struct {
	TaskID     ID[Task]
	PlanID     ID[Plan]
	Name       string
	Project    string // code and name, or the name of a plan without a project
	EndsOn     Date   // computed; none when the plan could not be scheduled
	DeadlineOn Date
	SlackDays  int64 // working days to the deadline
	HasSlack   bool
	Critical   bool
	Status     TaskStatus
	BaseOn     Date // where the newest baseline of its plan has it; none without one
}
