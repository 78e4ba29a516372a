package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// AcceptsTab takes Tab only when the screen has a use for it.
func (g *Grid) AcceptsTab() bool { return g.OnTab != nil || g.stray() }

// FocusGained puts the cursor on the first row when there is none.
func (g *Grid) FocusGained() {
	g.focused = true
	g.stand()
	switch {
	case g.cursor != nowhere:
	case g.Calm:
		g.cursor = g.firstRow()
	default:
		g.step(-1, 1)
	}
	g.Refresh()
}

// TypedKey walks, opens, edits, deletes.
func (g *Grid) TypedKey(e *fyne.KeyEvent) {
	if g.gone(e) {
		return
	}
	if g.OnKey != nil && g.OnKey(e) {
		return
	}
	if menuKey(e) {
		g.menuHere()
		return
	}
	page := max(1, int(g.scroll.view/g.RowHeight)-1)
	switch e.Name {
	case fyne.KeyUp:
		g.step(g.cursor, -1)
	case fyne.KeyDown:
		g.step(g.cursor, 1)
	case fyne.KeyPageUp:
		g.jump(g.cursor - page)
	case fyne.KeyPageDown:
		g.jump(g.cursor + page)
	case fyne.KeyHome:
		g.jump(0)
	case fyne.KeyEnd:
		g.jump(g.Len() - 1)
	case fyne.KeyLeft:
		g.sideways(-1)
	case fyne.KeyRight:
		g.sideways(1)
	default:
		g.act(e)
	}
}

// act handles the keys that do something with the row.
func (g *Grid) act(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		g.enter()
	case fyne.KeyF2:
		g.editHere("")
	case fyne.KeyDelete:
		if rows := g.aimed(); len(rows) > 0 && g.OnDelete != nil {
			g.OnDelete(rows)
		}
	case fyne.KeyTab:
		g.tab()
	case fyne.KeySpace:
		used(e)
		g.space()
	case fyne.KeyF6:
		g.leave(false)
	case fyne.KeyEscape:
		if !g.cancelMove() && (g.escape == nil || !g.escape()) {
			passKey(g, e)
		}
	default:
		passKey(g, e)
	}
}

func (g *Grid) enter() {
	if g.cursor == nowhere {
		return
	}
	if r := g.get(g.cursor); r.Group {
		g.toggle(g.cursor, r.Toggle == Folded)
		return
	}
	if g.OnOpen != nil {
		g.OnOpen(g.cursor)
		return
	}
	g.editHere("")
}

// space turns the first box of the row.
func (g *Grid) space() {
	if g.cursor == nowhere || g.OnCheck == nil {
		return
	}
	r := g.get(g.cursor)
	for _, c := range g.view {
		if v := r.Cells[c]; v.Check {
			g.OnCheck(g.cursor, g.cols[c].ID, !v.On)
			return
		}
	}
}

func (g *Grid) tab() {
	back := held(fyne.KeyModifierShift)
	if g.OnTab != nil && g.cursor != nowhere && g.OnTab(g.cursor, g.columnID(), back) {
		return
	}
	g.leave(back)
}

// leave gives the focus to the neighbour.
func (g *Grid) leave(back bool) {
	c := canvasOf(g)
	switch {
	case c == nil:
	case back:
		c.FocusPrevious()
	default:
		c.FocusNext()
	}
}

// menuHere opens the context menu of the cursor's row below its cell.
func (g *Grid) menuHere() {
	if i := g.cursor; i != nowhere && g.OnMenu != nil && !g.get(i).Group && len(g.view) > 0 {
		if len(g.chosen) == 0 {
			g.Select(i)
		}
		showMenuAt(canvasOf(g), placeOf(g).AddXY(max(0, g.edge(g.col))+cellPad, g.top(i)+g.RowHeight), g.OnMenu(i))
	}
}

// firstRow is the first row where the cursor can stand.
func (g *Grid) firstRow() int {
	for i := range g.Len() {
		if r := g.get(i); !r.Group || r.Toggle != Leaf {
			return i
		}
	}
	return nowhere
}

// step goes to the next row; groups are passed over unless they fold.
func (g *Grid) step(from, by int) {
	for i := from + by; i >= 0 && i < g.Len(); i += by {
		if r := g.get(i); !r.Group || r.Toggle != Leaf {
			g.walk(i)
			return
		}
	}
}

// jump goes near a row that may lie outside.
func (g *Grid) jump(i int) {
	i = max(0, min(i, g.Len()-1))
	if i < 0 || g.Len() == 0 {
		return
	}
	if g.get(i).Group {
		by := 1
		if i > g.cursor || i == g.Len()-1 {
			by = -1
		}
		g.step(i, by)
		return
	}
	g.walk(i)
}

// walk moves the cursor by keyboard; Shift stretches what is chosen.
func (g *Grid) walk(i int) {
	if g.Multi && held(fyne.KeyModifierShift) && g.anchor >= 0 {
		g.choose(g.anchor, i)
		g.moveTo(i)
		return
	}
	g.Select(i)
}

// sideways folds a branch in the tree column, else goes to the next cell.
func (g *Grid) sideways(by int) {
	if g.cursor == nowhere || len(g.view) == 0 {
		return
	}
	r := g.get(g.cursor)
	if r.Group || g.cols[g.view[g.col]].Tree {
		if by < 0 && r.Toggle == Open || by > 0 && r.Toggle == Folded {
			g.toggle(g.cursor, by > 0)
			return
		}
	}
	g.setColumn(max(0, min(len(g.view)-1, g.col+by)))
}

// setColumn puts the cursor into a visible column and scrolls it into view.
func (g *Grid) setColumn(k int) {
	g.col = k
	at := g.edge(k) + g.side.off
	g.side.show(at, at+g.widths[k])
	g.Refresh()
}

// TypedRune begins to edit the cell with the letter.
func (g *Grid) TypedRune(r rune) {
	spaceUsed = false
	if r != ' ' {
		g.editHere(string(r))
	}
}

// TypedShortcut chooses all, copies, goes to the ends; the rest is the window's.
func (g *Grid) TypedShortcut(s fyne.Shortcut) {
	if g.OnShort != nil && g.OnShort(s) {
		return
	}
	switch k := s.(type) {
	case *fyne.ShortcutSelectAll:
		if g.Multi && g.Len() > 0 {
			g.anchor = 0
			g.choose(0, g.Len()-1)
			g.repaint()
		}
		return
	case *fyne.ShortcutCopy:
		g.copy()
		return
	case *desktop.CustomShortcut:
		if k.Modifier == fyne.KeyModifierControl && (k.KeyName == fyne.KeyHome || k.KeyName == fyne.KeyEnd) {
			g.TypedKey(&fyne.KeyEvent{Name: k.KeyName})
			return
		}
	}
	forward(g, s)
}

// copy puts the chosen rows on the clipboard, cells parted by tabs.
func (g *Grid) copy() {
	var b strings.Builder
	for _, i := range g.Chosen() {
		r := g.get(i)
		for n, c := range g.view {
			if n > 0 {
				b.WriteByte('\t')
			}
			v := r.Cells[c]
			b.WriteString(strings.TrimSpace(v.Text + " " + v.ChipWord))
		}
		b.WriteByte('\n')
	}
	if b.Len() > 0 {
		fyne.CurrentApp().Clipboard().SetContent(b.String())
	}
}
