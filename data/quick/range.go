package quick

import (
	"regexp"
	"strings"

	"portfel/data"
)

// DateRange reads two dates, both inclusive: 30.11-4.12, 30.11–04.12.2026,
// 1-5.12, «16–19 ноября», пн-пт, «с 30.11 по 4.12». What one side leaves out is
// taken from the other; the end is the first such day on or after the start.
// One date is a range of one day. Problems: dateFormat, dateNone, dateOrder.
func DateRange(s string, today data.Date, add AddWorkdays) (from, to data.Date, err error) {
	if len(s) > maxTyped {
		return 0, 0, problem("dateFormat", s)
	}
	r := newReader(today, add)
	for _, v := range rangeVariants(s) {
		from, to, err = r.dateRange(v)
		if err != nil || from != 0 {
			break
		}
	}
	switch {
	case err != nil:
		return 0, 0, problem(codeOf(err), s)
	case from == 0:
		return 0, 0, problem("dateFormat", s)
	}
	return from, to, nil
}

// rangeVariants are the text as typed and as in the other layout, word by word.
func rangeVariants(s string) []string {
	words := strings.Fields(s)
	for i, w := range words {
		words[i] = otherToken(w)
	}
	return []string{s, strings.Join(words, " ")}
}

// codeOf is the code of a problem of this package.
func codeOf(err error) string {
	if p, ok := err.(data.Problem); ok {
		return p.Code
	}
	return "dateFormat"
}

// errOrder says that the end is before the start.
var errOrder = data.Problem{Code: "dateOrder"}

// dateRange reads a range or one date; nothing and no error means that the
// text is neither.
func (r reader) dateRange(s string) (from, to data.Date, err error) {
	if d, err := r.date(s); d != 0 || err != nil && !strings.ContainsAny(s, "-–—") {
		return d, d, err
	}
	var none error
	for _, p := range splits(s) {
		from, to, err := r.pair(p[0], p[1])
		if err == nil && from != 0 {
			return from, to, nil
		}
		if err != nil && none == nil {
			none = err
		}
	}
	return 0, 0, none
}

var fromTo = regexp.MustCompile(`^(?:с|со|from) (.+) (?:по|до|to|till|until) (.+)$`)

// splits lists the ways to part a text in two at a dash, or at its words.
func splits(s string) (all [][2]string) {
	s = strings.Join(strings.Fields(data.Fold(s)), " ")
	if m := fromTo.FindStringSubmatch(s); m != nil {
		return [][2]string{{m[1], m[2]}}
	}
	if a, b, ok := strings.Cut(s, ".."); ok {
		all = append(all, [2]string{a, b})
	}
	for i, c := range s {
		if c == '-' || c == '–' || c == '—' {
			all = append(all, [2]string{strings.TrimSpace(s[:i]), strings.TrimSpace(s[i+len(string(c)):])})
		}
	}
	return all
}

// pair joins two typed sides.
func (r reader) pair(a, b string) (from, to data.Date, err error) {
	if strings.HasPrefix(b, "-") {
		return 0, 0, nil
	}
	if dayShape.MatchString(a) && !dayShape.MatchString(b) {
		return r.dayBefore(atoi(a), b)
	}
	if hasYear(b) && !hasYear(a) && !relative(a) && !weekdayName(a) {
		return r.startBefore(a, b)
	}
	if from, err = r.date(a); err != nil || from == 0 {
		return 0, 0, err
	}
	to, err = r.end(b, from)
	switch {
	case err != nil || to == 0:
		return 0, 0, err
	case to < from:
		return 0, 0, errOrder
	}
	return from, to, nil
}

// end reads an end after a start: without a year it is the first such day on
// or after the start. One more than half a year later was not meant so.
func (r reader) end(s string, start data.Date) (data.Date, error) {
	if relative(s) {
		return r.date(s)
	}
	d, err := r.after(start).date(s)
	if err == nil && d > start.AddMonths(6) && !hasYear(s) {
		return 0, errOrder
	}
	return d, err
}

// dayBefore is a start of which only the day was typed: the last such day on
// or before the end.
func (r reader) dayBefore(day int, b string) (from, to data.Date, err error) {
	if to, err = r.date(b); err != nil || to == 0 {
		return 0, 0, err
	}
	for i := range 3 {
		first := to.MonthStart().AddMonths(-i)
		d := first + data.Date(day-1)
		if day >= 1 && d <= to && d.MonthStart() == first {
			return d, to, nil
		}
	}
	return 0, 0, errNone
}

// startBefore is a start without a year before an end that has one: the last
// such day on or before the end.
func (r reader) startBefore(a, b string) (from, to data.Date, err error) {
	if to, err = r.date(b); err != nil || to == 0 {
		return 0, 0, err
	}
	from, err = newReader(to, r.add).date(a)
	if err == nil && from > to {
		y, m, d := from.Civil()
		from, err = civil(y-1, int(m), d)
	}
	return from, to, err
}

var yearShape = regexp.MustCompile(`^\d{4}-|[./, ](\d{4}|\d{2})$|^\d{6,8}$`)

// hasYear tells whether a typed date names its year.
func hasYear(s string) bool {
	if numericShape.MatchString(s) {
		return numericShape.FindStringSubmatch(s)[3] != ""
	}
	if m := dayMonthShape.FindStringSubmatch(s); m != nil {
		return m[3] != ""
	}
	return yearShape.MatchString(s)
}

// relative tells whether a typed date hangs on today and not on a calendar.
func relative(s string) bool {
	_, word := dayWords[s]
	return word || shiftShape.MatchString(s)
}

// weekdayName tells whether a typed date is the name of a weekday.
func weekdayName(s string) bool {
	_, ok := weekdays[s]
	return ok
}
