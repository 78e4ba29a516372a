package ical

import (
	"time"

	"github.com/teambition/rrule-go"

	"portfel/data"
)

// Occurrence is one day of a series. OriginalDay names it for good; Starts and
// Ends stand on the wall clock of the series' zone.
type Occurrence struct {
	OriginalDay data.Date
	Starts      data.Moment
	Ends        data.Moment
}

// Occurrences expands a series between two days, both inclusive, at most max of
// them (0 = as many as are believed). The wall time is the same on every day. A
// series that skips days off loses those for which off is true; COUNT of the
// rule counts them all the same. A rule that CheckRule refuses gives nothing.
func Occurrences(s data.Series, from, to data.Date, off func(data.Date) bool, max int) []Occurrence {
	w, ok := newWalk(s)
	if !ok {
		return nil
	}
	if max <= 0 || max > maxOccurrences {
		max = maxOccurrences
	}
	length := s.Ends.Day - s.Starts.Day
	skip := s.DaysOff == data.DaysOffSkip && off != nil
	var list []Occurrence
	for len(list) < max {
		day, ok := w.next()
		if !ok || day > to {
			break
		}
		if day+length < from || skip && off(day) {
			continue
		}
		list = append(list, occurrence(s, day))
	}
	return list
}

// occurrence is the series on a day.
func occurrence(s data.Series, day data.Date) Occurrence {
	return Occurrence{
		OriginalDay: day,
		Starts:      data.Moment{Day: day, Min: s.Starts.Min, Zone: s.Starts.Zone},
		Ends:        data.Moment{Day: day + s.Ends.Day - s.Starts.Day, Min: s.Ends.Min, Zone: s.Ends.Zone},
	}
}

// walk goes through the days of a rule.
type walk struct {
	step  func() (time.Time, bool)
	shift data.Date // days between the library's calendar and ours
	until data.Date
}

// cycle is the period after which the Gregorian calendar repeats, weekdays
// included.
const (
	cycleYears = 400
	cycleDays  = data.Date(146097)
)

// newWalk prepares the expansion of a series; false when there is nothing to
// expand.
func newWalk(s data.Series) (*walk, bool) {
	if s.Starts.IsZero() || CheckRule(s.Rule) != nil {
		return nil, false
	}
	parts, _ := ruleParts(s.Rule)
	opt, err := ruleOption(parts)
	if err != nil {
		return nil, false
	}
	cycles := (9899 - s.Starts.Day.Year()) / cycleYears
	w := &walk{shift: cycleDays * data.Date(cycles), until: s.UntilOn}
	opt.Dtstart = (s.Starts.Day + w.shift).Time()
	r, err := rrule.NewRRule(*opt)
	if err != nil {
		return nil, false
	}
	w.step = r.Iterator()
	return w, true
}

// next is the next day, or false at the end. A defect of the library ends the
// series instead of the program.
func (w *walk) next() (day data.Date, ok bool) {
	defer func() {
		if recover() != nil {
			day, ok = 0, false
		}
	}()
	t, ok := w.step()
	if !ok {
		return 0, false
	}
	day = data.DateOf(t) - w.shift
	return day, w.until.IsZero() || day <= w.until
}
