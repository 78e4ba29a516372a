package text

import (
	"fmt"
	"strconv"
	"time"
	"unicode"
	"unicode/utf8"

	"portfel/data"
)

//text:prefix month.
//text:prefix weekday.

// Month is the name of a month as a heading needs it: «ноябрь», November.
func (w *Words) Month(m time.Month) string { return w.T("month." + strconv.Itoa(int(m))) }

// MonthOf is the name of a month after a day's number: «ноября», November.
func (w *Words) MonthOf(m time.Month) string { return w.T("month.of." + strconv.Itoa(int(m))) }

// MonthShort is «нояб.», Nov.
func (w *Words) MonthShort(m time.Month) string { return w.T("month.short." + strconv.Itoa(int(m))) }

// MonthYear is «ноябрь 2026», November 2026.
func (w *Words) MonthYear(d data.Date) string {
	y, m, _ := d.Civil()
	return fmt.Sprintf("%s %d", w.Month(m), y)
}

// WeekdayName is the short name of a weekday: «вт», Tue.
func (w *Words) WeekdayName(d time.Weekday) string {
	return w.T("weekday.short." + strconv.Itoa(int(d)))
}

// Weekday is the short weekday of a date: «вт», Tue.
func (w *Words) Weekday(d data.Date) string { return w.WeekdayName(d.Weekday()) }

// WeekdayLong is the full weekday of a date: «вторник», Tuesday.
func (w *Words) WeekdayLong(d data.Date) string {
	return w.T("weekday.long." + strconv.Itoa(int(d.Weekday())))
}

// Date is the full date: «24.11.2026», 24 Nov 2026. None is an empty text, in
// all formats of dates.
func (w *Words) Date(d data.Date) string {
	if d.IsZero() {
		return ""
	}
	y, m, day := d.Civil()
	if w.ru() {
		return fmt.Sprintf("%02d.%02d.%04d", day, m, y)
	}
	return fmt.Sprintf("%d %s %d", day, w.MonthShort(m), y)
}

// ShortDate is the date with a year of two digits, for narrow columns:
// «26.02.27», 26 Feb 27.
func (w *Words) ShortDate(d data.Date) string {
	if d.IsZero() {
		return ""
	}
	return w.DayMonth(d) + map[bool]string{true: ".", false: " "}[w.ru()] + two(d.Year()%100)
}

// DayMonth is the date without its year: «24.11», 24 Nov.
func (w *Words) DayMonth(d data.Date) string {
	if d.IsZero() {
		return ""
	}
	_, m, day := d.Civil()
	if w.ru() {
		return two(day) + "." + two(int(m))
	}
	return fmt.Sprintf("%d %s", day, w.MonthShort(m))
}

// LongDay is «24 ноября», 24 November.
func (w *Words) LongDay(d data.Date) string {
	if d.IsZero() {
		return ""
	}
	_, m, day := d.Civil()
	return fmt.Sprintf("%d %s", day, w.MonthOf(m))
}

// LongDate is «24 ноября 2026», 24 November 2026.
func (w *Words) LongDate(d data.Date) string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%s %d", w.LongDay(d), d.Year())
}

// PaperDate is the date as orders and acts write it: «24 ноября 2026 г.».
func (w *Words) PaperDate(d data.Date) string {
	if d.IsZero() || !w.ru() {
		return w.LongDate(d)
	}
	return w.LongDate(d) + nb + "г."
}

// WeekdayDay is «вт 24.11», Tue 24 Nov.
func (w *Words) WeekdayDay(d data.Date) string {
	if d.IsZero() {
		return ""
	}
	return w.Weekday(d) + " " + w.DayMonth(d)
}

// WeekdayNumber is «вт 24», Tue 24: the head of a column of a week.
func (w *Words) WeekdayNumber(d data.Date) string {
	if d.IsZero() {
		return ""
	}
	_, _, day := d.Civil()
	return w.Weekday(d) + " " + strconv.Itoa(day)
}

// DayTitle is the head of a screen: «Вторник, 24 ноября», Tuesday, 24 November.
func (w *Words) DayTitle(d data.Date) string {
	if d.IsZero() {
		return ""
	}
	return Title(w.WeekdayLong(d)) + ", " + w.LongDay(d)
}

// Title is the text with its first letter large.
func Title(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

// Period is a span of days, both inclusive: «16–19 ноября» in one month,
// «30.11–04.12.2026» over months, «23.12.2026–12.01.2027» over years, «24
// ноября» for one day. An open end is «с 16 ноября» or «до 19 ноября».
func (w *Words) Period(from, to data.Date) string {
	switch {
	case from.IsZero() && to.IsZero():
		return ""
	case to.IsZero():
		return w.F("period.from", w.LongDay(from))
	case from.IsZero():
		return w.F("period.to", w.LongDay(to))
	case from == to:
		return w.LongDay(from)
	case sameMonth(from, to):
		return w.daysOf(from, to)
	case from.Year() != to.Year():
		return w.Date(from) + w.dash() + w.Date(to)
	}
	return w.DayMonth(from) + w.dash() + w.Date(to)
}

// PeriodYear is Period that always names the year: «16–19 ноября 2026».
func (w *Words) PeriodYear(from, to data.Date) string {
	switch {
	case from.IsZero() && to.IsZero():
		return ""
	case to.IsZero():
		return w.F("period.from", w.LongDate(from))
	case from.IsZero():
		return w.F("period.to", w.LongDate(to))
	case from == to || sameMonth(from, to):
		return fmt.Sprintf("%s %d", w.Period(from, to), from.Year())
	}
	return w.Period(from, to)
}

// daysOf is «16–19 ноября».
func (w *Words) daysOf(from, to data.Date) string {
	_, m, a := from.Civil()
	_, _, b := to.Civil()
	return fmt.Sprintf("%d–%d %s", a, b, w.MonthOf(m))
}

func sameMonth(a, b data.Date) bool { return a.MonthStart() == b.MonthStart() }

// dash joins two dates: close in Russian, where a date has no spaces.
func (w *Words) dash() string {
	if w.ru() {
		return "–"
	}
	return " – "
}
