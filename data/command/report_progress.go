package command

import (
	"portfel/data"
	"portfel/data/load"
	"portfel/data/report"
	"portfel/data/schedule"
)

// stages are how far the top lines of the plan have come.
func (p *planReport) stages() (out []report.StageProgress) {
	for i, x := range p.tree.Rows {
		if x.Depth > 0 || x.Task.Status == data.TaskCancelled || !x.HasKids && x.Task.What == data.TaskMilestone {
			continue
		}
		rows := p.below(i)
		_, wanted := p.far(rows)
		s := report.StageProgress{Code: x.Code, Name: x.Task.Name, Hours: x.Date.Effort, Percent: x.Date.Percent, Planned: wanted, Finish: x.Date.EndsOn,
			Overdue: x.Date.Percent < 100 && !x.Date.EndsOn.IsZero() && x.Date.EndsOn < p.today}
		if b, ok := p.base[x.Task.ID]; ok {
			s.BaseFinish, s.HasBase = b.EndsOn, true
			s.Shift = p.own.Distance(b.EndsOn, x.Date.EndsOn)
		}
		out = append(out, s)
	}
	return out
}

// below are the leaves of a row, or the row itself when it is one.
func (p *planReport) below(top int) (out []data.PlanRow) {
	rows := p.tree.Rows
	for i := top; i < len(rows) && (i == top || rows[i].Depth > rows[top].Depth); i++ {
		if leaf(rows[i]) {
			out = append(out, rows[i])
		}
	}
	return out
}

// milestones are those of the plan.
func (p *planReport) milestones() (out []report.MilestoneLine) {
	for _, x := range p.leaves() {
		if x.Task.What != data.TaskMilestone {
			continue
		}
		day, done := finished(x)
		m := report.MilestoneLine{Code: x.Code, Name: x.Task.Name, Base: p.base[x.Task.ID].EndsOn, On: x.Date.EndsOn, Deadline: x.Task.DeadlineOn, Done: done,
			Slack: int(x.Date.SlackDays), HasSlack: x.Date.HasSlack, Overdue: !done && !x.Date.EndsOn.IsZero() && x.Date.EndsOn < p.today}
		if done {
			m.On = day
		}
		out = append(out, m)
	}
	return out
}

// shifts are the rows whose finish or hours differ from the baseline, and the
// number of tasks that only one of both knows.
func (p *planReport) shifts(x *report.PlanProgress) {
	if p.base == nil {
		return
	}
	here := map[data.ID[data.Task]]bool{}
	for _, r := range p.tree.Rows {
		here[r.Task.ID] = true
		b, ok := p.base[r.Task.ID]
		if !ok {
			if leaf(r) {
				x.NewTasks++
			}
			continue
		}
		days := 0
		if !b.EndsOn.IsZero() && !r.Date.EndsOn.IsZero() {
			days = p.own.Distance(b.EndsOn, r.Date.EndsOn)
		}
		if days != 0 || b.Effort != r.Date.Effort {
			x.Shifts = append(x.Shifts, report.ShiftLine{Code: r.Code, Name: r.Task.Name, BaseFinish: b.EndsOn, Finish: r.Date.EndsOn, Days: days,
				HoursBefore: b.Effort, HoursThen: r.Date.Effort, Stage: r.HasKids})
		}
	}
	for id := range p.base {
		if !here[id] {
			x.Gone++
		}
	}
}

//text:prefix plan.problem.

// troubles are what stands in the way of tasks that are not finished, row by row:
// what the engine finds, missed deadlines, waiting for the client. Tasks without
// people count when they begin by a day.
func (p *planReport) troubles(until data.Date) (out []report.TroubleLine, err error) {
	in, err := p.d.treeInput(p.tree)
	if err != nil {
		return nil, err
	}
	found := map[int][]report.TroubleLine{}
	for _, x := range p.d.solver.Solve(&in.plan).Problems {
		if x.Task >= 0 && x.Task < len(p.tree.Rows) {
			if words := p.troubleWords(in, x); words != "" {
				found[x.Task] = append(found[x.Task], report.TroubleLine{Words: words, Mark: report.Risk})
			}
		}
	}
	for i, x := range p.tree.Rows {
		if _, done := finished(x); done || !leaf(x) {
			continue
		}
		lines := append(found[i], p.ownTroubles(x, until)...)
		for _, l := range lines {
			l.Code, l.Name = x.Code, x.Task.Name
			out = append(out, l)
		}
	}
	return out, nil
}

func (p *planReport) troubleWords(in *planInput, x schedule.Problem) string {
	key := "plan.problem." + string(x.Code)
	switch {
	case x.Code == schedule.StaysHome && x.Resource < len(in.who):
		if far, err := p.r.WorksRemotely(in.tasks[x.Task].ID, data.ID[data.Person](in.who[x.Resource])); err != nil || far {
			return ""
		}
		who, err := p.d.person(data.ID[data.Person](in.who[x.Resource]))
		if err != nil {
			return ""
		}
		return p.w.F("report.trouble.staysHome", who.person.Short())
	case p.w.Has(key):
		return p.w.T(key)
	}
	return ""
}

// ownTroubles are those that the task itself shows.
func (p *planReport) ownTroubles(x data.PlanRow, until data.Date) (out []report.TroubleLine) {
	add := func(mark report.Mark, words string) { out = append(out, report.TroubleLine{Words: words, Mark: mark}) }
	if x.Date.HasSlack && x.Date.SlackDays < 0 {
		add(report.Late, p.w.N("report.trouble.deadline", int(-x.Date.SlackDays), x.Task.DeadlineOn))
	}
	if !x.Date.EndsOn.IsZero() && x.Date.EndsOn < p.today {
		add(report.Late, p.w.F("report.trouble.over", x.Date.EndsOn))
	}
	if x.Task.Status == data.TaskWaiting {
		add(report.Risk, p.waiting(x.Task))
	}
	if len(x.Assignees) == 0 && x.Task.What != data.TaskMilestone && x.Date.StartsOn <= until {
		add(report.Risk, p.w.T("report.trouble.nobody"))
	}
	return out
}

func (p *planReport) waiting(t data.Task) string {
	s := p.w.T("report.trouble.waits")
	if t.WaitingFor != "" {
		s = p.w.F("report.trouble.waitsFor", t.WaitingFor)
	}
	if !t.WaitingSince.IsZero() {
		s += " " + p.w.F("report.trouble.since", t.WaitingSince)
	}
	return s
}

// hours are the hours of the plan's people in the period: planned in it, and of
// the tasks finished in it.
func (p *planReport) hours(from, to data.Date) (out []report.PersonHours, err error) {
	at := map[data.ID[data.Person]]int{}
	for _, x := range p.leaves() {
		day, done := finished(x)
		for _, a := range x.Assignees {
			if a.PersonID.IsZero() {
				continue
			}
			cal, err := p.d.available(a.PersonID)
			if err != nil {
				return nil, err
			}
			i, ok := at[a.PersonID]
			if !ok {
				i = len(out)
				at[a.PersonID] = i
				out = append(out, report.PersonHours{Name: a.Name, Norm: cal.MinutesBetween(from, to)})
			}
			if !x.Date.StartsOn.IsZero() {
				out[i].Planned += load.Between(cal, load.Work{From: x.Date.StartsOn, To: x.Date.EndsOn, Effort: a.Effort}, from, to)
			}
			if done && day >= from && day <= to {
				out[i].Closed += a.Effort
			}
		}
	}
	return out, nil
}
