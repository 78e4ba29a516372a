package trips

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"portfel/app/card"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
)

// assignment is the page of the points of the assignment with their ticks, and
// of the fields of the trip below.
type assignment struct {
	c      *detail
	points *points
	kv     *ui.KeyValues
	place  *fyne.Container
	box    fyne.CanvasObject
}

func newAssignment(c *detail) *assignment {
	a := &assignment{c: c, points: newPoints(c), kv: ui.NewKeyValues(), place: container.NewStack()}
	a.kv.LabelWidth = 150
	a.box = ui.Scroll(a.place)
	return a
}

func (a *assignment) reload() {
	w := a.c.d.Words()
	a.points.reload()
	a.kv.Set(a.c.taskRows()...)
	add := smallButton(ui.NewButton(ui.Secondary, w.T("trips.items.add"), a.add), ui.IconAdd)
	gather := smallButton(ui.NewButton(ui.Secondary, w.T("trips.gather"), a.c.gather), ui.IconCheck)
	head := ui.Pad(16, 10, ui.Across(8, ui.Own(gather), ui.Own(add), ui.Flex(1, ui.Spacer())))
	a.place.Objects = []fyne.CanvasObject{ui.Down(0, ui.Own(head), ui.Own(ui.Pad(16, 0, a.points.card)), ui.Own(a.kv))}
	a.place.Refresh()
}

// add asks for a point in own words.
func (a *assignment) add() {
	d, w := a.c.d, a.c.d.Words()
	what, title := ui.NewChoice(card.Codes(d, "trip.itemkind.", data.TripItemKinds), string(data.ItemTask)), ui.NewField("")
	form := ui.NewForm().Add("title", w.T("trips.items.what"), title).Add("what", w.T("field.what"), what)
	ui.ShowDialog(d.Canvas(), ui.Dialog{Title: w.T("trips.items.one"), Content: form, Width: 520, OnConfirm: a.c.submit(form, func() error {
		x := data.TripItem{What: data.TripItemKind(what.ID), Title: title.Text}
		return d.Do(command.GatherTrip{TripID: a.c.trip.ID, Items: []data.TripItem{x}, Name: a.c.trip.Name})
	})})
}
