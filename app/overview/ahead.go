package overview

import (
	"fyne.io/fyne/v2"

	"portfel/app/card"
	"portfel/app/meeting"
	"portfel/app/ui"
	"portfel/data"
)

// ahead is this and the next working week in small.
type ahead struct {
	s     *Screen
	card  *ui.Card
	weeks *ui.TwoWeeks
	items []ui.Item
	rows  map[string]data.AgendaRow
}

// aheadLayers are what the small weeks show; tasks and rides would fill them.
var aheadLayers = []data.Layer{data.LayerTrips, data.LayerMeetings, data.LayerDeadlines, data.LayerMilestones, data.LayerAbsences, data.LayerMentoring, data.LayerDocuments}

func newAhead(s *Screen) *ahead {
	a := &ahead{s: s}
	a.weeks = ui.NewTwoWeeks(s.agenda.Today, nil)
	a.weeks.OnOpen = a.open
	a.weeks.OnDay = a.list
	a.card = ui.NewCard(s.d.Words().T("overview.ahead"), "", a.weeks)
	return a
}

func (a *ahead) reload() error {
	from := a.s.agenda.Today.Monday()
	rows, err := a.s.d.Read().Agenda(data.AgendaFilter{From: from, To: from + 11, PersonID: a.s.agenda.Me.ID, Layers: aheadLayers})
	if err != nil {
		return err
	}
	a.items, a.rows = a.items[:0], map[string]data.AgendaRow{}
	for _, r := range rows {
		if card.Cancelled(r) {
			continue
		}
		id := card.AgendaID(r)
		a.rows[id] = r
		a.items = append(a.items, a.s.agenda.Item(id, r))
	}
	w := a.s.d.Words()
	a.card.SetTitle(w.T("overview.ahead"), w.Period(from, from+11))
	a.weeks.SetItems(a.s.agenda.Today, a.items)
	return nil
}

// open opens the record of an item.
func (a *ahead) open(id string) {
	r, ok := a.rows[id]
	switch {
	case !ok:
	case r.Kind == data.AgendaEvent || r.Kind == data.AgendaOccurrence:
		meeting.Open(a.s.d, r)
	default:
		a.s.d.Open(r.Ref())
	}
}

// list shows all items of a day as a menu, so that what has no room in the box
// is reached too; on a free day it asks for a meeting.
func (a *ahead) list(day data.Date) {
	var lines []ui.MenuItem
	for _, it := range a.items {
		if it.From <= day && day <= it.To {
			label := it.Title
			if !it.AllDay {
				label = a.s.d.Words().Clock(it.Start) + " " + label
			}
			lines = append(lines, ui.MenuItem{Label: label, Do: func() { a.open(it.ID) }})
		}
	}
	add := ui.MenuItem{Label: a.s.d.Words().T("overview.add.meeting"), Icon: ui.IconAdd, Do: func() { meeting.New(a.s.d, meeting.On(a.s.d, day, 10*60, 11*60)) }}
	if len(lines) > 0 {
		lines = append(lines, ui.MenuItem{})
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(a.weeks).AddXY(12, 40)
	ui.ShowMenu(a.s.d.Canvas(), at, append(lines, add))
}
