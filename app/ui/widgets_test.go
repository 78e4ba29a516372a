package ui

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

func TestButtonAnswersToTapEnterAndSpace(t *testing.T) {
	n := 0
	b := NewButton(Primary, "Добавить", func() { n++ })
	win := window(t, b, 200, 40)
	test.Tap(b)
	win.Canvas().Focus(b)
	press(t, win, fyne.KeyReturn, fyne.KeySpace)
	b.Disable()
	test.Tap(b)
	if n != 3 {
		t.Errorf("pressed %d times, want 3", n)
	}
}

func TestRailOpensByKeyboardAndShowsWhereWeAre(t *testing.T) {
	var opened []string
	r := sampleRail("plan")
	r.OnSelect = func(id string) { opened = append(opened, id) }
	win := window(t, r, RailWidth, 600)
	win.Canvas().Focus(r)
	press(t, win, fyne.KeyDown, fyne.KeyReturn, fyne.KeyEnd, fyne.KeySpace)
	test.TapCanvas(win.Canvas(), fyne.NewPos(60, railTop+10))
	if want := []string{"mentoring", "settings", "overview"}; !slices.Equal(opened, want) {
		t.Errorf("opened %v, want %v", opened, want)
	}
}

func TestTabsWalkByArrows(t *testing.T) {
	var shown []string
	tabs := NewTabs([]Tab{{"a", "Маршрут", NoCount}, {"b", "Расходы", 7}, {"c", "Итоги", NoCount}}, "a", func(id string) { shown = append(shown, id) })
	win := window(t, tabs, 400, 41)
	win.Canvas().Focus(tabs)
	press(t, win, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyHome)
	if want := []string{"b", "c", "a"}; !slices.Equal(shown, want) {
		t.Errorf("shown %v", shown)
	}
	if tabs.label(1) != "Расходы 7" {
		t.Errorf("the count is not after the word: %q", tabs.label(1))
	}
}

func TestSegmentedHasExactlyOneOn(t *testing.T) {
	got := ""
	s := NewSegmented([]Option{{"w", "Неделя", ""}, {"d", "День", ""}}, "w", func(id string) { got = id })
	win := window(t, s, 300, 30)
	win.Canvas().Focus(s)
	press(t, win, fyne.KeyRight, fyne.KeySpace, fyne.KeySpace)
	if got != "d" || s.Chosen() != "d" || s.On["w"] {
		t.Errorf("on: %v", s.On)
	}
	many := map[string]bool{}
	m := NewToggles([]Option{{"c", "Критический путь", ""}, {"b", "Базовый план", ""}}, []string{"c"}, func(id string, on bool) { many[id] = on })
	win.SetContent(m)
	win.Canvas().Focus(m)
	press(t, win, fyne.KeySpace, fyne.KeyRight, fyne.KeySpace)
	if many["c"] || !many["b"] {
		t.Errorf("toggles say %v", many)
	}
}

func TestListWalksOpensChecksAndKeepsItsChoice(t *testing.T) {
	rows := []ListRow{{Head: true, Title: "Сегодня"}, {ID: "a", Title: "Первый", Checkable: true}, {ID: "b", Title: "Второй"}, {Head: true, Title: "Завтра"}, {ID: "c", Title: "Третий"}}
	l := NewList(func() int { return len(rows) }, func(i int, r *ListRow) { *r = rows[i] })
	var seen, opened []int
	l.OnSelect = func(i int) { seen = append(seen, i) }
	l.OnOpen = func(i int) { opened = append(opened, i) }
	l.OnCheck = func(i int, on bool) { rows[i].Checked = on; l.Reload() }
	win := window(t, l, 300, 300)
	win.Canvas().Focus(l)
	press(t, win, fyne.KeySpace, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn, fyne.KeyHome)
	if want := []int{1, 2, 4, 1}; !slices.Equal(seen, want) {
		t.Errorf("went %v, want %v (headings are passed over)", seen, want)
	}
	if !slices.Equal(opened, []int{4}) || !rows[1].Checked {
		t.Errorf("opened %v, checked %v", opened, rows[1].Checked)
	}
	l.SelectID("c")
	rows = rows[2:]
	l.Reload()
	if l.Selected() != 2 || l.SelectedID() != "c" {
		t.Errorf("after a reload row %d (%q) is chosen", l.Selected(), l.SelectedID())
	}
}

func TestListScrollsToTheChosenRow(t *testing.T) {
	l := NewList(func() int { return 1000 }, func(i int, r *ListRow) { r.ID, r.Title, r.Note = two(i), "x", "y" })
	win := window(t, l, 300, 200)
	win.Canvas().Focus(l)
	press(t, win, fyne.KeyEnd)
	if h := l.height(l.get(0), 300); l.scroll.off != 1000*h-200 {
		t.Errorf("offset %v", l.scroll.off)
	}
}

func TestListEmptySaysSoAndOffersTheButton(t *testing.T) {
	n := 0
	l := NewList(func() int { return 0 }, nil)
	l.Empty = NewEmpty("Поездок пока нет.", NewButton(Primary, "Новая поездка", func() { n++ }))
	win := window(t, l, 300, 300)
	b := l.Empty.Button
	test.TapCanvas(win.Canvas(), placeOf(b).AddXY(10, 10))
	if n != 1 {
		t.Error("the button of the empty list does not answer")
	}
}

func TestKeyValuesEditInPlace(t *testing.T) {
	name := "МК-26"
	var kv *KeyValues
	rows := func() []KV {
		return []KV{{Label: "Название", Text: name, Edit: func() Editor {
			f := NewField(name)
			f.OnCommit = func(s string) error {
				if s == "" {
					return Refuse("Нужно название.")
				}
				name = s
				return nil
			}
			return f
		}}, {Label: "Клиент", Text: "Медный Кряж"}, {Label: "Код", Text: "1", Edit: func() Editor { return NewField("1") }}}
	}
	kv = NewKeyValues(rows()...)
	win := window(t, Down(0, Own(kv)), 400, 300)
	win.Canvas().Focus(kv)
	press(t, win, fyne.KeyF2)
	typeIn(win, "МК-27")
	press(t, win, fyne.KeyReturn)
	if name != "МК-27" || kv.editing != nowhere || win.Canvas().Focused() != fyne.Focusable(kv) {
		t.Fatalf("name %q, editing row %d", name, kv.editing)
	}
	kv.Set(rows()...)
	before := kv.MinSize().Height
	press(t, win, fyne.KeyReturn, fyne.KeyBackspace, fyne.KeyReturn)
	if kv.problem != "Нужно название." || kv.MinSize().Height <= before+20 {
		t.Errorf("under the row stands %q", kv.problem)
	}
	press(t, win, fyne.KeyEscape)
	if name != "МК-27" || kv.editing != nowhere {
		t.Error("Escape kept the text or left the field open")
	}
	press(t, win, fyne.KeyDown, fyne.KeyReturn) // the read-only row is passed over
	if kv.editing != 2 {
		t.Errorf("edits row %d", kv.editing)
	}
}

func TestDialogConfirmsByEnterClosesByEscapeAndKeepsTab(t *testing.T) {
	outside := NewField("снаружи")
	win := window(t, Down(0, Own(outside)), 800, 600)
	win.Canvas().Focus(outside)
	confirmed, name := 0, NewField("")
	fail := true
	open := func() *Sheet {
		return ShowDialog(win.Canvas(), Dialog{Title: "Новый проект", Content: NewForm().Add("name", "Название", name), OnConfirm: func() error {
			if fail {
				return Refuse("Такой код уже есть.")
			}
			confirmed++
			return nil
		}})
	}
	s := open()
	if win.Canvas().Focused() != fyne.Focusable(name) {
		t.Fatal("the first field has no focus")
	}
	typeIn(win, "МК-26")
	press(t, win, fyne.KeyReturn)
	if s.problem != "Такой код уже есть." || confirmed != 0 {
		t.Fatalf("says %q", s.problem)
	}
	for range 5 {
		win.Canvas().FocusNext()
		if win.Canvas().Focused() == fyne.Focusable(outside) {
			t.Fatal("Tab leaves the dialog")
		}
	}
	fail = false
	win.Canvas().Focus(name)
	press(t, win, fyne.KeyReturn)
	if confirmed != 1 || win.Canvas().Overlays().Top() != nil {
		t.Errorf("confirmed %d times", confirmed)
	}
	open()
	press(t, win, fyne.KeyEscape)
	if win.Canvas().Overlays().Top() != nil || win.Canvas().Focused() != fyne.Focusable(outside) {
		t.Error("Escape leaves the dialog open or loses the focus")
	}
}

func TestMenuByKeyboardSkipsWhatCannotBeChosen(t *testing.T) {
	win := window(t, NewLabel(""), 400, 400)
	done := ""
	ShowMenu(win.Canvas(), fyne.NewPos(10, 10), []MenuItem{{Label: "Открыть", Do: func() { done = "open" }}, {}, {Label: "Нельзя", Disabled: true}, {Label: "Удалить", Do: func() { done = "delete" }}})
	press(t, win, fyne.KeyDown, fyne.KeyReturn)
	if done != "delete" || win.Canvas().Overlays().Top() != nil {
		t.Errorf("did %q", done)
	}
	ShowMenu(win.Canvas(), fyne.NewPos(10, 10), []MenuItem{{Label: "Открыть"}, {Label: "Удалить", Do: func() { done = "again" }}})
	typeIn(win, "у")
	press(t, win, fyne.KeyReturn)
	if done != "again" {
		t.Error("a letter does not go to its line")
	}
}

func TestSnackbarSaysAndUndoes(t *testing.T) {
	l := NewLayers(NewLabel(""))
	win := window(t, l, 800, 400)
	undone := 0
	l.Snack("Поездка отменена", "Отменить", func() { undone++ })
	if l.Said() != "Поездка отменена" {
		t.Fatalf("says %q", l.Said())
	}
	s := l.snack
	test.TapCanvas(win.Canvas(), s.Position().AddXY(s.Size().Width-60, 20))
	if undone != 1 || l.Said() != "" {
		t.Errorf("undone %d, says %q", undone, l.Said())
	}
	l.Toast("Не удалось записать файл")
	if s.stop != nil || l.Said() == "" {
		t.Error("an error goes away by itself")
	}
	win.Canvas().Focus(s)
	press(t, win, fyne.KeyEscape)
	if l.Said() != "" {
		t.Error("Escape does not close the line")
	}
	l.Quiet()
}

func TestSplitRemembersUnits(t *testing.T) {
	moved := float32(0)
	s := NewSplit(NewLabel("a"), NewLabel("b"), 300)
	s.OnMoved = func(px float32) { moved = px }
	win := window(t, s, 800, 200)
	test.Drag(win.Canvas(), fyne.NewPos(302, 100), 50, 0)
	if s.Px != 350 || moved != 350 {
		t.Errorf("divider at %v, told %v", s.Px, moved)
	}
	win.Resize(fyne.NewSize(1000, 200))
	if got := s.Left.Size().Width; got != 350 {
		t.Errorf("in a wider window the left part is %v", got)
	}
}

func TestCheckTurnsBySpaceAndTap(t *testing.T) {
	var turned []bool
	c := NewCheckRow("Приказ", "", false, func(on bool) { turned = append(turned, on) })
	win := window(t, c, 300, 40)
	test.Tap(c)
	win.Canvas().Focus(c)
	press(t, win, fyne.KeySpace)
	if !slices.Equal(turned, []bool{true, false}) {
		t.Errorf("turned %v", turned)
	}
}

func TestTipShowsOnTopAndGoesAway(t *testing.T) {
	b := NewIconButton(IconMore, "Ещё", nil)
	b.Shortcut = "Ctrl+M"
	l := NewLayers(Down(0, Own(b)))
	window(t, l, 300, 200)
	b.MouseIn(&desktop.MouseEvent{})
	if b.tip.text != "Ещё  ·  Ctrl+M" {
		t.Fatalf("the tip will say %q", b.tip.text)
	}
	b.tip.stop()
	b.tip.show(b, fyne.NewPos(10, 10))
	if l.tip.Hidden || l.tip.Size().Width < 50 {
		t.Error("no tip is shown")
	}
	b.MouseOut()
	if !l.tip.Hidden {
		t.Error("the tip stays when the pointer has left")
	}
}
