package merge

import (
	"encoding"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"portfel/data"
)

// Row is a record as text: fields by the name of the struct's field, values as the
// file stores them, "true" and "false" for a yes or no. Only the fields that are
// said stand in it; the id is not among them.
type Row struct {
	Kind   data.Kind
	ID     data.ID[data.Any]
	Fields map[string]string
}

// Ref names the record.
func (r Row) Ref() data.Ref { return data.Ref{Kind: r.Kind, ID: r.ID} }

// clone is a copy whose fields can be changed.
func (r Row) clone() Row {
	r.Fields = maps.Clone(r.Fields)
	if r.Fields == nil {
		r.Fields = map[string]string{}
	}
	return r
}

var (
	textOut = reflect.TypeFor[encoding.TextMarshaler]()
	textIn  = reflect.TypeFor[encoding.TextUnmarshaler]()
)

// RowOf is a record with all its fields. The error is a value that has no text.
func RowOf(r data.Record) (Row, error) {
	v := reflect.ValueOf(r)
	out := Row{r.Kind(), r.Key(), map[string]string{}}
	for i := 1; i < v.NumField(); i++ {
		s, err := text(v.Field(i))
		if err != nil {
			return out, fmt.Errorf("%s.%s: %w", r.Kind(), v.Type().Field(i).Name, err)
		}
		out.Fields[v.Type().Field(i).Name] = s
	}
	return out, nil
}

func text(f reflect.Value) (string, error) {
	if f.Type().Implements(textOut) {
		b, err := f.Interface().(encoding.TextMarshaler).MarshalText()
		return string(b), err
	}
	switch f.Kind() {
	case reflect.String:
		return f.String(), nil
	case reflect.Bool:
		return strconv.FormatBool(f.Bool()), nil
	default:
		return strconv.FormatInt(f.Int(), 10), nil
	}
}

// Record writes the fields of a row over a record of the same kind, which the
// caller gives: the one that is stored, or an empty one. A field that the kind does
// not have, and a value that cannot be read, are Problems of the field, with the
// codes "unknown" and "unreadable".
func (r Row) Record(over data.Record) (data.Record, error) {
	v := reflect.New(reflect.TypeOf(over)).Elem()
	v.Set(reflect.ValueOf(over))
	v.Field(0).Set(reflect.ValueOf(r.ID).Convert(v.Field(0).Type()))
	for _, name := range slices.Sorted(maps.Keys(r.Fields)) {
		f := v.FieldByName(name)
		if !f.IsValid() || name == v.Type().Field(0).Name {
			return nil, data.Problems{{Field: lower(name), Code: "unknown", Args: []string{name}}}
		}
		if err := set(f, r.Fields[name]); err != nil {
			return nil, data.Problems{{Field: lower(name), Code: "unreadable", Args: []string{r.Fields[name]}}}
		}
	}
	return v.Interface().(data.Record), nil
}

func set(f reflect.Value, s string) error {
	if reflect.PointerTo(f.Type()).Implements(textIn) && f.Type().Implements(textOut) {
		return f.Addr().Interface().(encoding.TextUnmarshaler).UnmarshalText([]byte(s))
	}
	switch f.Kind() {
	case reflect.String:
		f.SetString(s)
	case reflect.Bool:
		b, err := strconv.ParseBool(s)
		if err != nil {
			return err
		}
		f.SetBool(b)
	default:
		n, err := strconv.ParseInt(s, 10, f.Type().Bits())
		if err != nil {
			return err
		}
		f.SetInt(n)
	}
	return nil
}

// lower is a field's name as problems write it: "deadlineOn".
func lower(name string) string { return strings.ToLower(name[:1]) + name[1:] }
