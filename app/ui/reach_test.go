package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// layered shows content as the window of the program does.
func layered(t *testing.T, content fyne.CanvasObject) (fyne.Window, *Layers) {
	t.Helper()
	test.NewTempApp(t)
	l := NewLayers(content)
	t.Cleanup(func() { top = nil })
	return window(t, l, 600, 400), l
}

func TestTheKeyboardGoesToWhatStandsInThePlaceOfAButtonThatIsGone(t *testing.T) {
	pressed := ""
	first := NewButton(Secondary, "К планированию", func() { pressed += "old" })
	other := NewButton(Secondary, "Файлы", nil)
	second := NewButton(Secondary, "В работу", func() { pressed += "new" })
	box := container.NewStack(Down(200, Own(other), Own(first)))
	win, l := layered(t, Pad(20, 20, box))
	win.Canvas().Focus(first)
	box.Objects = []fyne.CanvasObject{Down(200, Own(NewButton(Secondary, "Файлы", nil)), Own(second))}
	box.Refresh()
	first.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if pressed != "" {
		t.Fatalf("a button that is no longer shown was pressed: %s", pressed)
	}
	if win.Canvas().Focused() != fyne.Focusable(second) {
		t.Fatalf("the keyboard is at %T", win.Canvas().Focused())
	}
	press(t, win, fyne.KeyReturn)
	if pressed != "new" {
		t.Errorf("pressed %q", pressed)
	}
	l.KeepFocus()
	if win.Canvas().Focused() != fyne.Focusable(second) {
		t.Error("the keyboard left a button that is shown")
	}
}

func TestTabGoesOnFromThePlaceOfAWidgetThatIsGone(t *testing.T) {
	gone := NewButton(Secondary, "Состоялась", nil)
	here, next := NewButton(Secondary, "Открыть", nil), NewButton(Secondary, "Отменить", nil)
	box := container.NewStack(gone)
	win, _ := layered(t, Pad(20, 20, box))
	win.Canvas().Focus(gone)
	box.Objects = []fyne.CanvasObject{Across(8, Own(here), Own(next))}
	box.Refresh()
	if !gone.AcceptsTab() || here.AcceptsTab() {
		t.Fatalf("takes Tab: gone %v, shown %v", gone.AcceptsTab(), here.AcceptsTab())
	}
	press(t, win, fyne.KeyTab)
	if win.Canvas().Focused() != fyne.Focusable(next) {
		t.Errorf("Tab went to %T", win.Canvas().Focused())
	}
}

func TestARoomGivesTheKeyboardToItsTableOrToTheButtonOfAnEmptyOne(t *testing.T) {
	n := 0
	make := NewButton(Primary, "Новый проект", nil)
	g := testGrid(&n)
	g.Empty = NewEmpty("Проектов ещё нет.", make)
	chips := NewSegmented([]Option{{"a", "Все", ""}}, "a", nil)
	room := Down(0, Own(NewStrip("", chips)), Flex(1, NewCard("", "", g)))
	win, _ := layered(t, room)
	FocusIn(win.Canvas(), room)
	if win.Canvas().Focused() != fyne.Focusable(make) {
		t.Errorf("empty: the keyboard is at %T", win.Canvas().Focused())
	}
	n = 3
	g.Reload()
	FocusIn(win.Canvas(), room)
	if win.Canvas().Focused() != fyne.Focusable(g) {
		t.Errorf("filled: the keyboard is at %T", win.Canvas().Focused())
	}
}

// testGrid has a name in each row.
func testGrid(n *int) *Grid {
	return NewGrid([]Column{{ID: "name", Title: "Имя", Width: 200, Flex: true}}, func() int { return *n }, func(i int, r *Row) {
		r.ID = string(rune('a' + i))
		r.Cells[0].Text = r.ID
	})
}

func TestACalmTableChoosesNothingUntilItIsTold(t *testing.T) {
	n, chosen, opened, deleted := 3, []int{}, -1, []int{}
	g := testGrid(&n)
	g.Calm = true
	g.OnSelect = func(i int) { chosen = append(chosen, i) }
	g.OnOpen = func(i int) { opened = i }
	g.OnDelete = func(rows []int) { deleted = rows }
	win := window(t, g, 300, 200)
	win.Canvas().Focus(g)
	if row, _ := g.CursorRow(); row != 0 || len(chosen) > 0 {
		t.Fatalf("cursor %d, chosen %v", row, chosen)
	}
	press(t, win, fyne.KeyReturn, fyne.KeyDelete)
	if opened != 0 || len(deleted) != 1 || deleted[0] != 0 {
		t.Errorf("opened %d, deleted %v", opened, deleted)
	}
	press(t, win, fyne.KeyDown, fyne.KeyUp, fyne.KeyHome)
	if len(chosen) != 2 || chosen[0] != 1 || chosen[1] != 0 {
		t.Errorf("chosen %v", chosen)
	}
}

func TestTheMenuKeyOpensTheContextMenu(t *testing.T) {
	n, did := 3, ""
	menu := func(what string) []MenuItem { return []MenuItem{{Label: "Удалить", Do: func() { did = what }}} }
	g := testGrid(&n)
	g.OnMenu = func(i int) []MenuItem { return menu("grid " + string(rune('a'+i))) }
	l := NewList(func() int { return 3 }, func(i int, r *ListRow) { r.ID, r.Title = string(rune('a'+i)), "строка" })
	l.OnMenu = func(i int) []MenuItem { return menu("list " + string(rune('a'+i))) }
	items := []Item{{ID: "x", From: day("2026-11-24"), To: day("2026-11-24"), Start: 600, End: 660, Title: "Созвон"},
		{ID: "y", From: day("2026-11-25"), To: day("2026-11-25"), Start: 600, End: 660, Title: "Встреча"},
		{ID: "z", From: day("2026-11-25"), To: day("2026-11-25"), Start: 700, End: 760, Title: "Приём"}}
	m := NewMonthView(day("2026-11-24"), day("2026-11-24"))
	m.Items, m.OnMenu = items, func(id string) []MenuItem { return menu("month " + id) }
	w := NewWeekView(day("2026-11-24"), day("2026-11-24"))
	w.Items, w.OnMenu = items, func(id string) []MenuItem { return menu("week " + id) }
	win := window(t, Down(0, Fixed(120, g), Fixed(150, l), Fixed(500, m), Fixed(500, w)), 700, 1300)
	for _, c := range []struct {
		at   fyne.Focusable
		keys []fyne.KeyName // before the menu key
		want string
	}{
		{g, []fyne.KeyName{fyne.KeyHome, fyne.KeyDown}, "grid b"}, {l, []fyne.KeyName{fyne.KeyHome, fyne.KeyDown}, "list b"},
		{m, nil, "month x"}, {w, []fyne.KeyName{fyne.KeyDown, fyne.KeyDown}, "week x"},
	} {
		did = ""
		win.Canvas().Focus(c.at)
		press(t, win, c.keys...)
		if c.at == fyne.Focusable(w) {
			w.min0 = 600
		}
		press(t, win, desktop.KeyMenu, fyne.KeyReturn)
		if did != c.want {
			t.Errorf("%T: %q, want %q", c.at, did, c.want)
		}
	}
	old := modifiers
	modifiers = func() fyne.KeyModifier { return fyne.KeyModifierShift }
	defer func() { modifiers = old }()
	win.Canvas().Focus(m)
	modifiers = old
	press(t, win, fyne.KeyRight) // the 25th has two: which one is asked first
	modifiers = func() fyne.KeyModifier { return fyne.KeyModifierShift }
	press(t, win, fyne.KeyF10, fyne.KeyDown, fyne.KeyReturn, fyne.KeyReturn)
	if did != "month z" {
		t.Errorf("Shift+F10 on a day of two: %q", did)
	}
}

func TestTheSpaceOfAButtonIsNotTypedIntoTheDialog(t *testing.T) {
	f := NewField("")
	var win fyne.Window
	b := NewButton(Primary, "Провести встречу", func() {
		ShowDialog(win.Canvas(), Dialog{Title: "Встреча", Content: NewForm().Add("result", "Итог", f)})
		win.Canvas().Focus(f)
	})
	win = window(t, b, 600, 400)
	win.Canvas().Focus(b)
	press(t, win, fyne.KeySpace)
	typeIn(win, " ") // the letter of the same key
	press(t, win, fyne.KeyO)
	typeIn(win, "Обсудили")
	press(t, win, fyne.KeySpace)
	typeIn(win, " план")
	if f.Text != "Обсудили план" {
		t.Errorf("the field holds %q", f.Text)
	}
}

func TestTheLineBelowStandsAboveTheFieldThatIsTypedIn(t *testing.T) {
	f := NewField("")
	win, l := layered(t, Down(0, Flex(1, Spacer()), Fixed(60, f)))
	l.Snack("Удалено: задание", "Отменить", nil)
	if l.snack.Position().Y < 320 {
		t.Fatalf("stands at %v", l.snack.Position())
	}
	win.Canvas().Focus(f)
	l.dodge()
	if bottom := l.snack.Position().Y + l.snack.Size().Height; bottom > placeOf(f).Y {
		t.Errorf("the line ends at %v, the field begins at %v", bottom, placeOf(f).Y)
	}
}
