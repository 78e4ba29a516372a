package ical

import (
	"strings"
	"time"

	"portfel/data"
)

// ruleText is the rule with its last day. COUNT and UNTIL exclude each other:
// the one that ends the series first stays.
func (it *Item) ruleText() string {
	if it.UntilOn.IsZero() {
		return it.Rule
	}
	last, next := it.lastDays()
	var kept []string
	for _, kv := range strings.Split(it.Rule, ";") {
		if !strings.HasPrefix(kv, "COUNT=") {
			kept = append(kept, kv)
		} else if next.IsZero() {
			return it.Rule
		}
	}
	return strings.Join(kept, ";") + ";UNTIL=" + it.untilText(last, next)
}

// lastDays are the last day of the series, and the day that the rule would give
// after it (none = there is none).
func (it *Item) lastDays() (last, next data.Date) {
	s := it.series()
	s.UntilOn = 0
	w, ok := newWalk(s)
	if !ok {
		return it.UntilOn, 0
	}
	last = it.UntilOn
	for i := 0; i < maxOccurrences; i++ {
		day, ok := w.next()
		if !ok {
			return last, 0
		}
		if day > it.UntilOn {
			return last, day
		}
		last = day
	}
	return last, 0
}

// untilText is UNTIL: a day for whole days, an instant in UTC for times. The
// instant is the end of the last day by the clock of UTC when that takes in
// neither more nor less, since some programs compare it with local clocks; else
// the end of the last day by the clock of the series.
func (it *Item) untilText(last, next data.Date) string {
	if it.AllDay {
		return compact(it.UntilOn)
	}
	at := func(day data.Date, min int) time.Time {
		return instant(data.Moment{Day: day, Min: min, Zone: it.Starts.Zone})
	}
	end := time.Unix(it.UntilOn.Time().Unix()+86399, 0)
	if end.Before(at(last, it.Starts.Min)) || !next.IsZero() && !end.Before(at(next, it.Starts.Min)) {
		end = at(it.UntilOn, 1439).Add(59 * time.Second)
	}
	return utc(end)
}
