package plan

import (
	"strings"

	"fyne.io/fyne/v2"

	"portfel/app/card"
	"portfel/app/desk"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
	"portfel/data/workday"
)

// Screen shows one plan at a time.
type Screen struct {
	d      desk.Desk
	plans  []data.PlanHead
	tree   data.PlanTree
	rows   []data.PlanRow // of tree, without folded branches
	people []data.NameRow
	folded map[data.ID[data.Task]]bool
	cal    *workday.Calendar
	now    data.Date
	at     map[data.ID[data.Task]]int // shown row of a task
	view
	typing

	which     *ui.Choice
	zoom      *ui.Button
	show      *ui.Button
	whose     *ui.Button
	dates     *ui.Link
	filters   *ui.Segmented
	bar       *ui.Strip
	chart     *ui.TreeGantt
	detail    *detail
	holding   map[data.ID[data.Task]]bool // the critical path of all projects, while it is shown
	lacking   map[data.ID[data.Task]][]string
	ask       *command.WhatIf // made when a bar is first dragged, until the next reload
	pages     *pages
	content   fyne.CanvasObject
	away      map[data.ID[data.Person]][]ui.Span
	spans     []ui.Span                  // of one row, used again
	moved     []data.TaskDate            // by the drag under way
	shown     []ui.Preview               // of it
	ends      []data.Date                // of all tasks, if it were done
	place     map[data.ID[data.Task]]int // row of a task in the tree
	costs     map[data.ID[data.Task]]command.TaskCost
	total     command.TaskCost
	calendars []data.NameRow
	placed    data.ID[data.Plan] // whose chart was brought to today
	fitted    [2]data.Date       // the days that «весь план» was last fitted to
	seen      data.ID[data.Plan] // in which a row was chosen
}

// New makes the room; a filter by project shows that project's plan.
func New(d desk.Desk, f desk.Filter) *Screen {
	s := &Screen{d: d, folded: map[data.ID[data.Task]]bool{}, view: newView(), now: d.Today()}
	s.chart = ui.NewTreeGantt(s.columns(), s.length, s.fill, 736)
	s.chart.View.Share, s.chart.View.MinLeft, s.chart.View.MinRight = .48, 300, 400
	s.grid()
	s.gantt()
	s.detail = newDetail(s)
	s.controls()
	s.pages = newPages(s, ui.Down(0, ui.Own(s.bar), ui.Flex(1, s.detail.body)))
	s.content = s.pages.object()
	if id, err := d.Read().CurrentPlan(f.ProjectID); err == nil {
		s.tree.Plan.ID = id
	}
	return s
}

// Content is the strip, the chart and the chosen task.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// Kinds are what a plan is made of.
func (s *Screen) Kinds() []data.Kind {
	return []data.Kind{data.KindPlan, data.KindTask, data.KindDependency, data.KindAssignment, data.KindProject, data.KindPerson,
		data.KindAbsence, data.KindCalendar, data.KindCalendarDay, data.KindTrip, data.KindLeg, data.KindNorm,
		data.KindBaseline, data.KindBaselineTask, data.KindApproval, data.KindRate, data.KindMentoring, data.KindEvent, data.KindSeries}
}

// Reload reads the plan again; selection, folding and scroll stay.
func (s *Screen) Reload() {
	var err error
	if s.plans, err = s.d.Read().Plans(); err != nil {
		s.d.Fail(err)
		return
	}
	s.choose()
	s.ask, s.lacking, s.now = nil, nil, s.d.Today()
	s.pages.bases.forget()
	s.cal = card.Workdays(s.d)
	if s.people, err = s.d.Read().PersonNames(); err != nil {
		s.d.Fail(err)
	}
	if s.tree.Plan.ID.IsZero() {
		s.tree = data.PlanTree{}
	} else if s.tree, err = s.d.Read().PlanTree(s.tree.Plan.ID); err != nil {
		s.d.Fail(err)
		s.tree = data.PlanTree{}
	}
	s.place = make(map[data.ID[data.Task]]int, len(s.tree.Rows))
	for i := range s.tree.Rows {
		s.place[s.tree.Rows[i].Task.ID] = i
	}
	s.readCosts()
	s.readAcross()
	s.relay()
	s.strip()
	s.pages.reload()
}

// relay shows the rows anew after folding, another filter or a change.
func (s *Screen) relay() {
	s.lay()
	s.chart.Grid.Empty = s.empty()
	s.chart.Grid.Reload()
	s.axis()
	s.detail.reload()
}

// choose keeps the plan that is shown, else takes the work for a client that
// ends first, else the first plan.
func (s *Screen) choose() {
	opts := make([]ui.Option, 0, len(s.plans))
	found := false
	for _, p := range s.plans {
		opts = append(opts, ui.Option{ID: p.ID.String(), Label: title(p), Note: p.Client})
		found = found || p.ID == s.tree.Plan.ID
	}
	opts, found = s.withVariant(opts, found)
	if !found {
		s.tree = data.PlanTree{}
		if len(s.plans) > 0 {
			s.tree.Plan.ID = s.plans[nearest(s.plans)].ID
		}
	}
	s.which.SetOptions(opts)
	s.which.Set(s.tree.Plan.ID.String())
}

// nearest is the running project of a client that ends first, or 0.
func nearest(plans []data.PlanHead) int {
	at := -1
	for i, p := range plans {
		if p.Status != data.ProjectRunning || p.Client == "" || p.Archived || p.EndsOn.IsZero() {
			continue
		}
		if at < 0 || p.EndsOn < plans[at].EndsOn {
			at = i
		}
	}
	return max(at, 0)
}

func title(p data.PlanHead) string {
	if p.Code == "" {
		return p.Name
	}
	return p.Code + " " + p.Name
}

// open shows another plan.
func (s *Screen) open(id data.ID[data.Plan]) {
	s.tree = data.PlanTree{Plan: data.Plan{ID: id}}
	s.Reload()
}

// lay lists the rows that are not folded away and that the filter lets through.
func (s *Screen) lay() {
	s.rows = s.rows[:0]
	hide := -1
	for _, r := range s.tree.Rows {
		if hide >= 0 && r.Depth > hide {
			continue
		}
		hide = -1
		if s.narrowed() && (r.HasKids || !s.passes(r)) {
			continue
		}
		if !s.narrowed() && r.HasKids && s.folded[r.Task.ID] {
			hide = r.Depth
		}
		s.rows = append(s.rows, r)
	}
	s.at = make(map[data.ID[data.Task]]int, len(s.rows))
	for i, r := range s.rows {
		s.at[r.Task.ID] = i
	}
}

// late tells whether a task should be finished by now or misses its deadline.
func late(r data.PlanRow, today data.Date) bool {
	if r.Task.Status.Finished() || r.Date.Percent == 100 || r.Date.EndsOn.IsZero() {
		return false
	}
	return r.Date.EndsOn < today || r.Date.HasSlack && r.Date.SlackDays < 0
}

// row is the row under the cursor.
func (s *Screen) row() (data.PlanRow, bool) {
	i, _ := s.chart.Grid.CursorRow()
	if i >= 0 && i < len(s.rows) {
		return s.rows[i], true
	}
	return data.PlanRow{}, false
}

// Show selects a task, or opens the plan of a project or plan.
func (s *Screen) Show(ref data.Ref) bool {
	switch ref.Kind {
	case data.KindPlan:
		s.pages.toTable()
		s.open(data.As[data.Plan](ref))
		return true
	case data.KindTask:
		id, err := s.d.Read().PlanOf(data.As[data.Task](ref))
		if err != nil {
			return false
		}
		s.pages.toTable()
		s.widen()
		s.open(id)
		s.unfold(data.As[data.Task](ref))
		ok := s.chart.Grid.SelectID(ref.ID.String())
		s.detail.reload()
		if r, found := s.row(); found && !r.Date.StartsOn.IsZero() {
			s.chart.Gantt.ShowDay(r.Date.StartsOn)
		}
		return ok
	}
	return false
}

// unfold opens the branches above a task.
func (s *Screen) unfold(id data.ID[data.Task]) {
	parent := map[data.ID[data.Task]]data.ID[data.Task]{}
	for _, r := range s.tree.Rows {
		parent[r.Task.ID] = r.Task.ParentID
	}
	for p := parent[id]; !p.IsZero(); p = parent[p] {
		delete(s.folded, p)
	}
	s.lay()
	s.chart.Grid.Reload()
}

// Remember is the plan and the page that are shown, what it is compared with, and
// how the table looks.
func (s *Screen) Remember() string { return s.pages.place() + "\t" + s.looks() }

// Recall shows what was left.
func (s *Screen) Recall(place string) {
	place, looks, _ := strings.Cut(place, "\t")
	s.pages.back(place)
	s.setLooks(looks)
}

// Focus puts the keyboard into the table, or into the page that is shown.
func (s *Screen) Focus() {
	if !s.pages.focus() {
		s.d.Canvas().Focus(s.chart.Grid)
	}
}

// CommitEdit keeps an open cell: taking the focus away does it.
func (s *Screen) CommitEdit() {
	s.pages.commit()
	if s.chart.Grid.Editing() {
		s.d.Canvas().Focus(s.chart.Grid)
	}
}
