package report

import (
	"strings"

	"portfel/data"
	"portfel/data/text"
)

// summary says the same as the tables in a few sentences.
func (p *PlanProgress) summary(w *text.Words) string {
	lines := []string{w.N("report.sum.done", len(p.Done))}
	if len(p.Done) == 0 {
		lines[0] = w.T("report.list.done.empty")
	}
	if len(p.Missed) > 0 {
		lines = append(lines, w.N("report.sum.missed", len(p.Missed), p.worst()))
	} else {
		lines = append(lines, w.T("report.sum.noMissed"))
	}
	if p.Baseline != "" {
		lines = append(lines, w.F("report.sum.shift", p.Baseline, shiftWords(w, p.Shift)))
	}
	lines = append(lines, p.ending(w))
	return strings.Join(append(lines, w.N("report.sum.next", len(p.Next), w.PeriodYear(p.NextFrom, p.NextTo))), " ")
}

// worst is the longest delay, in working days.
func (p *PlanProgress) worst() (days int) {
	for _, x := range p.Missed {
		days = max(days, x.Late)
	}
	return days
}

// done are the tasks finished in the period.
func (p *PlanProgress) done(w *text.Words) *Table {
	t := &Table{Name: w.T("report.list.done"), Empty: w.T("report.list.done.empty"), Columns: []Column{
		textColumn("№", "code", 0), textColumn(w.T("report.col.task"), "task", 4), textColumn(w.T("report.col.person"), "who", 2), column(w.T("report.col.due"), "due", AsDate),
		column(w.T("report.col.ended"), "finish", AsDate), textColumn(w.T("report.col.kept"), "kept", 2), column(w.T("report.col.hours"), "hours", AsHours)}}
	var sum data.Minutes
	for _, x := range p.Done {
		sum += x.Hours
		t.Rows = append(t.Rows, Row{Mark: Done, Cells: []Cell{Text(x.Code), Text(x.Name), Text(x.Who), Date(x.Due), Date(x.Finish), Text(keptWords(w, x.Late)), Hours(x.Hours)}})
	}
	if len(p.Done) > 1 {
		t.Rows = append(t.Rows, Row{Style: Total, Cells: []Cell{{}, Text(w.T("report.total")), {}, {}, {}, {}, Hours(sum)}})
	}
	return t
}

// keptWords are «в срок», «раньше на 1 раб. день», «позже на 2 раб. дня».
func keptWords(w *text.Words, late int) string {
	switch {
	case late < 0:
		return w.N("report.before", -late)
	case late > 0:
		return w.N("report.after", late)
	}
	return w.T("report.exactly")
}

// missed are the tasks that should have been done by the end of the period.
func (p *PlanProgress) missed(w *text.Words) *Table {
	t := &Table{Name: w.T("report.list.missed"), Empty: w.T("report.list.missed.empty"), Columns: []Column{
		textColumn("№", "code", 0), textColumn(w.T("report.col.task"), "task", 4), textColumn(w.T("report.col.person"), "who", 2), column(w.T("report.col.due"), "due", AsDate),
		textColumn(w.T("report.col.late"), "late", 2), column(w.T("report.col.percent"), "percent", AsPercent), textColumn(w.T("report.col.nowFinish"), "finish", 2)}}
	for _, x := range p.Missed {
		end := w.F("report.expected", x.Finish)
		switch {
		case x.Done:
			end = w.F("report.doneOn", x.Finish)
		case x.Finish < p.AsOf:
			end = w.T("report.noNewTerm")
		}
		t.Rows = append(t.Rows, Row{Mark: Late, Cells: []Cell{Text(x.Code), Text(x.Name), Text(x.Who), Date(x.Due), Text(w.N("report.workdays", x.Late)), Percent(x.Percent), Text(end)}})
	}
	return t
}

// stages are the progress of the parts of the plan.
func (p *PlanProgress) stages(w *text.Words) *Table {
	t := &Table{Name: w.T("report.progress"), Columns: []Column{
		textColumn("№", "code", 0), textColumn(w.T("report.col.stage"), "stage", 4), column(w.T("report.col.hours"), "hours", AsHours), column(w.T("report.col.percent"), "percent", AsPercent),
		column(w.T("report.col.wanted"), "planned", AsPercent), column(w.T("report.col.finish"), "finish", AsDate)}}
	if p.Baseline != "" {
		t.Columns = append(t.Columns, column(w.T("report.col.base"), "base_finish", AsDate), textColumn(w.T("report.col.shift"), "shift", 2))
	}
	for _, s := range p.Stages {
		row := Row{Mark: s.mark(), Cells: []Cell{Text(s.Code), Text(s.Name), Hours(s.Hours), Percent(s.Percent), wholePercent(s.Planned), Date(s.Finish)}}
		if s.HasBase {
			row.Cells = append(row.Cells, Date(s.BaseFinish), Text(shiftWords(w, s.Shift)))
		}
		t.Rows = append(t.Rows, row)
	}
	t.Rows = append(t.Rows, Row{Style: Total, Cells: []Cell{{}, Text(w.T("report.total")), Hours(p.Effort), Percent(p.Percent), wholePercent(p.PlannedDone), Date(p.Finish), Date(p.BaseFinish), Text(shiftWords(w, p.Shift))}})
	return t
}

// wholePercent is a number of tenths of a per cent rounded to whole ones.
func wholePercent(tenths int64) Cell { return Percent(int((tenths + 5) / 10)) }

func (s StageProgress) mark() Mark {
	switch {
	case s.Percent == 100:
		return Done
	case s.Overdue:
		return Late
	case s.Planned-int64(s.Percent)*10 > tolerance:
		return Risk
	}
	return Unmarked
}

// shifts are the tasks that moved against the baseline.
func (p *PlanProgress) shifts(w *text.Words) []Block {
	if p.Baseline == "" {
		return []Block{Note{Text: w.T("report.note.noBaseline")}}
	}
	t := &Table{Name: w.F("report.shifts", p.Baseline), Columns: []Column{
		textColumn("№", "code", 0), textColumn(w.T("report.col.task"), "task", 4), grouped(w.T("report.col.finish"), w.T("report.col.was"), "base_finish", AsDate),
		grouped(w.T("report.col.finish"), w.T("report.col.is"), "finish", AsDate), textColumn(w.T("report.col.shift"), "shift", 2),
		grouped(w.T("report.col.hours"), w.T("report.col.was"), "base_hours", AsHours), grouped(w.T("report.col.hours"), w.T("report.col.is"), "hours", AsHours)}}
	for _, s := range p.Shifts {
		row := Row{Mark: lateMark(s.Days > 0), Cells: []Cell{Text(s.Code), Text(s.Name), Date(s.BaseFinish), Date(s.Finish), Text(shiftWords(w, s.Days)), Hours(s.HoursBefore), Hours(s.HoursThen)}}
		if s.Stage {
			row.Style = Summary
		}
		t.Rows = append(t.Rows, row)
	}
	var out []Block
	var notes []string
	if len(p.Shifts) > 0 {
		out = append(out, t)
	} else {
		notes = append(notes, w.F("report.shifts.none", p.Baseline))
	}
	if p.NewTasks > 0 {
		notes = append(notes, w.N("report.note.newTasks", p.NewTasks))
	}
	if p.Gone > 0 {
		notes = append(notes, w.N("report.note.gone", p.Gone))
	}
	if len(notes) > 0 {
		out = append(out, Note{Text: strings.Join(notes, " ")})
	}
	return out
}

// milestones are all of the plan.
func (p *PlanProgress) milestones(w *text.Words) *Table {
	t := &Table{Name: w.T("report.milestones"), Columns: []Column{
		textColumn("№", "code", 0), textColumn(w.T("gantt.milestone"), "milestone", 4), column(w.T("report.col.on"), "on", AsDate),
		column(w.T("report.deadline"), "deadline", AsDate), textColumn(w.T("report.col.state"), "state", 3)}}
	if p.Baseline != "" {
		t.Columns = append(t.Columns, column(w.T("report.col.base"), "base", AsDate))
	}
	for _, m := range p.Milestones {
		row := Row{Cells: []Cell{Text(m.Code), Text(m.Name), Date(m.On), Date(m.Deadline), Text(m.state(w)), Date(m.Base)}}
		switch {
		case m.Done:
			row.Mark = Done
		case m.Overdue || m.HasSlack && m.Slack < 0:
			row.Mark = Late
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// state is how a milestone stands, in words.
func (m MilestoneLine) state(w *text.Words) string {
	switch {
	case m.Done:
		return w.T("report.reached")
	case m.Overdue:
		return w.T("report.notReached")
	case m.HasSlack:
		return slackWords(w, m.Slack)
	}
	return w.T("report.ahead")
}

// next are the tasks of the time that follows.
func (p *PlanProgress) next(w *text.Words) *Table {
	t := &Table{Name: w.F("report.list.next", w.PeriodYear(p.NextFrom, p.NextTo)), Empty: w.T("report.list.next.empty"), Columns: []Column{
		textColumn("№", "code", 0), textColumn(w.T("report.col.task"), "task", 4), textColumn(w.T("report.col.person"), "who", 2), column(w.T("report.col.start"), "start", AsDate),
		column(w.T("report.col.finish"), "finish", AsDate), column(w.T("report.col.percent"), "percent", AsPercent), column(w.T("report.col.hoursThen"), "hours", AsHours), textColumn(w.T("report.col.note"), "note", 1)}}
	for _, x := range p.Next {
		note := ""
		if x.Critical {
			note = w.T("report.critical")
		}
		t.Rows = append(t.Rows, Row{Cells: []Cell{Text(x.Code), Text(x.Name), Text(x.Who), Date(x.Start), Date(x.Finish), Percent(x.Percent), Hours(x.Hours), Text(note)}})
	}
	return t
}

// troubles are what stands in the way.
func (p *PlanProgress) troubles(w *text.Words) *Table {
	t := &Table{Name: w.T("report.troubles"), Empty: w.T("report.troubles.empty"), Columns: []Column{
		textColumn("№", "code", 0), textColumn(w.T("report.col.task"), "task", 2), textColumn(w.T("report.col.trouble"), "trouble", 3)}}
	for _, x := range p.Troubles {
		t.Rows = append(t.Rows, Row{Mark: x.Mark, Cells: []Cell{Text(x.Code), Text(x.Name), Text(x.Words)}})
	}
	return t
}

// hours are the people's hours of the period.
func (p *PlanProgress) hours(w *text.Words) *Table {
	t := &Table{Name: w.T("report.hoursOf"), Columns: []Column{
		textColumn(w.T("report.col.person"), "person", 3), column(w.T("report.col.planned"), "planned", AsHours), column(w.T("report.col.closed"), "closed", AsHours), column(w.T("report.col.norm"), "norm", AsHours)}}
	var planned, closed, norm data.Minutes
	for _, h := range p.Hours {
		planned, closed, norm = planned+h.Planned, closed+h.Closed, norm+h.Norm
		t.Rows = append(t.Rows, Row{Cells: []Cell{Text(h.Name), Hours(h.Planned), Hours(h.Closed), Hours(h.Norm)}})
	}
	t.Rows = append(t.Rows, totalRow(w, Hours(planned), Hours(closed), Hours(norm)))
	return t
}
