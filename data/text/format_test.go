package text

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"portfel/data"
)

// today is Tuesday.
var today = data.NewDate(2026, 11, 24)

func day(s string) data.Date {
	d, err := data.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// row is one value in both languages; a plain space in an expectation stands
// for either kind of space.
type row struct{ name, ru, en, wantRU, wantEN string }

func check(t *testing.T, rows []row) {
	t.Helper()
	for _, r := range rows {
		if got := strings.ReplaceAll(r.ru, nb, " "); got != r.wantRU {
			t.Errorf("%s, Russian: got %q, want %q", r.name, got, r.wantRU)
		}
		if got := strings.ReplaceAll(r.en, nb, " "); got != r.wantEN {
			t.Errorf("%s, English: got %q, want %q", r.name, got, r.wantEN)
		}
	}
}

func both(name string, f func(w *Words) string, wantRU, wantEN string) row {
	return row{name, f(For(RU)), f(For(EN)), wantRU, wantEN}
}

func TestDates(t *testing.T) {
	check(t, []row{
		both("date", func(w *Words) string { return w.Date(today) }, "24.11.2026", "24 Nov 2026"),
		both("date of one digit", func(w *Words) string { return w.Date(day("2027-01-09")) }, "09.01.2027", "9 Jan 2027"),
		both("short date", func(w *Words) string { return w.ShortDate(day("2027-02-26")) }, "26.02.27", "26 Feb 27"),
		both("day and month", func(w *Words) string { return w.DayMonth(today) }, "24.11", "24 Nov"),
		both("long day", func(w *Words) string { return w.LongDay(today) }, "24 ноября", "24 November"),
		both("long date", func(w *Words) string { return w.LongDate(today) }, "24 ноября 2026", "24 November 2026"),
		both("date on paper", func(w *Words) string { return w.PaperDate(today) }, "24 ноября 2026 г.", "24 November 2026"),
		both("weekday and day", func(w *Words) string { return w.WeekdayDay(today) }, "вт 24.11", "Tue 24 Nov"),
		both("weekday and number", func(w *Words) string { return w.WeekdayNumber(day("2026-12-01")) }, "вт 1", "Tue 1"),
		both("title of a day", func(w *Words) string { return w.DayTitle(today) }, "Вторник, 24 ноября", "Tuesday, 24 November"),
		both("month and year", func(w *Words) string { return w.MonthYear(day("2026-05-11")) }, "май 2026", "May 2026"),
		both("month after a number", func(w *Words) string { return w.MonthOf(time.May) }, "мая", "May"),
		both("short month", func(w *Words) string { return w.MonthShort(time.September) }, "сент.", "Sep"),
		both("Sunday", func(w *Words) string { return w.Weekday(day("2026-11-29")) }, "вс", "Sun"),
		both("none", func(w *Words) string {
			return w.Date(0) + w.ShortDate(0) + w.DayMonth(0) + w.LongDay(0) + w.LongDate(0) + w.PaperDate(0) + w.WeekdayDay(0) + w.WeekdayNumber(0) + w.DayTitle(0)
		}, "", ""),
	})
}

func TestPeriods(t *testing.T) {
	period := func(from, to string) func(w *Words) string {
		return func(w *Words) string { return w.Period(day(from), day(to)) }
	}
	year := func(from, to string) func(w *Words) string {
		return func(w *Words) string { return w.PeriodYear(day(from), day(to)) }
	}
	check(t, []row{
		both("one month", period("2026-11-16", "2026-11-19"), "16–19 ноября", "16–19 November"),
		both("over months", period("2026-11-30", "2026-12-04"), "30.11–04.12.2026", "30 Nov – 4 Dec 2026"),
		both("over years", period("2026-12-23", "2027-01-12"), "23.12.2026–12.01.2027", "23 Dec 2026 – 12 Jan 2027"),
		both("the same month of two years", period("2026-11-16", "2027-11-16"), "16.11.2026–16.11.2027", "16 Nov 2026 – 16 Nov 2027"),
		both("one day", period("2026-11-24", "2026-11-24"), "24 ноября", "24 November"),
		both("open end", period("2026-11-16", ""), "с 16 ноября", "from 16 November"),
		both("open start", period("", "2026-11-19"), "до 19 ноября", "until 19 November"),
		both("none", period("", ""), "", ""),
		both("year, one month", year("2026-11-16", "2026-11-19"), "16–19 ноября 2026", "16–19 November 2026"),
		both("year, one day", year("2026-11-24", "2026-11-24"), "24 ноября 2026", "24 November 2026"),
		both("year, over months", year("2026-11-30", "2026-12-04"), "30.11–04.12.2026", "30 Nov – 4 Dec 2026"),
		both("year, open end", year("2026-11-16", ""), "с 16 ноября 2026", "from 16 November 2026"),
	})
}

func TestClocksAndZones(t *testing.T) {
	leg := data.Moment{Day: day("2026-11-30"), Min: 11*60 + 5, Zone: "Asia/Yekaterinburg"}
	moscow := data.Moment{Day: day("2026-11-30"), Min: 6*60 + 35, Zone: "Europe/Moscow"}
	check(t, []row{
		both("clock", func(w *Words) string { return w.Clock(6*60 + 5) }, "06:05", "06:05"),
		both("end of the day", func(w *Words) string { return w.Clock(1440) }, "24:00", "24:00"),
		both("range", func(w *Words) string { return w.ClockRange(14*60, 17*60) }, "14:00–17:00", "14:00–17:00"),
		both("range without end", func(w *Words) string { return w.ClockRange(14*60, 0) }, "14:00", "14:00"),
		both("moment", func(w *Words) string { return w.Moment(leg) }, "30.11.2026 11:05 МСК+2", "30 Nov 2026 11:05 MSK+2"),
		both("moment in Moscow", func(w *Words) string { return w.Moment(moscow) }, "30.11.2026 06:35 МСК", "30 Nov 2026 06:35 MSK"),
		both("moment at home", func(w *Words) string { return w.MomentFor(moscow, "Europe/Moscow") }, "30.11.2026 06:35", "30 Nov 2026 06:35"),
		both("moment on the same clock", func(w *Words) string { return w.MomentFor(moscow, "Europe/Simferopol") }, "30.11.2026 06:35", "30 Nov 2026 06:35"),
		both("moment away", func(w *Words) string { return w.MomentFor(leg, "Europe/Moscow") }, "30.11.2026 11:05 МСК+2", "30 Nov 2026 11:05 MSK+2"),
		both("saved", func(w *Words) string { return w.Saved(data.Moment{Day: today, Min: 582, Zone: "Europe/Moscow"}) }, "24.11 09:42", "24 Nov 09:42"),
		both("zone", func(w *Words) string { return w.Zone("Asia/Yekaterinburg") }, "Екатеринбург (МСК+2)", "Yekaterinburg (MSK+2)"),
		both("zone west of Moscow", func(w *Words) string { return w.Zone("Europe/Kaliningrad") }, "Калининград (МСК−1)", "Kaliningrad (MSK−1)"),
		both("another zone", func(w *Words) string { return w.Zone("America/New_York") }, "Нью-Йорк", "New York"),
		both("a zone without a word", func(w *Words) string { return w.Zone("America/Los_Angeles") }, "Los Angeles", "Los Angeles"),
		both("no moment", func(w *Words) string {
			return w.Moment(data.Moment{}) + w.MomentFor(data.Moment{}, "UTC") + w.Saved(data.Moment{})
		}, "", ""),
	})
}

// The offsets of the table are compared with the zone data itself.
func TestZonesStandAsFarFromMoscowAsTheirDataSay(t *testing.T) {
	noon := data.Moment{Day: today, Min: 720, Zone: "Europe/Moscow"}
	for _, z := range Zones {
		m, err := noon.In(z.Zone)
		if err != nil {
			t.Fatal(err)
		}
		if got := int(m.Day-noon.Day)*24 + (m.Min-noon.Min)/60; got != z.Msk {
			t.Errorf("%s: %d hours from Moscow, the table says %d", z.Zone, got, z.Msk)
		}
	}
}

func TestNumbersAndMoney(t *testing.T) {
	check(t, []row{
		both("whole roubles", func(w *Words) string { return w.Money(131200000) }, "1 312 000 ₽", "₽1,312,000"),
		both("kopecks", func(w *Words) string { return w.Money(750050) }, "7 500,50 ₽", "₽7,500.50"),
		both("one kopeck", func(w *Words) string { return w.Money(1) }, "0,01 ₽", "₽0.01"),
		both("negative", func(w *Words) string { return w.Money(-324000) }, "−3 240 ₽", "−₽3,240"),
		both("less than a rouble owed", func(w *Words) string { return w.Money(-50) }, "−0,50 ₽", "−₽0.50"),
		both("exact", func(w *Words) string { return w.MoneyExact(5000) }, "50,00 ₽", "₽50.00"),
		both("column", func(w *Words) string { return w.Amount(2800000) }, "28 000,00", "28,000.00"),
		both("rounded down", func(w *Words) string { return w.MoneyRounded(750049) }, "7 500 ₽", "₽7,500"),
		both("rounded up", func(w *Words) string { return w.MoneyRounded(750050) }, "7 501 ₽", "₽7,501"),
		both("rounded, negative", func(w *Words) string { return w.MoneyRounded(-750050) }, "−7 501 ₽", "−₽7,501"),
		both("number", func(w *Words) string { return w.Number(1180) }, "1 180", "1,180"),
		both("small number", func(w *Words) string { return w.Number(-99) }, "−99", "−99"),
		both("decimal", func(w *Words) string { return w.Decimal(4300) }, "4,3", "4.3"),
		both("per cent", func(w *Words) string { return w.Percent(60) }, "60 %", "60%"),
		both("tenths of a per cent", func(w *Words) string { return w.PercentTenths(739) }, "73,9 %", "73.9%"),
		both("whole tenths", func(w *Words) string { return w.PercentTenths(800) }, "80 %", "80%"),
		both("difference", func(w *Words) string { return w.Signed(6) + " " + w.Signed(0) + " " + w.Signed(-6) }, "+6 0 −6", "+6 0 −6"),
		both("bytes", func(w *Words) string { return w.FileSize(512) }, "512 Б", "512 B"),
		both("kilobytes", func(w *Words) string { return w.FileSize(1536) }, "1,5 КБ", "1.5 KB"),
		both("megabytes", func(w *Words) string { return w.FileSize(1468006) }, "1,4 МБ", "1.4 MB"),
		both("many megabytes", func(w *Words) string { return w.FileSize(104857600) }, "100 МБ", "100 MB"),
	})
	if got := For(RU).Money(131200000); got != "1\u00a0312\u00a0000\u00a0₽" {
		t.Errorf("the spaces of a sum must not break: %q", got)
	}
}

func TestDurations(t *testing.T) {
	check(t, []row{
		both("hours", func(w *Words) string { return w.Hours(390) }, "6,5 ч", "6.5 h"),
		both("whole hours", func(w *Words) string { return w.Hours(1972 * 60) }, "1 972 ч", "1,972 h"),
		both("twenty minutes", func(w *Words) string { return w.Hours(20) }, "0,33 ч", "0.33 h"),
		both("no hours", func(w *Words) string { return w.Hours(0) }, "0 ч", "0 h"),
		both("hours less", func(w *Words) string { return w.Hours(-50) }, "−0,83 ч", "−0.83 h"),
		both("days", func(w *Words) string { return w.DurationDays(5000) }, "5 дн.", "5 d"),
		both("half days", func(w *Words) string { return w.DurationDays(2500) }, "2,5 дн.", "2.5 d"),
		both("span of days", func(w *Words) string { return w.Span(data.Days(5)) }, "5 дн.", "5 d"),
		both("span of hours", func(w *Words) string { return w.Span(data.Span{Amount: 240, Unit: data.WorkMinutes}) }, "4 ч", "4 h"),
		both("span of calendar days", func(w *Words) string { return w.Span(data.Span{Amount: 3000, Unit: data.CalendarDays}) }, "3 кал. дн.", "3 cal. d"),
		both("span of elapsed hours", func(w *Words) string { return w.Span(data.Span{Amount: 1440, Unit: data.ElapsedMins}) }, "24 ч подряд", "24 h elapsed"),
		both("no span", func(w *Words) string { return w.Span(data.Span{}) + w.SpanTyped(data.Span{}) }, "", ""),
		both("milestone", func(w *Words) string { return w.Span(data.Days(0)) }, "0 дн.", "0 d"),
		both("typed", func(w *Words) string { return w.SpanTyped(data.Days(5)) }, "5д", "5d"),
		both("lag", func(w *Words) string { return w.Lag(data.Days(2)) }, "+2д", "+2d"),
		both("lead", func(w *Words) string { return w.Lag(data.Days(-1)) }, "−1д", "−1d"),
		both("no lag", func(w *Words) string { return w.Lag(data.Span{}) }, "", ""),
		both("1 day", func(w *Words) string { return w.Days(1) }, "1 день", "1 day"),
		both("2 days", func(w *Words) string { return w.Days(2) }, "2 дня", "2 days"),
		both("5 days", func(w *Words) string { return w.Days(5) }, "5 дней", "5 days"),
		both("1 working day", func(w *Words) string { return w.WorkDays(1) }, "1 рабочий день", "1 working day"),
		both("2 working days", func(w *Words) string { return w.WorkDays(2) }, "2 рабочих дня", "2 working days"),
		both("5 working days", func(w *Words) string { return w.WorkDays(5) }, "5 рабочих дней", "5 working days"),
		both("11 calendar days", func(w *Words) string { return w.CalendarDays(11) }, "11 календарных дней", "11 calendar days"),
	})
}

// The words of the advance report of story 3.
func TestCountdownAndRelativeDays(t *testing.T) {
	relative := func(n int) func(w *Words) string {
		return func(w *Words) string { return w.Relative(today+data.Date(n), today) }
	}
	check(t, []row{
		both("3 left", func(w *Words) string { return w.Countdown(3) }, "осталось 3 раб. дня", "3 working days left"),
		both("1 left", func(w *Words) string { return w.Countdown(1) }, "остался 1 раб. день", "1 working day left"),
		both("none left", func(w *Words) string { return w.Countdown(0) }, "сегодня", "today"),
		both("late", func(w *Words) string { return w.Countdown(-1) }, "просрочен на 1 раб. день", "1 working day overdue"),
		both("late by 5", func(w *Words) string { return w.Countdown(-5) }, "просрочен на 5 раб. дней", "5 working days overdue"),
		both("today", relative(0), "сегодня", "today"),
		both("tomorrow", relative(1), "завтра", "tomorrow"),
		both("yesterday", relative(-1), "вчера", "yesterday"),
		both("Friday", relative(3), "пт", "Fri"),
		both("Monday", relative(6), "пн", "Mon"),
		both("a week ahead", relative(7), "через 7 дн.", "in 7 d"),
		both("4 days ago", relative(-4), "−4 дня", "−4 days"),
		both("overdue by a day", func(w *Words) string { return w.Overdue(today-1, today) }, "−1 день", "−1 day"),
		both("not overdue", func(w *Words) string { return w.Overdue(today+1, today) }, "завтра", "tomorrow"),
		both("no day", func(w *Words) string { return w.Relative(0, today) + w.Overdue(0, today) }, "", ""),
	})
}

func TestSentences(t *testing.T) {
	move := data.TripFlow.Move("trip.status.", data.TripClosed, data.TripDraft)
	check(t, []row{
		both("a problem of a field", func(w *Words) string { return w.Error(data.Problem{Field: "name", Code: "required"}) },
			"Название: нужно заполнить.", "Name: this must be filled in."),
		both("two problems", func(w *Words) string {
			return w.Error(data.Problems{{Field: "endsOn", Code: "order"}, {Field: "percent", Code: "range", Args: []string{"0", "100"}}})
		}, "Дата окончания: не может быть раньше начала. Готовность: допустимо от 0 до 100.", "End date: this cannot be before the start. Progress: allowed from 0 to 100."),
		both("an abbreviation keeps its capitals", func(w *Words) string { return w.Error(data.Problem{Field: "inn", Code: "inn"}) },
			"ИНН: ИНН — это 10 или 12 цифр.", "INN: INN is 10 or 12 digits."),
		both("under a field", func(w *Words) string { return w.Problem(data.Problem{Field: "name", Code: "required"}) }, "Нужно заполнить.", "This must be filled in."),
		both("an illegal move names both statuses", func(w *Words) string { return w.Error(move) },
			"Состояние: нельзя перейти из состояния «Закрыта» в состояние «Черновик».", "Status: it is not possible to go from “Closed” to “Draft”."),
		both("a problem inside an error", func(w *Words) string { return w.Error(fmt.Errorf("row 3: %w", data.Problem{Code: "negative"})) },
			"Не может быть меньше нуля.", "This cannot be less than zero."),
		both("not found", func(w *Words) string { return w.Error(fmt.Errorf("open: %w", data.ErrNotFound)) }, "Такой записи больше нет.", "This record no longer exists."),
		both("stale", func(w *Words) string { return w.Error(data.ErrStale) }, "Запись с тех пор изменилась. Откройте её заново.", "The record has changed since. Open it again."),
		both("another error", func(w *Words) string { return w.Error(errors.New("disk full")) }, "Не получилось выполнить: disk full", "This did not work: disk full"),
		both("a code without words", func(w *Words) string { return w.Problem(data.Problem{Code: "no-such"}) }, "Не получилось выполнить: no-such", "This did not work: no-such"),
		both("no error", func(w *Words) string { return w.Error(nil) }, "", ""),
		both("a step", func(w *Words) string { return w.Step("kind.trip", "Казань") }, "Командировка: Казань", "Trip: Казань"),
		both("undone", func(w *Words) string { return w.Undone("kind.trip", "Казань") }, "Отменено: Командировка: Казань", "Undone: Trip: Казань"),
		both("redone", func(w *Words) string { return w.Redone("kind.trip", "") }, "Возвращено: Командировка", "Redone: Trip"),
		both("list of three", func(w *Words) string { return w.List([]string{"а", "б", "в"}) }, "а, б и в", "а, б and в"),
		both("list of two", func(w *Words) string { return w.List([]string{"а", "б"}) }, "а и б", "а and б"),
		both("list of one and none", func(w *Words) string { return w.List([]string{"а"}) + w.List(nil) }, "а", "а"),
		both("quoted", func(w *Words) string { return w.Quote("Тара") }, "«Тара»", "“Тара”"),
		both("typed arguments", func(w *Words) string {
			return w.F("problem.move", today, data.Money(5000)) + w.F("period.from", data.Minutes(90)) + w.F("period.to", errors.New("x"))
		}, "Нельзя перейти из состояния «24.11.2026» в состояние «50 ₽».с 1,5 чдо Не получилось выполнить: x",
			"It is not possible to go from “24 Nov 2026” to “₽50”.from 1.5 huntil This did not work: x"),
	})
	if got := Join("Вектор", "", "путь"); got != "Вектор · путь" {
		t.Errorf("got %q", got)
	}
	if got := Title("вторник") + Title(""); got != "Вторник" {
		t.Errorf("got %q", got)
	}
}

func TestNamesAreSortedAsInRussian(t *testing.T) {
	want := []string{"Акт № 2", "Акт № 10", "Егоров", "Ежов", "Ёлкин", "еремин", "Жуков"}
	w := For(RU)
	for i, a := range want {
		for j, b := range want {
			if got := w.Less(a, b); got != (i < j) {
				t.Errorf("%q before %q: got %v", a, b, got)
			}
		}
	}
	if w.Compare("Орел", "Орёл") == 0 || w.Compare("орёл", "орёл") != 0 {
		t.Error("different names must be ordered, equal ones not")
	}
}
