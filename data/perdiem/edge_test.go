package perdiem

import (
	"testing"

	"portfel/data"
	"portfel/data/norm"
	"portfel/data/text"
	"portfel/data/workday"
)

func TestALegThatRunsBackwardsIsAFault(t *testing.T) {
	x := homeRows[0]
	x.legs = []string{"MSK 2026-11-30 06:35 > YEKT 2026-11-30 08:05", "YEKT 2026-12-04 21:40 > MSK 2026-12-04 22:15"} // 08:05 there is 06:05 in Moscow
	r, err := Calculate(x.input(t))
	if err != nil || len(r.Faults) != 1 || r.Faults[0].Code != "arriveBeforeDepart" || r.PerDiemDays != 5000 {
		t.Errorf("%+v %v", r.Faults, err)
	}
}

// Places may be airports; who calls knows the towns.
func TestTheTownOfAnAirport(t *testing.T) {
	x := homeRows[0]
	x.place = "LED"
	in := x.input(t)
	in.Town = func(s string) string {
		if s == "LED" {
			return "Санкт-Петербург"
		}
		return ""
	}
	// 5×1800
	if r, err := Calculate(in); err != nil || r.PerDiem != 9000_00 || r.Days[2].Scope != ScopeTown || r.Days[2].Town != "Санкт-Петербург" {
		t.Errorf("%s %v", r.PerDiem.Decimal(), err)
	}
}

func TestATermWithoutANormOrAWorkingDayIsAnError(t *testing.T) {
	if _, err := ReportDue(day("2026-12-04"), nil, russia(t)); err == nil || err.Error() != "noNorm (@norm.trip.report.days, 2026-12-04)" {
		t.Errorf("%v", err)
	}
	half := norm.New([]data.Norm{{Code: norm.ReportDays, Value: "2.5"}})
	if _, err := ReportDue(day("2026-12-04"), half, russia(t)); err == nil {
		t.Error("two and a half working days")
	}
	never := workday.New(workday.Week{}, nil, nil)
	_, err := ReportDue(day("2026-12-04"), norms(t), never)
	if ps, ok := err.(data.Problems); !ok || ps[0].Code != "perdiem.noWork" {
		t.Errorf("%v", err)
	}
}

func TestACountryWithoutANameShowsItsCode(t *testing.T) {
	c := Cause{"rule.abroad", []any{Key(CountryKey("XX"))}}
	if got := c.Text(text.For(text.RU)); got != "День за границей: полная норма, страна — XX." {
		t.Error(got)
	}
}

func TestEqualRatesAreChosenByTheirIDs(t *testing.T) {
	a, b := data.PerDiem{ID: data.ID[data.PerDiem]{1}, Country: "RU", Amount: 1}, data.PerDiem{ID: data.ID[data.PerDiem]{2}, Country: "RU", Amount: 2}
	for _, rows := range [][]data.PerDiem{{a, b}, {b, a}} {
		if p, _, ok := Rate(rows, Russia, "", "", day("2026-01-01")); !ok || p.Amount != 2 {
			t.Errorf("%+v", p)
		}
	}
}
