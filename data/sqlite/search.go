package sqlite

import (
	"strings"

	"portfel/data"
)

type searchSource struct{ Kind, ID, Title, Body string }

// indexStep writes the search rows of the records that a step touched: one
// query a kind.
func (t *Tx) indexStep(ch data.Changed) error {
	for kind, ids := range ch.IDs {
		if !searchable[kind] {
			continue
		}
		rows, err := query[searchSource](t.Reader, `SELECT kind, record_id, title, body FROM search
  WHERE kind = ?1 AND record_id IN (SELECT row_id FROM change WHERE step_id = ?2 AND tbl = ?1)`, string(kind), t.step)
		if err != nil {
			return err
		}
		here := make(map[string]bool, len(rows))
		for _, s := range rows {
			here[s.ID] = true
			if err := t.putSearch(s); err != nil {
				return err
			}
		}
		for _, id := range ids {
			if here[id.String()] {
				continue
			}
			if err := t.dropSearch(id.String()); err != nil {
				return err
			}
		}
		if err := t.indexNamedAfter(kind); err != nil {
			return err
		}
	}
	return nil
}

// namedAfter says whose title in view/search.sql is taken from a record of the
// kind: they are found by its new name too.
var namedAfter = map[data.Kind][]struct {
	kind   data.Kind
	column string
}{
	data.KindPerson:      {{data.KindMentoring, "trainee_id"}, {data.KindAbsence, "person_id"}},
	data.KindDeliverable: {{data.KindVersion, "deliverable_id"}},
	data.KindProject:     {{data.KindPlan, "project_id"}},
}

func (t *Tx) indexNamedAfter(kind data.Kind) error {
	for _, n := range namedAfter[kind] {
		rows, err := query[searchSource](t.Reader, "SELECT kind, record_id, title, body FROM search WHERE kind = ?1 AND record_id IN (SELECT id FROM "+string(n.kind)+
			" WHERE "+n.column+" IN (SELECT row_id FROM change WHERE step_id = ?2 AND tbl = ?3))", string(n.kind), t.step, string(kind))
		if err != nil {
			return err
		}
		for _, s := range rows {
			if err := t.putSearch(s); err != nil {
				return err
			}
		}
	}
	return nil
}

func (t *Tx) dropSearch(id string) error {
	if err := t.exec("DELETE FROM search_word WHERE rowid = (SELECT id FROM search_row WHERE record_id = ?)", id); err != nil {
		return err
	}
	return t.exec("DELETE FROM search_row WHERE record_id = ?", id)
}

// searchable lists the kinds that view/search.sql has a branch for.
var searchable = map[data.Kind]bool{
	data.KindPerson: true, data.KindClient: true, data.KindContact: true, data.KindProject: true, data.KindTask: true,
	data.KindMentoring: true, data.KindReview: true, data.KindCompetency: true, data.KindTrip: true, data.KindLeg: true,
	data.KindDeliverable: true, data.KindVersion: true, data.KindEvent: true, data.KindSeries: true,
	data.KindAbsence: true, data.KindAttachment: true, data.KindPlan: true, data.KindCalendar: true,
	data.KindExpense: true, data.KindTripItem: true, data.KindPaper: true, data.KindCompany: true,
}

func (t *Tx) putSearch(s searchSource) error {
	if err := t.exec("INSERT INTO search_row (kind, record_id, title) VALUES (?, ?, ?) ON CONFLICT (record_id) DO UPDATE SET title = excluded.title",
		s.Kind, s.ID, s.Title); err != nil {
		return err
	}
	return t.exec("INSERT OR REPLACE INTO search_word (rowid, title, body) VALUES ((SELECT id FROM search_row WHERE record_id = ?), ?, ?)",
		s.ID, data.Fold(s.Title), data.Fold(s.Body))
}

// reindex writes every search row anew.
func (t *Tx) reindex() error {
	if err := t.exec("DELETE FROM search_word"); err != nil {
		return err
	}
	if err := t.exec("DELETE FROM search_row"); err != nil {
		return err
	}
	rows, err := query[searchSource](t.Reader, "SELECT kind, record_id, title, body FROM search")
	if err != nil {
		return err
	}
	for _, s := range rows {
		if s.Title == "" && s.Body == "" {
			continue
		}
		if err := t.putSearch(s); err != nil {
			return err
		}
	}
	return nil
}

// Search finds records by words: every word must begin a word of the record,
// whatever the case and ё. Records whose title has all the words come before
// those that only mention them, newest first. At most limit rows. The variants
// of a query (other keyboard layout) are the caller's.
//
// Ranking every hit of a short word (bm25) takes most of a second in a large
// file; the newest candidates are found in a few milliseconds.
func (r *Reader) Search(words string, limit int) ([]data.SearchRow, error) {
	match := matchQuery(words)
	if match == "" {
		return nil, nil
	}
	rows, err := r.hits("{title} : ("+match+")", limit)
	if err != nil || len(rows) >= limit {
		return rows, err
	}
	more, err := r.hits(match, limit+len(rows))
	if err != nil {
		return nil, err
	}
	seen := map[data.ID[data.Any]]bool{}
	for _, x := range rows {
		seen[x.ID] = true
	}
	for _, x := range more {
		if !seen[x.ID] && len(rows) < limit {
			rows = append(rows, x)
		}
	}
	return rows, nil
}

// kindOrder puts what people look for most before its parts.
const kindOrder = `CASE w.kind WHEN 'project' THEN 0 WHEN 'client' THEN 1 WHEN 'person' THEN 2 WHEN 'trip' THEN 3 WHEN 'deliverable' THEN 4
  WHEN 'mentoring' THEN 5 WHEN 'contact' THEN 6 WHEN 'task' THEN 7 WHEN 'event' THEN 8 WHEN 'event_series' THEN 9 ELSE 10 END`

// hits are the newest records that match, what people look for most first.
func (r *Reader) hits(match string, limit int) ([]data.SearchRow, error) {
	rows, err := query[data.SearchRow](r, `SELECT w.kind, w.record_id, w.title, '' FROM
    (SELECT rowid AS id FROM search_word WHERE search_word MATCH ? ORDER BY rowid DESC LIMIT 500) v
  JOIN search_row w ON w.id = v.id ORDER BY `+kindOrder+`, v.id DESC LIMIT ?`, match, limit)
	for i := range rows {
		rows[i].Place = r.placeOf(rows[i].Kind, rows[i].ID.String())
	}
	return rows, err
}

// placeOf is where a record belongs. It is asked a record at a time: bound
// values reach into the branches of the view, a join would walk all of them.
func (r *Reader) placeOf(kind data.Kind, id string) string {
	row, err := one[struct{ Place string }](r, "SELECT place FROM search WHERE kind = ? AND record_id = ?", string(kind), id)
	if err != nil {
		return ""
	}
	return row.Place
}

// matchQuery quotes each word for FTS5, so that nothing a user types is syntax.
func matchQuery(words string) string {
	var out []string
	for _, w := range strings.FieldsFunc(data.Fold(words), func(r rune) bool { return !isWordRune(r) }) {
		out = append(out, `"`+w+`"*`)
	}
	return strings.Join(out, " ")
}
