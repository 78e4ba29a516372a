package quick

import (
	"regexp"
	"strings"

	"portfel/data"
)

var timeShape = regexp.MustCompile(`^(\d{1,2})(?:[:.](\d{2})|(\d{2}))? ?(ч\.?|h|am|pm)?$`)

// Time reads a time of the day as minutes after midnight: 14, 14:30, 1430,
// 14.30, «14ч», 2pm. The problem is timeFormat. 24:00 is only an end, see
// TimeRange.
func Time(s string) (int, error) {
	if m, ok := clock(s); ok && m < 1440 {
		return m, nil
	}
	return 0, problem("timeFormat", s)
}

// clock reads a time of 0:00 to 24:00.
func clock(s string) (int, bool) {
	m := timeShape.FindStringSubmatch(strings.TrimSpace(data.Fold(s)))
	if m == nil {
		return 0, false
	}
	hour, min := atoi(m[1]), atoi(m[2]+m[3])
	if m[4] == "am" || m[4] == "pm" {
		if hour < 1 || hour > 12 {
			return 0, false
		}
		hour = hour % 12
		if m[4] == "pm" {
			hour += 12
		}
	}
	t := hour*60 + min
	return t, min < 60 && t <= 1440
}

// TimeRange reads two times of one day: 14-17, 14:00–17:30, «с 14 до 17». One
// time has no end: to is 0. Problems: timeFormat; timeOrder when the end is not
// after the start.
func TimeRange(s string) (from, to int, err error) {
	if t, ok := clock(s); ok && t < 1440 {
		return t, 0, nil
	}
	if len(s) > maxTyped {
		return 0, 0, problem("timeFormat", s)
	}
	for _, p := range splits(s) {
		from, ok1 := clock(p[0])
		to, ok2 := clock(p[1])
		if !ok1 || !ok2 {
			continue
		}
		if to <= from {
			return 0, 0, problem("timeOrder", s)
		}
		return from, to, nil
	}
	return 0, 0, problem("timeFormat", s)
}

// Times reads two times of the day as they stand: the end may be before the
// start, as of a meeting over midnight. It tells whether there are two.
func Times(s string) (from, to int, ok bool) {
	if len(s) > maxTyped {
		return 0, 0, false
	}
	for _, p := range splits(s) {
		from, ok1 := clock(p[0])
		to, ok2 := clock(p[1])
		if ok1 && ok2 && from < 1440 {
			return from, to, true
		}
	}
	return 0, 0, false
}
