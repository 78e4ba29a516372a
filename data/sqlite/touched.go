package sqlite

import "portfel/data"

// touchedRows are the rows of this step's journal with both sides.
const touchedRows = `WITH row AS (
  SELECT tbl, row_id, old AS j FROM change WHERE step_id = ?1 AND old IS NOT NULL
  UNION SELECT tbl, row_id, new FROM change WHERE step_id = ?1 AND new IS NOT NULL)
`

func touched[T any](t *Tx, text string) ([]data.ID[T], error) {
	rows, err := query[struct{ ID data.ID[T] }](t.Reader, touchedRows+text, t.step)
	out := make([]data.ID[T], len(rows))
	for i, r := range rows {
		out[i] = r.ID
	}
	return out, err
}

// TouchedPlans are the existing plans whose dates this step may have moved: of
// touched tasks, links and assignments, also deleted ones.
func (t *Tx) TouchedPlans() ([]data.ID[data.Plan], error) {
	return touched[data.Plan](t, `SELECT id FROM plan WHERE id IN (
  SELECT row_id FROM row WHERE tbl = 'plan'
  UNION SELECT json_extract(j, '$.plan_id') FROM row WHERE tbl = 'task'
  UNION SELECT plan_id FROM task WHERE id IN (SELECT json_extract(j, '$.pred_id') FROM row WHERE tbl = 'dependency'
    UNION SELECT json_extract(j, '$.succ_id') FROM row WHERE tbl = 'dependency'
    UNION SELECT json_extract(j, '$.task_id') FROM row WHERE tbl = 'assignment'
    UNION SELECT a.task_id FROM assignment a WHERE a.person_id IN (SELECT json_extract(j, '$.person_id') FROM row WHERE tbl = 'absence')
    UNION SELECT a.task_id FROM assignment a WHERE a.resource_id IN (SELECT row_id FROM row WHERE tbl = 'resource'))
  UNION SELECT p.id FROM plan p WHERE p.project_id IN (SELECT row_id FROM row WHERE tbl = 'project'))`)
}

// TouchedSites are the plans with tasks at the place of a client to whom this
// step, or a leg of it, has moved a trip.
func (t *Tx) TouchedSites() ([]data.ID[data.Plan], error) {
	return touched[data.Plan](t, `SELECT p.id FROM plan p WHERE EXISTS (SELECT 1 FROM task t WHERE t.plan_id = p.id AND t.place = 'client')
  AND p.project_id IN (SELECT j.id FROM project j WHERE j.client_id IN (
    SELECT json_extract(j, '$.client_id') FROM row WHERE tbl = 'trip'
    UNION SELECT x.client_id FROM trip x WHERE x.id IN (SELECT json_extract(j, '$.trip_id') FROM row WHERE tbl = 'trip_leg')))`)
}

// TouchedTrips are the existing trips that this step or a leg of theirs touched.
func (t *Tx) TouchedTrips() ([]data.ID[data.Trip], error) {
	return touched[data.Trip](t, `SELECT id FROM trip WHERE id IN (
  SELECT row_id FROM row WHERE tbl = 'trip' UNION SELECT json_extract(j, '$.trip_id') FROM row WHERE tbl = 'trip_leg')`)
}

// TouchedMentorings are the existing mentorings that this step touched.
func (t *Tx) TouchedMentorings() ([]data.ID[data.Mentoring], error) {
	return touched[data.Mentoring](t, `SELECT id FROM mentoring WHERE id IN (SELECT row_id FROM row WHERE tbl = 'mentoring')`)
}

// TouchedSeries are the existing series that this step, or an occurrence taken
// out of them, touched.
func (t *Tx) TouchedSeries() ([]data.ID[data.Series], error) {
	return touched[data.Series](t, `SELECT id FROM event_series WHERE id IN (
  SELECT row_id FROM row WHERE tbl = 'event_series' UNION SELECT json_extract(j, '$.series_id') FROM row WHERE tbl = 'event')`)
}
