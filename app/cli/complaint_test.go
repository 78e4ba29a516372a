package cli

import (
	"strings"
	"testing"

	"portfel/data/command"
)

const meetingFile = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1@x\r\nDTSTART:20261208T070000Z\r\nDTEND:20261208T080000Z\r\nSUMMARY:Встреча\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"

// A change is kept when the calendar that follows it cannot be written; both are
// said, with the name of each file.
func TestAnAutomaticCalendarThatCannotBeWritten(t *testing.T) {
	d := sampleDesk(t)
	d.change("s.portfel", command.SetAutoICS{Path: d.path("нет/a.ics")})
	d.write("m.ics", meetingFile)
	sorry := "portfel: s.portfel: изменение сохранено, но автоматический календарь прежний. нет/a.ics: записать не удалось (такой папки нет). Проверьте папку, права и место на диске.\n"
	d.says(3, "added\tevent\tВстреча\t-\n", sorry, "import", "@s.portfel", "@m.ics")
	d.says(0, "same\tevent\tВстреча\t-\n", "", "import", "@s.portfel", "@m.ics")
	d.says(3, "Отменено: загрузка календаря: m.ics\n", sorry, "undo", "@s.portfel")
	d.says(3, "added\tevent\tВстреча\t-\n", "portfel: s.portfel: the change is kept, but the automatic calendar is the old one. "+
		"нет/a.ics: could not be written (there is no such folder). Check the folder, the permissions and the space on the disk.\n", "import", "@s.portfel", "@m.ics", "--lang", "en")
}

// Refused rows and a calendar that was not written are told both.
func TestTwoThingsThatWentWrong(t *testing.T) {
	d := sampleDesk(t)
	d.change("s.portfel", command.SetAutoICS{Path: d.path("нет/a.ics")})
	d.write("k.ics", calendarOfThree)
	_, errs, code := d.run("import", "@s.portfel", "@k.ics")
	if code != 3 || strings.Count(errs, "\n") != 2 || !strings.Contains(errs, "k.ics: не принята 1 запись") || !strings.Contains(errs, "нет/a.ics: записать не удалось") {
		t.Errorf("exit %d\n%s", code, errs)
	}
}

// The automatic calendar speaks the language of the file, whatever language a
// command is asked in: else all of it is told as changed.
func TestTheAutomaticCalendarKeepsItsLanguage(t *testing.T) {
	for lang, want := range map[string]string{"ru": "SUMMARY:Командировка: Екатеринбург", "en": "SUMMARY:Trip: Екатеринбург", "": "SUMMARY:Командировка: Екатеринбург"} {
		d := sampleDesk(t)
		if lang != "" {
			d.change("s.portfel", command.Set{Code: "language", Value: lang})
		}
		d.change("s.portfel", command.SetAutoICS{Path: d.path("auto.ics")})
		d.write("m.ics", meetingFile)
		for _, asked := range []string{"ru", "en"} {
			d.ok("import", "@s.portfel", "@m.ics", "--lang", asked)
			if text := strings.ReplaceAll(d.read("auto.ics"), "\r\n ", ""); !strings.Contains(text, want) {
				t.Errorf("a file in %q, a command in %q: no %q", lang, asked, want)
			}
			d.ok("undo", "@s.portfel", "--lang", asked)
		}
	}
}

func TestHelpOfOneCommand(t *testing.T) {
	d := newDesk(t)
	d.says(0, "portfel new FILE [--demo]\n    создать пустой файл или файл с демонстрационными записями\n", "", "help", "new")
	d.says(0, d.ok("help", "new"), "", "new", "--help")
	d.says(2, "", "portfel: Команды «bogus» нет. Список команд: portfel help\n", "help", "bogus")
	d.says(2, "", "portfel: Команды «backup» в этой версии ещё нет. Список команд: portfel help\n", "help", "backup")
	d.says(2, "", "portfel: Так не вызывают. Нужно: portfel help [COMMAND]\n", "help", "new", "import")
	all := d.ok("help")
	if all != d.ok("--help") || !strings.Contains(all, d.ok("help", "new")) || !strings.Contains(all, d.ok("help", "help")) {
		t.Errorf("help:\n%s", all)
	}
}

func TestFlagsThatASourceCannotUse(t *testing.T) {
	d := newDesk(t)
	d.ok("new", "@a.portfel")
	d.write("m.ics", meetingFile)
	for _, flag := range []string{"project", "start"} {
		d.says(2, "", "portfel: Ключ --"+flag+" здесь не действует: iCalendar (.ics) загружается без него. Уберите ключ.\n", "import", "@a.portfel", "@m.ics", "--"+flag, "2026-12-01")
	}
	d.says(2, "", "portfel: Ключа --project у этой команды нет. Нужно: portfel help [COMMAND]\n", "help", "new", "--project", "x")
	d.says(0, "moment\tstep\tkind\tname\tfield\told\tnew\n", "", "history", "@a.portfel")
}

// The table of Excel with its line «sep=;».
func TestASourceThatNamesItsSeparator(t *testing.T) {
	d := newDesk(t)
	d.ok("new", "@a.portfel")
	d.write("p.csv", "sep=;\r\nid;name;duration_days\r\n1;Опись форм, часть 1;3\r\n")
	d.says(0, "added\tproject\tp\t-\nadded\ttask\tОпись форм, часть 1\t-\n", "", "import", "@a.portfel", "@p.csv")
}
