package calendar

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"portfel/app/ui"
	"portfel/data"
	"portfel/data/text"
)

// bar is the two lines over the calendar: the period and whose it is, and the
// layers.
type bar struct {
	s      *Screen
	top    *ui.Strip
	layers *ui.Strip
	mode   *ui.Segmented
	period *ui.Button
	who    *ui.Segmented
	person *ui.Button
	on     *ui.Segmented
}

// struckID is the chip of what was cancelled, beside those of the layers.
const struckID = "cancelled"

func newBar(s *Screen) *bar {
	w := s.d.Words()
	b := &bar{s: s}
	b.mode = ui.NewSegmented([]ui.Option{{ID: byMonth, Label: w.T("calendar.month")}, {ID: byWeek, Label: w.T("calendar.week")},
		{ID: byList, Label: w.T("calendar.agenda")}}, s.place.Mode, s.setMode)
	now := ui.NewButton(ui.Secondary, w.T("calendar.today"), s.toToday)
	now.Small, now.Shortcut = true, "T"
	b.period = ui.NewButton(ui.Ghost, "", s.askDay)
	b.period.Small, b.period.Tip = true, w.T("calendar.goto")
	parts := []fyne.CanvasObject{b.mode,
		ui.Across(4, ui.Own(ui.NewIconButton(ui.IconLeft, w.T("calendar.back"), func() { s.step(-1) })), ui.Own(now),
			ui.Own(ui.NewIconButton(ui.IconRight, w.T("calendar.forth"), func() { s.step(1) })), ui.Own(b.period))}
	if s.f.PersonID.IsZero() {
		b.who = ui.NewSegmented([]ui.Option{{ID: "", Label: w.T("calendar.mine")}, {ID: everybody, Label: w.T("calendar.all")}}, s.place.Who, s.setWho)
		b.person = ui.NewMenuButton(w.T("calendar.person"), b.people)
		b.person.Small = true
		parts = append(parts, b.who, b.person)
	}
	b.top = ui.NewStrip("", parts...)
	b.on = ui.NewToggles(nil, nil, s.setLayer)
	b.layers = ui.NewStrip("", b.on)
	return b
}

// update shows how the screen stands.
func (b *bar) update() {
	s, w := b.s, b.s.d.Words()
	b.mode.Set(s.place.Mode, true)
	b.period.SetLabel(s.title())
	b.on.Options = b.on.Options[:0]
	for _, l := range data.Layers {
		o := ui.Option{ID: string(l), Label: w.T("layer." + string(l))}
		if n := s.counts[l]; n > 0 {
			o.Note = strconv.Itoa(n)
		}
		b.on.Options = append(b.on.Options, o)
		b.on.On[string(l)] = !s.off(l)
	}
	b.on.Options = append(b.on.Options, ui.Option{ID: struckID, Label: w.T("calendar.cancelled")})
	b.on.On[struckID] = s.place.Struck
	if b.who != nil {
		b.updateWho()
	}
	b.top.SetNote(s.yearNote())
	b.layers.Refresh()
}

func (b *bar) updateWho() {
	s := b.s
	b.who.Set(s.place.Who, true)
	b.person.SetLabel(s.d.Words().T("calendar.person"))
	if s.place.Who != "" && s.place.Who != everybody {
		if name := s.d.Read().NameOf(data.KindPerson, s.place.Who); name != "" {
			b.person.SetLabel(data.ShortName(name))
		}
	}
}

// people are the lines of the person's menu.
func (b *bar) people() []ui.MenuItem {
	rows, err := b.s.d.Read().PersonNames()
	if err != nil {
		b.s.d.Fail(err)
	}
	var out []ui.MenuItem
	for _, p := range rows {
		id := p.ID.String()
		out = append(out, ui.MenuItem{Label: p.Name, Checked: id == b.s.place.Who, Do: func() { b.s.setWho(id) }})
	}
	return out
}

func (s *Screen) setWho(who string) {
	s.place.Who, s.chosen = who, ""
	s.reread()
}

// setLayer turns a layer, or what was cancelled, on or off.
func (s *Screen) setLayer(id string, on bool) {
	if id == struckID {
		s.place.Struck = on
		s.reread()
		return
	}
	var off []data.Layer
	for _, l := range s.place.Off {
		if string(l) != id {
			off = append(off, l)
		}
	}
	if !on {
		off = append(off, data.Layer(id))
	}
	s.place.Off = off
	s.reread()
}

// title is «Ноябрь 2026», or «Неделя 48 · 23–29 ноября 2026».
func (s *Screen) title() string {
	w := s.d.Words()
	if s.place.Mode == byWeek {
		from, to := s.period()
		return text.Join(text.Title(w.F("calendar.weekno", strconv.Itoa(s.day.Week()))), w.PeriodYear(from, to))
	}
	return text.Title(w.MonthYear(s.day))
}

// yearNote says which years in view are forecast or unknown to the calendar.
func (s *Screen) yearNote() string {
	w := s.d.Words()
	from, to := s.span()
	var parts []string
	for y := from.Year(); y <= to.Year(); y++ {
		switch n := strconv.Itoa(y); {
		case !s.agenda.Days.HasData(y):
			parts = append(parts, w.F("calendar.year.unknown", n))
		case !s.agenda.Days.Confirmed(y):
			parts = append(parts, w.F("calendar.year.forecast", n))
		}
	}
	return strings.Join(parts, " · ")
}
