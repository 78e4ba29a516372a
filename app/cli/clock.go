package cli

import (
	"time"

	"portfel/data"
)

// clock is the program's clock: the system's, or a fixed wall time of --now in
// the zone of the file's owner.
type clock struct {
	fixed time.Time // wall time, zone to be settled; zero = the system's clock
	zone  string
}

// ownerZone is the zone of a file whose owner is not known yet.
const ownerZone = "Europe/Moscow"

func (k *clock) read(s string) error {
	if s == "" {
		return nil
	}
	for _, layout := range []string{"2006-01-02T15:04", "2006-01-02T15:04:05"} {
		if t, err := time.Parse(layout, s); err == nil {
			k.fixed = t
			return nil
		}
	}
	return usage("cli.moment", s)
}

// in reads a wall time in the zone of the owner.
func (k *clock) in(wall time.Time) time.Time {
	zone := k.zone
	if zone == "" {
		zone = ownerZone
	}
	m := data.Moment{Day: data.DateOf(wall), Min: wall.Hour()*60 + wall.Minute(), Zone: zone}
	t, err := m.Instant()
	if err != nil {
		return wall
	}
	return t.Add(time.Duration(wall.Second()) * time.Second)
}

// now is the clock that the file is opened with.
func (c *call) now() time.Time {
	if c.clock.fixed.IsZero() {
		return c.env.Now()
	}
	return c.clock.in(c.clock.fixed)
}

// date reads an argument YYYY-MM-DD.
func date(s string) (data.Date, error) {
	d, err := data.ParseDate(s)
	if err != nil || d.IsZero() {
		return 0, usage("cli.date", s)
	}
	return d, nil
}
