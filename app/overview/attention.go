package overview

import (
	"portfel/app/card"
	"portfel/app/meeting"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/text"
)

// attention is the list of what needs the owner now.
type attention struct {
	s    *Screen
	card *ui.Card
	list *ui.List
	rows []data.AttentionRow
}

func newAttention(s *Screen) *attention {
	w := s.d.Words()
	a := &attention{s: s}
	a.list = ui.NewList(func() int { return len(a.rows) }, func(i int, r *ui.ListRow) { a.fill(&a.rows[i], r) })
	a.list.OnOpen = a.open
	a.list.OnMenu = a.menu
	a.list.Empty = ui.NewEmpty(w.T("overview.attention.empty"), nil)
	a.card = ui.NewCard(w.T("overview.attention"), "", a.list)
	return a
}

func (a *attention) reload() error {
	today := a.s.agenda.Today
	rows, err := a.s.d.Read().Attention(a.s.agenda.Me.ID, today, today.Monday()+6)
	if err != nil {
		return err
	}
	a.rows = rows
	late, week := 0, 0
	for _, r := range rows {
		switch {
		case r.Late(today):
			late++
		case !r.DueOn.IsZero() && r.DueOn <= today.Monday()+6:
			week++
		}
	}
	w := a.s.d.Words()
	a.card.SetTitle(w.T("overview.attention"), text.Join(w.N("overview.late", late), w.N("overview.thisweek", week)))
	a.list.Reload()
	return nil
}

// fill shows a row: a chip that says how urgent it is, what it is and why it is
// here, and its day.
func (a *attention) fill(r *data.AttentionRow, out *ui.ListRow) {
	w := a.s.d.Words()
	out.ID = string(r.What) + r.Ref().String() + r.Occurrence.String()
	out.Title, out.Note = a.title(r), a.note(r)
	out.BadgeRole, out.Badge = a.badge(r)
	if !r.DueOn.IsZero() {
		out.Right = w.DayMonth(r.DueOn)
		if r.What == data.AttentionMeeting && !r.AllDay {
			out.Right = w.Clock(a.home(r.Starts).Min)
		}
	}
}

func (a *attention) home(m data.Moment) data.Moment {
	if home, err := m.In(a.s.agenda.Zone()); err == nil {
		return home
	}
	return m
}

// badge is «−4 дня», «сегодня», «завтра», «пт»; without a term a word that says
// what is asked.
func (a *attention) badge(r *data.AttentionRow) (ui.Role, string) {
	w, today := a.s.d.Words(), a.s.agenda.Today
	switch {
	case r.DueOn.IsZero():
		return ui.Planned, w.T("overview.badge.noterm")
	case r.Late(today):
		return ui.Late, w.Overdue(r.DueOn, today)
	case r.What == data.AttentionMeeting:
		return ui.Go, w.Relative(r.DueOn, today)
	case a.s.agenda.Days.Distance(today, r.DueOn) <= 1:
		return ui.Risk, w.Relative(r.DueOn, today)
	}
	return ui.Planned, w.Relative(r.DueOn, today)
}

// title is what is to be done, or of what.
func (a *attention) title(r *data.AttentionRow) string {
	w := a.s.d.Words()
	switch r.What {
	case data.AttentionReport:
		return w.F("overview.title.report", r.Title, w.Period(r.StartsOn, r.EndsOn))
	case data.AttentionPapers:
		return w.F("overview.title.papers", r.Title, w.Period(r.StartsOn, r.EndsOn))
	case data.AttentionReview:
		return w.F("overview.title.review", r.Title)
	case data.AttentionApproval:
		return w.F("overview.title.approval", r.Title)
	case data.AttentionControl:
		return w.F("overview.title.control", r.Title, r.Person)
	}
	return r.Title
}

// note is the second line: to whom it belongs and how it stands.
func (a *attention) note(r *data.AttentionRow) string {
	w := a.s.d.Words()
	whose := text.Join(card.Bare(r.Client), r.Project)
	switch r.What {
	case data.AttentionReport:
		return text.Join(w.T("overview.note.trip"), a.countdown(r.DueOn), whose)
	case data.AttentionPapers:
		return text.Join(w.T("overview.note.trip"), text.Lower(w.Code(data.TripStatus(r.Status))), whose)
	case data.AttentionWaiting:
		return text.Join(a.waiting(r), whose)
	case data.AttentionDocument:
		return text.Join(w.T("overview.note.document"), a.version(r), whose, a.other(r))
	case data.AttentionApproval:
		return text.Join(w.T("overview.note.document"), a.version(r), r.Person, whose)
	case data.AttentionReview:
		return text.Join(w.T("overview.note.mentoring"), r.Person, w.T("overview.note.check"))
	case data.AttentionItem:
		return text.Join(w.T("overview.note.mentoring"), r.Person, text.Lower(w.ItemStatus(data.TaskStatus(r.Status))), a.done(r))
	case data.AttentionOwn:
		return text.Join(w.T("overview.note.study"), text.Lower(w.ItemStatus(data.TaskStatus(r.Status))), a.done(r))
	case data.AttentionControl:
		return text.Join(w.T("overview.note.mentoring"), w.T("overview.note.talk"))
	case data.AttentionMeeting:
		return text.Join(a.hours(r), r.WaitingFor, whose)
	}
	return text.Join(whose, a.other(r), a.critical(r), a.done(r))
}

// countdown is «осталось 2 раб. дня».
func (a *attention) countdown(due data.Date) string {
	return a.s.d.Words().Countdown(a.s.agenda.Days.Distance(a.s.agenda.Today, due))
}

// waiting is what is awaited and how long: «ждём 8 дней: подпись».
func (a *attention) waiting(r *data.AttentionRow) string {
	w := a.s.d.Words()
	days := int(a.s.agenda.Today - r.WaitingSince)
	switch {
	case r.WaitingSince.IsZero() || days < 1:
		return w.F("overview.note.waiting", r.WaitingFor)
	case r.WaitingFor == "":
		return w.N("overview.note.age", days)
	}
	return w.N("overview.note.waiting.days", days, r.WaitingFor)
}

func (a *attention) version(r *data.AttentionRow) string {
	w := a.s.d.Words()
	if r.Version == "" {
		return text.Lower(w.Code(data.VersionStatus("")))
	}
	return w.F("overview.note.version", r.Version, text.Lower(w.Code(data.VersionStatus(r.Status))))
}

// other names the colleague whose work it is.
func (a *attention) other(r *data.AttentionRow) string {
	if r.Mine {
		return ""
	}
	return r.Person
}

func (a *attention) critical(r *data.AttentionRow) string {
	if r.Critical {
		return a.s.d.Words().T("overview.note.critical")
	}
	return ""
}

func (a *attention) done(r *data.AttentionRow) string {
	if r.Percent == 0 {
		return ""
	}
	return a.s.d.Words().F("overview.note.done", a.s.d.Words().Percent(r.Percent))
}

func (a *attention) hours(r *data.AttentionRow) string {
	w := a.s.d.Words()
	if r.AllDay {
		return w.T("ui.allday")
	}
	return w.ClockRange(a.home(r.Starts).Min, a.home(r.Ends).Min)
}

// open opens the record of a row; a meeting opens here.
func (a *attention) open(i int) {
	if i < 0 || i >= len(a.rows) {
		return
	}
	r := a.rows[i]
	if r.What == data.AttentionMeeting {
		meeting.Edit(a.s.d, r.Ref(), r.Occurrence)
		return
	}
	a.s.d.Open(r.Ref())
}

func (a *attention) menu(i int) []ui.MenuItem {
	w := a.s.d.Words()
	r := a.rows[i]
	items := []ui.MenuItem{{Label: w.T("overview.open"), Shortcut: "Enter", Do: func() { a.open(i) }}}
	if r.What == data.AttentionMeeting {
		items = append(items, ui.MenuItem{Label: w.T("meeting.menu.hold"), Icon: ui.IconCheck, Do: func() { meeting.Hold(a.s.d, r.Ref(), r.Occurrence) }},
			ui.MenuItem{Label: w.T("meeting.menu.cancel"), Icon: ui.IconClose, Do: func() { meeting.Cancel(a.s.d, r.Ref(), r.Occurrence) }})
	}
	return items
}
