package ical

import (
	"time"

	"portfel/data"
)

// instant is the point in time of a wall time as RFC 5545 3.3.5 reads it: an
// hour that occurs twice is the first one, an hour that is skipped is counted
// with the offset before the change. An unknown zone counts as UTC.
func instant(m data.Moment) time.Time {
	loc := location(m.Zone)
	wall := m.Day.Time().Unix() + int64(m.Min)*60
	before, after := offsetAt(wall-86400, loc), offsetAt(wall+86400, loc)
	for _, off := range [2]int64{before, after} {
		if offsetAt(wall-off, loc) == off {
			return time.Unix(wall-off, 0).In(loc)
		}
	}
	return time.Unix(wall-before, 0).In(loc)
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
