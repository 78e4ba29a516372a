package data

import "strings"

// Person is somebody of the own firm: the owner of the file, a colleague, a
// trainee, a head of department.
type Person struct {
	ID             ID[Person]
	FullName       string // family name, given name, patronymic
	ShortName      string // as lists show it; empty = made from FullName
	Position       string
	Grade          Grade
	Department     string
	WorkPlace      string // town of permanent work
	Zone           string // IANA zone of the place of work
	ManagerID      ID[Person]
	CalendarID     ID[Calendar]
	WeekHours      Minutes // working time of an ordinary week
	Email          string
	Phone          string
	TabNo          string // personnel number
	HiredOn        Date
	ProbationUntil Date
	IsMe           bool // the owner of the file; exactly one
	Note           string
	ArchivedOn     Date

	// The name and the position in the cases that papers need; empty = by the
	// rules of grammar.
	NameGenitive         string
	NameDative           string
	NameAccusative       string
	NameInstrumental     string
	PositionGenitive     string
	PositionDative       string
	PositionAccusative   string
	PositionInstrumental string
}

// Grade is the step on the firm's ladder.
type Grade string

// The grades of a consulting department, lowest first.
const (
	GradeTrainee    Grade = "trainee"
	GradeAssistant  Grade = "assistant"
	GradeAnalyst    Grade = "analyst"
	GradeLead       Grade = "lead"
	GradeConsultant Grade = "consultant"
	GradeManager    Grade = "manager"
	GradeHead       Grade = "head"
)

// Grades lists the grades, lowest first.
var Grades = []Grade{GradeTrainee, GradeAssistant, GradeAnalyst, GradeLead, GradeConsultant, GradeManager, GradeHead}

// Kind is KindPerson.
func (Person) Kind() Kind { return KindPerson }

// Key is the id without its type.
func (p Person) Key() ID[Any] { return ID[Any](p.ID) }

// Validate needs a name, a known zone and a sensible week.
func (p Person) Validate() (ps Problems) {
	ps.Add(strings.TrimSpace(p.FullName) == "", "fullName", "required")
	ps.Add(p.WeekHours < 0 || p.WeekHours > Hours(7*24), "weekHours", "range", "0", "168")
	_, err := Location(p.Zone)
	ps.Add(p.Zone != "" && err != nil, "zone", "zone", p.Zone)
	ps.Add(!p.ManagerID.IsZero() && p.ManagerID == p.ID, "managerId", "self")
	return ps
}

// Short is the name as lists show it: «Кузнецова А. С.».
func (p Person) Short() string {
	if p.ShortName != "" {
		return p.ShortName
	}
	return ShortName(p.FullName)
}

// ShortName turns «Кузнецова Анна Сергеевна» into «Кузнецова А. С.».
func ShortName(full string) string {
	words := strings.Fields(full)
	if len(words) < 2 {
		return full
	}
	s := words[0]
	for _, w := range words[1:] {
		s += " " + string([]rune(w)[:1]) + "."
	}
	return s
}
