package ui

import (
	"strconv"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// heat is a grid of people and four weeks; cell r, c holds 10r+c hours.
func heat(rows int) *HeatGrid {
	g := NewHeatGrid(func() int { return rows }, func(r int) (string, string) { return "Сотрудник " + strconv.Itoa(r+1), "" },
		func(r, c int, v *HeatCell) {
			n := float32(10*r + c)
			v.Text, v.Short = strconv.Itoa(10*r+c)+" часов", strconv.Itoa(10*r+c)
			v.Norm, v.Full, v.Parts = 40, 40, append(v.Parts, HeatPart{Amount: n})
			if n > 40 {
				v.Role, v.Note, v.Tone = Late, "+"+strconv.Itoa(int(n)-40), Late
			}
		})
	for k := range 4 {
		g.Cols = append(g.Cols, HeatHead{Top: "нед. " + strconv.Itoa(48+k), Now: k == 0})
	}
	return g
}

func TestHeatGridByKeysAndMouse(t *testing.T) {
	g := heat(30)
	w := window(t, g, 900, 400)
	var at, opened [2]int
	paged := 0
	g.OnSelect = func(r, c int) { at = [2]int{r, c} }
	g.OnOpen = func(r, c int) { opened = [2]int{r, c} }
	g.OnPage = func(n int) { paged += n }
	w.Canvas().Focus(g)
	press(t, w, fyne.KeyDown, fyne.KeyRight, fyne.KeyRight, fyne.KeyReturn)
	if at != [2]int{1, 2} || opened != at {
		t.Errorf("at %v, opened %v", at, opened)
	}
	press(t, w, fyne.KeyEnd, fyne.KeyRight, fyne.KeyHome, fyne.KeyLeft)
	if paged != 0 || at != [2]int{1, 0} { // one further, one back
		t.Errorf("paged %d, at %v", paged, at)
	}
	press(t, w, fyne.KeyRight)
	for range 40 {
		press(t, w, fyne.KeyDown)
	}
	if at != [2]int{29, 1} || g.scroll.off == 0 {
		t.Errorf("the last row: %v, scrolled by %v", at, g.scroll.off)
	}
	press(t, w, fyne.KeyPageUp)
	if at[0] >= 29 || at[0] < 20 {
		t.Errorf("a page up: %v", at)
	}
	g.scroll.set(0)
	g.Refresh()
	place := fyne.NewPos(heatSide+10, heatHead+heatRow*2+10)
	down := &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: place}, Button: desktop.MouseButtonPrimary}
	g.MouseDown(down)
	g.MouseDown(down)
	if at != [2]int{2, 0} || opened != at {
		t.Errorf("two clicks: at %v, opened %v", at, opened)
	}
}

// Painting costs what is seen, not what there is.
func TestHeatGridAsksOnlyForWhatIsSeen(t *testing.T) {
	g := heat(5000)
	asked := map[int]bool{}
	fill := g.Fill
	g.Fill = func(r, c int, v *HeatCell) { asked[r] = true; fill(r, c, v) }
	window(t, g, 900, 400)
	if len(asked) > 9 {
		t.Errorf("%d rows were asked for", len(asked))
	}
}

func TestHeatGridWithoutRowsTeaches(t *testing.T) {
	g := heat(0)
	g.Empty = NewEmpty("Никого нет", nil)
	w := window(t, g, 900, 400)
	w.Canvas().Focus(g)
	press(t, w, fyne.KeyDown, fyne.KeyReturn)
	if r, _ := g.Cursor(); r != nowhere {
		t.Errorf("the cursor stands on row %d of none", r)
	}
	shoot(t, w, "heat-empty")
}
