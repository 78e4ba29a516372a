package sqlite

import "portfel/data"

// SiteShares are the parts of people in unfinished work at a client's place on
// the days from one to another who have no trip there then and do not do their
// part from afar.
func (r *Reader) SiteShares(client data.ID[data.Client], from, to data.Date) ([]data.SiteShare, error) {
	rows, err := query[data.SiteShare](r, `SELECT a.id, t.id, t.name, d.starts_on, d.ends_on, w.id, coalesce(nullif(w.short_name, ''), w.full_name), w.full_name
  FROM project j JOIN plan p ON p.project_id = j.id JOIN task t ON t.plan_id = p.id JOIN task_date d ON d.task_id = t.id
    JOIN assignment a ON a.task_id = t.id JOIN person w ON w.id = a.person_id
  WHERE j.client_id = ?1 AND j.archived_on IS NULL AND j.status NOT IN ('closed', 'cancelled') AND p.is_current = 1 AND p.archived_on IS NULL
    AND t.place = 'client' AND d.is_summary = 0 AND t.status NOT IN ('done', 'cancelled') AND d.starts_on <= ?3 AND d.ends_on >= ?2 AND w.archived_on IS NULL
    AND NOT EXISTS (SELECT 1 FROM link l WHERE l.left_id = a.id AND l.role = ?4)
    AND NOT EXISTS (SELECT 1 FROM trip o JOIN due_date x ON x.owner_id = o.id AND x.code = 'dates' WHERE o.person_id = a.person_id AND o.client_id = ?1
      AND o.status <> 'cancelled' AND x.starts_on <= min(?3, d.ends_on) AND x.ends_on >= max(?2, d.starts_on))
  ORDER BY d.starts_on, t.ord, t.id, w.full_name`, client.String(), from.String(), to.String(), data.RoleRemote)
	return shortCells(rows, err, func(s *data.SiteShare) *string { return &s.Person })
}

// WorksRemotely tells whether somebody does their part in work at the client's
// place from afar.
func (r *Reader) WorksRemotely(task data.ID[data.Task], person data.ID[data.Person]) (bool, error) {
	n, err := number(r, `SELECT count(*) FROM assignment a JOIN link l ON l.left_id = a.id AND l.role = ?3 WHERE a.task_id = ?1 AND a.person_id = ?2`,
		task.String(), person.String(), data.RoleRemote)
	return n > 0, err
}

// otherProject is true for a project that is neither the trip's (?4) nor of its
// client (?5).
const otherProject = `p.is_current = 1 AND p.archived_on IS NULL AND j.archived_on IS NULL AND j.status IN ('presale', 'planning', 'running', 'closing')
    AND j.id IS NOT nullif(?4, '') AND (j.client_id IS NULL OR j.client_id IS NOT nullif(?5, ''))`

// TripDeadlines are terms and milestones on the days of a trip for which its
// traveller answers in other projects: as the one responsible, or as an
// assignee where nobody is.
func (r *Reader) TripDeadlines(t data.TripRow) ([]data.TripDeadline, error) {
	return query[data.TripDeadline](r, `SELECT t.id, t.name, t.what, j.id, `+projectWord+`, d.ends_on, t.deadline_on
  FROM (SELECT id FROM task WHERE deadline_on BETWEEN ?2 AND ?3
      UNION SELECT t.id FROM task_date d CROSS JOIN task t ON t.id = d.task_id WHERE d.starts_on BETWEEN ?2 AND ?3 AND t.what = 'milestone') k
    CROSS JOIN task t ON t.id = k.id CROSS JOIN task_date d ON d.task_id = t.id CROSS JOIN plan p ON p.id = t.plan_id CROSS JOIN project j ON j.id = p.project_id
  WHERE `+otherProject+` AND d.is_summary = 0 AND t.status NOT IN ('done', 'cancelled')
    AND (t.responsible_id = ?1 OR t.responsible_id IS NULL AND EXISTS (SELECT 1 FROM assignment a WHERE a.task_id = t.id AND a.person_id = ?1))
    AND (t.deadline_on BETWEEN ?2 AND ?3 OR t.what = 'milestone' AND t.deadline_on IS NULL)
  ORDER BY coalesce(t.deadline_on, d.ends_on), t.name`, t.PersonID.String(), t.StartsOn.String(), t.EndsOn.String(), t.ProjectID.String(), t.ClientID.String())
}

// TripShares are the parts of a traveller in unfinished work of other projects
// on the days of the trip.
func (r *Reader) TripShares(t data.TripRow) ([]data.TripShare, error) {
	return query[data.TripShare](r, `SELECT a.id, t.id, t.name, t.status, j.id, `+projectWord+`, d.starts_on, d.ends_on
  FROM assignment a CROSS JOIN task_date d ON d.task_id = a.task_id CROSS JOIN task t ON t.id = a.task_id CROSS JOIN plan p ON p.id = t.plan_id CROSS JOIN project j ON j.id = p.project_id
  WHERE a.person_id = ?1 AND a.effort > 0 AND `+otherProject+` AND j.status <> 'presale' AND d.is_summary = 0 AND t.status NOT IN ('done', 'cancelled')
    AND d.starts_on <= ?3 AND d.ends_on >= ?2
  ORDER BY d.starts_on, t.name, t.id`, t.PersonID.String(), t.StartsOn.String(), t.EndsOn.String(), t.ProjectID.String(), t.ClientID.String())
}

// AwaySpans are the absences and trips of people on the days from one to
// another; trips of the journey but are left out, and so is the absence but.
func (r *Reader) AwaySpans(people []data.ID[data.Person], from, to data.Date, but ...data.ID[data.Any]) ([]data.AwaySpan, error) {
	return query[data.AwaySpan](r, `SELECT t.person_id, d.starts_on, d.ends_on FROM trip t JOIN due_date d ON d.owner_id = t.id AND d.code = 'dates'
  WHERE t.person_id IN (SELECT value FROM json_each(?1)) AND t.id NOT IN (SELECT value FROM json_each(?4)) AND t.status <> 'cancelled' AND t.archived_on IS NULL
    AND d.starts_on <= ?3 AND d.ends_on >= ?2
UNION ALL SELECT person_id, starts_on, ends_on FROM absence
  WHERE person_id IN (SELECT value FROM json_each(?1)) AND id NOT IN (SELECT value FROM json_each(?4)) AND status <> 'cancelled' AND starts_on <= ?3 AND ends_on >= ?2`,
		idList(people), from.String(), to.String(), idList(but))
}

// ProjectTeam are the people of a project who may stand in for one another: its
// manager first, then its members; trainees and archived people are not.
func (r *Reader) ProjectTeam(project data.ID[data.Project]) ([]data.NameRow, error) {
	type row struct {
		ID   data.ID[data.Any]
		Name string
	}
	rows, err := query[row](r, `SELECT w.id, coalesce(nullif(w.short_name, ''), w.full_name) FROM (
  SELECT manager_id AS id, 0 AS ord, '' AS mid FROM project WHERE id = ?1 UNION ALL SELECT person_id, 1, id FROM project_member WHERE project_id = ?1 AND person_id IS NOT NULL) k
  JOIN person w ON w.id = k.id WHERE w.archived_on IS NULL AND w.grade <> 'trainee' GROUP BY w.id ORDER BY min(k.ord), w.full_name`, project.String())
	var out []data.NameRow
	for _, x := range rows {
		out = append(out, data.NameRow{ID: x.ID, Name: data.ShortName(x.Name)})
	}
	return out, err
}
