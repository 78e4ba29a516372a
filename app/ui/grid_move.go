package ui

import "fyne.io/fyne/v2"

// rowDrag is rows on their way to another place.
type rowDrag struct {
	rows   []int
	before int // the gap they would go into
	depth  int
	own    int     // depth of the first row before
	x      float32 // where the pointer took hold
	alone  int     // row that a release without a drag chooses alone, -1 = none
	held   bool
}

// keepChosen leaves several chosen rows chosen when one of them is pressed, so
// that all can be dragged; a release without a drag then chooses that one alone.
func (g *Grid) keepChosen(i int) bool {
	_, on := g.chosen[i]
	if !on || len(g.chosen) < 2 || g.OnMove == nil {
		g.rowDrag.held = false
		return false
	}
	g.rowDrag.alone, g.rowDrag.held = i, true
	g.moveTo(i)
	return true
}

// settle chooses the pressed row alone after a press that dragged nothing.
func (g *Grid) settle() {
	if g.rowDrag.held {
		g.rowDrag.held = false
		g.Select(g.rowDrag.alone)
	}
}

// takeRows begins to drag the chosen rows; it tells whether rows are held.
func (g *Grid) takeRows(e *fyne.DragEvent) bool {
	start := e.Position.Subtract(e.Dragged)
	i := g.rowAt(start.Y)
	if g.OnMove == nil || g.edit != nil || g.drag.kind != dragNone || start.Y < g.HeadHeight || i == nowhere || g.get(i).Group {
		return false
	}
	if _, on := g.chosen[i]; !on {
		return false
	}
	g.rowDrag = rowDrag{rows: g.Chosen(), before: nowhere, x: start.X}
	g.rowDrag.own = g.get(g.rowDrag.rows[0]).Depth
	g.drag.kind = dragRows
	g.moveRows(e.Position)
	return true
}

// moveRows works out the gap under the pointer, and the depth: the rows' own, more
// or less as the pointer goes to the side. Near an edge the rows scroll.
func (g *Grid) moveRows(at fyne.Position) {
	switch {
	case at.Y < g.HeadHeight+8:
		g.scroll.set(g.scroll.off - g.RowHeight/2)
	case at.Y > g.Size().Height-8:
		g.scroll.set(g.scroll.off + g.RowHeight/2)
	}
	d := &g.rowDrag
	gap := int((at.Y - g.HeadHeight + g.scroll.off + g.RowHeight/2) / g.RowHeight)
	d.before = max(0, min(gap, g.Len()))
	if g.Depths != nil {
		least, most := g.Depths(d.rows, d.before)
		d.depth = max(least, min(most, d.own+int((at.X-d.x)/treeStep)))
	}
	g.repaint()
}

// treeEdge is the left border of the column that carries the tree.
func (g *Grid) treeEdge() float32 {
	for k, c := range g.view {
		if g.cols[c].Tree {
			return g.edge(k)
		}
	}
	return 0
}

func (g *Grid) dropRows() {
	d := g.rowDrag
	g.rowDrag = rowDrag{}
	g.repaint()
	if d.before != nowhere && len(d.rows) > 0 {
		g.OnMove(d.rows, d.before, d.depth)
	}
}

// cancelMove gives up a drag of rows; it tells whether there was one.
func (g *Grid) cancelMove() bool {
	if len(g.rowDrag.rows) == 0 {
		return false
	}
	g.rowDrag, g.drag.kind = rowDrag{}, dragGone
	g.repaint()
	return true
}

// paintMove paints where dragged rows would go.
func (g *Grid) paintMove(p *pen) {
	d := &g.rowDrag
	if len(d.rows) == 0 || d.before == nowhere {
		return
	}
	x, y := g.treeEdge()+cellPad+float32(d.depth)*treeStep, g.top(d.before)-1
	p.rect(x, y-1, p.size.Width-x, 2, 0, Colors().Accent)
	p.rect(x-6, y-3, 6, 6, 3, Colors().Accent)
}

// ChooseIDs chooses the rows of the ids, the cursor on the first, without a call.
func (g *Grid) ChooseIDs(ids []string) {
	wanted := make(map[string]bool, len(ids))
	for _, id := range ids {
		wanted[id] = true
	}
	clear(g.chosen)
	first := nowhere
	for i := 0; i < g.Len() && len(g.chosen) < len(wanted); i++ {
		if id := g.get(i).ID; wanted[id] {
			g.chosen[i] = id
			if first == nowhere {
				first = i
			}
		}
	}
	if first != nowhere {
		g.cursor, g.anchor = first, first
		g.reveal(first)
	}
	g.repaint()
}
