package ui

// cellEdit is the field that stands in a cell.
type cellEdit struct {
	row   int
	id    string // of the row: the edit follows it over a Reload
	col   int    // visible column
	field Editor
}

// Edit opens the field of a cell; typed replaces its text when not empty. It
// tells whether the cell can be edited.
func (g *Grid) Edit(row int, column, typed string) bool {
	k := g.viewOf(column)
	if k == nowhere || row < 0 || row >= g.Len() || g.get(row).Group {
		return false
	}
	make := g.cols[g.view[k]].Editor
	if make == nil {
		return false
	}
	field := make(row)
	if field == nil {
		return false
	}
	g.cursor = row
	g.setColumn(k)
	g.reveal(row)
	e := &cellEdit{row: row, id: g.get(row).ID, col: k, field: field}
	g.edit = e
	if f := fieldOf(field); f != nil {
		f.OnProblem = func(s string) { g.tip.hide(); g.showTrouble(e, s) }
	}
	g.Refresh()
	field.begin(g.seat(e), typed, func(end End) { g.edited(e, end) })
	return true
}

// seat is where the field of an edit stands.
func (g *Grid) seat(e *cellEdit) seat {
	return seat{canvasOf(g), placeOf(g).Add(e.field.Position()), e.field.Size()}
}

// Editing tells whether a field is open.
func (g *Grid) Editing() bool { return g.edit != nil }

func (g *Grid) viewOf(column string) int {
	for k, c := range g.view {
		if g.cols[c].ID == column {
			return k
		}
	}
	return nowhere
}

// editHere edits the cell of the cursor, or the first cell of the row that can
// be edited.
func (g *Grid) editHere(typed string) {
	if g.cursor == nowhere || g.Edit(g.cursor, g.columnID(), typed) {
		return
	}
	for _, c := range g.view {
		if g.Edit(g.cursor, g.cols[c].ID, typed) {
			return
		}
	}
}

// edited closes the field and goes where the reader wants.
func (g *Grid) edited(e *cellEdit, end End) {
	if g.edit != e {
		return
	}
	g.edit = nil
	g.tip.hide()
	if end == KeptAway {
		g.Refresh()
		return
	}
	focus(g)
	g.Refresh()
	switch {
	case end == KeptNext || end == KeptBack:
		if g.OnEditTab == nil || e.col >= len(g.view) || !g.OnEditTab(e.row, g.cols[g.view[e.col]].ID, end == KeptBack) {
			g.editNext(e, end == KeptBack)
		}
	case end == Kept && g.OnKept != nil && e.col < len(g.view):
		g.OnKept(e.row, g.cols[g.view[e.col]].ID)
	}
}

// editNext edits the next cell of the row, then of the next row.
func (g *Grid) editNext(e *cellEdit, back bool) {
	by := 1
	if back {
		by = -1
	}
	for k := e.col + by; k >= 0 && k < len(g.view); k += by {
		if g.Edit(e.row, g.cols[g.view[k]].ID, "") {
			return
		}
	}
}

// followEdit keeps an open field on its row after a Reload.
func (g *Grid) followEdit() {
	if g.edit == nil {
		return
	}
	if i := g.find(g.edit.id); i != nowhere {
		g.edit.row = i
		return
	}
	g.edit = nil
}

func (g *Grid) paintEdit(p *pen) {
	e := g.edit
	if e == nil || e.col >= len(g.widths) {
		return
	}
	x, w := g.edge(e.col), g.widths[e.col]
	if c := &g.cols[g.view[e.col]]; c.Tree {
		r := g.get(e.row)
		in := float32(r.Depth) * treeStep
		if r.Toggle != Leaf {
			in += treeTwist - 4
		}
		x, w = x+in, w-in
	}
	wide := max(w-4, min(e.field.MinSize().Width, p.size.Width-4))
	x = max(0, min(x, p.size.Width-wide-4))
	p.child(e.field, x+2, g.top(e.row), wide, g.RowHeight-1)
}

// showTrouble shows why the field was refused, below the cell.
func (g *Grid) showTrouble(e *cellEdit, sentence string) {
	if sentence == "" || g.edit != e {
		return
	}
	g.tip.text = sentence
	g.tip.show(g, placeOf(g).AddXY(g.edge(e.col)+cellPad, g.top(e.row)+g.RowHeight-16))
}
