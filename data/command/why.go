package command

import (
	"portfel/data"
	"portfel/data/schedule"
	"portfel/data/sqlite"
	"portfel/data/text"
)

// WhyLine is one cause of a date, with the names that its sentence needs.
type WhyLine struct {
	Kind     string // of schedule.CauseKind
	Code     string // WBS code of the task concerned
	Name     string
	Link     data.LinkType
	From, To data.Date
	Days     int
	Title    string // of a holiday
	Who      string // of an absence
	Away     data.AbsenceKind
	Self     bool // the task itself is concerned: nothing waits for it
}

// Why tells what binds the start of a task, binding causes only, then what the
// finish loses within the task's own days.
func Why(r *sqlite.Reader, t data.PlanTree, task data.ID[data.Task]) (start, finish []WhyLine, err error) {
	d := deriver{tx: &sqlite.Tx{Reader: r}}
	in, err := d.treeInput(t)
	if err != nil {
		return nil, nil, err
	}
	d.solver.Solve(&in.plan)
	i, ok := in.at[task]
	if !ok {
		return nil, nil, data.ErrNotFound
	}
	return in.causes(t, d.solver.WhyStart(i)), in.causes(t, d.solver.WhyFinish(i)), nil
}

func (in *planInput) causes(t data.PlanTree, list []schedule.Cause) []WhyLine {
	codes := make(map[data.ID[data.Task]]string, len(t.Rows))
	for _, r := range t.Rows {
		codes[r.Task.ID] = r.Code
	}
	var out []WhyLine
	for _, c := range list {
		l := WhyLine{Kind: string(c.Kind), From: c.From, To: c.To, Days: c.Days, Title: c.Title, Who: c.Absence.Title, Away: c.Absence.Kind}
		if c.Task >= 0 && c.Task < len(in.tasks) {
			l.Code, l.Name = codes[in.tasks[c.Task].ID], in.tasks[c.Task].Name
		}
		if c.Link >= 0 && c.Link < len(in.links) {
			l.Link = in.links[c.Link].Type
		}
		l.Self = c.Kind == schedule.ByLate && c.Link < 0
		out = append(out, l)
	}
	return out
}

//text:prefix plan.cause.

// CauseText is a cause as a person reads it.
func CauseText(w *text.Words, c WhyLine) string {
	task := c.Code + " " + w.Quote(c.Name)
	key := "plan.cause." + c.Kind
	switch schedule.CauseKind(c.Kind) {
	case schedule.ByLink:
		return w.F(key, task, w.LinkCode(c.Link), w.Period(c.From, c.To))
	case schedule.ByConstraint:
		return w.F(key, w.Date(c.From))
	case schedule.ByPlanStart, schedule.ByStatus, schedule.ByActual:
		return w.F(key, w.Date(c.From))
	case schedule.ByChild:
		return w.F(key, task)
	case schedule.ByDelay:
		return w.F(key, w.Days(c.Days))
	case schedule.ByLate:
		if c.Self {
			return w.F("plan.cause.lateEnd", w.Date(c.From))
		}
		return w.F(key, task, w.Period(c.From, c.To))
	case schedule.DaysAway:
		return w.F(key, text.Lower(w.Code(c.Away)), c.Who, w.Period(c.From, c.To), w.Days(c.Days))
	case schedule.DaysNoTrip:
		return w.F(key, w.Period(c.From, c.To))
	case schedule.DaysOff:
		return w.F(key, w.Period(c.From, c.To), c.Title)
	case schedule.DaysWeekend:
		return w.F(key, w.Period(c.From, c.To))
	}
	return w.T("plan.cause.manual")
}
