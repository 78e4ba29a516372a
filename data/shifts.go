package data

import (
	"fmt"
	"strconv"
	"strings"
)

// Shifts are the working intervals of a day, "09:00-13:00 14:00-18:00": in
// order, without overlap, none over midnight; a day may end at "24:00". Empty
// means "not given": the day follows from its working time.
type Shifts string

// Shift is one interval, in minutes of the day; To is exclusive, at most 1440.
type Shift struct{ From, To Minutes }

// ParseShifts reads intervals as people type them: "9-13 14-18",
// "09:00–13:00, 14:00–18:00". The error is a Problem of the field "shifts".
func ParseShifts(s string) (Shifts, error) {
	s = strings.NewReplacer("–", "-", "—", "-", " - ", "-").Replace(strings.TrimSpace(s))
	var list []Shift
	for _, part := range strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == ',' || r == ';' || r == '\u00a0' }) {
		a, b, ok := strings.Cut(part, "-")
		from, ok1 := clockMinute(a)
		to, ok2 := clockMinute(b)
		if !ok || !ok1 || !ok2 {
			return "", Problems{{Field: "shifts", Code: "shifts", Args: []string{part}}}
		}
		list = append(list, Shift{from, to})
	}
	out := MakeShifts(list...)
	if out == "" && len(list) > 0 {
		return "", Problems{{Field: "shifts", Code: "shifts", Args: []string{s}}}
	}
	return out, nil
}

// clockMinute reads "9", "09:00" or "24:00".
func clockMinute(s string) (Minutes, bool) {
	h, m, _ := strings.Cut(s, ":")
	hour, err := strconv.Atoi(h)
	minute, err2 := 0, error(nil)
	if m != "" {
		minute, err2 = strconv.Atoi(m)
	}
	v := hour*60 + minute
	ok := err == nil && err2 == nil && digits(h) && digits(m) && hour >= 0 && minute >= 0 && minute < 60 && v <= 24*60 && len(h) <= 2 && len(m) <= 2
	return Minutes(v), ok
}

// MakeShifts writes intervals, joining those that touch; it is empty when they
// are out of order, overlap or leave the day.
func MakeShifts(list ...Shift) Shifts {
	var joined []Shift
	for _, s := range list {
		n := len(joined)
		switch {
		case s.From < 0 || s.To > 24*60 || s.From >= s.To || n > 0 && s.From < joined[n-1].To:
			return ""
		case n > 0 && s.From == joined[n-1].To:
			joined[n-1].To = s.To
		default:
			joined = append(joined, s)
		}
	}
	parts := make([]string, len(joined))
	for i, s := range joined {
		parts[i] = fmt.Sprintf("%02d:%02d-%02d:%02d", s.From/60, s.From%60, s.To/60, s.To%60)
	}
	return Shifts(strings.Join(parts, " "))
}

// List are the intervals; what MakeShifts or ParseShifts did not write has none.
func (s Shifts) List() []Shift {
	var out []Shift
	for _, part := range strings.Fields(string(s)) {
		a, b, _ := strings.Cut(part, "-")
		from, ok1 := clockMinute(a)
		to, ok2 := clockMinute(b)
		if !ok1 || !ok2 || from >= to || len(out) > 0 && from < out[len(out)-1].To {
			return nil
		}
		out = append(out, Shift{from, to})
	}
	return out
}

// Minutes is the working time of all intervals.
func (s Shifts) Minutes() (sum Minutes) {
	for _, x := range s.List() {
		sum += x.To - x.From
	}
	return sum
}

// Known tells whether the text is intervals or nothing.
func (s Shifts) Known() bool { return s == "" || len(s.List()) > 0 }

// WeekShifts are the shifts of a week from Monday to Sunday, parted by "|":
// "09:00-13:00 14:00-18:00|…||". Empty means "not given".
type WeekShifts string

// MakeWeekShifts writes the shifts of a week, indexed by time.Weekday (0 is
// Sunday). A week without work is written too.
func MakeWeekShifts(days [7]Shifts) WeekShifts {
	parts := make([]string, 7)
	for i := range parts {
		parts[i] = string(days[(i+1)%7])
	}
	return WeekShifts(strings.Join(parts, "|"))
}

// Days are the shifts by time.Weekday; ok is false when they are not given or
// not a week.
func (w WeekShifts) Days() (days [7]Shifts, ok bool) {
	parts := strings.Split(string(w), "|")
	if len(parts) != 7 {
		return days, false
	}
	for i, p := range parts {
		if days[(i+1)%7] = Shifts(p); !Shifts(p).Known() {
			return days, false
		}
	}
	return days, true
}

// Known tells whether the text is a week or nothing.
func (w WeekShifts) Known() bool {
	_, ok := w.Days()
	return w == "" || ok
}
