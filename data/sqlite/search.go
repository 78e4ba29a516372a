package sqlite

import (
	"strings"

	"portfel/data"
)

type searchSource struct{ Kind, ID, Title, Body string }

// indexStep writes the search rows of the records that a step touched.
func (t *Tx) indexStep(ch data.Changed) error {
	for kind, ids := range ch.IDs {
		if !searchable[kind] {
			continue
		}
		for _, id := range ids {
			if err := t.index(kind, id.String()); err != nil {
				return err
			}
		}
	}
	return nil
}

// searchable lists the kinds that view/search.sql has a branch for.
var searchable = map[data.Kind]bool{
	data.KindPerson: true, data.KindClient: true, data.KindContact: true, data.KindProject: true, data.KindTask: true,
	data.KindMentoring: true, data.KindReview: true, data.KindCompetency: true, data.KindTrip: true, data.KindLeg: true,
	data.KindDeliverable: true, data.KindVersion: true, data.KindEvent: true, data.KindSeries: true,
	data.KindAbsence: true, data.KindAttachment: true,
}

func (t *Tx) index(kind data.Kind, id string) error {
	rows, err := query[searchSource](t.Reader, "SELECT kind, record_id, title, body FROM search WHERE kind = ? AND record_id = ?", string(kind), id)
	if err != nil {
		return err
	}
	if len(rows) == 0 {
		if err := t.exec("DELETE FROM search_word WHERE rowid = (SELECT id FROM search_row WHERE record_id = ?)", id); err != nil {
			return err
		}
		return t.exec("DELETE FROM search_row WHERE record_id = ?", id)
	}
	return t.putSearch(rows[0])
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
// whatever the case and ё. Titles count more than bodies. At most limit rows.
// The variants of a query (other keyboard layout) are the caller's.
func (r *Reader) Search(words string, limit int) ([]data.SearchRow, error) {
	match := matchQuery(words)
	if match == "" {
		return nil, nil
	}
	return query[data.SearchRow](r, `
SELECT f.kind, f.record_id, f.title, coalesce((SELECT place FROM search s WHERE s.kind = f.kind AND s.record_id = f.record_id), '')
FROM (SELECT w.kind, w.record_id, w.title, v.score FROM
        (SELECT rowid AS id, bm25(search_word, 10.0, 1.0) AS score FROM search_word WHERE search_word MATCH ? ORDER BY score LIMIT ?) v
      JOIN search_row w ON w.id = v.id) f
ORDER BY f.score`, match, limit)
}

// matchQuery quotes each word for FTS5, so that nothing a user types is syntax.
func matchQuery(words string) string {
	var out []string
	for _, w := range strings.FieldsFunc(data.Fold(words), func(r rune) bool { return !isWordRune(r) }) {
		out = append(out, `"`+w+`"*`)
	}
	return strings.Join(out, " ")
}
