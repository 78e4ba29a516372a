package sqlite

import "portfel/data"

// referNames name the records that refuse a deletion and whose own name would
// not do: parts, and records that are called after the one that is to go. Days
// stand in them as they are stored.
var referNames = map[data.Kind]string{
	data.KindMember: `SELECT trim(p.code || ' ' || p.name) || coalesce(': ' || (SELECT full_name FROM person WHERE id = m.person_id), ': ' || (SELECT full_name FROM contact WHERE id = m.contact_id), '')
  FROM project_member m JOIN project p ON p.id = m.project_id WHERE m.id = ?`,
	data.KindAbsence: `SELECT coalesce((SELECT full_name FROM person WHERE id = a.person_id) || ', ', '') || coalesce(a.starts_on, '') FROM absence a WHERE a.id = ?`,
	data.KindScore: `SELECT coalesce((SELECT full_name FROM person WHERE id = g.trainee_id), (SELECT name FROM competency WHERE id = s.competency_id), '') || coalesce(', ' || s.on_date, '')
  FROM competency_score s JOIN mentoring g ON g.id = s.mentoring_id WHERE s.id = ?`,
	data.KindMentoring: `SELECT coalesce((SELECT full_name FROM person WHERE id = g.trainee_id), g.starts_on, '') FROM mentoring g WHERE g.id = ?`,
	data.KindEventPerson: `SELECT coalesce((SELECT title || ', ' || substr(starts, 1, 10) FROM event WHERE id = x.event_id), (SELECT title FROM event_series WHERE id = x.series_id), '')
  FROM event_person x WHERE x.id = ?`,
	data.KindTask: `SELECT t.name || coalesce(', ' || (SELECT nullif(trim(p.code), '') FROM plan l JOIN project p ON p.id = l.project_id WHERE l.id = t.plan_id), '') FROM task t WHERE t.id = ?`,
	data.KindAssignment: `SELECT t.name || coalesce(', ' || (SELECT nullif(trim(p.code), '') FROM plan l JOIN project p ON p.id = l.project_id WHERE l.id = t.plan_id), '')
  FROM assignment a JOIN task t ON t.id = a.task_id WHERE a.id = ?`,
}

// referName is what a refusal calls a record; the one that is to go is no longer
// there when it is asked.
func (r *Reader) referName(kind data.Kind, id string) string {
	if text, ok := referNames[kind]; ok {
		if row, err := one[struct{ Title string }](r, text, id); err == nil && row.Title != "" {
			return row.Title
		}
	}
	if name := r.NameOf(kind, id); name != "" {
		return name
	}
	return journalNames{r: r, known: map[string]string{}}.gone(id, 0)
}
