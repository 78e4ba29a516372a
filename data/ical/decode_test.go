package ical

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"portfel/data"
	"portfel/data/text"
)

var moscow = DecodeOptions{Zone: "Europe/Moscow", FileID: fileID}

// cal makes a file of lines, with CRLF.
func cal(lines ...string) string {
	return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + strings.Join(lines, "\r\n") + "\r\nEND:VCALENDAR\r\n"
}

func event(lines ...string) string {
	return "BEGIN:VEVENT\r\n" + strings.Join(lines, "\r\n") + "\r\nEND:VEVENT"
}

const good = "UID:good\r\nSUMMARY:Встреча\r\nDTSTART;TZID=Europe/Moscow:20261201T100000\r\nDTEND;TZID=Europe/Moscow:20261201T113000"

// one reads a file that must give exactly one item and nothing refused.
func one(t *testing.T, file string) Foreign {
	t.Helper()
	list, refused, err := Decode([]byte(file), moscow)
	if err != nil || len(refused) != 0 || len(list) != 1 {
		t.Fatalf("%v, refused %v, %d items of\n%s", err, refused, len(list), file)
	}
	return list[0]
}

func checkGood(t *testing.T, f Foreign) {
	t.Helper()
	if f.UID != "good" || f.Summary != "Встреча" || f.Starts != at0("2026-12-01T10:00 Europe/Moscow") || f.Ends != at0("2026-12-01T11:30 Europe/Moscow") {
		t.Errorf("%+v", f)
	}
}

func TestEncodings(t *testing.T) {
	file := cal(event(good))
	cp, _ := charmap.Windows1251.NewEncoder().String(file)
	le, _ := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(file)
	be, _ := unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder().String(file)
	for name, b := range map[string]string{
		"utf-8": file, "bom": "\ufeff" + file, "lf": strings.ReplaceAll(file, "\r\n", "\n"), "cr": strings.ReplaceAll(file, "\r\n", "\r"),
		"windows-1251": cp, "utf-16le": le, "utf-16be": be, "utf-16le without mark": le[2:], "utf-16be without mark": be[2:],
		"small letters":       strings.NewReplacer("BEGIN", "begin", "VEVENT", "vevent", "DTSTART", "dtstart").Replace(file),
		"rune cut by folding": strings.Replace(file, "Встреча", "Вст\xd1\r\n \x80еча", 1),
		"folds":               strings.Replace(strings.Replace(file, "Встреча", "Вст\r\n\tре\r\n ча", 1), "20261201T1000", "2026\r\n 1201T1000", 1),
		"blank line in fold":  strings.Replace(file, "Встреча", "Вст\r\n\r\n реча", 1),
		"blank lines":         strings.ReplaceAll(file, "\r\n", "\r\n\r\n"),
		"no last line end":    strings.TrimSuffix(file, "\r\n"),
		"noise around":        "\r\n\r\n" + file + "\r\n",
	} {
		list, refused, err := Decode([]byte(b), moscow)
		if err != nil || len(refused) != 0 || len(list) != 1 {
			t.Errorf("%s: %v, %v, %d items", name, err, refused, len(list))
			continue
		}
		t.Run(name, func(t *testing.T) { checkGood(t, list[0]) })
	}
}

// A few damaged bytes are damage: they never turn a line into letters that
// nobody wrote.
func TestDamagedLettersAreRefusedByTheirLine(t *testing.T) {
	bad := event("UID:bad", "DTSTART:20261201T100000Z", "SUMMARY:\xff\xfeстреча")
	list, refused, err := Decode([]byte(cal(bad, event(good))), moscow)
	if err != nil || len(list) != 1 || len(refused) != 1 {
		t.Fatalf("%v, %d items, refused %v", err, len(list), refused)
	}
	checkGood(t, list[0])
	if r := refused[0]; r.Code != "icsLetters" || r.UID != "bad" || !strings.HasSuffix(r.Summary, "стреча") {
		t.Errorf("%+v", r)
	}
	// Here the damaged line is the only one with letters.
	if list, refused, err = Decode([]byte(cal(bad)), moscow); err != nil || len(list) != 0 || len(refused) != 1 {
		t.Errorf("%v, %v, %v", list, refused, err)
	}
	// The old encoding, with «РЁ», which by accident is a letter of UTF-8 too, and
	// with a byte that it does not have.
	old, _ := charmap.Windows1251.NewEncoder().String(cal(event(good), event("UID:2", "DTSTART:20261201T100000Z", "SUMMARY:РЁ")))
	if list, refused, err = Decode([]byte(old), moscow); err != nil || len(list) != 2 || len(refused) != 0 || list[1].Summary != "РЁ" {
		t.Errorf("%v, %v, %v", list, refused, err)
	}
	if _, refused, _ = Decode([]byte(strings.Replace(old, "SUMMARY:", "SUMMARY:\x98", 1)), moscow); len(refused) != 1 {
		t.Errorf("refused %v", refused)
	}
}

func TestDamagedFiles(t *testing.T) {
	file := cal(event(good))
	for name, c := range map[string]struct{ file, code, line string }{
		"empty":                  {"", "icsNotCalendar", ""},
		"not a calendar":         {"Здравствуйте!\nИван", "icsNotCalendar", ""},
		"html":                   {"<html><body>404</body></html>", "icsNotCalendar", ""},
		"cut in an event":        {file[:strings.Index(file, "END:VEVENT")], "icsTruncated", "7"},
		"cut after an event":     {file[:strings.Index(file, "END:VCALENDAR")], "icsTruncated", "8"},
		"cut in a line":          {file[:strings.Index(file, "113000")], "icsTruncated", "7"},
		"second calendar inside": {strings.TrimSuffix(file, "END:VCALENDAR\r\n") + file, "icsTruncated", "9"},
		"deep nesting":           {"BEGIN:VCALENDAR\n" + strings.Repeat("BEGIN:X\n", 1000), "icsDepth", "17"},
		"too large":              {strings.Repeat("x", maxFile+1), "tooLarge", "64"},
	} {
		list, refused, err := Decode([]byte(c.file), moscow)
		var p data.Problem
		if !errors.As(err, &p) || p.Code != c.code || strings.Join(p.Args, " ") != c.line || list != nil || refused != nil {
			t.Errorf("%s: %v %v %v, want %s %s", name, err, list, refused, c.code, c.line)
		}
	}
}

func TestOneBadEventIsRefusedAlone(t *testing.T) {
	const uid = "UID:bad\r\nSUMMARY:Плохое"
	for name, c := range map[string]struct {
		event, code string
		line        int
	}{
		"line without a colon":      {event(uid, "потерянный кусок строки", "DTSTART:20261201T100000"), "icsLine", 10},
		"value of quotes only":      {event(uid, `DTSTART;TZID="Europe/Moscow:20261201T100000`), "icsLine", 10},
		"no start":                  {event(uid), "icsNoStart", 7},
		"no such day":               {event(uid, "DTSTART;VALUE=DATE:20260230"), "icsTime", 7},
		"words for a time":          {event(uid, "DTSTART:завтра"), "icsTime", 7},
		"hour 25":                   {event(uid, "DTSTART:20261201T250000Z"), "icsTime", 7},
		"end before start":          {event(uid, "DTSTART:20261201T100000Z", "DTEND:20261201T090000Z"), "icsOrder", 7},
		"a hundred years":           {event(uid, "DTSTART;VALUE=DATE:20261201", "DTEND;VALUE=DATE:21261201"), "icsOrder", 7},
		"zone without description":  {event(uid, "DTSTART;TZID=Neverland:20261201T100000"), "icsZone", 7},
		"every second":              {event(uid, "DTSTART:20261201T100000Z", "RRULE:FREQ=SECONDLY"), "ruleFreq", 7},
		"never":                     {event(uid, "DTSTART:20261201T100000Z", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"), "ruleNever", 7},
		"count without end":         {event(uid, "DTSTART:20261201T100000Z", "RRULE:FREQ=DAILY;COUNT=1000000"), "ruleCount", 7},
		"two rules":                 {event(uid, "DTSTART:20261201T100000Z", "RRULE:FREQ=DAILY", "RRULE:FREQ=WEEKLY"), "ruleUnsupported", 7},
		"wrong duration":            {event(uid, "DTSTART:20261201T100000Z", "DURATION:PTT"), "icsTime", 7},
		"endless duration":          {event(uid, "DTSTART:20261201T100000Z", "DURATION:P99999999999999W"), "icsTime", 7},
		"ten megabytes in one line": {event(uid, "DESCRIPTION:"+strings.Repeat("ж", 5<<20), "DTSTART:20261201T100000Z"), "icsLongLine", 10},
		"head of a megabyte":        {event(uid, "DTSTART;X="+strings.Repeat("a", 1<<20)+":20261201T100000Z"), "icsLongLine", 10},
		"head of five kilobytes":    {event(uid, "DTSTART;X="+strings.Repeat("a", 5000)+":20261201T100000Z"), "icsLine", 10},
		"never closed":              {"BEGIN:VEVENT\r\n" + uid, "icsUnclosed", 7},
	} {
		file := cal(event("UID:a", "DTSTART:20261201T100000Z"), c.event, event(good)) // the bad one begins on line 7
		list, refused, err := Decode([]byte(file), moscow)
		if err != nil || len(list) != 2 || len(refused) != 1 {
			t.Errorf("%s: %v, %d items, refused %v", name, err, len(list), refused)
			continue
		}
		r := refused[0]
		if r.Code != c.code || r.Line != c.line || r.UID != "bad" || r.Summary != "Плохое" {
			t.Errorf("%s: line %d %s %v %q %q, want line %d %s", name, r.Line, r.Code, r.Args, r.UID, r.Summary, c.line, c.code)
		}
		checkGood(t, list[1])
	}
}

func TestOddButReadable(t *testing.T) {
	for name, lines := range map[string]string{
		"organizer that panics":  good + "\r\nORGANIZER;CN=X",
		"organizer in quotes":    good + "\r\nORGANIZER;CN=\"X",
		"long picture":           good + "\r\nATTACH;ENCODING=BASE64:" + strings.Repeat("A", 1<<20),
		"reminder":               good + "\r\nBEGIN:VALARM\r\nTRIGGER:-PT15M\r\nSUMMARY:Другое\r\nDTSTART:1\r\nEND:VALARM",
		"end of nothing":         good + "\r\nEND:VALARM",
		"reminder never closed":  good + "\r\nBEGIN:VALARM\r\nTRIGGER:-PT15M",
		"duration instead":       strings.Replace(good, "DTEND;TZID=Europe/Moscow:20261201T113000", "DURATION:PT1H30M", 1),
		"seconds":                strings.Replace(good, "113000", "113059", 1),
		"zone in quotes":         strings.ReplaceAll(good, "TZID=Europe/Moscow", `TZID="Europe/Moscow"`),
		"path of a zone":         strings.ReplaceAll(good, "TZID=Europe/Moscow", "TZID=/softwarestudio.org/Olson_20011030_5/Europe/Moscow"),
		"slash before a zone":    strings.ReplaceAll(good, "TZID=Europe/Moscow", "TZID=/Europe/Moscow"),
		"zone of Windows":        strings.ReplaceAll(good, "TZID=Europe/Moscow", "TZID=Russian Standard Time"),
		"floating":               strings.ReplaceAll(good, ";TZID=Europe/Moscow", ""),
		"utc":                    "UID:good\r\nSUMMARY:Встреча\r\nDTSTART:20261201T070000Z\r\nDTEND:20261201T083000Z",
		"escape that isn't one":  strings.Replace(good, "Встреча", `Встр\еча`, 1),
		"unknown property":       good + "\r\nX-ЧТО-ТО:1",
		"private property":       good + "\r\nX-APPLE-TRAVEL-ADVISORY-BEHAVIOR:AUTOMATIC",
		"time without seconds":   strings.ReplaceAll(good, "T100000", "T1000"),
		"carriage return inside": strings.Replace(good, "SUMMARY", "COMMENT:a\rb\r\nSUMMARY", 1),
	} {
		list, refused, err := Decode([]byte(cal(event(lines))), moscow)
		if name == "unknown property" { // a Cyrillic name is no name
			if len(refused) != 1 || refused[0].Code != "icsLine" {
				t.Errorf("%s: %v %v", name, list, refused)
			}
			continue
		}
		if err != nil || len(refused) != 0 || len(list) != 1 {
			t.Errorf("%s: %v %v %v", name, err, refused, list)
			continue
		}
		t.Run(name, func(t *testing.T) { checkGood(t, list[0]) })
	}
}

func TestZonesOfTheFile(t *testing.T) {
	block := func(kind, start, from, to, rule string) string {
		return fmt.Sprintf("BEGIN:%s\r\nDTSTART:%s\r\nTZOFFSETFROM:%s\r\nTZOFFSETTO:%s%s\r\nEND:%s", kind, start, from, to, rule, kind)
	}
	zone := func(id string, blocks ...string) string {
		return "BEGIN:VTIMEZONE\r\nTZID:" + id + "\r\n" + strings.Join(blocks, "\r\n") + "\r\nEND:VTIMEZONE"
	}
	own := zone("Наша зона", block("STANDARD", "19700101T000000", "+0300", "+0300", ""))
	fixed := zone("Custom", block("STANDARD", "16010101T000000", "+0500", "+0500", ""))
	half := zone("Half", block("STANDARD", "16010101T000000", "+0530", "+0530", ""))
	summer := zone("Summer",
		block("STANDARD", "16011028T030000", "+0200", "+0100", "\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10"),
		block("DAYLIGHT", "16010325T020000", "+0100", "+0200", "\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3"))
	lic := "BEGIN:VTIMEZONE\r\nTZID:X1\r\nX-LIC-LOCATION:Asia/Yekaterinburg\r\n" + block("STANDARD", "19700101T000000", "+0500", "+0500", "") + "\r\nEND:VTIMEZONE"
	for _, c := range []struct{ zone, tzid, day, want string }{
		{own, "Наша зона", "20261201", "2026-12-01T10:00 Europe/Moscow"},
		{fixed, "Custom", "20261201", "2026-12-01T10:00 Etc/GMT-5"},
		{half, "Half", "20261201", "2026-12-01T07:30 Europe/Moscow"}, // 10:00 at +05:30 is 04:30Z
		{summer, "Summer", "20261201", "2026-12-01T10:00 Etc/GMT-1"},
		{summer, "Summer", "20260701", "2026-07-01T10:00 Etc/GMT-2"},
		{summer, "Summer", "20260328", "2026-03-28T10:00 Etc/GMT-1"},
		{summer, "Summer", "20260329", "2026-03-29T10:00 Etc/GMT-2"},
		{lic, "X1", "20261201", "2026-12-01T10:00 Asia/Yekaterinburg"},
	} {
		// The zone may stand behind the event that needs it.
		f := one(t, cal(event("UID:a", "DTSTART;TZID="+c.tzid+":"+c.day+"T100000"), c.zone))
		if f.Starts != at0(c.want) {
			t.Errorf("%s on %s: %v, want %s", c.tzid, c.day, f.Starts, c.want)
		}
	}
}

func TestWholeDays(t *testing.T) {
	for lines, want := range map[string]string{
		"DTSTART;VALUE=DATE:20261130\r\nDTEND;VALUE=DATE:20261205":                                                               "2026-11-30 2026-12-04",
		"DTSTART;VALUE=DATE:20261130":                                                                                            "2026-11-30 2026-11-30",
		"DTSTART;VALUE=DATE:20261130\r\nDTEND;VALUE=DATE:20261130":                                                               "2026-11-30 2026-11-30",
		"DTSTART:20261130\r\nDURATION:P5D":                                                                                       "2026-11-30 2026-12-04",
		"DTSTART;VALUE=DATE;TZID=Europe/Moscow:20261130\r\nDTEND;VALUE=DATE;TZID=Europe/Moscow:20261201":                         "2026-11-30 2026-11-30",
		"DTSTART;TZID=Нет;VALUE=DATE:20261130T000000\r\nDTEND;TZID=Нет;VALUE=DATE:20261203T000000":                               "2026-11-30 2026-12-02",
		"DTSTART;VALUE=DATE:20261130\r\nDTEND;VALUE=DATE:20261205\r\nX-MICROSOFT-CDO-ALLDAYEVENT:TRUE":                           "2026-11-30 2026-12-04",
		"RECURRENCE-ID;VALUE=DATE:20261130\r\nDTSTART;VALUE=DATE:20261201\r\nRDATE;VALUE=DATE:20270101":                          "2026-12-01 2026-12-01",
		"DTSTART;VALUE=DATE:20261130\r\nDTEND;VALUE=DATE:20261205\r\nRRULE:FREQ=MONTHLY;UNTIL=20270131":                          "2026-11-30 2026-12-04",
		"DTSTART;VALUE=DATE:20261130\r\nDTEND;VALUE=DATE:20261205\r\nEXDATE;VALUE=DATE:20270131,20261231,\r\nRRULE:FREQ=MONTHLY": "2026-11-30 2026-12-04",
	} {
		f := one(t, cal(event("UID:a", lines)))
		if got := f.StartsOn.String() + " " + f.EndsOn.String(); !f.AllDay || got != want || !f.Starts.IsZero() {
			t.Errorf("%s: %s, want %s", lines, got, want)
		}
	}
}

func TestSeriesOfAFile(t *testing.T) {
	f := one(t, cal(event(good, "RRULE:FREQ=WEEKLY;WKST=MO;UNTIL=20270113T070000Z;BYDAY=TU;BYHOUR=10;BYMINUTE=0;BYSECOND=0",
		"EXDATE;TZID=Europe/Moscow:20261208T100000,20261215T100000", "EXDATE:20261229T070000Z", "RDATE;TZID=Europe/Moscow:20261210T120000")))
	if f.Rule != "FREQ=WEEKLY;WKST=MO;BYDAY=TU" || f.UntilOn != day("2027-01-13") {
		t.Errorf("%q until %v", f.Rule, f.UntilOn)
	}
	if got := fmt.Sprint(f.ExDates, f.RDates); got != "[2026-12-08 2026-12-15 2026-12-29] [2026-12-10T12:00 Europe/Moscow]" {
		t.Error(got)
	}
	// UNTIL before the hour of the start leaves the day before; a day is a whole day.
	for until, want := range map[string]string{"20270112T000000Z": "2027-01-11", "20270112T065959Z": "2027-01-11", "20270112T070000Z": "2027-01-12",
		"20270112": "2027-01-12", "20270112T235959Z": "2027-01-13"} {
		// The last is 02:59 of the 13th in Moscow, before ten: the 12th.
		if until == "20270112T235959Z" {
			want = "2027-01-12"
		}
		if f := one(t, cal(event(good, "RRULE:FREQ=DAILY;UNTIL="+until))); f.UntilOn.String() != want {
			t.Errorf("UNTIL %s: %v, want %s", until, f.UntilOn, want)
		}
	}
	if f = one(t, cal(event(good, "RRULE:FREQ=DAILY"))); !f.UntilOn.IsZero() {
		t.Error("an end where there is none")
	}
}

func TestTouchedOccurrencesOfAFile(t *testing.T) {
	list, refused, err := Decode([]byte(cal(
		event("UID:s", "DTSTART;TZID=Asia/Vladivostok:20261201T040000", "RRULE:FREQ=DAILY"),
		event("UID:s", "RECURRENCE-ID:20261202T180000Z", "DTSTART;TZID=Asia/Vladivostok:20261203T060000", "STATUS:CANCELLED"))), moscow)
	if err != nil || len(refused) != 0 || len(list) != 2 {
		t.Fatal(err, refused, list)
	}
	// 18:00Z of the 2nd is 04:00 of the 3rd in Vladivostok.
	if list[1].RecurrenceOn != day("2026-12-03") || list[1].Status != Cancelled || list[0].RecurrenceOn != 0 {
		t.Errorf("%+v", list[1])
	}
}

func TestTasksOfAFile(t *testing.T) {
	todo := func(lines ...string) string {
		return cal("BEGIN:VTODO\r\nUID:t\r\n" + strings.Join(lines, "\r\n") + "\r\nEND:VTODO")
	}
	f := one(t, todo("DTSTART;VALUE=DATE:20261130", "DUE;VALUE=DATE:20261204", "PERCENT-COMPLETE:40", "STATUS:IN-PROCESS", "CATEGORIES:Работа\\, дом,Отчёты"))
	if !f.Todo || f.StartsOn != day("2026-11-30") || f.EndsOn != day("2026-12-04") || f.Percent != 40 || f.Status != InProcess || strings.Join(f.Categories, "|") != "Работа, дом|Отчёты" {
		t.Errorf("%+v", f)
	}
	if f = one(t, todo("DUE;VALUE=DATE:20261204")); f.StartsOn != day("2026-12-04") || f.EndsOn != day("2026-12-04") {
		t.Errorf("%+v", f)
	}
	if f = one(t, todo("DUE;TZID=Europe/Moscow:20261204T180000")); f.Starts != at0("2026-12-04T18:00 Europe/Moscow") || f.Ends != f.Starts {
		t.Errorf("%+v", f)
	}
}

func TestSeveralCalendarsAndTwins(t *testing.T) {
	file := cal(event(good)) + cal(event("UID:b", "DTSTART:20261201T100000Z", "SEQUENCE:2", "SUMMARY:новое")) +
		cal(event("UID:b", "DTSTART:20261202T100000Z", "SEQUENCE:1", "SUMMARY:старое"))
	list, refused, err := Decode([]byte(file), moscow)
	if err != nil || len(list) != 2 || list[1].Summary != "новое" || len(refused) != 1 || refused[0].Code != "icsTwice" || refused[0].Line != 21 {
		t.Error(err, list, refused)
	}
}

func TestWithoutUID(t *testing.T) {
	a := one(t, cal(event("SUMMARY:Встреча", "DTSTART:20261201T100000Z")))
	b := one(t, cal(event("DTSTART:20261201T100000Z", "SUMMARY:Встреча")))
	if a.UID == "" || a.UID != b.UID {
		t.Error("an event without UID must be known again:", a.UID, b.UID)
	}
}

func TestOwnItemsAreKnown(t *testing.T) {
	for uid, want := range map[string]string{
		key(1, ""):                     id(1).String() + " ",
		key(1, "report"):               id(1).String() + " report",
		key(1, "control-30"):           id(1).String() + " control-30",
		id(1).String() + "@other":      " ",
		"x@" + fileID:                  " ",
		id(1).String() + "x@" + fileID: " ",
		"@" + fileID:                   " ",
		"zzzzzzzz-0000-7000-8000-000000000001@" + fileID: " ",
	} {
		f := one(t, cal(event("UID:"+uid, "DTSTART:20261201T100000Z")))
		if got := f.OwnID.String() + " " + f.OwnPart; got != want || f.Own != (want != " ") {
			t.Errorf("%s: %q, want %q", uid, got, want)
		}
	}
}

func TestWhatLooksLikeATrip(t *testing.T) {
	for lines, want := range map[string]bool{
		"DTSTART;VALUE=DATE:20261130\r\nSUMMARY:Командировка: Казань":                                  true,
		"DTSTART;VALUE=DATE:20261130\r\nSUMMARY:Business trip to Kazan":                                true,
		"DTSTART;VALUE=DATE:20261130\r\nSUMMARY:Казань\r\nCATEGORIES:Командировки":                     true,
		"DTSTART;VALUE=DATE:20261130\r\nSUMMARY:Kazan\r\nCATEGORIES:Work,Travel":                       true,
		"DTSTART;VALUE=DATE:20261130\r\nDTEND;VALUE=DATE:20261204\r\nSUMMARY:Завод\r\nLOCATION:Казань": true,
		"DTSTART;VALUE=DATE:20261130\r\nDTEND;VALUE=DATE:20261204\r\nSUMMARY:Отпуск":                   false,
		"DTSTART;VALUE=DATE:20261130\r\nSUMMARY:Завод\r\nLOCATION:Казань":                              false,
		"DTSTART;VALUE=DATE:20261130\r\nSUMMARY:Командировочные документы":                             false,
		"DTSTART:20261130T100000Z\r\nSUMMARY:Командировка: обсудить":                                   false,
		"DTSTART;VALUE=DATE:20261130\r\nSUMMARY:Командировка\r\nRRULE:FREQ=MONTHLY":                    false,
	} {
		if f := one(t, cal(event("UID:a", lines))); f.LooksLikeTrip != want {
			t.Errorf("%s: %v", lines, f.LooksLikeTrip)
		}
	}
}

func TestHashTellsChanges(t *testing.T) {
	a := one(t, cal(event(good, "SEQUENCE:1", "DTSTAMP:20260101T000000Z")))
	b := one(t, cal(event(good, "SEQUENCE:2", "DTSTAMP:20270101T000000Z")))
	c := one(t, cal(event(good, "LOCATION:Казань")))
	if a.Hash != b.Hash || a.Hash == c.Hash || len(a.Hash) != 32 {
		t.Error(a.Hash, b.Hash, c.Hash)
	}
}

func TestEveryRefusalHasWords(t *testing.T) {
	for _, l := range text.Langs {
		w := text.For(l)
		for _, code := range []string{"icsNotCalendar", "icsTruncated", "icsDepth", "icsUnclosed", "icsLine", "icsLongLine", "icsLetters", "icsTwice", "icsNoStart",
			"icsTime", "icsZone", "icsOrder", "ruleFormat", "ruleFreq", "ruleUntil", "ruleCount", "ruleUnsupported", "ruleNever", "tooLarge"} {
			s := w.Problem(Refused{Code: code, Args: []string{"А", "Б"}}.Problem())
			if !w.Has("problem."+code) || strings.Contains(s, "{") {
				t.Errorf("%s: %s: %s", l, code, s)
			}
		}
	}
}

func FuzzDecode(f *testing.F) {
	file := cal(event(good))
	cp, _ := charmap.Windows1251.NewEncoder().String(file)
	le, _ := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(file)
	for _, s := range []string{file, "\ufeff" + file, cp, le, file[:90], cal(event(good, "ORGANIZER;CN=X")), cal(event(good, "DTSTART;X=\"")),
		strings.Replace(file, "Встреча", "Вст\r\n\r\n реча", 1), cal(event("UID:a", "DTSTART;TZID=/a/b/Europe/Stockholm:20261201T100000")),
		cal(event(good, "RRULE:FREQ=SECONDLY")), cal(event(good, "RRULE:FREQ=MONTHLY;BYDAY=53MO")), cal(event(good, "EXDATE:,20261201T070000Z,x", "RDATE;VALUE=PERIOD:20261201T070000Z/PT1H")),
		cal("BEGIN:VTIMEZONE\r\nTZID:Q\r\nBEGIN:STANDARD\r\nDTSTART:16010101T000000\r\nTZOFFSETTO:+0330\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\nEND:STANDARD\r\nEND:VTIMEZONE", event("UID:a", "DTSTART;TZID=Q:20261201T100000")),
		cal("BEGIN:VTODO\r\nUID:t\r\nDUE:20261201\r\nDURATION:P1W\r\nEND:VTODO"), cal(event(good)) + cal(event(good))} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		list, refused, err := Decode(b, moscow)
		if err != nil && (list != nil || refused != nil) {
			t.Fatal("half a file")
		}
		for _, x := range list {
			if x.UID == "" || x.Hash == "" || x.AllDay && (x.StartsOn == 0 || x.EndsOn < x.StartsOn) || !x.AllDay && instant(x.Ends).Before(instant(x.Starts)) {
				t.Fatalf("%+v", x)
			}
			if x.Rule != "" && CheckRule(x.Rule) != nil {
				t.Fatalf("rule %q", x.Rule)
			}
		}
		for _, r := range refused {
			if r.Line < 1 || !text.For(text.RU).Has("problem."+r.Code) {
				t.Fatalf("%+v", r)
			}
		}
	})
}
