package projects

import (
	"portfel/app/card"
	"portfel/app/desk"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
	"portfel/data/text"
)

// Header is the name of the room, how its projects stand, and the new one.
func (s *Screen) Header() desk.Header {
	w := s.d.Words()
	active, shifted, late := s.counts()
	crumb := w.N("projects.crumb.active", active)
	if shifted > 0 {
		crumb = text.Join(crumb, w.N("projects.crumb.shifted", shifted))
	}
	if late > 0 {
		crumb = text.Join(crumb, w.N("projects.crumb.late", late))
	}
	add := ui.NewButton(ui.Primary, w.T("projects.new"), s.create)
	add.Shortcut = "Ctrl+N"
	own := ui.NewButton(ui.Secondary, w.T("projects.ownplan"), s.createPlan)
	own.Tip = w.T("projects.ownplan.tip")
	take := ui.NewButton(ui.Secondary, w.T("importing.action"), func() { s.d.Perform(desk.DeedImport) })
	take.Tip = w.T("importing.tip")
	return desk.Header{Title: w.T("nav.projects"), Crumb: crumb, Buttons: []*ui.Button{take, own, add}}
}

// counts are the projects at work, those whose plan misses the deadline, and
// the late tasks of all.
func (s *Screen) counts() (active, shifted, late int) {
	for _, r := range s.all {
		if !r.ArchivedOn.IsZero() || !r.Status.Open() {
			continue
		}
		active++
		late += r.Late
		if h, _ := s.health(r); h == data.HealthShift || h == data.HealthOverdue {
			shifted++
		}
	}
	return active, shifted, late
}

// Actions are what the palette can run here.
func (s *Screen) Actions() []desk.Action {
	w := s.d.Words()
	out := []desk.Action{{Label: w.T("projects.new"), Key: "Ctrl+N", Do: s.create}, {Label: w.T("projects.ownplan.act"), Do: s.createPlan}}
	if s.chosen.IsZero() {
		return out
	}
	m := s.view.pages[tabMeetings].(*meetings)
	return append(out,
		desk.Action{Label: w.T("projects.plan.open"), Do: s.view.openPlan},
		desk.Action{Label: w.T("projects.template.save"), Do: func() { s.view.saveTemplate() }},
		desk.Action{Label: w.T("projects.health.ask"), Do: func() { askHealth(s.d, s.view.project, s.view.project.HealthSet) }},
		desk.Action{Label: w.T("projects.meeting.new"), Do: func() { m.project = s.view.project; m.plan() }},
		desk.Action{Label: w.T("projects.close"), Do: s.close})
}

// menu is the context menu of a row.
func (s *Screen) menu(i int) []ui.MenuItem {
	rec, err := s.d.Read().Load(s.rows[i].Ref())
	if err != nil {
		s.d.Fail(err)
		return nil
	}
	p := rec.(data.Project)
	open := ui.MenuItem{Label: s.d.Words().T("projects.open"), Icon: ui.IconProjects, Shortcut: "Enter", Do: func() { s.open(i) }}
	return append([]ui.MenuItem{open}, projectMenu(s.d, p, s.rows[i].PlanID)...)
}

// projectMenu is what can be done with a project: its client, its next states, its
// plan as a template, its health by hand, archive and deletion.
func projectMenu(d desk.Desk, p data.Project, plan data.ID[data.Plan]) []ui.MenuItem {
	w := d.Words()
	var items []ui.MenuItem
	if !p.ClientID.IsZero() {
		items = append(items, ui.MenuItem{Label: w.T("projects.client.open"), Icon: ui.IconClients, Do: func() { d.Open(data.RefTo(data.KindClient, p.ClientID)) }})
	}
	for _, to := range p.Stages() {
		next := p
		next.Status = data.ProjectStatus(to)
		items = append(items, ui.MenuItem{Label: card.MoveWord(d, p, to), Do: func() { card.Do(d, command.Move{Record: next}) }})
	}
	if len(items) > 0 {
		items = append(items, ui.MenuItem{})
	}
	items = append(items, ui.MenuItem{Label: w.T("projects.health.ask"), Icon: ui.IconFlag, Do: func() { askHealth(d, p, p.HealthSet) }})
	if !plan.IsZero() {
		items = append(items, ui.MenuItem{Label: w.T("projects.template.save"), Icon: ui.IconPlan, Do: func() { saveTemplate(d, p, plan) }})
	}
	items = append(items, ui.MenuItem{})
	return append(items, card.Menu(d, data.RefTo(data.KindProject, p.ID), p.Title())...)
}

// remove deletes the chosen row; its plan goes along, and what else points to
// it is named.
func (s *Screen) remove(rows []int) {
	if s.embedded() || len(rows) != 1 || rows[0] >= len(s.rows) {
		return
	}
	r := s.rows[rows[0]]
	card.Delete(s.d, r.Ref(), r.Title())
}

// unarchive brings a project back.
func unarchive(d desk.Desk, p data.Project) {
	card.Unarchive(d, data.RefTo(data.KindProject, p.ID), p.Title())
}
