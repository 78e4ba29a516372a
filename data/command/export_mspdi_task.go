package command

import (
	"cmp"
	"fmt"
	"strings"

	"portfel/data"
	"portfel/data/mspdi"
	"portfel/data/sqlite"
	"portfel/data/workday"
)

// tasks writes the rows of the plan with their assignments and links, behind a
// row for the whole project.
func (x *mspdiExport) tasks(data.ID[data.Plan]) error {
	x.file.Tasks = append(x.file.Tasks, mspdi.Task{Name: x.file.Project.Name, Summary: true, OutlineNumber: "0", Start: x.file.Project.Start, Finish: x.file.Project.Finish, Priority: 500})
	fields := map[string]bool{}
	for _, r := range x.tree.Rows {
		kept := x.keptOf(r.Task)
		if r.Task.Extra != "" && kept.Tasks[0].UID == 0 {
			x.note(r.Task.Name, "extra")
		}
		t := kept.Tasks[0]
		e := x.task(&t, r)
		for _, a := range kept.Attributes {
			if !fields[a.FieldID] {
				fields[a.FieldID] = true
				x.file.Attributes = append(x.file.Attributes, a)
			}
		}
		x.assign(r, kept, t.Start, t.Finish)
		e.write(&t)
		x.file.Tasks = append(x.file.Tasks, t)
		x.lost(r)
	}
	for i := range x.file.Tasks {
		if hasExact(&x.file.Tasks[i]) && !fields[exactField] {
			fields[exactField] = true
			x.file.Attributes = append(x.file.Attributes, mspdi.Attribute{FieldID: exactField, Field: "Text30", Alias: exactAlias})
		}
	}
	return nil
}

// task writes a row over what is kept of it.
func (x *mspdiExport) task(t *mspdi.Task, r data.PlanRow) (e exactValues) {
	d, c := r.Task, x.viewOf(r)
	t.UID, t.Name, t.OutlineLevel, t.Priority, t.FixedCost = x.uids[d.ID], d.Name, r.Depth+1, d.Rank(), d.FixedCost
	t.Inactive, t.Manual, t.Milestone = d.Status == data.TaskCancelled, d.Mode == data.ModeManual, d.What == data.TaskMilestone
	t.Notes = x.noteOf(t, d.Note)
	t.OutlineNumber, t.CalendarUID = "", -1
	if !d.CalendarID.IsZero() {
		t.CalendarUID = x.taskCalendar(d.CalendarID)
	}
	if !d.DeadlineOn.IsZero() {
		t.Deadline = x.closes(c, d.DeadlineOn)
	}
	t.Start, t.Finish = x.stored(r, c)
	t.PercentWork, t.Percent = r.Date.Percent, r.Date.Percent
	t.Critical = r.Date.Critical
	x.constrain(t, r, c)
	if r.HasKids {
		t.Summary, t.Percent = true, r.Date.Percent
		t.Duration, t.DurationFormat = x.period(x.workedOn(x.own, t.Start, t.Finish)), mspdi.InDays
		x.links(t, r, &e)
		return e
	}
	x.length(t, r, &e)
	t.Work = mspdi.PeriodOf(x.effort(r))
	x.facts(t, r, c, &e)
	x.delay(t, r, c, &e)
	x.links(t, r, &e)
	return e
}

// noteOf is the note without the hyperlink that the import has put below it.
func (x *mspdiExport) noteOf(t *mspdi.Task, note string) string {
	if link := hyperlinkOf(t); link != "" {
		note = strings.TrimSpace(strings.TrimSuffix(note, link))
	}
	return note
}

// effort is the hours of a task: those of its people, else its own.
func (x *mspdiExport) effort(r data.PlanRow) (sum data.Minutes) {
	for _, a := range r.Assignees {
		sum += a.Effort
	}
	if sum == 0 {
		return r.Task.Effort
	}
	return sum
}

// taskCalendar is the UID of the calendar of a task.
func (x *mspdiExport) taskCalendar(id data.ID[data.Calendar]) int {
	if uid, known := x.taskUID[id]; known {
		return uid
	}
	uid := -1
	if c, err := x.d.calendar(id); err == nil {
		if rec, err := sqlite.Get(x.r, id); err == nil {
			uid = x.calendar(c, rec.Name, 0)
		}
	}
	x.taskUID[id] = uid
	return uid
}

// stored are start and finish as MS Project stores them.
func (x *mspdiExport) stored(r data.PlanRow, c *workday.Calendar) (start, finish data.Stamp) {
	d := r.Date
	if d.StartsOn.IsZero() {
		return start, finish
	}
	start, finish = data.Stamp{Day: d.StartsOn, Min: int(d.StartAt)}, data.Stamp{Day: d.EndsOn, Min: int(d.FinishAt)}
	if !r.HasKids && r.Task.Mode != data.ModeManual && runsByClock(&r.Task) {
		return start, byClock(finish)
	}
	if start.Min == 0 {
		start = x.opens(c, d.StartsOn)
	}
	if finish.Min == 0 || finish.Min >= 24*60 {
		finish = x.closes(c, d.EndsOn)
	}
	if !r.HasKids && d.Days == 0 && d.StartsOn == d.EndsOn {
		start = finish
		if d.StartAt > 0 && d.StartAt < 24*60 && d.StartAt == d.FinishAt {
			start.Min, finish.Min = int(d.StartAt), int(d.StartAt)
		}
	}
	return start, finish
}

// byClock is a finish by the clock: the end of a day is the midnight after it.
func byClock(s data.Stamp) data.Stamp {
	if s.Min == 0 || s.Min >= 24*60 {
		return data.Stamp{Day: s.Day + 1}
	}
	return s
}

func (x *mspdiExport) period(m data.Minutes) mspdi.Period { return mspdi.PeriodOf(m) }

// workedOn are the working minutes of a calendar from one time to another.
func (x *mspdiExport) workedOn(c *workday.Calendar, from, to data.Stamp) data.Minutes {
	if from.IsZero() || to.Day < from.Day {
		return 0
	}
	sum := c.MinutesBetween(from.Day, to.Day)
	sum -= c.Shape(from.Day).Before(data.Minutes(from.Min))
	sum -= c.Minutes(to.Day) - c.Shape(to.Day).Before(data.Minutes(to.Min))
	return max(sum, 0)
}

// even tells whether the days of a calendar about the plan are as long as the
// day of the file.
func (x *mspdiExport) even(c *workday.Calendar) bool {
	day := data.Minutes(x.file.Project.MinutesPerDay)
	for _, m := range c.Week() {
		if m != 0 && m != day {
			return false
		}
	}
	from, to := c.Window()
	for d := max(from, x.first); d <= min(to, x.last); d++ {
		if m := c.Minutes(d); m != 0 && m != day {
			return false
		}
	}
	return true
}

// evenFor tells whether that holds for all calendars that matter to a task: its
// own, those of its people, else the plan's.
func (x *mspdiExport) evenFor(r data.PlanRow) bool {
	if !x.even(x.viewOf(r)) {
		return false
	}
	for _, a := range r.Assignees {
		if uid, ok := x.people[personOrRole(a)]; ok && !x.even(x.in.plan.Calendars[x.in.plan.Resources[uid-1].Calendar]) {
			return false
		}
	}
	return true
}

// length writes the duration.
func (x *mspdiExport) length(t *mspdi.Task, r data.PlanRow, e *exactValues) {
	d, p, c := r.Task, &x.file.Project, x.worksBy(r)
	s := d.Duration
	format := t.DurationFormat
	switch {
	case s.IsZero() && (r.Date.Days == 0 || t.Start.IsZero()):
		t.Duration, t.DurationFormat = 0, mspdi.InDays
	case s.IsZero():
		t.Duration, t.DurationFormat = x.period(x.workedOn(c, t.Start, t.Finish)), mspdi.InDays
		e.add("d", "-", int64(t.Duration))
	case s.Unit == data.WorkDays && !x.even(c) && s.Amount > 0 && d.ActualStart.IsZero() && d.ActualFinish.IsZero():
		t.Duration, t.DurationFormat = x.period(x.workedOn(c, t.Start, t.Finish)), mspdi.InDays
		if t.Duration == 0 {
			t.Duration, _ = p.Length(s)
		}
		e.add("d", s.String(), int64(t.Duration))
	default:
		t.Duration, t.DurationFormat = p.Length(s)
		if s.Unit == data.CalendarDays || s.Unit == data.WorkDays && !x.evenFor(r) {
			e.add("d", s.String(), int64(t.Duration))
		}
	}
	if s.Unit == data.WorkDays && format > mspdi.InDays {
		t.DurationFormat = format // weeks and months as the file had them
	}
	x.reestimate(t, r, e)
	if t.Manual {
		t.ManualStart, t.ManualFinish, t.ManualDuration = t.Start, t.Finish, t.Duration
	}
}

// reestimate writes what remains of a task of which nothing is done as its
// duration: MS Project knows no other.
func (x *mspdiExport) reestimate(t *mspdi.Task, r data.PlanRow, e *exactValues) {
	d := r.Task
	if d.Remaining.Amount <= 0 || percentOf(d) > 0 || !d.ActualStart.IsZero() || !d.ActualFinish.IsZero() || milestoneOf(&d) {
		return
	}
	t.Duration, t.DurationFormat = x.file.Project.Length(d.Remaining)
	t.RemainingDuration = t.Duration
	e.add("d", cmp.Or(d.Duration.String(), "-"), int64(t.Duration))
	e.add("r", d.Remaining.String(), int64(t.RemainingDuration))
}

// links write what a task waits for, with the links that are only kept.
func (x *mspdiExport) links(t *mspdi.Task, r data.PlanRow, e *exactValues) {
	kept := t.Links
	t.Links = nil
	for _, p := range r.Preds {
		d := p.Dependency
		l := mspdi.Link{PredecessorUID: x.uids[d.PredID], Type: d.Type}
		x.file.Project.SetLag(&l, d.Lag)
		if d.Lag.Amount == 0 {
			l.Lag, l.LagFormat = 0, mspdi.InDays
		} else if d.Lag.Unit == data.CalendarDays || d.Lag.Unit == data.WorkDays && (!x.evenFor(r) || d.Lag.Amount*int64(x.file.Project.MinutesPerDay)%100 != 0) {
			e.add(fmt.Sprintf("l%d%s", l.PredecessorUID, l.Type), d.Lag.String(), int64(l.Lag))
		}
		t.Links = append(t.Links, l)
	}
	for _, l := range kept {
		if l.Cross || x.taken[l.PredecessorUID] && l.PredecessorUID > 0 {
			t.Links = append(t.Links, l)
		}
	}
}

// assign writes the assignments of a task.
func (x *mspdiExport) assign(r data.PlanRow, kept *mspdi.File, start, finish data.Stamp) {
	if r.HasKids {
		return
	}
	names := map[string]mspdi.Assignment{}
	at := kept.ResourceIndex()
	for _, a := range kept.Assignments {
		if i, ok := at[a.ResourceUID]; ok {
			names[data.Fold(kept.Resources[i].Name)] = a
		}
	}
	for _, a := range r.Assignees {
		uid := x.people[personOrRole(a)]
		out := names[data.Fold(x.file.Resources[uid-1].Name)]
		x.assignments++
		out.UID, out.TaskUID, out.ResourceUID = x.assignments, x.uids[r.Task.ID], uid
		out.Units, out.Work = mspdi.Decimal(cmp.Or(a.Units, 100))*10_000, mspdi.PeriodOf(a.Effort)
		out.Start, out.Finish = start, finish
		if r.Task.Percent == 0 {
			out.RemainingWork = out.Work
		}
		x.file.Assignments = append(x.file.Assignments, out)
	}
}

// lost tells what of a task MS Project has no place for.
func (x *mspdiExport) lost(r data.PlanRow) {
	t := r.Task
	switch t.Status {
	case data.TaskWaiting, data.TaskReview, data.TaskReturned:
		x.note(t.Name, "status", "@task.status."+string(t.Status))
	case data.TaskDone:
		if t.ActualFinish.IsZero() && !r.HasKids {
			x.note(t.Name, "status", "@task.status."+string(t.Status))
		}
	}
	if t.Place == data.PlaceClient {
		x.note(t.Name, "site")
	}
	if t.What == data.TaskStage && !r.HasKids {
		x.note(t.Name, "emptyStage")
	}
	if t.What == data.TaskErrand {
		x.note(t.Name, "errand")
	}
	if !t.EstO.IsZero() {
		x.note(t.Name, "estimate")
	}
	if t.Result+t.Criterion+t.WaitingFor != "" || !t.ReviewerID.IsZero() || t.Score != 0 {
		x.note(t.Name, "words")
	}
	if !t.ResponsibleID.IsZero() && !worksOn(r, t.ResponsibleID) {
		x.note(t.Name, "responsible")
	}
}

func worksOn(r data.PlanRow, id data.ID[data.Person]) bool {
	for _, a := range r.Assignees {
		if a.PersonID == id {
			return true
		}
	}
	return false
}
