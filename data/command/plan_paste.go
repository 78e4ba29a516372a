package command

import (
	"slices"
	"strconv"

	"portfel/data"
	"portfel/data/sqlite"
)

// PasteRow is one task that ReadPaste has understood.
type PasteRow struct {
	Line     int // in the text, from 1
	Depth    int // 0 at the top of what is pasted
	HasKids  bool
	Name     string
	Duration data.Span
	Effort   data.Minutes
	Shares   []Share
	Preds    []PastePred
	Start    data.Date // not earlier than
	Deadline data.Date
	Percent  int
	Note     string
	Write    []string // of ReadOver: the columns that the row writes
	Clear    []string // and those whose cell is empty
}

// PastePred is what a pasted task waits for: another pasted row, or a task that
// the plan has.
type PastePred struct {
	Row  int // of the pasted rows; -1 = Task
	Task data.ID[data.Task]
	Type data.LinkType
	Lag  data.Span
}

// PasteTasks puts rows of a spreadsheet into a plan with their tree, links and
// people as one step: under Parent, behind the sibling After (zero = first).
type PasteTasks struct {
	PlanID data.ID[data.Plan]
	Parent data.ID[data.Task]
	After  data.ID[data.Task]
	Rows   []PasteRow
	IDs    []data.ID[data.Task] // of the rows; made when empty
}

// Label is "command.task.paste" and the number of rows.
func (c PasteTasks) Label() (string, string) {
	return "command.task.paste", strconv.Itoa(len(c.Rows))
}

// Run writes the tasks and refuses circles, as all links are.
func (c PasteTasks) Run(tx *sqlite.Tx) error {
	if len(c.Rows) == 0 {
		return nil
	}
	ids := c.IDs
	for len(ids) < len(c.Rows) {
		ids = append(ids, data.NewID[data.Task]())
	}
	if err := c.tops(tx, ids); err != nil {
		return err
	}
	if err := c.parts(tx, ids); err != nil {
		return err
	}
	if err := c.links(tx, ids); err != nil {
		return err
	}
	return checkPlan(tx, c.PlanID)
}

// tops puts the rows without a pasted parent one after another; they share the
// room between their neighbours, or all siblings are numbered anew.
func (c PasteTasks) tops(tx *sqlite.Tx, ids []data.ID[data.Task]) error {
	var tops []data.Task
	for i, r := range c.Rows {
		if r.Depth == 0 {
			t := c.task(i, ids)
			t.ParentID = c.Parent
			tops = append(tops, t)
		}
	}
	sib, err := siblings(tx, c.PlanID, c.Parent, data.ID[data.Task]{})
	if err != nil {
		return err
	}
	at := 1 + slices.IndexFunc(sib, func(s data.Task) bool { return s.ID == c.After })
	low := int64(0)
	if at > 0 {
		low = sib[at-1].Ord
	}
	high := low + int64(len(tops)+1)*ordGap
	if at < len(sib) {
		high = sib[at].Ord
	}
	if step := (high - low) / int64(len(tops)+1); step > 0 {
		for i := range tops {
			tops[i].Ord = low + step*int64(i+1)
		}
		return putTasks(tx, tops)
	}
	all := slices.Concat(sib[:at], tops, sib[at:])
	for i := range all {
		all[i].Ord = int64(i+1) * ordGap
	}
	return putTasks(tx, all)
}

func putTasks(tx *sqlite.Tx, tasks []data.Task) error {
	for _, t := range tasks {
		if err := tx.Put(t); err != nil {
			return err
		}
	}
	return nil
}

// parts puts the rows below others; their places are the order of the text.
func (c PasteTasks) parts(tx *sqlite.Tx, ids []data.ID[data.Task]) error {
	var path []int
	for i, r := range c.Rows {
		path = append(path[:min(r.Depth, len(path))], i)
		if r.Depth > 0 && len(path) > 1 {
			t := c.task(i, ids)
			t.ParentID, t.Ord = ids[path[len(path)-2]], int64(i+1)*ordGap
			if err := tx.Put(t); err != nil {
				return err
			}
		}
		if err := c.people(tx, ids[i], r); err != nil {
			return err
		}
	}
	return nil
}

func (c PasteTasks) people(tx *sqlite.Tx, id data.ID[data.Task], r PasteRow) error {
	if r.HasKids {
		return nil
	}
	for _, s := range r.Shares {
		a := data.Assignment{ID: data.NewID[data.Assignment](), TaskID: id, PersonID: s.PersonID, Effort: s.Effort, Units: s.Units}
		if err := tx.Put(a); err != nil {
			return err
		}
	}
	return nil
}

func (c PasteTasks) links(tx *sqlite.Tx, ids []data.ID[data.Task]) error {
	for i, r := range c.Rows {
		for _, p := range r.Preds {
			d := data.Dependency{ID: data.NewID[data.Dependency](), PredID: p.Task, SuccID: ids[i], Type: p.Type, Lag: p.Lag}
			if p.Row >= 0 {
				d.PredID = ids[p.Row]
			}
			if err := tx.Put(d); err != nil {
				return err
			}
		}
	}
	return nil
}

// task is a pasted row as a task; a stage has no length of its own.
func (c PasteTasks) task(i int, ids []data.ID[data.Task]) data.Task {
	r := c.Rows[i]
	t := data.Task{ID: ids[i], PlanID: c.PlanID, Name: r.Name, What: data.TaskWork, Mode: data.ModeAuto, Status: data.TaskOpen,
		Duration: r.Duration, Effort: r.Effort, DeadlineOn: r.Deadline, Percent: r.Percent, Note: r.Note}
	if !r.Start.IsZero() {
		t.ConstraintKind, t.ConstraintOn = data.NotEarlier, r.Start
	}
	if len(r.Shares) > 0 {
		t.ResponsibleID = r.Shares[0].PersonID
	}
	switch {
	case r.HasKids:
		t.What, t.Duration, t.Effort, t.Percent = data.TaskStage, data.Span{}, 0, 0
	case !r.Duration.IsZero() && r.Duration.Amount == 0:
		t.What = data.TaskMilestone
	}
	return t
}
