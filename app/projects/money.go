package projects

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"portfel/app/card"
	"portfel/app/desk"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
	"portfel/data/text"
)

// money is the page of what a project brings and costs, and of the hours of each
// person. All of it is internal: nothing here goes to a client.
type money struct {
	d      desk.Desk
	sums   *ui.KeyValues
	grid   *ui.Grid
	sum    command.ProjectMoney
	note   *ui.Label
	people *fyne.Container // the table, as high as its rows
	box    fyne.CanvasObject
}

// leastRows is the room of an empty table, in rows: a sentence and a button.
const leastRows = 4

func newMoney(d desk.Desk, plan func()) *money {
	m := &money{d: d, sums: ui.NewKeyValues(), note: ui.NewNote("")}
	w := d.Words()
	m.sums.LabelWidth = 190
	m.grid = ui.NewGrid([]ui.Column{
		{ID: "name", Title: w.T("projects.money.person"), Width: 150, MinWidth: 120, Flex: true},
		{ID: "plan", Title: w.T("projects.money.plan"), Width: 70, Right: true},
		{ID: "done", Title: w.T("projects.money.done"), Width: 78, Right: true},
		{ID: "left", Title: w.T("projects.money.left"), Width: 84, Right: true},
		{ID: "cost", Title: w.T("projects.money.cost"), Width: 120, Right: true, Drop: 1},
		{ID: "price", Title: w.T("projects.money.price"), Width: 120, Right: true, Drop: 2},
	}, m.lines, m.fillLine)
	m.grid.Calm = true
	m.grid.OnOpen = m.open
	m.grid.Empty = ui.NewEmpty(w.T("projects.money.empty"), ui.NewButton(ui.Secondary, w.T("projects.plan.open"), plan))
	m.people = container.NewStack()
	m.box = ui.Scroll(ui.Down(0, ui.Own(m.sums), ui.Own(ui.Pad(16, 6, m.note)), ui.Own(ui.NewRule()), ui.Own(m.people)))
	return m
}

func (m *money) object() fyne.CanvasObject { return m.box }

func (m *money) fill(row data.ProjectRow, p data.Project) {
	sum, err := command.MoneyOf(m.d.Read(), p, row.PlanID)
	if err != nil {
		m.d.Fail(err)
	}
	m.sum = sum
	m.sums.Set(m.rows(p)...)
	m.note.Set(m.unknown())
	m.grid.Reload()
	high := m.grid.HeadHeight + m.grid.RowHeight*float32(max(m.lines(), leastRows)) + 2
	m.people.Objects = []fyne.CanvasObject{ui.Down(0, ui.Fixed(high, m.grid))}
	m.box.Refresh()
}

// rows are the sums, from what the client pays to what is left.
func (m *money) rows(p data.Project) []ui.KV {
	w, d, x := m.d.Words(), m.d, m.sum
	out := []ui.KV{
		card.Pick(d, w.T("projects.billing"), card.Codes(d, "project.billing.", data.Billings), string(p.Billing),
			func(v string) data.Record { q := p; q.Billing = data.Billing(v); return q }),
		m.price(p),
	}
	line := func(key string, v data.Money) {
		out = append(out, ui.KV{Label: w.T(key), Text: w.Money(v)})
	}
	if x.Agreed {
		line("projects.money.byrates", x.ByRates)
	}
	line("projects.money.hours", x.Hours)
	if x.Other != 0 {
		line("projects.money.other", x.Other)
	}
	if x.Trips != 0 {
		out = append(out, ui.KV{Label: w.T("projects.money.trips"), Text: w.F("projects.money.trips.of", w.Money(x.Trips), w.Money(x.TripsSpent))})
	}
	if x.Price > 0 || x.Agreed {
		out = append(out, m.margin())
	}
	if x.Cost() > 0 {
		out = append(out, ui.KV{Label: w.T("projects.money.earned"), Text: w.F("projects.money.earned.of", w.Money(x.Earned), w.Money(x.Cost()))})
	}
	return append(out, ui.KV{Label: w.T("projects.money.worked"), Text: w.F("projects.money.worked.of", w.Hours(x.Done), w.Hours(x.Plan), w.Hours(x.Plan-x.Done))})
}

// price is the agreed price; without one the row says what the rates come to.
func (m *money) price(p data.Project) ui.KV {
	w := m.d.Words()
	kv := ui.KV{Label: w.T("projects.price"), Hint: w.T("projects.price.none"), Edit: func() ui.Editor {
		f := ui.NewMoneyField(p.Price)
		f.OnSet = func(v data.Money) error {
			q := p
			q.Price = v
			return m.d.Do(command.Put{Record: q})
		}
		return f
	}}
	switch {
	case p.Price > 0:
		kv.Text = w.Money(p.Price)
	case m.sum.Price > 0:
		kv.Text = w.F("projects.price.byrates", w.Money(m.sum.Price))
	}
	return kv
}

// margin is what is left of the price, in roubles and per cent; a loss is said in
// words.
func (m *money) margin() ui.KV {
	w, x := m.d.Words(), m.sum
	kv := ui.KV{Label: w.T("projects.money.margin"), Text: w.Money(x.Margin()), Bold: true}
	if t, ok := x.MarginTenths(); ok {
		kv.Text = w.F("projects.money.margin.of", w.Money(x.Margin()), w.PercentTenths(t))
	}
	if x.Margin() < 0 {
		kv.Role, kv.Text = ui.Late, text.Join(kv.Text, w.T("projects.money.loss"))
	}
	return kv
}

// unknown names the hours that the sums leave out, and what else they leave out.
func (m *money) unknown() string {
	w := m.d.Words()
	var cost, price []string
	for _, p := range m.sum.By {
		if p.NoCost > 0 {
			cost = append(cost, w.F("projects.money.who", p.Name, w.Hours(p.NoCost)))
		}
		if p.NoPrice > 0 && !m.sum.Agreed {
			price = append(price, w.F("projects.money.who", p.Name, w.Hours(p.NoPrice)))
		}
	}
	var out []string
	if len(cost) > 0 {
		out = append(out, w.F("projects.money.nocost", w.List(cost)))
	}
	if len(price) > 0 {
		out = append(out, w.F("projects.money.noprice", w.List(price)))
	}
	if m.sum.Nobodys > 0 {
		out = append(out, w.F("projects.money.nobody", w.Hours(m.sum.Nobodys)))
	}
	return strings.Join(append(out, w.T("projects.money.inside")), " ")
}

// lines are the people, the hours of nobody, and the sum of several.
func (m *money) lines() int {
	n := len(m.sum.By)
	if m.sum.Nobodys > 0 {
		n++
	}
	if n > 1 {
		n++
	}
	return n
}

func (m *money) fillLine(i int, r *ui.Row) {
	w := m.d.Words()
	p := command.PersonMoney{Name: w.T("projects.money.total"), Plan: m.sum.Plan, Done: m.sum.Done, Cost: m.sum.Hours, Price: m.sum.ByRates}
	switch {
	case i < len(m.sum.By):
		p = m.sum.By[i]
	case m.sum.Nobodys > 0 && i == len(m.sum.By):
		p = command.PersonMoney{Name: w.T("projects.money.unassigned"), Plan: m.sum.Nobodys, Done: m.sum.NobodysDone}
		r.Faint = true
	default:
		r.Bold = true
	}
	r.ID = p.Name
	if !p.Person.IsZero() {
		r.ID = p.Person.String()
	}
	r.Cells[0].Text = p.Name
	r.Cells[1].Text, r.Cells[2].Text, r.Cells[3].Text = w.Hours(p.Plan), w.Hours(p.Done), w.Hours(p.Plan-p.Done)
	r.Cells[4].Text, r.Cells[5].Text = m.worth(p.Cost, p.NoCost, p.Plan), m.worth(p.Price, p.NoPrice, p.Plan)
	if p.NoCost > 0 {
		r.Cells[4].Role = ui.Risk
	}
}

// worth is a sum, or the word that no rate says what the hours are worth.
func (m *money) worth(v data.Money, unknown, plan data.Minutes) string {
	if unknown > 0 && unknown == plan {
		return m.d.Words().T("projects.money.norate")
	}
	return m.d.Words().Money(v)
}

// open goes to the person, where the rates are.
func (m *money) open(i int) {
	if i < len(m.sum.By) {
		m.d.Open(data.RefTo(data.KindPerson, m.sum.By[i].Person))
	}
}
