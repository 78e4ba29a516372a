package sqlite

import "portfel/data"

// Party is who takes part in an event or a series, in the order of asking.
func (r *Reader) Party(ref data.Ref) ([]data.PartyRow, error) {
	return query[data.PartyRow](r, `SELECT CASE WHEN x.person_id IS NULL THEN 'contact' ELSE 'person' END, coalesce(x.person_id, x.contact_id),
  coalesce(p.full_name, k.full_name, ''), coalesce(p.position, k.position, ''), coalesce(c.name, ''), coalesce(p.is_me, 0)
FROM event_person x
  LEFT JOIN person p ON p.id = x.person_id
  LEFT JOIN contact k ON k.id = x.contact_id
  LEFT JOIN client c ON c.id = k.client_id
WHERE x.event_id = ?1 OR x.series_id = ?1 ORDER BY x.person_id IS NULL, x.rowid`, ref.ID.String())
}

// PartyChoices are those who are likely to take part in a meeting with a client
// about a project: the owner of the file, the project's team, the client's
// contacts. Zero ids leave their part out.
func (r *Reader) PartyChoices(client data.ID[data.Client], project data.ID[data.Project]) ([]data.PartyRow, error) {
	return query[data.PartyRow](r, `SELECT 'person', p.id, p.full_name, p.position, '', p.is_me FROM person p
WHERE p.archived_on IS NULL AND (p.is_me = 1 OR p.id IN (SELECT person_id FROM project_member WHERE project_id = ?2 AND person_id IS NOT NULL))
UNION ALL SELECT 'contact', k.id, k.full_name, k.position, c.name, 0 FROM contact k JOIN client c ON c.id = k.client_id
WHERE k.archived_on IS NULL AND (k.client_id = ?1 OR k.id IN (SELECT contact_id FROM project_member WHERE project_id = ?2 AND contact_id IS NOT NULL))
ORDER BY 1 DESC, 6 DESC, 3`, client.String(), project.String())
}

// OccurrenceOf is one day of a series as the calendar shows it; a day that the
// series does not have, or that was taken out of it, is data.ErrNotFound.
func (r *Reader) OccurrenceOf(id data.ID[data.Series], on data.Date) (data.DueDate, error) {
	rows, err := r.DueDates(data.RefTo(data.KindSeries, id))
	if err != nil {
		return data.DueDate{}, err
	}
	for _, d := range rows {
		if d.Code == data.DueOccurrence && d.StartsOn == on {
			return d, nil
		}
	}
	return data.DueDate{}, data.ErrNotFound
}
