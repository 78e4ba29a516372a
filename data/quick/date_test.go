package quick

import (
	"testing"
	"time"

	"portfel/data"
)

// Today is Tuesday 24.11.2026. The expectations were read off a wall calendar:
// 25.11 is a Wednesday, 27.11 a Friday, 30.11 a Monday, 1.12 a Tuesday.
var today = data.NewDate(2026, 11, 24)

// withHoliday is a calendar in which Friday 27.11 is a day off.
func withHoliday(d data.Date, n int) data.Date {
	for n > 0 {
		d++
		w := d.Weekday()
		if w != time.Saturday && w != time.Sunday && d != data.NewDate(2026, 11, 27) {
			n--
		}
	}
	return d
}

func TestDatesTypedTheShortWay(t *testing.T) {
	cases := []struct{ typed, want string }{
		{"25.11", "2026-11-25"},
		{"25.11.", "2026-11-25"},
		{"25,11", "2026-11-25"},
		{"25/11", "2026-11-25"},
		{"5.1", "2027-01-05"},
		{"25.11.26", "2026-11-25"},
		{"25.11.2026", "2026-11-25"},
		{"25.11.2026 г.", "2026-11-25"},
		{" 25.11 ", "2026-11-25"},
		{"01.03.75", "2075-03-01"},
		{"01.03.76", "1976-03-01"},
		{"251126", "2026-11-25"},
		{"2511", "2026-11-25"},
		{"2026-11-25", "2026-11-25"},
		{"25 ноя", "2026-11-25"},
		{"25ноя", "2026-11-25"},
		{"25 Ноября", "2026-11-25"},
		{"25 нояб.", "2026-11-25"},
		{"25 ноября 2027", "2027-11-25"},
		{"1 мая", "2027-05-01"},
		{"1 мар", "2027-03-01"},
		{"nov 25", "2026-11-25"},
		{"November 25, 2027", "2027-11-25"},
		{"25 nov", "2026-11-25"},

		{"24.05", "2026-05-24"}, // half a year back to the day
		{"23.05", "2027-05-23"}, // more than half a year back
		{"12.01", "2027-01-12"},
		{"01.10", "2026-10-01"},

		{"25", "2026-11-25"},
		{"9", "2026-11-09"}, // 15 days back
		{"8", "2026-12-08"},
		{"31", "2026-12-31"}, // November has none

		{"ср", "2026-11-25"},
		{"вт", "2026-11-24"}, // today counts
		{"пн", "2026-11-30"},
		{"пн.", "2026-11-30"},
		{"среду", "2026-11-25"},
		{"wed", "2026-11-25"},
		{"Monday", "2026-11-30"},
		{"пн след", "2026-11-30"},
		{"ср след", "2026-12-02"},
		{"след ср", "2026-12-02"},
		{"следующую среду", "2026-12-02"},
		{"next wed", "2026-12-02"},

		{"сегодня", "2026-11-24"},
		{"Завтра", "2026-11-25"},
		{"послезавтра", "2026-11-26"},
		{"вчера", "2026-11-23"},
		{"tomorrow", "2026-11-25"},
		{"+3", "2026-11-27"},
		{"+3д", "2026-11-27"},
		{"-1", "2026-11-23"},
		{"−1", "2026-11-23"},
		{"+3р", "2026-11-30"}, // 25, 26, not 27, then Monday
		{"+3w", "2026-11-30"},
		{"+2н", "2026-12-08"},
		{"+2 нед", "2026-12-08"},
		{"+1м", "2026-12-24"},

		{"ch", "2026-11-25"},          // ср
		{"pfdnhf", "2026-11-25"},      // завтра
		{"gy cktl", "2026-11-30"},     // пн след
		{"25 yjz", "2026-11-25"},      // 25 ноя
		{"c,", "2026-11-28"},          // сб
		{"+3h", "2026-11-30"},         // +3р
		{"цув", "2026-11-25"},         // wed
		{"ещьщккщц", "2026-11-25"},    // tomorrow
		{"gjcktpfdnhf", "2026-11-26"}, // послезавтра
	}
	for _, c := range cases {
		got, err := Date(c.typed, today, withHoliday)
		if err != nil || got.String() != c.want {
			t.Errorf("%q: got %s %v, want %s", c.typed, got, err, c.want)
		}
	}
}

func TestTypedTextsThatAreNoDates(t *testing.T) {
	cases := []struct{ typed, code string }{
		{"", "dateFormat"}, {"план", "dateFormat"}, {"25.11.2026.5", "dateFormat"}, {"25-11", "dateFormat"}, {"+", "dateFormat"}, {"+3х5", "dateFormat"},
		{"25 лун", "dateFormat"}, {"25 ма", "dateFormat"}, {"123", "dateFormat"}, {"25.11 10", "dateFormat"}, {"след", "dateFormat"}, {"+99999", "dateFormat"},
		{"31.11", "dateNone"}, {"29.02", "dateNone"}, {"29.02.2027", "dateNone"}, {"32", "dateNone"}, {"0", "dateNone"}, {"5.13", "dateNone"}, {"00.11", "dateNone"},
		{"25.11.1066", "dateNone"}, {"2026-13-01", "dateNone"}, {"30 фев", "dateNone"},
	}
	for _, c := range cases {
		got, err := Date(c.typed, today, nil)
		if got != 0 || codeOf(err) != c.code || err == nil {
			t.Errorf("%q: got %s %v, want %s", c.typed, got, err, c.code)
		}
	}
	if got, err := Date("29.02.28", today, nil); err != nil || got.String() != "2028-02-29" {
		t.Errorf("29.02.28: got %s %v", got, err)
	}
}

func TestWithoutACalendarWorkingDaysAreMondayToFriday(t *testing.T) {
	for typed, want := range map[string]string{"+3р": "2026-11-27", "+4р": "2026-11-30", "-2р": "2026-11-20", "+0р": "2026-11-24"} {
		if got, err := Date(typed, today, nil); err != nil || got.String() != want {
			t.Errorf("%q: got %s %v, want %s", typed, got, err, want)
		}
	}
}

func TestRangesOfDates(t *testing.T) {
	cases := []struct{ typed, from, to string }{
		{"30.11-4.12", "2026-11-30", "2026-12-04"},
		{"30.11–04.12", "2026-11-30", "2026-12-04"},
		{"30.11 — 04.12.2026", "2026-11-30", "2026-12-04"},
		{"30.11.2026-04.12.2026", "2026-11-30", "2026-12-04"},
		{"23.12-12.01.2027", "2026-12-23", "2027-01-12"},
		{"1-5.12", "2026-12-01", "2026-12-05"},
		{"30-4.12", "2026-11-30", "2026-12-04"},
		{"16–19 ноября", "2026-11-16", "2026-11-19"},
		{"14-17", "2026-11-14", "2026-11-17"},
		{"30-4", "2026-11-30", "2026-12-04"},
		{"23.12-12.01", "2026-12-23", "2027-01-12"},
		{"28.12-30.12", "2026-12-28", "2026-12-30"},
		{"пн-пт", "2026-11-30", "2026-12-04"},
		{"ср - пт", "2026-11-25", "2026-11-27"},
		{"сегодня-+3", "2026-11-24", "2026-11-27"},
		{"завтра-пт", "2026-11-25", "2026-11-27"},
		{"с 30.11 по 4.12", "2026-11-30", "2026-12-04"},
		{"from 30.11 to 4.12", "2026-11-30", "2026-12-04"},
		{"2026-11-30..2026-12-04", "2026-11-30", "2026-12-04"},
		{"2026-11-30-2026-12-04", "2026-11-30", "2026-12-04"},
		{"25.11", "2026-11-25", "2026-11-25"},
		{"gy-gn", "2026-11-30", "2026-12-04"}, // пн-пт
	}
	for _, c := range cases {
		from, to, err := DateRange(c.typed, today, nil)
		if err != nil || from.String() != c.from || to.String() != c.to {
			t.Errorf("%q: got %s %s %v, want %s %s", c.typed, from, to, err, c.from, c.to)
		}
	}
	bad := map[string]string{"30.11-31.11": "dateNone", "04.12.2026-30.11.2026": "dateOrder", "30.11-20.11": "dateOrder", "завтра-сегодня": "dateOrder",
		"план": "dateFormat", "30.11-план": "dateFormat", "1-2-3": "dateFormat", "-": "dateFormat", "": "dateFormat", "31.11": "dateNone", "31-5.32": "dateNone"}
	for typed, want := range bad {
		if _, _, err := DateRange(typed, today, nil); err == nil || codeOf(err) != want {
			t.Errorf("%q: got %v, want %s", typed, err, want)
		}
	}
}

func TestTimes(t *testing.T) {
	good := map[string]int{"14": 840, "14:30": 870, "1430": 870, "14.30": 870, "930": 570, "9": 540, "0:05": 5, "23:59": 1439, "14ч": 840, "14 ч": 840, "2pm": 840, "12am": 0, "12:30 pm": 750}
	for typed, want := range good {
		if got, err := Time(typed); err != nil || got != want {
			t.Errorf("%q: got %d %v, want %d", typed, got, err, want)
		}
	}
	for _, typed := range []string{"", "24", "24:00", "25", "14:60", "14:5", "x", "13pm", "14:30:00", "99999"} {
		if _, err := Time(typed); err == nil || codeOf(err) != "timeFormat" {
			t.Errorf("%q: got %v, want timeFormat", typed, err)
		}
	}
}

func TestRangesOfTimes(t *testing.T) {
	good := map[string][2]int{"14-17": {840, 1020}, "14:00–17:30": {840, 1050}, "9.30 - 11": {570, 660}, "с 14 до 17": {840, 1020}, "22-24": {1320, 1440}, "14": {840, 0}, "1430-1500": {870, 900}}
	for typed, want := range good {
		if from, to, err := TimeRange(typed); err != nil || from != want[0] || to != want[1] {
			t.Errorf("%q: got %d %d %v, want %v", typed, from, to, err, want)
		}
	}
	for typed, want := range map[string]string{"17-14": "timeOrder", "14-14": "timeOrder", "24": "timeFormat", "14-": "timeFormat", "14-25": "timeFormat", "1-2-3": "timeFormat"} {
		if _, _, err := TimeRange(typed); err == nil || codeOf(err) != want {
			t.Errorf("%q: got %v, want %s", typed, err, want)
		}
	}
}

func TestKeyboardLayouts(t *testing.T) {
	for typed, want := range map[string]string{"gkfy": "план", "Gkfy": "План", "план": "gkfy", ",fknbr-nfhf": "балтик-тара", "`krf": "ёлка", "j,]trn": "объект", "зкщоусе": "project",
		"бизнес": ",bpytc", "gkfy план": "план gkfy", "123": "123", "": ""} {
		if got := OtherLayout(typed); got != want {
			t.Errorf("%q: got %q, want %q", typed, got, want)
		}
	}
	if got := Variants("gkfy"); len(got) != 2 || got[0] != "gkfy" || got[1] != "план" {
		t.Errorf("variants of gkfy: %q, want the typed one first", got)
	}
	if got := Variants("2026"); len(got) != 1 {
		t.Errorf("variants of 2026: %q, want it alone", got)
	}
}

func FuzzDate(f *testing.F) {
	for _, s := range []string{"25.11", "ср", "+3р", "30.11-4.12", "14:30", "1-5.12", "gy-gn", "2026-11-25", "пн след", "с 30.11 по 4.12", "-", "\u00a0"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if d, err := Date(s, today, nil); (err == nil) == (d == 0) {
			t.Errorf("%q: %v %v", s, d, err)
		}
		if a, b, err := DateRange(s, today, nil); err == nil && (a == 0 || b < a) {
			t.Errorf("%q: %v %v", s, a, b)
		}
		if m, err := Time(s); err == nil && (m < 0 || m > 1439) {
			t.Errorf("%q: %d", s, m)
		}
		if a, b, err := TimeRange(s); err == nil && b != 0 && b <= a {
			t.Errorf("%q: %d %d", s, a, b)
		}
		if a, b := []rune(s), []rune(OtherLayout(s)); len(a) != len(b) {
			t.Errorf("%q: %d runes became %d", s, len(a), len(b))
		}
	})
}
