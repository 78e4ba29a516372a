package documents

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"portfel/app/card"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/text"
)

// The pages of the chosen document.
const (
	tabVersions   = "versions"
	tabApproval   = "approval"
	tabProperties = "properties"
	tabHistory    = "history"
)

// side is the card of the chosen document.
type side struct {
	s       *Screen
	content *ui.Card
	head    *ui.Heading
	project *ui.Link
	task    *ui.Link
	tabs    *ui.Tabs
	page    *fyne.Container
	body    *fyne.Container
	blank   *ui.Empty

	row       *data.DeliverableRow
	doc       data.Deliverable
	versions  []data.VersionRow
	approvals []data.ApprovalRow
	life      *life
	signs     *signs
	facts     *facts
}

func newSide(s *Screen) *side {
	x := &side{s: s, page: container.NewStack()}
	t := s.d.Words().T
	x.head = ui.NewHeading("", "")
	x.project = ui.NewLink("", func() { s.d.Open(data.RefTo(data.KindProject, x.row.ProjectID)) })
	x.task = ui.NewLink("", func() { s.d.Open(data.RefTo(data.KindTask, x.row.TaskID)) })
	x.project.Small, x.task.Small = true, true
	x.tabs = ui.NewTabs([]ui.Tab{
		{ID: tabVersions, Label: t("documents.tab.versions"), Count: ui.NoCount},
		{ID: tabApproval, Label: t("documents.tab.approval"), Count: ui.NoCount},
		{ID: tabProperties, Label: t("documents.tab.properties"), Count: ui.NoCount},
		{ID: tabHistory, Label: t("documents.tab.history"), Count: ui.NoCount},
	}, tabVersions, func(string) { x.fillPage() })
	x.life, x.signs, x.facts = newLife(x), newSigns(x), newFacts(x)
	links := ui.Pad(12, 0, ui.Down(0, ui.Own(x.project), ui.Own(x.task)))
	x.body = ui.Down(0, ui.Own(x.head), ui.Own(links), ui.Own(x.tabs), ui.Flex(1, x.page))
	x.blank = ui.NewEmpty(t("documents.choose"), nil)
	x.content = ui.NewCard("", "", x.blank)
	return x
}

// show brings another document into the card, nil for none.
func (x *side) show(r *data.DeliverableRow) {
	if r == nil {
		x.row = nil
		x.content.Content = x.blank
		x.content.Refresh()
		return
	}
	if x.row == nil || x.row.ID != r.ID {
		x.life.chosen = data.ID[data.Version]{}
	}
	copied := *r
	x.row = &copied
	x.content.Content = x.body
	x.read()
}

// reload reads the shown document again.
func (x *side) reload() {
	if x.row == nil {
		return
	}
	for i := range x.s.all {
		if x.s.all[i].ID == x.row.ID {
			x.show(&x.s.all[i])
			return
		}
	}
	x.show(nil)
	x.s.selectFirst()
}

func (x *side) read() {
	r := x.s.d.Read()
	rec, err := r.Load(data.RefTo(data.KindDeliverable, x.row.ID))
	if err == nil {
		x.doc = rec.(data.Deliverable)
		x.versions, err = r.Versions(x.row.ID)
	}
	if err == nil {
		x.approvals, err = r.Approvals(x.row.ID)
	}
	if err != nil {
		x.s.d.Fail(err)
		return
	}
	x.title()
	x.fillPage()
}

// title fills what stands over the pages.
func (x *side) title() {
	w := x.s.d.Words()
	due := ""
	if !x.row.DueOn.IsZero() {
		due = w.F("documents.due", w.Date(x.row.DueOn))
	}
	more := ui.NewIconButton(ui.IconMore, w.T("documents.more"), nil)
	more.OnTapped = func() { showMenu(x.s.d, more, x.s.menu(0)) }
	x.head.Set(x.row.Title, text.Join(x.row.Designation, due), more)
	x.link(x.project, !x.row.ProjectID.IsZero(), projectTitle(x.row))
	x.link(x.task, !x.row.TaskID.IsZero(), w.F("documents.task", x.row.Task))
	x.tabs.SetCount(tabVersions, len(x.versions))
}

func (x *side) link(l *ui.Link, on bool, label string) {
	l.Set(label)
	if on {
		l.Show()
	} else {
		l.Hide()
	}
}

func (x *side) fillPage() {
	if x.row == nil {
		return
	}
	var o fyne.CanvasObject
	switch x.tabs.On {
	case tabApproval:
		o = x.signs.fill()
	case tabProperties:
		o = x.facts.fill()
	case tabHistory:
		o = card.History(x.s.d, data.RefTo(data.KindDeliverable, x.row.ID))
	default:
		o = x.life.fill()
	}
	x.page.Objects = []fyne.CanvasObject{o}
	x.page.Refresh()
	x.content.Refresh()
}

// name is what lines of the history call a version: its document and its label.
func (x *side) name(id data.ID[data.Version]) string {
	for _, v := range x.versions {
		if v.ID == id {
			return strings.TrimSpace(x.row.Title + " " + v.Label)
		}
	}
	return x.row.Title
}

// version is the version that the pages speak of: the chosen one, else the
// newest; nil when there is none.
func (x *side) version() *data.VersionRow {
	for i := range x.versions {
		if x.versions[i].ID == x.life.chosen {
			return &x.versions[i]
		}
	}
	if len(x.versions) == 0 {
		return nil
	}
	return &x.versions[0]
}
