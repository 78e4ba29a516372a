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
