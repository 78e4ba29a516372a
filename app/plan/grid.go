package plan

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"portfel/app/card"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
)

// grid tells the table what its keys, folds and drags do.
func (s *Screen) grid() {
	g := s.chart.Grid
	g.Multi = true
	g.OnSelect = func(int) {
		s.detail.reload()
		s.look()
	}
	g.OnToggle = func(i int, open bool) {
		if i < len(s.rows) {
			s.folded[s.rows[i].Task.ID] = !open
			s.relay()
		}
	}
	g.OnTab = func(_ int, col string, back bool) bool {
		if col == "name" {
			s.nudge(sideways(back))
		}
		return col == "name"
	}
	g.OnEditTab = s.tabbed
	g.OnDelete = func(rows []int) { s.remove(rows) }
	g.OnMenu = s.menu
	g.OnKept = func(i int, _ string) {
		s.typed = data.ID[data.Task]{}
		g.Select(min(i+1, s.length()-1))
	}
	g.IndexOf = func(id string) int {
		if i, ok := s.at[card.ID[data.Task](id)]; ok {
			return i
		}
		if id == nextRow && s.length() > len(s.rows) {
			return len(s.rows)
		}
		return -1
	}
	g.OnShort = s.shortcut
	g.OnMove, g.Depths = s.moveRows, s.depths
}

func sideways(back bool) command.NudgeKind {
	if back {
		return command.Outdent
	}
	return command.Indent
}

// tabbed moves a task whose name is being typed in or out; the typing goes on.
func (s *Screen) tabbed(i int, col string, back bool) bool {
	if col != "name" {
		return false
	}
	id := s.typed
	s.typed = data.ID[data.Task]{}
	switch {
	case i < len(s.rows):
		id = s.rows[i].Task.ID
	case id.IsZero():
		s.inset(sideways(back))
		s.chart.Grid.Edit(i, "name", "")
		return true
	}
	s.nudgeIDs([]data.ID[data.Task]{id}, sideways(back))
	if s.chart.Grid.SelectID(id.String()) {
		row, _ := s.chart.Grid.CursorRow()
		s.chart.Grid.Edit(row, "name", "")
	}
	return true
}

// inset moves the row where the next task is typed in or out.
func (s *Screen) inset(how command.NudgeKind) {
	by := 1
	if how == command.Outdent {
		by = -1
	}
	if n := len(s.rows); n > 0 {
		last := s.rows[n-1].Depth
		s.nextBy = min(1, max(-last, s.nextBy+by))
		s.chart.Grid.Refresh()
	}
}

// nextDepth is how deep the next task is typed: as the last one, unless Tab said
// otherwise.
func (s *Screen) nextDepth() int {
	if len(s.rows) == 0 {
		return 0
	}
	return max(0, s.rows[len(s.rows)-1].Depth+s.nextBy)
}

// typedPlace is where a task typed into the last row goes.
func (s *Screen) typedPlace() (parent, after data.ID[data.Task]) {
	for i := len(s.rows) - 1; i >= 0; i-- {
		x := s.rows[i]
		if x.Depth < s.nextDepth() {
			delete(s.folded, x.Task.ID)
			return x.Task.ID, after
		}
		if x.Depth == s.nextDepth() {
			return x.Task.ParentID, x.Task.ID
		}
	}
	return parent, after
}

// addTyped makes a task of the name typed into the row after the last one.
func (s *Screen) addTyped(name string) error {
	if strings.TrimSpace(name) == "" {
		return nil
	}
	t := data.Task{ID: data.NewID[data.Task](), PlanID: s.tree.Plan.ID, Name: strings.TrimSpace(name), Duration: data.Days(1)}
	c := command.AddTask{Task: t}
	c.Task.ParentID, c.After = s.typedPlace()
	s.nextBy = 0
	if err := s.d.Do(c); err != nil {
		return err
	}
	s.typed = t.ID
	return nil
}

// chosenIDs are the chosen tasks in the order of the table; with none, the task
// under the cursor.
func (s *Screen) chosenIDs() (ids []data.ID[data.Task]) {
	for _, i := range s.chart.Grid.Chosen() {
		if i < len(s.rows) {
			ids = append(ids, s.rows[i].Task.ID)
		}
	}
	if x, ok := s.row(); ok && len(ids) == 0 {
		ids = append(ids, x.Task.ID)
	}
	return ids
}

// called is how a step names tasks: one by its name, several by their number.
func (s *Screen) called(ids []data.ID[data.Task]) string {
	if len(ids) != 1 {
		return s.d.Words().N("plan.tasks", len(ids))
	}
	for _, r := range s.tree.Rows {
		if r.Task.ID == ids[0] {
			return r.Task.Name
		}
	}
	return ""
}

// nudge moves the chosen tasks in the tree; they stay chosen. On the last row it
// says how deep the next task will be.
func (s *Screen) nudge(how command.NudgeKind) {
	if i, _ := s.chart.Grid.CursorRow(); i >= len(s.rows) && i >= 0 {
		if how == command.Indent || how == command.Outdent {
			s.inset(how)
		}
		return
	}
	s.nudgeIDs(s.chosenIDs(), how)
}

func (s *Screen) nudgeIDs(ids []data.ID[data.Task], how command.NudgeKind) {
	if len(ids) == 0 || !card.Do(s.d, command.NudgeTasks{IDs: ids, Name: s.called(ids), How: how}) {
		return
	}
	s.bringOut(ids)
	if row, _ := s.chart.Grid.CursorRow(); row >= 0 && how != command.Indent && how != command.Outdent {
		s.chart.Grid.ChooseIDs(texts(ids))
	}
}

// bringOut unfolds what hides the tasks.
func (s *Screen) bringOut(ids []data.ID[data.Task]) {
	for _, id := range ids {
		if _, shown := s.at[id]; !shown && !s.narrowed() {
			s.unfold(id)
		}
	}
}

func texts(ids []data.ID[data.Task]) []string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = id.String()
	}
	return out
}

// chain links the chosen tasks one after another.
func (s *Screen) chain() {
	if ids := s.chosenIDs(); len(ids) > 1 && card.Do(s.d, command.ChainTasks{IDs: ids, Name: s.called(ids)}) {
		s.d.Say(s.d.Words().F("plan.chained", s.called(ids)), s.d.Words().T("step.undo"), s.d.Undo)
	}
}

// unchain takes the links between the chosen tasks away.
func (s *Screen) unchain() {
	if ids := s.chosenIDs(); len(ids) > 0 {
		card.Do(s.d, command.UnlinkTasks{IDs: ids, Name: s.called(ids)})
	}
}

// give asks for a person for the chosen tasks.
func (s *Screen) give() {
	ids := s.chosenIDs()
	if len(ids) == 0 {
		return
	}
	t := s.d.Words().T
	who := ui.NewChoice(card.People(s.d, false), "")
	who.Hint = t("plan.give.hint")
	ui.ShowDialog(s.d.Canvas(), ui.Dialog{Title: t("plan.give"), Content: ui.NewForm().AddNote("assignees", t("plan.col.who"), who, s.d.Words().N("plan.give.note", len(ids))),
		Confirm: t("plan.give.ok"), OnConfirm: func() error {
			o := who.Chosen()
			if o.ID == "" {
				return data.Problems{{Field: "assignees", Code: "required"}}
			}
			return s.d.Do(command.GiveTasks{IDs: ids, PersonID: card.ID[data.Person](o.ID), Name: s.called(ids)})
		}})
}

// foldAll folds every stage, or opens all.
func (s *Screen) foldAll(fold bool) {
	clear(s.folded)
	for _, r := range s.tree.Rows {
		if fold && r.HasKids {
			s.folded[r.Task.ID] = true
		}
	}
	s.relay()
}

// shortcut answers the Ctrl and Alt keys of the table.
func (s *Screen) shortcut(c fyne.Shortcut) bool {
	switch k := c.(type) {
	case *fyne.ShortcutCopy:
		s.copyRows()
		return true
	case *fyne.ShortcutCut:
		s.copyRows()
		s.remove(s.chart.Grid.Chosen())
		return true
	case *fyne.ShortcutPaste:
		s.paste()
		return true
	case *desktop.CustomShortcut:
		if do := s.keys()[keyOf(k)]; do != nil {
			do()
			return true
		}
	}
	return false
}

// keyOf writes a shortcut as the menus do.
func keyOf(k *desktop.CustomShortcut) string {
	name := ""
	for _, m := range []struct {
		key  fyne.KeyModifier
		word string
	}{{fyne.KeyModifierControl, "Ctrl+"}, {fyne.KeyModifierAlt, "Alt+"}, {fyne.KeyModifierShift, "Shift+"}} {
		if k.Modifier&m.key != 0 {
			name += m.word
		}
	}
	return name + string(k.KeyName)
}

// keys are the Ctrl and Alt keys of the table.
func (s *Screen) keys() map[string]func() {
	zoom := func(by int) func() { return func() { s.chart.Gantt.Step(by) } }
	return map[string]func(){
		"Ctrl+L": s.chain, "Ctrl+Shift+L": s.unchain,
		"Alt+Up": func() { s.nudge(command.Up) }, "Alt+Down": func() { s.nudge(command.Down) },
		"Alt+Right": func() { s.nudge(command.Indent) }, "Alt+Left": func() { s.nudge(command.Outdent) },
		"Ctrl+Shift+Left": func() { s.foldAll(true) }, "Ctrl+Shift+Right": func() { s.foldAll(false) },
		"Ctrl+=": zoom(-1), "Ctrl+Shift+=": zoom(-1), "Ctrl++": zoom(-1), "Ctrl+-": zoom(1), "Ctrl+0": s.showAll, "Ctrl+T": s.today,
	}
}
