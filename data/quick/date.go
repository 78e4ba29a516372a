package quick

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"portfel/data"
)

// AddWorkdays is the n-th working day strictly after d, or before it for a
// negative n, by the calendar of the one who types.
type AddWorkdays func(d data.Date, n int) data.Date

// weekdaysOnly stands in for a calendar that was not given: Monday to Friday.
func weekdaysOnly(d data.Date, n int) data.Date {
	step := data.Date(1)
	if n < 0 {
		step, n = -1, -n
	}
	for n > 0 {
		d += step
		if w := d.Weekday(); w != time.Saturday && w != time.Sunday {
			n--
		}
	}
	return d
}

// Date reads one date typed the short way, seen from today: 25.11, 25.11.26,
// 25.11.2026, 2026-11-25, «25», «25 ноя», «ср» (today counts), «ср след» (the
// day of the next week), «завтра», +3 calendar days, +3р or +3w working days,
// +2н weeks, +1м months, in either keyboard layout. A nil calendar counts
// Monday to Friday. Problems: dateFormat (not a date at all), dateNone (no such
// day).
func Date(s string, today data.Date, add AddWorkdays) (data.Date, error) {
	if len(s) > maxTyped {
		return 0, problem("dateFormat", s)
	}
	d, err := newReader(today, add).either(s)
	if err != nil || d != 0 {
		return d, err
	}
	return 0, problem("dateFormat", s)
}

// maxTyped bounds the bytes of a typed date or time.
const maxTyped = 100

// problem names what was typed, cut to what a sentence can hold.
func problem(code, typed string) error {
	r := []rune(strings.TrimSpace(typed))
	if len(r) > 40 {
		r = append(r[:40], '…')
	}
	return data.Problem{Code: code, Args: []string{string(r)}}
}

// reader reads dates seen from one day.
type reader struct {
	today data.Date
	add   AddWorkdays
	year0 data.Date // first day that a date without a year may mean
	day0  data.Date // first day that a day without a month may mean
}

func newReader(today data.Date, add AddWorkdays) reader {
	if add == nil {
		add = weekdaysOnly
	}
	return reader{today, add, today.AddMonths(-6), today - 15}
}

// after is the reader of an end: nothing before the start is meant.
func (r reader) after(start data.Date) reader { return reader{start, r.add, start, start} }

// either reads the text as typed, then in the other layout. No date and no
// error means that it is not a date.
func (r reader) either(s string) (data.Date, error) {
	d, err := r.date(s)
	if d == 0 && err == nil {
		d, err = r.date(otherToken(s))
	}
	if err != nil {
		return 0, problem("dateNone", s)
	}
	return d, err
}

// errNone says that the text is a date that does not exist.
var errNone = data.Problem{Code: "dateNone"}

// date reads one text in the layout as it is.
func (r reader) date(s string) (data.Date, error) {
	s = strings.Join(strings.Fields(data.Fold(s)), " ")
	s = strings.ReplaceAll(s, "−", "-")
	for _, read := range []func(string) (data.Date, bool, error){r.word, r.weekday, r.shift, r.iso, r.numeric, r.named} {
		if d, ok, err := read(s); ok {
			return d, err
		}
	}
	return 0, nil
}

// dayWords are names of days around today.
var dayWords = map[string]data.Date{
	"сегодня": 0, "today": 0, "завтра": 1, "tomorrow": 1, "послезавтра": 2, "вчера": -1, "yesterday": -1, "позавчера": -2,
}

func (r reader) word(s string) (data.Date, bool, error) {
	n, ok := dayWords[s]
	return r.today + n, ok, nil
}

// weekdays are the names of weekdays, folded; «среду» and its like too.
var weekdays = weekdayNames("вс воскресенье воскресенья воскресенью sun sunday|пн понедельник понедельника понедельнику mon monday|" +
	"вт вторник вторника вторнику tue tuesday|ср среда среду среды среде wed wednesday|чт четверг четверга четвергу thu thursday|" +
	"пт пятница пятницу пятницы пятнице fri friday|сб суббота субботу субботы субботе sat saturday")

func weekdayNames(s string) map[string]time.Weekday {
	m := map[string]time.Weekday{}
	for i, names := range strings.Split(s, "|") {
		for _, n := range strings.Fields(names) {
			m[n] = time.Weekday(i)
		}
	}
	return m
}

// nextWords beside a weekday mean the next week.
var nextWords = map[string]bool{"след": true, "след.": true, "следующий": true, "следующая": true, "следующую": true, "следующее": true, "следующей": true, "next": true}

func (r reader) weekday(s string) (data.Date, bool, error) {
	if w, ok := weekdays[strings.TrimSuffix(s, ".")]; ok {
		return onOrAfter(r.today, w), true, nil
	}
	a, b, two := strings.Cut(s, " ")
	if !two {
		return 0, false, nil
	}
	if nextWords[a] {
		a, b = b, a
	}
	w, ok := weekdays[a]
	if !ok || !nextWords[b] {
		return 0, false, nil
	}
	return onOrAfter(r.today.Monday()+7, w), true, nil
}

// onOrAfter is the first day of that name on or after d.
func onOrAfter(d data.Date, w time.Weekday) data.Date {
	return d + data.Date((int(w)-int(d.Weekday())+7)%7)
}

var shiftShape = regexp.MustCompile(`^([+-])(\d{1,4}) ?([\p{L}.]*)$`)

// shift reads +3, +3р, +2н, +1м, -5.
func (r reader) shift(s string) (data.Date, bool, error) {
	m := shiftShape.FindStringSubmatch(s)
	if m == nil {
		return 0, false, nil
	}
	n, _ := strconv.Atoi(m[1] + m[2])
	switch strings.TrimSuffix(m[3], ".") {
	case "", "д", "дн", "дней", "день", "дня", "к", "кд", "d", "day", "days", "cd":
		return r.today + data.Date(n), true, nil
	case "р", "рд", "раб", "w", "wd":
		return r.add(r.today, n), true, nil
	case "н", "нед", "недели", "недель", "неделя", "неделю", "wk", "week", "weeks":
		return r.today + data.Date(7*n), true, nil
	case "м", "мес", "месяц", "месяца", "месяцев", "m", "month", "months":
		return r.today.AddMonths(n), true, nil
	}
	return 0, false, nil
}

var isoShape = regexp.MustCompile(`^(\d{4})-(\d{2})-(\d{2})$`)

func (r reader) iso(s string) (data.Date, bool, error) {
	m := isoShape.FindStringSubmatch(s)
	if m == nil {
		return 0, false, nil
	}
	return r.full(atoi(m[3]), atoi(m[2]), m[1])
}

var (
	numericShape = regexp.MustCompile(`^(\d{1,2})[./,](\d{1,2})(?:[./,](\d{4}|\d{2})?)?(?: ?г\.?)?$`)
	packedShape  = regexp.MustCompile(`^(\d{2})(\d{2})(\d{4}|\d{2})?$`)
	dayShape     = regexp.MustCompile(`^\d{1,2}$`)
)

// numeric reads 25.11, 25.11.26, 251126 and «25».
func (r reader) numeric(s string) (data.Date, bool, error) {
	if dayShape.MatchString(s) {
		return r.day(atoi(s))
	}
	m := numericShape.FindStringSubmatch(s)
	if m == nil {
		m = packedShape.FindStringSubmatch(s)
	}
	if m == nil {
		return 0, false, nil
	}
	return r.full(atoi(m[1]), atoi(m[2]), m[3])
}

func atoi(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

// full is the day of a month, in the given year or in the nearest one.
func (r reader) full(day, month int, year string) (data.Date, bool, error) {
	if year == "" {
		d, err := r.nearest(day, month)
		return d, true, err
	}
	d, err := civil(r.year(year), month, day)
	return d, true, err
}

// year reads a year; one of two digits lies within fifty years of today.
func (r reader) year(s string) int {
	y := atoi(s)
	if len(s) != 2 {
		return y
	}
	y += r.today.Year() / 100 * 100
	switch {
	case y >= r.today.Year()+50:
		return y - 100
	case y < r.today.Year()-50:
		return y + 100
	}
	return y
}

// civil is the date if there is such a day in the years 1900 to 2200.
func civil(year, month, day int) (data.Date, error) {
	d := data.NewDate(year, time.Month(month), day)
	if y, m, dd := d.Civil(); d == 0 || y != year || int(m) != month || dd != day || y < 1900 || y > 2200 {
		return 0, errNone
	}
	return d, nil
}

// nearest is the first day of that name at most half a year back.
func (r reader) nearest(day, month int) (data.Date, error) {
	for y := r.year0.Year(); y <= r.year0.Year()+1; y++ {
		if d, err := civil(y, month, day); err == nil && d >= r.year0 && d < r.year0.AddMonths(12) {
			return d, nil
		}
	}
	return 0, errNone
}

// day is the first day of that number at most 15 days back.
func (r reader) day(n int) (data.Date, bool, error) {
	for i := range 4 {
		first := r.day0.MonthStart().AddMonths(i)
		d := first + data.Date(n-1)
		if n >= 1 && d >= r.day0 && d.MonthStart() == first {
			return d, true, nil
		}
	}
	return 0, true, errNone
}

// monthNames are the whole names; a typed one is a beginning of one of them of
// three letters or more.
var monthNames = [][]string{
	{"января", "январь", "january"}, {"февраля", "февраль", "february"}, {"марта", "март", "march"}, {"апреля", "апрель", "april"},
	{"мая", "май", "may"}, {"июня", "июнь", "june"}, {"июля", "июль", "july"}, {"августа", "август", "august"},
	{"сентября", "сентябрь", "september"}, {"октября", "октябрь", "october"}, {"ноября", "ноябрь", "november"}, {"декабря", "декабрь", "december"},
}

// month is the number of a named month, 0 for none.
func month(s string) int {
	s = strings.TrimSuffix(s, ".")
	if len([]rune(s)) < 3 {
		return 0
	}
	for i, names := range monthNames {
		for _, n := range names {
			if strings.HasPrefix(n, s) {
				return i + 1
			}
		}
	}
	return 0
}

var (
	dayMonthShape = regexp.MustCompile(`^(\d{1,2})[ .]?(\p{L}{3,}\.?)(?: (\d{4}|\d{2}))?(?: ?г\.?)?$`)
	monthDayShape = regexp.MustCompile(`^(\p{L}{3,}\.?) (\d{1,2})(?:,? (\d{4}|\d{2}))?$`)
)

// named reads «25 ноя», «25 ноября 2026», nov 25.
func (r reader) named(s string) (data.Date, bool, error) {
	if m := dayMonthShape.FindStringSubmatch(s); m != nil && month(m[2]) > 0 {
		return r.full(atoi(m[1]), month(m[2]), m[3])
	}
	if m := monthDayShape.FindStringSubmatch(s); m != nil && month(m[1]) > 0 {
		return r.full(atoi(m[2]), month(m[1]), m[3])
	}
	return 0, false, nil
}
