package ui

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"portfel/data"
)

func TestLanesNeverOverlap(t *testing.T) {
	for _, l := range layLanes(sampleItems(), day("2026-11-30"), 7, nil) {
		switch l.item.ID {
		case "7":
			if l.a != 1 || l.b != 4 || l.lane != 0 {
				t.Errorf("the trip 1–4 December lies at %d..%d, lane %d", l.a, l.b, l.lane)
			}
		case "8":
			if l.a != 2 || l.b != 3 || l.lane != 1 {
				t.Errorf("the show 2–3 December lies at %d..%d, lane %d", l.a, l.b, l.lane)
			}
		}
	}
}

func TestBlocksThatOverlapStandSideBySide(t *testing.T) {
	b := layBlocks(sampleItems(), day("2026-11-25"))
	if len(b) != 4 || b[0].cols != 2 || b[1].cols != 2 || b[0].col == b[1].col || b[2].cols != 1 {
		t.Errorf("blocks %+v", b)
	}
}

func TestMonthWalksCreatesAndLists(t *testing.T) {
	m := NewMonthView(day("2026-11-24"), day("2026-11-24"))
	m.SetItems(sampleItems())
	var months, created []data.Date
	opened := ""
	m.OnMonth = func(d data.Date) { months = append(months, d) }
	m.OnCreate = func(d data.Date) { created = append(created, d) }
	m.OnOpen = func(id string) { opened = id }
	win := window(t, m, 1000, 700)
	win.Canvas().Focus(m)
	press(t, win, fyne.KeyLeft, fyne.KeyReturn, fyne.KeyDown, fyne.KeyDown) // 23.11 is free; 7.12
	if !slices.Equal(created, []data.Date{day("2026-11-23")}) || m.Day() != day("2026-12-07") || !slices.Equal(months, []data.Date{day("2026-12-01")}) {
		t.Errorf("created %v, day %s, months %v", created, m.Day(), months)
	}
	press(t, win, fyne.KeyHome, fyne.KeyReturn, fyne.KeyDown, fyne.KeyReturn) // the second of the day's list
	if opened != "2" {
		t.Errorf("opened %q", opened)
	}
}

func TestMonthDragMovesAnItemByDays(t *testing.T) {
	m := NewMonthView(day("2026-11-24"), day("2026-11-24"))
	m.SetItems(sampleItems())
	id, days := "", 0
	m.OnMove = func(i string, d int) { id, days = i, d }
	window(t, m, 34+7*100, monthHead+6*100)
	// the item of the 26th: fifth week, fourth column
	at := fyne.NewPos(34+3*100+50, monthHead+4*100+30)
	dragOver(m, at, 100, 100)
	if id != "4" || days != 8 {
		t.Errorf("moved %q by %d days, want 4 by 8", id, days)
	}
}

func TestMonthSaysHowManyMore(t *testing.T) {
	m := NewMonthView(day("2026-11-25"), day("2026-11-24"))
	m.SetItems(sampleItems()) // five on the 25th
	win := window(t, m, 34+7*100, monthHead+6*70)
	opened := ""
	m.OnOpen = func(id string) { opened = id }
	// room for two lanes: one item and «ещё 4»
	test.TapCanvas(win.Canvas(), fyne.NewPos(34+2*100+20, monthHead+4*70+24+20+8))
	if win.Canvas().Overlays().Top() == nil {
		t.Fatal("«ещё 4» opens no list")
	}
	press(t, win, fyne.KeyEnd, fyne.KeyReturn)
	if opened != "12" {
		t.Errorf("the last of the list opened %q", opened)
	}
}

func TestWeekDragMovesByDayAndQuarterHour(t *testing.T) {
	v := NewWeekView(day("2026-11-24"), day("2026-11-24"))
	v.SetItems(sampleItems())
	id, days, minutes := "", 0, 0
	v.OnMove = func(i string, d, m int) { id, days, minutes = i, d, m }
	window(t, v, weekGutter+7*100, 700)
	at := fyne.NewPos(weekGutter+2*100+50, v.y(900))
	dragOver(v, at, 100, hourH/2) // a day later, half an hour later
	if id != "11" || days != 1 || minutes != 30 {
		t.Errorf("moved %q by %d days and %d minutes", id, days, minutes)
	}
}

func TestWeekEnterCreatesAtTheCursor(t *testing.T) {
	v := NewWeekView(day("2026-11-23"), day("2026-11-24"))
	v.SetItems(sampleItems())
	var at data.Date
	min := 0
	v.OnCreate = func(d data.Date, m int) { at, min = d, m }
	win := window(t, v, 900, 600)
	win.Canvas().Focus(v)
	press(t, win, fyne.KeyDown, fyne.KeyReturn)
	if at != day("2026-11-23") || min != 570 {
		t.Errorf("created on %s at minute %d, want 9:30", at, min)
	}
}

func TestAgendaStandsUnderDays(t *testing.T) {
	a := NewAgendaList(day("2026-11-24"))
	window(t, a.List, 400, 600)
	opened := ""
	a.OnItem = func(id string) { opened = id }
	a.SetItems(sampleItems(), day("2026-12-02"), day("2026-12-06"))
	// a trip begun before stands under the first day in view
	if len(a.rows) != 3 || !a.rows[0].Head || a.rows[1].ID != "7" || a.rows[2].ID != "8" {
		t.Fatalf("rows %+v", a.rows)
	}
	a.List.OnOpen(1)
	if opened != "7" {
		t.Errorf("opened %q", opened)
	}
}

func TestTwoWeeksBeginOnMondayAndLeaveOutTheWeekend(t *testing.T) {
	w := NewTwoWeeks(day("2026-11-24"), sampleItems())
	win := window(t, w, 500, 200)
	var opened []data.Date
	w.OnDay = func(d data.Date) { opened = append(opened, d) }
	win.Canvas().Focus(w)
	press(t, win, fyne.KeyReturn, fyne.KeyDown, fyne.KeyLeft, fyne.KeyReturn)
	if want := []data.Date{day("2026-11-24"), day("2026-11-30")}; !slices.Equal(opened, want) {
		t.Errorf("opened %v", opened)
	}
}

func TestLoadIsHeavyAboveATenthOfTheNorm(t *testing.T) {
	for h, want := range map[int]bool{40: false, 44: false, 45: true, 52: true} {
		w := LoadWeek{Load: data.Hours(h), Norm: data.Hours(40)}
		if w.heavy() != want {
			t.Errorf("%d hours of 40: %v", h, w.heavy())
		}
	}
}
