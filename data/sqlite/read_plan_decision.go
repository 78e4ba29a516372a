package sqlite

import "portfel/data"

// PlanDecisions are who was asked about a plan and what they answered, the newest
// last.
func (r *Reader) PlanDecisions(plan data.ID[data.Plan]) ([]data.ApprovalRow, error) {
	rows, err := query[data.ApprovalRow](r, `SELECT a.id, a.version_id, '', a.round, a.role, a.person_id, a.contact_id,
  coalesce(nullif(p.short_name, ''), p.full_name, k.full_name, ''), coalesce(p.position, k.position, ''), coalesce(c.name, ''), coalesce(p.is_me, 0),
  a.due_on, a.decision, a.decided_on, a.comment
FROM approval a
  LEFT JOIN person p ON p.id = a.person_id
  LEFT JOIN contact k ON k.id = a.contact_id
  LEFT JOIN client c ON c.id = k.client_id
WHERE a.plan_id = ? ORDER BY a.round, a.ord, a.decided_on, a.id`, plan.String())
	for i := range rows {
		rows[i].Name = data.ShortName(rows[i].Name)
	}
	return rows, err
}
