package data

import (
	"fmt"
	"time"
)

// Date is a calendar day without a time zone, counted in days so that
// arithmetic is plain addition: 1 is 0001-01-01. Zero means "no date".
type Date int32

// NewDate makes a date; month and day may overflow as in time.Date. A date
// before the year 1 or after 9999 becomes none.
func NewDate(year int, month time.Month, day int) Date {
	return DateOf(time.Date(year, month, day, 0, 0, 0, 0, time.UTC))
}

// DateOf is the calendar day of t in t's own location.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	u := time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
	if u.Year() < 1 || u.Year() > 9999 {
		return 0
	}
	return Date(u.Unix()/86400 + epochDays)
}

// epochDays is the Date of 1970-01-01.
const epochDays = 719163

// ParseDate reads YYYY-MM-DD strictly; an empty text is no date.
func ParseDate(s string) (Date, error) {
	if s == "" {
		return 0, nil
	}
	t, err := time.Parse("2006-01-02", s)
	if err != nil || len(s) != 10 || t.Year() < 1 {
		return 0, fmt.Errorf("date %q is not YYYY-MM-DD", s)
	}
	return DateOf(t), nil
}

// Time is midnight UTC of the day.
func (d Date) Time() time.Time { return time.Unix(int64(d-epochDays)*86400, 0).UTC() }

// Civil splits the date.
func (d Date) Civil() (year int, month time.Month, day int) { return d.Time().Date() }

// Year is the calendar year.
func (d Date) Year() int { return d.Time().Year() }

// Weekday is the day of the week.
func (d Date) Weekday() time.Weekday {
	if d <= 0 {
		return time.Sunday
	}
	return time.Weekday((int(d)) % 7)
}

// Monday is the first day of the date's week (weeks start on Monday).
func (d Date) Monday() Date { return d - Date((int(d.Weekday())+6)%7) }

// MonthStart is the first day of the date's month.
func (d Date) MonthStart() Date {
	y, m, _ := d.Civil()
	return NewDate(y, m, 1)
}

// AddMonths moves by whole months; a day that the month lacks becomes its last.
func (d Date) AddMonths(n int) Date {
	y, m, day := d.Civil()
	first := NewDate(y, m+time.Month(n), 1)
	fy, fm, _ := first.Civil()
	if last := int(NewDate(fy, fm+1, 1) - first); day > last {
		day = last
	}
	return first + Date(day-1)
}

// Week is the ISO week number.
func (d Date) Week() int {
	_, w := d.Time().ISOWeek()
	return w
}

// IsZero tells whether there is no date.
func (d Date) IsZero() bool { return d == 0 }

// String is YYYY-MM-DD, or "" for none.
func (d Date) String() string {
	if d == 0 {
		return ""
	}
	return d.Time().Format("2006-01-02")
}

// lastDay is 9999-12-31, the last day that YYYY-MM-DD can name.
const lastDay = 3652059

// Known tells whether the day can be named: none, or of the years 1 to 9999.
func (d Date) Known() bool { return d >= 0 && d <= lastDay }

// MarshalText writes String; a day that arithmetic has carried past the year
// 9999 is refused, so that it never gets into a file.
func (d Date) MarshalText() ([]byte, error) {
	if !d.Known() {
		return nil, Problems{{Code: "dateNone", Args: []string{d.String()}}}
	}
	return []byte(d.String()), nil
}

// UnmarshalText reads what MarshalText writes.
func (d *Date) UnmarshalText(b []byte) (err error) {
	*d, err = ParseDate(string(b))
	return err
}
