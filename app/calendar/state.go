package calendar

import (
	"portfel/app/ui"
	"portfel/data"
)

// cancelled tells whether a row will not take place.
func cancelled(r data.AgendaRow) bool { return r.Status == "cancelled" }

// finished tells whether nothing is left to do about a row.
func finished(r data.AgendaRow) bool {
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

// late tells whether a row asks for something that should have been done
// before the day.
func late(r data.AgendaRow, today data.Date) bool {
	if r.EndsOn >= today || cancelled(r) || finished(r) {
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

// state is the role of a row and the word that says the same.
func (s *Screen) state(r data.AgendaRow) (ui.Role, string) {
	w := s.d.Words()
	switch {
	case cancelled(r):
		return ui.Muted, s.word(r)
	case late(r, s.today):
		return ui.Late, w.T("calendar.late")
	case finished(r):
		return ui.Done, s.word(r)
	case deadline(r) && s.cal.Distance(s.today, r.EndsOn) <= soon:
		return ui.Risk, w.Countdown(s.cal.Distance(s.today, r.EndsOn))
	case data.TaskStatus(r.Status) == data.TaskWaiting && task(r), r.Critical:
		return ui.Risk, s.word(r)
	case going(r):
		return ui.Go, s.word(r)
	}
	return ui.Planned, s.word(r)
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
func (s *Screen) word(r data.AgendaRow) string {
	w := s.d.Words()
	switch r.Kind {
	case data.AgendaTrip, data.AgendaLocal, data.AgendaLeg:
		return lower(w.Code(data.TripStatus(r.Status).Phase(r.StartsOn, r.EndsOn, s.today)))
	case data.AgendaTask, data.AgendaMilestone, data.AgendaDue:
		return lower(w.Code(data.TaskStatus(r.Status)))
	case data.AgendaItem:
		return lower(w.ItemStatus(data.TaskStatus(r.Status)))
	case data.AgendaDocument:
		return lower(w.Code(data.VersionStatus(r.Status)))
	case data.AgendaAbsence:
		return lower(w.Code(data.AbsenceStatus(r.Status)))
	case data.AgendaEvent:
		if data.EventStatus(r.Status) != data.EventPlanned {
			return lower(w.Code(data.EventStatus(r.Status)))
		}
	case data.AgendaProject:
		return lower(w.Code(data.ProjectStatus(r.Status)))
	case data.AgendaReport, data.AgendaPapers:
		if finished(r) {
			return w.T("calendar.done")
		}
		return w.Countdown(s.cal.Distance(s.today, r.EndsOn))
	}
	return ""
}
