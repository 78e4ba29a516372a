package journey

import (
	"fmt"
	"strings"
	"testing"
)

// newProject makes the project of story 1 with the keyboard alone.
func (p *person) newProject() {
	p.t.Helper()
	p.room("Проекты")
	changed(p.t, "the dialog", func() { p.press("ctrl+n") })
	p.write("Постановка бюджетирования")
	p.press("Tab")
	p.write("МК-26")
	p.press("Tab")
	changed(p.t, "the list of clients", func() { p.write("АО Медный Кряж") })
	changed(p.t, "the new client", func() { p.press("Return") })
	p.press("Tab", "Tab", "Tab", "Tab")
	p.fill("30.11.2026")
	p.write("27.01.2027")
	changed(p.t, "the project", func() { p.press("Return") })
	p.finds("МК-26 Постановка бюджетирования", "search", p.file, "бюджетирования")
}

// colleagues adds two people by the settings.
func (p *person) colleagues(names ...string) {
	p.t.Helper()
	p.does("настройки: люди")
	p.in("Настройки")
	for _, n := range names {
		changed(p.t, "the dialog", func() { p.press("ctrl+n") })
		p.write(n)
		changed(p.t, n, func() { p.press("Return") })
		p.finds(n, "search", p.file, strings.Fields(n)[0])
	}
}

// row is a line of story 1: a stage has only a name.
type row struct{ name, days, after, who, dates string }

var story1 = []row{
	{name: "Диагностика"},
	{"Интервью с ЦФО", "5", "", "Кузнецова 24; Ласточкин 32", "2026-11-30 2026-12-04"},
	{"Анализ форм отчётности", "4", "1.1", "Ласточкин 32; Громов 16", "2026-12-07 2026-12-10"},
	{"Отчёт о диагностике", "3", "1.2", "Кузнецова 16; Ласточкин 16", "2026-12-11 2026-12-15"},
	{name: "Методика"},
	{"Финансовая структура", "5", "1.3", "Кузнецова 32; Ласточкин 24", "2026-12-16 2026-12-22"},
	{"Регламент бюджетирования", "8", "2.1", "Кузнецова 16; Ласточкин 64", "2026-12-23 2027-01-12"},
	{name: "ТЗ"},
	{"Техническое задание", "10", "2.2", "Кузнецова 56; Ласточкин 64; Громов 24", "2027-01-13 2027-01-26"},
	{"ТЗ утверждено", "0", "3.1", "", "2027-01-26 2027-01-26"},
}

// typePlan types names one after another, as in a spreadsheet, with Tab for the
// level, then the cells of each row.
func (p *person) typePlan() {
	p.t.Helper()
	p.room("План работ")
	changed(p.t, "the first name", func() { p.press("ctrl+n") })
	for _, r := range story1 {
		p.write(r.name)
		p.press("Return")
	}
	p.finds("ТЗ утверждено", "schedule", p.file, "МК-26")
	p.press("Home")
	for i, r := range story1 {
		if i > 0 {
			p.press("Down")
		}
		if r.days != "" {
			p.press("Tab")
		}
	}
	p.finds("3.2\t", "schedule", p.file, "МК-26")
	p.press("Home")
	for i, r := range story1 {
		if i > 0 {
			p.press("Down")
		}
		if r.days == "" {
			continue
		}
		p.press("Left", "Left", "Left", "Left", "Left", "Right", "Right", "F2") // to the days: Tab in a name indents
		p.fill(r.days)
		p.fill(r.after)
		p.fill(r.who)
		p.press("Escape", "Left", "Left", "Left", "Left", "Left")
	}
}

func TestTheTasksOfStory1TypedInTheWindowGiveItsDates(t *testing.T) {
	p := settledIn(t)
	p.colleagues("Ласточкин Дмитрий Олегович", "Громов Илья Павлович")
	p.newProject()
	p.typePlan()
	p.finds("2027-01-26\t2027-01-26", "schedule", p.file, "МК-26")
	got := map[string]string{}
	for _, line := range strings.Split(p.must("schedule", p.file, "МК-26"), "\n") {
		if c := strings.Split(line, "\t"); len(c) > 7 {
			got[c[2]] = fmt.Sprintf("%s %s %s h", c[4], c[5], c[7])
		}
	}
	hours := map[string]string{"Интервью с ЦФО": "56", "Анализ форм отчётности": "48", "Отчёт о диагностике": "32", "Финансовая структура": "56",
		"Регламент бюджетирования": "80", "Техническое задание": "144", "ТЗ утверждено": "0"}
	for _, r := range story1 {
		if want := r.dates + " " + hours[r.name] + " h"; r.days != "" && got[r.name] != want {
			t.Errorf("%s: %s, not %s", r.name, got[r.name], want)
		}
	}
	p.sound()
}
