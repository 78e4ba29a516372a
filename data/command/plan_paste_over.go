package command

import (
	"slices"
	"strconv"

	"portfel/data"
	"portfel/data/sqlite"
)

// PasteOver lays the rows that ReadOver has understood over tasks that are there,
// row by row, as one step: only the columns that were pasted change. A name, a
// length and a per cent stay where the cell is empty; people, hours, links, dates
// and notes go. Stages keep their length, hours, people and per cent, which are
// those of their parts. The tree stays as it is.
type PasteOver struct {
	PlanID data.ID[data.Plan]
	IDs    []data.ID[data.Task] // from the chosen row down, as shown; rows beyond the last are put behind it
	Rows   []PasteRow
	New    []data.ID[data.Task] // of the rows beyond; made when empty
}

// Label is "command.task.paste" and the number of rows.
func (c PasteOver) Label() (string, string) {
	return "command.task.paste", strconv.Itoa(len(c.Rows))
}

// Run writes the tasks and refuses circles, as all links are.
func (c PasteOver) Run(tx *sqlite.Tx) error {
	tree, err := tx.PlanTree(c.PlanID)
	if err != nil {
		return err
	}
	at := make(map[data.ID[data.Task]]int, len(tree.Rows))
	for i, r := range tree.Rows {
		at[r.Task.ID] = i
	}
	n := min(len(c.Rows), len(c.IDs))
	ids := slices.Clone(c.IDs[:n])
	if err := c.beyond(tx, tree, at, &ids); err != nil {
		return err
	}
	for i, r := range c.Rows[:n] {
		k, here := at[ids[i]]
		if !here {
			return data.ErrNotFound
		}
		if err := c.task(tx, tree.Rows[k], r, ids); err != nil {
			return err
		}
	}
	return checkPlan(tx, c.PlanID)
}

// beyond adds the rows that no task is left for behind the last one. Those
// without a name are left out.
func (c PasteOver) beyond(tx *sqlite.Tx, tree data.PlanTree, at map[data.ID[data.Task]]int, ids *[]data.ID[data.Task]) error {
	n, fresh := len(*ids), c.New
	add := PasteTasks{PlanID: c.PlanID}
	if n > 0 {
		k, here := at[c.IDs[n-1]]
		if !here {
			return data.ErrNotFound
		}
		add.Parent, add.After = tree.Rows[k].Task.ParentID, tree.Rows[k].Task.ID
	}
	for _, r := range c.Rows[n:] {
		id := data.NewID[data.Task]()
		if len(fresh) > 0 {
			id, fresh = fresh[0], fresh[1:]
		}
		*ids = append(*ids, id)
		if r.Name == "" {
			continue
		}
		r.Depth, r.HasKids = 0, false
		if r.Duration.IsZero() && r.Effort == 0 {
			r.Duration = data.Days(1)
		}
		add.Rows, add.IDs = append(add.Rows, r), append(add.IDs, id)
	}
	for i := range add.Rows {
		add.Rows[i].Preds = asTasks(add.Rows[i].Preds, *ids)
	}
	return add.Run(tx)
}

// asTasks turns links to pasted rows into links to their tasks.
func asTasks(preds []PastePred, ids []data.ID[data.Task]) (out []PastePred) {
	for _, p := range preds {
		if p.Row >= 0 && p.Row < len(ids) {
			p.Task, p.Row = ids[p.Row], -1
		}
		out = append(out, p)
	}
	return out
}

// task lays one row over one task.
func (c PasteOver) task(tx *sqlite.Tx, at data.PlanRow, r PasteRow, ids []data.ID[data.Task]) error {
	t := at.Task
	for _, column := range r.Write {
		writeCell(&t, r, column, at.HasKids)
	}
	for _, column := range r.Clear {
		clearCell(&t, column, at.HasKids)
	}
	if t != at.Task {
		if err := (Put{Record: t}).Run(tx); err != nil {
			return err
		}
	}
	if touches(r, "resource") && !at.HasKids {
		if err := (Assign{TaskID: t.ID, Shares: c.shares(t, r)}).Run(tx); err != nil {
			return err
		}
	} else if slices.Contains(r.Write, "effort_h") && !at.HasKids {
		if err := c.spread(tx, at, r.Effort); err != nil {
			return err
		}
	}
	if !touches(r, "predecessors") {
		return nil
	}
	return putPreds(tx, at, asTasks(r.Preds, ids))
}

func touches(r PasteRow, column string) bool {
	return slices.Contains(r.Write, column) || slices.Contains(r.Clear, column)
}

func writeCell(t *data.Task, r PasteRow, column string, stage bool) {
	switch column {
	case "name":
		t.Name = r.Name
	case "start":
		t.ConstraintKind, t.ConstraintOn, t.ConstraintAt = data.NotEarlier, r.Start, 0
	case "deadline":
		t.DeadlineOn = r.Deadline
	case colNote:
		t.Note = r.Note
	}
	if stage {
		return
	}
	switch column {
	case "duration_days":
		setLength(t, r.Duration)
	case "effort_h":
		t.Effort = r.Effort
	case colPercent:
		t.Percent = r.Percent
	}
}

// setLength gives a task another length, as a drag of its bar does: none at all is
// a milestone. What remains in another unit is forgotten, and so is an older
// estimate of what is not begun.
func setLength(t *data.Task, length data.Span) {
	if t.Duration == length {
		return
	}
	if *t = (DragTask{Length: length}).stretch(*t); t.Remaining.Unit != length.Unit || t.Percent <= 0 && t.ActualStart.IsZero() {
		t.Remaining = data.Span{}
	}
	switch {
	case length.Amount == 0:
		t.What = data.TaskMilestone
	case t.What == data.TaskMilestone:
		t.What = data.TaskWork
	}
}

func clearCell(t *data.Task, column string, stage bool) {
	switch {
	case column == "start" && t.ConstraintKind == data.NotEarlier:
		t.ConstraintKind, t.ConstraintOn, t.ConstraintAt = data.AsSoonAsPossible, 0, 0
	case column == "deadline":
		t.DeadlineOn = 0
	case column == colNote:
		t.Note = ""
	case column == "effort_h" && !stage && !t.Duration.IsZero():
		t.Effort = 0
	}
}

// shares are the people of a row; where no hours were pasted with them, those of
// the task are divided evenly.
func (c PasteOver) shares(t data.Task, r PasteRow) []Share {
	if r.Effort > 0 || slices.Contains(r.Write, "effort_h") {
		return r.Shares
	}
	out := slices.Clone(r.Shares)
	for i := range out {
		out[i].Effort = -1
	}
	return fillShares(out, t.Effort)
}

// spread divides new hours of a task among its people as the old ones were.
func (c PasteOver) spread(tx *sqlite.Tx, at data.PlanRow, total data.Minutes) error {
	var shares []Share
	var was data.Minutes
	for _, a := range at.Assignees {
		if !a.PersonID.IsZero() {
			shares = append(shares, Share{PersonID: a.PersonID, Effort: a.Effort, Units: a.Units})
			was += a.Effort
		}
	}
	if len(shares) == 0 || len(shares) < len(at.Assignees) {
		return nil
	}
	left := total
	for i := range shares {
		part := total / data.Minutes(len(shares))
		if was > 0 {
			part = total * shares[i].Effort / was
		}
		if i == len(shares)-1 {
			part = left
		}
		shares[i].Effort = part
		left -= part
	}
	return (Assign{TaskID: at.Task.ID, Shares: shares}).Run(tx)
}

// putPreds makes what a task waits for be exactly these.
func putPreds(tx *sqlite.Tx, at data.PlanRow, preds []PastePred) error {
	old := map[data.ID[data.Task]]data.Dependency{}
	for _, p := range at.Preds {
		old[p.Dependency.PredID] = p.Dependency
	}
	for _, p := range preds {
		d, have := old[p.Task]
		delete(old, p.Task)
		if !have {
			d = data.Dependency{ID: data.NewID[data.Dependency](), PredID: p.Task, SuccID: at.Task.ID}
		}
		d.Type, d.Lag = p.Type, p.Lag
		if err := tx.Put(d); err != nil {
			return err
		}
	}
	for _, d := range old {
		if err := tx.Delete(data.RefTo(data.KindDependency, d.ID)); err != nil {
			return err
		}
	}
	return nil
}
