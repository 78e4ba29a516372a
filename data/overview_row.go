package data

// AttentionRow is something that asks the owner of the file to act: late, due
// soon, to be checked, waited for.
type AttentionRow struct {
	What         AttentionKind
	RefKind      Kind
	RefID        ID[Any]
	Title        string
	DueOn        Date   // the day by which something is owed; none when nothing says so
	Starts       Moment // meetings only
	Ends         Moment
	AllDay       bool
	StartsOn     Date // trips: first day
	EndsOn       Date // trips: last day
	Status       string
	Percent      int
	Critical     bool
	Mine         bool // the owner's own, not a colleague's in a project that the owner leads
	Person       string
	Client       string
	Project      string
	WaitingFor   string // of a meeting its place
	WaitingSince Date
	Version      string // label of a document's newest version
	Occurrence   Date   // the day of a series, none for an event of its own
}

// Ref is the record to open.
func (a AttentionRow) Ref() Ref { return Ref{a.RefKind, a.RefID} }

// Late tells whether the row is overdue on the day. What waits for others, or
// for a meeting, is never late by itself.
func (a AttentionRow) Late(today Date) bool {
	return a.What != AttentionMeeting && !a.DueOn.IsZero() && a.DueOn < today
}

// AttentionKind says why a row asks for attention.
type AttentionKind string

// The reasons for attention. They are no codes of the file: no record keeps them.
const (
	AttentionTask     = AttentionKind("task")
	AttentionWaiting  = AttentionKind("waiting") // the client is to answer
	AttentionReport   = AttentionKind("report")  // advance report
	AttentionPapers   = AttentionKind("papers")  // papers of a trip
	AttentionDocument = AttentionKind("document")
	AttentionApproval = AttentionKind("approval") // the owner's signature is asked for
	AttentionReview   = AttentionKind("review")   // an item that the trainee has handed in
	AttentionItem     = AttentionKind("item")     // a trainee's item that is late
	AttentionOwn      = AttentionKind("own")      // an item of the owner's own plan of study
	AttentionControl  = AttentionKind("control")
	AttentionMeeting  = AttentionKind("meeting") // today
)

// AttentionKinds lists the reasons.
var AttentionKinds = []AttentionKind{AttentionTask, AttentionWaiting, AttentionReport, AttentionPapers, AttentionDocument, AttentionApproval,
	AttentionReview, AttentionItem, AttentionOwn, AttentionControl, AttentionMeeting}

// WorkRow is work of a person with its period, for the load by weeks: a share of
// a task, a mentor's time on an item, a ride, a meeting of a mentoring.
type WorkRow struct {
	What     WorkKind
	TaskID   ID[Task]
	Title    string
	StartsOn Date
	EndsOn   Date
	Effort   Minutes
	Percent  int // done; 100 for what is finished
	Starts   Moment
	Ends     Moment
}

// WorkKind says what a WorkRow is.
type WorkKind string

// The kinds of work that fill a week. They are no codes of the file either.
const (
	WorkShare   = WorkKind("share")   // of a task of a project
	WorkStudy   = WorkKind("study")   // of an item of the person's own plan as a trainee
	WorkMentor  = WorkKind("mentor")  // on an item of a trainee
	WorkRide    = WorkKind("ride")    // Starts to Ends
	WorkMeeting = WorkKind("meeting") // of a mentoring, Starts to Ends
)

// NamedRef is a name by which people call a record.
type NamedRef struct {
	Kind Kind
	ID   ID[Any]
	Text string
}
