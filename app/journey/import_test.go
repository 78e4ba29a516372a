package journey

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// foreign is a calendar of another program: a meeting in its own zone, and a day.
const foreign = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Чужая программа//RU\r\n" +
	"BEGIN:VEVENT\r\nUID:1@чужой\r\nDTSTAMP:20261101T000000Z\r\nDTSTART:20261126T090000Z\r\nDTEND:20261126T100000Z\r\nSUMMARY:Установочная встреча\r\nEND:VEVENT\r\n" +
	"BEGIN:VEVENT\r\nUID:2@чужой\r\nDTSTAMP:20261101T000000Z\r\nDTSTART;VALUE=DATE:20261127\r\nDTEND;VALUE=DATE:20261128\r\nSUMMARY:День отчётности\r\nEND:VEVENT\r\n" +
	"END:VCALENDAR\r\n"

// load goes through file, preview and consent.
func (p *person) load() {
	p.t.Helper()
	p.does("загрузка календаря")
	changed(p.t, "the list of files", func() { p.press("Tab", "Down") })
	changed(p.t, "the preview", func() { p.press("Return") })
	changed(p.t, "the consent", func() { p.press("Tab", "Tab", "Return") })
}

func TestAForeignCalendarIsLoadedOnce(t *testing.T) {
	p := settledIn(t)
	if err := os.WriteFile(filepath.Join(p.home, "Documents", "чужой.ics"), []byte(foreign), 0o644); err != nil {
		t.Fatal(err)
	}
	p.load()
	week := []string{"agenda", p.file, "2026-11-23", "2026-11-29"}
	p.finds("2026-11-26\t12:00\tEurope/Moscow\tevent\tУстановочная встреча", week...)
	agenda := p.must(week...)
	if strings.Count(agenda, "Установочная встреча") != 1 || strings.Count(agenda, "День отчётности") != 1 || !strings.Contains(agenda, "2026-11-27\t-\t-\tevent\tДень отчётности") {
		t.Errorf("loaded:\n%s", agenda)
	}
	history := p.must("history", p.file)
	p.load()
	settled(t)
	if again := p.must(week...); again != agenda {
		t.Errorf("loaded twice:\n%s", again)
	}
	if h := p.must("history", p.file); h != history {
		t.Errorf("the second load left a step: %s", strings.TrimPrefix(h, history))
	}
	p.press("ctrl+z")
	until(t, "the load is taken back", func() bool { return !strings.Contains(p.must(week...), "Установочная") })
}
