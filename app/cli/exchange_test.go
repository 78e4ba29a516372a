package cli

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"portfel/data/office"
	"portfel/data/report"
	"portfel/data/text"
)

// projectXML is two tasks and a milestone of MS Project, the second one of an
// inactive row, and a material.
const projectXML = `<?xml version="1.0" encoding="UTF-8"?><Project xmlns="http://schemas.microsoft.com/project"><StartDate>2026-11-30T08:00:00</StartDate><CalendarUID>1</CalendarUID>` +
	`<Calendars><Calendar><UID>1</UID><Name>Стандартный</Name><IsBaseCalendar>1</IsBaseCalendar></Calendar></Calendars><Tasks>` +
	`<Task><UID>7</UID><Name>Опись</Name><OutlineLevel>1</OutlineLevel><Start>2026-11-30T08:00:00</Start><Finish>2026-12-02T17:00:00</Finish><Duration>PT24H0M0S</Duration><DurationFormat>7</DurationFormat></Task>` +
	`<Task><UID>8</UID><Name>Сдано</Name><OutlineLevel>1</OutlineLevel><Duration>PT0H0M0S</Duration><PredecessorLink><PredecessorUID>7</PredecessorUID><Type>1</Type></PredecessorLink></Task></Tasks>` +
	`<Resources><Resource><UID>1</UID><Name>Кабель</Name><Type>0</Type><MaterialLabel>м</MaterialLabel></Resource></Resources></Project>`

func TestAnMSProjectFileThroughTheCommandLine(t *testing.T) {
	d := newDesk(t)
	d.ok("new", "@a.portfel")
	d.write("план.xml", projectXML)
	lost := "portfel: план.xml: «Кабель»: Материал (м) не взят: здесь работают люди и роли.\n"
	d.says(0, "added\tproject\tплан\t-\nadded\tcalendar\tСтандартный\t-\nadded\ttask\tОпись\t-\nadded\ttask\tСдано\t-\n", lost, "import", "@a.portfel", "@план.xml", "--dry-run")
	d.says(0, "added\tproject\tплан\t-\nadded\tcalendar\tСтандартный\t-\nadded\ttask\tОпись\t-\nadded\ttask\tСдано\t-\n", lost, "import", "@a.portfel", "@план.xml")
	d.says(0, "same\tproject\tплан\t-\nsame\tcalendar\tСтандартный\t-\nsame\ttask\tОпись\t-\nsame\ttask\tСдано\t-\n", lost, "import", "@a.portfel", "@план.xml")
	d.says(0, scheduleHead+"1\t7\tОпись\ttask\t2026-11-30\t2026-12-02\t3\t0\t0\t1\t0\t-\t-\t-\n"+"2\t8\tСдано\tmilestone\t2026-12-02\t2026-12-02\t0\t0\t0\t1\t0\t-\t-\t-\n", "", "schedule", "@a.portfel", "план")
	d.says(0, "kind\tname\tdefect\n", "", "check", "@a.portfel")
	d.says(0, "", "", "export", "@a.portfel", "@o.xml", "plan", "--project", "план")
	d.ok("new", "@b.portfel")
	d.ok("import", "@b.portfel", "@o.xml", "--project", "план")
	if a, b := d.ok("schedule", "@a.portfel", "план"), d.ok("schedule", "@b.portfel", "план"); a != b {
		t.Errorf("another plan:\n%s\n%s", a, b)
	}
	d.ok("undo", "@a.portfel")
	d.says(0, "kind\tname\tdefect\n", "", "check", "@a.portfel")
}

func TestFaultsOfAnMSProjectFileNameTheirPlace(t *testing.T) {
	d := newDesk(t)
	d.ok("new", "@a.portfel")
	for _, c := range []struct{ file, text, errs string }{
		{"обрыв.xml", projectXML[:700], "portfel: обрыв.xml, строка 1: Файл обрывается раньше конца. Сохраните или скачайте его заново.\n"},
		{"бомба.xml", `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><Project xmlns="http://schemas.microsoft.com/project">&b;</Project>`,
			"portfel: бомба.xml, строка 1: В файле есть DOCTYPE, такие файлы не принимаются: MS Project его не пишет.\n"},
		{"двойник.xml", strings.Replace(projectXML, "<UID>8</UID>", "<UID>7</UID>", 1), "portfel: двойник.xml, строка 1, Task UID 7: UID 7 уже стоит в строке 1.\n"},
		{"без.xml", strings.Replace(projectXML, "<UID>8</UID>", "", 1), "portfel: без.xml, строка 1, Task: Нет UID: без него запись не найти при следующем импорте.\n"},
		{"другой.xml", `<?xml version="1.0"?><plan xmlns="urn:x"/>`, "portfel: другой.xml, строка 1: Это XML другого вида: в начале стоит plan, а нужно Project. Сохраните план из MS Project в формате XML.\n"},
	} {
		d.write(c.file, c.text)
		d.says(1, "", c.errs, "import", "@a.portfel", "@"+c.file)
	}
	d.says(0, "moment\tstep\tkind\tname\tfield\told\tnew\n", "", "history", "@a.portfel")
}

// Story 1 goes out as CSV and XLSX and comes back with the same dates.
func TestAPlanGoesOutAsATableAndComesBack(t *testing.T) {
	d := story1Desk(t)
	d.ok(importStory1...)
	want := d.ok("schedule", "@a.portfel", "МК-26")
	for _, name := range []string{"план.csv", "план.xlsx"} {
		d.says(0, "", "", "export", "@a.portfel", "@"+name, "plan", "--project", "МК-26")
		d.ok("import", "@a.portfel", "@"+name, "--project", "Копия")
		if got := d.ok("schedule", "@a.portfel", "Копия"); got != want {
			t.Errorf("%s:\n%s\nwant\n%s", name, got, want)
		}
		d.ok("undo", "@a.portfel")
	}
	csv := d.read("план.csv")
	for _, line := range []string{"\ufeffid;parent;name;duration_days;predecessors;resource;effort_h;start;deadline\r\n", "\r\n1.2;1;Анализ форм отчётности;4;1.1;", "\r\nВ;3;ТЗ утверждено;0;3.1;;;;2027-01-27\r\n"} {
		if !strings.Contains(csv, line) {
			t.Errorf("no %q in\n%s", line, csv)
		}
	}
}

func TestPeopleAbsencesAndTripsAsTables(t *testing.T) {
	d := newDesk(t)
	d.ok("new", "@a.portfel")
	d.write("люди.csv", "person,position,grade,hours_week,cost_rate,bill_rate\nБорисова Инна Олеговна,Аналитик,analyst,40,2000,4500.50\nГромов Илья Павлович,,царь,,,\nЯ,,,40,,\n")
	d.says(1, "refused\tperson\tГромов Илья Павлович\tстрока 3, столбец «grade»: «царь» — не ступень. Можно: trainee, assistant, analyst, lead, consultant, manager, head.\nadded\tperson\tБорисова Инна Олеговна\t-\nsame\tperson\tЯ\t-\n",
		"portfel: люди.csv: не принята 1 запись, причина стоит в её строке. Исправьте файл и повторите импорт: принятое второй раз не добавится.\n", "import", "@a.portfel", "@люди.csv")
	d.write("отпуска.csv", "person,kind,from,to,deputy\nБорисова,vacation,2026-12-01,2026-12-14,\nБорисова,sick,2026-12-03,2026-12-04,\nБорисова,study,2026-12-10,2026-12-11,\nКто-то,vacation,2026-12-01,2026-12-02,\nБорисова,dayoff,2026-12-20,2026-12-18,\n")
	out, errs, code := d.run("import", "@a.portfel", "@отпуска.csv")
	if code != 1 || !strings.Contains(errs, "не приняты 3 записи") || strings.Count(out, "added\tabsence\tБорисова\t-\n") != 2 ||
		!strings.Contains(out, "refused\tabsence\tКто-то\tстрока 5, столбец «person»: Человека «Кто-то» нет. Сначала заведите его.\n") ||
		!strings.Contains(out, "refused\tabsence\tБорисова\tстрока 6, столбец «to»: Не может быть раньше начала.\n") || !strings.Contains(out, "строка 4, столбец «from»") {
		t.Errorf("exit %d\n%s%s", code, out, errs)
	}
	d.write("отпуска2.csv", "person,kind,from,to\nБорисова,vacation,2026-12-01,2026-12-09\nБорисова,sick,2026-12-03,2026-12-04\n")
	d.says(0, "changed\tabsence\tБорисова\t-\nsame\tabsence\tБорисова\t-\n", "", "import", "@a.portfel", "@отпуска2.csv")
	d.says(0, "", "", "export", "@a.portfel", "@люди.xlsx", "people")
	d.says(0, "same\tperson\tЯ\t-\nsame\tperson\tБорисова Инна Олеговна\t-\n", "", "import", "@a.portfel", "@люди.xlsx")
	d.says(0, "", "", "export", "@a.portfel", "@отпуска3.csv", "absences")
	d.says(0, "same\tabsence\tБорисова Инна Олеговна\t-\nsame\tabsence\tБорисова Инна Олеговна\t-\n", "", "import", "@a.portfel", "@отпуска3.csv")
	d.says(0, "kind\tname\tdefect\n", "", "check", "@a.portfel")
}

const tripList = "trip,person,place,purpose,from_place,to_place,depart,depart_zone,arrive,arrive_zone,transport,carrier\n" +
	"Екатеринбург,Я,Екатеринбург,интервью,SVX,SVO,2026-12-04T21:40,Asia/Yekaterinburg,2026-12-04T22:15,Europe/Moscow,plane,\n" +
	"Екатеринбург,Я,,,SVO,SVX,2026-11-30T06:35,Europe/Moscow,2026-11-30T11:05,Asia/Yekaterinburg,plane,SU 1404\n" +
	"Екатеринбург,Ласточкин Дмитрий Олегович,Екатеринбург,интервью,SVO,SVX,2026-11-30T06:35,Europe/Moscow,2026-11-30T11:05,Asia/Yekaterinburg,plane,SU 1404\n"

func TestTripsAreTakenTogether(t *testing.T) {
	d := newDesk(t)
	d.ok("new", "@a.portfel")
	d.write("поездки.csv", tripList+"Тверь,Я,Тверь,аудит,Москва,Тверь,2026-12-08T10:00,,2026-12-08T09:00,,train,\n")
	d.says(1, "added\ttrip\tЕкатеринбург/Я\t-\nadded\tperson\tЛасточкин Дмитрий Олегович\t-\nadded\ttrip\tЕкатеринбург/Ласточкин Дмитрий Олегович\t-\n"+
		"refused\ttrip\tТверь/Я\tстрока 5, столбец «arrive»: Прибытие раньше отправления.\n",
		"portfel: поездки.csv: не принята 1 запись, причина стоит в её строке. Исправьте файл и повторите импорт: принятое второй раз не добавится.\n", "import", "@a.portfel", "@поездки.csv")
	out := d.ok("agenda", "@a.portfel", "2026-11-30", "2026-11-30")
	if strings.Count(out, "\tleg\tSVO → SVX\t") != 2 || strings.Count(out, "2026-11-30\t-\t-\ttrip\tЕкатеринбург\t") != 2 {
		t.Errorf("agenda:\n%s", out)
	}
	d.write("поездки.csv", tripList)
	d.says(0, "same\ttrip\tЕкатеринбург/Я\t-\nsame\ttrip\tЕкатеринбург/Ласточкин Дмитрий Олегович\t-\n", "", "import", "@a.portfel", "@поездки.csv")
	d.write("поездки.csv", strings.Replace(tripList, "06:35", "07:35", 1))
	d.says(0, "changed\ttrip\tЕкатеринбург/Я\t-\nsame\ttrip\tЕкатеринбург/Ласточкин Дмитрий Олегович\t-\n", "", "import", "@a.portfel", "@поездки.csv")
	if out := d.ok("agenda", "@a.portfel", "2026-11-30", "2026-11-30"); !strings.Contains(out, "2026-11-30\t07:35\tEurope/Moscow\tleg\tSVO → SVX\t") {
		t.Errorf("agenda:\n%s", out)
	}
	d.says(0, "kind\tname\tdefect\n", "", "check", "@a.portfel")
}

// The kind of a sheet is told by its columns as that of a CSV; the sheets that
// are not read are named.
func TestTheFirstSheetOfAWorkbookIsRead(t *testing.T) {
	d := newDesk(t)
	d.ok("new", "@a.portfel")
	book := excelize.NewFile()
	defer book.Close()
	for i, row := range [][]any{{"№", "Задача", "Дней", "Старт"}, {1, "Опись", 2.5, "30.11.2026"}, {}, {2, "Сверка", "два", nil}} {
		for k, v := range row {
			cell, _ := excelize.CoordinatesToCellName(k+1, i+1)
			if err := book.SetCellValue("Sheet1", cell, v); err != nil {
				t.Fatal(err)
			}
		}
	}
	if _, err := book.NewSheet("Черновик"); err != nil {
		t.Fatal(err)
	}
	if err := book.SaveAs(d.path("план.xlsx")); err != nil {
		t.Fatal(err)
	}
	d.says(1, "refused\ttask\tСверка\tстрока 4, столбец «Дней»: «два» — не число дней. Нужно число от 0 до 20000, например 5 или 2,5.\n",
		"portfel: Прочитан первый лист, не прочитан: Черновик\nportfel: план.xlsx: Ничего не записано: в файле есть строки, которые нельзя принять (1). Исправьте их и повторите импорт.\n", "import", "@a.portfel", "@план.xlsx")
	if err := book.SetCellValue("Sheet1", "C4", 1); err != nil {
		t.Fatal(err)
	}
	if err := book.SaveAs(d.path("план.xlsx")); err != nil {
		t.Fatal(err)
	}
	d.ok("import", "@a.portfel", "@план.xlsx")
	if out := d.ok("schedule", "@a.portfel", "план"); !strings.Contains(out, "1\t1\tОпись\ttask\t2026-11-30\t2026-12-02\t2.5\t") {
		t.Errorf("schedule:\n%s", out)
	}
}

func TestHostileWorkbooksAreRefused(t *testing.T) {
	d := newDesk(t)
	d.ok("new", "@a.portfel")
	var b bytes.Buffer
	tab := &report.Table{Columns: []report.Column{{Title: "id", Type: report.AsText}}}
	if err := office.WriteXLSX(&b, report.Document{Blocks: []report.Block{tab}}, text.For(text.RU)); err != nil {
		t.Fatal(err)
	}
	for name, bytes := range map[string][]byte{"обрыв.xlsx": b.Bytes()[:b.Len()/2], "шум.xlsx": append([]byte("PK\x03\x04"), make([]byte, 5000)...)} {
		if err := os.WriteFile(d.path(name), bytes, 0o600); err != nil {
			t.Fatal(err)
		}
		out, errs, code := d.run("import", "@a.portfel", "@"+name)
		if code != 1 || out != "" || !strings.HasPrefix(errs, "portfel: "+name+": Книга повреждена") {
			t.Errorf("%s: exit %d %s%s", name, code, out, errs)
		}
	}
}

func TestExportListsItsCodes(t *testing.T) {
	d := newDesk(t)
	want := "report\tformats\ttext\nplan\txlsx csv xml\tплан работ\npeople\txlsx csv\tлюди и ставки\nabsences\txlsx csv\tотсутствия\n" +
		"resources\tpdf xlsx\tобоснование ресурсов\nexecution\tpdf xlsx\tисполнение плана за период\ngantt\tpdf png svg\tдиаграмма плана\n" +
		"order\tdocx pdf\tприказ о командировке\nassignment\tdocx pdf\tслужебное задание\nestimate\tdocx pdf xlsx\tсмета командировки\nadvance-report\tdocx pdf xlsx\tавансовый отчёт\n" +
		"memo\tdocx pdf\tслужебная записка о потерянном билете\ncar-memo\tdocx pdf\tзаписка о поездке на своей машине\nlocal-trips\tdocx pdf xlsx\tжурнал местных командировок\n" +
		"departures\tdocx pdf xlsx\tжурнал выбытия и прибытия\ntrips\txlsx pdf\tплан и факт командировок за период\npack\tpdf\tпакет в бухгалтерию: отчёт, перечень, чеки\n-\tics\tкалендарь (без кода отчёта)\n"
	d.says(0, want, "", "export", "--lang", "ru")
	d.ok("new", "@a.portfel")
	d.says(0, want, "", "export", "@a.portfel", "--lang", "ru")
}

// What a plan has and a table or an MS Project file cannot say is told.
func TestWhatAnExportCannotCarryIsTold(t *testing.T) {
	d := newDesk(t)
	d.ok("new", "@s.portfel", "--demo")
	_, errs, code := d.run("export", "@s.portfel", "@o.xml", "plan", "--project", "МК-26")
	if code != 0 || !strings.Contains(errs, "Место работы у клиента не записано") || !strings.Contains(errs, "Клиент, договорная цена") {
		t.Errorf("exit %d\n%s", code, errs)
	}
	_, errs, code = d.run("export", "@s.portfel", "@o.csv", "plan", "--project", "МК-26")
	if code != 0 || !strings.Contains(errs, "Место работы у клиента в таблицу не пишется") {
		t.Errorf("exit %d\n%s", code, errs)
	}
}
