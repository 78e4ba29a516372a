package ui

import (
	"errors"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"portfel/data"
)

func TestFieldKeepsOnEnterAndGivesUpOnEscape(t *testing.T) {
	var kept []string
	f := NewField("Казань")
	f.OnCommit = func(s string) error { kept = append(kept, s); return nil }
	win := window(t, Down(4, Own(f), Own(NewField(""))), 300, 100)
	win.Canvas().Focus(f)
	typeIn(win, "Минск")
	press(t, win, fyne.KeyReturn)
	if len(kept) != 1 || kept[0] != "Минск" {
		t.Fatalf("kept %q, want Минск once (the old text is replaced by typing)", kept)
	}
	typeIn(win, " и ещё")
	press(t, win, fyne.KeyEscape)
	if f.Text != "Минск" {
		t.Errorf("after Escape the field shows %q", f.Text)
	}
	win.Canvas().Focus(f)
	typeIn(win, "!")
	win.Canvas().FocusNext()
	if len(kept) != 2 {
		t.Errorf("loss of focus kept %q", kept)
	}
}

func TestFieldShowsRefusalAndStaysOpen(t *testing.T) {
	f := NewField("")
	heard := ""
	f.OnProblem = func(s string) { heard = s }
	f.OnCommit = func(s string) error {
		if s == "нет" {
			return Refuse("Так нельзя.")
		}
		return nil
	}
	win := window(t, f, 300, 40)
	win.Canvas().Focus(f)
	typeIn(win, "нет")
	press(t, win, fyne.KeyReturn)
	if heard != "Так нельзя." || f.Text != "нет" {
		t.Fatalf("heard %q, text %q", heard, f.Text)
	}
	press(t, win, fyne.KeyBackspace, fyne.KeyBackspace, fyne.KeyBackspace)
	typeIn(win, "да")
	press(t, win, fyne.KeyReturn)
	if heard != "" {
		t.Errorf("the refusal stayed: %q", heard)
	}
}

func TestFieldForwardsShortcutsAndFunctionKeys(t *testing.T) {
	f := NewField("текст")
	win := window(t, f, 300, 40)
	called, key := 0, fyne.KeyName("")
	win.Canvas().AddShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyK, Modifier: fyne.KeyModifierControl}, func(fyne.Shortcut) { called++ })
	win.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) { key = e.Name })
	win.Canvas().Focus(f)
	f.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyK, Modifier: fyne.KeyModifierControl})
	press(t, win, fyne.KeyF5)
	if called != 1 || key != fyne.KeyF5 {
		t.Errorf("Ctrl+K reached the window %d times, last key %q", called, key)
	}
}

func TestAreaLetsTabThroughAndEnterMakesALine(t *testing.T) {
	a := NewArea("", 3)
	win := window(t, a, 300, 100)
	win.Canvas().Focus(a)
	typeIn(win, "а")
	press(t, win, fyne.KeyReturn)
	typeIn(win, "б")
	if a.Text != "а\nб" || a.AcceptsTab() {
		t.Errorf("text %q, takes Tab: %v", a.Text, a.AcceptsTab())
	}
}

func TestTimeFieldUnderstandsShortWays(t *testing.T) {
	for in, want := range map[string]int{"9": 540, "930": 570, "0705": 425, "9.30": 570, "9:30": 570, "23:59": 1439, "": NoTime} {
		if got, err := parseTime(in); err != nil || got != want {
			t.Errorf("%q is %d (%v), want %d", in, got, err, want)
		}
	}
	for _, in := range []string{"24", "9:60", "ой", "1:234", "-5"} {
		if got, err := parseTime(in); err == nil {
			t.Errorf("%q was taken as %d", in, got)
		}
	}
}

func FuzzParseTime(f *testing.F) {
	for _, s := range []string{"9", "930", "9:30", "", "24:00", "ё"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if got, err := parseTime(s); err == nil && (got < NoTime || got >= 1440) {
			t.Errorf("%q gave the minute %d", s, got)
		}
	})
}

func TestMoneyFieldWritesTheFullForm(t *testing.T) {
	var set data.Money
	f := NewMoneyField(0)
	f.OnSet = func(m data.Money) error { set = m; return nil }
	win := window(t, f, 300, 40)
	win.Canvas().Focus(f)
	typeIn(win, "1312000,5")
	press(t, win, fyne.KeyReturn)
	if set != 131200050 || f.Text != "1\u00a0312\u00a0000,50" {
		t.Errorf("set %d, shows %q", set, f.Text)
	}
}

func TestNumberFieldNamesItsBounds(t *testing.T) {
	f := NewNumberField(5, 0, 100)
	win := window(t, f, 300, 40)
	win.Canvas().Focus(f)
	typeIn(win, "250")
	press(t, win, fyne.KeyReturn)
	if f.Problem() != "Нужно целое число от 0 до 100." {
		t.Errorf("the field says %q", f.Problem())
	}
}

func TestDateFieldMonthByKeyboard(t *testing.T) {
	var set data.Date
	f := NewDateField(day("2026-11-24"), func(s string) (data.Date, error) {
		if s == "24.11.2026" {
			return day("2026-11-24"), nil
		}
		if s == "01.12.2026" {
			return day("2026-12-01"), nil
		}
		return 0, errors.New("bad")
	})
	f.OnSet = func(d data.Date) error { set = d; return nil }
	win := window(t, f, 400, 500)
	win.Canvas().Focus(f)
	press(t, win, fyne.KeyDown)                              // opens the month
	press(t, win, fyne.KeyDown, fyne.KeyLeft, fyne.KeyRight) // a week later
	press(t, win, fyne.KeyReturn)
	if set != day("2026-12-01") || f.Text != "01.12.2026" {
		t.Errorf("picked %s, shows %q", set, f.Text)
	}
	if win.Canvas().Overlays().Top() != nil || win.Canvas().Focused() != fyne.Focusable(f) {
		t.Error("the month is still open or the focus is lost")
	}
}

func TestMonthPanelWeekStartsOnMonday(t *testing.T) {
	window(t, NewLabel(""), 100, 100)
	m := newMonthPanel(day("2026-11-24"), day("2026-11-24"), nil)
	if m.first() != day("2026-10-26") || weekday(0) != "пн" || weekday(6) != "вс" {
		t.Errorf("first day %s, weekdays %s … %s", m.first(), weekday(0), weekday(6))
	}
}

func options(n int) []Option {
	list := make([]Option, n)
	for i := range list {
		list[i] = Option{ID: string(rune('A' + i%26)), Label: "Клиент " + string(rune('А'+i%32))}
	}
	return list
}

func TestChoiceFiltersAndPicksByKeyboard(t *testing.T) {
	c := NewChoice([]Option{{"1", "АО «Медный Кряж»", "Екатеринбург"}, {"2", "ООО «Балтик-Тара»", "Москва"}, {"3", "Вектор-Строй", ""}}, "")
	var got Option
	c.OnSelect = func(o Option) error { got = o; return nil }
	win := window(t, Down(0, Own(c)), 400, 400)
	win.Canvas().Focus(c)
	typeIn(win, "м")
	typeIn(win, "оск")
	press(t, win, fyne.KeyReturn)
	if got.ID != "2" || c.ID != "2" {
		t.Errorf("«моск» chose %+v", got)
	}
	press(t, win, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn) // opens at the chosen one, next below
	if c.ID != "3" {
		t.Errorf("the next option is %q", c.ID)
	}
	press(t, win, fyne.KeyDown, fyne.KeyEscape)
	if c.ID != "3" || win.Canvas().Overlays().Top() != nil {
		t.Error("Escape changed the choice or left the list open")
	}
}

func TestChoiceCreates(t *testing.T) {
	c := NewChoice(options(300), "")
	c.OnCreate = func(s string) (Option, error) { return Option{"new", s, ""}, nil }
	win := window(t, Down(0, Own(c)), 400, 400)
	win.Canvas().Focus(c)
	typeIn(win, "Новый")
	press(t, win, fyne.KeyReturn)
	if c.Chosen().Label != "Новый" {
		t.Errorf("chosen %+v", c.Chosen())
	}
}

func TestChoiceByMouse(t *testing.T) {
	c := NewChoice([]Option{{"1", "первый", ""}, {"2", "второй", ""}}, "1")
	win := window(t, Down(0, Own(c)), 400, 400)
	test.TapCanvas(win.Canvas(), fyne.NewPos(20, 15))
	test.TapCanvas(win.Canvas(), fyne.NewPos(60, 33+pickHead+pickRow+10))
	if c.ID != "2" {
		t.Errorf("tapped the second, chosen is %q", c.ID)
	}
	test.TapCanvas(win.Canvas(), fyne.NewPos(20, 15))
	test.TapCanvas(win.Canvas(), fyne.NewPos(390, 390))
	if win.Canvas().Overlays().Top() != nil {
		t.Error("a tap beside the list leaves it open")
	}
}

func TestFormShowsProblemsUnderTheirFields(t *testing.T) {
	f := NewForm().Add("name", "Название", NewField("")).Add("client", "Клиент", NewChoice(nil, ""))
	window(t, f, 500, 300)
	before := f.MinSize().Height
	rest := f.Fail(data.Problems{{Field: "name", Code: "required"}, {Field: "other", Code: "required"}})
	if rest == nil || f.rows[0].problem == "" || f.MinSize().Height <= before {
		t.Errorf("rest %v, under the name %q", rest, f.rows[0].problem)
	}
	f.Clean()
	if f.MinSize().Height != before {
		t.Error("the problem still takes room")
	}
}
