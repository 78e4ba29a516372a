package trips

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"portfel/app/desk/desktest"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/text"
)

// gathered writes the list that has the keyboard: headings and checks.
func gathered(t *testing.T, d *desktest.Desk) (out []string) {
	t.Helper()
	l, ok := d.Canvas().Focused().(*ui.List)
	if !ok {
		t.Fatalf("%T has the keyboard", d.Canvas().Focused())
	}
	for i := range l.Len() {
		r := ui.ListRow{}
		l.Fill(i, &r)
		switch {
		case r.Head:
			out = append(out, "# "+r.Title)
		case r.Checked:
			out = append(out, "[x] "+r.Title)
		default:
			out = append(out, "[ ] "+r.Title)
		}
	}
	return out
}

const textOfStory3 = "1. 1.1 Интервью с ЦФО, 5 дней\n2. Встреча с Ковалёвой: закрывающие документы\n3. Подписать «Протокол стартовой встречи»\n4. Забрать оригинал договора № ВК-2026/118"

func TestTheTripIsGatheredByKeyboard(t *testing.T) {
	d, s := room(t, text.RU, false)
	s.Show(ref(sampleTrip("copper")))
	s.detail.gather()
	same(t, gathered(t, d), "# Работы на площадке", "[x] 1.1 Интервью с ЦФО, 5 дней",
		"# Встречи", "[ ] Интервью: финансовый директор", "[x] Встреча с Ковалёвой: закрывающие документы",
		"# Документы и оригиналы", "[x] Подписать «Протокол стартовой встречи»", "[x] Забрать оригинал договора № ВК-2026/118",
		"# Кого навестить", "[ ] Навестить: Назаров Т. Р.")
	press(t, d, fyne.KeyDown, fyne.KeySpace) // the interview is ticked
	if got := gathered(t, d); got[3] != "[x] Интервью: финансовый директор" {
		t.Error(got)
	}
	press(t, d, fyne.KeySpace, fyne.KeyTab)
	d.Canvas().FocusNext()
	typeIn(d, "Проверить пропуск")
	press(t, d, fyne.KeyReturn, fyne.KeyReturn) // the line, then the dialog
	if d.Canvas().Overlays().Top() != nil {
		t.Fatal("the dialog is still there")
	}
	if got := s.detail.trip.TaskText; got != textOfStory3+"\n5. Проверить пропуск" {
		t.Errorf("%q", got)
	}
	if last := d.Said[len(d.Said)-1]; last != "В задание добавлено 5 пунктов" {
		t.Error(last)
	}
	d.Undo()
	if s.detail.trip.TaskText != "" {
		t.Error("undo left the assignment")
	}
}

func TestNothingTickedMakesNothing(t *testing.T) {
	d, s := room(t, text.RU, false)
	s.Show(ref(sampleTrip("copper")))
	s.detail.gather()
	g := newGathering(d, nil)
	g.tickAll(true)
	if err := g.confirm(func([]data.TripItem) error { t.Error("called"); return nil }); err != nil {
		t.Error(err)
	}
	s.Show(ref(sampleTrip("pharmacy")))
	if s.detail.trip.TaskText != "" {
		t.Error(s.detail.trip.TaskText)
	}
}

// A new trip to the client: the town follows, the days are typed, one step makes
// the trip with its assignment.
func TestANewTripIsGathered(t *testing.T) {
	d, s := room(t, text.RU, false)
	all := len(s.rows)
	s.gatherNew()
	typeIn(d, "Медный Кряж 30.11-4.12 закрытие этапа")
	press(t, d, fyne.KeyReturn) // takes the line and goes on
	got := gathered(t, d)
	if len(got) != 10 || got[1] != "[x] 1.1 Интервью с ЦФО, 5 дней" {
		t.Fatalf("%q", got)
	}
	press(t, d, fyne.KeyTab)
	d.Canvas().FocusNext()
	press(t, d, fyne.KeyReturn)
	if len(s.rows) != all+1 || !strings.HasPrefix(title(s), "Екатеринбург, 30") || s.detail.trip.TaskText != textOfStory3 || s.detail.trip.Status != data.TripDraft {
		t.Errorf("%d %s %q", len(s.rows), title(s), s.detail.trip.TaskText)
	}
	d.Undo()
	if len(s.rows) != all {
		t.Error("undo left the trip")
	}
}

// Ticks by Space, the result by Enter, order by the menu, Delete with undo.
func TestPointsOfTheAssignment(t *testing.T) {
	d, s := room(t, text.RU, false)
	s.Show(ref(sampleTrip("copper")))
	s.detail.gather()
	press(t, d, fyne.KeyTab)
	d.Canvas().FocusNext()
	press(t, d, fyne.KeyReturn)
	p := newPoints(s.detail)
	p.reload()
	same(t, shownChecks(p.list), "[ ] 1.1 Интервью с ЦФО, 5 дней | Работа", "[ ] Встреча с Ковалёвой: закрывающие документы | Встреча",
		"[ ] Подписать «Протокол стартовой встречи» | Подписать", "[ ] Забрать оригинал договора № ВК-2026/118 | Забрать оригинал")
	p.list.OnCheck(0, true)
	p.ask(2)
	d.Canvas().FocusNext()
	typeIn(d, "подписан 01.12")
	if o := d.Canvas().Overlays().Top(); o == nil {
		t.Fatal("no dialog")
	}
	d.Canvas().FocusNext()
	press(t, d, fyne.KeySpace)
	confirm(t, d)
	choose(t, p.menu(3), "Выше")
	p.reload()
	same(t, shownChecks(p.list), "[x] 1.1 Интервью с ЦФО, 5 дней | Работа", "[ ] Встреча с Ковалёвой: закрывающие документы | Встреча",
		"[ ] Забрать оригинал договора № ВК-2026/118 | Забрать оригинал", "[x] Подписать «Протокол стартовой встречи» | Подписать · подписан 01.12")
	if p.card.Note != "2 из 4 выполнено" {
		t.Error(p.card.Note)
	}
	p.remove(1)
	p.reload()
	if len(p.rows) != 3 || d.Said[len(d.Said)-1] != "Удалён пункт: Встреча с Ковалёвой: закрывающие документы" {
		t.Error(d.Said)
	}
}

// confirm walks to the primary button of the dialog and presses it.
func confirm(t *testing.T, d *desktest.Desk) {
	t.Helper()
	for range 12 {
		d.Canvas().FocusNext()
		if b, ok := d.Canvas().Focused().(*ui.Button); ok && b.Kind == ui.Primary {
			press(t, d, fyne.KeyReturn)
			return
		}
	}
	t.Fatal("no primary button")
}

func shownChecks(l *ui.List) (out []string) {
	for i := range l.Len() {
		r := ui.ListRow{}
		l.Fill(i, &r)
		mark := "[ ] "
		if r.Checked {
			mark = "[x] "
		}
		out = append(out, mark+r.Title+" | "+r.Note)
	}
	return out
}
