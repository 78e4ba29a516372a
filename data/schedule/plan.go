package schedule

import (
	"portfel/data"
	"portfel/data/workday"
)

// None is the index of nothing: a task at the top, a link that is not there.
const None = -1

// Plan is what is to be scheduled. Tasks, calendars and resources name each
// other by their index in these slices.
type Plan struct {
	Start       data.Date
	Calendars   []*workday.Calendar // [0] is the plan's own; it also counts slack
	Resources   []Resource
	Tasks       []Task
	Assignments []Assignment
	Links       []Link
}

// Resource is somebody or something that works.
type Resource struct {
	Calendar int // index in Plan.Calendars
}

// Task is a line of the plan. It is a summary if another names it as Parent.
type Task struct {
	Parent     int // index, or None; parents may stand in any order
	Kind       data.TaskKind
	Calendar   int // index in Plan.Calendars; of a milestone or summary: where its lags count
	Manual     bool
	StartsOn   data.Date // manual
	EndsOn     data.Date // manual, inclusive; none = by the duration
	Duration   data.Span // not given, with Effort or assignments = effort mode
	Effort     data.Minutes
	Constraint data.ConstraintKind
	On         data.Date // of the constraint
	DeadlineOn data.Date
	Percent    int
}

// Assignment is a share of a task. Without effort on any assignment of a task,
// the task's effort is split evenly.
type Assignment struct {
	Task, Resource int
	Effort         data.Minutes
	Units          int // per cent of the day; 0 reads as 100
}

// Link says that Succ waits for Pred. An empty type is FS, an empty lag none.
type Link struct {
	Pred, Succ int
	Type       data.LinkType
	Lag        data.Span
}

// UseAssignees gives each automatic task with assignments the calendar on which
// all its people can work, adding what is needed to Calendars. Summaries and
// milestones keep their calendar.
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
			people[a.Task] = addOnce(people[a.Task], p.Resources[a.Resource].Calendar)
		}
	}
	known := map[string]int{}
	for i, cs := range people {
		if t := &p.Tasks[i]; len(cs) > 0 && !t.Manual && !isMilestone(t) {
			t.Calendar = p.together(known, cs)
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

// together is the index of the intersection of calendars.
func (p *Plan) together(known map[string]int, cs []int) int {
	if len(cs) == 1 {
		return cs[0]
	}
	key := make([]byte, 0, 4*len(cs))
	var all []*workday.Calendar
	for _, c := range cs {
		key = append(key, byte(c>>24), byte(c>>16), byte(c>>8), byte(c))
		if inside(c, len(p.Calendars)) && p.Calendars[c] != nil {
			all = append(all, p.Calendars[c])
		}
	}
	i, ok := known[string(key)]
	if !ok {
		i = len(p.Calendars)
		p.Calendars = append(p.Calendars, workday.Intersect(all...))
		known[string(key)] = i
	}
	return i
}
