package plan

import (
	"fyne.io/fyne/v2"

	"portfel/app/card"
	"portfel/app/desk"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
)

// chosenBases are the baselines chosen for comparing, by plan. A plan without a
// choice is compared with its newest one.
type chosenBases struct {
	of    map[data.ID[data.Plan]][]data.ID[data.Baseline]
	plan  data.ID[data.Plan] // whose ghosts are read
	ghost map[data.ID[data.Task]]data.BaselineTask
}

// ghosts are the lines of the baseline that the chart of the plan shows behind
// its bars: the first chosen one, else the newest; none without baselines.
func (s *Screen) ghosts() map[data.ID[data.Task]]data.BaselineTask {
	b := &s.pages.bases
	if b.ghost != nil && b.plan == s.tree.Plan.ID {
		return b.ghost
	}
	b.plan, b.ghost = s.tree.Plan.ID, map[data.ID[data.Task]]data.BaselineTask{}
	list, err := s.d.Read().Baselines(s.tree.Plan.ID)
	if err != nil || len(list) == 0 {
		return b.ghost
	}
	id, ok := b.first(s.tree.Plan.ID, list)
	if !ok {
		return b.ghost
	}
	if lines, err := s.d.Read().BaselineTasks(id); err == nil {
		b.ghost = lines
	}
	return b.ghost
}

// forget makes the ghosts be read again.
func (b *chosenBases) forget() { b.ghost = nil }

// chosen are the baselines of the plan that are compared, out of all, newest
// first.
func (b *chosenBases) chosen(plan data.ID[data.Plan], all []data.Baseline) pair[data.ID[data.Baseline]] {
	ids := make([]data.ID[data.Baseline], len(all))
	for i, x := range all {
		ids[i] = x.ID
	}
	list, made := b.of[plan]
	got := pair[data.ID[data.Baseline]](list).among(ids)
	if len(got) == 0 && len(ids) > 0 && (!made || len(list) > 0) {
		got = pair[data.ID[data.Baseline]]{ids[0]}
	}
	return got
}

func (b *chosenBases) first(plan data.ID[data.Plan], all []data.Baseline) (data.ID[data.Baseline], bool) {
	if c := b.chosen(plan, all); len(c) > 0 {
		return c[0], true
	}
	return data.ID[data.Baseline]{}, false
}

// baselinePage lists the baselines of the plan and compares one or two of them
// with the plan as it is, task by task.
type baselinePage struct {
	s       *Screen
	all     []data.Baseline
	home    string // zone of the owner
	list    *ui.Grid
	top     *ui.Card
	said    *decisions
	strip   fyne.CanvasObject // both cards
	diff    *baselineTable
	content fyne.CanvasObject
}

func newBaselinePage(s *Screen) *baselinePage {
	p := &baselinePage{s: s}
	w := s.d.Words()
	p.list = ui.NewGrid([]ui.Column{
		{ID: "on", Title: "", Width: 44},
		{ID: "name", Title: w.T("plantab.base.name"), Width: 240, MinWidth: 160, Flex: true, Editor: p.editName},
		{ID: "when", Title: w.T("plantab.base.when"), Width: 168},
		{ID: "note", Title: w.T("field.note"), Width: 240, MinWidth: 120, Drop: 1, Editor: p.editNote},
		{ID: "chart", Title: "", Width: 122},
	}, func() int { return len(p.all) }, p.fill)
	p.list.RowHeight = 30
	p.list.OnCheck = func(i int, _ string, on bool) { p.turn(i, on) }
	p.list.OnOpen = func(i int) { p.turn(i, !p.on(i)) }
	p.list.OnMenu = p.menu
	p.list.OnDelete = func(rows []int) {
		for _, i := range rows {
			p.remove(i)
		}
	}
	p.top = ui.NewCard(w.T("plantab.base.title"), "", p.list)
	p.diff = newBaselineTable(p)
	p.said = newDecisions(p.s)
	p.strip = ui.Across(12, ui.Flex(1.6, p.top), ui.Flex(1, p.said.card))
	p.content = ui.Pad(24, 14, ui.Down(12, ui.Between(150, 190, p.strip), ui.Flex(1, p.diff.card)))
	return p
}

func (p *baselinePage) object() fyne.CanvasObject { return p.content }

// focus is the list, or the button of the sentence that stands for an empty one.
func (p *baselinePage) focus() fyne.Focusable {
	if p.top.Visible() {
		return p.list
	}
	return emptyFocus(p.diff.grid)
}

func (p *baselinePage) commit() {
	if p.list.Editing() {
		p.s.d.Canvas().Focus(p.list)
	}
}

func (p *baselinePage) reload() {
	p.all = nil
	if me, err := p.s.d.Read().Me(); err == nil {
		p.home = me.Zone
	}
	if !p.s.tree.Plan.ID.IsZero() {
		var err error
		if p.all, err = p.s.d.Read().Baselines(p.s.tree.Plan.ID); err != nil {
			p.s.d.Fail(err)
		}
	}
	p.draw()
}

// nothing teaches where the plan has no baseline.
func (p *baselinePage) nothing() *ui.Empty {
	if !p.s.hasTasks() {
		return p.s.noTasks()
	}
	w := p.s.d.Words()
	return ui.NewEmpty(w.T("plantab.base.empty"), ui.NewButton(ui.Primary, w.T("plantab.base.take"), p.take))
}

func (p *baselinePage) draw() {
	p.said.reload()
	if p.s.hasTasks() {
		p.strip.Show()
	} else {
		p.strip.Hide()
	}
	w := p.s.d.Words()
	if len(p.all) > 0 {
		p.top.Show()
	} else {
		p.top.Hide()
	}
	p.top.SetTitle(w.T("plantab.base.title"), w.T("plantab.base.choose"))
	p.list.Reload()
	p.diff.reload(p.compared())
	p.content.Refresh()
}

// compared are the chosen baselines, the older one first.
func (p *baselinePage) compared() []data.Baseline {
	chosen := p.chosen()
	var out []data.Baseline
	for i := len(p.all) - 1; i >= 0; i-- {
		for _, id := range chosen {
			if p.all[i].ID == id {
				out = append(out, p.all[i])
			}
		}
	}
	return out
}

func (p *baselinePage) chosen() pair[data.ID[data.Baseline]] {
	return p.s.pages.bases.chosen(p.s.tree.Plan.ID, p.all)
}

func (p *baselinePage) on(i int) bool {
	for _, id := range p.chosen() {
		if id == p.all[i].ID {
			return true
		}
	}
	return false
}

// turn chooses a baseline for comparing or lets it go.
func (p *baselinePage) turn(i int, on bool) {
	b := &p.s.pages.bases
	b.of[p.s.tree.Plan.ID] = p.chosen().turn(p.all[i].ID, on)
	b.forget()
	p.draw()
	p.s.axis() // the ghosts behind the bars
}

func (p *baselinePage) fill(i int, r *ui.Row) {
	w := p.s.d.Words()
	x := p.all[i]
	r.ID = x.ID.String()
	c := r.Cells
	c[0].Check, c[0].On = true, p.on(i)
	c[1].Text = x.Name
	c[2].Text, c[2].Role = w.MomentFor(x.TakenAt, p.home), ui.Muted
	c[3].Text, c[3].Role = x.Note, ui.Muted
	if chosen := p.chosen(); len(chosen) > 0 && chosen[0] == x.ID {
		c[4].ChipWord, c[4].ChipRole = w.T("plantab.base.chart"), ui.Go
	}
}

func (p *baselinePage) editName(i int) ui.Editor {
	x := p.all[i]
	f := ui.NewField(x.Name)
	f.OnCommit = func(v string) error { x.Name = v; return p.s.d.Do(command.Put{Record: x}) }
	return f
}

func (p *baselinePage) editNote(i int) ui.Editor {
	x := p.all[i]
	f := ui.NewField(x.Note)
	f.OnCommit = func(v string) error { x.Note = v; return p.s.d.Do(command.Put{Record: x}) }
	return f
}

func (p *baselinePage) menu(i int) []ui.MenuItem {
	w := p.s.d.Words()
	x := p.all[i]
	label := w.T("plantab.base.compare")
	if p.on(i) {
		label = w.T("plantab.base.uncompare")
	}
	return []ui.MenuItem{
		{Label: label, Do: func() { p.turn(i, !p.on(i)) }},
		{Label: w.T("plantab.rename"), Shortcut: "F2", Do: func() { p.list.Edit(i, "name", "") }},
		{Label: w.T("card.history"), Do: func() { card.ShowHistory(p.s.d, data.RefTo(data.KindBaseline, x.ID), x.Name) }},
		{},
		{Label: w.T("card.delete"), Shortcut: "Del", Danger: true, Do: func() { p.remove(i) }},
	}
}

func (p *baselinePage) remove(i int) {
	x := p.all[i]
	card.Delete(p.s.d, data.RefTo(data.KindBaseline, x.ID), x.Name)
}

// take asks for a name and keeps the plan as it is now.
func (p *baselinePage) take() {
	d := p.s.d
	w := d.Words()
	name := ui.NewField(w.F("plantab.base.agreed", w.DayMonth(d.Today())))
	note := ui.NewField("")
	f := ui.NewForm().Add("name", w.T("field.name"), name).Add("note", w.T("field.note"), note)
	id := data.NewID[data.Baseline]()
	ui.ShowDialog(d.Canvas(), ui.Dialog{Title: w.T("plantab.base.new"), Content: f, Confirm: w.T("plantab.save"), OnConfirm: func() error {
		return card.Submit(d, f, func() error {
			err := d.Do(command.TakeBaseline{ID: id, PlanID: p.s.tree.Plan.ID, Name: name.Text, Note: note.Text})
			if err == nil {
				d.Say(w.F("plantab.base.taken", name.Text), w.T("step.undo"), d.Undo)
			}
			return err
		})
	}})
}

func (p *baselinePage) head(h *desk.Header) {
	if p.s.hasTasks() {
		h.Buttons = append(h.Buttons, ui.NewButton(ui.Primary, p.s.d.Words().T("plantab.base.take"), p.take))
	}
}

func (p *baselinePage) actions() []desk.Action {
	if !p.s.hasTasks() {
		return nil
	}
	t := p.s.d.Words().T
	return []desk.Action{{Label: t("plantab.base.take"), Do: p.take}, {Label: t("plandecision.ask") + "…", Do: p.said.ask}}
}
