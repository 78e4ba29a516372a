package overview

import (
	"portfel/app/card"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/text"
)

// projects is the table of the owner's projects that are not over.
type projects struct {
	s    *Screen
	card *ui.Card
	grid *ui.Grid
	rows []data.ProjectRow
}

// projectLines is how many projects are seen without scrolling.
const projectLines = 7

func newProjects(s *Screen) *projects {
	w := s.d.Words()
	p := &projects{s: s}
	day := float32(84)
	if w.Lang() == text.EN {
		day = 94 // «26 Jan 27» is longer than «26.01.27»
	}
	p.grid = ui.NewGrid([]ui.Column{
		{ID: "name", Title: w.T("overview.col.project"), Width: 200, MinWidth: 180, Flex: true},
		{ID: "done", Title: w.T("overview.col.done"), Width: 94, Drop: 2},
		{ID: "hours", Title: w.T("overview.col.hours"), Width: 122, Drop: 1, Right: true},
		{ID: "finish", Title: w.T("overview.col.finish"), Width: day},
		{ID: "state", Title: w.T("overview.col.state"), Width: 130},
	}, func() int { return len(p.rows) }, func(i int, r *ui.Row) { p.fill(&p.rows[i], r) })
	p.grid.RowHeight = 33
	p.grid.OnOpen = func(i int) { s.d.Open(p.rows[i].Ref()) }
	p.grid.Empty = ui.NewEmpty(w.T("overview.projects.empty"), nil)
	p.card = ui.NewCard(w.T("overview.projects"), "", ui.Down(0, ui.Fixed(200, p.grid)))
	return p
}

func (p *projects) reload() error {
	all, err := p.s.d.Read().Projects(data.ProjectFilter{PersonID: p.s.agenda.Me.ID}, p.s.agenda.Today)
	if err != nil {
		return err
	}
	p.rows = p.rows[:0]
	active := 0
	for _, working := range []bool{true, false} {
		for _, r := range all {
			if r.ArchivedOn.IsZero() && r.Status.Open() && atWork(r) == working {
				p.rows = append(p.rows, r)
				if working {
					active++
				}
			}
		}
	}
	w := p.s.d.Words()
	p.card.Title, p.card.Note = w.T("overview.projects"), w.N("overview.active", active)
	lines := min(max(len(p.rows), 3), projectLines)
	p.card.Content = ui.Down(0, ui.Fixed(p.grid.HeadHeight+float32(lines)*p.grid.RowHeight, p.grid))
	p.card.Refresh()
	p.grid.Reload()
	return nil
}

// atWork tells whether work or papers are asked for now.
func atWork(r data.ProjectRow) bool {
	return r.Status == data.ProjectPlanning || r.Status == data.ProjectRunning || r.Status == data.ProjectClosing
}

func (p *projects) fill(r *data.ProjectRow, out *ui.Row) {
	w := p.s.d.Words()
	out.ID = r.ID.String()
	out.Cells[0].Text = text.Join(p.whose(r), r.Name)
	out.Cells[1] = ui.Cell{HasBar: true, Bar: float32(r.Percent) / 100}
	if r.Effort > 0 {
		out.Cells[2].Text = w.HoursNumber(whole(r.Done)) + " / " + w.HoursNumber(whole(r.Effort))
	}
	out.Cells[3].Text = w.ShortDate(r.FinishOn)
	out.Cells[4].ChipRole, out.Cells[4].ChipWord = p.state(r)
}

// whose is the client, or the department for an internal project.
func (p *projects) whose(r *data.ProjectRow) string {
	if r.Client == "" && r.What == data.ProjectInternal {
		return p.s.d.Words().T("overview.internal")
	}
	return card.Bare(r.Client)
}

// state is the project's health as the register of projects shows it, or its
// status when nothing is asked of it.
func (p *projects) state(r *data.ProjectRow) (ui.Role, string) {
	w := p.s.d.Words()
	if role, word := card.HealthMark(w, *r, p.s.agenda.Today, p.s.agenda.Days.Distance); word != "" {
		return role, word
	}
	return ui.Planned, text.Lower(w.Code(r.Status))
}

// whole rounds to full hours, half up: the table has no room for minutes.
func whole(m data.Minutes) data.Minutes { return (m + 30) / 60 * 60 }
