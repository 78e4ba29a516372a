package documents

import (
	"encoding/json"

	"fyne.io/fyne/v2"

	"portfel/app/card"
	"portfel/app/desk"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/text"
)

// sideWidth is the width of the chosen document's card in units.
const sideWidth float32 = 364

// Screen is the register and the chosen document.
type Screen struct {
	d       desk.Desk
	narrow  data.DeliverableFilter
	part    bool // embedded in the card of another record
	content fyne.CanvasObject
	strip   *ui.Strip
	chips   *ui.Segmented
	grid    *ui.Grid
	side    *side

	all    []data.DeliverableRow
	lines  []line
	at     map[string]int // id -> line
	filter string
	order  ui.Sort
}

// line is a row of the grid: a heading over a project, or a document.
type line struct {
	head, note string
	doc        int // index in all, -1 for a heading
}

// New makes the room; a filter narrows it to a project, a client or an author.
func New(d desk.Desk, f desk.Filter) *Screen {
	s := &Screen{d: d, filter: filterAll, order: ui.Sort{Column: colDue},
		narrow: data.DeliverableFilter{ProjectID: f.ProjectID, ClientID: f.ClientID, AuthorID: f.PersonID}}
	s.part = s.narrow != data.DeliverableFilter{}
	s.grid = s.newGrid()
	s.chips = ui.NewSegmented(nil, filterAll, s.setFilter)
	if s.part {
		s.content = s.embedded()
		return s
	}
	s.side = newSide(s)
	s.strip = ui.NewStrip("", s.chips)
	s.content = ui.Down(0, ui.Own(s.strip), ui.Flex(1, ui.Body(ui.Across(20,
		ui.Flex(1, ui.NewCard("", "", s.grid)), ui.Between(300, sideWidth, s.side.content)))))
	return s
}

// embedded is the register with its chips and the button that adds.
func (s *Screen) embedded() fyne.CanvasObject {
	add := ui.NewButton(ui.Secondary, s.d.Words().T("documents.new"), s.create)
	add.Small = true
	bar := ui.Across(8, ui.Own(s.chips), ui.Flex(1, ui.Spacer()), ui.Own(add))
	return ui.Down(0, ui.Own(ui.Pad(16, 8, bar)), ui.Flex(1, s.grid))
}

// Content is made once.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// Kinds are the records that the room shows.
func (s *Screen) Kinds() []data.Kind {
	return []data.Kind{data.KindDeliverable, data.KindVersion, data.KindApproval, data.KindAttachment, data.KindProject, data.KindClient,
		data.KindTask, data.KindPerson, data.KindContact, data.KindCalendarDay}
}

// Reload reads the register and the chosen document again.
func (s *Screen) Reload() {
	rows, err := s.d.Read().Deliverables(s.narrow)
	if err != nil {
		s.d.Fail(err)
		return
	}
	s.all = rows
	s.arrange()
	if s.side != nil {
		s.side.reload()
	}
}

// arrange lays out the lines and shows them; the chosen document stays chosen
// while it is among them.
func (s *Screen) arrange() {
	s.chips.Options = s.filterOptions()
	s.lines = s.layOut()
	s.at = make(map[string]int, len(s.lines))
	for i, l := range s.lines {
		if l.doc >= 0 {
			s.at[s.all[l.doc].ID.String()] = i
		}
	}
	s.grid.Order = s.order
	s.grid.Reload()
	s.chips.Refresh()
	if s.strip != nil {
		s.strip.SetNote(s.d.Words().F("documents.note", s.d.Words().T("documents.sort."+s.order.Column)))
	}
	if s.chosen() == nil {
		s.selectFirst()
	}
}

func (s *Screen) selectFirst() {
	for i, l := range s.lines {
		if l.doc >= 0 {
			s.grid.SelectID(s.all[l.doc].ID.String())
			s.grid.OnSelect(i)
			return
		}
	}
	if s.side != nil {
		s.side.show(nil)
	}
}

// chosen is the document under the cursor, nil when there is none.
func (s *Screen) chosen() *data.DeliverableRow {
	i, _ := s.grid.CursorRow()
	return s.doc(i)
}

// doc is the document of a line, nil for a heading.
func (s *Screen) doc(i int) *data.DeliverableRow {
	if i < 0 || i >= len(s.lines) || s.lines[i].doc < 0 {
		return nil
	}
	return &s.all[s.lines[i].doc]
}

// Header counts what is in work and what is late.
func (s *Screen) Header() desk.Header {
	w, today := s.d.Words(), s.d.Today()
	open, late := 0, 0
	for _, r := range s.all {
		if r.ArchivedOn.IsZero() && r.Open() {
			open++
			if r.Late(today) {
				late++
			}
		}
	}
	h := desk.Header{Title: w.T("nav.documents"), Crumb: w.N("documents.crumb.open", open)}
	if late > 0 {
		h.Crumb = text.Join(h.Crumb, w.N("documents.crumb.late", late))
	}
	b := ui.NewButton(ui.Primary, w.T("documents.new"), s.create)
	b.Shortcut = "Ctrl+N"
	h.Buttons = []*ui.Button{b}
	return h
}

// Show brings a document into view, whatever the chips say.
func (s *Screen) Show(ref data.Ref) bool {
	if ref.Kind != data.KindDeliverable {
		return false
	}
	for i := range s.all {
		if data.ID[data.Any](s.all[i].ID) != ref.ID {
			continue
		}
		if _, seen := s.at[ref.ID.String()]; !seen {
			s.filter = filterAll
			if !s.all[i].ArchivedOn.IsZero() {
				s.filter = filterArchive
			}
			s.chips.Set(s.filter, true)
			s.arrange()
		}
		s.grid.SelectID(ref.ID.String())
		s.grid.OnSelect(s.at[ref.ID.String()])
		return true
	}
	return false
}

// Actions are what the palette and the keys can do here.
func (s *Screen) Actions() []desk.Action {
	w := s.d.Words()
	out := []desk.Action{{Label: w.T("documents.new"), Key: "Ctrl+N", Do: s.create}}
	if r := s.chosen(); r != nil && s.side != nil {
		out = append(out, desk.Action{Label: w.T("documents.version.new"), Do: s.side.newVersion},
			desk.Action{Label: w.T("documents.ask"), Do: s.side.askApproval})
	}
	return out
}

// place is what is kept when the program ends.
type place struct {
	Filter, Sort, Chosen string
	Down                 bool
	Tab                  string
}

// Remember is the filter, the order, the chosen document and its tab.
func (s *Screen) Remember() string {
	p := place{Filter: s.filter, Sort: s.order.Column, Down: s.order.Down}
	if r := s.chosen(); r != nil {
		p.Chosen = r.ID.String()
	}
	if s.side != nil {
		p.Tab = s.side.tabs.On
	}
	b, err := json.Marshal(p)
	if err != nil {
		return ""
	}
	return string(b)
}

// Recall brings back what Remember kept.
func (s *Screen) Recall(kept string) {
	var p place
	if json.Unmarshal([]byte(kept), &p) != nil {
		return
	}
	if known(p.Filter) {
		s.filter = p.Filter
		s.chips.Set(p.Filter, true)
	}
	if sorters[p.Sort] != nil {
		s.order = ui.Sort{Column: p.Sort, Down: p.Down}
	}
	s.Reload()
	if id := card.ID[data.Deliverable](p.Chosen); !id.IsZero() {
		s.Show(data.RefTo(data.KindDeliverable, id))
	}
	if s.side != nil && p.Tab != "" {
		s.side.tabs.Select(p.Tab)
	}
}

// Focus gives the keyboard to the register.
func (s *Screen) Focus() { s.d.Canvas().Focus(s.grid) }

// CommitEdit keeps an open edit: the field keeps its text when it loses the
// keyboard.
func (s *Screen) CommitEdit() {
	if c := s.d.Canvas(); c != nil && c.Focused() != nil {
		c.Unfocus()
	}
}
