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
