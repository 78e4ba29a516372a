package command

import (
	"strconv"
	"strings"

	"portfel/data"
	"portfel/data/sqlite"
)

// Submit hands an item in for the mentor's check: with the hours it took since
// the last time, words and files. What was never begun is begun by it.
type Submit struct {
	ItemID  data.ID[data.Task]
	Name    string
	By      data.ID[data.Person] // none = the trainee of the plan
	On      data.Date            // none = today
	Spent   data.Minutes
	Comment string
	Files   []File
}

// Label is "command.submit" and the item.
func (c Submit) Label() (string, string) { return "command.submit", c.Name }

// Run refuses an item that is with the mentor already, accepted or cancelled, and
// a section.
func (c Submit) Run(tx *sqlite.Tx) error {
	t, m, err := itemOf(tx, c.ItemID)
	if err != nil {
		return err
	}
	if t.Status == data.TaskReview || t.Status.Finished() {
		return data.TaskFlow.Move("item.status.", t.Status, data.TaskReview)
	}
	s := data.Submission{ID: data.NewID[data.Submission](), TaskID: t.ID, PersonID: c.By, HandedOn: dayOrToday(c.On, tx.Today()), TraineeSpent: c.Spent,
		Comment: strings.TrimSpace(c.Comment), Verdict: data.VerdictPending}
	if s.PersonID.IsZero() {
		s.PersonID = m.TraineeID
	}
	if err := checkHanded(s, m); err != nil {
		return err
	}
	if err := tx.Put(s); err != nil {
		return err
	}
	for _, f := range c.Files {
		if _, err := takeIn(tx, data.RefTo(data.KindSubmission, s.ID), f); err != nil {
			return err
		}
	}
	begun := t
	begun.Status = data.TaskWorking
	if begun, err = withFacts(tx, t, begun); err != nil {
		return err
	}
	begun.Status = data.TaskReview
	return tx.Put(begun)
}

// checkHanded refuses a day before the mentoring began.
func checkHanded(s data.Submission, m data.Mentoring) error {
	if s.HandedOn < m.StartsOn {
		return data.Problems{{Field: "handedOn", Code: "beforeStart", Args: []string{m.StartsOn.String()}}}
	}
	return nil
}

// Accept closes an item with a score; remarks may go along. It takes what was
// handed in, or what the mentor saw without that.
type Accept struct {
	ItemID  data.ID[data.Task]
	Name    string
	Score   int // 1..5; 0 = none
	Remarks string
	Spent   data.Minutes // the mentor's time for this check; none = what the plan has left for the item
	By      data.ID[data.Person]
	On      data.Date
}

// Label is "command.accept" and the item.
func (c Accept) Label() (string, string) { return "command.accept", c.Name }

// Run refuses a score out of the scale, and an item that is accepted or
// cancelled.
func (c Accept) Run(tx *sqlite.Tx) error {
	t, m, err := itemOf(tx, c.ItemID)
	if err != nil {
		return err
	}
	if c.Score < 0 || c.Score > data.MaxItemScore {
		return scoreRange()
	}
	if t.Status.Finished() {
		return data.TaskFlow.Move("item.status.", t.Status, data.TaskDone)
	}
	s, _, err := lastSubmission(tx, t)
	if err != nil {
		return err
	}
	if s.ID.IsZero() || s.Verdict != data.VerdictPending {
		s = data.Submission{ID: data.NewID[data.Submission](), TaskID: t.ID, PersonID: m.TraineeID, HandedOn: dayOrToday(c.On, tx.Today())}
	}
	s.Verdict, s.Score, s.Remarks = data.VerdictAccepted, c.Score, strings.TrimSpace(c.Remarks)
	if err := c.decide(tx, &s, t, m); err != nil {
		return err
	}
	was := t
	t.Status, t.Percent, t.Score = data.TaskDone, 100, c.Score
	return putFacts(tx, was, t)
}

func scoreRange() error {
	return data.Problems{{Field: "score", Code: "range", Args: []string{"1", strconv.Itoa(data.MaxItemScore)}}}
}

// decide fills who decided, when and how long it took, and writes it down.
func (c Accept) decide(tx *sqlite.Tx, s *data.Submission, t data.Task, m data.Mentoring) error {
	s.DecidedOn, s.DeciderID, s.MentorSpent = dayOrToday(c.On, tx.Today()), c.By, c.Spent
	if s.DeciderID.IsZero() {
		s.DeciderID = m.MentorID
	}
	if s.MentorSpent == 0 {
		left, err := mentorLeft(tx, t)
		if err != nil {
			return err
		}
		s.MentorSpent = left
	}
	return tx.Put(*s)
}

// mentorLeft is what is left of the mentor's hours of an item.
func mentorLeft(tx *sqlite.Tx, t data.Task) (data.Minutes, error) {
	all, err := sqlite.List[data.Submission](tx.Reader, "task_id = ?", t.ID)
	left := t.MentorEffort
	for _, s := range all {
		left -= s.MentorSpent
	}
	return max(0, left), err
}

// Return gives an item back with remarks and, if wished, a new term.
type Return struct {
	ItemID  data.ID[data.Task]
	Name    string
	Remarks string
	Due     data.Date // none leaves the term
	Spent   data.Minutes
	By      data.ID[data.Person]
	On      data.Date
}

// Label is "command.return" and the item.
func (c Return) Label() (string, string) { return "command.return", c.Name }

// Run refuses an item that was not handed in, a return without a word, and a term
// before the day of the return.
func (c Return) Run(tx *sqlite.Tx) error {
	t, m, err := itemOf(tx, c.ItemID)
	if err != nil {
		return err
	}
	if err := data.TaskFlow.Move("item.status.", t.Status, data.TaskReturned); err != nil {
		return err
	}
	on := dayOrToday(c.On, tx.Today())
	s, _, err := lastSubmission(tx, t)
	if err != nil {
		return err
	}
	if s.ID.IsZero() || s.Verdict != data.VerdictPending {
		s = data.Submission{ID: data.NewID[data.Submission](), TaskID: t.ID, PersonID: m.TraineeID, HandedOn: on}
	}
	s.Verdict, s.Remarks, s.NewTermOn, s.MentorSpent = data.VerdictReturned, strings.TrimSpace(c.Remarks), c.Due, c.Spent
	s.DecidedOn, s.DeciderID = on, c.By
	if s.DeciderID.IsZero() {
		s.DeciderID = m.MentorID
	}
	if err := tx.Put(s); err != nil {
		return err
	}
	was := t
	t.Status, t.Note = data.TaskReturned, s.Remarks
	if !c.Due.IsZero() {
		t.DeadlineOn = c.Due
	}
	return putFacts(tx, was, t)
}

// itemOf is an item with its mentoring; a section, or a task of another plan, is
// refused.
func itemOf(tx *sqlite.Tx, id data.ID[data.Task]) (t data.Task, m data.Mentoring, err error) {
	if t, err = sqlite.Get(tx.Reader, id); err != nil {
		return t, m, err
	}
	p, err := sqlite.Get(tx.Reader, t.PlanID)
	if err != nil {
		return t, m, err
	}
	kids, err := sqlite.List[data.Task](tx.Reader, "parent_id = ? LIMIT 1", id)
	if err != nil {
		return t, m, err
	}
	if p.MentoringID.IsZero() || t.What == data.TaskStage || len(kids) > 0 {
		return t, m, data.Problems{{Field: "taskId", Code: "noItem"}}
	}
	m, err = sqlite.Get(tx.Reader, p.MentoringID)
	return t, m, err
}

// lastSubmission is the newest handing-in of an item, and how many there are.
func lastSubmission(tx *sqlite.Tx, t data.Task) (s data.Submission, n int, err error) {
	all, err := sqlite.List[data.Submission](tx.Reader, "task_id = ? ORDER BY handed_on, id", t.ID)
	if len(all) > 0 {
		s = all[len(all)-1]
	}
	return s, len(all), err
}

func dayOrToday(d, or data.Date) data.Date {
	if d.IsZero() {
		return or
	}
	return d
}
