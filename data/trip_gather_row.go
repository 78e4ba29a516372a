package data

import "strings"

// GatherFilter says for what a trip is gathered: a client or a town, the days
// (both inclusive) and who travels. With no client every client of the town is
// meant.
type GatherFilter struct {
	TripID   ID[Trip] // none for a trip that is not made yet
	ClientID ID[Client]
	Town     string
	From     Date
	To       Date
	People   []ID[Person]
}

// TownClient is a client that a trip may visit.
type TownClient struct {
	ID   ID[Client]
	Name string
	City string
	Own  bool // the trip goes to this client, not only to its town
}

// GatherTask is work to be done at a client's place.
type GatherTask struct {
	ID       ID[Task]
	Name     string
	ClientID ID[Client]
	Project  string // code, or the name when there is none
	StartsOn Date
	EndsOn   Date
	Status   TaskStatus
	People   string // short names
	Ours     bool   // somebody who travels works on it, or nobody does yet
}

// GatherPaper is a document, or a plan, that the client is to sign or has.
type GatherPaper struct {
	Kind     Kind // KindDeliverable or KindPlan
	ID       ID[Any]
	Title    string
	ClientID ID[Client]
	Label    string // of the version
	Status   VersionStatus
	SentOn   Date
	Signers  string // contacts who have not answered, short names
	DueOn    Date   // the first of their terms
}

// GatherPromise is a next step that a held meeting has left.
type GatherPromise struct {
	EventID  ID[Event]
	Title    string
	ClientID ID[Client]
	HeldOn   Date
	NextStep string
	NextOn   Date
}

// GatherContact is somebody at a client, with the last day of a contact.
type GatherContact struct {
	ID       ID[Contact]
	Name     string
	Position string
	Phone    string
	ClientID ID[Client]
	Cadence  int // days
	LastOn   Date
}

// SiteShare is the part of a colleague in work at a client's place who does not
// travel there.
type SiteShare struct {
	AssignmentID ID[Assignment]
	TaskID       ID[Task]
	Task         string
	StartsOn     Date
	EndsOn       Date
	PersonID     ID[Person]
	Person       string // short name
	FullName     string
}

// TripDeadline is a term or a milestone of a traveller in another project.
type TripDeadline struct {
	TaskID    ID[Task]
	Name      string
	What      TaskKind
	ProjectID ID[Project]
	Project   string
	EndsOn    Date // by the plan
	Deadline  Date // none for a milestone without a term
}

// TripShare is a part of a traveller in the work of another client or project.
type TripShare struct {
	AssignmentID ID[Assignment]
	TaskID       ID[Task]
	Name         string
	Status       TaskStatus
	ProjectID    ID[Project]
	Project      string
	StartsOn     Date
	EndsOn       Date
}

// AwaySpan is a stretch of days, both inclusive, on which somebody travels or is
// absent.
type AwaySpan struct {
	PersonID ID[Person]
	From     Date
	To       Date
}

// remoteWords tell in Russian and English that a meeting needs no room.
var remoteWords = []string{"телефон", "видео", "онлайн", "удаленно", "созвон", "звонок", "phone", "video", "online", "remote", "zoom", "teams", "skype"}

// RemotePlace tells whether the place of a meeting, as people write it, can be
// reached from anywhere: «по телефону», «видеосвязь», "online".
func RemotePlace(s string) bool {
	s = Fold(s)
	for _, w := range remoteWords {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// Remote tells whether the meeting can be held from a trip: a call, a letter, or
// one with a remote place.
func (m TripMeeting) Remote() bool {
	return m.What == EventCall || m.What == EventLetter || RemotePlace(m.Place)
}

// RoleRemote is the role of a Link between an assignment (left) and its task
// (right): this person does the work at the client's place from afar, so that
// nobody misses their trip.
const RoleRemote = "remote"
