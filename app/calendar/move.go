package calendar

import (
	"portfel/app/desk"
	"portfel/data"
	"portfel/data/command"
)

//text:prefix calendar.fixed.

// move carries an item by days and minutes: meetings, days of a series, whole
// trips. Others say from what their day follows.
func (s *Screen) move(id string, days, minutes int) {
	r, ok := s.row(id)
	if !ok || days == 0 && minutes == 0 {
		return
	}
	switch r.Kind {
	case data.AgendaEvent, data.AgendaOccurrence:
		s.moveMeeting(r, days, minutes)
	case data.AgendaTrip, data.AgendaLocal:
		s.moveTrip(r, days, minutes)
	default:
		s.d.Say(s.d.Words().T("calendar.fixed."+string(r.Kind)), "", nil)
		s.show()
	}
}

func (s *Screen) moveMeeting(r data.AgendaRow, days, minutes int) {
	if r.Status != string(data.EventPlanned) {
		s.d.Say(s.d.Words().T("calendar.fixed."+r.Status), "", nil)
		s.show()
		return
	}
	if r.AllDay {
		minutes = 0
	}
	s.moved(r, days, minutes, command.ShiftEvent{Ref: r.Ref(), On: dayTaken(r), Days: days, Minutes: minutes, Name: r.Title})
}

// moveTrip carries a trip by whole days, a local one by its time too. When
// others travel with it, it asks whether they move too.
func (s *Screen) moveTrip(r data.AgendaRow, days, minutes int) {
	id := data.As[data.Trip](r.Ref())
	if r.AllDay || r.Kind == data.AgendaTrip {
		minutes = 0
	}
	if minutes != 0 {
		s.moved(r, days, minutes, command.ShiftLocalTrip{ID: id, Days: days, Minutes: minutes, Name: r.Title})
		return
	}
	if days == 0 {
		return
	}
	t, err := s.d.Read().Trip(id)
	if err != nil {
		s.d.Fail(err)
		return
	}
	shift := command.ShiftTrip{TripID: id, Days: days, Name: r.Title}
	if t.GroupID.IsZero() {
		s.moved(r, days, 0, shift)
		return
	}
	w := s.d.Words()
	all := shift
	all.Group = true
	s.d.Ask(w.T("calendar.group"), w.F("calendar.group.ask", r.Title),
		desk.Answer{Label: w.T("calendar.group.all"), Primary: true, Do: func() { s.moved(r, days, 0, all) }},
		desk.Answer{Label: w.T("calendar.group.one"), Do: func() { s.moved(r, days, 0, shift) }},
		desk.Answer{Label: w.T("app.cancel"), Do: s.show})
}

// moved runs the command and says where the item has gone.
func (s *Screen) moved(r data.AgendaRow, days, minutes int, c desk.Command) {
	if err := s.d.Do(c); err != nil {
		s.d.Fail(err)
		s.show()
		return
	}
	w := s.d.Words()
	from, to := r.StartsOn+data.Date(days), r.EndsOn+data.Date(days)
	where := w.Period(from, to)
	if from == to {
		where = w.WeekdayDay(from)
	}
	if !r.AllDay {
		m := r.Starts.Add(minutes)
		if home, err := m.In(s.agenda.Zone()); err == nil {
			m = home
		}
		m.Day += data.Date(days)
		where = w.WeekdayDay(m.Day) + ", " + w.Clock(m.Min)
	}
	s.d.Say(w.F("calendar.moved", r.Title, where), w.T("step.undo"), s.d.Undo)
}
