package plan

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"portfel/data"
	"portfel/data/command"
)

func variantTab(t *testing.T, s *Screen) *variantPage {
	t.Helper()
	s.pages.show(pageVariants)
	return s.pages.page().(*variantPage)
}

// After the vacation the plan ends on 29.01, two working days after its term.
// With five days instead of eight for 2.2 (23, 24, 25.12, 11 and 12.01) it ends
// on 26.01, one day before. Both bring 2 100 000 − 492 000 = 1 608 000, 76,6 %.
func TestVariantsSideBySide(t *testing.T) {
	d, s := copper(t)
	vacation(t, d)
	fast := quicker(t, d, s)
	p := variantTab(t, s)
	money := map[string]string{"hours": "416 ч", "cost": "492 000 ₽", "price": "2 100 000 ₽", "margin": "1 608 000 ₽ · 76,6 %"}
	main, second := rowOf(t, p.list, "name", "Основной"), rowOf(t, p.list, "name", "Быстрый")
	shows(t, "main", main, map[string]string{"name": "Основной текущий", "finish": "29.01.2027", "slack": "просрочка 2 раб. дня", "over": "нет"})
	// 16 h and 64 h on 2.2 in five days: Ласточкин has 38,4 h in three days of
	// week 52 beside 9,6 h of 2.1: 48 of 40; in week 2 his 25,6 h and 3.1
	shows(t, "quick", second, map[string]string{"name": "Быстрый", "finish": "26.01.2027", "slack": "запас 1 раб. день", "over": "2 недели"})
	shows(t, "main", main, money)
	shows(t, "quick", second, money)
	g := p.diff.grid
	shows(t, "2.2", rowOf(t, g, "code", "2.2"), map[string]string{"a": "23.12–15.01", "b": "23.12–12.01", "shift": "−3 раб. дня", "what": "дней 8 → 5"})
	shows(t, "3.1", rowOf(t, g, "code", "3.1"), map[string]string{"a": "18.01–29.01", "b": "13.01–26.01", "shift": "−3 раб. дня", "what": "следует за другими работами"})
	if len(p.diff.rows) != 5 || !strings.Contains(d.Seen(), "«Быстрый»: финиш −3 раб. дня") {
		t.Errorf("%d differences", len(p.diff.rows))
	}
	p.list.SelectID(fast.ID.String())
	p.open(1)
	if s.pages.on != pagePlan || s.tree.Plan.ID != fast.ID || !strings.Contains(plain(s.Header().Crumb), "вариант «Быстрый» · финиш 26.01.27") {
		t.Errorf("opened %q, header %q", s.pages.on, s.Header().Crumb)
	}
}

func TestAVariantIsMadeChosenAndDeleted(t *testing.T) {
	d, s := copper(t)
	p := variantTab(t, s)
	if len(p.all) != 1 || !strings.Contains(d.Seen(), "Пока есть один вариант.") {
		t.Errorf("%d variants: %s", len(p.all), d.Seen())
	}
	buttons := s.Header().Buttons
	buttons[len(buttons)-1].OnTapped()
	d.Replace("Без стажёра")
	d.Press(fyne.KeyReturn)
	if len(p.all) != 2 || p.all[1].plan.Variant != "Без стажёра" || p.all[1].plan.IsCurrent || !strings.Contains(d.Seen(), "Варианты совпадают") {
		t.Fatalf("%d variants: %s", len(p.all), d.Seen())
	}
	main := s.tree.Plan.ID
	p.choose(1)
	if p.all[0].plan.Variant != "Без стажёра" || s.tree.Plan.ID == main || d.Said[len(d.Said)-1] != "Текущим стал вариант «Без стажёра»" {
		t.Errorf("first is %q, said %q", p.all[0].plan.Variant, d.Said)
	}
	p.remove(0)
	if len(p.all) != 2 || !strings.Contains(d.Said[len(d.Said)-1], "удалить нельзя") {
		t.Errorf("the current variant went: said %q", d.Said)
	}
	p.choose(1)
	p.remove(1)
	if len(p.all) != 1 || s.tree.Plan.ID != main {
		t.Errorf("%d variants left", len(p.all))
	}
	d.Undo()
	if len(p.all) != 2 {
		t.Error("not brought back")
	}
	d.Undo()
	d.Undo()
	d.Undo() // both choices, and the copy
	if n := len(p.all); n != 1 || p.all[0].plan.ID != main {
		t.Errorf("%d variants after three steps back", n)
	}
}

// A task that only one variant has, other people and other hours are said in
// words.
func TestDifferencesInWords(t *testing.T) {
	d, s := copper(t)
	fast := quicker(t, d, s)
	tree, err := d.Read().PlanTree(fast.ID)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range tree.Rows {
		if r.Code == "1.3" {
			if err := d.Do(command.DeleteTasks{IDs: []data.ID[data.Task]{r.Task.ID}}); err != nil {
				t.Fatal(err)
			}
		}
	}
	y := stored(t, d, s, "1.2")
	if err := d.Do(command.Assign{TaskID: y.Task.ID, Name: y.Task.Name, Shares: []command.Share{{PersonID: y.Assignees[0].PersonID, Effort: data.Hours(40)}}}); err != nil {
		t.Fatal(err)
	}
	p := variantTab(t, s)
	if p.all[1].plan.ID != fast.ID {
		t.Fatal("the variant is not second")
	}
	shows(t, "1.3", rowOf(t, p.diff.grid, "name", "Отчёт о диагностике"), map[string]string{"a": "11.12–15.12", "b": "", "what": "есть только в варианте «Основной»"})
	got := rowOf(t, p.diff.grid, "name", "Анализ форм")["what"]
	if !strings.Contains(got, "часов 40 → 48") || !strings.Contains(got, "→ Громов") && !strings.Contains(got, "→ Ласточкин") {
		t.Errorf("1.2: %q", got)
	}
}

func TestTenths(t *testing.T) {
	for _, c := range []struct {
		part, whole data.Money
		want        int64
	}{{160_800_000, 210_000_000, 766}, {155_210_000, 210_000_000, 739}, {1, 3, 333}, {-1, 3, -333}, {1, 2000, 1}, {0, 5, 0}} {
		if got := tenths(c.part, c.whole); got != c.want {
			t.Errorf("%d of %d: %d, want %d", c.part, c.whole, got, c.want)
		}
	}
}
