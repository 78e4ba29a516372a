package sqlite

import (
	"strconv"

	"portfel/data"
)

// Plans are the current plans of projects, open projects first.
func (r *Reader) Plans() ([]data.PlanHead, error) {
	return query[data.PlanHead](r, `SELECT p.id, p.what, p.project_id, coalesce(j.code, ''), coalesce(j.name, p.name), coalesce(c.name, ''), coalesce(j.status, ''),
    (SELECT max(d.ends_on) FROM task_date d WHERE d.plan_id = p.id), p.archived_on IS NOT NULL OR j.archived_on IS NOT NULL
  FROM plan p LEFT JOIN project j ON j.id = p.project_id LEFT JOIN client c ON c.id = j.client_id
  WHERE p.is_current = 1 AND p.mentoring_id IS NULL
  ORDER BY 9, coalesce(j.status, '') IN ('closed', 'cancelled'), j.code, j.name, p.name`)
}

// OpenPlans are the current plans whose work is to be done: of projects that are
// planned, running or closing, of running mentorings, of the department and of
// own study.
func (r *Reader) OpenPlans() ([]data.ID[data.Plan], error) {
	rows, err := query[struct{ ID data.ID[data.Plan] }](r, `SELECT p.id FROM plan p LEFT JOIN project j ON j.id = p.project_id LEFT JOIN mentoring m ON m.id = p.mentoring_id
  WHERE p.is_current = 1 AND p.archived_on IS NULL AND p.what <> 'template'
    AND (p.project_id IS NULL OR j.archived_on IS NULL AND j.status IN ('planning', 'running', 'closing'))
    AND (p.mentoring_id IS NULL OR m.status = 'running') ORDER BY p.id`)
	ids := make([]data.ID[data.Plan], len(rows))
	for i, x := range rows {
		ids[i] = x.ID
	}
	return ids, err
}

// Baselines are the baselines of a plan, newest first.
func (r *Reader) Baselines(plan data.ID[data.Plan]) ([]data.Baseline, error) {
	return List[data.Baseline](r, "plan_id = ? ORDER BY taken_at DESC, id DESC", plan)
}

// BaselineTasks are the lines of a baseline by task.
func (r *Reader) BaselineTasks(id data.ID[data.Baseline]) (map[data.ID[data.Task]]data.BaselineTask, error) {
	rows, err := List[data.BaselineTask](r, "baseline_id = ?", id)
	out := make(map[data.ID[data.Task]]data.BaselineTask, len(rows))
	for _, x := range rows {
		out[x.TaskID] = x
	}
	return out, err
}

// Variants are the plans of the same owner as a plan, the one that counts first.
func (r *Reader) Variants(plan data.Plan) ([]data.Plan, error) {
	if plan.ProjectID.IsZero() && plan.MentoringID.IsZero() {
		return []data.Plan{plan}, nil
	}
	return List[data.Plan](r, "project_id IS ? AND mentoring_id IS ? AND archived_on IS NULL ORDER BY is_current DESC, id", plan.ProjectID, plan.MentoringID)
}

// Templates are the plans that new plans can be made from.
func (r *Reader) Templates() ([]data.Plan, error) {
	return List[data.Plan](r, "what = 'template' AND archived_on IS NULL ORDER BY name")
}

// CurrentPlan is the plan of a project that counts; data.ErrNotFound if none.
func (r *Reader) CurrentPlan(project data.ID[data.Project]) (data.ID[data.Plan], error) {
	v, err := one[struct{ ID data.ID[data.Plan] }](r, "SELECT id FROM plan WHERE project_id = ? AND is_current = 1 ORDER BY id LIMIT 1", project.String())
	return v.ID, err
}

// TemplateOf is the template that a plan or a task belongs to, zero for those of
// other plans; data.ErrNotFound for what is neither.
func (r *Reader) TemplateOf(ref data.Ref) (data.ID[data.Plan], error) {
	v, err := one[struct{ ID data.ID[data.Plan] }](r, `SELECT CASE WHEN p.what = 'template' THEN p.id END FROM plan p
  WHERE p.id = ?1 OR p.id = (SELECT plan_id FROM task WHERE id = ?1) LIMIT 1`, ref.ID.String())
	return v.ID, err
}

// PlanOf is the plan of a task.
func (r *Reader) PlanOf(task data.ID[data.Task]) (data.ID[data.Plan], error) {
	v, err := one[struct{ ID data.ID[data.Plan] }](r, "SELECT plan_id FROM task WHERE id = ?", task.String())
	return v.ID, err
}

// PlanTree is a plan with its tasks in the order of the tree.
func (r *Reader) PlanTree(id data.ID[data.Plan]) (data.PlanTree, error) {
	var t data.PlanTree
	var err error
	if t.Plan, err = Get(r, id); err != nil {
		return t, err
	}
	if !t.Plan.ProjectID.IsZero() {
		if t.Project, err = Get(r, t.Plan.ProjectID); err != nil {
			return t, err
		}
		if c, err := Get(r, t.Project.ClientID); err == nil {
			t.Client = c.Name
		}
	}
	tasks, err := List[data.Task](r, "plan_id = ? ORDER BY ord, id", id)
	if err != nil {
		return t, err
	}
	t.Rows = treeOrder(tasks)
	return t, r.fillPlan(&t)
}

// treeOrder lays tasks out as the tree is read, with their WBS codes. A task
// whose parent is not in the plan stands at the top.
func treeOrder(tasks []data.Task) []data.PlanRow {
	here := make(map[data.ID[data.Task]]bool, len(tasks))
	for _, t := range tasks {
		here[t.ID] = true
	}
	kids := make(map[data.ID[data.Task]][]int, len(tasks))
	for i, t := range tasks {
		p := t.ParentID
		if !here[p] {
			p = data.ID[data.Task]{}
		}
		kids[p] = append(kids[p], i)
	}
	rows := make([]data.PlanRow, 0, len(tasks))
	var walk func(parent data.ID[data.Task], code string, depth int)
	walk = func(parent data.ID[data.Task], code string, depth int) {
		for n, i := range kids[parent] {
			own := code + strconv.Itoa(n+1)
			id := tasks[i].ID
			rows = append(rows, data.PlanRow{Task: tasks[i], Code: own, Depth: depth, HasKids: len(kids[id]) > 0})
			walk(id, own+".", depth+1)
		}
	}
	walk(data.ID[data.Task]{}, "", 0)
	return rows
}

// fillPlan adds dates, people and links.
func (r *Reader) fillPlan(t *data.PlanTree) error {
	at := make(map[data.ID[data.Task]]*data.PlanRow, len(t.Rows))
	for i := range t.Rows {
		at[t.Rows[i].Task.ID] = &t.Rows[i]
	}
	dates, err := r.TaskDates(t.Plan.ID)
	if err != nil {
		return err
	}
	for _, d := range dates {
		if row := at[d.TaskID]; row != nil {
			row.Date = d
		}
	}
	people, err := r.assignees(t.Plan.ID)
	if err != nil {
		return err
	}
	for _, a := range people {
		if row := at[a.TaskID]; row != nil {
			row.Assignees = append(row.Assignees, a)
		}
	}
	links, err := r.PlanLinks(t.Plan.ID)
	if err != nil {
		return err
	}
	for _, l := range links {
		row, pred := at[l.SuccID], at[l.PredID]
		if row != nil && pred != nil {
			row.Preds = append(row.Preds, data.PlanLink{Dependency: l, Code: pred.Code})
		}
	}
	return nil
}

func (r *Reader) assignees(id data.ID[data.Plan]) ([]data.Assignee, error) {
	rows, err := query[data.Assignee](r, `SELECT a.id, a.task_id, a.person_id, a.resource_id, coalesce(nullif(p.short_name, ''), p.full_name, x.name), a.effort, a.units, coalesce(p.is_me, 0)
  FROM task t JOIN assignment a ON a.task_id = t.id LEFT JOIN person p ON p.id = a.person_id LEFT JOIN resource x ON x.id = a.resource_id
  WHERE t.plan_id = ? ORDER BY p.is_me DESC, p.full_name IS NULL, p.full_name, x.name`, id.String())
	for i := range rows {
		if !rows[i].PersonID.IsZero() {
			rows[i].Name = data.ShortName(rows[i].Name)
		}
	}
	return rows, err
}

// PlanLinks are the links between the tasks of a plan.
func (r *Reader) PlanLinks(id data.ID[data.Plan]) ([]data.Dependency, error) {
	return query[data.Dependency](r, `SELECT d.id, d.pred_id, d.succ_id, d.type, d.lag FROM task t JOIN dependency d ON d.succ_id = t.id
  WHERE t.plan_id = ? ORDER BY d.id`, id.String())
}

// SiteTrips are the trips of a person to a client that count for the plan: from
// planned on, and not cancelled.
func (r *Reader) SiteTrips(person data.ID[data.Person], client data.ID[data.Client]) ([]data.PlanTrip, error) {
	return query[data.PlanTrip](r, `SELECT t.id, t.place, d.starts_on, d.ends_on FROM trip t CROSS JOIN due_date d ON d.owner_id = t.id AND d.code = 'dates'
  WHERE t.person_id = ? AND t.client_id = ? AND t.status NOT IN ('draft', 'cancelled') AND d.starts_on IS NOT NULL ORDER BY d.starts_on, t.id`,
		person.String(), client.String())
}

// ProjectTrips are the trips of a project that touch the days from one to
// another (inclusive) and are not cancelled: place and dates.
func (r *Reader) ProjectTrips(project data.ID[data.Project], from, to data.Date) ([]data.PlanTrip, error) {
	return query[data.PlanTrip](r, `SELECT t.id, t.place, d.starts_on, d.ends_on FROM trip t CROSS JOIN due_date d ON d.owner_id = t.id AND d.code = 'dates'
  WHERE t.project_id = ?1 AND t.status <> 'cancelled' AND t.what <> 'local' AND d.starts_on <= ?3 AND d.ends_on >= ?2 ORDER BY d.starts_on`,
		project.String(), from.String(), to.String())
}
