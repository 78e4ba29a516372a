package command

import (
	"portfel/data"
	"portfel/data/sqlite"
)

// ordGap is the room left between neighbours, so that most moves write one row.
const ordGap = 1 << 16

// AddTask puts a new task after a sibling (After), or as the last child of
// Task.ParentID when After is zero, or as the first one when First is set.
type AddTask struct {
	Task  data.Task
	After data.ID[data.Task]
	First bool
}

// Label is "command.task.add".
func (c AddTask) Label() (string, string) { return "command.task.add", c.Task.Name }

// Run finds the place and writes the task.
func (c AddTask) Run(tx *sqlite.Tx) error {
	t := c.Task
	if t.ID.IsZero() {
		t.ID = data.NewID[data.Task]()
	}
	if t.Status == "" {
		t.Status = data.TaskOpen
	}
	if t.What == "" {
		t.What = data.TaskWork
	}
	if t.Mode == "" {
		t.Mode = data.ModeAuto
	}
	if err := checkParent(tx, t); err != nil {
		return err
	}
	sib, err := siblings(tx, t.PlanID, t.ParentID, t.ID)
	if err != nil {
		return err
	}
	at := len(sib)
	if c.First {
		at = 0
	}
	for i, s := range sib {
		if s.ID == c.After {
			at = i + 1
		}
	}
	return putAt(tx, t, sib, at)
}

// checkParent refuses a place inside the task itself and in another plan: a tree
// with a circle has no end.
func checkParent(tx *sqlite.Tx, t data.Task) error {
	for p := t.ParentID; !p.IsZero(); {
		if p == t.ID {
			return data.Problems{{Field: "parentId", Code: "ownChild"}}
		}
		up, err := sqlite.Get(tx.Reader, p)
		if err != nil {
			return err
		}
		if up.PlanID != t.PlanID {
			return data.Problems{{Field: "parentId", Code: "notFound"}}
		}
		p = up.ParentID
	}
	return nil
}

// siblings are the tasks under a parent in order, without one of them.
func siblings(tx *sqlite.Tx, plan data.ID[data.Plan], parent, without data.ID[data.Task]) ([]data.Task, error) {
	where, args := "plan_id = ? AND parent_id IS NULL AND id IS NOT ? ORDER BY ord, id", []any{plan, without}
	if !parent.IsZero() {
		where, args = "plan_id = ? AND parent_id = ? AND id IS NOT ? ORDER BY ord, id", []any{plan, parent, without}
	}
	return sqlite.List[data.Task](tx.Reader, where, args...)
}

// putAt writes a task as the at-th of its siblings, renumbering them only when
// no room is left.
func putAt(tx *sqlite.Tx, t data.Task, sib []data.Task, at int) error {
	low, high := int64(0), int64(0)
	if at > 0 {
		low = sib[at-1].Ord
	}
	if at < len(sib) {
		high = sib[at].Ord
	} else {
		high = low + 2*ordGap
	}
	if high-low >= 2 {
		t.Ord = low + (high-low)/2
		return tx.Put(t)
	}
	all := append(append(append([]data.Task{}, sib[:at]...), t), sib[at:]...)
	for i, s := range all {
		s.Ord = int64(i+1) * ordGap
		if err := tx.Put(s); err != nil {
			return err
		}
	}
	return nil
}

// PlaceTask moves a task with its children: under Parent, after the sibling
// After (zero = first).
type PlaceTask struct {
	ID     data.ID[data.Task]
	Name   string
	Parent data.ID[data.Task]
	After  data.ID[data.Task]
}

// Label is "command.task.place".
func (c PlaceTask) Label() (string, string) { return "command.task.place", c.Name }

// Run refuses a place inside the task itself, then moves it.
func (c PlaceTask) Run(tx *sqlite.Tx) error {
	t, err := sqlite.Get(tx.Reader, c.ID)
	if err != nil {
		return err
	}
	t.ParentID = c.Parent
	if err := checkParent(tx, t); err != nil {
		return err
	}
	sib, err := siblings(tx, t.PlanID, t.ParentID, t.ID)
	if err != nil {
		return err
	}
	at := 0
	for i, s := range sib {
		if s.ID == c.After {
			at = i + 1
		}
	}
	if err := putAt(tx, t, sib, at); err != nil {
		return err
	}
	return checkPlan(tx, t.PlanID)
}

// Nudge moves a task among its relatives.
type Nudge struct {
	ID   data.ID[data.Task]
	Name string
	How  NudgeKind
}

// NudgeKind is a direction in the tree.
type NudgeKind string

// The directions: under the sibling above, out to the parent's level, up and
// down among the siblings.
const (
	Indent  NudgeKind = "indent"
	Outdent NudgeKind = "outdent"
	Up      NudgeKind = "up"
	Down    NudgeKind = "down"
)

// Label is "command.task.place".
func (c Nudge) Label() (string, string) { return "command.task.place", c.Name }

// Run moves the task; a move that is not possible changes nothing.
func (c Nudge) Run(tx *sqlite.Tx) error {
	t, err := sqlite.Get(tx.Reader, c.ID)
	if err != nil {
		return err
	}
	sib, err := siblings(tx, t.PlanID, t.ParentID, data.ID[data.Task]{})
	if err != nil {
		return err
	}
	at := 0
	for i, s := range sib {
		if s.ID == t.ID {
			at = i
		}
	}
	place, ok, err := c.place(tx, t, sib, at)
	if err != nil || !ok {
		return err
	}
	return place.Run(tx)
}

func (c Nudge) place(tx *sqlite.Tx, t data.Task, sib []data.Task, at int) (PlaceTask, bool, error) {
	p := PlaceTask{ID: t.ID, Name: c.Name, Parent: t.ParentID}
	switch {
	case c.How == Indent && at > 0:
		p.Parent = sib[at-1].ID
		kids, err := siblings(tx, t.PlanID, p.Parent, t.ID)
		if err != nil {
			return p, false, err
		}
		if len(kids) > 0 {
			p.After = kids[len(kids)-1].ID
		}
		return p, true, nil
	case c.How == Outdent && !t.ParentID.IsZero():
		up, err := sqlite.Get(tx.Reader, t.ParentID)
		p.Parent, p.After = up.ParentID, t.ParentID
		return p, err == nil, err
	case c.How == Up && at > 0:
		if at > 1 {
			p.After = sib[at-2].ID
		}
		return p, true, nil
	case c.How == Down && at < len(sib)-1:
		p.After = sib[at+1].ID
		return p, true, nil
	}
	return p, false, nil
}
