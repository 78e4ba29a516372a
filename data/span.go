package data

import (
	"fmt"
	"strconv"
	"strings"
)

// Span is a duration or a lag: an amount and what it counts. Days are kept in
// thousandths, so that 2.5 days need no float; minutes are whole. A negative
// amount is a lead.
type Span struct {
	Amount int64
	Unit   Unit
}

// Unit says what a Span counts.
type Unit string

// The units of a Span. A day counts working days whatever their length; an
// hour counts hours.
const (
	WorkDays     Unit = "d"  // thousandths of a working day
	WorkMinutes  Unit = "m"  // minutes inside working intervals
	CalendarDays Unit = "cd" // thousandths of a calendar day
	ElapsedMins  Unit = "em" // minutes by the clock on the wall
)

// Days makes a span of whole working days.
func Days(n int) Span { return Span{int64(n) * 1000, WorkDays} }

// IsZero tells whether the span is not given at all; Days(0) is given: it is a
// milestone.
func (s Span) IsZero() bool { return s.Unit == "" }

// String is "5d", "2.5d", "240m", "3cd", "90em", or "" when not given.
func (s Span) String() string {
	if s.IsZero() {
		return ""
	}
	if s.Unit == WorkMinutes || s.Unit == ElapsedMins {
		return strconv.FormatInt(s.Amount, 10) + string(s.Unit)
	}
	return Thousandths(s.Amount) + string(s.Unit)
}

// Thousandths writes n/1000 with a point and no needless zeros.
func Thousandths(n int64) string {
	sign := ""
	if n < 0 {
		sign, n = "-", -n
	}
	t := fmt.Sprintf("%s%d", sign, n/1000)
	if f := n % 1000; f != 0 {
		t += strings.TrimRight(fmt.Sprintf(".%03d", f), "0")
	}
	return t
}

// ParseThousandths reads "2.5" or "2,5" as 2500, at most three decimals and at
// most maxSpan in size.
func ParseThousandths(s string) (int64, error) {
	bad := fmt.Errorf("number %q: at most three decimals", s)
	t := strings.Replace(s, ",", ".", 1)
	neg := strings.HasPrefix(t, "-")
	t = strings.TrimPrefix(strings.TrimPrefix(t, "-"), "+")
	whole, frac, _ := strings.Cut(t, ".")
	if whole == "" || len(frac) > 3 || !digits(whole) || !digits(frac) || len(whole) > 9 {
		return 0, bad
	}
	n, err := strconv.ParseInt(whole+(frac + "000")[:3], 10, 64)
	if err != nil {
		return 0, bad
	}
	if neg {
		n = -n
	}
	return n, nil
}

func digits(s string) bool {
	for _, r := range s {
		if r < '0' || r > '9' {
			return false
		}
	}
	return true
}

// ParseSpan reads what String writes.
func ParseSpan(s string) (Span, error) {
	if s == "" {
		return Span{}, nil
	}
	for _, u := range []Unit{CalendarDays, WorkDays, ElapsedMins, WorkMinutes} {
		t, ok := strings.CutSuffix(s, string(u))
		if !ok {
			continue
		}
		if u == CalendarDays || u == WorkDays {
			n, err := ParseThousandths(t)
			return Span{n, u}, err
		}
		n, err := strconv.ParseInt(t, 10, 64)
		if err != nil {
			return Span{}, fmt.Errorf("span %q: %w", s, err)
		}
		return Span{n, u}, nil
	}
	return Span{}, fmt.Errorf("span %q has no unit", s)
}

// MarshalText writes String.
func (s Span) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads what MarshalText writes.
func (s *Span) UnmarshalText(b []byte) (err error) {
	*s, err = ParseSpan(string(b))
	return err
}
