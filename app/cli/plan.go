package cli

import (
	"time"

	"portfel/data"
	"portfel/data/command"
	"portfel/data/load"
	"portfel/data/sqlite"
)

// runSchedule prints a plan as it is scheduled now.
func runSchedule(c *call) error {
	f, err := c.reading()
	if err != nil {
		return err
	}
	defer f.Close()
	tree, err := c.plan(f.Read(), c.args[1])
	if err != nil {
		return err
	}
	names, err := f.Read().PlanNames(tree.Plan.ID)
	if err != nil {
		return err
	}
	return c.printPlan(tree, names)
}

// plan is the current plan of the project of a name.
func (c *call) plan(r *sqlite.Reader, name string) (data.PlanTree, error) {
	project, err := findProject(r, name)
	if err != nil {
		return data.PlanTree{}, err
	}
	id, err := r.CurrentPlan(project)
	if err != nil {
		return data.PlanTree{}, usage("cli.noPlan", name)
	}
	return r.PlanTree(id)
}

func (c *call) printPlan(tree data.PlanTree, names sqlite.PlanNames) error {
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

// runWhy prints why a task stands where it does, a line a binding cause.
func runWhy(c *call) error {
	f, err := c.reading()
	if err != nil {
		return err
	}
	defer f.Close()
	tree, err := c.plan(f.Read(), c.args[1])
	if err != nil {
		return err
	}
	task, err := findTask(f.Read(), tree, c.args[2])
	if err != nil {
		return err
	}
	start, finish, err := command.Why(f.Read(), tree, task)
	if err != nil {
		return err
	}
	t := c.table("cause", "subject", "from", "to", "days", "text")
	for _, x := range append(start, finish...) {
		subject := x.Code
		if x.Who != "" {
			subject = x.Who
		}
		var days any
		if x.Days > 0 {
			days = x.Days
		}
		t.add(x.Kind, subject, x.From, x.To, days, command.CauseText(c.words, x))
	}
	return t.print(c.env.Stdout)
}

// findTask is the task of a WBS number or of an id of its source. A number of
// the tree is tried first.
func findTask(r *sqlite.Reader, tree data.PlanTree, code string) (data.ID[data.Task], error) {
	for _, x := range tree.Rows {
		if x.Code == code || x.Task.ID.String() == code {
			return x.Task.ID, nil
		}
	}
	names, err := r.PlanNames(tree.Plan.ID)
	if err != nil {
		return data.ID[data.Task]{}, err
	}
	for _, x := range tree.Rows {
		if names.External[x.Task.ID] == code {
			return x.Task.ID, nil
		}
	}
	return data.ID[data.Task]{}, usage("cli.noTask", code, tree.Project.Title())
}

// runLoad prints people and weeks.
func runLoad(c *call) error {
	from, to, err := c.span()
	if err != nil {
		return err
	}
	f, err := c.reading()
	if err != nil {
		return err
	}
	defer f.Close()
	people, err := f.Read().PersonNames()
	if err != nil {
		return err
	}
	weeks := int(to.Monday()-from.Monday())/7 + 1
	all, err := command.Loads(f.Read(), people, from, weeks, f.Read().Today())
	if err != nil {
		return err
	}
	t := c.table("person", "week", "minutes", "norm", "trips", "absences", "mentoring", "overload")
	for _, p := range all {
		for i, w := range p.Weeks {
			t.add(p.Person.Name, w.Monday, int64(w.Load), int64(w.Norm), int64(w.By[load.Travel]), int64(p.Away[i]), int64(w.By[load.Mentoring]), int64(w.Over()))
		}
	}
	return t.print(c.env.Stdout)
}

// levelTime is how long levelling may look for a better plan.
const levelTime = 2 * time.Second

// runLevel resolves overload: it prints the plans that result and what they
// cost in working days; --apply keeps them.
func runLevel(c *call) error {
	open := c.reading
	if c.on["apply"] {
		open = c.writing
	}
	f, err := open()
	if err != nil {
		return err
	}
	defer f.Close()
	var only data.ID[data.Plan]
	if len(c.args) > 1 {
		tree, err := c.plan(f.Read(), c.args[1])
		if err != nil {
			return err
		}
		only = tree.Plan.ID
	}
	begun := c.env.Now()
	preview, err := command.Level(f.Read(), only, func() bool { return c.env.Now().Sub(begun) > levelTime })
	if err != nil {
		return err
	}
	if err := c.printLevel(f.Read(), preview, only); err != nil {
		return err
	}
	if !c.on["apply"] {
		return nil
	}
	_, err = f.Do(command.ApplyLevel{Preview: preview})
	return err
}

func (c *call) printLevel(r *sqlite.Reader, preview *command.LevelPreview, only data.ID[data.Plan]) error {
	t := c.table("project", "code", "id", "name", "kind", "start", "finish", "duration_days", "effort_h", "total_float_days", "critical", "percent", "responsible", "deadline", "slack_days")
	sum := c.table("key", "project", "value")
	sum.header = false
	for _, p := range preview.Plans {
		if !only.IsZero() && p.ID != only {
			continue
		}
		tree, err := r.PlanTree(p.ID)
		if err != nil {
			return err
		}
		names, err := r.PlanNames(p.ID)
		if err != nil {
			return err
		}
		for _, row := range tree.Rows {
			row.Date = p.Dates[row.Task.ID]
			t.add(append([]any{planName(tree)}, scheduled(row, names)...)...)
		}
		sum.add("price_days", planName(tree), int64(p.Price))
	}
	sum.add("overload_days", "", int64(preview.Left))
	if err := t.print(c.env.Stdout); err != nil || c.on["json"] {
		return err
	}
	return sum.print(c.env.Stdout)
}

// planName is the code of a plan's project, else its name.
func planName(t data.PlanTree) string {
	if t.Project.Code != "" {
		return t.Project.Code
	}
	if t.Project.Name != "" {
		return t.Project.Name
	}
	return t.Plan.Name
}
