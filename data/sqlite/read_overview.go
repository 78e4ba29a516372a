package sqlite

import "portfel/data"

// The branches of Attention fill a data.AttentionRow in the order of its fields.
// ?1 is the owner, ?2 today, ?3 the last day looked at.
const attentionTasks = `SELECT CASE t.status WHEN 'waiting' THEN 'waiting' ELSE 'task' END AS what, 'task', t.id, t.name AS title, coalesce(t.deadline_on, d.ends_on) AS due,
    NULL AS starts, NULL, 1, d.starts_on, d.ends_on, t.status, t.percent, d.critical,
    t.responsible_id = ?1 OR t.id IN (SELECT a.task_id FROM assignment a WHERE a.person_id = ?1), coalesce(nullif(w.short_name, ''), w.full_name, ''),
    coalesce(c.name, ''), coalesce(j.name, p.name), t.waiting_for, t.waiting_since, '', NULL
  FROM (SELECT task_id AS id FROM assignment WHERE person_id = ?1 UNION SELECT id FROM task WHERE responsible_id = ?1
      UNION SELECT k.id FROM project l JOIN plan q ON q.project_id = l.id JOIN task k ON k.plan_id = q.id
        WHERE l.manager_id = ?1 AND l.status IN ('planning', 'running', 'closing') AND k.status NOT IN ('done', 'cancelled')) mine
    CROSS JOIN task t ON t.id = mine.id JOIN task_date d ON d.task_id = t.id JOIN plan p ON p.id = t.plan_id LEFT JOIN project j ON j.id = p.project_id
    LEFT JOIN client c ON c.id = j.client_id LEFT JOIN person w ON w.id = t.responsible_id
  WHERE t.status NOT IN ('done', 'cancelled') AND (coalesce(t.deadline_on, d.ends_on) <= ?3 OR t.status = 'waiting')
    AND d.is_summary = 0 AND p.is_current = 1 AND p.archived_on IS NULL AND p.mentoring_id IS NULL
    AND (j.id IS NULL OR j.status IN ('planning', 'running', 'closing') AND j.archived_on IS NULL)
    AND (t.responsible_id = ?1 OR t.id IN (SELECT a.task_id FROM assignment a WHERE a.person_id = ?1)
      OR j.manager_id = ?1 AND (t.responsible_id IS NULL OR coalesce(t.deadline_on, d.ends_on) < ?2))`

// An advance report is owed from the last day of the trip on.
const attentionTrips = `SELECT d.code, 'trip', t.id, t.name, d.ends_on, NULL, NULL, 1, s.starts_on, s.ends_on, t.status, 0, 0, 1, '',
    coalesce(c.name, ''), coalesce(j.name, ''), '', NULL, '', NULL
  FROM trip t JOIN due_date d ON d.owner_id = t.id AND d.ord = 0 JOIN due_date s ON s.owner_id = t.id AND s.code = 'dates' AND s.ord = 0
    LEFT JOIN client c ON c.id = t.client_id LEFT JOIN project j ON j.id = t.project_id
  WHERE t.person_id = ?1 AND t.archived_on IS NULL
    AND (d.code = 'report' AND t.status = 'ordered' AND (d.ends_on <= ?3 OR s.ends_on <= ?2) OR d.code = 'papers' AND t.status IN ('planned', 'agreed') AND d.ends_on <= ?3)`

const attentionDocuments = `SELECT 'document', 'deliverable', v.id, v.title, v.due_on, NULL, NULL, 1, NULL, NULL, coalesce(n.status, ''), 0, 0,
    v.author_id = ?1, coalesce(nullif(w.short_name, ''), w.full_name, ''), coalesce(c.name, ''), coalesce(j.name, ''), '', NULL, coalesce(n.label, ''), NULL
  FROM deliverable v LEFT JOIN version n ON n.id = (SELECT x.id FROM version x WHERE x.deliverable_id = v.id ORDER BY x.created_on DESC, x.id DESC LIMIT 1)
    LEFT JOIN project j ON j.id = v.project_id LEFT JOIN client c ON c.id = j.client_id LEFT JOIN person w ON w.id = v.author_id
  WHERE v.id IN (SELECT id FROM deliverable WHERE author_id = ?1 UNION SELECT k.id FROM project l JOIN deliverable k ON k.project_id = l.id WHERE l.manager_id = ?1)
    AND v.due_on <= ?3 AND v.archived_on IS NULL AND coalesce(n.status, '') NOT IN ('approved', 'handed', 'replaced', 'cancelled')
    AND (v.author_id = ?1 OR j.manager_id = ?1 AND v.due_on < ?2)`

const attentionApprovals = `SELECT 'approval', 'deliverable', v.id, v.title, a.due_on, NULL, NULL, 1, NULL, NULL, n.status, 0, 0, 1, coalesce(nullif(w.short_name, ''), w.full_name, ''),
    coalesce(c.name, ''), coalesce(j.name, ''), '', NULL, n.label, NULL
  FROM approval a JOIN version n ON n.id = a.version_id JOIN deliverable v ON v.id = n.deliverable_id
    LEFT JOIN project j ON j.id = v.project_id LEFT JOIN client c ON c.id = j.client_id LEFT JOIN person w ON w.id = v.author_id
  WHERE a.person_id = ?1 AND a.decision = 'pending' AND v.archived_on IS NULL AND n.status IN ('internal', 'client')`

const attentionItems = `SELECT CASE WHEN m.trainee_id = ?1 THEN 'own' WHEN t.status = 'review' THEN 'review' ELSE 'item' END, 'task', t.id, t.name,
    coalesce(t.deadline_on, d.ends_on), NULL, NULL, 1, d.starts_on, d.ends_on, t.status, t.percent, 0, 1, coalesce(nullif(w.short_name, ''), w.full_name, ''),
    '', '', t.waiting_for, t.waiting_since, '', NULL
  FROM mentoring m JOIN plan p ON p.mentoring_id = m.id JOIN task_date d ON d.plan_id = p.id JOIN task t ON t.id = d.task_id LEFT JOIN person w ON w.id = m.trainee_id
  WHERE m.status = 'running' AND m.archived_on IS NULL AND p.is_current = 1 AND d.is_summary = 0
    AND (m.mentor_id = ?1 AND (t.status = 'review' OR t.status NOT IN ('done', 'cancelled') AND coalesce(t.deadline_on, d.ends_on) < ?2)
      OR m.trainee_id = ?1 AND t.status NOT IN ('done', 'cancelled', 'review') AND coalesce(t.deadline_on, d.ends_on) <= ?3)`

const attentionControls = `SELECT 'control', 'mentoring', m.id, CAST(d.ord AS TEXT), d.starts_on, NULL, NULL, 1, NULL, NULL, m.status, 0, 0, 1, coalesce(nullif(w.short_name, ''), w.full_name, ''),
    '', '', '', NULL, '', NULL
  FROM mentoring m JOIN due_date d ON d.owner_id = m.id AND d.code = 'control' LEFT JOIN person w ON w.id = m.trainee_id
  WHERE m.mentor_id = ?1 AND m.status = 'running' AND m.archived_on IS NULL AND d.starts_on BETWEEN ?2 AND ?3`

// A + before a column keeps its index out: the few participants of a meeting
// are found by the meeting, not by the thousands of meetings of a person.
//
// Of today's meetings those count in which the owner takes part, or of which
// nobody says who does.
const attentionMeetings = `SELECT 'meeting', 'event', e.id, e.title, substr(e.starts, 1, 10), e.starts, e.ends, e.all_day, NULL, NULL, e.status, 0, 0, 1, '',
    coalesce(c.name, ''), coalesce(j.name, ''), e.place, NULL, '', NULL
  FROM event e LEFT JOIN client c ON c.id = e.client_id LEFT JOIN project j ON j.id = e.project_id LEFT JOIN mentoring m ON m.id = e.mentoring_id
  WHERE substr(e.starts, 1, 10) = ?2 AND e.status = 'planned' AND (m.mentor_id = ?1 OR m.trainee_id = ?1 OR m.id IS NULL AND (
      EXISTS (SELECT 1 FROM event_person x WHERE x.event_id = e.id AND +x.person_id = ?1)
      OR NOT EXISTS (SELECT 1 FROM event_person x WHERE x.event_id = e.id AND x.person_id IS NOT NULL)))
  UNION ALL SELECT 'meeting', 'event_series', s.id, s.title, d.starts_on, d.starts, d.ends, s.all_day, NULL, NULL, 'planned', 0, 0, 1, '',
    coalesce(c.name, ''), coalesce(j.name, ''), s.place, NULL, '', d.starts_on
  FROM due_date d JOIN event_series s ON s.id = d.owner_id LEFT JOIN client c ON c.id = s.client_id LEFT JOIN project j ON j.id = s.project_id
    LEFT JOIN mentoring m ON m.id = s.mentoring_id
  WHERE d.code = 'occurrence' AND d.starts_on = ?2 AND (m.mentor_id = ?1 OR m.trainee_id = ?1 OR m.id IS NULL AND (
      EXISTS (SELECT 1 FROM event_person x WHERE x.series_id = s.id AND +x.person_id = ?1)
      OR NOT EXISTS (SELECT 1 FROM event_person x WHERE x.series_id = s.id AND x.person_id IS NOT NULL)))`

// Attention is what asks the person to act: late things, those due up to the
// day until, what waits for an answer or a check, and the meetings of today. It
// is ordered by term, then by time; what has no term stands last.
func (r *Reader) Attention(person data.ID[data.Person], today, until data.Date) ([]data.AttentionRow, error) {
	rows, err := query[data.AttentionRow](r, "SELECT * FROM ("+attentionTasks+" UNION ALL "+attentionTrips+" UNION ALL "+attentionDocuments+
		" UNION ALL "+attentionApprovals+" UNION ALL "+attentionItems+" UNION ALL "+attentionControls+" UNION ALL "+attentionMeetings+
		") ORDER BY due IS NULL, due, starts IS NOT NULL, starts, what, title", person.String(), today.String(), until.String())
	for i := range rows {
		rows[i].Person = data.ShortName(rows[i].Person)
	}
	return rows, err
}

// WorkOf is the work of a person that touches the days from one to another, and
// what is late and not done on the first of them: shares of tasks of projects
// that are not paused or closed, items as a trainee and as a mentor, rides,
// meetings of mentorings. An item that stands for a task of a project in which the
// trainee has hours is counted there.
func (r *Reader) WorkOf(person data.ID[data.Person], from, to data.Date) ([]data.WorkRow, error) {
	return query[data.WorkRow](r, `SELECT CASE WHEN p.mentoring_id IS NULL THEN 'share' ELSE 'study' END, t.id, t.name, d.starts_on, d.ends_on, a.effort,
    CASE t.status WHEN 'done' THEN 100 ELSE t.percent END, NULL, NULL
  FROM assignment a JOIN task t ON t.id = a.task_id JOIN task_date d ON d.task_id = t.id JOIN plan p ON p.id = t.plan_id
    LEFT JOIN project j ON j.id = p.project_id LEFT JOIN mentoring m ON m.id = p.mentoring_id
  WHERE a.person_id = ?1 AND a.effort > 0 AND p.is_current = 1 AND p.archived_on IS NULL AND d.is_summary = 0 AND d.starts_on <= ?3 AND t.status <> 'cancelled'
    AND (d.ends_on >= ?2 OR t.status <> 'done')
    AND (p.project_id IS NULL OR j.archived_on IS NULL AND j.status IN ('planning', 'running', 'closing'))
    AND (p.mentoring_id IS NULL OR m.status = 'running' AND NOT EXISTS (SELECT 1 FROM link l JOIN assignment b ON b.task_id = l.right_id AND b.person_id = a.person_id
      WHERE l.left_id = t.id AND l.role = 'task'))
UNION ALL SELECT 'mentor', t.id, t.name, d.starts_on, max(d.ends_on, coalesce(t.deadline_on, d.ends_on)), t.mentor_effort, CASE t.status WHEN 'done' THEN 100 ELSE 0 END, NULL, NULL
  FROM mentoring m JOIN plan p ON p.mentoring_id = m.id JOIN task_date d ON d.plan_id = p.id JOIN task t ON t.id = d.task_id
  WHERE m.mentor_id = ?1 AND m.status = 'running' AND p.is_current = 1 AND d.is_summary = 0 AND t.mentor_effort > 0 AND d.starts_on <= ?3
    AND t.status <> 'cancelled' AND (d.ends_on >= ?2 OR t.status <> 'done')
UNION ALL SELECT 'ride', NULL, l.from_place || ' → ' || l.to_place, substr(l.depart, 1, 10), substr(l.arrive, 1, 10), 0, 0, l.depart, l.arrive
  FROM trip t JOIN trip_leg l ON l.trip_id = t.id
  WHERE t.person_id = ?1 AND t.status NOT IN ('draft', 'cancelled') AND l.arrive >= ?2 AND substr(l.depart, 1, 10) <= ?3
UNION ALL SELECT 'meeting', NULL, e.title, substr(e.starts, 1, 10), substr(e.ends, 1, 10), 0, 0, e.starts, e.ends
  FROM mentoring m JOIN event e ON e.mentoring_id = m.id
  WHERE (m.mentor_id = ?1 OR m.trainee_id = ?1) AND e.status <> 'cancelled' AND e.all_day = 0 AND substr(e.starts, 1, 10) BETWEEN ?2 AND ?3
UNION ALL SELECT 'meeting', NULL, s.title, d.starts_on, d.ends_on, 0, 0, d.starts, d.ends
  FROM mentoring m JOIN event_series s ON s.mentoring_id = m.id JOIN due_date d ON d.owner_id = s.id AND d.code = 'occurrence'
  WHERE (m.mentor_id = ?1 OR m.trainee_id = ?1) AND d.starts IS NOT NULL AND d.starts_on BETWEEN ?2 AND ?3`,
		person.String(), from.String(), to.String())
}

// CalledNames are the names by which a typed line may call records that are not
// archived: clients by both names, projects by code and name, contacts, people.
func (r *Reader) CalledNames() ([]data.NamedRef, error) {
	return query[data.NamedRef](r, `SELECT 'client', id, name FROM client WHERE archived_on IS NULL
UNION ALL SELECT 'client', id, full_name FROM client WHERE archived_on IS NULL AND full_name <> ''
UNION ALL SELECT 'project', id, code FROM project WHERE archived_on IS NULL AND code <> ''
UNION ALL SELECT 'project', id, name FROM project WHERE archived_on IS NULL
UNION ALL SELECT 'contact', id, full_name FROM contact WHERE archived_on IS NULL
UNION ALL SELECT 'person', id, full_name FROM person WHERE archived_on IS NULL AND is_me = 0`)
}
