package cli

import (
	"portfel/data"
	"portfel/data/sqlite"
)

// runSchedule prints a plan as it is scheduled now.
func runSchedule(c *call) error {
	f, err := c.reading()
	if err != nil {
		return err
	}
	defer f.Close()
	project, err := findProject(f.Read(), c.args[1])
	if err != nil {
		return err
	}
	id, err := f.Read().CurrentPlan(project)
	if err != nil {
		return usage("cli.noPlan", c.args[1])
	}
	tree, err := f.Read().PlanTree(id)
	if err != nil {
		return err
	}
	names, err := f.Read().PlanNames(id)
	if err != nil {
		return err
	}
	t := c.table("code", "id", "name", "kind", "start", "finish", "duration_days", "effort_h", "total_float_days", "critical", "percent", "responsible", "deadline", "slack_days")
	for _, r := range tree.Rows {
		t.add(scheduled(r, names)...)
	}
	return t.print(c.env.Stdout)
}

func scheduled(r data.PlanRow, names sqlite.PlanNames) []any {
	id := names.External[r.Task.ID]
	if id == "" {
		id = r.Task.ID.String()
	}
	critical := 0
	if r.Date.Critical {
		critical = 1
	}
	var slack any
	if r.Date.HasSlack {
		slack = r.Date.SlackDays
	}
	return []any{r.Code, id, r.Task.Name, string(r.Task.What), r.Date.StartsOn, r.Date.EndsOn, number(data.Thousandths(r.Date.Days)), hours(r.Date.Effort),
		r.Date.FloatDays, critical, r.Date.Percent, names.Responsible[r.Task.ID], r.Task.DeadlineOn, slack}
}

// hours are minutes as decimal hours.
func hours(m data.Minutes) number { return number(data.Thousandths((int64(m)*1000 + 30) / 60)) }
