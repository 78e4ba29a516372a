package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"portfel/data"
)

// hoverOver brings the pointer to a place of the canvas.
func hoverOver(n *Gantt, at fyne.Position) {
	n.MouseIn(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at.Subtract(placeOf(n))}})
}

func TestGanttDragOfTheStartKeepsTheFinish(t *testing.T) {
	p, _ := planWindow(t)
	var start, finish data.Date
	p.Gantt.OnDrop = func(_ int, s, f data.Date) { start, finish = s, f }
	x1, _ := p.Gantt.bounds(p.Gantt.get(7))
	dragOver(p.Gantt, placeOf(p.Gantt).AddXY(x1+2, p.Grid.top(7)+16), 2*dayWidth[ByWeek], 0)
	if start != day("2026-11-20") || finish != day("2026-11-25") {
		t.Errorf("dropped %s–%s, want 20.11–25.11", start, finish)
	}
}

func TestGanttSaysWhatADragWouldDoUntilItIsDropped(t *testing.T) {
	p, _ := planWindow(t)
	n := p.Gantt
	n.OnDrop = func(int, data.Date, data.Date) {}
	n.OnSay = func() string { return "сдвинет 4 работы" }
	at := ganttAt(p, 7, .4).Subtract(placeOf(n))
	n.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}, Button: desktop.MouseButtonPrimary})
	n.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: at.AddXY(30, 0)}, Dragged: fyne.NewDelta(30, 0)})
	if !saysNow(n, "сдвинет 4 работы") {
		t.Error("the drag says nothing")
	}
	n.cancel()
	if saysNow(n, "сдвинет 4 работы") {
		t.Error("it still speaks after Escape")
	}
	n.DragEnd()
}

// saysNow tells whether a text was painted last.
func saysNow(n *Gantt, want string) bool {
	n.pen.begin(n.Size())
	n.paint(n.pen)
	for _, x := range n.pen.texts[:n.pen.nt] {
		if strings.Contains(x.Text, want) {
			return true
		}
	}
	return false
}

func TestGanttLinkJoinsTheEndsThatWereTaken(t *testing.T) {
	p, _ := planWindow(t)
	n := p.Gantt
	var got Dependency
	n.OnLink = func(d Dependency) { got = d }
	asked := 0
	n.OnLinkAsk = func(Dependency) (string, bool) { asked++; return "ОН", false }
	x1, x2 := n.bounds(n.get(10))
	left, right := placeOf(n).AddXY(x1-7, p.Grid.top(10)+16), placeOf(n).AddXY(x2+7, p.Grid.top(10)+16)
	for _, c := range []struct {
		from  fyne.Position
		share float32
		want  DependencyKind
	}{{right, .2, FinishStart}, {right, .8, FinishFinish}, {left, .2, StartStart}, {left, .8, StartFinish}} {
		hoverOver(n, ganttAt(p, 10, .5))
		goal := ganttAt(p, 14, c.share)
		dragOver(n, c.from, goal.X-c.from.X, goal.Y-c.from.Y)
		if got.From != 10 || got.To != 14 || got.Kind != c.want {
			t.Errorf("from %v to %v: %+v, want kind %d", c.from, c.share, got, c.want)
		}
	}
	if asked != 4 {
		t.Errorf("asked %d times", asked)
	}
}

func TestGanttShowsAllAndFollowsTheWidth(t *testing.T) {
	p, win := planWindow(t)
	n := p.Gantt
	from, to := day("2026-10-19"), day("2026-12-18")
	n.ShowAll(from, to)
	seen := func() bool { return n.x(from) >= 0 && n.x(to+1) <= n.Size().Width-labelRoom/2 }
	if !seen() || !n.AllShown() {
		t.Errorf("from %v to %v in %v", n.x(from), n.x(to+1), n.Size().Width)
	}
	win.Resize(fyne.NewSize(1000, 700))
	n.paint(n.pen)
	if !seen() {
		t.Errorf("narrow: from %v to %v in %v", n.x(from), n.x(to+1), n.Size().Width)
	}
	n.Step(1)
	if n.AllShown() || n.px() != dayWidth[n.Zoom()] {
		t.Errorf("another scale: %v", n.px())
	}
}

func TestGanttFindsALinkUnderThePointer(t *testing.T) {
	p, _ := planWindow(t)
	n := p.Gantt
	n.OnLinkMenu = func(Dependency) []MenuItem { return nil }
	n.paint(n.pen)
	if len(n.segs) == 0 {
		t.Fatal("no link was painted")
	}
	s := n.segs[0]
	if k := n.linkAt(fyne.NewPos(s.x+1, s.y)); k != s.link {
		t.Errorf("found %d, not %d", k, s.link)
	}
	if k := n.linkAt(fyne.NewPos(5, 5)); k != nowhere {
		t.Errorf("nothing there, but %d", k)
	}
}

func TestGridRowsAreDraggedWithTheirDepth(t *testing.T) {
	p, win := planWindow(t)
	g := p.Grid
	g.Multi = true
	var rows []int
	before, depth := -1, -1
	g.OnMove = func(r []int, b, d int) { rows, before, depth = r, b, d }
	g.Depths = func([]int, int) (int, int) { return 0, 2 }
	win.Canvas().Focus(g)
	g.ChooseIDs([]string{"1.1", "1.2"})
	at := func(i int, x float32) fyne.Position { return placeOf(g).AddXY(x, g.top(i)+10) }
	from := at(1, 100)
	to := at(5, 100+treeStep)
	dragOver(g, from, to.X-from.X, to.Y-from.Y-8)
	if len(rows) != 2 || before != 5 || depth != 2 {
		t.Errorf("rows %v before %d at depth %d", rows, before, depth)
	}
	if got := g.Chosen(); len(got) != 2 {
		t.Errorf("a drag leaves %v chosen", got)
	}
	// A press without a drag chooses the row alone.
	g.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: from.Subtract(placeOf(g))}, Button: desktop.MouseButtonPrimary})
	g.MouseUp(nil)
	g.Tapped(&fyne.PointEvent{Position: from.Subtract(placeOf(g))})
	if got := g.Chosen(); len(got) != 1 || got[0] != 1 {
		t.Errorf("a press leaves %v chosen", got)
	}
}

// The driver of a real window takes the keyboard from what cannot have it.
func TestGanttLeavesTheKeyboardWithTheTable(t *testing.T) {
	p, win := planWindow(t)
	if _, ok := any(p.Gantt).(fyne.Focusable); !ok {
		t.Fatal("a press on the chart would take the keyboard away")
	}
	win.Canvas().Focus(p.Grid)
	for range 4 {
		win.Canvas().FocusNext()
		if win.Canvas().Focused() == fyne.Focusable(p.Gantt) {
			t.Error("Tab stops at the chart")
		}
	}
}
