package projects

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"portfel/app/desk"
	"portfel/app/meeting"
	"portfel/app/ui"
	"portfel/data"
)

// guest is a page that another room fills: trips, documents of the project.
type guest struct {
	d     desk.Desk
	room  string
	of    data.ID[data.Project]
	inner desk.Screen
	box   *fyne.Container
}

func newGuest(d desk.Desk, room string) *guest {
	return &guest{d: d, room: room, box: container.NewStack()}
}

func (g *guest) object() fyne.CanvasObject { return g.box }

// fill embeds the room anew for another project, else lets it read again.
func (g *guest) fill(_ data.ProjectRow, p data.Project) {
	if g.of != p.ID || g.inner == nil {
		g.of = p.ID
		g.inner = g.d.Embed(g.room, desk.Filter{ProjectID: p.ID})
		g.box.Objects = []fyne.CanvasObject{g.inner.Content()}
		g.box.Refresh()
	}
	g.inner.Reload()
}

// meetings is the page of a project's meetings, the newest first.
type meetings struct {
	d       desk.Desk
	project data.Project
	rows    []data.AgendaRow
	home    string
	today   data.Date
	list    *ui.List
	box     fyne.CanvasObject
}

func newMeetings(d desk.Desk) *meetings {
	m := &meetings{d: d}
	w := d.Words()
	m.list = ui.NewList(func() int { return len(m.rows) }, func(i int, r *ui.ListRow) { meeting.Fill(d.Words(), m.rows[i], m.home, m.today, r) })
	m.list.OnOpen = func(i int) { meeting.Open(d, m.rows[i]) }
	m.list.OnMenu = func(i int) []ui.MenuItem { return meeting.Menu(d, m.rows[i]) }
	m.list.OnDelete = func(i int) { meeting.Remove(d, m.rows[i]) }
	m.list.Empty = ui.NewEmpty(w.T("projects.meetings.empty"), ui.NewButton(ui.Primary, w.T("meeting.plan"), m.plan))
	plan := ui.NewButton(ui.Secondary, w.T("projects.meeting.new"), m.plan)
	plan.Small = true
	again := ui.NewButton(ui.Secondary, w.T("projects.series.new"), m.repeat)
	again.Small = true
	m.box = ui.Down(0, ui.Fixed(42, bar(again, plan)), ui.Flex(1, m.list))
	return m
}

// bar is a line of small buttons at the right.
func bar(buttons ...*ui.Button) fyne.CanvasObject {
	parts := []ui.Part{ui.Flex(1, ui.Spacer())}
	for _, b := range buttons {
		parts = append(parts, ui.Own(container.NewCenter(b)))
	}
	return ui.Pad(16, 0, ui.Across(8, parts...))
}

func (m *meetings) object() fyne.CanvasObject { return m.box }

func (m *meetings) draft() data.Event {
	return data.Event{ProjectID: m.project.ID, ClientID: m.project.ClientID}
}

func (m *meetings) plan()   { meeting.New(m.d, m.draft()) }
func (m *meetings) repeat() { meeting.NewSeries(m.d, m.draft()) }

func (m *meetings) fill(_ data.ProjectRow, p data.Project) {
	rows, err := m.d.Read().ProjectMeetings(p.ID)
	if err != nil {
		m.d.Fail(err)
		return
	}
	m.project, m.home, m.today = p, meeting.Home(m.d), m.d.Today()
	m.rows = meeting.Near(rows, m.today)
	m.list.Reload()
}
