package mentoring

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"portfel/app/card"
	"portfel/app/desk"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
	"portfel/data/text"
)

// The pages of the chosen plan.
const (
	tabItems   = "items"
	tabTalks   = "talks"
	tabReviews = "reviews"
	tabSkills  = "skills"
	tabFacts   = "facts"
	tabHistory = "history"
)

// record is the card of the chosen plan.
type record struct {
	s       *Screen
	content *ui.Card
	head    *ui.Heading
	warning *ui.Label
	warnBox *fyne.Container
	state   *ui.Chip
	bar     *fyne.Container
	tabs    *ui.Tabs
	page    *fyne.Container
	body    *fyne.Container
	blank   *ui.Empty

	row     *data.MentoringRow
	m       data.Mentoring
	items   *items
	talks   *talks
	reviews *reviews
	skills  *skills
	facts   *facts
}

func newRecord(s *Screen) *record {
	x := &record{s: s, page: container.NewStack(), head: ui.NewHeading("", ""), warning: ui.NewLabel(""), state: ui.NewChip(ui.Planned, ""), bar: ui.Across(8)}
	t := s.d.Words().T
	x.warning.SetRole(ui.Risk)
	x.warnBox = ui.Pad(16, 4, x.warning)
	x.tabs = ui.NewTabs(nil, tabItems, func(string) { x.fillPage() })
	for _, id := range []string{tabItems, tabTalks, tabReviews, tabSkills, tabFacts, tabHistory} {
		x.tabs.Tabs = append(x.tabs.Tabs, ui.Tab{ID: id, Label: t("mentoring.tab." + id), Count: ui.NoCount})
	}
	x.items, x.talks, x.reviews, x.skills, x.facts = newItems(x), newTalks(x), newReviews(x), newSkills(x), newFacts(x)
	x.body = ui.Down(0, ui.Own(x.head), ui.Own(x.warnBox), ui.Own(ui.Pad(16, 4, x.bar)), ui.Own(x.tabs), ui.Flex(1, x.page))
	x.blank = ui.NewEmpty(t("mentoring.choose"), nil)
	x.content = ui.NewCard("", "", x.blank)
	return x
}

// show brings another plan into the card, nil for none.
func (x *record) show(m *data.MentoringRow) {
	if m == nil {
		x.row = nil
		x.content.Content = x.blank
		x.content.Refresh()
		return
	}
	if x.row == nil || x.row.ID != m.ID {
		x.items.open, x.reviews.open = data.ID[data.Task]{}, data.ID[data.Review]{}
	}
	copied := *m
	x.row = &copied
	x.content.Content = x.body
	rec, err := x.s.d.Read().Load(data.RefTo(data.KindMentoring, m.ID))
	if err != nil {
		x.s.d.Fail(err)
		return
	}
	x.m = rec.(data.Mentoring)
	for _, p := range []interface{ read() }{x.items, x.talks, x.reviews, x.skills} {
		p.read()
	}
	x.title()
	x.fillPage()
}

// title fills what stands over the pages.
func (x *record) title() {
	w := x.s.d.Words()
	mentor := data.ShortName(x.row.Mentor)
	if x.row.Mine {
		mentor = w.T("mentoring.you")
	}
	goals := ""
	if x.row.Goals != "" {
		goals = w.F("mentoring.goal", x.row.Goals)
	}
	x.head.Set(x.row.Trainee, text.Join(w.F("mentoring.mentor", mentor), w.PeriodYear(x.row.StartsOn, x.row.EndsOn), goals, w.Code(x.m.Grounds)))
	x.warning.Set(x.limit())
	if x.warning.Text == "" {
		x.warnBox.Hide()
	} else {
		x.warnBox.Show()
	}
	x.fillBar()
	x.tabs.SetCount(tabItems, x.row.Items)
	x.tabs.SetCount(tabTalks, len(x.talks.rows))
	x.tabs.SetCount(tabReviews, len(x.reviews.rows))
	x.tabs.SetCount(tabSkills, len(x.skills.rows))
}

// limit is the warning when the mentor has more trainees than the norm of the
// day says.
func (x *record) limit() string {
	if x.m.Status != data.MentoringRunning && x.m.Status != data.MentoringAssessment {
		return ""
	}
	return overLimit(x.s.d, x.m.MentorID, 0)
}

// overLimit is the warning for a mentor who leads, with some more, too many
// trainees; "" when the norm is kept.
func overLimit(d desk.Desk, mentor data.ID[data.Person], more int) string {
	n, err := d.Read().RunningTrainees(mentor)
	if err != nil {
		d.Fail(err)
		return ""
	}
	most, err := command.TraineesLimit(d.Read(), d.Today())
	if err != nil || n+more <= most {
		return ""
	}
	return d.Words().F("mentoring.limit", n+more, most)
}

// fillBar shows the state, the meeting button and the next legal states.
func (x *record) fillBar() {
	w := x.s.d.Words()
	x.state.Set(x.s.stateRole(x.m.Status), w.Code(x.m.Status))
	parts := []ui.Part{ui.Own(x.state), ui.Flex(1, ui.Spacer())}
	if x.m.Status == data.MentoringRunning {
		meet := ui.NewButton(ui.Primary, w.T("mentoring.meet"), x.meet)
		meet.Small = true
		parts = append(parts, ui.Own(meet))
	}
	for _, b := range card.Moves(x.s.d, x.m, x.move) {
		b.Small = true
		if x.m.Status == data.MentoringRunning {
			b.Kind = ui.Secondary
		}
		parts = append(parts, ui.Own(b))
	}
	more := ui.NewIconButton(ui.IconMore, w.T("mentoring.more"), nil)
	more.OnTapped = func() { showMenu(x.s.d, more, x.s.menu()) }
	row := ui.Across(8, append(parts, ui.Own(more))...)
	x.bar.Layout, x.bar.Objects = row.Layout, row.Objects
	x.bar.Refresh()
}

func (s *Screen) stateRole(m data.MentoringStatus) ui.Role {
	switch m {
	case data.MentoringRunning:
		return ui.Go
	case data.MentoringAssessment:
		return ui.Risk
	case data.MentoringDone:
		return ui.Done
	}
	return ui.Planned
}

// move is the plan in its next state; the end asks for the outcome first.
func (x *record) move(to string) (data.Staged, bool) {
	if data.MentoringStatus(to) == data.MentoringDone {
		x.conclude()
		return nil, false
	}
	m := x.m
	m.Status = data.MentoringStatus(to)
	return m, true
}

func (x *record) fillPage() {
	if x.row == nil {
		return
	}
	var o fyne.CanvasObject
	switch x.tabs.On {
	case tabTalks:
		o = x.talks.fill()
	case tabReviews:
		o = x.reviews.fill()
	case tabSkills:
		o = x.skills.fill()
	case tabFacts:
		o = x.facts.fill()
	case tabHistory:
		o = card.History(x.s.d, data.RefTo(data.KindMentoring, x.row.ID))
	default:
		o = x.items.fill()
	}
	x.page.Objects = []fyne.CanvasObject{o}
	x.page.Refresh()
	x.content.Refresh()
}

// do runs a command and offers to take it back.
func (x *record) do(c desk.Command) bool {
	if !card.Do(x.s.d, c) {
		return false
	}
	w := x.s.d.Words()
	x.s.d.Say(w.F("mentoring.did", w.Step(c.Label())), w.T("step.undo"), x.s.d.Undo)
	return true
}

// showMenu opens a menu below a widget.
func showMenu(d desk.Desk, below fyne.CanvasObject, list []ui.MenuItem) {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(below).AddXY(0, below.Size().Height+4)
	ui.ShowMenu(d.Canvas(), at, list)
}

// day is a day of this year without the year: «15.02».
func day(d desk.Desk, x data.Date) string {
	if x.Year() == d.Today().Year() {
		return d.Words().DayMonth(x)
	}
	return d.Words().ShortDate(x)
}
