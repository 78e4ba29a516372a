package meeting

import (
	"portfel/app/card"
	"portfel/app/desk"
	"portfel/data"
	"portfel/data/quick"
)

// hours is a time of the day in minutes; the zero value is the whole day. An end
// that is not after the start lies on the next day.
type hours struct {
	from, to int
	timed    bool
}

// length is how long a meeting takes when only its start is typed, and overnight
// how long one over midnight may be before it looks like a slip of the pen; in
// minutes.
const length, overnight = 60, 12 * 60

// readHours reads «14-17», «14:30», «22-2» over midnight, and nothing as the
// whole day.
func readHours(s string) (hours, error) { return readHoursOf(s, false) }

// readHoursOf reads the same of a meeting of several days, whose end may stand
// at any clock.
func readHoursOf(s string, several bool) (hours, error) {
	if s == "" {
		return hours{}, nil
	}
	from, to, err := quick.TimeRange(s)
	if err != nil {
		a, b, two := quick.Times(s)
		if two && a != b && (several || b < a && b+1440-a <= overnight) {
			return hours{a, b, true}, nil
		}
		return hours{}, err
	}
	if to == 0 {
		to = min(from+length, 1440)
	}
	return hours{from, to, true}, nil
}

// hoursOf is the time of an event; midnight at its end is 24:00.
func hoursOf(starts, ends data.Moment, allDay bool) hours {
	if allDay || starts.IsZero() {
		return hours{}
	}
	to := ends.Min
	if ends.Day > starts.Day && to == 0 {
		to = 1440
	}
	return hours{starts.Min, to, true}
}

// lastOf is the last day of an event of several days, none for one of a day and
// for one that only ends in the night.
func lastOf(starts, ends data.Moment, allDay bool) data.Date {
	day := ends.Day
	if !allDay && ends.Min == 0 {
		day--
	}
	if day <= starts.Day || !allDay && day == starts.Day+1 && ends.Min+1440-starts.Min <= overnight {
		return 0
	}
	return day
}

// moments puts a time on a day; days is how many days after the first one the
// last one comes.
func (h hours) moments(on data.Date, days data.Date, zone string) (starts, ends data.Moment, allDay bool) {
	if !h.timed {
		return data.Moment{Day: on, Zone: zone}, data.Moment{Day: on + days, Zone: zone}, true
	}
	if days == 0 && h.to <= h.from {
		days = 1
	}
	starts = data.Moment{Day: on, Min: h.from, Zone: zone}
	return starts, starts.Add(h.to - h.from + 1440*int(days)), false
}

// fresh fills what a new event lacks: kind, the next working day at ten, the
// owner's clock.
func fresh(d desk.Desk, e data.Event) data.Event {
	if e.What == "" {
		e.What = data.EventMeeting
	}
	if e.Starts.IsZero() {
		on := card.Workdays(d).Next(d.Today())
		e.Starts, e.Ends, e.AllDay = hours{600, 600 + length, true}.moments(on, 0, Home(d))
	}
	return e
}

// Home is the zone of the owner's clock.
func Home(d desk.Desk) string {
	if me, err := d.Read().Me(); err == nil && me.Zone != "" {
		return me.Zone
	}
	return "Europe/Moscow"
}

// On is a new event on a day: what the calendar passes when a place is tapped.
// From and to are minutes of the day; equal ones mean the whole day.
func On(d desk.Desk, day data.Date, from, to int) data.Event {
	e := data.Event{What: data.EventMeeting}
	e.Starts, e.Ends, e.AllDay = hours{from, to, from != to}.moments(day, 0, Home(d))
	return e
}
