package sqlite

import "portfel/data"

// ItemLinks are the links of the items of a trainee's plan to project tasks, with
// the dates and the progress of those.
func (r *Reader) ItemLinks(plan data.ID[data.Plan]) ([]data.ItemLink, error) {
	return query[data.ItemLink](r, `SELECT t.id, x.id, d.starts_on, d.ends_on, CASE WHEN x.status = 'done' THEN 100 WHEN d.is_summary = 1 THEN d.percent ELSE x.percent END
FROM task t JOIN link l ON l.left_id = t.id AND l.role = 'task' JOIN task x ON x.id = l.right_id JOIN plan p ON p.id = x.plan_id AND p.mentoring_id IS NULL
  LEFT JOIN task_date d ON d.task_id = x.id
WHERE t.plan_id = ? ORDER BY t.id, l.id`, plan.String())
}

// FollowingPlans are the trainees' plans with items that stand for tasks of a
// plan; of any plan when the id is zero.
func (r *Reader) FollowingPlans(of data.ID[data.Plan]) ([]data.ID[data.Plan], error) {
	rows, err := query[struct{ ID data.ID[data.Plan] }](r, `SELECT DISTINCT t.plan_id FROM task x JOIN link l ON l.right_id = x.id AND l.role = 'task' JOIN task t ON t.id = l.left_id
  JOIN plan p ON p.id = t.plan_id AND p.mentoring_id IS NOT NULL WHERE ?1 = '' OR x.plan_id = ?1 ORDER BY t.plan_id`, of.String())
	return idsOf(rows, err)
}

func idsOf(rows []struct{ ID data.ID[data.Plan] }, err error) ([]data.ID[data.Plan], error) {
	var out []data.ID[data.Plan]
	for _, x := range rows {
		out = append(out, x.ID)
	}
	return out, err
}

// TouchedItemPlans are the trainees' plans whose items this step joined to project
// tasks, or parted from them.
func (t *Tx) TouchedItemPlans() ([]data.ID[data.Plan], error) {
	return touched[data.Plan](t, `SELECT DISTINCT p.id FROM task x JOIN plan p ON p.id = x.plan_id AND p.mentoring_id IS NOT NULL
  WHERE x.id IN (SELECT json_extract(j, '$.left_id') FROM row WHERE tbl = 'link')`)
}

// myMentorings are those that run, led by a person.
const myMentorings = "m.mentor_id = ?1 AND m.status IN ('running', 'assessment') AND m.archived_on IS NULL"

// ReviewQueue is what waits for a mentor's check over all trainees: what was
// handed in first comes first.
func (r *Reader) ReviewQueue(mentor data.ID[data.Person]) ([]data.QueueRow, error) {
	return query[data.QueueRow](r, `SELECT t.id, t.name, m.id, coalesce(w.full_name, ''), coalesce(u.name, ''), s.id, s.handed_on, coalesce(s.trainee_spent, 0), coalesce(s.comment, ''),
  (SELECT count(*) FROM submission x WHERE x.task_id = t.id), (SELECT count(*) FROM attachment a WHERE a.owner_id = s.id),
  t.deadline_on, d.ends_on, coalesce(d.effort, t.effort), t.mentor_effort, coalesce(c.name, ''), t.result, t.criterion
FROM mentoring m JOIN plan p ON p.mentoring_id = m.id AND p.is_current = 1 JOIN task t ON t.plan_id = p.id AND t.status = 'review'
  LEFT JOIN person w ON w.id = m.trainee_id LEFT JOIN task u ON u.id = t.parent_id LEFT JOIN task_date d ON d.task_id = t.id
  LEFT JOIN competency c ON c.id = t.competency_id
  LEFT JOIN submission s ON s.id = (SELECT y.id FROM submission y WHERE y.task_id = t.id AND y.verdict = 'pending' ORDER BY y.handed_on DESC, y.id DESC LIMIT 1)
WHERE `+myMentorings+` AND t.what <> 'stage' ORDER BY coalesce(s.handed_on, t.deadline_on, d.ends_on), w.full_name, t.ord, t.id`, mentor.String())
}

// OverdueItems are the open items after their terms that lie with the trainees of
// a mentor, the oldest first; what lies with the mentor stands in ReviewQueue.
func (r *Reader) OverdueItems(mentor data.ID[data.Person], today data.Date) ([]data.OverdueRow, error) {
	return query[data.OverdueRow](r, `SELECT t.id, t.name, m.id, coalesce(w.full_name, ''), t.status, coalesce(t.deadline_on, d.ends_on) AS due
FROM mentoring m JOIN plan p ON p.mentoring_id = m.id AND p.is_current = 1 JOIN task t ON t.plan_id = p.id JOIN task_date d ON d.task_id = t.id
  LEFT JOIN person w ON w.id = m.trainee_id
WHERE `+myMentorings+` AND d.is_summary = 0 AND t.what <> 'stage' AND t.status NOT IN ('done', 'cancelled', 'review') AND coalesce(t.deadline_on, d.ends_on) < ?2
ORDER BY due, w.full_name, t.ord, t.id`, mentor.String(), today.String())
}

// Standings tell of each running mentoring of a mentor when something last moved.
func (r *Reader) Standings(mentor data.ID[data.Person]) ([]data.StandRow, error) {
	return query[data.StandRow](r, `SELECT m.id, coalesce(w.full_name, ''), m.starts_on, (SELECT max(x.day) FROM (
    SELECT max(s.handed_on, coalesce(s.decided_on, '')) AS day FROM plan p JOIN task t ON t.plan_id = p.id JOIN submission s ON s.task_id = t.id WHERE p.mentoring_id = m.id
    UNION ALL SELECT substr(t.actual_start, 1, 10) FROM plan p JOIN task t ON t.plan_id = p.id WHERE p.mentoring_id = m.id
    UNION ALL SELECT v.held_on FROM review v WHERE v.mentoring_id = m.id
    UNION ALL SELECT substr(e.starts, 1, 10) FROM event e WHERE e.mentoring_id = m.id AND e.status = 'held') x),
  (SELECT d.starts_on FROM due_date d WHERE d.owner_id = m.id AND d.code = 'conclusion'), (SELECT d.starts_on FROM due_date d WHERE d.owner_id = m.id AND d.code = 'notice')
FROM mentoring m LEFT JOIN person w ON w.id = m.trainee_id WHERE `+myMentorings+` ORDER BY w.full_name, m.id`, mentor.String())
}

const submissionRows = `SELECT s.id, s.task_id, coalesce(w.full_name, ''), s.handed_on, s.trainee_spent, s.comment, s.verdict, s.score, s.remarks, s.new_term_on, s.mentor_spent,
  s.decided_on, coalesce(h.full_name, ''), (SELECT count(*) FROM attachment a WHERE a.owner_id = s.id)
FROM submission s LEFT JOIN person w ON w.id = s.person_id LEFT JOIN person h ON h.id = s.decider_id `

// ItemHistory are the handings-in of an item, the oldest first.
func (r *Reader) ItemHistory(item data.ID[data.Task]) ([]data.SubmissionRow, error) {
	return query[data.SubmissionRow](r, submissionRows+"WHERE s.task_id = ? ORDER BY s.handed_on, s.id", item.String())
}

// Submissions are the handings-in of the current plan of a mentoring, the oldest
// first.
func (r *Reader) Submissions(id data.ID[data.Mentoring]) ([]data.SubmissionRow, error) {
	return query[data.SubmissionRow](r, submissionRows+`WHERE s.task_id IN (SELECT t.id FROM task t JOIN plan p ON p.id = t.plan_id WHERE p.mentoring_id = ? AND p.is_current = 1)
ORDER BY s.handed_on, s.id`, id.String())
}

// Materials are what a trainee is given for an item, in order.
func (r *Reader) Materials(item data.ID[data.Task]) ([]data.Material, error) {
	return List[data.Material](r, "task_id = ? ORDER BY ord, id", item)
}
