package cli

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"portfel/data"
	"portfel/data/command"
	"portfel/data/sqlite"
)

const scheduleHead = "code\tid\tname\tkind\tstart\tfinish\tduration_days\teffort_h\ttotal_float_days\tcritical\tpercent\tresponsible\tdeadline\tslack_days\n"

// planOfStory1 is the first table of story 1: stages from their parts, hours
// added up by hand.
const planOfStory1 = scheduleHead +
	"1\t1\tДиагностика\tstage\t2026-11-30\t2026-12-15\t12\t136\t0\t1\t0\t-\t-\t-\n" +
	"1.1\t1.1\tИнтервью с ЦФО\ttask\t2026-11-30\t2026-12-04\t5\t56\t0\t1\t0\tЯ\t-\t-\n" +
	"1.2\t1.2\tАнализ форм отчётности\ttask\t2026-12-07\t2026-12-10\t4\t48\t0\t1\t0\tЛасточкин Дмитрий Олегович\t-\t-\n" +
	"1.3\t1.3\tОтчёт о диагностике\ttask\t2026-12-11\t2026-12-15\t3\t32\t0\t1\t0\tЯ\t-\t-\n" +
	"2\t2\tМетодика\tstage\t2026-12-16\t2027-01-12\t13\t136\t0\t1\t0\t-\t-\t-\n" +
	"2.1\t2.1\tФинансовая структура\ttask\t2026-12-16\t2026-12-22\t5\t56\t0\t1\t0\tЯ\t-\t-\n" +
	"2.2\t2.2\tРегламент бюджетирования\ttask\t2026-12-23\t2027-01-12\t8\t80\t0\t1\t0\tЯ\t-\t-\n" +
	"3\t3\tТЗ\tstage\t2027-01-13\t2027-01-26\t10\t144\t0\t1\t0\t-\t-\t-\n" +
	"3.1\t3.1\tТехническое задание\ttask\t2027-01-13\t2027-01-26\t10\t144\t0\t1\t0\tЯ\t-\t-\n" +
	"3.2\tВ\tТЗ утверждено\tmilestone\t2027-01-26\t2027-01-26\t0\t0\t0\t1\t0\t-\t2027-01-27\t1\n"

var importStory1 = []string{"import", "@a.portfel", "@plan.csv", "--project", "МК-26 Постановка бюджетирования", "--start", "2026-11-30"}

// story1Desk is a new file and the plan of story 1 as a source.
func story1Desk(t *testing.T) *desk {
	d := newDesk(t)
	d.ok("new", "@a.portfel")
	d.write("plan.csv", story1)
	return d
}

func TestStory1FromSourceToTableAndBack(t *testing.T) {
	d := story1Desk(t)
	tasks := "\ttask\tДиагностика\t-\n*\ttask\tИнтервью с ЦФО\t-\n*\ttask\tАнализ форм отчётности\t-\n*\ttask\tОтчёт о диагностике\t-\n*\ttask\tМетодика\t-\n" +
		"*\ttask\tФинансовая структура\t-\n*\ttask\tРегламент бюджетирования\t-\n*\ttask\tТЗ\t-\n*\ttask\tТехническое задание\t-\n*\ttask\tТЗ утверждено\t-\n"
	added := "added\tproject\tМК-26 Постановка бюджетирования\t-\nadded\tperson\tЛасточкин Дмитрий Олегович\t-\nadded\tperson\tГромов Илья Павлович\t-\nadded" +
		strings.ReplaceAll(tasks, "*", "added")
	same := "same\tproject\tМК-26 Постановка бюджетирования\t-\nsame" + strings.ReplaceAll(tasks, "*", "same")
	d.says(0, added, "", append(importStory1, "--dry-run")...)
	d.says(2, "", "portfel: Не найдено: Проект «МК-26». Имя или его часть можно узнать командой portfel search\n", "schedule", "@a.portfel", "МК-26")
	d.says(0, added, "", importStory1...)
	d.says(0, planOfStory1, "", "schedule", "@a.portfel", "МК-26")
	d.says(0, same, "", importStory1...)
	d.says(0, "Отменено: импорт плана: МК-26 Постановка бюджетирования\n", "", "undo", "@a.portfel")
	d.says(1, "", "portfel: a.portfel: отменять нечего.\n", "undo", "@a.portfel")
	d.says(2, "", "portfel: Не найдено: Проект «МК-26». Имя или его часть можно узнать командой portfel search\n", "schedule", "@a.portfel", "МК-26")
}

func TestANameOfSeveralProjectsIsWrongUsage(t *testing.T) {
	d := newDesk(t)
	d.ok("new", "@a.portfel")
	f, err := sqlite.Open(d.path("a.portfel"), command.Options(fixedNow))
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		p := data.Project{ID: data.NewID[data.Project](), Name: "Аудит", Status: data.ProjectRunning}
		if _, err := f.Do(command.Put{Record: p}); err != nil {
			t.Fatal(err)
		}
	}
	f.Close()
	d.write("p.csv", "id,name,duration_days\n1,Опись,3\n")
	d.says(2, "", "portfel: p.csv: Проектов с именем «Аудит» несколько. Укажите шифр проекта.\n", "import", "@a.portfel", "@p.csv", "--project", "Аудит")
}

func TestEncodingsOfASource(t *testing.T) {
	d := newDesk(t)
	plain := "№;Задача;Дней\n1;Опись форм;3\n"
	cp1251, err := charmap.Windows1251.NewEncoder().String(plain)
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{"utf8": plain, "bom": "\ufeff" + plain, "cp1251": cp1251} {
		d.ok("new", "@"+name+".portfel")
		d.write("опись.csv", text)
		d.says(0, "added\tproject\tопись\t-\nadded\ttask\tОпись форм\t-\n", "", "import", "@"+name+".portfel", "@опись.csv")
	}
}

func TestSourcesThatCannotBeTaken(t *testing.T) {
	d := newDesk(t)
	d.ok("new", "@a.portfel")
	for _, c := range []struct {
		file, text string
		code       int
		out, errs  string
	}{
		{"а.csv", "id,name,predecessors\n1,Начало,3\n2,Середина,1\n3,Конец,2\n", 1,
			"refused\ttask\tКонец\tстрока 4, столбец «predecessors»: Задачи ждут друг друга по кругу: 1 → 2 → 3 → 1. Уберите одну из связей.\n",
			"а.csv: Ничего не записано: в файле есть строки, которые нельзя принять (1). Исправьте их и повторите импорт.\n"},
		{"б.csv", "№;Родитель;Задача;Дней\n1;;А;два\n1;;Б;1\n2;7;В;NaN\n", 1,
			"refused\ttask\tА\tстрока 2, столбец «Дней»: «два» — не число дней. Нужно число от 0 до 20000, например 5 или 2,5.\n" +
				"refused\ttask\tВ\tстрока 4, столбец «Дней»: «NaN» — не число дней. Нужно число от 0 до 20000, например 5 или 2,5.\n" +
				"refused\ttask\tБ\tстрока 3, столбец «№»: Номер 1 уже стоит в строке 2.\n" +
				"refused\ttask\tВ\tстрока 4, столбец «Родитель»: В файле нет родителя с номером 7.\n",
			"б.csv: Ничего не записано: в файле есть строки, которые нельзя принять (4). Исправьте их и повторите импорт.\n"},
		{"в.csv", "id,name,duration_days\n1,Длинная " + strings.Repeat("я", 5<<20) + ",1\n", 1, "", "в.csv: Строка 2 длиннее 1 МБ. Похоже, это не таблица.\n"},
		{"г.csv", "id,name,duration_days\n1,Опись форм отчётности \xff,1\n", 1, "", "г.csv: В строке 2 испорчены буквы. Сохраните файл в UTF-8 и повторите.\n"},
		{"д.csv", "id,name,duration_days\n1,\"Опись,1\n", 1, "", "д.csv: В строке 2 кавычка открыта и не закрыта на месте. Внутри ячейки кавычки удваиваются.\n"},
		{"е.csv", "", 1, "", "е.csv: В файле нет ни одной строки.\n"},
		{"ж.csv", "a\x00b", 1, "", "ж.csv: Это не текст. Нужна таблица CSV: сохраните её из Excel как «CSV (разделители — запятые)».\n"},
		{"з.xml", "<?xml version=\"1.0\"?><Project/>", 1, "refused\ttask\tз\tTasks: В файле нет ни одной задачи.\n",
			"з.xml: Ничего не записано: в файле есть строки, которые нельзя принять (1). Исправьте их и повторите импорт.\n"},
		{"и.csv", "PK\x03\x04", 1, "", "и.csv: Книга повреждена, не прочитать часть zip. Откройте её в Excel и сохраните заново.\n"},
		{"к.csv", "trip,kind,person,depart,arrive\n", 1, "", "к.csv: В файле есть заголовок, но нет ни одной записи.\n"},
		{"л.vcf", "BEGIN:VCARD\nEND:VCARD\n", 2, "", "л.vcf: импорта «vCard (.vcf)» в этой версии нет. Есть планы CSV, XLSX и MS Project, списки людей, отсутствий и командировок, календари .ics.\n"},
	} {
		d.write(c.file, c.text)
		d.says(c.code, c.out, "portfel: "+c.errs, "import", "@a.portfel", "@"+c.file)
	}
	d.says(3, "", "portfel: нет.csv: прочитать не удалось. Проверьте имя и права.\n", "import", "@a.portfel", "@нет.csv")
	d.says(0, "moment\tstep\tkind\tname\tfield\told\tnew\n", "", "history", "@a.portfel")
}

func TestFurtherColumnsAreIgnoredWithANote(t *testing.T) {
	d := newDesk(t)
	d.ok("new", "@a.portfel", "--lang", "en")
	d.write("p.csv", "id,name,duration_days,colour\n1,Inventory,3,red\n")
	d.says(0, "added\tproject\tp\t-\nadded\ttask\tInventory\t-\n", "portfel: Column not read: colour\n", "import", "@a.portfel", "@p.csv", "--lang", "en")
}

func TestFilesThatCannotBeOpened(t *testing.T) {
	d := newDesk(t)
	d.ok("new", "@a.portfel")
	d.write("чужой.portfel", "это не база")
	d.says(3, "", "portfel: a.portfel: такой файл уже есть. Выберите другое имя: существующий файл не перезаписывается.\n", "new", "@a.portfel")
	d.says(3, "", "portfel: нет.portfel: такого файла нет. Проверьте имя или создайте файл: portfel new FILE\n", "check", "@нет.portfel")
	d.says(3, "", "portfel: чужой.portfel: это не файл программы «Портфель».\n", "history", "@чужой.portfel")
	d.says(3, "", "portfel: b/a.portfel: файл нельзя прочитать или записать. Проверьте папку и права.\n", "new", "@b/a.portfel")
	held, err := sqlite.Open(d.path("a.portfel"), command.Options(fixedNow))
	if err != nil {
		t.Fatal(err)
	}
	defer held.Close()
	d.says(3, "", "portfel: a.portfel: файл открыт в другом окне или занят другой командой. Закройте окно или дождитесь её конца и повторите.\n", "undo", "@a.portfel")
	d.says(3, "", "portfel: a.portfel: файл открыт в другом окне или занят другой командой. Закройте окно или дождитесь её конца и повторите.\n", "export", "@a.portfel", "@o.ics")
	d.says(0, "kind\tname\tdefect\n", "", "check", "@a.portfel")
}

func TestWrongUsage(t *testing.T) {
	d := newDesk(t)
	d.ok("new", "@a.portfel", "--demo")
	for _, c := range []struct {
		errs string
		line []string
	}{
		{"Команды «планы» нет. Список команд: portfel help", []string{"планы"}},
		{"Команды «backup» в этой версии ещё нет. Список команд: portfel help", []string{"backup", "@a.portfel", "@b.vbak"}},
		{"Команды «restore» в этой версии ещё нет. Список команд: portfel help", []string{"restore", "@a.portfel", "x"}},
		{"Так не вызывают. Нужно: portfel schedule FILE PROJECT", []string{"schedule", "@a.portfel"}},
		{"Ключа --deep у этой команды нет. Нужно: portfel check FILE", []string{"check", "@a.portfel", "--deep"}},
		{"У ключа --now нет значения.", []string{"check", "@a.portfel", "--now"}},
		{"«вчера» — не время. Нужно ГГГГ-ММ-ДДTЧЧ:ММ, например 2026-11-24T09:42", []string{"check", "@a.portfel", "--now", "вчера"}},
		{"Языка «de» нет. Есть ru и en.", []string{"check", "@a.portfel", "--lang", "de"}},
		{"«24.11.2026» — не дата. Нужно ГГГГ-ММ-ДД, например 2026-11-24", []string{"agenda", "@a.portfel", "24.11.2026", "2026-11-25"}},
		{"Период с 2026-11-25 по 2026-11-24 не подходит: конец не раньше начала и не больше десяти лет.", []string{"agenda", "@a.portfel", "2026-11-25", "2026-11-24"}},
		{"У проекта «ДФ-27» нет плана.", []string{"schedule", "@a.portfel", "ДФ-27"}},
		{"o.docx: назовите, что выгрузить: plan people absences resources execution gantt order assignment estimate advance-report memo car-memo local-trips departures trips pack. Без имени файла команда перечисляет выгрузки; календарь пишется в .ics без кода.", []string{"export", "@a.portfel", "@o.docx"}},
		{"Выгрузки «money» нет. Есть: plan people absences resources execution gantt order assignment estimate advance-report memo car-memo local-trips departures trips pack", []string{"export", "@a.portfel", "@o.xlsx", "money"}},
		{"Выгрузка «plan» не пишется в o.pdf. Можно: xlsx csv xml", []string{"export", "@a.portfel", "@o.pdf", "plan", "--project", "МК-26"}},
		{"--for: «boss» не подходит. Есть: me team client trainee", []string{"export", "@a.portfel", "@o.ics", "--for", "boss"}},
		{"--layers: «fun» не подходит. Есть: trips legs deadlines meetings tasks milestones absences mentoring documents", []string{"export", "@a.portfel", "@o.ics", "--layers", "trips,fun"}},
		{"Для календаря --for client нужен ключ --who с именем.", []string{"export", "@a.portfel", "@o.ics", "--for", "client"}},
		{"«0» — не число шагов. Нужно от 1 до 1\u00a0000.", []string{"undo", "@a.portfel", "0"}},
		{"«big» — не размер. Нужно ШИРИНАxВЫСОТА: ширина от 800, высота от 200, не больше 8000, например 1440x900", []string{"shot", "@a.portfel", rooms()[0], "@o.png", "--size", "big"}},
		{"«300x300» — не размер. Нужно ШИРИНАxВЫСОТА: ширина от 800, высота от 200, не больше 8000, например 1440x900", []string{"shot", "@a.portfel", "mentoring", "@o.png", "--size", "300x300"}},
	} {
		d.says(2, "", "portfel: "+c.errs+"\n", c.line...)
	}
	if _, errs, code := d.run("schedule", "@a.portfel", "26"); code != 2 || !strings.Contains(errs, "«26» подходит к нескольким") || !strings.Contains(errs, "МК-26 Постановка бюджетирования") {
		t.Errorf("an ambiguous name: exit %d, %s", code, errs)
	}
}

func TestTheClockIsReadInTheOwnersZone(t *testing.T) {
	for _, tz := range []string{"UTC", "Pacific/Honolulu", "Asia/Kathmandu"} {
		t.Setenv("TZ", tz)
		d := newDesk(t)
		d.ok("new", "@a.portfel")
		d.write("p.csv", "id,name,duration_days\n1,Опись,3\n")
		d.ok("import", "@a.portfel", "@p.csv", "--now", "2026-11-25T23:30")
		// Without a start the plan begins today: the 25th in Moscow.
		d.says(0, scheduleHead+"1\t1\tОпись\ttask\t2026-11-25\t2026-11-27\t3\t0\t0\t1\t0\t-\t-\t-\n", "", "schedule", "@a.portfel", "p")
		out := d.ok("history", "@a.portfel", "--since", "2026-11-25T23:30")
		if !strings.Contains(out, "2026-11-25T23:30 Europe/Moscow\t2\ttask\tОпись\tname\t-\tОпись\n") {
			t.Errorf("history:\n%s", out)
		}
		d.says(0, "moment\tstep\tkind\tname\tfield\told\tnew\n", "", "history", "@a.portfel", "--since", "2026-11-25T23:31")
	}
}

func TestTheAgendaOfTheTripsFirstDay(t *testing.T) {
	d := newDesk(t)
	d.ok("new", "@s.portfel", "--demo")
	out := d.ok("agenda", "@s.portfel", "2026-11-30", "2026-12-04")
	for _, want := range []string{
		"2026-11-30\t-\t-\ttrip\tЕкатеринбург\tМК-26 Постановка бюджетирования\tКузнецова А. С.\tagreed\n",
		"2026-12-04\t-\t-\ttrip\tЕкатеринбург\tМК-26 Постановка бюджетирования\tКузнецова А. С.\tagreed\n",
		"2026-11-30\t06:35\tEurope/Moscow\tleg\tМосква (SVO) → Екатеринбург (SVX)\tМК-26 Постановка бюджетирования\tКузнецова А. С.\tagreed\n",
		"2026-12-04\t21:40\tAsia/Yekaterinburg\tleg\tЕкатеринбург (SVX) → Москва (SVO)\tМК-26 Постановка бюджетирования\tКузнецова А. С.\tagreed\n",
		"2026-12-02\t17:30\tEurope/Moscow\toccurrence\t1:1 с Громовым\t-\tГромов И. П.\tplanned\n",
	} {
		if strings.Count(out, want) != 1 {
			t.Errorf("%d times %q in\n%s", strings.Count(out, want), want, out)
		}
	}
	if n := strings.Count(out, "\ttask\tИнтервью с ЦФО\t"); n != 5 {
		t.Errorf("the task of five days stands on %d", n)
	}
}

func TestSearchFindsInBothLayoutsAndWithoutYo(t *testing.T) {
	d := newDesk(t)
	d.ok("new", "@s.portfel", "--demo")
	want := "contact\tКовалёва Ольга Юрьевна\tАО «Медный Кряж»\n"
	for _, words := range []string{"ковалева", "Ковалёва", "rjdfktdf"} {
		if out := d.ok("search", "@s.portfel", words); !strings.HasPrefix(out, "kind\tname\twhere\n") || !strings.Contains(out, want) {
			t.Errorf("%s:\n%s", words, out)
		}
	}
	d.says(0, "kind\tname\twhere\n", "", "search", "@s.portfel", "нетакогослова")
}

func TestTablesAsJSON(t *testing.T) {
	d := story1Desk(t)
	d.ok(importStory1...)
	var rows []struct {
		Code        string
		Duration    float64 `json:"duration_days"`
		Critical    int
		Responsible *string
		Deadline    *string
		Slack       *int `json:"slack_days"`
	}
	if err := json.Unmarshal([]byte(d.ok("schedule", "@a.portfel", "МК-26", "--json")), &rows); err != nil {
		t.Fatal(err)
	}
	last := rows[len(rows)-1]
	if len(rows) != 10 || rows[1].Duration != 5 || rows[1].Responsible == nil || last.Responsible != nil || last.Deadline == nil || *last.Slack != 1 {
		t.Errorf("%+v", rows)
	}
	if out := d.ok("search", "@a.portfel", "нетакого", "--json"); out != "[]\n" {
		t.Errorf("no rows: %q", out)
	}
}

func TestTheCalendarIsWrittenWithItsTable(t *testing.T) {
	d := newDesk(t)
	d.ok("new", "@s.portfel", "--demo")
	d.says(0, "", "", "export", "@s.portfel", "@k.ics", "--layers", "trips,legs,deadlines", "--table", "@k.tsv", "--lang", "ru")
	ics, err := os.ReadFile(d.path("k.ics"))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"BEGIN:VCALENDAR\r\n", "DTSTART;VALUE=DATE:20261130\r\n", "DTEND;VALUE=DATE:20261205\r\n", "DTSTART;TZID=Asia/Yekaterinburg:20261204T214000\r\n"} {
		if !strings.Contains(string(ics), want) {
			t.Errorf("no %q in the calendar", want)
		}
	}
	tsv, err := os.ReadFile(d.path("k.tsv"))
	if err != nil || !strings.HasPrefix(string(tsv), "UID\tCOMP\tKIND\tSTART\tEND\tINSTANCES\tSTATUS\tSUMMARY\n") ||
		!strings.Contains(string(tsv), "\tVEVENT\tDATE\t2026-11-30\t2026-12-05\t2026-11-30\tCONFIRMED\tКомандировка: Екатеринбург — АО «Медный Кряж»\n") {
		t.Errorf("table, %v:\n%s", err, tsv)
	}
	if left, _ := filepath.Glob(d.path(".portfel-*")); len(left) != 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestTheChosenCalendarFollowsACommand(t *testing.T) {
	d := story1Desk(t)
	f, err := sqlite.Open(d.path("a.portfel"), command.Options(fixedNow))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.Do(command.SetAutoICS{Path: d.path("auto.ics")}); err != nil {
		t.Fatal(err)
	}
	f.Close()
	d.ok(importStory1...)
	b, err := os.ReadFile(d.path("auto.ics"))
	if err != nil || !strings.Contains(string(b), "DTSTART;VALUE=DATE:20261130") {
		t.Errorf("%v\n%s", err, b)
	}
}

func TestAScreenIsDrawn(t *testing.T) {
	d := newDesk(t)
	d.ok("new", "@s.portfel", "--demo")
	d.says(2, "", "portfel: Экрана «нет» нет. Есть: "+strings.Join(rooms(), " ")+"\n", "shot", "@s.portfel", "нет", "@o.png")
	d.ok("shot", "@s.portfel", rooms()[0], "@o.png", "--size", "800x600", "--theme", "dark")
	b, err := os.ReadFile(d.path("o.png"))
	if err != nil || !strings.HasPrefix(string(b), "\x89PNG") {
		t.Errorf("%v, %d bytes", err, len(b))
	}
}

func TestVersionIsThatOfTheBundle(t *testing.T) {
	b, err := os.ReadFile(filepath.Join("..", "..", "FyneApp.toml"))
	if err != nil || !strings.Contains(string(b), "Version = \""+Version+"\"") {
		t.Errorf("FyneApp.toml says another version than %s, %v", Version, err)
	}
	d := newDesk(t)
	if out := d.ok("version"); !strings.HasPrefix(out, "portfel "+Version+"\t") {
		t.Errorf("%q", out)
	}
}

func TestWhatTheWindowKeeps(t *testing.T) {
	for line, want := range map[string]bool{"": false, "--demo": false, "a.portfel": false, "new x": true, "help": true, "--version": true, "plans": true} {
		if got := Wants(strings.Fields(line)); got != want {
			t.Errorf("%q: %v", line, got)
		}
	}
}
