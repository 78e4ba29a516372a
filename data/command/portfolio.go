package command

import (
	"portfel/data"
	"portfel/data/schedule"
	"portfel/data/sqlite"
)

// portfolio is several plans as the engine takes them side by side: people are
// the same in all, links may lead from one to another.
type portfolio struct {
	plan   schedule.Plan
	tasks  []data.Task
	plans  []data.ID[data.Plan]
	at     map[data.ID[data.Task]]int
	people []data.ID[data.Any] // by resource: the person or the resource
}

// portfolioOf reads plans side by side; the ids of people that several plans
// name become one resource.
func (d *deriver) portfolioOf(ids []data.ID[data.Plan]) (*portfolio, error) {
	p := &portfolio{at: map[data.ID[data.Task]]int{}, plans: ids}
	who := map[data.ID[data.Any]]int{}
	var links []data.Dependency
	for k, id := range ids {
		in, err := d.planInput(id)
		if err != nil {
			return nil, err
		}
		p.add(in, k, who)
		links = append(links, in.links...)
	}
	for _, l := range links {
		p.plan.Links = append(p.plan.Links, schedule.Link{Pred: p.index(l.PredID), Succ: p.index(l.SuccID), Type: l.Type, Lag: l.Lag})
	}
	return p, nil
}

func (p *portfolio) index(id data.ID[data.Task]) int {
	if i, ok := p.at[id]; ok {
		return i
	}
	return schedule.None
}

// add appends one plan, moving its indices.
func (p *portfolio) add(in *planInput, project int, who map[data.ID[data.Any]]int) {
	cals, tasks := len(p.plan.Calendars), len(p.plan.Tasks)
	p.plan.Calendars = append(p.plan.Calendars, in.plan.Calendars...)
	p.plan.Projects = append(p.plan.Projects, schedule.Project{Start: in.plan.Start, Status: in.plan.Status, Calendar: cals})
	for i, t := range in.plan.Tasks {
		if t.Parent != schedule.None {
			t.Parent += tasks
		}
		t.Calendar += cals
		t.Project = project
		p.plan.Tasks = append(p.plan.Tasks, t)
		p.at[in.tasks[i].ID] = tasks + i
	}
	p.tasks = append(p.tasks, in.tasks...)
	resource := make([]int, len(in.plan.Resources))
	for i, r := range in.plan.Resources {
		k, ok := who[in.who[i]]
		if !ok {
			k = len(p.plan.Resources)
			who[in.who[i]] = k
			r.Calendar += cals
			p.plan.Resources = append(p.plan.Resources, r)
			p.people = append(p.people, in.who[i])
		}
		resource[i] = k
	}
	for _, a := range in.plan.Assignments {
		if a.Task == schedule.None {
			continue
		}
		a.Task, a.Resource = a.Task+tasks, resource[a.Resource]
		p.plan.Assignments = append(p.plan.Assignments, a)
	}
}

// LevelPreview is what levelling would do: nothing has been written.
type LevelPreview struct {
	Plans    []LevelledPlan
	Overload int // days of people with too much work, as things are
	Left     int // the same afterwards
	Tries    int
	Hopeless []data.Task // tasks that overload somebody by themselves
	Stuck    bool        // nothing better was found: no task would move
	delays   map[data.ID[data.Task]]data.Span
}

// LevelledPlan is one plan before and after.
type LevelledPlan struct {
	ID     data.ID[data.Plan]
	Before data.Date // finish as it is
	After  data.Date
	Price  int // working days by which it ends later
	Moved  int
	Dates  map[data.ID[data.Task]]data.TaskDate // of all its tasks, as they would be
}

// Level finds out how to resolve the overload of people: over the current plans
// of all open projects, moving the tasks of one plan only, or of all when only
// is zero. Stop ends the search; at least one plan is always made.
func Level(r *sqlite.Reader, only data.ID[data.Plan], stop func() bool) (*LevelPreview, error) {
	ids, err := r.OpenPlans()
	if err != nil {
		return nil, err
	}
	d := &deriver{tx: &sqlite.Tx{Reader: r}}
	at := schedule.None
	for k, id := range ids {
		if id == only {
			at = k
		}
	}
	if !only.IsZero() && at == schedule.None {
		at = len(ids)
		ids = append(ids, only)
	}
	p, err := d.portfolioOf(ids)
	if err != nil {
		return nil, err
	}
	return p.preview(schedule.Level(&p.plan, schedule.Levelling{Project: at, Seed: 1, Stop: stop})), nil
}

func (p *portfolio) preview(l *schedule.Levelled) *LevelPreview {
	out := &LevelPreview{Overload: l.Overload, Left: l.Left, Tries: l.Tries, Stuck: l.Stuck, delays: map[data.ID[data.Task]]data.Span{}}
	for k, id := range p.plans {
		out.Plans = append(out.Plans, LevelledPlan{ID: id, Before: l.Before[k], After: l.After[k], Price: l.Price[k], Dates: map[data.ID[data.Task]]data.TaskDate{}})
	}
	for i, t := range p.tasks {
		k := p.plan.Tasks[i].Project
		one := planInput{tasks: p.tasks}
		out.Plans[k].Dates[t.ID] = one.date(p.plans[k], i, l.Rows[i], "")
		if t.LevelDelay != l.Delays[i] {
			out.delays[t.ID] = l.Delays[i]
		}
	}
	for _, i := range l.Moved {
		if !l.Rows[i].Summary {
			out.Plans[p.plan.Tasks[i].Project].Moved++
		}
	}
	for _, i := range l.Hopeless {
		out.Hopeless = append(out.Hopeless, p.tasks[i])
	}
	return out
}

// ApplyLevel writes the delays of a preview in one step.
type ApplyLevel struct{ Preview *LevelPreview }

// Label is "command.plan.level".
func (c ApplyLevel) Label() (string, string) { return "command.plan.level", "" }

// Run writes the tasks whose delay changes. What is begun since the preview was
// made keeps its place.
func (c ApplyLevel) Run(tx *sqlite.Tx) error {
	for id, delay := range c.Preview.delays {
		t, err := sqlite.Get(tx.Reader, id)
		if err == data.ErrNotFound {
			continue
		}
		if err != nil {
			return err
		}
		if !t.ActualStart.IsZero() {
			continue
		}
		t.LevelDelay = delay
		if err := tx.Put(t); err != nil {
			return err
		}
	}
	return nil
}

// ClearLevel takes the delays of levelling back from a plan.
type ClearLevel struct {
	PlanID data.ID[data.Plan]
	Name   string
}

// Label is "command.plan.unlevel" and the plan's name.
func (c ClearLevel) Label() (string, string) { return "command.plan.unlevel", c.Name }

// Run clears every delay.
func (c ClearLevel) Run(tx *sqlite.Tx) error {
	list, err := sqlite.List[data.Task](tx.Reader, "plan_id = ? AND level_delay IS NOT NULL", c.PlanID)
	if err != nil {
		return err
	}
	for _, t := range list {
		t.LevelDelay = data.Span{}
		if err := tx.Put(t); err != nil {
			return err
		}
	}
	return nil
}

// PlanRisk is how a plan ends when its durations vary, with the tasks behind the
// indices of the engine.
type PlanRisk struct {
	*schedule.Risk
	Tasks     []data.Task
	Estimated int       // tasks that have a three-point estimate
	Deadline  data.Date // against which Kept is counted; none = no chance
	Planned   data.Date // finish of the plan as it stands
}

// SimulatePlan tries a plan many times with durations drawn from its three-point
// estimates. Step is called now and then with the trials done; false ends it.
func SimulatePlan(r *sqlite.Reader, tree data.PlanTree, trials int, step func(done int) bool) (*PlanRisk, error) {
	d := &deriver{tx: &sqlite.Tx{Reader: r}}
	in, err := d.treeInput(tree)
	if err != nil {
		return nil, err
	}
	out := &PlanRisk{Tasks: in.tasks, Deadline: tree.Project.DeadlineOn}
	var est []schedule.Estimate
	for i, t := range in.tasks {
		if e, ok := estimateOf(t); ok {
			e.Task = i
			est = append(est, e)
		}
	}
	out.Estimated = len(est)
	out.Planned = d.solver.Solve(&in.plan).Finish
	out.Risk = schedule.Simulate(&in.plan, schedule.Simulation{Estimates: est, Trials: trials, Seed: 1, Deadline: out.Deadline, Step: step})
	return out, nil
}

// estimateOf is the three-point estimate of a task; the likely value may be its
// duration.
func estimateOf(t data.Task) (schedule.Estimate, bool) {
	likely := t.EstM
	if likely.IsZero() {
		likely = t.Duration
	}
	if t.EstO.IsZero() || t.EstP.IsZero() || likely.IsZero() {
		return schedule.Estimate{}, false
	}
	return schedule.Estimate{O: t.EstO.Amount, M: likely.Amount, P: t.EstP.Amount, Unit: t.EstO.Unit}, true
}

// UseMean makes the PERT mean of the three-point estimates the duration of the
// tasks of a plan that have one.
type UseMean struct {
	PlanID data.ID[data.Plan]
	Name   string
}

// Label is "command.plan.mean" and the plan's name.
func (c UseMean) Label() (string, string) { return "command.plan.mean", c.Name }

// Run keeps the likely value that a duration stood for.
func (c UseMean) Run(tx *sqlite.Tx) error {
	list, err := sqlite.List[data.Task](tx.Reader, "plan_id = ?", c.PlanID)
	if err != nil {
		return err
	}
	for _, t := range list {
		e, ok := estimateOf(t)
		if !ok {
			continue
		}
		if t.EstM.IsZero() {
			t.EstM = t.Duration
		}
		t.Duration = e.Mean()
		if err := tx.Put(t); err != nil {
			return err
		}
	}
	return nil
}

// CriticalAcross are the tasks that hold the last end of all open projects,
// through links and through the people whom they share.
func CriticalAcross(r *sqlite.Reader) (map[data.ID[data.Task]]bool, error) {
	ids, err := r.OpenPlans()
	if err != nil {
		return nil, err
	}
	d := &deriver{tx: &sqlite.Tx{Reader: r}}
	p, err := d.portfolioOf(ids)
	if err != nil {
		return nil, err
	}
	out := map[data.ID[data.Task]]bool{}
	for i, row := range schedule.Across(&p.plan).Rows {
		if row.Critical && !row.Summary {
			out[p.tasks[i].ID] = true
		}
	}
	return out, nil
}
