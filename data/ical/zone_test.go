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

// The hour that a clock shows twice: readers differ in which one they take from
// the zone, so it is written as an instant. 1.11.2026 01:30 in New York is first
// 05:30 UTC (summer time), then 06:30.
func TestARepeatedHourIsWrittenInUTC(t *testing.T) {
	for _, x := range []struct{ from, to, start, end string }{
		{"2026-11-01T01:30 America/New_York", "2026-11-01T02:30 America/New_York", "DTSTART:20261101T053000Z", "DTEND;TZID=America/New_York:20261101T023000"},
		{"2026-11-01T00:30 America/New_York", "2026-11-01T01:00 America/New_York", "DTSTART;TZID=America/New_York:20261101T003000", "DTEND:20261101T050000Z"},
		{"2026-11-01T02:00 America/New_York", "2026-11-01T03:00 America/New_York", "DTSTART;TZID=America/New_York:20261101T020000", "DTEND;TZID=America/New_York:20261101T030000"},
		{"2026-04-05T01:45 Australia/Lord_Howe", "2026-04-05T04:00 Australia/Lord_Howe", "DTSTART:20260404T144500Z", "DTEND;TZID=Australia/Lord_Howe:20260405T040000"}, // half an hour back, from +11 to +10:30
		{"2026-03-29T02:30 Europe/Berlin", "2026-03-29T04:00 Europe/Berlin", "DTSTART;TZID=Europe/Berlin:20260329T033000", "DTEND;TZID=Europe/Berlin:20260329T040000"}, // skipped, not repeated
	} {
		got, p := export(t, []data.AgendaRow{meeting(1, "Звонок", x.from, x.to)}, mine())
		if !strings.Contains(got, x.start+"\r\n") || !strings.Contains(got, x.end+"\r\n") {
			t.Errorf("%s … %s:\n%s", x.from, x.to, got)
		}
		if want := instant(at0(x.to)).UTC().Format(time.RFC3339); p.Write[0].cells()[4] != want {
			t.Errorf("the table says the end is %s, want %s", p.Write[0].cells()[4], want)
		}
	}
}

// A series leaves out the day on which its hour occurs twice, and that day stands
// beside it in UTC: 01:30 in New York is first 05:30 UTC on 1.11.2026 and 7.11.2027.
func TestASeriesInAnOddHour(t *testing.T) {
	r := weekly()
	r.MentoringID, r.Layer = data.ID[data.Mentoring]{}, data.LayerMeetings
	r.Rule, r.DaysOff, r.UntilOn = "FREQ=WEEKLY", data.DaysOffKeep, day("2027-11-30")
	r.Starts, r.Ends = at0("2026-10-25T01:30 America/New_York"), at0("2026-10-25T02:30 America/New_York")
	got, p := export(t, []data.AgendaRow{r}, mine())
	if len(p.Write) != 3 || !strings.Contains(got, "EXDATE;TZID=America/New_York:20261101T013000\r\nEXDATE;TZID=America/New_York:20271107T013000\r\n") {
		t.Fatalf("%d items\n%s", len(p.Write), got)
	}
	for part, want := range map[string]string{"2026-11-01": "2026-11-01T05:30:00Z 2026-11-01T07:30:00Z", "2027-11-07": "2027-11-07T05:30:00Z 2027-11-07T07:30:00Z"} {
		alone := find(t, p.Write, key(20, part))
		if start, end := alone.bounds(); start+" "+end != want || alone.Rule != "" || alone.Summary != r.Title {
			t.Errorf("%s: %s %s %s", part, start, end, alone.Summary)
		}
	}
	// 14.3.2027 02:30 is passed over in New York: 03:30 of summer time, 07:30 UTC.
	gap := r
	gap.Starts, gap.Ends = at0("2027-03-07T02:30 America/New_York"), at0("2027-03-07T04:30 America/New_York")
	gap.UntilOn = day("2027-03-31")
	got, p = export(t, []data.AgendaRow{gap}, mine())
	if start, _ := find(t, p.Write, key(20, "2027-03-14")).bounds(); len(p.Write) != 2 || start != "2027-03-14T07:30:00Z" || !strings.Contains(got, "EXDATE;TZID=America/New_York:20270314T023000\r\n") {
		t.Errorf("passed over: %s\n%s", start, got)
	}
	// A series does not begin on such a day, a touched day stays what it is, and other series are left alone.
	r.Starts.Day, r.Ends.Day = day("2026-11-01"), day("2026-11-01")
	touched := moved()
	touched.OriginalOn, touched.MentoringID, touched.Layer = day("2027-11-07"), r.MentoringID, r.Layer
	got, p = export(t, []data.AgendaRow{r, touched}, mine())
	if len(p.Write) != 3 || !strings.Contains(got, "DTSTART;TZID=America/New_York:20261108T013000\r\n") || strings.Contains(got, "EXDATE") ||
		!strings.Contains(got, "RECURRENCE-ID;TZID=America/New_York:20271107T013000\r\n") || find(t, p.Write, key(20, "2026-11-01")).Starts.Zone != "UTC" {
		t.Error(got)
	}
	for _, clock := range []string{"10:00 America/New_York", "00:30 America/New_York", "01:30 Europe/Moscow", "01:30 UTC"} {
		r.Starts, r.Ends = at0("2026-10-25T"+clock), at0("2026-10-25T"+clock)
		if got, p := export(t, []data.AgendaRow{r}, mine()); len(p.Write) != 1 || strings.Contains(got, "EXDATE") {
			t.Errorf("%s:\n%s", clock, got)
		}
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
