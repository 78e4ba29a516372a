package plan

import (
	"slices"

	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
	"portfel/data/load"
)

// workLine is a part of what fills a week of a person.
type workLine struct {
	row  data.WorkRow
	what load.Kind
	part data.Minutes // in this week
	from data.Date
	to   data.Date
}

// workList is what stands behind the chosen cell: tasks, items, rides, meetings.
type workList struct {
	p    *loadPage
	rows []workLine
	grid *ui.Grid
	card *ui.Card
}

func newWorkList(p *loadPage) *workList {
	l := &workList{p: p}
	w := p.s.d.Words()
	l.grid = ui.NewGrid([]ui.Column{
		{ID: "name", Title: w.T("plan.col.name"), Width: 260, MinWidth: 170, Flex: true},
		{ID: "owner", Title: w.T("plantab.work.owner"), Width: 280, MinWidth: 150},
		{ID: "what", Title: w.T("plantab.work.what"), Width: 136, Drop: 2},
		{ID: "dates", Title: w.T("plantab.work.dates"), Width: 130, Right: true},
		{ID: "all", Title: w.T("plantab.work.all"), Width: 84, Right: true, Drop: 1},
		{ID: "part", Title: w.T("plantab.work.part"), Width: 96, Right: true},
	}, func() int { return len(l.rows) }, l.fill)
	l.grid.RowHeight = 30
	l.grid.Calm = true
	l.grid.OnOpen = l.open
	l.grid.OnMenu = func(i int) []ui.MenuItem {
		return []ui.MenuItem{{Label: w.T("plantab.work.open"), Shortcut: "Enter", Do: func() { l.open(i) }}}
	}
	l.card = ui.NewCard(" ", "", l.grid)
	return l
}

// show lists what fills the chosen cell, the greatest part first.
func (l *workList) show() {
	w := l.p.s.d.Words()
	l.rows = l.rows[:0]
	row, col := l.p.grid.Cursor()
	if row < 0 || row >= len(l.p.people) {
		l.card.SetTitle(w.T("plantab.work.title"), "")
		l.grid.Empty = ui.NewEmpty(w.T("plantab.work.pick"), nil)
		l.grid.Reload()
		return
	}
	x := l.p.person(row)
	k := x.Weeks[col]
	for i, r := range x.Works {
		if part := load.Between(x.Days, x.Spread[i], k.Monday, k.Monday+6); part > 0 {
			l.rows = append(l.rows, workLine{r, x.Spread[i].What, part, r.StartsOn, r.EndsOn})
		}
	}
	slices.SortStableFunc(l.rows, func(a, b workLine) int { return int(b.part - a.part) })
	note := w.F("plantab.load.sum", w.Hours(tenth(k.Load)), w.Hours(k.Norm))
	if over := k.Over(); over > 0 {
		note = w.F("plantab.work.over", w.Hours(tenth(over))) + " · " + note
	}
	if a := x.Away[col]; a > 0 {
		note += " · " + w.F("plantab.load.away", w.Hours(a))
	}
	l.card.SetTitle(x.Person.Name+" · "+w.Period(k.Monday, k.Monday+6), note)
	l.grid.Empty = ui.NewEmpty(w.T("plantab.work.free"), nil)
	l.grid.Reload()
}

// enter puts the keyboard into the list.
func (l *workList) enter() {
	if len(l.rows) > 0 {
		l.p.s.d.Canvas().Focus(l.grid)
		l.grid.Select(0)
	}
}

func (l *workList) fill(i int, r *ui.Row) {
	w := l.p.s.d.Words()
	x := l.rows[i]
	r.ID = x.row.TaskID.String() + x.row.Title + x.from.String()
	c := r.Cells
	c[0].Text = x.row.Title
	c[1].Text, c[1].Role = l.p.owner(x.row.TaskID), ui.Muted
	c[2].Text, c[2].Role = w.T("plantab.load."+string(x.what)), ui.Muted
	c[3].Text = shortPeriod(w, x.from, x.to)
	if x.row.Effort > 0 {
		c[4].Text, c[4].Role = w.Hours(x.row.Effort), ui.Muted
	}
	c[5].Text = w.Hours(x.part)
	if late := x.to < l.p.s.d.Today() && x.row.Percent < 100 && !x.row.TaskID.IsZero(); late {
		c[0].ChipWord, c[0].ChipRole = w.T("plantab.work.late"), ui.Late
	}
}

// open shows the task, or the trip of a ride.
func (l *workList) open(i int) {
	if i < 0 || i >= len(l.rows) {
		return
	}
	x := l.rows[i]
	switch {
	case !x.row.TaskID.IsZero():
		l.p.s.d.Open(data.RefTo(data.KindTask, x.row.TaskID))
	case x.row.What == data.WorkRide:
		l.openTrip(x)
	}
}

func (l *workList) openTrip(x workLine) {
	row, _ := l.p.grid.Cursor()
	person := data.ID[data.Person](l.p.people[row].ID)
	trips, err := l.p.s.d.Read().Trips(data.TripFilter{PersonID: person, Today: l.p.s.d.Today()})
	if err != nil {
		l.p.s.d.Fail(err)
		return
	}
	for _, t := range trips {
		if t.StartsOn <= x.from && x.from <= t.EndsOn {
			l.p.s.d.Open(data.RefTo(data.KindTrip, t.ID))
			return
		}
	}
}

// levelled is a load as a preview of a levelling would have it: works stand on
// the days that their tasks would get.
func levelled(x command.PersonLoad, first data.Date, dates map[data.ID[data.Task]]data.TaskDate) command.PersonLoad {
	works, spread := slices.Clone(x.Works), slices.Clone(x.Spread)
	for i, w := range spread {
		d, ok := dates[works[i].TaskID]
		if !ok || w.Fixed {
			continue
		}
		if works[i].What == data.WorkMentor { // until the deadline of the item
			d.EndsOn = max(d.EndsOn, works[i].EndsOn)
		}
		works[i].StartsOn, works[i].EndsOn = d.StartsOn, d.EndsOn
		spread[i].From, spread[i].To = d.StartsOn, d.EndsOn
	}
	x.Works, x.Spread = works, spread
	x.Weeks = load.Weeks(x.Days, first, loadWeeks, spread)
	return x
}
