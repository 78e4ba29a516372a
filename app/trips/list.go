package trips

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"portfel/app/card"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/text"
)

//text:prefix trips.show.
//text:prefix trips.sort.

// makeList builds the list with its chips, year and order.
func (s *Screen) makeList() {
	w := s.d.Words()
	s.list = ui.NewList(func() int { return len(s.rows) }, s.fill)
	s.list.OnMenu = s.rowMenu
	s.list.Empty = ui.NewEmpty(w.T("trips.empty"), ui.NewButton(ui.Primary, w.T("trips.new"), s.create))
	s.list.OnDelete = func(i int) { card.Delete(s.d, ref(s.rows[i].ID), s.rows[i].Name) }
	if s.embedded() {
		s.list.OnOpen = func(i int) { s.d.Open(ref(s.rows[i].ID)) }
		return
	}
	s.list.OnSelect = func(i int) { s.take(s.rows[i].ID) }
	s.list.OnOpen = func(int) { s.d.Canvas().Focus(s.detail.tabs) }
	s.chips = ui.NewSegmented(card.Codes(s.d, "trips.show.", data.TripShows), s.filter.Show.Code(), s.showOnly)
	s.strip = ui.NewStrip("", s.chips)
	s.yearBtn = ui.NewMenuButton("", s.yearMenu)
	s.sortBtn = ui.NewMenuButton("", s.sortMenu)
	s.yearBtn.Small, s.sortBtn.Small = true, true
	s.yearBtn.Kind, s.sortBtn.Kind = ui.Ghost, ui.Ghost
	s.box = ui.NewCard(w.T("trips.list"), "", s.list)
	s.box.Actions = []fyne.CanvasObject{s.sortBtn, s.yearBtn}
}

func ref(id data.ID[data.Trip]) data.Ref { return data.RefTo(data.KindTrip, id) }

// take shows another trip, unless a leg is open that cannot be kept as typed:
// then the list goes back to its trip.
func (s *Screen) take(id data.ID[data.Trip]) {
	if id == s.chosen {
		return
	}
	s.CommitEdit()
	if s.detail.route.form != nil {
		s.detail.turn(pageRoute)
		s.list.SelectID(s.chosen.String())
		return
	}
	s.chosen, s.gone = id, data.ID[data.Trip]{}
	s.detail.show(id)
}

func (s *Screen) showOnly(id string) {
	s.filter.Show = data.TripShow(slices.Index(data.TripShows, id))
	s.refilter()
}

// refilter reads the list for another filter; a trip that it does not show
// makes room for the first that it shows.
func (s *Screen) refilter() {
	s.Reload()
	if s.list.Selected() < 0 {
		s.chosen = data.ID[data.Trip]{}
		s.choose()
		s.detail.show(s.chosen)
	}
}

// labels are the words that follow the filter.
func (s *Screen) labels() {
	w := s.d.Words()
	s.yearBtn.SetLabel(s.yearWord(s.filter.Year))
	s.sortBtn.SetLabel(w.T("trips.sort." + s.filter.Sort.Code()))
	s.strip.SetNote(w.N("trips.count.shown", len(s.rows)))
	s.list.Empty.Text = w.T("trips.empty")
	if s.filter.Show != data.TripsAll || s.filter.Year != s.tell.today.Year() {
		s.list.Empty.Text = w.T("trips.empty.filter")
	}
	s.box.Refresh()
}

func (s *Screen) yearWord(y int) string {
	if y == 0 {
		return s.d.Words().T("trips.years")
	}
	return strconv.Itoa(y)
}

func (s *Screen) yearMenu() []ui.MenuItem {
	years := append([]int{}, s.years...)
	if !slices.Contains(years, s.tell.today.Year()) {
		years = append(years, s.tell.today.Year())
	}
	slices.SortFunc(years, func(a, b int) int { return b - a })
	var items []ui.MenuItem
	for _, y := range append(years, 0) {
		items = append(items, ui.MenuItem{Label: s.yearWord(y), Checked: y == s.filter.Year, Do: func() {
			s.filter.Year = y
			s.refilter()
		}})
	}
	return items
}

func (s *Screen) sortMenu() []ui.MenuItem {
	var items []ui.MenuItem
	for i, code := range data.TripSorts {
		x := data.TripSort(i)
		items = append(items, ui.MenuItem{Label: s.d.Words().T("trips.sort." + code), Checked: x == s.filter.Sort, Do: func() {
			s.filter.Sort = x
			s.Reload()
		}})
	}
	return items
}

// sorted orders by names, which only the language knows how to compare.
func (s *Screen) sorted(rows []data.TripRow) []data.TripRow {
	w := s.d.Words()
	switch s.filter.Sort {
	case data.TripsByName:
		slices.SortStableFunc(rows, func(a, b data.TripRow) int { return w.Compare(a.Name, b.Name) })
	case data.TripsByWhom:
		slices.SortStableFunc(rows, func(a, b data.TripRow) int {
			if a.Mine != b.Mine {
				return map[bool]int{true: -1, false: 1}[a.Mine]
			}
			return w.Compare(a.Person, b.Person)
		})
	}
	return rows
}

func (s *Screen) fill(i int, r *ui.ListRow) {
	t := s.rows[i]
	r.ID, r.Title = t.ID.String(), s.tell.title(t)
	r.Note, r.NoteLines = text.Join(s.tell.when(t), s.about(t)), 3
	r.ChipRole, r.ChipWord = s.tell.chip(t)
	if t.Status == data.TripCancelled || !t.ArchivedOn.IsZero() {
		r.Role = ui.Muted
	}
}

// about is the second half of a row: the client, and the traveller when it is
// not the owner.
func (s *Screen) about(t data.TripRow) string {
	client, who := plainName(t.Client), t.Person
	if !s.fixed.ClientID.IsZero() {
		client = ""
	}
	if t.Mine && s.fixed.PersonID.IsZero() {
		who = ""
	}
	return text.Join(client, who)
}

func (s *Screen) rowMenu(i int) []ui.MenuItem {
	id := s.rows[i].ID
	if s.detail == nil {
		return append([]ui.MenuItem{{Label: s.d.Words().T("trips.open"), Shortcut: "Enter", Do: func() { s.d.Open(ref(id)) }}}, card.Menu(s.d, ref(id), s.rows[i].Name)...)
	}
	s.take(id)
	return s.detail.menu()
}
