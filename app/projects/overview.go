package projects

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"portfel/app/card"
	"portfel/app/desk"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
	"portfel/data/text"
)

// overview is the page of facts: fields at the left, what comes and what is
// late at the right.
type overview struct {
	d      desk.Desk
	course *ui.KeyValues // how it goes
	fields *ui.KeyValues
	plan   func()
	side   *ui.List
	files  *card.Files
	rows   []sideRow
	today  data.Date
	box    fyne.CanvasObject
	made   card.NewClients // clients typed into the choice, not kept yet
}

// sideRow is a heading or a task at the right.
type sideRow struct {
	head, note string
	task       data.ProjectTask
	late       bool
	problem    string // what the plan says against the task
}

// sideWidth is the room of what comes and what is late, narrowSide what it keeps
// where the fields would else have none; in units.
const sideWidth, narrowSide = 300, 232

// leastFields is the width below which sentences would break at every word.
const leastFields = 300

func newOverview(d desk.Desk, plan func()) *overview {
	o := &overview{d: d, course: ui.NewKeyValues(), fields: ui.NewKeyValues(), plan: plan, made: map[string]data.Client{}}
	o.fields.LabelWidth, o.course.LabelWidth = 118, 118
	o.side = ui.NewList(func() int { return len(o.rows) }, o.row)
	o.side.OnOpen = func(i int) {
		if id := o.rows[i].task.ID; !id.IsZero() {
			d.Open(data.RefTo(data.KindTask, id))
		}
	}
	o.side.Empty = ui.NewEmpty(d.Words().T("projects.side.empty"), ui.NewButton(ui.Secondary, d.Words().T("projects.plan.open"), plan))
	o.files = card.NewFiles(d, data.Ref{})
	right := ui.Down(12, ui.Flex(1, ui.NewCard("", "", o.side)), ui.Fixed(170, ui.Scroll(o.files.Content())))
	least := canvas.NewRectangle(color.Transparent)
	least.SetMinSize(fyne.NewSize(leastFields, 0))
	o.box = ui.Across(0, ui.Flex(1, container.NewStack(least, ui.Scroll(ui.Down(0, ui.Own(o.course), ui.Own(ui.NewRule()), ui.Own(o.fields))))), ui.Between(narrowSide, sideWidth, ui.Pad(12, 12, right)))
	return o
}

func (o *overview) object() fyne.CanvasObject { return o.box }

func (o *overview) fill(row data.ProjectRow, p data.Project) {
	clear(o.made)
	o.course.Set(course{o.d, o.plan}.rows(row, p)...)
	o.fields.Set(o.facts(p)...)
	o.rows = o.beside(row)
	o.side.Reload()
	o.files.Show(row.Ref())
}

// facts are the fields of a project, each edited in its place.
func (o *overview) facts(p data.Project) []ui.KV {
	w, d := o.d.Words(), o.d
	with := func(set func(*data.Project, string)) card.Save[string] {
		return func(v string) data.Record { q := p; set(&q, v); return q }
	}
	client := card.Clients(d, true)
	return []ui.KV{
		card.Text(d, w.T("projects.code"), p.Code, with(func(q *data.Project, v string) { q.Code = v })),
		card.Text(d, w.T("projects.name"), p.Name, with(func(q *data.Project, v string) { q.Name = v })),
		o.client(p, client),
		card.Pick(d, w.T("projects.kind"), card.Codes(d, "project.kind.", data.ProjectKinds), string(p.What),
			with(func(q *data.Project, v string) { q.What = data.ProjectKind(v) })),
		card.Pick(d, w.T("projects.manager"), card.People(d, true), p.ManagerID.String(),
			with(func(q *data.Project, v string) { q.ManagerID = card.ID[data.Person](v) })),
		o.start(p),
		card.Date(d, w.T("projects.deadline"), p.DeadlineOn, func(v data.Date) data.Record { q := p; q.DeadlineOn = v; return q }),
		o.calendar(p),
		card.Long(d, w.T("projects.goal"), p.Goal, with(func(q *data.Project, v string) { q.Goal = v })),
		card.Long(d, w.T("projects.note"), p.Note, with(func(q *data.Project, v string) { q.Note = v })),
	}
}

// start moves the plan along with the project.
func (o *overview) start(p data.Project) ui.KV {
	kv := card.Date(o.d, o.d.Words().T("projects.start"), p.StartsOn, func(v data.Date) data.Record { q := p; q.StartsOn = v; return q })
	kv.Edit = func() ui.Editor {
		f := card.NewDate(o.d, p.StartsOn)
		f.OnSet = func(v data.Date) error {
			return o.d.Do(command.StartProject{ID: p.ID, Name: p.Title(), On: v})
		}
		return f
	}
	return kv
}

// calendar is the one on which the project is planned; its plan goes along.
func (o *overview) calendar(p data.Project) ui.KV {
	w := o.d.Words()
	options := append([]ui.Option{{ID: "", Label: w.T("projects.calendar.own")}}, card.Calendars(o.d)...)
	id := p.CalendarID.String()
	return ui.KV{Label: w.T("projects.calendar"), Text: ui.NewChoice(options, id).Chosen().Label, Edit: func() ui.Editor {
		c := ui.NewChoice(options, id)
		c.OnSelect = func(x ui.Option) error {
			return o.d.Do(command.SetProjectCalendar{ID: p.ID, Name: p.Title(), Calendar: card.ID[data.Calendar](x.ID)})
		}
		return c
	}}
}

// client is a choice that also makes a client of what is typed.
func (o *overview) client(p data.Project, options []ui.Option) ui.KV {
	label := o.d.Words().T("projects.client")
	save := func(v string) data.Record { q := p; q.ClientID = card.ID[data.Client](v); return q }
	kv := card.Pick(o.d, label, options, p.ClientID.String(), save)
	kv.Edit = func() ui.Editor {
		c := ui.NewChoice(options, p.ClientID.String())
		c.OnCreate = o.made.Make
		c.OnSelect = func(x ui.Option) error {
			return o.d.Do(o.made.With(x.ID, command.Put{Record: save(x.ID)}))
		}
		return c
	}
	return kv
}

// beside are the plan's next milestones and its late tasks.
func (o *overview) beside(row data.ProjectRow) []sideRow {
	w, r := o.d.Words(), o.d.Read()
	o.today = o.d.Today()
	late, err := r.LateTasks(row.ID, o.today, 20)
	if err != nil {
		o.d.Fail(err)
	}
	if row.Late == 0 {
		late = nil
	}
	ahead, err := r.Milestones(row.ID, 6)
	if err != nil {
		o.d.Fail(err)
	}
	wrong, err := r.PlanProblems(row.ID, 20)
	if err != nil {
		o.d.Fail(err)
	}
	if len(late)+len(ahead)+len(wrong) == 0 && row.FinishOn.IsZero() {
		return nil // the list then teaches where dates come from
	}
	out := []sideRow{{head: w.T("projects.side.plan"), note: o.finish(row)}}
	if len(late) > 0 {
		out = append(out, sideRow{head: w.T("projects.side.late"), note: w.Number(int64(row.Late))})
		for _, t := range late {
			out = append(out, sideRow{task: t, late: true})
		}
	}
	if len(wrong) > 0 {
		out = append(out, sideRow{head: w.T("projects.side.problems"), note: w.Number(int64(len(wrong)))})
		for _, t := range wrong {
			out = append(out, sideRow{task: data.ProjectTask{ID: t.ID, Name: t.Name}, problem: t.Problem})
		}
	}
	if len(ahead) > 0 {
		out = append(out, sideRow{head: w.T("projects.side.milestones")})
		for _, t := range ahead {
			out = append(out, sideRow{task: t})
		}
	}
	return out
}

// finish tells where the plan ends: «финиш 29.01.27».
func (o *overview) finish(row data.ProjectRow) string {
	if row.FinishOn.IsZero() {
		return ""
	}
	return o.d.Words().F("projects.side.finish", o.d.Words().ShortDate(row.FinishOn))
}

func (o *overview) row(i int, r *ui.ListRow) {
	w, s := o.d.Words(), o.rows[i]
	if s.head != "" {
		r.Head, r.Title, r.Right = true, s.head, s.note
		return
	}
	t := s.task
	r.ID, r.Title, r.TitleLines = t.ID.String(), t.Name, 2
	if s.problem != "" {
		r.Note, r.NoteLines = s.problem, 2
		if key := "plan.problem." + s.problem; w.Has(key) {
			r.Note = text.Title(w.T(key))
		}
		return
	}
	r.Right, r.RightRole = w.DayMonth(t.DueOn()), ui.Muted
	r.Note = text.Join(t.Responsible, t.WaitingFor)
	r.NoteLines = 2
	switch {
	case s.late:
		r.Right, r.RightRole = w.Overdue(t.DueOn(), o.today), ui.Late
	case !t.DeadlineOn.IsZero() && t.EndsOn > t.DeadlineOn:
		r.Right, r.RightRole = w.DayMonth(t.EndsOn), ui.Late
		r.Note = text.Join(w.F("projects.side.after", w.ShortDate(t.DeadlineOn)), r.Note)
	case !t.DeadlineOn.IsZero():
		r.Right = w.DayMonth(t.EndsOn)
		r.Note = text.Join(w.F("projects.side.until", w.ShortDate(t.DeadlineOn)), r.Note)
	}
}
