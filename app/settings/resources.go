package settings

import (
	"fyne.io/fyne/v2"

	"portfel/app/card"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
)

// resources is the table of what tasks need beside people.
type resources struct {
	s        *Screen
	rows     []data.Resource
	archived bool
	grid     *ui.Grid
	show     *ui.Check
	all      fyne.CanvasObject
}

func newResources(s *Screen) page {
	r := &resources{s: s}
	t := s.d.Words().T
	r.grid = ui.NewGrid([]ui.Column{
		{ID: "name", Title: t("field.name"), Width: 280, MinWidth: 140, Flex: true, Editor: r.editName},
		{ID: "what", Title: t("field.what"), Width: 140, Editor: r.editWhat},
		{ID: "capacity", Title: t("field.capacity"), Width: 110, Right: true, Editor: r.editCapacity},
		{ID: "calendar", Title: t("field.calendarId"), Width: 190, MinWidth: 120, Editor: r.editCalendar},
		{ID: "state", Title: "", Width: 90, Drop: 1},
	}, func() int { return len(r.rows) }, r.fill)
	r.grid.Empty = ui.NewEmpty(t("settings.resources.empty"), ui.NewButton(ui.Primary, t("settings.resource.add"), r.add))
	r.grid.OnMenu = func(i int) []ui.MenuItem { return card.Menu(s.d, r.ref(i), r.rows[i].Name) }
	r.grid.OnDelete = func(rows []int) {
		if len(rows) > 0 {
			card.Delete(s.d, r.ref(rows[0]), r.rows[rows[0]].Name)
		}
	}
	r.show = ui.NewCheck(t("settings.archived"), false, func(on bool) { r.archived = on; r.reload() })
	r.all = ui.Down(12, ui.Own(ui.NewNote(t("settings.resources.note"))), ui.Flex(1, ui.NewCard("", "", ui.Down(0, ui.Flex(1, r.grid), ui.Own(ui.Pad(14, 8, r.show))))))
	return r
}

func (r *resources) content() fyne.CanvasObject { return r.all }

func (r *resources) ref(i int) data.Ref { return data.RefTo(data.KindResource, r.rows[i].ID) }

func (r *resources) reload() {
	rows, err := r.s.d.Read().Resources(r.archived)
	if err != nil {
		r.s.d.Fail(err)
		return
	}
	r.rows = rows
	r.grid.Reload()
}

func (r *resources) fill(i int, row *ui.Row) {
	w, x := r.s.d.Words(), r.rows[i]
	row.ID = x.ID.String()
	row.Cells[0].Text, row.Cells[1].Text = x.Name, w.Code(x.What)
	row.Cells[2].Text = w.Decimal(int64(units(x.Capacity)) * 10)
	row.Cells[3].Text = ui.NewChoice(r.calendars(), x.CalendarID.String()).Chosen().Label
	if !x.ArchivedOn.IsZero() {
		row.Cells[4].ChipWord, row.Cells[4].ChipRole, row.Faint = w.T("settings.inarchive"), ui.Planned, true
	}
}

// units are how many there are, in per cent: none given is one.
func units(capacity int) int {
	if capacity == 0 {
		return 100
	}
	return capacity
}

// calendars are the choices of a resource; none is that of the plan.
func (r *resources) calendars() []ui.Option {
	return append([]ui.Option{{ID: "", Label: r.s.d.Words().T("settings.resource.calendar")}}, card.Calendars(r.s.d)...)
}

func (r *resources) put(x data.Resource) error { return r.s.d.Do(command.PutResource{Resource: x}) }

func (r *resources) editName(i int) ui.Editor {
	f := ui.NewField(r.rows[i].Name)
	f.OnCommit = func(v string) error { x := r.rows[i]; x.Name = v; return r.put(x) }
	return f
}

func (r *resources) editWhat(i int) ui.Editor {
	f := ui.NewChoice(card.Codes(r.s.d, "resource.kind.", data.ResourceKinds), string(r.rows[i].What))
	f.OnSelect = func(o ui.Option) error { x := r.rows[i]; x.What = data.ResourceKind(o.ID); return r.put(x) }
	return f
}

func (r *resources) editCapacity(i int) ui.Editor {
	f := r.capacityField(units(r.rows[i].Capacity))
	f.OnSet = func(v int) error { x := r.rows[i]; x.Capacity = v; return r.put(x) }
	return f
}

// capacityField reads how many there are: «2», «0,5» of a role; kept in per cent.
func (r *resources) capacityField(v int) *ui.Parsed[int] {
	return ui.NewParsed(v, func(s string) (int, error) {
		n, err := data.ParseThousandths(s)
		if err != nil || n <= 0 || n > 1000*1000 {
			return 0, data.Problem{Code: "howMany"}
		}
		return int(n / 10), nil
	}, func(v int) string { return r.s.d.Words().Decimal(int64(v) * 10) })
}

func (r *resources) editCalendar(i int) ui.Editor {
	f := ui.NewChoice(r.calendars(), r.rows[i].CalendarID.String())
	f.OnSelect = func(o ui.Option) error { x := r.rows[i]; x.CalendarID = card.ID[data.Calendar](o.ID); return r.put(x) }
	return f
}

func (r *resources) buttons() []*ui.Button {
	return []*ui.Button{ui.NewButton(ui.Primary, r.s.d.Words().T("settings.resource.add"), r.add)}
}

// add asks for a name, a kind and how many there are.
func (r *resources) add() {
	d := r.s.d
	w := d.Words()
	name, many := ui.NewField(""), r.capacityField(100)
	what := ui.NewChoice(card.Codes(d, "resource.kind.", data.ResourceKinds), string(data.ResourceRoom))
	form := ui.NewForm().Add("name", w.T("field.name"), name).Add("what", w.T("field.what"), what).
		AddNote("capacity", w.T("field.capacity"), many, w.T("settings.resource.many"))
	ui.ShowDialog(d.Canvas(), ui.Dialog{Title: w.T("settings.resource.add"), Content: form, Confirm: w.T("settings.add"), OnConfirm: submit(d, form, func() error {
		n, err := many.Get()
		if err != nil {
			return err
		}
		x := data.Resource{ID: data.NewID[data.Resource](), Name: name.Value(), What: data.ResourceKind(what.ID), Capacity: n}
		if err := r.put(x); err != nil {
			return err
		}
		r.grid.SelectID(x.ID.String())
		return nil
	})})
}

// open shows a resource, one of the archive too.
func (r *resources) open(ref data.Ref) bool {
	if r.grid.SelectID(ref.ID.String()) {
		return true
	}
	r.archived = true
	r.show.Set(true)
	r.reload()
	return r.grid.SelectID(ref.ID.String())
}
