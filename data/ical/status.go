package ical

import "portfel/data"

// Status is the STATUS of a component (RFC 5545 3.8.1.11).
type Status string

// The statuses that are written.
const (
	Tentative   Status = "TENTATIVE"
	Confirmed   Status = "CONFIRMED"
	Cancelled   Status = "CANCELLED"
	NeedsAction Status = "NEEDS-ACTION"
	InProcess   Status = "IN-PROCESS"
	Completed   Status = "COMPLETED"
)

// exported tells whether a row is far enough to stand in a calendar: drafts of
// trips are nobody's business yet.
func exported(r data.AgendaRow) bool {
	return !isTrip(r.Kind) || r.Status != string(data.TripDraft)
}

// isTrip tells the kinds whose status is that of a trip with an order.
func isTrip(k data.AgendaKind) bool {
	return k == data.AgendaTrip || k == data.AgendaPapers || k == data.AgendaReport || k == data.AgendaLeg
}

// statusOf is the status of an event. Every machine calls its end "cancelled".
func statusOf(r data.AgendaRow) Status {
	const cancelled = string(data.TripCancelled)
	switch {
	case r.Status == cancelled:
		return Cancelled
	case isTrip(r.Kind) && r.Status == string(data.TripPlanned),
		r.Kind == data.AgendaAbsence && r.Status == string(data.AbsencePlanned),
		r.Kind == data.AgendaProject && r.Status == string(data.ProjectPresale):
		return Tentative
	}
	return Confirmed
}

// todoStatus is the status of a task as a line of a task list.
func todoStatus(s data.TaskStatus) Status {
	switch s {
	case data.TaskCancelled:
		return Cancelled
	case data.TaskDone:
		return Completed
	case data.TaskWorking, data.TaskWaiting, data.TaskReview, data.TaskReturned:
		return InProcess
	}
	return NeedsAction
}

// isTask tells the kinds that can become lines of a task list.
func isTask(k data.AgendaKind) bool { return k == data.AgendaTask || k == data.AgendaMilestone }

// takesTime tells the kinds that make a person busy (TRANSP:OPAQUE).
func takesTime(k data.AgendaKind) bool {
	switch k {
	case data.AgendaTrip, data.AgendaLocal, data.AgendaLeg, data.AgendaAbsence, data.AgendaEvent, data.AgendaSeries:
		return true
	}
	return false
}

// personal tells the kinds that are nobody else's business (CLASS:PRIVATE),
// even where the calendar itself is shared.
func personal(r data.AgendaRow) bool {
	switch r.Kind {
	case data.AgendaAbsence, data.AgendaPapers, data.AgendaReport, data.AgendaItem, data.AgendaControl:
		return true
	}
	return !r.MentoringID.IsZero()
}
