package norm

import (
	"testing"

	"portfel/assets"
	"portfel/data"
)

func TestShippedNormsAreReadAndDated(t *testing.T) {
	b, err := assets.Norm.ReadFile("norm/ru.tsv")
	if err != nil {
		t.Fatal(err)
	}
	rows, err := ParseTSV(b)
	if err != nil {
		t.Fatal(err)
	}
	tab := New(rows)
	day := data.NewDate(2026, 12, 4)
	if n, err := tab.Whole(ReportDays, day); n != 3 || err != nil {
		t.Errorf("report days %d, %v; ПП 501 says 3", n, err)
	}
	n, err := tab.On(ReportDays, data.NewDate(2025, 8, 31))
	if err != nil || n.ValidTo != data.NewDate(2025, 8, 31) {
		t.Errorf("the norm of August 2025 is the one of ПП 749, got %+v %v", n, err)
	}
	for code, want := range map[string]int{Control1: 30, Control2: 60, Control3: 90, MaxTrainees: 2, PapersDays: 3} {
		if n, err := tab.Whole(code, day); n != want || err != nil {
			t.Errorf("%s = %d, %v; want %d", code, n, err, want)
		}
	}
}

// The amounts of practice.md, with the source that each row has to name.
func TestShippedNormsOfTripsAndVat(t *testing.T) {
	b, _ := assets.Norm.ReadFile("norm/ru.tsv")
	rows, err := ParseTSV(b)
	if err != nil {
		t.Fatal(err)
	}
	tab := New(rows)
	for _, x := range []struct {
		code, day string
		want      int64 // thousandths
	}{
		{LimitHome, "2025-12-31", 700_000}, {LimitHome, "2026-01-01", 700_000}, {LimitAbroad, "2026-01-01", 2500_000},
		{OneDayHome, "2026-11-18", 0}, {OneDayAbroad, "2025-08-31", 50_000}, {OneDayAbroad, "2025-09-01", 50_000},
		{BorderOut, "2026-11-18", 1000}, {BorderBack, "2026-11-18", 1000}, {BorderBetween, "2026-11-18", 1000},
		{Vat, "2019-01-01", 20_000}, {Vat, "2025-12-31", 20_000}, {Vat, "2026-01-01", 22_000}, {Vat, "2027-06-01", 22_000},
	} {
		on, err := data.ParseDate(x.day)
		if err != nil {
			t.Fatal(err)
		}
		if v, err := tab.Thousandths(x.code, on); v != x.want || err != nil {
			t.Errorf("%s on %s = %d, %v; want %d", x.code, x.day, v, err, x.want)
		}
	}
	for _, n := range rows {
		if n.SourceText == "" || n.Unit == "" {
			t.Errorf("%s from %s has no source or unit", n.Code, n.ValidFrom)
		}
	}
	if _, err := tab.Thousandths(Vat, data.NewDate(2018, 12, 31)); err == nil {
		t.Error("the rate of 2018 is not shipped and must be an error")
	}
}

func TestRoublesOfANorm(t *testing.T) {
	for value, want := range map[string]data.Money{"700": 700_00, "2500.50": 2500_50, "0": 0} {
		if m, err := Roubles(data.Norm{Value: value}); m != want || err != nil {
			t.Errorf("%s: %d %v", value, m, err)
		}
	}
	for _, value := range []string{"", "a", "1.005"} {
		if _, err := Roubles(data.Norm{Value: value}); err == nil {
			t.Errorf("%q was read as money", value)
		}
	}
}

func TestAMissingNormIsAnErrorNotADefault(t *testing.T) {
	if _, err := New(nil).Whole(ReportDays, data.NewDate(2026, 1, 1)); err == nil {
		t.Error("no rows, but a value")
	}
}

func TestTheLaterBeginningWins(t *testing.T) {
	tab := New([]data.Norm{
		{Code: "x", Value: "1", ValidFrom: data.NewDate(2020, 1, 1)},
		{Code: "x", Value: "2", ValidFrom: data.NewDate(2026, 1, 1)},
	})
	for d, want := range map[data.Date]int{data.NewDate(2025, 12, 31): 1, data.NewDate(2026, 1, 1): 2} {
		if n, err := tab.Whole("x", d); n != want || err != nil {
			t.Errorf("%s: %d, %v; want %d", d, n, err, want)
		}
	}
}

func FuzzParseTSV(f *testing.F) {
	f.Add([]byte("code\tvalue\tunit\tvalid_from\tvalid_to\tsource\na\t1\tdays\t2020-01-01\t\tx\n"))
	f.Add([]byte("\n\t\t\t\t\t\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		rows, err := ParseTSV(b)
		if err != nil && rows != nil {
			t.Error("rows beside an error")
		}
	})
}
