package trips

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"portfel/app/desk"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
	"portfel/data/text"
)

// The pages of a trip.
const (
	pageRoute   = "route"
	pageTask    = "task"
	pageMoney   = "money"
	pageSpent   = "spent"
	pagePapers  = "files"
	pageReport  = "report"
	pageHistory = "history"
)

// detail is the card of the chosen trip and what hangs on it at the right.
type detail struct {
	s     *Screen
	d     desk.Desk
	trip  data.Trip
	row   data.TripRow
	legs  []data.Leg
	group []data.TripRow // travellers of the journey, this one among them
	meets []data.TripMeeting
	facts command.TripFacts

	receipts map[data.ID[data.Expense]]int // files of the expenses

	card    *ui.Card
	stack   *fyne.Container // the trip, or what stands when there is none
	whole   *fyne.Container
	place   *fyne.Container // the page
	heading *ui.Heading
	steps   *ui.Steps
	tabs    *ui.Tabs
	page    string
	route   *route
	task    *assignment
	budget  *budget
	spent   *spending
	papers  *papers
	account *account
	empty   *ui.Empty
	side    *side
}

func newDetail(s *Screen) *detail {
	t := s.d.Words().T
	c := &detail{s: s, d: s.d, page: pageRoute, heading: ui.NewHeading("", ""), steps: ui.NewSteps(0), place: container.NewStack()}
	c.tabs = ui.NewTabs(c.pages(), c.page, c.turn)
	c.route, c.task, c.budget, c.spent, c.papers, c.account = newRoute(c), newAssignment(c), newBudget(c), newSpending(c), newPapers(c), newAccount(c)
	c.side = newSide(c)
	c.whole = ui.Down(0, ui.Own(c.heading), ui.Own(c.steps), ui.Own(c.tabs), ui.Flex(1, c.place))
	c.empty = ui.NewEmpty(t("trips.none"), ui.NewButton(ui.Secondary, t("trips.new"), s.create))
	c.stack = container.NewStack(c.empty)
	c.card = ui.NewCard("", "", c.stack)
	c.turn(c.page)
	return c
}

// pages are the tabs of a trip; a local one has no money of its own.
func (c *detail) pages() []ui.Tab {
	t := c.d.Words().T
	tabs := []ui.Tab{{ID: pageRoute, Label: t("trips.tab.route"), Count: ui.NoCount}, {ID: pageTask, Label: t("trips.tab.task"), Count: ui.NoCount}}
	if c.trip.What != data.TripLocal {
		tabs = append(tabs, ui.Tab{ID: pageMoney, Label: t("trips.tab.money"), Count: ui.NoCount}, ui.Tab{ID: pageSpent, Label: t("trips.tab.spent"), Count: len(c.facts.Expenses)})
	}
	tabs = append(tabs, ui.Tab{ID: pagePapers, Label: t("trips.tab.files"), Count: c.paperCount()})
	if c.trip.What != data.TripLocal {
		tabs = append(tabs, ui.Tab{ID: pageReport, Label: t("trips.tab.report"), Count: ui.NoCount})
	}
	return append(tabs, ui.Tab{ID: pageHistory, Label: t("trips.tab.history"), Count: ui.NoCount})
}

// paperCount is the number of papers and files.
func (c *detail) paperCount() int {
	if c.papers == nil {
		return 0
	}
	return c.papers.made() + c.papers.files.Len()
}

// turn shows a page.
func (c *detail) turn(page string) {
	if !slices.ContainsFunc(c.tabs.Tabs, func(t ui.Tab) bool { return t.ID == page }) {
		return
	}
	if c.page == pageRoute && page != pageRoute {
		c.route.commit()
	}
	c.page, c.tabs.On = page, page
	c.tabs.Refresh()
	c.place.Objects = []fyne.CanvasObject{c.pageOf(page)}
	c.place.Refresh()
}

func (c *detail) pageOf(page string) fyne.CanvasObject {
	switch page {
	case pageTask:
		return c.task.box
	case pageMoney:
		return c.budget.box
	case pageSpent:
		return c.spent.box
	case pagePapers:
		return c.papers.box
	case pageReport:
		return c.account.box
	case pageHistory:
		return c.history()
	}
	return c.route.box
}

// show reads a trip and draws it; the zero id shows that there is none.
func (c *detail) show(id data.ID[data.Trip]) {
	same := id == c.trip.ID
	if !c.read(id) {
		c.trip, c.row = data.Trip{}, data.TripRow{}
		c.put(c.empty)
		c.side.hide()
		return
	}
	if !same {
		c.route.form = nil
	}
	c.head()
	c.route.reload()
	c.task.reload()
	c.budget.reload()
	c.spent.reload()
	c.papers.reload()
	c.account.reload()
	c.tabs.Tabs = c.pages()
	if !slices.ContainsFunc(c.tabs.Tabs, func(t ui.Tab) bool { return t.ID == c.page }) {
		c.page = pageRoute
	}
	c.tabs.Refresh()
	c.turn(c.page)
	c.side.reload()
	c.put(c.whole)
}

// put swaps the content of the card and lets everything take its height.
func (c *detail) put(o fyne.CanvasObject) {
	c.stack.Objects = []fyne.CanvasObject{o}
	c.stack.Refresh()
	c.whole.Refresh()
	c.card.Refresh()
}

func (c *detail) read(id data.ID[data.Trip]) bool {
	if id.IsZero() {
		return false
	}
	r := c.d.Read()
	var err error
	if c.trip, err = r.Trip(id); err != nil {
		return false
	}
	if c.row, err = r.TripRow(id); err != nil {
		return false
	}
	if c.legs, err = r.TripLegs(id); err == nil {
		c.group, err = r.TripGroup(c.trip)
	}
	if err == nil {
		c.meets, err = r.TripMeetings(c.row)
	}
	c.s.check(err)
	c.facts, err = command.ReadTrip(r, id)
	c.s.check(err)
	c.receipts, err = r.ReceiptCounts(id)
	c.s.check(err)
	c.route.stops = stops(c.legs, c.meets) // a repaint on the way must not meet older lines
	return true
}

// head is the name, the second line, the steps and the buttons.
func (c *detail) head() {
	t := c.s.tell
	title := t.title(c.row)
	title += ", " + whole(t.when(c.row))
	who := ""
	if !c.row.Mine || len(c.group) > 1 {
		who = c.row.Person
	}
	c.heading.Set(title, text.Join(c.row.Purpose, c.row.Client, who, c.order()), c.buttons()...)
	now, steps := c.line()
	c.steps.Set(now, steps...)
}

// order is «приказ № 118-к от 09.11», or why the trip was cancelled.
func (c *detail) order() string {
	w := c.d.Words()
	switch {
	case c.trip.Status == data.TripCancelled:
		return w.F("trips.cancelled", c.trip.CancelReason)
	case c.trip.OrderNo == "":
		return ""
	case c.trip.OrderOn.IsZero():
		return w.F("trips.order.no", c.trip.OrderNo)
	}
	return w.F("trips.order", c.trip.OrderNo, w.DayMonth(c.trip.OrderOn))
}

//text:prefix trips.step.

// line is the five steps of model.md: Заявка, Утверждена, В пути, Отчёт,
// Закрыта; a local trip has two.
func (c *detail) line() (int, []ui.Step) {
	names, now := []string{"claim", "agreed", "travelling", "report", "closed"}, tripStep(c.row.Phase(c.s.tell.today))
	if c.trip.What == data.TripLocal {
		names, now = []string{"local", "held"}, 0
		if c.trip.Status == data.TripHeld {
			now = 1
		}
	}
	steps := make([]ui.Step, len(names))
	for i, n := range names {
		steps[i] = ui.Step{Label: c.d.Words().T("trips.step." + n)}
		if i < now {
			steps[i].Role = ui.Done
		}
	}
	switch {
	case c.trip.Status == data.TripCancelled:
		return -1, steps
	case now == len(steps)-1:
		steps[now].Role = ui.Done
	default:
		steps[now].Role, _ = c.s.tell.chip(c.row)
		if steps[now].Role == ui.Planned || steps[now].Role == ui.Plain {
			steps[now].Role = ui.Go
		}
	}
	return now, steps
}

// tripStep is the index of the step at which a phase stands.
func tripStep(p data.TripStatus) int {
	switch p {
	case data.TripAgreed, data.TripOrdered:
		return 1
	case data.TripTravelling:
		return 2
	case data.TripDue, data.TripReported:
		return 3
	case data.TripApproved, data.TripClosed:
		return 4
	}
	return 0
}

// others tells whether somebody else of the journey can still be changed.
func (c *detail) others() bool {
	for _, g := range c.group {
		if g.ID != c.trip.ID && g.Status != data.TripCancelled && g.Status != data.TripClosed {
			return true
		}
	}
	return false
}

// edit opens the leg that is chosen, or the assignment.
func (c *detail) edit() {
	if c.page == pageRoute && c.route.edit() {
		return
	}
	c.turn(pageTask)
	c.d.Canvas().Focus(c.task.kv)
}
