package command

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"portfel/data"
	"portfel/data/mspdi"
)

// mspdiTask is what a row says, as it will stand in the records: a task without
// ids, and who works on it.
type mspdiTask struct {
	task     data.Task
	calendar int // UID of the task's own calendar, 0 = none
	team     []mspdiShare
	inactive bool
}

// mspdiShare is a part of a task.
type mspdiShare struct {
	who    worker
	effort data.Minutes
	units  int
}

// oneLine is a name without line ends and doubled spaces.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// build reads every row.
func (m *mspdiImport) build() error {
	m.fresh = make([]mspdiTask, len(m.at))
	for i := range m.at {
		m.fresh[i] = m.read(i)
		m.valid(i)
	}
	return nil
}

// valid refuses a row that no task can say.
func (m *mspdiImport) valid(i int) {
	t := m.fresh[i].task
	t.ID, t.PlanID = data.NewID[data.Task](), data.NewID[data.Plan]()
	if t.Status == "" {
		t.Status = data.TaskOpen
	}
	if ps := t.Validate(); len(ps) > 0 {
		place, _ := m.called(i)
		m.refuse(0, place, t.Name, ps[0])
	}
}

// read is what a row says.
func (m *mspdiImport) read(i int) (x mspdiTask) {
	t := m.task(i)
	x.inactive = t.Inactive
	x.task = data.Task{Name: oneLine(t.Name), Mode: data.ModeAuto, Note: m.noteText(t), Priority: t.Priority, FixedCost: t.FixedCost}
	if m.hasCalendar(t.CalendarUID) {
		x.calendar = t.CalendarUID
	}
	if t.Priority == 500 {
		x.task.Priority = 0
	}
	v := m.dayView(t)
	x.task.Extra = m.kept(i)
	if m.isStage(i) {
		x.task.DeadlineOn = finishOf(v, t.Deadline).Day
		m.readStage(&x.task, v, t)
		return x
	}
	m.readTeam(&x, t)
	m.readLength(&x.task, t)
	x.task.DeadlineOn = m.deadlineOf(&x.task, v, t.Deadline)
	if !m.readManual(&x.task, v, t) {
		m.readConstraint(&x.task, v, t)
	}
	m.readFacts(&x.task, v, t)
	x.task.LevelDelay = m.delay(t)
	return x
}

// readStage reads a summary: its dates and hours are those of its parts.
func (m *mspdiImport) readStage(x *data.Task, v *mspdi.View, t *mspdi.Task) {
	x.What = data.TaskStage
	switch {
	case t.Constraint == data.NotEarlier:
		m.readConstraint(x, v, t)
	case t.Constraint.Dated():
		m.note(t.Name, "mspdi.summaryConstraint", "@task.constraint."+string(t.Constraint))
	}
	if t.Manual {
		m.note(t.Name, "mspdi.manualStage")
	}
	for _, k := range m.shares[t.UID] {
		if m.workers[m.file.Assignments[k].ResourceUID].works() {
			m.note(t.Name, "mspdi.stageWork")
			break
		}
	}
}

// readLength reads duration, effort and what kind of task that makes.
func (m *mspdiImport) readLength(x *data.Task, t *mspdi.Task) {
	x.What = data.TaskWork
	switch {
	case t.Duration > 0:
		x.Duration = m.span(t, t.Duration, t.DurationFormat)
		if s, ok := exactOf(t, "d", int64(t.Duration)); ok && s.Amount >= 0 {
			x.Duration = s
		}
	case t.Work > 0 && !t.Milestone:
		x.Duration = data.Span{}
	default:
		x.Duration = data.Days(0)
	}
	if t.Milestone || !x.Duration.IsZero() && x.Duration.Amount == 0 {
		x.What = data.TaskMilestone
	}
	if x.Effort == 0 {
		x.Effort = t.Work.Minutes()
	}
}

// readManual puts a task on its dates if somebody has set them by hand, or if it
// stands for a task of another file. A milestone keeps its minute.
func (m *mspdiImport) readManual(x *data.Task, v *mspdi.View, t *mspdi.Task) bool {
	if !t.Manual && !t.External && !t.Subproject {
		return false
	}
	start, finish := t.ManualStart, t.ManualFinish
	if start.IsZero() || !t.Start.IsZero() {
		start = t.Start
	}
	if finish.IsZero() || !t.Finish.IsZero() {
		finish = t.Finish
	}
	if start.IsZero() {
		m.note(t.Name, "mspdi.manualDates")
		return false
	}
	x.Mode, x.StartsOn = data.ModeManual, startOf(v, start).Day
	if milestoneOf(x) {
		at := standsOf(v, start)
		x.StartsOn, x.EndsOn, x.ConstraintAt = at.Day, at.Day, data.Minutes(at.Min)
		return true
	}
	if !finish.IsZero() {
		x.EndsOn = max(finishOf(v, finish).Day, x.StartsOn)
	}
	return true
}

// readConstraint reads one of the eight constraints with its day, and its minute
// where it does not open or close the day.
func (m *mspdiImport) readConstraint(x *data.Task, v *mspdi.View, t *mspdi.Task) {
	if !t.Constraint.Dated() {
		x.ConstraintKind = t.Constraint
		return
	}
	if t.ConstraintDate.IsZero() {
		m.note(t.Name, "mspdi.constraintDate", "@task.constraint."+string(t.Constraint))
		return
	}
	at := m.startOf(x, v, t.ConstraintDate)
	milestone := milestoneOf(x)
	switch {
	case milestone && x.What != data.TaskStage:
		at = m.constraintOfMilestone(x, v, t)
	case t.ConstraintOfFinish():
		at = m.finishOf(x, v, t.ConstraintDate)
	}
	x.ConstraintKind, x.ConstraintOn, x.ConstraintAt = t.Constraint, at.Day, data.Minutes(at.Min)
	if x.ConstraintKind == data.MustFinish && milestone && at.Min > 0 {
		x.ConstraintKind = data.MustStart // a milestone that must be over by the opening of a day starts it
		if at == (data.Stamp{Day: at.Day, Min: v.Opens(at.Day).Min}) {
			x.ConstraintAt = 0
		}
	}
}

// constraintOfMilestone is the date of a milestone: it stands where the date
// says, on a whole day at that side which its constraint names.
func (m *mspdiImport) constraintOfMilestone(x *data.Task, v *mspdi.View, t *mspdi.Task) data.Stamp {
	s := t.ConstraintDate
	if !t.ConstraintOfFinish() {
		if v.On(s.Day) != "" && s.Min >= v.Closes(s.Day).Min {
			return s // the close of a day, not the start of the next
		}
		return startOf(v, s)
	}
	if s.Min == 0 {
		return finishOf(v, s)
	}
	return standsOf(v, s)
}

// readFacts reads what is begun and what is done.
func (m *mspdiImport) readFacts(x *data.Task, v *mspdi.View, t *mspdi.Task) {
	x.Percent = t.Percent
	milestone := milestoneOf(x)
	done := !t.ActualFinish.IsZero() || t.Percent == 100
	begun := done || !t.ActualStart.IsZero() || t.Percent > 0
	x.Status = data.TaskOpen
	if !begun {
		if s, ok := exactOf(t, "r", int64(t.RemainingDuration)); ok && s.Amount > 0 && !milestone {
			x.Remaining = s
		}
		return
	}
	start, finish := t.ActualStart, t.ActualFinish
	if start.IsZero() {
		start = t.Start
	}
	if done && finish.IsZero() {
		finish = t.Finish
	}
	x.Status, x.ActualStart = data.TaskWorking, m.startOf(x, v, start)
	switch {
	case done && milestone:
		x.Status, x.Percent, x.ActualStart, x.ActualFinish = data.TaskDone, 100, standsOf(v, start), standsOf(v, finish)
	case done:
		x.Status, x.Percent, x.ActualFinish = data.TaskDone, 100, m.finishOf(x, v, finish)
		if x.ActualFinish.Day < x.ActualStart.Day {
			x.ActualFinish = x.ActualStart
		}
	case t.RemainingDuration > 0 && !x.Duration.IsZero():
		x.Remaining = m.span(t, t.RemainingDuration, t.DurationFormat)
		if s, ok := exactOf(t, "r", int64(t.RemainingDuration)); ok && s.Amount >= 0 {
			x.Remaining = s
		}
	}
}

// noteText is the note of a task, with its hyperlink below.
func (m *mspdiImport) noteText(t *mspdi.Task) string {
	note := strings.TrimSpace(t.Notes)
	link := hyperlinkOf(t)
	if link == "" || strings.Contains(note, link) {
		return note
	}
	return strings.TrimSpace(note + "\n" + link)
}

// hyperlinkOf is the hyperlink of a task as a line of text: its words and where
// it leads.
func hyperlinkOf(t *mspdi.Task) string {
	to := strings.TrimSpace(t.HyperlinkAddress)
	if sub := strings.TrimSpace(t.HyperlinkSubAddress); sub != "" {
		to += "#" + sub
	}
	if words := oneLine(t.Hyperlink); words != "" && words != to {
		to = strings.TrimSpace(words + " " + to)
	}
	return to
}

// apply writes what a row says into a task. What the file knows nothing of stays.
func (m *mspdiImport) apply(i int, t data.Task, found bool) data.Task {
	x := m.fresh[i].task
	if !found {
		t = data.Task{ID: m.ids[i], PlanID: m.planImport.plan.ID, Status: data.TaskOpen, Place: data.PlaceOffice}
	}
	was := t
	x.ID, x.PlanID, x.Ord = t.ID, m.planImport.plan.ID, t.Ord
	x.Place, x.ReviewerID, x.ResponsibleID = t.Place, t.ReviewerID, t.ResponsibleID
	x.Importance, x.WaitingFor, x.WaitingSince, x.Result, x.Criterion = t.Importance, t.WaitingFor, t.WaitingSince, t.Result, t.Criterion
	x.CompetencyID, x.MentorEffort, x.Score = t.CompetencyID, t.MentorEffort, t.Score
	x.EstO, x.EstM, x.EstP = t.EstO, t.EstM, t.EstP
	if t.What == data.TaskErrand && x.What == data.TaskWork {
		x.What = data.TaskErrand
	}
	if up := m.parent(i); up != top {
		x.ParentID = m.ids[up]
	}
	if uid := m.fresh[i].calendar; uid != 0 {
		x.CalendarID = m.calendars[uid]
	}
	x.Status = m.status(m.fresh[i], was.Status)
	x.ResponsibleID = m.responsible(i, t.ResponsibleID)
	return x
}

// status is that of the file, unless the task stands in one that the file has no
// word for and that does not contradict it.
func (m *mspdiImport) status(x mspdiTask, was data.TaskStatus) data.TaskStatus {
	s := x.task.Status
	if s == "" {
		s = data.TaskOpen
	}
	switch {
	case x.inactive:
		return data.TaskCancelled
	case s == data.TaskWorking && (was == data.TaskWaiting || was == data.TaskReview || was == data.TaskReturned):
		return was
	case x.task.What == data.TaskStage && was != "" && was != data.TaskCancelled:
		return was
	}
	return s
}

// responsible is who was, while on the task, else its first person.
func (m *mspdiImport) responsible(i int, was data.ID[data.Person]) data.ID[data.Person] {
	var first data.ID[data.Person]
	for _, s := range m.fresh[i].team {
		if s.who.person == was && !was.IsZero() {
			return was
		}
		if first.IsZero() {
			first = s.who.person
		}
	}
	if first.IsZero() && len(m.fresh[i].team) == 0 {
		return was
	}
	return first
}

// hash is the mark by which an unchanged row is known again: of all that it
// says. Ids are not in it, for they differ from file to file.
func (m *mspdiImport) hash(i int) string {
	x := m.fresh[i]
	var b strings.Builder
	fmt.Fprintf(&b, "%+v|%s|%d|%v", x.task, m.c.Source.Rows[i].Parent, x.calendar, x.inactive)
	for _, s := range x.team {
		fmt.Fprintf(&b, "|%q %d %d", s.who.name, s.effort, s.units)
	}
	for _, p := range m.preds[i] {
		fmt.Fprintf(&b, "|%s %s %s", m.c.Source.Rows[p.row].ID, p.typ, p.lag)
	}
	return shortHash(b.String())
}

func shortHash(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:12])
}
