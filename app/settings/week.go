package settings

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"portfel/app/card"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
	"portfel/data/text"
	"portfel/data/workday"
)

// week is the page of a calendar itself: its name, what it lies over, and the
// working hours of its week.
type week struct {
	c    *calendars
	rec  data.Calendar
	kv   *ui.KeyValues
	card *ui.Card
	all  fyne.CanvasObject
}

func newWeek(c *calendars) *week {
	k := &week{c: c, kv: ui.NewKeyValues()}
	k.kv.LabelWidth = 190
	k.card = ui.NewCard("", "", k.kv)
	more := ui.NewMenuButton(c.s.d.Words().T("settings.more"), func() []ui.MenuItem {
		return card.Menu(c.s.d, data.RefTo(data.KindCalendar, k.rec.ID), k.rec.Name)
	})
	more.Small = true
	k.card.Actions = []fyne.CanvasObject{more}
	k.all = ui.Scroll(ui.Down(12, ui.Own(k.card), ui.Own(ui.NewNote(c.s.d.Words().T("settings.week.note")))))
	return k
}

// show fills the page; cal is the calendar with all that it lies over.
func (k *week) show(rec data.Calendar, cal *workday.Calendar) {
	k.rec = rec
	k.card.SetTitle(rec.Name, "")
	k.kv.Set(k.rows(cal)...)
}

func (k *week) rows(cal *workday.Calendar) []ui.KV {
	w := k.c.s.d.Words()
	out := []ui.KV{
		k.text("field.name", k.rec.Name, func(x *data.Calendar, v string) { x.Name = v }),
		k.text("field.region", k.rec.Region, func(x *data.Calendar, v string) { x.Region = v }),
		k.base(), k.own(cal),
	}
	for i := range 7 {
		out = append(out, k.day(time.Weekday((i+1)%7), cal))
	}
	return append(out, ui.KV{Label: w.T("settings.week.sum"), Text: w.Hours(weekMinutes(cal))})
}

func weekMinutes(cal *workday.Calendar) (sum data.Minutes) {
	for _, s := range cal.Hours() {
		sum += s.Minutes()
	}
	return sum
}

func (k *week) put(x data.Calendar) error { return k.c.s.d.Do(command.PutCalendar{Calendar: x}) }

func (k *week) text(label, value string, set func(*data.Calendar, string)) ui.KV {
	return ui.KV{Label: k.c.s.d.Words().T(label), Text: value, Hint: "—", Edit: func() ui.Editor {
		f := ui.NewField(value)
		f.OnCommit = func(v string) error { x := k.rec; set(&x, v); return k.put(x) }
		return f
	}}
}

// base is the calendar that this one lies over.
func (k *week) base() ui.KV {
	d := k.c.s.d
	options := bases(k.c, k.rec.ID)
	id := k.rec.BaseID.String()
	return ui.KV{Label: d.Words().T("field.baseId"), Text: ui.NewChoice(options, id).Chosen().Label, Edit: func() ui.Editor {
		f := ui.NewChoice(options, id)
		f.OnSelect = func(o ui.Option) error { x := k.rec; x.BaseID = card.ID[data.Calendar](o.ID); return k.put(x) }
		return f
	}}
}

// bases are the calendars that one can lie over; without are all of them.
func bases(c *calendars, without data.ID[data.Calendar]) []ui.Option {
	out := []ui.Option{{ID: "", Label: c.s.d.Words().T("settings.base.none")}}
	for _, o := range card.Calendars(c.s.d) {
		if without.IsZero() || o.ID != without.String() {
			out = append(out, o)
		}
	}
	return out
}

// The ways a week is set.
const weekOfBase, weekOwn = "base", "own"

// own says whose week it is; a calendar takes the week of its base or has its own.
func (k *week) own(cal *workday.Calendar) ui.KV {
	w := k.c.s.d.Words()
	other := w.T("settings.week.base")
	if k.rec.BaseID.IsZero() {
		other = w.T("settings.week.usual")
	}
	options := []ui.Option{{ID: weekOfBase, Label: other}, {ID: weekOwn, Label: w.T("settings.week.own")}}
	on := weekOwn
	if k.rec.Hours == "" {
		on = weekOfBase
	}
	return ui.KV{Label: w.T("settings.week"), Text: ui.NewChoice(options, on).Chosen().Label, Edit: func() ui.Editor {
		f := ui.NewChoice(options, on)
		f.OnSelect = func(o ui.Option) error {
			x := k.rec
			x.Hours = ""
			if o.ID == weekOwn {
				x.Hours = data.MakeWeekShifts(cal.Hours())
			}
			return k.put(x)
		}
		return f
	}}
}

// day is a weekday with its shifts, typed «9-13 14-18»; empty is a day off.
func (k *week) day(day time.Weekday, cal *workday.Calendar) ui.KV {
	w := k.c.s.d.Words()
	hours := cal.Hours()
	kv := ui.KV{Label: weekdayName(k.c, day), Text: shifts(k.c, hours[day])}
	if hours[day] == "" {
		kv.Role = ui.Muted
	}
	kv.Edit = func() ui.Editor {
		f := ui.NewField(string(hours[day]))
		f.PlaceHolder = w.T("settings.shifts.hint")
		f.OnCommit = func(v string) error {
			s, err := readShifts(v)
			if err != nil {
				return err
			}
			days := hours
			days[day] = s
			x := k.rec
			x.Hours = data.MakeWeekShifts(days)
			return k.put(x)
		}
		return f
	}
	return kv
}

// readShifts reads typed intervals; the refusal stands in their own field and need
// not name it.
func readShifts(v string) (data.Shifts, error) {
	s, err := data.ParseShifts(v)
	var ps data.Problems
	if errors.As(err, &ps) && len(ps) > 0 {
		ps[0].Field = ""
	}
	return s, err
}

// weekdayName is the day of the week in full, as a label.
func weekdayName(c *calendars, day time.Weekday) string {
	monday := data.NewDate(2026, 11, 23)
	return text.Title(c.s.d.Words().WeekdayLong(monday + data.Date((int(day)+6)%7)))
}

// shifts are intervals as people read them, with how long they are.
func shifts(c *calendars, s data.Shifts) string {
	w := c.s.d.Words()
	if s == "" {
		return w.T("settings.shifts.off")
	}
	return w.F("settings.shifts.of", clocks(c, s), w.Hours(s.Minutes()))
}

// short is intervals as they are typed, for a narrow column: «9–13, 14–17:30».
func short(s data.Shifts) string {
	var out []string
	for _, x := range s.List() {
		out = append(out, shortClock(x.From)+"–"+shortClock(x.To))
	}
	return strings.Join(out, ", ")
}

// shortClock is a minute of the day without what goes without saying: «9», «9:30».
func shortClock(m data.Minutes) string {
	if m%60 == 0 {
		return strconv.Itoa(int(m / 60))
	}
	return fmt.Sprintf("%d:%02d", m/60, m%60)
}

// clocks are the intervals alone.
func clocks(c *calendars, s data.Shifts) string {
	var out []string
	for _, x := range s.List() {
		out = append(out, c.s.d.Words().ClockRange(int(x.From), int(x.To)))
	}
	return strings.Join(out, ", ")
}
