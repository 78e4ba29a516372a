package data

import "strings"

// Project is a piece of work with a goal, a client (or none: internal), people
// and a plan.
type Project struct {
	ID         ID[Project]
	Code       string // short code, unique when given: «МК-26»
	Name       string
	ClientID   ID[Client]
	What       ProjectKind
	Billing    Billing
	Status     ProjectStatus
	ManagerID  ID[Person]
	StartsOn   Date
	DeadlineOn Date
	Goal       string
	Note       string
	ArchivedOn Date
	Price      Money     // what the client pays without VAT; 0 = by rates
	HealthSet  HealthSet // set by hand; empty = from facts
	HealthNote string    // why it is set by hand
	CalendarID ID[Calendar]
}

// HealthSet is how somebody says a project stands, whatever the facts say.
type HealthSet string

// The values, best first.
const (
	HealthSetGood HealthSet = "good"
	HealthSetRisk HealthSet = "risk"
	HealthSetLate HealthSet = "late"
)

// HealthSets lists them in the order of choices.
var HealthSets = []HealthSet{HealthSetGood, HealthSetRisk, HealthSetLate}

// ProjectKind is the sort of work.
type ProjectKind string

// The kinds of projects.
const (
	ProjectConsulting     ProjectKind = "consulting"
	ProjectImplementation ProjectKind = "implementation"
	ProjectTraining       ProjectKind = "training"
	ProjectInternal       ProjectKind = "internal"
)

// ProjectKinds lists the kinds in the order of choices.
var ProjectKinds = []ProjectKind{ProjectConsulting, ProjectImplementation, ProjectTraining, ProjectInternal}

// Billing is how the client pays.
type Billing string

// The ways of billing.
const (
	BillingFixed    Billing = "fixed"
	BillingTime     Billing = "time"
	BillingRetainer Billing = "retainer"
	BillingNone     Billing = "none"
)

// Billings lists the ways in the order of choices.
var Billings = []Billing{BillingFixed, BillingTime, BillingRetainer, BillingNone}

// ProjectStatus is where the project stands.
type ProjectStatus string

// The statuses of a project.
const (
	ProjectPresale   ProjectStatus = "presale"
	ProjectPlanning  ProjectStatus = "planning"
	ProjectRunning   ProjectStatus = "running"
	ProjectPaused    ProjectStatus = "paused"
	ProjectClosing   ProjectStatus = "closing" // work done, closing papers awaited
	ProjectClosed    ProjectStatus = "closed"
	ProjectCancelled ProjectStatus = "cancelled"
)

// ProjectFlow is the table of legal moves.
var ProjectFlow = Flow[ProjectStatus]{
	ProjectPresale:   {ProjectPlanning, ProjectCancelled},
	ProjectPlanning:  {ProjectRunning, ProjectCancelled},
	ProjectRunning:   {ProjectClosing, ProjectPaused, ProjectCancelled},
	ProjectPaused:    {ProjectRunning, ProjectCancelled},
	ProjectClosing:   {ProjectClosed, ProjectRunning},
	ProjectClosed:    {},
	ProjectCancelled: {},
}

// Open tells whether the project still asks for work or papers.
func (s ProjectStatus) Open() bool { return s != ProjectClosed && s != ProjectCancelled }

// Kind is KindProject.
func (Project) Kind() Kind { return KindProject }

// Key is the id without its type.
func (p Project) Key() ID[Any] { return ID[Any](p.ID) }

// Validate needs a name and a deadline not before the start.
func (p Project) Validate() (ps Problems) {
	ps.Add(strings.TrimSpace(p.Name) == "", "name", "required")
	ps.Add(!ProjectFlow.Has(p.Status), "status", "unknown", string(p.Status))
	ps.Add(!p.DeadlineOn.IsZero() && p.DeadlineOn < p.StartsOn, "deadlineOn", "order")
	ps.Add(p.Price < 0, "price", "negative")
	ps.Add(p.HealthSet != "" && p.HealthSet != HealthSetGood && p.HealthSet != HealthSetRisk && p.HealthSet != HealthSetLate, "healthSet", "unknown", string(p.HealthSet))
	return ps
}

// Title is «МК-26 Постановка бюджетирования», or the name alone.
func (p Project) Title() string { return strings.TrimSpace(p.Code + " " + p.Name) }

// Member is a person or a contact who takes part in a project.
type Member struct {
	ID        ID[Member]
	ProjectID ID[Project]
	PersonID  ID[Person]
	ContactID ID[Contact]
	Role      string // free words: руководитель проекта, аналитик, куратор
	StartsOn  Date
	EndsOn    Date
}

// Kind is KindMember.
func (Member) Kind() Kind { return KindMember }

// Key is the id without its type.
func (m Member) Key() ID[Any] { return ID[Any](m.ID) }

// Validate needs a project and exactly one of person and contact.
func (m Member) Validate() (ps Problems) {
	ps.Add(m.ProjectID.IsZero(), "projectId", "required")
	ps.Add(m.PersonID.IsZero() == m.ContactID.IsZero(), "personId", "required")
	ps.Add(!m.EndsOn.IsZero() && m.EndsOn < m.StartsOn, "endsOn", "order")
	return ps
}
