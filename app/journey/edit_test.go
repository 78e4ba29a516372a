package journey

import (
	"strings"
	"testing"
)

// toTask opens a task of the sample's plan by the palette; the table then has
// the keyboard.
func (p *person) toTask(name string) {
	p.t.Helper()
	changed(p.t, "the palette", func() { p.press("ctrl+k") })
	changed(p.t, "the task", func() { p.write(name) })
	p.press("Return")
	p.in("План работ")
}

func TestCtrlZTakesTheLastStepBackInTheRussianLayout(t *testing.T) {
	p := withSample(t)
	p.toTask("анализ форм отчётности")
	p.press("Home", "Down", "F2") // the first task below the first stage: 1.1
	p.write("Беседы с ЦФО")
	p.press("Return")
	p.finds("1.1\t", "schedule", p.file, "МК-26")
	p.finds("\tБеседы с ЦФО\t", "schedule", p.file, "МК-26")
	p.press("ctrl+z")
	p.finds("\tИнтервью с ЦФО\t", "schedule", p.file, "МК-26")
	p.press("ctrl+shift+z")
	p.finds("\tБеседы с ЦФО\t", "schedule", p.file, "МК-26")
	p.sound()
}

// A plain letter of the Russian layout is a letter and no shortcut.
func TestLettersOfTheRussianLayoutTypeAndDoNothingElse(t *testing.T) {
	p := withSample(t)
	p.toTask("анализ форм отчётности")
	before := p.must("history", p.file)
	p.write("йцукенгшщзхъфывапролджэячсмитьбю")
	p.press("Escape")
	settled(t)
	if after := p.must("history", p.file); after != before {
		t.Errorf("letters have changed the file: %s", strings.TrimPrefix(after, before))
	}
	p.press("F6")
	p.write("фыва")
	settled(t)
	if after := p.must("history", p.file); after != before {
		t.Errorf("letters outside the table have changed the file: %s", strings.TrimPrefix(after, before))
	}
}

func TestADeletedTaskComesBack(t *testing.T) {
	p := withSample(t)
	p.toTask("анализ форм отчётности")
	before := p.must("schedule", p.file, "МК-26")
	changed(t, "the deletion", func() { p.press("Delete") })
	until(t, "the task is gone", func() bool {
		return !strings.Contains(p.must("schedule", p.file, "МК-26"), "Анализ форм отчётности")
	})
	p.press("ctrl+z")
	until(t, "the plan is as it was", func() bool { return p.must("schedule", p.file, "МК-26") == before })
	p.sound()
}

// Tab goes through all eight fields of the dialog and its two buttons, and comes
// back to the first; nothing outside the dialog lights up.
func TestTabGoesThroughADialogAndStaysInside(t *testing.T) {
	p := withSample(t)
	p.room("Проекты")
	_, first := changed(t, "the dialog", func() { p.press("ctrl+n") })
	const stops = 11
	seen := []frame{first}
	for range stops - 1 {
		_, now := changed(t, "the focus", func() { p.press("Tab") })
		for i, was := range seen {
			if now.same(was, now.all()) {
				t.Fatalf("Tab comes back to stop %d after %d", i+1, len(seen))
			}
		}
		seen = append(seen, now)
	}
	_, last := changed(t, "the focus", func() { p.press("Tab") })
	if !last.same(first, last.all()) {
		t.Errorf("after %d stops Tab is not at the first field again", stops)
	}
	edge := first.all()
	edge.Max.X = 400 // the navigation and the list behind the dialog
	for _, now := range seen {
		if !now.same(first, edge) {
			t.Errorf("Tab has left the dialog")
		}
	}
	_, back := changed(t, "the focus", func() { p.press("shift+Tab") })
	if !back.same(seen[stops-1], back.all()) {
		t.Errorf("Shift+Tab does not go back")
	}
}
