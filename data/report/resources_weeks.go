package report

import (
	"strings"

	"portfel/data"
	"portfel/data/text"
)

// WeekLoad is a week of the plan's people.
type WeekLoad struct {
	Monday data.Date
	People []PersonWeek // the same people in the same order in every week
}

// PersonWeek is how full a week of a person is.
type PersonWeek struct {
	Name string       // short
	Plan data.Minutes // of this plan
	All  data.Minutes // with other projects, trips and mentoring
	Norm data.Minutes // working time by the calendar, without absences
}

// Over is the work above the norm, 0 when there is room.
func (p PersonWeek) Over() data.Minutes { return max(0, p.All-p.Norm) }

// weekPeople is how many people stand side by side in a table of weeks.
const weekPeople = 4

// weeks are the loads week by week, in as many tables as the people need.
func (c *ResourceCase) weeks(w *text.Words) (out []Block) {
	if len(c.Weeks) == 0 || len(c.Weeks[0].People) == 0 {
		return nil
	}
	n := len(c.Weeks[0].People)
	for from := 0; from < n; from += weekPeople {
		out = append(out, c.weekTable(w, from, min(n, from+weekPeople)))
	}
	return append(out, Note{Text: w.T("report.note.weeks")})
}

func (c *ResourceCase) weekTable(w *text.Words, from, to int) *Table {
	t := &Table{Name: w.T("report.weeks"), Columns: []Column{textColumn(w.T("report.col.week"), "week", 2)}}
	if from > 0 {
		t.Name = w.F("report.weeks.more", c.Weeks[0].People[from].Name)
	}
	for _, p := range c.Weeks[0].People[from:to] {
		for _, c := range [][2]string{{w.T("report.col.inPlan"), "plan_h"}, {w.T("report.col.all"), "all_h"}, {w.T("report.col.weekNorm"), "norm_h"}} {
			t.Columns = append(t.Columns, Column{Group: p.Name, Title: c[0], Code: c[1], Type: AsHours, Width: 1})
		}
	}
	for _, week := range c.Weeks {
		t.Rows = append(t.Rows, week.row(w, from, to))
	}
	if len(t.Marks()) > 0 {
		t.Columns = append(t.Columns, textColumn(w.T("report.col.overload"), "overload", 3))
	}
	return t
}

func (k WeekLoad) row(w *text.Words, from, to int) Row {
	row := Row{Cells: []Cell{Text(w.PeriodYear(k.Monday, k.Monday+6))}}
	var over []string
	for _, p := range k.People[from:to] {
		row.Cells = append(row.Cells, Hours(p.Plan), Hours(p.All), Hours(p.Norm))
		if p.Over() > 0 {
			over = append(over, w.F("report.over", p.Name, p.Over()))
			row.Mark = Risk
		}
	}
	row.Cells = append(row.Cells, Text(strings.Join(over, "; ")))
	return row
}
