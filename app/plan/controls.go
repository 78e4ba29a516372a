package plan

import (
	"portfel/app/card"
	"portfel/app/desk"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/text"
)

// controls makes the strip over the chart.
func (s *Screen) controls() {
	t := s.d.Words().T
	s.which = ui.NewChoice(nil, "")
	s.which.Width = 236
	s.which.OnSelect = func(o ui.Option) error { s.open(card.ID[data.Plan](o.ID)); return nil }
	s.zoom = ui.NewMenuButton(t("plan.zoom.week"), s.zoomMenu)
	s.filters = ui.NewSegmented(s.filterOptions(), "all", func(id string) {
		s.filter = id
		s.relay()
	})
	s.whose = ui.NewMenuButton(t("plan.filter.anybody"), s.whoseMenu)
	s.show = ui.NewMenuButton(t("plan.show"), s.showMenu)
	s.dates = ui.NewLink("", s.askDates)
	for _, b := range []*ui.Button{s.zoom, s.whose, s.show} {
		b.Small = true
	}
	s.dates.Small = true
	s.bar = ui.NewStrip("", s.zoom, s.filters, s.whose, s.show, s.dates)
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
	s.dates.Set(s.datesText())
	if n == 0 {
		s.bar.SetNote("")
		return
	}
	s.bar.SetNote(text.Join(w.N("plan.tasks", n), w.Hours(effort), moneyOf(w, s.total.Price)))
}

// Header is that of the plan, with the buttons of the page that is shown.
func (s *Screen) Header() desk.Header { return s.pages.header(s.planHeader()) }

// planHeader is the project's name, the slack of its deadline and its finish.
func (s *Screen) planHeader() desk.Header {
	w := s.d.Words()
	h := desk.Header{Title: w.T("nav.plan")}
	if !s.tree.Plan.ID.IsZero() {
		h.Buttons = []*ui.Button{card.ReportsButton(s.d, s.tree.Plan.ID), ui.NewButton(ui.Primary, w.T("plan.add.task"), func() { s.add(data.TaskWork) })}
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
	h.Crumb = w.F("plan.finish", w.ShortDate(end))
	if dl := s.tree.Project.DeadlineOn; !dl.IsZero() {
		h.Crumb += " · " + w.F("plan.deadline", w.ShortDate(dl))
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
	if s.narrowed() {
		return ui.NewEmpty(t("plan.empty.filter"), ui.NewButton(ui.Secondary, t("plan.filter.reset"), func() { s.widen(); s.relay() }))
	}
	return ui.NewEmpty(t("plan.empty.tasks"), ui.NewButton(ui.Primary, t("plan.add.task"), func() { s.add(data.TaskWork) }))
}
