package ical

import (
	"time"

	"portfel/data"
)

// instant is the point in time of a wall time (data.Moment.Instant). An unknown
// zone counts as UTC.
func instant(m data.Moment) time.Time {
	t, err := m.Instant()
	if err != nil {
		return m.Day.Time().Add(time.Duration(m.Min) * time.Minute)
	}
	return t
}

// onClock is the moment as a clock can show it: a skipped wall time moves on.
func onClock(m data.Moment) data.Moment {
	t := instant(m)
	return data.Moment{Day: data.DateOf(t), Min: t.Hour()*60 + t.Minute(), Zone: m.Zone}
}

// once is the moment as it is written where nothing repeats it: an hour that a
// clock shows twice is written in UTC, because readers differ in which of the two
// they take, although RFC 5545 3.3.5 says the first.
func once(m data.Moment) data.Moment {
	if !repeats(m) {
		return m
	}
	u := instant(m).UTC()
	return data.Moment{Day: data.DateOf(u), Min: u.Hour()*60 + u.Minute(), Zone: "UTC"}
}

// repeats tells a wall time that a clock shows twice.
func repeats(m data.Moment) bool {
	t := instant(m)
	first, then := offsetAt(t.Unix(), t.Location()), offsetAt(t.Unix()+86400, t.Location())
	return then < first && offsetAt(t.Unix()+first-then, t.Location()) == then
}

// odd tells a wall time that a clock shows twice or never.
func odd(m data.Moment) bool { return repeats(m) || onClock(m) != m }

// canBeOdd tells whether a series at this time can meet an odd hour: clocks are
// changed at night, none by more than three hours.
func canBeOdd(m data.Moment) bool { return m.Zone != "UTC" && (m.Min < 4*60 || m.Min >= 20*60) }

// offsetAt is the offset from UTC in seconds that is in force at an instant.
func offsetAt(unix int64, loc *time.Location) int64 {
	_, off := time.Unix(unix, 0).In(loc).Zone()
	return int64(off)
}

func location(zone string) *time.Location {
	loc, err := data.Location(zone)
	if err != nil {
		return time.UTC
	}
	return loc
}
