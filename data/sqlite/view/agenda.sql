-- Everything that has a date. The joint of the house: calendar, overview and
-- export read these rows and know nothing of trips or plans.
-- kind: what the row is; layer: the switch that shows it; ref_kind/ref_id: the
-- record to open; uid_id + uid_part: identity in calendars. Days inclusive.
-- occurrence = 1 marks the expanded days of a series, whose own row has rule.
CREATE VIEW agenda AS
SELECT 'trip' AS kind, 'trips' AS layer, 'trip' AS ref_kind, t.id AS ref_id, t.id AS uid_id, '' AS uid_part,
  d.starts_on AS starts_on, d.ends_on AS ends_on, NULL AS starts, NULL AS ends, 1 AS all_day,
  t.name AS title, t.place AS place, '' AS to_place, t.purpose AS detail, t.status AS status, t.what AS what,
  t.person_id AS person_id, t.client_id AS client_id, t.project_id AS project_id, NULL AS mentoring_id, NULL AS group_id,
  0 AS percent, 0 AS critical, '' AS rule, NULL AS until_on, '' AS days_off, NULL AS series_id, NULL AS original_on, 0 AS occurrence
  FROM trip t JOIN due_date d ON d.owner_id = t.id AND d.code = 'dates'
  WHERE t.what <> 'local'
UNION ALL SELECT 'local', 'trips', 'trip', t.id, t.id, '', d.starts_on, d.ends_on, d.starts, d.ends, d.starts IS NULL,
  t.name, t.place, '', t.purpose, t.status, t.what, t.person_id, t.client_id, t.project_id, NULL, NULL, 0, 0, '', NULL, '', NULL, NULL, 0
  FROM trip t JOIN due_date d ON d.owner_id = t.id AND d.code = 'dates'
  WHERE t.what = 'local'
UNION ALL SELECT 'papers', 'deadlines', 'trip', t.id, t.id, 'papers', d.starts_on, d.ends_on, NULL, NULL, 1,
  t.name, t.place, '', t.purpose, t.status, t.what, t.person_id, t.client_id, t.project_id, NULL, NULL, 0, 0, '', NULL, '', NULL, NULL, 0
  FROM trip t JOIN due_date d ON d.owner_id = t.id AND d.code = 'papers'
UNION ALL SELECT 'report', 'deadlines', 'trip', t.id, t.id, 'report', d.starts_on, d.ends_on, NULL, NULL, 1,
  t.name, t.place, '', t.purpose, t.status, t.what, t.person_id, t.client_id, t.project_id, NULL, NULL, 0, 0, '', NULL, '', NULL, NULL, 0
  FROM trip t JOIN due_date d ON d.owner_id = t.id AND d.code = 'report'
UNION ALL SELECT 'leg', 'legs', 'trip', t.id, l.id, '', substr(l.depart, 1, 10), substr(l.arrive, 1, 10), l.depart, l.arrive, 0,
  t.name, l.from_place, l.to_place, l.carrier, t.status, l.transport, t.person_id, t.client_id, t.project_id, NULL, NULL, 0, 0, '', NULL, '', NULL, NULL, 0
  FROM trip_leg l JOIN trip t ON t.id = l.trip_id
UNION ALL SELECT CASE t.what WHEN 'milestone' THEN 'milestone' ELSE 'task' END, CASE t.what WHEN 'milestone' THEN 'milestones' ELSE 'tasks' END,
  'task', t.id, t.id, '', d.starts_on, d.ends_on, NULL, NULL, 1,
  t.name, '', '', t.result, t.status, t.place, t.responsible_id, j.client_id, p.project_id, NULL, NULL, t.percent, d.critical, '', NULL, '', NULL, NULL, 0
  FROM task_date d CROSS JOIN task t ON t.id = d.task_id CROSS JOIN plan p ON p.id = t.plan_id LEFT JOIN project j ON j.id = p.project_id
  WHERE d.is_summary = 0 AND p.mentoring_id IS NULL AND p.is_current = 1 AND d.starts_on IS NOT NULL
UNION ALL SELECT 'due', 'deadlines', 'task', t.id, t.id, 'due', t.deadline_on, t.deadline_on, NULL, NULL, 1,
  t.name, '', '', t.result, t.status, '', t.responsible_id, j.client_id, p.project_id, NULL, NULL, t.percent, 0, '', NULL, '', NULL, NULL, 0
  FROM task t CROSS JOIN plan p ON p.id = t.plan_id LEFT JOIN project j ON j.id = p.project_id
  WHERE t.deadline_on IS NOT NULL AND p.mentoring_id IS NULL AND p.is_current = 1
UNION ALL SELECT 'item', 'mentoring', 'task', t.id, t.id, '', coalesce(t.deadline_on, d.ends_on), coalesce(t.deadline_on, d.ends_on), NULL, NULL, 1,
  t.name, '', '', t.result, t.status, '', m.trainee_id, NULL, NULL, m.id, NULL, t.percent, 0, '', NULL, '', NULL, NULL, 0
  FROM mentoring m CROSS JOIN plan p ON p.mentoring_id = m.id CROSS JOIN task t ON t.plan_id = p.id CROSS JOIN task_date d ON d.task_id = t.id
  WHERE d.is_summary = 0 AND p.is_current = 1 AND d.starts_on IS NOT NULL
UNION ALL SELECT 'control', 'mentoring', 'mentoring', m.id, m.id, 'control-' || d.ord, d.starts_on, d.ends_on, NULL, NULL, 1,
  CAST(d.ord AS TEXT), '', '', '', m.status, '', m.trainee_id, NULL, NULL, m.id, NULL, 0, 0, '', NULL, '', NULL, NULL, 0
  FROM mentoring m JOIN due_date d ON d.owner_id = m.id AND d.code = 'control'
UNION ALL SELECT 'absence', 'absences', 'absence', a.id, a.id, '', a.starts_on, a.ends_on, NULL, NULL, 1,
  '', '', '', a.note, a.status, a.what, a.person_id, NULL, NULL, NULL, NULL, 0, 0, '', NULL, '', NULL, NULL, 0
  FROM absence a
UNION ALL SELECT 'document', 'documents', 'deliverable', v.id, v.id, '', v.due_on, v.due_on, NULL, NULL, 1,
  v.title, '', '', v.designation,
  coalesce((SELECT w.status FROM version w WHERE w.deliverable_id = v.id ORDER BY w.created_on DESC, w.id DESC LIMIT 1), ''), v.what,
  v.author_id, j.client_id, v.project_id, NULL, NULL, 0, 0, '', NULL, '', NULL, NULL, 0
  FROM deliverable v LEFT JOIN project j ON j.id = v.project_id
  WHERE v.due_on IS NOT NULL AND v.archived_on IS NULL
UNION ALL SELECT 'event', CASE WHEN e.mentoring_id IS NULL THEN 'meetings' ELSE 'mentoring' END, 'event', e.id, e.id, '',
  substr(e.starts, 1, 10), substr(e.ends, 1, 10), e.starts, e.ends, e.all_day,
  e.title, e.place, '', e.note, e.status, e.what, NULL, coalesce(e.client_id, (SELECT j.client_id FROM project j WHERE j.id = e.project_id)), e.project_id, e.mentoring_id, NULL, 0, 0, '', NULL, '', e.series_id, e.original_on, 0
  FROM event e
UNION ALL SELECT 'series', CASE WHEN s.mentoring_id IS NULL THEN 'meetings' ELSE 'mentoring' END, 'event_series', s.id, s.id, '',
  substr(s.starts, 1, 10), substr(s.ends, 1, 10), s.starts, s.ends, s.all_day,
  s.title, s.place, '', s.note, 'planned', s.what, NULL, coalesce(s.client_id, (SELECT j.client_id FROM project j WHERE j.id = s.project_id)), s.project_id, s.mentoring_id, NULL, 0, 0, s.rule, s.until_on, s.days_off, NULL, NULL, 0
  FROM event_series s
UNION ALL SELECT 'occurrence', CASE WHEN s.mentoring_id IS NULL THEN 'meetings' ELSE 'mentoring' END, 'event_series', s.id, s.id, CAST(d.ord AS TEXT),
  d.starts_on, d.ends_on, d.starts, d.ends, s.all_day,
  s.title, s.place, '', s.note, 'planned', s.what, NULL, coalesce(s.client_id, (SELECT j.client_id FROM project j WHERE j.id = s.project_id)), s.project_id, s.mentoring_id, NULL, 0, 0, '', NULL, '', s.id, d.starts_on, 1
  FROM event_series s JOIN due_date d ON d.owner_id = s.id AND d.code = 'occurrence'
UNION ALL SELECT 'project', 'deadlines', 'project', p.id, p.id, 'deadline', p.deadline_on, p.deadline_on, NULL, NULL, 1,
  trim(p.code || ' ' || p.name), '', '', p.goal, p.status, p.what, p.manager_id, p.client_id, p.id, NULL, NULL, 0, 0, '', NULL, '', NULL, NULL, 0
  FROM project p WHERE p.deadline_on IS NOT NULL AND p.archived_on IS NULL;
