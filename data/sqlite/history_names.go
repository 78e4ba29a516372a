package sqlite

import (
	"strings"

	"portfel/data"
)

// journalNames names records, also those that are there no longer: they are
// called as the journal last saw them, or by what they belonged to.
type journalNames struct {
	r     *Reader
	known map[string]string // names of deleted records by id
}

// belongs are the columns by which a record without a name of its own is called,
// in order.
var belongs = []string{"succ_id", "task_id", "event_id", "series_id", "competency_id", "version_id", "deliverable_id", "trip_id", "trainee_id", "mentoring_id",
	"project_id", "person_id", "contact_id", "client_id", "calendar_id", "plan_id", "owner_id", "left_id"}

// maxBelongs is how far a name is looked for: an approval belongs to a version,
// that to a document.
const maxBelongs = 4

// of is the name of the record of a change; rows are its journaled states.
func (n journalNames) of(kind data.Kind, id string, rows ...map[string]string) string {
	if s := titleOf(rows...); s != "" {
		return s
	}
	if s := n.r.NameOf(kind, id); s != "" {
		return s
	}
	return n.owned(0, rows...)
}

// owned calls a record by what it belonged to, else by a code or a day of its own.
func (n journalNames) owned(depth int, rows ...map[string]string) string {
	for _, column := range belongs {
		for _, row := range rows {
			if id := row[column]; id != "" {
				if s := n.named(id, depth+1); s != "" {
					return s
				}
			}
		}
	}
	for _, column := range []string{"code", "on_date"} {
		for _, row := range rows {
			if row[column] != "" {
				return row[column]
			}
		}
	}
	return ""
}

// named is the name of a record, there or not.
func (n journalNames) named(id string, depth int) string {
	if name, ok := n.known[id]; ok {
		return name
	}
	row, err := one[struct{ Title string }](n.r, "SELECT title FROM search_row WHERE record_id = ?", id)
	name := row.Title
	if err != nil || name == "" {
		name = n.gone(id, depth)
	}
	n.known[id] = name
	return name
}

// gone is what the journal last called a record.
func (n journalNames) gone(id string, depth int) string {
	if depth > maxBelongs {
		return ""
	}
	last, err := one[struct{ Body string }](n.r, "SELECT coalesce(new, old) FROM change WHERE row_id = ? ORDER BY id DESC LIMIT 1", id)
	if err != nil {
		return ""
	}
	row, err := jsonRow(last.Body)
	if err != nil {
		return ""
	}
	if s := titleOf(row); s != "" {
		return strings.TrimSpace(row["code"] + " " + s) // a project goes by its code too
	}
	return n.owned(depth, row)
}
