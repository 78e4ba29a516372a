package command

import (
	"cmp"
	"fmt"
	"time"

	"portfel/data"
	"portfel/data/mspdi"
)

// calendarsOf are the UIDs of the calendars that a task is worked by: its own,
// those of its people, else the project's.
func (m *mspdiImport) calendarsOf(t *mspdi.Task) (out []int) {
	if m.hasCalendar(t.CalendarUID) {
		out = append(out, t.CalendarUID)
	}
	for _, k := range m.shares[t.UID] {
		if w, ok := m.workers[m.file.Assignments[k].ResourceUID]; ok && w.works() {
			out = append(out, w.calendar)
		}
	}
	if len(out) == 0 {
		out = append(out, m.file.Project.CalendarUID)
	}
	return out
}

func (m *mspdiImport) hasCalendar(uid int) bool { return uid > 0 && m.file.Calendar(uid) != nil }

// dayView is the view that tells where the days of a task open and close.
func (m *mspdiImport) dayView(t *mspdi.Task) *mspdi.View { return m.view(m.calendarsOf(t)[0]) }

// evenDays tells whether every working day that matters to a task is as long as
// the file's day, so that days and hours of it come to the same.
func (m *mspdiImport) evenDays(t *mspdi.Task) bool {
	for _, uid := range m.calendarsOf(t) {
		even, known := m.even[uid]
		if !known {
			even = m.isEven(uid)
			m.even[uid] = even
		}
		if !even {
			return false
		}
	}
	return true
}

func (m *mspdiImport) isEven(uid int) bool {
	day := data.Minutes(m.dayMinutes())
	for _, s := range m.file.Week(uid) {
		if n := s.Minutes(); n != 0 && n != day {
			return false
		}
	}
	v := m.view(uid)
	if m.scanned += int(m.last - m.first); m.scanned > mostScanned {
		return false
	}
	for d := m.first; !d.IsZero() && d <= m.last; d++ {
		if n := v.On(d).Minutes(); n != 0 && n != day {
			return false
		}
	}
	return true
}

// mostScanned is how many days in all are looked over for odd ones; beyond that
// days are counted in hours.
const mostScanned = 2_000_000

// span is a duration of the file as a plan counts it.
func (m *mspdiImport) span(t *mspdi.Task, d mspdi.Period, f mspdi.Format) data.Span {
	p := &m.file.Project
	s := p.Span(d, f)
	if s.Unit == data.ElapsedMins || !m.inDays(f) {
		return s
	}
	if m.evenDays(t) {
		if n, ok := m.thousandths(int64(d)); ok {
			return data.Span{Amount: n, Unit: data.WorkDays}
		}
	}
	return data.Span{Amount: int64(d.Minutes()), Unit: data.WorkMinutes}
}

// inDays tells whether a format counts days, or weeks and months of them.
func (m *mspdiImport) inDays(f mspdi.Format) bool {
	p := m.file.Project
	p.MinutesPerDay = 480
	return p.Span(8*60*60, f).Unit == data.WorkDays
}

// thousandths are seconds of work as thousandths of the file's day, if they are
// such: no further from them than the second to which a file rounds.
func (m *mspdiImport) thousandths(seconds int64) (int64, bool) {
	day := int64(m.dayMinutes()) * 60
	n := (seconds*1000 + day/2) / day
	if seconds < 0 {
		n = -((-seconds*1000 + day/2) / day)
	}
	off := n*day - seconds*1000
	return n, off >= -500 && off <= 500
}

// lag is a lag of the file as a plan counts it, in the days of the task that
// waits. A lag in per cent is worked out from the duration of the predecessor.
func (m *mspdiImport) lag(i, from int, l *mspdi.Link) data.Span {
	if l.Lag == 0 {
		return data.Span{}
	}
	t, d, f := m.task(i), mspdi.Period(l.Lag)*6, l.LagFormat
	if s, ok := exactOf(t, fmt.Sprintf("l%d%s", l.PredecessorUID, cmp.Or(l.Type, data.FinishStart)), int64(l.Lag)); ok {
		return s
	}
	if f.Percent() {
		d, f = mspdi.Period(int64(l.Lag)*int64(m.task(from).Duration)/100), mspdi.InMinutes
		if l.LagFormat.Elapsed() {
			f = mspdi.InElapsedMinutes
		}
	}
	s := m.span(t, d, f)
	if s.Amount == 0 {
		return data.Span{}
	}
	return s
}

// startOf is a date of the file that opens something: the opening of a working
// day is the whole day, the close of one is the next day.
func startOf(v *mspdi.View, s data.Stamp) data.Stamp {
	if s.IsZero() {
		return s
	}
	day := v.StartDay(s)
	if day != s.Day || v.On(day) == "" || s.Min <= v.Opens(day).Min {
		return data.OnDay(day)
	}
	return s
}

// finishOf is a date of the file that closes something: the close of a working
// day is the whole day, and so is the first minute of the day after.
func finishOf(v *mspdi.View, s data.Stamp) data.Stamp {
	if s.IsZero() {
		return s
	}
	day := v.FinishDay(s)
	if day != s.Day || v.On(day) == "" || s.Min >= v.Closes(day).Min {
		return data.OnDay(day)
	}
	return s
}

// standsOf is a date of a milestone: it lies on its day as it stands, at the
// close of one on the whole day, at the midnight before one on its opening.
func standsOf(v *mspdi.View, s data.Stamp) data.Stamp {
	switch {
	case s.IsZero() || v.On(s.Day) == "" || s.Min >= v.Closes(s.Day).Min:
		return data.OnDay(s.Day)
	case s.Min == 0 && v.Opens(s.Day).Min == 0: // a day without a night before it
		return finishOf(v, s)
	case s.Min == 0:
		return v.Opens(s.Day)
	}
	return s
}

// startOf and finishOf for a task: what runs by the clock begins and ends at its
// minute, midnight being that of the whole day.
func (m *mspdiImport) startOf(x *data.Task, v *mspdi.View, s data.Stamp) data.Stamp {
	if runsByClock(x) {
		return s
	}
	return startOf(v, s)
}

func (m *mspdiImport) finishOf(x *data.Task, v *mspdi.View, s data.Stamp) data.Stamp {
	switch {
	case !runsByClock(x) || s.IsZero():
		return finishOf(v, s)
	case s.Min == 0:
		return data.OnDay(max(s.Day-1, 1))
	}
	return s
}

// deadlineOf is the day of a deadline. What ends by the clock, and what only
// stands there, keeps a deadline in the first minute of a day.
func (m *mspdiImport) deadlineOf(x *data.Task, v *mspdi.View, s data.Stamp) data.Date {
	if s.Min > 0 && (milestoneOf(x) || runsByClock(x)) {
		return s.Day
	}
	return finishOf(v, s).Day
}

// runsByClock tells whether a task takes elapsed time.
func runsByClock(x *data.Task) bool {
	return x.Duration.Unit == data.ElapsedMins && x.Duration.Amount > 0
}

// milestoneOf tells whether a task has no length.
func milestoneOf(x *data.Task) bool { return !x.Duration.IsZero() && x.Duration.Amount == 0 }

// delay is the delay of levelling in working time: the file counts it by the
// clock, up to the start of the task.
func (m *mspdiImport) delay(t *mspdi.Task) data.Span {
	total := int64(t.LevelingDelay.Minutes())
	if total <= 0 {
		return data.Span{}
	}
	if s, ok := exactOf(t, "v", int64(t.LevelingDelay)); ok && s.Amount >= 0 {
		return s
	}
	if t.Start.IsZero() {
		return data.Span{Amount: total * 1000 / (24 * 60), Unit: data.WorkDays}
	}
	work := m.worked(m.dayView(t), t.Start, total)
	switch n, whole := m.thousandths(work * 60); {
	case work == 0:
		return data.Span{}
	case whole && m.evenDays(t):
		return data.Span{Amount: n, Unit: data.WorkDays}
	}
	return data.Span{Amount: work, Unit: data.WorkMinutes}
}

// worked are the working minutes in so many minutes of the clock before a stamp.
func (m *mspdiImport) worked(v *mspdi.View, to data.Stamp, minutes int64) (sum int64) {
	end := int64(to.Day)*24*60 + int64(to.Min)
	begin := max(end-minutes, end-data.MaxTaskDays*24*60)
	for d := begin / (24 * 60); d <= end/(24*60); d++ {
		for _, s := range v.On(data.Date(d)).List() {
			from, till := max(begin, d*24*60+int64(s.From)), min(end, d*24*60+int64(s.To))
			sum += max(till-from, 0)
		}
	}
	return sum
}

// weekHours is the week of a calendar in minutes.
func (m *mspdiImport) weekHours(uid int) (sum data.Minutes) {
	week := m.file.Week(uid)
	for d := time.Sunday; d <= time.Saturday; d++ {
		sum += week[d].Minutes()
	}
	return sum
}
