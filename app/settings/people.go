package settings

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"portfel/app/card"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
)

// people is the list of the firm's people, and the chosen one with absences.
type people struct {
	s        *Screen
	rows     []data.Person
	archived bool
	list     *ui.List
	kv       *ui.KeyValues
	away     []data.Absence
	absences *ui.List
	title    *ui.Card

	away1       *fyne.Container // the chosen absence
	awayKV      *ui.KeyValues
	awayButtons *fyne.Container

	rates *rates
	pay   *fyne.Container // the table of rates, as high as its rows
	cases *ui.KeyValues   // name and position as papers write them

	show *ui.Check // archived ones too
	all  fyne.CanvasObject
}

func newPeople(s *Screen) page {
	p := &people{s: s, kv: ui.NewKeyValues()}
	t := s.d.Words().T
	p.kv.LabelWidth = 170
	p.list = ui.NewList(func() int { return len(p.rows) }, p.fill)
	p.list.OnSelect = func(int) { p.detail() }
	p.list.OnMenu = func(i int) []ui.MenuItem { return p.menu(p.rows[i]) }
	p.list.OnDelete = func(i int) { p.remove(p.rows[i]) }
	p.absences = ui.NewList(func() int { return len(p.away) }, p.fillAbsence)
	p.absences.Full = true
	p.absences.OnSelect = func(int) { p.showAbsence(); p.all.Refresh() }
	p.absences.OnOpen = func(i int) { p.editAbsence(p.away[i]) }
	p.absences.OnMenu = func(i int) []ui.MenuItem { return p.absenceMenu(p.away[i]) }
	p.absences.OnDelete = func(i int) {
		card.Delete(s.d, data.RefTo(data.KindAbsence, p.away[i].ID), p.absenceName(p.away[i]))
	}
	p.absences.Empty = ui.NewEmpty(t("settings.absences.empty"), nil)
	add := ui.NewButton(ui.Secondary, t("settings.absence.add"), p.addAbsence)
	add.Small = true
	p.awayKV, p.awayButtons = ui.NewKeyValues(), ui.Across(8)
	p.awayKV.LabelWidth = 170
	p.away1 = ui.Down(0, ui.Own(ui.NewRule()), ui.Own(p.awayKV), ui.Own(ui.Pad(16, 8, p.awayButtons)), ui.Own(ui.NewRule()))
	p.title = ui.NewCard("", "", p.kv)
	p.title.Actions = []fyne.CanvasObject{p.moreButton()}
	p.rates, p.pay = newRates(s, false), container.NewStack()
	p.cases = ui.NewKeyValues()
	p.cases.LabelWidth = 214
	rate := ui.NewButton(ui.Secondary, t("settings.rate.add"), p.rates.add)
	rate.Small = true
	pay := ui.NewCard(t("settings.rates"), t("settings.rates.inside"), ui.Down(0, ui.Own(p.pay), ui.Own(ui.Pad(16, 10, ui.Across(0, ui.Own(rate))))))
	cases := ui.NewCard(t("settings.cases"), t("settings.cases.note"), p.cases)
	side := ui.Scroll(ui.Down(16, ui.Own(p.title), ui.Own(cases), ui.Own(pay),
		ui.Own(ui.NewCard(t("settings.absences"), "", ui.Down(0, ui.Own(p.absences), ui.Own(p.away1), ui.Own(ui.Pad(16, 10, ui.Across(0, ui.Own(add)))))))))
	p.show = ui.NewCheck(t("settings.archived"), false, func(on bool) { p.archived = on; p.reload() })
	left := ui.NewCard(t("settings.section.people"), "", ui.Down(0, ui.Flex(1, p.list), ui.Own(ui.Pad(14, 8, p.show))))
	p.all = ui.Across(20, ui.Between(220, 290, left), ui.Flex(1, side))
	return p
}

func (p *people) content() fyne.CanvasObject { return p.all }

func (p *people) reload() {
	rows, err := p.s.d.Read().People(p.archived)
	if err != nil {
		p.s.d.Fail(err)
		return
	}
	p.rows = rows
	p.list.Reload()
	if p.list.Selected() < 0 && len(rows) > 0 {
		p.list.SelectID(rows[0].ID.String())
	}
	p.detail()
}

func (p *people) fill(i int, r *ui.ListRow) {
	x := p.rows[i]
	w := p.s.d.Words()
	*r = ui.ListRow{ID: x.ID.String(), Title: x.Short(), Note: x.Position}
	if r.Note == "" {
		r.Note = w.Code(x.Grade)
	}
	switch {
	case !x.ArchivedOn.IsZero():
		r.ChipWord, r.ChipRole, r.Role = w.T("settings.inarchive"), ui.Planned, ui.Muted
	case x.IsMe:
		r.ChipWord, r.ChipRole = w.T("settings.isme"), ui.Go
	}
}

// chosen is the person whose card is shown.
func (p *people) chosen() (data.Person, bool) {
	if i := p.list.Selected(); i >= 0 && i < len(p.rows) {
		return p.rows[i], true
	}
	return data.Person{}, false
}

func (p *people) detail() {
	x, ok := p.chosen()
	if !ok {
		p.kv.Set()
		return
	}
	d := p.s.d
	away, err := d.Read().Absences(x.ID)
	if err != nil {
		d.Fail(err)
	}
	p.away = away
	p.title.SetTitle(x.FullName, "")
	p.kv.Set(personRows(d, x)...)
	p.cases.Set(caseRows(d, x)...)
	p.rates.show(x)
	p.pay.Objects = []fyne.CanvasObject{ui.Down(0, ui.Fixed(p.rates.height(), p.rates.grid))}
	p.absences.Reload()
	if p.absences.Selected() < 0 && len(away) > 0 {
		p.absences.SelectID(away[0].ID.String())
	}
	p.showAbsence()
	p.all.Refresh()
}

// moreButton is history, archive and deletion of the person, for those who do
// not look for a menu under the right button.
func (p *people) moreButton() *ui.Button {
	b := ui.NewMenuButton(p.s.d.Words().T("settings.more"), func() []ui.MenuItem {
		if x, ok := p.chosen(); ok {
			return p.menu(x)
		}
		return nil
	})
	b.Small = true
	return b
}

func (p *people) menu(x data.Person) []ui.MenuItem {
	ref := data.RefTo(data.KindPerson, x.ID)
	items := card.Menu(p.s.d, ref, x.Short())
	if x.IsMe { // the owner stays
		return items[:1]
	}
	return items
}

// remove deletes a person; of the owner the refusal says why he stays.
func (p *people) remove(x data.Person) {
	card.Delete(p.s.d, data.RefTo(data.KindPerson, x.ID), x.Short())
}

func (p *people) buttons() []*ui.Button {
	return []*ui.Button{ui.NewButton(ui.Primary, p.s.d.Words().T("settings.person.add"), p.addPerson)}
}

// addPerson asks for a name and a position; the rest is edited in place.
func (p *people) addPerson() {
	d := p.s.d
	t := d.Words().T
	name, position := ui.NewField(""), ui.NewField("")
	grade := ui.NewChoice(append([]ui.Option{card.None}, card.Codes(d, "person.grade.", data.Grades)...), "")
	form := ui.NewForm().Add("fullName", t("field.fullName"), name).Add("position", t("field.position"), position).Add("grade", t("field.grade"), grade)
	ui.ShowDialog(d.Canvas(), ui.Dialog{Title: t("settings.person.add"), Content: form, Confirm: t("settings.add"), OnConfirm: submit(d, form, func() error {
		me, err := d.Read().Me()
		if err != nil {
			return err
		}
		x := data.Person{ID: data.NewID[data.Person](), FullName: name.Text, Position: position.Text, Grade: data.Grade(grade.ID),
			Department: me.Department, Zone: me.Zone, WorkPlace: me.WorkPlace, CalendarID: me.CalendarID, WeekHours: me.WeekHours}
		if err := d.Do(command.NewPerson{Person: x}); err != nil {
			return err
		}
		p.list.SelectID(x.ID.String())
		p.detail()
		return nil
	})})
}

// open shows a person, or the person of an absence or a rate.
func (p *people) open(ref data.Ref) bool {
	if ref.Kind == data.KindRate {
		rec, err := p.s.d.Read().Load(ref)
		return err == nil && p.open(data.RefTo(data.KindPerson, rec.(data.Rate).PersonID)) && p.rates.open(ref)
	}
	away := data.Ref{}
	if ref.Kind == data.KindAbsence {
		away = ref
		a, err := p.s.d.Read().Absence(data.As[data.Absence](ref))
		if err != nil {
			return false
		}
		ref = data.RefTo(data.KindPerson, a.PersonID)
	}
	if !p.list.SelectID(ref.ID.String()) {
		p.archived = true
		p.show.Set(true)
		p.reload()
		if !p.list.SelectID(ref.ID.String()) {
			return false
		}
	}
	p.detail()
	if !away.IsZero() {
		p.absences.SelectID(away.ID.String())
		p.showAbsence()
	}
	return true
}
