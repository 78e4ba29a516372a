package settings

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"portfel/app/card"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
	"portfel/data/text"
)

// templates is the list of plan templates and the plan of the chosen one, whose
// names, lengths and hours are edited in place.
type templates struct {
	s    *Screen
	rows []data.TemplateRow
	tree data.PlanTree
	list *ui.List
	kv   *ui.KeyValues
	grid *ui.Grid
	head *ui.Card
	all  fyne.CanvasObject
}

func newTemplates(s *Screen) page {
	p := &templates{s: s, kv: ui.NewKeyValues()}
	t := s.d.Words().T
	p.kv.LabelWidth = 130
	p.list = ui.NewList(func() int { return len(p.rows) }, p.fill)
	p.list.OnSelect = func(int) { p.detail() }
	p.list.OnOpen = func(int) { s.d.Canvas().Focus(p.grid) }
	p.list.OnMenu = func(i int) []ui.MenuItem { return p.menu(p.rows[i]) }
	p.list.OnDelete = func(i int) { card.Delete(s.d, p.rows[i].Ref(), p.rows[i].Name) }
	p.list.Empty = ui.NewEmpty(t("settings.templates.empty"), nil)
	p.grid = ui.NewGrid([]ui.Column{
		{ID: "code", Title: t("settings.template.code"), Width: 50},
		{ID: "name", Title: t("field.name"), Width: 230, MinWidth: 250, Flex: true, Editor: p.editName},
		{ID: "days", Title: t("settings.template.days"), Width: 84, Right: true, Editor: p.editDays},
		{ID: "hours", Title: t("settings.template.hours"), Width: 76, Right: true, Editor: p.editHours},
		{ID: "after", Title: t("settings.template.after"), Width: 90, Drop: 1},
		{ID: "who", Title: t("settings.template.who"), Width: 140, Drop: 2},
	}, func() int { return len(p.tree.Rows) }, p.fillTask)
	p.grid.Calm = true
	p.grid.Empty = ui.NewEmpty(t("settings.template.bare"), nil)
	p.head = ui.NewCard("", "", p.kv)
	more := ui.NewMenuButton(t("settings.more"), func() []ui.MenuItem {
		if x, ok := p.chosen(); ok {
			return p.menu(x)
		}
		return nil
	})
	more.Small = true
	p.head.Actions = []fyne.CanvasObject{more}
	left := ui.NewCard(t("settings.section.templates"), "", p.list)
	right := ui.Down(16, ui.Own(p.head), ui.Flex(1, ui.NewCard("", "", p.grid)))
	p.all = ui.Down(12, ui.Own(ui.NewNote(t("settings.templates.note"))), ui.Flex(1, ui.Across(20, ui.Between(200, 270, left), ui.Flex(1, right))))
	return p
}

func (p *templates) content() fyne.CanvasObject { return p.all }

func (p *templates) reload() {
	rows, err := p.s.d.Read().TemplateRows()
	if err != nil {
		p.s.d.Fail(err)
		return
	}
	p.rows = p.rows[:0]
	for _, own := range []bool{false, true} { // shipped ones first
		for _, r := range rows {
			if command.IsShippedTemplate(r.ID) != own {
				p.rows = append(p.rows, r)
			}
		}
	}
	p.list.Reload()
	if p.list.Selected() < 0 && len(p.rows) > 0 {
		p.list.SelectID(p.rows[0].ID.String())
	}
	p.detail()
}

func (p *templates) fill(i int, r *ui.ListRow) {
	w, x := p.s.d.Words(), p.rows[i]
	*r = ui.ListRow{ID: x.ID.String(), Title: x.Name, TitleLines: 2, Note: text.Join(w.N("settings.template.tasks", x.Tasks), w.Hours(x.Effort))}
	if !command.IsShippedTemplate(x.ID) {
		r.ChipWord, r.ChipRole = w.T("settings.template.own"), ui.Go
	}
}

func (p *templates) chosen() (data.TemplateRow, bool) {
	if i := p.list.Selected(); i >= 0 && i < len(p.rows) {
		return p.rows[i], true
	}
	return data.TemplateRow{}, false
}

func (p *templates) menu(x data.TemplateRow) []ui.MenuItem { return card.Menu(p.s.d, x.Ref(), x.Name) }

// detail shows the plan of the chosen template.
func (p *templates) detail() {
	d := p.s.d
	p.tree = data.PlanTree{}
	x, ok := p.chosen()
	if ok {
		var err error
		if p.tree, err = d.Read().PlanTree(x.ID); err != nil {
			d.Fail(err)
		}
	}
	p.head.SetTitle(x.Name, "")
	if ok {
		p.kv.Set(p.facts(x)...)
	} else {
		p.kv.Set()
	}
	p.grid.Reload()
	p.all.Refresh()
}

// facts are the name, what stands in the template and the calendar it is counted
// on here.
func (p *templates) facts(x data.TemplateRow) []ui.KV {
	d, plan := p.s.d, p.tree.Plan
	w := d.Words()
	cal, err := command.CalendarDays(d.Read(), plan.CalendarID)
	if err != nil {
		d.Fail(err)
	}
	long := ""
	if !x.EndsOn.IsZero() {
		long = w.WorkDays(cal.Between(x.StartsOn, x.EndsOn))
	}
	out := []ui.KV{
		card.Text(d, w.T("field.name"), x.Name, func(v string) data.Record { q := plan; q.Name = v; return q }),
		{Label: w.T("settings.template.long"), Text: text.Join(long, w.N("settings.template.tasks", x.Tasks), w.Hours(x.Effort))},
	}
	if who := p.people(); len(who) > 0 {
		out = append(out, ui.KV{Label: w.T("settings.template.who"), Text: strings.Join(who, ", ")})
	}
	return out
}

// people are those whom the tasks of the template name, once each.
func (p *templates) people() (out []string) {
	for _, x := range p.tree.Rows {
		for _, a := range x.Assignees {
			if !slices.Contains(out, a.Name) {
				out = append(out, a.Name)
			}
		}
	}
	return out
}

func (p *templates) fillTask(i int, r *ui.Row) {
	w, x := p.s.d.Words(), p.tree.Rows[i]
	r.ID, r.Depth, r.Bold = x.Task.ID.String(), x.Depth, x.HasKids
	r.Cells[0].Text, r.Cells[1].Text = x.Code, x.Task.Name
	switch {
	case x.HasKids:
	case x.Task.What == data.TaskMilestone:
		r.Cells[2].Text = text.Lower(w.Code(x.Task.What))
	default:
		r.Cells[2].Text = w.Span(x.Task.Duration)
	}
	if h := x.Date.Effort; h > 0 {
		r.Cells[3].Text = w.Hours(h)
	}
	var after, who []string
	for _, l := range x.Preds {
		s := l.Code
		if l.Dependency.Type != data.FinishStart || !l.Dependency.Lag.IsZero() {
			s += w.LinkCode(l.Dependency.Type) + w.Lag(l.Dependency.Lag)
		}
		after = append(after, s)
	}
	for _, a := range x.Assignees {
		who = append(who, a.Name)
	}
	r.Cells[4].Text, r.Cells[5].Text = strings.Join(after, "; "), strings.Join(who, ", ")
}

func (p *templates) put(i int, set func(*data.Task)) error {
	t := p.tree.Rows[i].Task
	set(&t)
	return p.s.d.Do(command.Put{Record: t})
}

func (p *templates) editName(i int) ui.Editor {
	f := ui.NewField(p.tree.Rows[i].Task.Name)
	f.OnCommit = func(v string) error { return p.put(i, func(t *data.Task) { t.Name = v }) }
	return f
}

// editDays is the length of a task; stages have none of their own and milestones
// last no time.
func (p *templates) editDays(i int) ui.Editor {
	x := p.tree.Rows[i]
	if x.HasKids || x.Task.What == data.TaskMilestone {
		return nil
	}
	w := p.s.d.Words()
	f := ui.NewParsed(x.Task.Duration, text.ParseSpan, w.SpanTyped)
	f.OnSet = func(v data.Span) error { return p.put(i, func(t *data.Task) { t.Duration = v }) }
	return f
}

// editHours are the hours of a task that nobody is assigned to; with people their
// shares make them.
func (p *templates) editHours(i int) ui.Editor {
	x := p.tree.Rows[i]
	if x.HasKids || len(x.Assignees) > 0 || x.Task.What == data.TaskMilestone {
		return nil
	}
	f := ui.NewHoursField(x.Task.Effort)
	f.OnSet = func(v data.Minutes) error { return p.put(i, func(t *data.Task) { t.Effort = v }) }
	return f
}

// open shows a template.
func (p *templates) open(ref data.Ref) bool {
	if !p.list.SelectID(ref.ID.String()) {
		return false
	}
	p.detail()
	return true
}
