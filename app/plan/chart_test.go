package plan

import (
	"strings"
	"testing"

	"portfel/app/ui"
	"portfel/data"
)

func TestDragging(t *testing.T) {
	d, s := copper(t)
	i := at(t, s, "1.2")
	// A week later: 14–17.12; 1.3 follows on 18–22.12, and so on.
	moved := map[string]string{}
	for _, p := range s.onDrag(i, on(2026, 12, 14), on(2026, 12, 17)) {
		moved[s.rows[p.Row].Code] = d.Words().DayMonth(p.Start) + "–" + d.Words().DayMonth(p.Finish)
	}
	for code, want := range map[string]string{"1.2": "14.12–17.12", "1.3": "18.12–22.12", "2.1": "23.12–29.12", "1.1": ""} {
		if moved[code] != want {
			t.Errorf("preview of %s is %q, not %q", code, moved[code], want)
		}
	}
	same(t, "nothing moves before the drop", shown(s), story1...)
	s.onDrop(i, on(2026, 12, 14), on(2026, 12, 17))
	got := shown(s)
	if got[2] != "1.2 14.12–17.12" || got[3] != "1.3 18.12–22.12" || got[5] != "2.1 23.12–29.12" || got[1] != story1[1] {
		t.Errorf("dropped: %q", got)
	}
	if len(d.Said) != 1 || strings.ReplaceAll(d.Said[0], "\u00a0", " ") != "Работа «Анализ форм отчётности» перенесена: сдвинет 6 работ · финиш 09.02, на 10 раб. дней позже · срок нарушен на 9 раб. дней" {
		t.Errorf("said %q", d.Said)
	}
	d.Undo()
	same(t, "after undo", shown(s), story1...)
}

func TestStretchingABar(t *testing.T) {
	d, s := copper(t)
	s.onDrop(at(t, s, "1.1"), on(2026, 11, 30), on(2026, 12, 8))
	if c := line(s, at(t, s, "1.1")); c["days"].Text != "7" || c["finish"].Text != "08.12" || stored(t, d, s, "1.1").Task.Duration != data.Days(7) {
		t.Errorf("stretched by two working days: %+v", c)
	}
	if c := line(s, at(t, s, "1.2")); c["start"].Text != "09.12" {
		t.Errorf("what follows starts on %s", c["start"].Text)
	}
}

func TestALinkDrawnInTheChart(t *testing.T) {
	d, s := copper(t)
	s.onLink(ui.Dependency{From: at(t, s, "1.1"), To: at(t, s, "2.1")})
	if c := line(s, at(t, s, "2.1")); c["preds"].Text != "1.1; 1.3" && c["preds"].Text != "1.3; 1.1" {
		t.Errorf("2.1 waits for %q", c["preds"].Text)
	}
	s.onLink(ui.Dependency{From: at(t, s, "2.1"), To: at(t, s, "1.1")})
	if len(d.Failed) != 1 || !strings.Contains(d.Words().Error(d.Failed[0]), "круг") {
		t.Errorf("a circle: %v", d.Failed)
	}
}
