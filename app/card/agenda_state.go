package card

import (
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/text"
)

// Cancelled tells whether a row will not take place.
func Cancelled(r data.AgendaRow) bool { return r.Status == "cancelled" }

// Finished tells whether nothing is left to do about a row.
func Finished(r data.AgendaRow) bool {
	switch r.Kind {
	case data.AgendaTask, data.AgendaMilestone, data.AgendaDue, data.AgendaItem:
		return data.TaskStatus(r.Status).Finished()
	case data.AgendaDocument:
		return data.VersionStatus(r.Status).Finished()
	case data.AgendaEvent:
		return data.EventStatus(r.Status) == data.EventHeld
	case data.AgendaProject:
		return !data.ProjectStatus(r.Status).Open()
	case data.AgendaControl:
		return data.MentoringStatus(r.Status) == data.MentoringDone
	case data.AgendaTrip, data.AgendaLocal, data.AgendaLeg, data.AgendaReport:
		return handed(data.TripStatus(r.Status))
	case data.AgendaPapers:
		return data.TripStatus(r.Status) == data.TripOrdered || handed(data.TripStatus(r.Status))
	}
	return false
}

// handed tells whether a trip is over and its report handed in.
func handed(s data.TripStatus) bool {
	return s == data.TripReported || s == data.TripApproved || s == data.TripClosed || s == data.TripHeld
}

// Late tells whether a row asks for something that should have been done
// before the day.
func Late(r data.AgendaRow, today data.Date) bool {
	if r.EndsOn >= today || Cancelled(r) || Finished(r) {
		return false
	}
	switch r.Kind {
	case data.AgendaTask, data.AgendaMilestone, data.AgendaDue, data.AgendaItem, data.AgendaDocument, data.AgendaProject, data.AgendaPapers:
		return true
	case data.AgendaReport:
		return data.TripStatus(r.Status) == data.TripOrdered
	}
	return false
}

// State is the role of a row and the word that says the same.
func (a *Agenda) State(r data.AgendaRow) (ui.Role, string) {
	w := a.w
	switch {
	case Cancelled(r):
		return ui.Muted, a.word(r)
	case Late(r, a.Today):
		return ui.Late, w.T("calendar.late")
	case Finished(r):
		return ui.Done, a.word(r)
	case deadline(r) && a.Days.Distance(a.Today, r.EndsOn) <= soon:
		return ui.Risk, w.Countdown(a.Days.Distance(a.Today, r.EndsOn))
	case data.TaskStatus(r.Status) == data.TaskWaiting && task(r), r.Kind == data.AgendaTrip && a.Phase(r) == data.TripDue:
		return ui.Risk, a.word(r)
	case going(r):
		return ui.Go, a.word(r)
	}
	return ui.Planned, a.word(r)
}

// soon is how many working days ahead a term asks for attention.
const soon = 2

func task(r data.AgendaRow) bool {
	return r.Kind == data.AgendaTask || r.Kind == data.AgendaMilestone || r.Kind == data.AgendaDue || r.Kind == data.AgendaItem
}

// deadline tells whether a row is a term by which something is owed.
func deadline(r data.AgendaRow) bool {
	switch r.Kind {
	case data.AgendaReport, data.AgendaPapers, data.AgendaDue, data.AgendaItem, data.AgendaDocument, data.AgendaProject:
		return true
	}
	return false
}

// going tells whether a row is settled or under way, not only thought of.
func going(r data.AgendaRow) bool {
	switch r.Kind {
	case data.AgendaTrip, data.AgendaLocal, data.AgendaLeg:
		st := data.TripStatus(r.Status)
		return st == data.TripAgreed || st == data.TripOrdered
	case data.AgendaTask, data.AgendaItem:
		st := data.TaskStatus(r.Status)
		return st == data.TaskWorking || st == data.TaskReview
	case data.AgendaAbsence:
		return data.AbsenceStatus(r.Status) == data.AbsenceAgreed
	}
	return false
}

// word is the state of the record behind a row, as chips write it; a planned
// meeting says nothing.
func (a *Agenda) word(r data.AgendaRow) string {
	w := a.w
	switch r.Kind {
	case data.AgendaTrip, data.AgendaLocal, data.AgendaLeg:
		return text.Lower(w.Code(a.Phase(r)))
	case data.AgendaTask, data.AgendaMilestone, data.AgendaDue:
		return text.Lower(w.Code(data.TaskStatus(r.Status)))
	case data.AgendaItem:
		return text.Lower(w.ItemStatus(data.TaskStatus(r.Status)))
	case data.AgendaDocument:
		return text.Lower(w.Code(data.VersionStatus(r.Status)))
	case data.AgendaAbsence:
		return text.Lower(w.Code(data.AbsenceStatus(r.Status)))
	case data.AgendaEvent:
		if data.EventStatus(r.Status) != data.EventPlanned {
			return text.Lower(w.Code(data.EventStatus(r.Status)))
		}
	case data.AgendaProject:
		return text.Lower(w.Code(data.ProjectStatus(r.Status)))
	case data.AgendaReport, data.AgendaPapers:
		if Finished(r) {
			return w.T("calendar.done")
		}
		return w.Countdown(a.Days.Distance(a.Today, r.EndsOn))
	}
	return ""
}

// Phase is the status of the trip behind a row as people say it today. A ride
// knows only its own days, so it keeps the status of the trip.
func (a *Agenda) Phase(r data.AgendaRow) data.TripStatus {
	st := data.TripStatus(r.Status)
	if r.Kind == data.AgendaLeg {
		return st
	}
	return st.Phase(r.StartsOn, r.EndsOn, a.Today)
}
