package data

import "strings"

// Mentoring is one trainee led by one mentor over a period (both days count).
// Its plan is a Plan of kind mentoring.
type Mentoring struct {
	ID             ID[Mentoring]
	TraineeID      ID[Person]
	MentorID       ID[Person]
	StartsOn       Date
	EndsOn         Date
	ProbationUntil Date
	Grounds        Grounds
	OrderNo        string
	ConsentOn      Date
	AddendumNo     string
	Status         MentoringStatus
	Goals          string
	Conclusion     ConclusionKind
	ConclusionText string
	ClosedOn       Date
	ArchivedOn     Date
}

// Grounds is why the mentor mentors. Source: ст. 351.8 ТК РФ and the letter of
// Роструд of 02.10.2025 № ТЗ/7300-6-1: as part of the job no consent is asked.
type Grounds string

// The grounds of mentoring.
const (
	GroundsJob         Grounds = "job"
	GroundsInstruction Grounds = "instruction"
)

// GroundsList lists the grounds in the order of choices.
var GroundsList = []Grounds{GroundsJob, GroundsInstruction}

// MentoringStatus is where the mentoring stands.
type MentoringStatus string

// The statuses of a mentoring.
const (
	MentoringDraft      MentoringStatus = "draft"
	MentoringAgreed     MentoringStatus = "agreed"
	MentoringApproved   MentoringStatus = "approved"
	MentoringRunning    MentoringStatus = "running"
	MentoringAssessment MentoringStatus = "assessment"
	MentoringDone       MentoringStatus = "done"
)

// MentoringFlow is the table of legal moves.
var MentoringFlow = Flow[MentoringStatus]{
	MentoringDraft:      {MentoringAgreed},
	MentoringAgreed:     {MentoringApproved, MentoringDraft},
	MentoringApproved:   {MentoringRunning},
	MentoringRunning:    {MentoringAssessment, MentoringDone},
	MentoringAssessment: {MentoringDone, MentoringRunning},
	MentoringDone:       {},
}

// ConclusionKind is the outcome of a mentoring.
type ConclusionKind string

// The outcomes; empty means not concluded.
const (
	ConclusionFits     ConclusionKind = "fits"
	ConclusionUnfit    ConclusionKind = "unfit"
	ConclusionExtended ConclusionKind = "extended"
	ConclusionStopped  ConclusionKind = "stopped"
)

// ConclusionKinds lists the outcomes in the order of choices.
var ConclusionKinds = []ConclusionKind{ConclusionFits, ConclusionUnfit, ConclusionExtended, ConclusionStopped}

// Kind is KindMentoring.
func (Mentoring) Kind() Kind { return KindMentoring }

// Key is the id without its type.
func (m Mentoring) Key() ID[Any] { return ID[Any](m.ID) }

// Validate needs two different people and a period in order; a finished
// mentoring needs its outcome.
func (m Mentoring) Validate() (ps Problems) {
	ps.Add(m.TraineeID.IsZero(), "traineeId", "required")
	ps.Add(m.MentorID.IsZero(), "mentorId", "required")
	ps.Add(!m.MentorID.IsZero() && m.MentorID == m.TraineeID, "mentorId", "self")
	ps.Add(m.StartsOn.IsZero(), "startsOn", "required")
	ps.Add(m.EndsOn.IsZero(), "endsOn", "required")
	ps.Add(!m.EndsOn.IsZero() && m.EndsOn < m.StartsOn, "endsOn", "order")
	ps.Add(!MentoringFlow.Has(m.Status), "status", "unknown", string(m.Status))
	ps.Add(m.Status == MentoringDone && m.Conclusion == "", "conclusion", "required")
	return ps
}

// Review is a look back: a week, a control point, the end.
type Review struct {
	ID          ID[Review]
	MentoringID ID[Mentoring]
	What        ReviewKind
	HeldOn      Date
	MentorNote  string
	Visibility  Visibility // who may read MentorNote
	TraineeNote string
	Score       int // 1..5, 0 = none
}

// ReviewKind is the occasion of a review.
type ReviewKind string

// The occasions of reviews.
const (
	ReviewWeek  ReviewKind = "week"
	Review30    ReviewKind = "day30"
	Review60    ReviewKind = "day60"
	Review90    ReviewKind = "day90"
	ReviewFinal ReviewKind = "final"
)

// ReviewKinds lists the occasions in the order of choices.
var ReviewKinds = []ReviewKind{ReviewWeek, Review30, Review60, Review90, ReviewFinal}

// Visibility says who may read a note.
type Visibility string

// The two visibilities of a mentor's note.
const (
	VisibleBoth   Visibility = "both"
	VisibleMentor Visibility = "mentor"
)

// Visibilities lists them in the order of choices.
var Visibilities = []Visibility{VisibleBoth, VisibleMentor}

// Kind is KindReview.
func (Review) Kind() Kind { return KindReview }

// Key is the id without its type.
func (r Review) Key() ID[Any] { return ID[Any](r.ID) }

// Validate needs a mentoring, a day and a score on the scale.
func (r Review) Validate() (ps Problems) {
	ps.Add(r.MentoringID.IsZero(), "mentoringId", "required")
	ps.Add(r.HeldOn.IsZero(), "heldOn", "required")
	ps.Add(r.Score < 0 || r.Score > 5, "score", "range", "1", "5")
	ps.Add(r.Visibility != VisibleBoth && r.Visibility != VisibleMentor, "visibility", "unknown", string(r.Visibility))
	return ps
}

// Competency is something that a consultant learns to do.
type Competency struct {
	ID         ID[Competency]
	Name       string
	Area       string
	Scale      int // highest level
	ArchivedOn Date
}

// Kind is KindCompetency.
func (Competency) Kind() Kind { return KindCompetency }

// Key is the id without its type.
func (c Competency) Key() ID[Any] { return ID[Any](c.ID) }

// Validate needs a name and a scale of 2 to 10 levels.
func (c Competency) Validate() (ps Problems) {
	ps.Add(strings.TrimSpace(c.Name) == "", "name", "required")
	ps.Add(c.Scale < 2 || c.Scale > 10, "scale", "range", "2", "10")
	return ps
}

// Score is the level of a competency, as somebody saw it on a day.
type Score struct {
	ID           ID[Score]
	MentoringID  ID[Mentoring]
	CompetencyID ID[Competency]
	ReviewID     ID[Review] // none for the target and the start
	ByWhom       ScoreBy
	Level        int
	OnDate       Date
}

// ScoreBy says whose judgement a score is.
type ScoreBy string

// Whose judgement: the trainee's own, the mentor's, or the level aimed at.
const (
	ScoreSelf   ScoreBy = "self"
	ScoreMentor ScoreBy = "mentor"
	ScoreTarget ScoreBy = "target"
)

// ScoreBys lists them in the order of choices.
var ScoreBys = []ScoreBy{ScoreSelf, ScoreMentor, ScoreTarget}

// Kind is KindScore.
func (Score) Kind() Kind { return KindScore }

// Key is the id without its type.
func (s Score) Key() ID[Any] { return ID[Any](s.ID) }

// Validate needs its owners and a level of 1 to 10.
func (s Score) Validate() (ps Problems) {
	ps.Add(s.MentoringID.IsZero(), "mentoringId", "required")
	ps.Add(s.CompetencyID.IsZero(), "competencyId", "required")
	ps.Add(s.Level < 1 || s.Level > 10, "level", "range", "1", "10")
	return ps
}
