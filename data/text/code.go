package text

import (
	"fmt"
	"reflect"

	"portfel/data"
)

// prefixes are the keys of stored codes: the type of a code and what stands
// before it in the key. The tests compare this table with the codes that the
// records declare.
var prefixes = map[reflect.Type]string{
	reflect.TypeFor[data.Kind]():            "kind.",
	reflect.TypeFor[data.Grade]():           "person.grade.",
	reflect.TypeFor[data.AbsenceKind]():     "absence.kind.",
	reflect.TypeFor[data.AbsenceStatus]():   "absence.status.",
	reflect.TypeFor[data.DayType]():         "calendar.day.",
	reflect.TypeFor[data.ClientKind]():      "client.kind.",
	reflect.TypeFor[data.ContactRole]():     "contact.role.",
	reflect.TypeFor[data.ProjectKind]():     "project.kind.",
	reflect.TypeFor[data.Billing]():         "project.billing.",
	reflect.TypeFor[data.ProjectStatus]():   "project.status.",
	reflect.TypeFor[data.PlanKind]():        "plan.kind.",
	reflect.TypeFor[data.TaskKind]():        "task.kind.",
	reflect.TypeFor[data.TaskMode]():        "task.mode.",
	reflect.TypeFor[data.TaskPlace]():       "task.place.",
	reflect.TypeFor[data.ConstraintKind]():  "task.constraint.",
	reflect.TypeFor[data.TaskStatus]():      "task.status.",
	reflect.TypeFor[data.LinkType]():        "link.type.",
	reflect.TypeFor[data.Unit]():            "span.unit.",
	reflect.TypeFor[data.Grounds]():         "mentoring.grounds.",
	reflect.TypeFor[data.MentoringStatus](): "mentoring.status.",
	reflect.TypeFor[data.ConclusionKind]():  "mentoring.conclusion.",
	reflect.TypeFor[data.ReviewKind]():      "review.kind.",
	reflect.TypeFor[data.Visibility]():      "review.visibility.",
	reflect.TypeFor[data.ScoreBy]():         "score.by.",
	reflect.TypeFor[data.Verdict]():         "submission.verdict.",
	reflect.TypeFor[data.TripKind]():        "trip.kind.",
	reflect.TypeFor[data.TripStatus]():      "trip.status.",
	reflect.TypeFor[data.Transport]():       "transport.",
	reflect.TypeFor[data.Profile]():         "deliverable.profile.",
	reflect.TypeFor[data.VersionStatus]():   "version.status.",
	reflect.TypeFor[data.ApprovalRole]():    "approval.role.",
	reflect.TypeFor[data.Decision]():        "approval.decision.",
	reflect.TypeFor[data.EventKind]():       "event.kind.",
	reflect.TypeFor[data.EventStatus]():     "event.status.",
	reflect.TypeFor[data.DaysOff]():         "series.daysoff.",
	reflect.TypeFor[data.AgendaKind]():      "agenda.kind.",
	reflect.TypeFor[data.DueCode]():         "due.",
	reflect.TypeFor[data.Layer]():           "layer.",
	reflect.TypeFor[data.ResourceKind]():    "resource.kind.",
	reflect.TypeFor[data.RateKind]():        "rate.kind.",
	reflect.TypeFor[data.HealthSet]():       "project.healthset.",
	reflect.TypeFor[data.ExpenseCategory](): "expense.category.",
	reflect.TypeFor[data.DocKind]():         "expense.doc.",
	reflect.TypeFor[data.Payer]():           "expense.payer.",
	reflect.TypeFor[data.MoneyMoveKind]():   "money.move.",
	reflect.TypeFor[data.DayUse]():          "trip.dayuse.",
	reflect.TypeFor[data.TripChangeKind]():  "trip.change.",
	reflect.TypeFor[data.TripItemKind]():    "trip.itemkind.",
	reflect.TypeFor[data.PaperKind]():       "trip.paper.",
	reflect.TypeFor[data.SignRole]():        "signatory.role.",
	reflect.TypeFor[data.Authority]():       "signatory.authority.",
}

// Code is the word of a stored code: Code(data.TripPlanned) is «Запланирована».
// An empty code has the word "none" of its type, or no word. A type that is not
// in the table of codes is written as it is.
func (w *Words) Code(code any) string {
	s := fmt.Sprint(code)
	prefix, ok := prefixes[reflect.TypeOf(code)]
	switch {
	case !ok:
		return s
	case s == "" && !w.Has(prefix+"none"):
		return ""
	case s == "":
		return w.T(prefix + "none")
	}
	return w.T(prefix + s)
}

// CodeKey is the key of a stored code: CodeKey(data.TripPlanned) is
// "trip.status.planned". A type outside the table gives the code itself.
func CodeKey(code any) string { return prefixes[reflect.TypeOf(code)] + fmt.Sprint(code) }

//text:prefix item.status.

// ItemStatus is the word for the status of a trainee's item: the codes are
// those of a task, the words are of «пункт»: «Принят», «Возвращён».
func (w *Words) ItemStatus(s data.TaskStatus) string { return w.T("item.status." + string(s)) }

//text:prefix deliverable.kind.

// DeliverableKind is the name of a kind of document; a kind in the user's own
// words is left as it is.
func (w *Words) DeliverableKind(code string) string {
	if w.Has("deliverable.kind." + code) {
		return w.T("deliverable.kind." + code)
	}
	return code
}
