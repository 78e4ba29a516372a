package data

import (
	"fmt"
	"strings"
	"time"
)

// Moment is a wall-clock time in a named zone, to the minute. The instant is
// worked out only when asked for, so that a change of zone rules moves the
// instant and not the meeting. The zero Moment means "none".
type Moment struct {
	Day  Date
	Min  int    // minute of the day, 0..1439
	Zone string // IANA name
}

// MomentOf is the wall time of the instant t in the named zone.
func MomentOf(t time.Time, zone string) (Moment, error) {
	loc, err := Location(zone)
	if err != nil {
		return Moment{}, err
	}
	l := t.In(loc)
	return Moment{DateOf(l), l.Hour()*60 + l.Minute(), zone}, nil
}

// ParseMoment reads "2026-11-30T06:35 Europe/Moscow"; an empty text is none.
func ParseMoment(s string) (Moment, error) {
	if s == "" {
		return Moment{}, nil
	}
	wall, zone, ok := strings.Cut(s, " ")
	t, err := time.Parse("2006-01-02T15:04", wall)
	if !ok || err != nil || t.Year() < 1 {
		return Moment{}, fmt.Errorf("moment %q is not YYYY-MM-DDTHH:MM Zone/Name", s)
	}
	if _, err := Location(zone); err != nil {
		return Moment{}, err
	}
	return Moment{DateOf(t), t.Hour()*60 + t.Minute(), zone}, nil
}

// Instant is the point in time as RFC 5545 3.3.5 reads a wall time: an hour
// that occurs twice is the first one, an hour that a clock change skips is
// counted with the offset before the change. The error is an unknown zone.
func (m Moment) Instant() (time.Time, error) {
	loc, err := Location(m.Zone)
	if err != nil {
		return time.Time{}, err
	}
	wall := m.wall()
	before, after := offsetAt(wall-86400, loc), offsetAt(wall+86400, loc)
	for _, off := range [2]int64{before, after} {
		if offsetAt(wall-off, loc) == off {
			return time.Unix(wall-off, 0).In(loc), nil
		}
	}
	return time.Unix(wall-before, 0).In(loc), nil
}

// wall is the wall time in seconds as if its zone were UTC.
func (m Moment) wall() int64 { return int64(m.Day-epochDays)*86400 + int64(m.Min)*60 }

// offsetAt is the offset from UTC in seconds that is in force at an instant.
func offsetAt(unix int64, loc *time.Location) int64 {
	_, off := time.Unix(unix, 0).In(loc).Zone()
	return int64(off)
}

// In is the same instant on the clock of another zone.
func (m Moment) In(zone string) (Moment, error) {
	t, err := m.Instant()
	if err != nil {
		return Moment{}, err
	}
	return MomentOf(t, zone)
}

// Before compares instants; an unknown zone counts as UTC.
func (m Moment) Before(o Moment) bool { return m.unix() < o.unix() }

func (m Moment) unix() int64 {
	t, err := m.Instant()
	if err != nil {
		return m.wall()
	}
	return t.Unix()
}

// Add moves the wall clock by minutes, over midnight if need be.
func (m Moment) Add(min int) Moment {
	total := m.Min + min
	days := total / 1440
	if total%1440 < 0 {
		days--
	}
	return Moment{m.Day + Date(days), total - days*1440, m.Zone}
}

// IsZero tells whether there is no moment.
func (m Moment) IsZero() bool { return m.Day == 0 }

// Clock is "06:35".
func (m Moment) Clock() string { return fmt.Sprintf("%02d:%02d", m.Min/60, m.Min%60) }

// String is "2026-11-30T06:35 Europe/Moscow", or "" for none.
func (m Moment) String() string {
	if m.IsZero() {
		return ""
	}
	return m.Day.String() + "T" + m.Clock() + " " + m.Zone
}

// Known tells whether the moment can be read back: a day of the calendar, a
// minute of the day, a zone that the program knows. No moment is known.
func (m Moment) Known() bool {
	if m.IsZero() {
		return true
	}
	_, err := Location(m.Zone)
	return err == nil && m.Day.Known() && m.Min >= 0 && m.Min < 1440
}

// MarshalText writes String; what UnmarshalText could not read is refused, so
// that it never gets into a file.
func (m Moment) MarshalText() ([]byte, error) {
	if !m.Day.Known() {
		return m.Day.MarshalText()
	}
	if !m.Known() {
		return nil, Problems{{Code: "zone", Args: []string{m.Zone}}}
	}
	return []byte(m.String()), nil
}

// UnmarshalText reads what MarshalText writes.
func (m *Moment) UnmarshalText(b []byte) (err error) {
	*m, err = ParseMoment(string(b))
	return err
}
