package cli

import (
	"os"
	"strings"
	"testing"

	"portfel/data"
	"portfel/data/command"
	"portfel/data/sqlite"
)

// sampleDesk is a copy of the sample file.
func sampleDesk(t *testing.T) *desk {
	d := newDesk(t)
	d.ok("new", "@s.portfel", "--demo")
	return d
}

func (d *desk) read(name string) string {
	d.t.Helper()
	b, err := os.ReadFile(d.path(name))
	if err != nil {
		d.t.Fatal(err)
	}
	return string(b)
}

// change runs a command past the command line.
func (d *desk) change(name string, c sqlite.Command) {
	d.t.Helper()
	f, err := sqlite.Open(d.path(name), command.Options(fixedNow))
	if err != nil {
		d.t.Fatal(err)
	}
	defer f.Close()
	if _, err := f.Do(c); err != nil {
		d.t.Fatal(err)
	}
}

func TestOnlyWhatChangedWhenNothingDid(t *testing.T) {
	d := sampleDesk(t)
	d.ok("export", "@s.portfel", "@k.ics")
	// The calendar of a colleague leaves mine as it is.
	d.ok("export", "@s.portfel", "@la.ics", "--who", "Ласточкин")
	if la := d.read("la.ics"); strings.Contains(la, "CANCELLED") || strings.Contains(la, "SEQUENCE:1") || !strings.Contains(la, "BEGIN:VEVENT") {
		t.Error("the calendar of a colleague takes back what it never held")
	}
	d.says(0, "", "portfel: k.ics: с прошлой выгрузки этого календаря ничего не изменилось.\n", "export", "@s.portfel", "@k.ics", "--changed")
	k := d.read("k.ics")
	d.ok("export", "@s.portfel", "@e.ics", "--lang", "en")
	d.says(0, "", "portfel: e.ics: nothing has changed since the last export of this calendar.\n", "export", "@s.portfel", "@e.ics", "--changed", "--lang", "en")
	if strings.Contains(k, "VTIMEZONE") || strings.Contains(k, "VEVENT") || !strings.HasPrefix(k, "BEGIN:VCALENDAR\r\n") || !strings.HasSuffix(k, "END:VCALENDAR\r\n") {
		t.Errorf("a calendar of nothing:\n%s", k)
	}
}

func TestTheAutomaticCalendarLeavesChangesToTheHand(t *testing.T) {
	d := sampleDesk(t)
	d.change("s.portfel", command.SetAutoICS{Path: d.path("auto.ics")})
	d.ok("export", "@s.portfel", "@k.ics")
	trip := data.ShippedID[data.Trip]("sample:trip.copper")
	d.change("s.portfel", command.ShiftTrip{TripID: trip, Days: 1})
	d.write("m.ics", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1@x\r\nDTSTART:20261208T070000Z\r\nDTEND:20261208T080000Z\r\nSUMMARY:Встреча\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")
	d.ok("import", "@s.portfel", "@m.ics") // the automatic file follows
	if !strings.Contains(d.read("auto.ics"), "DTSTART;VALUE=DATE:20261201") {
		t.Error("the automatic file does not show the move")
	}
	d.ok("export", "@s.portfel", "@k.ics", "--changed")
	if !strings.Contains(d.read("k.ics"), "DTSTART;VALUE=DATE:20261201\r\n") {
		t.Error("the automatic file used up the change")
	}
}

func TestLayersThatNameNothing(t *testing.T) {
	d := sampleDesk(t)
	for _, list := range []string{"", ",", " , "} {
		d.says(2, "", "portfel: --layers: «"+list+"» не подходит. Есть: trips legs deadlines meetings tasks milestones absences mentoring documents\n",
			"export", "@s.portfel", "@o.ics", "--layers", list)
	}
}

func TestAPlaceThatCannotBeWrittenIsNamed(t *testing.T) {
	d := sampleDesk(t)
	d.says(3, "", "portfel: нет/o.ics: записать не удалось (такой папки нет). Проверьте папку, права и место на диске.\n", "export", "@s.portfel", "@нет/o.ics")
	d.says(3, "", "portfel: нет/o.png: записать не удалось (такой папки нет). Проверьте папку, права и место на диске.\n", "shot", "@s.portfel", "trips", "@нет/o.png", "--size", "800x300")
	if err := os.Mkdir(d.path("папка.ics"), 0o700); err != nil {
		t.Fatal(err)
	}
	d.says(3, "", "portfel: папка.ics: записать не удалось (это папка). Проверьте папку, права и место на диске.\n", "export", "@s.portfel", "@папка.ics")
}
