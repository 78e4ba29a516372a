package command

import (
	"portfel/data"
	"portfel/data/load"
	"portfel/data/report"
)

// LastWeek is the last whole week before a day: Monday to Sunday.
func LastWeek(today data.Date) (from, to data.Date) {
	monday := today.Monday() - 7
	return monday, monday + 6
}

// LastMonth is the last whole month before a day.
func LastMonth(today data.Date) (from, to data.Date) {
	to = today.MonthStart() - 1
	return to.MonthStart(), to
}

// execution is the content of «Исполнение плана за период».
func (p *planReport) execution(from, to data.Date) (x report.PlanProgress, err error) {
	if from, to, err = p.period(from, to); err != nil {
		return x, err
	}
	x = report.PlanProgress{PlanHead: p.head, From: from, To: to, AsOf: p.today, BaseFinish: p.baseFinish}
	x.NextFrom = min(to, p.today) + 1
	if x.NextFrom <= from {
		x.NextFrom = to + 1
	}
	x.NextTo = nextEnd(from, to)
	if !p.baseFinish.IsZero() && !p.head.Finish.IsZero() {
		x.Shift = p.own.Distance(p.baseFinish, p.head.Finish)
	}
	p.totals(&x)
	x.Done, x.Missed, x.Next = p.done(from, to), p.missed(to), p.next(x.NextFrom, x.NextTo)
	x.Stages, x.Milestones = p.stages(), p.milestones()
	p.shifts(&x)
	if x.Troubles, err = p.troubles(x.NextTo); err != nil {
		return x, err
	}
	x.Hours, err = p.hours(from, to)
	return x, err
}

// maxPeriod is the longest period of a report, in days.
const maxPeriod = 3660

// period completes the period: without both days it is the last whole week; an
// open end reaches today, an open beginning the start of the plan.
func (p *planReport) period(from, to data.Date) (data.Date, data.Date, error) {
	switch {
	case from.IsZero() && to.IsZero():
		from, to = LastWeek(p.today)
	case to.IsZero():
		to = max(from, p.today)
	case from.IsZero():
		from = min(p.head.Start, to)
	}
	var ps data.Problems
	ps.Add(to < from, "to", "order")
	ps.Add(to > from+maxPeriod, "to", "tooLong")
	return from, to, ps.Err()
}

// nextEnd is the end of a period as long as one, after it: of a whole month the
// next month.
func nextEnd(from, to data.Date) data.Date {
	if from == from.MonthStart() && to+1 == (to+1).MonthStart() && to.MonthStart() == from {
		return (to + 32).MonthStart() - 1
	}
	return to + (to - from) + 1
}

// leaves are the rows that are work or milestones.
func (p *planReport) leaves() (out []data.PlanRow) {
	for _, x := range p.tree.Rows {
		if leaf(x) {
			out = append(out, x)
		}
	}
	return out
}

// planned is how much of a task should be done by today: the part of its working
// days in the baseline, else in the plan, that is over. In thousandths.
func (p *planReport) planned(x data.PlanRow) int64 {
	from, to := x.Date.StartsOn, x.Date.EndsOn
	if b, ok := p.base[x.Task.ID]; ok {
		from, to = b.StartsOn, b.EndsOn
	}
	switch all := p.own.Between(from, to); {
	case from.IsZero() || p.today <= from:
		return 0
	case to < p.today || all == 0:
		return 1000
	default:
		return int64(p.own.Between(from, p.today-1)) * 1000 / int64(all)
	}
}

// weight is what a task counts in a percentage: its hours, in a plan without
// hours its days.
func weight(x data.PlanRow, byHours bool) int64 {
	if byHours {
		return int64(x.Date.Effort)
	}
	return x.Date.Days
}

// totals sum up how far the plan is, and how far it should be.
func (p *planReport) totals(x *report.PlanProgress) {
	rows := p.leaves()
	for _, r := range rows {
		x.Effort += r.Date.Effort
	}
	x.Percent, x.PlannedDone = p.far(rows)
}

// far is how far rows are, in per cent, and should be, in tenths of a per cent.
func (p *planReport) far(rows []data.PlanRow) (done int, wanted int64) {
	var hours data.Minutes
	for _, x := range rows {
		hours += x.Date.Effort
	}
	var all, have, want int64
	for _, x := range rows {
		k := weight(x, hours > 0)
		all += k
		have += k * int64(x.Date.Percent)
		want += k * p.planned(x)
	}
	if all == 0 {
		return 0, 0
	}
	return int((have*2 + all) / (2 * all)), (want*2 + all) / (2 * all)
}

// finished is whether a task is done, and on which day.
func finished(x data.PlanRow) (data.Date, bool) {
	if x.Task.Status != data.TaskDone && x.Date.Percent < 100 {
		return 0, false
	}
	if !x.Task.ActualFinish.IsZero() {
		return x.Task.ActualFinish.Day, true
	}
	return x.Date.EndsOn, true
}

// due is the day by which a task should be done: the earliest of the finish in
// the baseline (without one: in the plan) and the deadline.
func (p *planReport) due(x data.PlanRow) data.Date {
	day := x.Date.EndsOn
	if b, ok := p.base[x.Task.ID]; ok {
		day = b.EndsOn
	}
	if d := x.Task.DeadlineOn; !d.IsZero() && (day.IsZero() || d < day) {
		return d
	}
	return day
}

func (p *planReport) line(x data.PlanRow) report.TaskLine {
	return report.TaskLine{Code: x.Code, Name: x.Task.Name, Who: report.WhoOf(x), Due: p.due(x), Start: x.Date.StartsOn, Finish: x.Date.EndsOn, Percent: x.Date.Percent,
		Hours: x.Date.Effort, Critical: x.Date.Critical}
}

// done are the tasks finished in the period.
func (p *planReport) done(from, to data.Date) (out []report.TaskLine) {
	for _, x := range p.leaves() {
		day, ok := finished(x)
		if !ok || day < from || day > to {
			continue
		}
		l := p.line(x)
		l.Done, l.Finish = true, day
		if !l.Due.IsZero() {
			l.Late = p.own.Distance(l.Due, day)
		}
		out = append(out, l)
	}
	return out
}

// missed are the tasks that should have been done by the end of the period and
// were not: those done later, and those not done today.
func (p *planReport) missed(to data.Date) (out []report.TaskLine) {
	for _, x := range p.leaves() {
		l := p.line(x)
		day, ok := finished(x)
		if l.Due.IsZero() || l.Due > to || ok && day <= to || !ok && l.Due >= p.today {
			continue
		}
		l.Done, l.Late = ok, p.own.Distance(l.Due, p.today)
		if ok {
			l.Finish, l.Late = day, p.own.Distance(l.Due, day)
		}
		out = append(out, l)
	}
	return out
}

// next are the tasks to work on in the time that follows, with their hours in
// it.
func (p *planReport) next(from, to data.Date) (out []report.TaskLine) {
	for _, x := range p.leaves() {
		if _, ok := finished(x); ok || x.Date.StartsOn.IsZero() || x.Date.StartsOn > to || x.Date.EndsOn < from {
			continue
		}
		l := p.line(x)
		l.Hours = load.Between(p.own, load.Work{From: x.Date.StartsOn, To: x.Date.EndsOn, Effort: x.Date.Effort}, from, to)
		out = append(out, l)
	}
	return out
}
