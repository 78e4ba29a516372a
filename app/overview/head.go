package overview

import (
	"strconv"

	"portfel/app/desk"
	"portfel/app/meeting"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/text"
)

// Header is the day and how far the month has come.
func (s *Screen) Header() desk.Header {
	w := s.d.Words()
	add := ui.NewButton(ui.Primary, w.T("overview.add"), s.line.begin)
	add.Shortcut = "Ctrl+N"
	today := s.agenda.Today
	return desk.Header{Title: w.DayTitle(today), Crumb: text.Join(w.F("overview.week", strconv.Itoa(today.Week())), s.monthLine(today)), Buttons: []*ui.Button{add}}
}

// monthLine is «рабочий день, до конца месяца 5 раб. дней с сегодняшним».
func (s *Screen) monthLine(today data.Date) string {
	w := s.d.Words()
	end := today.MonthStart().AddMonths(1) - 1
	if s.agenda.Days.IsWorking(today) {
		return w.N("overview.month.work", s.agenda.Days.Between(today, end))
	}
	return w.N("overview.month.off", s.agenda.Days.Between(today, end))
}

// Actions are those of the line and of its shortcuts.
func (s *Screen) Actions() []desk.Action {
	w := s.d.Words()
	return []desk.Action{
		{Label: w.T("overview.act.line"), Key: "Ctrl+N", Do: s.line.begin},
		{Label: w.T("overview.act.meeting"), Do: func() { meeting.New(s.d, data.Event{}) }},
	}
}

// emptyCard teaches in a file where nothing is yet.
func (s *Screen) emptyCard() *ui.Card {
	w := s.d.Words()
	line := ui.NewButton(ui.Primary, w.T("overview.empty.line"), s.line.begin)
	meet := ui.NewButton(ui.Secondary, w.T("overview.empty.meeting"), func() { meeting.New(s.d, data.Event{}) })
	take := ui.NewButton(ui.Secondary, w.T("overview.empty.import"), func() { s.d.Perform(desk.DeedImport) })
	find := ui.NewButton(ui.Secondary, w.T("overview.empty.search"), func() { s.d.Perform(desk.DeedSearch) })
	buttons := ui.Across(10, ui.Own(line), ui.Own(meet), ui.Own(take), ui.Own(find), ui.Flex(1, ui.Spacer()))
	return ui.NewCard(w.T("overview.empty"), "", ui.Pad(16, 16, ui.Down(16, ui.Own(ui.NewLabel(w.T("overview.empty.text"))), ui.Own(buttons))))
}
