package calendar

import (
	"fyne.io/fyne/v2"

	"portfel/app/card"
	"portfel/app/meeting"
	"portfel/app/ui"
	"portfel/data"
)

// hour is what a meeting lasts when only its beginning is pointed at, in minutes.
const hour = 60

// createOn asks for a meeting of a day.
func (s *Screen) createOn(day data.Date) { s.create(day, 10*60) }

// create asks for a meeting at a place of the week; NoTime is the whole day.
func (s *Screen) create(day data.Date, min int) {
	from, to := min, min+hour
	if min == ui.NoTime {
		from, to = 0, 0
	}
	e := meeting.On(s.d, day, from, to)
	e.ClientID, e.ProjectID, e.MentoringID = s.f.ClientID, s.f.ProjectID, s.f.MentoringID
	meeting.New(s.d, e)
}

// isMeeting tells whether a row is an event or a day of a series.
func isMeeting(r data.AgendaRow) bool {
	return r.Kind == data.AgendaEvent || r.Kind == data.AgendaOccurrence
}

// open opens the record of an item where it lives; a meeting opens here.
func (s *Screen) open(id string) {
	r, ok := s.row(id)
	switch {
	case !ok:
	case isMeeting(r):
		meeting.Open(s.d, r)
	default:
		s.d.Open(r.Ref())
	}
}

// menu is the context menu of an item.
func (s *Screen) menu(id string) []ui.MenuItem {
	r, ok := s.row(id)
	if !ok {
		day := s.marked[id]
		return []ui.MenuItem{{Label: s.d.Words().T("calendar.add.here"), Icon: ui.IconAdd, Do: func() { s.createOn(day) }}}
	}
	if isMeeting(r) {
		return meeting.Menu(s.d, r)
	}
	w := s.d.Words()
	items := []ui.MenuItem{{Label: w.T("calendar.open"), Shortcut: "Enter", Do: func() { s.d.Open(r.Ref()) }}}
	if r.Kind == data.AgendaTrip || r.Kind == data.AgendaLocal {
		items = append(items, ui.MenuItem{}, ui.MenuItem{Label: w.T("calendar.earlier"), Do: func() { s.move(id, -1, 0) }},
			ui.MenuItem{Label: w.T("calendar.later"), Do: func() { s.move(id, 1, 0) }})
	}
	return items
}

// buttons are what the card of a row offers: the next legal states of a meeting,
// for other records the way to them.
func (s *Screen) buttons(r data.AgendaRow) fyne.CanvasObject {
	out := []*ui.Button{ui.NewButton(ui.Secondary, s.d.Words().T("calendar.open"), func() { s.open(card.AgendaID(r)) })}
	if isMeeting(r) {
		out = s.states(r)
	}
	parts := make([]ui.Part, len(out))
	for i, b := range out {
		b.Small = true
		parts[i] = ui.Own(b)
	}
	return ui.Across(8, append(parts, ui.Flex(1, ui.Spacer()))...)
}

// remove deletes a meeting; one day of a series is called off. Other records are
// deleted where they live.
func (s *Screen) remove(id string) {
	if r, ok := s.row(id); ok && isMeeting(r) {
		meeting.Remove(s.d, r)
	}
}

// edit goes into the fields of the chosen meeting.
func (s *Screen) edit() {
	if r, ok := s.row(s.chosen); ok && isMeeting(r) && s.facts != nil {
		s.d.Canvas().Focus(s.facts)
	}
}

// states are the buttons of the next states of a meeting.
func (s *Screen) states(r data.AgendaRow) []*ui.Button {
	var out []*ui.Button
	for _, to := range data.EventFlow.Next(data.EventStatus(r.Status)) {
		word := card.MoveWord(s.d, data.Event{}, string(to))
		do := func() { meeting.Reopen(s.d, data.As[data.Event](r.Ref())) }
		switch to {
		case data.EventHeld:
			do = func() { meeting.Hold(s.d, r.Ref(), dayTaken(r)) }
		case data.EventCancelled:
			do = func() { meeting.Cancel(s.d, r.Ref(), dayTaken(r)) }
		}
		out = append(out, ui.NewButton(ui.Secondary, word, do))
	}
	return out
}

// dayTaken is the day of a series that a row is, none for an event of its own.
func dayTaken(r data.AgendaRow) data.Date {
	if r.Occurrence {
		return r.StartsOn
	}
	return 0
}
