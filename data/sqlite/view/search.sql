-- What search finds: one row a record, with the words it is found by. The
-- store reads it for the records of a step and folds it in Go.
CREATE VIEW search AS
SELECT 'person' AS kind, id AS record_id, full_name AS title,
  position || ' ' || department || ' ' || work_place || ' ' || email || ' ' || phone || ' ' || note AS body, department AS place
  FROM person
UNION ALL SELECT 'client', id, name, full_name || ' ' || inn || ' ' || city || ' ' || address || ' ' || legal_address || ' ' || note, city FROM client
UNION ALL SELECT 'contact', c.id, c.full_name, c.position || ' ' || c.phone || ' ' || c.email || ' ' || c.note,
  (SELECT name FROM client WHERE client.id = c.client_id) FROM contact c
UNION ALL SELECT 'project', p.id, trim(p.code || ' ' || p.name), p.goal || ' ' || p.note,
  coalesce((SELECT name FROM client WHERE client.id = p.client_id), '') FROM project p
UNION ALL SELECT 'task', t.id, t.name, t.note || ' ' || t.result || ' ' || t.criterion || ' ' || t.waiting_for,
  coalesce((SELECT trim(p.code || ' ' || p.name) FROM plan JOIN project p ON p.id = plan.project_id WHERE plan.id = t.plan_id),
    (SELECT w.full_name FROM plan JOIN mentoring m ON m.id = plan.mentoring_id JOIN person w ON w.id = m.trainee_id WHERE plan.id = t.plan_id), '') FROM task t
UNION ALL SELECT 'mentoring', m.id, (SELECT full_name FROM person WHERE person.id = m.trainee_id),
  m.goals || ' ' || m.conclusion_text || ' ' || m.order_no, m.starts_on FROM mentoring m
UNION ALL SELECT 'review', v.id, v.held_on, v.mentor_note || ' ' || v.trainee_note,
  (SELECT w.full_name FROM mentoring m JOIN person w ON w.id = m.trainee_id WHERE m.id = v.mentoring_id) FROM review v
UNION ALL SELECT 'competency', id, name, area, area FROM competency
UNION ALL SELECT 'trip', t.id, t.name, t.purpose || ' ' || t.place || ' ' || t.order_no || ' ' || t.task_text || ' ' || t.result_text || ' ' || t.note,
  coalesce((SELECT name FROM client WHERE client.id = t.client_id), t.place) FROM trip t
UNION ALL SELECT 'trip_leg', l.id, l.from_place || ' → ' || l.to_place, l.carrier || ' ' || l.ticket_no || ' ' || l.hotel || ' ' || l.note,
  (SELECT name FROM trip WHERE trip.id = l.trip_id) FROM trip_leg l
UNION ALL SELECT 'expense', e.id, trim(e.title || ' ' || e.doc_no), e.note || ' ' || e.fiscal, coalesce((SELECT name FROM trip WHERE trip.id = e.trip_id), e.spent_on) FROM expense e
UNION ALL SELECT 'trip_item', i.id, i.title, i.result, (SELECT name FROM trip WHERE trip.id = i.trip_id) FROM trip_item i
UNION ALL SELECT 'paper', p.id, p.number, p.text, (SELECT name FROM trip WHERE trip.id = p.trip_id) FROM paper p WHERE p.number <> ''
UNION ALL SELECT 'company', id, name, full_name || ' ' || inn || ' ' || bank, town FROM company
UNION ALL SELECT 'deliverable', d.id, d.title, d.designation || ' ' || d.note,
  coalesce((SELECT trim(p.code || ' ' || p.name) FROM project p WHERE p.id = d.project_id), d.designation) FROM deliverable d
UNION ALL SELECT 'version', v.id, (SELECT title FROM deliverable d WHERE d.id = v.deliverable_id) || ' ' || v.label, v.changes, v.label FROM version v
UNION ALL SELECT 'event', e.id, e.title, e.place || ' ' || e.result || ' ' || e.next_step || ' ' || e.note,
  coalesce((SELECT name FROM client WHERE client.id = e.client_id), substr(e.starts, 1, 10)) FROM event e
UNION ALL SELECT 'event_series', e.id, e.title, e.place || ' ' || e.note, '' FROM event_series e
UNION ALL SELECT 'absence', a.id, (SELECT full_name FROM person WHERE person.id = a.person_id), a.note, a.starts_on FROM absence a
UNION ALL SELECT 'plan', l.id, coalesce((SELECT trim(p.code || ' ' || p.name) FROM project p WHERE p.id = l.project_id), l.name), 'план plan ' || l.name || ' ' || l.variant,
  l.variant FROM plan l WHERE l.mentoring_id IS NULL
UNION ALL SELECT 'calendar', id, name, 'календарь calendar ' || region, '' FROM calendar
UNION ALL SELECT 'attachment', a.id, a.name, '', coalesce(
  (SELECT d.title || ' ' || v.label FROM version v JOIN deliverable d ON d.id = v.deliverable_id WHERE v.id = a.owner_id), (SELECT title FROM deliverable WHERE id = a.owner_id),
  (SELECT name FROM trip WHERE id = a.owner_id), (SELECT name FROM task WHERE id = a.owner_id), (SELECT trim(code || ' ' || name) FROM project WHERE id = a.owner_id),
  (SELECT name FROM client WHERE id = a.owner_id), (SELECT title FROM event WHERE id = a.owner_id), (SELECT title FROM event_series WHERE id = a.owner_id),
  (SELECT full_name FROM person WHERE id = a.owner_id), (SELECT w.full_name FROM mentoring m JOIN person w ON w.id = m.trainee_id WHERE m.id = a.owner_id), '') FROM attachment a;
