package command

import (
	"portfel/data"
	"portfel/data/sqlite"
)

// MentoringFacts is a mentoring with what its totals are computed of.
type MentoringFacts struct {
	Mentoring data.Mentoring
	Row       data.MentoringRow
	Items     []ItemFacts // in the order of the plan, sections too
	Totals    MentoringTotals
	Ladders   []data.Ladder
	Reviews   []data.Review // the oldest first, private ones too
	Due       []data.DueDate
}

// ItemFacts is a line of the plan with what was handed in.
type ItemFacts struct {
	data.ItemRow
	Section      string // name of the section; of a section its own
	DoneOn       data.Date
	OnTime       bool         // accepted, and handed in by the term
	TraineeSpent data.Minutes // from the handings-in; of an accepted item without any, its plan
	MentorSpent  data.Minutes
	History      []data.SubmissionRow
}

// MentoringTotals sum a plan up. An item that was called off counts nowhere.
type MentoringTotals struct {
	Items, Done, OnTime, InReview, Returned, Overdue int
	Scored, ScoreSum                                 int
	TraineePlan, TraineeSpent                        data.Minutes
	MentorPlan, MentorSpent                          data.Minutes
	Percent                                          int // of the plan, weighted by effort
}

// Average is the average score in tenths, half up; 0 when nothing is scored.
func (t MentoringTotals) Average() int {
	if t.Scored == 0 {
		return 0
	}
	return (t.ScoreSum*20 + t.Scored) / (2 * t.Scored)
}

// ReadMentoring reads a mentoring with its items, totals, competencies and
// reviews.
func ReadMentoring(r *sqlite.Reader, id data.ID[data.Mentoring]) (x MentoringFacts, err error) {
	if x.Mentoring, err = sqlite.Get(r, id); err != nil {
		return x, err
	}
	rows, err := r.Mentorings(data.MentoringFilter{MentoringID: id}, r.Today())
	if err != nil {
		return x, err
	}
	for _, m := range rows {
		x.Row = m
	}
	if err := x.readItems(r); err != nil {
		return x, err
	}
	scores, err := r.Scores(id)
	if err != nil {
		return x, err
	}
	x.Ladders = data.Ladders(scores)
	if x.Due, err = r.DueDates(data.RefTo(data.KindMentoring, id)); err != nil {
		return x, err
	}
	x.Reviews, err = sqlite.List[data.Review](r, "mentoring_id = ? ORDER BY held_on, id", id)
	return x, err
}

// Term is a computed day of the mentoring by its code, none without one.
func (x MentoringFacts) Term(code data.DueCode) data.Date {
	for _, d := range x.Due {
		if d.Code == code {
			return d.StartsOn
		}
	}
	return 0
}

func (x *MentoringFacts) readItems(r *sqlite.Reader) error {
	rows, err := r.Items(x.Mentoring.ID)
	if err != nil {
		return err
	}
	all, err := r.Submissions(x.Mentoring.ID)
	if err != nil {
		return err
	}
	of := map[data.ID[data.Task]][]data.SubmissionRow{}
	for _, s := range all {
		of[s.TaskID] = append(of[s.TaskID], s)
	}
	facts, err := x.finished(r)
	if err != nil {
		return err
	}
	names := map[data.ID[data.Task]]string{}
	for _, row := range rows {
		i := ItemFacts{ItemRow: row, Section: names[row.ParentID], History: of[row.ID]}
		if row.Section() {
			names[row.ID], i.Section = row.Name, row.Name
		} else {
			i.sum(facts[row.ID])
			x.Totals.add(i, r.Today())
		}
		x.Items = append(x.Items, i)
	}
	x.Totals.Percent = int(x.Row.Share()*100 + .5)
	return nil
}

// finished are the days on which items were finished, as facts of their tasks.
func (x *MentoringFacts) finished(r *sqlite.Reader) (map[data.ID[data.Task]]data.Date, error) {
	list, err := sqlite.List[data.Task](r, "plan_id = ? AND actual_finish IS NOT NULL", x.Row.PlanID)
	out := map[data.ID[data.Task]]data.Date{}
	for _, t := range list {
		out[t.ID] = t.ActualFinish.Day
	}
	return out, err
}

// sum adds the handings-in of an item up. What counts as the day of an accepted
// item is the day on which the accepted work was handed in.
func (i *ItemFacts) sum(finished data.Date) {
	for _, s := range i.History {
		i.TraineeSpent, i.MentorSpent = i.TraineeSpent+s.TraineeSpent, i.MentorSpent+s.MentorSpent
	}
	if i.Status != data.TaskDone {
		return
	}
	i.DoneOn = finished
	if n := len(i.History); n > 0 && i.History[n-1].Verdict == data.VerdictAccepted {
		i.DoneOn = i.History[n-1].HandedOn
	}
	if i.TraineeSpent == 0 {
		i.TraineeSpent = i.Effort
	}
	if i.MentorSpent == 0 {
		i.MentorSpent = i.MentorEffort
	}
	i.OnTime = i.Due().IsZero() || !i.DoneOn.IsZero() && i.DoneOn <= i.Due()
}

func (t *MentoringTotals) add(i ItemFacts, today data.Date) {
	if i.Status == data.TaskCancelled {
		return
	}
	t.Items++
	t.TraineePlan, t.MentorPlan = t.TraineePlan+i.Effort, t.MentorPlan+i.MentorEffort
	t.TraineeSpent, t.MentorSpent = t.TraineeSpent+i.TraineeSpent, t.MentorSpent+i.MentorSpent
	if i.Late(today) {
		t.Overdue++
	}
	switch i.Status {
	case data.TaskReview:
		t.InReview++
	case data.TaskReturned:
		t.Returned++
	case data.TaskDone:
		t.Done++
		if i.OnTime {
			t.OnTime++
		}
		if i.Score > 0 {
			t.Scored, t.ScoreSum = t.Scored+1, t.ScoreSum+i.Score
		}
	}
}
