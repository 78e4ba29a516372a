package cli

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"portfel/data"
)

// table prints rows: tab separated with a header, or as a JSON list of objects
// with the header's names.
type table struct {
	json   bool
	header bool
	names  []string
	rows   [][]any
}

// number is a decimal that JSON shows as a number.
type number string

func (c *call) table(names ...string) *table {
	return &table{json: c.on["json"], header: true, names: names}
}

// add takes the cells of a row: text, whole numbers, number, dates; nil and
// empty ones are "nothing".
func (t *table) add(cells ...any) { t.rows = append(t.rows, cells) }

func (t *table) print(out io.Writer) error {
	w := bufio.NewWriter(out)
	if t.json {
		t.printJSON(w)
		return w.Flush()
	}
	if t.header {
		fmt.Fprintln(w, strings.Join(t.names, "\t"))
	}
	for _, r := range t.rows {
		for i, c := range r {
			if i > 0 {
				w.WriteByte('\t')
			}
			w.WriteString(cell(c))
		}
		w.WriteByte('\n')
	}
	return w.Flush()
}

// cell is a value as text without tabs and line ends.
func cell(v any) string {
	s := ""
	switch x := v.(type) {
	case nil:
	case data.Date:
		s = x.String()
	default:
		s = fmt.Sprint(x)
	}
	s = strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == '\t' || r == '\n' || r == '\r' }), " ")
	if s == "" {
		return "-"
	}
	return s
}

func (t *table) printJSON(w *bufio.Writer) {
	w.WriteString("[")
	for i, r := range t.rows {
		if i > 0 {
			w.WriteString(",")
		}
		w.WriteString("\n  {")
		for k, c := range r {
			if k > 0 {
				w.WriteString(", ")
			}
			fmt.Fprintf(w, "%q: %s", t.names[k], jsonCell(c))
		}
		w.WriteString("}")
	}
	if len(t.rows) > 0 {
		w.WriteString("\n")
	}
	w.WriteString("]\n")
}

func jsonCell(v any) string {
	switch x := v.(type) {
	case int, int64:
		return fmt.Sprint(x)
	case number:
		return string(x)
	}
	s := cell(v)
	if s == "-" {
		return "null"
	}
	b, err := json.Marshal(s)
	if err != nil {
		return "null"
	}
	return string(b)
}
