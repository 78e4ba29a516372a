package plan

import (
	"fyne.io/fyne/v2"

	"portfel/app/card"
	"portfel/app/desk"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
)

// variant is one plan of the same project with what it comes to.
type variant struct {
	plan   data.Plan
	tree   data.PlanTree
	money  command.TaskCost
	finish data.Date
	effort data.Minutes
	over   int // weeks of people with too much work; -1 = not counted
}

// price is what the client pays: the price of the project, else by rates.
func (v variant) price() data.Money {
	if p := v.tree.Project.Price; p > 0 {
		return p
	}
	return v.money.Price
}

// variantPage lays the variants of a plan side by side and compares two of them
// task by task.
type variantPage struct {
	s       *Screen
	all     []variant
	chosen  pair[data.ID[data.Plan]]
	list    *ui.Grid
	top     *ui.Card
	diff    *variantTable
	content fyne.CanvasObject
}

func newVariantPage(s *Screen) *variantPage {
	p := &variantPage{s: s}
	w := s.d.Words()
	p.list = ui.NewGrid([]ui.Column{
		{ID: "on", Title: "", Width: 44},
		{ID: "name", Title: w.T("plantab.variant.name"), Width: 200, MinWidth: 150, Flex: true, Editor: p.editName},
		{ID: "finish", Title: w.T("plan.col.finish"), Width: 108, Right: true},
		{ID: "slack", Title: w.T("plantab.variant.deadline"), Width: 170, Right: true},
		{ID: "hours", Title: w.T("plan.col.hours"), Width: 76, Right: true},
		{ID: "cost", Title: w.T("plantab.variant.cost"), Width: 104, Right: true},
		{ID: "price", Title: w.T("plantab.variant.price"), Width: 110, Right: true, Drop: 2},
		{ID: "margin", Title: w.T("plantab.variant.margin"), Width: 176, Right: true},
		{ID: "over", Title: w.T("plantab.variant.over"), Width: 110, Right: true, Drop: 1},
	}, func() int { return len(p.all) }, p.fill)
	p.list.RowHeight = 32
	p.list.OnCheck = func(i int, _ string, on bool) { p.turn(i, on) }
	p.list.OnOpen = p.open
	p.list.OnSelect = func(int) { p.buttons() }
	p.list.OnMenu = p.menu
	p.list.OnDelete = func(rows []int) {
		for _, i := range rows {
			p.remove(i)
		}
	}
	p.top = ui.NewCard(w.T("plantab.variant.title"), "", p.list)
	p.diff = newVariantTable(p)
	p.content = ui.Pad(24, 14, ui.Down(12, ui.Between(150, 190, p.top), ui.Flex(1, p.diff.card)))
	return p
}

func (p *variantPage) object() fyne.CanvasObject { return p.content }

// focus is the list, or the button of the sentence that stands for an empty one.
func (p *variantPage) focus() fyne.Focusable {
	if p.top.Visible() {
		return p.list
	}
	return emptyFocus(p.diff.grid)
}

func (p *variantPage) commit() {
	if p.list.Editing() {
		p.s.d.Canvas().Focus(p.list)
	}
}

func (p *variantPage) reload() {
	p.all = nil
	if !p.s.tree.Plan.ID.IsZero() {
		if err := p.read(); err != nil {
			p.s.d.Fail(err)
			p.all = nil
		}
	}
	p.pick()
	p.draw()
}

func (p *variantPage) read() error {
	r := p.s.d.Read()
	plans, err := r.Variants(p.s.tree.Plan)
	if err != nil {
		return err
	}
	for _, x := range plans {
		v := variant{plan: x, tree: p.s.tree, over: -1}
		if x.ID != p.s.tree.Plan.ID {
			if v.tree, err = r.PlanTree(x.ID); err != nil {
				return err
			}
		}
		money, err := command.PlanCosts(r, v.tree)
		if err != nil {
			return err
		}
		v.money, v.finish, v.effort = money.Total, finishOf(v.tree), effortOf(v.tree)
		p.all = append(p.all, v)
	}
	return p.count()
}

// pick compares the plan that counts with the first other one until somebody
// chooses.
func (p *variantPage) pick() {
	ids := make([]data.ID[data.Plan], len(p.all))
	for i, v := range p.all {
		ids[i] = v.plan.ID
	}
	p.chosen = p.chosen.among(ids)
	for i := 0; len(p.chosen) < 2 && i < len(ids); i++ {
		p.chosen = p.chosen.turn(ids[i], true)
	}
}

func (p *variantPage) draw() {
	w := p.s.d.Words()
	if p.s.hasTasks() && len(p.all) > 0 {
		p.top.Show()
	} else {
		p.top.Hide()
	}
	p.list.Reload()
	if i, _ := p.list.CursorRow(); i < 0 && len(p.all) > 0 {
		p.list.SelectID(p.s.tree.Plan.ID.String())
	}
	p.top.SetTitle(w.T("plantab.variant.title"), "")
	p.buttons()
	p.diff.reload()
	p.content.Refresh()
}

// buttons are what can be done with the variant under the cursor.
func (p *variantPage) buttons() {
	w := p.s.d.Words()
	p.top.Actions = nil
	if i, _ := p.list.CursorRow(); i >= 0 && i < len(p.all) {
		open := ui.NewButton(ui.Secondary, w.T("plantab.variant.table"), func() { p.open(i) })
		open.Small = true
		p.top.Actions = append(p.top.Actions, open)
		if !p.all[i].plan.IsCurrent {
			b := ui.NewButton(ui.Secondary, w.T("plantab.variant.choose"), func() { p.choose(i) })
			b.Small = true
			p.top.Actions = append(p.top.Actions, b)
		}
	}
	p.top.Refresh()
}

func (p *variantPage) on(i int) bool {
	for _, id := range p.chosen {
		if id == p.all[i].plan.ID {
			return true
		}
	}
	return false
}

func (p *variantPage) turn(i int, on bool) {
	p.chosen = p.chosen.turn(p.all[i].plan.ID, on)
	p.list.Reload()
	p.diff.reload()
}

func (p *variantPage) fill(i int, r *ui.Row) {
	w := p.s.d.Words()
	v := p.all[i]
	r.ID, r.Bold = v.plan.ID.String(), v.plan.IsCurrent
	c := r.Cells
	c[0].Check, c[0].On = true, p.on(i)
	c[1].Text = variantName(w, v.plan)
	if v.plan.IsCurrent {
		c[1].ChipWord, c[1].ChipRole = w.T("plantab.variant.current"), ui.Done
	} else if v.plan.ID == p.s.tree.Plan.ID {
		c[1].ChipWord, c[1].ChipRole = w.T("plantab.variant.shown"), ui.Go
	}
	c[2].Text = w.Date(v.finish)
	if dl := v.tree.Project.DeadlineOn; !dl.IsZero() && !v.finish.IsZero() {
		c[3].Text, c[3].Role = slackText(w, p.s.cal.Distance(v.finish, dl))
	}
	c[4].Text = w.Hours(v.effort)
	c[5].Text = w.MoneyRounded(v.money.Cost)
	p.fillMargin(v, c)
	switch {
	case v.over > 0:
		c[8].Text, c[8].Role = w.N("plantab.weeks", v.over), ui.Late
	case v.over == 0:
		c[8].Text, c[8].Role = w.T("plantab.variant.noOver"), ui.Muted
	}
}

// fillMargin is what is left of the price when the work is paid.
func (p *variantPage) fillMargin(v variant, c []ui.Cell) {
	w := p.s.d.Words()
	price := v.price()
	if price == 0 {
		return
	}
	margin := price - v.money.Cost
	c[6].Text = w.MoneyRounded(price)
	c[7].Text = w.MoneyRounded(margin) + " · " + w.PercentTenths(tenths(margin, price))
	if margin < 0 {
		c[7].Role = ui.Late
	}
}

// tenths is a share of a whole in tenths of a per cent, rounded half away from
// zero.
func tenths(part, whole data.Money) int64 {
	n, d := int64(part)*2000, int64(whole)
	if n < 0 {
		return (n/d - 1) / 2
	}
	return (n/d + 1) / 2
}

func (p *variantPage) editName(i int) ui.Editor {
	x := p.all[i].plan
	f := ui.NewField(x.Variant)
	f.OnCommit = func(v string) error { x.Variant = v; return p.s.d.Do(command.Put{Record: x}) }
	return f
}

func (p *variantPage) menu(i int) []ui.MenuItem {
	w := p.s.d.Words()
	v := p.all[i]
	items := []ui.MenuItem{{Label: w.T("plantab.variant.table"), Shortcut: "Enter", Do: func() { p.open(i) }}}
	if !v.plan.IsCurrent {
		items = append(items, ui.MenuItem{Label: w.T("plantab.variant.choose"), Do: func() { p.choose(i) }})
	}
	items = append(items, ui.MenuItem{Label: w.T("plantab.variant.copy"), Do: func() { p.copy(v) }},
		ui.MenuItem{Label: w.T("plantab.rename"), Shortcut: "F2", Do: func() { p.list.Edit(i, "name", "") }})
	if !v.plan.IsCurrent {
		items = append(items, ui.MenuItem{}, ui.MenuItem{Label: w.T("card.delete"), Shortcut: "Del", Danger: true, Do: func() { p.remove(i) }})
	}
	return items
}

// open shows a variant in the table of the plan.
func (p *variantPage) open(i int) {
	p.s.open(p.all[i].plan.ID)
	p.s.pages.show(pagePlan)
}

// choose makes a variant the plan that counts.
func (p *variantPage) choose(i int) {
	d := p.s.d
	v := p.all[i].plan
	name := variantName(d.Words(), v)
	p.s.tree.Plan.ID = v.ID // the plan that counts stays the one that is shown
	if card.Do(d, command.ChooseVariant{PlanID: v.ID, Name: name}) {
		d.Say(d.Words().F("plantab.variant.chosen", name), d.Words().T("step.undo"), d.Undo)
	}
}

// remove deletes a variant; the plan that counts stays.
func (p *variantPage) remove(i int) {
	d := p.s.d
	v := p.all[i].plan
	if v.IsCurrent {
		d.Say(d.Words().T("plantab.variant.stays"), "", nil)
		return
	}
	if v.ID == p.s.tree.Plan.ID {
		p.s.tree.Plan.ID = p.all[0].plan.ID
	}
	card.Delete(d, data.RefTo(data.KindPlan, v.ID), variantName(d.Words(), v))
}

// copyShown copies the variant under the cursor, else the plan that is shown.
func (p *variantPage) copyShown() {
	if i, _ := p.list.CursorRow(); i >= 0 && i < len(p.all) {
		p.copy(p.all[i])
	}
}

// copy asks for a name and makes a variant like this one.
func (p *variantPage) copy(v variant) {
	d := p.s.d
	w := d.Words()
	name := ui.NewField(w.F("plantab.variant.number", len(p.all)+1))
	f := ui.NewForm().AddNote("variant", w.T("field.name"), name, w.T("plantab.variant.note"))
	to := v.plan
	to.ID, to.IsCurrent = data.NewID[data.Plan](), false
	ui.ShowDialog(d.Canvas(), ui.Dialog{Title: w.F("plantab.variant.copyOf", variantName(w, v.plan)), Content: f, Confirm: w.T("plantab.variant.make"), OnConfirm: func() error {
		return card.Submit(d, f, func() error {
			if to.Variant = name.Text; to.Variant == "" {
				return data.Problems{{Field: "variant", Code: "required"}}
			}
			err := d.Do(command.CopyPlan{From: v.plan.ID, To: to})
			if err == nil {
				d.Say(w.F("plantab.variant.made", to.Variant), w.T("step.undo"), d.Undo)
			}
			return err
		})
	}})
}

func (p *variantPage) head(h *desk.Header) {
	if len(p.all) > 0 && p.s.hasTasks() {
		h.Buttons = append(h.Buttons, ui.NewButton(ui.Primary, p.s.d.Words().T("plantab.variant.copy"), p.copyShown))
	}
}

func (p *variantPage) actions() []desk.Action {
	if len(p.all) == 0 {
		return nil
	}
	return []desk.Action{{Label: p.s.d.Words().T("plantab.variant.copy"), Do: p.copyShown}}
}
