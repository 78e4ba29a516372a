package sqlite

import (
	"slices"

	"portfel/data"
)

// planTotals sums up the current plans: a row a project. The order of the joins
// is fixed: left to itself SQLite walks all dates by their last day, which takes
// twice as long.
const planTotals = `SELECT p.project_id, p.id AS plan_id, max(d.ends_on) AS ends_on, count(*) AS tasks, sum(d.effort) AS effort,
    sum(d.effort * (CASE t.status WHEN 'done' THEN 100 ELSE t.percent END)) / 100 AS done,
    sum(CASE t.status WHEN 'done' THEN 100 ELSE t.percent END) AS percents,
    sum(t.status <> 'done' AND coalesce(t.deadline_on, d.ends_on) < ?1) AS late, sum(d.problem <> '') AS problems
  FROM plan p CROSS JOIN task t ON t.plan_id = p.id CROSS JOIN task_date d ON d.task_id = t.id
  WHERE p.project_id IS NOT NULL AND p.is_current = 1 AND d.is_summary = 0 AND t.status <> 'cancelled'
  GROUP BY p.id`

// newestBaselines are the last days and the hours of the newest baselines of the
// current plans: a row a project. Stages repeat the hours of their tasks and do
// not count.
const newestBaselines = `SELECT p.project_id, b.name, max(x.ends_on) AS ends_on, sum(CASE WHEN d.is_summary = 0 THEN x.effort ELSE 0 END) AS effort
  FROM plan p CROSS JOIN baseline b ON b.plan_id = p.id CROSS JOIN baseline_task x ON x.baseline_id = b.id LEFT JOIN task_date d ON d.task_id = x.task_id
  WHERE p.project_id IS NOT NULL AND p.is_current = 1
    AND b.id = (SELECT n.id FROM baseline n WHERE n.plan_id = p.id ORDER BY n.taken_at DESC, n.id DESC LIMIT 1)
  GROUP BY p.id`

// projectSelect fills a data.ProjectRow. Only projects at work can be late.
const projectSelect = `WITH total AS (` + planTotals + `), base AS (` + newestBaselines + `)
SELECT j.id, j.code, j.name, j.client_id, coalesce(c.name, ''), j.what, j.status, j.manager_id, coalesce(nullif(m.short_name, ''), m.full_name, ''),
  coalesce(m.is_me, 0) OR EXISTS (SELECT 1 FROM project_member q JOIN person w ON w.id = q.person_id WHERE q.project_id = j.id AND w.is_me = 1),
  j.starts_on, j.deadline_on, j.archived_on,
  (SELECT p.id FROM plan p WHERE p.project_id = j.id AND p.is_current = 1 ORDER BY p.id LIMIT 1),
  t.ends_on, coalesce(t.tasks, 0), coalesce(t.effort, 0), coalesce(t.done, 0),
  CASE WHEN coalesce(t.effort, 0) > 0 THEN (t.done * 100 + t.effort / 2) / t.effort WHEN t.tasks > 0 THEN t.percents / t.tasks ELSE 0 END,
  CASE WHEN j.status IN ('planning', 'running', 'closing') THEN coalesce(t.late, 0) ELSE 0 END,
  coalesce(t.problems, 0), coalesce(b.name, ''), b.ends_on, coalesce(b.effort, 0), j.health_set, j.health_note
FROM project j
  LEFT JOIN total t ON t.project_id = j.id
  LEFT JOIN base b ON b.project_id = j.id
  LEFT JOIN client c ON c.id = j.client_id
  LEFT JOIN person m ON m.id = j.manager_id`

// Projects are the projects that the filter leaves, archived ones too, by code
// and name, with what their current plans say on the day.
func (r *Reader) Projects(f data.ProjectFilter, today data.Date) ([]data.ProjectRow, error) {
	rows, err := query[data.ProjectRow](r, projectSelect+`
WHERE (?2 = '' OR j.client_id = ?2)
  AND (?3 = '' OR j.manager_id = ?3 OR EXISTS (SELECT 1 FROM project_member q WHERE q.project_id = j.id AND q.person_id = ?3))
ORDER BY j.code = '', j.code, j.name, j.id`, today.String(), f.ClientID.String(), f.PersonID.String())
	for i := range rows {
		rows[i].Manager = data.ShortName(rows[i].Manager)
	}
	return rows, err
}

// Members are those who take part in a project: own people first, then
// contacts, in the order they were added.
func (r *Reader) Members(id data.ID[data.Project]) ([]data.MemberRow, error) {
	return query[data.MemberRow](r, `SELECT m.id, m.person_id, m.contact_id, coalesce(p.full_name, k.full_name, ''), coalesce(p.position, k.position, ''),
  coalesce(c.name, ''), coalesce(p.phone, k.phone, ''), coalesce(p.email, k.email, ''), m.role, m.starts_on, m.ends_on
FROM project_member m
  LEFT JOIN person p ON p.id = m.person_id
  LEFT JOIN contact k ON k.id = m.contact_id
  LEFT JOIN client c ON c.id = k.client_id
WHERE m.project_id = ? ORDER BY m.person_id IS NULL, m.rowid`, id.String())
}

const projectTask = `SELECT t.id, t.name, t.what, t.status, d.ends_on, t.deadline_on, coalesce(nullif(w.short_name, ''), w.full_name, ''), t.waiting_for
FROM plan p CROSS JOIN task t ON t.plan_id = p.id CROSS JOIN task_date d ON d.task_id = t.id LEFT JOIN person w ON w.id = t.responsible_id
WHERE p.project_id = ?1 AND p.is_current = 1 AND d.is_summary = 0 AND t.status NOT IN ('done', 'cancelled')`

// Milestones are the milestones ahead in a project's current plan, the nearest
// first, at most limit.
func (r *Reader) Milestones(id data.ID[data.Project], limit int) ([]data.ProjectTask, error) {
	return r.projectTasks(projectTask+" AND t.what = 'milestone' ORDER BY d.ends_on, t.ord LIMIT ?2", id.String(), limit)
}

// LateTasks are the tasks of a project's current plan that are late on the day,
// the latest first, at most limit.
func (r *Reader) LateTasks(id data.ID[data.Project], today data.Date, limit int) ([]data.ProjectTask, error) {
	return r.projectTasks(projectTask+" AND coalesce(t.deadline_on, d.ends_on) < ?2 ORDER BY coalesce(t.deadline_on, d.ends_on), t.ord LIMIT ?3",
		id.String(), today.String(), limit)
}

func (r *Reader) projectTasks(text string, args ...any) ([]data.ProjectTask, error) {
	rows, err := query[data.ProjectTask](r, text, args...)
	for i := range rows {
		rows[i].Responsible = data.ShortName(rows[i].Responsible)
	}
	return rows, err
}

// PlanProblems are the tasks of a project's current plan that the engine finds a
// contradiction in, in the order of the plan, at most limit. Problem is its code,
// worded by "plan.problem.<code>".
func (r *Reader) PlanProblems(id data.ID[data.Project], limit int) ([]data.ProblemTask, error) {
	return query[data.ProblemTask](r, `SELECT t.id, t.name, d.problem FROM plan p CROSS JOIN task t ON t.plan_id = p.id CROSS JOIN task_date d ON d.task_id = t.id
  WHERE p.project_id = ? AND p.is_current = 1 AND d.problem <> '' AND t.status <> 'cancelled' ORDER BY d.starts_on, t.ord LIMIT ?`, id.String(), limit)
}

// ProjectMeetings are the meetings of a project and the days of its series, the
// newest first. The Detail of a held one is its result.
func (r *Reader) ProjectMeetings(id data.ID[data.Project]) ([]data.AgendaRow, error) {
	rows, err := r.Agenda(data.AgendaFilter{ProjectID: id, Layers: []data.Layer{data.LayerMeetings}})
	if err != nil {
		return nil, err
	}
	type result struct {
		ID   data.ID[data.Any]
		Text string
	}
	results, err := query[result](r, "SELECT id, result FROM event WHERE project_id = ? AND result <> ''", id.String())
	if err != nil {
		return nil, err
	}
	of := map[data.ID[data.Any]]string{}
	for _, x := range results {
		of[x.ID] = x.Text
	}
	slices.Reverse(rows)
	for i := range rows {
		if s := of[rows[i].RefID]; s != "" {
			rows[i].Detail = s
		}
	}
	return rows, nil
}
