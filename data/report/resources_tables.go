package report

import (
	"slices"

	"portfel/data"
	"portfel/data/text"
)

// team is who works how much, and what that costs and brings.
func (c *ResourceCase) team(w *text.Words, m caseMoney) *Table {
	t := &Table{Name: w.T("report.team"), Empty: w.T("report.team.empty"), Columns: []Column{
		textColumn(w.T("report.col.person"), "person", 3), textColumn(w.T("report.col.grade"), "grade", 2),
		column(w.T("report.col.hours"), "hours", AsHours), column(w.T("report.col.norm"), "norm_h", AsHours), column(w.T("report.col.ofNorm"), "share", AsPercent),
		grouped(w.T("report.col.rate"), w.T("report.col.own"), "cost_rate", AsMoney), grouped(w.T("report.col.rate"), w.T("report.col.client"), "bill_rate", AsMoney),
		grouped(w.T("report.col.sum"), w.T("report.col.own"), "cost", AsMoney), grouped(w.T("report.col.sum"), w.T("report.col.client"), "price", AsMoney)}}
	for _, r := range c.Team {
		row := Row{Cells: []Cell{Text(r.Name), Text(w.Code(r.Grade)), Hours(r.Hours), Hours(r.Norm), shareOf(int64(r.Hours), int64(r.Norm)),
			r.rate(w, r.CostRate), r.rate(w, r.BillRate), Money(r.Cost), Money(r.Price)}}
		if r.Hours > r.Norm || r.Unknown > 0 {
			row.Mark = Risk
		}
		t.Rows = append(t.Rows, row)
	}
	if len(c.Team) > 0 {
		t.Rows = append(t.Rows, totalRow(w, Cell{}, Hours(m.hours), Hours(m.norm), shareOf(int64(m.hours), int64(m.norm)), Cell{}, Cell{}, Money(m.people), Money(m.byRates)))
	}
	return t
}

func grouped(group, title, code string, t Type) Column {
	return Column{Group: group, Title: title, Code: code, Type: t}
}

// rate is the rate of an hour, or why there is none.
func (r TeamRow) rate(w *text.Words, rate data.Money) Cell {
	switch r.Rates {
	case SeveralSet:
		return Text(w.T("report.rate.several"))
	case NoRate:
		return Text(w.T("report.rate.none"))
	}
	return Money(rate)
}

// grades sums the team up by grade, highest first; nil when each grade is one
// person, since the table of the team says the same then.
func (c *ResourceCase) grades(w *text.Words, m caseMoney) *Table {
	by := map[data.Grade]TeamRow{}
	people := map[data.Grade]int{}
	for _, r := range c.Team {
		x := by[r.Grade]
		x.Hours, x.Cost, x.Price = x.Hours+r.Hours, x.Cost+r.Cost, x.Price+r.Price
		by[r.Grade] = x
		people[r.Grade]++
	}
	if len(by) == len(c.Team) || len(by) < 2 {
		return nil
	}
	t := &Table{Name: w.T("report.grades"), Columns: []Column{
		textColumn(w.T("report.col.grade"), "grade", 3), column(w.T("report.col.people"), "people", AsInt), column(w.T("report.col.hours"), "hours", AsHours),
		column(w.T("report.col.share"), "share", AsPercent), column(w.T("report.cost"), "cost", AsMoney), column(w.T("report.byRates"), "price", AsMoney)}}
	order := slices.Clone(data.Grades)
	slices.Reverse(order)
	for _, g := range append(order, "") { // those without a grade stand last
		if people[g] > 0 {
			t.Rows = append(t.Rows, gradeRow(w, g, people[g], by[g], m))
		}
	}
	t.Rows = append(t.Rows, totalRow(w, Int(int64(len(c.Team))), Hours(m.hours), shareOf(int64(m.hours), int64(m.hours)), Money(m.people), Money(m.byRates)))
	return t
}

func gradeRow(w *text.Words, g data.Grade, people int, x TeamRow, m caseMoney) Row {
	name := w.Code(g)
	if g == "" {
		name = w.T("report.grade.none")
	}
	return Row{Cells: []Cell{Text(name), Int(int64(people)), Hours(x.Hours), shareOf(int64(x.Hours), int64(m.hours)), Money(x.Cost), Money(x.Price)}}
}

// economy is the way from the price to the margin.
func (c *ResourceCase) economy(w *text.Words, m caseMoney) *Table {
	t := &Table{Name: w.T("report.economy"), Columns: []Column{textColumn(w.T("report.col.item"), "item", 3),
		column(w.T("report.col.amount"), "amount", AsMoney), column(w.T("report.col.ofPrice"), "share", AsPercent), textColumn(w.T("report.col.how"), "how", 4)}}
	whole := int64(m.income)
	if !m.paid {
		whole = 0
	}
	add := func(style Style, mark Mark, name string, sum data.Money, how string) {
		t.Rows = append(t.Rows, Row{Style: style, Mark: mark, Cells: []Cell{Text(name), Money(sum), shareOf(int64(sum), whole), Text(how)}})
	}
	if m.paid {
		add(Plain, Unmarked, c.priceLabel(w), m.income, c.priceHow(w))
	}
	if m.income != m.byRates || !m.paid {
		add(Plain, Unmarked, w.T("report.byRates"), m.byRates, w.T("report.how.rates"))
	}
	add(Plain, Unmarked, w.T("report.cost.hours"), m.people, w.T("report.how.cost"))
	if c.Other > 0 {
		add(Plain, Unmarked, w.T("report.cost.other"), c.Other, w.T("report.how.other"))
		add(Plain, Unmarked, w.T("report.cost"), m.cost, "")
	}
	if m.paid {
		add(Total, lossMark(m.margin), w.T("report.margin"), m.margin, w.T("report.how.margin"))
	}
	if c.Travel > 0 {
		add(Plain, Unmarked, w.T("report.cost.travel"), c.Travel, w.T("report.how.travel"))
		if m.paid {
			add(Total, lossMark(m.net), w.T("report.margin.net"), m.net, "")
		}
	}
	return t
}

// stages are the parts of the plan.
func (c *ResourceCase) stages(w *text.Words, m caseMoney) *Table {
	t := &Table{Name: w.T("report.stages"), Columns: []Column{
		textColumn("№", "code", 0), textColumn(w.T("report.col.stage"), "stage", 3), column(w.T("report.col.start"), "start", AsDate), column(w.T("report.col.finish"), "finish", AsDate),
		column(w.T("report.col.hours"), "hours", AsHours), column(w.T("report.col.share"), "share", AsPercent), column(w.T("report.cost"), "cost", AsMoney), column(w.T("report.byRates"), "price", AsMoney)}}
	for _, s := range c.Stages {
		t.Rows = append(t.Rows, Row{Cells: []Cell{Text(s.Code), Text(s.Name), Date(s.Start), Date(s.Finish), Hours(s.Hours), shareOf(int64(s.Hours), int64(m.hours)), Money(s.Cost), Money(s.Price)}})
	}
	t.Rows = append(t.Rows, Row{Style: Total, Cells: []Cell{{}, Text(w.T("report.total")), Date(c.Start), Date(c.Finish), Hours(m.hours), shareOf(int64(m.hours), int64(m.hours)), Money(m.cost), Money(m.byRates)}})
	return t
}

// variants are the plans of the project side by side.
func (c *ResourceCase) variants(w *text.Words) *Table {
	t := &Table{Name: w.T("report.variants"), Columns: []Column{
		textColumn(w.T("report.col.variant"), "variant", 3), column(w.T("report.col.start"), "start", AsDate), column(w.T("report.col.finish"), "finish", AsDate), column(w.T("report.col.days"), "days", AsInt),
		textColumn(w.T("report.col.term"), "slack", 2), column(w.T("report.col.hours"), "hours", AsHours), column(w.T("report.cost"), "cost", AsMoney), column(w.T("report.byRates"), "price", AsMoney),
		column(w.T("report.margin"), "margin", AsMoney), column(w.T("report.col.marginShare"), "share", AsPercent)}}
	for _, v := range c.Variants {
		row := Row{}
		name, term := v.Name, Cell{}
		if v.Chosen {
			name = w.F("report.variant.chosen", v.Name)
		}
		if v.HasSlack {
			term = Text(slackWords(w, v.Slack))
			if v.Slack < 0 {
				row.Mark = Late
			}
		}
		row.Cells = []Cell{Text(name), Date(v.Start), Date(v.Finish), Int(int64(v.Days)), term, Hours(v.Hours), Money(v.Cost), Money(v.Price)}
		if in := c.income(v.Price); c.Billing != data.BillingNone && in > 0 {
			row.Cells = append(row.Cells, Money(in-v.Cost), shareOf(int64(in-v.Cost), int64(in)))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// past compares the plan with finished projects of the same kind.
func (c *ResourceCase) past(w *text.Words) *Table {
	t := &Table{Name: w.F("report.past", text.Lower(c.Kind)), Columns: []Column{
		textColumn(w.T("report.col.project"), "project", 3), column(w.T("report.col.planHours"), "hours", AsHours), column(w.T("report.col.days"), "days", AsInt),
		column(w.T("report.col.promised"), "promised", AsDate), column(w.T("report.col.finish"), "finish", AsDate), textColumn(w.T("report.col.shift"), "shift", 2)}}
	for _, p := range c.Past {
		t.Rows = append(t.Rows, p.row(w))
	}
	now := c.Now.row(w)
	now.Style = Total
	now.Cells[0] = Text(w.T("report.past.now"))
	t.Rows = append(t.Rows, now)
	return t
}

func (p PastRow) row(w *text.Words) Row {
	row := Row{Cells: []Cell{Text(p.Name), Hours(p.Hours), Int(int64(p.Days)), Date(p.Promised), Date(p.Finish)}}
	if p.HasShift {
		row.Cells = append(row.Cells, Text(shiftWords(w, p.Shift)))
		if p.Shift > 0 {
			row.Mark = Late
		}
	}
	return row
}

// approvals are the decisions on the plan.
func (c *ResourceCase) approvals(w *text.Words) *Table {
	t := &Table{Name: w.T("report.approvals"), Empty: w.T("report.approvals.empty"), Columns: []Column{
		textColumn(w.T("report.col.who"), "who", 2), textColumn(w.T("report.col.role"), "role", 1), textColumn(w.T("report.col.decision"), "decision", 1),
		column(w.T("report.col.on"), "on", AsDate), column(w.T("report.col.due"), "due", AsDate), textColumn(w.T("report.col.comment"), "comment", 3)}}
	for _, a := range c.Approvals {
		row := Row{Cells: []Cell{Text(a.Who), Text(w.Code(a.Role)), Text(decisionWord(w, a)), Date(a.On), Date(a.Due), Text(a.Comment)}}
		switch {
		case a.Decision == data.DecisionAgreed || a.Decision == data.DecisionInformed:
		case a.Decision == data.DecisionRefused || a.Decision == data.DecisionRemarks:
			row.Mark = Risk
		case !a.Due.IsZero() && a.Due < c.Made.Day:
			row.Mark = Late
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}
