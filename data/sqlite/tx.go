package sqlite

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding"
	"encoding/hex"
	"fmt"
	"reflect"
	"strings"
	"time"

	"portfel/data"
)

// Tx is a transaction under one open step. Its Reader sees its own writes; its
// clock stands still.
type Tx struct {
	*Reader
	tx    *sql.Tx
	step  int64
	cache map[string]*sql.Stmt
}

func (f *File) begin() (*Tx, error) {
	tx, err := f.w.Begin()
	if err != nil {
		return nil, classify(f.Path, err)
	}
	now := f.opt.Now()
	t := &Tx{Reader: &Reader{tx, func() time.Time { return now }, f.Path}, tx: tx, cache: map[string]*sql.Stmt{}}
	if err := t.exec("PRAGMA defer_foreign_keys = 1"); err != nil {
		tx.Rollback()
		return nil, classify(f.Path, err)
	}
	return t, nil
}

func bindAny(a any) any {
	v := reflect.ValueOf(a)
	if m, ok := a.(encoding.TextMarshaler); ok {
		b, err := m.MarshalText()
		if err != nil || len(b) == 0 {
			return nil
		}
		return string(b)
	}
	switch v.Kind() {
	case reflect.String:
		return v.String()
	case reflect.Bool:
		if v.Bool() {
			return int64(1)
		}
		return int64(0)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return v.Int()
	}
	return a
}

// exec runs a statement, prepared once in the transaction.
func (t *Tx) exec(text string, args ...any) error {
	st := t.cache[text]
	if st == nil {
		var err error
		if st, err = t.tx.Prepare(text); err != nil {
			return fmt.Errorf("statement: %w", err)
		}
		t.cache[text] = st
	}
	if _, err := st.ExecContext(context.Background(), args...); err != nil {
		return fmt.Errorf("statement: %w", err)
	}
	return nil
}

// Put writes a record, new or known by its id. A record that is not valid is
// refused with its problems.
func (t *Tx) Put(r data.Record) error {
	if err := r.Validate().Err(); err != nil {
		return err
	}
	m := mappingOf(r)
	vals, err := m.values(r)
	if err != nil {
		return err
	}
	if vals[0] == nil {
		return fmt.Errorf("%s without an id", m.table)
	}
	return uniqueProblem(m.table, t.exec(m.insert, vals...))
}

// uniqueProblem turns a broken unique index into a problem of the field.
func uniqueProblem(table string, err error) error {
	if err == nil || !strings.Contains(err.Error(), "UNIQUE constraint failed") {
		return err
	}
	_, field, _ := strings.Cut(err.Error(), "UNIQUE constraint failed: "+table+".")
	if i := strings.IndexAny(field, ", ("); i > 0 {
		field = field[:i]
	}
	return data.Problems{{Field: camel(field), Code: "taken"}}
}

// camel turns a column into the field name that problems use.
func camel(column string) string {
	parts := strings.Split(column, "_")
	for i := 1; i < len(parts); i++ {
		if parts[i] != "" {
			parts[i] = strings.ToUpper(parts[i][:1]) + parts[i][1:]
		}
	}
	return strings.Join(parts, "")
}

// Delete removes a record with its parts. While other records point to it, it
// is refused with a Problem "inUse" that names them.
func (t *Tx) Delete(ref data.Ref) error {
	if !isJournaled(ref.Kind) {
		return data.ErrNotFound
	}
	n, err := number(t.Reader, "SELECT count(*) FROM "+string(ref.Kind)+" WHERE id = ?", ref.ID.String())
	if err != nil {
		return err
	}
	if n == 0 {
		return data.ErrNotFound
	}
	if err := t.exec("DELETE FROM "+string(ref.Kind)+" WHERE id = ?", ref.ID.String()); err != nil {
		return err
	}
	return t.refuseDangling()
}

func isJournaled(k data.Kind) bool {
	for _, r := range tables {
		if r.Kind() == k {
			return true
		}
	}
	return false
}

// PutBlob keeps a file's bytes under their hash, which it returns. Blobs are
// not journaled: undoing a deletion finds them again.
func (t *Tx) PutBlob(b []byte) (string, error) {
	sum := sha256.Sum256(b)
	name := hex.EncodeToString(sum[:])
	return name, t.exec("INSERT INTO blob (sha256, bytes) VALUES (?, ?) ON CONFLICT (sha256) DO NOTHING", name, b)
}

// Stored is the record of the same kind and id as it stands in the file, and
// whether there is one.
func (r *Reader) Stored(rec data.Record) (data.Record, bool, error) {
	m := mappingOf(rec)
	rows, err := r.q.QueryContext(context.Background(), m.sel+" WHERE id = ?", rec.Key().String())
	if err != nil {
		return nil, false, err
	}
	defer rows.Close()
	if !rows.Next() {
		return nil, false, rows.Err()
	}
	s := newScanner(len(m.columns))
	if err := rows.Scan(s.dest...); err != nil {
		return nil, false, err
	}
	v := reflect.New(reflect.TypeOf(rec))
	if err := s.fill(v.Interface()); err != nil {
		return nil, false, err
	}
	return v.Elem().Interface().(data.Record), true, nil
}

// Load reads any record by a reference.
func (r *Reader) Load(ref data.Ref) (data.Record, error) {
	for _, proto := range tables {
		if proto.Kind() != ref.Kind {
			continue
		}
		v := reflect.New(reflect.TypeOf(proto)).Elem()
		v.Field(0).Set(reflect.ValueOf(ref.ID).Convert(v.Field(0).Type()))
		rec, ok, err := r.Stored(v.Interface().(data.Record))
		if err == nil && !ok {
			err = data.ErrNotFound
		}
		return rec, err
	}
	return nil, data.ErrNotFound
}

// Archivable tells whether records of the kind can be put away.
func Archivable(k data.Kind) bool { return archived[k] }

// Archive sets or clears (zero day) the day since which a record is put away.
func (t *Tx) Archive(ref data.Ref, on data.Date) error {
	if !archived[ref.Kind] {
		return data.ErrNotFound
	}
	return t.exec("UPDATE "+string(ref.Kind)+" SET archived_on = ? WHERE id = ?", bindAny(on), ref.ID.String())
}
