package data

import (
	"errors"
	"slices"
	"testing"
)

func TestShiftsAreReadAsPeopleTypeThem(t *testing.T) {
	for text, want := range map[string]Shifts{
		"":                         "",
		"   ":                      "",
		"9-13 14-18":               "09:00-13:00 14:00-18:00",
		"09:00-13:00 14:00-18:00":  "09:00-13:00 14:00-18:00",
		"09:00–13:00, 14:00–18:00": "09:00-13:00 14:00-18:00",
		"9:30 - 13;14—18:15":       "09:30-13:00 14:00-18:15",
		"8-12\u00a013-17":          "08:00-12:00 13:00-17:00",
		"0-24":                     "00:00-24:00",
		"22:30-24:00":              "22:30-24:00",
		"9-13 13-18":               "09:00-18:00", // one that begins where another ends goes on
	} {
		got, err := ParseShifts(text)
		if err != nil || got != want {
			t.Errorf("%q: %q %v, want %q", text, got, err, want)
		}
	}
	for _, text := range []string{"9", "9-", "-9", "13-9", "9-9", "9-13 12-18", "14-18 9-13", "9-25", "9-24:01", "9-13:60", "a-b", "9–13–18", "100-200", "0-4 20-24 5-6", "9-13 x"} {
		got, err := ParseShifts(text)
		var ps Problems
		if !errors.As(err, &ps) || len(ps) != 1 || ps[0].Field != "shifts" || ps[0].Code != "shifts" || len(ps[0].Args) != 1 {
			t.Errorf("%q: %q, %v; want a problem of the field", text, got, err)
		}
	}
}

func TestShiftsAreWrittenInOrder(t *testing.T) {
	for want, list := range map[Shifts][]Shift{
		"":                        nil,
		"09:00-13:00 14:00-18:00": {{540, 780}, {840, 1080}},
		"00:00-24:00":             {{0, 600}, {600, 1440}},
	} {
		if got := MakeShifts(list...); got != want {
			t.Errorf("%v: %q, want %q", list, got, want)
		}
	}
	for _, bad := range [][]Shift{{{-1, 5}}, {{0, 1441}}, {{5, 5}}, {{6, 5}}, {{0, 10}, {9, 20}}, {{60, 90}, {0, 30}}} {
		if got := MakeShifts(bad...); got != "" {
			t.Errorf("%v: %q, want nothing", bad, got)
		}
	}
	day := Shifts("09:00-13:00 14:00-18:00")
	if !slices.Equal(day.List(), []Shift{{540, 780}, {840, 1080}}) || day.Minutes() != 480 || !day.Known() {
		t.Errorf("%s: %v, %d minutes", day, day.List(), day.Minutes())
	}
	for _, s := range []Shifts{"x", "13:00-09:00", "09:00-13:00 12:00-18:00", "09:00-13:00 x"} {
		if s.List() != nil || s.Minutes() != 0 || s.Known() {
			t.Errorf("%q is no shifts: %v", s, s.List())
		}
	}
	if !Shifts("").Known() || Shifts("").Minutes() != 0 {
		t.Error("nothing is known to be nothing")
	}
}

// What is read is in order and within the day, and is read again as it is written.
func FuzzParseShifts(f *testing.F) {
	for _, s := range []string{"9-13 14-18", "09:00–13:00, 14:00–18:00", "0-24", "9:5-9:6;10-11", "9-13 13-18", "-", "24-24", "9-13-18", "\xff-1", "+1-+2"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if Shifts(text).Minutes() > 24*60 {
			t.Errorf("%q works more than a day", text)
		}
		s, err := ParseShifts(text)
		if err != nil {
			return
		}
		last := Minutes(-1)
		for _, x := range s.List() {
			if x.From <= last || x.To <= x.From || x.To > 24*60 {
				t.Errorf("%q: %v", text, s.List())
			}
			last = x.To
		}
		again, err := ParseShifts(string(s))
		if err != nil || again != s || !s.Known() || MakeShifts(s.List()...) != s {
			t.Errorf("%q is read as %q and again as %q %v", text, s, again, err)
		}
	})
}
