package plan

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"portfel/app/desk"
	"portfel/app/desk/desktest"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
	"portfel/data/text"
)

func on(y, m, d int) data.Date { return data.NewDate(y, monthOf(m), d) }

// copper is the plan of story 1 in the sample file.
func copper(t *testing.T) (*desktest.Desk, *Screen) {
	t.Helper()
	d := desktest.New(t, text.RU, false)
	return d, openCopper(t, d)
}

func openCopper(t *testing.T, d *desktest.Desk) *Screen {
	t.Helper()
	s := New(d, desk.Filter{})
	d.Show(s)
	for _, p := range s.plans {
		if p.Code == "МК-26" {
			s.open(p.ID)
			d.Canvas().Focus(s.chart.Grid)
			return s
		}
	}
	t.Fatal("the sample has no МК-26")
	return nil
}

// line is what the table shows of row i: its cells by the ids of the columns.
func line(s *Screen, i int) map[string]ui.Cell {
	cols := s.columns()
	r := ui.Row{Cells: make([]ui.Cell, len(cols))}
	s.fill(i, &r)
	out := map[string]ui.Cell{}
	for k, c := range cols {
		v := r.Cells[k]
		v.Text = strings.ReplaceAll(v.Text, "\u00a0", " ")
		out[c.ID] = v
	}
	return out
}

// shown are the codes, starts and finishes of the shown rows: «1.1 30.11–04.12».
func shown(s *Screen) (out []string) {
	for i := range s.rows {
		c := line(s, i)
		out = append(out, c["code"].Text+" "+c["start"].Text+"–"+c["finish"].Text)
	}
	return out
}

func names(s *Screen) (out []string) {
	for i := range s.rows {
		out = append(out, line(s, i)["name"].Text)
	}
	return out
}

func same(t *testing.T, what string, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s:\n  %s\nwant\n  %s", what, strings.Join(got, "\n  "), strings.Join(want, "\n  "))
	}
}

// at is the shown row of a code.
func at(t *testing.T, s *Screen, code string) int {
	t.Helper()
	for i, r := range s.rows {
		if r.Code == code {
			return i
		}
	}
	t.Fatalf("%s is not shown", code)
	return -1
}

// stored is the task of a code as the file holds it.
func stored(t *testing.T, d *desktest.Desk, s *Screen, code string) data.PlanRow {
	t.Helper()
	tree, err := d.Read().PlanTree(s.tree.Plan.ID)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range tree.Rows {
		if r.Code == code {
			return r
		}
	}
	t.Fatalf("the file has no task %s", code)
	return data.PlanRow{}
}

// cell types a text into a cell and keeps it by Enter.
func cell(t *testing.T, d *desktest.Desk, s *Screen, code, col, typed string) {
	t.Helper()
	if !s.chart.Grid.Edit(at(t, s, code), col, "") {
		t.Fatalf("%s of %s cannot be edited", col, code)
	}
	d.Replace(typed)
	d.Press(fyne.KeyReturn)
}

// refused tells what the open field says.
func refused(t *testing.T, d *desktest.Desk, typed string) string {
	t.Helper()
	f, ok := d.Canvas().Focused().(*ui.Field)
	if !ok {
		t.Fatalf("%q was taken", typed)
	}
	if f.Text != typed {
		t.Errorf("the typed text became %q", f.Text)
	}
	return f.Problem()
}

// The dates of story 1 as the plan shows them.
var story1 = []string{
	"1 30.11–15.12", "1.1 30.11–04.12", "1.2 07.12–10.12", "1.3 11.12–15.12",
	"2 16.12–12.01", "2.1 16.12–22.12", "2.2 23.12–12.01",
	"3 13.01–26.01", "3.1 13.01–26.01", "3.2 26.01–26.01",
}

// After Ласточкин's vacation of 28–30.12.
var story1Late = append(slices.Clone(story1[:4]),
	"2 16.12–15.01", "2.1 16.12–22.12", "2.2 23.12–15.01",
	"3 18.01–29.01", "3.1 18.01–29.01", "3.2 29.01–29.01")

// vacation is entered as the settings enter it.
func vacation(t *testing.T, d *desktest.Desk) {
	t.Helper()
	people, err := d.Read().People(false)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range people {
		if strings.HasPrefix(p.FullName, "Ласточкин") {
			a := data.Absence{ID: data.NewID[data.Absence](), PersonID: p.ID, What: data.Vacation, Status: data.AbsencePlanned,
				StartsOn: on(2026, 12, 28), EndsOn: on(2026, 12, 30)}
			if err := d.Do(command.Put{Record: a}); err != nil {
				t.Fatal(err)
			}
			return
		}
	}
	t.Fatal("no Ласточкин")
}

func TestThePlanOfTheSample(t *testing.T) {
	d, s := copper(t)
	same(t, "dates", shown(s), story1...)
	c := line(s, at(t, s, "1.1"))
	for col, want := range map[string]string{"name": "Интервью с ЦФО", "days": "5", "preds": "", "who": "Вы +1", "hours": "56", "percent": "0"} {
		if c[col].Text != want {
			t.Errorf("%s of 1.1 is %q, not %q", col, c[col].Text, want)
		}
	}
	if c := line(s, at(t, s, "1.2")); c["preds"].Text != "1.1" || c["who"].Text != "Громов И. П. +1" {
		t.Errorf("1.2 shows %+v", c)
	}
	if c := line(s, len(s.rows)); c["name"].Text != "Следующая работа…" {
		t.Errorf("the last row shows %q", c["name"].Text)
	}
	h := s.Header()
	if h.Title != "МК-26 Постановка бюджетирования" || h.Crumb != "финиш 26.01.27 · срок 27.01.27" || h.Chip != "запас 1 раб. день" || h.ChipRole != ui.Risk {
		t.Errorf("header %q, %q, %q", h.Title, h.Crumb, h.Chip)
	}
	// 144 + 232 + 40 hours in seven lines.
	if got := strings.ReplaceAll(s.bar.Note, "\u00a0", " "); got != "7 работ · 416 ч · 1 060 800 ₽" {
		t.Errorf("sums %q", got)
	}
	if len(d.Failed) > 0 {
		t.Errorf("failed: %v", d.Failed)
	}
}

func TestAVacationMovesThePlanAndTheDeadlineIsMissed(t *testing.T) {
	d, s := copper(t)
	vacation(t, d)
	same(t, "dates", shown(s), story1Late...)
	// 27.01 is missed by 28 and 29.01: two working days.
	if c := line(s, at(t, s, "3.2")); c["finish"].Role != ui.Late || c["deadline"].Role != ui.Late || c["deadline"].Text != "27.01" {
		t.Errorf("the milestone shows %+v", c)
	}
	if h := s.Header(); h.ChipRole != ui.Late || h.Chip != "сдвиг +2 раб. дня" {
		t.Errorf("header says %q", h.Chip)
	}
	s.chart.Grid.Select(at(t, s, "3.2"))
	if !strings.Contains(d.Seen(), "срок нарушен на 2 раб. дня") {
		t.Errorf("the detail says %q", s.detail.head.Note)
	}
	var b ui.Bar
	s.fillBar(at(t, s, "3.2"), &b)
	if b.Role != ui.Late || b.Deadline != on(2027, 1, 27) || b.Kind != ui.MilestoneBar {
		t.Errorf("its bar %+v", b)
	}
	d.Undo()
	same(t, "after undo", shown(s), story1...)
}

func TestWhyNamesTheVacationAndTheHolidays(t *testing.T) {
	d, s := copper(t)
	vacation(t, d)
	s.chart.Grid.Select(at(t, s, "3.1"))
	why := strings.ReplaceAll(s.detail.why.Text, "\u00a0", " ")
	if !strings.HasPrefix(why, "Начало 18.01.2027: после работы 2.2 «Регламент бюджетирования», связь ОН") || !strings.Contains(why, "15.01") {
		t.Errorf("3.1: %s", why)
	}
	s.chart.Grid.Select(at(t, s, "2.2"))
	why = strings.ReplaceAll(s.detail.why.Text, "\u00a0", " ")
	for _, want := range []string{"после работы 2.1 «Финансовая структура»", "отпуск: Ласточкин Д. О., 28–30 декабря", "(3 дня)", "нерабочие дни", "Новогодние каникулы"} {
		if !strings.Contains(why, want) {
			t.Errorf("2.2 does not name %q: %s", want, why)
		}
	}
}

func TestFilters(t *testing.T) {
	d, s := copper(t)
	s.filters.OnChanged("mine", true)
	same(t, "mine", names(s), "Интервью с ЦФО", "Отчёт о диагностике", "Финансовая структура", "Регламент бюджетирования", "Техническое задание")
	s.filters.OnChanged("month", true)
	same(t, "November", names(s), "Интервью с ЦФО")
	s.filters.OnChanged("late", true)
	if len(s.rows) != 0 || !strings.Contains(d.Seen(), "Под этот отбор не подходит ни одна работа.") {
		t.Errorf("nothing is late: %q", names(s))
	}
	vacation(t, d)
	same(t, "late", names(s), "ТЗ утверждено")
	s.filters.OnChanged("all", true)
	same(t, "all", shown(s), story1Late...)
}

func TestASearchedTaskLeavesTheFilter(t *testing.T) {
	d, s := copper(t)
	s.filters.Set("late", true)
	s.filters.OnChanged("late", true)
	ref := data.RefTo(data.KindTask, stored(t, d, s, "2.1").Task.ID)
	if !s.Show(ref) {
		t.Fatal("not shown")
	}
	if x, ok := s.row(); !ok || x.Code != "2.1" || !strings.HasPrefix(s.detail.head.Title, "2.1 ") {
		t.Errorf("chosen %q", s.detail.head.Title)
	}
	if s.filters.Chosen() != "all" {
		t.Errorf("all rows are shown, but the chip says %q", s.filters.Chosen())
	}
}

func TestFoldingAStage(t *testing.T) {
	d, s := copper(t)
	s.chart.Grid.Select(at(t, s, "1"))
	d.Press(fyne.KeyRight, fyne.KeyLeft, fyne.KeyLeft) // to the name, then fold
	if got := shown(s); len(got) != 7 || got[1] != "2 16.12–12.01" {
		t.Errorf("folded: %q", got)
	}
	vacation(t, d)
	if got := shown(s); len(got) != 7 || got[1] != "2 16.12–15.01" {
		t.Errorf("a change unfolds: %q", got)
	}
	if !s.Show(data.RefTo(data.KindTask, stored(t, d, s, "1.2").Task.ID)) || len(s.rows) != 10 {
		t.Errorf("a task inside is shown by unfolding: %q", shown(s))
	}
	s.chart.Grid.OnToggle(0, false)
	s.chart.Grid.OnToggle(0, true)
	same(t, "unfolded", shown(s), story1Late...)
}

func TestMovesOfATask(t *testing.T) {
	d, s := copper(t)
	s.chart.Grid.Select(at(t, s, "1.1"))
	press := func(label string) {
		t.Helper()
		for _, b := range s.detail.head.Buttons {
			if b.Label == label {
				b.Tapped(nil)
				return
			}
		}
		t.Fatalf("no button %q", label)
	}
	press(cardMove(d, "working"))
	if x := stored(t, d, s, "1.1"); x.Task.Status != data.TaskWorking {
		t.Errorf("status %s", x.Task.Status)
	}
	press(cardMove(d, "waiting"))
	if x := stored(t, d, s, "1.1").Task; x.Status != data.TaskWaiting || x.WaitingSince != on(2026, 11, 24) {
		t.Errorf("waits since %s", x.WaitingSince)
	}
	press(cardMove(d, "working"))
	if x := stored(t, d, s, "1.1").Task; !x.WaitingSince.IsZero() {
		t.Errorf("still waits since %s", x.WaitingSince)
	}
	if n := len(s.detail.head.Buttons); n != 4 || s.detail.head.Title != "1.1 Интервью с ЦФО" {
		t.Errorf("%d buttons over %q", n, s.detail.head.Title)
	}
	press(cardMove(d, "done"))
	if c := line(s, at(t, s, "1.1")); c["percent"].Text != "100" {
		t.Errorf("done is %s %%", c["percent"].Text)
	}
}

func TestDeletingAStageAndTheWayBack(t *testing.T) {
	d, s := copper(t)
	s.chart.Grid.Select(at(t, s, "2"))
	d.Press(fyne.KeyDelete)
	if len(d.Failed) != 1 || !strings.Contains(d.Words().Error(d.Failed[0]), "документ «Регламент бюджетирования»") {
		t.Errorf("documents hang on the stage, but: %v", d.Failed)
	}
	same(t, "refused", shown(s), story1...)
	s.chart.Grid.Select(at(t, s, "3.2"))
	s.add(data.TaskStage)
	d.Replace("Опытная эксплуатация")
	d.Press(fyne.KeyReturn)
	s.chart.Grid.Select(at(t, s, "3.3"))
	s.nudge(command.Outdent)
	d.Canvas().Focus(s.chart.Grid)
	d.Press(fyne.KeyEnd)
	d.Type("Дежурство")
	d.Press(fyne.KeyReturn)
	s.chart.Grid.Select(at(t, s, "5"))
	s.nudge(command.Indent)
	same(t, "two more", names(s)[10:], "Опытная эксплуатация", "Дежурство")
	s.chart.Grid.Select(at(t, s, "4"))
	d.Canvas().Focus(s.chart.Grid)
	d.Press(fyne.KeyDelete)
	same(t, "without the stage and its part", shown(s), story1...)
	if len(d.Said) != 1 || !strings.Contains(d.Said[0], "Опытная эксплуатация") {
		t.Errorf("said %q", d.Said)
	}
	d.Undo()
	same(t, "after undo", names(s)[10:], "Опытная эксплуатация", "Дежурство")
}

func TestAnEmptyFileTeaches(t *testing.T) {
	d := desktest.Empty(t, text.RU, false)
	s := New(d, desk.Filter{})
	d.Show(s)
	if !strings.Contains(d.Seen(), "Планов пока нет. Создайте проект: вместе с ним появится его план.") {
		t.Errorf("an empty file says %q", d.Seen())
	}
	if h := s.Header(); len(h.Buttons) != 0 {
		t.Errorf("a task without a plan is offered: %q", h.Buttons[0].Label)
	}
	for _, a := range s.Actions()[:3] {
		a.Do() // nothing to add to: nothing happens
	}
	if len(d.Failed) > 0 || s.length() != 0 {
		t.Errorf("failed %v", d.Failed)
	}
}

func TestActionsOfThePalette(t *testing.T) {
	_, s := copper(t)
	var labels []string
	for _, a := range s.Actions() {
		labels = append(labels, a.Label)
		if a.Label == "План: РР-26 Бюджетирование розничной сети" {
			defer func() {
				a.Do()
				if h := s.Header(); h.Title != "РР-26 Бюджетирование розничной сети" {
					t.Errorf("opened %q", h.Title)
				}
			}()
		}
	}
	for _, want := range []string{"Новая работа", "Новый этап", "Новая веха", "Вложить в этап выше", "Вынести на уровень выше", "Показать сегодня на диаграмме",
		"План: МК-26 Постановка бюджетирования", "План: РР-26 Бюджетирование розничной сети"} {
		if !slices.Contains(labels, want) {
			t.Errorf("no action %q in %q", want, labels)
		}
	}
	s.chart.Grid.Select(at(t, s, "1.3"))
	s.Actions()[6].Do() // down: from the end of its stage into the next one
	if x, _ := s.row(); x.Code != "2.1" || x.Task.Name != "Отчёт о диагностике" {
		t.Errorf("down: %s %q", x.Code, x.Task.Name)
	}
	s.Actions()[5].Do() // and up again
	s.Actions()[5].Do()
	same(t, "moved up", names(s)[1:4], "Интервью с ЦФО", "Отчёт о диагностике", "Анализ форм отчётности")
	if x, _ := s.row(); x.Task.Name != "Отчёт о диагностике" {
		t.Errorf("chosen %q", x.Task.Name)
	}
}

func TestThePlanIsRemembered(t *testing.T) {
	d, s := copper(t)
	again := New(d, desk.Filter{})
	again.Recall(s.Remember())
	d.Show(again)
	if again.Header().Title != "МК-26 Постановка бюджетирования" {
		t.Errorf("came back to %q", again.Header().Title)
	}
}

func TestOverdueWorkOfTheDaisyProject(t *testing.T) {
	_, s := copper(t)
	for _, p := range s.plans {
		if p.Code == "РР-26" {
			s.open(p.ID)
		}
	}
	s.filters.OnChanged("late", true)
	if !slices.Contains(names(s), "Согласовать техническое задание с заказчиком") {
		t.Errorf("late: %q", names(s))
	}
}
