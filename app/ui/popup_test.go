package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"portfel/data"
)

func clients() []Option {
	return []Option{{"", "—", ""}, {"mk", "АО «Медный Кряж»", ""}, {"bt", "ООО «Балтик-Тара»", ""}, {"rr", "АО «Ромашка-Ритейл»", ""}, {"lp", "ПАО «Ладожский порт»", ""}}
}

func TestTabTakesTheRowOfAChoiceAndGoesOn(t *testing.T) {
	before, c, after := NewField(""), NewChoice(clients(), ""), NewField("")
	win := window(t, Down(8, Own(before), Own(c), Own(after)), 400, 500)
	win.Canvas().Focus(c)
	typeIn(win, "медный")
	press(t, win, fyne.KeyTab)
	typeIn(win, "30.11")
	if c.ID != "mk" || after.Text != "30.11" {
		t.Fatalf("chosen %q, the next field holds %q", c.ID, after.Text)
	}
	old := modifiers
	modifiers = func() fyne.KeyModifier { return fyne.KeyModifierShift }
	defer func() { modifiers = old }()
	win.Canvas().Focus(c)
	typeIn(win, "порт")
	press(t, win, fyne.KeyTab)
	if c.ID != "lp" || win.Canvas().Focused() != fyne.Focusable(before) {
		t.Errorf("Shift+Tab: chosen %q, the keyboard is at %T", c.ID, win.Canvas().Focused())
	}
}

func TestTabStaysWhereNothingIsFound(t *testing.T) {
	c, after := NewChoice(clients(), "bt"), NewField("")
	win := window(t, Down(8, Own(c), Own(after)), 400, 500)
	win.Canvas().Focus(c)
	typeIn(win, "чугун")
	press(t, win, fyne.KeyTab)
	if c.over == nil || c.ID != "bt" {
		t.Errorf("open %v, chosen %q", c.over != nil, c.ID)
	}
	press(t, win, fyne.KeyEscape)
	if c.over != nil || win.Canvas().Focused() != fyne.Focusable(c) {
		t.Error("Escape does not close the list")
	}
}

// The list is as high as what is found, and stands at its field on the side where
// it has opened.
func TestTheListOfAChoiceFollowsWhatIsFound(t *testing.T) {
	for _, at := range []string{"below", "above"} {
		c := NewChoice(clients(), "")
		content := Down(0, Own(c), Flex(1, Spacer()))
		if at == "above" {
			content = Down(0, Flex(1, Spacer()), Own(c))
		}
		win := window(t, content, 400, 420)
		win.Canvas().Focus(c)
		press(t, win, fyne.KeyReturn)
		list := c.over.content
		all := list.Size().Height
		typeIn(win, "ладож")
		one := list.Size().Height
		if want := all - 4*pickRow; one != want {
			t.Errorf("%s: %v high with one row, %v with five", at, one, all)
		}
		typeIn(win, "зззз")
		if list.Size().Height != one {
			t.Errorf("%s: %v high with nothing found, want one line", at, list.Size().Height)
		}
		gap := list.Position().Y - (placeOf(c).Y + c.Size().Height)
		if at == "above" {
			gap = placeOf(c).Y - (list.Position().Y + list.Size().Height)
		}
		if gap < 0 || gap > 6 {
			t.Errorf("%s: %v units between the list and its field", at, gap)
		}
	}
}

func TestEscapeInAFormLeavesItWithItsTexts(t *testing.T) {
	name, day := NewField(""), NewMomentField(data.Moment{}, nil, "")
	var left map[string]string
	OnFormLeft = func(_ string, f *Form) { left = f.Texts() }
	defer func() { OnFormLeft = nil }()
	check, secret := NewCheck("Уведомить", false, nil), NewSecret()
	form := NewForm().Add("name", "Название", name).AddMoment("starts", "Начало", day).Add("tell", "", check).Add("pass", "Пароль", secret)
	win := window(t, Spacer(), 700, 500)
	s := ShowDialog(win.Canvas(), Dialog{Title: "Новый проект", Content: form})
	win.Canvas().Focus(name)
	typeIn(win, "Бюджет")
	day.Day.SetText("25.11")
	check.Set(true)
	secret.SetText("тайна")
	press(t, win, fyne.KeyEscape)
	if !s.over.closed || left["name"] != "Бюджет" || left["starts"] != "25.11" || left["tell"] != "true" {
		t.Errorf("closed %v, left %v", s.over.closed, left)
	}
	if _, kept := left["pass"]; kept {
		t.Error("a pass phrase is among the texts")
	}
}

// A form that is higher than the window is scrolled: its fields end above the
// buttons, and Tab brings each into view.
func TestAFormThatIsHigherThanTheWindowIsScrolled(t *testing.T) {
	form := NewForm()
	var last *Field
	for range 14 {
		last = NewField("")
		form.Add("", "Участник", last)
	}
	win := window(t, Spacer(), 700, 400)
	s := ShowDialog(win.Canvas(), Dialog{Title: "Повторяющаяся встреча", Content: form})
	if bottom := placeOf(s.ok).Y + s.ok.Size().Height; bottom > 400 {
		t.Fatalf("the buttons end at %v", bottom)
	}
	if s.scroll == nil || placeOf(s.scroll).Y+s.scroll.Size().Height > placeOf(s.ok).Y {
		t.Fatal("the fields lie over the buttons")
	}
	win.Canvas().Focus(last)
	if bottom := placeOf(last).Y + last.Size().Height; bottom > placeOf(s.ok).Y || placeOf(last).Y < placeOf(s.scroll).Y {
		t.Errorf("the last field stands at %v, the buttons at %v", placeOf(last).Y, placeOf(s.ok).Y)
	}
}
