package data

// Kind says which noun a record is. It is stored in links, search rows and the
// journal's readers, so its codes never change.
type Kind string

// The kinds of records.
const (
	KindPerson       Kind = "person"
	KindAbsence      Kind = "absence"
	KindCalendar     Kind = "calendar"
	KindCalendarDay  Kind = "calendar_day"
	KindCalendarYear Kind = "calendar_year"
	KindClient       Kind = "client"
	KindContact      Kind = "contact"
	KindProject      Kind = "project"
	KindMember       Kind = "project_member"
	KindPlan         Kind = "plan"
	KindTask         Kind = "task"
	KindDependency   Kind = "dependency"
	KindAssignment   Kind = "assignment"
	KindMentoring    Kind = "mentoring"
	KindReview       Kind = "review"
	KindCompetency   Kind = "competency"
	KindScore        Kind = "competency_score"
	KindTrip         Kind = "trip"
	KindLeg          Kind = "trip_leg"
	KindDeliverable  Kind = "deliverable"
	KindVersion      Kind = "version"
	KindApproval     Kind = "approval"
	KindEvent        Kind = "event"
	KindSeries       Kind = "event_series"
	KindEventPerson  Kind = "event_person"
	KindAttachment   Kind = "attachment"
	KindLink         Kind = "link"
	KindSource       Kind = "source"
	KindNorm         Kind = "norm"
	KindSetting      Kind = "setting"
	KindResource     Kind = "resource"
	KindRate         Kind = "rate"
	KindBaseline     Kind = "baseline"
	KindBaselineTask Kind = "baseline_task"

	KindCompany       Kind = "company"
	KindSignatory     Kind = "signatory"
	KindNumbering     Kind = "numbering"
	KindForm          Kind = "form"
	KindPerDiem       Kind = "per_diem"
	KindFxRate        Kind = "fx_rate"
	KindTripDay       Kind = "trip_day"
	KindTripItem      Kind = "trip_item"
	KindTripChange    Kind = "trip_change"
	KindEstimate      Kind = "estimate"
	KindExpense       Kind = "expense"
	KindAdvanceReport Kind = "advance_report"
	KindMoneyMove     Kind = "money_move"
	KindPaper         Kind = "paper"
	KindSubmission    Kind = "submission"
	KindMaterial      Kind = "material"
)

// Record is what every noun answers: its kind, its id without the type, and
// what is wrong with it as it stands.
type Record interface {
	Kind() Kind
	Key() ID[Any]
	Validate() Problems
}
