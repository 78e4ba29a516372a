package trips

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"portfel/app/ui"
	"portfel/data"
	"portfel/data/text"
)

// side is the right column: terms, clashes, travellers, links, meetings.
type side struct {
	c       *detail
	clashes []clash
	others  []data.TripMeeting // in the days of the trip, neither in the route nor among the clashes
	terms   *ui.KeyValues
	links   *ui.KeyValues
	who     *ui.List
	meets   *ui.List
	points  []point
	money   *ui.KeyValues
	close   *ui.List

	moneyCard, closeCard, termCard, hitCard, whoCard, linkCard, meetCard *ui.Card

	column *fyne.Container
	scroll *container.Scroll
}

// clash is one fact that speaks against the trip as it is.
type clash struct {
	title, note string
	ref         data.Ref  // zero: it is in the route itself
	on          data.Date // the day of a meeting
	leg         int       // of the route
}

func newSide(c *detail) *side {
	w := c.d.Words()
	s := &side{c: c, terms: ui.NewKeyValues(), links: ui.NewKeyValues()}
	s.terms.LabelWidth, s.links.LabelWidth = 96, 96
	s.who = ui.NewList(func() int { return len(c.group) }, s.fillWho)
	s.who.OnOpen = func(i int) { c.s.Show(ref(c.group[i].ID)) }
	s.who.OnMenu = func(i int) []ui.MenuItem {
		return []ui.MenuItem{{Label: w.T("trips.open"), Shortcut: "Enter", Do: func() { c.s.Show(ref(c.group[i].ID)) }}}
	}
	s.meets = ui.NewList(func() int { return len(s.others) }, s.fillMeeting)
	s.meets.OnOpen = func(i int) { c.openMeeting(s.others[i]) }
	s.money = ui.NewKeyValues()
	s.money.LabelWidth = 176
	s.close = ui.NewList(func() int { return len(s.points) }, s.fillClosing)
	s.close.OnOpen = s.openClosing
	s.close.OnCheck = func(i int, _ bool) { s.openClosing(i) }
	s.who.Full, s.meets.Full, s.close.Full = true, true, true
	s.moneyCard = ui.NewCard(w.T("trips.money"), "₽", s.money)
	s.closeCard = ui.NewCard(w.T("trips.close"), "", s.close)
	s.termCard = ui.NewCard(w.T("trips.terms"), "", s.terms)
	s.hitCard = ui.NewCard(w.T("trips.clashes"), "", nil)
	s.whoCard = ui.NewCard(w.T("trips.travellers"), "", s.who)
	s.whoCard.Actions = []fyne.CanvasObject{ui.NewIconButton(ui.IconAdd, w.T("trips.participant.add"), c.addParticipant)}
	s.linkCard = ui.NewCard(w.T("trips.links"), "", s.links)
	s.meetCard = ui.NewCard(w.T("trips.meetings"), "", s.meets)
	s.column = ui.Down(16, ui.Own(s.hitCard), ui.Own(s.moneyCard), ui.Own(s.closeCard), ui.Own(s.termCard), ui.Own(s.whoCard), ui.Own(s.linkCard), ui.Own(s.meetCard))
	s.scroll = ui.Scroll(s.column)
	return s
}

// hide shows nothing: no trip is chosen.
func (s *side) hide() { s.scroll.Hide() }

// reload draws all cards; those without content are not shown.
func (s *side) reload() {
	s.scroll.Show()
	s.clashes = s.find()
	s.others = s.otherMeetings()
	s.money.Set(s.c.moneyRows()...)
	s.points = s.c.closing()
	s.closeCard.SetTitle(s.c.d.Words().T("trips.close"), s.term())
	s.termRows()
	s.linkRows()
	for _, l := range []*ui.List{s.who, s.meets, s.close} {
		l.Reload()
	}
	visible(s.moneyCard, len(s.money.Rows()) > 0)
	visible(s.closeCard, len(s.points) > 0)
	visible(s.termCard, len(s.terms.Rows()) > 0)
	visible(s.hitCard, len(s.clashes) > 0)
	visible(s.linkCard, len(s.links.Rows()) > 0)
	visible(s.meetCard, len(s.others) > 0)
	s.column.Refresh()
	s.scroll.Refresh()
}

// otherMeetings are the meetings of the days that are shown nowhere else.
func (s *side) otherMeetings() (out []data.TripMeeting) {
	shown := map[data.Ref]bool{}
	for _, x := range s.clashes {
		shown[x.ref] = true
	}
	for _, m := range s.c.meets {
		if !m.OwnTrip && !shown[m.Ref()] {
			out = append(out, m)
		}
	}
	return out
}

func visible(o fyne.CanvasObject, yes bool) {
	if yes {
		o.Show()
	} else {
		o.Hide()
	}
}

// termRows are the days by which something must be done.
func (s *side) termRows() {
	c, w, t := s.c, s.c.d.Words(), s.c.s.tell
	row, local := c.row, c.row.What == data.TripLocal
	var rows []ui.KV
	if !row.PapersOn.IsZero() && before(row.Status, data.TripOrdered) {
		role, left := t.countdown(row.PapersOn)
		rows = append(rows, ui.KV{Label: w.T("trips.term.papers"), Text: text.Join(w.WeekdayDay(row.PapersOn), left), Role: role})
	}
	if !row.StartsOn.IsZero() && !local {
		rows = append(rows, ui.KV{Label: w.T("trips.term.leave"), Text: s.day(row.StartsOn)}, ui.KV{Label: w.T("trips.term.back"), Text: s.day(row.EndsOn)},
			ui.KV{Label: w.T("trips.term.days"), Text: w.Days(int(row.EndsOn-row.StartsOn) + 1)})
	}
	if !row.StartsOn.IsZero() && local {
		rows = append(rows, ui.KV{Label: w.T("trips.term.visit"), Text: s.day(row.StartsOn)})
	}
	if !row.ReportOn.IsZero() && before(row.Status, data.TripReported) {
		role, left := t.countdown(row.ReportOn)
		if row.EndsOn >= t.today {
			role, left = ui.Plain, ""
		}
		rows = append(rows, ui.KV{Label: w.T("trips.term.report"), Text: text.Join(w.WeekdayDay(row.ReportOn), left), Role: role, Bold: role != ui.Plain})
	}
	s.terms.Set(rows...)
}

// term is the day of the report, for the head of «До закрытия».
func (s *side) term() string {
	if s.c.row.ReportOn.IsZero() {
		return ""
	}
	return s.c.d.Words().F("trips.close.term", s.c.d.Words().DayMonth(s.c.row.ReportOn))
}

// day is «пн 30.11 · через 6 дн.» for a day that has not passed.
func (s *side) day(d data.Date) string {
	t := s.c.s.tell
	if d < t.today {
		return t.w.WeekdayDay(d)
	}
	return text.Join(t.w.WeekdayDay(d), t.in(d))
}

// before tells whether a status comes before another one on the way.
func before(s, other data.TripStatus) bool {
	return tripOrder[s] > 0 && tripOrder[s] < tripOrder[other]
}

// linkRows are the neighbours that open.
func (s *side) linkRows() {
	c, w := s.c, s.c.d.Words()
	var rows []ui.KV
	add := func(label, name string, r data.Ref) {
		if name != "" {
			rows = append(rows, ui.KV{Label: label, Text: name, Open: func() { c.d.Open(r) }})
		}
	}
	add(w.T("field.clientId"), c.row.Client, data.RefTo(data.KindClient, c.row.ClientID))
	if !c.row.ProjectID.IsZero() {
		add(w.T("field.projectId"), c.d.Read().NameOfID(c.row.ProjectID.String()), data.RefTo(data.KindProject, c.row.ProjectID))
	}
	for _, o := range []struct{ label, text string }{{w.T("trips.phone.host"), c.trip.HostPhone}, {w.T("trips.phone.own"), c.trip.OwnPhone}} {
		if o.text != "" {
			rows = append(rows, ui.KV{Label: o.label, Text: o.text})
		}
	}
	s.links.Set(rows...)
}

func (s *side) fillWho(i int, r *ui.ListRow) {
	g := s.c.group[i]
	r.ID, r.Title = g.ID.String(), g.Person
	r.ChipRole, r.ChipWord = s.c.s.tell.chip(g)
	if g.ID == s.c.trip.ID && len(s.c.group) > 1 {
		r.Note = s.c.d.Words().T("trips.this")
	}
	if g.Status == data.TripCancelled {
		r.Role = ui.Muted
	}
}

func (s *side) fillMeeting(i int, r *ui.ListRow) {
	m, w := s.others[i], s.c.d.Words()
	r.ID, r.Title, r.TitleLines = m.ID.String()+m.Starts.String(), m.Title, 2
	when := w.WeekdayDay(m.Starts.Day)
	if !m.AllDay {
		when += " " + w.Clock(m.Starts.Min)
	}
	r.Note, r.NoteLines = text.Join(when, m.Client, m.People), 2
}
