package trips

import (
	"portfel/app/card"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
	"portfel/data/text"
)

// points is the card of the assignment's points: Space ticks what is done, Enter
// asks what came of it.
type points struct {
	c    *detail
	rows []data.TripItem
	list *ui.List
	card *ui.Card
}

func newPoints(c *detail) *points {
	w := c.d.Words()
	p := &points{c: c}
	p.list = ui.NewList(func() int { return len(p.rows) }, p.fill)
	p.list.Full = true
	p.list.Empty = ui.NewEmpty(w.T("trip.points.empty"), nil)
	p.list.OnCheck = func(i int, on bool) { p.tick(p.rows[i], on, p.rows[i].Result) }
	p.list.OnOpen, p.list.OnMenu, p.list.OnDelete = p.ask, p.menu, p.remove
	p.card = ui.NewCard(w.T("trip.points"), "", p.list)
	return p
}

// reload reads the points of the trip that is shown.
func (p *points) reload() {
	var err error
	p.rows, err = p.c.d.Read().TripItems(p.c.trip.ID)
	p.c.s.check(err)
	w, done := p.c.d.Words(), 0
	for _, x := range p.rows {
		if x.Done {
			done++
		}
	}
	note := ""
	if len(p.rows) > 0 {
		note = w.F("trip.points.done", done, len(p.rows))
	}
	p.card.SetTitle(w.T("trip.points"), note)
	p.list.Reload()
}

func (p *points) fill(i int, r *ui.ListRow) {
	x, w := p.rows[i], p.c.d.Words()
	r.ID, r.Title, r.TitleLines, r.NoteLines = x.ID.String(), x.Title, 2, 2
	r.Note = text.Join(w.Code(x.What), x.Result)
	r.Checkable, r.Checked = true, x.Done
}

func (p *points) tick(x data.TripItem, done bool, result string) bool {
	return card.Do(p.c.d, command.TickItem{ID: x.ID, Done: done, Result: result, Name: x.Title})
}

// ask asks whether a point is done and what came of it.
func (p *points) ask(i int) {
	x, w := p.rows[i], p.c.d.Words()
	title, result := ui.NewArea(x.Title, 2), ui.NewArea(x.Result, 3)
	done := ui.NewCheck(w.T("trip.points.done.check"), x.Done, nil)
	form := ui.NewForm().Add("title", w.T("field.title"), title).Add("result", w.T("trip.points.result"), result).Add("done", "", done)
	ui.ShowDialog(p.c.d.Canvas(), ui.Dialog{Title: w.T("trip.points.tick"), Content: form, Width: 560, OnConfirm: p.c.submit(form, func() error {
		next := x
		next.Title = title.Text
		all := command.All{Key: "command.trip.tick", Subject: x.Title}
		if next.Title != x.Title {
			all.Commands = append(all.Commands, command.EditItem{Item: next})
		}
		all.Commands = append(all.Commands, command.TickItem{ID: x.ID, Done: done.On, Result: result.Text, Name: x.Title})
		return p.c.d.Do(all)
	})})
}

func (p *points) menu(i int) []ui.MenuItem {
	w, x := p.c.d.Words(), p.rows[i]
	move := func(by int) func() { return func() { card.Do(p.c.d, command.EditItem{Item: x, By: by}) } }
	items := []ui.MenuItem{{Label: w.T("trip.points.edit"), Icon: ui.IconEdit, Shortcut: "Enter", Do: func() { p.ask(i) }},
		{Label: w.T("trip.points.up"), Disabled: i == 0, Do: move(-1)},
		{Label: w.T("trip.points.down"), Disabled: i == len(p.rows)-1, Do: move(1)}}
	if !x.RefID.IsZero() {
		items = append(items, ui.MenuItem{Label: w.T("trips.open"), Do: func() { p.c.d.Open(data.Ref{Kind: x.RefKind, ID: x.RefID}) }})
	}
	return append(items, ui.MenuItem{}, ui.MenuItem{Label: w.T("trip.points.delete"), Icon: ui.IconTrash, Danger: true, Shortcut: "Del", Do: func() { p.remove(i) }})
}

func (p *points) remove(i int) {
	x, w := p.rows[i], p.c.d.Words()
	if card.Do(p.c.d, command.EditItem{Item: x, Delete: true}) {
		p.c.d.Say(w.F("trip.points.deleted", x.Title), w.T("step.undo"), p.c.d.Undo)
	}
}
