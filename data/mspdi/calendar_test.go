package mspdi

import (
	"testing"
	"time"

	"portfel/data"
)

func TestWeekOfBaseAndDerivedCalendar(t *testing.T) {
	f := loadFile(t, "2003.xml")
	base := f.Week(1)
	equal(t, "Sunday", base[time.Sunday], data.Shifts(""))
	equal(t, "Monday", base[time.Monday], data.Shifts("09:00-13:00 14:00-18:00"))
	equal(t, "Tuesday is left open", base[time.Tuesday], StandardShifts)
	equal(t, "Saturday", base[time.Saturday], data.Shifts(""))
	night := f.Week(2)
	equal(t, "Monday of the base", night[time.Monday], base[time.Monday])
	equal(t, "Friday ends at midnight", night[time.Friday], data.Shifts("22:00-24:00"))
	equal(t, "a calendar that is not there", f.Week(99)[time.Wednesday], StandardShifts)
}

func TestExceptionsOfTheOldForm(t *testing.T) {
	f := loadFile(t, "2003.xml")
	want := []Day{
		{On: date("2005-03-05"), Shifts: "09:00-12:00"},
		{On: date("2005-03-07")},
		{On: date("2005-03-08")},
	}
	equal(t, "base", f.ExceptionDays(1), want)
	equal(t, "derived", f.ExceptionDays(2), want)
}

func TestExceptionsOfBothForms(t *testing.T) {
	f := loadFile(t, "2016.xml")
	want := []Day{{On: date("2026-03-09"), Name: "8 Марта, перенос"}}
	equal(t, "base", f.ExceptionDays(1), want)
	equal(t, "a person's", f.ExceptionDays(3), want)
	equal(t, "losses", len(f.Losses()), 1)
}

// The old form was computed by MS Project and overrides the rules, which fill
// the years that it does not list.
func TestOldFormOverridesRules(t *testing.T) {
	f := parse(t, inProject(`<Calendars><Calendar><UID>1</UID><IsBaseCalendar>1</IsBaseCalendar>
		<WeekDays><WeekDay><DayType>0</DayType><DayWorking>1</DayWorking>
			<TimePeriod><FromDate>2026-06-12T00:00:00</FromDate><ToDate>2026-06-12T23:59:00</ToDate></TimePeriod>
			<WorkingTimes><WorkingTime><FromTime>09:00:00</FromTime><ToTime>12:00:00</ToTime></WorkingTime></WorkingTimes>
		</WeekDay></WeekDays>
		<Exceptions><Exception><EnteredByOccurrences>0</EnteredByOccurrences>
			<TimePeriod><FromDate>2026-06-12T00:00:00</FromDate><ToDate>2028-06-12T23:59:00</ToDate></TimePeriod>
			<Occurrences>3</Occurrences><Name>День России</Name><Type>2</Type><Month>5</Month><MonthDay>12</MonthDay><DayWorking>0</DayWorking>
		</Exception></Exceptions></Calendar></Calendars>`))
	equal(t, "days", f.ExceptionDays(1), []Day{
		{On: date("2026-06-12"), Shifts: "09:00-12:00", Name: "День России"},
		{On: date("2027-06-12"), Name: "День России"},
		{On: date("2028-06-12"), Name: "День России"},
	})
	equal(t, "losses", f.Losses()[0].Args, []string{"2026-06-12", "1"})
	same(t, f, again(t, f))
}

// Some programs write the range of a rule as an exception of the old form: it is
// not off for twenty years.
func TestOldFormThatIsTheRangeOfARule(t *testing.T) {
	const period = `<TimePeriod><FromDate>2026-06-12T00:00:00</FromDate><ToDate>2028-06-12T23:59:00</ToDate></TimePeriod>`
	f := parse(t, inProject(`<Calendars><Calendar><UID>1</UID><IsBaseCalendar>1</IsBaseCalendar>
		<WeekDays><WeekDay><DayType>0</DayType><DayWorking>0</DayWorking>`+period+`</WeekDay></WeekDays>
		<Exceptions><Exception>`+period+`<Type>2</Type><Month>5</Month><MonthDay>12</MonthDay><DayWorking>0</DayWorking></Exception></Exceptions>
		</Calendar></Calendars>`))
	equal(t, "days", f.ExceptionDays(1), []Day{{On: date("2026-06-12")}, {On: date("2027-06-12")}, {On: date("2028-06-12")}})
	equal(t, "losses", len(f.Losses()), 0)
}

// A range beats a rule; rules beat each other from weekly up to yearly.
func TestPrecedenceOfRules(t *testing.T) {
	ex := func(name, rule string) string {
		return `<Exception><TimePeriod><FromDate>2026-06-01T00:00:00</FromDate><ToDate>2027-12-31T23:59:00</ToDate></TimePeriod><Name>` +
			name + `</Name>` + rule + `<DayWorking>0</DayWorking></Exception>`
	}
	f := parse(t, inProject(`<Calendars><Calendar><UID>1</UID><IsBaseCalendar>1</IsBaseCalendar><Exceptions>
		<Exception><TimePeriod><FromDate>2026-06-12T00:00:00</FromDate><ToDate>2026-06-12T23:59:00</ToDate></TimePeriod><Name>день</Name><Type>1</Type><DayWorking>0</DayWorking></Exception>`+
		ex("год", `<Type>2</Type><Month>5</Month><MonthDay>12</MonthDay>`)+
		ex("месяц", `<Type>4</Type><Period>1</Period><MonthDay>12</MonthDay>`)+
		ex("неделя", `<Type>6</Type><Period>1</Period><DaysOfWeek>32</DaysOfWeek>`)+ // Fridays
		`</Exceptions></Calendar></Calendars>`))
	names := map[string]string{}
	for _, d := range f.ExceptionDays(1) {
		names[d.On.String()] = d.Name
	}
	// 12 June 2026 and 12 February 2027 are Fridays.
	for day, want := range map[string]string{"2026-06-12": "день", "2027-06-12": "год", "2027-02-12": "месяц", "2026-06-19": "неделя"} {
		equal(t, day, names[day], want)
	}
}

func TestWorkWeeks(t *testing.T) {
	f := loadFile(t, "losses.xml")
	off := 0
	for _, d := range f.ExceptionDays(1) {
		if d.Name == "Лето" {
			off++
			equal(t, "weekday", d.On.Weekday(), time.Friday)
			equal(t, "hours", d.Shifts, data.Shifts(""))
		}
	}
	equal(t, "Fridays of July 2026", off, 5) // 3, 10, 17, 24, 31
}

// The schema of 2007 has the days of a work week bare; they come out in the form
// of later files.
func TestWorkWeekOf2007(t *testing.T) {
	f := parse(t, inProject(`<Calendars><Calendar><UID>1</UID><IsBaseCalendar>1</IsBaseCalendar><WorkWeeks><WorkWeek>
		<TimePeriod><FromDate>2026-07-06T00:00:00</FromDate><ToDate>2026-07-12T23:59:00</ToDate></TimePeriod><Name>Смена</Name>
		<WeekDay><DayType>7</DayType><DayWorking>1</DayWorking></WeekDay></WorkWeek></WorkWeeks></Calendar></Calendars>`))
	equal(t, "days", f.ExceptionDays(1), []Day{{On: date("2026-07-11"), Shifts: StandardShifts, Name: "Смена"}})
	equal(t, "notes", codes(f.Notes), []string{"shiftsMissing Calendar/WorkWeek"})
	same(t, f, again(t, f))
}

func TestDerivedCalendarOverridesItsBase(t *testing.T) {
	day := func(working string) string {
		return `<Exceptions><Exception><TimePeriod><FromDate>2026-05-11T00:00:00</FromDate><ToDate>2026-05-11T23:59:00</ToDate></TimePeriod><Type>1</Type><DayWorking>` + working + `</DayWorking></Exception></Exceptions>`
	}
	f := parse(t, inProject(`<Calendars>
		<Calendar><UID>2</UID><IsBaseCalendar>0</IsBaseCalendar><BaseCalendarUID>1</BaseCalendarUID>`+day("1")+`</Calendar>
		<Calendar><UID>1</UID><IsBaseCalendar>1</IsBaseCalendar>`+day("0")+`</Calendar></Calendars>`))
	equal(t, "base", f.View(1).On(date("2026-05-11")), data.Shifts(""))
	equal(t, "own", f.View(2).On(date("2026-05-11")), StandardShifts)
}

func TestCalendarsThatAreEachOthersBase(t *testing.T) {
	f := parse(t, inProject(`<Calendars>
		<Calendar><UID>1</UID><BaseCalendarUID>2</BaseCalendarUID></Calendar>
		<Calendar><UID>2</UID><BaseCalendarUID>1</BaseCalendarUID></Calendar>
		<Calendar><UID>3</UID><BaseCalendarUID>1</BaseCalendarUID></Calendar>
		<Calendar><UID>4</UID><BaseCalendarUID>9</BaseCalendarUID></Calendar></Calendars>`))
	equal(t, "notes", codes(f.Notes), []string{"calendarLoop Calendar/BaseCalendarUID", "calendarLoop Calendar/BaseCalendarUID", "calendarMissing Calendar/BaseCalendarUID"})
	equal(t, "lines", []int{f.Notes[0].Line, f.Notes[2].Line}, []int{2, 5})
	equal(t, "week", f.Week(3)[time.Monday], StandardShifts)
}

func TestWorkingTimesOutOfOrder(t *testing.T) {
	f := parse(t, inProject(`<Calendars><Calendar><UID>1</UID><WeekDays><WeekDay><DayType>2</DayType><DayWorking>1</DayWorking><WorkingTimes>
		<WorkingTime><FromTime>14:00:00</FromTime><ToTime>18:00:00</ToTime></WorkingTime>
		<WorkingTime><FromTime>08:00:00</FromTime><ToTime>12:00:00</ToTime></WorkingTime>
		<WorkingTime><FromTime>11:00:00</FromTime><ToTime>13:00:00</ToTime></WorkingTime>
		<WorkingTime><FromTime>20:00:00</FromTime><ToTime>19:00:00</ToTime></WorkingTime></WorkingTimes></WeekDay>
		<WeekDay><DayType>3</DayType><DayWorking>1</DayWorking><WorkingTimes><WorkingTime><FromTime>00:00:00</FromTime><ToTime>00:00:00</ToTime></WorkingTime></WorkingTimes></WeekDay>
		</WeekDays></Calendar></Calendars>`))
	equal(t, "joined", f.Calendars[0].Days[0].Shifts, data.Shifts("08:00-13:00 14:00-18:00"))
	equal(t, "the whole day", f.Calendars[0].Days[1].Shifts, data.Shifts("00:00-24:00"))
	equal(t, "notes", codes(f.Notes), []string{"shifts Calendar/WeekDay/WorkingTimes", "shifts Calendar/WeekDay/WorkingTimes"})
	same(t, f, again(t, f))
}

// Monday 9 March 2026 is off in the calendar of the file, so a finish at its
// first minute, at its midnight, or at the first minute of Tuesday belongs to
// Friday.
func TestFinishDay(t *testing.T) {
	v := loadFile(t, "2016.xml").View(1)
	for stamp, want := range map[string]string{
		"2026-03-06T17:30": "2026-03-06",
		"2026-03-06T09:01": "2026-03-06",
		"2026-03-06T09:00": "2026-03-05",
		"2026-03-06":       "2026-03-05", // midnight
		"2026-03-09":       "2026-03-06",
		"2026-03-10T09:00": "2026-03-06",
		"2026-03-07T12:00": "2026-03-07", // in the middle of a Saturday: it did end then
	} {
		equal(t, stamp, v.FinishDay(at(stamp)).String(), want)
	}
	for stamp, want := range map[string]string{
		"2026-03-06T17:30": "2026-03-10",
		"2026-03-06T17:29": "2026-03-06",
		"2026-03-06T09:00": "2026-03-06",
		"2026-03-07T09:00": "2026-03-07",
	} {
		equal(t, "start "+stamp, v.StartDay(at(stamp)).String(), want)
	}
	equal(t, "opens", v.Opens(date("2026-03-10")), at("2026-03-10T09:00"))
	equal(t, "closes", v.Closes(date("2026-03-10")), at("2026-03-10T17:30"))
	equal(t, "none", v.FinishDay(data.Stamp{}), 0)
}
