package text

import (
	"strconv"
	"strings"
	"unicode"

	"portfel/data"
)

// compact prepares typed text for reading: no spaces of any kind, small
// letters, a true minus as a hyphen.
func compact(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' {
			return -1
		}
		if r == '−' || r == '–' {
			return '-'
		}
		return unicode.ToLower(r)
	}, s)
	return s
}

func problem(field, code, typed string) error {
	return data.Problem{Field: field, Code: code, Args: []string{strings.TrimSpace(typed)}}
}

// maxWhole bounds the digits of a typed number, so that no sum overflows.
const maxWhole = 13

// ParseMoney reads a sum as people type and paste it: «1 312 000,50», with any
// spaces, a point or a comma, ₽, руб., RUB. At most two decimals. An empty text
// is zero. The problem is moneyFormat.
func ParseMoney(s string) (data.Money, error) {
	t := compact(s)
	for _, sign := range []string{"₽", "рублей", "руб.", "руб", "р.", "р", "rub"} {
		if u, ok := strings.CutSuffix(t, sign); ok {
			t = u
			break
		}
	}
	t = leadingRouble(t)
	if t == "" {
		if strings.TrimSpace(s) == "" {
			return 0, nil
		}
		return 0, problem("", "moneyFormat", s)
	}
	kopecks, ok := kopecksOf(t)
	if !ok {
		return 0, problem("", "moneyFormat", s)
	}
	return kopecks, nil
}

// leadingRouble takes off the sign that English sums begin with. Behind it a
// comma before three digits can only part thousands.
func leadingRouble(t string) string {
	u, neg := strings.CutPrefix(t, "-")
	u, ok := strings.CutPrefix(u, "₽")
	if !ok {
		return t
	}
	if i := strings.LastIndexByte(u, ','); i >= 0 && len(u)-i == 4 {
		u += ".00"
	}
	if neg {
		u = "-" + u
	}
	return u
}

// kopecksOf reads a compacted number of at most two decimals.
func kopecksOf(t string) (data.Money, bool) {
	t, neg := strings.CutPrefix(t, "-")
	whole, frac := splitDecimals(t)
	if whole == "" || len(whole) > maxWhole || len(frac) > 2 || !digits(whole) || !digits(frac) {
		return 0, false
	}
	n, err := strconv.ParseInt(whole+(frac + "00")[:2], 10, 64)
	if neg {
		n = -n
	}
	return data.Money(n), err == nil
}

// splitDecimals parts a number at its decimal sign: the last point or comma,
// unless the same sign stands twice, which parts thousands: 1,312,000.50 and
// 1.312.000 are read right, and 1,312 alone is not a sum (three decimals).
func splitDecimals(t string) (whole, frac string) {
	i := strings.LastIndexAny(t, ".,")
	if i < 0 {
		return t, ""
	}
	whole, frac = t[:i], t[i+1:]
	sign := t[i]
	if j := strings.LastIndexByte(whole, sign); j >= 0 {
		whole, frac = t, "" // the same sign twice separates thousands
	} else if frac == "" {
		return "", "" // «5,» is unfinished
	}
	if bare, ok := ungroup(whole); ok {
		return bare, frac
	}
	return "", ""
}

// ungroup takes the signs between thousands out: 1,312,000 is 1312000. Groups
// must have three digits.
func ungroup(t string) (string, bool) {
	i := strings.IndexAny(t, ".,")
	if i < 0 {
		return t, true
	}
	groups := strings.Split(t, t[i:i+1])
	for k, g := range groups {
		if k == 0 && (len(g) == 0 || len(g) > 3) || k > 0 && len(g) != 3 {
			return "", false
		}
	}
	return strings.Join(groups, ""), true
}

func digits(s string) bool {
	for _, r := range s {
		if r < '0' || r > '9' {
			return false
		}
	}
	return true
}

// ParseHours reads working time: «6,5», «6:30», «6ч30м», «90м», «6 ч», 6h30m.
// A bare number is hours; it is rounded to whole minutes. Days are refused with
// hoursDays, because a day has no fixed number of hours; everything else that
// cannot be read is hoursFormat. An empty text is zero.
func ParseHours(s string) (data.Minutes, error) {
	t := compact(s)
	if t == "" {
		return 0, nil
	}
	if _, u := splitUnit(t); dayUnits[u] {
		return 0, problem("", "hoursDays", s)
	}
	m, ok := minutesOf(t)
	if !ok {
		return 0, problem("", "hoursFormat", s)
	}
	return m, nil
}

var dayUnits = map[string]bool{"д": true, "дн": true, "дн.": true, "день": true, "дня": true, "дней": true, "d": true, "day": true, "days": true,
	"рд": true, "кд": true, "cd": true}

var hourUnits = map[string]bool{"": true, "ч": true, "ч.": true, "час": true, "часа": true, "часов": true, "h": true, "hr": true, "hour": true, "hours": true}

var minuteUnits = map[string]bool{"м": true, "мин": true, "мин.": true, "минут": true, "минуты": true, "минута": true, "m": true, "min": true, "minutes": true}

// splitUnit parts «6,5ч» into «6,5» and «ч».
func splitUnit(t string) (number, unit string) {
	i := strings.IndexFunc(t, func(r rune) bool { return !strings.ContainsRune("0123456789.,:+-", r) })
	if i < 0 {
		return t, ""
	}
	return t[:i], t[i:]
}

// minutesOf reads compacted working time.
func minutesOf(t string) (data.Minutes, bool) {
	if h, m, ok := strings.Cut(t, ":"); ok {
		return clockMinutes(h, m)
	}
	number, unit := splitUnit(t)
	if minuteUnits[unit] {
		n, ok := wholeNumber(number)
		return data.Minutes(n), ok
	}
	if hourUnits[unit] {
		n, err := data.ParseThousandths(number)
		return data.Minutes((n*60 + 500) / 1000), err == nil && n >= 0
	}
	return hoursAndMinutes(number, unit)
}

// hoursAndMinutes reads «6ч30м» and «6ч30», already split behind the hours.
func hoursAndMinutes(hours, rest string) (data.Minutes, bool) {
	i := strings.IndexAny(rest, "0123456789")
	if i < 1 || !hourUnits[rest[:i]] {
		return 0, false
	}
	minutes, unit := splitUnit(rest[i:])
	if unit != "" && !minuteUnits[unit] {
		return 0, false
	}
	return clockMinutes(hours, minutes)
}

// clockMinutes joins whole hours and minutes below 60.
func clockMinutes(h, m string) (data.Minutes, bool) {
	hours, ok1 := wholeNumber(h)
	minutes, ok2 := wholeNumber(m)
	return data.Minutes(hours*60 + minutes), ok1 && ok2 && minutes < 60 && len(m) <= 2
}

func wholeNumber(s string) (int64, bool) {
	if s == "" || len(s) > 7 || !digits(s) {
		return 0, false
	}
	n, err := strconv.ParseInt(s, 10, 64)
	return n, err == nil
}

// ParsePercent reads a whole per cent of 0 to 100: «60», «60 %». An empty text
// is zero. The problem is percentFormat.
func ParsePercent(s string) (int, error) {
	t := compact(s)
	if t == "" {
		return 0, nil
	}
	n, ok := wholeNumber(strings.TrimSuffix(t, "%"))
	if !ok || n > 100 {
		return 0, problem("", "percentFormat", s)
	}
	return int(n), nil
}

// spanUnits are the units of a typed span; a bare number is working days.
var spanUnits = map[string]data.Unit{
	"": data.WorkDays, "д": data.WorkDays, "дн": data.WorkDays, "дн.": data.WorkDays, "день": data.WorkDays, "дня": data.WorkDays, "дней": data.WorkDays,
	"р": data.WorkDays, "рд": data.WorkDays, "раб.дн.": data.WorkDays, "рабочийдень": data.WorkDays, "рабочихдня": data.WorkDays, "рабочихдней": data.WorkDays,
	"d": data.WorkDays, "wd": data.WorkDays, "day": data.WorkDays, "days": data.WorkDays,
	"ч": data.WorkMinutes, "ч.": data.WorkMinutes, "час": data.WorkMinutes, "часа": data.WorkMinutes, "часов": data.WorkMinutes, "h": data.WorkMinutes, "hours": data.WorkMinutes,
	"кд": data.CalendarDays, "кал.дн.": data.CalendarDays, "cd": data.CalendarDays, "cal.d": data.CalendarDays,
	"кч": data.ElapsedMins, "eh": data.ElapsedMins,
}

// ParseSpan reads a duration or a lag: «5» and «5д» working days, «4ч» hours,
// «3кд» calendar days, «24кч» elapsed hours; 2.5d, −1д and +2д too. «м» is
// minutes of work. An empty text is a span not given. The problem is
// spanFormat.
func ParseSpan(s string) (data.Span, error) {
	t := compact(s)
	if t == "" {
		return data.Span{}, nil
	}
	number, word := splitUnit(t)
	unit, known := spanUnits[word]
	if minuteUnits[word] {
		unit, known = data.WorkMinutes, true
	}
	n, err := data.ParseThousandths(number)
	if !known || err != nil {
		return data.Span{}, problem("", "spanFormat", s)
	}
	if minuteUnits[word] {
		return data.Span{Amount: n / 1000, Unit: unit}, wholeOr(n, s)
	}
	if unit == data.WorkMinutes || unit == data.ElapsedMins {
		n = toMinutes(n)
	}
	return data.Span{Amount: n, Unit: unit}, nil
}

// toMinutes turns thousandths of an hour into whole minutes, half away from
// zero.
func toMinutes(n int64) int64 {
	if n < 0 {
		return -toMinutes(-n)
	}
	return (n*60 + 500) / 1000
}

// wholeOr refuses a broken number of minutes.
func wholeOr(thousandths int64, typed string) error {
	if thousandths%1000 != 0 {
		return problem("", "spanFormat", typed)
	}
	return nil
}
