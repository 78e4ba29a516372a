package plan

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

func baseTab(t *testing.T, s *Screen) *baselinePage {
	t.Helper()
	s.pages.show(pageBaselines)
	return s.pages.page().(*baselinePage)
}

// Story 1: after the vacation of 28-30.12 the plan ends three working days after
// the baseline of 23.11; hours and cost stay: 416 h, 492 000 roubles.
func TestABaselineAgainstTheShiftedPlan(t *testing.T) {
	d, s := copper(t)
	vacation(t, d)
	p := baseTab(t, s)
	shows(t, "list", cells(p.list, 0), map[string]string{"name": "Согласовано 23.11", "when": "23.11.2026 17:00", "chart": "на диаграмме"})
	g := p.diff.grid
	shows(t, "whole", cells(g, 0), map[string]string{"name": "Весь план", "then": "30.11–26.01", "now": "30.11–29.01", "shift": "+3 раб. дня",
		"hours": "416 ч", "hoursNow": "416 ч", "cost": "492 000 ₽", "costNow": "492 000 ₽"})
	shows(t, "2.1", rowOf(t, g, "code", "2.1"), map[string]string{"then": "16.12–22.12", "now": "16.12–22.12", "shift": "без сдвига"})
	// 16 h at 1 600 and 64 h at 1 050
	shows(t, "2.2", rowOf(t, g, "code", "2.2"), map[string]string{"then": "23.12–12.01", "now": "23.12–15.01", "shift": "+3 раб. дня", "hours": "80 ч", "cost": "92 800 ₽"})
	shows(t, "3.2", rowOf(t, g, "code", "3.2"), map[string]string{"then": "26.01", "now": "29.01", "shift": "+3 раб. дня"})
	if !strings.Contains(d.Seen(), "финиш был 26.01.2027, сейчас 29.01.2027: +3 раб. дня") {
		t.Error("no summary")
	}
	if got := s.ghosts()[stored(t, d, s, "2.2").Task.ID]; got.StartsOn != on(2026, 12, 23) || got.EndsOn != on(2027, 1, 12) {
		t.Errorf("ghost of 2.2: %s–%s", got.StartsOn, got.EndsOn)
	}
}

func TestTakingASecondBaseline(t *testing.T) {
	d, s := copper(t)
	vacation(t, d)
	p := baseTab(t, s)
	buttons := s.Header().Buttons
	buttons[len(buttons)-1].OnTapped()
	if !strings.Contains(d.Seen(), "Новый базовый план") {
		t.Fatalf("no dialog: %s", d.Seen())
	}
	d.Press(fyne.KeyReturn)
	if len(p.all) != 2 || p.all[0].Name != "Согласовано 24.11" || len(d.Said) != 1 || d.Said[0] != "Базовый план «Согласовано 24.11» сохранён" {
		t.Fatalf("%d baselines, said %q", len(p.all), d.Said)
	}
	p.turn(1, true)
	p.turn(0, true)
	g := p.diff.grid
	shows(t, "two baselines", rowOf(t, g, "code", "2.2"), map[string]string{"then": "23.12–12.01", "then2": "23.12–15.01", "now": "23.12–15.01",
		"shift": "+3 раб. дня", "shift2": "без сдвига"})
	d.Canvas().Focus(p.list)
	p.list.Select(0)
	p.list.Edit(0, "name", "")
	d.Replace("После отпуска")
	d.Press(fyne.KeyReturn)
	if p.all[0].Name != "После отпуска" {
		t.Errorf("renamed: %q", p.all[0].Name)
	}
	p.list.Select(0)
	d.Canvas().Focus(p.list)
	d.Press(fyne.KeyDelete)
	if len(p.all) != 1 || d.Said[len(d.Said)-1] != "Удалено: После отпуска" {
		t.Errorf("%d left, said %q", len(p.all), d.Said)
	}
	d.Undo()
	if len(p.all) != 2 || p.all[0].Name != "После отпуска" {
		t.Error("not brought back")
	}
}

func TestABaselineWithoutAName(t *testing.T) {
	d, s := copper(t)
	p := baseTab(t, s)
	p.take()
	d.Replace("")
	d.Press(fyne.KeyReturn)
	if len(p.all) != 1 || !strings.Contains(d.Seen(), "Нужно заполнить.") {
		t.Errorf("taken without a name: %s", d.Seen())
	}
	d.Press(fyne.KeyEscape)
}

func TestNoBaselineTeaches(t *testing.T) {
	d, s := crowd(t)
	p := baseTab(t, s)
	if !strings.Contains(d.Seen(), "Базовых планов пока нет.") || len(s.ghosts()) != 0 {
		t.Errorf("says %q", d.Seen())
	}
	p.diff.grid.Empty.Button.OnTapped()
	d.Press(fyne.KeyReturn)
	if len(p.all) != 1 || len(s.ghosts()) != 2 {
		t.Errorf("%d baselines, %d ghosts", len(p.all), len(s.ghosts()))
	}
	p.turn(0, false)
	if len(s.ghosts()) != 0 || !strings.Contains(d.Seen(), "Отметьте базовый план") {
		t.Error("a baseline that is not chosen has ghosts")
	}
}
