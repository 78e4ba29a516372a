package mentoring

import (
	"fyne.io/fyne/v2"

	"portfel/app/card"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
	"portfel/data/text"
)

// items is the page «Задания»: sections and items, a line to type new ones, and
// the page of one item.
type items struct {
	x     *record
	rows  []data.ItemRow
	list  *ui.List
	field *ui.Field
	box   fyne.CanvasObject
	page  *itemPage
	open  data.ID[data.Task] // the item whose page is shown, else none
}

func newItems(x *record) *items {
	t := &items{x: x}
	w := x.s.d.Words()
	t.list = ui.NewList(func() int { return len(t.rows) }, t.row)
	t.list.OnOpen = func(i int) { t.show(t.rows[i].ID) }
	t.list.OnMenu = t.menu
	t.list.OnDelete = func(i int) { t.remove(&t.rows[i]) }
	t.list.OnCheck = t.tick
	t.list.Empty = ui.NewEmpty(w.T("mentoring.items.empty"), ui.NewButton(ui.Secondary, w.T("mentoring.item.new"), func() { x.s.d.Canvas().Focus(t.field) }))
	t.field = ui.NewField("")
	t.field.PlaceHolder = w.T("mentoring.item.hint")
	t.field.OnCommit = nil
	t.field.OnSubmitted = func(string) { t.add(data.TaskWork) }
	section := ui.NewButton(ui.Secondary, w.T("mentoring.section.add"), func() { t.add(data.TaskStage) })
	section.Small = true
	bar := ui.Pad(16, 8, ui.Across(8, ui.Flex(1, t.field), ui.Own(section)))
	t.box = ui.Down(0, ui.Flex(1, t.list), ui.Fixed(1, ui.NewRule()), ui.Own(bar))
	t.page = newItemPage(t)
	return t
}

func (t *items) read() {
	rows, err := t.x.s.d.Read().Items(t.x.row.ID)
	if err != nil {
		t.x.s.d.Fail(err)
	}
	t.rows = rows
	t.list.Reload()
}

func (t *items) fill() fyne.CanvasObject {
	if r := t.find(t.open); r != nil {
		return t.page.fill(r)
	}
	return t.box
}

func (t *items) find(id data.ID[data.Task]) *data.ItemRow {
	for i := range t.rows {
		if t.rows[i].ID == id && !id.IsZero() {
			return &t.rows[i]
		}
	}
	return nil
}

// show opens the page of an item, which then has the keyboard; the zero id goes
// back to the list.
func (t *items) show(id data.ID[data.Task]) {
	t.open = id
	t.x.fillPage()
	switch c := t.x.s.d.Canvas(); {
	case c == nil:
	case t.find(id) == nil:
		c.Focus(t.list)
	default:
		c.Focus(t.page.fields)
	}
}

// leave goes from the page of an item back to the list.
func (t *items) leave() { t.show(data.ID[data.Task]{}) }

// reveal shows the list with an item chosen.
func (t *items) reveal(id data.ID[data.Task]) {
	t.open = data.ID[data.Task]{}
	t.x.tabs.On = tabItems
	t.list.SelectID(id.String())
	t.x.tabs.Refresh()
	t.x.fillPage()
}

func (t *items) row(i int, r *ui.ListRow) {
	x := &t.rows[i]
	if x.Children > 0 {
		done, all := t.count(x.ID)
		r.Head, r.Title, r.Right = true, x.Name, t.x.s.d.Words().F("mentoring.of", done, all)
		return
	}
	r.ID, r.Title, r.TitleLines = x.ID.String(), x.Name, 2
	if x.What == data.TaskStage {
		r.Role, r.Note = ui.Muted, t.x.s.d.Words().T("mentoring.section.empty")
		return
	}
	r.Checkable, r.Checked = true, x.Status == data.TaskDone
	r.Note, r.NoteLines = t.note(x), 2
	r.ChipRole, r.ChipWord = t.chip(x)
	r.Right = day(t.x.s.d, x.Due())
	if x.Late(t.x.s.d.Today()) {
		r.RightRole = ui.Late
	}
	if x.Status == data.TaskCancelled {
		r.Role = ui.Muted
	}
}

// count is how many items below a section are accepted, and how many there are.
func (t *items) count(section data.ID[data.Task]) (done, all int) {
	for i := range t.rows {
		if r := &t.rows[i]; r.ParentID == section && !r.Section() && r.Status != data.TaskCancelled {
			all++
			if r.Status == data.TaskDone {
				done++
			}
		}
	}
	return done, all
}

// note is the second line of an item: what it trains, the project's task, the
// hours of both, how far it is, what was remarked.
func (t *items) note(x *data.ItemRow) string {
	w := t.x.s.d.Words()
	linked, hours, percent, remark, files := "", "", "", "", ""
	if x.Linked != "" {
		linked = w.F("mentoring.linked", x.LinkedCode)
	}
	if x.Effort > 0 {
		hours = w.Hours(x.Effort)
	}
	if x.MentorEffort > 0 {
		hours = text.Join(hours, w.F("mentoring.mentorhours", w.Hours(x.MentorEffort)))
	}
	if x.Percent > 0 && x.Percent < 100 {
		percent = w.Percent(x.Percent)
	}
	if x.Note != "" {
		remark = w.Quote(x.Note)
	}
	if x.Files > 0 {
		files = w.N("mentoring.files", x.Files)
	}
	return text.Join(x.Competency, linked, hours, percent, files, remark)
}

// chip is the state of an item, or its delay, or its score.
//
//text:prefix mentoring.item.
func (t *items) chip(x *data.ItemRow) (ui.Role, string) {
	w, today := t.x.s.d.Words(), t.x.s.d.Today()
	open := x.Status == data.TaskOpen || x.Status == data.TaskWorking || x.Status == data.TaskReturned
	switch {
	case x.Status == data.TaskDone && x.Score > 0:
		return ui.Done, w.F("mentoring.score", x.Score)
	case x.Status == data.TaskDone:
		return ui.Done, w.T("mentoring.item.done")
	case x.Status == data.TaskReview:
		return ui.Go, w.T("mentoring.item.review")
	case open && x.Late(today):
		return ui.Late, w.Overdue(x.Due(), today)
	case x.Status == data.TaskReturned:
		return ui.Risk, w.T("mentoring.item.returned")
	case open && !x.Due().IsZero() && x.Due()-today <= 1:
		return ui.Risk, w.Relative(x.Due(), today)
	case x.Status == data.TaskWorking:
		return ui.Go, w.T("mentoring.item.working")
	}
	return ui.Planned, w.T("mentoring.item." + string(x.Status))
}

// tick accepts an item, or takes it up again.
func (t *items) tick(i int, on bool) {
	x := &t.rows[i]
	to := data.TaskWorking
	if on {
		to = data.TaskDone
	}
	t.x.do(command.MoveItem{ID: x.ID, Name: x.Name, To: to})
}

// menu is what can be done with an item: its next states, its place, its end.
func (t *items) menu(i int) []ui.MenuItem {
	x, w := &t.rows[i], t.x.s.d.Words()
	list := []ui.MenuItem{{Label: w.T("mentoring.open"), Icon: ui.IconEdit, Shortcut: "Enter", Do: func() { t.show(x.ID) }}}
	if x.What != data.TaskStage {
		list = append(append(list, ui.MenuItem{}), t.moves(x)...)
	}
	nudge := func(key string, how command.NudgeKind) ui.MenuItem {
		return ui.MenuItem{Label: w.T(key), Do: func() { card.Do(t.x.s.d, command.Nudge{ID: x.ID, Name: x.Name, How: how}) }}
	}
	list = append(list, ui.MenuItem{}, nudge("mentoring.item.up", command.Up), nudge("mentoring.item.down", command.Down))
	if up := t.find(x.ParentID); up != nil {
		list = append(list, ui.MenuItem{Label: w.F("mentoring.section.open", up.Name), Do: func() { t.show(up.ID) }})
	}
	if !x.LinkedID.IsZero() {
		list = append(list, ui.MenuItem{Label: w.T("mentoring.linked.open"), Icon: ui.IconLink, Do: func() { t.x.s.d.Open(data.RefTo(data.KindTask, x.LinkedID)) }})
	}
	return append(list, ui.MenuItem{}, ui.MenuItem{Label: w.T("card.delete"), Shortcut: "Del", Danger: true, Do: func() { t.remove(x) }})
}

// moves are the next states of an item; accepting offers a score.
func (t *items) moves(x *data.ItemRow) []ui.MenuItem {
	w := t.x.s.d.Words()
	var list []ui.MenuItem
	for _, to := range t.next(x.Status) {
		switch to {
		case data.TaskDone:
			list = append(list, ui.MenuItem{Label: t.verb(to), Icon: ui.IconCheck, Shortcut: "F8", Do: func() { t.accept(x, 0) }})
			for score := 5; score >= 3; score-- {
				list = append(list, ui.MenuItem{Label: w.F("mentoring.accept.score", score), Do: func() { t.accept(x, score) }})
			}
		case data.TaskReturned:
			list = append(list, ui.MenuItem{Label: t.verb(to), Icon: ui.IconUndo, Shortcut: "F9", Do: func() { t.giveBack(x) }})
		case data.TaskReview:
			list = append(list, ui.MenuItem{Label: t.verb(to), Shortcut: "F7", Do: func() { askSubmit(t.x.s, x) }})
		default:
			list = append(list, ui.MenuItem{Label: t.verb(to), Do: func() { t.x.do(command.MoveItem{ID: x.ID, Name: x.Name, To: to}) }})
		}
	}
	return list
}

// next are the states that may follow; accepting is offered from everywhere.
func (t *items) next(from data.TaskStatus) []data.TaskStatus {
	next := data.TaskFlow.Next(from)
	if from == data.TaskDone || from == data.TaskCancelled || data.TaskFlow.Can(from, data.TaskDone) {
		return next
	}
	return append(append([]data.TaskStatus{}, next...), data.TaskDone)
}

// verb is the word of a move of an item.
//
//text:prefix mentoring.step.
func (t *items) verb(to data.TaskStatus) string {
	return t.x.s.d.Words().T("mentoring.step." + string(to))
}

func (t *items) accept(x *data.ItemRow, score int) {
	t.x.do(command.MoveItem{ID: x.ID, Name: x.Name, To: data.TaskDone, Score: score})
}

// remove deletes an item; what hangs on it goes along.
func (t *items) remove(x *data.ItemRow) {
	if t.open == x.ID {
		t.open = data.ID[data.Task]{}
	}
	card.Delete(t.x.s.d, data.RefTo(data.KindTask, x.ID), x.Name)
}

// current is the item of the open page, else of the list.
func (t *items) current() *data.ItemRow {
	if r := t.find(t.open); r != nil {
		return r
	}
	return t.find(card.ID[data.Task](t.list.SelectedID()))
}
