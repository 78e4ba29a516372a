package plan

import (
	"portfel/app/card"
	"portfel/app/desk"
	"portfel/app/ui"
	"portfel/data"
)

// controls makes the strip over the chart.
func (s *Screen) controls() {
	t := s.d.Words().T
	s.which = ui.NewChoice(nil, "")
	s.which.Width = 236
	s.which.OnSelect = func(o ui.Option) error { s.open(card.ID[data.Plan](o.ID)); return nil }
	s.zoom = ui.NewSegmented([]ui.Option{{ID: "day", Label: t("plan.zoom.day")}, {ID: "week", Label: t("plan.zoom.week")},
		{ID: "month", Label: t("plan.zoom.month")}, {ID: "quarter", Label: t("plan.zoom.quarter")}}, "week", func(id string) {
		s.chart.Gantt.SetZoom(zooms[id])
	})
	s.filters = ui.NewSegmented([]ui.Option{{ID: "all", Label: t("plan.filter.all")}, {ID: "mine", Label: t("plan.filter.mine")},
		{ID: "late", Label: t("plan.filter.late")}, {ID: "month", Label: t("plan.filter.month")}}, "all", func(id string) {
		s.filter = id
		s.relay()
	})
	s.show = ui.NewToggles([]ui.Option{{ID: "critical", Label: t("plan.critical")}, {ID: "links", Label: t("plan.links")}}, []string{"critical", "links"},
		func(id string, on bool) {
			if id == "critical" {
				s.critical = on
			} else {
				s.chart.Gantt.ShowLinks = on
			}
			s.axis()
		})
	s.bar = ui.NewStrip("", s.which, s.zoom, s.filters, s.show)
}

var zooms = map[string]ui.Zoom{"day": ui.ByDay, "week": ui.ByWeek, "month": ui.ByMonth, "quarter": ui.ByQuarter}

func (s *Screen) zoomTo(z ui.Zoom) {
	for id, v := range zooms {
		s.zoom.On[id] = v == z
	}
	s.zoom.Refresh()
}

// strip writes the sums at the right of the strip.
func (s *Screen) strip() {
	w := s.d.Words()
	var effort data.Minutes
	n := 0
	for _, r := range s.tree.Rows {
		if !r.HasKids {
			n++
			effort += r.Date.Effort
		}
	}
	if n == 0 {
		s.bar.SetNote("")
		return
	}
	s.bar.SetNote(w.N("plan.tasks", n) + " · " + w.Hours(effort))
}

// Header is the project's name, the slack of its deadline and its finish.
func (s *Screen) Header() desk.Header {
	w := s.d.Words()
	h := desk.Header{Title: w.T("nav.plan")}
	if !s.tree.Plan.ID.IsZero() {
		h.Buttons = []*ui.Button{ui.NewButton(ui.Primary, w.T("plan.add.task"), func() { s.add(data.TaskWork) })}
	}
	if s.tree.Project.ID.IsZero() {
		return h
	}
	h.Title = s.tree.Project.Title()
	var end data.Date
	for _, r := range s.tree.Rows {
		end = max(end, r.Date.EndsOn)
	}
	if end.IsZero() {
		return h
	}
	h.Crumb = w.F("plan.finish", w.Date(end))
	if dl := s.tree.Project.DeadlineOn; !dl.IsZero() {
		h.Crumb += " · " + w.F("plan.deadline", w.Date(dl))
		h.ChipRole, h.Chip = s.health(end, dl)
	}
	return h
}

// health says how the finish stands to the deadline, in working days.
func (s *Screen) health(end, deadline data.Date) (ui.Role, string) {
	w := s.d.Words()
	switch n := s.cal.Distance(end, deadline); {
	case end > deadline:
		return ui.Late, w.N("plan.over", max(1, -n))
	case n <= 5:
		return ui.Risk, w.N("plan.slack", n)
	default:
		return ui.Done, w.N("plan.slack", n)
	}
}

// toProjects leads to the room where a project is made, where there is a window
// to turn to it.
func (s *Screen) toProjects() *ui.Button {
	w, ok := s.d.(interface{ Go(room string) })
	if !ok {
		return nil
	}
	return ui.NewButton(ui.Primary, s.d.Words().T("plan.empty.projects"), func() { w.Go("projects") })
}

// empty teaches: no project yet, or no task yet.
func (s *Screen) empty() *ui.Empty {
	t := s.d.Words().T
	if s.tree.Plan.ID.IsZero() {
		return ui.NewEmpty(t("plan.empty.none"), s.toProjects())
	}
	if s.filter != "all" {
		return ui.NewEmpty(t("plan.empty.filter"), nil)
	}
	return ui.NewEmpty(t("plan.empty.tasks"), ui.NewButton(ui.Primary, t("plan.add.task"), func() { s.add(data.TaskWork) }))
}
