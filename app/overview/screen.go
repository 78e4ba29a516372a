package overview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"portfel/app/card"
	"portfel/app/desk"
	"portfel/app/ui"
	"portfel/data"
)

// Screen is the overview.
type Screen struct {
	d      desk.Desk
	agenda *card.Agenda

	attention *attention
	projects  *projects
	line      *quickLine
	ahead     *ahead
	burden    *burden
	trainees  *trainees
	trips     *trips
	empty     *ui.Card

	page    fyne.CanvasObject
	content *fyne.Container
}

// New makes the overview. It is never a part of a card, so the filter is not read.
func New(d desk.Desk, _ desk.Filter) *Screen {
	s := &Screen{d: d, agenda: card.NewAgenda(d)}
	s.attention, s.projects, s.line = newAttention(s), newProjects(s), newQuickLine(s)
	s.ahead, s.burden, s.trainees, s.trips = newAhead(s), newBurden(s), newTrainees(s), newTrips(s)
	s.empty = s.emptyCard()
	s.page = s.layout()
	s.content = container.NewStack(s.page)
	return s
}

// layout is the page of the picture: what asks for attention and the projects
// at the left, weeks and people at the right.
func (s *Screen) layout() fyne.CanvasObject {
	left := ui.Down(16, ui.Own(s.line.card), ui.Flex(1, s.attention.card), ui.Own(s.projects.card))
	right := ui.Scroll(ui.Down(16, ui.Own(s.ahead.card), ui.Own(s.burden.card), ui.Own(s.trainees.card), ui.Own(s.trips.card)))
	return ui.Body(ui.Across(20, ui.Flex(1.4, left), ui.Flex(1, right)))
}

// Content is the screen.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// Kinds are all nouns that can ask for attention.
func (s *Screen) Kinds() []data.Kind {
	return []data.Kind{data.KindPerson, data.KindAbsence, data.KindCalendar, data.KindCalendarDay, data.KindCalendarYear, data.KindClient, data.KindContact,
		data.KindProject, data.KindMember, data.KindPlan, data.KindTask, data.KindAssignment, data.KindDependency, data.KindMentoring, data.KindReview,
		data.KindTrip, data.KindLeg, data.KindDeliverable, data.KindVersion, data.KindApproval, data.KindEvent, data.KindSeries, data.KindEventPerson, data.KindNorm}
}

// Reload reads every part again.
func (s *Screen) Reload() {
	s.agenda = card.NewAgenda(s.d)
	s.line.forget()
	for _, part := range []func() error{s.attention.reload, s.projects.reload, s.ahead.reload, s.burden.reload, s.trainees.reload, s.trips.reload} {
		if err := part(); err != nil {
			s.d.Fail(err)
		}
	}
	s.show()
}

// show puts the page, or what teaches where nothing is yet.
func (s *Screen) show() {
	bare := len(s.attention.rows)+len(s.projects.rows)+len(s.ahead.items)+len(s.trainees.rows)+len(s.trips.rows) == 0
	var want fyne.CanvasObject = s.page
	if bare {
		want = ui.Body(ui.Down(16, ui.Own(s.line.card), ui.Own(s.empty), ui.Flex(1, ui.Spacer())))
	}
	if bare || s.content.Objects[0] != want {
		s.content.Objects = []fyne.CanvasObject{want}
	}
	s.content.Refresh()
}

// Focus gives the keyboard to the attention list, or to the line when there is
// nothing to attend to.
func (s *Screen) Focus() {
	c := s.d.Canvas()
	switch {
	case c == nil:
	case len(s.attention.rows) > 0:
		c.Focus(s.attention.list)
		if s.attention.list.Selected() < 0 {
			s.attention.list.Select(0)
		}
	default:
		c.Focus(s.line.field)
	}
}
