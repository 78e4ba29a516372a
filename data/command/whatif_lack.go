package command

import (
	"portfel/data"
	"portfel/data/schedule"
)

// PlanLack is something that a task lacks and is scheduled without: people for
// its effort, or the trip of one of its people to the site. It is no fault of the
// plan, so it is not stored with the dates.
type PlanLack struct {
	TaskID data.ID[data.Task]
	Code   string               // of package schedule: "noPeople", "staysHome"
	Person data.ID[data.Person] // of "staysHome": who does not travel
}

// Lacks are what the tasks of the plan lack, in the order of the engine. Finished
// tasks lack nothing any more.
func (w *WhatIf) Lacks() (out []PlanLack) {
	for _, p := range w.bad {
		if p.Task < 0 || w.in.tasks[p.Task].Status.Finished() {
			continue
		}
		l := PlanLack{TaskID: w.in.tasks[p.Task].ID, Code: string(p.Code)}
		switch {
		case p.Code == schedule.StaysHome && p.Resource >= 0 && p.Resource < len(w.in.who):
			l.Person = data.ID[data.Person](w.in.who[p.Resource])
		case p.Code != schedule.NoPeople:
			continue
		}
		out = append(out, l)
	}
	return out
}
