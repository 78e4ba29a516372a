package data

import "strings"

// Calendar is a production calendar: a base of Monday to Friday, and days that
// differ. A calendar with BaseID overlays another one (a region, a client).
type Calendar struct {
	ID         ID[Calendar]
	Name       string
	BaseID     ID[Calendar]
	Region     string
	ArchivedOn Date
	Hours      WeekShifts // of the week; empty = those of the base, else five days of eight hours
}

// Kind is KindCalendar.
func (Calendar) Kind() Kind { return KindCalendar }

// Key is the id without its type.
func (c Calendar) Key() ID[Any] { return ID[Any](c.ID) }

// Validate needs a name and no calendar based on itself.
func (c Calendar) Validate() (ps Problems) {
	ps.Add(strings.TrimSpace(c.Name) == "", "name", "required")
	ps.Add(!c.BaseID.IsZero() && c.BaseID == c.ID, "baseId", "self")
	ps.Add(!c.Hours.Known(), "hours", "shifts", string(c.Hours))
	return ps
}

// CalendarDay is one day that differs from the weekly pattern.
type CalendarDay struct {
	ID         ID[CalendarDay]
	CalendarID ID[Calendar]
	OnDate     Date
	Type       DayType
	Minutes    Minutes // working time of the day; 0 for a day off
	Title      string  // holiday
	Source     string  // act that says so
	Shifts     Shifts  // empty = the weekday's, cut to the minutes
}

// DayType is what a calendar says of a day.
type DayType string

// The types of days.
const (
	DayIsOff   DayType = "off"
	DayIsShort DayType = "short"
	DayIsWork  DayType = "work"
)

// DayTypes lists the types in the order of choices.
var DayTypes = []DayType{DayIsOff, DayIsShort, DayIsWork}

// Kind is KindCalendarDay.
func (CalendarDay) Kind() Kind { return KindCalendarDay }

// Key is the id without its type.
func (d CalendarDay) Key() ID[Any] { return ID[Any](d.ID) }

// Validate needs a day, and working time that fits the type.
func (d CalendarDay) Validate() (ps Problems) {
	ps.Add(d.CalendarID.IsZero(), "calendarId", "required")
	ps.Add(d.OnDate.IsZero(), "onDate", "required")
	ps.Add(d.Type != DayIsOff && d.Type != DayIsShort && d.Type != DayIsWork, "type", "unknown", string(d.Type))
	ps.Add(d.Type == DayIsOff && d.Minutes != 0, "minutes", "dayOffHours")
	ps.Add(d.Type != DayIsOff && (d.Minutes <= 0 || d.Minutes > 24*60), "minutes", "range", "0", "24")
	ps.Add(!d.Shifts.Known() || d.Shifts != "" && d.Shifts.Minutes() != d.Minutes, "shifts", "shifts", string(d.Shifts))
	return ps
}

// CalendarYear says that a calendar knows a year, and whether it is confirmed
// by an act or only forecast.
type CalendarYear struct {
	ID         ID[CalendarYear]
	CalendarID ID[Calendar]
	Year       int
	Confirmed  bool
	Source     string
}

// Kind is KindCalendarYear.
func (CalendarYear) Kind() Kind { return KindCalendarYear }

// Key is the id without its type.
func (y CalendarYear) Key() ID[Any] { return ID[Any](y.ID) }

// Validate needs a calendar and a year that a date can hold.
func (y CalendarYear) Validate() (ps Problems) {
	ps.Add(y.CalendarID.IsZero(), "calendarId", "required")
	ps.Add(y.Year < 1900 || y.Year > 2200, "year", "range", "1900", "2200")
	return ps
}
