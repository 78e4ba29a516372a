package command

import (
	"portfel/data"
	"portfel/data/sqlite"
)

// SetLinks makes the predecessors of a task be exactly these. Ids of links that
// stay are kept; PredID, Type and Lag count.
type SetLinks struct {
	TaskID data.ID[data.Task]
	Name   string
	Preds  []data.Dependency
}

// Label is "command.task.links".
func (c SetLinks) Label() (string, string) { return "command.task.links", c.Name }

// Run compares with what is there, writes the difference and refuses cycles.
func (c SetLinks) Run(tx *sqlite.Tx) error {
	t, err := sqlite.Get(tx.Reader, c.TaskID)
	if err != nil {
		return err
	}
	have, err := sqlite.List[data.Dependency](tx.Reader, "succ_id = ?", c.TaskID)
	if err != nil {
		return err
	}
	old := map[data.ID[data.Task]]data.Dependency{}
	for _, d := range have {
		old[d.PredID] = d
	}
	for _, p := range c.Preds {
		d, known := old[p.PredID]
		delete(old, p.PredID)
		if !known {
			d.ID = data.NewID[data.Dependency]()
		}
		d.PredID, d.SuccID, d.Type, d.Lag = p.PredID, c.TaskID, p.Type, p.Lag
		if err := tx.Put(d); err != nil {
			return err
		}
	}
	for _, d := range old {
		if err := tx.Delete(data.RefTo(data.KindDependency, d.ID)); err != nil {
			return err
		}
	}
	return checkPlan(tx, t.PlanID)
}

// LinkTasks adds one link, as drawn from bar to bar; a link that is there
// already gets the new type and lag.
type LinkTasks struct{ Dependency data.Dependency }

// Label is "command.task.links".
func (c LinkTasks) Label() (string, string) { return "command.task.links", "" }

// Run writes the link and refuses cycles.
func (c LinkTasks) Run(tx *sqlite.Tx) error {
	d := c.Dependency
	have, err := sqlite.List[data.Dependency](tx.Reader, "pred_id = ? AND succ_id = ?", d.PredID, d.SuccID)
	if err != nil {
		return err
	}
	if len(have) > 0 {
		d.ID = have[0].ID
	} else if d.ID.IsZero() {
		d.ID = data.NewID[data.Dependency]()
	}
	if err := tx.Put(d); err != nil {
		return err
	}
	t, err := sqlite.Get(tx.Reader, d.SuccID)
	if err != nil {
		return err
	}
	return checkPlan(tx, t.PlanID)
}

// Share is a person's part of a task.
type Share struct {
	PersonID data.ID[data.Person]
	Effort   data.Minutes
	Units    int
}

// Assign makes the people of a task be exactly these; the task's effort becomes
// the sum of theirs, and the first one is responsible when nobody was.
type Assign struct {
	TaskID data.ID[data.Task]
	Name   string
	Shares []Share
}

// Label is "command.task.assign".
func (c Assign) Label() (string, string) { return "command.task.assign", c.Name }

// Run writes the difference to what is there.
func (c Assign) Run(tx *sqlite.Tx) error {
	t, err := sqlite.Get(tx.Reader, c.TaskID)
	if err != nil {
		return err
	}
	have, err := sqlite.List[data.Assignment](tx.Reader, "task_id = ?", c.TaskID)
	if err != nil {
		return err
	}
	old := map[data.ID[data.Person]]data.Assignment{}
	for _, a := range have {
		if !a.PersonID.IsZero() {
			old[a.PersonID] = a
		}
	}
	var sum data.Minutes
	for _, s := range c.Shares {
		a, known := old[s.PersonID]
		delete(old, s.PersonID)
		if !known {
			a = data.Assignment{ID: data.NewID[data.Assignment](), TaskID: c.TaskID, PersonID: s.PersonID}
		}
		a.Effort, a.Units = s.Effort, s.Units
		sum += s.Effort
		if err := tx.Put(a); err != nil {
			return err
		}
	}
	for _, a := range old {
		if err := tx.Delete(data.RefTo(data.KindAssignment, a.ID)); err != nil {
			return err
		}
	}
	return tx.Put(c.withPeople(t, sum))
}

func (c Assign) withPeople(t data.Task, sum data.Minutes) data.Task {
	if len(c.Shares) > 0 {
		t.Effort = sum
	}
	stays := false
	for _, s := range c.Shares {
		stays = stays || s.PersonID == t.ResponsibleID
	}
	if !stays {
		t.ResponsibleID = data.ID[data.Person]{}
		if len(c.Shares) > 0 {
			t.ResponsibleID = c.Shares[0].PersonID
		}
	}
	return t
}

// DragTask is a bar moved or resized by hand: a new start binds an automatic
// task "not earlier than"; a new length becomes its duration in working days.
type DragTask struct {
	ID       data.ID[data.Task]
	Name     string
	StartsOn data.Date // zero = the start stays
	Days     int64     // thousandths; negative = the length stays
	Length   data.Span // of a task that is not measured in working days; none = Days
	EndsOn   data.Date // of a manual task; zero = its length stays
}

// Label is "command.task.drag".
func (c DragTask) Label() (string, string) { return "command.task.drag", c.Name }

// Run writes the constraint or the length.
func (c DragTask) Run(tx *sqlite.Tx) error {
	t, err := sqlite.Get(tx.Reader, c.ID)
	if err != nil {
		return err
	}
	return tx.Put(c.apply(t))
}

// apply is the task after the drag.
func (c DragTask) apply(t data.Task) data.Task {
	if c.Days >= 0 || !c.Length.IsZero() {
		t = c.stretch(t)
	}
	manual := t.Mode == data.ModeManual
	switch {
	case manual && !c.StartsOn.IsZero():
		if !t.EndsOn.IsZero() {
			t.EndsOn += c.StartsOn - t.StartsOn
		}
		t.StartsOn = c.StartsOn
	case !c.StartsOn.IsZero():
		t.ConstraintKind, t.ConstraintOn, t.ConstraintAt = data.NotEarlier, c.StartsOn, 0
	}
	if manual && !c.EndsOn.IsZero() {
		t.EndsOn = c.EndsOn
	}
	return t
}

// stretch gives a task another length; what is left of a begun one grows or
// shrinks by as much, of one not begun the new length is all there is to do.
func (c DragTask) stretch(t data.Task) data.Task {
	to := c.Length
	if to.IsZero() {
		to = data.Span{Amount: c.Days, Unit: data.WorkDays}
	}
	switch {
	case !t.Begun():
		t.Remaining = data.Span{}
	case t.Remaining.Unit == to.Unit && t.Duration.Unit == to.Unit:
		t.Remaining.Amount = max(0, t.Remaining.Amount+to.Amount-t.Duration.Amount)
	}
	t.Duration = to
	return t
}

// DeleteTasks removes several tasks with their children as one step.
type DeleteTasks struct {
	IDs  []data.ID[data.Task]
	Name string
}

// Label is "command.delete.task".
func (c DeleteTasks) Label() (string, string) { return "command.delete.task", c.Name }

// Run deletes; a task that went with its parent is no error.
func (c DeleteTasks) Run(tx *sqlite.Tx) error {
	for _, id := range c.IDs {
		if _, err := sqlite.Get(tx.Reader, id); err != nil {
			continue
		}
		if err := tx.Delete(data.RefTo(data.KindTask, id)); err != nil {
			return err
		}
	}
	return nil
}
