// Package workday knows which days are worked: production calendars, their
// overlays (region, personal week, absences), and counting over them.
//
// A Calendar is a weekly pattern plus sparse exceptions, laid over a compact
// array that spans only the days that differ. Before and after that window the
// weekly pattern is plain arithmetic, so that the number of a working day and
// the day of a number are found in constant time for any date, a calendar of
// four years takes some 20 KB, and a date of the year 1 or 9999 costs nothing.
//
// The package must never know where calendars are stored, what day it is
// today, or in which language a reason is read.
//
// Decisions:
//   - A calendar never changes after it is built; an overlay is a new one.
//   - Building never fails: rows outside the years 1900 to 2200 are left out.
//     Parsers do refuse, naming the line.
//   - A day is worked when it has minutes. A day before a holiday is shorter and
//     still a day.
//   - A year of which the calendar has no rows is Monday to Friday, and HasData
//     says so. No year is a constant of the program: a decree may come any day.
//   - An absence takes only days that would be worked: a holiday inside a
//     vacation stays a holiday.
package workday
