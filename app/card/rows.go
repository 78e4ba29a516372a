package card

import (
	"strconv"

	"portfel/app/desk"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
	"portfel/data/quick"
)

// Save makes the record that holds a new value; the row then puts it.
type Save[T any] func(T) data.Record

func put[T any](d desk.Desk, save Save[T]) func(T) error {
	return func(v T) error { return d.Do(command.Put{Record: save(v)}) }
}

// Text is a row of one line.
func Text(d desk.Desk, label, value string, save Save[string]) ui.KV {
	return ui.KV{Label: label, Text: value, Hint: "—", Edit: func() ui.Editor {
		f := ui.NewField(value)
		f.OnCommit = put(d, save)
		return f
	}}
}

// Long is a row of several lines.
func Long(d desk.Desk, label, value string, save Save[string]) ui.KV {
	return ui.KV{Label: label, Text: value, Hint: "—", Edit: func() ui.Editor {
		f := ui.NewArea(value, 4)
		f.OnCommit = put(d, save)
		return f
	}}
}

// Date is a row of a day; empty takes the day away.
func Date(d desk.Desk, label string, value data.Date, save Save[data.Date]) ui.KV {
	return ui.KV{Label: label, Text: d.Words().Date(value), Hint: "—", Edit: func() ui.Editor {
		f := NewDate(d, value)
		f.OnSet = put(d, save)
		return f
	}}
}

// Hours is a row of effort.
func Hours(d desk.Desk, label string, value data.Minutes, save Save[data.Minutes]) ui.KV {
	text := ""
	if value != 0 {
		text = d.Words().Hours(value)
	}
	return ui.KV{Label: label, Text: text, Hint: "—", Edit: func() ui.Editor {
		f := ui.NewHoursField(value)
		f.OnSet = put(d, save)
		return f
	}}
}

// Number is a row of a whole number between low and high; 0 shows as empty.
func Number(d desk.Desk, label string, value, low, high int, save Save[int]) ui.KV {
	text := ""
	if value != 0 {
		text = strconv.Itoa(value)
	}
	return ui.KV{Label: label, Text: text, Hint: "—", Edit: func() ui.Editor {
		f := ui.NewNumberField(value, low, high)
		f.OnSet = put(d, save)
		return f
	}}
}

// Pick is a row of one of several options.
func Pick(d desk.Desk, label string, options []ui.Option, id string, save Save[string]) ui.KV {
	c := ui.NewChoice(options, id)
	return ui.KV{Label: label, Text: c.Chosen().Label, Hint: "—", Edit: func() ui.Editor {
		c := ui.NewChoice(options, id)
		c.OnSelect = func(o ui.Option) error { return put(d, save)(o.ID) }
		return c
	}}
}

// NewDate is a date field that reads the short ways of quick on the owner's
// calendar.
func NewDate(d desk.Desk, value data.Date) *ui.DateField {
	cal := Workdays(d)
	f := ui.NewDateField(value, func(s string) (data.Date, error) {
		if s == "" {
			return 0, nil
		}
		return quick.Date(s, d.Today(), cal.AddDays)
	})
	f.Today = d.Today()
	f.DayOff = func(x data.Date) bool { return !cal.IsWorking(x) }
	return f
}
