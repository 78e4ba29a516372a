package mspdi

import (
	"math/rand"
	"strings"
	"testing"
	"time"

	"portfel/data"
)

func rule(e Exception, from, to string) Exception {
	e.Range = WholeDays(date(from), date(to))
	return e
}

func daysOf(e Exception) string {
	steps := mostSteps
	var out []string
	for _, d := range e.expand(time.Monday, &steps) {
		out = append(out, d.String())
	}
	return strings.Join(out, " ")
}

// The days are found in a calendar by hand.
func TestRules(t *testing.T) {
	for name, x := range map[string]struct {
		e    Exception
		want string
	}{
		"a range": {rule(Exception{Type: Daily}, "2026-01-01", "2026-01-03"), "2026-01-01 2026-01-02 2026-01-03"},
		"a range is not counted": {rule(Exception{Type: Daily, ByCount: true, Occurrences: 1}, "2026-01-01", "2026-01-02"),
			"2026-01-01 2026-01-02"},
		"no type":       {rule(Exception{}, "2026-02-28", "2026-03-01"), "2026-02-28 2026-03-01"},
		"no last day":   {Exception{Range: Range{From: at("2026-02-28")}}, "2026-02-28"},
		"backwards":     {rule(Exception{Type: Daily}, "2026-01-03", "2026-01-01"), ""},
		"every 3 days":  {rule(Exception{Type: EveryNthDay, Period: 3}, "2026-09-01", "2026-09-10"), "2026-09-01 2026-09-04 2026-09-07 2026-09-10"},
		"daily, by two": {rule(Exception{Type: Daily, Period: 2, ByCount: true, Occurrences: 3}, "2026-09-01", "2026-09-01"), "2026-09-01 2026-09-03 2026-09-05"},
		"every 2nd weekday, 4 times": {rule(Exception{Type: EveryNthWeekday, Period: 2, ByCount: true, Occurrences: 4}, "2026-10-01", "2026-10-01"),
			"2026-10-01 2026-10-05 2026-10-07 2026-10-09"}, // Thu, (Fri) Mon, (Tue) Wed, (Thu) Fri
		"every 2nd week, Monday and Wednesday, 4 times": {rule(Exception{Type: Weekly, Period: 2, DaysOfWeek: 2 + 8, ByCount: true, Occurrences: 4}, "2026-02-02", "2026-02-02"),
			"2026-02-02 2026-02-04 2026-02-16 2026-02-18"},
		"weekly without days": {rule(Exception{Type: Weekly, Period: 1}, "2026-02-03", "2026-02-20"), "2026-02-03 2026-02-10 2026-02-17"},
		"the 31st of each month": {rule(Exception{Type: MonthlyByDay, Period: 1, MonthDay: 31}, "2026-01-31", "2026-04-30"),
			"2026-01-31 2026-02-28 2026-03-31 2026-04-30"},
		"the 10th, from the 15th": {rule(Exception{Type: MonthlyByDay, MonthDay: 10}, "2026-01-15", "2026-03-31"), "2026-02-10 2026-03-10"},
		"last Friday of every 2nd month": {rule(Exception{Type: MonthlyByPlace, Period: 2, MonthItem: 8, Position: 4}, "2026-01-30", "2026-07-31"),
			"2026-01-30 2026-03-27 2026-05-29 2026-07-31"},
		"first working day of a month": {rule(Exception{Type: MonthlyByPlace, MonthItem: ItemWeekday}, "2026-08-01", "2026-11-30"),
			"2026-08-03 2026-09-01 2026-10-01 2026-11-02"},
		"second day off of a month": {rule(Exception{Type: MonthlyByPlace, MonthItem: ItemWeekend, Position: 1}, "2026-08-01", "2026-09-30"),
			"2026-08-02 2026-09-06"}, // Sat 1, Sun 2; Sat 5, Sun 6
		"last day of a month": {rule(Exception{Type: MonthlyByPlace, MonthItem: ItemDay, Position: 4}, "2028-01-01", "2028-02-29"),
			"2028-01-31 2028-02-29"},
		"12 June": {rule(Exception{Type: YearlyByDay, Month: 5, MonthDay: 12, Occurrences: 3}, "2026-06-12", "2028-06-12"),
			"2026-06-12 2027-06-12 2028-06-12"},
		"29 February": {rule(Exception{Type: YearlyByDay, Month: 1, MonthDay: 29, ByCount: true, Occurrences: 3}, "2027-02-28", "2027-02-28"),
			"2027-02-28 2028-02-29 2029-02-28"},
		"fourth Thursday of November, 3 times": {rule(Exception{Type: YearlyByPlace, Month: 10, MonthItem: 7, Position: 3, ByCount: true, Occurrences: 3}, "2026-11-26", "2026-11-26"),
			"2026-11-26 2027-11-25 2028-11-23"},
	} {
		t.Run(name, func(t *testing.T) { equal(t, "days", daysOf(x.e), x.want) })
	}
}

// TestRulesAgainstAWalkThroughTheCalendar asks of every day of four years
// whether it belongs to the rule, by its definition and Go's own calendar.
func TestRulesAgainstAWalkThroughTheCalendar(t *testing.T) {
	rnd := rand.New(rand.NewSource(4))
	for range 3000 {
		e := Exception{
			Type: Recurrence(rnd.Intn(9) + 1), ByCount: rnd.Intn(2) == 0, Occurrences: rnd.Intn(20),
			Period: rnd.Intn(5), DaysOfWeek: 1 + rnd.Intn(127), MonthItem: MonthItem(rnd.Intn(10)), Position: rnd.Intn(5),
			Month: rnd.Intn(12), MonthDay: 1 + rnd.Intn(31),
		}
		from := date("2026-01-01") + data.Date(rnd.Intn(700))
		e.Range = WholeDays(from, from+data.Date(rnd.Intn(700)))
		if got, want := daysOf(e), walked(e); got != want {
			t.Fatalf("%+v:\ngot  %s\nwant %s", e, got, want)
		}
	}
}

// walked is the slow way: day by day.
func walked(e Exception) string {
	first, last := e.Range.From.Day.Time(), e.Range.To.Day.Time()
	counted := e.ByCount && e.Occurrences > 0 && !(e.Type == Daily && e.Period < 2) && e.Type != NoRecurrence
	var out []string
	weekday := 0 // of Monday to Friday since the first day
	for d := first; d.Year() < 2200; d = d.AddDate(0, 0, 1) {
		if counted && len(out) == e.Occurrences || !counted && d.After(last) {
			break
		}
		if belongs(e, first, d, weekday) {
			out = append(out, d.Format("2006-01-02"))
		}
		if d.Weekday() != time.Saturday && d.Weekday() != time.Sunday {
			weekday++
		}
	}
	return strings.Join(out, " ")
}

func belongs(e Exception, first, d time.Time, weekday int) bool {
	every := e.Period
	if every == 0 {
		every = 1
	}
	days := int(d.Sub(first).Hours()) / 24
	months := (d.Year()-first.Year())*12 + int(d.Month()-first.Month())
	year, month, day := d.Date()
	inMonth := time.Date(year, month+1, 0, 0, 0, 0, 0, time.UTC).Day()
	onDay := day == e.MonthDay || day == inMonth && e.MonthDay > inMonth
	switch e.Type {
	case Daily, EveryNthDay:
		return days%every == 0
	case YearlyByDay:
		return int(month) == e.Month+1 && (year-first.Year())%every == 0 && onDay
	case YearlyByPlace:
		return int(month) == e.Month+1 && (year-first.Year())%every == 0 && inPlace(e, d, inMonth)
	case MonthlyByDay:
		return months%every == 0 && onDay
	case MonthlyByPlace:
		return months%every == 0 && inPlace(e, d, inMonth)
	case Weekly:
		monday := func(x time.Time) time.Time { return x.AddDate(0, 0, -(int(x.Weekday())+6)%7) }
		weeks := int(monday(d).Sub(monday(first)).Hours()) / 24 / 7
		return weeks%every == 0 && e.DaysOfWeek&(1<<d.Weekday()) != 0
	case EveryNthWeekday:
		return d.Weekday() != time.Saturday && d.Weekday() != time.Sunday && weekday%every == 0
	}
	return true
}

// inPlace counts the items of the month up to the day, and behind it.
func inPlace(e Exception, d time.Time, inMonth int) bool {
	is := func(x time.Time) bool {
		off := x.Weekday() == time.Saturday || x.Weekday() == time.Sunday
		return []bool{true, !off, off, x.Weekday() == 0, x.Weekday() == 1, x.Weekday() == 2, x.Weekday() == 3,
			x.Weekday() == 4, x.Weekday() == 5, x.Weekday() == 6}[e.MonthItem]
	}
	if !is(d) {
		return false
	}
	before, behind := 0, 0
	for day := 1; day <= inMonth; day++ {
		x := time.Date(d.Year(), d.Month(), day, 0, 0, 0, 0, time.UTC)
		if is(x) && day < d.Day() {
			before++
		}
		if is(x) && day > d.Day() {
			behind++
		}
	}
	if e.Position == 4 {
		return behind == 0
	}
	return before == e.Position
}

// A week that begins on Sunday puts a Sunday into the next second week.
func TestEverySecondWeekDependsOnTheFirstDayOfTheWeek(t *testing.T) {
	e := rule(Exception{Type: Weekly, Period: 2, DaysOfWeek: 1 + 2}, "2026-02-02", "2026-02-28") // Mondays and Sundays
	steps := mostSteps
	monday, sunday := e.expand(time.Monday, &steps), e.expand(time.Sunday, &steps)
	equal(t, "from Monday", monday, []data.Date{date("2026-02-02"), date("2026-02-08"), date("2026-02-16"), date("2026-02-22")})
	equal(t, "from Sunday", sunday, []data.Date{date("2026-02-02"), date("2026-02-15"), date("2026-02-16")})
}
