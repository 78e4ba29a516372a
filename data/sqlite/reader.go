package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"time"

	"portfel/data"
)

// Reader answers queries. It has no method that writes. Inside a transaction it
// sees the transaction's own writes.
type Reader struct {
	q    querier
	now  func() time.Time
	path string
}

// querier is what both a pool of connections and a transaction can do.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

// query runs a query and scans each row into a fresh T by the order of T's
// fields: every row struct names its columns in that order.
func query[T any](r *Reader, text string, args ...any) ([]T, error) {
	rows, err := r.q.QueryContext(context.Background(), text, args...)
	if err != nil {
		return nil, fmt.Errorf("query: %w", err)
	}
	defer rows.Close()
	var full [][]T // of one size each, so that nothing is copied over and over
	var out []T
	var s *scanner
	for rows.Next() {
		if s == nil {
			cols, err := rows.Columns()
			if err != nil {
				return nil, fmt.Errorf("query: %w", err)
			}
			s = newScanner(len(cols))
		}
		if err := rows.Scan(s.dest...); err != nil {
			return nil, fmt.Errorf("query: %w", err)
		}
		var v T
		if err := s.fill(&v); err != nil {
			return nil, fmt.Errorf("query: %w", err)
		}
		if len(out) == block {
			full, out = append(full, out), make([]T, 0, block)
		}
		out = append(out, v)
	}
	if full != nil {
		out = slices.Concat(append(full, out)...)
	}
	return out, rows.Err()
}

// block is how many rows are gathered in one piece.
const block = 1024

// one is the single row of a query; no row is data.ErrNotFound.
func one[T any](r *Reader, text string, args ...any) (T, error) {
	all, err := query[T](r, text, args...)
	if err != nil || len(all) == 0 {
		var zero T
		if err == nil {
			err = data.ErrNotFound
		}
		return zero, err
	}
	return all[0], nil
}

// number is the single whole number of a query.
func number(r *Reader, text string, args ...any) (int64, error) {
	v, err := one[struct{ N int64 }](r, text, args...)
	return v.N, err
}

// Get reads a record by its id; data.ErrNotFound when there is none.
func Get[T data.Record](r *Reader, id data.ID[T]) (T, error) {
	var zero T
	return one[T](r, mappingOf(zero).sel+" WHERE id = ?", id.String())
}

// List reads records by a condition written in SQL ("plan_id = ? ORDER BY ord").
// It serves commands; screens have a named query each.
func List[T data.Record](r *Reader, where string, args ...any) ([]T, error) {
	var zero T
	text := mappingOf(zero).sel
	if where != "" {
		text += " WHERE " + where
	}
	return query[T](r, text, bindAll(args)...)
}

// bindAll turns ids, dates and the like into what the driver takes.
func bindAll(args []any) []any {
	out := make([]any, len(args))
	for i, a := range args {
		out[i] = bindAny(a)
	}
	return out
}

// Path is where the file lies.
func (r *Reader) Path() string { return r.path }

// Now is the instant that the program's clock shows; fixed within a step.
func (r *Reader) Now() time.Time { return r.now() }

// Today is the day on the owner's clock.
func (r *Reader) Today() data.Date { return r.NowMoment().Day }

// NowMoment is the present minute on the owner's clock.
func (r *Reader) NowMoment() data.Moment {
	zone := "Europe/Moscow"
	if me, err := r.Me(); err == nil && me.Zone != "" {
		zone = me.Zone
	}
	m, err := data.MomentOf(r.Now(), zone)
	if err != nil {
		now := r.Now().UTC()
		return data.Moment{Day: data.DateOf(now), Min: now.Hour()*60 + now.Minute(), Zone: "UTC"}
	}
	return m
}

// Me is the owner of the file.
func (r *Reader) Me() (data.Person, error) {
	return one[data.Person](r, mappingOf(data.Person{}).sel+" WHERE is_me = 1")
}

// Setting is the value of a setting, or the fallback.
func (r *Reader) Setting(code, fallback string) string {
	s, err := Get(r, data.SettingID(code))
	if err != nil || s.Value == "" {
		return fallback
	}
	return s.Value
}
