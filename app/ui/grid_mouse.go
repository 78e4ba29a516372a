package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// gridDrag is what the pointer has taken hold of.
type gridDrag struct {
	kind dragKind
	col  int // visible column
	to   int // where a column would go
}

type dragKind int

const (
	dragNone dragKind = iota
	dragWidth
	dragOrder
	dragThumb
	dragSide
	dragRows
	dragGone // given up
)

// rowAt is the row at a height of the widget, or nowhere.
func (g *Grid) rowAt(y float32) int {
	if y < g.HeadHeight {
		return nowhere
	}
	if i := int((y - g.HeadHeight + g.scroll.off) / g.RowHeight); i < g.Len() {
		return i
	}
	return nowhere
}

// colAt is the visible column at x, or nowhere.
func (g *Grid) colAt(x float32) int {
	at := -g.side.off
	for k, w := range g.widths {
		if x >= at && x < at+w {
			return k
		}
		at += w
	}
	return nowhere
}

// borderAt is the visible column whose right border is at x, or nowhere.
func (g *Grid) borderAt(x float32) int {
	at := -g.side.off
	for k, w := range g.widths {
		if at += w; x > at-5 && x < at+4 {
			return k
		}
	}
	return nowhere
}

// MouseIn is called by the toolkit.
func (g *Grid) MouseIn(e *desktop.MouseEvent) { g.in = true; g.MouseMoved(e) }

// MouseMoved follows the row under the pointer.
func (g *Grid) MouseMoved(e *desktop.MouseEvent) {
	old, headOld := g.hover, g.at.Y < g.HeadHeight
	g.at = e.Position
	g.hover = g.rowAt(e.Position.Y)
	if g.hover != old || headOld || g.at.Y < g.HeadHeight {
		g.repaint()
	}
	g.tipAt()
}

// MouseOut is called by the toolkit.
func (g *Grid) MouseOut() {
	g.in, g.hover = false, nowhere
	g.tip.hide()
	g.repaint()
}

// tipAt shows the whole text of a cell that is cut.
func (g *Grid) tipAt() {
	k := g.colAt(g.at.X)
	if g.hover == nowhere || k == nowhere {
		g.tip.hide()
		return
	}
	r := g.get(g.hover)
	if r.Group {
		g.tip.hide()
		return
	}
	v, col := &r.Cells[g.view[k]], &g.cols[g.view[k]]
	room := g.widths[k] - 2*cellPad
	if col.Tree {
		room -= float32(r.Depth)*treeStep + treeTwist
	}
	if body.width(v.Text) <= room {
		g.tip.hide()
		return
	}
	g.tip.plan(g, v.Text, placeOf(g).AddXY(g.edge(k)+cellPad, g.top(g.hover)+g.RowHeight-18))
}

// Cursor is the sideways arrow over the border of a head.
func (g *Grid) Cursor() desktop.Cursor {
	if g.in && g.at.Y < g.HeadHeight && g.borderAt(g.at.X) != nowhere {
		return desktop.HResizeCursor
	}
	return desktop.DefaultCursor
}

// MouseDown chooses a row, folds a branch, or takes hold of a border, a head or
// a scroll bar.
func (g *Grid) MouseDown(e *desktop.MouseEvent) {
	g.pressed = true
	g.tip.hide()
	g.press(e.Position, e.Button, e.Modifier)
}

// MouseUp ends what MouseDown began.
func (g *Grid) MouseUp(*desktop.MouseEvent) {
	g.scroll.dragging, g.side.dragging = false, false
}

// Tapped sorts by a head; it also chooses where a driver sends no MouseDown.
func (g *Grid) Tapped(e *fyne.PointEvent) {
	if !g.pressed {
		g.press(e.Position, desktop.MouseButtonPrimary, modifiers())
	}
	g.pressed = false
	g.settle()
	if e.Position.Y < g.HeadHeight && g.borderAt(e.Position.X) == nowhere {
		g.sortBy(g.colAt(e.Position.X))
	}
	g.drag = gridDrag{}
}

func (g *Grid) sortBy(k int) {
	if k == nowhere || !g.cols[g.view[k]].Sortable {
		return
	}
	id := g.cols[g.view[k]].ID
	g.Order = Sort{id, g.Order.Column == id && !g.Order.Down}
	g.repaint()
	if g.OnSort != nil {
		g.OnSort(g.Order)
	}
}

func (g *Grid) press(at fyne.Position, b desktop.MouseButton, m fyne.KeyModifier) {
	s := g.Size()
	g.drag = gridDrag{}
	switch {
	case g.scroll.needed() && at.X > s.Width-10 && at.Y > g.HeadHeight:
		g.drag.kind = dragThumb
		g.scroll.press(at.Y-g.HeadHeight, s.Height-g.HeadHeight)
		g.repaint()
		return
	case g.side.needed() && at.Y > s.Height-10:
		g.drag.kind = dragSide
		g.side.press(at.X, s.Width)
		g.Refresh()
		return
	case at.Y < g.HeadHeight:
		if k := g.borderAt(at.X); k != nowhere {
			g.drag = gridDrag{kind: dragWidth, col: k}
		} else if k := g.colAt(at.X); k != nowhere {
			g.drag = gridDrag{kind: dragNone, col: k, to: k}
		}
		return
	}
	g.pressRow(at, b, m)
}

func (g *Grid) pressRow(at fyne.Position, b desktop.MouseButton, m fyne.KeyModifier) {
	focus(g)
	i, k := g.rowAt(at.Y), g.colAt(at.X)
	if i == nowhere {
		return
	}
	r := g.get(i)
	if r.Toggle != Leaf && g.onTwist(r, k, at.X) {
		g.toggle(i, r.Toggle == Folded)
		return
	}
	if r.Group {
		return
	}
	if k != nowhere {
		g.col = k
		if v := r.Cells[g.view[k]]; v.Check && b == desktop.MouseButtonPrimary && g.OnCheck != nil && at.X < g.edge(k)+cellPad+20 {
			g.OnCheck(i, g.cols[g.view[k]].ID, !v.On)
			return
		}
	}
	if b == desktop.MouseButtonSecondary {
		if _, on := g.chosen[i]; !on {
			g.Select(i)
		}
		return
	}
	g.pick(i, m)
	if g.click.second(i) && m == 0 {
		g.opened(i)
	}
}

// pick chooses by a click with Shift or Ctrl.
func (g *Grid) pick(i int, m fyne.KeyModifier) {
	switch {
	case g.Multi && m&fyne.KeyModifierShift != 0 && g.anchor >= 0:
		g.choose(g.anchor, i)
		g.moveTo(i)
	case g.Multi && m&fyne.KeyModifierControl != 0:
		if _, on := g.chosen[i]; on {
			delete(g.chosen, i)
		} else {
			g.chosen[i] = g.get(i).ID
		}
		g.anchor = i
		g.moveTo(i)
	default:
		if g.keepChosen(i) {
			return
		}
		g.Select(i)
	}
}

// opened answers a second click: the editable cell is edited, else the row opens.
func (g *Grid) opened(i int) {
	if g.Edit(i, g.columnID(), "") {
		return
	}
	if g.OnOpen != nil {
		g.OnOpen(i)
	}
}

func (g *Grid) columnID() string {
	_, id := g.CursorRow()
	return id
}

// onTwist tells whether x is on the ▾ of the row.
func (g *Grid) onTwist(r *Row, k int, x float32) bool {
	if r.Group {
		return x < cellPad+treeTwist+4
	}
	if k == nowhere || !g.cols[g.view[k]].Tree {
		return false
	}
	at := g.edge(k) + cellPad + float32(r.Depth)*treeStep
	return x >= at-8 && x < at+treeTwist
}

func (g *Grid) toggle(i int, open bool) {
	if g.OnToggle != nil {
		g.OnToggle(i, open)
	}
}

// TappedSecondary opens the context menu of a row, or of the columns.
func (g *Grid) TappedSecondary(e *fyne.PointEvent) {
	if !g.pressed {
		g.press(e.Position, desktop.MouseButtonSecondary, 0)
	}
	g.pressed = false
	if e.Position.Y < g.HeadHeight {
		ShowMenu(canvasOf(g), e.AbsolutePosition, g.columnMenu())
		return
	}
	if i := g.rowAt(e.Position.Y); i != nowhere && g.OnMenu != nil && !g.get(i).Group {
		if items := g.OnMenu(i); len(items) > 0 {
			ShowMenu(canvasOf(g), e.AbsolutePosition, items)
		}
	}
}

// columnMenu shows and hides columns.
func (g *Grid) columnMenu() []MenuItem {
	var items []MenuItem
	for c := range g.cols {
		col := &g.cols[c]
		if col.Title == "" {
			continue
		}
		items = append(items, MenuItem{Label: col.Title, Checked: !col.Hidden,
			Disabled: !col.Hidden && len(g.view) == 1, Do: func() {
				col.Hidden = !col.Hidden
				g.arrange()
				g.changedColumns()
			}})
	}
	return items
}

func (g *Grid) changedColumns() {
	g.Refresh()
	if g.OnColumns != nil {
		g.OnColumns()
	}
}

// Dragged moves a border, a head or a thumb.
func (g *Grid) Dragged(e *fyne.DragEvent) {
	switch g.drag.kind {
	case dragThumb:
		g.scroll.drag(e.Position.Y-g.HeadHeight, g.Size().Height-g.HeadHeight)
		g.repaint()
	case dragSide:
		g.side.drag(e.Position.X, g.Size().Width)
		g.Refresh()
	case dragWidth:
		g.resizeColumn(e.Dragged.DX)
	case dragGone:
	case dragRows:
		g.moveRows(e.Position)
	default:
		if !g.takeRows(e) {
			g.dragHead(e)
		}
	}
}

// resizeColumn moves the border that is held. A column that takes the room left
// over has no width of its own, so its right neighbour gives or takes.
func (g *Grid) resizeColumn(dx float32) {
	k := g.drag.col
	if g.cols[g.view[k]].Flex && k+1 < len(g.view) {
		k, dx = k+1, -dx
	}
	c := g.view[k]
	g.cols[c].Width = max(g.least(c), g.widths[k]+dx)
	g.Refresh()
}

// dragHead moves a column when its head is dragged onto another.
func (g *Grid) dragHead(e *fyne.DragEvent) {
	start := e.Position.Subtract(e.Dragged)
	if g.drag.kind == dragNone && start.Y < g.HeadHeight && len(g.view) > 1 && g.at.Y < g.HeadHeight {
		if k := g.colAt(start.X); k != nowhere {
			g.drag = gridDrag{dragOrder, k, k}
		}
	}
	if g.drag.kind != dragOrder {
		return
	}
	if k := g.colAt(e.Position.X); k != nowhere {
		g.drag.to = k
		if e.Position.X > g.edge(k)+g.widths[k]/2 {
			g.drag.to = k + 1
		}
	}
	g.Refresh()
}

// DragEnd is called by the toolkit.
func (g *Grid) DragEnd() {
	d := g.drag
	g.drag = gridDrag{}
	g.pressed = false
	g.scroll.dragging, g.side.dragging = false, false
	switch d.kind {
	case dragRows:
		g.dropRows()
	case dragOrder:
		g.moveColumn(d.col, d.to)
		g.changedColumns()
	case dragWidth:
		g.changedColumns()
	}
}

func (g *Grid) moveColumn(from, to int) {
	if to > from {
		to--
	}
	c := g.view[from]
	rest := append(append([]int{}, g.view[:from]...), g.view[from+1:]...)
	to = min(to, len(rest))
	g.view = append(append(append([]int{}, rest[:to]...), c), rest[to:]...)
	old := g.order
	g.order = slices.Clone(g.view)
	for i, c := range old {
		if !slices.Contains(g.order, c) {
			g.order = slices.Insert(g.order, min(i, len(g.order)), c)
		}
	}
}

// Scrolled scrolls; with Shift it goes sideways.
func (g *Grid) Scrolled(e *fyne.ScrollEvent) {
	dx, dy := e.Scrolled.DX, e.Scrolled.DY
	if held(fyne.KeyModifierShift) {
		dx, dy = dx+dy, 0
	}
	moved := dx != 0 && g.side.set(g.side.off-dx)
	if dy != 0 && g.scroll.set(g.scroll.off-dy) {
		g.hover = g.rowAt(g.at.Y)
		moved = true
	}
	if moved {
		g.tip.hide()
		g.repaint()
	}
}
