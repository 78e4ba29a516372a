package projects

import (
	"cmp"
	"slices"
	"unicode"

	"portfel/app/card"
	"portfel/app/desk"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/text"
)

// The columns of the register.
const (
	colName     = "name"
	colClient   = "client"
	colStatus   = "status"
	colDone     = "done"
	colHours    = "hours"
	colFinish   = "finish"
	colDeadline = "deadline"
	colHealth   = "health"
	colLate     = "late"
	colManager  = "manager"
)

// narrow are the columns that stay beside an open card.
var narrow = map[string]bool{colName: true, colDone: true, colHealth: true}

func columns(w *text.Words) []ui.Column {
	day := float32(84)
	if w.Lang() == text.EN {
		day = 94 // «26 Jan 27» is longer than «26.01.27»
	}
	return []ui.Column{
		{ID: colName, Title: w.T("projects.col.name"), Width: 240, MinWidth: 190, Flex: true, Sortable: true},
		{ID: colClient, Title: w.T("projects.col.client"), Width: 190, Drop: 3, Sortable: true},
		{ID: colStatus, Title: w.T("projects.col.status"), Width: 124, Drop: 1, Sortable: true},
		{ID: colDone, Title: w.T("projects.col.done"), Width: 86, Drop: 2, Sortable: true},
		{ID: colHours, Title: w.T("projects.col.hours"), Width: 96, Drop: 5, Right: true, Sortable: true},
		{ID: colFinish, Title: w.T("projects.col.finish"), Width: day, Sortable: true},
		{ID: colDeadline, Title: w.T("projects.col.deadline"), Width: day + 4, Sortable: true},
		{ID: colHealth, Title: w.T("projects.col.health"), Width: 128, Sortable: true},
		{ID: colLate, Title: w.T("projects.col.late"), Width: 104, Drop: 4, Sortable: true},
		{ID: colManager, Title: w.T("projects.col.manager"), Width: 130, Drop: 6, Sortable: true},
	}
}

func (s *Screen) fill(i int, r *ui.Row) {
	w, p := s.d.Words(), s.rows[i]
	r.ID = p.ID.String()
	h, _ := s.health(p)
	role, word := card.HealthMark(w, p, s.today, s.cal.Distance)
	cell := map[string]ui.Cell{
		colName:     {Text: p.Title()},
		colClient:   {Text: p.Client},
		colStatus:   {ChipRole: statusRole(p.Status), ChipWord: lower(w.Code(p.Status))},
		colDone:     {HasBar: p.Tasks > 0, Bar: float32(p.Percent) / 100},
		colHours:    {Text: hours(w, p)},
		colFinish:   {Text: w.ShortDate(p.FinishOn)},
		colDeadline: {Text: w.ShortDate(p.DeadlineOn)},
		colHealth:   {ChipRole: role, ChipWord: word},
		colLate:     {Text: lateWord(w, p.Late), Role: ui.Late},
		colManager:  {Text: p.Manager},
	}
	if h == data.HealthShift || h == data.HealthOverdue {
		c := cell[colFinish]
		c.Role = ui.Late
		cell[colFinish] = c
	}
	for k, c := range s.grid.Columns() {
		r.Cells[k] = cell[c.ID]
	}
	r.Faint = !p.ArchivedOn.IsZero()
}

// hours is «144 / 416»: done by per cent of planned.
func hours(w *text.Words, p data.ProjectRow) string {
	if p.Effort == 0 {
		return ""
	}
	return w.Number(whole(p.Done)) + " / " + w.Number(whole(p.Effort))
}

// whole rounds to whole hours, half up: a register is no time sheet.
func whole(m data.Minutes) int64 { return int64(m+30) / 60 }

func lateWord(w *text.Words, n int) string {
	if n == 0 {
		return ""
	}
	return w.N("projects.late", n)
}

// lower makes the first letter of a state small, as chips have it.
func lower(s string) string {
	r := []rune(s)
	if len(r) > 0 {
		r[0] = unicode.ToLower(r[0])
	}
	return string(r)
}

// statusRole is the colour of a project's status.
func statusRole(s data.ProjectStatus) ui.Role {
	switch s {
	case data.ProjectRunning:
		return ui.Go
	case data.ProjectPaused, data.ProjectClosing:
		return ui.Risk
	case data.ProjectClosed:
		return ui.Done
	}
	return ui.Planned
}

// healthOrder puts what needs attention first.
var healthOrder = map[data.Health]int{data.HealthShift: 0, data.HealthOverdue: 1, data.HealthTight: 2, data.HealthUnplanned: 3,
	data.HealthNoDeadline: 4, data.HealthFits: 5, data.HealthInternal: 6, data.HealthNone: 7}

// sortRows orders the rows by a column; equal ones keep the order of codes.
func sortRows(rows []data.ProjectRow, o ui.Sort, d desk.Desk, health func(data.ProjectRow) (data.Health, int)) {
	by := comparer(o.Column, d.Words(), health)
	slices.SortStableFunc(rows, func(a, b data.ProjectRow) int {
		if o.Down {
			return by(b, a)
		}
		return by(a, b)
	})
}

func comparer(column string, w *text.Words, health func(data.ProjectRow) (data.Health, int)) func(a, b data.ProjectRow) int {
	switch column {
	case colClient:
		return func(a, b data.ProjectRow) int { return w.Compare(a.Client, b.Client) }
	case colManager:
		return func(a, b data.ProjectRow) int { return w.Compare(a.Manager, b.Manager) }
	case colStatus:
		return func(a, b data.ProjectRow) int { return cmp.Compare(statusOrder[a.Status], statusOrder[b.Status]) }
	case colDone:
		return func(a, b data.ProjectRow) int { return cmp.Compare(a.Percent, b.Percent) }
	case colHours:
		return func(a, b data.ProjectRow) int { return cmp.Compare(a.Effort, b.Effort) }
	case colFinish:
		return func(a, b data.ProjectRow) int { return dates(a.FinishOn, b.FinishOn) }
	case colDeadline:
		return func(a, b data.ProjectRow) int { return dates(a.DeadlineOn, b.DeadlineOn) }
	case colLate:
		return func(a, b data.ProjectRow) int { return cmp.Compare(b.Late, a.Late) }
	case colHealth:
		return func(a, b data.ProjectRow) int {
			ha, da := health(a)
			hb, db := health(b)
			if ha == data.HealthShift && hb == ha {
				return cmp.Compare(db, da)
			}
			return cmp.Or(cmp.Compare(healthOrder[ha], healthOrder[hb]), cmp.Compare(da, db))
		}
	}
	return func(a, b data.ProjectRow) int { return w.Compare(a.Title(), b.Title()) }
}

// dates compares days; none is the last.
func dates(a, b data.Date) int {
	if a.IsZero() != b.IsZero() {
		if a.IsZero() {
			return 1
		}
		return -1
	}
	return cmp.Compare(a, b)
}

// statusOrder is the order of the way that a project goes.
var statusOrder = map[data.ProjectStatus]int{data.ProjectPresale: 0, data.ProjectPlanning: 1, data.ProjectRunning: 2, data.ProjectPaused: 3,
	data.ProjectClosing: 4, data.ProjectClosed: 5, data.ProjectCancelled: 6}
