package trips

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"portfel/app/card"
	"portfel/app/desk"
	"portfel/app/ui"
	"portfel/data"
)

// Screen is the room, or, narrowed by a filter, a list inside another card.
type Screen struct {
	d       desk.Desk
	fixed   desk.Filter
	filter  data.TripFilter
	tell    teller
	rows    []data.TripRow
	counts  data.TripCounts
	years   []int
	chosen  data.ID[data.Trip]
	gone    data.ID[data.Trip] // was chosen and deleted; an undo brings the choice back too
	list    *ui.List
	chips   *ui.Segmented
	strip   *ui.Strip
	box     *ui.Card // around the list
	yearBtn *ui.Button
	sortBtn *ui.Button
	detail  *detail
	content fyne.CanvasObject
}

// New makes the room. With a filter it is only the list, for a card of a
// project, a client or a person.
func New(d desk.Desk, f desk.Filter) *Screen {
	s := &Screen{d: d, fixed: f, filter: data.TripFilter{Show: data.TripsAll, Sort: data.TripsNewest, Year: d.Today().Year(),
		ClientID: f.ClientID, ProjectID: f.ProjectID, PersonID: f.PersonID}}
	s.makeList()
	if s.embedded() {
		s.filter.Year = 0
		s.content = s.list
		return s
	}
	s.detail = newDetail(s)
	s.content = s.layout()
	return s
}

// embedded tells whether the screen is a part of another one.
func (s *Screen) embedded() bool {
	return !s.fixed.ClientID.IsZero() || !s.fixed.ProjectID.IsZero() || !s.fixed.PersonID.IsZero()
}

func (s *Screen) layout() fyne.CanvasObject {
	body := ui.Across(20, ui.Between(272, 340, s.box), ui.Flex(1, s.detail.card), ui.Between(284, 320, s.detail.side.scroll))
	return ui.Down(0, ui.Own(s.strip), ui.Flex(1, ui.Body(body)))
}

// Content is made once.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// Kinds are what a trip shows of itself and of its days.
func (s *Screen) Kinds() []data.Kind {
	return []data.Kind{data.KindTrip, data.KindLeg, data.KindPerson, data.KindClient, data.KindContact, data.KindProject, data.KindEvent, data.KindSeries,
		data.KindEventPerson, data.KindAbsence, data.KindAttachment, data.KindNorm, data.KindCalendar, data.KindCalendarDay,
		data.KindTripDay, data.KindTripItem, data.KindTripChange, data.KindEstimate, data.KindExpense, data.KindAdvanceReport, data.KindMoneyMove, data.KindPaper,
		data.KindPerDiem, data.KindFxRate, data.KindNumbering, data.KindCompany, data.KindSignatory, data.KindTask, data.KindLink, data.KindAssignment}
}

// Reload reads again; the chosen trip, the page and an open leg stay.
func (s *Screen) Reload() {
	s.tell = teller{s.d.Words(), card.Workdays(s.d), s.d.Today()}
	s.filter.Today = s.tell.today
	s.read()
	s.list.Reload()
	if s.embedded() {
		return
	}
	s.labels()
	s.choose()
	s.detail.show(s.chosen)
}

func (s *Screen) read() {
	r := s.d.Read()
	rows, err := r.Trips(s.filter)
	s.check(err)
	s.rows = s.sorted(rows)
	head := s.filter
	head.Year = s.tell.today.Year() // the top bar speaks of the present year whatever the list shows
	s.counts, err = r.TripCounts(head)
	s.check(err)
	if !s.embedded() {
		s.years, err = r.TripYears()
		s.check(err)
	}
}

func (s *Screen) check(err error) {
	if err != nil {
		s.d.Fail(err)
	}
}

// choose keeps the chosen trip if it is in the list, else takes the first row
// that needs attention: the report due, then the trip under way, then the next.
func (s *Screen) choose() {
	if !s.gone.IsZero() && s.list.SelectID(s.gone.String()) {
		s.chosen, s.gone = s.gone, data.ID[data.Trip]{}
		return
	}
	if !s.chosen.IsZero() {
		if s.list.SelectID(s.chosen.String()) {
			return
		}
		if _, err := s.d.Read().Trip(s.chosen); err == nil {
			return // it is there, only not in this list
		}
		s.gone = s.chosen
	}
	s.chosen = data.ID[data.Trip]{}
	best, rank := -1, 9
	for i, r := range s.rows {
		if n := s.urgency(r); n < rank || n == rank && n == 2 && r.StartsOn < s.rows[best].StartsOn {
			best, rank = i, n
		}
	}
	if best >= 0 {
		s.chosen = s.rows[best].ID
		s.list.SelectID(s.chosen.String())
	}
}

func (s *Screen) urgency(r data.TripRow) int {
	switch p := r.Phase(s.tell.today); {
	case p == data.TripDue:
		return 0
	case p == data.TripTravelling:
		return 1
	case p == data.TripAgreed || p == data.TripOrdered || p == data.TripPlanned:
		return 2
	}
	return 3
}

// Header is the line of counts and the buttons of the room.
func (s *Screen) Header() desk.Header {
	w, c := s.d.Words(), s.counts
	parts := []string{w.N("trips.count.ahead", c.Ahead)}
	if c.Travelling > 0 {
		parts = append(parts, w.N("trips.count.travelling", c.Travelling))
	}
	if c.Due > 0 {
		parts = append(parts, w.N("trips.count.due", c.Due))
	}
	parts = append(parts, w.F("trips.count.year", c.InYear, strconv.Itoa(s.tell.today.Year())))
	if c.MyDays > 0 {
		parts = append(parts, w.N("trips.count.days", c.MyDays))
	}
	h := desk.Header{Title: w.T("nav.trips"), Crumb: strings.Join(parts, " · ")}
	if c.Late > 0 {
		h.ChipRole, h.Chip = ui.Late, w.N("trips.count.late", c.Late)
	}
	calendar := ui.NewButton(ui.Secondary, w.T("trips.ics"), func() { s.d.Perform(desk.DeedICSExport) })
	add := ui.NewButton(ui.Primary, w.T("trips.new"), s.create)
	add.Shortcut = "Ctrl+N"
	journals := ui.NewMenuButton(w.T("trips.journals"), s.journalItems)
	h.Buttons = []*ui.Button{journals, calendar, add}
	return h
}

// Show chooses a trip, with other filters when the present ones hide it.
func (s *Screen) Show(ref data.Ref) bool {
	if ref.Kind != data.KindTrip || s.embedded() {
		return false
	}
	id := data.As[data.Trip](ref)
	if _, err := s.d.Read().Trip(id); err != nil {
		return false
	}
	s.chosen = id
	s.Reload()
	if s.list.SelectedID() != id.String() {
		s.widen(id)
	}
	return true
}

// widen chooses the filter that shows a trip.
func (s *Screen) widen(id data.ID[data.Trip]) {
	row, err := s.d.Read().TripRow(id)
	if err != nil {
		return
	}
	s.filter.Show, s.filter.Year = data.TripsAll, 0
	if !row.ArchivedOn.IsZero() {
		s.filter.Show = data.TripsArchive
	}
	s.chips.Set(s.filter.Show.Code(), true)
	s.Reload()
}

// Remember is the chosen trip, the filter and the page.
func (s *Screen) Remember() string {
	if s.embedded() {
		return ""
	}
	return strings.Join([]string{s.chosen.String(), s.filter.Show.Code(), strconv.Itoa(s.filter.Year), s.filter.Sort.Code(), s.detail.page}, " ")
}

// Recall goes where Remember was.
func (s *Screen) Recall(place string) {
	f := strings.Split(place, " ")
	if len(f) != 5 || s.embedded() {
		return
	}
	if id, err := data.ParseID[data.Trip](f[0]); err == nil {
		s.chosen = id
	}
	if i := slices.Index(data.TripShows, f[1]); i >= 0 {
		s.filter.Show = data.TripShow(i)
		s.chips.Set(f[1], true)
	}
	if y, err := strconv.Atoi(f[2]); err == nil {
		s.filter.Year = y
	}
	if i := slices.Index(data.TripSorts, f[3]); i >= 0 {
		s.filter.Sort = data.TripSort(i)
	}
	s.detail.turn(f[4])
}

// Focus puts the keyboard on the list.
func (s *Screen) Focus() { s.d.Canvas().Focus(s.list) }

// CommitEdit keeps an open leg if it can be kept.
func (s *Screen) CommitEdit() {
	if s.detail != nil {
		s.detail.route.commit()
	}
}

// Actions are what the palette and the keys can do here.
func (s *Screen) Actions() []desk.Action {
	t := s.d.Words().T
	out := []desk.Action{{Label: t("trips.new"), Key: "Ctrl+N", Do: s.create}, {Label: t("gather.title.new"), Do: s.gatherNew}}
	for _, i := range s.journalItems() {
		out = append(out, desk.Action{Label: i.Label + "…", Do: i.Do})
	}
	if s.detail == nil || s.detail.trip.ID.IsZero() {
		return out
	}
	c := s.detail
	for _, to := range c.stages() {
		out = append(out, desk.Action{Label: s.d.Words().F("trips.action.move", c.verb(to), s.tell.title(c.row)), Do: func() { c.move(to) }})
	}
	out = append(out, c.moneyActions()...)
	return append(out,
		desk.Action{Label: t("trips.leg.add"), Do: s.detail.route.add},
		desk.Action{Label: t("itinerary.menu"), Do: s.detail.importItinerary},
		desk.Action{Label: t("trips.leg.edit"), Key: "F2", Do: s.detail.edit},
		desk.Action{Label: t("trips.participant.add"), Do: s.detail.addParticipant},
		desk.Action{Label: t("trips.shift"), Do: s.detail.shift},
		desk.Action{Label: t("trips.repeat"), Do: s.detail.repeat})
}
