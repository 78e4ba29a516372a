package sqlite

import "portfel/data"

// Progress of a mentoring's current plan: leaves that are neither sections nor
// cancelled. An accepted item counts whole, whatever its percentage says.
const mentoringProgress = `SELECT p.mentoring_id AS mentoring_id, count(*) AS items,
  sum(t.status = 'done') AS accepted, sum(t.status = 'review') AS reviews,
  sum(t.status <> 'done' AND coalesce(t.deadline_on, d.ends_on) < ?1) AS overdue,
  sum(d.effort * CASE t.status WHEN 'done' THEN 100 ELSE d.percent END) AS effort_done, sum(d.effort) AS effort,
  sum(d.days * CASE t.status WHEN 'done' THEN 100 ELSE d.percent END) AS days_done, sum(d.days) AS days
FROM plan p JOIN task t ON t.plan_id = p.id JOIN task_date d ON d.task_id = t.id
WHERE p.mentoring_id IS NOT NULL AND p.is_current = 1 AND d.is_summary = 0 AND t.what <> 'stage' AND t.status <> 'cancelled'
GROUP BY p.mentoring_id`

// Mentorings are all mentorings, archived ones too: those that run first, then
// those to come, then the finished, the newest first.
func (r *Reader) Mentorings(f data.MentoringFilter, today data.Date) ([]data.MentoringRow, error) {
	return query[data.MentoringRow](r, `SELECT m.id, m.trainee_id, coalesce(w.full_name, ''), coalesce(w.grade, ''), m.mentor_id, coalesce(h.full_name, ''),
  coalesce(h.is_me, 0), coalesce(w.is_me, 0), m.starts_on, m.ends_on, m.status, m.goals, m.conclusion, m.archived_on, p.id, coalesce(p.name, ''),
  coalesce(g.items, 0), coalesce(g.accepted, 0), coalesce(g.reviews, 0), coalesce(g.overdue, 0),
  coalesce(g.effort_done, 0), coalesce(g.effort, 0), coalesce(g.days_done, 0), coalesce(g.days, 0)
FROM mentoring m
  LEFT JOIN person w ON w.id = m.trainee_id
  LEFT JOIN person h ON h.id = m.mentor_id
  LEFT JOIN plan p ON p.id = (SELECT id FROM plan q WHERE q.mentoring_id = m.id AND q.is_current = 1 ORDER BY q.id LIMIT 1)
  LEFT JOIN (`+mentoringProgress+`) g ON g.mentoring_id = m.id
WHERE (?2 = '' OR m.id = ?2) AND (?3 = '' OR m.trainee_id = ?3 OR m.mentor_id = ?3)
ORDER BY CASE m.status WHEN 'running' THEN 0 WHEN 'assessment' THEN 0 WHEN 'done' THEN 2 ELSE 1 END,
  CASE m.status WHEN 'done' THEN NULL ELSE m.ends_on END, m.ends_on DESC, w.full_name`,
		today.String(), f.MentoringID.String(), f.PersonID.String())
}

// Items are the lines of a mentoring's current plan in the order of the tree.
func (r *Reader) Items(id data.ID[data.Mentoring]) ([]data.ItemRow, error) {
	rows, err := query[data.ItemRow](r, `SELECT t.id, t.parent_id, t.name, t.what, t.status, coalesce(d.percent, t.percent), t.score, t.deadline_on, d.starts_on, d.ends_on,
  coalesce(d.effort, t.effort), t.mentor_effort, t.competency_id, coalesce(c.name, ''), t.result, t.criterion, t.note,
  (SELECT count(*) FROM task k WHERE k.parent_id = t.id), x.id, coalesce(x.name, ''), coalesce(nullif(j.code, ''), j.name, ''),
  (SELECT count(*) FROM attachment a WHERE a.owner_id = t.id), 0
FROM plan p JOIN task t ON t.plan_id = p.id
  LEFT JOIN task_date d ON d.task_id = t.id
  LEFT JOIN competency c ON c.id = t.competency_id
  LEFT JOIN link l ON l.left_id = t.id AND l.role = 'task'
  LEFT JOIN task x ON x.id = l.right_id
  LEFT JOIN plan xp ON xp.id = x.plan_id
  LEFT JOIN project j ON j.id = xp.project_id
WHERE p.mentoring_id = ? AND p.is_current = 1
GROUP BY t.id ORDER BY t.ord, t.id`, id.String())
	return data.OrderItems(rows), err
}

// Meetings are the meetings of a mentoring by time: events, and the days of its
// series that have not become events. From and to are inclusive days; zero does
// not narrow.
func (r *Reader) Meetings(id data.ID[data.Mentoring], from, to data.Date) ([]data.MeetingRow, error) {
	return query[data.MeetingRow](r, `SELECT * FROM (
SELECT e.id, e.series_id, e.original_on, e.what, e.title, e.status, e.starts AS starts, e.ends, e.place, e.result, e.note, e.next_step, e.next_on
  FROM event e WHERE e.mentoring_id = ?1
UNION ALL SELECT NULL, s.id, d.starts_on, s.what, s.title, 'planned', d.starts, d.ends, s.place, '', '', '', NULL
  FROM event_series s JOIN due_date d ON d.owner_id = s.id AND d.code = 'occurrence'
  WHERE s.mentoring_id = ?1 AND NOT EXISTS (SELECT 1 FROM event e WHERE e.series_id = s.id AND e.original_on = d.starts_on)
) WHERE (?2 = '' OR substr(starts, 1, 10) >= ?2) AND (?3 = '' OR substr(starts, 1, 10) <= ?3) ORDER BY starts`,
		id.String(), from.String(), to.String())
}

// MentoringSeries are the repeated meetings of a mentoring.
func (r *Reader) MentoringSeries(id data.ID[data.Mentoring]) ([]data.Series, error) {
	return List[data.Series](r, "mentoring_id = ? ORDER BY starts, id", id)
}

// Reviews are the looks back of a mentoring, the newest first.
func (r *Reader) Reviews(id data.ID[data.Mentoring]) ([]data.Review, error) {
	return List[data.Review](r, "mentoring_id = ? ORDER BY held_on DESC, id DESC", id)
}

// Scores are all judgements of a mentoring by day.
func (r *Reader) Scores(id data.ID[data.Mentoring]) ([]data.ScoreRow, error) {
	return query[data.ScoreRow](r, `SELECT s.id, s.competency_id, c.name, c.area, c.scale, s.by_whom, s.level, s.on_date
FROM competency_score s JOIN competency c ON c.id = s.competency_id WHERE s.mentoring_id = ? ORDER BY s.on_date, s.id`, id.String())
}

// CompetencyNames are the competencies that are not archived, by area.
func (r *Reader) CompetencyNames() ([]data.NameRow, error) {
	return query[data.NameRow](r, "SELECT id, name, area FROM competency WHERE archived_on IS NULL ORDER BY area, name")
}

// RunningTrainees counts the trainees whom a mentor leads now.
func (r *Reader) RunningTrainees(mentor data.ID[data.Person]) (int, error) {
	n, err := number(r, `SELECT count(DISTINCT trainee_id) FROM mentoring
  WHERE mentor_id = ? AND status IN ('running', 'assessment') AND archived_on IS NULL`, mentor.String())
	return int(n), err
}

// ProjectTasks are the leaf tasks of the current plans of projects that are
// neither closed nor archived, for linking a trainee's item to one of them.
func (r *Reader) ProjectTasks() ([]data.NameRow, error) {
	return query[data.NameRow](r, `SELECT t.id, t.name, coalesce(nullif(j.code, ''), j.name)
FROM project j JOIN plan p ON p.project_id = j.id AND p.is_current = 1 JOIN task t ON t.plan_id = p.id JOIN task_date d ON d.task_id = t.id
WHERE j.archived_on IS NULL AND j.status NOT IN ('closed', 'cancelled') AND d.is_summary = 0 AND t.status NOT IN ('done', 'cancelled')
ORDER BY j.code, j.name, d.starts_on, t.ord`)
}

// WaitsFor tells whether a task waits for another one: through dependencies, the
// tasks it is a part of, and project tasks that items stand for.
func (r *Reader) WaitsFor(task, other data.ID[data.Task]) (bool, error) {
	n, err := number(r, `WITH RECURSIVE w (id) AS (VALUES (?1)
  UNION SELECT d.pred_id FROM w JOIN dependency d ON d.succ_id = w.id
  UNION SELECT t.parent_id FROM w JOIN task t ON t.id = w.id WHERE t.parent_id IS NOT NULL
  UNION SELECT l.right_id FROM w JOIN link l ON l.left_id = w.id AND l.role = 'task')
SELECT count(*) FROM w WHERE id = ?2`, task.String(), other.String())
	return n > 0, err
}

// MentoringOf is the mentoring whose plan a task, or a plan, belongs to; the
// zero Ref when it belongs to none.
func (r *Reader) MentoringOf(ref data.Ref) data.Ref {
	type row struct{ ID data.ID[data.Any] }
	m, err := one[row](r, `SELECT p.mentoring_id FROM plan p WHERE p.mentoring_id IS NOT NULL
  AND (p.id = ?1 OR p.id = (SELECT plan_id FROM task WHERE id = ?1))`, ref.ID.String())
	if err != nil {
		return data.Ref{}
	}
	return data.Ref{Kind: data.KindMentoring, ID: m.ID}
}
