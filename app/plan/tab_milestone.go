package plan

import (
	"fyne.io/fyne/v2"

	"portfel/app/desk"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/text"
)

// milestonePage is the milestones of the plan, or of all open projects: when,
// by when, and how they stand, with a picture over the table.
type milestonePage struct {
	s       *Screen
	rows    []data.MilestoneRow
	scope   *ui.Segmented
	strip   *ui.Strip
	line    *ui.Timeline
	picture *ui.Card
	grid    *ui.Grid
	content fyne.CanvasObject
}

func newMilestonePage(s *Screen) *milestonePage {
	p := &milestonePage{s: s, line: ui.NewTimeline()}
	w := s.d.Words()
	p.scope = ui.NewSegmented([]ui.Option{{ID: "plan", Label: w.T("plantab.mile.plan")}, {ID: "all", Label: w.T("plantab.mile.all")}}, "plan", func(string) { p.reload() })
	p.strip = ui.NewStrip("", p.scope)
	p.grid = ui.NewGrid(p.columns(), func() int { return len(p.rows) }, p.fill)
	p.grid.RowHeight = 30
	p.grid.OnOpen = p.open
	p.grid.OnSelect = func(i int) { p.line.Select(i) }
	p.line.OnSelect = func(i int) { p.grid.Select(i) }
	p.picture = ui.NewCard("", "", p.line)
	body := ui.Pad(24, 14, ui.Down(12, ui.Own(p.picture), ui.Flex(1, ui.NewCard("", "", p.grid))))
	p.content = ui.Down(0, ui.Own(p.strip), ui.Flex(1, body))
	return p
}

func (p *milestonePage) columns() []ui.Column {
	w := p.s.d.Words()
	return []ui.Column{
		{ID: "name", Title: w.T("plantab.mile.name"), Width: 240, MinWidth: 150, Flex: true},
		{ID: "project", Title: w.T("plantab.level.project"), Width: 250, MinWidth: 150, Hidden: p.scope.Chosen() != "all", Drop: 2},
		{ID: "on", Title: w.T("plantab.mile.on"), Width: 110, Right: true},
		{ID: "deadline", Title: w.T("plan.col.deadline"), Width: 110, Right: true},
		{ID: "slack", Title: w.T("plantab.mile.slack"), Width: 168, Right: true},
		{ID: "shift", Title: w.T("plantab.mile.shift"), Width: 124, Right: true},
		{ID: "critical", Title: w.T("plantab.mile.critical"), Width: 128, Drop: 1},
		{ID: "status", Title: w.T("plantab.mile.status"), Width: 124},
	}
}

func (p *milestonePage) object() fyne.CanvasObject { return p.content }
func (p *milestonePage) focus() fyne.Focusable     { return p.grid }
func (p *milestonePage) commit()                   {}
func (p *milestonePage) head(h *desk.Header) {
	if !p.s.tree.Plan.ID.IsZero() {
		h.Buttons = append(h.Buttons, ui.NewButton(ui.Primary, p.s.d.Words().T("plan.add.milestone"), p.add))
	}
}
func (p *milestonePage) actions() []desk.Action { return nil }

// add makes a milestone in the table of the plan.
func (p *milestonePage) add() {
	p.s.pages.show(pagePlan)
	p.s.add(data.TaskMilestone)
}

func (p *milestonePage) reload() {
	p.rows = nil
	if p.scope.Chosen() == "all" {
		var err error
		if p.rows, err = p.s.d.Read().OpenMilestones(); err != nil {
			p.s.d.Fail(err)
		}
	} else {
		p.rows = p.own()
	}
	p.grid.SetColumns(p.columns())
	p.empty()
	p.draw()
}

// own are the milestones of the plan that is shown, against its chosen baseline.
func (p *milestonePage) own() (out []data.MilestoneRow) {
	base := p.s.ghosts()
	for _, r := range p.s.tree.Rows {
		if r.Task.What != data.TaskMilestone || r.Task.Status == data.TaskCancelled {
			continue
		}
		out = append(out, data.MilestoneRow{TaskID: r.Task.ID, PlanID: r.Task.PlanID, Name: r.Task.Name, Project: p.s.tree.Project.Title(),
			EndsOn: r.Date.EndsOn, DeadlineOn: r.Task.DeadlineOn, SlackDays: r.Date.SlackDays, HasSlack: r.Date.HasSlack, Critical: r.Date.Critical,
			Status: r.Task.Status, BaseOn: base[r.Task.ID].EndsOn})
	}
	return out
}

func (p *milestonePage) empty() {
	w := p.s.d.Words()
	switch {
	case p.scope.Chosen() == "all":
		p.grid.Empty = ui.NewEmpty(w.T("plantab.mile.none"), nil)
	case p.s.tree.Plan.ID.IsZero():
		p.grid.Empty = p.s.noTasks()
	default:
		p.grid.Empty = ui.NewEmpty(w.T("plantab.mile.empty"), ui.NewButton(ui.Primary, w.T("plan.add.milestone"), p.add))
	}
}

func (p *milestonePage) draw() {
	w := p.s.d.Words()
	items := make([]ui.TimelineItem, 0, len(p.rows))
	late := 0
	for _, r := range p.rows {
		if r.EndsOn.IsZero() {
			continue
		}
		if p.missed(r) {
			late++
		}
		items = append(items, ui.TimelineItem{Day: r.EndsOn, Base: r.BaseOn, Deadline: r.DeadlineOn, Role: p.role(r),
			Label: w.DayMonth(r.EndsOn) + " " + r.Name, Tip: r.Project + " · " + r.Name + " · " + w.Date(r.EndsOn)})
	}
	p.line.Set(items, p.s.d.Today())
	note := ""
	if len(p.rows) > 0 {
		note = w.N("plantab.mile.count", len(p.rows))
		if late > 0 {
			note += " · " + w.N("plantab.mile.late", late)
		}
	}
	p.strip.SetNote(note)
	if len(items) == 0 {
		p.picture.Hide()
	} else {
		p.picture.Show()
	}
	p.grid.Reload()
	p.content.Refresh()
}

// missed tells whether a milestone that is not reached is past its day or its
// deadline.
func (p *milestonePage) missed(r data.MilestoneRow) bool {
	return !r.Status.Finished() && (r.HasSlack && r.SlackDays < 0 || r.EndsOn < p.s.d.Today())
}

func (p *milestonePage) role(r data.MilestoneRow) ui.Role {
	switch {
	case r.Status == data.TaskDone:
		return ui.Done
	case p.missed(r):
		return ui.Late
	case r.HasSlack && r.SlackDays <= 5:
		return ui.Risk
	}
	return ui.Plain
}

func (p *milestonePage) fill(i int, row *ui.Row) {
	w := p.s.d.Words()
	r := p.rows[i]
	row.ID = r.TaskID.String()
	c := row.Cells
	c[0].Text, c[0].Role = r.Name, p.nameRole(r)
	c[1].Text, c[1].Role = r.Project, ui.Muted
	c[2].Text, c[3].Text = w.Date(r.EndsOn), w.Date(r.DeadlineOn)
	if r.HasSlack && !r.Status.Finished() {
		c[4].Text, c[4].Role = slackText(w, int(r.SlackDays))
	}
	if !r.BaseOn.IsZero() && !r.EndsOn.IsZero() {
		n := p.s.cal.Distance(r.BaseOn, r.EndsOn)
		c[5].Text, c[5].Role = shiftText(w, n), shiftRole(n)
	}
	if r.Critical && !r.Status.Finished() {
		c[6].Text, c[6].Role = w.T("plantab.mile.isCritical"), ui.Late
	}
	c[7].ChipWord, c[7].ChipRole = p.state(w, r)
}

func (p *milestonePage) nameRole(r data.MilestoneRow) ui.Role {
	if p.missed(r) {
		return ui.Late
	}
	return ui.Plain
}

// state is whether a milestone is reached, late or ahead.
func (p *milestonePage) state(w *text.Words, r data.MilestoneRow) (string, ui.Role) {
	switch {
	case r.Status == data.TaskDone:
		return w.T("plantab.mile.done"), ui.Done
	case !r.EndsOn.IsZero() && r.EndsOn < p.s.d.Today():
		return w.T("plantab.mile.overdue"), ui.Late
	case p.missed(r):
		return w.T("plantab.mile.missed"), ui.Late
	}
	return w.T("plantab.mile.ahead"), ui.Planned
}

// open shows the milestone in the table of its plan.
func (p *milestonePage) open(i int) {
	p.s.d.Open(data.RefTo(data.KindTask, p.rows[i].TaskID))
}
