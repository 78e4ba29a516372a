package settings

import (
	"portfel/app/card"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
	"portfel/data/workday"
)

func (c *calendars) fillDay(i int, r *ui.Row) {
	w := c.s.d.Words()
	x := c.days[i]
	r.ID = x.ID.String()
	r.Cells[0].Text = w.WeekdayDay(x.OnDate)
	r.Cells[1].Text = w.Code(x.Type)
	r.Cells[2].Text, r.Cells[3].Text = c.dayHours(x), x.Title
	r.Cells[4].Text, r.Cells[4].Role = x.Source, ui.Muted
}

// dayHours are the shifts of a day if it names some, else its working time.
func (c *calendars) dayHours(x data.CalendarDay) string {
	switch {
	case x.Type == data.DayIsOff:
		return ""
	case x.Shifts != "":
		return short(x.Shifts)
	}
	return c.s.d.Words().Hours(x.Minutes)
}

// editShifts reads the intervals of one day, «9-13 14-17»: they set its working
// time and make a day off a working one. Without intervals the day lies as its
// weekday does.
func (c *calendars) editShifts(i int) ui.Editor {
	f := ui.NewField(string(c.days[i].Shifts))
	f.PlaceHolder = c.s.d.Words().T("settings.shifts.hint")
	f.OnCommit = func(v string) error {
		s, err := readShifts(v)
		if err != nil {
			return err
		}
		return c.s.d.Do(command.Put{Record: withShifts(c.days[i], s)})
	}
	return f
}

// withShifts is a day with other intervals.
func withShifts(x data.CalendarDay, s data.Shifts) data.CalendarDay {
	x.Shifts = s
	if s == "" {
		x.Minutes = typeMinutes[x.Type]
		return x
	}
	x.Minutes = s.Minutes()
	if x.Type == data.DayIsOff {
		x.Type = data.DayIsWork
	}
	return x
}

// typeMinutes is the working time of a day that names no intervals.
var typeMinutes = map[data.DayType]data.Minutes{data.DayIsShort: workday.Short, data.DayIsWork: workday.Regular}

func (c *calendars) editType(i int) ui.Editor {
	f := ui.NewChoice(card.Codes(c.s.d, "calendar.day.", data.DayTypes), string(c.days[i].Type))
	f.OnSelect = func(o ui.Option) error {
		x := c.days[i]
		x.Type = data.DayType(o.ID)
		x.Minutes, x.Shifts = typeMinutes[x.Type], ""
		return c.s.d.Do(command.Put{Record: x})
	}
	return f
}

func (c *calendars) editTitle(i int) ui.Editor {
	return c.editText(i, c.days[i].Title, func(x *data.CalendarDay, v string) { x.Title = v })
}

func (c *calendars) editSource(i int) ui.Editor {
	return c.editText(i, c.days[i].Source, func(x *data.CalendarDay, v string) { x.Source = v })
}

func (c *calendars) editText(i int, was string, set func(*data.CalendarDay, string)) ui.Editor {
	f := ui.NewField(was)
	f.OnCommit = func(v string) error {
		x := c.days[i]
		set(&x, v)
		return c.s.d.Do(command.Put{Record: x})
	}
	return f
}

func (c *calendars) addDay() {
	d := c.s.d
	w := d.Words()
	day := card.NewDate(d, 0)
	kind := ui.NewChoice(card.Codes(d, "calendar.day.", data.DayTypes), string(data.DayIsOff))
	title, source, hours := ui.NewField(""), ui.NewField(""), ui.NewField("")
	hours.PlaceHolder = w.T("settings.shifts.hint")
	form := ui.NewForm().Add("onDate", w.T("field.onDate"), day).Add("type", w.T("field.type"), kind).
		Add("title", w.T("field.title"), title).Add("source", w.T("field.source"), source).
		AddNote("shifts", w.T("settings.day.hours"), hours, w.T("settings.day.hours.note"))
	ui.ShowDialog(d.Canvas(), ui.Dialog{Title: w.T("settings.day.add"), Content: form, Confirm: w.T("settings.add"), OnConfirm: submit(d, form, func() error {
		on, err := day.Get()
		if err != nil {
			return err
		}
		x := data.CalendarDay{ID: data.NewID[data.CalendarDay](), CalendarID: c.id, OnDate: on, Type: data.DayType(kind.ID), Title: title.Text, Source: source.Text}
		x.Minutes = typeMinutes[x.Type]
		s, err := data.ParseShifts(hours.Text)
		if err != nil {
			return err
		}
		if s != "" {
			x = withShifts(x, s)
		}
		return d.Do(command.Put{Record: x})
	})})
}
