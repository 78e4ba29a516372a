package plan

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"portfel/app/card"
	"portfel/app/desk"
	"portfel/app/desk/desktest"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
	"portfel/data/text"
)

func monthOf(m int) time.Month { return time.Month(m) }

func cardMove(d *desktest.Desk, to string) string { return card.MoveWord(d, data.Task{}, to) }

// settled is an empty file with the people of story 1 and its project.
func settled(t *testing.T) (*desktest.Desk, *Screen) {
	t.Helper()
	d := desktest.Empty(t, text.RU, false)
	me, err := d.Read().Me()
	if err != nil {
		t.Fatal(err)
	}
	me.FullName = "Кузнецова Анна Сергеевна"
	do := func(c desk.Command) {
		t.Helper()
		if err := d.Do(c); err != nil {
			t.Fatal(err)
		}
	}
	do(command.Put{Record: me})
	for _, n := range []string{"Ласточкин Дмитрий Олегович", "Громов Илья Павлович"} {
		do(command.Put{Record: data.Person{ID: data.NewID[data.Person](), FullName: n, Zone: me.Zone, CalendarID: me.CalendarID, WeekHours: data.Hours(40)}})
	}
	do(command.NewProject{Project: data.Project{Code: "МК-26", Name: "Постановка бюджетирования", What: data.ProjectConsulting,
		Billing: data.BillingFixed, StartsOn: on(2026, 11, 30), DeadlineOn: on(2027, 1, 27)}})
	s := New(d, desk.Filter{})
	d.Show(s)
	return d, s
}

func TestTheTableOfStory1Typed(t *testing.T) {
	d, s := settled(t)
	if !strings.Contains(d.Seen(), "В плане пока нет работ.") {
		t.Errorf("an empty plan says %q", d.Seen())
	}
	s.add(data.TaskWork)
	d.Replace("Диагностика")
	d.Press(fyne.KeyReturn)
	// The cursor now stands on «Следующая работа…»: names one after another.
	for _, n := range []string{"Интервью с ЦФО", "Анализ форм отчётности", "Отчёт о диагностике", "Методика", "Финансовая структура",
		"Регламент бюджетирования", "ТЗ", "Техническое задание", "ТЗ утверждено"} {
		d.Type(n)
		d.Press(fyne.KeyReturn)
	}
	same(t, "typed", names(s), "Диагностика", "Интервью с ЦФО", "Анализ форм отчётности", "Отчёт о диагностике", "Методика", "Финансовая структура",
		"Регламент бюджетирования", "ТЗ", "Техническое задание", "ТЗ утверждено")
	d.Press(fyne.KeyHome)
	for i := range s.rows {
		if i > 0 {
			d.Press(fyne.KeyDown)
		}
		switch i {
		case 0, 4, 7:
		default:
			name := s.rows[i].Task.Name
			d.Press(fyne.KeyTab)
			if x, _ := s.row(); x.Task.Name != name || x.Depth != 1 {
				t.Fatalf("after Tab on %q the choice is %q at %d", name, x.Task.Name, x.Depth)
			}
		}
	}
	for _, r := range []struct{ code, days, after, who string }{
		{"1.1", "5", "", "Кузнецова 24; Ласточкин 32"},
		{"1.2", "4", "1.1", "Ласточкин 32; Громов 16"},
		{"1.3", "3", "1.2", "Кузнецова 16; Ласточкин 16"},
		{"2.1", "5", "1.3", "Кузнецова 32; Ласточкин 24"},
		{"2.2", "8", "2.1", "Кузнецова 16; Ласточкин 64"},
		{"3.1", "10", "2.2", "Кузнецова 56; Ласточкин 64; Громов 24"},
		{"3.2", "0", "3.1", ""},
	} {
		cell(t, d, s, r.code, "days", r.days)
		cell(t, d, s, r.code, "preds", r.after)
		cell(t, d, s, r.code, "who", r.who)
	}
	same(t, "dates", shown(s), story1...)
	if got := strings.ReplaceAll(s.bar.Note, "\u00a0", " "); got != "7 работ · 416 ч" {
		t.Errorf("sums %q", got)
	}
	if x := stored(t, d, s, "3.2").Task; x.What != data.TaskMilestone {
		t.Errorf("a task of no days is a %s", x.What)
	}
	if len(d.Failed) > 0 {
		t.Errorf("failed: %v", d.Failed)
	}
	if h := s.Header(); h.Chip != "запас 1 раб. день" {
		t.Errorf("the head says %q", h.Chip)
	}
}

func TestTabAndShiftTabKeepTheChoice(t *testing.T) {
	d, s := copper(t)
	i := at(t, s, "1.3")
	s.chart.Grid.Select(i)
	d.Press(fyne.KeyRight, fyne.KeyTab) // to the name, then into the task above, for which it waits
	if len(d.Failed) != 1 || !strings.Contains(d.Words().Error(d.Failed[0]), "не может ждать этап, в котором сама стоит") {
		t.Fatalf("a task inside the one it waits for: %v", d.Failed)
	}
	cell(t, d, s, "1.3", "preds", "")
	if x, _ := s.row(); x.Code != "2" {
		t.Errorf("Enter goes to the next row, here to %s", x.Code)
	}
	s.chart.Grid.Select(at(t, s, "1.3"))
	d.Press(fyne.KeyLeft, fyne.KeyLeft, fyne.KeyTab)
	if x, _ := s.row(); x.Code != "1.2.1" || x.Task.Name != "Отчёт о диагностике" {
		t.Fatalf("Tab: %s %s", x.Code, x.Task.Name)
	}
	for _, want := range []string{"1.3", "2"} {
		s.chart.Grid.OnTab(i, "name", true)
		if x, _ := s.row(); x.Code != want || x.Task.Name != "Отчёт о диагностике" {
			t.Fatalf("Shift+Tab: %s %s, want %s", x.Code, x.Task.Name, want)
		}
	}
	if s.chart.Grid.OnTab(i, "days", false) {
		t.Error("Tab in another column does not leave the table")
	}
}

func TestAWrongPredecessorIsRefusedAndTheTextStays(t *testing.T) {
	d, s := copper(t)
	cell(t, d, s, "1.2", "preds", "7.7")
	if got := refused(t, d, "7.7"); got != "«7.7»: такой задачи в плане нет." {
		t.Errorf("says %q", got)
	}
	if got := stored(t, d, s, "1.2").Preds; len(got) != 1 || got[0].Code != "1.1" {
		t.Errorf("the file has %v", got)
	}
	d.Press(fyne.KeyEscape)
	if c := line(s, at(t, s, "1.2")); c["preds"].Text != "1.1" {
		t.Errorf("after Escape %q", c["preds"].Text)
	}
}

func TestACircleIsRefusedAndNamesTheTasks(t *testing.T) {
	d, s := copper(t)
	cell(t, d, s, "1.1", "preds", "1.3")
	got := refused(t, d, "1.3")
	for _, want := range []string{"круг", "Интервью с ЦФО", "Отчёт о диагностике"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q does not name %s", got, want)
		}
	}
	d.Press(fyne.KeyEscape)
	same(t, "dates", shown(s), story1...)
	cell(t, d, s, "1.1", "preds", "1.1")
	if got := refused(t, d, "1.1"); !strings.Contains(got, "нельзя выбрать ту же запись") {
		t.Errorf("itself: %q", got)
	}
}

func TestUnknownPeopleAndDaysAreRefused(t *testing.T) {
	d, s := copper(t)
	for _, x := range []struct{ col, typed, says string }{
		{"who", "Иванов 8", "Человека «Иванов» нет в списке людей"},
		{"days", "много", "не длительность"},
		{"percent", "120", "100"},
		{"start", "31.02", "31.02"},
		{"hours", "3д", "дни, а нужны часы"},
	} {
		cell(t, d, s, "1.2", x.col, x.typed)
		var f *ui.Field
		switch v := d.Canvas().Focused().(type) {
		case *ui.Field:
			f = v
		case *ui.Parsed[int]:
			f = &v.Field
		case *ui.Parsed[data.Minutes]:
			f = &v.Field
		case *ui.DateField:
			f = &v.Field
		default:
			t.Fatalf("%s: %q was taken (%T)", x.col, x.typed, v)
		}
		if f.Text != x.typed || !strings.Contains(f.Problem(), x.says) {
			t.Errorf("%s: %q says %q", x.col, f.Text, f.Problem())
		}
		d.Press(fyne.KeyEscape)
	}
	same(t, "dates", shown(s), story1...)
}

func TestLinksWithLagAndType(t *testing.T) {
	d, s := copper(t)
	cell(t, d, s, "1.2", "preds", "1.1НН+2д")
	// Two working days after 30.11.
	if c := line(s, at(t, s, "1.2")); c["start"].Text != "02.12" || c["preds"].Text != "1.1НН+2д" {
		t.Errorf("%+v", c)
	}
	cell(t, d, s, "1.2", "preds", "")
	if c := line(s, at(t, s, "1.2")); c["start"].Text != "30.11" || c["preds"].Text != "" {
		t.Errorf("without links %+v", c)
	}
}

func TestHoursAreSharedAsBefore(t *testing.T) {
	d, s := copper(t)
	// 24 and 32 hours of 56; 28 are 12 and 16.
	cell(t, d, s, "1.1", "hours", "28")
	var got []data.Minutes
	for _, a := range stored(t, d, s, "1.1").Assignees {
		got = append(got, a.Effort)
	}
	if len(got) != 2 || got[0]+got[1] != data.Hours(28) || max(got[0], got[1]) != data.Hours(16) {
		t.Errorf("shares %v", got)
	}
}

func TestAStartTypedAndTakenBack(t *testing.T) {
	d, s := copper(t)
	cell(t, d, s, "1.2", "start", "14.12")
	if c := line(s, at(t, s, "1.2")); c["start"].Text != "14.12" || c["finish"].Text != "17.12" {
		t.Errorf("%+v", c)
	}
	cell(t, d, s, "1.2", "start", "")
	same(t, "as early as possible again", shown(s), story1...)
}

func TestTheDetailIsEditedInPlace(t *testing.T) {
	d, s := copper(t)
	s.chart.Grid.Select(at(t, s, "1.3"))
	row := func(kv *ui.KeyValues, label string) int {
		t.Helper()
		for i, r := range kv.Rows() {
			if r.Label == label {
				return i
			}
		}
		t.Fatalf("no row %q", label)
		return -1
	}
	edit := func(kv *ui.KeyValues, label, typed string) {
		t.Helper()
		if !kv.Edit(row(kv, label)) {
			t.Fatalf("%q cannot be edited", label)
		}
		d.Replace(typed)
		d.Press(fyne.KeyReturn)
	}
	w := d.Words().T
	edit(s.detail.left, w("field.deadlineOn"), "15.12")
	edit(s.detail.work, w("field.result"), "Отчёт на 40 страниц")
	edit(s.detail.work, w("plan.people"), "Громов 10; Кузнецова")
	x := stored(t, d, s, "1.3")
	if x.Task.DeadlineOn != on(2026, 12, 15) || x.Task.Result != "Отчёт на 40 страниц" || len(x.Assignees) != 2 {
		t.Errorf("the file has %+v", x)
	}
	for _, want := range []string{"15.12.2026", "Отчёт на 40 страниц", "Громов И. П. — 10 ч", "Кузнецова А. С. — 16 ч"} {
		if !strings.Contains(d.Seen(), want) {
			t.Errorf("the detail does not show %q", want)
		}
	}
	s.detail.work.Edit(row(s.detail.work, w("field.place")))
	d.Type("удал")
	d.Press(fyne.KeyReturn)
	if x := stored(t, d, s, "1.3"); x.Task.Place != data.PlaceRemote {
		t.Errorf("place %q", x.Task.Place)
	}
	edit(s.detail.left, w("plan.limit.on"), "14.12")
	if c := line(s, at(t, s, "1.3")); c["start"].Text != "14.12" || stored(t, d, s, "1.3").Task.ConstraintKind != data.NotEarlier {
		t.Errorf("not earlier than 14.12: %+v", c)
	}
	if !strings.Contains(d.Seen(), "срок нарушен на 1 раб. день") { // 14–16.12 against 15.12
		t.Errorf("the detail says %q", s.detail.head.Note)
	}
}

func TestAMilestoneAddedAfterTheChosenTask(t *testing.T) {
	d, s := copper(t)
	s.chart.Grid.Select(at(t, s, "1.1"))
	s.add(data.TaskMilestone)
	d.Replace("Интервью закончены")
	d.Press(fyne.KeyReturn)
	if got := names(s)[2]; got != "Интервью закончены" {
		t.Fatalf("it stands elsewhere: %q", names(s))
	}
	if x := stored(t, d, s, "1.2"); x.Task.What != data.TaskMilestone || x.Task.Name != "Интервью закончены" || x.Date.Days != 0 {
		t.Errorf("the file has %+v", x.Task)
	}
	s.chart.Grid.Select(at(t, s, "2"))
	s.add(data.TaskWork)
	d.Press(fyne.KeyEscape)
	if x := stored(t, d, s, "2.1"); x.Task.Name != "Новая работа" {
		t.Errorf("the first of the stage is %q", x.Task.Name)
	}
}

func TestTheMenuOfARow(t *testing.T) {
	d, s := copper(t)
	var labels []string
	for _, m := range s.menu(at(t, s, "1.1")) {
		labels = append(labels, m.Label)
		if m.Label == d.Words().T("card.history") {
			m.Do()
		}
	}
	got := strings.Join(labels, "|")
	for _, want := range []string{"Новая работа", "Новая веха", "Вложить в этап выше", cardMove(d, "working"), d.Words().T("card.delete")} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in %s", want, got)
		}
	}
	if d.Canvas().Overlays().Top() == nil {
		t.Error("the history is not shown")
	}
	if s.menu(len(s.rows)) != nil {
		t.Error("the empty row has a menu")
	}
}
