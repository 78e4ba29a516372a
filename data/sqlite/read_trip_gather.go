package sqlite

import (
	"encoding/json"
	"strings"

	"portfel/data"
)

// idList is ids as a JSON array, for json_each.
func idList[T any](ids []data.ID[T]) string {
	all := make([]string, len(ids))
	for i, id := range ids {
		all[i] = id.String()
	}
	b, _ := json.Marshal(all) // strings cannot fail
	return string(b)
}

// TownClients are the clients that a trip may visit: its own, and those of the
// same town.
func (r *Reader) TownClients(client data.ID[data.Client], town string) ([]data.TownClient, error) {
	rows, err := query[data.TownClient](r, `SELECT id, name, city, id = ?1 FROM client WHERE id = ?1 OR city <> '' AND archived_on IS NULL ORDER BY id <> ?1, name`, client.String())
	town, _, _ = strings.Cut(data.Fold(town), ",")
	town = strings.TrimSpace(town)
	var out []data.TownClient
	for _, c := range rows {
		if !c.Own && (town == "" || data.Fold(c.City) != town) {
			continue
		}
		c.Own = c.Own || client.IsZero()
		out = append(out, c)
	}
	return out, err
}

// shortCells shortens the names of one column.
func shortCells[T any](rows []T, err error, cell func(*T) *string) ([]T, error) {
	for i := range rows {
		if s := cell(&rows[i]); *s != "" {
			*s = shortNames(*s)
		}
	}
	return rows, err
}

const projectWord = "coalesce(nullif(j.code, ''), j.name, '')"

// GatherTasks is the unfinished work at the clients' places that has begun by
// the last day of the trip.
func (r *Reader) GatherTasks(clients []data.ID[data.Client], f data.GatherFilter) ([]data.GatherTask, error) {
	rows, err := query[data.GatherTask](r, `SELECT t.id, t.name, j.client_id, `+projectWord+`, d.starts_on, d.ends_on, t.status,
    coalesce((SELECT group_concat(coalesce(nullif(w.short_name, ''), w.full_name), '|') FROM assignment a JOIN person w ON w.id = a.person_id WHERE a.task_id = t.id), ''),
    EXISTS (SELECT 1 FROM assignment a WHERE a.task_id = t.id AND a.person_id IN (SELECT value FROM json_each(?2)))
      OR NOT EXISTS (SELECT 1 FROM assignment a WHERE a.task_id = t.id AND a.person_id IS NOT NULL)
  FROM project j JOIN plan p ON p.project_id = j.id JOIN task t ON t.plan_id = p.id JOIN task_date d ON d.task_id = t.id
  WHERE j.client_id IN (SELECT value FROM json_each(?1)) AND j.archived_on IS NULL AND j.status NOT IN ('closed', 'cancelled')
    AND p.is_current = 1 AND p.archived_on IS NULL AND t.place = 'client' AND d.is_summary = 0 AND t.status NOT IN ('done', 'cancelled') AND d.starts_on <= ?3
  ORDER BY d.starts_on, t.ord, t.id`, idList(clients), idList(f.People), f.To.String())
	return shortCells(rows, err, func(t *data.GatherTask) *string { return &t.People })
}

// GatherPapers are documents whose newest version is at the client or approved
// but not handed over, and documents and plans for which a contact of the
// clients has not signed.
func (r *Reader) GatherPapers(clients []data.ID[data.Client]) ([]data.GatherPaper, error) {
	const signers = `coalesce((SELECT group_concat(k.full_name, '|') FROM approval a JOIN contact k ON k.id = a.contact_id WHERE a.decision = 'pending' AND a.`
	const term = `(SELECT min(a.due_on) FROM approval a WHERE a.decision = 'pending' AND a.contact_id IS NOT NULL AND a.`
	rows, err := query[data.GatherPaper](r, `SELECT * FROM (
  SELECT 'deliverable', x.id, x.title, j.client_id, v.label, v.status, v.sent_on, `+signers+`version_id = v.id), '') AS who, `+term+`version_id = v.id) AS due
  FROM project j JOIN deliverable x ON x.project_id = j.id
    JOIN version v ON v.id = (SELECT w.id FROM version w WHERE w.deliverable_id = x.id ORDER BY w.created_on DESC, w.id DESC LIMIT 1)
  WHERE j.client_id IN (SELECT value FROM json_each(?1)) AND x.archived_on IS NULL AND (v.status IN ('client', 'approved') OR who <> '' AND v.status IN ('draft', 'internal'))
  UNION ALL SELECT 'plan', p.id, `+projectWord+`, j.client_id, '', 'client', NULL, `+signers+`plan_id = p.id), '') AS who, `+term+`plan_id = p.id)
  FROM project j JOIN plan p ON p.project_id = j.id WHERE j.client_id IN (SELECT value FROM json_each(?1)) AND p.is_current = 1 AND who <> '')
  ORDER BY due IS NULL, due, 3`, idList(clients))
	return shortCells(rows, err, func(p *data.GatherPaper) *string { return &p.Signers })
}

// GatherPromises are the next steps that meetings with the clients have left in
// the half year before the trip and that no trip has ticked off.
func (r *Reader) GatherPromises(clients []data.ID[data.Client], f data.GatherFilter) ([]data.GatherPromise, error) {
	return query[data.GatherPromise](r, `SELECT e.id, e.title, e.client_id, substr(e.starts, 1, 10), e.next_step, e.next_on FROM event e
  WHERE e.client_id IN (SELECT value FROM json_each(?1)) AND e.status = 'held' AND e.next_step <> '' AND substr(e.starts, 1, 10) BETWEEN date(?2, '-183 days') AND ?3
    AND NOT EXISTS (SELECT 1 FROM trip_item i WHERE i.ref_id = e.id AND i.done = 1)
  ORDER BY coalesce(e.next_on, substr(e.starts, 1, 10)), e.id`, idList(clients), f.From.String(), f.To.String())
}

// GatherContacts are the people of clients that want a contact every so many
// days, with the last one held.
func (r *Reader) GatherContacts(clients []data.ID[data.Client]) ([]data.GatherContact, error) {
	return query[data.GatherContact](r, `SELECT k.id, k.full_name, k.position, k.phone, k.client_id, c.cadence_days,
    (SELECT max(substr(e.starts, 1, 10)) FROM event_person x CROSS JOIN event e ON e.id = x.event_id WHERE x.contact_id = k.id AND e.status = 'held')
  FROM contact k JOIN client c ON c.id = k.client_id
  WHERE k.client_id IN (SELECT value FROM json_each(?1)) AND k.archived_on IS NULL AND c.cadence_days > 0 ORDER BY c.name, k.full_name`, idList(clients))
}

// PartyContacts are the contacts who take part in events or series.
func (r *Reader) PartyContacts(meetings []data.ID[data.Any]) (map[data.ID[data.Contact]]bool, error) {
	rows, err := query[struct{ ID data.ID[data.Contact] }](r, `SELECT DISTINCT contact_id FROM event_person
  WHERE contact_id IS NOT NULL AND (event_id IN (SELECT value FROM json_each(?1)) OR series_id IN (SELECT value FROM json_each(?1)))`, idList(meetings))
	out := make(map[data.ID[data.Contact]]bool, len(rows))
	for _, x := range rows {
		out[x.ID] = true
	}
	return out, err
}

// TaskCode is the WBS code of a task by its place among its siblings: «1.1».
func (r *Reader) TaskCode(id data.ID[data.Task]) (string, error) {
	rows, err := query[struct{ N string }](r, `WITH RECURSIVE up(id, parent_id, plan_id, ord, depth) AS (
  SELECT id, parent_id, plan_id, ord, 0 FROM task WHERE id = ?
  UNION ALL SELECT t.id, t.parent_id, t.plan_id, t.ord, up.depth + 1 FROM up JOIN task t ON t.id = up.parent_id AND t.plan_id = up.plan_id WHERE up.depth < 50)
SELECT CAST((SELECT count(*) FROM task s WHERE s.plan_id = up.plan_id AND s.parent_id IS up.parent_id AND (s.ord, s.id) <= (up.ord, up.id)) AS TEXT) FROM up ORDER BY depth DESC`, id.String())
	all := make([]string, len(rows))
	for i, x := range rows {
		all[i] = x.N
	}
	return strings.Join(all, "."), err
}
