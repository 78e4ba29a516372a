package clients

import (
	"encoding/json"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"portfel/app/card"
	"portfel/app/desk"
	"portfel/app/ui"
	"portfel/data"
)

// Screen is the room of clients.
type Screen struct {
	d      desk.Desk
	all    []data.ClientRow
	rows   []data.ClientRow
	chip   string
	order  string
	query  string
	chosen data.ID[data.Client]
	today  data.Date // of the last reading

	list    *ui.List
	chips   *ui.Segmented
	orders  *ui.Segmented
	search  *ui.Field
	strip   *ui.Strip
	view    *view
	stage   *fyne.Container
	content fyne.CanvasObject
}

const (
	listWidth  = 344
	rightWidth = 316
)

// New makes the room. It is not narrowed by a filter: nothing embeds it.
func New(d desk.Desk, _ desk.Filter) *Screen {
	s := &Screen{d: d, chip: chipActive, order: orderSilence}
	w := d.Words()
	s.list = ui.NewList(func() int { return len(s.rows) }, s.fill)
	s.list.OnSelect = s.picked
	s.list.OnOpen = func(int) { s.view.focus() }
	s.list.OnMenu = s.menu
	s.list.OnDelete = func(i int) { card.Delete(d, s.rows[i].Ref(), s.rows[i].Name) }
	s.list.Empty = ui.NewEmpty(w.T("clients.empty"), ui.NewButton(ui.Primary, w.T("clients.new"), s.create))
	s.chips = ui.NewSegmented(options(w, "clients.chip.", chipList), s.chip, func(id string) { s.chip = id; s.arrange() })
	s.orders = ui.NewSegmented(options(w, "clients.order.", orderList), s.order, func(id string) { s.order = id; s.arrange() })
	s.search = ui.NewField("")
	s.search.PlaceHolder, s.search.Width, s.search.Height = w.T("clients.find"), 190, 28
	s.search.OnChanged = func(q string) { s.query = q; s.arrange() }
	s.search.OnKey = s.searchKey
	s.strip = ui.NewStrip("", s.chips, s.search, s.orders)
	s.view = newView(d)
	s.stage = container.NewStack()
	s.content = ui.Down(0, ui.Own(s.strip), ui.Flex(1, ui.Body(ui.Across(20, ui.Between(284, listWidth, ui.NewCard("", "", s.list)), ui.Flex(1, s.stage), ui.Between(220, rightWidth, s.view.people.content)))))
	s.layout()
	return s
}

// layout shows the card of the chosen client, or says what to do.
func (s *Screen) layout() {
	if s.chosen.IsZero() {
		s.stage.Objects = []fyne.CanvasObject{ui.NewCard("", "", ui.NewEmpty(s.d.Words().T("clients.choose"), nil))}
		s.view.people.content.Hide()
	} else {
		s.view.people.content.Show()
		s.stage.Objects = []fyne.CanvasObject{s.view.content}
	}
	s.content.Refresh()
}

// searchKey goes from the search to the list by the Down key.
func (s *Screen) searchKey(e *fyne.KeyEvent) bool {
	if e.Name != fyne.KeyDown || len(s.rows) == 0 {
		return false
	}
	s.d.Canvas().Focus(s.list)
	if s.list.Selected() < 0 {
		s.list.Select(0)
	}
	return true
}

// Content is the room.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// Kinds are what the list and every page of the card show.
func (s *Screen) Kinds() []data.Kind {
	return []data.Kind{data.KindClient, data.KindContact, data.KindPerson, data.KindProject, data.KindMember, data.KindTrip, data.KindLeg, data.KindDeliverable,
		data.KindVersion, data.KindEvent, data.KindSeries, data.KindEventPerson, data.KindPlan, data.KindTask, data.KindAttachment}
}

// Reload reads the list and the open card again.
func (s *Screen) Reload() {
	s.today = s.d.Today()
	rows, err := s.d.Read().Clients(s.today)
	if err != nil {
		s.d.Fail(err)
		return
	}
	s.all = rows
	s.arrange()
	if s.chosen.IsZero() && len(s.rows) > 0 {
		s.list.SelectID(s.rows[0].ID.String())
		s.chosen = s.rows[0].ID
		s.layout()
	}
	if row, ok := s.row(s.chosen); ok {
		s.view.show(row)
	} else if !s.chosen.IsZero() {
		s.chosen = data.ID[data.Client]{}
		s.layout()
	}
}

// arrange shows the rows of chip and search in their order.
func (s *Screen) arrange() {
	s.rows = s.rows[:0]
	for _, r := range s.all {
		if chipHas(s.chip, r) && r.Finds(s.query) {
			s.rows = append(s.rows, r)
		}
	}
	w, today := s.d.Words(), s.today
	slices.SortStableFunc(s.rows, func(a, b data.ClientRow) int {
		switch s.order {
		case orderSilence:
			return data.CompareSilence(a, b, today)
		case orderCity:
			if c := w.Compare(a.City, b.City); c != 0 {
				return c
			}
		}
		return w.Compare(data.BareName(a.Name), data.BareName(b.Name))
	})
	s.list.Reload()
	s.strip.SetNote(w.N("clients.count", len(s.rows)))
}

func (s *Screen) row(id data.ID[data.Client]) (data.ClientRow, bool) {
	for _, r := range s.all {
		if r.ID == id {
			return r, true
		}
	}
	return data.ClientRow{}, false
}

// picked shows the card of a row.
func (s *Screen) picked(i int) {
	if i >= len(s.rows) {
		return
	}
	fresh := s.chosen.IsZero()
	s.chosen = s.rows[i].ID
	s.view.show(s.rows[i])
	if fresh {
		s.layout()
	}
}

// Show opens the card of a client, whatever chip and search say.
func (s *Screen) Show(ref data.Ref) bool {
	if ref.Kind == data.KindContact {
		return s.showContact(ref)
	}
	row, ok := s.row(data.As[data.Client](ref))
	if ref.Kind != data.KindClient || !ok {
		return false
	}
	if !chipHas(s.chip, row) || !row.Finds(s.query) {
		s.query, s.chip = "", chipFor(row)
		s.search.SetValue("")
		s.chips.Set(s.chip, true)
		s.arrange()
	}
	s.chosen = row.ID
	s.view.show(row)
	s.layout()
	s.list.SelectID(row.ID.String())
	return true
}

// showContact opens the client of a contact with the contact chosen.
func (s *Screen) showContact(ref data.Ref) bool {
	rec, err := s.d.Read().Load(ref)
	if err != nil {
		return false
	}
	k, ok := rec.(data.Contact)
	return ok && s.Show(data.RefTo(data.KindClient, k.ClientID)) && s.view.people.choose(k.ID)
}

// Focus gives the keyboard to the list.
func (s *Screen) Focus() {
	c := s.d.Canvas()
	switch {
	case c == nil:
	case len(s.rows) == 0 && s.list.Empty != nil && s.list.Empty.Button != nil:
		c.Focus(s.list.Empty.Button)
	default:
		c.Focus(s.list)
	}
}

// memory is what is remembered of the room.
type memory struct{ Chip, Order, Chosen, Tab string }

// Remember is chip, order, client and page.
func (s *Screen) Remember() string {
	b, err := json.Marshal(memory{s.chip, s.order, s.chosen.String(), s.view.tabs.On})
	if err != nil {
		return ""
	}
	return string(b)
}

// Recall takes up what Remember gave; a client that is gone is left out.
func (s *Screen) Recall(was string) {
	var p memory
	if json.Unmarshal([]byte(was), &p) != nil {
		return
	}
	if slices.Contains(chipList, p.Chip) {
		s.chip = p.Chip
		s.chips.Set(p.Chip, true)
	}
	if slices.Contains(orderList, p.Order) {
		s.order = p.Order
		s.orders.Set(p.Order, true)
	}
	s.view.turn(p.Tab)
	s.Reload()
	if id := card.ID[data.Client](p.Chosen); !id.IsZero() {
		s.Show(data.RefTo(data.KindClient, id))
	}
}
