package data

import (
	"encoding/json"
	"testing"
)

func TestStampsAreReadAndWritten(t *testing.T) {
	d, _ := ParseDate("2026-11-30")
	for text, want := range map[string]Stamp{
		"":                 {},
		"2026-11-30":       OnDay(d),
		"2026-11-30T00:01": {d, 1},
		"2026-11-30T13:00": {d, 780},
		"2026-11-30T23:59": {d, 1439},
		"2026-11-30T24:00": {d, 1440},
	} {
		got, err := ParseStamp(text)
		if err != nil || got != want || got.String() != text {
			t.Errorf("%q: %+v %v, written %q", text, got, err, got.String())
		}
	}
	midnight, err := ParseStamp("2026-11-30T00:00")
	if err != nil || midnight != OnDay(d) || !midnight.Whole() {
		t.Errorf("the first minute of a day is the day: %+v %v", midnight, err)
	}
	for _, text := range []string{"2026-11-31", "2026-11-30T", "2026-11-30T24:01", "2026-11-30T12:60", "2026-11-30 12:00", "30.11.2026", "2026-11-30T12:00:00", "2026-11-3", "x"} {
		if got, err := ParseStamp(text); err == nil {
			t.Errorf("%q is read as %s", text, got)
		}
	}
	if !(Stamp{}).IsZero() || OnDay(d).IsZero() || (Stamp{d, 5}).Whole() {
		t.Error("none, a day and a minute are mixed up")
	}
}

func TestStampsTravelThroughJSON(t *testing.T) {
	d, _ := ParseDate("2026-11-30")
	for _, want := range []Stamp{{}, OnDay(d), {d, 780}, {d, 1440}} {
		b, err := json.Marshal(want)
		var got Stamp
		if err != nil || json.Unmarshal(b, &got) != nil || got != want {
			t.Errorf("%+v: %s %v, read %+v", want, b, err, got)
		}
	}
	for _, bad := range []Stamp{{d, 1441}, {d, -1}, {Date(4_000_000), 5}, {Date(-3), 0}} {
		if b, err := bad.MarshalText(); err == nil {
			t.Errorf("%+v is written as %q", bad, b)
		}
	}
}

// What is read can be written, and read again as the same.
func FuzzParseStamp(f *testing.F) {
	for _, s := range []string{"", "2026-11-30", "2026-11-30T13:00", "2026-11-30T24:00", "9999-12-31T9:05", "0001-01-01T00:00", "2026-11-30T13:00Z", "2026-11-30Т13:00"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		s, err := ParseStamp(text)
		if err != nil {
			return
		}
		b, err := s.MarshalText()
		if err != nil {
			t.Fatalf("%q is read as %+v, which cannot be written: %v", text, s, err)
		}
		if again, err := ParseStamp(string(b)); err != nil || again != s {
			t.Errorf("%q: %+v, written %q, read %+v %v", text, s, b, again, err)
		}
	})
}
