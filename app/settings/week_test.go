package settings

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
)

// A personal calendar over Russia's with a short Friday: 36 hours a week. November
// 2026 has four Fridays at work (6, 13, 20, 27), none of them before a holiday:
// 159 hours less 4 × 4. On Friday 27.11 it is three hours: one less.
func TestAPersonalCalendarOverAnother(t *testing.T) {
	d, s, c := calendarPage(t)
	press(t, s, "Новый календарь")
	d.Type("Короткая пятница")
	d.Press(fyne.KeyReturn)
	w := d.Words().T
	if c.view.Chosen() != viewWeek || c.week.rec.Name != "Короткая пятница" {
		t.Fatalf("the week of %q is shown, failed %v", c.week.rec.Name, d.Failed)
	}
	edit(t, d, c.week.kv, "Пятница", "9-13")
	rows := map[string]string{}
	for _, r := range c.week.kv.Rows() {
		rows[r.Label] = strings.ReplaceAll(r.Text, "\u00a0", " ")
	}
	for label, want := range map[string]string{w("field.baseId"): "Россия", "Рабочая неделя": "Своя", "Четверг": "09:00–13:00, 14:00–18:00 · 8 ч", "Пятница": "09:00–13:00 · 4 ч",
		"Суббота": "выходной", "Часов в неделю": "36 ч"} {
		if rows[label] != want {
			t.Errorf("%s: %q, want %q", label, rows[label], want)
		}
	}
	if got := table(c.months)[10]; got != "ноябрь | 20 | 143" {
		t.Errorf("%q", got)
	}
	c.view.Set(viewDays, true)
	c.lay()
	press(t, s, "Добавить день")
	d.Type("27.11.2026")
	d.Canvas().FocusNext()
	d.Type("Рабочий")
	d.Press(fyne.KeyReturn)
	for range 3 { // title, source, hours
		d.Canvas().FocusNext()
	}
	d.Type("9-12")
	d.Press(fyne.KeyReturn)
	if got := table(c.months)[10]; got != "ноябрь | 20 | 142" {
		t.Errorf("%q, failed %v, %q", got, d.Failed, d.Seen())
	}
	has(t, table(c.grid), "Рабочий | 9–12")
	cell(t, d, c.grid, 0, "shifts", "9-13 14-18")
	if got := table(c.months)[10]; got != "ноябрь | 20 | 147" {
		t.Errorf("%q", got)
	}
	cell(t, d, c.grid, 0, "type", "Выход")
	if got := table(c.months)[10]; got != "ноябрь | 19 | 139" {
		t.Errorf("a day off: %q, failed %v", got, d.Failed)
	}
}

func TestWhatIsNoHoursIsRefused(t *testing.T) {
	d, s, c := calendarPage(t)
	press(t, s, "Новый календарь")
	d.Type("Другой")
	d.Press(fyne.KeyReturn)
	edit(t, d, c.week.kv, "Среда", "с утра")
	if !strings.Contains(d.Seen(), "Смены пишут так: 09:00-13:00 14:00-18:00.") {
		t.Errorf("%q", d.Seen())
	}
	d.Press(fyne.KeyEscape)
	edit(t, d, c.week.kv, "Суббота", "10-14")
	edit(t, d, c.week.kv, "Рабочая неделя", "Как")
	if c.week.rec.Hours != "" {
		t.Errorf("the week of the base is not taken: %q", c.week.rec.Hours)
	}
	if err := d.Do(command.PutCalendar{Calendar: withBase(t, c, c.week.rec.ID)}); err == nil {
		t.Error("Russia lies on a calendar that lies on Russia")
	}
}

// withBase is the calendar of Russia over another one.
func withBase(t *testing.T, c *calendars, base data.ID[data.Calendar]) data.Calendar {
	t.Helper()
	rec, err := c.s.d.Read().Load(data.RefTo(data.KindCalendar, command.Russia))
	if err != nil {
		t.Fatal(err)
	}
	x := rec.(data.Calendar)
	x.BaseID = base
	return x
}

// A template is renamed, its lengths are changed, it goes and comes back.
func TestTemplatesInPlace(t *testing.T) {
	d, s := open(t, "templates")
	p := s.pages["templates"].(*templates)
	rows := list(p.list)
	has(t, rows, "Постановка бюджетирования | 10 задач · 448 ч | ")
	for i, r := range p.rows {
		if r.Name == "Постановка бюджетирования" {
			p.list.Select(i)
		}
	}
	// 5 + 4 + 3 + 5 + 8 + 5 + 5 + 5 + 2 working days; the report runs beside the act.
	kvHas(t, p.kv, "Объём", "42 рабочих дня · 10 задач · 448 ч")
	has(t, table(p.grid), "1.2 | Анализ форм отчётности | 4 дн. | 48 ч | 1.1 | ")
	has(t, table(p.grid), "4.2 | Итоги проекта для отдела | 2 дн. | 8 ч | 4.1НН | ")
	cell(t, d, p.grid, 2, "days", "6")
	cell(t, d, p.grid, 2, "hours", "56")
	kvHas(t, p.kv, "Объём", "44 рабочих дня · 10 задач · 456 ч")
	edit(t, d, p.kv, d.Words().T("field.name"), "Бюджетирование завода")
	has(t, list(p.list), "Бюджетирование завода | 10 задач · 456 ч | ")
	if p.grid.Edit(0, "days", "") {
		t.Error("a stage has days of its own")
	}
	p.list.OnDelete(p.list.Selected())
	if len(p.rows) != 2 || len(d.Said) != 1 {
		t.Fatalf("%d templates, said %v, failed %v", len(p.rows), d.Said, d.Failed)
	}
	d.Undo()
	if len(p.rows) != 3 {
		t.Error("undo does not bring it back")
	}
	plan, err := d.Read().CurrentPlan(data.ShippedID[data.Project]("sample:project.copper"))
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Do(command.SaveTemplate{From: plan, Name: "Наш", People: true}); err != nil {
		t.Fatal(err)
	}
	has(t, list(p.list), "Наш | 6 задач · 416 ч | свой")
	if !s.Show(p.rows[3].Ref()) {
		t.Fatal("not shown")
	}
	kvHas(t, p.kv, "Кто", "Кузнецова А. С., Ласточкин Д. О., Громов И. П.")
}

func kvHas(t *testing.T, kv *ui.KeyValues, label, want string) {
	t.Helper()
	for _, r := range kv.Rows() {
		if r.Label == label && strings.ReplaceAll(r.Text, "\u00a0", " ") == want {
			return
		}
	}
	t.Errorf("no %s: %s in %+v", label, want, kv.Rows())
}

func TestShortIntervals(t *testing.T) {
	for typed, want := range map[string]string{"9-13 14-17": "9–13, 14–17", "8:30-12 13-17:15": "8:30–12, 13–17:15", "20-24": "20–24", "0-9 10-11": "0–9, 10–11"} {
		s, err := data.ParseShifts(typed)
		if got := short(s); err != nil || got != want {
			t.Errorf("%s: %q, want %q", typed, got, want)
		}
	}
}
