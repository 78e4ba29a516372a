package card

import (
	"strings"

	"portfel/app/desk"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/text"
	"portfel/data/workday"
)

// Agenda says what the rows of the agenda look like to the owner of the file:
// as items of a calendar, with titles, states and times on the owner's clock.
type Agenda struct {
	Me    data.Person
	Days  *workday.Calendar // the owner's
	Today data.Date
	w     *text.Words
}

// NewAgenda reads the owner and the calendar once; make a new one on each reload.
func NewAgenda(d desk.Desk) *Agenda {
	me, err := d.Read().Me()
	if err != nil {
		d.Fail(err)
	}
	return &Agenda{Me: me, Days: Workdays(d), Today: d.Today(), w: d.Words()}
}

// Zone is the owner's clock.
func (a *Agenda) Zone() string {
	if a.Me.Zone == "" {
		return "Europe/Moscow"
	}
	return a.Me.Zone
}

// AgendaID names a row among the items of a calendar.
func AgendaID(r data.AgendaRow) string {
	return string(r.Kind) + ":" + r.UIDID.String() + ":" + r.UIDPart
}

// Item is an agenda row as the views draw it, on the owner's clock.
func (a *Agenda) Item(id string, r data.AgendaRow) ui.Item {
	it := ui.Item{ID: id, From: r.StartsOn, To: r.EndsOn, AllDay: true, Title: a.Name(r), Note: a.note(r), Layer: string(r.Layer)}
	it.Role, it.Word = a.State(r)
	if Late(r, a.Today) {
		it.Title = "! " + it.Title
	}
	a.Clock(&it, r)
	return it
}

// Clock puts the times of a row on the owner's clock. What ends at midnight
// ends on the day before.
func (a *Agenda) Clock(it *ui.Item, r data.AgendaRow) {
	if r.AllDay || r.Starts.IsZero() {
		return
	}
	from, err := r.Starts.In(a.Zone())
	if err != nil {
		return
	}
	to, err := r.Ends.In(a.Zone())
	if err != nil || to.Day < from.Day {
		to = from
	}
	it.AllDay, it.From, it.Start, it.To, it.End = false, from.Day, from.Min, to.Day, to.Min
	if to.Min == 0 && to.Day > from.Day {
		it.To, it.End = to.Day-1, 24*60
	}
}

// Name is the title of a row: what it is, of what, and whose it is when it is
// not the owner's.
func (a *Agenda) Name(r data.AgendaRow) string {
	title := a.Subject(r)
	if who := a.whose(r); who != "" {
		return title + " · " + who
	}
	return title
}

//text:prefix calendar.name.

// Subject is the title without the name of a person; it is short: a day of the month has room for some fifteen letters.
func (a *Agenda) Subject(r data.AgendaRow) string {
	w := a.w
	switch r.Kind {
	case data.AgendaTrip:
		return text.Join(r.Title, Bare(r.Client))
	case data.AgendaLocal:
		return text.Join(r.Title, r.Detail)
	case data.AgendaPapers, data.AgendaReport, data.AgendaDue, data.AgendaMilestone, data.AgendaProject:
		return w.F("calendar.name."+string(r.Kind), r.Title)
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
func (a *Agenda) whose(r data.AgendaRow) string {
	switch r.Kind {
	case data.AgendaItem, data.AgendaControl:
		if r.TraineeID != a.Me.ID {
			return r.Trainee
		}
		return ""
	case data.AgendaEvent, data.AgendaOccurrence, data.AgendaSeries, data.AgendaProject, data.AgendaDocument:
		return ""
	}
	if r.PersonID != a.Me.ID {
		return r.Person
	}
	return ""
}

// note is the second line of the agenda.
func (a *Agenda) note(r data.AgendaRow) string {
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

// Bare is the name of a client without its legal form and quotes, for places
// where every letter counts: «Медный Кряж» of АО «Медный Кряж».
func Bare(client string) string {
	from, to := strings.Index(client, "«"), strings.LastIndex(client, "»")
	if from >= 0 && to > from {
		return client[from+len("«") : to]
	}
	return client
}
