package command

import (
	"cmp"

	"portfel/data"
	"portfel/data/mspdi"
	"portfel/data/workday"
)

// constrain writes the constraint.
func (x *mspdiExport) constrain(t *mspdi.Task, r data.PlanRow, c *workday.Calendar) {
	d := r.Task
	t.Constraint, t.ConstraintDate = d.ConstraintKind, data.Stamp{}
	if !d.ConstraintKind.Dated() {
		return
	}
	switch {
	case d.ConstraintAt > 0:
		t.ConstraintDate = data.Stamp{Day: d.ConstraintOn, Min: int(d.ConstraintAt)}
	case runsByClock(&d) && !r.HasKids && t.ConstraintOfFinish():
		t.ConstraintDate = byClock(data.OnDay(d.ConstraintOn))
	case runsByClock(&d) && !r.HasKids:
		t.ConstraintDate = data.OnDay(d.ConstraintOn)
	case t.ConstraintOfFinish():
		t.ConstraintDate = x.closes(c, d.ConstraintOn)
	default:
		t.ConstraintDate = x.opens(c, d.ConstraintOn)
	}
}

// facts write what is begun and done.
func (x *mspdiExport) facts(t *mspdi.Task, r data.PlanRow, c *workday.Calendar, e *exactValues) {
	d := r.Task
	t.Percent = percentOf(d)
	if t.Inactive {
		t.Percent = d.Percent
	}
	begun, done := !d.ActualStart.IsZero(), !d.ActualFinish.IsZero()
	if begun {
		t.ActualStart = x.factStart(c, d.ActualStart)
		if runsByClock(&d) {
			t.ActualStart = d.ActualStart
		}
	}
	if done {
		t.ActualFinish = d.ActualFinish
		switch {
		case runsByClock(&d):
			t.ActualFinish = byClock(d.ActualFinish)
		case t.ActualFinish.Whole():
			t.ActualFinish = x.closes(c, d.ActualFinish.Day)
		}
		if !d.Duration.IsZero() && d.Duration.Amount == 0 {
			t.ActualStart = t.ActualFinish
			if !d.ActualStart.Whole() {
				t.ActualStart = d.ActualStart
			}
		}
		t.Percent = 100
	}
	if (begun || t.Percent > 0) && !done && !d.Remaining.IsZero() {
		t.RemainingDuration, _ = x.file.Project.Length(d.Remaining)
		if d.Remaining.Unit == data.CalendarDays || d.Remaining.Unit == data.WorkDays && !x.evenFor(r) || d.Remaining.Unit != cmp.Or(d.Duration.Unit, d.Remaining.Unit) {
			e.add("r", d.Remaining.String(), int64(t.RemainingDuration))
		}
		t.ActualDuration = max(t.Duration-t.RemainingDuration, 0)
		if part := t.Duration * mspdi.Period(t.Percent) / 100; t.Percent > 0 && 100*max(part-t.ActualDuration, t.ActualDuration-part) > t.Duration {
			t.ActualDuration, t.Duration = part, part+t.RemainingDuration // estimated anew
			e.add("d", cmp.Or(d.Duration.String(), "-"), int64(t.Duration))
		}
	}
}

func (x *mspdiExport) factStart(c *workday.Calendar, s data.Stamp) data.Stamp {
	if s.Whole() {
		return x.opens(c, s.Day)
	}
	return s
}

// delay writes the delay of levelling, which the file counts by the clock.
func (x *mspdiExport) delay(t *mspdi.Task, r data.PlanRow, c *workday.Calendar, e *exactValues) {
	s := r.Task.LevelDelay
	if s.Amount <= 0 || t.Start.IsZero() {
		return
	}
	p, _ := x.file.Project.Length(s)
	work := p.Minutes()
	at, left := t.Start, work
	for left > 0 && at.Day > x.first-horizonOfExport {
		shape := c.Shape(at.Day)
		today := shape.Before(data.Minutes(at.Min))
		if today >= left {
			at.Min, left = int(shape.At(today-left)), 0
			continue
		}
		left -= today
		at = data.Stamp{Day: at.Day - 1, Min: 24 * 60}
	}
	minutes := int64(t.Start.Day-at.Day)*24*60 + int64(t.Start.Min-at.Min)
	t.LevelingDelay, t.LevelingDelayFormat = mspdi.Tenths(minutes*10), mspdi.InElapsedDays
	e.add("v", s.String(), minutes*10)
}
