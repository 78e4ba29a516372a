package sqlite

import "portfel/data"

// People are the people of the firm, the owner first; archived ones only when
// asked for.
func (r *Reader) People(archived bool) ([]data.Person, error) {
	return List[data.Person](r, "archived_on IS NULL OR ? ORDER BY is_me DESC, archived_on IS NOT NULL, full_name", archived)
}

// Absences are those of a person, newest first.
func (r *Reader) Absences(id data.ID[data.Person]) ([]data.Absence, error) {
	return List[data.Absence](r, "person_id = ? ORDER BY starts_on DESC", id)
}

// Absence reads one absence.
func (r *Reader) Absence(id data.ID[data.Absence]) (data.Absence, error) { return Get(r, id) }

// Calendars are the calendars that are not archived, shipped ones first.
func (r *Reader) Calendars() ([]data.Calendar, error) {
	return List[data.Calendar](r, "archived_on IS NULL ORDER BY base_id IS NOT NULL, name")
}

// CalendarDays are the days of a year that a calendar names.
func (r *Reader) CalendarDays(id data.ID[data.Calendar], year int) ([]data.CalendarDay, error) {
	return List[data.CalendarDay](r, "calendar_id = ? AND on_date BETWEEN ? AND ? ORDER BY on_date",
		id, data.NewDate(year, 1, 1), data.NewDate(year, 12, 31))
}

// Norms are all dated norms.
func (r *Reader) Norms() ([]data.Norm, error) {
	return List[data.Norm](r, "1 ORDER BY code, valid_from DESC")
}

// Competencies are the competencies; archived ones only when asked for.
func (r *Reader) Competencies(archived bool) ([]data.Competency, error) {
	return List[data.Competency](r, "archived_on IS NULL OR ? ORDER BY area, name", archived)
}

// Steps are the newest steps of the journal, at most limit.
func (r *Reader) Steps(limit int) ([]data.StepRow, error) {
	return query[data.StepRow](r, `SELECT s.id, s.at, s.kind, s.label, s.subject, s.state, (SELECT count(*) FROM change c WHERE c.step_id = s.id)
  FROM step s ORDER BY s.id DESC LIMIT ?`, limit)
}

// TemplateRows are the templates of plans that are not archived, by name, with
// how much work stands in them.
func (r *Reader) TemplateRows() ([]data.TemplateRow, error) {
	return query[data.TemplateRow](r, `SELECT p.id, p.name, p.calendar_id, coalesce(min(d.starts_on), p.starts_on), max(d.ends_on),
    coalesce(sum(d.is_summary = 0 AND t.what <> 'milestone'), 0), coalesce(sum(CASE WHEN d.is_summary = 0 THEN d.effort ELSE 0 END), 0)
  FROM plan p LEFT JOIN task t ON t.plan_id = p.id LEFT JOIN task_date d ON d.task_id = t.id
  WHERE p.what = 'template' AND p.archived_on IS NULL GROUP BY p.id ORDER BY p.name, p.id`)
}

// Rates are the rates of a person, or those of grades for the zero id: what the
// client pays first, general ones before those for a client or a project, the
// newest first.
func (r *Reader) Rates(person data.ID[data.Person]) ([]data.Rate, error) {
	return List[data.Rate](r, "person_id IS ? ORDER BY what, project_id IS NOT NULL, client_id IS NOT NULL, project_id, client_id, grade, valid_from DESC, id", person)
}

// Resources are the rooms, equipment and roles; archived ones only when asked
// for.
func (r *Reader) Resources(archived bool) ([]data.Resource, error) {
	return List[data.Resource](r, "archived_on IS NULL OR ? ORDER BY archived_on IS NOT NULL, what, name", archived)
}
