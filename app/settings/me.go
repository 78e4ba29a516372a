package settings

import (
	"fyne.io/fyne/v2"

	"portfel/app/card"
	"portfel/app/desk"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
)

// me is the owner of the file and the department.
type me struct {
	s   *Screen
	own *ui.KeyValues
	dep *ui.KeyValues
	all fyne.CanvasObject
}

func newMe(s *Screen) page {
	m := &me{s: s, own: ui.NewKeyValues(), dep: ui.NewKeyValues()}
	t := s.d.Words().T
	m.own.LabelWidth, m.dep.LabelWidth = 190, 190
	m.all = ui.Scroll(ui.Down(16,
		ui.Own(ui.NewCard(t("settings.me.card"), "", m.own)),
		ui.Own(ui.NewCard(t("settings.department"), "", m.dep))))
	return m
}

func (m *me) content() fyne.CanvasObject { return m.all }

func (m *me) reload() {
	p, err := m.s.d.Read().Me()
	if err != nil {
		m.s.d.Fail(err)
		return
	}
	m.own.Set(personRows(m.s.d, p)...)
	m.dep.Set(m.department()...)
}

func (m *me) department() []ui.KV {
	d := m.s.d
	name := d.Read().Setting("department.name", "")
	return []ui.KV{{Label: d.Words().T("field.name"), Text: name, Hint: "—", Edit: func() ui.Editor {
		f := ui.NewField(name)
		f.OnCommit = func(v string) error { return d.Do(command.Set{Code: "department.name", Value: v}) }
		return f
	}}}
}

// personRows are the fields of a person, edited in place.
func personRows(d desk.Desk, p data.Person) []ui.KV {
	t := d.Words().T
	with := func(set func(*data.Person)) data.Record { q := p; set(&q); return q }
	return []ui.KV{
		card.Text(d, t("field.fullName"), p.FullName, func(v string) data.Record { return with(func(q *data.Person) { q.FullName = v }) }),
		card.Text(d, t("field.shortName"), p.Short(), func(v string) data.Record { return with(func(q *data.Person) { q.ShortName = v }) }),
		card.Text(d, t("field.position"), p.Position, func(v string) data.Record { return with(func(q *data.Person) { q.Position = v }) }),
		card.Pick(d, t("field.grade"), append([]ui.Option{card.None}, card.Codes(d, "person.grade.", data.Grades)...), string(p.Grade),
			func(v string) data.Record { return with(func(q *data.Person) { q.Grade = data.Grade(v) }) }),
		card.Text(d, t("field.department"), p.Department, func(v string) data.Record { return with(func(q *data.Person) { q.Department = v }) }),
		card.Pick(d, t("field.managerId"), card.People(d, true), p.ManagerID.String(),
			func(v string) data.Record {
				return with(func(q *data.Person) { q.ManagerID = card.ID[data.Person](v) })
			}),
		card.Text(d, t("field.workPlace"), p.WorkPlace, func(v string) data.Record { return with(func(q *data.Person) { q.WorkPlace = v }) }),
		card.Pick(d, t("field.zone"), card.Zones(d), p.Zone, func(v string) data.Record { return with(func(q *data.Person) { q.Zone = v }) }),
		card.Pick(d, t("field.calendarId"), card.Calendars(d), p.CalendarID.String(),
			func(v string) data.Record {
				return with(func(q *data.Person) { q.CalendarID = card.ID[data.Calendar](v) })
			}),
		card.Hours(d, t("field.weekHours"), p.WeekHours, func(v data.Minutes) data.Record { return with(func(q *data.Person) { q.WeekHours = v }) }),
		card.Text(d, t("field.phone"), p.Phone, func(v string) data.Record { return with(func(q *data.Person) { q.Phone = v }) }),
		card.Text(d, t("field.email"), p.Email, func(v string) data.Record { return with(func(q *data.Person) { q.Email = v }) }),
		card.Text(d, t("field.tabNo"), p.TabNo, func(v string) data.Record { return with(func(q *data.Person) { q.TabNo = v }) }),
		card.Date(d, t("field.hiredOn"), p.HiredOn, func(v data.Date) data.Record { return with(func(q *data.Person) { q.HiredOn = v }) }),
		card.Date(d, t("field.probationUntil"), p.ProbationUntil, func(v data.Date) data.Record { return with(func(q *data.Person) { q.ProbationUntil = v }) }),
		card.Long(d, t("field.note"), p.Note, func(v string) data.Record { return with(func(q *data.Person) { q.Note = v }) }),
	}
}
