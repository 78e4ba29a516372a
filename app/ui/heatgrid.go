package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// HeatPart is one sort of what fills a cell: its amount and its colour.
type HeatPart struct {
	Role   Role
	Amount float32
}

// HeatCell is what one cell of a HeatGrid shows: a number, a bar of parts against
// what there is room for, and a word. Fill gets it emptied. What lies above Norm
// is painted as late; Note says it in words.
type HeatCell struct {
	Text  string
	Short string // instead of a text that does not fit
	Role  Role   // of the text
	Bold  bool
	Note  string // below the bar
	Brief string // instead of a note that does not fit
	Tone  Role   // of the note
	Parts []HeatPart
	Norm  float32 // room in the amounts of the parts
	Away  float32 // room that is missing because the person is away
	Full  float32 // what a cell without anything missing would hold; the scale
	Off   bool    // nothing can be done here: shaded
	Tip   string
}

// HeatHead is the head of a column: two lines; Now marks the present one.
type HeatHead struct {
	Top, Below string
	Now        bool
}

// HeatGrid is rows against equal steps of time: people and weeks. It asks only
// for the cells it shows. Keyboard: arrows, Home, End, Page keys; beyond the
// first and the last column it asks for other ones by OnPage; Enter opens.
type HeatGrid struct {
	keyed
	Len  func() int // rows
	Cols []HeatHead
	Side func(row int) (name, note string)
	Fill func(row, col int, c *HeatCell)

	Corner   string             // over the names
	OnSelect func(row, col int) // the cursor came to a cell
	OnOpen   func(row, col int) // Enter, second click
	OnPage   func(columns int)  // other columns are asked for: so many further
	Empty    *Empty

	row, col int
	scroll   scroller
	click    clicks
	cell     HeatCell
}

const (
	heatSide  float32 = 172
	heatHead  float32 = 46
	heatRow   float32 = 50
	heatTight float32 = 70 // a cell narrower than this keeps less air
)

// NewHeatGrid makes the grid; columns may come later.
func NewHeatGrid(length func() int, side func(row int) (string, string), fill func(row, col int, c *HeatCell)) *HeatGrid {
	g := &HeatGrid{Len: length, Side: side, Fill: fill, row: nowhere}
	g.ExtendBaseWidget(g)
	return g
}

// Cursor is the cell of the keyboard; row -1 when none is chosen.
func (g *HeatGrid) Cursor() (row, col int) { return g.row, g.col }

// Select puts the cursor on a cell and calls OnSelect.
func (g *HeatGrid) Select(row, col int) {
	if row < 0 || row >= g.Len() || col < 0 || col >= len(g.Cols) {
		return
	}
	changed := row != g.row || col != g.col
	g.row, g.col = row, col
	if g.scroll.view > 0 {
		g.scroll.show(float32(row)*heatRow, float32(row+1)*heatRow)
	}
	g.Refresh()
	if changed && g.OnSelect != nil {
		g.OnSelect(row, col)
	}
}

// Reload reads the rows again; the cursor stays where it can.
func (g *HeatGrid) Reload() {
	if g.row >= g.Len() {
		g.row = nowhere
	}
	g.col = max(0, min(g.col, len(g.Cols)-1))
	g.Refresh()
}

// CreateRenderer is called by the toolkit.
func (g *HeatGrid) CreateRenderer() fyne.WidgetRenderer { return g.renderer(g, true) }
func (g *HeatGrid) min() fyne.Size                      { return fyne.NewSize(420, heatHead+2*heatRow) }

// Scrolled is called by the toolkit.
func (g *HeatGrid) Scrolled(e *fyne.ScrollEvent) {
	if g.scroll.set(g.scroll.off - e.Scrolled.DY) {
		g.Refresh()
	}
}

// cellAt is the cell at a place, or row -1.
func (g *HeatGrid) cellAt(at fyne.Position) (row, col int) {
	z := g.zoneAt(at)
	if z == nowhere || len(g.Cols) == 0 {
		return nowhere, 0
	}
	return z / len(g.Cols), z % len(g.Cols)
}

// MouseDown chooses the cell under the pointer; a second click opens it.
func (g *HeatGrid) MouseDown(e *desktop.MouseEvent) {
	g.tip.hide()
	row, col := g.cellAt(e.Position)
	focus(g)
	if row == nowhere {
		return
	}
	g.Select(row, col)
	if e.Button == desktop.MouseButtonPrimary && g.click.second(row*1000+col) {
		g.open()
	}
}

// MouseUp does nothing.
func (g *HeatGrid) MouseUp(*desktop.MouseEvent) {}

// Tapped chooses where a driver sends no MouseDown.
func (g *HeatGrid) Tapped(e *fyne.PointEvent) {
	if row, col := g.cellAt(e.Position); row != nowhere {
		g.Select(row, col)
	}
}

// MouseMoved shows what a cell is made of.
func (g *HeatGrid) MouseMoved(e *desktop.MouseEvent) {
	g.keyed.MouseMoved(e)
	row, col := g.cellAt(e.Position)
	if row == nowhere {
		g.tip.hide()
		return
	}
	g.tip.plan(g, g.get(row, col).Tip, placeOf(g).Add(e.Position))
}

func (g *HeatGrid) open() {
	if g.row != nowhere && g.OnOpen != nil {
		g.OnOpen(g.row, g.col)
	}
}

func (g *HeatGrid) get(row, col int) *HeatCell {
	g.cell = HeatCell{Parts: g.cell.Parts[:0]}
	g.Fill(row, col, &g.cell)
	return &g.cell
}

// FocusGained chooses the first cell when none is chosen.
func (g *HeatGrid) FocusGained() {
	g.keyed.FocusGained()
	if g.row == nowhere {
		g.Select(0, g.col)
	}
}

// TypedKey walks and opens.
func (g *HeatGrid) TypedKey(e *fyne.KeyEvent) {
	if g.gone(e) {
		return
	}
	page := max(1, int(g.scroll.view/heatRow)-1)
	switch e.Name {
	case fyne.KeyUp:
		g.Select(g.row-1, g.col)
	case fyne.KeyDown:
		g.Select(g.row+1, g.col)
	case fyne.KeyPageUp:
		g.Select(max(0, g.row-page), g.col)
	case fyne.KeyPageDown:
		g.Select(min(g.Len()-1, g.row+page), g.col)
	case fyne.KeyLeft:
		g.sideways(-1)
	case fyne.KeyRight:
		g.sideways(1)
	case fyne.KeyHome:
		g.Select(g.row, 0)
	case fyne.KeyEnd:
		g.Select(g.row, len(g.Cols)-1)
	case fyne.KeyReturn, fyne.KeyEnter:
		g.open()
	default:
		passKey(g, e)
	}
}

// sideways goes to the next column; at the edge it asks for others.
func (g *HeatGrid) sideways(by int) {
	if to := g.col + by; to >= 0 && to < len(g.Cols) {
		g.Select(g.row, to)
		return
	}
	if g.OnPage != nil {
		g.OnPage(by)
	}
}
