package plan

import (
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
)

// baseLine is a task, or the whole plan, in one or two baselines and now.
type baseLine struct {
	code, name string
	depth      int
	bold       bool
	then       [2]data.BaselineTask
	has        [2]bool
	now        data.TaskDate
	cost       data.Money
	task       data.ID[data.Task]
}

// baselineTable compares baselines with the plan as it is.
type baselineTable struct {
	p    *baselinePage
	of   []data.Baseline
	rows []baseLine
	grid *ui.Grid
	card *ui.Card
}

func newBaselineTable(p *baselinePage) *baselineTable {
	t := &baselineTable{p: p}
	t.grid = ui.NewGrid(t.columns(), func() int { return len(t.rows) }, t.fill)
	t.grid.RowHeight, t.grid.Calm = 28, true
	t.grid.OnOpen = t.open
	t.card = ui.NewCard(" ", "", t.grid)
	return t
}

// columns are those of one baseline, and more for a second one.
func (t *baselineTable) columns() []ui.Column {
	w := t.p.s.d.Words()
	two := len(t.of) == 2
	first, second := w.T("plantab.base.then"), ""
	if len(t.of) > 0 {
		first = t.of[0].Name
	}
	if two {
		second = t.of[1].Name
	}
	return []ui.Column{
		{ID: "code", Title: w.T("plan.col.code"), Width: 48},
		{ID: "name", Title: w.T("plan.col.name"), Width: 220, MinWidth: 150, Flex: true, Tree: true},
		{ID: "then", Title: first, Width: 138, Right: true},
		{ID: "then2", Title: second, Width: 138, Right: true, Hidden: !two},
		{ID: "now", Title: w.T("plantab.base.now"), Width: 134, Right: true},
		{ID: "shift", Title: w.T("plantab.base.shift"), Width: 112, Right: true},
		{ID: "shift2", Title: w.T("plantab.base.shift2"), Width: 124, Right: true, Hidden: !two},
		{ID: "hours", Title: w.T("plantab.base.hoursThen"), Width: 96, Right: true, Drop: 1},
		{ID: "hoursNow", Title: w.T("plantab.base.hoursNow"), Width: 84, Right: true, Drop: 2},
		{ID: "cost", Title: w.T("plantab.base.costThen"), Width: 112, Right: true, Drop: 3},
		{ID: "costNow", Title: w.T("plantab.base.costNow"), Width: 104, Right: true, Drop: 4},
	}
}

// reload reads the lines of the baselines and lays them beside the plan.
func (t *baselineTable) reload(of []data.Baseline) {
	w := t.p.s.d.Words()
	t.of, t.rows = of, nil
	t.grid.SetColumns(t.columns())
	t.grid.Empty = ui.NewEmpty(w.T("plantab.base.pick"), nil)
	if len(t.p.all) == 0 {
		t.grid.Empty = t.p.nothing()
	}
	t.card.SetTitle(w.T("plantab.base.diff"), "")
	if len(of) > 0 {
		if err := t.read(); err != nil {
			t.p.s.d.Fail(err)
			t.rows = nil
		}
		t.card.SetTitle(w.T("plantab.base.diff"), t.summary())
	}
	t.grid.Reload()
}

func (t *baselineTable) read() error {
	r, tree := t.p.s.d.Read(), t.p.s.tree
	var lines [2]map[data.ID[data.Task]]data.BaselineTask
	for k, b := range t.of {
		var err error
		if lines[k], err = r.BaselineTasks(b.ID); err != nil {
			return err
		}
	}
	costs, err := command.PlanCosts(r, tree)
	if err != nil {
		return err
	}
	t.rows = make([]baseLine, 1, len(tree.Rows)+1)
	for i, x := range tree.Rows {
		line := baseLine{code: x.Code, name: x.Task.Name, depth: x.Depth, bold: x.HasKids, now: x.Date, cost: costs.Rows[i].Cost, task: x.Task.ID}
		for k := range t.of {
			line.then[k], line.has[k] = lines[k][x.Task.ID]
		}
		t.rows = append(t.rows, line)
	}
	t.rows[0] = t.total(tree, costs)
	return nil
}

// total is the whole plan: its span, the hours and the cost of its leaves.
func (t *baselineTable) total(tree data.PlanTree, costs command.PlanCost) baseLine {
	w := t.p.s.d.Words()
	sum := baseLine{name: w.T("plantab.base.total"), bold: true, cost: costs.Total.Cost}
	sum.now.EndsOn, sum.now.Effort = finishOf(tree), effortOf(tree)
	for i, x := range t.rows[1:] {
		leaf := !tree.Rows[i].HasKids
		if s := x.now.StartsOn; !s.IsZero() && (sum.now.StartsOn.IsZero() || s < sum.now.StartsOn) {
			sum.now.StartsOn = s
		}
		for k := range x.then {
			if !x.has[k] {
				continue
			}
			a := &sum.then[k]
			if !sum.has[k] || x.then[k].StartsOn < a.StartsOn {
				a.StartsOn = x.then[k].StartsOn
			}
			a.EndsOn = max(a.EndsOn, x.then[k].EndsOn)
			if leaf {
				a.Effort, a.Cost = a.Effort+x.then[k].Effort, a.Cost+x.then[k].Cost
			}
			sum.has[k] = true
		}
	}
	return sum
}

// summary says what became of the plan since its first chosen baseline.
func (t *baselineTable) summary() string {
	if len(t.rows) == 0 || !t.rows[0].has[0] {
		return ""
	}
	w := t.p.s.d.Words()
	a := t.rows[0]
	return w.F("plantab.base.summary", w.Date(a.then[0].EndsOn), w.Date(a.now.EndsOn), shiftText(w, t.shift(a, 0)))
}

// shift is by how many working days a task ends later than a baseline says.
func (t *baselineTable) shift(x baseLine, k int) int {
	return t.p.s.cal.Distance(x.then[k].EndsOn, x.now.EndsOn)
}

func (t *baselineTable) fill(i int, r *ui.Row) {
	w := t.p.s.d.Words()
	x := t.rows[i]
	r.ID, r.Depth, r.Bold = x.task.String(), x.depth, x.bold
	c := r.Cells
	c[0].Text, c[0].Role, c[0].Small = x.code, ui.Muted, true
	c[1].Text = x.name
	for k, at := range []int{2, 3} {
		if x.has[k] {
			c[at].Text, c[at].Role = shortPeriod(w, x.then[k].StartsOn, x.then[k].EndsOn), ui.Muted
		}
	}
	c[4].Text = shortPeriod(w, x.now.StartsOn, x.now.EndsOn)
	for k, at := range []int{5, 6} {
		switch {
		case k >= len(t.of):
		case !x.has[k]:
			c[at].Text, c[at].Role = w.T("plantab.base.new.task"), ui.Muted
		default:
			n := t.shift(x, k)
			c[at].Text, c[at].Role = shiftText(w, n), shiftRole(n)
		}
	}
	t.fillSums(x, c)
}

// fillSums writes hours and cost as the first baseline has them and now.
func (t *baselineTable) fillSums(x baseLine, c []ui.Cell) {
	w := t.p.s.d.Words()
	if x.has[0] {
		c[7].Text, c[7].Role = hoursOr(w.Hours(x.then[0].Effort), x.then[0].Effort), ui.Muted
		c[9].Text, c[9].Role = moneyOr(w.MoneyRounded(x.then[0].Cost), x.then[0].Cost), ui.Muted
	}
	c[8].Text = hoursOr(w.Hours(x.now.Effort), x.now.Effort)
	c[10].Text = moneyOr(w.MoneyRounded(x.cost), x.cost)
	if x.has[0] && x.now.Effort > x.then[0].Effort {
		c[8].Role = ui.Late
	}
	if x.has[0] && x.cost > x.then[0].Cost {
		c[10].Role = ui.Late
	}
}

func hoursOr(s string, m data.Minutes) string {
	if m == 0 {
		return ""
	}
	return s
}

func moneyOr(s string, m data.Money) string {
	if m == 0 {
		return ""
	}
	return s
}

// open shows the task in the table of the plan.
func (t *baselineTable) open(i int) {
	if i > 0 && i < len(t.rows) {
		t.p.s.d.Open(data.RefTo(data.KindTask, t.rows[i].task))
	}
}
