package schedule

import (
	"slices"

	"portfel/data"
)

// Across solves a portfolio with the order in which its people work: whoever
// begins a task on the working day after another one ended waits for that task,
// whatever project it is in. Float is measured to the end of all projects, so
// that critical is what holds the whole portfolio, through links and through
// people. The dates are those of the plan.
func Across(p *Plan) *Result {
	own := *p
	own.CommonEnd = true
	before := new(Solver).Solve(&own)
	own.Links = append(slices.Clone(p.Links), handOvers(&own, before.Rows)...)
	own.Tasks = slices.Clone(p.Tasks)
	for i := range own.Tasks {
		own.Tasks[i].stayPut(&before.Rows[i])
	}
	return Solve(&own)
}

// stayPut turns a delay of levelling into a date, so that it is not counted
// again after the task that it waits for.
func (t *Task) stayPut(r *Row) {
	if t.Delay.Amount > 0 && (t.Constraint == data.AsSoonAsPossible || t.Constraint == data.NotEarlier) {
		t.Delay, t.Constraint, t.On, t.At = data.Span{}, data.NotEarlier, r.Start, 0
	}
}

// handOvers are links between tasks that one person does one right after the
// other.
func handOvers(p *Plan, rows []Row) (out []Link) {
	by := make([][]int, len(p.Resources))
	for _, a := range p.Assignments {
		if inside(a.Task, len(rows)) && inside(a.Resource, len(by)) && !rows[a.Task].Summary && rows[a.Task].Duration > 0 && p.Tasks[a.Task].ActualFinish.IsZero() {
			by[a.Resource] = append(by[a.Resource], a.Task)
		}
	}
	for r, tasks := range by {
		slices.SortFunc(tasks, func(a, b int) int { return int(rows[a].Start - rows[b].Start) })
		for k, b := range tasks {
			for _, a := range tasks[:k] {
				if rows[a].Finish < rows[b].Start && p.next(r, rows[a].Finish) >= rows[b].Start {
					out = append(out, Link{Pred: a, Succ: b})
				}
			}
		}
	}
	return out
}

// next is the first working day of a resource after a day.
func (p *Plan) next(resource int, d data.Date) data.Date {
	c := p.Resources[resource].Calendar
	if !inside(c, len(p.Calendars)) || p.Calendars[c] == nil || !p.Calendars[c].Endless() {
		return d + 1
	}
	return p.Calendars[c].Next(d)
}
