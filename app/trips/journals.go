package trips

import (
	"portfel/app/card"
	"portfel/app/desk"
	"portfel/app/ui"
	"portfel/data/command"
)

// journalItems are the journals and the plan of trips over a period.
func (s *Screen) journalItems() []ui.MenuItem {
	var out []ui.MenuItem
	for _, code := range command.TripJournals {
		out = append(out, ui.MenuItem{Label: command.PaperTitle(s.d.Words(), code), Icon: ui.IconPrint, Do: func() { s.askJournal(code) }})
	}
	return out
}

// askJournal asks for the period and the format of a journal and writes it.
func (s *Screen) askJournal(code string) {
	d, w := s.d, s.d.Words()
	from, to, err := command.JournalPeriod(code, 0, 0, d.Today())
	s.check(err)
	first, last := card.NewDate(d, from), card.NewDate(d, to)
	var formats []ui.Option
	for _, f := range command.PaperFormats(code) {
		formats = append(formats, ui.Option{ID: f, Label: w.T("trips.format." + f)})
	}
	format := ui.NewSegmented(formats, formats[0].ID, nil)
	form := ui.NewForm().Add("from", w.T("trips.journal.from"), first).Add("to", w.T("trips.journal.to"), last).Add("format", w.T("trips.journal.format"), format)
	ui.ShowDialog(d.Canvas(), ui.Dialog{Title: command.PaperTitle(w, code), Content: form, Confirm: w.T("trips.journal.do"), OnConfirm: func() error {
		return card.Submit(d, form, func() error {
			o := command.PaperOptions{Code: code, Format: format.Chosen()}
			var err error
			if o.From, err = first.Get(); err != nil {
				return err
			}
			if o.To, err = last.Get(); err != nil {
				return err
			}
			if o.From, o.To, err = command.JournalPeriod(code, o.From, o.To, d.Today()); err != nil {
				return err
			}
			s.detail.savePaper(o)
			return nil
		})
	}})
}

// answer is one answer of a question.
func answer(label string, do func()) desk.Answer {
	return desk.Answer{Label: label, Primary: do != nil, Do: do}
}
