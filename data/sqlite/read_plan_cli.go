package sqlite

import "portfel/data"

// PlanNames are what the tasks of a plan are called outside: the id that the
// source of an import gives them, and the full name of who is responsible.
type PlanNames struct {
	External    map[data.ID[data.Task]]string
	Responsible map[data.ID[data.Task]]string
}

// PlanNames reads the names of a plan's tasks.
func (r *Reader) PlanNames(id data.ID[data.Plan]) (PlanNames, error) {
	type row struct {
		ID                    data.ID[data.Task]
		External, Responsible string
	}
	rows, err := query[row](r, `SELECT t.id, coalesce((SELECT s.external_id FROM source s WHERE s.record_id = t.id AND s.record_kind = 'task' ORDER BY s.id LIMIT 1), ''),
  coalesce(p.full_name, '') FROM task t LEFT JOIN person p ON p.id = t.responsible_id WHERE t.plan_id = ?`, id.String())
	n := PlanNames{map[data.ID[data.Task]]string{}, map[data.ID[data.Task]]string{}}
	for _, x := range rows {
		n.External[x.ID], n.Responsible[x.ID] = x.External, x.Responsible
	}
	return n, err
}
