package ical

import (
	"errors"
	"strings"
	"testing"
	"time"

	"portfel/data"
)

func series(rule, starts, ends string) data.Series {
	return data.Series{Rule: rule, Starts: at0(starts), Ends: at0(ends), DaysOff: data.DaysOffKeep}
}

// days writes occurrences as their days, one behind another.
func days(list []Occurrence) string {
	var s []string
	for _, o := range list {
		s = append(s, o.OriginalDay.String())
	}
	return strings.Join(s, " ")
}

func TestOccurrences(t *testing.T) {
	for _, c := range []struct{ rule, start, from, to, want string }{
		{"FREQ=WEEKLY;BYDAY=WE", "2026-11-18", "2026-11-16", "2026-12-05", "2026-11-18 2026-11-25 2026-12-02"},
		{"FREQ=WEEKLY;BYDAY=WE", "2026-11-17", "2026-11-16", "2026-11-30", "2026-11-18 2026-11-25"}, // a start off the rule
		{"FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR", "2026-11-20", "2026-11-01", "2026-12-18", "2026-11-20 2026-11-30 2026-12-04 2026-12-14 2026-12-18"},
		{"FREQ=DAILY;INTERVAL=10", "2026-11-25", "2026-12-01", "2026-12-31", "2026-12-05 2026-12-15 2026-12-25"},
		{"FREQ=DAILY;COUNT=3", "2026-12-30", "2026-12-31", "2027-12-31", "2026-12-31 2027-01-01"},
		{"FREQ=MONTHLY;BYDAY=-1FR", "2026-11-27", "2026-11-01", "2027-02-28", "2026-11-27 2026-12-25 2027-01-29 2027-02-26"},
		{"FREQ=MONTHLY;BYMONTHDAY=31", "2026-12-31", "2026-12-01", "2027-06-30", "2026-12-31 2027-01-31 2027-03-31 2027-05-31"},
		{"FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "2026-11-30", "2026-11-01", "2027-01-31", "2026-11-30 2026-12-31 2027-01-29"},
		{"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "2024-02-29", "2024-01-01", "2034-12-31", "2024-02-29 2028-02-29 2032-02-29"},
		{"FREQ=YEARLY", "2026-02-10", "2027-01-01", "2028-12-31", "2027-02-10 2028-02-10"},
		{"FREQ=WEEKLY", "1999-12-29", "2026-11-18", "2026-11-26", "2026-11-18 2026-11-25"}, // 1403 weeks later
	} {
		s := series(c.rule, c.start+"T10:00 Europe/Moscow", c.start+"T11:00 Europe/Moscow")
		if got := days(Occurrences(s, day(c.from), day(c.to), nil, 0)); got != c.want {
			t.Errorf("%s from %s:\n got %s\nwant %s", c.rule, c.start, got, c.want)
		}
	}
}

func TestOccurrencesKeepTheWallClock(t *testing.T) {
	s := series("FREQ=WEEKLY", "2026-10-19T22:30 Europe/Berlin", "2026-10-20T00:15 Europe/Berlin")
	list := Occurrences(s, day("2026-10-26"), day("2026-10-26"), nil, 0)
	if len(list) != 1 || list[0].Starts != at0("2026-10-26T22:30 Europe/Berlin") || list[0].Ends != at0("2026-10-27T00:15 Europe/Berlin") {
		t.Errorf("%v", list)
	}
	// The part after midnight counts for its day, too.
	if list = Occurrences(s, day("2026-10-27"), day("2026-10-27"), nil, 0); len(list) != 1 || list[0].OriginalDay != day("2026-10-26") {
		t.Errorf("%v", list)
	}
}

func TestDaysOffAndLastDay(t *testing.T) {
	s := series("FREQ=WEEKLY;BYDAY=WE", "2026-12-23T17:30 Europe/Moscow", "2026-12-23T18:00 Europe/Moscow")
	s.UntilOn = day("2027-01-20")
	off := func(d data.Date) bool { return d == day("2027-01-06") }
	if got := days(Occurrences(s, 0, day("2030-01-01"), off, 0)); got != "2026-12-23 2026-12-30 2027-01-06 2027-01-13 2027-01-20" {
		t.Error("kept:", got)
	}
	s.DaysOff = data.DaysOffSkip
	if got := days(Occurrences(s, 0, day("2030-01-01"), off, 3)); got != "2026-12-23 2026-12-30 2027-01-13" {
		t.Error("skipped:", got)
	}
}

func TestRulesThatNeverEnd(t *testing.T) {
	start := time.Now()
	for _, rule := range []string{
		"FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6", "FREQ=YEARLY;BYYEARDAY=366;BYMONTH=1", "FREQ=DAILY",
	} {
		s := series(rule, "2026-11-18T10:00 UTC", "2026-11-18T11:00 UTC")
		if n := len(Occurrences(s, 0, day("9999-12-31"), nil, 0)); n > maxOccurrences || rule != "FREQ=DAILY" && n != 0 {
			t.Errorf("%s: %d", rule, n)
		}
	}
	if d := time.Since(start); d > 3*time.Second {
		t.Errorf("took %v", d)
	}
}

func TestCheckRule(t *testing.T) {
	for rule, code := range map[string]string{
		"FREQ=WEEKLY;BYDAY=WE":                   "",
		"rrule:freq=weekly; byday=we,fr;":        "",
		"FREQ=MONTHLY;BYDAY=2TU;WKST=SU":         "",
		"FREQ=YEARLY;BYDAY=20MO":                 "",
		"FREQ=DAILY;COUNT=1000":                  "",
		"":                                       "ruleFormat",
		"FREQ":                                   "ruleFormat",
		"FREQ=WEEKLY;FREQ=DAILY":                 "ruleFormat",
		"INTERVAL=2":                             "ruleFormat",
		"FREQ=WEEKLY;BYDAY=XX":                   "ruleFormat",
		"FREQ=WEEKLY;BYMONTH=13":                 "ruleFormat",
		"FREQ=HOURLY":                            "ruleFreq",
		"FREQ=SECONDLY":                          "ruleFreq",
		"FREQ=FORTNIGHTLY":                       "ruleFreq",
		"FREQ=DAILY;UNTIL=20270101":              "ruleUntil",
		"FREQ=DAILY;COUNT=1001":                  "ruleCount",
		"FREQ=DAILY;COUNT=0":                     "ruleCount",
		"FREQ=DAILY;INTERVAL=-1":                 "ruleCount",
		"FREQ=DAILY;INTERVAL=99999999999":        "ruleCount",
		"FREQ=DAILY;BYHOUR=9,12":                 "ruleUnsupported",
		"FREQ=YEARLY;BYWEEKNO=20":                "ruleUnsupported",
		"FREQ=YEARLY;BYEASTER=1":                 "ruleUnsupported",
		"FREQ=WEEKLY;BYDAY=MO,FR;BYSETPOS=1":     "ruleUnsupported",
		"FREQ=MONTHLY;BYDAY=53MO":                "ruleUnsupported",
		"FREQ=YEARLY;BYMONTH=12;BYDAY=-53MO":     "ruleUnsupported",
		"FREQ=WEEKLY;BYDAY=2MO":                  "ruleUnsupported",
		"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30,31": "ruleNever",
		"FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=-31":   "ruleNever",
	} {
		err := CheckRule(rule)
		var p data.Problem
		if errors.As(err, &p); p.Code != code || err != nil && p.Field != "rule" {
			t.Errorf("%q: %v, want %q", rule, err, code)
		}
	}
}

func FuzzRule(f *testing.F) {
	for _, s := range []string{"FREQ=WEEKLY;BYDAY=WE", "FREQ=MONTHLY;BYDAY=-5SU;BYMONTH=1,12", "FREQ=YEARLY;BYDAY=53MO,-53SU",
		"FREQ=YEARLY;BYYEARDAY=-366;BYSETPOS=-1", "FREQ=MONTHLY;BYMONTHDAY=-31;INTERVAL=7;WKST=SU;COUNT=5", "FREQ=DAILY;BYDAY=MO;BYMONTH=2;BYMONTHDAY=29"} {
		f.Add(s, 1500)
	}
	f.Fuzz(func(t *testing.T, rule string, start int) {
		first := day("2000-01-01") + data.Date(uint16(start))
		s := data.Series{Rule: rule, Starts: data.Moment{Day: first, Zone: "UTC"}, Ends: data.Moment{Day: first, Zone: "UTC"}}
		last := data.Date(0)
		for _, o := range Occurrences(s, 0, first+3000, nil, 500) {
			if o.OriginalDay < first || o.OriginalDay <= last {
				t.Fatalf("%q: %v after %v, start %v", rule, o.OriginalDay, last, first)
			}
			last = o.OriginalDay
		}
	})
}

func TestUntilOfARule(t *testing.T) {
	for _, c := range []struct{ rule, starts, until, want string }{
		// The end of the day by UTC fits.
		{"FREQ=WEEKLY", "2026-11-18T17:30 Europe/Moscow", "2027-02-15", "20270215T235959Z"},
		// 20:00 in New York is past midnight of UTC: end of the local day, 04:59:59Z.
		{"FREQ=DAILY", "2026-11-18T20:00 America/New_York", "2026-12-15", "20261216T045959Z"},
		// 01:00 of the next day in Vladivostok is before midnight of UTC.
		{"FREQ=DAILY", "2026-11-18T01:00 Asia/Vladivostok", "2026-12-15", "20261215T135959Z"},
		// COUNT ends earlier, and gives way.
		{"FREQ=WEEKLY;COUNT=3", "2026-11-18T17:30 Europe/Moscow", "2026-11-26", "20261126T235959Z"},
	} {
		r := weekly()
		r.Rule, r.Starts, r.Ends, r.UntilOn = c.rule, at0(c.starts), at0(c.starts), day(c.until)
		got, _ := export(t, []data.AgendaRow{r}, mine())
		if !strings.Contains(got, ";UNTIL="+c.want+"\r\n") || strings.Contains(got, "COUNT=") {
			t.Errorf("%s %s until %s: want %s in\n%s", c.rule, c.starts, c.until, c.want, got)
		}
	}
	r := weekly()
	r.AllDay, r.Starts, r.Ends = true, at0("2026-11-18T00:00 Europe/Moscow"), at0("2026-11-18T00:00 Europe/Moscow")
	got, _ := export(t, []data.AgendaRow{r}, mine())
	if !strings.Contains(got, "RRULE:FREQ=WEEKLY;BYDAY=WE;UNTIL=20270215\r\n") || !strings.Contains(got, "DTSTART;VALUE=DATE:20261118\r\nDTEND;VALUE=DATE:20261119\r\n") {
		t.Error(got)
	}
}

// What a rule takes from its first day is said where not every month has that day.
func TestARuleOfADayThatNotEveryMonthHas(t *testing.T) {
	for _, c := range []struct{ rule, first, want string }{
		{"FREQ=YEARLY", "2024-02-29", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29"},
		{"FREQ=YEARLY;COUNT=3", "2024-02-29", "FREQ=YEARLY;COUNT=3;BYMONTH=2;BYMONTHDAY=29"},
		{"FREQ=MONTHLY", "2026-01-31", "FREQ=MONTHLY;BYMONTHDAY=31"},
		{"FREQ=MONTHLY;INTERVAL=2", "2026-11-30", "FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=30"},
		{"FREQ=YEARLY;BYMONTH=1,2", "2026-01-30", "FREQ=YEARLY;BYMONTH=1,2;BYMONTHDAY=30"},
		{"FREQ=YEARLY", "2026-12-31", "FREQ=YEARLY"},
		{"FREQ=YEARLY", "2024-02-28", "FREQ=YEARLY"},
		{"FREQ=MONTHLY;BYDAY=-1FR", "2026-10-30", "FREQ=MONTHLY;BYDAY=-1FR"},
		{"FREQ=WEEKLY", "2024-02-29", "FREQ=WEEKLY"},
	} {
		r := weekly()
		r.MentoringID, r.Layer, r.DaysOff, r.UntilOn = data.ID[data.Mentoring]{}, data.LayerMeetings, data.DaysOffKeep, 0
		r.Rule, r.Starts, r.Ends = c.rule, at0(c.first+"T10:00 Europe/Moscow"), at0(c.first+"T11:00 Europe/Moscow")
		got, p := export(t, []data.AgendaRow{r}, mine())
		if !strings.Contains(got, "RRULE:"+c.want+"\r\n") {
			t.Errorf("%s from %s: want %s in\n%s", c.rule, c.first, c.want, got)
		}
		var was, is []string
		for _, o := range Occurrences(data.Series{Rule: c.rule, Starts: r.Starts, Ends: r.Ends}, 0, day("2060-01-01"), nil, 8) {
			was = append(was, o.OriginalDay.String())
		}
		for _, o := range p.Write[0].instances(8) {
			is = append(is, o.OriginalDay.String())
		}
		if strings.Join(was, " ") != strings.Join(is, " ") {
			t.Errorf("%s: %v became %v", c.rule, was, is)
		}
	}
}

func TestCountWithALastDay(t *testing.T) {
	it := Item{Rule: "FREQ=WEEKLY;COUNT=2", UntilOn: day("2027-02-15"), Starts: at0("2026-11-18T17:30 Europe/Moscow"), Ends: at0("2026-11-18T18:00 Europe/Moscow")}
	if n := len(it.instances(10)); n != 2 {
		t.Fatal(n)
	}
	if got := it.ruleText(); got != "FREQ=WEEKLY;COUNT=2" { // the count ends first
		t.Error(got)
	}
	it.UntilOn = day("2026-11-20")
	if got := it.ruleText(); got != "FREQ=WEEKLY;UNTIL=20261120T235959Z" {
		t.Error(got)
	}
	if n := len(it.instances(10)); n != 1 {
		t.Fatal(n)
	}
}

func TestSeriesOnlyOnDaysOffIsNotWritten(t *testing.T) {
	o := mine()
	o.Off = func(data.Date) bool { return true }
	if got, _ := export(t, []data.AgendaRow{weekly()}, o); strings.Contains(got, "VEVENT") {
		t.Error(got)
	}
}

func TestTouchedDaysThatDoNotFit(t *testing.T) {
	o := mine()
	o.Off = func(d data.Date) bool { return d == day("2026-12-02") }
	// Touched on a day off: the series keeps the day, or readers drop it.
	got, _ := export(t, []data.AgendaRow{weekly(), moved()}, o)
	if strings.Contains(got, "EXDATE") || !strings.Contains(got, "RECURRENCE-ID;TZID=Europe/Moscow:20261202T173000") {
		t.Error(got)
	}
	// The rule no longer falls on the day, or the series is not exported: an event of its own.
	r := weekly()
	r.Rule = "FREQ=WEEKLY;BYDAY=TH"
	for _, rows := range [][]data.AgendaRow{{r, moved()}, {moved()}} {
		got, p := export(t, rows, o)
		if strings.Contains(got, "RECURRENCE-ID") || find(t, p.Write, key(21, "")).Starts != moved().Starts {
			t.Error(got)
		}
	}
	if occurrenceKey("a", day("2026-12-02")) != "a#2026-12-02" {
		t.Error("keys of touched days are stored and must not change")
	}
}
