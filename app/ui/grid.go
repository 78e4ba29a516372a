package ui

import (
	"slices"

	"fyne.io/fyne/v2"
)

// Column is one column of a Grid.
type Column struct {
	ID, Title       string
	Width, MinWidth float32 // units; MinWidth 0 means 40
	Right           bool    // numbers and terms stand at the right
	Flex            bool    // takes the room that is left over, or gives up to MinWidth
	Sortable        bool
	Hidden          bool
	// Drop says who leaves a table that is too narrow for all: the column with
	// the greatest Drop first, 0 never. It comes back with the room.
	Drop int
	Tree bool // carries the indent and the ▾ of a tree
	// Editor makes the field for the cell of a row; nil, or a nil field, is a cell
	// that is only read. The field keeps the value by its own callback; the caller
	// then calls Reload.
	Editor func(row int) Editor
}

// Toggle says whether a row of a tree can be folded.
type Toggle int

// A leaf, an open branch, a folded branch.
const (
	Leaf Toggle = iota
	Open
	Folded
)

// Cell is what one cell shows; parts are laid from left to right.
type Cell struct {
	Text     string
	Note     string // muted and small after the text
	Role     Role
	Bold     bool
	Small    bool
	Icon     Icon
	ChipRole Role
	ChipWord string
	HasBar   bool
	Bar      float32 // share 0..1
	Check    bool    // a box; On tells how it stands
	On       bool
}

// Row is what one row shows. Fill gets it emptied, with a cell per column.
type Row struct {
	ID     string // keeps the selection over a Reload
	Cells  []Cell // in the order the columns were given to NewGrid
	Depth  int
	Toggle Toggle
	Bold   bool // all texts
	Faint  bool // all texts muted
	Group  bool // a heading over rows: Title and, at the right, Note
	Title  string
	Note   string
}

// Sort is the order that the heads show; the caller sorts.
type Sort struct {
	Column string
	Down   bool
}

// Grid is the table of the program. It asks for the rows it shows and for no
// others, so its cost does not grow with their number. Keyboard: arrows, Page
// and Home and End keys, Ctrl+Home/End, Shift for a range, Ctrl+A, Enter opens
// or edits, F2 or typing edits, Delete, Tab by OnTab, F6 leaves.
type Grid struct {
	keyed
	Len  func() int
	Fill func(i int, r *Row)
	// IndexOf finds a row by id; without it a Reload looks through all rows.
	IndexOf func(id string) int

	RowHeight, HeadHeight float32
	Multi                 bool // several rows can be chosen
	Calm                  bool // taking the keyboard chooses no row, the cursor only stands on it
	Order                 Sort
	Empty                 *Empty

	OnSelect  func(i int)            // the cursor came to a row
	OnOpen    func(i int)            // Enter, second click; without it Enter edits
	OnSort    func(s Sort)           // a tap on a sortable head
	OnToggle  func(i int, open bool) // ▾ or ▸
	OnCheck   func(i int, col string, on bool)
	OnMenu    func(i int) []MenuItem // context menu of the chosen rows
	OnDelete  func(rows []int)
	OnKept    func(i int, col string)                 // a cell was kept by Enter
	OnTab     func(i int, col string, back bool) bool // true = used
	OnEditTab func(i int, col string, back bool) bool // Tab in an open field that was kept; true = used
	OnShort   func(s fyne.Shortcut) bool              // sees each shortcut first: copy, paste, Ctrl and Alt keys; true = used
	// OnMove makes rows be dragged: into the gap before a row, at a depth between
	// those that Depths allows there.
	OnMove    func(rows []int, before, depth int)
	Depths    func(rows []int, before int) (least, most int)
	OnKey     func(e *fyne.KeyEvent) bool // sees each key first
	OnColumns func()                      // widths, order or visibility changed

	cols     []Column
	order    []int // indices of the columns that are not hidden, in the order shown
	view     []int // those of them for which there is room
	widths   []float32
	scroll   *scroller
	side     scroller
	onScroll func() // a Gantt beside follows
	escape   func() bool
	cursor   int
	col      int // index in view
	anchor   int
	chosen   map[int]string // row -> id
	hover    int
	row      Row
	pressed  bool
	click    clicks
	drag     gridDrag
	edit     *cellEdit
	rowDrag  rowDrag
}

// NewGrid makes a table of the columns.
func NewGrid(columns []Column, length func() int, fill func(i int, r *Row)) *Grid {
	g := &Grid{Len: length, Fill: fill, RowHeight: 32, HeadHeight: 36, cols: columns,
		cursor: nowhere, anchor: nowhere, hover: nowhere, chosen: map[int]string{}, scroll: &scroller{}}
	g.ExtendBaseWidget(g)
	g.arrange()
	return g
}

// Columns are the columns with their present widths and visibility, in the
// order given to NewGrid.
func (g *Grid) Columns() []Column { return g.cols }

// SetColumns changes width, title or visibility; the ids stay.
func (g *Grid) SetColumns(cols []Column) { g.cols = cols; g.arrange(); g.Refresh() }

// Shown is the ids of the columns that are not hidden, in the order shown, for
// remembering.
func (g *Grid) Shown() []string {
	ids := make([]string, len(g.order))
	for i, c := range g.order {
		ids[i] = g.cols[c].ID
	}
	return ids
}

// arrange lists the visible columns, keeping an order that was dragged.
func (g *Grid) arrange() {
	var next []int
	g.view = g.view[:0]
	for _, c := range g.order {
		if c < len(g.cols) && !g.cols[c].Hidden {
			next = append(next, c)
		}
	}
	for c := range g.cols {
		if !g.cols[c].Hidden && !slices.Contains(next, c) {
			next = append(next, c)
		}
	}
	g.order = next
	g.view = slices.Clone(next)
	g.col = min(g.col, max(0, len(next)-1))
	if g.Size().Width > 0 {
		g.drop(g.Size().Width)
	}
}

// drop leaves out columns, the greatest Drop first, while the rest does not fit
// into the width. An open field keeps its columns.
func (g *Grid) drop(width float32) {
	if g.edit != nil || width <= 0 {
		return
	}
	at := g.columnID()
	g.view = append(g.view[:0], g.order...)
	var sum float32
	for _, c := range g.view {
		sum += g.need(c)
	}
	for sum > width {
		last := nowhere
		for k, c := range g.view {
			if d := g.cols[c].Drop; d > 0 && (last == nowhere || d > g.cols[g.view[last]].Drop) {
				last = k
			}
		}
		if last == nowhere {
			break
		}
		sum -= g.need(g.view[last])
		g.view = slices.Delete(g.view, last, last+1)
	}
	g.col = max(0, min(g.viewOf(at), len(g.view)-1))
}

// need is the least room of a column: a flexible one gives up to MinWidth.
func (g *Grid) need(c int) float32 {
	if g.cols[c].Flex {
		return g.least(c)
	}
	return max(g.cols[c].Width, g.least(c))
}

// CursorRow is the row of the keyboard and the id of its column; -1 when no row.
func (g *Grid) CursorRow() (row int, column string) {
	if g.col < len(g.view) {
		column = g.cols[g.view[g.col]].ID
	}
	return g.cursor, column
}

// Chosen is the chosen rows, ascending.
func (g *Grid) Chosen() []int {
	var rows []int
	for i := range g.chosen {
		rows = append(rows, i)
	}
	slices.Sort(rows)
	return rows
}

// aimed is what a key works on: the chosen rows, else that of the cursor.
func (g *Grid) aimed() []int {
	rows := g.Chosen()
	if len(rows) == 0 && g.cursor != nowhere && !g.get(g.cursor).Group {
		rows = []int{g.cursor}
	}
	return rows
}

// Select puts the cursor on a row, chooses it alone and calls OnSelect.
func (g *Grid) Select(i int) {
	if i < 0 || i >= g.Len() {
		return
	}
	if _, on := g.chosen[i]; !on && i == g.cursor {
		g.cursor = nowhere // the cursor only stood there
	}
	g.anchor = i
	g.choose(i, i)
	g.moveTo(i)
}

// SelectID chooses the row of the id without a call; it tells whether there is one.
func (g *Grid) SelectID(id string) bool {
	i := g.find(id)
	if i == nowhere {
		return false
	}
	g.cursor, g.anchor = i, i
	g.choose(i, i)
	g.reveal(i)
	g.Refresh()
	return true
}

// choose makes the rows from..to the chosen ones.
func (g *Grid) choose(from, to int) {
	clear(g.chosen)
	for i := min(from, to); i <= max(from, to); i++ {
		if r := g.get(i); !r.Group {
			g.chosen[i] = r.ID
		}
	}
}

// moveTo puts the cursor on a row without changing what is chosen.
func (g *Grid) moveTo(i int) {
	changed := i != g.cursor
	g.cursor = i
	g.reveal(i)
	g.repaint()
	if changed && g.OnSelect != nil {
		g.OnSelect(i)
	}
}

func (g *Grid) reveal(i int) {
	if g.scroll.view > 0 {
		g.scroll.show(float32(i)*g.RowHeight, float32(i+1)*g.RowHeight)
	}
}

// repaint repaints the grid and what scrolls with it.
func (g *Grid) repaint() {
	g.Refresh()
	if g.onScroll != nil {
		g.onScroll()
	}
}

func (g *Grid) get(i int) *Row {
	cells := g.row.Cells
	if len(cells) != len(g.cols) {
		cells = make([]Cell, len(g.cols))
	}
	clear(cells)
	g.row = Row{Cells: cells}
	g.Fill(i, &g.row)
	return &g.row
}

// find is the row of an id, or nowhere.
func (g *Grid) find(id string) int {
	if g.IndexOf != nil {
		if i := g.IndexOf(id); i >= 0 && i < g.Len() {
			return i
		}
		return nowhere
	}
	for i := range g.Len() {
		if g.get(i).ID == id {
			return i
		}
	}
	return nowhere
}

// Reload reads the rows again. Offset, chosen rows and cursor stay, by id; an
// open edit stays on its row.
func (g *Grid) Reload() {
	at := g.chosen[g.cursor]
	g.chosen = g.places(g.chosen)
	for i, id := range g.chosen {
		if id == at {
			g.cursor = i
		}
	}
	if g.cursor = min(g.cursor, g.Len()-1); g.cursor < 0 {
		g.cursor = nowhere
	}
	g.anchor = g.cursor
	g.followEdit()
	g.fit(g.Size())
	g.repaint()
}

// places finds the rows of ids, in one pass when there is no IndexOf.
func (g *Grid) places(chosen map[int]string) map[int]string {
	found := map[int]string{}
	if g.IndexOf != nil || len(chosen) == 1 {
		for _, id := range chosen {
			if i := g.find(id); i != nowhere && id != "" {
				found[i] = id
			}
		}
		return found
	}
	wanted := map[string]bool{}
	for _, id := range chosen {
		wanted[id] = id != ""
	}
	for i := 0; i < g.Len() && len(wanted) > 0; i++ {
		if id := g.get(i).ID; wanted[id] {
			found[i] = id
		}
	}
	return found
}

// Offset is the vertical place in units, for remembering.
func (g *Grid) Offset() float32 { return g.scroll.off }

// SetOffset goes to a remembered place.
func (g *Grid) SetOffset(off float32) { g.scroll.set(off); g.repaint() }

// CreateRenderer is called by the toolkit.
func (g *Grid) CreateRenderer() fyne.WidgetRenderer { return g.renderer(g, true) }

func (g *Grid) min() fyne.Size { return fyne.NewSize(160, g.HeadHeight+3*g.RowHeight) }

// fit works out the widths of the columns and the lengths of the scrollers.
func (g *Grid) fit(s fyne.Size) {
	g.drop(s.Width)
	g.widths = g.widths[:0]
	var sum float32
	flex := nowhere
	for k, c := range g.view {
		w := max(g.cols[c].Width, g.least(c))
		if g.cols[c].Flex && flex == nowhere {
			flex = k
		}
		g.widths = append(g.widths, w)
		sum += w
	}
	if flex != nowhere {
		w := max(g.widths[flex]+s.Width-sum, g.least(g.view[flex]))
		sum += w - g.widths[flex]
		g.widths[flex] = w
	}
	g.side.fit(sum, s.Width)
	old := g.scroll.view
	g.scroll.fit(float32(g.Len())*g.RowHeight, max(0, s.Height-g.HeadHeight-g.foot()))
	if old > 0 && old < 4*g.RowHeight && g.scroll.view > old && g.cursor != nowhere {
		g.scroll.off = 0 // it was scrolled for a window that had no size yet
		g.reveal(g.cursor)
	}
}

// foot is the room of the lying scroll bar.
func (g *Grid) foot() float32 {
	if g.side.needed() {
		return 10
	}
	return 0
}

func (g *Grid) least(c int) float32 { return max(40, g.cols[c].MinWidth) }
