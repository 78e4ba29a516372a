package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"reflect"

	"portfel/data"
)

// EachRecord reads every record of the kind of proto, in the order of ids. A row
// that cannot be read as a record is told by its id and the error.
func (r *Reader) EachRecord(proto data.Record, fn func(rec data.Record, id string, bad error)) error {
	m := mappingOf(proto)
	rows, err := r.q.QueryContext(context.Background(), m.sel+" ORDER BY id")
	if err != nil {
		return fmt.Errorf("query: %w", err)
	}
	defer rows.Close()
	s := newScanner(len(m.columns))
	for rows.Next() {
		if err := rows.Scan(s.dest...); err != nil {
			return fmt.Errorf("query: %w", err)
		}
		v := reflect.New(reflect.TypeOf(proto))
		bad := s.fill(v.Interface())
		fn(v.Elem().Interface().(data.Record), s.cells[0].s, bad)
	}
	return rows.Err()
}

// Integrity is what SQLite finds wrong with the file itself, nothing when it is
// sound.
func (r *Reader) Integrity() ([]string, error) {
	if pool, ok := r.q.(*sql.DB); ok {
		c, err := pool.Conn(context.Background())
		if err != nil {
			return nil, err
		}
		defer c.Close()
		r = &Reader{c, r.now, r.path}
	}
	// The check alone believes an outline of the search index that this
	// connection kept from an earlier check; a search makes it read a new one.
	if _, err := query[struct{ ID int64 }](r, "SELECT rowid FROM search_word WHERE search_word MATCH 'x' LIMIT 1"); err != nil {
		return []string{err.Error()}, nil
	}
	rows, err := query[struct{ Text string }](r, "PRAGMA integrity_check(100)")
	var out []string
	for _, x := range rows {
		if x.Text != "ok" {
			out = append(out, x.Text)
		}
	}
	return out, err
}

// Dangling is a column of a row that points to nothing.
type Dangling struct {
	Ref    data.Ref
	Column string
}

// DanglingKeys are the broken foreign keys of the records.
func (r *Reader) DanglingKeys() ([]Dangling, error) {
	type row struct {
		Table  string
		RowID  int64
		Column string
	}
	var out []Dangling
	rows, err := query[row](r, `SELECT c."table", c.rowid, (SELECT f."from" FROM pragma_foreign_key_list(c."table") f WHERE f.id = c.fkid) FROM pragma_foreign_key_check c`)
	if err != nil {
		return nil, err
	}
	for _, x := range rows {
		m := mappingByTable(x.Table)
		if m == nil {
			continue
		}
		id, err := one[struct{ ID data.ID[data.Any] }](r, "SELECT id FROM "+m.table+" WHERE rowid = ?", x.RowID)
		if err != nil {
			return nil, err
		}
		out = append(out, Dangling{data.Ref{Kind: data.Kind(x.Table), ID: id.ID}, x.Column})
	}
	return out, nil
}

// HasRecord tells whether the record that a reference names is there.
func (r *Reader) HasRecord(ref data.Ref) (bool, error) {
	if !isJournaled(ref.Kind) {
		return false, nil
	}
	n, err := number(r, "SELECT count(*) FROM "+string(ref.Kind)+" WHERE id = ?", ref.ID.String())
	return n > 0, err
}
