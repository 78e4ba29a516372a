package data

// Absence is time that a person is not at work: vacation, illness, study. Both
// days count (inclusive).
type Absence struct {
	ID       ID[Absence]
	PersonID ID[Person]
	What     AbsenceKind
	StartsOn Date
	EndsOn   Date
	DeputyID ID[Person]
	Status   AbsenceStatus
	Note     string
}

// AbsenceKind is the reason of an absence.
type AbsenceKind string

// The reasons of absence.
const (
	Vacation AbsenceKind = "vacation"
	Unpaid   AbsenceKind = "unpaid"
	Sick     AbsenceKind = "sick"
	Study    AbsenceKind = "study"
	DayOff   AbsenceKind = "dayoff"
)

// AbsenceKinds lists the reasons in the order of choices.
var AbsenceKinds = []AbsenceKind{Vacation, Unpaid, Sick, Study, DayOff}

// AbsenceStatus is where the absence stands.
type AbsenceStatus string

// The statuses of an absence.
const (
	AbsencePlanned   AbsenceStatus = "planned"
	AbsenceAgreed    AbsenceStatus = "agreed"
	AbsenceCancelled AbsenceStatus = "cancelled"
)

// AbsenceFlow is the table of legal moves.
var AbsenceFlow = Flow[AbsenceStatus]{
	AbsencePlanned:   {AbsenceAgreed, AbsenceCancelled},
	AbsenceAgreed:    {AbsencePlanned, AbsenceCancelled},
	AbsenceCancelled: {AbsencePlanned},
}

// Kind is KindAbsence.
func (Absence) Kind() Kind { return KindAbsence }

// Key is the id without its type.
func (a Absence) Key() ID[Any] { return ID[Any](a.ID) }

// Validate needs a person, a first day not after the last, and no more than ten
// years.
func (a Absence) Validate() (ps Problems) {
	ps.Add(a.PersonID.IsZero(), "personId", "required")
	ps.Add(a.StartsOn.IsZero(), "startsOn", "required")
	ps.Add(a.EndsOn.IsZero(), "endsOn", "required")
	ps.Add(!a.EndsOn.IsZero() && a.EndsOn < a.StartsOn, "endsOn", "order")
	ps.Add(a.EndsOn > a.StartsOn+3660, "endsOn", "tooLong")
	ps.Add(!AbsenceFlow.Has(a.Status), "status", "unknown", string(a.Status))
	ps.Add(!a.DeputyID.IsZero() && a.DeputyID == a.PersonID, "deputyId", "self")
	return ps
}
