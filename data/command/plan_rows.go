package command

import (
	"slices"

	"portfel/data"
	"portfel/data/sqlite"
)

// NudgeTasks moves several tasks of one plan together as one step: each as Nudge
// does, and beyond the first or last of its siblings into the stage next to its
// own. Tasks that go with a chosen stage are not moved twice.
type NudgeTasks struct {
	IDs  []data.ID[data.Task]
	Name string
	How  NudgeKind
}

// Label is "command.task.place".
func (c NudgeTasks) Label() (string, string) { return "command.task.place", c.Name }

// Run moves them in the order that keeps them together. When the first cannot
// move, none does.
func (c NudgeTasks) Run(tx *sqlite.Tx) error {
	rows, err := chosenRows(tx, c.IDs)
	if err != nil {
		return err
	}
	if c.How == Outdent || c.How == Down {
		slices.Reverse(rows)
	}
	for _, r := range rows {
		moved, err := c.one(tx, r.Task.ID)
		if err != nil || !moved && (c.How == Up || c.How == Down) {
			return err
		}
	}
	return nil
}

// one moves one task; it tells whether it could.
func (c NudgeTasks) one(tx *sqlite.Tx, id data.ID[data.Task]) (bool, error) {
	t, err := sqlite.Get(tx.Reader, id)
	if err != nil {
		return false, err
	}
	sib, err := siblings(tx, t.PlanID, t.ParentID, data.ID[data.Task]{})
	if err != nil {
		return false, err
	}
	at := slices.IndexFunc(sib, func(s data.Task) bool { return s.ID == t.ID })
	place, ok, err := Nudge{ID: t.ID, Name: c.Name, How: c.How}.place(tx, t, sib, at)
	if err == nil && !ok {
		place, ok, err = c.across(tx, t)
	}
	if err != nil || !ok {
		return false, err
	}
	return true, place.Run(tx)
}

// across is the place in the stage above or below the one that the task is in.
func (c NudgeTasks) across(tx *sqlite.Tx, t data.Task) (p PlaceTask, ok bool, err error) {
	if t.ParentID.IsZero() || c.How != Up && c.How != Down {
		return p, false, nil
	}
	up, err := sqlite.Get(tx.Reader, t.ParentID)
	if err != nil {
		return p, false, err
	}
	uncles, err := siblings(tx, t.PlanID, up.ParentID, data.ID[data.Task]{})
	if err != nil {
		return p, false, err
	}
	at := slices.IndexFunc(uncles, func(s data.Task) bool { return s.ID == up.ID })
	to := at - 1
	if c.How == Down {
		to = at + 1
	}
	if to < 0 || to >= len(uncles) {
		return p, false, nil
	}
	kids, err := siblings(tx, t.PlanID, uncles[to].ID, t.ID)
	if err != nil || len(kids) == 0 && uncles[to].What != data.TaskStage {
		return p, false, err
	}
	p = PlaceTask{ID: t.ID, Name: c.Name, Parent: uncles[to].ID}
	if c.How == Up && len(kids) > 0 {
		p.After = kids[len(kids)-1].ID
	}
	return p, true, nil
}

// chosenRows are the rows of tasks in the order of their tree, without those
// that go with a chosen task above them.
func chosenRows(tx *sqlite.Tx, ids []data.ID[data.Task]) ([]data.PlanRow, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	plan, err := tx.PlanOf(ids[0])
	if err != nil {
		return nil, err
	}
	tree, err := tx.PlanTree(plan)
	if err != nil {
		return nil, err
	}
	return topmost(tree.Rows, ids), nil
}

// topmost are the rows of the ids that do not stand below another of them.
func topmost(rows []data.PlanRow, ids []data.ID[data.Task]) (out []data.PlanRow) {
	chosen := make(map[data.ID[data.Task]]bool, len(ids))
	for _, id := range ids {
		chosen[id] = true
	}
	under := -1
	for _, r := range rows {
		if under >= 0 && r.Depth > under {
			continue
		}
		under = -1
		if chosen[r.Task.ID] {
			out = append(out, r)
			under = r.Depth
		}
	}
	return out
}

// PlaceTasks moves several tasks with their children as one step: under Parent,
// one after another behind the sibling After (zero = first).
type PlaceTasks struct {
	IDs    []data.ID[data.Task]
	Name   string
	Parent data.ID[data.Task]
	After  data.ID[data.Task]
}

// Label is "command.task.place".
func (c PlaceTasks) Label() (string, string) { return "command.task.place", c.Name }

// Run refuses a place inside one of the tasks themselves.
func (c PlaceTasks) Run(tx *sqlite.Tx) error {
	rows, err := chosenRows(tx, c.IDs)
	if err != nil {
		return err
	}
	after, err := c.behind(tx, rows)
	if err != nil {
		return err
	}
	for _, r := range rows {
		if err := (PlaceTask{ID: r.Task.ID, Name: c.Name, Parent: c.Parent, After: after}).Run(tx); err != nil {
			return err
		}
		after = r.Task.ID
	}
	return nil
}

// behind is After, or the nearest sibling before it that stays where it is.
func (c PlaceTasks) behind(tx *sqlite.Tx, rows []data.PlanRow) (after data.ID[data.Task], err error) {
	if len(rows) == 0 || c.After.IsZero() {
		return after, nil
	}
	sib, err := siblings(tx, rows[0].Task.PlanID, c.Parent, data.ID[data.Task]{})
	for _, s := range sib {
		if !slices.ContainsFunc(rows, func(r data.PlanRow) bool { return r.Task.ID == s.ID }) {
			after = s.ID
		}
		if s.ID == c.After {
			break
		}
	}
	return after, err
}

// ChainTasks links tasks one after another, finish to start, in the order of
// their tree. Links that are there stay as they are; a stage whose own tasks are
// among them is left out.
type ChainTasks struct {
	IDs  []data.ID[data.Task]
	Name string
}

// Label is "command.task.chain".
func (c ChainTasks) Label() (string, string) { return "command.task.chain", c.Name }

// Run refuses circles, as all links are.
func (c ChainTasks) Run(tx *sqlite.Tx) error {
	rows, err := c.rows(tx)
	if err != nil || len(rows) < 2 {
		return err
	}
	for i := 1; i < len(rows); i++ {
		pred, succ := rows[i-1].Task.ID, rows[i]
		if slices.ContainsFunc(succ.Preds, func(p data.PlanLink) bool { return p.Dependency.PredID == pred }) {
			continue
		}
		if err := tx.Put(data.Dependency{ID: data.NewID[data.Dependency](), PredID: pred, SuccID: succ.Task.ID, Type: data.FinishStart}); err != nil {
			return err
		}
	}
	return checkPlan(tx, rows[0].Task.PlanID)
}

// rows are the chosen rows without stages whose parts are chosen too.
func (c ChainTasks) rows(tx *sqlite.Tx) (out []data.PlanRow, err error) {
	if len(c.IDs) == 0 {
		return nil, nil
	}
	plan, err := tx.PlanOf(c.IDs[0])
	if err != nil {
		return nil, err
	}
	tree, err := tx.PlanTree(plan)
	if err != nil {
		return nil, err
	}
	up := make(map[data.ID[data.Task]]data.ID[data.Task], len(tree.Rows))
	for _, r := range tree.Rows {
		up[r.Task.ID] = r.Task.ParentID
		if !slices.Contains(c.IDs, r.Task.ID) {
			continue
		}
		for len(out) > 0 && within(up, r.Task.ID, out[len(out)-1].Task.ID) {
			out = out[:len(out)-1]
		}
		out = append(out, r)
	}
	return out, nil
}

// within tells whether a task stands below another in the tree.
func within(up map[data.ID[data.Task]]data.ID[data.Task], id, above data.ID[data.Task]) bool {
	for p := up[id]; !p.IsZero(); p = up[p] {
		if p == above {
			return true
		}
	}
	return false
}

// UnlinkTasks takes away the links between several tasks, or, of one task alone,
// all that it waits for.
type UnlinkTasks struct {
	IDs  []data.ID[data.Task]
	Name string
}

// Label is "command.task.unlink".
func (c UnlinkTasks) Label() (string, string) { return "command.task.unlink", c.Name }

// Run deletes them; without any nothing changes.
func (c UnlinkTasks) Run(tx *sqlite.Tx) error {
	if len(c.IDs) == 0 {
		return nil
	}
	plan, err := tx.PlanOf(c.IDs[0])
	if err != nil {
		return err
	}
	links, err := tx.PlanLinks(plan)
	if err != nil {
		return err
	}
	for _, l := range links {
		if !slices.Contains(c.IDs, l.SuccID) || len(c.IDs) > 1 && !slices.Contains(c.IDs, l.PredID) {
			continue
		}
		if err := tx.Delete(data.RefTo(data.KindDependency, l.ID)); err != nil {
			return err
		}
	}
	return nil
}

// GiveTasks gives a person to several tasks as one step: one without people is
// all theirs, to others they are added without hours of their own.
type GiveTasks struct {
	IDs      []data.ID[data.Task]
	PersonID data.ID[data.Person]
	Name     string
}

// Label is "command.task.assign".
func (c GiveTasks) Label() (string, string) { return "command.task.assign", c.Name }

// Run leaves stages, milestones and tasks that the person has already.
func (c GiveTasks) Run(tx *sqlite.Tx) error {
	if len(c.IDs) == 0 {
		return nil
	}
	plan, err := tx.PlanOf(c.IDs[0])
	if err != nil {
		return err
	}
	tree, err := tx.PlanTree(plan)
	if err != nil {
		return err
	}
	for _, r := range tree.Rows {
		if r.HasKids || r.Task.What == data.TaskMilestone || !slices.Contains(c.IDs, r.Task.ID) {
			continue
		}
		if err := c.add(tx, r); err != nil {
			return err
		}
	}
	return nil
}

func (c GiveTasks) add(tx *sqlite.Tx, r data.PlanRow) error {
	a := Assign{TaskID: r.Task.ID, Name: r.Task.Name}
	for _, x := range r.Assignees {
		if x.PersonID == c.PersonID {
			return nil
		}
		if !x.PersonID.IsZero() {
			a.Shares = append(a.Shares, Share{PersonID: x.PersonID, Effort: x.Effort, Units: x.Units})
		}
	}
	s := Share{PersonID: c.PersonID, Units: 100}
	if len(a.Shares) == 0 {
		s.Effort = r.Task.Effort
	}
	a.Shares = append(a.Shares, s)
	return a.Run(tx)
}
