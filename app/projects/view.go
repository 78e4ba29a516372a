package projects

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

// The pages of a project's card.
const (
	tabOverview  = "overview"
	tabMoney     = "money"
	tabTeam      = "team"
	tabTrips     = "trips"
	tabDocuments = "documents"
	tabMeetings  = "meetings"
	tabHistory   = "history"
)

var tabList = []string{tabOverview, tabMoney, tabTeam, tabTrips, tabDocuments, tabMeetings, tabHistory}

// page is one page of the card. It is filled when it is seen.
type page interface {
	fill(row data.ProjectRow, p data.Project)
	object() fyne.CanvasObject
}

// view is the card of one project.
type view struct {
	d       desk.Desk
	quit    func()
	row     data.ProjectRow
	project data.Project

	head    *ui.Heading
	facts   *ui.Strip // chips and the next states; they wrap where the card is narrow
	tabs    *ui.Tabs
	pages   map[string]page
	stage   *fyne.Container
	body    *fyne.Container
	content fyne.CanvasObject
}

func newView(d desk.Desk, quit func()) *view {
	v := &view{d: d, quit: quit, head: ui.NewHeading("", ""), facts: ui.NewStrip(""), stage: container.NewStack()}
	var tabs []ui.Tab
	for _, id := range tabList {
		tabs = append(tabs, ui.Tab{ID: id, Label: d.Words().T("projects.tab." + id), Count: ui.NoCount})
	}
	v.tabs = ui.NewTabs(tabs, tabOverview, func(string) { v.fill() })
	v.pages = map[string]page{tabOverview: newOverview(d, v.openPlan), tabMoney: newMoney(d, v.openPlan), tabTeam: newTeam(d), tabTrips: newGuest(d, tabTrips), tabDocuments: newGuest(d, tabDocuments),
		tabMeetings: newMeetings(d), tabHistory: &history{d: d}}
	v.body = ui.Down(0, ui.Own(v.head), ui.Own(v.facts), ui.Own(v.tabs), ui.Flex(1, v.stage))
	v.content = ui.NewCard("", "", v.body)
	return v
}

// tab is the page that is shown.
func (v *view) tab() string { return v.tabs.On }

// turn shows a page if there is one of that name.
func (v *view) turn(tab string) {
	if v.pages[tab] != nil {
		v.tabs.On = tab
		v.tabs.Refresh()
	}
}

// clear forgets the project.
func (v *view) clear() { v.project = data.Project{} }

// focus gives the keyboard to the pages.
func (v *view) focus() {
	if c := v.d.Canvas(); c != nil {
		c.Focus(v.tabs)
	}
}

// show fills the card with a project.
func (v *view) show(row data.ProjectRow) {
	rec, err := v.d.Read().Load(row.Ref())
	if err != nil {
		v.d.Fail(err)
		return
	}
	v.row, v.project = row, rec.(data.Project)
	v.headline()
	v.counts()
	v.fill()
	v.body.Refresh()
}

func (v *view) headline() {
	w, p := v.d.Words(), v.row
	manager := ""
	if p.Manager != "" {
		manager = w.F("projects.led", p.Manager)
	}
	note := text.Join(p.Client, w.Code(p.What), manager, w.PeriodYear(p.StartsOn, p.DeadlineOn))
	if !p.ArchivedOn.IsZero() {
		note = text.Join(w.F("projects.archived", p.ArchivedOn), note)
	}
	plan := ui.NewButton(ui.Secondary, w.T("projects.plan.open"), v.openPlan)
	more := ui.NewMenuButton(w.T("projects.more"), func() []ui.MenuItem { return projectMenu(v.d, v.project, v.row.PlanID) })
	reports := card.ReportsButton(v.d, v.row.PlanID)
	quit := ui.NewIconButton(ui.IconClose, w.T("projects.close"), v.quit)
	quit.Shortcut = "Esc"
	v.head.Set(p.Title(), note, plan, reports, more, quit)
	v.states()
}

// states shows how the project stands and where it can go next.
func (v *view) states() {
	w, p := v.d.Words(), v.row
	parts := []fyne.CanvasObject{ui.NewChip(statusRole(p.Status), lower(w.Code(p.Status)))}
	if role, word := card.HealthMark(w, p, v.d.Today(), card.Workdays(v.d).Distance); word != "" {
		parts = append(parts, ui.NewChip(role, word))
	}
	if p.Late > 0 {
		parts = append(parts, ui.NewChip(ui.Late, lateWord(w, p.Late)))
	}
	hadFocus := v.onState()
	buttons := []*ui.Button{ui.NewButton(ui.Secondary, w.T("card.unarchive"), func() { unarchive(v.d, v.project) })}
	if p.ArchivedOn.IsZero() {
		buttons = card.Moves(v.d, v.project, v.moved)
	}
	for _, b := range buttons {
		b.Small = true
		parts = append(parts, b)
	}
	v.facts.Parts = parts
	v.facts.Refresh()
	if hadFocus && len(buttons) > 0 {
		v.d.Canvas().Focus(buttons[0])
	}
}

// onState tells whether the keyboard stands on one of the buttons of the next
// states: they are made anew, and it goes along.
func (v *view) onState() bool {
	c := v.d.Canvas()
	if c == nil {
		return false
	}
	for _, o := range v.facts.Parts {
		if b, ok := o.(*ui.Button); ok && c.Focused() == fyne.Focusable(b) {
			return true
		}
	}
	return false
}

// moved is the project in its next state.
func (v *view) moved(to string) (data.Staged, bool) {
	p := v.project
	p.Status = data.ProjectStatus(to)
	return p, true
}

// counts puts numbers behind the names of the pages.
func (v *view) counts() {
	members, err := v.d.Read().Members(v.project.ID)
	if err != nil {
		v.d.Fail(err)
		return
	}
	v.tabs.SetCount(tabTeam, len(members))
}

// fill fills the page that is shown; the others are filled when they are seen.
func (v *view) fill() {
	if v.project.ID.IsZero() {
		return
	}
	p := v.pages[v.tabs.On]
	p.fill(v.row, v.project)
	v.stage.Objects = []fyne.CanvasObject{p.object()}
	v.stage.Refresh()
}

// openPlan goes to the plan; a project without one gets an empty plan first.
func (v *view) openPlan() {
	if v.row.PlanID.IsZero() && !card.Do(v.d, command.EnsurePlan{ID: v.project.ID, Name: v.project.Title()}) {
		return
	}
	v.d.Open(data.RefTo(data.KindPlan, v.row.PlanID))
}

// saveTemplate keeps the plan as a template; a project without a plan has none.
func (v *view) saveTemplate() {
	if v.row.PlanID.IsZero() {
		v.d.Fail(data.Problem{Code: "noPlan"})
		return
	}
	saveTemplate(v.d, v.project, v.row.PlanID)
}

// history is the page of what happened.
type history struct {
	d    desk.Desk
	list *ui.List
}

func (h *history) fill(_ data.ProjectRow, p data.Project) {
	h.list = card.History(h.d, data.RefTo(data.KindProject, p.ID))
}

func (h *history) object() fyne.CanvasObject { return h.list }
