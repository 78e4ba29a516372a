package sqlite

import "portfel/data"

// clientTouch gives the last day of contact with a client and the next planned
// one: of events, of trips, of days of series. Events are read in one pass, since
// going by the index of clients takes twice as long. ?1 is today.
const clientTouch = `SELECT client_id, max(CASE status WHEN 'held' THEN substr(starts, 1, 10) END) AS was,
    min(CASE WHEN status = 'planned' AND starts >= ?1 THEN substr(starts, 1, 10) END) AS ahead
  FROM event NOT INDEXED WHERE client_id IS NOT NULL GROUP BY client_id
  UNION ALL SELECT t.client_id, max(CASE WHEN d.starts_on <= ?1 AND t.status IN ('ordered', 'reported', 'approved', 'closed', 'held') THEN min(d.ends_on, ?1) END),
    min(CASE WHEN d.starts_on > ?1 AND t.status IN ('planned', 'agreed', 'ordered') THEN d.starts_on END)
  FROM trip t JOIN due_date d ON d.owner_id = t.id AND d.code = 'dates' AND d.ord = 0 WHERE t.client_id IS NOT NULL GROUP BY t.client_id
  UNION ALL SELECT s.client_id, max(CASE WHEN d.starts_on < ?1 THEN d.starts_on END), min(CASE WHEN d.starts_on >= ?1 THEN d.starts_on END)
  FROM event_series s JOIN due_date d ON d.owner_id = s.id AND d.code = 'occurrence' WHERE s.client_id IS NOT NULL GROUP BY s.client_id`

// Clients are all clients, archived ones too, by name, with their days of
// contact seen from today.
func (r *Reader) Clients(today data.Date) ([]data.ClientRow, error) {
	rows, err := query[data.ClientRow](r, `WITH
  touch AS (SELECT client_id, max(was) AS was, min(ahead) AS ahead FROM (`+clientTouch+`) GROUP BY client_id),
  people AS (SELECT client_id, group_concat(full_name, ' ') AS names FROM contact WHERE archived_on IS NULL GROUP BY client_id),
  work AS (SELECT client_id, count(*) AS n FROM project WHERE archived_on IS NULL AND status NOT IN ('closed', 'cancelled') GROUP BY client_id)
SELECT c.id, c.name, c.full_name, c.city, c.what, c.inn, c.category, c.cadence_days, c.owner_id, coalesce(nullif(p.short_name, ''), p.full_name, ''),
  c.confidential, c.archived_on, h.was, h.ahead, coalesce(w.n, 0), coalesce(k.names, '')
FROM client c
  LEFT JOIN person p ON p.id = c.owner_id
  LEFT JOIN touch h ON h.client_id = c.id
  LEFT JOIN people k ON k.client_id = c.id
  LEFT JOIN work w ON w.client_id = c.id
ORDER BY c.name, c.id`, today.String())
	for i := range rows {
		rows[i].Owner = data.ShortName(rows[i].Owner)
	}
	return rows, err
}

// ClientContacts are the people of a client that are not archived: who decides
// first, then by name. The zero id gives those of all clients.
func (r *Reader) ClientContacts(id data.ID[data.Client]) ([]data.ContactRow, error) {
	return query[data.ContactRow](r, `SELECT k.id, k.client_id, k.full_name, k.position, k.role, k.phone, k.email, c.name
FROM contact k JOIN client c ON c.id = k.client_id
WHERE k.archived_on IS NULL AND (?1 = '' OR k.client_id = ?1)
ORDER BY CASE k.role WHEN 'decides' THEN 0 WHEN 'customer' THEN 1 WHEN 'team' THEN 2 WHEN 'accounting' THEN 3 ELSE 4 END, k.full_name`, id.String())
}

// ClientTimeline is the life of a client, the newest first: events, the past
// days of series and the next one of each, trips, documents and projects.
func (r *Reader) ClientTimeline(id data.ID[data.Client], today data.Date) ([]data.TimelineRow, error) {
	rows, err := query[data.TimelineRow](r, clientTimeline, id.String(), today.String())
	for i := range rows {
		rows[i].Person = data.ShortName(rows[i].Person)
	}
	return rows, err
}

// clientTimeline fills data.TimelineRow; ?1 is the client, ?2 today.
const clientTimeline = `SELECT 'event' AS kind, e.id, substr(e.starts, 1, 10), substr(e.ends, 1, 10), CASE e.all_day WHEN 0 THEN e.starts END,
  e.title, CASE WHEN e.result <> '' THEN e.result ELSE e.note END, e.status, e.what, '', 0
  FROM event e WHERE e.client_id = ?1
UNION ALL SELECT 'event_series', s.id, d.starts_on, d.ends_on, CASE s.all_day WHEN 0 THEN d.starts END, s.title, s.note, 'planned', s.what, '', d.starts_on >= ?2
  FROM event_series s JOIN due_date d ON d.owner_id = s.id AND d.code = 'occurrence'
  WHERE s.client_id = ?1 AND d.starts_on <= coalesce((SELECT min(n.starts_on) FROM due_date n WHERE n.owner_id = s.id AND n.code = 'occurrence' AND n.starts_on >= ?2), ?2)
UNION ALL SELECT 'trip', t.id, coalesce(d.starts_on, t.starts_on), coalesce(d.ends_on, t.ends_on), d.starts, t.name, t.purpose, t.status, t.what,
  CASE p.is_me WHEN 1 THEN '' ELSE coalesce(nullif(p.short_name, ''), p.full_name, '') END, 0
  FROM trip t LEFT JOIN person p ON p.id = t.person_id LEFT JOIN due_date d ON d.owner_id = t.id AND d.code = 'dates' AND d.ord = 0 WHERE t.client_id = ?1
UNION ALL SELECT 'deliverable', v.id, coalesce(w.created_on, v.due_on), v.due_on, NULL, v.title, v.designation, coalesce(w.status, ''), v.what, '', 0
  FROM project j JOIN deliverable v ON v.project_id = j.id
  LEFT JOIN version w ON w.id = (SELECT x.id FROM version x WHERE x.deliverable_id = v.id ORDER BY x.created_on DESC, x.id DESC LIMIT 1)
  WHERE j.client_id = ?1
UNION ALL SELECT 'project', j.id, j.starts_on, j.deadline_on, NULL, trim(j.code || ' ' || j.name), j.goal, j.status, j.what, '', 0
  FROM project j WHERE j.client_id = ?1
ORDER BY 3 DESC, 5 DESC, 2 DESC`
