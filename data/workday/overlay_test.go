package workday

import (
	"testing"

	"portfel/data"
)

func TestAbsenceTakesWorkingDaysOnly(t *testing.T) {
	c := russia(t).WithAbsences(Absence{From: day("2026-12-25"), To: day("2027-01-02"), Kind: data.Vacation, Title: "Отпуск"})
	for d, want := range map[string]Reason{"2026-12-24": Works, "2026-12-25": Away, "2026-12-26": Weekend, "2026-12-30": Away,
		"2026-12-31": Holiday, "2027-01-01": Holiday, "2027-01-11": Works} {
		if got := c.Reason(day(d)); got != want {
			t.Errorf("%s: reason %d, want %d", d, got, want)
		}
	}
	if c.Title(day("2026-12-30")) != "Отпуск" || c.Title(day("2027-01-01")) != "Новогодние каникулы" {
		t.Error("titles under an absence")
	}
	if a, ok := c.AbsenceOn(day("2026-12-28")); !ok || a.Kind != data.Vacation {
		t.Error("the absence of the day is not found")
	}
	if c.AddDays(day("2026-12-24"), 1) != day("2027-01-11") {
		t.Error("the vacation is not stepped over")
	}
}

func TestRegionLiesOverBase(t *testing.T) {
	c := russia(t).Overlay([]Day{{Date: day("2026-03-20"), Type: data.DayIsOff, Title: "Ураза-байрам"}, {Date: day("2026-06-12"), Type: data.DayIsWork}})
	if c.IsWorking(day("2026-03-20")) || c.Title(day("2026-03-20")) != "Ураза-байрам" || c.Minutes(day("2026-06-12")) != Regular {
		t.Error("the overlay's rows do not count")
	}
	if got := c.Between(day("2026-01-01"), day("2026-12-31")); got != 247 {
		t.Errorf("%d days, want 247 (one less, one more)", got)
	}
	if !c.Confirmed(2026) {
		t.Error("the overlay lost the years of its base")
	}
}

// 20 hours a week: 4 hours a day, 3 before a holiday; a week of four days keeps
// its free Friday also when a short day falls on it.
func TestPersonalWeek(t *testing.T) {
	half := russia(t).WithWeek(HoursWeek(data.Hours(20)))
	if half.Minutes(day("2026-11-02")) != data.Hours(4) || half.Minutes(day("2026-11-03")) != data.Hours(3) || half.IsWorking(day("2026-11-04")) {
		t.Error("half a day: 4 h, 3 h before the holiday, off on it")
	}
	if half.Minutes(day("2027-02-20")) != data.Hours(3) {
		t.Error("a moved short Saturday is the person's short day")
	}
	four := russia(t).WithWeek(Week{0, Regular, Regular, Regular, Regular, 0, 0})
	if four.IsWorking(day("2024-03-08")) || four.IsWorking(day("2024-06-28")) || four.Minutes(day("2024-04-27")) != Regular {
		t.Error("a week of four days")
	}
	if got := half.Between(day("2026-01-01"), day("2026-12-31")); got != 247 {
		t.Errorf("half days are %d days, want 247", got)
	}
}

func TestIntersectionNeedsEverybody(t *testing.T) {
	base := russia(t)
	a := base.WithAbsences(Absence{From: day("2026-12-28"), To: day("2026-12-29"), Title: "а"})
	b := base.WithWeek(HoursWeek(data.Hours(30))).WithAbsences(Absence{From: day("2026-12-29"), To: day("2026-12-30"), Title: "б"})
	c := Intersect(a, b)
	for d, want := range map[string]string{"2026-12-25": "", "2026-12-28": "а", "2026-12-30": "б", "2027-01-01": "Новогодние каникулы"} {
		if got := c.Title(day(d)); got != want {
			t.Errorf("%s: %q, want %q", d, got, want)
		}
	}
	if c.Minutes(day("2026-12-25")) != data.Hours(6) || c.Reason(day("2026-12-29")) != Away {
		t.Error("the shortest day counts; an absence of either is an absence")
	}
	if c.AddDays(day("2026-12-25"), 1) != day("2027-01-11") {
		t.Error("28-30.12 are off for one or the other")
	}
	for d := day("2025-12-01"); d < day("2027-03-01"); d++ {
		if c.IsWorking(d) != (a.IsWorking(d) && b.IsWorking(d)) {
			t.Errorf("%s: together %v, alone %v and %v", d, c.IsWorking(d), a.IsWorking(d), b.IsWorking(d))
		}
	}
	odd := Intersect(New(Week{0, 60}, nil, nil), New(Week{0, 0, 60}, nil, nil))
	if odd.Endless() || odd.AddDays(day("2026-01-01"), 1) != 0 {
		t.Error("people who never meet have no working day")
	}
}

func TestRecordsBecomeRows(t *testing.T) {
	rows := Rows([]data.CalendarDay{{OnDate: day("2026-01-05"), Type: data.DayIsOff, Title: "x"}})
	years := YearRows([]data.CalendarYear{{Year: 2026, Confirmed: true}})
	away := AbsenceRows([]data.Absence{{StartsOn: day("2026-01-06"), EndsOn: day("2026-01-06"), What: data.Sick, Status: data.AbsencePlanned},
		{StartsOn: day("2026-01-07"), EndsOn: day("2026-01-07"), Status: data.AbsenceCancelled}})
	c := New(FiveDays, rows, years).WithAbsences(away...)
	if c.IsWorking(day("2026-01-05")) || c.IsWorking(day("2026-01-06")) || !c.IsWorking(day("2026-01-07")) || !c.Confirmed(2026) {
		t.Error("stored rows do not make the calendar they describe")
	}
}
