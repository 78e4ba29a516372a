package mentoring

import (
	"portfel/app/card"
	"portfel/app/desk"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
	"portfel/data/text"
)

// fillRound shows one handing-in of an item and what came of it.
func fillRound(d desk.Desk, x *data.SubmissionRow, n int, r *ui.ListRow) {
	w := d.Words()
	r.ID, r.Title = x.ID.String(), w.F("mentoring.round", n, w.Date(x.HandedOn))
	files, term := "", ""
	if x.Files > 0 {
		files = w.N("mentoring.files", x.Files)
	}
	if !x.NewTermOn.IsZero() {
		term = w.F("mentoring.round.term", w.Date(x.NewTermOn))
	}
	said, remarks := "", ""
	if x.Comment != "" {
		said = w.F("mentoring.review.said", w.Quote(x.Comment))
	}
	if x.Remarks != "" {
		remarks = w.F("mentoring.round.remarks", w.Quote(x.Remarks))
	}
	hours := ""
	if x.TraineeSpent > 0 {
		hours = w.Hours(x.TraineeSpent)
	}
	r.Note, r.NoteLines = text.Join(hours, files, said, remarks, term), 4
	r.ChipWord = w.Code(x.Verdict)
	switch x.Verdict {
	case data.VerdictAccepted:
		r.ChipRole = ui.Done
		if x.Score > 0 {
			r.ChipWord = w.F("mentoring.score", x.Score)
		}
	case data.VerdictReturned:
		r.ChipRole = ui.Late
	default:
		r.ChipRole = ui.Go
	}
}

//text:prefix mentoring.remark.

// remarks are the typical remarks: the user's own first, then the shipped ones.
func remarks(d desk.Desk) []ui.Option {
	var out []ui.Option
	add := func(s string) { out = append(out, ui.Option{ID: s, Label: s}) }
	for _, s := range command.TypicalRemarks(d.Read()) {
		add(s)
	}
	for _, key := range []string{"sources", "criterion", "examples", "layout", "numbers", "terms"} {
		add(d.Words().T("mentoring.remark." + key))
	}
	return out
}

// askReturn asks for the remarks of a return: a typical one from the list, own
// words below it, and the new term.
func askReturn(s *Screen, id data.ID[data.Task], name string, due data.Date, after func()) {
	d, w := s.d, s.d.Words()
	note := ui.NewArea("", 3)
	typical := ui.NewChoice(remarks(d), "")
	typical.Hint = w.T("mentoring.return.pick")
	typical.OnSelect = func(o ui.Option) error {
		text := o.Label
		if was := note.Value(); was != "" {
			text = was + "; " + text
		}
		note.SetValue(text)
		return nil
	}
	term := card.NewDate(d, card.Workdays(d).AddDays(max(due, d.Today()), 2))
	keepIt := ui.NewCheck(w.T("mentoring.return.keep"), false, nil)
	form := ui.NewForm().Add("typical", w.T("mentoring.return.typical"), typical).Add("remarks", w.T("mentoring.return.why"), note).
		Add("newTermOn", w.T("mentoring.return.due"), term).Add("keep", "", keepIt)
	keep := func() error {
		on, err := term.Get()
		if err != nil {
			return err
		}
		c := command.Return{ItemID: id, Name: name, Remarks: note.Value(), Due: on}
		if !keepIt.On {
			return d.Do(c)
		}
		return d.Do(command.All{Key: "command.return", Subject: name, Commands: []desk.Command{c, command.KeepRemark{Remark: note.Value()}}})
	}
	ui.ShowDialog(d.Canvas(), ui.Dialog{Title: w.F("mentoring.return.title", name), Content: form, Width: 560, Confirm: w.T("mentoring.step.returned"),
		OnConfirm: func() error {
			if err := card.Submit(d, form, keep); err != nil {
				return err
			}
			d.Say(w.F("mentoring.did", w.Step("command.return", name)), w.T("step.undo"), d.Undo)
			if after != nil {
				after()
			}
			return nil
		}})
	d.Canvas().Focus(typical)
}
