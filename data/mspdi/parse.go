package mspdi

import (
	"math"
	"strings"
	"time"

	"portfel/data"
)

// The years whose days a plan can hold.
const (
	firstYear = 1900
	lastYear  = 2200
)

// longest is the longest amount of time that is read, 20 000 days by the clock.
const longest = Period(20000 * 24 * 3600)

// number reads a decimal number, scaled by ten to the power of scale and
// rounded, halves away from zero. exact tells that nothing was cut off.
func number(s string, scale int) (v int64, exact, ok bool) {
	s, exp, ok := exponent(s)
	if !ok {
		return 0, false, false
	}
	neg := strings.HasPrefix(s, "-")
	if neg || strings.HasPrefix(s, "+") {
		s = s[1:]
	}
	whole, frac, _ := strings.Cut(s, ".")
	digits := whole + frac
	if digits == "" || len(digits) > 400 {
		return 0, false, false
	}
	v, exact, ok = scaled(digits, len(whole)+exp+scale)
	if neg {
		v = -v
	}
	return v, exact, ok
}

// exponent cuts "1.5E-05" into the number and its power of ten.
func exponent(s string) (mantissa string, exp int, ok bool) {
	i := strings.IndexAny(s, "eE")
	if i < 0 {
		return s, 0, true
	}
	t := s[i+1:]
	neg := strings.HasPrefix(t, "-")
	t = strings.TrimLeft(t, "+-")
	if t == "" || len(t) > 3 {
		return "", 0, false
	}
	for _, c := range []byte(t) {
		if c < '0' || c > '9' {
			return "", 0, false
		}
		exp = exp*10 + int(c-'0')
	}
	if neg {
		exp = -exp
	}
	return s[:i], exp, true
}

// scaled is the number whose digits stand with the point behind the first so
// many of them.
func scaled(digits string, point int) (v int64, exact, ok bool) {
	exact = true
	for i := 0; i < max(point, len(digits)); i++ {
		c := byte('0')
		if i < len(digits) {
			c = digits[i]
		}
		switch {
		case c < '0' || c > '9':
			return 0, false, false
		case i >= point:
			if c != '0' {
				exact = false
			}
			if i == point && c >= '5' {
				v++
			}
		case v > (math.MaxInt64-10)/10:
			return 0, false, false
		default:
			v = v*10 + int64(c-'0')
		}
	}
	return v, exact, true
}

// dateTime reads "2026-03-02T09:00:00", with or without a time, seconds and a
// zone. seconds and zone tell that some were cut off.
func dateTime(s string) (st data.Stamp, seconds, zone, ok bool) {
	day, rest := s, ""
	if i := strings.IndexAny(s, "T "); i >= 0 {
		day, rest = s[:i], s[i+1:]
	}
	if st.Day, ok = dayOf(day); !ok {
		return st, false, false, false
	}
	if rest == "" {
		return st, false, false, true
	}
	if i := strings.IndexAny(rest, "Zz+-"); i >= 0 {
		rest, zone = rest[:i], true
	}
	c, seconds, ok := clock(rest)
	if c == 24*60 {
		return data.Stamp{Day: st.Day + 1}, seconds, zone, ok
	}
	st.Min = int(c)
	return st, seconds, zone, ok
}

// dayOf reads YYYY-MM-DD.
func dayOf(s string) (data.Date, bool) {
	if len(s) != 10 || s[4] != '-' || s[7] != '-' {
		return 0, false
	}
	y, ok1 := digits(s[:4])
	m, ok2 := digits(s[5:7])
	d, ok3 := digits(s[8:])
	if !ok1 || !ok2 || !ok3 || y < 1 || m < 1 || m > 12 || d < 1 || d > monthDays(y, m) {
		return 0, false
	}
	return data.NewDate(y, time.Month(m), d), true
}

// monthDays is the number of days of a month.
func monthDays(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

// clock reads "09:00:00" or "09:00"; 24:00 is the end of the day.
func clock(s string) (c Clock, seconds, ok bool) {
	parts := strings.Split(s, ":")
	if len(parts) != 2 && len(parts) != 3 {
		return 0, false, false
	}
	h, ok1 := digits(parts[0])
	m, ok2 := digits(parts[1])
	if !ok1 || !ok2 || len(parts[0]) != 2 || len(parts[1]) != 2 || m > 59 || h*60+m > 24*60 {
		return 0, false, false
	}
	if len(parts) == 3 {
		sec, _, ok := number(parts[2], 6)
		if !ok || sec < 0 || sec >= 61_000_000 {
			return 0, false, false
		}
		seconds = sec != 0
	}
	return Clock(h*60 + m), seconds, true
}

func digits(s string) (n int, ok bool) {
	for _, c := range []byte(s) {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, s != ""
}

// period reads PnDTnHnMnS; years and months have no length and are refused.
// Hours may have decimals, as some programs write them.
func period(s string) (p Period, exact, ok bool) {
	neg := strings.HasPrefix(s, "-")
	s, ok = strings.CutPrefix(strings.TrimPrefix(s, "-"), "P")
	if !ok || s == "" {
		return 0, false, false
	}
	var sum int64 // millionths of a second
	exact = true
	date, clock, timed := strings.Cut(s, "T")
	if timed && clock == "" {
		return 0, false, false
	}
	for _, part := range []struct {
		text, letters string
		seconds       []int64
	}{{date, "D", []int64{86400}}, {clock, "HMS", []int64{3600, 60, 1}}} {
		n, whole, ok := components(part.text, part.letters, part.seconds)
		if !ok {
			return 0, false, false
		}
		sum, exact = sum+n, exact && whole
	}
	p = Period(roundDiv(sum, 1_000_000))
	exact = exact && sum%1_000_000 == 0
	if neg {
		p = -p
	}
	return p, exact, true
}

// components adds up "1H30M0S": each letter at most once and in order.
func components(s, letters string, seconds []int64) (sum int64, exact, ok bool) {
	exact = true
	for s != "" {
		i := strings.IndexAny(s, letters)
		if i < 1 {
			return 0, false, false
		}
		n, whole, ok := number(s[:i], 6)
		k := strings.IndexByte(letters, s[i])
		if !ok || n < 0 || n > math.MaxInt64/4/seconds[k] {
			return 0, false, false
		}
		sum, exact = sum+n*seconds[k], exact && whole
		s, letters, seconds = s[i+1:], letters[k+1:], seconds[k+1:]
		if sum > math.MaxInt64/4 {
			return 0, false, false
		}
	}
	return sum, exact, true
}
