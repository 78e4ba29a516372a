package data

// TripRow is a trip as a list shows it. The dates are the computed ones: from
// the legs, else as typed; both inclusive.
type TripRow struct {
	ID         ID[Trip]
	Name       string
	What       TripKind
	PersonID   ID[Person]
	Person     string // short name
	Mine       bool   // the traveller is the owner of the file
	GroupID    ID[Trip]
	Place      string
	Purpose    string
	ClientID   ID[Client]
	Client     string
	ProjectID  ID[Project]
	Project    string // code, or the name when there is none
	Status     TripStatus
	StartsOn   Date
	EndsOn     Date
	TimeFrom   int // minute of the day, local trips only
	TimeTo     int
	PapersOn   Date // prepare the papers
	ReportOn   Date // the advance report is due
	OrderNo    string
	ArchivedOn Date
}

// Phase is the status as people say it on the day.
func (t TripRow) Phase(today Date) TripStatus { return t.Status.Phase(t.StartsOn, t.EndsOn, today) }

// Late tells whether the trip's advance report should have been handed in
// before the day.
func (t TripRow) Late(today Date) bool {
	return t.Status == TripOrdered && !t.ReportOn.IsZero() && t.ReportOn < today
}

// TripShow says which trips a list shows.
type TripShow int

// What lists of trips show. Ahead, Travelling, Due, Done and Gone together are
// every trip that is not archived.
const (
	TripsAll        TripShow = iota
	TripsAhead               // not begun, or begun without an order
	TripsTravelling          // under way today
	TripsDue                 // over, the report not yet approved
	TripsDone                // report approved, closed, held
	TripsGone                // cancelled
	TripsLocal
	TripsArchive
)

// TripShows are the codes of TripShow in the order of chips.
var TripShows = []string{"all", "ahead", "travelling", "due", "done", "cancelled", "local", "archive"}

// Code is the short word of the choice, as it is remembered.
func (s TripShow) Code() string { return TripShows[s] }

// TripSort is the order of a list of trips.
type TripSort int

// The orders. A trip without dates comes first where the latest come first.
const (
	TripsNewest TripSort = iota
	TripsOldest
	TripsByName
	TripsByWhom
)

// TripSorts are the codes of TripSort as a menu offers them.
var TripSorts = []string{"newest", "oldest", "place", "person"}

// Code is the short word of the order, as it is remembered.
func (s TripSort) Code() string { return TripSorts[s] }

// TripFilter narrows a list of trips; zero ids and years do not narrow.
type TripFilter struct {
	Show      TripShow
	Sort      TripSort
	Year      int // trips that touch the year; unfinished ones show in the present year too
	Today     Date
	ClientID  ID[Client]
	ProjectID ID[Project]
	PersonID  ID[Person]
}

// TripCounts are the numbers over a list of trips. Archived trips do not count.
type TripCounts struct {
	Ahead      int
	Travelling int
	Due        int // await their report
	Late       int // of these, overdue
	InYear     int // touch the year, cancelled ones not counted
	MyDays     int // days of the owner on the way in the year up to today
}

// TripMeeting is a meeting in the days of a trip, as its card shows it.
type TripMeeting struct {
	Kind    Kind // KindEvent or KindSeries
	ID      ID[Any]
	What    EventKind
	Title   string
	Status  EventStatus
	Starts  Moment
	Ends    Moment
	AllDay  bool
	Place   string
	Client  string
	People  string // contacts and colleagues, short
	OwnTrip bool   // belongs to the trip or is with its client
}

// Ref is the record to open.
func (m TripMeeting) Ref() Ref { return Ref{m.Kind, m.ID} }

// TripClash is something of the traveller in the days of a trip: another trip,
// an absence, a meeting elsewhere.
type TripClash struct {
	Kind     Kind // KindTrip, KindAbsence, KindEvent or KindSeries
	ID       ID[Any]
	Title    string
	What     string // code of the absence or of the event
	Status   string
	StartsOn Date
	EndsOn   Date
	Starts   Moment // timed ones only
	Ends     Moment
}

// Ref is the record to open.
func (c TripClash) Ref() Ref { return Ref{c.Kind, c.ID} }

// Outside tells whether a timed clash lies wholly before the departure or
// after the arrival; zero moments bound nothing.
func (c TripClash) Outside(depart, arrive Moment) bool {
	if c.Starts.IsZero() || c.Ends.IsZero() {
		return false
	}
	early := !depart.IsZero() && !depart.Before(c.Ends)
	late := !arrive.IsZero() && !c.Starts.Before(arrive)
	return early || late
}

// TripSpan is the first departure and the last arrival of legs, as instants;
// zero without legs.
func TripSpan(legs []Leg) (depart, arrive Moment) {
	for _, l := range legs {
		if depart.IsZero() || l.Depart.Before(depart) {
			depart = l.Depart
		}
		if arrive.IsZero() || arrive.Before(l.Arrive) {
			arrive = l.Arrive
		}
	}
	return depart, arrive
}

// RouteFault is what is wrong between a leg and the one before it: it departs
// before that one has arrived, or else from another place than that one
// arrived at.
type RouteFault struct {
	Leg      int // index of the later leg
	Overlaps bool
}

// RouteFaults looks for legs that overlap and for places that do not meet.
// same compares two places as people write them.
func RouteFaults(legs []Leg, same func(a, b string) bool) (out []RouteFault) {
	for i := 1; i < len(legs); i++ {
		overlaps := legs[i].Depart.Before(legs[i-1].Arrive)
		if overlaps || !same(legs[i-1].ToPlace, legs[i].FromPlace) {
			out = append(out, RouteFault{i, overlaps})
		}
	}
	return out
}
