package command

import (
	"slices"

	"portfel/data"
	"portfel/data/schedule"
	"portfel/data/sqlite"
)

// WhatIf answers what a change of tasks would move, without touching the file:
// a plan as the engine holds it, made once and asked many times, as while a bar
// is dragged.
type WhatIf struct {
	d    *deriver
	in   *planInput
	plan data.ID[data.Plan]
	rows []schedule.Row // as things are
	bad  []schedule.Problem
}

// AskPlan prepares the questions about a plan that has been read.
func AskPlan(r *sqlite.Reader, tree data.PlanTree) (*WhatIf, error) {
	d := &deriver{tx: &sqlite.Tx{Reader: r}}
	in, err := d.treeInput(tree)
	if err != nil {
		return nil, err
	}
	res := d.solver.Solve(&in.plan)
	return &WhatIf{d, in, tree.Plan.ID, slices.Clone(res.Rows), slices.Clone(res.Problems)}, nil
}

// Moved are the tasks that would stand elsewhere if these tasks were so, with
// the dates that they would have. The list is empty when nothing moves.
func (w *WhatIf) Moved(tasks ...data.Task) ([]data.TaskDate, error) {
	var changes []schedule.Change
	for _, t := range tasks {
		i, ok := w.in.at[t.ID]
		if !ok {
			return nil, data.ErrNotFound
		}
		to := w.in.task(t)
		was := w.in.plan.Tasks[i]
		to.Calendar, to.Site = was.Calendar, was.Site
		changes = append(changes, schedule.Change{Task: i, To: to})
	}
	var out []data.TaskDate
	w.d.solver.Try(func(moved []int, r *schedule.Result) {
		for _, i := range moved {
			row := r.Rows[i]
			if b := w.rows[i]; b.Start != row.Start || b.Finish != row.Finish {
				out = append(out, w.in.date(w.plan, i, row, ""))
			}
		}
	}, changes...)
	return out, nil
}

// Drag is Moved for a bar that goes to other days.
func (w *WhatIf) Drag(c DragTask) ([]data.TaskDate, error) {
	i, ok := w.in.at[c.ID]
	if !ok {
		return nil, data.ErrNotFound
	}
	return w.Moved(c.apply(w.in.tasks[i]))
}
