package mentoring

import (
	"encoding/json"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"portfel/app/card"
	"portfel/app/desk"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/text"
)

// The widths of the outer columns in units.
const (
	listWidth float32 = 276
	sideWidth float32 = 318
)

// Screen is the list of plans, the chosen one, and what is next.
type Screen struct {
	d       desk.Desk
	narrow  data.MentoringFilter
	part    bool // embedded in the card of another record
	content fyne.CanvasObject
	chips   *ui.Segmented
	strip   *ui.Strip
	list    *ui.List
	record  *record
	side    *side
	queue   *queue
	page    *fyne.Container // the plans, or the queue
	plans   fyne.CanvasObject

	all    []data.MentoringRow
	shown  []int // indices in all
	filter string
	order  string
}

// New makes the room; a filter narrows it to a person.
func New(d desk.Desk, f desk.Filter) *Screen {
	s := &Screen{d: d, filter: filterNow, order: orderEnd, narrow: data.MentoringFilter{MentoringID: f.MentoringID, PersonID: f.PersonID}}
	s.part = s.narrow != data.MentoringFilter{}
	s.list = s.newList()
	s.chips = ui.NewSegmented(nil, s.filter, s.setFilter)
	if s.part {
		s.filter = filterAll
		s.content = s.list
		return s
	}
	s.record, s.side = newRecord(s), newSide(s)
	sorts := ui.NewMenuButton(d.Words().T("mentoring.sort"), s.sortMenu)
	sorts.Small, sorts.Kind = true, ui.Ghost
	s.strip = ui.NewStrip("", s.chips, sorts)
	s.queue = newQueue(s)
	s.plans = ui.Body(ui.Across(20, ui.Between(200, listWidth, ui.NewCard("", "", s.list)),
		ui.Flex(1, s.record.content), ui.Between(240, sideWidth, s.side.content)))
	s.page = container.NewStack(s.plans)
	s.content = ui.Down(0, ui.Own(s.strip), ui.Flex(1, s.page))
	return s
}

// Content is made once.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// Kinds are the records that the room shows.
func (s *Screen) Kinds() []data.Kind {
	return []data.Kind{data.KindMentoring, data.KindPlan, data.KindTask, data.KindAssignment, data.KindReview, data.KindCompetency, data.KindScore,
		data.KindSubmission, data.KindMaterial, data.KindEvent, data.KindSeries, data.KindPerson, data.KindLink, data.KindAttachment, data.KindNorm, data.KindProject, data.KindCalendarDay}
}

// Reload reads the list and the chosen plan again.
func (s *Screen) Reload() {
	rows, err := s.d.Read().Mentorings(s.narrow, s.d.Today())
	if err != nil {
		s.d.Fail(err)
		return
	}
	s.all = rows
	if s.queue != nil {
		s.queue.read()
	}
	s.arrange()
}

// turn shows the queue or the plans.
func (s *Screen) turn() {
	if s.page == nil {
		return
	}
	now := s.plans
	if s.filter == filterCheck {
		now = s.queue.content
		s.queue.reload()
	}
	if s.page.Objects[0] != now {
		s.page.Objects = []fyne.CanvasObject{now}
		s.page.Refresh()
	}
}

// arrange lists what the filter leaves and shows the chosen plan.
func (s *Screen) arrange() {
	s.chips.Options = s.filterOptions()
	if s.strip != nil {
		s.strip.Refresh()
	}
	s.turn()
	s.shown = s.shown[:0]
	for i := range s.all {
		if keeps(s.filter, &s.all[i]) {
			s.shown = append(s.shown, i)
		}
	}
	s.sort()
	s.list.Reload()
	if s.list.Selected() < 0 && len(s.shown) > 0 {
		s.list.SelectID(s.all[s.shown[0]].ID.String())
	}
	s.showChosen()
}

// chosen is the plan under the cursor, nil when there is none.
func (s *Screen) chosen() *data.MentoringRow {
	if i := s.list.Selected(); i >= 0 && i < len(s.shown) {
		return &s.all[s.shown[i]]
	}
	return nil
}

func (s *Screen) showChosen() {
	if s.part {
		return
	}
	row := s.chosen()
	s.record.show(row)
	s.side.show(row)
}

// Header counts the plans by their state.
func (s *Screen) Header() desk.Header {
	w := s.d.Words()
	n := map[string]int{}
	for i := range s.all {
		for _, f := range []string{filterNow, filterDraft, filterDone} {
			if keeps(f, &s.all[i]) {
				n[f]++
			}
		}
	}
	h := desk.Header{Title: w.T("nav.mentoring"), Crumb: w.N("mentoring.crumb.now", n[filterNow])}
	if n[filterDraft] > 0 {
		h.Crumb = text.Join(h.Crumb, w.N("mentoring.crumb.draft", n[filterDraft]))
	}
	if n[filterDone] > 0 {
		h.Crumb = text.Join(h.Crumb, w.N("mentoring.crumb.done", n[filterDone]))
	}
	b := ui.NewButton(ui.Primary, w.T("mentoring.new"), s.create)
	b.Shortcut = "Ctrl+N"
	h.Buttons = []*ui.Button{b}
	return h
}

// Show brings a plan into view, or the plan of an item.
func (s *Screen) Show(ref data.Ref) bool {
	item := data.ID[data.Task]{}
	switch ref.Kind {
	case data.KindTask, data.KindPlan:
		item = data.As[data.Task](ref)
		ref = s.d.Read().MentoringOf(ref)
	case data.KindMentoring:
	default:
		return false
	}
	for i := range s.all {
		m := &s.all[i]
		if data.ID[data.Any](m.ID) != ref.ID {
			continue
		}
		if !keeps(s.filter, m) || s.filter == filterCheck {
			s.filter = filterAll
			if keeps(filterNow, m) {
				s.filter = filterNow
			}
			if !m.ArchivedOn.IsZero() {
				s.filter = filterArchive
			}
			s.chips.Set(s.filter, true)
			s.arrange()
		}
		s.list.SelectID(m.ID.String())
		s.showChosen()
		if !s.part && !item.IsZero() {
			s.record.items.reveal(item)
		}
		return true
	}
	return false
}

// Actions are what the palette and the keys can do here.
func (s *Screen) Actions() []desk.Action {
	w := s.d.Words()
	out := []desk.Action{{Label: w.T("mentoring.new"), Key: "Ctrl+N", Do: s.create}}
	if !s.part {
		out = append(out, desk.Action{Label: w.T("mentoring.check"), Do: s.check})
	}
	if s.checking() {
		return append(out, s.queue.actions()...)
	}
	if s.part || s.chosen() == nil {
		return out
	}
	out = append(out, desk.Action{Label: w.T("mentoring.meet"), Do: s.record.meet}, desk.Action{Label: w.T("mentoring.review.new"), Do: s.record.newReview})
	if t := s.record.items; t.find(t.open) != nil {
		out = append(out, desk.Action{Label: w.T("mentoring.back"), Key: "Escape", Do: t.leave})
	}
	return append(out, s.record.items.actions()...)
}

// checking tells whether the queue is shown.
func (s *Screen) checking() bool { return !s.part && s.filter == filterCheck }

// check goes to the queue and gives it the keyboard.
func (s *Screen) check() {
	s.filter = filterCheck
	s.chips.Set(filterCheck, true)
	s.arrange()
	s.Focus()
}

// place is what is kept when the program ends.
type place struct{ Filter, Order, Chosen, Tab string }

// Remember is the filter, the order, the chosen plan and its page.
func (s *Screen) Remember() string {
	p := place{Filter: s.filter, Order: s.order, Chosen: s.list.SelectedID()}
	if !s.part {
		p.Tab = s.record.tabs.On
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
	if known(filters, p.Filter) {
		s.filter = p.Filter
		s.chips.Set(p.Filter, true)
	}
	if known(orders, p.Order) {
		s.order = p.Order
	}
	s.Reload()
	if id := card.ID[data.Mentoring](p.Chosen); !id.IsZero() {
		s.Show(data.RefTo(data.KindMentoring, id))
	}
	if !s.part && p.Tab != "" {
		s.record.tabs.Select(p.Tab)
	}
}

// Focus gives the keyboard to the list of plans, or to the queue.
func (s *Screen) Focus() {
	if s.checking() {
		s.d.Canvas().Focus(s.queue.list)
		return
	}
	s.d.Canvas().Focus(s.list)
}

// CommitEdit keeps an open edit: a field keeps its text when it loses the
// keyboard.
func (s *Screen) CommitEdit() {
	if c := s.d.Canvas(); c != nil && c.Focused() != nil {
		c.Unfocus()
	}
}
