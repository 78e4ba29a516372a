package mspdi

import (
	"time"

	"portfel/data"
)

// Calendar is a base calendar, or one that differs from its base: a resource's,
// a task's.
type Calendar struct {
	UID        int
	GUID       string
	Name       string
	Base       bool // may be the base of others
	BaseUID    int  // 0 or -1 = none
	Days       []WeekDay
	Exceptions []Exception
	WorkWeeks  []WorkWeek
	Extra      string
	marks      marks
}

// WeekDay is a day of the week, or an exception in the form that all versions
// write: DayType 0 with a range of days.
type WeekDay struct {
	DayType int // 0 = exception, 1 = Sunday ... 7 = Saturday
	Working bool
	Range   Range // exceptions only
	Shifts  data.Shifts
	Extra   string
	marks   marks
}

// Range is a range of days, both included; the times of day stand as in the
// file (00:00 and mostly 23:59) and mean nothing.
type Range struct {
	From, To data.Stamp
	marks    marks
	extra    string
}

// WholeDays makes the range of whole days as MS Project writes it.
func WholeDays(from, to data.Date) Range {
	return Range{From: data.Stamp{Day: from}, To: data.Stamp{Day: to, Min: 24*60 - 1}}
}

// IsZero tells whether the range has no first day.
func (r Range) IsZero() bool { return r.From.IsZero() }

// Last is the last day, the first when there is no other.
func (r Range) Last() data.Date {
	if r.To.IsZero() {
		return r.From.Day
	}
	return r.To.Day
}

// Exception is an exception in the form of 2007 and later: a range of days, or
// a rule that repeats within it.
type Exception struct {
	Name        string
	Type        Recurrence
	ByCount     bool // ends after Occurrences, not with the range
	Range       Range
	Occurrences int
	Period      int // every so many days, weeks or months; 0 reads as 1
	DaysOfWeek  int // weekly: 1 = Sunday, 2 = Monday, 4 = Tuesday ... 64
	MonthItem   MonthItem
	Position    int // 0 = first ... 3 = fourth, 4 = last
	Month       int // 0 = January ... 11
	MonthDay    int // 1..31
	Working     bool
	Shifts      data.Shifts
	Extra       string
	marks       marks
}

// Recurrence is the kind of rule of an exception.
type Recurrence int

// The kinds of rules. Daily with Period 1 is a plain range of days.
const (
	RangeOfDays     Recurrence = 0 // not given
	Daily           Recurrence = 1
	YearlyByDay     Recurrence = 2
	YearlyByPlace   Recurrence = 3
	MonthlyByDay    Recurrence = 4
	MonthlyByPlace  Recurrence = 5
	Weekly          Recurrence = 6
	EveryNthDay     Recurrence = 7
	EveryNthWeekday Recurrence = 8
	NoRecurrence    Recurrence = 9
)

// MonthItem is what a position in a month counts.
type MonthItem int

// The items of a month; from ItemSunday on they are days of the week.
const (
	ItemDay     MonthItem = 0
	ItemWeekday MonthItem = 1 // Monday to Friday
	ItemWeekend MonthItem = 2
	ItemSunday  MonthItem = 3
)

// holds tells whether the item counts a day of the week.
func (m MonthItem) holds(d time.Weekday) bool {
	weekend := d == time.Saturday || d == time.Sunday
	switch m {
	case ItemDay:
		return true
	case ItemWeekday:
		return !weekend
	case ItemWeekend:
		return weekend
	}
	return time.Weekday(m-ItemSunday) == d
}

// WorkWeek is another week for a range of days.
type WorkWeek struct {
	Name  string
	Range Range
	Days  []WeekDay // those that differ
	Extra string
	marks marks
}
