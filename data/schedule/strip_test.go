package schedule

import (
	"math"
	"sort"

	"portfel/data"
	"portfel/data/workday"
)

// strip is a calendar laid out day by day. Time on it is counted in two ways: in
// minutes of the clock from the midnight of its first day, and in working days
// from there, where a part of a day is a part of its working time. Both have some
// ten digits behind the point; what differs by less than tiny is the same.
type strip struct {
	from data.Date
	days []stripDay
	work []int // the days that are worked, by number
}

type stripDay struct {
	number int // days worked before it
	worked int // minutes worked before it
	length int
	shifts []data.Shift
}

const (
	tiny    = 1e-7 // of a working day a tenth of the engine's tick
	dayLong = 1440
)

func newStrip(c *workday.Calendar, from data.Date, days int) *strip {
	s := &strip{from: from, days: make([]stripDay, days)}
	number, worked := 0, 0
	for i := range s.days {
		x := stripDay{number: number, worked: worked, shifts: c.Shape(from + data.Date(i)).List}
		for _, part := range x.shifts {
			x.length += int(part.To - part.From)
		}
		if x.length > 0 {
			s.work = append(s.work, i)
			number++
		}
		worked += x.length
		s.days[i] = x
	}
	return s
}

func (s *strip) midnight(d data.Date) float64 { return float64(d-s.from) * dayLong }

func (s *strip) works(d data.Date) bool { return s.days[d-s.from].length > 0 }

// split is the day of a minute and the minute of that day; midnight begins one.
func split(t float64) (day int, minute float64) {
	day = int(math.Floor((t + tiny) / dayLong))
	if minute = t - float64(day)*dayLong; minute < tiny {
		minute = 0
	}
	return day, minute
}

// whole is the days of a position and the part of the day after them.
func whole(p float64) (days int, part float64) {
	days = int(math.Floor(p + tiny))
	if part = p - float64(days); part < tiny {
		part = 0
	}
	return days, part
}

// pos is how many days are worked up to a minute of the clock.
func (s *strip) pos(t float64) float64 {
	day, minute := split(t)
	x := &s.days[day]
	done := 0.0
	for _, part := range x.shifts {
		if minute > float64(part.From) {
			done += math.Min(minute, float64(part.To)) - float64(part.From)
		}
	}
	if done > 0 {
		done /= float64(x.length)
	}
	return float64(x.number) + done
}

// first is the latest minute at a position: when work goes on there. Before a
// day that is its midnight.
func (s *strip) first(p float64) float64 {
	k, part := whole(p)
	day := s.work[k]
	if part == 0 {
		return float64(day) * dayLong
	}
	return float64(day)*dayLong + s.minuteAt(day, part, true)
}

// last is the earliest minute at a position: when the work before it is over.
// After a day that is its midnight.
func (s *strip) last(p float64) float64 {
	k, part := whole(p)
	if part == 0 {
		return float64(s.work[k-1]+1) * dayLong
	}
	return float64(s.work[k])*dayLong + s.minuteAt(s.work[k], part, false)
}

// minuteAt is the minute at which a part of a day is worked; after takes the end
// of a break, else its beginning.
func (s *strip) minuteAt(day int, part float64, after bool) float64 {
	rest := part * float64(s.days[day].length)
	for _, x := range s.days[day].shifts {
		length := float64(x.To - x.From)
		if rest < length-tiny || !after && rest < length+tiny {
			return float64(x.From) + rest
		}
		rest -= length
	}
	panic("a part of a day is more than the day")
}

// opens and closes are first and last by the clock on the wall: before and after
// a day its shifts count, not midnight.
func (s *strip) opens(p float64) float64 {
	if k, part := whole(p); part == 0 {
		return float64(s.work[k])*dayLong + float64(s.days[s.work[k]].shifts[0].From)
	}
	return s.first(p)
}

func (s *strip) closes(p float64) float64 {
	if k, part := whole(p); part == 0 {
		day := s.work[k-1]
		return float64(day)*dayLong + float64(s.days[day].shifts[len(s.days[day].shifts)-1].To)
	}
	return s.last(p)
}

// add moves a position by working minutes.
func (s *strip) add(p, minutes float64) float64 {
	k, part := whole(p)
	x := &s.days[s.work[k]]
	sum := float64(x.worked) + part*float64(x.length) + minutes
	i := sort.Search(len(s.work), func(i int) bool { return float64(s.days[s.work[i]].worked) > sum+tiny }) - 1
	x = &s.days[s.work[i]]
	if rest := sum - float64(x.worked); rest > tiny {
		return float64(x.number) + rest/float64(x.length)
	}
	return float64(x.number)
}
