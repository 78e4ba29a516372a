package data

// QueueRow is an item that waits for the mentor's check, of any trainee.
type QueueRow struct {
	TaskID       ID[Task]
	Name         string
	MentoringID  ID[Mentoring]
	Trainee      string // full name
	Section      string
	SubmissionID ID[Submission] // none when the item was moved to the check without a handing-in
	HandedOn     Date
	TraineeSpent Minutes // of this handing-in
	Comment      string
	Rounds       int // handings-in so far
	Files        int // of this handing-in
	DeadlineOn   Date
	EndsOn       Date
	Effort       Minutes
	MentorEffort Minutes
	Competency   string
	Result       string
	Criterion    string
}

// Due is the day the item is asked for.
func (q QueueRow) Due() Date {
	if !q.DeadlineOn.IsZero() {
		return q.DeadlineOn
	}
	return q.EndsOn
}

// OnTime tells whether it was handed in by its term.
func (q QueueRow) OnTime() bool {
	return q.HandedOn.IsZero() || q.Due().IsZero() || q.HandedOn <= q.Due()
}

// OverdueRow is an open item after its term that lies with the trainee.
type OverdueRow struct {
	TaskID      ID[Task]
	Name        string
	MentoringID ID[Mentoring]
	Trainee     string
	Status      TaskStatus
	DueOn       Date
}

// StandRow tells when something last moved in a running mentoring: a
// handing-in, a decision, work that began, a meeting held, a review.
type StandRow struct {
	MentoringID ID[Mentoring]
	Trainee     string
	StartsOn    Date
	LastOn      Date // none when nothing has moved yet
	ConcludeOn  Date // computed terms of the end of the probation; none without one
	NoticeOn    Date
}

// Since is the day from which a standstill counts.
func (s StandRow) Since() Date { return max(s.StartsOn, s.LastOn) }

// SubmissionRow is a handing-in with its names, for the history of an item.
type SubmissionRow struct {
	ID           ID[Submission]
	TaskID       ID[Task]
	Person       string
	HandedOn     Date
	TraineeSpent Minutes
	Comment      string
	Verdict      Verdict
	Score        int
	Remarks      string
	NewTermOn    Date
	MentorSpent  Minutes
	DecidedOn    Date
	Decider      string
	Files        int
}
