package command

import (
	"cmp"
	"slices"

	"portfel/data"
	"portfel/data/cost"
	"portfel/data/report"
	"portfel/data/sqlite"
)

// resources is the content of «Обоснование ресурсов».
func (p *planReport) resources() (c report.ResourceCase, err error) {
	j := p.tree.Project
	c = report.ResourceCase{PlanHead: p.head, Billing: j.Billing, Price: j.Price, Kind: p.w.Code(j.What), Unsure: p.unsure()}
	if j.ID.IsZero() {
		c.Billing = data.BillingNone
	}
	tree := withoutCancelled(p.tree)
	money, err := PlanCosts(p.r, tree)
	if err != nil {
		return c, err
	}
	if c.Team, err = p.team(tree, money); err != nil {
		return c, err
	}
	c.Other = money.Total.Cost
	for _, r := range c.Team {
		c.Other -= r.Cost
	}
	if !j.ID.IsZero() {
		var m ProjectMoney
		if err := m.trips(p.r, j.ID); err != nil {
			return c, err
		}
		c.Travel = m.Trips
	}
	c.Stages = stagesOf(tree, money)
	if c.Weeks, err = p.weeks(money); err != nil {
		return c, err
	}
	if c.Variants, err = p.variantRows(); err != nil {
		return c, err
	}
	if c.Past, err = p.past(); err != nil {
		return c, err
	}
	c.Now = p.pastRow(j.Title(), tree, p.base, c.Deadline)
	c.Approvals, err = p.approvals()
	return c, err
}

// unsure are the years of the plan whose calendar is not confirmed.
func (p *planReport) unsure() (years []int) {
	if p.head.Start.IsZero() {
		return nil
	}
	for y := p.head.Start.Year(); y <= p.head.Finish.Year() && len(years) < 5; y++ {
		if p.own.HasData(y) && !p.own.Confirmed(y) {
			years = append(years, y)
		}
	}
	return years
}

// team is who works on the plan: highest grade first, then most hours.
func (p *planReport) team(tree data.PlanTree, money PlanCost) ([]report.TeamRow, error) {
	table, err := Costs(p.r)
	if err != nil {
		return nil, err
	}
	out := make([]report.TeamRow, 0, len(money.By))
	for _, b := range money.By {
		who, err := p.d.person(b.Person)
		if err != nil {
			return nil, err
		}
		cal, err := p.d.available(b.Person)
		if err != nil {
			return nil, err
		}
		r := report.TeamRow{Name: who.person.FullName, Grade: who.person.Grade, Hours: b.Effort, Cost: b.Cost, Price: b.Price}
		if !p.head.Start.IsZero() {
			r.Norm = cal.MinutesBetween(p.head.Start, p.head.Finish)
		}
		rateOf(&r, table, tree, b.Person)
		out = append(out, r)
	}
	slices.SortStableFunc(out, func(a, b report.TeamRow) int {
		return cmp.Or(slices.Index(data.Grades, b.Grade)-slices.Index(data.Grades, a.Grade), int(b.Hours-a.Hours))
	})
	return out, nil
}

// rateOf finds out at which rates a person's hours stand, and whether they are
// the same on all tasks.
func rateOf(r *report.TeamRow, table *cost.Table, tree data.PlanTree, who data.ID[data.Person]) {
	first := true
	for _, x := range tree.Rows {
		for _, a := range x.Assignees {
			if x.HasKids || a.PersonID != who || a.Effort == 0 {
				continue
			}
			work := cost.Work{Person: who, Client: tree.Project.ClientID, Project: tree.Project.ID, On: x.Date.StartsOn, Effort: a.Effort}
			own, known := table.Rate(data.RateCost, work)
			bill, sold := table.Rate(data.RateBill, work)
			if !known {
				r.Unknown += a.Effort
			}
			switch {
			case first && !known && !sold:
				r.Rates = report.NoRate
			case first:
				r.CostRate, r.BillRate = own, bill
			case own != r.CostRate || bill != r.BillRate:
				r.Rates = report.SeveralSet
			}
			first = false
		}
	}
}

// stagesOf are the top lines of the plan that hold work.
func stagesOf(tree data.PlanTree, money PlanCost) (out []report.StageRow) {
	for i, x := range tree.Rows {
		if x.Depth > 0 || x.Task.What == data.TaskMilestone && x.Date.Effort == 0 {
			continue
		}
		out = append(out, report.StageRow{Code: x.Code, Name: x.Task.Name, Start: x.Date.StartsOn, Finish: x.Date.EndsOn,
			Hours: peopleHours(tree, i), Cost: money.Rows[i].Cost, Price: money.Rows[i].Price})
	}
	return out
}

// peopleHours are the hours of people on a row and all below it.
func peopleHours(tree data.PlanTree, top int) (sum data.Minutes) {
	for i := top; i < len(tree.Rows) && (i == top || tree.Rows[i].Depth > tree.Rows[top].Depth); i++ {
		if tree.Rows[i].HasKids {
			continue
		}
		for _, a := range tree.Rows[i].Assignees {
			if !a.PersonID.IsZero() {
				sum += a.Effort
			}
		}
	}
	return sum
}

// variantRows are the plans of the project side by side.
func (p *planReport) variantRows() (out []report.VariantRow, err error) {
	if len(p.variants) < 2 {
		return nil, nil
	}
	for _, v := range p.variants {
		tree, err := p.r.PlanTree(v.ID)
		if err != nil {
			return nil, err
		}
		tree = withoutCancelled(tree)
		money, err := PlanCosts(p.r, tree)
		if err != nil {
			return nil, err
		}
		x := report.VariantRow{Name: variantName(p.w, v), Chosen: v.IsCurrent, Cost: money.Total.Cost, Price: money.Total.Price}
		for _, b := range money.By {
			x.Hours += b.Effort
		}
		if x.Start, x.Finish = span(tree); !x.Start.IsZero() {
			x.Days = p.own.Between(x.Start, x.Finish)
		}
		if d := planDeadline(tree); !d.IsZero() && !x.Finish.IsZero() {
			x.Slack, x.HasSlack = p.own.Distance(x.Finish, d), true
		}
		out = append(out, x)
	}
	return out, nil
}

// mostPast is how many finished projects a plan is compared with.
const mostPast = 5

// past are the finished projects of the same kind, the last one first.
func (p *planReport) past() (out []report.PastRow, err error) {
	if p.tree.Project.ID.IsZero() {
		return nil, nil
	}
	rows, err := p.r.Projects(data.ProjectFilter{}, p.today)
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(rows, func(a, b data.ProjectRow) int { return cmp.Compare(b.FinishOn, a.FinishOn) })
	for _, x := range rows {
		over := x.Status == data.ProjectClosed || x.Status == data.ProjectClosing && x.FinishOn <= p.today
		if len(out) == mostPast || !over || x.What != p.tree.Project.What || x.ID == p.tree.Project.ID || x.PlanID.IsZero() || x.FinishOn.IsZero() {
			continue
		}
		row, err := p.pastProject(x)
		if err != nil {
			return nil, err
		}
		out = append(out, row)
	}
	return out, nil
}

func (p *planReport) pastProject(x data.ProjectRow) (row report.PastRow, err error) {
	tree, err := p.r.PlanTree(x.PlanID)
	if err != nil {
		return row, err
	}
	list, err := p.r.Baselines(x.PlanID)
	if err != nil {
		return row, err
	}
	var base map[data.ID[data.Task]]data.BaselineTask
	if len(list) > 0 {
		if base, err = p.r.BaselineTasks(list[0].ID); err != nil {
			return row, err
		}
	}
	return p.pastRow(x.Title(), withoutCancelled(tree), base, planDeadline(tree)), nil
}

// pastRow compares a plan with its baseline, else with its deadline: the hours
// that were planned, and by how many working days it ended later.
func (p *planReport) pastRow(name string, tree data.PlanTree, base map[data.ID[data.Task]]data.BaselineTask, deadline data.Date) report.PastRow {
	row := report.PastRow{Name: name, Promised: deadline}
	var start, promised data.Date
	start, row.Finish = span(tree)
	for _, x := range tree.Rows {
		hours := x.Date.Effort
		if b, ok := base[x.Task.ID]; ok {
			hours, promised = b.Effort, max(promised, b.EndsOn)
		}
		if leaf(x) {
			row.Hours += hours
		}
	}
	if !promised.IsZero() {
		row.Promised = promised
	}
	if !row.Finish.IsZero() {
		row.Days = p.own.Between(start, row.Finish)
	}
	if !row.Promised.IsZero() && !row.Finish.IsZero() {
		row.Shift, row.HasShift = p.own.Distance(row.Promised, row.Finish), true
	}
	return row
}

// approvals are the decisions on the plan with the names of those who took them.
func (p *planReport) approvals() (out []report.ApprovalLine, err error) {
	asked, err := p.asked()
	if err != nil {
		return nil, err
	}
	for _, a := range asked {
		name, post, err := p.signer(a)
		if err != nil && err != data.ErrNotFound {
			return nil, err
		}
		line := report.ApprovalLine{Who: name, Role: a.Role, Decision: a.Decision, On: a.DecidedOn, Due: a.DueOn, Comment: a.Comment}
		if post != "" {
			line.Who += ", " + post
		}
		out = append(out, line)
	}
	return out, nil
}

// nameRow is a person as the loads want it.
func (p *planReport) nameRow(id data.ID[data.Person]) (data.NameRow, error) {
	x, err := sqlite.Get(p.r, id)
	return data.NameRow{ID: data.ID[data.Any](id), Name: x.Short()}, err
}
