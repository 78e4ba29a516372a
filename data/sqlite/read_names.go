package sqlite

import "portfel/data"

// PersonNames are the people of the firm who are not archived, the owner first.
func (r *Reader) PersonNames() ([]data.NameRow, error) {
	rows, err := query[data.NameRow](r, `SELECT id, coalesce(nullif(short_name, ''), full_name), position FROM person
  WHERE archived_on IS NULL ORDER BY is_me DESC, full_name`)
	for i := range rows {
		rows[i].Name = data.ShortName(rows[i].Name)
	}
	return rows, err
}

// ClientNames are the clients that are not archived.
func (r *Reader) ClientNames() ([]data.NameRow, error) {
	return query[data.NameRow](r, "SELECT id, name, city FROM client WHERE archived_on IS NULL ORDER BY name")
}

// ContactNames are the contacts of a client that are not archived; of every
// client for the zero id.
func (r *Reader) ContactNames(client data.ID[data.Client]) ([]data.NameRow, error) {
	return query[data.NameRow](r, `SELECT id, full_name, position FROM contact
  WHERE archived_on IS NULL AND (?1 = '' OR client_id = ?1) ORDER BY full_name`, client.String())
}

// ProjectNames are the projects that are not archived, open ones first.
func (r *Reader) ProjectNames() ([]data.NameRow, error) {
	return query[data.NameRow](r, `SELECT id, trim(code || ' ' || name), coalesce((SELECT name FROM client c WHERE c.id = client_id), '') FROM project
  WHERE archived_on IS NULL ORDER BY status IN ('closed', 'cancelled'), code, name`)
}

// TaskNames are the leaf tasks of a project's current plan in the order of the
// tree, without codes.
func (r *Reader) TaskNames(project data.ID[data.Project]) ([]data.NameRow, error) {
	return query[data.NameRow](r, `SELECT t.id, t.name, coalesce(d.starts_on, '') FROM task t JOIN plan p ON p.id = t.plan_id LEFT JOIN task_date d ON d.task_id = t.id
  WHERE p.project_id = ? AND p.is_current = 1 AND coalesce(d.is_summary, 0) = 0 ORDER BY d.starts_on, t.ord`, project.String())
}

// CalendarNames are the calendars that are not archived, shipped ones first.
func (r *Reader) CalendarNames() ([]data.NameRow, error) {
	return query[data.NameRow](r, "SELECT id, name, region FROM calendar WHERE archived_on IS NULL ORDER BY base_id IS NOT NULL, name")
}
