package mentoring

import (
	"strings"

	"portfel/app/card"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
)

// submitForm is the dialog in which an item is handed in: the hours since the
// last time, words, files.
type submitForm struct {
	s       *Screen
	hours   *ui.Parsed[data.Minutes]
	comment *ui.Area
	files   []command.File
	names   *ui.Label
	form    *ui.Form
}

// askSubmit asks for what goes along with a handing-in. What the plan has left for
// the item is proposed as its hours.
func askSubmit(s *Screen, x *data.ItemRow) {
	d, w := s.d, s.d.Words()
	f := &submitForm{s: s, hours: ui.NewHoursField(s.left(x)), comment: ui.NewArea("", 3), names: ui.NewNote(w.T("mentoring.submit.nofiles"))}
	add := ui.NewButton(ui.Secondary, w.T("mentoring.submit.file"), func() { card.PickFile(d, f.take) })
	add.Small = true
	f.form = ui.NewForm().Add("traineeSpent", w.T("mentoring.submit.hours"), f.hours).Add("comment", w.T("mentoring.submit.comment"), f.comment).
		Add("files", w.T("mentoring.submit.files"), ui.Down(4, ui.Own(f.names), ui.Own(ui.Across(8, ui.Own(add)))))
	id, name := x.ID, x.Name
	keep := func() error {
		spent, err := f.hours.Get()
		if err != nil {
			return err
		}
		return d.Do(command.Submit{ItemID: id, Name: name, Spent: spent, Comment: f.comment.Value(), Files: f.files})
	}
	ui.ShowDialog(d.Canvas(), ui.Dialog{Title: w.F("mentoring.submit.title", name), Content: f.form, Width: 540, Confirm: w.T("mentoring.step.review"),
		OnConfirm: func() error {
			if err := card.Submit(d, f.form, keep); err != nil {
				return err
			}
			d.Say(w.F("mentoring.did", w.Step("command.submit", name)), w.T("step.undo"), d.Undo)
			return nil
		}})
	d.Canvas().Focus(f.hours)
}

// take adds a file to those that go along.
func (f *submitForm) take(x command.File) {
	f.files = append(f.files, x)
	var names []string
	for _, x := range f.files {
		names = append(names, x.Name)
	}
	f.names.Set(strings.Join(names, ", "))
	f.form.Refresh()
}

// left are the hours of an item that no handing-in has named yet.
func (s *Screen) left(x *data.ItemRow) data.Minutes {
	rows, err := s.d.Read().ItemHistory(x.ID)
	if err != nil {
		s.d.Fail(err)
	}
	left := x.Effort
	for _, r := range rows {
		left -= r.TraineeSpent
	}
	return max(0, left)
}
