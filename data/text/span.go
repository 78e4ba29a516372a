package text

import (
	"strings"

	"portfel/data"
)

// DurationDays is a number of days from thousandths: «5 дн.», «2,5 дн.»; 5 d.
func (w *Words) DurationDays(thousandths int64) string {
	return w.Decimal(thousandths) + nb + w.T("unit.day")
}

// Span is a duration or a lag: «5 дн.» working days, «4 ч» working hours, «3
// кал. дн.» calendar days, «24 ч подряд» elapsed hours; not given is empty.
func (w *Words) Span(s data.Span) string {
	switch s.Unit {
	case data.WorkDays:
		return w.DurationDays(s.Amount)
	case data.WorkMinutes:
		return w.Hours(data.Minutes(s.Amount))
	case data.CalendarDays:
		return w.Decimal(s.Amount) + nb + w.T("unit.calendarDay")
	case data.ElapsedMins:
		return w.Hours(data.Minutes(s.Amount)) + nb + w.T("unit.elapsed")
	}
	return ""
}

//text:prefix link.code.

// LinkCode is the short code of a dependency's type: «ОН», FS.
func (w *Words) LinkCode(t data.LinkType) string { return w.T("link.code." + string(t)) }

// Lag is a lag behind a link code: «+2д», «−1д», «+4ч»; empty for none.
func (w *Words) Lag(s data.Span) string {
	if s.Amount == 0 {
		return ""
	}
	t := w.SpanTyped(s)
	if s.Amount > 0 {
		return "+" + t
	}
	return strings.Replace(t, "-", minus, 1)
}

// SpanTyped is a span as people type it and ParseSpan reads it: «5д», «4ч»,
// «3кд». Thousands stand together, so that 1500 days cannot be read as 1.5.
func (w *Words) SpanTyped(s data.Span) string {
	switch s.Unit {
	case data.WorkDays:
		return w.typed(s.Amount) + w.T("unit.typed.day")
	case data.WorkMinutes:
		return w.typed(hundredths(s.Amount)) + w.T("unit.typed.hour")
	case data.CalendarDays:
		return w.typed(s.Amount) + w.T("unit.typed.calendarDay")
	case data.ElapsedMins:
		return w.typed(hundredths(s.Amount)) + w.T("unit.typed.elapsedHour")
	}
	return ""
}

// typed is a number for an entry field: no groups, the decimal sign of the
// language.
func (w *Words) typed(thousandths int64) string {
	t := data.Thousandths(thousandths)
	if w.ru() {
		t = strings.Replace(t, ".", ",", 1)
	}
	return t
}

// HoursTyped is working time for an entry field, as ParseHours reads it:
// «6,5», «1972».
func (w *Words) HoursTyped(m data.Minutes) string { return w.typed(hundredths(int64(m))) }

// MoneyTyped is a sum for an entry field, as ParseMoney reads it: «7500,50».
func (w *Words) MoneyTyped(m data.Money) string {
	t := m.Decimal()
	if w.ru() {
		t = strings.Replace(t, ".", ",", 1)
	}
	return t
}

// Days is «1 день», «2 дня», «5 дней».
func (w *Words) Days(n int) string { return w.N("count.day", n) }

// WorkDays is «1 рабочий день», «2 рабочих дня», «5 рабочих дней».
func (w *Words) WorkDays(n int) string { return w.N("count.workday", n) }

// CalendarDays is «1 календарный день», «5 календарных дней».
func (w *Words) CalendarDays(n int) string { return w.N("count.calendarDay", n) }

// Countdown says how many working days are left: «осталось 3 раб. дня»,
// «сегодня» for 0, «просрочен на 1 раб. день» for -1.
func (w *Words) Countdown(workdays int) string {
	switch {
	case workdays == 0:
		return w.T("relative.today")
	case workdays < 0:
		return w.N("countdown.late", -workdays)
	}
	return w.N("countdown.left", workdays)
}

// Relative says where a day lies seen from today, as short as a chip:
// «сегодня», «завтра», «вчера», the weekday within the six days ahead, «через
// 7 дн.» farther on, «−4 дня» before.
func (w *Words) Relative(d, today data.Date) string {
	switch n := int(d - today); {
	case d.IsZero():
		return ""
	case n == 0:
		return w.T("relative.today")
	case n == 1:
		return w.T("relative.tomorrow")
	case n == -1:
		return w.T("relative.yesterday")
	case n < 0:
		return w.Days(n)
	case n < 7:
		return w.Weekday(d)
	default:
		return w.F("relative.in", n)
	}
}

// Overdue is the size of a delay in days: «−1 день», «−4 дня»; today or later
// is Relative.
func (w *Words) Overdue(d, today data.Date) string {
	if d >= today || d.IsZero() {
		return w.Relative(d, today)
	}
	return w.Days(int(d - today))
}
