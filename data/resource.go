package data

import "strings"

// Resource is what a task needs beside people: a room, equipment, a role that
// nobody fills yet.
type Resource struct {
	ID         ID[Resource]
	Name       string
	What       ResourceKind
	Capacity   int // how many there are, in per cent; 0 reads as 100: one
	CalendarID ID[Calendar]
	ArchivedOn Date
}

// ResourceKind is the sort of a resource.
type ResourceKind string

// The kinds of resources.
const (
	ResourceRoom      ResourceKind = "room"
	ResourceEquipment ResourceKind = "equipment"
	ResourceRole      ResourceKind = "role"
)

// ResourceKinds lists the kinds in the order of choices.
var ResourceKinds = []ResourceKind{ResourceRoom, ResourceEquipment, ResourceRole}

// Kind is KindResource.
func (Resource) Kind() Kind { return KindResource }

// Key is the id without its type.
func (r Resource) Key() ID[Any] { return ID[Any](r.ID) }

// Validate needs a name, a known kind and a capacity.
func (r Resource) Validate() (ps Problems) {
	ps.Add(strings.TrimSpace(r.Name) == "", "name", "required")
	ps.Add(r.What != ResourceRoom && r.What != ResourceEquipment && r.What != ResourceRole, "what", "unknown", string(r.What))
	ps.Add(r.Capacity < 0 || r.Capacity > 100_000, "capacity", "range", "0", "1000")
	return ps
}

// Rate is what an hour of somebody costs the firm, or the client, from a day on.
type Rate struct {
	ID        ID[Rate]
	PersonID  ID[Person] // whose; a rate of a grade when empty
	Grade     Grade
	ClientID  ID[Client]  // only for work for this client
	ProjectID ID[Project] // only for this project
	What      RateKind
	Amount    Money // an hour, without VAT
	ValidFrom Date  // inclusive; empty = always
}

// RateKind says who pays a rate.
type RateKind string

// The kinds of rates.
const (
	RateCost RateKind = "cost" // what the hour costs the firm
	RateBill RateKind = "bill" // what the client pays
)

// RateKinds lists the kinds in the order of choices.
var RateKinds = []RateKind{RateCost, RateBill}

// Kind is KindRate.
func (Rate) Kind() Kind { return KindRate }

// Key is the id without its type.
func (r Rate) Key() ID[Any] { return ID[Any](r.ID) }

// Validate needs a person or a grade, a known kind and an amount.
func (r Rate) Validate() (ps Problems) {
	ps.Add(r.PersonID.IsZero() == (r.Grade == ""), "personId", "required")
	ps.Add(r.What != RateCost && r.What != RateBill, "what", "unknown", string(r.What))
	ps.Add(r.Amount < 0, "amount", "negative")
	return ps
}

// Baseline is a plan as it was agreed: the dates of its tasks at a moment.
type Baseline struct {
	ID      ID[Baseline]
	PlanID  ID[Plan]
	Name    string
	TakenAt Moment
	Note    string
}

// Kind is KindBaseline.
func (Baseline) Kind() Kind { return KindBaseline }

// Key is the id without its type.
func (b Baseline) Key() ID[Any] { return ID[Any](b.ID) }

// Validate needs a plan and a name.
func (b Baseline) Validate() (ps Problems) {
	ps.Add(b.PlanID.IsZero(), "planId", "required")
	ps.Add(strings.TrimSpace(b.Name) == "", "name", "required")
	return ps
}

// BaselineTask is what a baseline keeps of a task. Days are inclusive.
type BaselineTask struct {
	ID         ID[BaselineTask]
	BaselineID ID[Baseline]
	TaskID     ID[Task]
	StartsOn   Date
	EndsOn     Date
	Effort     Minutes
	Cost       Money
}

// Kind is KindBaselineTask.
func (BaselineTask) Kind() Kind { return KindBaselineTask }

// Key is the id without its type.
func (b BaselineTask) Key() ID[Any] { return ID[Any](b.ID) }

// Validate needs its baseline and its task.
func (b BaselineTask) Validate() (ps Problems) {
	ps.Add(b.BaselineID.IsZero(), "baselineId", "required")
	ps.Add(b.TaskID.IsZero(), "taskId", "required")
	return ps
}
