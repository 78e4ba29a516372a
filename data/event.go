package data

import "strings"

// Event is a meeting, a call, a visit: something at a time. An all-day event
// keeps the clock at 00:00, and its last day is inclusive.
type Event struct {
	ID          ID[Event]
	What        EventKind
	Title       string
	Status      EventStatus
	Starts      Moment
	Ends        Moment
	AllDay      bool
	Place       string
	ClientID    ID[Client]
	ProjectID   ID[Project]
	MentoringID ID[Mentoring]
	TripID      ID[Trip]
	Result      string
	NextStep    string
	NextOn      Date
	Note        string
	SeriesID    ID[Series] // the series that this event was taken out of
	OriginalOn  Date       // the day that the series had for it
}

// EventKind is the sort of event.
type EventKind string

// The kinds of events.
const (
	EventMeeting      EventKind = "meeting"
	EventCall         EventKind = "call"
	EventLetter       EventKind = "letter"
	EventVisit        EventKind = "visit"
	EventSeminar      EventKind = "seminar"
	EventTraining     EventKind = "training"
	EventConsultation EventKind = "consultation"
	EventOneToOne     EventKind = "one2one"
)

// EventKinds lists the kinds in the order of choices.
var EventKinds = []EventKind{EventMeeting, EventCall, EventVisit, EventOneToOne, EventSeminar, EventTraining, EventConsultation, EventLetter}

// EventStatus is where the event stands.
type EventStatus string

// The statuses of an event.
const (
	EventPlanned   EventStatus = "planned"
	EventHeld      EventStatus = "held"
	EventCancelled EventStatus = "cancelled"
)

// EventFlow is the table of legal moves.
var EventFlow = Flow[EventStatus]{
	EventPlanned:   {EventHeld, EventCancelled},
	EventHeld:      {EventPlanned},
	EventCancelled: {EventPlanned},
}

// Kind is KindEvent.
func (Event) Kind() Kind { return KindEvent }

// Key is the id without its type.
func (e Event) Key() ID[Any] { return ID[Any](e.ID) }

// Validate needs a title and an end not before the start.
func (e Event) Validate() (ps Problems) {
	ps.Add(strings.TrimSpace(e.Title) == "", "title", "required")
	ps.Add(e.Starts.IsZero(), "starts", "required")
	ps.Add(e.Ends.IsZero(), "ends", "required")
	ps.Add(!e.Starts.Known(), "starts", "zone", e.Starts.Zone)
	ps.Add(!e.Ends.Known(), "ends", "zone", e.Ends.Zone)
	ps.Add(before(e.Ends, e.Starts), "ends", "order")
	ps.Add(e.Ends.Day > e.Starts.Day+3660, "ends", "tooLong")
	ps.Add(!EventFlow.Has(e.Status), "status", "unknown", string(e.Status))
	return ps
}

// before tells whether an end lies before its start, as far as both can be read.
func before(ends, starts Moment) bool {
	return !ends.IsZero() && ends.Known() && starts.Known() && ends.Before(starts)
}

// Series is a repeated event. An occurrence that was touched becomes an Event
// with SeriesID and OriginalOn.
type Series struct {
	ID          ID[Series]
	What        EventKind
	Title       string
	Starts      Moment // of the first occurrence
	Ends        Moment
	AllDay      bool
	Place       string
	ClientID    ID[Client]
	ProjectID   ID[Project]
	MentoringID ID[Mentoring]
	Rule        string // RRULE of RFC 5545 without UNTIL: "FREQ=WEEKLY;BYDAY=WE"
	UntilOn     Date   // last possible day, inclusive; none = open end
	DaysOff     DaysOff
	Note        string
}

// DaysOff says what becomes of an occurrence on a day off.
type DaysOff string

// What becomes of occurrences on days off.
const (
	DaysOffSkip DaysOff = "skip"
	DaysOffKeep DaysOff = "keep"
)

// DaysOffList lists them in the order of choices.
var DaysOffList = []DaysOff{DaysOffSkip, DaysOffKeep}

// Kind is KindSeries.
func (Series) Kind() Kind { return KindSeries }

// Key is the id without its type.
func (s Series) Key() ID[Any] { return ID[Any](s.ID) }

// Validate needs a title, times in order and a rule; whether the rule can be
// read is the calendar engine's to say.
func (s Series) Validate() (ps Problems) {
	ps.Add(strings.TrimSpace(s.Title) == "", "title", "required")
	ps.Add(s.Starts.IsZero(), "starts", "required")
	ps.Add(!s.Starts.Known(), "starts", "zone", s.Starts.Zone)
	ps.Add(!s.Ends.Known(), "ends", "zone", s.Ends.Zone)
	ps.Add(s.Ends.IsZero() || before(s.Ends, s.Starts), "ends", "order")
	ps.Add(s.Ends.Day > s.Starts.Day+3660, "ends", "tooLong")
	ps.Add(strings.TrimSpace(s.Rule) == "", "rule", "required")
	ps.Add(!s.UntilOn.IsZero() && s.UntilOn < s.Starts.Day, "untilOn", "order")
	return ps
}

// EventPerson is somebody who takes part in an event or a series.
type EventPerson struct {
	ID        ID[EventPerson]
	EventID   ID[Event]
	SeriesID  ID[Series]
	PersonID  ID[Person]
	ContactID ID[Contact]
}

// Kind is KindEventPerson.
func (EventPerson) Kind() Kind { return KindEventPerson }

// Key is the id without its type.
func (p EventPerson) Key() ID[Any] { return ID[Any](p.ID) }

// Validate needs one event or series and one person or contact.
func (p EventPerson) Validate() (ps Problems) {
	ps.Add(p.EventID.IsZero() == p.SeriesID.IsZero(), "eventId", "required")
	ps.Add(p.PersonID.IsZero() == p.ContactID.IsZero(), "personId", "required")
	return ps
}
