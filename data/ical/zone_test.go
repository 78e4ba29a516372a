package ical

import (
	"strings"
	"testing"
	"time"

	"portfel/data"
)

// fileOffset reads the offset of a wall time out of the file's own VTIMEZONE,
// as readers without zone data of their own do: the block that began last.
func fileOffset(t *testing.T, ics, zone string) func(wall time.Time) int {
	t.Helper()
	src, err := newSource([]byte(ics))
	if err != nil {
		t.Fatal(err)
	}
	parts, err := scan(src)
	if err != nil {
		t.Fatal(err)
	}
	d := decoder{zones: map[string]*fileZone{}}
	for _, p := range parts {
		if p.name == "VTIMEZONE" {
			d.addZone(p)
		}
	}
	z := d.zones[zone]
	if z == nil || len(z.blocks) == 0 {
		t.Fatalf("no VTIMEZONE %s in\n%s", zone, ics)
	}
	return func(wall time.Time) int {
		return z.offset(data.Moment{Day: data.DateOf(wall), Min: wall.Hour()*60 + wall.Minute()})
	}
}

var zonesOfTest = []string{"Europe/Moscow", "Asia/Yekaterinburg", "Europe/Volgograd", "Asia/Almaty", "Europe/Berlin", "Europe/Dublin",
	"America/New_York", "America/St_Johns", "Asia/Kolkata", "Asia/Kathmandu", "Australia/Lord_Howe", "Africa/Casablanca",
	"Asia/Jerusalem", "Africa/Cairo", "America/Santiago", "Pacific/Apia", "Pacific/Chatham", "Asia/Pyongyang", "Etc/GMT-3"}

func TestZonesAreRightAtEveryHourOfTheYearsUsed(t *testing.T) {
	for _, zone := range zonesOfTest {
		rows := []data.AgendaRow{
			meeting(1, "первая", "2009-01-05T10:00 "+zone, "2009-01-05T11:00 "+zone),
			meeting(2, "последняя", "2029-12-20T10:00 "+zone, "2029-12-20T11:00 "+zone),
		}
		ics, _ := export(t, rows, mine())
		checkHours(t, ics, zone, "2009-01-05", "2029-12-20")
	}
}

func TestZonesBehindAnOpenSeries(t *testing.T) {
	for _, zone := range zonesOfTest {
		r := meeting(1, "серия", "2026-03-02T10:00 "+zone, "2026-03-02T11:00 "+zone)
		r.Kind, r.Rule = data.AgendaSeries, "FREQ=WEEKLY"
		ics, _ := export(t, []data.AgendaRow{r}, mine())
		checkHours(t, ics, zone, "2026-03-02", "2054-12-31")
		if n := strings.Count(ics, "\n"); n > 700 {
			t.Errorf("%s: %d lines", zone, n)
		}
	}
}

// checkHours compares every seventh hour, so that all hours of a day come by, but those around a change, where a wall time
// is not one instant.
func checkHours(t *testing.T, ics, zone, from, to string) {
	t.Helper()
	loc, offset := location(zone), fileOffset(t, ics, zone)
	for u := day(from).Time(); u.Before(day(to).Time()); u = u.Add(7 * time.Hour) {
		local := u.In(loc)
		_, want := local.Zone()
		_, before := u.Add(-4 * time.Hour).In(loc).Zone()
		_, after := u.Add(4 * time.Hour).In(loc).Zone()
		if before != after {
			continue
		}
		if got := offset(u.Add(time.Duration(want) * time.Second)); got != want {
			t.Fatalf("%s at %v: file %d, zone data %d\n%s", zone, local, got, want, ics)
		}
	}
}

func TestWallTimesAroundAChange(t *testing.T) {
	for wall, want := range map[string]string{
		"2026-03-29T01:30 Europe/Berlin":    "2026-03-29T00:30:00Z",
		"2026-03-29T02:30 Europe/Berlin":    "2026-03-29T01:30:00Z", // skipped: the offset before
		"2026-03-29T03:30 Europe/Berlin":    "2026-03-29T01:30:00Z",
		"2026-10-25T02:30 Europe/Berlin":    "2026-10-25T00:30:00Z", // twice: the first
		"2026-10-25T03:30 Europe/Berlin":    "2026-10-25T02:30:00Z",
		"2026-03-08T02:30 America/New_York": "2026-03-08T07:30:00Z",
		"2026-11-01T01:30 America/New_York": "2026-11-01T05:30:00Z",
		"2026-11-30T06:35 Europe/Moscow":    "2026-11-30T03:35:00Z",
		"2011-12-31T10:00 Pacific/Apia":     "2011-12-30T20:00:00Z", // the day after the skipped 30th
	} {
		if got := instant(at0(wall)).UTC().Format(time.RFC3339); got != want {
			t.Errorf("%s: %s, want %s", wall, got, want)
		}
	}
	if got := onClock(at0("2026-03-29T02:30 Europe/Berlin")); got != at0("2026-03-29T03:30 Europe/Berlin") {
		t.Error(got)
	}
}

func TestUTCAndUnknownZones(t *testing.T) {
	r := meeting(1, "по UTC", "2026-12-01T10:00 UTC", "2026-12-01T11:00 UTC")
	got, _ := export(t, []data.AgendaRow{r}, mine())
	if !strings.Contains(got, "DTSTART:20261201T100000Z\r\n") || strings.Contains(got, "VTIMEZONE") {
		t.Error(got)
	}
	r.Starts.Zone, r.Ends.Zone = "Local", ""
	got, _ = export(t, []data.AgendaRow{r}, mine())
	if !strings.Contains(got, "DTSTART;TZID=Europe/Moscow:20261201T100000\r\n") || strings.Contains(got, "Local") {
		t.Error(got)
	}
}

func TestWindowsZonesExist(t *testing.T) {
	for name, zone := range windowsZones {
		if _, err := data.Location(zone); err != nil || name != strings.ToLower(name) {
			t.Errorf("%q: %s: %v", name, zone, err)
		}
	}
}
