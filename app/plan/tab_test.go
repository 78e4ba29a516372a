package plan

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"portfel/app/desk"
	"portfel/app/ui"
)

var deskFilter = desk.Filter{}

// plain writes the spaces that do not break as ordinary ones.
func plain(s string) string { return strings.ReplaceAll(s, "\u00a0", " ") }

// cells is what a table shows of a row, by the ids of its columns: text, note
// and chip.
func cells(g *ui.Grid, i int) map[string]string {
	cols := g.Columns()
	r := ui.Row{Cells: make([]ui.Cell, len(cols))}
	g.Fill(i, &r)
	out := map[string]string{}
	for k, c := range cols {
		v := r.Cells[k]
		out[c.ID] = strings.Join(strings.Fields(plain(v.Text+" "+v.Note+" "+v.ChipWord)), " ")
	}
	return out
}

// rowOf is the row whose cell of a column begins so.
func rowOf(t *testing.T, g *ui.Grid, col, text string) map[string]string {
	t.Helper()
	for i := range g.Len() {
		if c := cells(g, i); strings.HasPrefix(c[col], text) {
			return c
		}
	}
	t.Fatalf("no row with %s %q", col, text)
	return nil
}

// shows compares the named cells of a row.
func shows(t *testing.T, what string, got map[string]string, want map[string]string) {
	t.Helper()
	for col, w := range want {
		if got[col] != w {
			t.Errorf("%s: %s shows %q, not %q", what, col, got[col], w)
		}
	}
}

func shortcut(s *Screen, key fyne.KeyName) {
	s.d.Canvas().(fyne.Shortcutable).TypedShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierControl})
}

func TestTabsByKeys(t *testing.T) {
	_, s := copper(t)
	s.Focus()
	var seen []string
	for range pageIDs {
		shortcut(s, fyne.KeyPageDown)
		seen = append(seen, s.pages.on)
	}
	same(t, "Ctrl+PageDown", seen, "load", "milestones", "baselines", "variants", "risk", "plan")
	shortcut(s, fyne.KeyPageUp)
	if s.pages.on != pageRisk || s.d.Canvas().Focused() != s.pages.page().focus() {
		t.Errorf("Ctrl+PageUp leads to %q, the keyboard is at %T", s.pages.on, s.d.Canvas().Focused())
	}
	var labels []string
	for _, a := range s.Actions() {
		labels = append(labels, a.Label)
	}
	for _, want := range []string{"План работ: Загрузка", "План работ: Базовые планы", "Посчитать", "Ожидаемые длительности"} {
		if !strings.Contains(strings.Join(labels, "|"), want) {
			t.Errorf("the palette has no %q", want)
		}
	}
}

func TestTheTabAndItsChoiceAreRemembered(t *testing.T) {
	d, s := copper(t)
	s.pages.show(pageBaselines)
	p := s.pages.page().(*baselinePage)
	p.turn(0, false)
	p.turn(0, true)
	again := New(d, deskFilter)
	again.Recall(s.Remember())
	d.Show(again)
	if again.pages.on != pageBaselines || again.tree.Plan.ID != s.tree.Plan.ID || !strings.Contains(d.Seen(), "Сравнение по работам") {
		t.Errorf("came back to %q", again.pages.on)
	}
	if got := again.pages.bases.of[s.tree.Plan.ID]; len(got) != 1 || got[0] != p.all[0].ID {
		t.Errorf("the baseline is forgotten: %v", got)
	}
}

func TestATaskIsShownInTheTable(t *testing.T) {
	d, s := copper(t)
	id := stored(t, d, s, "2.1").Task.ID
	s.pages.show(pageRisk)
	if !s.Show(refOf(id)) || s.pages.on != pagePlan {
		t.Errorf("the task is searched for under %q", s.pages.on)
	}
	if x, ok := s.row(); !ok || x.Code != "2.1" {
		t.Errorf("chosen %q", x.Code)
	}
}
