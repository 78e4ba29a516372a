package quick

import (
	"regexp"
	"strings"

	"portfel/data"
	"portfel/data/text"
)

// Words before a date or a time.
var (
	untilWords = map[string]bool{"до": true, "к": true, "ко": true, "by": true, "until": true, "till": true, "due": true}
	onWords    = map[string]bool{"на": true, "в": true, "во": true, "on": true, "at": true}
)

// datesAndTimes reads what stands at token i.
func (l *line) datesAndTimes(i int) {
	first := data.Fold(l.tokens[i].text)
	free := l.free(i)
	switch {
	case untilWords[first] && free > 1 && l.until(i):
	case onWords[first] && free > 1 && (l.date(i, 1) || l.time(i, 1, true)):
	case l.date(i, 0) || l.time(i, 0, l.behind == i) || l.effort(i):
	default:
		l.doubt(i)
	}
}

// maxDateWords is the longest typed date in words: «с 30 ноября по 4 декабря».
const maxDateWords = 7

// dateAt reads the longest date or range at token i.
func (l *line) dateAt(i int, asked bool) (n int, from, to data.Date) {
	for n = min(l.free(i), maxDateWords); n > 0; n-- {
		s := data.Fold(l.join(i, n))
		if !l.plausible(s, asked) || s == "+7" && i+1 < len(l.tokens) && areaCode.MatchString(l.tokens[i+1].text) {
			continue // «+7 495» is a telephone
		}
		if from, to, err := l.dateRange(s); err == nil && from != 0 {
			return n, from, to
		}
	}
	return 0, 0, 0
}

var (
	bareNumber   = regexp.MustCompile(`^\d+$`)
	bareRange    = regexp.MustCompile(`^\d{1,2} ?[-–—] ?\d{1,2}$|^(с|со|from) \d{1,2} (до|по|to|till|until) \d{1,2}$`)
	bareDayMonth = regexp.MustCompile(`^\d{1,2}\.\d{2}\.?$`)
	fullNumeric  = regexp.MustCompile(`^\d{1,2}\.\d{1,2}\.(\d{2}|\d{4})$`)
	numericPair  = regexp.MustCompile(`^\d{1,2}(\.\d{1,2})?(\.\d{2,4})? ?[-–—] ?\d{1,2}\.\d{1,2}(\.\d{2,4})?\.?$`)
	shortYear    = regexp.MustCompile(`\d \p{L}{3,}\.? \d{2}(\D|$)`)
	areaCode     = regexp.MustCompile(`^\(?\d{3}\)?`)
	hasLetters   = regexp.MustCompile(`\p{L}`)
)

// plausible tells whether the text may be a date in a line, where numbers have
// other meanings too. asked says that a word like «до» stands before it.
func (l *line) plausible(s string, asked bool) bool {
	switch {
	case bareNumber.MatchString(s):
		return asked && len(s) <= 2 && l.Kind != data.KindEvent
	case bareRange.MatchString(s):
		return l.Kind == data.KindTrip && l.Trip != data.TripLocal
	case bareDayMonth.MatchString(s), fullNumeric.MatchString(s), isoShape.MatchString(s), numericPair.MatchString(s):
		return true
	case numericShape.MatchString(s):
		return asked // «1.2» alone is more likely the number of a stage
	case shortYear.MatchString(s):
		return false // «25 ноября 14»: 14 is a time
	}
	return strings.HasPrefix(s, "+") || hasLetters.MatchString(s) || strings.Contains(s, "..")
}

// date reads a date behind skip words.
func (l *line) date(i, skip int) bool {
	n, from, to := l.dateAt(i+skip, false)
	if n == 0 || l.From != 0 && l.behind != i {
		return false
	}
	l.From, l.To = from, to
	l.behind = i + skip + n
	l.use(i, skip+n, PartDate)
	return true
}

// until reads the day by which something is due.
func (l *line) until(i int) bool {
	n, from, to := l.dateAt(i+1, true)
	if n == 0 || from != to || l.Until != 0 {
		return false
	}
	if bareNumber.MatchString(l.join(i+1, 1)) && n == 1 && !l.numberEnds(i+2) {
		return false // «до 5 страниц»
	}
	l.Until = to
	l.use(i, n+1, PartUntil)
	return true
}

// numberEnds tells whether a bare number before token i stands alone: the line
// ends there, or hours follow.
func (l *line) numberEnds(i int) bool {
	for n := 1; n <= min(2, len(l.tokens)-i); n++ {
		if effortShape.MatchString(data.Fold(l.join(i, n))) {
			return true
		}
	}
	return i >= len(l.tokens)
}

// hasTime tells whether the record of the line has a time of the day.
func (l *line) hasTime() bool {
	return !l.named || l.Kind == data.KindEvent || l.Kind == data.KindTrip && l.Trip == data.TripLocal
}

var (
	clearTime  = regexp.MustCompile(`^\d{1,2}[:.]\d{2}$|^\d{1,2}(:\d{2})? ?(am|pm)$`)
	clearRange = regexp.MustCompile(`^\d{1,2}([:.]\d{2})? ?[-–—] ?\d{1,2}([:.]\d{2})?$|^(с|со|from) \d{1,2}([:.]\d{2})? (до|по|to|till|until) \d{1,2}([:.]\d{2})?$`)
	bareTime   = regexp.MustCompile(`^\d{1,2}$|^\d{4}$`)
)

// time reads a time or a range of times; asked says that a bare number is
// meant as one.
func (l *line) time(i, skip int, asked bool) bool {
	if l.Timed || !l.hasTime() {
		return false
	}
	for n := min(l.free(i+skip), 4); n > 0; n-- {
		s := data.Fold(l.join(i+skip, n))
		if !clearTime.MatchString(s) && !clearRange.MatchString(s) && !(asked && bareTime.MatchString(s)) {
			continue
		}
		if from, to, err := TimeRange(s); err == nil {
			l.Timed, l.Start, l.End = true, from, to
			l.use(i, skip+n, PartTime)
			return true
		}
	}
	return false
}

var (
	effortShape = regexp.MustCompile(`^\d{1,4}([.,]\d{1,2})? ?(ч|час|часа|часов|h|hr|hour|hours)\.?$|^\d{1,4} ?(мин|min)\.?$|^\d{1,3}(ч|h)\d{1,2}(м|мин|m|min)?$`)
)

// effort reads hours of work: «4ч», «1,5 ч», «30 мин».
func (l *line) effort(i int) bool {
	for n := min(l.free(i), 2); n > 0 && l.Effort == 0; n-- {
		s := data.Fold(l.join(i, n))
		if !effortShape.MatchString(s) {
			continue
		}
		if m, err := text.ParseHours(s); err == nil && m > 0 {
			l.Effort = m
			l.use(i, n, PartEffort)
			return true
		}
	}
	return false
}

var looksLikeDate = regexp.MustCompile(`^\d{1,2}\.(0[1-9]|1[0-2])(\.(\d{2}|\d{4}))?$`)

// doubt notes a word that looks like a date or like hours and is none.
func (l *line) doubt(i int) {
	s := l.join(i, 1)
	if l.named && l.hasTime() && clearRange.MatchString(data.Fold(s)) {
		if _, _, err := TimeRange(s); codeOf(err) == "timeOrder" {
			l.Problems = append(l.Problems, data.Problem{Code: "timeOrder", Args: []string{s}})
			return
		}
	}
	if !looksLikeDate.MatchString(s) {
		return
	}
	if _, err := l.either(s); err != nil {
		l.Problems = append(l.Problems, data.Problem{Code: codeOf(err), Args: []string{s}})
	}
}
