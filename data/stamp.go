package data

import (
	"fmt"
	"time"
)

// Stamp is a day, or a minute of a day, by the clock of the place where the
// work is done: "2026-11-30" or "2026-11-30T13:00". A whole day is read by what
// it is for: a start opens the day, a finish closes it. The zero Stamp is none.
type Stamp struct {
	Day Date
	Min int // minute of the day, 1..1440; 0 = the whole day
}

// OnDay is the stamp of a whole day.
func OnDay(d Date) Stamp { return Stamp{Day: d} }

// ParseStamp reads what String writes; an empty text is none. 24:00 is the end
// of the day.
func ParseStamp(s string) (Stamp, error) {
	if len(s) <= len("2006-01-02") {
		d, err := ParseDate(s)
		return Stamp{Day: d}, err
	}
	d, err := ParseDate(s[:10])
	if err != nil {
		return Stamp{}, err
	}
	if s[10:] == "T24:00" {
		return Stamp{d, 1440}, nil
	}
	t, err := time.Parse("T15:04", s[10:])
	if err != nil {
		return Stamp{}, fmt.Errorf("stamp %q is not YYYY-MM-DD or YYYY-MM-DDTHH:MM", s)
	}
	return Stamp{d, t.Hour()*60 + t.Minute()}, nil
}

// IsZero tells whether there is no stamp.
func (s Stamp) IsZero() bool { return s.Day == 0 }

// Whole tells whether only the day is known.
func (s Stamp) Whole() bool { return s.Min == 0 }

// String is "2026-11-30", "2026-11-30T13:00" or "".
func (s Stamp) String() string {
	if s.IsZero() || s.Min == 0 {
		return s.Day.String()
	}
	return fmt.Sprintf("%sT%02d:%02d", s.Day, s.Min/60, s.Min%60)
}

// MarshalText writes String; a minute that no day has is refused.
func (s Stamp) MarshalText() ([]byte, error) {
	if s.Min < 0 || s.Min > 1440 {
		return nil, Problems{{Code: "range", Args: []string{"00:00", "24:00"}}}
	}
	if s.Min == 0 || s.IsZero() {
		return s.Day.MarshalText()
	}
	if b, err := s.Day.MarshalText(); err != nil {
		return b, err
	}
	return []byte(s.String()), nil
}

// UnmarshalText reads what MarshalText writes.
func (s *Stamp) UnmarshalText(b []byte) (err error) {
	*s, err = ParseStamp(string(b))
	return err
}
