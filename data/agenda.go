package data

// AgendaRow is one thing that has a date, as the calendar, the overview and
// the export read it. Days are inclusive. A timed row has Starts and Ends; its
// days are those of the local clocks.
type AgendaRow struct {
	Kind        AgendaKind
	Layer       Layer
	RefKind     Kind
	RefID       ID[Any]
	UIDID       ID[Any] // identity in calendars, with UIDPart when not empty
	UIDPart     string
	StartsOn    Date
	EndsOn      Date
	Starts      Moment
	Ends        Moment
	AllDay      bool
	Title       string // the record's own words; a control point has its number of days
	Place       string // a leg: from
	ToPlace     string // a leg: to
	Detail      string
	Status      string // code of the record's own machine
	What        string // code of the record's own kind (vacation, plane, one2one ...)
	PersonID    ID[Person]
	ClientID    ID[Client]
	ProjectID   ID[Project]
	MentoringID ID[Mentoring]
	GroupID     ID[Any]
	Percent     int
	Critical    bool
	Rule        string // series only
	UntilOn     Date
	DaysOff     DaysOff
	SeriesID    ID[Series] // a touched occurrence or an expanded one
	OriginalOn  Date
	Occurrence  bool   // an expanded day of a series
	Person      string // short name
	Client      string
	City        string // the client's town
	Project     string
	Trainee     string // short name
	MentorID    ID[Person]
	TraineeID   ID[Person]
}

// Ref is the record to open.
func (a AgendaRow) Ref() Ref { return Ref{a.RefKind, a.RefID} }

// AgendaKind says what an agenda row is.
type AgendaKind string

// The kinds of agenda rows.
const (
	AgendaTrip       AgendaKind = "trip"
	AgendaLocal      AgendaKind = "local"
	AgendaPapers     AgendaKind = "papers" // prepare the papers of a trip
	AgendaReport     AgendaKind = "report" // advance report due
	AgendaLeg        AgendaKind = "leg"
	AgendaTask       AgendaKind = "task"
	AgendaMilestone  AgendaKind = "milestone"
	AgendaDue        AgendaKind = "due" // deadline of a task
	AgendaItem       AgendaKind = "item"
	AgendaControl    AgendaKind = "control"
	AgendaAbsence    AgendaKind = "absence"
	AgendaDocument   AgendaKind = "document"
	AgendaEvent      AgendaKind = "event"
	AgendaSeries     AgendaKind = "series"
	AgendaOccurrence AgendaKind = "occurrence"
	AgendaProject    AgendaKind = "project" // deadline of a project
)

// AgendaKinds lists the kinds.
var AgendaKinds = []AgendaKind{AgendaTrip, AgendaLocal, AgendaPapers, AgendaReport, AgendaLeg, AgendaTask, AgendaMilestone, AgendaDue,
	AgendaItem, AgendaControl, AgendaAbsence, AgendaDocument, AgendaEvent, AgendaSeries, AgendaOccurrence, AgendaProject}

// Layer is a switch of the calendar and of the export.
type Layer string

// The layers.
const (
	LayerTrips      Layer = "trips"
	LayerLegs       Layer = "legs"
	LayerDeadlines  Layer = "deadlines"
	LayerMeetings   Layer = "meetings"
	LayerTasks      Layer = "tasks"
	LayerMilestones Layer = "milestones"
	LayerAbsences   Layer = "absences"
	LayerMentoring  Layer = "mentoring"
	LayerDocuments  Layer = "documents"
)

// Layers lists the layers in the order of switches.
var Layers = []Layer{LayerTrips, LayerLegs, LayerDeadlines, LayerMeetings, LayerTasks, LayerMilestones, LayerAbsences, LayerMentoring, LayerDocuments}

// LayerKinds are the kinds of rows that a layer can hold.
var LayerKinds = map[Layer][]AgendaKind{
	LayerTrips:      {AgendaTrip, AgendaLocal},
	LayerLegs:       {AgendaLeg},
	LayerDeadlines:  {AgendaPapers, AgendaReport, AgendaDue, AgendaProject},
	LayerMeetings:   {AgendaEvent, AgendaSeries, AgendaOccurrence},
	LayerTasks:      {AgendaTask},
	LayerMilestones: {AgendaMilestone},
	LayerAbsences:   {AgendaAbsence},
	LayerMentoring:  {AgendaItem, AgendaControl, AgendaEvent, AgendaSeries, AgendaOccurrence},
	LayerDocuments:  {AgendaDocument},
}

// AgendaFilter narrows an agenda query; zero fields do not narrow. Days are
// inclusive.
type AgendaFilter struct {
	From, To    Date
	Layers      []Layer
	PersonID    ID[Person]
	ClientID    ID[Client]
	ProjectID   ID[Project]
	MentoringID ID[Mentoring]
	Masters     bool // series as one row with its rule instead of its days (for export)
	AnyOrder    bool // in no order, which is quicker (for export, which sorts itself)
}
