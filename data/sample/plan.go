package sample

import (
	"fmt"
	"strings"

	"portfel/data"
)

// share is a person's hours on a task.
type share struct {
	who   string
	hours int
}

// work is one line of a plan of the sample. Its key is its WBS number; the
// parent is what stands before the last point.
type work struct {
	key      string
	name     string
	days     int // working days; 0 is a milestone
	shares   []share
	after    string // keys of predecessors by commas, each "1.1" or "1.1 SS" or "1.1 FS 2"
	place    data.TaskPlace
	status   data.TaskStatus
	percent  int
	start    data.Date // not earlier
	begun    data.Date // in fact
	ended    data.Date // in fact
	deadline data.Date
	edit     func(*data.Task) // what only a few lines have
}

// plan writes the tasks of a plan with their links and people.
func (b *book) plan(p data.Plan, key string, lines []work) {
	p.IsCurrent, p.CalendarID = true, b.calendar
	b.put(p)
	parents := map[string]bool{}
	for _, w := range lines {
		parents[parentKey(w.key)] = true
	}
	for i, w := range lines {
		b.put(b.task(p.ID, key, w, int64(i+1)*100, parents[w.key]))
	}
	for _, w := range lines {
		b.links(key, w)
		b.shares(key, w)
	}
}

func task(plan, key string) data.ID[data.Task] {
	if key == "" {
		return data.ID[data.Task]{}
	}
	return id[data.Task]("task." + plan + "." + key)
}

func parentKey(key string) string {
	if i := strings.LastIndexByte(key, '.'); i > 0 {
		return key[:i]
	}
	return ""
}

func (b *book) task(plan data.ID[data.Plan], key string, w work, ord int64, summary bool) data.Task {
	t := data.Task{ID: task(key, w.key), PlanID: plan, ParentID: task(key, parentKey(w.key)), Ord: ord, Name: w.name,
		What: data.TaskWork, Mode: data.ModeAuto, Place: w.place, Status: w.status, Percent: w.percent, DeadlineOn: w.deadline}
	switch {
	case summary:
		t.What = data.TaskStage
	case w.days == 0:
		t.What, t.Duration = data.TaskMilestone, data.Days(0)
	default:
		t.Duration = data.Days(w.days)
	}
	if t.Status == "" {
		t.Status = data.TaskOpen
	}
	if t.Status == data.TaskDone {
		t.Percent = 100
	}
	if !w.start.IsZero() {
		t.ConstraintKind, t.ConstraintOn = data.NotEarlier, w.start
	}
	for i, s := range w.shares {
		t.Effort += data.Hours(s.hours)
		if i == 0 {
			t.ResponsibleID = b.person(s.who)
		}
	}
	t.ActualStart, t.ActualFinish = data.OnDay(w.begun), data.OnDay(w.ended)
	if w.edit != nil {
		w.edit(&t)
	}
	return t
}

func (b *book) links(key string, w work) {
	for _, a := range strings.Split(w.after, ",") {
		f := strings.Fields(a)
		if len(f) == 0 {
			continue
		}
		d := data.Dependency{ID: id[data.Dependency]("link." + key + "." + w.key + "." + f[0]), PredID: task(key, f[0]), SuccID: task(key, w.key), Type: data.FinishStart}
		if len(f) > 1 {
			d.Type = data.LinkType(f[1])
		}
		if len(f) > 2 {
			var n int
			if _, err := fmt.Sscan(f[2], &n); err == nil {
				d.Lag = data.Days(n)
			}
		}
		b.put(d)
	}
}

func (b *book) shares(key string, w work) {
	for _, s := range w.shares {
		b.put(data.Assignment{ID: id[data.Assignment]("share." + key + "." + w.key + "." + s.who), TaskID: task(key, w.key),
			PersonID: b.person(s.who), Effort: data.Hours(s.hours), Units: 100})
	}
}
