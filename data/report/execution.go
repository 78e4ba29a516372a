package report

import (
	"portfel/data"
	"portfel/data/text"
)

// PlanProgress is what the report «Исполнение плана за период» is made of: the
// tasks of a plan as they stand on a day, seen from a period.
type PlanProgress struct {
	PlanHead
	From, To    data.Date // the period, inclusive
	AsOf        data.Date // the day on which the tasks stand so
	NextFrom    data.Date // what comes next, inclusive
	NextTo      data.Date
	Percent     int   // done of the whole plan, weighted by effort
	PlannedDone int64 // tenths of a per cent that the baseline (else the plan) wants done by AsOf
	Effort      data.Minutes
	BaseFinish  data.Date // of the baseline
	Shift       int       // working days from the baseline's finish to the plan's
	Done        []TaskLine
	Missed      []TaskLine
	Shifts      []ShiftLine
	Stages      []StageProgress
	Next        []TaskLine
	Milestones  []MilestoneLine
	Troubles    []TroubleLine
	Hours       []PersonHours
	NewTasks    int // tasks that the baseline does not know
	Gone        int // tasks of the baseline that are no longer in the plan
}

// TaskLine is a task in one of the lists.
type TaskLine struct {
	Code     string
	Name     string
	Who      string
	Due      data.Date // when it should be done: the earliest of baseline (else plan) and deadline
	Start    data.Date
	Finish   data.Date // of the plan, or in fact
	Done     bool
	Late     int // working days after Due; negative = before
	Percent  int
	Hours    data.Minutes // whole effort, or the part of the period
	Critical bool
}

// ShiftLine is a task whose dates differ from the baseline.
type ShiftLine struct {
	Code, Name             string
	BaseFinish, Finish     data.Date
	Days                   int // working days
	HoursBefore, HoursThen data.Minutes
	Stage                  bool
}

// StageProgress is how far a top line of the plan has come.
type StageProgress struct {
	Code, Name string
	Hours      data.Minutes
	Percent    int
	Planned    int64 // tenths of a per cent wanted by now
	BaseFinish data.Date
	Finish     data.Date
	Shift      int
	HasBase    bool
	Overdue    bool // not done though its last day is over
}

// MilestoneLine is a milestone.
type MilestoneLine struct {
	Code, Name string
	Base       data.Date
	On         data.Date // planned, or in fact when done
	Deadline   data.Date
	Done       bool
	Slack      int
	HasSlack   bool
	Overdue    bool
}

// TroubleLine is what stands in the way, in words.
type TroubleLine struct {
	Code, Name string
	Words      string
	Mark       Mark
}

// PersonHours are a person's hours of the plan in the period.
type PersonHours struct {
	Name    string
	Planned data.Minutes // of this plan, spread over its days
	Closed  data.Minutes // whole effort of the tasks finished in the period
	Norm    data.Minutes // working time of the period
}

// Execution is the report on what was done of a plan in a period, what was not,
// and what comes next.
func Execution(p PlanProgress, w *text.Words) Document {
	doc := p.document(w, w.T("report.execution"), Fact{Label: w.T("report.periodOf"), Value: Text(w.PeriodYear(p.From, p.To))})
	doc.Blocks = append(doc.Blocks, p.facts(w), Paragraph{Text: p.summary(w)})
	doc.Blocks = append(doc.Blocks, p.done(w), p.missed(w))
	if len(p.Stages) > 0 {
		doc.Blocks = append(doc.Blocks, p.stages(w))
	}
	doc.Blocks = append(doc.Blocks, p.shifts(w)...)
	if len(p.Milestones) > 0 {
		doc.Blocks = append(doc.Blocks, p.milestones(w))
	}
	doc.Blocks = append(doc.Blocks, p.next(w), p.troubles(w))
	if len(p.Hours) > 0 {
		doc.Blocks = append(doc.Blocks, p.hours(w), Note{Text: w.T("report.note.hours")})
	}
	doc.Blocks = append(doc.Blocks, p.signatures(w, w.T("report.accepts")))
	return doc
}

func (p *PlanProgress) facts(w *text.Words) Facts {
	items := []Fact{
		{Label: w.T("report.done"), Value: Percent(p.Percent), Mark: p.lag()},
		{Label: w.T("report.plannedDone"), Value: wholePercent(p.PlannedDone)},
		{Label: w.T("report.planFinish"), Value: Date(p.Finish)}, p.term(w),
		{Label: w.T("report.hours"), Value: Hours(p.Effort)}}
	if p.Baseline != "" {
		items = append(items, Fact{Label: w.T("report.baseline"), Value: Text(p.Baseline)}, Fact{Label: w.T("report.baseFinish"), Value: Date(p.BaseFinish)},
			Fact{Label: w.T("report.planShift"), Value: Text(shiftWords(w, p.Shift)), Mark: lateMark(p.Shift > 0)})
	}
	return Facts{Columns: 4, Items: items}
}

// tolerance is by how many tenths of a per cent less than planned may be done
// before the report calls it a risk.
const tolerance = 50

// lag marks work that is behind what was planned by now.
func (p *PlanProgress) lag() Mark {
	if p.PlannedDone-int64(p.Percent)*10 > tolerance {
		return Risk
	}
	return Unmarked
}

func lateMark(late bool) Mark {
	if late {
		return Late
	}
	return Unmarked
}
