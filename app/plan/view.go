package plan

import (
	"portfel/app/card"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
	"portfel/data/text"
)

// view is how a person looks at plans: what is filtered and what is drawn.
type view struct {
	filter   string // all, mine, late, month, critical
	person   data.ID[data.Person]
	critical bool
	across   bool // the critical path is that of all open projects
	absences bool
	noPanel  bool // the chosen task is not shown
}

// typing is where the next task is typed.
type typing struct {
	typed  data.ID[data.Task] // made by the field that is open
	nextBy int                // how much deeper than the last task
}

func newView() view { return view{filter: "all", critical: true, absences: true} }

// narrowed tells whether not all tasks are shown.
func (v *view) narrowed() bool { return v.filter != "all" || !v.person.IsZero() }

// widen shows all tasks again.
func (s *Screen) widen() {
	s.filter, s.person = "all", data.ID[data.Person]{}
	s.filters.Set("all", true)
	s.whose.SetLabel(s.d.Words().T("plan.filter.anybody"))
}

var filterIDs = []string{"all", "mine", "late", "month", "critical"}

//text:prefix plan.filter.

func (s *Screen) filterOptions() (out []ui.Option) {
	for _, id := range filterIDs {
		out = append(out, ui.Option{ID: id, Label: s.d.Words().T("plan.filter." + id)})
	}
	return out
}

// passes tells whether a leaf belongs to the chosen filter and person.
func (s *Screen) passes(r data.PlanRow) bool {
	if !s.person.IsZero() && !worksOn(r, func(a data.Assignee) bool { return a.PersonID == s.person }) {
		return false
	}
	switch s.filter {
	case "mine":
		return worksOn(r, func(a data.Assignee) bool { return a.IsMe })
	case "late":
		return late(r, s.now)
	case "month":
		from := s.now.MonthStart()
		return r.Date.StartsOn <= from.AddMonths(1)-1 && r.Date.EndsOn >= from
	case "critical":
		return s.holds(r)
	}
	return true
}

func worksOn(r data.PlanRow, is func(data.Assignee) bool) bool {
	for _, a := range r.Assignees {
		if is(a) {
			return true
		}
	}
	return false
}

// whoseMenu chooses a person of the plan.
func (s *Screen) whoseMenu() []ui.MenuItem {
	t := s.d.Words().T
	choose := func(id data.ID[data.Person], label string) func() {
		return func() {
			s.person = id
			s.whose.SetLabel(label)
			s.bar.Refresh()
			s.relay()
		}
	}
	items := []ui.MenuItem{{Label: t("plan.filter.anybody"), Checked: s.person.IsZero(), Do: choose(data.ID[data.Person]{}, t("plan.filter.anybody"))}, {}}
	seen := map[data.ID[data.Person]]bool{}
	for _, r := range s.tree.Rows {
		for _, a := range r.Assignees {
			if !seen[a.PersonID] && !a.PersonID.IsZero() {
				seen[a.PersonID] = true
				items = append(items, ui.MenuItem{Label: a.Name, Checked: s.person == a.PersonID, Do: choose(a.PersonID, a.Name)})
			}
		}
	}
	if len(items) == 2 {
		items = append(items, ui.MenuItem{Label: t("plan.filter.nobody"), Disabled: true})
	}
	return items
}

// zooms are the scales in the order of the menu.
var zooms = []struct {
	key  string
	zoom ui.Zoom
}{{"day", ui.ByDay}, {"week", ui.ByWeek}, {"month", ui.ByMonth}, {"quarter", ui.ByQuarter}}

//text:prefix plan.zoom.

func (s *Screen) zoomMenu() []ui.MenuItem {
	t, g := s.d.Words().T, s.chart.Gantt
	items := []ui.MenuItem{{Label: t("plan.zoom.all"), Shortcut: "Ctrl+0", Checked: g.AllShown(), Do: s.showAll}, {}}
	for _, z := range zooms {
		items = append(items, ui.MenuItem{Label: t("plan.zoom." + z.key), Checked: !g.AllShown() && g.Zoom() == z.zoom, Do: func() {
			g.SetZoom(z.zoom)
			s.zoomed()
		}})
	}
	return append(items, ui.MenuItem{}, ui.MenuItem{Label: t("plan.zoom.in"), Shortcut: "Ctrl+=", Do: func() { g.Step(-1) }},
		ui.MenuItem{Label: t("plan.zoom.out"), Shortcut: "Ctrl+-", Do: func() { g.Step(1) }},
		ui.MenuItem{}, ui.MenuItem{Label: t("plan.today"), Shortcut: "Ctrl+T", Do: s.today})
}

// zoomed writes the present scale on its button.
func (s *Screen) zoomed() {
	if s.zoom == nil {
		return
	}
	key := "all"
	for _, z := range zooms {
		if !s.chart.Gantt.AllShown() && z.zoom == s.chart.Gantt.Zoom() {
			key = z.key
		}
	}
	s.zoom.SetLabel(s.d.Words().T("plan.zoom." + key))
	s.bar.Refresh()
}

// showAll shows the plan as a whole.
func (s *Screen) showAll() {
	from, to := s.whole()
	s.fitted = [2]data.Date{from, to}
	s.chart.Gantt.ShowAll(from, to)
	s.zoomed()
}

// today brings today into the chart.
func (s *Screen) today() { s.chart.Gantt.ShowDay(s.now) }

// showMenu turns what is drawn on and off.
func (s *Screen) showMenu() []ui.MenuItem {
	t, g := s.d.Words().T, s.chart.Gantt
	turn := func(key string, on *bool) ui.MenuItem {
		return ui.MenuItem{Label: t(key), Checked: *on, Do: func() { *on = !*on; s.relay() }}
	}
	return []ui.MenuItem{turn("plan.critical", &s.critical), {Label: t("plan.across"), Checked: s.across, Do: s.turnAcross}, turn("plan.links", &g.ShowLinks), turn("plan.ghosts", &g.Baseline), turn("plan.absences", &s.absences),
		{}, {Label: t("plan.panel"), Shortcut: "F4", Checked: !s.noPanel, Do: s.turnPanel},
		{}, {Label: t("plan.fold"), Shortcut: "Ctrl+Shift+←", Do: func() { s.foldAll(true) }}, {Label: t("plan.unfold"), Shortcut: "Ctrl+Shift+→", Do: func() { s.foldAll(false) }},
		{}, {Label: t("plan.columns"), Do: func() { s.chart.Grid.ColumnsMenu(s.show) }}}
}

// turnPanel shows the chosen task or gives its room to the table.
func (s *Screen) turnPanel() {
	s.noPanel = !s.noPanel
	s.detail.settle()
}

// readCosts reads what the tasks cost, where a column or the panel shows it.
func (s *Screen) readCosts() {
	s.costs, s.total = nil, command.TaskCost{}
	if s.tree.Plan.ID.IsZero() {
		return
	}
	c, err := command.PlanCosts(s.d.Read(), s.tree)
	if err != nil {
		s.d.Fail(err)
		return
	}
	s.total = c.Total
	s.costs = make(map[data.ID[data.Task]]command.TaskCost, len(c.Rows))
	for i, r := range s.tree.Rows {
		s.costs[r.Task.ID] = c.Rows[i]
	}
	if s.calendars, err = s.d.Read().CalendarNames(); err != nil {
		s.d.Fail(err)
	}
}

// costOf is the money of a task.
func (s *Screen) costOf(id data.ID[data.Task]) command.TaskCost { return s.costs[id] }

// calendarOf is the name of a task's own calendar.
func (s *Screen) calendarOf(id data.ID[data.Calendar]) string {
	for _, c := range s.calendars {
		if data.ID[data.Calendar](c.ID) == id {
			return c.Name
		}
	}
	return ""
}

// datesText is the start and the status date of the plan in the strip.
func (s *Screen) datesText() string {
	w := s.d.Words()
	p := s.tree.Plan
	if p.ID.IsZero() {
		return ""
	}
	status := w.T("plan.status.none")
	if !p.StatusOn.IsZero() {
		status = w.F("plan.status.on", w.ShortDate(p.StatusOn))
	}
	return text.Join(w.F("plan.start.on", w.ShortDate(p.StartsOn)), status)
}

// askDates lets the start and the status date of the plan be changed.
func (s *Screen) askDates() {
	if s.tree.Plan.ID.IsZero() {
		return
	}
	w, p := s.d.Words(), s.tree.Plan
	start, status := card.NewDate(s.d, p.StartsOn), card.NewDate(s.d, p.StatusOn)
	form := ui.NewForm().AddNote("startsOn", w.T("plan.start"), start, w.T("plan.start.note")).
		AddNote("statusOn", w.T("plan.status"), status, w.T("plan.status.note"))
	ui.ShowDialog(s.d.Canvas(), ui.Dialog{Title: w.T("plan.dates"), Content: form, Width: 520, Confirm: w.T("plan.dates.ok"), OnConfirm: func() error {
		var err error
		if p.StartsOn, err = start.Get(); err != nil {
			return err
		}
		if p.StatusOn, err = status.Get(); err != nil {
			return err
		}
		return form.Fail(s.d.Do(command.Put{Record: p}))
	}})
}
