package documents

import (
	"fyne.io/fyne/v2"

	"portfel/app/card"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
)

// facts is the page «Свойства»: every field of the document, edited in its
// place, and its further files.
type facts struct {
	x      *side
	fields *ui.KeyValues
	files  *card.Files
	box    fyne.CanvasObject
}

func newFacts(x *side) *facts {
	f := &facts{x: x, fields: ui.NewKeyValues(), files: card.NewFiles(x.s.d, data.Ref{})}
	f.fields.LabelWidth = 112
	f.box = ui.Scroll(ui.Down(8, ui.Own(f.fields), ui.Own(ui.Pad(12, 8, f.files.Content()))))
	return f
}

func (f *facts) fill() fyne.CanvasObject {
	f.fields.Set(f.rows()...)
	f.files.Show(data.RefTo(data.KindDeliverable, f.x.row.ID))
	return f.box
}

// with is the document with one change.
func (f *facts) with(change func(*data.Deliverable)) data.Record {
	d := f.x.doc
	change(&d)
	return d
}

func (f *facts) rows() []ui.KV {
	d, w, o := f.x.s.d, f.x.s.d.Words(), f.x.doc
	return []ui.KV{
		card.Text(d, w.T("documents.field.title"), o.Title, func(s string) data.Record { return f.with(func(n *data.Deliverable) { n.Title = s }) }),
		card.Text(d, w.T("documents.field.designation"), o.Designation, func(s string) data.Record { return f.with(func(n *data.Deliverable) { n.Designation = s }) }),
		f.kind(),
		card.Pick(d, w.T("documents.field.project"), card.Projects(d, true), o.ProjectID.String(), func(id string) data.Record {
			return f.with(func(n *data.Deliverable) { n.ProjectID, n.TaskID = card.ID[data.Project](id), data.ID[data.Task]{} })
		}),
		card.Pick(d, w.T("documents.field.task"), f.x.s.tasks(o.ProjectID), o.TaskID.String(), func(id string) data.Record {
			return f.with(func(n *data.Deliverable) { n.TaskID = card.ID[data.Task](id) })
		}),
		card.Pick(d, w.T("documents.field.author"), card.People(d, true), o.AuthorID.String(), func(id string) data.Record {
			return f.with(func(n *data.Deliverable) { n.AuthorID = card.ID[data.Person](id) })
		}),
		card.Date(d, w.T("documents.field.due"), o.DueOn, func(on data.Date) data.Record { return f.with(func(n *data.Deliverable) { n.DueOn = on }) }),
		card.Pick(d, w.T("documents.field.profile"), f.x.s.profiles(), string(o.Profile), func(id string) data.Record {
			return f.with(func(n *data.Deliverable) { n.Profile = data.Profile(id) })
		}),
		card.Pick(d, w.T("documents.field.confidential"), f.yesNo(), yes(o.Confidential), func(id string) data.Record {
			return f.with(func(n *data.Deliverable) { n.Confidential = id == "1" })
		}),
		card.Long(d, w.T("documents.field.note"), o.Note, func(s string) data.Record { return f.with(func(n *data.Deliverable) { n.Note = s }) }),
	}
}

// kind offers the known kinds and takes the user's own words.
func (f *facts) kind() ui.KV {
	w, s, what := f.x.s.d.Words(), f.x.s, f.x.doc.What
	return ui.KV{Label: w.T("documents.field.kind"), Text: w.DeliverableKind(what), Hint: "—", Edit: func() ui.Editor {
		c := ui.NewChoice(s.kinds(what), what)
		c.OnCreate = s.ownKind
		c.OnSelect = func(o ui.Option) error {
			return s.d.Do(command.Put{Record: f.with(func(n *data.Deliverable) { n.What = o.ID })})
		}
		return c
	}}
}

func (f *facts) yesNo() []ui.Option {
	t := f.x.s.d.Words().T
	return []ui.Option{{ID: "0", Label: t("documents.no")}, {ID: "1", Label: t("documents.yes")}}
}

func yes(b bool) string {
	if b {
		return "1"
	}
	return "0"
}

// tasks are the options of a project's tasks; without a project there are none.
func (s *Screen) tasks(project data.ID[data.Project]) []ui.Option {
	if project.IsZero() {
		return []ui.Option{card.None}
	}
	return card.Tasks(s.d, project, true)
}

// profiles are the sets of standards, named by the key of each.
func (s *Screen) profiles() []ui.Option {
	var out []ui.Option
	for _, p := range data.Profiles {
		out = append(out, ui.Option{ID: string(p), Label: s.d.Words().Code(p)})
	}
	return out
}
