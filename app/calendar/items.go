package calendar

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"portfel/app/ui"
	"portfel/data"
	"portfel/data/text"
)

// itemID names an agenda row in the views.
func itemID(r data.AgendaRow) string {
	return string(r.Kind) + ":" + r.UIDID.String() + ":" + r.UIDPart
}

// item is an agenda row as the views draw it, on the owner's clock.
func (s *Screen) item(id string, r data.AgendaRow) ui.Item {
	it := ui.Item{ID: id, From: r.StartsOn, To: r.EndsOn, AllDay: true, Title: s.name(r), Note: s.note(r), Layer: string(r.Layer)}
	it.Role, it.Word = s.state(r)
	if late(r, s.today) {
		it.Title = "! " + it.Title
	}
	s.clock(&it, r)
	return it
}

// clock puts the times of a row on the owner's clock. What ends at midnight
// ends on the day before.
func (s *Screen) clock(it *ui.Item, r data.AgendaRow) {
	if r.AllDay || r.Starts.IsZero() {
		return
	}
	from, err := r.Starts.In(s.zone())
	if err != nil {
		return
	}
	to, err := r.Ends.In(s.zone())
	if err != nil || to.Day < from.Day {
		to = from
	}
	it.AllDay, it.From, it.Start, it.To, it.End = false, from.Day, from.Min, to.Day, to.Min
	if to.Min == 0 && to.Day > from.Day {
		it.To, it.End = to.Day-1, 24*60
	}
}

// name is the title of a row: what it is, of what, and whose it is when it is
// not the owner's.
func (s *Screen) name(r data.AgendaRow) string {
	title := s.subject(r)
	if who := s.whose(r); who != "" {
		return title + " · " + who
	}
	return title
}

func (s *Screen) subject(r data.AgendaRow) string {
	w := s.d.Words()
	switch r.Kind {
	case data.AgendaTrip:
		return text.Join(r.Title, bare(r.Client))
	case data.AgendaLocal:
		return text.Join(r.Title, r.Detail)
	case data.AgendaPapers, data.AgendaReport, data.AgendaDue, data.AgendaMilestone, data.AgendaProject, data.AgendaDocument:
		return w.Code(r.Kind) + ": " + r.Title
	case data.AgendaLeg:
		return text.Join(r.Place+" → "+r.ToPlace, r.Detail)
	case data.AgendaControl:
		return w.F("calendar.control", r.Title)
	case data.AgendaAbsence:
		return w.Code(data.AbsenceKind(r.What))
	}
	return r.Title
}

// whose is the short name of the trainee of an item, or of a person who is not
// the owner.
func (s *Screen) whose(r data.AgendaRow) string {
	switch r.Kind {
	case data.AgendaItem, data.AgendaControl:
		if r.TraineeID != s.me.ID {
			return r.Trainee
		}
		return ""
	case data.AgendaEvent, data.AgendaOccurrence, data.AgendaSeries, data.AgendaProject, data.AgendaDocument:
		return ""
	}
	if r.PersonID != s.me.ID {
		return r.Person
	}
	return ""
}

// note is the second line of the agenda.
func (s *Screen) note(r data.AgendaRow) string {
	switch r.Kind {
	case data.AgendaTrip, data.AgendaPapers, data.AgendaReport:
		return text.Join(r.Detail, r.Project)
	case data.AgendaLeg:
		return r.Title
	case data.AgendaDue, data.AgendaTask, data.AgendaMilestone, data.AgendaDocument, data.AgendaProject:
		return text.Join(r.Client, r.Project)
	case data.AgendaAbsence:
		return r.Detail
	}
	return text.Join(r.Place, r.Client, r.Project)
}

// bare is the name of a client without its legal form and quotes, for places
// where every letter counts: «Медный Кряж» of АО «Медный Кряж».
func bare(client string) string {
	from, to := strings.Index(client, "«"), strings.LastIndex(client, "»")
	if from >= 0 && to > from {
		return client[from+len("«") : to]
	}
	return client
}

// lower makes the first letter small: words of states stand in chips.
func lower(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToLower(r)) + s[n:]
}
