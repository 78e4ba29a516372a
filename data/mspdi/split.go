package mspdi

import (
	"slices"
	"strings"

	"portfel/data"
)

// phase is a stretch of time of an assignment, and the work in it.
type phase struct {
	from, to data.Stamp
	work     Period
}

// The kinds of phased data that are work to do and work done.
const (
	phasedRemaining = "1"
	phasedActual    = "2"
)

// watch reads the phased work of an assignment while its element is kept.
func (r *reader) watch(g tag) func(event, tag) {
	if g.name != "TimephasedData" || r.path[len(r.path)-1].element != "Assignment" {
		return nil
	}
	depth, name, vals := len(r.open), "", map[string]string{}
	return func(ev event, in tag) {
		switch {
		case ev == atStart:
			name = in.name
		case ev == atText && len(r.open) == depth+1:
			vals[name] += r.string()
		case ev == atEnd && len(r.open) < depth:
			r.phase(vals)
		}
	}
}

func (r *reader) phase(vals map[string]string) {
	for k, v := range vals {
		vals[k] = strings.TrimSpace(v)
	}
	if t := vals["Type"]; t != phasedRemaining && t != phasedActual {
		return
	}
	from, _, _, ok1 := dateTime(vals["Start"])
	to, _, _, ok2 := dateTime(vals["Finish"])
	work, _, ok3 := period(vals["Value"])
	if !ok1 || !ok2 || !ok3 || work <= 0 || stampBefore(to, from) || outside(from) || outside(to) {
		return
	}
	last := len(r.works) - 1
	r.works[last] = append(r.works[last], phase{from, to, work})
}

func outside(s data.Stamp) bool {
	y := s.Day.Year()
	return y < firstYear || y > lastYear
}

func stampBefore(a, b data.Stamp) bool {
	return a.Day < b.Day || a.Day == b.Day && a.Min < b.Min
}

// splits fills in the gaps of the assignments.
func (r *reader) splits(f *File) {
	w := f.workers()
	for i := range f.Assignments {
		if a := &f.Assignments[i]; len(r.works[i]) > 1 {
			a.Gaps = w.view(w.calendar(a)).gaps(r.works[i], &w.steps)
		}
	}
}

// workers finds by which calendar an assignment is worked.
type workers struct {
	f             *File
	set           calendarSet
	tasks, people map[int]int
	views         map[int]*View
	steps         budget
}

func (f *File) workers() *workers {
	return &workers{f, f.calendarSet(), f.TaskIndex(), f.ResourceIndex(), map[int]*View{}, 20 * mostSteps}
}

// view is the view of a calendar, made once.
func (w *workers) view(uid int) *View {
	if w.views[uid] == nil {
		w.views[uid] = w.set.view(uid, &w.steps)
	}
	return w.views[uid]
}

// calendar is the task's if it has one and says so, else the resource's, else
// the project's.
func (w *workers) calendar(a *Assignment) int {
	uid := 0
	if i, ok := w.people[a.ResourceUID]; ok {
		uid = w.f.Resources[i].CalendarUID
	}
	if i, ok := w.tasks[a.TaskUID]; ok {
		if t := &w.f.Tasks[i]; t.CalendarUID > 0 && (uid <= 0 || t.IgnoreResourceCalendar) {
			uid = t.CalendarUID
		}
	}
	if w.set.at[uid] == nil {
		uid = w.f.Project.CalendarUID
	}
	return uid
}

// gaps are the working days between the phases that no phase touches.
func (v *View) gaps(work []phase, b *budget) (out []Gap) {
	slices.SortStableFunc(work, func(a, b phase) int {
		if stampBefore(a.from, b.from) {
			return -1
		}
		if stampBefore(b.from, a.from) {
			return 1
		}
		return 0
	})
	last := v.lastTouched(work[0])
	for _, p := range work[1:] {
		if first, final, ok := v.workDays(last+1, p.from.Day-1, b); ok {
			out = append(out, Gap{first, final})
		}
		last = max(last, v.lastTouched(p))
	}
	return out
}

// lastTouched is the last day of a phase: one that ends by the first working
// minute of a day does not touch it. A phase of a day mostly ends at the hour of
// the next day at which it began.
func (v *View) lastTouched(p phase) data.Date {
	if p.to.Day > p.from.Day && p.to.Min <= v.Opens(p.to.Day).Min {
		return p.to.Day - 1
	}
	return p.to.Day
}

// workDays are the first and last working day of a range.
func (v *View) workDays(from, to data.Date, b *budget) (first, last data.Date, ok bool) {
	const far = 800 // days to look ahead: no calendar is off for two years
	for d := from; d <= to && d < from+far && b.spend(); d++ {
		if v.On(d) != "" {
			if first == 0 {
				first = d
			}
			last = d
		}
	}
	if first != 0 && to >= from+far {
		last = to
	}
	return first, last, first != 0
}
