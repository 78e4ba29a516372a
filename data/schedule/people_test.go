package schedule

import (
	"fmt"

	"portfel/data"
)

// assigned compares the calendar that each task got by its people with the
// definition, minute by minute: all of them work; at a site somebody is there,
// or nobody will be any more.
func assigned(p *Plan, days int) error {
	summary := map[int]bool{}
	for _, t := range p.Tasks {
		summary[t.Parent] = true
	}
	for i, t := range p.Tasks {
		var who []Resource
		for _, a := range p.Assignments {
			if a.Task == i {
				who = append(who, p.Resources[a.Resource])
			}
		}
		if len(who) == 0 || summary[i] || t.Manual || isMilestone(&t) {
			continue
		}
		for d := p.Start; d < p.Start+data.Date(days); d++ {
			if err := assignedOn(p, &t, who, d); err != nil {
				return fmt.Errorf("task %d on %s: %w", i, d, err)
			}
		}
	}
	return nil
}

func assignedOn(p *Plan, t *Task, who []Resource, d data.Date) error {
	var got, want [24 * 60]bool
	for _, x := range p.Calendars[t.Calendar].Shifts(d).List() {
		for m := x.From; m < x.To; m++ {
			got[m] = true
		}
	}
	is := open(p, t, who, d)
	for m := range want {
		want[m] = is
	}
	for _, r := range who {
		var works [24 * 60]bool
		for _, x := range p.Calendars[r.Calendar].Shifts(d).List() {
			for m := x.From; m < x.To; m++ {
				works[m] = true
			}
		}
		for m := range want {
			want[m] = want[m] && works[m]
		}
	}
	if got != want {
		return fmt.Errorf("works %s", p.Calendars[t.Calendar].Shifts(d))
	}
	return nil
}

// open tells whether a task may be worked on by its site: on days of a trip there,
// and on all days after the last one.
func open(p *Plan, t *Task, who []Resource, d data.Date) bool {
	last, there := data.Date(0), false
	for _, r := range who {
		for _, x := range r.Trips {
			if x.Site == t.Site && x.From <= x.To {
				last, there = max(last, x.To), there || x.From <= d && d <= x.To
			}
		}
	}
	start := p.Start
	if len(p.Projects) > 0 {
		start = p.Projects[t.Project].Start
	}
	return t.Site == 0 || there || d > last || d < start
}
