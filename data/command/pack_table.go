package command

import (
	"slices"
	"strings"

	"portfel/data"
	"portfel/data/pack"
)

// backMode is what a trainee's package says about records of a kind.
type backMode int

const (
	backNothing backMode = iota
	backNew              // what the trainee added, whole
	backEdits            // fields of what the mentor sent, and what the trainee added, whole
	backAll              // as backEdits, and what the trainee deleted
)

// packLine says of a kind of record what leaves the file with a trainee's plan.
// Each field stands in exactly one of the three lists, and a test holds it to that.
type packLine struct {
	kind  data.Kind
	both  string // goes out, and comes back as the trainee changed it
	down  string // goes out to the trainee only
	never string // stays in the file
	back  backMode
}

// packTable is everything that ever goes out. A kind without a line never does:
// clients, contacts, projects, money, trips, documents, rates, notes of one's own.
// Of records, only those of the mentoring go, and of those:
//
//   - a review that only the mentor may read does not, nor do the scores in it;
//   - of people nothing but names, except for the trainee;
//   - a meeting goes if the trainee takes part in it; contacts of clients do not;
//   - the conclusion goes when the mentoring is over.
var packTable = []packLine{
	{kind: data.KindPerson, down: "FullName ShortName",
		never: "Position Grade Department WorkPlace Zone ManagerID CalendarID WeekHours Email Phone TabNo HiredOn ProbationUntil IsMe Note ArchivedOn" +
			" NameGenitive NameDative NameAccusative NameInstrumental PositionGenitive PositionDative PositionAccusative PositionInstrumental"},
	{kind: data.KindMentoring, down: "TraineeID MentorID StartsOn EndsOn ProbationUntil Grounds Status Goals Conclusion ConclusionText ClosedOn",
		never: "OrderNo ConsentOn AddendumNo ArchivedOn"},
	{kind: data.KindPlan, down: "What MentoringID Name IsCurrent StartsOn", never: "ProjectID Variant StatusOn CalendarID ArchivedOn"},
	{kind: data.KindCompetency, down: "Name Area Scale", never: "ArchivedOn"},
	{kind: data.KindTask, back: backEdits, both: "Status Percent ActualStart ActualFinish Remaining Note",
		down: "PlanID ParentID Ord Name What Mode StartsOn EndsOn Duration Effort ConstraintKind ConstraintOn ConstraintAt DeadlineOn ResponsibleID ReviewerID" +
			" Place Importance Result Criterion CompetencyID MentorEffort Score",
		never: "WaitingFor WaitingSince Extra EstO EstM EstP Priority LevelDelay CalendarID FixedCost"},
	{kind: data.KindDependency, back: backNew, both: "PredID SuccID Type Lag"},
	{kind: data.KindAssignment, back: backNew, both: "TaskID PersonID Effort Units", never: "ResourceID"},
	{kind: data.KindMaterial, back: backNew, both: "TaskID Ord Title Link"},
	{kind: data.KindSubmission, back: backEdits, both: "TaskID PersonID HandedOn TraineeSpent Comment",
		down: "Verdict Score Remarks NewTermOn MentorSpent DecidedOn DeciderID"},
	{kind: data.KindAttachment, back: backAll, both: "OwnerKind OwnerID Name Mime Size Sha256 AddedOn"},
	{kind: data.KindReview, back: backEdits, both: "TraineeNote", down: "MentoringID What HeldOn MentorNote Visibility Score"},
	{kind: data.KindScore, back: backAll, both: "MentoringID CompetencyID ReviewID ByWhom Level OnDate"},
	{kind: data.KindSeries, down: "What Title Starts Ends AllDay Place MentoringID Rule UntilOn DaysOff", never: "ClientID ProjectID Note"},
	{kind: data.KindEvent, down: "What Title Status Starts Ends AllDay Place MentoringID Result NextStep NextOn Note SeriesID OriginalOn", never: "ClientID ProjectID TripID"},
	{kind: data.KindEventPerson, down: "EventID SeriesID PersonID", never: "ContactID"},
}

// ofTrainee are the fields that go out of the trainee's own person beside the names.
const ofTrainee = "Position Grade Zone WeekHours HiredOn ProbationUntil"

// ofConclusion are the fields that go out only when the mentoring is over.
const ofConclusion = "Conclusion ConclusionText ClosedOn"

func packLineOf(k data.Kind) (packLine, bool) {
	i := slices.IndexFunc(packTable, func(l packLine) bool { return l.kind == k })
	if i < 0 {
		return packLine{}, false
	}
	return packTable[i], true
}

// fields are the fields of a kind that go one way; new tells that the other side
// does not know the record.
func (l packLine) fields(way pack.Kind, fresh bool) []string {
	both, all := strings.Fields(l.both), strings.Fields(l.both+" "+l.down)
	switch {
	case way == pack.ToTrainee && l.kind == data.KindPerson:
		return append(all, strings.Fields(ofTrainee)...)
	case way == pack.ToTrainee, fresh && l.back != backNothing:
		return all
	case l.back == backEdits, l.back == backAll:
		return both
	}
	return nil
}
