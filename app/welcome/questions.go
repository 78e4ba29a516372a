package welcome

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"portfel/app/card"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/workday"
)

func (s *Screen) start(first fyne.Focusable) *ui.Form {
	s.form = ui.NewForm()
	s.focus = first
	return s.form
}

// submit goes on when Enter is pressed in a line.
func (s *Screen) submit(f *ui.Field) *ui.Field {
	f.OnSubmitted = func(string) { s.next() }
	return f
}

func (s *Screen) who() fyne.CanvasObject {
	t := s.d.Words().T
	me := &s.answers.Me
	name, position := s.submit(ui.NewField(me.FullName)), s.submit(ui.NewField(me.Position))
	name.PlaceHolder, position.PlaceHolder = t("welcome.name.hint"), t("welcome.position.hint")
	grade := ui.NewChoice(append([]ui.Option{card.None}, card.Codes(s.d, "person.grade.", data.Grades)...), string(me.Grade))
	phone := s.submit(ui.NewField(me.Phone))
	s.keep = func() error {
		me.FullName, me.Position, me.Phone = strings.TrimSpace(name.Text), strings.TrimSpace(position.Text), strings.TrimSpace(phone.Text)
		me.Grade = data.Grade(grade.ID)
		return me.Validate().Err()
	}
	return s.start(name).Add("fullName", t("field.fullName"), name).Add("position", t("field.position"), position).
		Add("grade", t("field.grade"), grade).Add("phone", t("field.phone"), phone)
}

func (s *Screen) department() fyne.CanvasObject {
	t := s.d.Words().T
	name, head := s.submit(ui.NewField(s.answers.Department)), s.submit(ui.NewField(s.answers.Head))
	name.PlaceHolder, head.PlaceHolder = t("welcome.department.hint"), t("welcome.head.hint")
	s.keep = func() error {
		s.answers.Department, s.answers.Head = strings.TrimSpace(name.Text), strings.TrimSpace(head.Text)
		return nil
	}
	return s.start(name).Add("department", t("field.department"), name).AddNote("head", t("welcome.head"), head, t("welcome.head.note"))
}

func (s *Screen) calendar() fyne.CanvasObject {
	t := s.d.Words().T
	me := &s.answers.Me
	place := s.submit(ui.NewField(me.WorkPlace))
	place.PlaceHolder = t("welcome.place.hint")
	zone := ui.NewChoice(card.Zones(s.d), me.Zone)
	hours := ui.NewHoursField(me.WeekHours)
	s.keep = func() error {
		me.WorkPlace, me.Zone = strings.TrimSpace(place.Text), zone.ID
		week, err := hours.Get()
		if err != nil {
			return err
		}
		me.WeekHours = week
		return me.Validate().Err()
	}
	return s.start(place).Add("workPlace", t("field.workPlace"), place).Add("zone", t("field.zone"), zone).
		Add("weekHours", t("field.weekHours"), hours).AddNote("calendarId", t("field.calendarId"), ui.NewLabel(t("welcome.calendar")), s.unconfirmed())
}

// unconfirmed says which shipped years no decree has confirmed yet.
func (s *Screen) unconfirmed() string {
	cal := card.Workdays(s.d)
	for y := s.d.Today().Year(); y <= s.d.Today().Year()+1; y++ {
		if doubtful(cal, y) {
			return s.d.Words().F("welcome.unconfirmed", strconv.Itoa(y))
		}
	}
	return ""
}

func doubtful(cal *workday.Calendar, year int) bool { return cal.HasData(year) && !cal.Confirmed(year) }

func (s *Screen) last() fyne.CanvasObject {
	t := s.d.Words().T
	empty := ui.NewButton(ui.Primary, t("welcome.empty"), s.finish)
	sample := ui.NewButton(ui.Secondary, t("welcome.sample"), s.sample)
	s.focus = empty
	s.form, s.keep = ui.NewForm(), func() error { return nil }
	return ui.Down(10,
		ui.Own(ui.Across(0, ui.Own(empty))), ui.Own(ui.NewNote(t("welcome.empty.note"))),
		ui.Fixed(8, ui.Spacer()),
		ui.Own(ui.Across(0, ui.Own(sample))), ui.Own(ui.NewNote(t("welcome.sample.note"))))
}
