package settings

import (
	"os"

	"portfel/app/card"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
	"portfel/data/form"
	"portfel/data/text"
)

// fieldLine is a line of the table of placeholders: a heading, or a placeholder
// and what it means.
type fieldLine struct{ head, written, means string }

// fieldLines are the placeholders of a paper: its own fields by subject, then
// each list with its fields.
func fieldLines(s *Screen, code string) (out []fieldLine) {
	w := s.d.Words()
	schema, ok := form.SchemaOf(code)
	if !ok {
		return nil
	}
	out = append(out, fieldLine{head: w.T("settings.form.group.fields")})
	for _, d := range schema.Fields {
		out = append(out, fieldLine{written: d.Written(w), means: d.Explain(w)})
	}
	for _, l := range schema.Lists {
		out = append(out, fieldLine{head: w.F("settings.form.group.list", text.Lower(l.Explain(w)))},
			fieldLine{written: listMark(l.Written(w)), means: w.T("settings.form.list.means")})
		for _, d := range l.Fields {
			out = append(out, fieldLine{written: d.Written(w), means: d.Explain(w)})
		}
	}
	return out
}

// listMark is the placeholder that repeats a row: «{{#расходы}}».
func listMark(written string) string { return "{{#" + written[2:] }

func (f *forms) fillField(i int, r *ui.Row) {
	x := f.fields[i]
	r.ID = itoa(int64(i))
	if x.head != "" {
		r.Group, r.Title = true, x.head
		return
	}
	r.Cells[0].Text, r.Cells[1].Text = x.written, x.means
}

// sample writes the shipped template, to be edited in Word or LibreOffice. It
// never writes over a file that is there.
func (f *forms) sample() {
	p, ok := f.chosen()
	if !ok {
		return
	}
	d := f.s.d
	b, err := command.ShippedForm(p.code, f.lang.Chosen())
	if err != nil {
		d.Fail(err)
		return
	}
	d.SaveFile(data.SafeName(p.title+".docx"), func(path string) {
		if err := writeNew(path, b); err != nil {
			d.Fail(err)
			return
		}
		d.Say(d.Words().F("files.saved", path), "", nil)
	})
}

// writeNew writes a file that must not be there yet.
func writeNew(path string, b []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if os.IsExist(err) {
		return data.Problems{{Code: "fileExists", Args: []string{path}}}
	}
	if err == nil {
		_, err = f.Write(b)
		if end := f.Close(); err == nil {
			err = end
		}
	}
	if err != nil {
		return data.Problems{{Code: "fileWrite", Args: []string{path}}}
	}
	return nil
}

// load takes a template of the user's. One with wrong placeholders is not taken:
// each is told with its place, to be mended in Word and loaded again.
func (f *forms) load() {
	p, ok := f.chosen()
	if !ok {
		return
	}
	card.PickFile(f.s.d, func(x command.File) {
		d := f.s.d
		faults, err := command.CheckForm(p.code, x.Bytes)
		switch {
		case err != nil:
			d.Fail(err)
			return
		case len(faults) > 0:
			f.showFaults(x.Name, faults)
			return
		}
		if card.Do(d, command.SetForm{Code: p.code, Lang: f.lang.Chosen(), File: x}) {
			d.Say(d.Words().F("settings.form.set", x.Name), d.Words().T("step.undo"), d.Undo)
		}
	})
}

func (f *forms) showFaults(name string, faults []form.Fault) {
	w := f.s.d.Words()
	l := ui.NewList(func() int { return len(faults) }, func(i int, r *ui.ListRow) {
		*r = ui.ListRow{ID: itoa(int64(i)), Title: faults[i].Sentence(w), TitleLines: 3}
	})
	high := min(360, 60*float32(len(faults)))
	ui.ShowDialog(f.s.d.Canvas(), ui.Dialog{Title: w.N("settings.form.faults", len(faults)), Width: 640, Confirm: w.T("settings.form.again"), Cancel: w.T("app.close"),
		Content:   ui.Down(12, ui.Own(ui.NewLabel(w.F("settings.form.faults.note", name))), ui.Fixed(max(120, high), ui.NewCard("", "", l))),
		OnConfirm: func() error { f.load(); return nil }})
}

// reset goes back to the shipped template.
func (f *forms) reset() {
	p, ok := f.chosen()
	if !ok || !p.own {
		return
	}
	d := f.s.d
	if card.Do(d, command.ResetForm{Code: p.code, Lang: f.lang.Chosen(), Name: p.title}) {
		d.Say(d.Words().F("settings.form.back", p.title), d.Words().T("step.undo"), d.Undo)
	}
}
