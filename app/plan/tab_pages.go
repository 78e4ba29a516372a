package plan

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"

	"portfel/app/card"
	"portfel/app/desk"
	"portfel/app/ui"
	"portfel/data"
)

// The pages of the room, in the order of their tabs.
const (
	pagePlan       = "plan"
	pageLoad       = "load"
	pageMilestones = "milestones"
	pageBaselines  = "baselines"
	pageVariants   = "variants"
	pageRisk       = "risk"
)

var pageIDs = []string{pagePlan, pageLoad, pageMilestones, pageBaselines, pageVariants, pageRisk}

//text:prefix plantab.page.

// page is what stands under one tab beside the table of the plan. It is made
// when it is first shown and reads again each time it comes to light.
type page interface {
	object() fyne.CanvasObject
	reload()
	focus() fyne.Focusable
	head(h *desk.Header) // its own button instead of that of the table
	actions() []desk.Action
	commit() // keeps an open edit
}

// pages are the tabs under the top bar and what they show.
type pages struct {
	s     *Screen
	tabs  *ui.Tabs
	stage *fyne.Container
	plan  fyne.CanvasObject // the table with its chart
	on    string
	made  map[string]page
	bases chosenBases
}

// newPages puts the table of the plan under the first tab.
func newPages(s *Screen, plan fyne.CanvasObject) *pages {
	p := &pages{s: s, plan: plan, on: pagePlan, made: map[string]page{}, stage: container.NewStack(plan)}
	p.bases.of = map[data.ID[data.Plan]][]data.ID[data.Baseline]{}
	var tabs []ui.Tab
	for _, id := range pageIDs {
		tabs = append(tabs, ui.Tab{ID: id, Label: s.d.Words().T("plantab.page." + id), Count: ui.NoCount})
	}
	p.tabs = ui.NewTabs(tabs, pagePlan, p.show)
	return p
}

// object is the choice of the plan beside the tabs, and the page below.
func (p *pages) object() fyne.CanvasObject {
	head := ui.NewGround(ui.Across(8, ui.Fixed(16, ui.Spacer()), ui.Fixed(p.s.which.MinSize().Width, ui.Pad(0, 4, p.s.which)), ui.Flex(1, p.tabs)))
	return ui.Down(0, ui.Fixed(38, head), ui.Flex(1, p.stage))
}

// page is the one that is shown; nil for the table.
func (p *pages) page() page {
	if p.on == pagePlan {
		return nil
	}
	if x := p.made[p.on]; x != nil {
		return x
	}
	var x page
	switch p.on {
	case pageLoad:
		x = newLoadPage(p.s)
	case pageMilestones:
		x = newMilestonePage(p.s)
	case pageBaselines:
		x = newBaselinePage(p.s)
	case pageVariants:
		x = newVariantPage(p.s)
	default:
		x = newRiskPage(p.s)
	}
	p.made[p.on] = x
	return x
}

// show turns to a page and puts the keyboard there.
func (p *pages) show(id string) {
	p.commit()
	p.turn(id)
	if x := p.page(); x != nil {
		x.reload()
	}
	if w, ok := p.s.d.(interface{ Retitle() }); ok {
		w.Retitle()
	}
	if c := p.s.d.Canvas(); c.Focused() != fyne.Focusable(p.tabs) {
		p.s.Focus()
	}
}

// turn changes what is laid on the stage.
func (p *pages) turn(id string) {
	p.on, p.tabs.On = id, id
	p.tabs.Refresh()
	o := p.plan
	if x := p.page(); x != nil {
		o = x.object()
	}
	p.stage.Objects = []fyne.CanvasObject{o}
	p.stage.Refresh()
}

// step goes to the next tab or the one before.
func (p *pages) step(by int) {
	for i, id := range pageIDs {
		if id == p.on {
			p.show(pageIDs[(i+by+len(pageIDs))%len(pageIDs)])
			return
		}
	}
}

// reload follows a change of the file on the page that is shown.
func (p *pages) reload() {
	if x := p.page(); x != nil {
		x.reload()
	}
}

// commit keeps an open edit of the page.
func (p *pages) commit() {
	if x := p.page(); x != nil {
		x.commit()
	}
}

// focus puts the keyboard into the page; it tells whether one is shown. The keys
// of the tabs are asked for here: a room is focused each time it is entered.
func (p *pages) focus() bool {
	p.keys()
	x := p.page()
	if x == nil {
		return false
	}
	if f := x.focus(); f != nil {
		p.s.d.Canvas().Focus(f)
	}
	return true
}

// keys walks the tabs by Ctrl+PageDown and Ctrl+PageUp while the room is shown
// and nothing lies over it.
func (p *pages) keys() {
	c := p.s.d.Canvas()
	for name, by := range map[fyne.KeyName]int{fyne.KeyPageDown: 1, fyne.KeyPageUp: -1} {
		c.AddShortcut(&desktop.CustomShortcut{KeyName: name, Modifier: fyne.KeyModifierControl}, func(fyne.Shortcut) {
			if c.Overlays().Top() == nil && p.shown(c) {
				p.step(by)
			}
		})
	}
}

// shown tells whether the room is what the window shows.
func (p *pages) shown(c fyne.Canvas) bool {
	nowhere := fyne.Position{}
	return c.Content() == p.s.content || fyne.CurrentApp().Driver().AbsolutePositionForObject(p.s.content) != nowhere
}

// header is that of the plan with the buttons of the page.
func (p *pages) header(h desk.Header) desk.Header {
	if v := p.s.tree.Plan; v.Variant != "" || !v.ID.IsZero() && !v.IsCurrent {
		h.Crumb = strings.TrimPrefix(p.s.d.Words().F("plantab.variant.open", variantName(p.s.d.Words(), v))+" · "+h.Crumb, " · ")
		h.Crumb = strings.TrimSuffix(h.Crumb, " · ")
	}
	if x := p.page(); x != nil {
		h.Buttons = nil
		x.head(&h)
		if plan := p.s.tree.Plan.ID; !plan.IsZero() {
			h.Buttons = append([]*ui.Button{card.ReportsButton(p.s.d, plan)}, h.Buttons...)
		}
	}
	return h
}

// actions are those of the page and the way to each of them.
func (p *pages) actions() []desk.Action {
	w := p.s.d.Words()
	var out []desk.Action
	if x := p.page(); x != nil {
		out = x.actions()
	}
	for _, id := range pageIDs {
		if id != p.on {
			out = append(out, desk.Action{Label: w.F("plantab.go", w.T("plantab.page."+id)), Do: func() { p.show(id) }})
		}
	}
	return append(out,
		desk.Action{Label: w.T("plantab.next"), Key: "Ctrl+PageDown", Do: func() { p.step(1) }},
		desk.Action{Label: w.T("plantab.prev"), Key: "Ctrl+PageUp", Do: func() { p.step(-1) }})
}

// place is what is remembered: the plan, the page, the chosen baselines.
func (p *pages) place() string {
	plan := p.s.tree.Plan.ID
	parts := []string{plan.String(), p.on}
	for _, b := range p.bases.of[plan] {
		parts = append(parts, b.String())
	}
	return strings.Join(parts, " ")
}

// back goes to a remembered place; the page is filled by the reload that
// follows.
func (p *pages) back(place string) {
	parts := strings.Fields(place)
	if len(parts) == 0 {
		return
	}
	plan := card.ID[data.Plan](parts[0])
	p.s.tree.Plan.ID = plan
	for i, v := range parts[1:] {
		if i > 0 {
			p.bases.of[plan] = append(p.bases.of[plan], card.ID[data.Baseline](v))
			continue
		}
		for _, id := range pageIDs {
			if id == v {
				p.turn(id)
			}
		}
	}
}

// toTable shows a task in the table of the plan.
func (p *pages) toTable() {
	if p.on != pagePlan {
		p.turn(pagePlan)
	}
}

// withVariant keeps a variant that is shown although it does not count: it
// stands among the plans to choose from.
func (s *Screen) withVariant(opts []ui.Option, found bool) ([]ui.Option, bool) {
	if found || s.tree.Plan.ID.IsZero() {
		return opts, found
	}
	rec, err := s.d.Read().Load(data.RefTo(data.KindPlan, s.tree.Plan.ID))
	if err != nil {
		return opts, false
	}
	v, ok := rec.(data.Plan)
	if !ok || v.ProjectID.IsZero() || !v.ArchivedOn.IsZero() {
		return opts, false
	}
	for _, p := range s.plans {
		if p.ProjectID == v.ProjectID {
			name := title(p) + " · " + variantName(s.d.Words(), v)
			return append(opts, ui.Option{ID: v.ID.String(), Label: name, Note: p.Client}), true
		}
	}
	return opts, false
}
