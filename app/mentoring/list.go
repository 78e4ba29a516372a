package mentoring

import (
	"sort"
	"strconv"
	"strings"

	"portfel/app/card"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/text"
)

// The chips over the plans and the orders of the list.
const (
	filterCheck   = "check" // the queue of what waits for the mentor's check
	filterNow     = "now"
	filterDraft   = "draft"
	filterDone    = "done"
	filterAll     = "all"
	filterArchive = "archive"

	orderEnd   = "end"
	orderName  = "name"
	orderShare = "share"
	orderLate  = "late"
)

var (
	filters = []string{filterCheck, filterNow, filterDraft, filterDone, filterAll, filterArchive}
	orders  = []string{orderEnd, orderName, orderShare, orderLate}
)

func known(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

// keeps tells whether a filter lets a plan through; the archive stands apart.
func keeps(filter string, m *data.MentoringRow) bool {
	if filter == filterArchive || !m.ArchivedOn.IsZero() {
		return filter == filterArchive && !m.ArchivedOn.IsZero()
	}
	switch filter {
	case filterCheck, filterNow:
		return m.Status == data.MentoringRunning || m.Status == data.MentoringAssessment
	case filterDraft:
		return m.Status == data.MentoringDraft || m.Status == data.MentoringAgreed || m.Status == data.MentoringApproved
	case filterDone:
		return m.Status == data.MentoringDone
	}
	return true
}

// filterOptions are the chips with their counts.
//
//text:prefix mentoring.filter.
func (s *Screen) filterOptions() []ui.Option {
	var out []ui.Option
	for _, f := range filters {
		if f == filterCheck && s.part {
			continue
		}
		o := ui.Option{ID: f, Label: s.d.Words().T("mentoring.filter." + f)}
		if n := s.count(f); n > 0 {
			o.Note = strconv.Itoa(n)
		}
		out = append(out, o)
	}
	return out
}

// count is how many rows a chip stands for.
func (s *Screen) count(filter string) (n int) {
	if filter == filterCheck {
		return len(s.queue.rows)
	}
	for k := range s.all {
		if keeps(filter, &s.all[k]) {
			n++
		}
	}
	return n
}

func (s *Screen) setFilter(id string) {
	s.filter = id
	s.arrange()
	if s.checking() && s.d.Canvas() != nil {
		s.d.Canvas().Focus(s.queue.list)
	}
}

//text:prefix mentoring.order.

func (s *Screen) sortMenu() []ui.MenuItem {
	var items []ui.MenuItem
	for _, o := range orders {
		items = append(items, ui.MenuItem{Label: s.d.Words().T("mentoring.order." + o), Checked: o == s.order, Do: func() { s.order = o; s.arrange() }})
	}
	return items
}

func (s *Screen) sort() {
	w := s.d.Words()
	less := map[string]func(a, b *data.MentoringRow) bool{
		orderName:  func(a, b *data.MentoringRow) bool { return w.Less(a.Trainee, b.Trainee) },
		orderShare: func(a, b *data.MentoringRow) bool { return a.Share() < b.Share() },
		orderLate:  func(a, b *data.MentoringRow) bool { return a.Late()+a.Reviews > b.Late()+b.Reviews },
	}[s.order]
	if less == nil {
		return // the store's order: what runs first, by its end
	}
	sort.SliceStable(s.shown, func(x, y int) bool { return less(&s.all[s.shown[x]], &s.all[s.shown[y]]) })
}

func (s *Screen) newList() *ui.List {
	w := s.d.Words()
	l := ui.NewList(func() int { return len(s.shown) }, s.fill)
	l.OnSelect = func(int) { s.showChosen() }
	l.OnMenu = func(int) []ui.MenuItem { return s.menu() }
	l.OnDelete = func(int) { s.remove() }
	l.OnOpen = s.open
	l.Empty = ui.NewEmpty(w.T("mentoring.empty"), ui.NewButton(ui.Primary, w.T("mentoring.new"), s.create))
	return l
}

// open goes to the plan's room from a card, else into its items.
func (s *Screen) open(int) {
	m := s.chosen()
	switch {
	case m == nil:
	case s.part:
		s.d.Open(data.RefTo(data.KindMentoring, m.ID))
	default:
		s.record.tabs.Select(tabItems)
		s.d.Canvas().Focus(s.record.items.list)
	}
}

func (s *Screen) fill(i int, r *ui.ListRow) {
	m, w := &s.all[s.shown[i]], s.d.Words()
	r.ID, r.Title, r.TitleLines = m.ID.String(), calledBy(m.Trainee), 2
	grade := ""
	if m.Grade != "" {
		grade = w.Code(m.Grade)
	}
	r.Note, r.NoteLines = text.Join(grade, w.F("mentoring.until", day(s.d, m.EndsOn))), 2
	r.ChipRole, r.ChipWord = s.chip(m)
	switch m.Status {
	case data.MentoringRunning, data.MentoringAssessment:
		r.HasBar, r.Bar = true, m.Share()
	default:
		r.Role = ui.Muted
	}
}

// calledBy is family and given name: «Громов Илья».
func calledBy(full string) string {
	if words := strings.Fields(full); len(words) > 2 {
		return words[0] + " " + words[1]
	}
	return full
}

// chip says what asks for the mentor: what is late, what waits for a check; else
// where the plan stands.
func (s *Screen) chip(m *data.MentoringRow) (ui.Role, string) {
	w := s.d.Words()
	switch {
	case m.Late() > 0:
		return ui.Late, w.N("mentoring.late", m.Late())
	case m.Status == data.MentoringRunning && m.Reviews > 0:
		return ui.Go, w.F("mentoring.tocheck", m.Reviews)
	case m.Status == data.MentoringDone && m.Conclusion != "":
		return roleOfEnd(m.Conclusion), w.T("mentoring.end." + string(m.Conclusion))
	case m.Status == data.MentoringRunning:
		return ui.Done, w.T("mentoring.chip.running")
	}
	return ui.Planned, w.T("mentoring.chip." + string(m.Status))
}

func roleOfEnd(c data.ConclusionKind) ui.Role {
	switch c {
	case data.ConclusionFits:
		return ui.Done
	case data.ConclusionUnfit:
		return ui.Late
	}
	return ui.Risk
}

// menu is what can be done with the chosen plan.
func (s *Screen) menu() []ui.MenuItem {
	m := s.chosen()
	if m == nil {
		return nil
	}
	w, ref, name := s.d.Words(), data.RefTo(data.KindMentoring, m.ID), data.ShortName(m.Trainee)
	var items []ui.MenuItem
	if s.part {
		items = append(items, ui.MenuItem{Label: w.T("mentoring.open"), Shortcut: "Enter", Do: func() { s.d.Open(ref) }}, ui.MenuItem{})
	}
	trainee := data.RefTo(data.KindPerson, m.TraineeID)
	items = append(items, ui.MenuItem{Label: w.T("mentoring.person"), Icon: ui.IconUser, Do: func() { s.d.Open(trainee) }}, ui.MenuItem{})
	return append(items, card.Menu(s.d, ref, name)...)
}

func (s *Screen) remove() {
	if m := s.chosen(); m != nil {
		card.Delete(s.d, data.RefTo(data.KindMentoring, m.ID), data.ShortName(m.Trainee))
	}
}
