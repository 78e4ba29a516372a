package meeting

import (
	"portfel/app/card"
	"portfel/app/desk"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/text"
)

// Fill shows a meeting as a row of a list: day and time at the left, what it is
// below its name, its state as a chip. Home is the zone of the owner's clock.
func Fill(w *text.Words, a data.AgendaRow, home string, today data.Date, r *ui.ListRow) {
	r.ID = a.RefID.String() + a.UIDPart
	r.Title, r.TitleLines, r.NoteLines = a.Title, 2, 2
	r.Note = text.Join(w.Code(data.EventKind(a.What)), a.Place, a.Detail)
	r.Left = [2]string{w.WeekdayDay(a.StartsOn), When(w, a, home)}
	r.ChipRole, r.ChipWord = State(w, a, today)
	if a.Status == string(data.EventCancelled) {
		r.Role = ui.Muted
	}
}

// When is the time of a meeting: «11:00–12:30», with the zone when its clock is
// not the owner's.
func When(w *text.Words, a data.AgendaRow, home string) string {
	if a.AllDay {
		return w.T("ui.allday")
	}
	s := w.ClockRange(a.Starts.Min, a.Ends.Min)
	if a.Starts.Zone != home {
		s += " " + w.ZoneSign(a.Starts.Zone)
	}
	return s
}

// State is the word of a meeting and its colour. One that is past and neither
// held nor cancelled asks for its result.
func State(w *text.Words, a data.AgendaRow, today data.Date) (ui.Role, string) {
	switch data.EventStatus(a.Status) {
	case data.EventHeld:
		return ui.Done, w.T("meeting.state.held")
	case data.EventCancelled:
		return ui.Planned, w.T("meeting.state.cancelled")
	}
	switch {
	case a.EndsOn < today:
		return ui.Risk, w.T("meeting.state.open")
	case a.StartsOn <= today:
		return ui.Go, w.T("relative.today")
	case a.SeriesID != (data.ID[data.Series]{}) && a.Occurrence:
		return ui.Planned, w.T("meeting.state.series")
	}
	return ui.Go, w.T("meeting.state.planned")
}

// place is the record of a row, and the day when it is one of a series.
func place(a data.AgendaRow) (data.Ref, data.Date) {
	if a.Occurrence {
		return a.Ref(), a.StartsOn
	}
	return a.Ref(), 0
}

// Open opens the dialog of a row: the event, or that day of the series.
func Open(d desk.Desk, a data.AgendaRow) bool {
	ref, on := place(a)
	return Edit(d, ref, on)
}

// Menu is what can be done with a meeting.
func Menu(d desk.Desk, a data.AgendaRow) []ui.MenuItem {
	w := d.Words()
	ref, on := place(a)
	items := []ui.MenuItem{{Label: w.T("meeting.menu.edit"), Icon: ui.IconEdit, Shortcut: "Enter", Do: func() { Edit(d, ref, on) }}}
	add := func(key string, icon ui.Icon, do func()) {
		items = append(items, ui.MenuItem{Label: w.T(key), Icon: icon, Do: do})
	}
	switch data.EventStatus(a.Status) {
	case data.EventPlanned:
		add("meeting.menu.hold", ui.IconCheck, func() { Hold(d, ref, on) })
		add("meeting.menu.cancel", ui.IconClose, func() { Cancel(d, ref, on) })
	case data.EventHeld:
		add("meeting.menu.result", ui.IconCheck, func() { Hold(d, ref, on) })
		add("meeting.menu.reopen", ui.IconUndo, func() { Reopen(d, data.As[data.Event](ref)) })
	default:
		add("meeting.menu.reopen", ui.IconUndo, func() { Reopen(d, data.As[data.Event](ref)) })
	}
	if a.Occurrence {
		items = append(items, ui.MenuItem{})
		add("meeting.menu.series", ui.IconRefresh, func() { Edit(d, ref, 0) })
		add("meeting.menu.stop", ui.IconClock, func() { Stop(d, data.As[data.Series](ref)) })
	}
	return append(items, card.Menu(d, ref, a.Title)...)
}

// Remove deletes an event; one day of a series is called off instead, since the
// series would bring it back.
func Remove(d desk.Desk, a data.AgendaRow) {
	ref, on := place(a)
	if a.Occurrence {
		Cancel(d, ref, on)
		return
	}
	card.Delete(d, ref, a.Title)
}

// Near leaves of each series ahead only the next day: a list of meetings is not
// a calendar. Rows keep their order.
func Near(rows []data.AgendaRow, today data.Date) []data.AgendaRow {
	next := map[data.ID[data.Series]]data.Date{}
	for _, a := range rows {
		if was := next[a.SeriesID]; a.Occurrence && a.StartsOn >= today && (was.IsZero() || a.StartsOn < was) {
			next[a.SeriesID] = a.StartsOn
		}
	}
	var out []data.AgendaRow
	for _, a := range rows {
		if !a.Occurrence || a.StartsOn < today || a.StartsOn == next[a.SeriesID] {
			out = append(out, a)
		}
	}
	return out
}
