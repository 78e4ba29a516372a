package plan

import (
	"portfel/app/card"
	"portfel/app/desk"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
)

// look brings the bar of the chosen task into view; the first choice after a
// plan was opened leaves the chart at today.
func (s *Screen) look() {
	first := s.seen != s.tree.Plan.ID
	s.seen = s.tree.Plan.ID
	if r, ok := s.row(); ok && !first && !r.Date.StartsOn.IsZero() {
		s.chart.Gantt.Reveal(r.Date.StartsOn, r.Date.EndsOn)
	}
}

// add puts a new task after the chosen one and opens its name.
func (s *Screen) add(what data.TaskKind) {
	if s.tree.Plan.ID.IsZero() {
		return
	}
	w := s.d.Words()
	t := data.Task{ID: data.NewID[data.Task](), PlanID: s.tree.Plan.ID, What: what, Name: w.T("plan.new." + string(what)), Duration: data.Days(1)}
	if what == data.TaskMilestone {
		t.Duration = data.Days(0)
	}
	c := command.AddTask{Task: t}
	if x, ok := s.row(); ok {
		c.Task.ParentID, c.After = x.Task.ParentID, x.Task.ID
		if what != data.TaskStage && x.HasKids && !s.folded[x.Task.ID] {
			c.Task.ParentID, c.First = x.Task.ID, true
		}
	}
	if !card.Do(s.d, c) {
		return
	}
	s.chart.Grid.SelectID(t.ID.String())
	s.detail.reload()
	i, _ := s.chart.Grid.CursorRow()
	s.chart.Grid.Edit(i, "name", "")
}

//text:prefix plan.new.

// remove deletes tasks with their parts and offers to take it back.
func (s *Screen) remove(rows []int) {
	var ids []data.ID[data.Task]
	name := ""
	for _, i := range rows {
		if i < len(s.rows) {
			ids = append(ids, s.rows[i].Task.ID)
			name = s.rows[i].Task.Name
		}
	}
	if len(ids) == 0 {
		return
	}
	w := s.d.Words()
	if len(ids) > 1 {
		name = w.N("plan.tasks", len(ids))
	}
	if card.Do(s.d, command.DeleteTasks{IDs: ids, Name: name}) {
		if i, _ := s.chart.Grid.CursorRow(); i >= 0 {
			s.chart.Grid.Select(i)
		}
		s.d.Say(w.F("card.deleted", name), w.T("step.undo"), s.d.Undo)
	}
}

// menu is what can be done with a row, or with all that are chosen.
func (s *Screen) menu(i int) []ui.MenuItem {
	if i < 0 || i >= len(s.rows) {
		return nil
	}
	w := s.d.Words()
	x := s.rows[i]
	many := len(s.chosenIDs()) > 1
	items := []ui.MenuItem{
		{Label: w.T("plan.add.task"), Shortcut: "Ins", Do: func() { s.add(data.TaskWork) }},
		{Label: w.T("plan.add.milestone"), Do: func() { s.add(data.TaskMilestone) }},
		{Label: w.T("plan.copy"), Shortcut: "Ctrl+C", Do: s.copyRows}, {Label: w.T("plan.paste.here"), Shortcut: "Ctrl+V", Do: s.paste},
		{},
		{Label: w.T("plan.indent"), Shortcut: "Tab", Do: func() { s.nudge(command.Indent) }},
		{Label: w.T("plan.outdent"), Shortcut: "Shift+Tab", Do: func() { s.nudge(command.Outdent) }},
		{Label: w.T("plan.up"), Shortcut: "Alt+↑", Do: func() { s.nudge(command.Up) }},
		{Label: w.T("plan.down"), Shortcut: "Alt+↓", Do: func() { s.nudge(command.Down) }},
		{},
		{Label: w.T("plan.chain"), Shortcut: "Ctrl+L", Disabled: !many, Do: s.chain},
		{Label: w.T("plan.unchain"), Shortcut: "Ctrl+Shift+L", Do: s.unchain},
		{Label: w.T("plan.give") + "…", Do: s.give},
		{},
	}
	if !x.HasKids {
		items = append(items, ui.MenuItem{Label: w.T("plan.fact.begin"), Shortcut: "F8", Do: func() { s.markFact(false) }},
			ui.MenuItem{Label: w.T("plan.fact.end"), Shortcut: "F9", Do: func() { s.markFact(true) }})
	}
	for _, to := range x.Task.Stages() {
		items = append(items, ui.MenuItem{Label: card.MoveWord(s.d, x.Task, to), Do: func() { s.moveAll(to) }})
	}
	return append(items, ui.MenuItem{}, ui.MenuItem{Label: w.T("card.history"), Do: func() {
		card.ShowHistory(s.d, data.RefTo(data.KindTask, x.Task.ID), x.Task.Name)
	}}, ui.MenuItem{Label: w.T("card.delete"), Shortcut: "Del", Danger: true, Do: func() { s.remove(s.chosen(i)) }})
}

// chosen are the chosen rows, or the one under the pointer.
func (s *Screen) chosen(i int) []int {
	if rows := s.chart.Grid.Chosen(); len(rows) > 0 {
		return rows
	}
	return []int{i}
}

// move brings a task to its next state.
func (s *Screen) move(t data.Task, to string) { card.Do(s.d, command.Move{Record: s.inState(t, to)}) }

// Actions are what the palette and the keys can do here.
func (s *Screen) Actions() []desk.Action {
	t := s.d.Words().T
	out := []desk.Action{
		{Label: t("plan.add.task"), Key: "Insert", Do: func() { s.add(data.TaskWork) }},
		{Label: t("plan.add.stage"), Do: func() { s.add(data.TaskStage) }},
		{Label: t("plan.add.milestone"), Do: func() { s.add(data.TaskMilestone) }},
		{Label: t("plan.indent"), Do: func() { s.nudge(command.Indent) }},
		{Label: t("plan.outdent"), Do: func() { s.nudge(command.Outdent) }},
		{Label: t("plan.up"), Do: func() { s.nudge(command.Up) }},
		{Label: t("plan.down"), Do: func() { s.nudge(command.Down) }},
		{Label: t("plan.today"), Do: s.today},
		{Label: t("plan.zoom.all"), Do: s.showAll},
		{Label: t("plan.chain"), Do: s.chain},
		{Label: t("plan.paste.here"), Do: s.paste},
		{Label: t("plan.fact.begin"), Key: "F8", Do: func() { s.markFact(false) }},
		{Label: t("plan.fact.end"), Key: "F9", Do: func() { s.markFact(true) }},
		{Label: t("plan.panel"), Key: "F4", Do: s.turnPanel},
		{Label: t("plan.across"), Do: s.turnAcross},
		{Label: t("plan.dates"), Do: s.askDates},
		{Label: t("plan.fold"), Do: func() { s.foldAll(true) }},
		{Label: t("plan.unfold"), Do: func() { s.foldAll(false) }},
	}
	for _, p := range s.plans {
		out = append(out, desk.Action{Label: s.d.Words().F("plan.open", title(p)), Do: func() { s.open(p.ID) }})
	}
	return append(out, s.pages.actions()...)
}
