package workday

import (
	"testing"
	"time"

	"portfel/assets"
	"portfel/data"
)

func russia(t testing.TB) *Calendar {
	t.Helper()
	b, err := assets.Calendar.ReadFile("calendar/ru.tsv")
	if err != nil {
		t.Fatal(err)
	}
	f, err := Parse(b)
	if err != nil {
		t.Fatal(err)
	}
	return f.Calendar()
}

func day(s string) data.Date {
	d, err := data.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// Hours of the months as published for a week of 40 hours.
func TestMonthsOfRussia(t *testing.T) {
	c := russia(t)
	for year, months := range map[int][12]int{
		2026: {120, 152, 168, 175, 151, 167, 184, 168, 176, 176, 159, 176},
		2027: {120, 151, 176, 175, 152, 167, 176, 176, 176, 168, 159, 176},
	} {
		for m, want := range months {
			from := data.NewDate(year, time.Month(m+1), 1)
			to := data.NewDate(year, time.Month(m+2), 1) - 1
			if got := c.MinutesBetween(from, to); got != data.Hours(want) {
				t.Errorf("%d-%02d: %d minutes, want %d hours", year, m+1, got, want)
			}
		}
	}
}

func TestYearsOfRussia(t *testing.T) {
	c := russia(t)
	for _, y := range []struct {
		year, days, short, hours int
		confirmed                bool
	}{{2024, 248, 5, 1979, true}, {2025, 247, 4, 1972, true}, {2026, 247, 4, 1972, true}, {2027, 247, 4, 1972, false}} {
		from, to := data.NewDate(y.year, 1, 1), data.NewDate(y.year, 12, 31)
		short := 0
		for d := from; d <= to; d++ {
			if c.Minutes(d) == Short {
				short++
			}
		}
		if got := c.Between(from, to); got != y.days || short != y.short || c.MinutesBetween(from, to) != data.Hours(y.hours) {
			t.Errorf("%d: %d days, %d short, %d min; want %d, %d, %d h", y.year, got, short, c.MinutesBetween(from, to), y.days, y.short, y.hours)
		}
		if !c.HasData(y.year) || c.Confirmed(y.year) != y.confirmed {
			t.Errorf("%d: data %v, confirmed %v", y.year, c.HasData(y.year), c.Confirmed(y.year))
		}
	}
	if c.HasData(2028) || c.Confirmed(2028) || c.Between(day("2028-01-01"), day("2028-12-31")) != 260 {
		t.Error("a year without rows is not its 260 weekdays")
	}
}

func TestTurnOfTheYear(t *testing.T) {
	c := russia(t)
	if c.Minutes(day("2026-12-30")) != Regular || c.IsWorking(day("2026-12-31")) {
		t.Error("30.12.2026 must be a full day and 31.12 off")
	}
	if got := c.AddDays(day("2026-12-30"), 1); got != day("2027-01-11") {
		t.Errorf("after 30.12.2026 comes %s", got)
	}
	if got := c.AddDays(day("2027-01-11"), -1); got != day("2026-12-30") {
		t.Errorf("before 11.01.2027 comes %s", got)
	}
	if c.Title(day("2027-01-07")) != "Рождество Христово" || c.Title(day("2026-12-31")) != "" {
		t.Error("titles of the holidays")
	}
	moved, ok := c.On(day("2026-12-31"))
	if !ok || moved.MovedFrom != day("2026-01-04") || c.Reason(day("2026-12-31")) != Holiday {
		t.Errorf("31.12.2026: %+v", moved)
	}
	if c.Minutes(day("2027-02-20")) != Short || c.IsWorking(day("2027-02-22")) {
		t.Error("Saturday 20.02.2027 works 7 hours for Monday the 22nd")
	}
}

// Terms of the stories, by the rule "n-th working day strictly after".
func TestTermsOfTheStories(t *testing.T) {
	c := russia(t)
	for _, x := range []struct {
		from string
		n    int
		want string
	}{
		{"2026-12-04", 3, "2026-12-09"}, // advance report
		{"2026-12-16", 5, "2026-12-23"}, // acceptance
		{"2026-12-22", 10, "2027-01-14"},
		{"2026-11-24", 5, "2026-12-01"},
		{"2026-11-25", 2, "2026-11-27"},
		{"2026-11-30", -3, "2026-11-25"}, // papers of the trip
		{"2026-12-05", 1, "2026-12-07"},  // from a Saturday
		{"2026-12-05", -1, "2026-12-04"},
		{"2026-12-05", 0, "2026-12-05"},
	} {
		if got := c.AddDays(day(x.from), x.n); got != day(x.want) {
			t.Errorf("%s %+d = %s, want %s", x.from, x.n, got, x.want)
		}
	}
	if got := c.Between(day("2026-11-16"), day("2027-02-15")); got != 59 {
		t.Errorf("mentoring lasts %d working days, want 59", got)
	}
	for d, left := range map[string]int{"2026-12-04": 3, "2026-12-07": 2, "2026-12-08": 1, "2026-12-09": 0, "2026-12-10": -1} {
		if got := c.Distance(day(d), day("2026-12-09")); got != left {
			t.Errorf("on %s %d working days are left, want %d", d, got, left)
		}
	}
	if got := c.OnOrAfter(day("2026-12-27")); got != day("2026-12-28") {
		t.Errorf("Sunday 27.12 moves to %s", got)
	}
	if got := c.OnOrBefore(day("2026-12-27")); got != day("2026-12-25") {
		t.Errorf("the last working day before is %s", got)
	}
}
