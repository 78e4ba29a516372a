package mspdi

import "portfel/data"

// View answers for each day how a calendar works on it. It is made once and
// asked often; it does not follow later changes of the file.
type View struct {
	week [7]data.Shifts
	days map[data.Date]data.Shifts
}

// View makes the view of a calendar; one that the file has not is the standard
// calendar.
func (f *File) View(calendarUID int) *View {
	steps := mostSteps
	return f.calendarSet().view(calendarUID, &steps)
}

func (s calendarSet) view(uid int, b *budget) *View {
	v := &View{week: week(s.chain(uid, b)), days: map[data.Date]data.Shifts{}}
	for on, d := range s.expand(uid, b) {
		v.days[on] = d.Shifts
	}
	return v
}

// On is the working time of a day, empty when it is off.
func (v *View) On(d data.Date) data.Shifts {
	if s, ok := v.days[d]; ok {
		return s
	}
	return v.week[d.Weekday()]
}

// Opens is the first working minute of a day, its midnight when it is off.
func (v *View) Opens(d data.Date) data.Stamp {
	if list := v.On(d).List(); len(list) > 0 {
		return data.Stamp{Day: d, Min: int(list[0].From)}
	}
	return data.Stamp{Day: d}
}

// Closes is the end of a day's working time, its midnight when it is off.
func (v *View) Closes(d data.Date) data.Stamp {
	if list := v.On(d).List(); len(list) > 0 {
		return data.Stamp{Day: d, Min: int(list[len(list)-1].To)}
	}
	return data.Stamp{Day: d}
}

// FinishDay is the day on which something that finishes at the stamp was last
// worked on: a finish by the first minute of a working day, or at midnight, is
// the end of the working day before. (The finish of a milestone is its start:
// take its day as it stands.)
func (v *View) FinishDay(s data.Stamp) data.Date {
	if s.IsZero() || s.Min > v.Opens(s.Day).Min {
		return s.Day
	}
	const far = 800 // days to look back: no calendar is off for two years
	for d := s.Day - 1; d >= 1 && d > s.Day-far; d-- {
		if v.On(d) != "" {
			return d
		}
	}
	return max(s.Day-1, 1)
}

// StartDay is the day on which something that starts at the stamp is first
// worked on: a start at or after the end of a day's working time is the working
// day after.
func (v *View) StartDay(s data.Stamp) data.Date {
	if s.IsZero() || v.On(s.Day) == "" || s.Min < v.Closes(s.Day).Min {
		return s.Day
	}
	const far = 800 // days to look ahead
	for d := s.Day + 1; d < s.Day+far; d++ {
		if v.On(d) != "" {
			return d
		}
	}
	return s.Day
}

// between tells whether there is working time from one stamp to another.
func (v *View) between(from, to data.Stamp, b *budget) bool {
	const far = 800 // days to look ahead
	for d := from.Day; d <= to.Day && b.spend(); d++ {
		if d > from.Day+far {
			return true
		}
		for _, s := range v.On(d).List() {
			first, last := int(s.From), int(s.To)
			if d == from.Day {
				first = max(first, from.Min)
			}
			if d == to.Day {
				last = min(last, to.Min)
			}
			if first < last {
				return true
			}
		}
	}
	return false
}
