package calendar

import (
	"fyne.io/fyne/v2"

	"portfel/app/card"
	"portfel/app/ui"
	"portfel/data"
)

// toDay follows the cursor of the month: the side shows that day.
func (s *Screen) toDay(day data.Date) {
	s.day, s.chosen = day, ""
	s.fillSide()
}

// turned reads another period after the view has turned to it.
func (s *Screen) turned(day data.Date) {
	s.day, s.chosen = day, ""
	s.reread()
}

// reread reads and shows, and lets the window renew its head.
func (s *Screen) reread() {
	s.read()
	s.show()
	s.retitle()
}

// retitle asks the window to read Header again: the period is no record, so no
// step tells of it.
func (s *Screen) retitle() {
	if w, ok := s.d.(interface{ Retitle() }); ok {
		w.Retitle()
	}
}

// goTo brings a day into view.
func (s *Screen) goTo(day data.Date) {
	switch s.place.Mode {
	case byWeek:
		s.week.ShowDay(day)
	case byMonth:
		s.month.ShowDay(day)
	}
	if s.day != day {
		s.turned(day)
	}
	s.fillSide()
}

// toToday brings today into view.
func (s *Screen) toToday() { s.goTo(s.d.Today()) }

// step goes to the next or the former period.
func (s *Screen) step(by int) {
	if s.place.Mode == byWeek {
		s.goTo(s.day + data.Date(7*by))
		return
	}
	s.goTo(s.day.AddMonths(by))
}

// setMode changes the way of seeing; the day stays.
func (s *Screen) setMode(mode string) {
	s.place.Mode, s.chosen = mode, ""
	switch mode {
	case byWeek:
		s.week.ShowDay(s.day)
	case byMonth:
		s.month.ShowDay(s.day)
	}
	s.reread()
	if mode == byList {
		s.listToday()
	}
}

// listToday chooses the first row of today or later, so that it is in view.
func (s *Screen) listToday() {
	first, day := "", data.Date(0)
	for _, it := range s.items {
		if it.From >= s.agenda.Today && (day == 0 || it.From < day) {
			first, day = it.ID, it.From
		}
	}
	if first != "" {
		s.list.List.SelectID(first)
		s.choose(first)
	}
}

// askDay asks for a day by its short ways: 25.11, +3р, ср.
func (s *Screen) askDay() {
	w := s.d.Words()
	day := card.NewDate(s.d, s.day)
	ui.ShowDialog(s.d.Canvas(), ui.Dialog{Title: w.T("calendar.goto"), Width: 340, Confirm: w.T("calendar.goto.go"),
		Content: ui.NewForm().Add("day", w.T("calendar.goto.day"), day),
		OnConfirm: func() error {
			to, err := day.Get()
			if err == nil && !to.IsZero() {
				s.goTo(to)
			}
			return err
		}})
}

// Focus gives the keyboard to the view.
func (s *Screen) Focus() {
	if f, ok := s.view.Content.(fyne.Focusable); ok {
		if c := s.d.Canvas(); c != nil {
			c.Focus(f)
		}
	}
}
