package plan

import (
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/text"
)

// diffLine is a task that differs between two variants; none on one side when
// only the other has it.
type diffLine struct{ a, b *data.PlanRow }

// differences pairs the tasks of two variants and keeps the pairs that differ.
// A copy has other ids: tasks are one when code and name agree, else when their
// name is found once on both sides.
func differences(a, b data.PlanTree) (out []diffLine) {
	left := map[string][]*data.PlanRow{}
	used := map[*data.PlanRow]bool{}
	for i := range b.Rows {
		r := &b.Rows[i]
		left[r.Task.Name] = append(left[r.Task.Name], r)
	}
	for i := range a.Rows {
		r := &a.Rows[i]
		x := twin(r, left[r.Task.Name], used)
		if x != nil {
			used[x] = true
		}
		if x == nil || differs(r, x) {
			out = append(out, diffLine{r, x})
		}
	}
	for i := range b.Rows {
		if r := &b.Rows[i]; !used[r] {
			out = append(out, diffLine{nil, r})
		}
	}
	return out
}

func twin(r *data.PlanRow, named []*data.PlanRow, used map[*data.PlanRow]bool) *data.PlanRow {
	var free *data.PlanRow
	for _, x := range named {
		if used[x] {
			continue
		}
		if x.Code == r.Code {
			return x
		}
		if free == nil {
			free = x
		}
	}
	return free
}

func differs(a, b *data.PlanRow) bool {
	return a.Date.StartsOn != b.Date.StartsOn || a.Date.EndsOn != b.Date.EndsOn || a.Date.Effort != b.Date.Effort || a.Date.Days != b.Date.Days ||
		a.Date.Percent != b.Date.Percent || who(a) != who(b)
}

// who names the people of a task.
func who(r *data.PlanRow) string {
	s := ""
	for _, a := range r.Assignees {
		s = joined(s, a.Name)
	}
	return s
}

// variantTable shows the tasks that differ between two variants.
type variantTable struct {
	p    *variantPage
	a, b variant
	rows []diffLine
	grid *ui.Grid
	card *ui.Card
}

func newVariantTable(p *variantPage) *variantTable {
	t := &variantTable{p: p}
	t.grid = ui.NewGrid(t.columns(), func() int { return len(t.rows) }, t.fill)
	t.grid.RowHeight, t.grid.Calm = 28, true
	t.card = ui.NewCard(" ", "", t.grid)
	return t
}

func (t *variantTable) columns() []ui.Column {
	w := t.p.s.d.Words()
	a, b := w.T("plantab.variant.first"), w.T("plantab.variant.second")
	if t.b.plan.ID != t.a.plan.ID {
		a, b = variantName(w, t.a.plan), variantName(w, t.b.plan)
	}
	return []ui.Column{
		{ID: "code", Title: w.T("plan.col.code"), Width: 48},
		{ID: "name", Title: w.T("plan.col.name"), Width: 220, MinWidth: 150, Flex: true},
		{ID: "a", Title: a, Width: 130, Right: true},
		{ID: "b", Title: b, Width: 130, Right: true},
		{ID: "shift", Title: w.T("plantab.base.shift"), Width: 120, Right: true},
		{ID: "what", Title: w.T("plantab.variant.what"), Width: 330, MinWidth: 200},
	}
}

func (t *variantTable) reload() {
	w := t.p.s.d.Words()
	t.rows, t.a, t.b = nil, variant{}, variant{}
	var two []variant
	for _, v := range t.p.all {
		for _, id := range t.p.chosen {
			if v.plan.ID == id {
				two = append(two, v)
			}
		}
	}
	note := ""
	switch {
	case !t.p.s.hasTasks():
		t.grid.Empty = t.p.s.noTasks()
	case len(t.p.all) < 2:
		t.grid.Empty = ui.NewEmpty(w.T("plantab.variant.empty"), ui.NewButton(ui.Secondary, w.T("plantab.variant.copy"), t.p.copyShown))
	case len(two) < 2:
		t.grid.Empty = ui.NewEmpty(w.T("plantab.variant.pick"), nil)
	default:
		t.a, t.b = two[0], two[1]
		t.rows = differences(t.a.tree, t.b.tree)
		t.grid.Empty = ui.NewEmpty(w.T("plantab.variant.same"), nil)
		note = t.summary()
	}
	t.grid.SetColumns(t.columns())
	t.card.SetTitle(w.T("plantab.variant.diff"), note)
	t.grid.Reload()
}

// summary says how the second variant stands to the first one.
func (t *variantTable) summary() string {
	w := t.p.s.d.Words()
	s := w.F("plantab.variant.sum", variantName(w, t.b.plan), shiftText(w, t.p.s.cal.Distance(t.a.finish, t.b.finish)))
	if d := t.b.effort - t.a.effort; d != 0 {
		s += " · " + signed(w.Hours(abs(d)), int64(d))
	}
	if d := t.b.money.Cost - t.a.money.Cost; d != 0 {
		s += " · " + signed(w.MoneyRounded(abs(d)), int64(d))
	}
	return s
}

func abs[N ~int | ~int64](n N) N {
	if n < 0 {
		return -n
	}
	return n
}

// signed puts the sign before a written amount.
func signed(s string, n int64) string {
	if n < 0 {
		return "−" + s
	}
	return "+" + s
}

func (t *variantTable) fill(i int, r *ui.Row) {
	w := t.p.s.d.Words()
	x := t.rows[i]
	c := r.Cells
	any := x.a
	if any == nil {
		any = x.b
	}
	r.ID, r.Bold = any.Task.ID.String(), any.HasKids
	c[0].Text, c[0].Role, c[0].Small = any.Code, ui.Muted, true
	c[1].Text = any.Task.Name
	if x.a != nil {
		c[2].Text = shortPeriod(w, x.a.Date.StartsOn, x.a.Date.EndsOn)
	}
	if x.b != nil {
		c[3].Text = shortPeriod(w, x.b.Date.StartsOn, x.b.Date.EndsOn)
	}
	if x.a == nil || x.b == nil {
		c[5].Text, c[5].Role = t.only(w, x), ui.Risk
		return
	}
	n := t.p.s.cal.Distance(x.a.Date.EndsOn, x.b.Date.EndsOn)
	c[4].Text, c[4].Role = shiftText(w, n), shiftRole(n)
	c[5].Text = changes(w, x.a, x.b)
}

func (t *variantTable) only(w *text.Words, x diffLine) string {
	if x.b == nil {
		return w.F("plantab.variant.only", variantName(w, t.a.plan))
	}
	return w.F("plantab.variant.only", variantName(w, t.b.plan))
}

// changes says what was changed in a task itself; a task that only follows from
// others says so.
func changes(w *text.Words, a, b *data.PlanRow) string {
	s := ""
	if a.Date.Days != b.Date.Days && !a.HasKids {
		s = joined(s, w.F("plantab.variant.days", w.Decimal(a.Date.Days), w.Decimal(b.Date.Days)))
	}
	if a.Date.Effort != b.Date.Effort {
		s = joined(s, w.F("plantab.variant.hours", w.HoursNumber(a.Date.Effort), w.HoursNumber(b.Date.Effort)))
	}
	if who(a) != who(b) {
		s = joined(s, w.F("plantab.variant.people", dash(who(a)), dash(who(b))))
	}
	if a.Date.Percent != b.Date.Percent {
		s = joined(s, w.F("plantab.variant.done", a.Date.Percent, b.Date.Percent))
	}
	if s == "" {
		return w.T("plantab.variant.follows")
	}
	return s
}

func dash(s string) string {
	if s == "" {
		return "—"
	}
	return s
}
