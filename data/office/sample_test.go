package office

import (
	"os"
	"testing"
	"time"

	"portfel/data"
	"portfel/data/report"
	"portfel/data/text"
)

func day(month time.Month, d int) data.Date { return data.NewDate(2026, month, d) }

// weekend is a plain calendar for the tests.
func weekend(d data.Date) bool {
	return d.Weekday() == time.Saturday || d.Weekday() == time.Sunday || d == day(11, 4)
}

// treasury is the plan of look/plan.png.
func treasury() []report.GanttRow {
	s, m := report.StageBar, report.MilestoneBar
	fs := func(rows ...int) (all []report.GanttLink) {
		for _, r := range rows {
			all = append(all, report.GanttLink{Row: r, Type: data.FinishStart})
		}
		return all
	}
	h := data.Hours
	return []report.GanttRow{
		{Code: "1", Name: "Обследование", Kind: s, Effort: h(120), Start: day(10, 19), Finish: day(11, 3), Percent: 100},
		{Code: "1.1", Name: "Интервью с финансовой службой", Level: 1, Who: "Вы", Effort: h(32), Start: day(10, 19), Finish: day(10, 23), Percent: 100},
		{Code: "1.2", Name: "Описание платёжного процесса", Level: 1, Who: "Петрова А.", Effort: h(56), Start: day(10, 26), Finish: day(10, 30), Percent: 100, Preds: fs(1)},
		{Code: "1.3", Name: "Отчёт об обследовании", Level: 1, Who: "Вы", Effort: h(32), Start: day(11, 2), Finish: day(11, 3), Percent: 100, Preds: fs(2)},
		{Code: "2", Name: "Прототип", Kind: s, Effort: h(180), Start: day(11, 5), Finish: day(11, 27), Percent: 61},
		{Code: "2.1", Name: "Модель данных казначейства", Level: 1, Who: "Петрова А.", Effort: h(48), Start: day(11, 5), Finish: day(11, 12), Percent: 100, Preds: fs(3)},
		{Code: "2.2", Name: "Настройка заявок на платёж", Level: 1, Who: "Вы", Effort: h(52), Start: day(11, 10), Finish: day(11, 18), Percent: 80, BaseStart: day(11, 9), BaseFinish: day(11, 16)},
		{Code: "2.3", Name: "Демонстрационный пример «БДДС, 3 юрлица»", Level: 1, Who: "Ильин Д.", Effort: h(40), Start: day(11, 18), Finish: day(11, 25), Percent: 60, Critical: true, Late: true, Deadline: day(11, 23), Preds: fs(5, 6)},
		{Code: "2.4", Name: "Показ прототипа заказчику", Level: 1, Who: "Вы", Kind: m, Start: day(11, 27), Finish: day(11, 27), Preds: fs(7)},
		{Code: "3", Name: "Техническое задание", Kind: s, Effort: h(96), Start: day(11, 30), Finish: day(12, 9)},
		{Code: "3.1", Name: "Черновик ТЗ", Level: 1, Who: "Вы", Effort: h(56), Start: day(11, 30), Finish: day(12, 4), Critical: true, Preds: fs(8)},
		{Code: "3.2", Name: "Согласование с заказчиком", Level: 1, Who: "Вы", Effort: h(24), Start: day(12, 7), Finish: day(12, 8), Critical: true, Preds: fs(10)},
		{Code: "3.3", Name: "ТЗ утверждено", Level: 1, Kind: m, Start: day(12, 9), Finish: day(12, 9), Critical: true, Preds: fs(11)},
		{Code: "4", Name: "Опытная эксплуатация", Kind: s, Effort: h(124), Start: day(12, 10), Finish: day(12, 18)},
		{Code: "4.1", Name: "Обучение пользователей", Level: 1, Who: "Петрова А.", Effort: h(36), Start: day(12, 10), Finish: day(12, 14), Preds: fs(12)},
		{Code: "4.2", Name: "Сопровождение платёжной недели", Level: 1, Who: "Вы", Effort: h(72), Start: day(12, 14), Finish: day(12, 18), Critical: true, Deadline: day(12, 21), Preds: []report.GanttLink{{Row: 14, Type: data.StartStart}}},
		{Code: "4.3", Name: "Акт выполненных работ", Level: 1, Who: "Вы", Kind: m, Start: day(12, 18), Finish: day(12, 18), Preds: []report.GanttLink{{Row: 15, Type: data.FinishFinish}}},
	}
}

func treasuryOptions(l text.Lang) report.GanttOptions {
	return report.GanttOptions{Words: text.For(l), Title: "Вектор-Строй · Казначейство", Subtitle: "финиш 18.12, базовый 16.12 · запас 1 день",
		Today: day(11, 24), Off: weekend, Links: true, Baseline: true, Critical: true,
		Spans: []report.GanttSpan{{From: day(12, 1), To: day(12, 4), Label: "СПб"}}}
}

// keep writes a file for looking at where PORTFEL_LOOK names a folder.
func keep(t testing.TB, name string, b []byte) {
	t.Helper()
	if dir := os.Getenv("PORTFEL_LOOK"); dir != "" {
		if err := os.WriteFile(dir+"/"+name, b, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// execution is a report on a plan: meta, facts, a chart, a tree with marks and a
// total, a note, signatures.
func execution(l text.Lang) report.Document {
	plan := &report.Table{Name: "Работы", Columns: []report.Column{
		{Title: "№", Code: "code", Type: report.AsText},
		{Title: "Работа", Code: "name", Type: report.AsText, Width: 3},
		{Title: "Исполнитель", Code: "resource", Type: report.AsText, Width: 1},
		{Title: "Начало", Code: "start", Group: "Сроки", Type: report.AsDate},
		{Title: "Финиш", Code: "finish", Group: "Сроки", Type: report.AsDate},
		{Title: "План", Code: "effort_h", Group: "Часы", Type: report.AsHours},
		{Title: "Факт", Code: "spent_h", Group: "Часы", Type: report.AsHours},
		{Title: "Готово", Code: "percent", Type: report.AsPercent},
		{Title: "Стоимость", Code: "cost", Type: report.AsMoney},
	}}
	hours, cost := data.Minutes(0), data.Money(0)
	for _, r := range treasury() {
		row := report.Row{Level: r.Level}
		if r.Kind == report.StageBar {
			row.Style = report.Summary
		} else {
			hours += r.Effort
			cost += data.Money(r.Effort) / 60 * 2500_00
		}
		switch {
		case r.Late:
			row.Mark = report.Late
		case r.Percent == 100 && r.Kind == report.TaskBar:
			row.Mark = report.Done
		case r.Code == "3.2":
			row.Mark = report.Risk
		}
		spent := r.Effort * data.Minutes(r.Percent) / 100
		row.Cells = []report.Cell{report.Text(r.Code), report.Text(r.Name), report.Text(r.Who), report.Date(r.Start), report.Date(r.Finish), report.Hours(r.Effort), report.Hours(spent), report.Percent(r.Percent), report.Money(data.Money(r.Effort) / 60 * 2500_00)}
		plan.Rows = append(plan.Rows, row)
	}
	plan.Rows = append(plan.Rows, report.Row{Style: report.Total, Cells: []report.Cell{{}, report.Text("Итого"), {}, {}, {}, report.Hours(hours), {}, {}, report.Money(cost)}})
	o := treasuryOptions(l)
	o.Title, o.Subtitle, o.Width = "", "", 757
	return report.Document{
		Title: "Исполнение плана за ноябрь 2026", Subtitle: "Вектор-Строй · Казначейство", Author: "Мария Ласточкина", Landscape: true,
		Made: data.Moment{Day: day(11, 24), Min: 582, Zone: "Europe/Moscow"},
		Meta: []report.Fact{{Label: "Составил", Value: report.Text("М. Ласточкина, ведущий консультант")}, {Label: "Дата", Value: report.Date(day(11, 24))}, {Label: "Период", Value: report.Text("1–30 ноября 2026")}},
		Blocks: []report.Block{
			report.Facts{Columns: 4, Items: []report.Fact{{Label: "Финиш по плану", Value: report.Date(day(12, 18))}, {Label: "Срок по договору", Value: report.Date(day(12, 16)), Mark: report.Late}, {Label: "Трудозатраты", Value: report.Hours(hours)}, {Label: "Стоимость", Value: report.Money(cost)}}},
			report.Heading{Text: "Диаграмма"},
			report.Figure{Picture: report.Gantt(treasury(), o), Caption: "Диаграмма построена по состоянию на 24.11.2026."},
			report.Heading{Text: "Ход работ"},
			report.Paragraph{Text: "За период завершены обследование и модель данных. Демонстрационный пример отстаёт от срока на два рабочих дня: исходные данные по третьему юрлицу клиент передал 18 ноября вместо 12-го."},
			plan,
			report.Note{Text: "Стоимость посчитана по ставке 2 500 ₽ в час. Часы вех не учитываются."},
			report.Signatures{Items: []report.Signature{{Role: "Руководитель проекта", Name: "М. А. Ласточкина"}, {Role: "Начальник отдела консалтинга и внедрения финансовых систем", Dated: true}}},
		},
	}
}

// advance is the form of an advance report: corner, facts, grouped heads, sums.
func advance() report.Document {
	t := &report.Table{Name: "Произведённые расходы", Columns: []report.Column{
		{Title: "№ п/п", Type: report.AsInt}, {Title: "дата", Group: "Документ", Type: report.AsDate}, {Title: "номер", Group: "Документ", Type: report.AsText},
		{Title: "Наименование документа (расхода)", Type: report.AsText, Width: 1}, {Title: "по отчёту", Group: "Сумма расхода", Type: report.AsMoney}, {Title: "принято к учёту", Group: "Сумма расхода", Type: report.AsMoney}, {Title: "Счёт", Type: report.AsText, Align: report.Centre}}}
	rows := []struct {
		no, name string
		sum      data.Money
	}{{"7123456789012", "Электронный билет, РЖД, Москва — Казань, вагон 7, место 12 (купе)", 4_812_50}, {"А-118", "Гостиница «Волга», проживание 3 суток с завтраком по договору-оферте от 15.10.2026, включая туристический налог", 16_800_00}, {"—", "Суточные, 4 дня по 700 ₽", 2_800_00}, {"000451", "Такси, аэропорт — гостиница", 1_150_00}}
	sum := data.Money(0)
	for i, r := range rows {
		t.Rows = append(t.Rows, report.Row{Cells: []report.Cell{report.Int(int64(i + 1)), report.Date(day(11, 16+i)), report.Text(r.no), report.Text(r.name), report.Money(r.sum), report.Money(r.sum), report.Text("26")}})
		sum += r.sum
	}
	t.Rows = append(t.Rows, report.Row{Style: report.Total, Cells: []report.Cell{{}, {}, {}, report.Text("Итого"), report.Money(sum), report.Money(sum)}})
	return report.Document{Title: "Авансовый отчёт № 17", Subtitle: "от 20 ноября 2026 г.", Made: data.Moment{Day: day(11, 20), Min: 600, Zone: "Europe/Moscow"},
		Blocks: []report.Block{
			report.Paragraph{Inset: 0.6, Text: "УТВЕРЖДАЮ\nОтчёт в сумме 25 562,50 ₽\nГенеральный директор\n______________ И. П. Орлов\n«___» ____________ 2026 г."},
			report.Facts{Items: []report.Fact{{Label: "Организация", Value: report.Text("ООО «Вектор Консалтинг»")}, {Label: "Подотчётное лицо", Value: report.Text("Ласточкина Мария Андреевна, ведущий консультант, отдел внедрения")}, {Label: "Назначение аванса", Value: report.Text("командировка в г. Казань, обследование казначейства")}, {Label: "Получено", Value: report.Money(30_000_00)}, {Label: "Израсходовано", Value: report.Money(sum)}, {Label: "Остаток", Value: report.Money(30_000_00 - sum), Mark: report.Risk}}},
			t,
			report.Paragraph{Text: "Отчёт проверен. К утверждению в сумме двадцать пять тысяч пятьсот шестьдесят два рубля 50 копеек.", Strong: true},
			report.Signatures{Items: []report.Signature{{Role: "Главный бухгалтер", Name: "Е. В. Сомова"}, {Role: "Бухгалтер"}, {Role: "Подотчётное лицо", Name: "М. А. Ласточкина", Dated: true}}},
		}}
}
