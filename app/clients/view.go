package clients

import (
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"portfel/app/card"
	"portfel/app/desk"
	"portfel/app/meeting"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/text"
)

// The pages of a client's card.
const (
	tabTimeline = "timeline"
	tabFacts    = "facts"
	tabProjects = "projects"
	tabHistory  = "history"
)

var tabList = []string{tabTimeline, tabFacts, tabProjects, tabHistory}

// view is the card of one client with its people beside it.
type view struct {
	d      desk.Desk
	row    data.ClientRow
	client data.Client

	head    *ui.Heading
	state   *fyne.Container
	tabs    *ui.Tabs
	line    *timeline
	facts   *ui.KeyValues
	files   *card.Files
	page    fyne.CanvasObject // properties and files
	embed   desk.Screen
	of      data.ID[data.Client] // whose projects are embedded
	people  *people
	stage   *fyne.Container
	body    *fyne.Container
	content fyne.CanvasObject
}

func newView(d desk.Desk) *view {
	v := &view{d: d, head: ui.NewHeading("", ""), state: container.NewStack(), facts: ui.NewKeyValues(), stage: container.NewStack()}
	v.facts.LabelWidth = 152
	v.files = card.NewFiles(d, data.Ref{})
	v.page = ui.Down(0, ui.Flex(1, ui.Scroll(v.facts)), ui.Fixed(196, ui.Pad(12, 12, ui.Scroll(v.files.Content()))))
	v.line, v.people = newTimeline(d, v.plan), newPeople(d)
	var tabs []ui.Tab
	for _, id := range tabList {
		tabs = append(tabs, ui.Tab{ID: id, Label: d.Words().T("clients.tab." + id), Count: ui.NoCount})
	}
	v.tabs = ui.NewTabs(tabs, tabTimeline, func(string) { v.fill() })
	v.body = ui.Down(0, ui.Own(v.head), ui.Fixed(34, ui.Pad(16, 0, v.state)), ui.Own(v.tabs), ui.Flex(1, v.stage))
	v.content = ui.NewCard("", "", v.body)
	return v
}

// turn shows a page if there is one of that name.
func (v *view) turn(tab string) {
	for _, t := range tabList {
		if t == tab {
			v.tabs.On = tab
			v.tabs.Refresh()
		}
	}
}

// focus gives the keyboard to the pages.
func (v *view) focus() {
	if c := v.d.Canvas(); c != nil {
		c.Focus(v.tabs)
	}
}

// show fills the card with a client.
func (v *view) show(row data.ClientRow) {
	rec, err := v.d.Read().Load(row.Ref())
	if err != nil {
		v.d.Fail(err)
		return
	}
	v.row, v.client = row, rec.(data.Client)
	v.headline()
	v.people.show(v.client)
	v.tabs.SetCount(tabProjects, row.Projects)
	v.fill()
	v.body.Refresh()
}

func (v *view) headline() {
	w, c := v.d.Words(), v.client
	note := text.Join(c.FullName, c.City)
	if c.FullName == c.Name {
		note = c.City
	}
	if c.Confidential {
		note = text.Join(note, w.T("clients.confidential.chip"))
	}
	if !c.ArchivedOn.IsZero() {
		note = text.Join(w.F("projects.archived", c.ArchivedOn), note)
	}
	more := ui.NewMenuButton(w.T("clients.more"), func() []ui.MenuItem { return menu(v.d, v.client) })
	v.head.Set(c.Name, note, more, ui.NewButton(ui.Primary, w.T("clients.meeting"), v.plan))
	v.chips()
}

// chips show what the client is and how long it has been silent.
func (v *view) chips() {
	w, c, today := v.d.Words(), v.row, v.d.Today()
	parts := []ui.Part{ui.Own(chip(kindRole(c.What), lower(w.Code(c.What))))}
	if c.Category != "" {
		parts = append(parts, ui.Own(chip(ui.Planned, w.F("clients.category.of", c.Category))))
	}
	silence := ui.NewNote(silenceWords(w, c, today))
	silence.Max = 1
	if _, over := c.Silence(today); over {
		silence.SetRole(ui.Late)
	}
	parts = append(parts, ui.Flex(1, silence))
	v.state.Objects = []fyne.CanvasObject{ui.Across(8, parts...)}
	v.state.Refresh()
}

// silenceWords tell the last contact against the cadence: «молчим 13 дней,
// больше принятых 7».
func silenceWords(w *text.Words, c data.ClientRow, today data.Date) string {
	days, over := c.Silence(today)
	next := ""
	if !c.NextOn.IsZero() {
		next = w.F("clients.next", w.Relative(c.NextOn, today))
	}
	var s string
	switch {
	case days < 0:
		s = w.T("clients.never.long")
	case over:
		s = w.N("clients.over", days, c.CadenceDays)
	case days == 0:
		s = w.T("clients.spoke.today")
	default:
		s = w.N("clients.spoke", days)
	}
	return text.Join(s, next)
}

func chip(r ui.Role, word string) fyne.CanvasObject { return container.NewCenter(ui.NewChip(r, word)) }

// lower makes the first letter small, as chips have it.
func lower(s string) string {
	r := []rune(s)
	if len(r) > 0 {
		r[0] = unicode.ToLower(r[0])
	}
	return string(r)
}

// fill fills the page that is shown; the others are filled when they are seen.
func (v *view) fill() {
	if v.client.ID.IsZero() {
		return
	}
	var page fyne.CanvasObject
	switch v.tabs.On {
	case tabFacts:
		v.facts.Set(facts(v.d, v.client)...)
		v.files.Show(v.row.Ref())
		page = v.page
	case tabProjects:
		page = v.projects()
	case tabHistory:
		page = card.History(v.d, v.row.Ref())
	default:
		v.line.show(v.client.ID)
		page = v.line.list
	}
	v.stage.Objects = []fyne.CanvasObject{page}
	v.stage.Refresh()
}

// projects embeds the client's projects anew for another client.
func (v *view) projects() fyne.CanvasObject {
	if v.embed == nil || v.of != v.client.ID {
		v.of = v.client.ID
		v.embed = v.d.Embed("projects", desk.Filter{ClientID: v.client.ID})
	}
	v.embed.Reload()
	return v.embed.Content()
}

// plan opens the dialog of a meeting with the client.
func (v *view) plan() { meeting.New(v.d, data.Event{ClientID: v.client.ID}) }

// menu is what can be done with a client.
func menu(d desk.Desk, c data.Client) []ui.MenuItem {
	w := d.Words()
	items := []ui.MenuItem{
		{Label: w.T("clients.meeting"), Icon: ui.IconAdd, Do: func() { meeting.New(d, data.Event{ClientID: c.ID}) }},
		{Label: w.T("projects.series.new"), Icon: ui.IconRefresh, Do: func() { meeting.NewSeries(d, data.Event{ClientID: c.ID}) }},
		{},
	}
	return append(items, card.Menu(d, data.RefTo(data.KindClient, c.ID), c.Name)...)
}
