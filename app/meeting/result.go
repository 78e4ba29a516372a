package meeting

import (
	"portfel/app/card"
	"portfel/app/desk"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
	"portfel/data/text"
)

// Hold asks what came of an event, or of one day of a series, and says that it
// took place. Of one that is held already it edits the result.
func Hold(d desk.Desk, ref data.Ref, on data.Date) {
	x, err := load(d, ref, on)
	if err != nil {
		d.Fail(err)
		return
	}
	w, e := d.Words(), x.event
	result, step, next := ui.NewArea(e.Result, 4), ui.NewField(e.NextStep), card.NewDate(d, e.NextOn)
	ahead := ""
	if e.Status == data.EventPlanned && e.Starts.Day > d.Today() {
		ahead = w.F("meeting.ahead", whenOf(w, e))
	}
	form := ui.NewForm().AddNote("result", w.T("meeting.result"), result, ahead).Add("nextStep", w.T("meeting.next"), step).
		Add("nextOn", w.T("meeting.nextOn"), next)
	keep := func() error {
		day, err := next.Get()
		if err != nil {
			return err
		}
		var c desk.Command = command.HoldEvent{ID: e.ID, Name: e.Title, Result: result.Value(), NextStep: step.Value(), NextOn: day}
		if !on.IsZero() {
			c = command.HoldOccurrence{SeriesID: x.series.ID, On: on, Name: e.Title, Result: result.Value(), NextStep: step.Value(), NextOn: day}
		}
		return said(d, c, "meeting.held", e.Title)
	}
	ui.ShowDialog(d.Canvas(), ui.Dialog{Title: w.F("meeting.hold.title", e.Title, whenOf(w, e)), Width: 520, Content: form, Confirm: w.T("meeting.hold"),
		OnConfirm: func() error { return card.Submit(d, form, keep) }})
	d.Canvas().Focus(result)
}

// whenOf is the day and the time of an event: «ср 25.11, 17:30».
func whenOf(w *text.Words, e data.Event) string {
	if e.AllDay {
		return w.WeekdayDay(e.Starts.Day)
	}
	return w.WeekdayDay(e.Starts.Day) + ", " + w.Clock(e.Starts.Min)
}

// Cancel asks for the reason and calls off an event or one day of a series.
func Cancel(d desk.Desk, ref data.Ref, on data.Date) {
	x, err := load(d, ref, on)
	if err != nil {
		d.Fail(err)
		return
	}
	w, e := d.Words(), x.event
	reason := ui.NewField("")
	form := ui.NewForm().Add("note", w.T("meeting.reason"), reason)
	keep := func() error {
		var c desk.Command = command.CancelEvent{ID: e.ID, Name: e.Title, Reason: reason.Value()}
		if !on.IsZero() {
			c = command.CancelOccurrence{SeriesID: x.series.ID, On: on, Name: e.Title, Reason: reason.Value()}
		}
		return said(d, c, "meeting.cancelled", e.Title)
	}
	ui.ShowDialog(d.Canvas(), ui.Dialog{Title: w.F("meeting.cancel.title", e.Title), Width: 480, Content: form, Confirm: w.T("meeting.cancel"), Danger: true,
		Cancel: w.T("app.close"), OnConfirm: func() error { return card.Submit(d, form, keep) }})
	d.Canvas().Focus(reason)
}

// Stop asks for the last day of a series.
func Stop(d desk.Desk, id data.ID[data.Series]) {
	x, err := load(d, data.RefTo(data.KindSeries, id), 0)
	if err != nil {
		d.Fail(err)
		return
	}
	w := d.Words()
	last := card.NewDate(d, d.Today())
	form := ui.NewForm().Add("untilOn", w.T("meeting.until"), last)
	keep := func() error {
		day, err := last.Get()
		if err != nil {
			return err
		}
		return said(d, command.EndSeries{ID: id, Name: x.event.Title, LastOn: day}, "meeting.stopped", x.event.Title)
	}
	ui.ShowDialog(d.Canvas(), ui.Dialog{Title: w.F("meeting.stop.title", x.event.Title), Width: 480, Content: form, Confirm: w.T("meeting.stop"),
		OnConfirm: func() error { return card.Submit(d, form, keep) }})
}

// Reopen makes a held or cancelled event a planned one again.
func Reopen(d desk.Desk, id data.ID[data.Event]) {
	rec, err := d.Read().Load(data.RefTo(data.KindEvent, id))
	if err != nil {
		d.Fail(err)
		return
	}
	e := rec.(data.Event)
	e.Status = data.EventPlanned
	card.Do(d, command.Move{Record: e})
}

// said runs a command and tells what it did, with the way back.
func said(d desk.Desk, c desk.Command, key, name string) error {
	if err := d.Do(c); err != nil {
		return err
	}
	d.Say(d.Words().F(key, name), d.Words().T("step.undo"), d.Undo)
	return nil
}
