package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// In a window of 1000 units two sides of 340 and 320 leave 300 to the middle; it
// is readable from 480, so the sides give up all that they can: 76 and 52.
func TestSidesGiveWayToANarrowMiddle(t *testing.T) {
	left, middle, right := Spacer(), Spacer(), Spacer()
	row := Across(20, Between(264, 340, left), Flex(1, middle), Between(268, 320, right))
	row.Resize(fyne.NewSize(1400, 100))
	if left.Size().Width != 340 || middle.Size().Width != 700 || right.Size().Width != 320 {
		t.Error(left.Size(), middle.Size(), right.Size())
	}
	row.Resize(fyne.NewSize(1000, 100))
	if left.Size().Width != 264 || middle.Size().Width != 428 || right.Size().Width != 268 {
		t.Error(left.Size(), middle.Size(), right.Size())
	}
	if m := row.MinSize().Width; m != 264+20+middle.MinSize().Width+20+268 {
		t.Errorf("least width %v", m)
	}
}

func TestRailShowsIconsAloneInANarrowWindow(t *testing.T) {
	r := NewRail("Портфель", []RailItem{{ID: "a", Icon: IconHome, Label: "Обзор", Count: 3}}, nil, nil)
	row := BesideRail(r, Spacer())
	window(t, row, 1100, 700)
	if r.Size().Width != RailNarrow || hasText(seen(r), "Обзор") || !hasText(seen(r), "3") {
		t.Error(r.Size(), seen(r))
	}
	row.Resize(fyne.NewSize(1440, 900))
	if r.Size().Width != RailWidth || !hasText(seen(r), "Обзор") {
		t.Error(r.Size(), seen(r))
	}
}

func TestColumnsLeaveANarrowTableAndComeBack(t *testing.T) {
	g := NewGrid([]Column{{ID: "name", Title: "Работа", Width: 200, MinWidth: 150, Flex: true}, {ID: "hours", Title: "Часы", Width: 80, Drop: 1},
		{ID: "days", Title: "Дней", Width: 80, Drop: 2}, {ID: "end", Title: "Финиш", Width: 80}}, func() int { return 0 }, func(int, *Row) {})
	heads := func(width float32) string {
		g.Resize(fyne.NewSize(width, 200))
		return strings.Join(seen(g), " ")
	}
	window(t, g, 500, 200)
	for width, want := range map[float32]string{500: "Работа Часы Дней Финиш", 389: "Работа Часы Финиш", 309: "Работа Финиш"} {
		if got := heads(width); got != want {
			t.Errorf("%v: %s, want %s", width, got, want)
		}
	}
	if heads(500) != "Работа Часы Дней Финиш" || strings.Join(g.Shown(), " ") != "name hours days end" {
		t.Error(heads(500), g.Shown())
	}
}

func TestChipsOfAStripGoToANextLine(t *testing.T) {
	a, b := NewSegmented([]Option{{ID: "1", Label: strings.Repeat("а", 30)}}, "1", nil), NewSegmented([]Option{{ID: "1", Label: strings.Repeat("б", 30)}}, "1", nil)
	s := NewStrip("", a, b)
	s.Resize(fyne.NewSize(900, 40))
	if s.MinSize().Height != StripHeight || a.Position().Y != b.Position().Y {
		t.Error(s.MinSize(), a.Position(), b.Position())
	}
	s.Resize(fyne.NewSize(400, 40))
	if s.MinSize().Height <= StripHeight {
		t.Fatal(s.MinSize())
	}
	s.Resize(s.MinSize())
	if b.Position().Y <= a.Position().Y || b.Position().X != a.Position().X {
		t.Error(a.Position(), b.Position())
	}
}

func TestButtonsOfAHeadingGoBelowALongName(t *testing.T) {
	b := NewButton(Primary, "Сдать отчёт", nil)
	h := NewHeading("Казань, 17–19 ноября", "", b)
	h.Resize(fyne.NewSize(600, h.MinSize().Height))
	if b.Position().X < 400 {
		t.Error(b.Position())
	}
	h.Resize(fyne.NewSize(260, 60))
	h.Resize(fyne.NewSize(260, h.MinSize().Height))
	if b.Position().X != 16 || b.Position().Y < 40 {
		t.Error(b.Position())
	}
}

func TestPlaceholderIsCutToTheField(t *testing.T) {
	f := NewField("")
	f.PlaceHolder = "местная ср 14-17 Балтик-Тара согласование протокола"
	window(t, f, 200, 40)
	if !strings.HasSuffix(f.PlaceHolder, "…") {
		t.Errorf("%q", f.PlaceHolder)
	}
	f.Resize(fyne.NewSize(700, 30))
	if f.PlaceHolder != "местная ср 14-17 Балтик-Тара согласование протокола" {
		t.Errorf("%q", f.PlaceHolder)
	}
}

func TestSecondClickOpensAnItemOfTheMonth(t *testing.T) {
	today := day("2026-11-24")
	m := NewMonthView(today, today)
	m.SetItems([]Item{{ID: "x", From: today, To: today, AllDay: true, Title: "Отчёт"}})
	var log []string
	m.OnOpen = func(id string) { log = append(log, "click "+id) }
	m.OnEnter = func(id string) { log = append(log, "open "+id) }
	window(t, m, 900, 600)
	z := m.pen.zones[len(m.pen.zones)-1]
	at := fyne.NewPos(z.x+4, z.y+4)
	test.TapAt(m, at)
	test.TapAt(m, at)
	if strings.Join(log, ", ") != "click x, open x" {
		t.Error(log)
	}
}
