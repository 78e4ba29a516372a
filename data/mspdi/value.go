package mspdi

import (
	"strconv"
	"strings"

	"portfel/data"
)

// Period is an amount of time as the file writes it (PT8H0M0S), in seconds:
// hours of work, or of the clock where the format is elapsed.
type Period int64

// PeriodOf makes a period of minutes.
func PeriodOf(m data.Minutes) Period { return Period(m) * 60 }

// Minutes is the period in whole minutes, halves up.
func (p Period) Minutes() data.Minutes { return data.Minutes(roundDiv(int64(p), 60)) }

// String is the form of the file, "PT8H0M0S".
func (p Period) String() string {
	sign := ""
	if p < 0 {
		sign, p = "-", -p
	}
	return sign + "PT" + strconv.FormatInt(int64(p/3600), 10) + "H" +
		strconv.FormatInt(int64(p/60%60), 10) + "M" + strconv.FormatInt(int64(p%60), 10) + "S"
}

// Tenths is an amount of time in tenths of a minute: slack, delay, lag.
type Tenths int64

// Minutes is the amount in whole minutes, halves up.
func (t Tenths) Minutes() data.Minutes { return data.Minutes(roundDiv(int64(t), 10)) }

// Decimal is a number in millionths: units of a resource, a rate.
type Decimal int64

// One is the number 1: a whole person.
const One Decimal = 1_000_000

// Money is the number as an amount of the currency, rounded to its hundredth.
func (d Decimal) Money() data.Money { return data.Money(roundDiv(int64(d), 10_000)) }

// Percent is the number in whole per cent: 1 is 100.
func (d Decimal) Percent() int { return int(roundDiv(int64(d), 10_000)) }

// String is "1", "0.5", "-12.345678".
func (d Decimal) String() string {
	sign := ""
	if d < 0 {
		sign, d = "-", -d
	}
	whole := sign + strconv.FormatInt(int64(d)/1_000_000, 10)
	frac := strconv.FormatInt(int64(d)%1_000_000+1_000_000, 10)[1:]
	if frac = strings.TrimRight(frac, "0"); frac == "" {
		return whole
	}
	return whole + "." + frac
}

// Clock is a time of day in minutes from midnight, 0..1440.
type Clock int

// String is "09:00:00"; the end of the day is "00:00:00", as the file says it.
func (c Clock) String() string {
	c %= 24 * 60
	return two(int(c)/60) + ":" + two(int(c)%60) + ":00"
}

// roundDiv divides and rounds halves away from zero.
func roundDiv(n, by int64) int64 {
	half := by / 2
	if n < 0 {
		return -((-n + half) / by)
	}
	return (n + half) / by
}

func two(n int) string {
	return string([]byte{byte('0' + n/10), byte('0' + n%10)})
}

// stampText is the form of the file, "2026-03-02T09:00:00".
func stampText(s data.Stamp) string {
	if s.Min >= 24*60 {
		s = data.Stamp{Day: s.Day + 1}
	}
	return s.Day.String() + "T" + Clock(s.Min).String()
}
