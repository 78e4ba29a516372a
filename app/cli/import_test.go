package cli

import (
	"database/sql"
	"strings"
	"testing"
	"unicode/utf16"
)

// past writes into a closed file past the program.
func (d *desk) past(name, statement string) {
	d.t.Helper()
	db, err := sql.Open("sqlite", "file:"+d.path(name))
	if err != nil {
		d.t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec(statement); err != nil {
		d.t.Fatal(err)
	}
}

// What was not written is not said to have been.
func TestAnImportThatCannotBeWrittenSaysNothingOfRecords(t *testing.T) {
	d := story1Desk(t)
	d.past("a.portfel", "CREATE TRIGGER no_room BEFORE INSERT ON task BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END")
	d.says(3, "", "portfel: a.portfel: на диске нет места. Освободите место и повторите; записанное раньше цело.\n", importStory1...)
	d.write("m.ics", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1@x\r\nDTSTART:20261208T070000Z\r\nSUMMARY:Встреча\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")
	d.past("a.portfel", "CREATE TRIGGER no_event BEFORE INSERT ON event BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END")
	d.says(3, "", "portfel: a.portfel: на диске нет места. Освободите место и повторите; записанное раньше цело.\n", "import", "@a.portfel", "@m.ics")
}

func TestWrongLettersAreRefused(t *testing.T) {
	d := newDesk(t)
	d.ok("new", "@a.portfel")
	torn := "\xff\xfe"
	for _, u := range utf16.Encode([]rune("id,name\n1,A\n")) {
		torn += string([]byte{byte(u), byte(u >> 8)})
	}
	for name, text := range map[string]string{
		"обе.csv":    "id,name,duration_days\n1,\xcf\xf0\xe8\xe2\xe5\xf2,2\n2,Мир,2\n",
		"чужие.csv":  "id,name,duration_days\n1,A\xff\xfe\x80,2\n",
		"обрыв.csv":  torn + "\n",
		"битая.csv":  "id,name,duration_days\n1,Опись форм \xff,1\n",
		"пустая.csv": "id,parent,name,duration_days\n",
	} {
		d.write(name, text)
		out, errs, code := d.run("import", "@a.portfel", "@"+name)
		if code != 1 || out != "" || !strings.HasPrefix(errs, "portfel: "+name+": В ") {
			t.Errorf("%s: exit %d\n%s%s", name, code, out, errs)
		}
	}
	d.says(0, "moment\tstep\tkind\tname\tfield\told\tnew\n", "", "history", "@a.portfel")
}

// calendarOfThree is a trip, a meeting with a broken letter, and a meeting.
const calendarOfThree = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" +
	"BEGIN:VEVENT\r\nUID:t@x\r\nDTSTART;VALUE=DATE:20261207\r\nDTEND;VALUE=DATE:20261210\r\nSUMMARY:Командировка: Тверь\r\nLOCATION:Тверь\r\nEND:VEVENT\r\n" +
	"BEGIN:VEVENT\r\nUID:a@x\r\nDTSTART:20261201T100000Z\r\nSUMMARY:Вс\xfeтреча\r\nEND:VEVENT\r\n" +
	"BEGIN:VEVENT\r\nUID:b@x\r\nDTSTART:20261202T100000Z\r\nSUMMARY:Обед\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"

func TestACalendarWithARefusedItem(t *testing.T) {
	d := newDesk(t)
	d.ok("new", "@a.portfel")
	d.write("k.ics", calendarOfThree)
	refused := "refused\tevent\tВс?треча\tстрока 13: В поле SUMMARY испорчены буквы. Выгрузите файл ещё раз в UTF-8.\n"
	d.says(1, "added\ttrip\tТверь\t-\nadded\tevent\tОбед\t-\n"+refused,
		"portfel: k.ics: нельзя принять 1 запись, причина стоит в её строке. Исправьте файл до импорта.\n", "import", "@a.portfel", "@k.ics", "--dry-run")
	d.says(1, "added\ttrip\tТверь\t-\nadded\tevent\tОбед\t-\n"+refused,
		"portfel: k.ics: не принята 1 запись, причина стоит в её строке. Исправьте файл и повторите импорт: принятое второй раз не добавится.\n", "import", "@a.portfel", "@k.ics")
	d.says(1, "same\ttrip\tТверь\t-\nsame\tevent\tОбед\t-\n"+refused,
		"portfel: k.ics: не принята 1 запись, причина стоит в её строке. Исправьте файл и повторите импорт: принятое второй раз не добавится.\n", "import", "@a.portfel", "@k.ics")
}

func TestWhatOtherFilesAreCalled(t *testing.T) {
	d := newDesk(t)
	d.ok("new", "@a.portfel")
	for _, c := range []struct {
		file, text string
		code       int
		errs       string
	}{
		{"с.ics", "<html></html>", 1, "с.ics: Это не файл календаря: в нём нет строки BEGIN:VCALENDAR."},
		{"с.csv", "<!doctype html>\n<html></html>", 2, "с.csv: импорта «HTML» в этой версии нет. Есть планы CSV, XLSX и MS Project, списки людей, отсутствий и командировок, календари .ics."},
		{"о.csv", "person,kind,from,to\n", 1, "о.csv: В файле есть заголовок, но нет ни одной записи."},
		{"л.csv", "person,position\n", 1, "л.csv: В файле есть заголовок, но нет ни одной записи."},
	} {
		d.write(c.file, c.text)
		d.says(c.code, "", "portfel: "+c.errs+"\n", "import", "@a.portfel", "@"+c.file)
	}
}

// Names of links, shares, absences and plans, and of what undo took away.
func TestTheHistoryNamesWhatIsGone(t *testing.T) {
	d := story1Desk(t)
	d.ok(importStory1...)
	d.ok("undo", "@a.portfel")
	kinds := map[string]bool{}
	for _, line := range strings.Split(strings.TrimSpace(d.ok("history", "@a.portfel")), "\n")[1:] {
		cells := strings.Split(line, "\t")
		kinds[cells[2]] = true
		if cells[3] == "-" {
			t.Errorf("without a name: %s", line)
		}
		for _, v := range cells[5:] {
			if strings.HasSuffix(cells[4], "_id") && len(v) == 36 && strings.Count(v, "-") == 4 {
				t.Errorf("an id in place of a name: %s", line)
			}
		}
	}
	for _, k := range []string{"project", "plan", "task", "dependency", "assignment", "person"} {
		if !kinds[k] {
			t.Errorf("no %s in the history", k)
		}
	}
}
