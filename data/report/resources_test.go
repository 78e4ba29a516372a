package report

import (
	"strings"
	"testing"
	"time"

	"portfel/data"
	"portfel/data/text"
)

// copperCase is story 1 as plain rows.
func copperCase() ResourceCase {
	rub := func(n int64) data.Money { return data.Money(n * 100) }
	row := func(name string, g data.Grade, hours, own, bill int) TeamRow {
		return TeamRow{Name: name, Grade: g, Hours: data.Hours(hours), Norm: data.Hours(280), CostRate: rub(int64(own)), BillRate: rub(int64(bill)), Cost: rub(int64(hours * own)), Price: rub(int64(hours * bill))}
	}
	return ResourceCase{
		PlanHead: PlanHead{Project: "МК-26", Start: data.NewDate(2026, time.November, 30), Finish: data.NewDate(2027, time.January, 26), Deadline: data.NewDate(2027, time.January, 27), Slack: 1,
			Made: data.Moment{Day: data.NewDate(2026, time.November, 24), Min: 582, Zone: "Europe/Moscow"}},
		Billing: data.BillingFixed, Price: rub(2_100_000),
		Team: []TeamRow{row("Кузнецова", data.GradeConsultant, 144, 1600, 3500), row("Ласточкин", data.GradeAnalyst, 232, 1050, 2400), row("Громов", data.GradeTrainee, 40, 450, 0)}}
}

// lines are the rows of the table whose name begins so; nil when there is none.
func lines(doc Document, w *text.Words, name string) (out []string) {
	for _, t := range doc.Tables() {
		if !strings.HasPrefix(t.Name, name) {
			continue
		}
		for _, r := range t.Rows {
			var cells []string
			for i := range t.Columns {
				cells = append(cells, strings.ReplaceAll(r.Cell(i).Written(w), "\u00a0", " "))
			}
			out = append(out, strings.Join(cells, "|"))
		}
	}
	return out
}

func holds(t *testing.T, got []string, want ...string) {
	t.Helper()
	all := strings.Join(got, "\n")
	for _, x := range want {
		if !strings.Contains(all, x) {
			t.Errorf("%q is not in\n%s", x, all)
		}
	}
}

// Story 1: 31 300 of the trip and tickets for 24 600 leave 1 552 100 of 2 100 000:
// 73,9 %. Without estimates the line is left out, and a note says so.
func TestTripsComeOffTheMarginWhenTheyAreEstimated(t *testing.T) {
	c := copperCase()
	doc := Resources(c, ru)
	if rows := lines(doc, ru, "Экономика"); strings.Contains(strings.Join(rows, "\n"), "с командировками") {
		t.Errorf("trips without estimates: %v", rows)
	}
	c.Travel = 100 * (31_300 + 24_600)
	holds(t, lines(Resources(c, ru), ru, "Экономика"), "Маржа без командировок|1 608 000,00|76,6 %", "Командировки по сметам|55 900,00|2,7 %", "Маржа с командировками|1 552 100,00|73,9 %")
	holds(t, lines(Resources(c, en), en, "Money"), "Margin after trips|1,552,100.00|73.9%")
}

// By the hour the client pays the rates, whatever the card says; what nobody pays
// has no margin; costs beside the hours come off it.
func TestWhatAProjectBrings(t *testing.T) {
	c := copperCase()
	c.Billing, c.Other = data.BillingTime, 100*60_800
	holds(t, lines(Resources(c, ru), ru, "Экономика"), "Цена по ставкам|1 060 800,00|100 %", "Прочие расходы по плану|60 800,00|5,7 %", "Себестоимость|552 800,00|52,1 %", "Маржа без командировок|508 000,00|47,9 %")
	c.Billing, c.Price = data.BillingNone, 0
	if rows := strings.Join(lines(Resources(c, ru), ru, "Экономика"), "\n"); strings.Contains(rows, "Маржа") || strings.Contains(rows, "%") {
		t.Errorf("a margin of what nobody pays:\n%s", rows)
	}
	c = copperCase()
	c.Price = 100 * 400_000 // 92 000 less than the cost, 23 % of the price
	doc := Resources(c, ru)
	holds(t, lines(doc, ru, "Экономика"), "Маржа без командировок|−92 000,00|−23 %")
	if f := doc.Blocks[0].(Facts); f.Items[len(f.Items)-1].Mark != Risk {
		t.Errorf("a loss is not marked: %+v", f.Items)
	}
}

// Two analysts of 232 and 100 hours make one line of their grade: 332 of 516 hours.
func TestHoursByGrade(t *testing.T) {
	c := copperCase()
	if rows := lines(Resources(c, ru), ru, "По ступеням"); rows != nil {
		t.Errorf("grades of one person each: %v", rows)
	}
	c.Team = append(c.Team, TeamRow{Name: "Ершова", Grade: data.GradeAnalyst, Hours: data.Hours(100), Norm: data.Hours(280), Rates: NoRate, Unknown: data.Hours(100)})
	doc := Resources(c, ru)
	holds(t, lines(doc, ru, "По ступеням"), "Консультант|1|144|27,9 %|230 400,00|504 000,00\nАналитик|2|332|64,3 %|243 600,00|556 800,00\nСтажёр|1|40|7,8 %|18 000,00|0,00\nИтого|4|516|100 %|492 000,00|1 060 800,00")
	holds(t, lines(doc, ru, "Команда"), "Ершова|Аналитик|100|280|35,7 %|не задана|не задана|0,00|0,00")
	note := ""
	for _, b := range doc.Blocks {
		if n, ok := b.(Note); ok {
			note += n.Text
		}
	}
	holds(t, []string{strings.ReplaceAll(note, "\u00a0", " ")}, "Без ставки 100 ч")
}

// 44 hours of 40 are four too many, told in words and marked; five people make two
// tables.
func TestOverloadIsToldInWords(t *testing.T) {
	c := copperCase()
	week := WeekLoad{Monday: data.NewDate(2026, time.November, 30)}
	for _, name := range []string{"Анна", "Борис", "Вера", "Глеб", "Дина"} {
		week.People = append(week.People, PersonWeek{Name: name, Plan: data.Hours(24), All: data.Hours(32), Norm: data.Hours(40)})
	}
	week.People[4].All = data.Hours(44)
	c.Weeks = []WeekLoad{week}
	doc := Resources(c, ru)
	rows := lines(doc, ru, "Загрузка по неделям, часов")
	if len(rows) != 2 || strings.Count(rows[0], "|") != 12 || rows[1] != "30.11–06.12.2026|24|44|40|Дина: +4 ч" {
		t.Errorf("%q", rows)
	}
	holds(t, []string{strings.ReplaceAll(doc.Blocks[1].(Paragraph).Text, "\u00a0", " ")}, "Перегрузка с учётом всех проектов: Дина, неделя с 30.11.2026: +4 ч.")
}

// An empty plan still makes a report that says what is missing.
func TestAReportOnNothing(t *testing.T) {
	doc := Resources(ResourceCase{}, ru)
	p := doc.Blocks[1].(Paragraph).Text
	holds(t, []string{p}, "Исполнители ещё не назначены.", "У работ ещё нет дат.", "Решение по плану ещё не принято.")
	p = Execution(PlanProgress{}, en).Blocks[1].(Paragraph).Text
	holds(t, []string{p}, "No task was finished in the period.", "Everything that was due is done.", "The tasks have no dates yet.")
}
