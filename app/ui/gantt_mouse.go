package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"portfel/data"
)

// ganttKind is what the pointer has taken hold of on the time axis.
type ganttKind int

const (
	ganttNone ganttKind = iota
	ganttMove
	ganttStart
	ganttFinish
	ganttLink
	ganttLinkBack // from the start of a bar
	ganttPan
	ganttThumb
	ganttSide
)

// ganttDrag is a drag under way.
type ganttDrag struct {
	kind          ganttKind
	row           int
	dx            float32
	start, finish data.Date // of the bar before
	to, until     data.Date // where it would go
	shown         map[int]Preview
	words         string     // what the drag would do
	refused       bool       // the words say why it cannot be
	link          Dependency // that would be made; From = To = none
}

// ganttHit is the part of a bar under the pointer.
type ganttHit struct {
	row  int
	kind ganttKind
}

// hit finds the bar at a place: its body, its right end, its knob.
func (n *Gantt) hit(at fyne.Position) ganttHit {
	i := n.grid.rowAt(at.Y)
	if i == nowhere {
		return ganttHit{nowhere, ganttNone}
	}
	b := n.get(i)
	if b.Kind == NoBar || b.Finish.IsZero() {
		return ganttHit{nowhere, ganttNone}
	}
	x1, x2 := n.bounds(b)
	switch {
	case n.OnLink != nil && at.X > x2+1 && at.X <= x2+13:
		return ganttHit{i, ganttLink}
	case n.OnLink != nil && n.hot.row == i && at.X < x1-2 && at.X >= x1-13:
		return ganttHit{i, ganttLinkBack}
	case at.X < x1-2 || at.X > x2+2:
		return ganttHit{nowhere, ganttNone}
	case b.Locked || b.Kind == SummaryBar || n.OnDrop == nil:
		return ganttHit{i, ganttNone}
	case b.Kind == TaskBar && at.X > x2-6 && x2-x1 > 8:
		return ganttHit{i, ganttFinish}
	case b.Pinned:
		return ganttHit{i, ganttNone}
	case b.Kind == TaskBar && at.X < x1+5 && x2-x1 > 18:
		return ganttHit{i, ganttStart}
	}
	return ganttHit{i, ganttMove}
}

// MouseIn is called by the toolkit.
func (n *Gantt) MouseIn(e *desktop.MouseEvent) { n.in = true; n.MouseMoved(e) }

// MouseMoved follows row and bar under the pointer.
func (n *Gantt) MouseMoved(e *desktop.MouseEvent) {
	n.at = e.Position
	old, hover := n.hot, n.grid.hover
	n.hot = n.hit(e.Position)
	if n.grid.hover = n.grid.rowAt(e.Position.Y); n.hot != old || n.grid.hover != hover {
		n.grid.repaint()
	}
	if n.hot.row == nowhere || n.OnTip == nil {
		n.tip.hide()
		return
	}
	n.tip.plan(n, n.OnTip(n.hot.row), placeOf(n).Add(fyne.NewPos(n.at.X, n.grid.top(n.hot.row)+n.grid.RowHeight-18)))
}

// MouseOut is called by the toolkit.
func (n *Gantt) MouseOut() {
	n.in, n.hot.row, n.grid.hover = false, nowhere, nowhere
	n.tip.hide()
	n.grid.repaint()
}

// Cursor tells what a press would take hold of.
func (n *Gantt) Cursor() desktop.Cursor {
	switch n.hot.kind {
	case ganttFinish, ganttStart:
		return desktop.HResizeCursor
	case ganttLink, ganttLinkBack:
		return desktop.CrosshairCursor
	case ganttMove:
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// MouseDown chooses the row and takes hold of its bar, of the picture or of a
// scroll bar.
func (n *Gantt) MouseDown(e *desktop.MouseEvent) {
	n.pressed = true
	n.tip.hide()
	n.press(e.Position, e.Button)
}

// MouseUp is called by the toolkit.
func (n *Gantt) MouseUp(*desktop.MouseEvent) {
	n.side.dragging, n.grid.scroll.dragging = false, false
}

func (n *Gantt) press(at fyne.Position, b desktop.MouseButton) {
	n.at = at
	s, g := n.Size(), n.grid
	n.drag = ganttDrag{row: nowhere}
	switch {
	case g.scroll.needed() && at.X > s.Width-10 && at.Y > g.HeadHeight:
		n.drag.kind = ganttThumb
		g.scroll.press(at.Y-g.HeadHeight, s.Height-g.HeadHeight)
		g.repaint()
		return
	case n.side.needed() && at.Y > s.Height-10:
		n.drag.kind = ganttSide
		n.side.press(at.X, s.Width)
		n.Refresh()
		return
	}
	focus(g)
	if i := g.rowAt(at.Y); i != nowhere && !g.get(i).Group {
		g.Select(i)
	}
	if b != desktop.MouseButtonPrimary {
		return
	}
	n.take(n.hit(at))
}

// take remembers what a drag would move.
func (n *Gantt) take(h ganttHit) {
	n.drag.kind, n.drag.row = h.kind, h.row
	n.drag.link = Dependency{From: nowhere, To: nowhere}
	if h.kind == ganttNone {
		n.drag.kind = ganttPan
		return
	}
	b := n.get(h.row)
	n.drag.start, n.drag.finish = b.Start, b.Finish
	if b.Kind == MilestoneBar {
		n.drag.start = b.Finish
	}
	n.drag.to, n.drag.until = n.drag.start, n.drag.finish
}

// Tapped chooses where a driver sends no MouseDown.
func (n *Gantt) Tapped(e *fyne.PointEvent) {
	if !n.pressed {
		n.press(e.Position, desktop.MouseButtonPrimary)
	}
	n.pressed = false
	n.drag = ganttDrag{row: nowhere}
	n.Refresh()
}

// TappedSecondary opens the context menu of the row.
func (n *Gantt) TappedSecondary(e *fyne.PointEvent) {
	if !n.pressed {
		n.press(e.Position, desktop.MouseButtonSecondary)
	}
	n.pressed = false
	menu := n.OnMenu
	if menu == nil {
		menu = n.grid.OnMenu
	}
	if k := n.linkAt(e.Position); k != nowhere && n.OnLinkMenu != nil && n.hit(e.Position).row == nowhere {
		ShowMenu(canvasOf(n), e.AbsolutePosition, n.OnLinkMenu(n.links[k]))
		return
	}
	if i := n.grid.rowAt(e.Position.Y); i != nowhere && menu != nil {
		ShowMenu(canvasOf(n), e.AbsolutePosition, menu(i))
	}
}

// Dragged moves a bar, its end, a dependency, the picture or a thumb.
func (n *Gantt) Dragged(e *fyne.DragEvent) {
	if !n.pressed && n.drag.kind == ganttNone {
		n.press(e.Position.Subtract(e.Dragged), desktop.MouseButtonPrimary)
	}
	n.pressed = true
	n.at = e.Position
	g := n.grid
	switch n.drag.kind {
	case ganttThumb:
		g.scroll.drag(e.Position.Y-g.HeadHeight, n.Size().Height-g.HeadHeight)
		g.repaint()
	case ganttSide:
		n.side.drag(e.Position.X, n.Size().Width)
	case ganttPan:
		n.side.set(n.side.off - e.Dragged.DX)
		if g.scroll.set(g.scroll.off - e.Dragged.DY) {
			g.repaint()
		}
	case ganttMove, ganttStart, ganttFinish:
		n.drag.dx += e.Dragged.DX + n.alongEdge(e.Position.X)
		n.preview()
	case ganttLink, ganttLinkBack:
		n.alongEdge(e.Position.X)
		n.aim()
	}
	n.Refresh()
}

// preview works out where the bar would go and asks what would follow.
func (n *Gantt) preview() {
	d := &n.drag
	by := data.Date(roundDown(d.dx/n.px() + .5))
	start, finish := d.start, d.finish
	if d.kind != ganttFinish {
		start += by
	}
	if d.kind != ganttStart {
		finish += by
	}
	if d.kind == ganttStart {
		start = min(start, finish)
	}
	finish = max(finish, start)
	if start == d.to && finish == d.until && d.shown != nil {
		return
	}
	d.to, d.until = start, finish
	d.shown = map[int]Preview{}
	if n.OnDrag != nil {
		for _, p := range n.OnDrag(d.row, start, finish) {
			d.shown[p.Row] = p
		}
	}
	if _, ok := d.shown[d.row]; !ok {
		d.shown[d.row] = Preview{d.row, start, finish}
	}
	d.words = ""
	if n.OnSay != nil && (start != d.start || finish != d.finish) {
		d.words = n.OnSay()
	}
}

// alongEdge scrolls the time when the pointer is dragged to an edge; it gives by
// how much the picture went.
func (n *Gantt) alongEdge(x float32) float32 {
	by := float32(0)
	switch w := n.Size().Width; {
	case x > w-14:
		by = 10
	case x < 14:
		by = -10
	}
	old := n.side.off
	if by != 0 {
		n.side.set(old + by)
	}
	return n.side.off - old
}

// aim finds the bar under a dependency that is being drawn: its near half is the
// start, its far half the finish.
func (n *Gantt) aim() {
	d := &n.drag
	link := Dependency{From: nowhere, To: nowhere}
	if i := n.grid.rowAt(n.at.Y); i != nowhere && i != d.row {
		if b := n.get(i); b.Kind != NoBar && !b.Finish.IsZero() {
			x1, x2 := n.bounds(b)
			if n.at.X > x1-16 && n.at.X < x2+16 {
				link = Dependency{From: d.row, To: i, Kind: kindOf(d.kind == ganttLink, n.at.X < (x1+x2)/2 || b.Kind == MilestoneBar)}
			}
		}
	}
	if link == d.link {
		return
	}
	d.link, d.words, d.refused = link, "", false
	if link.To != nowhere && n.OnLinkAsk != nil {
		d.words, d.refused = n.OnLinkAsk(link)
	}
}

// kindOf is the type of a dependency by the ends that it joins.
func kindOf(fromFinish, toStart bool) DependencyKind {
	switch {
	case fromFinish && toStart:
		return FinishStart
	case fromFinish:
		return FinishFinish
	case toStart:
		return StartStart
	}
	return StartFinish
}

func roundDown(f float32) int {
	n := int(f)
	if f < 0 && float32(n) != f {
		n--
	}
	return n
}

// DragEnd drops what was dragged.
func (n *Gantt) DragEnd() {
	d := n.drag
	n.drag = ganttDrag{row: nowhere}
	n.pressed = false
	n.side.dragging, n.grid.scroll.dragging = false, false
	switch {
	case d.kind == ganttLink || d.kind == ganttLinkBack:
		if d.link.To != nowhere && n.OnLink != nil {
			n.OnLink(d.link)
		}
	case d.shown != nil && (d.to != d.start || d.until != d.finish):
		n.OnDrop(d.row, d.to, d.until)
	}
	n.Refresh()
}

// cancel gives up a drag; it tells whether there was one.
func (n *Gantt) cancel() bool {
	if n.drag.kind == ganttNone {
		return false
	}
	n.drag = ganttDrag{row: nowhere, kind: ganttPan}
	n.Refresh()
	return true
}

// Scrolled scrolls with the grid; with Shift along the time, with Ctrl it zooms.
func (n *Gantt) Scrolled(e *fyne.ScrollEvent) {
	dx, dy := e.Scrolled.DX, e.Scrolled.DY
	switch {
	case held(fyne.KeyModifierControl) && dy != 0:
		n.wheelZoom(dy)
		return
	case held(fyne.KeyModifierShift):
		dx, dy = dx+dy, 0
	}
	n.tip.hide()
	if dx != 0 && n.side.set(n.side.off-dx) {
		n.Refresh()
	}
	if dy != 0 && n.grid.scroll.set(n.grid.scroll.off-dy) {
		n.grid.repaint()
	}
}

func (n *Gantt) wheelZoom(dy float32) {
	z := n.zoom + 1
	if dy > 0 {
		z = n.zoom - 1
	}
	if z < ByDay || z > ByQuarter {
		return
	}
	n.zoomAt(z, n.at.X)
	if n.OnZoom != nil {
		n.OnZoom(z)
	}
}
