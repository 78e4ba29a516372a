package report

import (
	"slices"
	"strconv"
	"strings"

	"portfel/data"
	"portfel/data/text"
)

// PlanChart is a plan with what its chart shows beside the tasks.
type PlanChart struct {
	PlanHead
	Tree  data.PlanTree
	Base  map[data.ID[data.Task]]data.BaselineTask // of the baseline; nil = none
	Trips []data.PlanTrip
	Today data.Date
	Off   func(data.Date) bool // days without work
}

// PlanGantt is the chart of a plan with its title block, as wide as its scale
// needs; ratio is the shape of the paper that it should fill (width to height),
// 0 = none.
func PlanGantt(c PlanChart, ratio float64, w *text.Words) Picture {
	o := GanttOptions{Words: w, Title: text.Join(c.Project, w.T("report.internal")), Subtitle: c.subtitle(w), Ratio: ratio, Today: c.Today, Off: c.Off,
		Links: true, Baseline: true, Critical: true}
	for _, t := range c.Trips {
		o.Spans = append(o.Spans, GanttSpan{From: t.StartsOn, To: t.EndsOn, Label: t.Place})
	}
	return Gantt(PlanRows(c.Tree, c.Base, c.Today), o)
}

// subtitle is the title block in one line: for whom, when, by when, compared
// with what, made by whom.
func (c PlanChart) subtitle(w *text.Words) string {
	parts := []string{c.Client, c.Variant}
	if !c.Start.IsZero() {
		parts = append(parts, w.PeriodYear(c.Start, c.Finish))
	}
	if !c.Deadline.IsZero() {
		parts = append(parts, w.F("report.term", c.Deadline)+", "+slackWords(w, c.Slack))
	}
	if c.Baseline != "" {
		parts = append(parts, w.F("report.baselineOf", c.Baseline))
	}
	parts = append(parts, w.F("report.madeOn", c.Made.Day, data.ShortName(c.Author)))
	return text.Join(parts...)
}

// PlanRows are the tasks of a plan as the chart draws them. Late are those that
// miss their deadline, or are not done though their last day is over.
func PlanRows(t data.PlanTree, base map[data.ID[data.Task]]data.BaselineTask, today data.Date) []GanttRow {
	at := make(map[data.ID[data.Task]]int, len(t.Rows))
	for i, x := range t.Rows {
		at[x.Task.ID] = i
	}
	out := make([]GanttRow, len(t.Rows))
	for i, x := range t.Rows {
		r := GanttRow{Code: x.Code, Name: x.Task.Name, Who: firstOf(x), Level: x.Depth, Start: x.Date.StartsOn, Finish: x.Date.EndsOn, Deadline: x.Task.DeadlineOn,
			Effort: x.Date.Effort, Percent: x.Date.Percent, Critical: x.Date.Critical, Late: TaskLate(x, today)}
		if b, ok := base[x.Task.ID]; ok {
			r.BaseStart, r.BaseFinish = b.StartsOn, b.EndsOn
		}
		switch {
		case x.HasKids:
			r.Kind = StageBar
		case x.Task.What == data.TaskMilestone:
			r.Kind = MilestoneBar
		}
		for _, p := range x.Preds {
			if k, ok := at[p.Dependency.PredID]; ok {
				r.Preds = append(r.Preds, GanttLink{Row: k, Type: p.Dependency.Type})
			}
		}
		out[i] = r
	}
	return out
}

// TaskLate tells whether a task misses its deadline or is not done though its
// last day is over. Summaries are never late by themselves.
func TaskLate(x data.PlanRow, today data.Date) bool {
	if x.HasKids || x.Task.Status.Finished() || x.Date.Percent == 100 {
		return false
	}
	return x.Date.HasSlack && x.Date.SlackDays < 0 || !x.Date.EndsOn.IsZero() && x.Date.EndsOn < today
}

// WhoOf names the people of a task, those with most hours first.
func WhoOf(x data.PlanRow) string { return strings.Join(people(x), ", ") }

func people(x data.PlanRow) []string {
	list := slices.Clone(x.Assignees)
	slices.SortStableFunc(list, func(a, b data.Assignee) int { return int(b.Effort - a.Effort) })
	names := make([]string, len(list))
	for i, p := range list {
		names[i] = p.Name
	}
	return names
}

// firstOf is the one with most hours, and how many others there are: there is no
// room beside a bar for all.
func firstOf(x data.PlanRow) string {
	names := people(x)
	switch len(names) {
	case 0:
		return ""
	case 1:
		return names[0]
	}
	return names[0] + " +" + strconv.Itoa(len(names)-1)
}
