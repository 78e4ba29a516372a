package mspdi

import "testing"

func TestNumbers(t *testing.T) {
	for s, want := range map[string]string{
		"1": "1", "0.75": "0.75", "-2.50": "-2.5", "+3": "3", "1.": "1", ".5": "0.5", "1E2": "100", "1.5e-05": "0.000015",
		"12.34567891": "12.345679", "0": "0", "-0": "0", "000": "0", "999999999999": "999999999999",
	} {
		v, _, ok := number(s, 6)
		equal(t, s, [2]any{Decimal(v).String(), ok}, [2]any{want, true})
	}
	for _, s := range []string{"", ".", "-", "1,5", "1e", "1e1000", "0x1", "NaN", "INF", "1 2", "--1", "99999999999999", "1.5.5"} {
		if v, _, ok := number(s, 6); ok {
			t.Errorf("%q reads as %d", s, v)
		}
	}
	if _, exact, _ := number("1.0000001", 6); exact {
		t.Error("a cut decimal passes for exact")
	}
	v, _, _ := number("2.5", 0)
	equal(t, "halves away from zero", v, 3)
	v, _, _ = number("-2.5", 0)
	equal(t, "halves away from zero", v, -3)
}

func TestPeriods(t *testing.T) {
	for s, want := range map[string]Period{
		"PT8H0M0S": 8 * 3600, "PT0H0M0S": 0, "PT1H30M15S": 5415, "P1DT2H": 26 * 3600, "PT7.5H": 27000, "PT90M": 5400,
		"-PT1H": -3600, "PT0H0M30.4S": 30, "P2D": 2 * 86400,
	} {
		got, _, ok := period(s)
		equal(t, s, [2]any{got, ok}, [2]any{want, true})
	}
	for _, s := range []string{"", "P", "PT", "8H", "PT8", "PTH", "P1M", "P1Y", "PT1M1H", "PT-8H", "PT8H0M0S ", "P1H", "PT99999999999999999999H", "PT1S1S"} {
		if p, _, ok := period(s); ok {
			t.Errorf("%q reads as %s", s, p)
		}
	}
	equal(t, "text", Period(-5415).String(), "-PT1H30M15S")
}

func TestDates(t *testing.T) {
	for s, want := range map[string]string{
		"2026-03-02T09:00:00": "2026-03-02T09:00", "2026-03-02": "2026-03-02", "2026-03-02T00:00:00": "2026-03-02",
		"2026-03-02T24:00:00": "2026-03-03", "2026-03-02T09:30": "2026-03-02T09:30", "2026-03-02 09:30:00": "2026-03-02T09:30",
		"2026-03-02T09:00:00Z": "2026-03-02T09:00", "2026-03-02T09:00:00+03:00": "2026-03-02T09:00", "2028-02-29T10:00:59.9": "2028-02-29T10:00",
	} {
		got, _, _, ok := dateTime(s)
		equal(t, s, [2]any{got.String(), ok}, [2]any{want, true})
	}
	for _, s := range []string{"", "2026-02-29T09:00:00", "2026-13-01", "2026-3-2", "0000-01-01", "2026-03-02T25:00:00", "2026-03-02T09:60", "2026-03-02T9:00", "завтра", "2026-03-02T09:00:xx"} {
		if got, _, _, ok := dateTime(s); ok {
			t.Errorf("%q reads as %s", s, got)
		}
	}
	equal(t, "end of the day", stampText(at("2026-12-31T24:00")), "2027-01-01T00:00:00")
}
