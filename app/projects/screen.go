package projects

import (
	"encoding/json"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"portfel/app/card"
	"portfel/app/desk"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/workday"
)

// Screen is the room of projects.
type Screen struct {
	d      desk.Desk
	filter desk.Filter
	cal    *workday.Calendar
	all    []data.ProjectRow // as read
	rows   []data.ProjectRow // as shown
	chip   string
	chosen data.ID[data.Project]
	today  data.Date       // of the last reading
	hidden map[string]bool // columns that the reader does not want

	grid    *ui.Grid
	chips   *ui.Segmented
	strip   *ui.Strip
	left    *ui.Card
	view    *view
	stage   *fyne.Container
	content fyne.CanvasObject
}

// leftWidth is the room of the register beside an open card.
const leftWidth = 432

// New makes the room; with a filter it is the list of a client's or a person's
// projects inside another card.
func New(d desk.Desk, f desk.Filter) *Screen {
	s := &Screen{d: d, filter: f, chip: chipActive, hidden: map[string]bool{colManager: true}}
	s.grid = ui.NewGrid(columns(d.Words()), func() int { return len(s.rows) }, s.fill)
	s.grid.Order = ui.Sort{Column: colDeadline}
	s.grid.OnSort = func(o ui.Sort) { s.grid.Order = o; s.arrange() }
	s.grid.OnSelect = s.picked
	s.grid.OnColumns = s.columned
	s.grid.OnKey = s.key
	s.grid.OnOpen = s.open
	s.grid.OnMenu = s.menu
	s.grid.OnDelete = s.remove
	s.grid.Calm = true // a chosen project opens its card
	s.grid.Empty = ui.NewEmpty(d.Words().T("projects.empty"), ui.NewButton(ui.Primary, d.Words().T("projects.new"), s.create))
	if s.embedded() {
		s.chip = chipAll
		s.wide(false)
		s.content = s.grid
		return s
	}
	s.build()
	return s
}

func (s *Screen) embedded() bool { return s.filter != desk.Filter{} }

func (s *Screen) build() {
	s.chips = ui.NewSegmented(chipOptions(s.d.Words()), s.chip, func(id string) { s.chip = id; s.arrange() })
	s.strip = ui.NewStrip("", s.chips)
	s.left = ui.NewCard("", "", s.grid)
	s.view = newView(s.d, s.close)
	s.stage = container.NewStack()
	s.content = ui.Down(0, ui.Own(s.strip), ui.Flex(1, ui.Body(s.stage)))
	s.layout()
}

// layout gives the whole room to the register, or shares it with the card.
func (s *Screen) layout() {
	open := !s.chosen.IsZero()
	s.wide(!open)
	if open {
		s.stage.Objects = []fyne.CanvasObject{ui.Across(20, ui.Between(300, leftWidth, s.left), ui.Flex(1, s.view.content))}
	} else {
		s.stage.Objects = []fyne.CanvasObject{s.left}
	}
	s.stage.Refresh()
}

// wide shows the columns of the whole room, or those that a narrow register
// keeps. Columns come back in their own order, so all are hidden first.
func (s *Screen) wide(on bool) {
	none, cols := append([]ui.Column{}, s.grid.Columns()...), append([]ui.Column{}, s.grid.Columns()...)
	for i := range cols {
		none[i].Hidden = true
		cols[i].Hidden = s.hidden[cols[i].ID]
		if !on {
			cols[i].Hidden = !narrow[cols[i].ID]
		}
	}
	s.grid.SetColumns(none)
	s.grid.SetColumns(cols)
}

// columned remembers which columns the reader hides in the whole room.
func (s *Screen) columned() {
	if s.view == nil || !s.chosen.IsZero() {
		return
	}
	for _, c := range s.grid.Columns() {
		s.hidden[c.ID] = c.Hidden
	}
}

// Content is the room.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// Kinds are what the register and every page of the card show.
func (s *Screen) Kinds() []data.Kind {
	return []data.Kind{data.KindProject, data.KindMember, data.KindClient, data.KindContact, data.KindPerson, data.KindPlan, data.KindTask,
		data.KindDependency, data.KindAssignment, data.KindTrip, data.KindLeg, data.KindDeliverable, data.KindVersion, data.KindApproval,
		data.KindEvent, data.KindSeries, data.KindEventPerson, data.KindCalendar, data.KindCalendarDay, data.KindAttachment,
		data.KindAbsence, data.KindRate, data.KindResource, data.KindBaseline, data.KindBaselineTask}
}

// Reload reads the register and the open card again.
func (s *Screen) Reload() {
	s.today = s.d.Today()
	rows, err := s.d.Read().Projects(data.ProjectFilter{ClientID: s.filter.ClientID, PersonID: s.filter.PersonID}, s.today)
	if err != nil {
		s.d.Fail(err)
		return
	}
	s.all, s.cal = rows, card.Workdays(s.d)
	s.arrange()
	if s.view == nil {
		return
	}
	if row, ok := s.row(s.chosen); ok {
		s.view.show(row)
	} else if !s.chosen.IsZero() {
		s.close()
	}
}

// arrange shows the rows of the chip in the order of the heads.
func (s *Screen) arrange() {
	s.rows = s.rows[:0]
	for _, r := range s.all {
		if chipHas(s.chip, r) {
			s.rows = append(s.rows, r)
		}
	}
	sortRows(s.rows, s.grid.Order, s.d, s.health)
	s.grid.Reload()
	if s.strip != nil {
		s.strip.SetNote(s.d.Words().F("projects.count", len(s.rows), s.alive()))
	}
}

// alive is how many projects are not archived.
func (s *Screen) alive() (n int) {
	for _, r := range s.all {
		if r.ArchivedOn.IsZero() {
			n++
		}
	}
	return n
}

func (s *Screen) row(id data.ID[data.Project]) (data.ProjectRow, bool) {
	for _, r := range s.all {
		if r.ID == id {
			return r, true
		}
	}
	return data.ProjectRow{}, false
}

func (s *Screen) health(r data.ProjectRow) (data.Health, int) {
	return r.Health(s.today, s.cal.Distance)
}

// picked opens the card of a row; inside another card rows are only marked.
func (s *Screen) picked(i int) {
	if s.view == nil || i >= len(s.rows) {
		return
	}
	was := s.chosen
	s.chosen = s.rows[i].ID
	s.view.show(s.rows[i])
	if was.IsZero() {
		s.layout()
		s.grid.SelectID(s.chosen.String())
	}
}

// open goes from the row into its card, or from another card into this room.
func (s *Screen) open(i int) {
	if i >= len(s.rows) {
		return
	}
	if s.embedded() {
		s.d.Open(s.rows[i].Ref())
		return
	}
	s.view.focus()
}

// key closes the card by Escape.
func (s *Screen) key(e *fyne.KeyEvent) bool {
	if e.Name != fyne.KeyEscape || s.view == nil || s.chosen.IsZero() {
		return false
	}
	s.close()
	return true
}

// close puts the card away.
func (s *Screen) close() {
	s.chosen = data.ID[data.Project]{}
	s.view.clear()
	s.layout()
	s.grid.Reload()
	s.Focus()
}

// Show opens the card of a project, whatever the chips say.
func (s *Screen) Show(ref data.Ref) bool {
	if ref.Kind != data.KindProject || s.view == nil {
		return false
	}
	row, ok := s.row(data.As[data.Project](ref))
	if !ok {
		return false
	}
	if !chipHas(s.chip, row) {
		s.chip = chipFor(row)
		s.chips.Set(s.chip, true)
		s.arrange()
	}
	s.chosen = row.ID
	s.view.show(row)
	s.layout()
	s.grid.SelectID(row.ID.String())
	return true
}

// Focus gives the keyboard to the register, or to the button of an empty one.
func (s *Screen) Focus() {
	c := s.d.Canvas()
	switch {
	case c == nil:
	case len(s.rows) == 0:
		c.Focus(s.grid.Empty.Button)
	default:
		c.Focus(s.grid)
	}
}

// place is what is remembered of the room.
type place struct {
	Chip, Chosen, Tab string
	Order             ui.Sort
	Hidden            map[string]bool
}

// Remember is chip, order, project and page.
func (s *Screen) Remember() string {
	b, err := json.Marshal(place{s.chip, s.chosen.String(), s.view.tab(), s.grid.Order, s.hidden})
	if err != nil {
		return ""
	}
	return string(b)
}

// Recall takes up what Remember gave; a project that is gone is left out.
func (s *Screen) Recall(was string) {
	var p place
	if json.Unmarshal([]byte(was), &p) != nil {
		return
	}
	if known(p.Chip) {
		s.chip = p.Chip
		s.chips.Set(p.Chip, true)
	}
	if p.Order.Column != "" {
		s.grid.Order = p.Order
	}
	if p.Hidden != nil {
		s.hidden = p.Hidden
		s.layout()
	}
	s.view.turn(p.Tab)
	s.Reload()
	if id := card.ID[data.Project](p.Chosen); !id.IsZero() {
		s.Show(data.RefTo(data.KindProject, id))
	}
}
