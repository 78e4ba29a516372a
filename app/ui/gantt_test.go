package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"portfel/data"
)

// ganttAt is the place of a bar's middle on the canvas.
func ganttAt(g *TreeGantt, row int, share float32) fyne.Position {
	x1, x2 := g.Gantt.bounds(g.Gantt.get(row))
	return placeOf(g.Gantt).AddXY(x1+(x2-x1)*share, g.Grid.top(row)+g.Grid.RowHeight/2)
}

func planWindow(t *testing.T) (*TreeGantt, fyne.Window) {
	win := window(t, NewLabel(""), 1400, 800)
	p := samplePlan()
	win.SetContent(p.View)
	win.Resize(fyne.NewSize(1400, 800))
	return p, win
}

func TestGanttDragMovesABarAndAsksWhatFollows(t *testing.T) {
	p, _ := planWindow(t)
	row, start, finish := 0, data.Date(0), data.Date(0)
	asked := 0
	p.Gantt.OnDrag = func(r int, s, f data.Date) []Preview {
		asked++
		return []Preview{{r, s, f}, {r + 1, s + 10, f + 10}}
	}
	p.Gantt.OnDrop = func(r int, s, f data.Date) { row, start, finish = r, s, f }
	dragOver(p.Gantt, ganttAt(p, 7, .4), 3*dayWidth[ByWeek]+1, 0)
	if row != 7 || start != day("2026-11-21") || finish != day("2026-11-28") || asked != 1 {
		t.Errorf("dropped row %d at %s–%s, asked %d times", row, start, finish, asked)
	}
	if b := p.Gantt.get(8); b.Start != day("2026-11-27") {
		t.Error("the preview stays after the drop")
	}
}

func TestGanttDragOfTheEndChangesTheFinishAlone(t *testing.T) {
	p, _ := planWindow(t)
	var start, finish data.Date
	p.Gantt.OnDrop = func(_ int, s, f data.Date) { start, finish = s, f }
	_, x2 := p.Gantt.bounds(p.Gantt.get(7))
	at := placeOf(p.Gantt).AddXY(x2-3, p.Grid.top(7)+16)
	dragOver(p.Gantt, at, -2*dayWidth[ByWeek], 0)
	if start != day("2026-11-18") || finish != day("2026-11-23") {
		t.Errorf("dropped %s–%s, want 18.11–23.11", start, finish)
	}
}

func TestGanttEscapeGivesUpADrag(t *testing.T) {
	p, win := planWindow(t)
	p.Gantt.OnDrop = func(int, data.Date, data.Date) { t.Error("dropped") }
	at := fyne.NewPos(ganttAt(p, 7, .4).X-placeOf(p.Gantt).X, p.Grid.top(7)+16)
	p.Gantt.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: at.AddXY(40, 0)}, Dragged: fyne.NewDelta(40, 0)})
	win.Canvas().Focus(p.Grid)
	press(t, win, fyne.KeyEscape)
	p.Gantt.DragEnd()
}

func TestGanttLinkIsDrawnFromKnobToBar(t *testing.T) {
	p, _ := planWindow(t)
	from, to := 0, 0
	p.Gantt.OnLink = func(d Dependency) { from, to = d.From, d.To }
	_, x2 := p.Gantt.bounds(p.Gantt.get(10))
	at := placeOf(p.Gantt).AddXY(x2+7, p.Grid.top(10)+16)
	goal := ganttAt(p, 14, .25)
	dragOver(p.Gantt, at, goal.X-at.X, goal.Y-at.Y)
	if from != 10 || to != 14 {
		t.Errorf("linked %d to %d", from, to)
	}
}

func TestGanttScrollsWithTheTable(t *testing.T) {
	win := window(t, NewLabel(""), 1200, 600)
	p := manyRows(500)
	win.SetContent(p.View)
	win.Resize(fyne.NewSize(1200, 600))
	test.Scroll(win.Canvas(), fyne.NewPos(1000, 300), 0, -320)
	if p.Grid.Offset() != 320 {
		t.Errorf("a wheel over the bars moved the table to %v", p.Grid.Offset())
	}
	hold(t, fyne.KeyModifierShift)
	before := p.Gantt.side.off
	test.Scroll(win.Canvas(), fyne.NewPos(1000, 300), 0, -40)
	if p.Grid.Offset() != 320 || p.Gantt.side.off != before+40 {
		t.Errorf("Shift and wheel: table %v, time %v", p.Grid.Offset(), p.Gantt.side.off-before)
	}
}

func TestGanttZoomKeepsTheMiddle(t *testing.T) {
	p, _ := planWindow(t)
	p.Gantt.ShowDay(day("2026-11-10"))
	mid := p.Gantt.dayAt(p.Gantt.Size().Width / 2)
	p.Gantt.SetZoom(ByDay)
	if got := p.Gantt.dayAt(p.Gantt.Size().Width / 2); got < mid-1 || got > mid+1 {
		t.Errorf("the middle went from %s to %s", mid, got)
	}
}

func TestGanttTicksFallOnMondaysMonthsAndQuarters(t *testing.T) {
	p, _ := planWindow(t)
	for _, k := range p.Gantt.ticks(700) {
		if dayOfWeek(k.day) != 0 {
			t.Errorf("%s is no Monday", k.day)
		}
	}
	p.Gantt.SetZoom(ByQuarter)
	if k := p.Gantt.ticks(700)[0]; dayOf(k.day) != 1 || k.label != "4 кв." {
		t.Errorf("first quarter %s %q", k.day, k.label)
	}
}
