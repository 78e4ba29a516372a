package calendar

import (
	"fyne.io/fyne/v2"

	"portfel/app/card"
	"portfel/app/desk"
	"portfel/app/ui"
	"portfel/data"
)

// The three ways to see the calendar.
const (
	byMonth = "month"
	byWeek  = "week"
	byList  = "agenda"
)

// Screen is the calendar: a view of a period, its layers, and the card of what
// is chosen.
type Screen struct {
	d      desk.Desk
	f      desk.Filter
	place  place
	day    data.Date
	agenda *card.Agenda
	rows   []data.AgendaRow
	at     map[string]int // index of a row by the id of its item
	marked map[string]data.Date
	items  []ui.Item
	counts map[data.Layer]int
	chosen string

	bar     *bar
	month   *ui.MonthView
	week    *ui.WeekView
	list    *ui.AgendaList
	view    *ui.Card
	side    *ui.Card
	facts   *ui.KeyValues // of the chosen row
	factsOf string        // its id
	content fyne.CanvasObject
}

// place is what the room remembers of itself.
type place struct {
	Mode   string       `json:"mode"`
	Off    []data.Layer `json:"off"` // layers turned off
	Who    string       `json:"who"` // "" = the owner, "all", or the id of a person
	Struck bool         `json:"struck"`
}

// fresh is how the calendar is seen the first time: without tasks, which would
// fill the month with bars, and without rides, which the trips show.
func fresh() place {
	return place{Mode: byMonth, Off: []data.Layer{data.LayerTasks, data.LayerLegs}}
}

// everybody is the value of place.Who for no narrowing by person.
const everybody = "all"

// New makes the calendar; with a filter it shows only what belongs to it, to be
// laid into a card.
func New(d desk.Desk, f desk.Filter) *Screen {
	s := &Screen{d: d, f: f, day: d.Today(), agenda: card.NewAgenda(d), place: fresh()}
	if s.embedded() {
		s.place.Who = everybody
	}
	s.views()
	s.bar = newBar(s)
	s.view = ui.NewCard("", "", s.month)
	s.side = ui.NewCard("", "", nil)
	s.content = s.layout()
	return s
}

func (s *Screen) embedded() bool { return s.f != desk.Filter{} }

func (s *Screen) views() {
	s.month = ui.NewMonthView(s.day, s.agenda.Today)
	s.month.OnOpen, s.month.OnCreate, s.month.OnMenu = s.choose, s.createOn, s.menu
	s.month.OnMove = func(id string, days int) { s.move(id, days, 0) }
	s.month.OnEnter = s.open
	s.month.OnDay = func(day data.Date) { s.toDay(day) }
	s.month.OnMonth = func(data.Date) { s.turned(s.month.Day()) }
	s.week = ui.NewWeekView(s.day, s.agenda.Today)
	s.week.OnOpen, s.week.OnCreate, s.week.OnMenu, s.week.OnMove = s.choose, s.create, s.menu, s.move
	s.week.OnEnter, s.week.OnDay = s.open, s.toDay
	s.week.OnWeek = func(data.Date) { s.turned(s.week.Day()) }
	s.list = ui.NewAgendaList(s.agenda.Today)
	s.list.OnItem = s.open
	s.list.List.OnSelect = func(int) { s.choose(s.list.List.SelectedID()) }
	s.list.List.OnDelete = func(int) { s.remove(s.list.List.SelectedID()) }
	s.list.List.Empty = ui.NewEmpty(s.d.Words().T("calendar.empty"), nil)
}

// layout puts bars, view and side together.
func (s *Screen) layout() fyne.CanvasObject {
	if s.embedded() {
		return ui.Down(8, ui.Own(s.bar.top), ui.Flex(1, s.view))
	}
	body := ui.Body(ui.Across(20, ui.Flex(1, s.view), ui.Between(240, sideWidth, s.side)))
	return ui.Down(0, ui.Own(s.bar.top), ui.Own(s.bar.layers), ui.Flex(1, body))
}

// sideWidth is the width of the card beside the view, in units.
const sideWidth = 300

// Content is the screen.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// Kinds are all nouns that have a date, and whose names stand beside them.
func (s *Screen) Kinds() []data.Kind {
	return []data.Kind{data.KindPerson, data.KindAbsence, data.KindCalendar, data.KindCalendarDay, data.KindCalendarYear, data.KindClient,
		data.KindProject, data.KindPlan, data.KindTask, data.KindAssignment, data.KindDependency, data.KindMentoring, data.KindTrip, data.KindLeg,
		data.KindDeliverable, data.KindVersion, data.KindEvent, data.KindSeries, data.KindEventPerson, data.KindNorm}
}

// Reload reads the period again.
func (s *Screen) Reload() {
	s.agenda = card.NewAgenda(s.d)
	s.read()
	s.show()
}

// read fetches the rows of the period and makes their items.
func (s *Screen) read() {
	from, to := s.span()
	rows, err := s.d.Read().Agenda(data.AgendaFilter{From: from, To: to, PersonID: s.person(), ClientID: s.f.ClientID,
		ProjectID: s.f.ProjectID, MentoringID: s.f.MentoringID})
	if err != nil {
		s.d.Fail(err)
		return
	}
	s.rows, s.at, s.counts = rows, map[string]int{}, map[data.Layer]int{}
	s.items = s.items[:0]
	s.mark(from, to)
	for i, row := range rows {
		if card.Cancelled(row) && !s.place.Struck {
			continue
		}
		s.counts[row.Layer]++
		id := card.AgendaID(row)
		s.at[id] = i
		if !s.off(row.Layer) {
			s.items = append(s.items, s.agenda.Item(id, row))
		}
	}
}

// person narrows the rows; zero is everybody.
func (s *Screen) person() data.ID[data.Person] {
	switch {
	case !s.f.PersonID.IsZero():
		return s.f.PersonID
	case s.place.Who == everybody:
		return data.ID[data.Person]{}
	case s.place.Who == "":
		return s.agenda.Me.ID
	}
	id, err := data.ParseID[data.Person](s.place.Who)
	if err != nil {
		return s.agenda.Me.ID
	}
	return id
}

// span is the first and the last day that the view shows.
func (s *Screen) span() (from, to data.Date) {
	switch s.place.Mode {
	case byWeek:
		return s.day.Monday(), s.day.Monday() + 6
	case byList:
		return s.period()
	}
	first := s.day.MonthStart().Monday()
	return first, first + 41
}

// period is what the title names: the week, or the month without the days of
// its neighbours.
func (s *Screen) period() (from, to data.Date) {
	if s.place.Mode == byWeek {
		return s.day.Monday(), s.day.Monday() + 6
	}
	return s.day.MonthStart(), s.day.MonthStart().AddMonths(1) - 1
}

// show hands the items to the view of the mode.
func (s *Screen) show() {
	free := func(x data.Date) bool { return !s.agenda.Days.IsWorking(x) }
	var view fyne.CanvasObject
	switch s.place.Mode {
	case byWeek:
		s.week.Today, s.week.DayOff, s.week.Now = s.agenda.Today, free, s.now()
		s.week.SetItems(s.items)
		view = s.week
	case byList:
		from, to := s.period()
		s.list.Today = s.agenda.Today
		s.list.SetItems(s.items, from, to)
		view = s.list.List
	default:
		s.month.Today, s.month.DayOff = s.agenda.Today, free
		s.month.SetItems(s.items)
		view = s.month
	}
	if s.view.Content != view {
		s.view.Content = view
	}
	s.view.Refresh()
	s.bar.update()
	s.fillSide()
}

// now is the minute of the owner's day.
func (s *Screen) now() int {
	m, err := data.MomentOf(s.d.Read().Now(), s.agenda.Zone())
	if err != nil {
		return ui.NoTime
	}
	return m.Min
}

func (s *Screen) off(l data.Layer) bool {
	for _, x := range s.place.Off {
		if x == l {
			return true
		}
	}
	return false
}
