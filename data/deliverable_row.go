package data

import (
	"strconv"
	"strings"
)

// DeliverableRow is a document as the register shows it: the record, the names
// that belong to it and its newest version.
type DeliverableRow struct {
	ID          ID[Deliverable]
	Title       string
	Designation string
	What        string
	ProjectID   ID[Project]
	Project     string // name without the code
	ProjectCode string
	Client      string
	ClientID    ID[Client]
	TaskID      ID[Task]
	Task        string
	AuthorID    ID[Person]
	Author      string // short name
	Mine        bool   // the author is the owner of the file
	DueOn       Date
	ArchivedOn  Date
	VersionID   ID[Version] // the newest; none when the document is not begun
	Label       string
	Status      VersionStatus // "" when the document is not begun
	ChangedOn   Date          // day of the newest version
}

// Open tells whether the document asks for more work.
func (d DeliverableRow) Open() bool { return d.Status == "" || !d.Status.Finished() }

// Late tells whether the document is open after its term.
func (d DeliverableRow) Late(today Date) bool {
	return d.Open() && !d.DueOn.IsZero() && d.DueOn < today
}

// DeliverableFilter narrows a register; zero ids do not narrow.
type DeliverableFilter struct {
	ProjectID ID[Project]
	ClientID  ID[Client]
	AuthorID  ID[Person]
}

// VersionRow is a version with its file and how far its present round of
// approval has come.
type VersionRow struct {
	ID           ID[Version]
	Label        string
	CreatedOn    Date
	Changes      string
	Status       VersionStatus
	SentOn       Date
	ApprovedOn   Date
	AttachmentID ID[Attachment]
	File         string
	Size         int64
	Asked        int // signatures asked for in the last round
	Given        int // of them agreed or informed
}

// ApprovalRow is one signature with the one who was asked.
type ApprovalRow struct {
	ID        ID[Approval]
	VersionID ID[Version]
	Label     string // of the version
	Round     int
	Role      ApprovalRole
	PersonID  ID[Person]
	ContactID ID[Contact]
	Name      string // short name
	Position  string
	Client    string // of a contact
	Mine      bool   // the owner of the file is asked
	DueOn     Date
	Decision  Decision
	DecidedOn Date
	Comment   string
}

// Late tells whether the answer is awaited after its term.
func (a ApprovalRow) Late(today Date) bool {
	return a.Decision == DecisionPending && !a.DueOn.IsZero() && a.DueOn < today
}

// Answers are the decisions that fit a role: who is informed only takes note.
func (r ApprovalRole) Answers() []Decision {
	if r == RoleInformed {
		return []Decision{DecisionInformed}
	}
	return []Decision{DecisionAgreed, DecisionRemarks, DecisionRefused}
}

// Positive tells whether the decision lets the document go on.
func (d Decision) Positive() bool { return d == DecisionAgreed || d == DecisionInformed }

// FirstLabel is the label that a document's first version gets.
const FirstLabel = "0.1"

// NextLabel proposes the label after one: 0.1 → 0.2, 0.9 → 1.0, 1.0 → 1.1,
// 2.9 → 3.0. A label of another form, as «финал», gives no proposal; none
// gives FirstLabel.
func NextLabel(label string) string {
	if label == "" {
		return FirstLabel
	}
	major, minor, ok := strings.Cut(label, ".")
	a, err1 := strconv.ParseUint(major, 10, 31)
	b, err2 := strconv.ParseUint(minor, 10, 31)
	if !ok || err1 != nil || err2 != nil {
		return ""
	}
	if b++; b >= 10 && len(minor) == 1 {
		a, b = a+1, 0
	}
	return strconv.FormatUint(a, 10) + "." + strconv.FormatUint(b, 10)
}
