package settings

import (
	"errors"
	"strings"

	"portfel/app/card"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
	"portfel/data/quick"
	"portfel/data/text"
)

func (p *people) fillAbsence(i int, r *ui.ListRow) {
	a := p.away[i]
	w := p.s.d.Words()
	*r = ui.ListRow{ID: a.ID.String(), Title: w.PeriodYear(a.StartsOn, a.EndsOn), Note: w.Code(a.What), ChipWord: text.Lower(w.Code(a.Status)), ChipRole: ui.Planned}
	if a.Status == data.AbsenceAgreed {
		r.ChipRole = ui.Done
	}
	if a.Status == data.AbsenceCancelled {
		r.Role = ui.Muted
	}
	if !a.DeputyID.IsZero() {
		r.Note += " · " + w.F("settings.deputy", data.ShortName(p.s.d.Read().NameOfID(a.DeputyID.String())))
	}
	if a.Note != "" {
		r.Note += " · " + a.Note
	}
}

// absenceMenu is what can be done with an absence.
func (p *people) absenceMenu(a data.Absence) []ui.MenuItem {
	d := p.s.d
	items := []ui.MenuItem{{Label: d.Words().T("settings.edit"), Shortcut: "Enter", Do: func() { p.editAbsence(a) }}}
	for _, to := range a.Stages() {
		items = append(items, ui.MenuItem{Label: card.MoveWord(d, a, to), Do: func() { p.moveAbsence(a, to) }})
	}
	return append(items, card.Menu(d, data.RefTo(data.KindAbsence, a.ID), p.absenceName(a))...)
}

// absenceName is what lines of the history and of undo call an absence: whose it
// is and when.
func (p *people) absenceName(a data.Absence) string {
	w := p.s.d.Words()
	return text.Join(data.ShortName(p.s.d.Read().NameOfID(a.PersonID.String())), text.Lower(w.Code(a.What)), w.PeriodYear(a.StartsOn, a.EndsOn))
}

// putAbsence keeps an absence.
func (p *people) putAbsence(a data.Absence) error {
	return p.s.d.Do(command.PutAbsence{Absence: a, Name: p.absenceName(a)})
}

func (p *people) moveAbsence(a data.Absence, to string) {
	a.Status = data.AbsenceStatus(to)
	if err := p.putAbsence(a); err != nil {
		p.s.d.Fail(err)
	}
}

// showAbsence fills the card of the chosen absence: its fields, edited in place,
// and what can be done with it as buttons.
func (p *people) showAbsence() {
	i := p.absences.Selected()
	if i < 0 || i >= len(p.away) {
		p.away1.Hide()
		return
	}
	a, d := p.away[i], p.s.d
	p.awayKV.Set(p.absenceRows(a)...)
	parts := []ui.Part{}
	add := func(b *ui.Button) {
		b.Small = true
		parts = append(parts, ui.Own(b))
	}
	for _, to := range a.Stages() {
		add(ui.NewButton(ui.Secondary, card.MoveWord(d, a, to), func() { p.moveAbsence(a, to) }))
	}
	ref, name := data.RefTo(data.KindAbsence, a.ID), p.absenceName(a)
	add(ui.NewIconButton(ui.IconHistory, d.Words().T("card.history"), func() { card.ShowHistory(d, ref, name) }))
	add(ui.NewIconButton(ui.IconTrash, d.Words().T("card.delete"), func() { card.Delete(d, ref, name) }))
	row := ui.Across(8, parts...)
	p.awayButtons.Layout, p.awayButtons.Objects = row.Layout, row.Objects
	p.away1.Show()
	p.awayButtons.Refresh()
}

// absenceRows are the fields of an absence.
func (p *people) absenceRows(a data.Absence) []ui.KV {
	w := p.s.d.Words()
	note := ui.KV{Label: w.T("field.note"), Text: a.Note, Hint: "—", Edit: func() ui.Editor {
		f := ui.NewField(a.Note)
		f.OnCommit = func(v string) error { n := a; n.Note = v; return p.putAbsence(n) }
		return f
	}}
	return []ui.KV{p.absenceDays(a),
		p.absencePick(w.T("field.what"), card.Codes(p.s.d, "absence.kind.", data.AbsenceKinds), string(a.What), func(v string) data.Absence {
			n := a
			n.What = data.AbsenceKind(v)
			return n
		}),
		p.absencePick(w.T("field.deputyId"), card.People(p.s.d, true), a.DeputyID.String(), func(v string) data.Absence {
			n := a
			n.DeputyID = card.ID[data.Person](v)
			return n
		}), note}
}

// absencePick is a choice of an absence that is kept at once.
func (p *people) absencePick(label string, options []ui.Option, id string, with func(string) data.Absence) ui.KV {
	return ui.KV{Label: label, Text: ui.NewChoice(options, id).Chosen().Label, Hint: "—", Edit: func() ui.Editor {
		c := ui.NewChoice(options, id)
		c.OnSelect = func(o ui.Option) error { return p.putAbsence(with(o.ID)) }
		return c
	}}
}

// absenceDays is the first and the last day in one field: «28-30.12».
func (p *people) absenceDays(a data.Absence) ui.KV {
	w := p.s.d.Words()
	return ui.KV{Label: w.T("settings.days"), Text: w.PeriodYear(a.StartsOn, a.EndsOn), Edit: func() ui.Editor {
		f := ui.NewField(w.Date(a.StartsOn) + "–" + w.Date(a.EndsOn))
		f.OnCommit = func(v string) error {
			n := a
			var err error
			if n.StartsOn, n.EndsOn, err = p.readDays(v); err != nil {
				return err
			}
			return p.putAbsence(n)
		}
		return f
	}}
}

// readDays reads typed days.
func (p *people) readDays(v string) (from, to data.Date, err error) {
	if from, to, err = quick.DateRange(v, p.s.d.Today(), card.Workdays(p.s.d).AddDays); err != nil {
		return 0, 0, daysProblem(v, err)
	}
	return from, to, nil
}

// editAbsence goes to the fields of an absence.
func (p *people) editAbsence(a data.Absence) {
	p.absences.SelectID(a.ID.String())
	p.showAbsence()
	p.awayKV.Edit(0)
}

// addAbsence asks for a new absence, its days in one field: «28-30.12».
func (p *people) addAbsence() {
	x, ok := p.chosen()
	if !ok {
		return
	}
	d := p.s.d
	w := d.Words()
	a := data.Absence{ID: data.NewID[data.Absence](), PersonID: x.ID, Status: data.AbsencePlanned}
	kind := ui.NewChoice(card.Codes(d, "absence.kind.", data.AbsenceKinds), string(data.Vacation))
	days, note := ui.NewField(""), ui.NewField("")
	days.PlaceHolder = w.T("settings.days.hint")
	deputy := ui.NewChoice(card.People(d, true), "")
	form := ui.NewForm().Add("what", w.T("field.what"), kind).Add("startsOn", w.T("settings.days"), days).
		Add("deputyId", w.T("field.deputyId"), deputy).Add("note", w.T("field.note"), note)
	ui.ShowDialog(d.Canvas(), ui.Dialog{Title: w.T("settings.absence.add"), Content: form, Confirm: w.T("app.save"), OnConfirm: submit(d, form, func() (err error) {
		if a.StartsOn, a.EndsOn, err = p.readDays(days.Text); err != nil {
			return err
		}
		a.What, a.DeputyID, a.Note = data.AbsenceKind(kind.ID), card.ID[data.Person](deputy.ID), note.Text
		if err := p.putAbsence(a); err != nil {
			return err
		}
		p.absences.SelectID(a.ID.String())
		p.showAbsence()
		return nil
	})})
}

// daysProblem is what is wrong with typed days, for the field of the days.
func daysProblem(typed string, err error) error {
	p := data.Problem{Code: "dateFormat", Args: []string{typed}}
	if strings.TrimSpace(typed) == "" {
		p = data.Problem{Code: "required"}
	} else {
		errors.As(err, &p)
	}
	p.Field = "startsOn"
	return data.Problems{p}
}
