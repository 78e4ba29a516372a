package sqlite

import "portfel/data"

// OpenMilestones are the milestones of the current plans of all open projects,
// of the department and of own study, by day.
func (r *Reader) OpenMilestones() ([]data.MilestoneRow, error) {
	return query[data.MilestoneRow](r, `SELECT t.id, p.id, t.name, coalesce(trim(j.code || ' ' || j.name), p.name), d.ends_on, t.deadline_on,
    coalesce(d.slack_days, 0), d.slack_days IS NOT NULL, coalesce(d.critical, 0), t.status,
    (SELECT b.ends_on FROM baseline_task b WHERE b.task_id = t.id AND b.baseline_id =
      (SELECT x.id FROM baseline x WHERE x.plan_id = p.id ORDER BY x.taken_at DESC, x.id DESC LIMIT 1))
  FROM task t JOIN plan p ON p.id = t.plan_id LEFT JOIN task_date d ON d.task_id = t.id LEFT JOIN project j ON j.id = p.project_id
  WHERE t.what = 'milestone' AND p.is_current = 1 AND p.archived_on IS NULL AND p.what <> 'template' AND p.mentoring_id IS NULL AND t.status <> 'cancelled'
    AND (p.project_id IS NULL OR j.archived_on IS NULL AND j.status IN ('planning', 'running', 'paused', 'closing'))
  ORDER BY d.ends_on IS NULL, d.ends_on, t.ord, t.id`)
}
