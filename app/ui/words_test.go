package ui

import (
	"strings"
	"testing"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"portfel/data/text"
)

// seen is every text that stands on the object and on what it holds.
func seen(o fyne.CanvasObject) []string {
	switch x := o.(type) {
	case *canvas.Text:
		return []string{x.Text}
	case fyne.Widget:
		return seenAll(test.WidgetRenderer(x).Objects())
	case *fyne.Container:
		return seenAll(x.Objects)
	}
	return nil
}

func seenAll(objs []fyne.CanvasObject) (all []string) {
	for _, o := range objs {
		if o.Visible() {
			all = append(all, seen(o)...)
		}
	}
	return all
}

func hasText(all []string, want string) bool {
	for _, s := range all {
		if s == want {
			return true
		}
	}
	return false
}

func TestOwnWordsOfWidgetsAreEnglishOnAnEnglishScreen(t *testing.T) {
	win := window(t, NewLabel(""), 1200, 900)
	SetWords(text.For(text.EN))
	t.Cleanup(func() { SetWords(text.For(text.RU)) })
	today := day("2026-11-24")
	month, week := NewMonthView(today, today), NewWeekView(today, today)
	plan := manyRows(3)
	plan.Grid.SetColumns([]Column{{Title: "Task", Width: 100}})
	plan.Grid.Fill, plan.Gantt.Fill = func(int, *Row) {}, func(int, *Bar) {}
	plan.Gantt.SetLinks(nil)
	picker := newPicker([]Option{{"1", "One", ""}}, "", true)
	agenda := NewAgendaList(today)
	agenda.SetItems([]Item{{ID: "1", From: today, To: today, AllDay: true, Title: "One"}}, today, today+7)
	for name, o := range map[string]fyne.CanvasObject{
		"month": month, "week": week, "plan": plan.View, "list of a choice": picker, "agenda": agenda.List,
		"month of a date": newMonthPanel(today, today, nil), "search": NewSearchBox(nil), "date": NewDateField(0, parseDay),
		"time": NewTimeField(NoTime), "choice": NewChoice(nil, ""), "two weeks": NewTwoWeeks(today, nil),
	} {
		win.SetContent(o)
		win.Resize(fyne.NewSize(1200, 900))
		for _, s := range seen(o) {
			if strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Cyrillic, r) }) {
				t.Errorf("%s: %q", name, s)
			}
		}
	}
}

func TestTimeAxisNamesMonthsAndQuarters(t *testing.T) {
	p, _ := planWindow(t)
	if all := seen(p.Gantt); !hasText(all, "Ноябрь") || !hasText(all, "Январь 2027") || !hasText(all, "СПб") {
		t.Errorf("the axis says %q", all)
	}
	p.Gantt.SetZoom(ByMonth)
	if all := seen(p.Gantt); !hasText(all, "2027") || !hasText(all, "дек.") {
		t.Errorf("by months the axis says %q", all)
	}
}

func TestCardShowsTitleNoteAndContent(t *testing.T) {
	c := NewCard("Деньги", "RUB", NewKeyValues(KV{Label: "Аванс", Text: "28 000,00", Number: true}))
	window(t, c, 320, 120)
	for _, want := range []string{"Деньги", "RUB", "Аванс", "28 000,00"} {
		if !hasText(seen(c), want) {
			t.Errorf("%q is not on the card: %q", want, seen(c))
		}
	}
}

func TestTopBarGivesTheTitleRoomBeforeTheSearch(t *testing.T) {
	top := NewTopBar("Вектор-Строй · Казначейство", "финиш 18.12", func() {}, NewButton(Secondary, "Экспорт", nil), NewButton(Primary, "Добавить", nil))
	top.SetChip(Risk, "запас 1 день")
	window(t, top, 1244, TopBarHeight)
	all := seen(top)
	for _, want := range []string{"Вектор-Строй · Казначейство", "запас 1 день", "финиш 18.12", "Экспорт", "Добавить", "Ctrl K"} {
		if !hasText(all, want) {
			t.Errorf("%q is not in the bar: %q", want, all)
		}
	}
	top.Resize(fyne.NewSize(760, TopBarHeight))
	for _, b := range top.Buttons {
		if end := b.Position().X + b.Size().Width; end > 760-23 {
			t.Errorf("a button ends at %v of 760", end)
		}
	}
}
