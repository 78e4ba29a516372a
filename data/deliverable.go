package data

import "strings"

// Deliverable is a document that a project owes: a specification, a report, a
// method. Its status is that of its newest version.
type Deliverable struct {
	ID           ID[Deliverable]
	Title        string
	Designation  string // «118.МК.ТЗ.01»
	What         string // key of the kind: shipped code («ТЗ») or the user's words
	ProjectID    ID[Project]
	TaskID       ID[Task]
	AuthorID     ID[Person]
	DueOn        Date
	Profile      Profile
	Confidential bool
	Note         string
	ArchivedOn   Date
}

// Profile is the set of standards that a document follows.
type Profile string

// The profiles; empty means none.
const (
	ProfileNone    Profile = ""
	ProfileCurrent Profile = "gost34-2020"
	ProfileLegacy  Profile = "gost34-89"
	ProfileESPD    Profile = "gost19"
)

// Profiles lists the profiles in the order of choices.
var Profiles = []Profile{ProfileNone, ProfileCurrent, ProfileLegacy, ProfileESPD}

// DeliverableKinds are the kinds of documents that the program knows by heart.
// Codes after ГОСТ 34.201-2020 and ГОСТ 19; the rest are words of consulting.
// Their names are text keys "deliverable.kind.<code>".
var DeliverableKinds = []string{"spec", "design", "note", "report", "concept", "method", "regulation", "guideline", "assignment", "charter", "schedule", "minutes", "statusreport", "presentation", "offer", "analysis", "course", "demo", "act", "memo", "testplan", "usermanual", "adminmanual"}

// Kind is KindDeliverable.
func (Deliverable) Kind() Kind { return KindDeliverable }

// Key is the id without its type.
func (d Deliverable) Key() ID[Any] { return ID[Any](d.ID) }

// Validate needs a title.
func (d Deliverable) Validate() (ps Problems) {
	ps.Add(strings.TrimSpace(d.Title) == "", "title", "required")
	return ps
}

// Version is one edition of a deliverable.
type Version struct {
	ID            ID[Version]
	DeliverableID ID[Deliverable]
	Label         string // «0.7», «1.0»
	CreatedOn     Date
	AttachmentID  ID[Attachment]
	Changes       string // what changed since the one before
	Status        VersionStatus
	SentOn        Date // to the client
	ApprovedOn    Date
}

// VersionStatus is where a version stands.
type VersionStatus string

// The statuses of a version.
const (
	VersionDraft     VersionStatus = "draft"
	VersionInternal  VersionStatus = "internal" // internal approval
	VersionClient    VersionStatus = "client"   // at the client
	VersionRemarks   VersionStatus = "remarks"
	VersionApproved  VersionStatus = "approved"
	VersionHanded    VersionStatus = "handed" // handed over
	VersionReplaced  VersionStatus = "replaced"
	VersionCancelled VersionStatus = "cancelled"
)

// VersionFlow is the table of legal moves.
var VersionFlow = Flow[VersionStatus]{
	VersionDraft:     {VersionInternal, VersionClient, VersionCancelled},
	VersionInternal:  {VersionClient, VersionRemarks, VersionDraft, VersionCancelled},
	VersionClient:    {VersionApproved, VersionRemarks, VersionCancelled},
	VersionRemarks:   {VersionReplaced, VersionCancelled},
	VersionApproved:  {VersionHanded, VersionReplaced},
	VersionHanded:    {VersionReplaced},
	VersionReplaced:  {},
	VersionCancelled: {},
}

// Finished tells whether the document asks for no more work.
func (s VersionStatus) Finished() bool {
	return s == VersionApproved || s == VersionHanded || s == VersionReplaced || s == VersionCancelled
}

// Kind is KindVersion.
func (Version) Kind() Kind { return KindVersion }

// Key is the id without its type.
func (v Version) Key() ID[Any] { return ID[Any](v.ID) }

// Validate needs a document, a label and a day.
func (v Version) Validate() (ps Problems) {
	ps.Add(v.DeliverableID.IsZero(), "deliverableId", "required")
	ps.Add(strings.TrimSpace(v.Label) == "", "label", "required")
	ps.Add(v.CreatedOn.IsZero(), "createdOn", "required")
	ps.Add(!VersionFlow.Has(v.Status), "status", "unknown", string(v.Status))
	return ps
}

// Approval is one signature asked for: of a version now, of other papers later.
type Approval struct {
	ID        ID[Approval]
	VersionID ID[Version]
	Round     int
	Ord       int64
	Role      ApprovalRole
	PersonID  ID[Person]
	ContactID ID[Contact]
	DueOn     Date
	Decision  Decision
	DecidedOn Date
	Comment   string
	PlanID    ID[Plan] // of a plan instead of a version
}

// ApprovalRole is what the signature means.
type ApprovalRole string

// The roles of approval.
const (
	RoleAgrees   ApprovalRole = "agrees"
	RoleApproves ApprovalRole = "approves"
	RoleInformed ApprovalRole = "informed"
)

// ApprovalRoles lists the roles in the order of choices.
var ApprovalRoles = []ApprovalRole{RoleAgrees, RoleApproves, RoleInformed}

// Decision is the answer of the one who was asked.
type Decision string

// The decisions.
const (
	DecisionPending  Decision = "pending"
	DecisionAgreed   Decision = "agreed"
	DecisionRemarks  Decision = "remarks"
	DecisionRefused  Decision = "refused"
	DecisionInformed Decision = "informed"
)

// DecisionFlow is the table of legal moves.
var DecisionFlow = Flow[Decision]{
	DecisionPending:  {DecisionAgreed, DecisionRemarks, DecisionRefused, DecisionInformed},
	DecisionAgreed:   {DecisionPending},
	DecisionRemarks:  {DecisionPending},
	DecisionRefused:  {DecisionPending},
	DecisionInformed: {DecisionPending},
}

// Kind is KindApproval.
func (Approval) Kind() Kind { return KindApproval }

// Key is the id without its type.
func (a Approval) Key() ID[Any] { return ID[Any](a.ID) }

// Validate needs a version or a plan, exactly one who is asked, and a day of a decision.
func (a Approval) Validate() (ps Problems) {
	ps.Add(a.VersionID.IsZero() == a.PlanID.IsZero(), "versionId", "required")
	ps.Add(a.PersonID.IsZero() == a.ContactID.IsZero(), "personId", "required")
	ps.Add(!DecisionFlow.Has(a.Decision), "decision", "unknown", string(a.Decision))
	ps.Add(a.Decision != DecisionPending && a.DecidedOn.IsZero(), "decidedOn", "required")
	return ps
}
