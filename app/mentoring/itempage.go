package mentoring

import (
	"fyne.io/fyne/v2"

	"portfel/app/card"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
)

// itemPage is one item with all its fields, edited in their place, its next
// states and its files.
type itemPage struct {
	t      *items
	back   *ui.Link
	state  *ui.Chip
	bar    *fyne.Container
	fields *ui.KeyValues
	files  *card.Files
	box    fyne.CanvasObject
	task   data.Task
}

func newItemPage(t *items) *itemPage {
	d := t.x.s.d
	p := &itemPage{t: t, state: ui.NewChip(ui.Planned, ""), bar: ui.Across(8), fields: ui.NewKeyValues(), files: card.NewFiles(d, data.Ref{})}
	p.back = ui.NewLink(d.Words().T("mentoring.back"), t.leave)
	p.fields.LabelWidth = 150
	p.box = ui.Down(0, ui.Own(ui.Pad(12, 8, ui.Across(8, ui.Own(p.back), ui.Flex(1, ui.Spacer()), ui.Own(p.bar)))),
		ui.Flex(1, ui.Scroll(ui.Down(8, ui.Own(p.fields), ui.Own(ui.Pad(12, 8, p.files.Content()))))))
	return p
}

func (p *itemPage) fill(x *data.ItemRow) fyne.CanvasObject {
	d := p.t.x.s.d
	rec, err := d.Read().Load(data.RefTo(data.KindTask, x.ID))
	if err != nil {
		d.Fail(err)
		return p.t.box
	}
	p.task = rec.(data.Task)
	p.fillBar(x)
	p.fields.Set(p.rows(x)...)
	p.files.Show(data.RefTo(data.KindTask, x.ID))
	return p.box
}

// fillBar shows the state and the next ones: the likely one as a button.
func (p *itemPage) fillBar(x *data.ItemRow) {
	p.state.Set(p.t.chip(x))
	parts := []ui.Part{ui.Own(p.state)}
	if x.What == data.TaskStage || x.Children > 0 {
		parts = nil
	} else if moves := p.t.moves(x); len(moves) > 0 {
		b := ui.NewButton(ui.Primary, moves[0].Label, moves[0].Do)
		more := ui.NewMenuButton(p.t.x.s.d.Words().T("mentoring.moves"), func() []ui.MenuItem { return p.t.moves(x) })
		b.Small, more.Small = true, true
		parts = append(parts, ui.Own(b), ui.Own(more))
	}
	row := ui.Across(8, parts...)
	p.bar.Layout, p.bar.Objects = row.Layout, row.Objects
	p.bar.Refresh()
}

// with is the item with one change.
func (p *itemPage) with(change func(*data.Task)) data.Record {
	t := p.task
	change(&t)
	return t
}

func (p *itemPage) rows(x *data.ItemRow) []ui.KV {
	d, w, o := p.t.x.s.d, p.t.x.s.d.Words(), p.task
	name := card.Text(d, w.T("mentoring.field.name"), o.Name, func(s string) data.Record { return p.with(func(t *data.Task) { t.Name = s }) })
	if o.What == data.TaskStage || x.Children > 0 {
		return []ui.KV{name}
	}
	return append([]ui.KV{name, p.section(),
		card.Date(d, w.T("mentoring.field.due"), o.DeadlineOn, func(on data.Date) data.Record { return p.with(func(t *data.Task) { t.DeadlineOn = on }) }),
		p.hours(),
		card.Hours(d, w.T("mentoring.field.mentorhours"), o.MentorEffort, func(m data.Minutes) data.Record { return p.with(func(t *data.Task) { t.MentorEffort = m }) }),
	}, p.more(x)...)
}

func (p *itemPage) more(x *data.ItemRow) []ui.KV {
	d, w, o := p.t.x.s.d, p.t.x.s.d.Words(), p.task
	return []ui.KV{
		card.Pick(d, w.T("mentoring.field.skill"), competencies(d), o.CompetencyID.String(), func(id string) data.Record {
			return p.with(func(t *data.Task) { t.CompetencyID = card.ID[data.Competency](id) })
		}),
		p.linked(x),
		card.Number(d, w.T("mentoring.field.percent"), o.Percent, 0, 100, func(n int) data.Record { return p.with(func(t *data.Task) { t.Percent = n }) }),
		card.Number(d, w.T("mentoring.field.score"), o.Score, 0, 5, func(n int) data.Record { return p.with(func(t *data.Task) { t.Score = n }) }),
		card.Text(d, w.T("mentoring.field.result"), o.Result, func(s string) data.Record { return p.with(func(t *data.Task) { t.Result = s }) }),
		card.Text(d, w.T("mentoring.field.criterion"), o.Criterion, func(s string) data.Record { return p.with(func(t *data.Task) { t.Criterion = s }) }),
		card.Long(d, w.T("mentoring.field.note"), o.Note, func(s string) data.Record { return p.with(func(t *data.Task) { t.Note = s }) }),
	}
}

// hours is the trainee's effort: his share of the task follows it.
func (p *itemPage) hours() ui.KV {
	d, o := p.t.x.s.d, p.task
	label := ""
	if o.Effort > 0 {
		label = d.Words().Hours(o.Effort)
	}
	return ui.KV{Label: d.Words().T("mentoring.field.hours"), Text: label, Hint: "—", Edit: func() ui.Editor {
		f := ui.NewHoursField(o.Effort)
		f.OnSet = func(m data.Minutes) error { return d.Do(command.ItemEffort{ID: o.ID, Name: o.Name, Effort: m}) }
		return f
	}}
}

// section moves the item under another heading.
func (p *itemPage) section() ui.KV {
	d, o := p.t.x.s.d, p.task
	options := []ui.Option{card.None}
	for i := range p.t.rows {
		if r := &p.t.rows[i]; r.Section() {
			options = append(options, ui.Option{ID: r.ID.String(), Label: r.Name})
		}
	}
	c := ui.NewChoice(options, o.ParentID.String())
	return ui.KV{Label: d.Words().T("mentoring.field.section"), Text: c.Chosen().Label, Hint: "—", Edit: func() ui.Editor {
		c := ui.NewChoice(options, o.ParentID.String())
		c.OnSelect = func(to ui.Option) error {
			parent := card.ID[data.Task](to.ID)
			return d.Do(command.PlaceTask{ID: o.ID, Name: o.Name, Parent: parent, After: p.t.lastOf(parent)})
		}
		return c
	}}
}

// lastOf is the last item below a parent, none when it has none.
func (t *items) lastOf(parent data.ID[data.Task]) (id data.ID[data.Task]) {
	for i := range t.rows {
		if t.rows[i].ParentID == parent {
			id = t.rows[i].ID
		}
	}
	return id
}

// linked is the project's task that the item is a part of.
func (p *itemPage) linked(x *data.ItemRow) ui.KV {
	d, o := p.t.x.s.d, p.task
	label := x.Linked
	if x.LinkedCode != "" {
		label = x.LinkedCode + " · " + x.Linked
	}
	return ui.KV{Label: d.Words().T("mentoring.field.linked"), Text: label, Hint: "—", Edit: func() ui.Editor {
		rows, err := d.Read().ProjectTasks()
		if err != nil {
			d.Fail(err)
		}
		options := []ui.Option{card.None}
		seen := x.LinkedID.IsZero()
		for _, r := range rows {
			options = append(options, ui.Option{ID: r.ID.String(), Label: r.Name, Note: r.Note})
			seen = seen || r.ID == data.ID[data.Any](x.LinkedID)
		}
		if !seen {
			options = append(options, ui.Option{ID: x.LinkedID.String(), Label: x.Linked, Note: x.LinkedCode})
		}
		c := ui.NewChoice(options, x.LinkedID.String())
		c.OnSelect = func(to ui.Option) error {
			return d.Do(command.LinkItem{ItemID: o.ID, TaskID: card.ID[data.Task](to.ID), Name: o.Name})
		}
		return c
	}}
}
