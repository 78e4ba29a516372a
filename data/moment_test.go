package data

import (
	"testing"
	"time"
)

func moment(t testing.TB, s string) Moment {
	t.Helper()
	m, err := ParseMoment(s)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// The instants are worked out by hand from the offsets in force: Moscow +3,
// Yekaterinburg +5, Berlin +1 and +2, New York -5 and -4.
func TestAWallTimeIsAnInstantOfItsZone(t *testing.T) {
	for text, want := range map[string]string{
		"2026-11-30T06:35 Europe/Moscow":      "2026-11-30T03:35:00Z",
		"2026-11-30T11:05 Asia/Yekaterinburg": "2026-11-30T06:05:00Z",
		"2026-12-04T21:40 Asia/Yekaterinburg": "2026-12-04T16:40:00Z",
		"2026-12-04T22:15 Europe/Moscow":      "2026-12-04T19:15:00Z",
		"2027-01-01T00:00 Asia/Kamchatka":     "2026-12-31T12:00:00Z",
		"2026-07-01T12:00 Europe/Berlin":      "2026-07-01T10:00:00Z",
		"2026-11-30T12:00 UTC":                "2026-11-30T12:00:00Z",
		"2026-11-30T00:15 Asia/Kathmandu":     "2026-11-29T18:30:00Z",
		"2026-11-30T06:35 Pacific/Kiritimati": "2026-11-29T16:35:00Z",
		"2010-12-01T12:00 Europe/Moscow":      "2010-12-01T09:00:00Z", // winter time of those years
		"2012-12-01T12:00 Europe/Moscow":      "2012-12-01T08:00:00Z", // permanent summer time
	} {
		got, err := moment(t, text).Instant()
		if err != nil || got.UTC().Format(time.RFC3339) != want {
			t.Errorf("%s is %s, %v; want %s", text, got.UTC().Format(time.RFC3339), err, want)
		}
	}
}

// RFC 5545, 3.3.5: an hour that occurs twice is the first one; an hour that is
// skipped is counted with the offset before the change.
func TestSkippedAndRepeatedHours(t *testing.T) {
	for text, want := range map[string]string{
		"2026-03-29T01:59 Europe/Berlin":       "2026-03-29T00:59:00Z",
		"2026-03-29T02:30 Europe/Berlin":       "2026-03-29T01:30:00Z", // skipped: +1, shown as 03:30
		"2026-03-29T03:00 Europe/Berlin":       "2026-03-29T01:00:00Z",
		"2026-10-25T01:59 Europe/Berlin":       "2026-10-24T23:59:00Z",
		"2026-10-25T02:30 Europe/Berlin":       "2026-10-25T00:30:00Z", // twice: summer time first
		"2026-10-25T03:00 Europe/Berlin":       "2026-10-25T02:00:00Z",
		"2026-03-08T02:30 America/New_York":    "2026-03-08T07:30:00Z", // skipped: -5, shown as 03:30
		"2026-11-01T01:30 America/New_York":    "2026-11-01T05:30:00Z", // twice: -4 first
		"2026-11-01T02:00 America/New_York":    "2026-11-01T07:00:00Z",
		"2026-04-05T01:45 Australia/Lord_Howe": "2026-04-04T14:45:00Z", // half an hour twice: +11 first
		"2026-10-04T02:15 Australia/Lord_Howe": "2026-10-03T15:45:00Z", // half an hour skipped: +10:30
		"2011-12-30T12:00 Pacific/Apia":        "2011-12-30T22:00:00Z", // a whole day skipped: -10
		"2011-12-31T00:30 Pacific/Apia":        "2011-12-30T10:30:00Z",
	} {
		got, err := moment(t, text).Instant()
		if err != nil || got.UTC().Format(time.RFC3339) != want {
			t.Errorf("%s is %s, %v; want %s", text, got.UTC().Format(time.RFC3339), err, want)
		}
	}
}

func TestTheSameInstantOnAnotherClock(t *testing.T) {
	for _, c := range []struct{ from, zone, want string }{
		{"2026-12-04T21:40 Asia/Yekaterinburg", "Europe/Moscow", "2026-12-04T19:40 Europe/Moscow"},
		{"2026-12-04T23:30 Europe/Kaliningrad", "Europe/Moscow", "2026-12-05T00:30 Europe/Moscow"},
		{"2026-12-05T01:00 Asia/Vladivostok", "Europe/Moscow", "2026-12-04T18:00 Europe/Moscow"},
		{"2026-03-29T02:30 Europe/Berlin", "Europe/Berlin", "2026-03-29T03:30 Europe/Berlin"},
		{"2026-12-31T23:59 America/New_York", "Asia/Kamchatka", "2027-01-01T16:59 Asia/Kamchatka"},
	} {
		got, err := moment(t, c.from).In(c.zone)
		if err != nil || got.String() != c.want {
			t.Errorf("%s in %s: %s, %v; want %s", c.from, c.zone, got, err, c.want)
		}
	}
	if _, err := moment(t, "2026-12-04T21:40 UTC").In("Mars/Olympus"); err == nil {
		t.Error("a zone of Mars was found")
	}
}

func TestBeforeComparesInstants(t *testing.T) {
	leaves, arrives := moment(t, "2026-12-04T21:40 Asia/Yekaterinburg"), moment(t, "2026-12-04T20:15 Europe/Moscow")
	if !leaves.Before(arrives) || arrives.Before(leaves) || leaves.Before(leaves) {
		t.Error("a flight that lands earlier by the local clock does not land later")
	}
}

func TestMinutesGoOverMidnight(t *testing.T) {
	for _, c := range []struct {
		add  int
		want string
	}{{30, "2026-12-31T23:15 Europe/Moscow"}, {75, "2027-01-01T00:00 Europe/Moscow"}, {1440, "2027-01-01T22:45 Europe/Moscow"},
		{-1365, "2026-12-31T00:00 Europe/Moscow"}, {-1366, "2026-12-30T23:59 Europe/Moscow"}, {0, "2026-12-31T22:45 Europe/Moscow"}} {
		if got := moment(t, "2026-12-31T22:45 Europe/Moscow").Add(c.add); got.String() != c.want {
			t.Errorf("%+d minutes: %s, want %s", c.add, got, c.want)
		}
	}
}

func TestMomentsThatCannotBeReadBackAreNeitherReadNorWritten(t *testing.T) {
	for _, s := range []string{"2026-11-30", "2026-11-30T06:35", "2026-11-30T06:35 ", "2026-11-30T24:00 UTC", "2026-11-30T06:35 Local", "2026-11-30T06:35 Mars/Olympus",
		"2026-11-30T06:35:00 UTC", "2026-11-30 06:35 UTC", "0000-01-01T00:00 UTC", "2026-11-30T06:35 ../etc/passwd", "2026-02-30T00:00 UTC"} {
		if m, err := ParseMoment(s); err == nil {
			t.Errorf("%q was read as %s", s, m)
		}
	}
	day := NewDate(2026, 11, 30)
	for _, m := range []Moment{{Day: day}, {Day: day, Zone: "Mars/Olympus"}, {Day: day, Min: 1440, Zone: "UTC"}, {Day: day, Min: -1, Zone: "UTC"}, {Day: -5, Zone: "UTC"}} {
		if b, err := m.MarshalText(); err == nil || m.Known() {
			t.Errorf("%+v was written as %q", m, b)
		}
	}
	if b, err := (Moment{}).MarshalText(); err != nil || len(b) != 0 {
		t.Errorf("no moment is %q, %v", b, err)
	}
}

func TestEveryOfferedZoneIsKnown(t *testing.T) {
	for _, z := range CommonZones {
		if _, err := Location(z); err != nil {
			t.Error(err)
		}
	}
	for _, z := range []string{"", "Local", "Europe", "europe/moscow"} {
		if _, err := Location(z); err == nil {
			t.Errorf("%q is a zone", z)
		}
	}
}

// FuzzMoment holds: what is read is written so that it is read the same, its
// instant shows the same clock again unless a change skipped it, and another
// zone and back is the same instant.
func FuzzMoment(f *testing.F) {
	for _, s := range []string{"", "2026-11-30T06:35 Europe/Moscow", "2026-03-29T02:30 Europe/Berlin", "2026-10-25T02:30 Europe/Berlin", "2011-12-30T12:00 Pacific/Apia",
		"0001-01-01T00:00 Asia/Kamchatka", "9999-12-31T23:59 America/New_York", "2026-11-30T6:35 UTC", "2026-11-30T06:35 "} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		m, err := ParseMoment(s)
		if err != nil {
			return
		}
		b, err := m.MarshalText()
		if err != nil {
			t.Fatalf("%q was read and cannot be written: %v", s, err)
		}
		if back, err := ParseMoment(string(b)); err != nil || back != m {
			t.Fatalf("%q became %q, %v", s, b, err)
		}
		if m.IsZero() {
			return
		}
		at, err := m.Instant()
		if err != nil {
			t.Fatal(err)
		}
		if y := at.UTC().Year(); y < 2 || y > 9998 {
			return // the other clock may stand outside the calendar
		}
		shown, err := MomentOf(at, m.Zone)
		if err != nil || shown != m && shown.Before(m) {
			t.Fatalf("%s is shown as %s, %v", m, shown, err)
		}
		if again, _ := shown.Instant(); again.After(at) {
			t.Fatalf("%s: %s is not the first of two", m, again)
		}
	})
}
