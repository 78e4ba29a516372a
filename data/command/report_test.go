package command_test

import (
	"bytes"
	"compress/zlib"
	"image/png"
	"io"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"portfel/data"
	"portfel/data/command"
	"portfel/data/office"
	"portfel/data/report"
	"portfel/data/sqlite"
	"portfel/data/text"
)

// keepReport writes a file for looking at where PORTFEL_LOOK names a folder.
func keepReport(t *testing.T, name string, b []byte) {
	t.Helper()
	if dir := os.Getenv("PORTFEL_LOOK"); dir != "" {
		if err := os.WriteFile(dir+"/"+name, b, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func writeReport(t *testing.T, f *sqlite.File, o command.ReportOptions, l text.Lang) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := command.WriteReport(f.Read(), o, text.For(l), &out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// planCalled is the current plan of the project of a code.
func planCalled(t *testing.T, f *sqlite.File, code string) data.ID[data.Plan] {
	t.Helper()
	for _, p := range must(f.Read().Plans())(t) {
		if p.Code == code {
			return p.ID
		}
	}
	t.Fatalf("no plan of %s", code)
	return data.ID[data.Plan]{}
}

// document makes a report and gives its tables by their names.
func document(t *testing.T, f *sqlite.File, o command.ReportOptions) (report.Document, func(name string) []string) {
	t.Helper()
	w := text.For(text.RU)
	doc := must(command.PlanReport(f.Read(), o, w))(t)
	return doc, func(name string) (rows []string) {
		for _, table := range doc.Tables() {
			if !strings.HasPrefix(table.Name, name) {
				continue
			}
			for _, r := range table.Rows {
				var cells []string
				for i := range table.Columns {
					cells = append(cells, strings.ReplaceAll(r.Cell(i).Written(w), "\u00a0", " "))
				}
				rows = append(rows, strings.TrimRight(strings.Join(append(cells, r.Mark.Word(w)), "|"), "|"))
			}
			return rows
		}
		t.Fatalf("no table %q", name)
		return nil
	}
}

// sameRows compares rows as they are read.
func sameRows(t *testing.T, what string, got []string, want ...string) {
	t.Helper()
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("%s:\n%s\nwant\n%s", what, strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// summary is the paragraph that says all in words.
func summary(doc report.Document) string {
	for _, b := range doc.Blocks {
		if p, ok := b.(report.Paragraph); ok {
			return strings.ReplaceAll(p.Text, "\u00a0", " ")
		}
	}
	return ""
}

func mentions(t *testing.T, text string, words ...string) {
	t.Helper()
	for _, w := range words {
		if !strings.Contains(text, w) {
			t.Errorf("%q is not in %q", w, text)
		}
	}
}

// Story 1 by hand. 30.11, 22 working days of December and 12 of January to the
// 26th are 35 days of 8 hours: 280. Stage 1 is 24+16 hours at 1 600, 32+32+16 at
// 1 050 and 16 at 450: 155 200. 2 100 000 - 492 000 = 1 608 000, 76,57 % of it.
func TestResourcesOfStory1(t *testing.T) {
	f := sampleFile(t)
	doc, table := document(t, f, command.ReportOptions{Code: command.ReportResources, Plan: planCalled(t, f, "МК-26")})
	sameRows(t, "team", table("Команда"),
		"Кузнецова Анна Сергеевна|Консультант|144|280|51,4 %|1 600,00|3 500,00|230 400,00|504 000,00",
		"Ласточкин Дмитрий Олегович|Аналитик|232|280|82,9 %|1 050,00|2 400,00|243 600,00|556 800,00",
		"Громов Илья Павлович|Стажёр|40|280|14,3 %|450,00|0,00|18 000,00|0,00",
		"Итого||416|840|49,5 %|||492 000,00|1 060 800,00")
	sameRows(t, "economy", table("Экономика"),
		"Цена по договору|2 100 000,00|100 %|цена для клиента по карточке проекта",
		"Цена по ставкам|1 060 800,00|50,5 %|часы по ставкам для клиента",
		"Себестоимость часов|492 000,00|23,4 %|часы по себестоимости",
		"Маржа без командировок|1 608 000,00|76,6 %|цена минус себестоимость",
		"Командировки по сметам|55 900,00|2,7 %|сметы поездок проекта",
		"Маржа с командировками|1 552 100,00|73,9 %")
	sameRows(t, "stages", table("По этапам"),
		"1|Диагностика|30.11.2026|15.12.2026|136|32,7 %|155 200,00|332 000,00",
		"2|Методика|16.12.2026|12.01.2027|136|32,7 %|169 200,00|379 200,00",
		"3|ТЗ|13.01.2027|26.01.2027|144|34,6 %|167 600,00|349 600,00",
		"|Итого|30.11.2026|26.01.2027|416|100 %|492 000,00|1 060 800,00")
	sameRows(t, "approvals", table("Согласование"),
		"Орлова Марина Викторовна, руководитель отдела|Утверждает|Утверждено|24.11.2026||Обоснование ресурсов утверждено")
	mentions(t, summary(doc), "3 человека: 416 ч, это 49,5 %", "до срока 27.01.2027 есть запас в 1 рабочий день", "приносит 5 048,08 ₽ и стоит 1 182,69 ₽", "утверждено, 24.11.2026")
	if !strings.Contains(doc.Title, "внутренний документ") {
		t.Errorf("the title %q, which all pages repeat, does not say that the paper is internal", doc.Title)
	}
}

// Story 1: in the week of 30.11 Кузнецова has 24 hours of the project, 5 h 05 min
// of flights and half an hour with the trainee; Ласточкин has 32 of 40. The week
// of 28.12 has 24 working hours.
func TestWeeksOfStory1(t *testing.T) {
	f := sampleFile(t)
	_, table := document(t, f, command.ReportOptions{Code: command.ReportResources, Plan: planCalled(t, f, "МК-26")})
	weeks := table("Загрузка по неделям")
	if len(weeks) != 9 {
		t.Fatalf("%d weeks from 30.11 to 26.01", len(weeks))
	}
	mentions(t, weeks[0], "30.11–06.12.2026|24|29,58|40|32|32|40|0|")
	mentions(t, weeks[4], "28.12.2026–03.01.2027|6|", "|24|24|24|24|")
	mentions(t, weeks[5], "4–10 января 2027|0|0|0|0|0|0|0|0|0")
}

// vacation enters Ласточкин's 28.-30.12 of story 1.
func vacation(t *testing.T, f *sqlite.File) {
	t.Helper()
	who := must(sqlite.List[data.Person](f.Read(), "full_name LIKE 'Ласточкин%'"))(t)[0].ID
	do(t, f, command.Put{Record: data.Absence{ID: data.NewID[data.Absence](), PersonID: who, What: data.Vacation,
		StartsOn: data.NewDate(2026, 12, 28), EndsOn: data.NewDate(2026, 12, 30), Status: data.AbsencePlanned}})
}

// With the vacation the plan ends on 29.01, two working days after 27.01.
// Ласточкин's norm of the period: three more days of January, three less for the
// vacation.
func TestTheVacationOfStory1InBothReports(t *testing.T) {
	f := sampleFile(t)
	vacation(t, f)
	plan := planCalled(t, f, "МК-26")
	doc, table := document(t, f, command.ReportOptions{Code: command.ReportResources, Plan: plan})
	mentions(t, summary(doc), "План заканчивается 29.01.2027, на 2 рабочих дня позже срока 27.01.2027.")
	mentions(t, table("Команда")[0], "|144|304|")
	mentions(t, table("Команда")[1], "|232|280|")
	doc, table = document(t, f, command.ReportOptions{Code: command.ReportExecution, Plan: plan})
	mentions(t, summary(doc), "Финиш против базового плана «Согласовано 23.11»: +3 раб. дня.")
	sameRows(t, "shifts", table("Сдвиги"),
		"2|Методика|12.01.2027|15.01.2027|+3 раб. дня|136|136|просрочено",
		"2.2|Регламент бюджетирования|12.01.2027|15.01.2027|+3 раб. дня|80|80|просрочено",
		"3|ТЗ|26.01.2027|29.01.2027|+3 раб. дня|144|144|просрочено",
		"3.1|Техническое задание|26.01.2027|29.01.2027|+3 раб. дня|144|144|просрочено",
		"3.2|ТЗ утверждено|26.01.2027|29.01.2027|+3 раб. дня|0|0|просрочено")
	sameRows(t, "milestones", table("Вехи"), "3.2|ТЗ утверждено|29.01.2027|27.01.2027|нарушен на 2 раб. дня|26.01.2027|просрочено")
	mentions(t, strings.Join(table("Проблемы"), "\n"), "3.2|ТЗ утверждено|срок 27.01.2027 нарушен на 2 раб. дня|просрочено")
}

// A variant with 2.2 in five days: 3.1 takes 30.12 and nine days of January from
// the 11th, to the 21st, four working days before the deadline; 30.11, 22 days of
// December and 9 of January are 32.
func TestVariantsSideBySide(t *testing.T) {
	f := sampleFile(t)
	tree := story(t, f)
	to := tree.Plan
	to.ID, to.IsCurrent, to.Variant = data.NewID[data.Plan](), false, "Быстрее"
	do(t, f, command.CopyPlan{From: tree.Plan.ID, To: to})
	short := byCode(must(f.Read().PlanTree(to.ID))(t), "2.2").Task
	short.Duration = data.Days(5)
	do(t, f, command.Put{Record: short})
	doc, table := document(t, f, command.ReportOptions{Code: command.ReportResources, Plan: to.ID})
	sameRows(t, "variants", table("Варианты"),
		"Основной план (выбран)|30.11.2026|26.01.2027|35|запас 1 раб. день|416|492 000,00|1 060 800,00|1 608 000,00|76,6 %",
		"Быстрее|30.11.2026|21.01.2027|32|запас 4 раб. дня|416|492 000,00|1 060 800,00|1 608 000,00|76,6 %")
	if doc.Meta[0].Value.Text != "Быстрее" {
		t.Errorf("the report does not say which plan it is on: %+v", doc.Meta)
	}
	// 32 hours of Ласточкин are those of this plan alone: the other plan of the
	// project does not count beside it
	mentions(t, table("Загрузка по неделям")[0], "|24|29,58|40|32|32|40|")
}

// onDay opens a file on another day, for reading.
func onDay(t *testing.T, f *sqlite.File, day data.Date) *sqlite.File {
	t.Helper()
	now := tuesday.AddDate(0, 0, int(day-data.NewDate(2026, 11, 24)))
	r, err := sqlite.OpenReader(f.Read().Path(), command.Options(func() time.Time { return now }))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.Close() })
	return r
}

// On Monday 14.12.2026 nothing is done. 1.1 was due on Friday 04.12 (7-11 and 14:
// six working days), 1.2 on 10.12 (two). By then 56 + 48 hours and a third of 32
// of 416 should be done: 27,6 %. In the week ahead two of the three days of 1.3
// and three of the five of 2.1 remain: 21,33 and 33,6 hours.
func TestWhatShouldHaveBeenDone(t *testing.T) {
	f := onDay(t, sampleFile(t), data.NewDate(2026, 12, 14))
	doc, table := document(t, f, command.ReportOptions{Code: command.ReportExecution, Plan: planCalled(t, f, "МК-26")})
	mentions(t, doc.Meta[0].Value.Text, "7–13 декабря 2026")
	mentions(t, summary(doc), "За период не закончена ни одна работа.", "Не сделаны к сроку 2 работы, наибольшее опоздание в рабочих днях: 6.")
	sameRows(t, "missed", table("Должно было"),
		"1.1|Интервью с ЦФО|Ласточкин Д. О., Кузнецова А. С.|04.12.2026|6 раб. дней|0 %|новый срок не назначен|просрочено",
		"1.2|Анализ форм отчётности|Ласточкин Д. О., Громов И. П.|10.12.2026|2 раб. дня|0 %|новый срок не назначен|просрочено")
	sameRows(t, "next", table("Что дальше: 14–20 декабря 2026"),
		"1.3|Отчёт о диагностике|Кузнецова А. С., Ласточкин Д. О.|11.12.2026|15.12.2026|0 %|21,33|критический путь",
		"2.1|Финансовая структура|Кузнецова А. С., Ласточкин Д. О.|16.12.2026|22.12.2026|0 %|33,6|критический путь")
	sameRows(t, "progress", table("Ход работ"),
		"1|Диагностика|136|0 %|84 %|15.12.2026|15.12.2026|без сдвига|риск", // (56+48+10,67)/136
		"2|Методика|136|0 %|0 %|12.01.2027|12.01.2027|без сдвига",
		"3|ТЗ|144|0 %|0 %|26.01.2027|26.01.2027|без сдвига",
		"|Итого|416|0 %|28 %|26.01.2027|26.01.2027|без сдвига")
	mentions(t, strings.Join(table("Проблемы"), "\n"), "1.1|Интервью с ЦФО|должна была закончиться 04.12.2026|просрочено", "1.2|Анализ форм отчётности|должна была закончиться 10.12.2026|просрочено")
}

// СЭ-26 in October 2026: 1.2 (80 hours) ended on 23.10 as planned. On 24.11 1.3 has
// had 20 of its 22 days and is 60 % done: 84 + 80 + 24 of 388 hours are 48 %, 84 +
// 80 + 36,4 should be done: 52 %. The month after October is November.
func TestWhatWasDoneInAMonth(t *testing.T) {
	f := sampleFile(t)
	doc, table := document(t, f, command.ReportOptions{Code: command.ReportExecution, Plan: planCalled(t, f, "СЭ-26"), From: data.NewDate(2026, 10, 1), To: data.NewDate(2026, 10, 31)})
	sameRows(t, "done", table("Сделано"), "1.2|Справочники и план счетов группы|Тихонов А. С.|23.10.2026|23.10.2026|в срок|80|выполнено")
	mentions(t, summary(doc), "За период закончена 1 работа.", "На 1–30 ноября 2026 в плане")
	rows := table("Ход работ")
	mentions(t, rows[len(rows)-1], "|Итого|388|48 %|52 %|")
	mentions(t, strings.Join(table("Часы исполнителей"), "\n"), "Тихонов А. С.|", "|80|")
	for _, tb := range doc.Tables() {
		if strings.HasPrefix(tb.Name, "Сдвиги") {
			t.Error("shifts without a baseline")
		}
	}
}

func TestTheUsualPeriodIsTheLastWholeWeek(t *testing.T) {
	for _, c := range []struct{ today, from, to string }{{"2026-11-24", "2026-11-16", "2026-11-22"}, {"2026-11-29", "2026-11-16", "2026-11-22"}, {"2026-11-30", "2026-11-23", "2026-11-29"}} {
		today := must(data.ParseDate(c.today))(t)
		if from, to := command.LastWeek(today); from.String() != c.from || to.String() != c.to {
			t.Errorf("on %s: %s to %s", c.today, from, to)
		}
	}
	if from, to := command.LastMonth(data.NewDate(2026, 1, 31)); from.String() != "2025-12-01" || to.String() != "2025-12-31" {
		t.Errorf("%s to %s", from, to)
	}
}

// A finished project of the same kind stands beside the plan; one whose work is
// not over does not.
func TestPastProjectsOfTheSameKind(t *testing.T) {
	f := sampleFile(t)
	o := command.ReportOptions{Code: command.ReportResources, Plan: planCalled(t, f, "МК-26")}
	_, table := document(t, f, o)
	rows := strings.Join(table("Сравнение с законченными проектами того же вида: консалтинг"), "\n")
	mentions(t, rows, "ПС-26 Концепция управленческого учёта|260|", "Этот план|416|35|26.01.2027|26.01.2027|без сдвига")
	if strings.Contains(rows, "БТ-26") {
		t.Errorf("a project that is not over: %s", rows)
	}
}

func TestTheWorkbookHoldsTheNumbers(t *testing.T) {
	f := sampleFile(t)
	b := writeReport(t, f, command.ReportOptions{Code: command.ReportResources, Format: "xlsx", Plan: planCalled(t, f, "МК-26")}, text.RU)
	sheets := must(office.ReadXLSX(bytes.NewReader(b), int64(len(b))))(t)
	var names, lines []string
	for _, s := range sheets {
		names = append(names, s.Name)
		for _, r := range s.Rows {
			lines = append(lines, strings.Join(r.Cells, "|"))
		}
	}
	mentions(t, strings.Join(names, ", "), "Команда", "Экономика", "По этапам", "Загрузка по неделям, часов", "Согласование")
	all := strings.Join(lines, "\n")
	mentions(t, all, "Кузнецова Анна Сергеевна|Консультант|144|280|", "|1600|3500|230400|504000", "Итого||416|840|", "492000|1060800", "Маржа без командировок|1\u00a0608\u00a0000\u00a0₽ (76,6\u00a0%)")
}

// pdfText is the text of a PDF of our own, page by page in its order.
func pdfText(t *testing.T, b []byte) string {
	t.Helper()
	var out strings.Builder
	for _, m := range regexp.MustCompile(`(?s)stream\r?\n(.*?)\r?\nendstream`).FindAllSubmatch(b, -1) {
		z, err := zlib.NewReader(bytes.NewReader(m[1]))
		if err != nil {
			continue
		}
		page, _ := io.ReadAll(z)
		for _, s := range regexp.MustCompile(`(?s)Td \((.*?[^\\]|)\) Tj`).FindAllSubmatch(page, -1) {
			raw := strings.NewReplacer(`\\`, `\`, `\(`, "(", `\)`, ")", `\r`, "\r").Replace(string(s[1]))
			var wide []uint16
			for i := 0; i+1 < len(raw); i += 2 {
				wide = append(wide, uint16(raw[i])<<8|uint16(raw[i+1]))
			}
			out.WriteString(strings.ReplaceAll(string(utf16.Decode(wide)), "\u00a0", " ") + "\n")
		}
	}
	return out.String()
}

func TestThePaperSaysTheSameInBothLanguages(t *testing.T) {
	f := sampleFile(t)
	plan := planCalled(t, f, "МК-26")
	o := command.ReportOptions{Code: command.ReportResources, Format: "pdf", Plan: plan}
	ru := writeReport(t, f, o, text.RU)
	keepReport(t, "resources-ru.pdf", ru)
	page := pdfText(t, ru)
	mentions(t, page, "1 608 000 ₽ (76,6 %)", "1 060 800,00", "492 000,00", "Кузнецова Анна Сергеевна", "Страница 1 из")
	if pages := strings.Count(page, "Страница "); strings.Count(page, "Обоснование ресурсов · внутренний документ") != pages+1 {
		t.Errorf("the footer of %d pages does not say that the paper is internal", pages)
	}
	mentions(t, pdfText(t, writeReport(t, f, o, text.EN)), "₽1,608,000 (76.6%)", "Resource justification · internal document", "Margin before trips")
	o.Code = command.ReportExecution
	mentions(t, pdfText(t, writeReport(t, f, o, text.EN)), "Plan execution in the period · internal document", "What comes next: 23–29 November 2026", "No task is overdue.")
}

func TestTheChartInItsFormats(t *testing.T) {
	f := sampleFile(t)
	vacation(t, f)
	o := command.ReportOptions{Code: command.ReportGantt, Format: "svg", Plan: planCalled(t, f, "МК-26")}
	svg := strings.ReplaceAll(string(writeReport(t, f, o, text.RU)), "\u00a0", " ")
	mentions(t, svg, "МК-26 Постановка бюджетирования · внутренний документ", "базовый план «Согласовано 23.11»", "срок 27.01.2027, нарушен на 2 раб. дня", "+3 дн.", "Критический путь", "Екатеринбург", "Кузнецова А. С.")
	o.Format = "png"
	small := must(png.DecodeConfig(bytes.NewReader(writeReport(t, f, o, text.EN))))(t)
	o.Scale = 4
	large := must(png.DecodeConfig(bytes.NewReader(writeReport(t, f, o, text.EN))))(t)
	if d := large.Width - 2*small.Width; d < -2 || d > 2 {
		t.Errorf("%d pixels at scale 2, %d at 4", small.Width, large.Width)
	}
	o.Format = "pdf"
	for paper, box := range map[string]string{"": "841.89 595.28", "a3": "1190.55 841.89"} {
		o.Paper = paper
		b := writeReport(t, f, o, text.RU)
		keepReport(t, "gantt-"+paper+".pdf", b)
		if n := bytes.Count(b, []byte("/Type /Page\n")); n != 1 || !bytes.Contains(b, []byte(box)) {
			t.Errorf("paper %q: %d pages, no %s", paper, n, box)
		}
	}
	o.Paper, o.Tiled = "a4", true
	tiles := writeReport(t, f, o, text.RU)
	keepReport(t, "gantt-tiles.pdf", tiles)
	if n := bytes.Count(tiles, []byte("/Type /Page\n")); n < 1 {
		t.Errorf("%d tiles", n)
	}
}

func TestReportsThatCannotBe(t *testing.T) {
	f := sampleFile(t)
	plan := planCalled(t, f, "МК-26")
	day := data.NewDate(2026, 11, 24)
	for name, o := range map[string]command.ReportOptions{
		"code":     {Code: "profit", Format: "pdf", Plan: plan},
		"format":   {Code: command.ReportResources, Format: "png", Plan: plan},
		"paper":    {Code: command.ReportGantt, Format: "pdf", Paper: "a9", Plan: plan},
		"period":   {Code: command.ReportExecution, Format: "pdf", Plan: plan, From: day, To: day - 1},
		"plan":     {Code: command.ReportResources, Format: "pdf", Plan: data.NewID[data.Plan]()},
		"baseline": {Code: command.ReportGantt, Format: "pdf", Plan: plan, Baseline: data.NewID[data.Baseline]()},
	} {
		var out bytes.Buffer
		err := command.WriteReport(f.Read(), o, text.For(text.RU), &out)
		if err == nil || out.Len() > 0 {
			t.Errorf("%s: %v, %d bytes", name, err, out.Len())
		} else if s := text.For(text.RU).Error(err); strings.Contains(s, "problem.") {
			t.Errorf("%s: %q", name, s)
		}
	}
}

// Every plan of the sample has all three reports, in both languages: also plans
// without people, money, a baseline or a project.
func TestEveryPlanHasItsReports(t *testing.T) {
	f := sampleFile(t)
	for _, p := range must(sqlite.List[data.Plan](f.Read(), ""))(t) {
		for _, code := range command.PlanReports {
			for _, format := range command.ReportFormats(code) {
				for _, l := range []text.Lang{text.RU, text.EN} {
					writeReport(t, f, command.ReportOptions{Code: code, Format: format, Plan: p.ID}, l)
				}
			}
		}
	}
}

func TestNamesOfFilesAreNamesOfFiles(t *testing.T) {
	w := text.For(text.RU)
	tree := data.PlanTree{Plan: data.Plan{What: data.PlanOfDepartment, Name: "План: I кв./2027"}}
	if got := command.ReportFileName(w, tree, command.ReportExecution, "pdf"); got != "План- I кв.-2027 Исполнение плана.pdf" {
		t.Errorf("%q", got)
	}
	tree.Project.Code = "МК-26"
	if got := command.ReportFileName(w, tree, command.ReportResources, "xlsx"); got != "МК-26 Обоснование ресурсов.xlsx" {
		t.Errorf("%q", got)
	}
}
