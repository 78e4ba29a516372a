package sqlite

import (
	"strings"

	"portfel/data"
)

// agendaSelect fills a data.AgendaRow: the view's columns in the struct's order,
// then the names that belong to them.
const agendaSelect = `SELECT a.kind, a.layer, a.ref_kind, a.ref_id, a.uid_id, a.uid_part, a.starts_on, a.ends_on, a.starts, a.ends, a.all_day,
  a.title, a.place, a.to_place, a.detail, a.status, a.what, a.person_id, a.client_id, a.project_id, a.mentoring_id, a.group_id,
  a.percent, a.critical, a.rule, a.until_on, a.days_off, a.series_id, a.original_on, a.occurrence,
  coalesce(nullif(p.short_name, ''), p.full_name, ''), coalesce(c.name, ''), coalesce(c.city, ''), trim(coalesce(j.code || ' ' || j.name, '')),
  coalesce(nullif(tr.short_name, ''), tr.full_name, ''), m.mentor_id, m.trainee_id
FROM agenda a
  LEFT JOIN mentoring m ON m.id = a.mentoring_id
  LEFT JOIN person p ON p.id = a.person_id
  LEFT JOIN client c ON c.id = a.client_id
  LEFT JOIN project j ON j.id = a.project_id
  LEFT JOIN person tr ON tr.id = m.trainee_id`

// The plus signs keep the planner from walking all that one person takes part
// in for every row. A meeting of nobody (contacts have no person) is everybody's:
// the greatest of no comparisons is null, and one of nothing else than nulls too.

// Agenda is what has a date, by day, then time. Names of people are shortened:
// «Ласточкин Д. О.».
func (r *Reader) Agenda(f data.AgendaFilter) ([]data.AgendaRow, error) {
	where, args := agendaWhere(f)
	order := " ORDER BY a.starts_on, a.all_day DESC, coalesce(a.starts, ''), a.kind, a.title"
	if f.AnyOrder {
		order = ""
	}
	rows, err := query[data.AgendaRow](r, agendaSelect+" WHERE "+strings.Join(where, " AND ")+order, args...)
	for i := range rows {
		rows[i].Person = data.ShortName(rows[i].Person)
		rows[i].Trainee = data.ShortName(rows[i].Trainee)
	}
	return rows, err
}

func agendaWhere(f data.AgendaFilter) (where []string, args []any) {
	add := func(cond string, a ...any) { where, args = append(where, cond), append(args, a...) }
	if !f.PersonID.IsZero() {
		add(`(a.person_id = ?1 OR m.mentor_id = ?1 OR m.trainee_id = ?1
  OR a.kind = 'task' AND EXISTS (SELECT 1 FROM assignment s WHERE s.task_id = a.ref_id AND +s.person_id = ?1)
  OR a.person_id IS NULL AND a.mentoring_id IS NULL AND a.kind NOT IN ('event', 'series', 'occurrence', 'task', 'milestone')
  OR a.kind IN ('task', 'milestone') AND a.person_id IS NULL AND NOT EXISTS (SELECT 1 FROM assignment s WHERE s.task_id = a.ref_id)
  OR a.kind = 'event' AND a.mentoring_id IS NULL AND coalesce((SELECT max(+e.person_id = ?1) FROM event_person e WHERE e.event_id = a.ref_id), 1)
  OR a.kind IN ('series', 'occurrence') AND a.mentoring_id IS NULL AND coalesce((SELECT max(+e.person_id = ?1) FROM event_person e WHERE e.series_id = a.ref_id), 1))`, f.PersonID.String()) // stands first: it speaks of ?1
	}
	if f.Masters {
		add("a.occurrence = 0")
	} else {
		add("a.kind <> 'series'")
	}
	if !f.From.IsZero() {
		add("a.ends_on >= ?", f.From.String())
	}
	if !f.To.IsZero() {
		add("a.starts_on <= ?", f.To.String())
	}
	if len(f.Layers) > 0 {
		marks := make([]any, len(f.Layers))
		for i, l := range f.Layers {
			marks[i] = string(l)
		}
		add("a.layer IN (?"+strings.Repeat(", ?", len(f.Layers)-1)+")", marks...)
		add("a.kind IN (" + kindsOf(f.Layers) + ")") // a branch that has one kind is then passed over whole
	}
	if !f.ClientID.IsZero() {
		add("a.client_id = ?", f.ClientID.String())
	}
	if !f.ProjectID.IsZero() {
		add("a.project_id = ?", f.ProjectID.String())
	}
	if !f.MentoringID.IsZero() {
		add("a.mentoring_id = ?", f.MentoringID.String())
	}
	return where, args
}

// kindsOf lists the kinds of rows of some layers as SQL texts.
func kindsOf(layers []data.Layer) string {
	var out []string
	for _, l := range layers {
		for _, k := range data.LayerKinds[l] {
			out = append(out, "'"+string(k)+"'")
		}
	}
	return strings.Join(out, ", ")
}
