package data

import (
	"encoding/json"
	"testing"
	"time"
)

func TestADayIsReadAndWrittenStrictly(t *testing.T) {
	for text, want := range map[string]Date{
		"":           0,
		"0001-01-01": 1,
		"1970-01-01": 719163,
		"2024-02-29": NewDate(2024, time.February, 29),
		"2026-11-30": NewDate(2026, time.November, 30),
		"9999-12-31": NewDate(9999, time.December, 31),
	} {
		got, err := ParseDate(text)
		if err != nil || got != want || got.String() != text {
			t.Errorf("%q: %d %q, %v; want %d", text, got, got, err, want)
		}
	}
	for _, text := range []string{"2026-02-29", "2026-13-01", "2026-1-1", "26-01-01", "2026-11-30 ", "30.11.2026", "0000-01-01", "-001-01-01", "10000-01-01", "2026-11-31", "2026-00-10"} {
		if d, err := ParseDate(text); err == nil {
			t.Errorf("%q was read as %s", text, d)
		}
	}
}

func TestDaysAreCounted(t *testing.T) {
	from, to := NewDate(2026, 11, 30), NewDate(2026, 12, 4)
	if to-from != 4 || from+4 != to {
		t.Errorf("%d days from %s to %s", to-from, from, to)
	}
	if d := NewDate(2026, 12, 31) + 1; d.String() != "2027-01-01" {
		t.Errorf("the day after New Year's Eve is %s", d)
	}
	if d := NewDate(2026, time.February, 30); d.String() != "2026-03-02" {
		t.Errorf("30 February overflows to %s", d)
	}
	if d := NewDate(10000, 1, 1); !d.IsZero() {
		t.Errorf("the year 10000 is %s", d)
	}
	if d := DateOf(time.Date(2026, 11, 30, 23, 59, 0, 0, time.FixedZone("x", -11*3600))); d.String() != "2026-11-30" {
		t.Errorf("the day on its own clock is %s", d)
	}
}

func TestWeeksBeginOnMonday(t *testing.T) {
	for text, want := range map[string]struct {
		weekday time.Weekday
		monday  string
		week    int
	}{
		"2026-11-30": {time.Monday, "2026-11-30", 49},
		"2026-12-06": {time.Sunday, "2026-11-30", 49},
		"2027-01-01": {time.Friday, "2026-12-28", 53},
		"2027-01-04": {time.Monday, "2027-01-04", 1},
		"0001-01-01": {time.Monday, "0001-01-01", 1},
	} {
		d, _ := ParseDate(text)
		if d.Weekday() != want.weekday || d.Monday().String() != want.monday || d.Week() != want.week {
			t.Errorf("%s: %s, Monday %s, week %d", text, d.Weekday(), d.Monday(), d.Week())
		}
	}
}

func TestMonthsKeepTheDayOrTakeTheLast(t *testing.T) {
	for _, c := range []struct {
		from string
		by   int
		want string
	}{
		{"2027-01-31", 1, "2027-02-28"},
		{"2024-01-31", 1, "2024-02-29"},
		{"2026-11-30", 3, "2027-02-28"},
		{"2026-11-15", 14, "2028-01-15"},
		{"2027-03-31", -1, "2027-02-28"},
		{"2027-01-15", -13, "2025-12-15"},
		{"2026-05-20", 0, "2026-05-20"},
	} {
		d, _ := ParseDate(c.from)
		if got := d.AddMonths(c.by); got.String() != c.want {
			t.Errorf("%s and %d months: %s, want %s", c.from, c.by, got, c.want)
		}
	}
	if d := NewDate(2027, 2, 15).MonthStart(); d.String() != "2027-02-01" {
		t.Errorf("the month begins on %s", d)
	}
}

func TestADayPastTheCalendarIsNotWritten(t *testing.T) {
	for _, d := range []Date{NewDate(9999, 12, 31) + 1, -1, 1 << 30} {
		if b, err := d.MarshalText(); err == nil {
			t.Errorf("day %d was written as %q", int(d), b)
		}
	}
	if _, err := (Moment{Day: NewDate(9999, 12, 31) + 1, Zone: "UTC"}).MarshalText(); err == nil {
		t.Error("a moment of the year 10000 was written")
	}
}

func TestADayTravelsThroughJSON(t *testing.T) {
	type row struct{ On, None Date }
	b, err := json.Marshal(row{On: NewDate(2026, 12, 9)})
	if err != nil || string(b) != `{"On":"2026-12-09","None":""}` {
		t.Fatalf("%s, %v", b, err)
	}
	var back row
	if err := json.Unmarshal(b, &back); err != nil || back.On != NewDate(2026, 12, 9) || !back.None.IsZero() {
		t.Errorf("%+v, %v", back, err)
	}
}

// FuzzDate holds: what is read is written the same, and days are those of the
// standard library.
func FuzzDate(f *testing.F) {
	for _, s := range []string{"", "2026-11-30", "0001-01-01", "9999-12-31", "2026-02-30", "0000-12-31", "2026-1-01", "١٢٣٤-٠١-٠١"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := ParseDate(s)
		if err != nil {
			return
		}
		if d.String() != s || !d.Known() {
			t.Fatalf("%q became %q", s, d)
		}
		if s == "" {
			return
		}
		ref, err := time.Parse(time.DateOnly, s)
		if err != nil || d.Weekday() != ref.Weekday() || !d.Time().Equal(ref) || DateOf(ref) != d {
			t.Fatalf("%q: %v %s, standard library %v %s, %v", s, d.Time(), d.Weekday(), ref, ref.Weekday(), err)
		}
		if m := d.Monday(); m.Weekday() != time.Monday || d-m < 0 || d-m > 6 {
			t.Fatalf("the Monday of %s is %s", s, m)
		}
	})
}
