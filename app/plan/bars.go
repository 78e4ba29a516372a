package plan

import (
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
)

func (s *Screen) gantt() {
	g := s.chart.Gantt
	g.Fill = s.fillBar
	g.DayOff = func(d data.Date) bool { return s.cal != nil && !s.cal.IsWorking(d) }
	g.OnDrag = s.onDrag
	g.OnDrop = s.onDrop
	g.OnLink = s.onLink
	g.OnTip = s.tip
	g.OnMenu = s.menu
	g.OnZoom = func(z ui.Zoom) { s.zoomTo(z) }
}

func (s *Screen) fillBar(i int, b *ui.Bar) {
	if i >= len(s.rows) || s.rows[i].Date.StartsOn.IsZero() {
		b.Kind = ui.NoBar
		return
	}
	x := s.rows[i]
	b.Start, b.Finish, b.Deadline = x.Date.StartsOn, x.Date.EndsOn, x.Task.DeadlineOn
	b.Progress = float32(x.Date.Percent) / 100
	switch {
	case x.HasKids:
		b.Kind, b.Locked = ui.SummaryBar, true
		return
	case x.Task.What == data.TaskMilestone:
		b.Kind = ui.MilestoneBar
		b.Label = s.d.Words().DayMonth(x.Date.EndsOn)
	default:
		b.Label = s.whoText(x)
	}
	b.Role = s.role(x)
	b.Locked = x.Task.Status.Finished()
}

// role is the colour of a bar: done, late or critical, ordinary.
func (s *Screen) role(x data.PlanRow) ui.Role {
	switch {
	case x.Task.Status == data.TaskDone || x.Date.Percent == 100:
		return ui.Done
	case x.Task.Status == data.TaskCancelled:
		return ui.Planned
	case late(x, s.d.Today()), s.critical && x.Date.Critical:
		return ui.Late
	}
	return ui.Plain
}

// axis tells the chart its range, links, trips and today.
func (s *Screen) axis() {
	g := s.chart.Gantt
	g.Today = s.d.Today()
	from, to := s.tree.Plan.StartsOn, s.tree.Plan.StartsOn
	for _, r := range s.tree.Rows {
		if !r.Date.StartsOn.IsZero() {
			from, to = min(from, r.Date.StartsOn), max(to, r.Date.EndsOn)
		}
		to = max(to, r.Task.DeadlineOn)
	}
	if from.IsZero() {
		from, to = g.Today, g.Today+60
	}
	g.SetRange(from, to)
	g.SetLinks(s.links())
	g.Spans = s.trips(from, to)
	if s.placed != s.tree.Plan.ID {
		s.placed = s.tree.Plan.ID
		g.ShowDay(max(from, min(g.Today, to)))
	}
	g.Refresh()
}

func (s *Screen) links() []ui.Dependency {
	at := make(map[data.ID[data.Task]]int, len(s.rows))
	for i, r := range s.rows {
		at[r.Task.ID] = i
	}
	kinds := map[data.LinkType]ui.DependencyKind{data.FinishStart: ui.FinishStart, data.StartStart: ui.StartStart, data.FinishFinish: ui.FinishFinish, data.StartFinish: ui.StartFinish}
	var out []ui.Dependency
	for i, r := range s.rows {
		for _, p := range r.Preds {
			if from, ok := at[p.Dependency.PredID]; ok {
				crit := s.critical && r.Date.Critical && s.rows[from].Date.Critical
				out = append(out, ui.Dependency{From: from, To: i, Kind: kinds[p.Dependency.Type], Critical: crit})
			}
		}
	}
	return out
}

// trips are the trips of the project as stretches over all rows.
func (s *Screen) trips(from, to data.Date) []ui.Span {
	if s.tree.Project.ID.IsZero() {
		return nil
	}
	rows, err := s.d.Read().ProjectTrips(s.tree.Project.ID, from, to)
	if err != nil {
		s.d.Fail(err)
		return nil
	}
	var out []ui.Span
	for _, r := range rows {
		out = append(out, ui.Span{From: r.StartsOn, To: r.EndsOn, Label: r.Place, Role: ui.Risk})
	}
	return out
}

// drag turns the days of a dragged bar into a command: a moved bar keeps its
// length, a resized one its start.
func (s *Screen) drag(row int, start, finish data.Date) (command.DragTask, bool) {
	if row < 0 || row >= len(s.rows) {
		return command.DragTask{}, false
	}
	x := s.rows[row]
	c := command.DragTask{ID: x.Task.ID, Name: x.Task.Name, Days: -1}
	if start != x.Date.StartsOn && finish-start == x.Date.EndsOn-x.Date.StartsOn {
		c.StartsOn = s.cal.OnOrAfter(start)
		return c, true
	}
	if start != x.Date.StartsOn {
		c.StartsOn = s.cal.OnOrAfter(start)
	}
	c.Days = int64(max(1, s.cal.Between(start, finish))) * 1000
	return c, true
}

func (s *Screen) onDrag(row int, start, finish data.Date) []ui.Preview {
	c, ok := s.drag(row, start, finish)
	if !ok {
		return nil
	}
	at := make(map[data.ID[data.Task]]int, len(s.rows))
	for i, r := range s.rows {
		at[r.Task.ID] = i
	}
	var out []ui.Preview
	for _, m := range s.preview(c) {
		if i, shown := at[m.TaskID]; shown {
			out = append(out, ui.Preview{Row: i, Start: m.StartsOn, Finish: m.EndsOn})
		}
	}
	return out
}

func (s *Screen) onDrop(row int, start, finish data.Date) {
	if c, ok := s.drag(row, start, finish); ok {
		if err := s.d.Do(c); err != nil {
			s.d.Fail(err)
			return
		}
		s.d.Say(s.d.Words().F("plan.moved", c.Name), s.d.Words().T("step.undo"), s.d.Undo)
	}
}

func (s *Screen) onLink(from, to int) {
	if from >= len(s.rows) || to >= len(s.rows) || from == to {
		return
	}
	dep := data.Dependency{PredID: s.rows[from].Task.ID, SuccID: s.rows[to].Task.ID, Type: data.FinishStart}
	if err := s.d.Do(command.LinkTasks{Dependency: dep}); err != nil {
		s.d.Fail(err)
	}
}

func (s *Screen) tip(row int) string {
	if row < 0 || row >= len(s.rows) {
		return ""
	}
	x := s.rows[row]
	w := s.d.Words()
	return x.Code + " " + x.Task.Name + " · " + w.Period(x.Date.StartsOn, x.Date.EndsOn) + " · " + w.Percent(x.Date.Percent)
}
