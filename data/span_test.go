package data

import (
	"encoding/json"
	"testing"
)

func TestSpansAreReadAndWritten(t *testing.T) {
	for text, want := range map[string]Span{
		"":       {},
		"5d":     Days(5),
		"0d":     {0, WorkDays},
		"2.5d":   {2500, WorkDays},
		"-1d":    {-1000, WorkDays},
		"-0.5d":  {-500, WorkDays},
		"0.125d": {125, WorkDays},
		"3cd":    {3000, CalendarDays},
		"240m":   {240, WorkMinutes},
		"-90em":  {-90, ElapsedMins},
	} {
		got, err := ParseSpan(text)
		if err != nil || got != want || got.String() != text {
			t.Errorf("%q: %+v %q, %v", text, got, got, err)
		}
	}
	for text, want := range map[string]Span{"2,5d": {2500, WorkDays}, "+3d": {3000, WorkDays}, "2.500cd": {2500, CalendarDays}} {
		if got, err := ParseSpan(text); err != nil || got != want {
			t.Errorf("%q: %+v, %v", text, got, err)
		}
	}
	for _, text := range []string{"5", "d", "5x", "5 d", "5.1234d", "NaNd", "Infd", "1e3d", "--5d", "5dd", "2.5m", "m", "12345678901234567890m", "5д", "1.2.3d", "٥d"} {
		if s, err := ParseSpan(text); err == nil {
			t.Errorf("%q was read as %+v", text, s)
		}
	}
	if !(Span{}).IsZero() || Days(0).IsZero() {
		t.Error("a milestone's length is given, and an empty one is not")
	}
}

func TestThousandthsHaveNoNeedlessZeros(t *testing.T) {
	for n, want := range map[int64]string{0: "0", 1: "0.001", 10: "0.01", 500: "0.5", 1000: "1", 2500: "2.5", -2500: "-2.5", -1: "-0.001", 1234567: "1234.567"} {
		if got := Thousandths(n); got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
}

func TestMoneyIsWholeKopecks(t *testing.T) {
	for m, want := range map[Money]string{0: "0.00", 5: "0.05", 131200000: "1312000.00", -5000: "-50.00", -1: "-0.01"} {
		if got := m.Decimal(); got != want {
			t.Errorf("%d: %q, want %q", int64(m), got, want)
		}
	}
	if Hours(40) != 2400 {
		t.Errorf("40 hours are %d minutes", Hours(40))
	}
}

// FuzzSpan holds: what is read is written so that it is read the same, here and
// through JSON.
func FuzzSpan(f *testing.F) {
	for _, s := range []string{"", "5d", "2,5d", "-90em", "240m", "3cd", "0.001d", "999999999.999d", "+-5d", "-+5d", ".5d", "5.d"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		v, err := ParseSpan(s)
		if err != nil {
			return
		}
		if back, err := ParseSpan(v.String()); err != nil || back != v {
			t.Fatalf("%q became %q and %+v, %v", s, v, back, err)
		}
		b, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		var back Span
		if err := json.Unmarshal(b, &back); err != nil || back != v {
			t.Fatalf("%s: %+v, %v", b, back, err)
		}
	})
}
