package sqlite

import (
	"encoding"
	"fmt"
	"reflect"
	"strings"
	"sync"
	"unicode"

	"portfel/data"
)

// mapping says how a flat struct and its table mirror each other.
type mapping struct {
	table   string
	columns []string
	text    []bool // the field speaks TextMarshaler and is NULL when empty
	insert  string // upsert by id
	sel     string // "SELECT a, b FROM t"
	list    string // "a, b"
}

var mappings sync.Map // reflect.Type -> *mapping

var textMarshaler = reflect.TypeFor[encoding.TextMarshaler]()

// mappingOf is the mapping of a record's struct; the table is named by its kind.
func mappingOf(r any) *mapping {
	t := reflect.TypeOf(r)
	if m, ok := mappings.Load(t); ok {
		return m.(*mapping)
	}
	m := newMapping(t, tableOf(r))
	mappings.Store(t, m)
	return m
}

// tableOf is the table of a record; row structs of queries have none.
func tableOf(r any) string {
	if k, ok := r.(data.Record); ok {
		return string(k.Kind())
	}
	return ""
}

func newMapping(t reflect.Type, table string) *mapping {
	m := &mapping{table: table}
	for i := range t.NumField() {
		f := t.Field(i)
		m.columns = append(m.columns, snake(f.Name))
		m.text = append(m.text, f.Type.Implements(textMarshaler))
	}
	m.list = strings.Join(m.columns, ", ")
	m.sel = "SELECT " + m.list + " FROM " + table
	var sets []string
	for _, c := range m.columns[1:] {
		sets = append(sets, c+" = excluded."+c)
	}
	marks := strings.TrimSuffix(strings.Repeat("?, ", len(m.columns)), ", ")
	m.insert = fmt.Sprintf("INSERT INTO %s (%s) VALUES (%s) ON CONFLICT (%s) DO UPDATE SET %s",
		table, m.list, marks, m.columns[0], strings.Join(sets, ", "))
	return m
}

func (m *mapping) has(column string) bool {
	for _, c := range m.columns {
		if c == column {
			return true
		}
	}
	return false
}

// values are the bound values of a struct, in column order.
func (m *mapping) values(r any) ([]any, error) {
	v := reflect.ValueOf(r)
	out := make([]any, len(m.columns))
	for i := range m.columns {
		x, err := bind(v.Field(i), m.text[i])
		if err != nil {
			return nil, fmt.Errorf("column %s: %w", m.columns[i], err)
		}
		out[i] = x
	}
	return out, nil
}

func bind(f reflect.Value, text bool) (any, error) {
	if text {
		b, err := f.Interface().(encoding.TextMarshaler).MarshalText()
		if err != nil || len(b) == 0 {
			return nil, err
		}
		return string(b), nil
	}
	switch f.Kind() {
	case reflect.String:
		return f.String(), nil
	case reflect.Bool:
		if f.Bool() {
			return int64(1), nil
		}
		return int64(0), nil
	default:
		return f.Int(), nil
	}
}

// scanner reads rows into structs of one type: dest is reused for every row.
type scanner struct {
	cells []cell
	dest  []any
	bytes []byte // scratch
}

// cell takes one column of any stored type.
type cell struct {
	s string
	n int64
}

// Scan keeps what the driver hands over; NULL is the zero cell.
func (c *cell) Scan(v any) error {
	*c = cell{}
	switch x := v.(type) {
	case nil:
	case int64:
		c.n = x
	case string:
		c.s = x
	case []byte:
		c.s = string(x)
	default:
		return fmt.Errorf("column holds %T", v)
	}
	return nil
}

func newScanner(n int) *scanner {
	s := &scanner{cells: make([]cell, n), dest: make([]any, n)}
	for i := range s.cells {
		s.dest[i] = &s.cells[i]
	}
	return s
}

// fill writes the scanned cells into the struct that p points to.
func (s *scanner) fill(p any) error {
	v := reflect.ValueOf(p).Elem()
	for i := range s.cells {
		f := v.Field(i)
		c := &s.cells[i]
		switch {
		case f.Kind() == reflect.String:
			f.SetString(c.s)
		case f.Kind() == reflect.Bool:
			f.SetBool(c.n != 0)
		default:
			if u, ok := f.Addr().Interface().(encoding.TextUnmarshaler); ok {
				if c.s == "" {
					f.SetZero()
					continue
				}
				s.bytes = append(s.bytes[:0], c.s...)
				if err := u.UnmarshalText(s.bytes); err != nil {
					return err
				}
				continue
			}
			f.SetInt(c.n)
		}
	}
	return nil
}

// snake turns a field name into its column: ClientID -> client_id.
func snake(name string) string {
	var b strings.Builder
	rs := []rune(name)
	for i, r := range rs {
		if unicode.IsUpper(r) {
			if i > 0 && !unicode.IsUpper(rs[i-1]) {
				b.WriteByte('_')
			}
			r = unicode.ToLower(r)
		}
		b.WriteRune(r)
	}
	return b.String()
}
