package load

import (
	"testing"

	"portfel/data"
	"portfel/data/workday"
)

func day(s string) data.Date {
	d, err := data.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// russia knows the days off of the turn of 2026 that these tests need.
func russia(away ...workday.Absence) *workday.Calendar {
	var off []workday.Day
	for d := day("2026-12-31"); d <= day("2027-01-10"); d++ {
		off = append(off, workday.Day{Date: d, Type: data.DayIsOff})
	}
	return workday.New(workday.FiveDays, off, nil).WithAbsences(away...)
}

func work(from, to string, hours int) Work {
	return Work{What: Project, From: day(from), To: day(to), Effort: data.Hours(hours)}
}

func TestEffortIsSpreadOverWorkingDays(t *testing.T) {
	cases := []struct {
		name string
		w    Work
		from string // Monday
		want data.Minutes
	}{
		{"story 1: a task inside one week", work("2026-11-30", "2026-12-04", 24), "2026-11-30", data.Hours(24)},
		{"not in the week after", work("2026-11-30", "2026-12-04", 24), "2026-12-07", 0},
		{"16 h on 8 days, 3 of them in 52: 23, 24, 25.12", work("2026-12-23", "2027-01-12", 16), "2026-12-21", data.Hours(6)},
		{"3 in 53: 28, 29, 30.12, the 31st is off", work("2026-12-23", "2027-01-12", 16), "2026-12-28", data.Hours(6)},
		{"none in the holidays", work("2026-12-23", "2027-01-12", 16), "2027-01-04", 0},
		{"2 in week 2: 11, 12.01", work("2026-12-23", "2027-01-12", 16), "2027-01-11", data.Hours(4)},
		{"a weekend alone: all on its first day", work("2026-11-28", "2026-11-29", 5), "2026-11-23", data.Hours(5)},
		{"a wrong order is one day", work("2026-11-30", "2026-11-20", 5), "2026-11-30", data.Hours(5)},
	}
	for _, c := range cases {
		got := Weeks(russia(), day(c.from), 1, []Work{c.w})[0]
		if got.Load != c.want || got.By[Project] != c.want {
			t.Errorf("%s: %v of %v, want %v", c.name, got.Load, got.By, c.want)
		}
	}
}

func TestNothingIsLostToRounding(t *testing.T) {
	w := Work{From: day("2026-11-24"), To: day("2027-02-03"), Effort: 1001}
	var sum data.Minutes
	for _, x := range Weeks(russia(), day("2026-11-23"), 12, []Work{w}) {
		sum += x.Load
	}
	if sum != 1001 {
		t.Errorf("sum %d", sum)
	}
}

func TestTheNormFollowsHolidaysAndAbsences(t *testing.T) {
	cal := russia(workday.Absence{From: day("2027-02-01"), To: day("2027-02-05")})
	want := map[string]data.Minutes{"2026-11-23": data.Hours(40), "2026-12-28": data.Hours(24), "2027-01-04": 0, "2027-01-11": data.Hours(40), "2027-02-01": 0}
	for monday, norm := range want {
		if got := Weeks(cal, day(monday), 1, nil)[0]; got.Norm != norm || got.Load != 0 {
			t.Errorf("%s: %v, want %v", monday, got.Norm, norm)
		}
	}
}

func TestFixedWorkStandsOnItsDay(t *testing.T) {
	ride := Work{What: Travel, From: day("2026-12-05"), To: day("2026-12-06"), Effort: 155, Fixed: true} // a Saturday
	w := Weeks(russia(), day("2026-11-30"), 2, []Work{ride, work("2026-11-30", "2026-12-04", 40)})
	if w[0].Load != data.Hours(40)+155 || w[0].By[Travel] != 155 || w[0].Over() != 155 || w[1].Load != 0 || w[1].Over() != 0 {
		t.Errorf("%+v", w)
	}
}

func TestLateWorkIsStillToBeDone(t *testing.T) {
	today := day("2026-11-24")
	w := Late(work("2026-11-10", "2026-11-20", 16), 70, today) // 30 % of 16 h are 4 h 48 min
	if got := Weeks(russia(), today, 1, []Work{w})[0].Load; got != 288 {
		t.Errorf("%v", got)
	}
	if running := work("2026-11-20", "2026-11-24", 16); Late(running, 70, today) != running {
		t.Error("work that ends today is not late")
	}
	if got := Late(work("2026-11-10", "2026-11-20", 16), 130, today).Effort; got != 0 {
		t.Errorf("more than all: %v", got)
	}
}
