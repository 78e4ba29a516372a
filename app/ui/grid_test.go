package ui

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

type gridCase struct {
	*Grid
	names []string
	win   fyne.Window
}

func newGridCase(t testing.TB, n int) *gridCase {
	c := &gridCase{}
	for i := range n {
		c.names = append(c.names, "Работа "+two(i/10)+string(rune('0'+i%10)))
	}
	cols := []Column{{ID: "name", Title: "Работа", Width: 200, Sortable: true}, {ID: "hours", Title: "Часы", Width: 80, Right: true}, {ID: "who", Title: "Кто", Width: 90}}
	cols[0].Editor = func(i int) Editor {
		f := NewField(c.names[i])
		f.OnCommit = func(s string) error {
			if s == "" {
				return Refuse("Нужно название.")
			}
			c.names[i] = s
			return nil
		}
		return f
	}
	cols[2].Editor = func(i int) Editor {
		return NewChoice([]Option{{"1", "Вы", ""}, {"2", "Петрова А.", ""}}, "1")
	}
	c.Grid = NewGrid(cols, func() int { return len(c.names) }, func(i int, r *Row) {
		r.ID = c.names[i]
		r.Cells[0].Text, r.Cells[1].Text, r.Cells[2].Text = c.names[i], "40", "Вы"
	})
	c.Multi = true
	c.win = window(t, c.Grid, 400, 36+10*32)
	return c
}

func hold(t testing.TB, m fyne.KeyModifier) {
	old := modifiers
	modifiers = func() fyne.KeyModifier { return m }
	t.Cleanup(func() { modifiers = old })
}

func TestGridArrowsPagesAndEnds(t *testing.T) {
	c := newGridCase(t, 100)
	var seen []int
	c.OnSelect = func(i int) { seen = append(seen, i) }
	c.win.Canvas().Focus(c.Grid)
	press(t, c.win, fyne.KeyDown, fyne.KeyDown, fyne.KeyPageDown, fyne.KeyEnd, fyne.KeyUp, fyne.KeyHome)
	if want := []int{0, 1, 2, 11, 99, 98, 0}; !slices.Equal(seen, want) {
		t.Errorf("the cursor went %v, want %v", seen, want)
	}
	press(t, c.win, fyne.KeyEnd)
	if got := c.Offset(); got != 100*32-10*32 {
		t.Errorf("offset at the end is %v", got)
	}
}

func TestGridPaintsOnlyWhatIsSeen(t *testing.T) {
	c := newGridCase(t, 5000)
	filled := 0
	fill := c.Fill
	c.Fill = func(i int, r *Row) { filled++; fill(i, r) }
	c.Refresh()
	if filled > 12 {
		t.Errorf("one paint of ten rows filled %d rows", filled)
	}
}

func TestGridReloadKeepsPlaceAndChoiceById(t *testing.T) {
	c := newGridCase(t, 100)
	c.Select(50)
	c.SetOffset(45 * 32)
	c.names = append([]string{"новая"}, c.names...)
	c.Reload()
	if row, _ := c.CursorRow(); row != 51 || !slices.Equal(c.Chosen(), []int{51}) || c.Offset() != 45*32 {
		t.Errorf("cursor %d, chosen %v, offset %v", row, c.Chosen(), c.Offset())
	}
}

func TestGridReloadKeepsManyChosenRowsInOnePass(t *testing.T) {
	c := newGridCase(t, 0)
	for i := range 20000 {
		c.names = append(c.names, two(i))
	}
	c.Reload()
	c.TypedShortcut(&fyne.ShortcutSelectAll{})
	filled := 0
	fill := c.Fill
	c.Fill = func(i int, r *Row) { filled++; fill(i, r) }
	c.names = c.names[1:]
	c.Reload()
	if len(c.Chosen()) != 19999 || filled > 21000 {
		t.Errorf("%d rows chosen, %d filled", len(c.Chosen()), filled)
	}
}

func TestGridChoosesARangeAndSingles(t *testing.T) {
	c := newGridCase(t, 20)
	c.Select(2)
	at := func(i int) fyne.Position { return fyne.NewPos(20, 36+float32(i)*32+10) }
	click := func(i int, m fyne.KeyModifier) {
		c.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at(i)}, Button: desktop.MouseButtonPrimary, Modifier: m})
		c.Tapped(&fyne.PointEvent{Position: at(i)})
	}
	click(5, fyne.KeyModifierShift)
	if !slices.Equal(c.Chosen(), []int{2, 3, 4, 5}) {
		t.Errorf("Shift chose %v", c.Chosen())
	}
	click(8, fyne.KeyModifierControl)
	click(3, fyne.KeyModifierControl)
	if !slices.Equal(c.Chosen(), []int{2, 4, 5, 8}) {
		t.Errorf("Ctrl chose %v", c.Chosen())
	}
	hold(t, fyne.KeyModifierShift)
	c.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if !slices.Equal(c.Chosen(), []int{3, 4}) {
		t.Errorf("Shift+Down from the third chose %v", c.Chosen())
	}
	c.TypedShortcut(&fyne.ShortcutSelectAll{})
	if len(c.Chosen()) != 20 {
		t.Errorf("Ctrl+A chose %d", len(c.Chosen()))
	}
}

func TestGridTypingEditsTheCell(t *testing.T) {
	c := newGridCase(t, 20)
	c.win.Canvas().Focus(c.Grid)
	press(t, c.win, fyne.KeyDown)
	typeIn(c.win, "О")
	if !c.Editing() {
		t.Fatal("a letter opens no field")
	}
	typeIn(c.win, "тчёт")
	press(t, c.win, fyne.KeyReturn)
	if c.names[1] != "Отчёт" || c.Editing() || c.win.Canvas().Focused() != fyne.Focusable(c.Grid) {
		t.Errorf("name %q, editing %v", c.names[1], c.Editing())
	}
	press(t, c.win, fyne.KeyF2)
	typeIn(c.win, "другое")
	press(t, c.win, fyne.KeyEscape)
	if c.names[1] != "Отчёт" || c.Editing() {
		t.Errorf("Escape kept %q", c.names[1])
	}
	press(t, c.win, fyne.KeyF2, fyne.KeyBackspace, fyne.KeyReturn)
	if !c.Editing() {
		t.Error("a refused text closed the field")
	}
	press(t, c.win, fyne.KeyEscape)
}

func TestGridTabGoesToTheNextEditableCell(t *testing.T) {
	c := newGridCase(t, 20)
	c.win.Canvas().Focus(c.Grid)
	press(t, c.win, fyne.KeyF2, fyne.KeyTab)
	if c.edit == nil || c.cols[c.view[c.edit.col]].ID != "who" {
		t.Fatalf("Tab from the name edits %+v", c.edit)
	}
}

func TestGridEditFollowsItsRowOverAReload(t *testing.T) {
	c := newGridCase(t, 20)
	c.win.Canvas().Focus(c.Grid)
	c.Edit(3, "name", "")
	c.names = append([]string{"новая"}, c.names...)
	c.Reload()
	if !c.Editing() || c.edit.row != 4 {
		t.Errorf("edit %+v", c.edit)
	}
}

func TestGridHeadSortsAndResizes(t *testing.T) {
	c := newGridCase(t, 20)
	var orders []Sort
	changed := 0
	c.OnSort = func(s Sort) { orders = append(orders, s) }
	c.OnColumns = func() { changed++ }
	test.TapCanvas(c.win.Canvas(), fyne.NewPos(50, 10))
	test.TapCanvas(c.win.Canvas(), fyne.NewPos(50, 10))
	test.TapCanvas(c.win.Canvas(), fyne.NewPos(250, 10)) // not sortable
	if want := []Sort{{"name", false}, {"name", true}}; !slices.Equal(orders, want) {
		t.Errorf("sorted %v", orders)
	}
	c.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(200, 10)}, Button: desktop.MouseButtonPrimary})
	c.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(230, 10)}, Dragged: fyne.NewDelta(30, 0)})
	c.DragEnd()
	if c.Columns()[0].Width != 230 || changed != 1 {
		t.Errorf("width %v, told %d times", c.Columns()[0].Width, changed)
	}
}

func TestGridBorderOfTheFlexibleColumnResizesItsNeighbour(t *testing.T) {
	c := newGridCase(t, 5)
	cols := c.Columns()
	cols[0].Flex = true
	c.SetColumns(cols)
	before := c.widths[0]
	edge := c.edge(1)
	dragOver(c.Grid, fyne.NewPos(edge, 10), -20, 0)
	if c.Columns()[1].Width != 100 || c.widths[0] != before-20 {
		t.Errorf("neighbour %v, flexible column %v of %v", c.Columns()[1].Width, c.widths[0], before)
	}
}

func TestGridColumnsHideAndMove(t *testing.T) {
	c := newGridCase(t, 5)
	c.columnMenu()[1].Do()
	if got := c.Shown(); !slices.Equal(got, []string{"name", "who"}) {
		t.Errorf("after hiding: %v", got)
	}
	c.moveColumn(1, 0)
	if got := c.Shown(); !slices.Equal(got, []string{"who", "name"}) {
		t.Errorf("after moving: %v", got)
	}
	c.columnMenu()[1].Do()
	if got := c.Shown(); !slices.Equal(got, []string{"who", "name", "hours"}) {
		t.Errorf("after showing again: %v", got)
	}
}

func TestGridTreeFoldsByKeyAndMouse(t *testing.T) {
	win := window(t, NewLabel(""), 500, 300)
	var turned []bool
	g := NewGrid([]Column{{ID: "n", Width: 300, Tree: true}}, func() int { return 2 }, func(i int, r *Row) {
		r.ID, r.Depth = string(rune('a'+i)), i
		r.Cells[0].Text = "x"
		if i == 0 {
			r.Toggle = Open
		}
	})
	g.OnToggle = func(i int, open bool) { turned = append(turned, open) }
	win.SetContent(g)
	win.Canvas().Focus(g)
	press(t, win, fyne.KeyLeft)
	test.TapCanvas(win.Canvas(), fyne.NewPos(cellPad+4, 36+16))
	if !slices.Equal(turned, []bool{false, false}) {
		t.Errorf("folded %v", turned)
	}
}

func TestGridScrollsSidewaysWhenColumnsAreWider(t *testing.T) {
	c := newGridCase(t, 5)
	cols := c.Columns()
	cols[0].Width = 900
	c.SetColumns(cols)
	hold(t, fyne.KeyModifierShift)
	test.Scroll(c.win.Canvas(), fyne.NewPos(100, 100), 0, -50)
	if c.side.off != 50 {
		t.Errorf("Shift and wheel moved to %v", c.side.off)
	}
}

func TestGridGroupsArePassedOver(t *testing.T) {
	g := documentGrid()
	win := window(t, g, 900, 500)
	win.Canvas().Focus(g)
	press(t, win, fyne.KeyHome)
	if row, _ := g.CursorRow(); row != 1 {
		t.Errorf("Home went to row %d, the first after the heading is 1", row)
	}
	press(t, win, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown)
	if row, _ := g.CursorRow(); row != 5 {
		t.Errorf("three rows down is %d, want 5", row)
	}
}

func TestGridCopiesChosenRows(t *testing.T) {
	c := newGridCase(t, 5)
	c.Select(1)
	c.TypedShortcut(&fyne.ShortcutCopy{})
	if got := fyne.CurrentApp().Clipboard().Content(); got != "Работа 001\t40\tВы\n" {
		t.Errorf("clipboard %q", got)
	}
}

func BenchmarkGridScroll20000(b *testing.B) {
	t := manyRows(20000)
	win := window(b, t.View, 1244, 655)
	_ = win
	b.ReportAllocs()
	b.ResetTimer()
	for i := range b.N {
		t.Grid.SetOffset(float32(i*12%(20000*32-700)) + 1)
	}
}

func BenchmarkGridPageJump20000(b *testing.B) {
	t := manyRows(20000)
	win := window(b, t.View, 1244, 655)
	_ = win
	b.ReportAllocs()
	b.ResetTimer()
	for i := range b.N {
		t.Grid.SetOffset(float32(i*700%(20000*32-700)) + 1)
	}
}
