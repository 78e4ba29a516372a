package journey

import (
	"os"
	"strings"
	"testing"
	"time"
	_ "time/tzdata" // the journeys read zones by themselves
)

// item is an event of an exported calendar, read with nothing of the program:
// property names with their parameters, and values.
type item map[string]string

// value is that of a property whatever its parameters.
func (i item) value(name string) string {
	for k, v := range i {
		if k == name || strings.HasPrefix(k, name+";") {
			return v
		}
	}
	return ""
}

// utc is a moment of an event, by its TZID.
func (i item) utc(t *testing.T, name string) string {
	t.Helper()
	for k, v := range i {
		zone, ok := strings.CutPrefix(k, name+";TZID=")
		if !ok {
			continue
		}
		l, err := time.LoadLocation(zone)
		if err != nil {
			t.Fatal(err)
		}
		m, err := time.ParseInLocation("20060102T150405", v, l)
		if err != nil {
			t.Fatal(err)
		}
		return m.UTC().Format("2006-01-02 15:04")
	}
	return ""
}

// events reads an exported file by SUMMARY.
func events(t *testing.T, path string) map[string]item {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]item{}
	var now item
	for _, line := range strings.Split(strings.ReplaceAll(string(b), "\r\n ", ""), "\r\n") {
		name, value, _ := strings.Cut(line, ":")
		switch {
		case line == "BEGIN:VEVENT":
			now = item{}
		case line == "END:VEVENT":
			out[now["SUMMARY"]] = now
			now = nil
		case now != nil && now[name] == "":
			now[name] = strings.ReplaceAll(value, `\,`, ",")
		}
	}
	for _, line := range strings.Split(string(b), "\r\n") {
		if len(line) > 75 {
			t.Errorf("a line of %d octets: %s", len(line), line)
		}
	}
	return out
}

// export writes the calendar by the dialog and reads it.
func (p *person) export(path string, onlyChanged bool) map[string]item {
	p.t.Helper()
	os.Remove(path)
	p.does("календарь в файл")
	keys := []string{"Tab", "Tab", "Tab", "Tab"}
	if onlyChanged {
		keys = append(keys, "space")
	}
	p.press(append(keys, "Tab", "Return")...)
	until(p.t, path+" is written", func() bool { _, err := os.Stat(path); return err == nil })
	settled(p.t)
	return events(p.t, path)
}

// newTrip makes the journey of story 4 by its dialog and two legs by theirs.
func (p *person) newTrip() {
	p.t.Helper()
	p.room("Командировки")
	changed(p.t, "the dialog", func() { p.press("ctrl+n") })
	p.press("Tab", "Tab", "Tab")
	p.write("Екатеринбург")
	p.press("Tab", "Tab")
	changed(p.t, "the project", func() { p.write("МК") })
	changed(p.t, "the choice", func() { p.press("Return") })
	p.press("Tab")
	p.write("30.11-4.12")
	p.press("Tab", "Tab")
	p.write("интервью с ЦФО, этап 1")
	changed(p.t, "the trip", func() { p.press("Return") })
	for _, leg := range [][2]string{{"06:35", "11:05"}, {"21:40", "22:15"}} {
		p.does("добавить переезд") // from Moscow to the place, and back: the days and zones are proposed
		p.write(leg[0])
		p.press("Tab", "Tab", "Tab", "Tab")
		p.write(leg[1])
		changed(p.t, "the leg", func() { p.press("Return") })
	}
	p.finds("2026-12-04\t21:40\tAsia/Yekaterinburg\tleg", "agenda", p.file, "2026-11-30", "2026-12-05")
}

// next presses the primary button of the trip.
func (p *person) next() {
	p.t.Helper()
	changed(p.t, "the next state", func() { p.click(1000, 165) })
}

// Where the calendar goes unless another place is typed.
func (p *person) ics() string { return p.home + "/Documents/portfel.ics" }

func TestATripMadeByHandIsExportedMovedAndCancelled(t *testing.T) {
	p := settledIn(t)
	p.newProject()
	p.newTrip()
	p.next()
	p.next()
	changed(t, "the dialog", func() { p.press("ctrl+n") })
	p.write("местная ср 14-17 Медный Кряж подписание акта")
	changed(t, "the local trip", func() { p.press("Return") })
	p.finds("2026-11-25\t14:00", "agenda", p.file, "2026-11-25", "2026-11-25")

	const trip = "Командировка: Екатеринбург — АО Медный Кряж"
	first := p.export(p.ics(), false)
	e := first[trip]
	if e["DTSTART;VALUE=DATE"] != "20261130" || e["DTEND;VALUE=DATE"] != "20261205" || e["STATUS"] != "CONFIRMED" || e.value("SEQUENCE") != "0" {
		t.Errorf("the trip: %v, of %v", e, first)
	}
	var there, back item
	for name, x := range first {
		if x.utc(t, "DTSTART") == "2026-11-30 03:35" && x.utc(t, "DTEND") == "2026-11-30 06:05" {
			there = x
		}
		if x.utc(t, "DTSTART") == "2026-12-04 16:40" && x.utc(t, "DTEND") == "2026-12-04 19:15" {
			back = x
		}
		if strings.Contains(name, "Авансовый отчёт") && x["DTSTART;VALUE=DATE"] != "20261209" {
			t.Errorf("the report is due on %s", x["DTSTART;VALUE=DATE"])
		}
	}
	if there == nil || back == nil {
		t.Errorf("no legs at their instants: %v", first)
	}

	changed(t, "the journey", func() { p.click(300, 195) }) // the later of the two stands first
	p.moved(trip, e, first)
	p.cancelled(trip, e)
	p.sound()
}

// moved moves the trip by a day: the same UID, a higher SEQUENCE, and nothing of
// the local trip in the file.
func (p *person) moved(trip string, was item, first map[string]item) {
	t := p.t
	t.Helper()
	p.does("перенести")
	p.fill("01.12.2026")
	changed(t, "the move", func() { p.press("shift+Tab", "Return") })
	p.finds("2026-12-05\t21:40", "agenda", p.file, "2026-12-05", "2026-12-05")
	changes := p.export(p.ics(), true)
	e := changes[trip]
	if e["DTSTART;VALUE=DATE"] != "20261201" || e["DTEND;VALUE=DATE"] != "20261206" || e["UID"] != was["UID"] || e["SEQUENCE"] <= was["SEQUENCE"] {
		t.Errorf("moved: %v", e)
	}
	if len(changes) >= len(first) {
		t.Errorf("all of the calendar is in the file of changes: %d of %d", len(changes), len(first))
	}
	for name := range changes {
		if strings.Contains(name, "подписание акта") {
			t.Errorf("%s did not change", name)
		}
	}
}

// cancelled cancels the trip by its menu.
func (p *person) cancelled(trip string, was item) {
	t := p.t
	t.Helper()
	changed(t, "the menu", func() { p.click(884, 165) })
	changed(t, "the question", func() { p.press("Down", "Down", "Return") })
	p.write("клиент перенёс встречи")
	changed(t, "the cancellation", func() { p.press("Return") })
	e := p.export(p.ics(), true)[trip]
	if e["STATUS"] != "CANCELLED" || e["UID"] != was["UID"] || e["SEQUENCE"] < "2" {
		t.Errorf("cancelled: %v", e)
	}
}
