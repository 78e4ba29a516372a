package plan

import (
	"portfel/app/ui"
	"portfel/data"
)

// gantt tells the chart what it shows and what its drags do.
func (s *Screen) gantt() {
	g := s.chart.Gantt
	g.Fill = s.fillBar
	g.Baseline = true
	g.DayOff = func(d data.Date) bool { return s.cal != nil && !s.cal.IsWorking(d) }
	g.RowSpans = s.awayOf
	g.OnDrag, g.OnSay, g.OnDrop = s.onDrag, s.sayDrag, s.onDrop
	g.OnLink, g.OnLinkAsk, g.OnLinkMenu = s.onLink, s.askLink, s.linkMenu
	g.OnTip = s.tip
	g.OnMenu = s.menu
	g.OnZoom = func(ui.Zoom) { s.zoomed() }
}

func (s *Screen) fillBar(i int, b *ui.Bar) {
	if i >= len(s.rows) || s.rows[i].Date.StartsOn.IsZero() {
		b.Kind = ui.NoBar
		return
	}
	x := &s.rows[i]
	b.Start, b.Finish, b.Deadline = x.Date.StartsOn, x.Date.EndsOn, x.Task.DeadlineOn
	b.Progress = float32(x.Date.Percent) / 100
	s.ghost(x, b)
	switch {
	case x.HasKids:
		b.Kind, b.Locked = ui.SummaryBar, true
		return
	case x.Task.What == data.TaskMilestone:
		b.Kind = ui.MilestoneBar
		b.Label = s.d.Words().DayMonth(x.Date.EndsOn)
	default:
		b.Label = s.whoText(*x)
	}
	b.Role = s.role(*x)
	b.Locked = x.Task.Status.Finished() || !x.Task.ActualFinish.IsZero()
	b.Pinned = !x.Task.ActualStart.IsZero()
	b.Manual = x.Task.Mode == data.ModeManual
}

// ghost adds the days of the baseline and how far the finish is from them.
func (s *Screen) ghost(x *data.PlanRow, b *ui.Bar) {
	was, ok := s.ghosts()[x.Task.ID]
	if !ok {
		return
	}
	b.BaseStart, b.BaseFinish = was.StartsOn, was.EndsOn
	if n := s.cal.Distance(was.EndsOn, x.Date.EndsOn); n != 0 {
		b.Shift, b.ShiftRole = s.d.Words().Signed(int64(n))+"\u00a0"+s.d.Words().T("unit.day"), shiftRole(n)
	}
}

// role is the colour of a bar: done, late or critical, ordinary.
func (s *Screen) role(x data.PlanRow) ui.Role {
	switch {
	case x.Task.Status == data.TaskDone || x.Date.Percent == 100:
		return ui.Done
	case x.Task.Status == data.TaskCancelled:
		return ui.Planned
	case late(x, s.now), s.critical && s.holds(x):
		return ui.Late
	}
	return ui.Plain
}

// span is the first and the last day that the chart has to show.
func (s *Screen) span() (from, to data.Date) {
	from, to = s.tree.Plan.StartsOn, s.tree.Plan.StartsOn
	for _, r := range s.tree.Rows {
		if !r.Date.StartsOn.IsZero() {
			from, to = min(from, r.Date.StartsOn), max(to, r.Date.EndsOn)
		}
		to = max(to, r.Task.DeadlineOn)
	}
	if from.IsZero() {
		from, to = s.now, s.now+60
	}
	return from, to
}

// whole is what «весь план» shows: its days, and today when that is near.
func (s *Screen) whole() (from, to data.Date) {
	const near = 21
	from, to = s.span()
	if s.now < from && from-s.now <= near {
		from = s.now - 1
	}
	if s.now > to && s.now-to <= near {
		to = s.now
	}
	return from, to
}

// axis tells the chart its range, links, trips and today.
func (s *Screen) axis() {
	g := s.chart.Gantt
	g.Today, g.Status = s.now, s.tree.Plan.StatusOn
	from, to := s.span()
	g.SetRange(from, to)
	g.SetLinks(s.links())
	g.Spans = s.trips(from, to)
	s.readAway(from, to)
	if s.placed != s.tree.Plan.ID {
		s.placed = s.tree.Plan.ID
		s.firstView(from, to)
	} else if a, b := s.whole(); g.AllShown() && (a != s.fitted[0] || b != s.fitted[1]) {
		s.showAll() // «весь план» follows the plan
	}
	g.Refresh()
}

// firstView shows the whole plan where that is close enough to read, else what
// is near today.
func (s *Screen) firstView(from, to data.Date) {
	const months = 280
	if to-from <= months {
		s.showAll()
		return
	}
	s.chart.Gantt.ShowDay(max(from, min(s.now, to)))
}

func (s *Screen) links() []ui.Dependency {
	var out []ui.Dependency
	for i, r := range s.rows {
		for _, p := range r.Preds {
			if from, ok := s.at[p.Dependency.PredID]; ok {
				crit := s.critical && s.holds(r) && s.holds(s.rows[from])
				out = append(out, ui.Dependency{From: from, To: i, Kind: linkKinds[p.Dependency.Type], Critical: crit})
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

// readAway reads once when the people of the plan are away: their absences, and
// their trips for other projects.
func (s *Screen) readAway(from, to data.Date) {
	s.away = map[data.ID[data.Person]][]ui.Span{}
	if !s.absences {
		return
	}
	for _, r := range s.tree.Rows {
		for _, a := range r.Assignees {
			if _, known := s.away[a.PersonID]; !known && !a.PersonID.IsZero() {
				s.away[a.PersonID] = s.awayDays(a.PersonID, from, to)
			}
		}
	}
}

func (s *Screen) awayDays(id data.ID[data.Person], from, to data.Date) (out []ui.Span) {
	w := s.d.Words()
	rows, err := s.d.Read().Absences(id)
	if err != nil {
		s.d.Fail(err)
	}
	for _, a := range rows {
		if a.Status != data.AbsenceCancelled && a.EndsOn >= from-14 && a.StartsOn <= to+42 {
			out = append(out, ui.Span{From: a.StartsOn, To: a.EndsOn, Label: w.Code(a.What), Role: ui.Late})
		}
	}
	trips, err := s.d.Read().Trips(data.TripFilter{PersonID: id, Today: s.now})
	if err != nil {
		s.d.Fail(err)
	}
	for _, t := range trips {
		if t.Status != data.TripCancelled && t.What != data.TripLocal && t.EndsOn >= from-14 && t.StartsOn <= to+42 && !t.StartsOn.IsZero() {
			out = append(out, ui.Span{From: t.StartsOn, To: t.EndsOn, Label: t.Place, Role: ui.Risk})
		}
	}
	return out
}

// awayOf are the stretches of a row: when those who work on it are away.
func (s *Screen) awayOf(i int) []ui.Span {
	if i >= len(s.rows) || s.rows[i].HasKids {
		return nil
	}
	list := s.rows[i].Assignees
	if len(list) == 1 {
		return s.away[list[0].PersonID]
	}
	s.spans = s.spans[:0]
	for _, a := range list {
		s.spans = append(s.spans, s.away[a.PersonID]...)
	}
	return s.spans
}

// tip is what stands over a bar: the task, its days, how far it is, and who is
// away meanwhile.
func (s *Screen) tip(row int) string {
	if row < 0 || row >= len(s.rows) {
		return ""
	}
	x := s.rows[row]
	w := s.d.Words()
	t := x.Code + " " + x.Task.Name + " · " + w.Period(x.Date.StartsOn, x.Date.EndsOn) + " · " + w.Percent(x.Date.Percent)
	if bad := s.problemText(x); bad != "" {
		t += " · " + bad
	}
	for _, a := range x.Assignees {
		for _, v := range s.away[a.PersonID] {
			if v.From <= x.Date.EndsOn && v.To >= x.Date.StartsOn {
				t += " · " + a.Name + ": " + v.Label + " " + w.Period(v.From, v.To)
			}
		}
	}
	return t
}
