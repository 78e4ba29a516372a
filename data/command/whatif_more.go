package command

import (
	"portfel/data"
	"portfel/data/schedule"
	"portfel/data/sqlite"
)

// Why is the same as the function Why, out of the plan as it is held.
func (w *WhatIf) Why(t data.PlanTree, task data.ID[data.Task]) (start, finish []WhyLine, err error) {
	i, ok := w.in.at[task]
	if !ok {
		return nil, nil, data.ErrNotFound
	}
	return w.in.causes(t, w.d.solver.WhyStart(i)), w.in.causes(t, w.d.solver.WhyFinish(i)), nil
}

// Link tells why a link cannot be: a circle, a task inside its own stage. Nil is
// a link that can be made. The plan as it is held stays as it was.
func (w *WhatIf) Link(d data.Dependency) error {
	if d.PredID == d.SuccID {
		return data.Problems{{Field: "preds", Code: "self"}}
	}
	p := w.in.plan
	p.Links = append(append([]schedule.Link{}, p.Links...), schedule.Link{Pred: w.in.index(d.PredID), Succ: w.in.index(d.SuccID), Type: d.Type, Lag: d.Lag})
	var apart schedule.Solver
	for _, x := range apart.Solve(&p).Problems {
		if err := w.in.refuse(x); err != nil {
			return err
		}
	}
	return nil
}

// Unless are the tasks that would stand elsewhere if the plan were as another
// tree of the same tasks says: with other people, links or lengths.
func (w *WhatIf) Unless(r *sqlite.Reader, tree data.PlanTree) ([]data.TaskDate, error) {
	d := &deriver{tx: &sqlite.Tx{Reader: r}}
	in, err := d.treeInput(tree)
	if err != nil {
		return nil, err
	}
	var out []data.TaskDate
	for i, row := range d.solver.Solve(&in.plan).Rows {
		k, ok := w.in.at[in.tasks[i].ID]
		if !ok {
			return nil, data.ErrNotFound
		}
		if b := w.rows[k]; b.Start != row.Start || b.Finish != row.Finish {
			out = append(out, in.date(w.plan, i, row, ""))
		}
	}
	return out, nil
}
