package command

import (
	"strings"

	"portfel/data"
	"portfel/data/schedule"
	"portfel/data/sqlite"
	"portfel/data/workday"
)

// planInput is a plan as the engine takes it, with the ids behind its indices.
type planInput struct {
	plan  schedule.Plan
	tasks []data.Task
	links []data.Dependency
	at    map[data.ID[data.Task]]int
	who   []data.ID[data.Any] // by resource: the person or the resource
}

// plan computes the dates of a plan and stores what differs.
func (d *deriver) plan(id data.ID[data.Plan]) error {
	in, err := d.planInput(id)
	if err != nil {
		return err
	}
	res := d.solver.Solve(&in.plan)
	if d.done == nil {
		d.done = map[data.ID[data.Plan]]bool{}
	}
	d.done[id] = true
	return d.tx.PutTaskDates(id, in.rows(id, res))
}

// planInput reads what the engine needs of a plan.
func (d *deriver) planInput(id data.ID[data.Plan]) (*planInput, error) {
	r := d.tx.Reader
	p, err := sqlite.Get(r, id)
	if err != nil {
		return nil, err
	}
	tasks, err := sqlite.List[data.Task](r, "plan_id = ? ORDER BY ord, id", id)
	if err != nil {
		return nil, err
	}
	shares, err := sqlite.List[data.Assignment](r, "task_id IN (SELECT id FROM task WHERE plan_id = ?) ORDER BY id", id)
	if err != nil {
		return nil, err
	}
	links, err := r.PlanLinks(id)
	if err != nil {
		return nil, err
	}
	return d.input(p, tasks, shares, links)
}

// treeInput is the same from a plan that a screen has read.
func (d *deriver) treeInput(t data.PlanTree) (*planInput, error) {
	var tasks []data.Task
	var shares []data.Assignment
	var links []data.Dependency
	for _, r := range t.Rows {
		tasks = append(tasks, r.Task)
		for _, a := range r.Assignees {
			shares = append(shares, data.Assignment{ID: a.ID, TaskID: a.TaskID, PersonID: a.PersonID, ResourceID: a.ResourceID, Effort: a.Effort, Units: a.Units})
		}
		for _, p := range r.Preds {
			links = append(links, p.Dependency)
		}
	}
	return d.input(t.Plan, tasks, shares, links)
}

func (d *deriver) input(p data.Plan, tasks []data.Task, shares []data.Assignment, links []data.Dependency) (*planInput, error) {
	in := &planInput{at: map[data.ID[data.Task]]int{}, tasks: tasks, links: links}
	for i, t := range tasks {
		in.at[t.ID] = i
	}
	own, site, err := d.planHome(p)
	if err != nil {
		return nil, err
	}
	in.plan.Start, in.plan.Status = p.StartsOn, p.StatusOn
	in.plan.Calendars = []*workday.Calendar{own}
	for _, t := range tasks {
		x := in.task(t)
		if !site.IsZero() && t.Place == data.PlaceClient && t.ActualFinish.IsZero() { // what is done waits for no trip
			x.Site = theSite
		}
		in.plan.Tasks = append(in.plan.Tasks, x)
	}
	if err := d.follow(in, p); err != nil {
		return nil, err
	}
	if err := d.assign(in, shares, site); err != nil {
		return nil, err
	}
	for _, l := range links {
		in.plan.Links = append(in.plan.Links, schedule.Link{Pred: in.index(l.PredID), Succ: in.index(l.SuccID), Type: l.Type, Lag: l.Lag})
	}
	in.plan.UseAssignees()
	return in, d.taskCalendars(in)
}

// theSite is the number of the only site that a plan of one client has.
const theSite = 1

// planHome is the calendar of a plan (its own, else that of its project) and the
// client at whose place its tasks may be done.
func (d *deriver) planHome(p data.Plan) (*workday.Calendar, data.ID[data.Client], error) {
	cal, client := p.CalendarID, data.ID[data.Client]{}
	if !p.ProjectID.IsZero() {
		j, err := sqlite.Get(d.tx.Reader, p.ProjectID)
		if err != nil {
			return nil, client, err
		}
		client = j.ClientID
		if cal.IsZero() {
			cal = j.CalendarID
		}
	}
	own, err := d.calendar(cal)
	return own, client, err
}

// taskCalendars lay the calendars that tasks name over those of their people.
func (d *deriver) taskCalendars(in *planInput) error {
	type pair struct {
		own    data.ID[data.Calendar]
		people int
	}
	laid := map[pair]int{} // many tasks name the same calendar
	for i, t := range in.tasks {
		if t.CalendarID.IsZero() {
			continue
		}
		x := &in.plan.Tasks[i]
		key := pair{t.CalendarID, x.Calendar}
		if at, known := laid[key]; known {
			x.Calendar = at
			continue
		}
		own, err := d.calendar(t.CalendarID)
		if err != nil {
			return err
		}
		if x.Calendar > 0 {
			own = workday.Intersect(own, in.plan.Calendars[x.Calendar])
		}
		x.Calendar = len(in.plan.Calendars)
		laid[key] = x.Calendar
		in.plan.Calendars = append(in.plan.Calendars, own)
	}
	return nil
}

func (in *planInput) index(id data.ID[data.Task]) int {
	if i, ok := in.at[id]; ok {
		return i
	}
	return schedule.None
}

func (in *planInput) task(t data.Task) schedule.Task {
	return schedule.Task{Parent: in.index(t.ParentID), Kind: t.What, Manual: t.Mode == data.ModeManual, StartsOn: t.StartsOn, EndsOn: t.EndsOn,
		Duration: t.Duration, Effort: t.Effort, Constraint: t.ConstraintKind, On: t.ConstraintOn, At: t.ConstraintAt, DeadlineOn: t.DeadlineOn, Percent: percentOf(t),
		ActualStart: t.ActualStart, ActualFinish: t.ActualFinish, Remaining: t.Remaining, Delay: t.LevelDelay, Priority: t.Rank()}
}

// percentOf is what counts as done: a finished task is done whatever its field
// says.
func percentOf(t data.Task) int {
	if t.Status == data.TaskDone {
		return 100
	}
	return t.Percent
}

// assign adds the assignments with the calendars of their people, vacations and
// other absences taken out, and their trips to the site.
func (d *deriver) assign(in *planInput, rows []data.Assignment, site data.ID[data.Client]) error {
	who := map[data.ID[data.Any]]int{}
	for _, a := range rows {
		key := data.ID[data.Any](a.PersonID)
		if a.PersonID.IsZero() {
			key = data.ID[data.Any](a.ResourceID)
		}
		k, ok := who[key]
		if !ok {
			k = len(in.plan.Resources)
			who[key] = k
			in.who = append(in.who, key)
			if err := d.addResource(in, a, site); err != nil {
				return err
			}
		}
		in.plan.Assignments = append(in.plan.Assignments, schedule.Assignment{Task: in.index(a.TaskID), Resource: k, Effort: a.Effort, Units: a.Units})
	}
	return nil
}

// addResource adds who or what an assignment names.
func (d *deriver) addResource(in *planInput, a data.Assignment, site data.ID[data.Client]) (err error) {
	r := schedule.Resource{Calendar: len(in.plan.Calendars)}
	var cal *workday.Calendar
	if a.PersonID.IsZero() {
		res, err := sqlite.Get(d.tx.Reader, a.ResourceID)
		if err != nil {
			return err
		}
		r.Capacity = res.Capacity
		cal, err = d.calendar(res.CalendarID)
		if err != nil {
			return err
		}
	} else if cal, err = d.available(a.PersonID); err != nil {
		return err
	}
	if !site.IsZero() && !a.PersonID.IsZero() {
		trips, err := d.tx.SiteTrips(a.PersonID, site)
		if err != nil {
			return err
		}
		for _, t := range trips {
			r.Trips = append(r.Trips, schedule.Trip{From: t.StartsOn, To: t.EndsOn, Site: theSite})
		}
	}
	in.plan.Resources = append(in.plan.Resources, r)
	in.plan.Calendars = append(in.plan.Calendars, cal)
	return nil
}

// available is a person's calendar without absences that are planned or agreed.
func (d *deriver) available(id data.ID[data.Person]) (*workday.Calendar, error) {
	p, err := d.person(id)
	if err != nil {
		return nil, err
	}
	rows, err := sqlite.List[data.Absence](d.tx.Reader, "person_id = ? AND status <> 'cancelled' ORDER BY starts_on", id)
	if err != nil || len(rows) == 0 {
		return p.cal, err
	}
	var away []workday.Absence
	for _, a := range rows {
		away = append(away, workday.Absence{From: a.StartsOn, To: a.EndsOn, Kind: a.What, Who: id, Title: p.person.Short()})
	}
	return p.cal.WithAbsences(away...), nil
}

// rows are the engine's results as they are stored.
func (in *planInput) rows(id data.ID[data.Plan], res *schedule.Result) []data.TaskDate {
	problem := map[int]string{}
	for _, p := range res.Problems {
		if p.Task >= 0 && problem[p.Task] == "" && p.Code != schedule.NoPeople && p.Code != schedule.StaysHome {
			problem[p.Task] = string(p.Code)
		}
	}
	out := make([]data.TaskDate, len(in.tasks))
	for i := range in.tasks {
		out[i] = in.date(id, i, res.Rows[i], problem[i])
	}
	return out
}

// date is what the engine says of one task.
func (in *planInput) date(plan data.ID[data.Plan], i int, r schedule.Row, problem string) data.TaskDate {
	return data.TaskDate{TaskID: in.tasks[i].ID, PlanID: plan, StartsOn: r.Start, EndsOn: r.Finish, Days: r.Duration, FloatDays: r.FloatDays(), Critical: r.Critical,
		SlackDays: int64(r.Slack), HasSlack: r.HasSlack, Percent: r.Percent, Effort: r.Effort, IsSummary: r.Summary, Problem: problem,
		StartAt: r.StartAt, FinishAt: r.FinishAt, Float: r.Float, Free: r.Free}
}

// checkPlan refuses a plan whose links cannot be: a circle, a task that waits
// for itself or for its own parent. The engine would bear them; people should
// hear of it while they type.
func checkPlan(tx *sqlite.Tx, id data.ID[data.Plan]) error {
	d := deriver{tx: tx}
	in, err := d.planInput(id)
	if err != nil {
		return err
	}
	for _, p := range d.solver.Solve(&in.plan).Problems {
		if err := in.refuse(p); err != nil {
			return err
		}
	}
	return nil
}

func (in *planInput) refuse(p schedule.Problem) error {
	switch p.Code {
	case schedule.Cycle, schedule.Cycles:
		return data.Problems{{Field: "preds", Code: "cycle", Args: []string{in.names(p.Tasks)}}}
	case schedule.SelfLink:
		return data.Problems{{Field: "preds", Code: "selfLink", Args: []string{in.name(p.Task)}}}
	case schedule.OwnParent:
		return data.Problems{{Field: "preds", Code: "ownParent", Args: []string{in.name(p.Task)}}}
	case schedule.SummaryLink:
		return data.Problems{{Field: "preds", Code: "summaryLink", Args: []string{in.name(p.Task)}}}
	case schedule.TooFar:
		return data.Problems{{Code: "tooFar", Args: []string{in.name(p.Task)}}}
	}
	return nil
}

func (in *planInput) name(i int) string {
	if i < 0 || i >= len(in.tasks) {
		return "?"
	}
	return "«" + in.tasks[i].Name + "»"
}

func (in *planInput) names(tasks []int) string {
	var all []string
	for _, i := range tasks {
		all = append(all, in.name(i))
	}
	if len(tasks) > 0 {
		all = append(all, in.name(tasks[0]))
	}
	return strings.Join(all, " → ")
}
