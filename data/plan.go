package data

// Plan is a tree of tasks with one start. A project's plan, a trainee's plan, a
// department's plan and a plan of own study are the same thing.
type Plan struct {
	ID          ID[Plan]
	What        PlanKind
	ProjectID   ID[Project]
	MentoringID ID[Mentoring]
	Name        string
	Variant     string
	IsCurrent   bool // the variant that counts
	StartsOn    Date
	StatusOn    Date // set by a person or a project file, never by the clock
	CalendarID  ID[Calendar]
	ArchivedOn  Date
}

// PlanKind says whose plan it is.
type PlanKind string

// The kinds of plans.
const (
	PlanOfProject    PlanKind = "project"
	PlanOfMentoring  PlanKind = "mentoring"
	PlanOfDepartment PlanKind = "department"
	PlanOfSelf       PlanKind = "self"
	PlanTemplate     PlanKind = "template" // of new plans; its dates mean nothing
)

// PlanKinds lists the kinds in the order of choices.
var PlanKinds = []PlanKind{PlanOfProject, PlanOfMentoring, PlanOfDepartment, PlanOfSelf, PlanTemplate}

// Kind is KindPlan.
func (Plan) Kind() Kind { return KindPlan }

// Key is the id without its type.
func (p Plan) Key() ID[Any] { return ID[Any](p.ID) }

// Validate needs a start, and the owner that the kind asks for.
func (p Plan) Validate() (ps Problems) {
	ps.Add(p.StartsOn.IsZero(), "startsOn", "required")
	ps.Add(p.What == PlanOfProject && p.ProjectID.IsZero(), "projectId", "required")
	ps.Add(p.What == PlanOfMentoring && p.MentoringID.IsZero(), "mentoringId", "required")
	return ps
}
