package command

import (
	"portfel/data"
	"portfel/data/sqlite"
)

// AddItem puts a new line into a trainee's plan: the trainee is responsible and
// does its hours, the mentor checks it. Without hours it lasts a day.
type AddItem struct {
	MentoringID data.ID[data.Mentoring]
	Item        data.Task // name, section, hours, term; the rest is filled in
	After       data.ID[data.Task]
}

// Label is "command.item.add" and the name.
func (c AddItem) Label() (string, string) { return "command.item.add", c.Item.Name }

// Run adds a plan when the mentoring has none.
func (c AddItem) Run(tx *sqlite.Tx) error {
	m, err := sqlite.Get(tx.Reader, c.MentoringID)
	if err != nil {
		return err
	}
	t := c.Item
	if t.PlanID, err = currentPlan(tx, m); err != nil {
		return err
	}
	if t.ID.IsZero() {
		t.ID = data.NewID[data.Task]()
	}
	if t.What != data.TaskStage {
		t.ResponsibleID, t.ReviewerID = m.TraineeID, m.MentorID
		if t.Effort == 0 && t.Duration.IsZero() {
			t.Duration = data.Days(1)
		}
	}
	if err := (AddTask{Task: t, After: c.After}).Run(tx); err != nil || t.Effort == 0 {
		return err
	}
	return Assign{TaskID: t.ID, Shares: []Share{{PersonID: m.TraineeID, Effort: t.Effort, Units: 100}}}.Run(tx)
}

// currentPlan is the plan of a mentoring that counts; it is made when missing.
func currentPlan(tx *sqlite.Tx, m data.Mentoring) (data.ID[data.Plan], error) {
	have, err := sqlite.List[data.Plan](tx.Reader, "mentoring_id = ? AND is_current = 1 ORDER BY id LIMIT 1", m.ID)
	if err != nil {
		return data.ID[data.Plan]{}, err
	}
	if len(have) > 0 {
		return have[0].ID, nil
	}
	p := data.Plan{ID: data.NewID[data.Plan](), What: data.PlanOfMentoring, MentoringID: m.ID, IsCurrent: true, StartsOn: m.StartsOn}
	return p.ID, tx.Put(p)
}

// ItemEffort changes the hours of an item: the trainee's share follows. An item
// without hours lasts a day.
type ItemEffort struct {
	ID     data.ID[data.Task]
	Name   string
	Effort data.Minutes
}

// Label is "command.put.task" and the name.
func (c ItemEffort) Label() (string, string) { return "command.put.task", c.Name }

// Run keeps the responsible person.
func (c ItemEffort) Run(tx *sqlite.Tx) error {
	t, err := sqlite.Get(tx.Reader, c.ID)
	if err != nil {
		return err
	}
	if c.Effort == 0 && t.Duration.IsZero() {
		t.Duration = data.Days(1)
	}
	t.Effort = c.Effort
	if err := tx.Put(t); err != nil || t.ResponsibleID.IsZero() {
		return err
	}
	var shares []Share
	if c.Effort > 0 {
		shares = []Share{{PersonID: t.ResponsibleID, Effort: c.Effort, Units: 100}}
	}
	keep := t.ResponsibleID
	if err := (Assign{TaskID: t.ID, Shares: shares}).Run(tx); err != nil {
		return err
	}
	if t, err = sqlite.Get(tx.Reader, c.ID); err != nil {
		return err
	}
	t.ResponsibleID = keep
	return tx.Put(t)
}

// MoveItem brings an item to another status along data.TaskFlow. To the check,
// accepted and returned are what Submit, Accept and Return do; accepting walks the
// states between, so that a tick accepts what was never handed in formally.
type MoveItem struct {
	ID    data.ID[data.Task]
	Name  string
	To    data.TaskStatus
	Score int       // accepted only
	Due   data.Date // returned only: the new term; none leaves it
	Note  string    // returned only: what is missing
}

// Label is "command.move.item" and the name.
func (c MoveItem) Label() (string, string) { return "command.move.item", c.Name }

// Run refuses an illegal move.
func (c MoveItem) Run(tx *sqlite.Tx) error {
	t, err := sqlite.Get(tx.Reader, c.ID)
	if err != nil {
		return err
	}
	if err := c.way(t.Status); err != nil {
		return err
	}
	switch c.To {
	case data.TaskReview:
		return Submit{ItemID: c.ID, Name: c.Name}.Run(tx)
	case data.TaskDone:
		return Accept{ItemID: c.ID, Name: c.Name, Score: c.Score}.Run(tx)
	case data.TaskReturned:
		return Return{ItemID: c.ID, Name: c.Name, Remarks: c.Note, Due: c.Due}.Run(tx)
	}
	was := t
	if t.Status == data.TaskDone {
		t.Score = 0
	}
	t.Status = c.To
	return putFacts(tx, was, t)
}

// way tells whether the move is legal; to "done" also through "working".
func (c MoveItem) way(from data.TaskStatus) error {
	if c.To == data.TaskDone && data.TaskFlow.Can(from, data.TaskWorking) && from != data.TaskDone {
		return nil
	}
	return data.TaskFlow.Move("item.status.", from, c.To)
}

// LinkItem joins an item to the project task that it is a part of; a zero task
// takes the link away.
type LinkItem struct {
	ItemID data.ID[data.Task]
	TaskID data.ID[data.Task]
	Name   string
}

// linkTask is the role of the link between an item and a project task.
const linkTask = "task"

// Label is "command.item.link" and the item.
func (c LinkItem) Label() (string, string) { return "command.item.link", c.Name }

// Run replaces the link that is there. A linked item has no term of its own: the
// task's finish is it. The item must be one of a trainee's plan,
// the task one of a project's, and the task must not wait for the item.
func (c LinkItem) Run(tx *sqlite.Tx) error {
	if !c.TaskID.IsZero() {
		if err := c.check(tx); err != nil {
			return err
		}
	}
	have, err := sqlite.List[data.Link](tx.Reader, "left_id = ? AND role = ?", c.ItemID, linkTask)
	if err != nil {
		return err
	}
	for _, l := range have {
		if l.RightID == data.ID[data.Any](c.TaskID) {
			return nil
		}
		if err := tx.Delete(data.RefTo(data.KindLink, l.ID)); err != nil {
			return err
		}
	}
	if c.TaskID.IsZero() {
		if len(have) == 0 {
			return nil
		}
		return c.keepTerm(tx)
	}
	if err := c.dropTerm(tx); err != nil {
		return err
	}
	return tx.Put(data.Link{ID: data.NewID[data.Link](), LeftKind: data.KindTask, LeftID: data.ID[data.Any](c.ItemID),
		RightKind: data.KindTask, RightID: data.ID[data.Any](c.TaskID), Role: linkTask})
}

// dropTerm takes the item's own term away: from now on the task's finish is it.
func (c LinkItem) dropTerm(tx *sqlite.Tx) error {
	t, err := sqlite.Get(tx.Reader, c.ItemID)
	if err != nil || t.DeadlineOn.IsZero() {
		return err
	}
	t.DeadlineOn = 0
	return tx.Put(t)
}

// keepTerm leaves an item that follows no more with the term it had.
func (c LinkItem) keepTerm(tx *sqlite.Tx) error {
	t, err := sqlite.Get(tx.Reader, c.ItemID)
	if err != nil || !t.DeadlineOn.IsZero() {
		return err
	}
	d, err := tx.TaskDate(c.ItemID)
	if err != nil || d.EndsOn.IsZero() {
		return ignoreMissing(err)
	}
	t.DeadlineOn = d.EndsOn
	return tx.Put(t)
}

// check refuses ends that are of the wrong plans, and a circle.
func (c LinkItem) check(tx *sqlite.Tx) error {
	if _, _, err := itemOf(tx, c.ItemID); err != nil {
		return err
	}
	t, err := sqlite.Get(tx.Reader, c.TaskID)
	if err != nil {
		return err
	}
	p, err := sqlite.Get(tx.Reader, t.PlanID)
	if err != nil {
		return err
	}
	if !p.MentoringID.IsZero() || p.What == data.PlanTemplate {
		return data.Problems{{Field: "linked", Code: "noProjectTask"}}
	}
	round, err := tx.WaitsFor(c.TaskID, c.ItemID)
	if err != nil {
		return err
	}
	if round {
		return data.Problems{{Field: "linked", Code: "linkedCycle", Args: []string{t.Name}}}
	}
	return nil
}
