package schedule

import (
	"slices"

	"portfel/data"
	"portfel/data/workday"
)

// UseAssignees gives each automatic task with assignments the calendar on which
// all its people can work, adding what is needed to Calendars. Summaries and
// milestones keep their calendar. A task at a site works on the days that one of
// its people is there, and after the last of these days as others do.
func (p *Plan) UseAssignees() {
	summary := make([]bool, len(p.Tasks))
	for _, t := range p.Tasks {
		if inside(t.Parent, len(p.Tasks)) {
			summary[t.Parent] = true
		}
	}
	people := make([][]int, len(p.Tasks))
	for _, a := range p.Assignments {
		if inside(a.Task, len(p.Tasks)) && inside(a.Resource, len(p.Resources)) && !summary[a.Task] {
			people[a.Task] = addOnce(people[a.Task], a.Resource)
		}
	}
	j := joint{plan: p, known: map[string]int{}}
	for i, who := range people {
		if t := &p.Tasks[i]; len(who) > 0 && !t.Manual && !isMilestone(t) {
			t.Calendar = j.calendar(who)
			if t.Site > 0 {
				t.Calendar = j.atSite(t, who)
			}
		}
	}
}

func isMilestone(t *Task) bool { return !t.Duration.IsZero() && t.Duration.Amount == 0 }

func inside(i, n int) bool { return i >= 0 && i < n }

// addOnce keeps a short list sorted and without doubles.
func addOnce(list []int, v int) []int {
	for i, x := range list {
		if x == v {
			return list
		}
		if x > v {
			return append(list[:i], append([]int{v}, list[i:]...)...)
		}
	}
	return append(list, v)
}

// joint makes the calendars of several people, each once.
type joint struct {
	plan  *Plan
	known map[string]int
}

// calendar is the index of the calendar on which all can work.
func (j *joint) calendar(who []int) int {
	var cs []int
	for _, r := range who {
		cs = addOnce(cs, j.plan.Resources[r].Calendar)
	}
	if len(cs) == 1 {
		return cs[0]
	}
	return j.once(key('c', cs), func() *workday.Calendar {
		var all []*workday.Calendar
		for _, c := range cs {
			if inside(c, len(j.plan.Calendars)) && j.plan.Calendars[c] != nil {
				all = append(all, j.plan.Calendars[c])
			}
		}
		return workday.Intersect(all...)
	})
}

// atSite is the index of the calendar of a task that is done at a site.
func (j *joint) atSite(t *Task, who []int) int {
	trips := j.plan.trips(t, who)
	if len(trips) == 0 || !inside(t.Calendar, len(j.plan.Calendars)) || j.plan.Calendars[t.Calendar] == nil {
		return t.Calendar
	}
	base := j.plan.Calendars[t.Calendar]
	start := j.plan.startOf(t)
	return j.once(key('s', append([]int{t.Calendar, t.Site, int(start)}, who...)), func() *workday.Calendar {
		return base.WithAbsences(waits(start, trips)...)
	})
}

// trips are those of the people of a task to its site, by their start.
func (p *Plan) trips(t *Task, who []int) (out []Trip) {
	for _, r := range who {
		for _, x := range p.Resources[r].Trips {
			if x.Site == t.Site && x.From <= x.To {
				out = append(out, x)
			}
		}
	}
	slices.SortFunc(out, func(a, b Trip) int { return int(a.From - b.From) })
	return out
}

// startOf is the start of a task's project.
func (p *Plan) startOf(t *Task) data.Date {
	if inside(t.Project, len(p.Projects)) {
		return p.Projects[t.Project].Start
	}
	return p.Start
}

// AwaitsTrip is the kind of absence that stands for days on which nobody is at
// the site of a task.
const AwaitsTrip data.AbsenceKind = "awaitsTrip"

// waits are the days from the plan's start to the last trip that lie between
// trips.
func waits(start data.Date, trips []Trip) (out []workday.Absence) {
	for _, x := range trips {
		if start < x.From {
			out = append(out, workday.Absence{From: start, To: x.From - 1, Kind: AwaitsTrip})
		}
		start = max(start, x.To+1)
	}
	return out
}

func key(kind byte, list []int) string {
	out := []byte{kind}
	for _, c := range list {
		out = append(out, byte(c>>24), byte(c>>16), byte(c>>8), byte(c))
	}
	return string(out)
}

// once is the index of a calendar that is made when first asked for.
func (j *joint) once(key string, build func() *workday.Calendar) int {
	i, ok := j.known[key]
	if !ok {
		i = len(j.plan.Calendars)
		j.plan.Calendars = append(j.plan.Calendars, build())
		j.known[key] = i
	}
	return i
}
