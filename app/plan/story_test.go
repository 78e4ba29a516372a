package plan

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"portfel/app/desk"
	"portfel/app/desk/desktest"
	"portfel/data"
	"portfel/data/command"
)

// rates gives the people of story 1 what their hour costs and brings.
func rates(t *testing.T, d *desktest.Desk) {
	t.Helper()
	people, err := d.Read().People(false)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range people {
		for name, r := range map[string][2]int64{"Кузнецова": {3500, 1600}, "Ласточкин": {2400, 1050}, "Громов": {0, 450}} {
			if !strings.HasPrefix(p.FullName, name) {
				continue
			}
			for k, what := range []data.RateKind{data.RateBill, data.RateCost} {
				if r[k] == 0 {
					continue
				}
				if err := d.Do(command.Put{Record: data.Rate{ID: data.NewID[data.Rate](), PersonID: p.ID, What: what, Amount: data.Money(r[k] * 100)}}); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
}

// outTab is Shift and Tab in the table.
func outTab(s *Screen) {
	i, _ := s.chart.Grid.CursorRow()
	s.chart.Grid.OnTab(i, "name", true)
}

// Story 1 in the order in which a person does it: names one after another, then
// days, people and links, a baseline, the vacation, the reason, and the way back.
func TestStory1(t *testing.T) {
	d, s := settled(t)
	rates(t, d)
	s.add(data.TaskWork)
	d.Replace("Диагностика")
	d.Press(fyne.KeyReturn)
	for _, stage := range []struct {
		name  string
		tasks []string
	}{{"", []string{"Интервью с ЦФО", "Анализ форм отчётности", "Отчёт о диагностике"}}, {"Методика", []string{"Финансовая структура", "Регламент бюджетирования"}},
		{"ТЗ", []string{"Техническое задание", "ТЗ утверждено"}}} {
		if stage.name != "" {
			outTab(s)
			d.Type(stage.name)
			d.Press(fyne.KeyReturn)
		}
		d.Press(fyne.KeyTab)
		for _, n := range stage.tasks {
			d.Type(n)
			d.Press(fyne.KeyReturn)
		}
	}
	same(t, "typed", coded(s), "1 Диагностика", "1.1 Интервью с ЦФО", "1.2 Анализ форм отчётности", "1.3 Отчёт о диагностике",
		"2 Методика", "2.1 Финансовая структура", "2.2 Регламент бюджетирования", "3 ТЗ", "3.1 Техническое задание", "3.2 ТЗ утверждено")
	for _, col := range []struct {
		id    string
		cells map[string]string
	}{
		{"days", map[string]string{"1.1": "5", "1.2": "4", "1.3": "3", "2.1": "5", "2.2": "8", "3.1": "10", "3.2": "0"}},
		{"who", map[string]string{"1.1": "Кузнецова 24; Ласточкин 32", "1.2": "Ласточкин 32; Громов 16", "1.3": "Кузнецова 16; Ласточкин 16",
			"2.1": "Кузнецова 32; Ласточкин 24", "2.2": "Кузнецова 16; Ласточкин 64", "3.1": "Кузнецова 56; Ласточкин 64; Громов 24"}},
	} {
		for code, typed := range col.cells {
			cell(t, d, s, code, col.id, typed)
		}
	}
	pick(t, d, s, "1.1", "1.2", "1.3", "2.1", "2.2", "3.1", "3.2")
	short(d, ctrl(fyne.KeyL)) // the whole chain at once
	same(t, "dates", shown(s), story1...)
	m := stored(t, d, s, "3.2").Task
	m.DeadlineOn = on(2027, 1, 27)
	if err := d.Do(command.Put{Record: m}); err != nil {
		t.Fatal(err)
	}
	// К 144, Л 232, Г 40: 416 hours; 1 060 800 by rates; 492 000 own cost.
	if got := plainSpaces(s.bar.Note); got != "7 работ · 416 ч · 1 060 800 ₽" || s.total.Cost != 49200000 {
		t.Errorf("sums %q, cost %d", got, s.total.Cost)
	}
	if h := s.Header(); h.Chip != "запас 1 раб. день" {
		t.Errorf("the head says %q", h.Chip)
	}
	if err := d.Do(command.TakeBaseline{PlanID: s.tree.Plan.ID, Name: "Согласовано 23.11"}); err != nil {
		t.Fatal(err)
	}
	vacation(t, d)
	lateByTheVacation(t, s)
	d.Undo()
	same(t, "one step back", shown(s), story1...)
	d.Redo()
	again := New(d, desk.Filter{})
	again.Recall(s.Remember())
	d.Show(again)
	lateByTheVacation(t, again)
	if len(d.Failed) > 0 {
		t.Errorf("failed: %v", d.Failed)
	}
}

// lateByTheVacation is the plan after Ласточкин's 28–30.12.
func lateByTheVacation(t *testing.T, s *Screen) {
	t.Helper()
	same(t, "after the vacation", shown(s), story1Late...)
	if h := s.Header(); h.Chip != "сдвиг +2 раб. дня" {
		t.Errorf("the head says %q", h.Chip)
	}
	s.chart.Grid.Select(at(t, s, "3.2"))
	s.detail.reload()
	if got := plainSpaces(s.detail.bad.Text); got != "Срок нарушен на 2 раб. дня" || !s.detail.bad.Visible() {
		t.Errorf("the panel says %q", got)
	}
	for code, want := range map[string]string{"2.1": "", "2.2": "+3 дн.", "3.1": "+3 дн.", "3.2": "+3 дн."} {
		if got, _ := s.shiftOf(s.rows[at(t, s, code)]); plainSpaces(got) != want {
			t.Errorf("%s is %q from the baseline, not %q", code, got, want)
		}
	}
	s.chart.Grid.Select(at(t, s, "2.2"))
	s.detail.reload()
	for _, want := range []string{"Финиш 15.01.2027", "Ласточкин Д. О., 28–30 декабря (3 дня)", "31.12.2026–10.01.2027"} {
		if !strings.Contains(plainSpaces(s.detail.why.Text), want) {
			t.Errorf("why: no %q in %s", want, s.detail.why.Text)
		}
	}
}
