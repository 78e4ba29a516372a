package calendar

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"portfel/app/card"
	"portfel/app/desk"
	"portfel/app/meeting"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/text"
)

// choose shows the card of an item; the frame of the month goes to its day.
func (s *Screen) choose(id string) {
	if day, ok := s.marked[id]; ok {
		s.day = day
		id = ""
	}
	if s.embedded() {
		s.open(id)
		return
	}
	if r, ok := s.row(id); ok {
		s.frame(r)
	}
	s.chosen = id
	s.fillSide()
}

// frame puts the cursor of the month on a day of a row, unless it stands on one
// or the row lies in another month.
func (s *Screen) frame(r data.AgendaRow) {
	it := ui.Item{From: r.StartsOn, To: r.EndsOn}
	s.agenda.Clock(&it, r)
	if s.place.Mode != byMonth || it.From <= s.day && s.day <= it.To {
		return
	}
	day := max(it.From, s.day.MonthStart())
	if day > it.To || day.MonthStart() != s.day.MonthStart() {
		return
	}
	s.day = day
	s.month.ShowDay(day)
}

// row is the agenda row that is chosen.
func (s *Screen) row(id string) (data.AgendaRow, bool) {
	i, ok := s.at[id]
	if !ok || i >= len(s.rows) {
		return data.AgendaRow{}, false
	}
	return s.rows[i], true
}

// fillSide shows what is chosen: a row, else the day of the month, else what
// the period holds.
func (s *Screen) fillSide() {
	if s.agenda == nil {
		return
	}
	if r, ok := s.row(s.chosen); ok {
		s.side.Content = s.rowCard(r)
	} else if s.place.Mode == byMonth {
		s.chosen, s.side.Content = "", s.dayCard(s.day)
	} else {
		s.chosen, s.side.Content = "", s.periodCard()
	}
	s.side.Refresh()
}

// rowCard is the card of a row: what, when, who, where, and what can be done
// about it. A meeting is edited here; other records where they live.
func (s *Screen) rowCard(r data.AgendaRow) fyne.CanvasObject {
	w := s.d.Words()
	id := card.AgendaID(r)
	role, word := s.agenda.State(r)
	var head []ui.Part
	if s.place.Mode == byMonth {
		back := ui.NewLink(w.F("calendar.back.day", w.LongDay(s.day)), func() { s.toDay(s.day); s.Focus() })
		head = append(head, ui.Own(ui.Pad(16, 8, back)))
	}
	more := ui.NewIconButton(ui.IconMore, w.T("calendar.more"), nil)
	more.OnTapped = func() { showMenu(s.d, more, s.menu(id)) }
	head = append(head, ui.Own(ui.NewHeading(s.agenda.Subject(r), s.kindWord(r), more)))
	if word != "" {
		chip := ui.NewChip(role, word)
		head = append(head, ui.Own(ui.Pad(16, 0, ui.Across(0, ui.Own(chip), ui.Flex(1, ui.Spacer())))))
	}
	if s.facts == nil || s.factsOf != id {
		s.facts, s.factsOf = ui.NewKeyValues(), id
		s.facts.LabelWidth = 108
	}
	s.facts.Set(s.values(r)...)
	body := ui.Down(0, append(head, ui.Own(s.facts), ui.Own(ui.Pad(16, 6, s.buttons(r))))...)
	return ui.Scroll(body)
}

// kindWord says what a row is; of a meeting, which sort.
func (s *Screen) kindWord(r data.AgendaRow) string {
	if isMeeting(r) {
		return s.d.Words().Code(data.EventKind(r.What))
	}
	return s.d.Words().Code(r.Kind)
}

// enterRow shows the card of an item of the day's list and goes into it: the list
// is no longer there.
func (s *Screen) enterRow(id string) {
	s.choose(id)
	if c := s.d.Canvas(); c != nil && s.facts != nil && s.chosen != "" {
		c.Focus(s.facts)
	}
}

// showMenu opens a menu below a button.
func showMenu(d desk.Desk, below fyne.CanvasObject, items []ui.MenuItem) {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(below).AddXY(0, below.Size().Height+4)
	ui.ShowMenu(d.Canvas(), at, items)
}

// values are the rows of the card; empty ones are left out.
func (s *Screen) values(r data.AgendaRow) []ui.KV {
	if isMeeting(r) {
		return s.meetingValues(r)
	}
	w := s.d.Words()
	var out []ui.KV
	add := func(key, value string, open func()) {
		if value != "" {
			out = append(out, ui.KV{Label: w.T(key), Text: value, Open: open})
		}
	}
	add("calendar.when", s.when(r), nil)
	add("calendar.local", s.localTime(r), nil)
	add("calendar.who", s.people(r), nil)
	place := r.Place
	if r.Kind == data.AgendaLeg {
		place = ""
	}
	add("calendar.where", place, nil)
	add("calendar.client", r.Client, s.opener(data.RefTo(data.KindClient, r.ClientID)))
	add("calendar.project", r.Project, s.opener(data.RefTo(data.KindProject, r.ProjectID)))
	add("calendar.detail", r.Detail, nil)
	return out
}

// meetingValues are the fields of a meeting, and before them the time on the
// owner's clock where the meeting has another one.
func (s *Screen) meetingValues(r data.AgendaRow) []ui.KV {
	var out []ui.KV
	if s.localTime(r) != "" {
		out = append(out, ui.KV{Label: s.d.Words().T("calendar.mytime"), Text: s.when(r)})
	}
	return append(out, meeting.Fields(s.d, r, func(ref data.Ref) {
		s.chosen = card.AgendaID(r)
		if ref.Kind == data.KindEvent {
			s.chosen = string(data.AgendaEvent) + ":" + ref.ID.String() + ":"
		}
		s.factsOf = s.chosen
	})...)
}

func (s *Screen) opener(ref data.Ref) func() {
	if ref.IsZero() {
		return nil
	}
	return func() { s.d.Open(ref) }
}

// when is the day or the days, and the time on the owner's clock.
func (s *Screen) when(r data.AgendaRow) string {
	w := s.d.Words()
	it := ui.Item{From: r.StartsOn, To: r.EndsOn, AllDay: true}
	s.agenda.Clock(&it, r)
	if it.AllDay || it.To > it.From {
		if it.From == it.To {
			return w.Weekday(it.From) + ", " + w.LongDate(it.From)
		}
		days := text.Join(w.PeriodYear(it.From, it.To), strings.ReplaceAll(w.Days(int(it.To-it.From)+1), " ", "\u00a0"))
		if it.AllDay {
			return days
		}
		return w.WeekdayDay(it.From) + " " + w.Clock(it.Start) + " – " + w.WeekdayDay(it.To) + " " + w.Clock(it.End)
	}
	return w.Weekday(it.From) + ", " + w.LongDate(it.From) + ", " + w.ClockRange(it.Start, it.End)
}

// localTime is the time on the clocks of the place, where they differ.
func (s *Screen) localTime(r data.AgendaRow) string {
	if r.AllDay || r.Starts.IsZero() {
		return ""
	}
	w := s.d.Words()
	home := func(m data.Moment) bool {
		x, err := m.In(s.agenda.Zone())
		return err != nil || x.Day == m.Day && x.Min == m.Min
	}
	switch {
	case home(r.Starts) && home(r.Ends):
		return ""
	case r.Starts.Zone == r.Ends.Zone:
		return w.ClockRange(r.Starts.Min, r.Ends.Min) + " " + w.ZoneSign(r.Starts.Zone)
	}
	return w.Clock(r.Starts.Min) + " " + w.ZoneSign(r.Starts.Zone) + " – " + w.Clock(r.Ends.Min) + " " + w.ZoneSign(r.Ends.Zone)
}

// people are whose a row is.
func (s *Screen) people(r data.AgendaRow) string {
	switch r.Kind {
	case data.AgendaItem, data.AgendaControl:
		return r.Trainee
	}
	return r.Person
}

// dayCard lists a day: its kind by the calendar and its items.
func (s *Screen) dayCard(day data.Date) fyne.CanvasObject {
	w := s.d.Words()
	var rows []ui.ListRow
	for _, it := range s.items {
		if it.From <= day && day <= it.To && !strings.HasPrefix(it.ID, markID) {
			rows = append(rows, s.dayRow(it))
		}
	}
	head := ui.Own(ui.NewHeading(w.DayTitle(day), text.Join(w.F("calendar.weekno", strconv.Itoa(day.Week())), s.dayKind(day))))
	add := ui.NewButton(ui.Secondary, w.T("calendar.add.here"), func() { s.createOn(day) })
	if len(rows) == 0 {
		return ui.Down(0, head, ui.Fixed(150, ui.NewEmpty(w.T("calendar.free"), add)), ui.Flex(1, ui.Spacer()))
	}
	l := ui.NewList(func() int { return len(rows) }, func(i int, r *ui.ListRow) { *r = rows[i] })
	l.OnSelect = func(i int) { s.enterRow(rows[i].ID) }
	l.OnOpen = func(i int) { s.open(rows[i].ID) }
	l.OnMenu = func(i int) []ui.MenuItem { return s.menu(rows[i].ID) }
	l.OnDelete = func(i int) { s.remove(rows[i].ID) }
	return ui.Down(0, head, ui.Flex(1, l), ui.Own(ui.Pad(16, 10, add)))
}

func (s *Screen) dayRow(it ui.Item) ui.ListRow {
	w := s.d.Words()
	r := ui.ListRow{ID: it.ID, Title: it.Title, TitleLines: 2, Note: it.Note}
	if !it.AllDay && it.From == it.To {
		r.Note = text.Join(w.ClockRange(it.Start, it.End), it.Note)
	} else if it.To > it.From {
		r.Note = text.Join(w.Period(it.From, it.To), it.Note)
	}
	if it.Role == ui.Late {
		r.Role = ui.Late
	}
	return r
}

// periodCard sums up the week or the month: working time by the calendar, and
// what stands in it by layers.
func (s *Screen) periodCard() fyne.CanvasObject {
	w := s.d.Words()
	from, to := s.period()
	rows := []ui.KV{
		{Label: w.T("calendar.sum.days"), Text: strconv.Itoa(s.agenda.Days.Between(from, to)), Number: true},
		{Label: w.T("calendar.sum.norm"), Text: w.Hours(s.agenda.Days.MinutesBetween(from, to)), Number: true}}
	for _, l := range data.Layers {
		if n := s.inPeriod(l); n > 0 {
			rows = append(rows, ui.KV{Label: w.T("layer." + string(l)), Text: strconv.Itoa(n), Number: true})
		}
	}
	values := ui.NewKeyValues(rows...)
	values.LabelWidth = 150
	return ui.Down(0, ui.Own(ui.NewHeading(s.title(), w.T("calendar.sum.note"))), ui.Own(values), ui.Flex(1, ui.Spacer()))
}

// inPeriod counts the rows of a layer that touch the period.
func (s *Screen) inPeriod(l data.Layer) int {
	from, to := s.period()
	n := 0
	for _, r := range s.rows {
		if r.Layer == l && !card.Cancelled(r) && r.EndsOn >= from && r.StartsOn <= to {
			n++
		}
	}
	return n
}
