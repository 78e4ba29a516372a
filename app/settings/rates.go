package settings

import (
	"cmp"
	"slices"

	"fyne.io/fyne/v2"

	"portfel/app/card"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
)

// rates is a table of rates: those of one person, or those of the grades. Every
// rate is a row, so that the history stays to be seen.
type rates struct {
	s       *Screen
	person  data.Person // empty = the grades
	rows    []data.Rate
	aimList []ui.Option
	grid    *ui.Grid
}

// The marks that tell a client from a project in the choice of what a rate is for.
const forClient, forProject = "client:", "project:"

// newRates makes the table; byGrade puts the grade in front.
func newRates(s *Screen, byGrade bool) *rates {
	r := &rates{s: s}
	t := s.d.Words().T
	r.grid = ui.NewGrid([]ui.Column{
		{ID: "grade", Title: t("field.grade"), Width: 150, Hidden: !byGrade, Editor: r.editGrade},
		{ID: "what", Title: t("field.what"), Width: 152, Editor: r.editWhat},
		{ID: "amount", Title: t("settings.rate.hour"), Width: 96, Right: true, Editor: r.editAmount},
		{ID: "from", Title: t("field.validFrom"), Width: 104, Editor: r.editFrom},
		{ID: "for", Title: t("settings.rate.for"), Width: 150, MinWidth: 110, Flex: true, Editor: r.editFor},
		{ID: "state", Title: t("settings.rate.state"), Width: 100, Drop: 1},
	}, func() int { return len(r.rows) }, r.fill)
	r.grid.Calm = true
	r.grid.OnMenu = func(i int) []ui.MenuItem {
		return card.Menu(s.d, data.RefTo(data.KindRate, r.rows[i].ID), r.owner(r.rows[i]))
	}
	r.grid.OnDelete = func(rows []int) {
		if len(rows) > 0 {
			card.Delete(s.d, data.RefTo(data.KindRate, r.rows[rows[0]].ID), r.owner(r.rows[rows[0]]))
		}
	}
	key := "settings.rates.empty"
	if byGrade {
		key = "settings.rates.grades.empty"
	}
	r.grid.Empty = ui.NewEmpty(t(key), ui.NewButton(ui.Secondary, t("settings.rate.add"), r.add))
	return r
}

// height is the room of all rows, for a card that does not scroll by itself.
func (r *rates) height() float32 {
	if len(r.rows) == 0 {
		return 130
	}
	return r.grid.HeadHeight + r.grid.RowHeight*float32(len(r.rows)) + 2
}

// show reads the rates of a person; of the grades for none.
func (r *rates) show(p data.Person) {
	d := r.s.d
	rows, err := d.Read().Rates(p.ID)
	if err != nil {
		d.Fail(err)
	}
	r.person, r.rows = p, rows
	if p.ID.IsZero() {
		slices.SortStableFunc(r.rows, func(a, b data.Rate) int {
			return cmp.Compare(slices.Index(data.Grades, a.Grade), slices.Index(data.Grades, b.Grade))
		})
	}
	r.aimList = r.aims()
	r.grid.Reload()
}

// aims are what a rate can be for: any work, a client, a project.
func (r *rates) aims() []ui.Option {
	d := r.s.d
	out := []ui.Option{{ID: "", Label: d.Words().T("settings.rate.any")}}
	for _, o := range card.Projects(d, false) {
		out = append(out, ui.Option{ID: forProject + o.ID, Label: o.Label, Note: o.Note})
	}
	for _, o := range card.Clients(d, false) {
		out = append(out, ui.Option{ID: forClient + o.ID, Label: o.Label, Note: o.Note})
	}
	return out
}

// aim is the option of a rate.
func aim(x data.Rate) string {
	switch {
	case !x.ProjectID.IsZero():
		return forProject + x.ProjectID.String()
	case !x.ClientID.IsZero():
		return forClient + x.ClientID.String()
	}
	return ""
}

// aimed is the rate for what an option says.
func aimed(x data.Rate, option string) data.Rate {
	x.ProjectID, x.ClientID = data.ID[data.Project]{}, data.ID[data.Client]{}
	if n := len(forProject); len(option) > n && option[:n] == forProject {
		x.ProjectID = card.ID[data.Project](option[n:])
	}
	if n := len(forClient); len(option) > n && option[:n] == forClient {
		x.ClientID = card.ID[data.Client](option[n:])
	}
	return x
}

// owner is whose rate it is.
func (r *rates) owner(x data.Rate) string {
	if !r.person.ID.IsZero() {
		return r.person.Short()
	}
	return r.s.d.Words().Code(x.Grade)
}

func (r *rates) fill(i int, row *ui.Row) {
	w, x := r.s.d.Words(), r.rows[i]
	row.ID = x.ID.String()
	row.Cells[0].Text = w.Code(x.Grade)
	row.Cells[1].Text = w.Code(x.What)
	row.Cells[2].Text = w.Money(x.Amount)
	row.Cells[3].Text = w.Date(x.ValidFrom)
	if x.ValidFrom.IsZero() {
		row.Cells[3].Text, row.Cells[3].Role = w.T("settings.rate.always"), ui.Muted
	}
	row.Cells[4].Text = r.aimName(x)
	switch today := r.s.d.Today(); {
	case x.ValidFrom > today:
		row.Cells[5].ChipWord, row.Cells[5].ChipRole = w.T("settings.rate.ahead"), ui.Planned
	case r.superseded(x, today):
		row.Cells[5].ChipWord, row.Cells[5].ChipRole, row.Faint = w.T("settings.rate.past"), ui.Planned, true
	default:
		row.Cells[5].ChipWord, row.Cells[5].ChipRole = w.T("settings.rate.now"), ui.Done
	}
}

func (r *rates) aimName(x data.Rate) string {
	switch {
	case !x.ProjectID.IsZero():
		return r.s.d.Read().NameOfID(x.ProjectID.String())
	case !x.ClientID.IsZero():
		return r.s.d.Read().NameOfID(x.ClientID.String())
	}
	return r.s.d.Words().T("settings.rate.any")
}

// superseded tells whether a newer rate for the same work holds on the day.
func (r *rates) superseded(x data.Rate, today data.Date) bool {
	return slices.ContainsFunc(r.rows, func(o data.Rate) bool {
		return o.What == x.What && o.Grade == x.Grade && aim(o) == aim(x) && o.ValidFrom > x.ValidFrom && o.ValidFrom <= today
	})
}

func (r *rates) put(x data.Rate) error {
	return r.s.d.Do(command.PutRate{Rate: x, Name: r.owner(x)})
}

func (r *rates) editGrade(i int) ui.Editor {
	f := ui.NewChoice(card.Codes(r.s.d, "person.grade.", data.Grades), string(r.rows[i].Grade))
	f.OnSelect = func(o ui.Option) error { x := r.rows[i]; x.Grade = data.Grade(o.ID); return r.put(x) }
	return f
}

func (r *rates) editWhat(i int) ui.Editor {
	f := ui.NewChoice(card.Codes(r.s.d, "rate.kind.", data.RateKinds), string(r.rows[i].What))
	f.OnSelect = func(o ui.Option) error { x := r.rows[i]; x.What = data.RateKind(o.ID); return r.put(x) }
	return f
}

func (r *rates) editAmount(i int) ui.Editor {
	f := ui.NewMoneyField(r.rows[i].Amount)
	f.OnSet = func(v data.Money) error { x := r.rows[i]; x.Amount = v; return r.put(x) }
	return f
}

func (r *rates) editFrom(i int) ui.Editor {
	f := card.NewDate(r.s.d, r.rows[i].ValidFrom)
	f.OnSet = func(v data.Date) error { x := r.rows[i]; x.ValidFrom = v; return r.put(x) }
	return f
}

func (r *rates) editFor(i int) ui.Editor {
	f := ui.NewChoice(r.aimList, aim(r.rows[i]))
	f.OnSelect = func(o ui.Option) error { return r.put(aimed(r.rows[i], o.ID)) }
	return f
}

// add asks for a new rate. A new rate does not change the old one: it counts from
// its day on.
func (r *rates) add() {
	d := r.s.d
	w := d.Words()
	grade := ui.NewChoice(card.Codes(d, "person.grade.", data.Grades), string(data.GradeAnalyst))
	what := ui.NewChoice(card.Codes(d, "rate.kind.", data.RateKinds), string(data.RateCost))
	amount, from, whom := ui.NewMoneyField(0), card.NewDate(d, 0), ui.NewChoice(r.aimList, "")
	form := ui.NewForm()
	if r.person.ID.IsZero() {
		form.Add("grade", w.T("field.grade"), grade)
	}
	form.Add("what", w.T("field.what"), what).Add("amount", w.T("settings.rate.hour"), amount).
		AddNote("validFrom", w.T("field.validFrom"), from, w.T("settings.rate.from.note")).Add("for", w.T("settings.rate.for"), whom)
	ui.ShowDialog(d.Canvas(), ui.Dialog{Title: w.T("settings.rate.add"), Content: form, Confirm: w.T("settings.add"), OnConfirm: submit(d, form, func() error {
		x := data.Rate{ID: data.NewID[data.Rate](), PersonID: r.person.ID, What: data.RateKind(what.ID)}
		if r.person.ID.IsZero() {
			x.Grade = data.Grade(grade.ID)
		}
		var err error
		if x.Amount, err = amount.Get(); err != nil {
			return err
		}
		if x.ValidFrom, err = from.Get(); err != nil {
			return err
		}
		if err := r.put(aimed(x, whom.ID)); err != nil {
			return err
		}
		r.grid.SelectID(x.ID.String())
		return nil
	})})
}

// open shows a rate.
func (r *rates) open(ref data.Ref) bool { return r.grid.SelectID(ref.ID.String()) }

// grades is the section of the rates that hold for whole grades.
type grades struct {
	rates *rates
	all   fyne.CanvasObject
}

func newGrades(s *Screen) page {
	g := &grades{rates: newRates(s, true)}
	g.all = ui.Down(12, ui.Own(ui.NewNote(s.d.Words().T("settings.rates.note"))), ui.Flex(1, ui.NewCard("", "", g.rates.grid)))
	return g
}

func (g *grades) content() fyne.CanvasObject { return g.all }

func (g *grades) reload() { g.rates.show(data.Person{}) }

func (g *grades) buttons() []*ui.Button {
	return []*ui.Button{ui.NewButton(ui.Primary, g.rates.s.d.Words().T("settings.rate.add"), g.rates.add)}
}
