package settings

import (
	"errors"
	"strings"

	"portfel/app/card"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
	"portfel/data/quick"
)

func (p *people) fillAbsence(i int, r *ui.ListRow) {
	a := p.away[i]
	w := p.s.d.Words()
	*r = ui.ListRow{ID: a.ID.String(), Title: w.PeriodYear(a.StartsOn, a.EndsOn), Note: w.Code(a.What), ChipWord: card.Lower(w.Code(a.Status)), ChipRole: ui.Planned}
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

func (p *people) absenceMenu(a data.Absence) []ui.MenuItem {
	d := p.s.d
	w := d.Words()
	items := []ui.MenuItem{{Label: w.T("settings.edit"), Do: func() { p.editAbsence(a) }}}
	for _, to := range a.Stages() {
		items = append(items, ui.MenuItem{Label: card.MoveWord(d, a, to), Do: func() {
			next := a
			next.Status = data.AbsenceStatus(to)
			card.Do(d, command.Move{Record: next})
		}})
	}
	return append(items, card.Menu(d, data.RefTo(data.KindAbsence, a.ID), w.T("settings.absence"))...)
}

func (p *people) addAbsence() {
	x, ok := p.chosen()
	if !ok {
		return
	}
	p.absenceForm(data.Absence{ID: data.NewID[data.Absence](), PersonID: x.ID, What: data.Vacation, Status: data.AbsencePlanned}, "settings.absence.add")
}

//text:key settings.absence.add
//text:key settings.absence.edit

func (p *people) editAbsence(a data.Absence) { p.absenceForm(a, "settings.absence.edit") }

// absenceForm asks for the days in one field: «28-30.12».
func (p *people) absenceForm(a data.Absence, title string) {
	d := p.s.d
	w := d.Words()
	cal := card.Workdays(d)
	kind := ui.NewChoice(card.Codes(d, "absence.kind.", data.AbsenceKinds), string(a.What))
	days := ui.NewField("")
	if !a.StartsOn.IsZero() {
		days.SetValue(w.Date(a.StartsOn) + "–" + w.Date(a.EndsOn))
	}
	days.PlaceHolder = w.T("settings.days.hint")
	deputy := ui.NewChoice(card.People(d, true), a.DeputyID.String())
	note := ui.NewField(a.Note)
	form := ui.NewForm().Add("what", w.T("field.what"), kind).Add("startsOn", w.T("settings.days"), days).
		Add("deputyId", w.T("field.deputyId"), deputy).Add("note", w.T("field.note"), note)
	ui.ShowDialog(d.Canvas(), ui.Dialog{Title: w.T(title), Content: form, Confirm: w.T("app.save"), OnConfirm: submit(d, form, func() error {
		from, to, err := quick.DateRange(days.Text, d.Today(), cal.AddDays)
		if err != nil {
			return daysProblem(days.Text, err)
		}
		a.What, a.StartsOn, a.EndsOn = data.AbsenceKind(kind.ID), from, to
		a.DeputyID, a.Note = card.ID[data.Person](deputy.ID), note.Text
		return d.Do(command.Put{Record: a})
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
