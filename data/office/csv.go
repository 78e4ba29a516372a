package office

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"portfel/data/report"
)

// CSVOptions say for whom a CSV file is.
type CSVOptions struct {
	Comma  byte // ';' (as 0), ',' or '\t'
	BOM    bool // the mark by which Excel knows UTF-8
	Titles bool // heads for people instead of the codes that programs read
	Totals bool // also rows of totals; headings over rows never are
	Guard  bool // an apostrophe before text that Excel would take for a formula
}

// WriteCSV writes a table as the program's own imports read it: UTF-8, a line of
// heads, then a line a row, dates 2026-11-24, numbers with a point, nothing for
// an empty cell, quotes where a cell needs them. Lines end with CR LF (RFC 4180).
func WriteCSV(w io.Writer, t *report.Table, o CSVOptions) error {
	if o.Comma == 0 {
		o.Comma = ';'
	}
	out := bufio.NewWriter(w)
	if o.BOM {
		out.WriteString("\uFEFF")
	}
	row := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		row[i] = c.Code
		if o.Titles || c.Code == "" {
			row[i] = c.Title
		}
	}
	o.line(out, row)
	for i := range t.Rows {
		r := &t.Rows[i]
		if r.Style == report.Band || r.Style == report.Total && !o.Totals {
			continue
		}
		for k := range row {
			c := r.Cell(k)
			row[k] = c.Plain()
			if o.Guard && c.Type == report.AsText && formulaLike(row[k]) {
				row[k] = "'" + row[k]
			}
		}
		o.line(out, row)
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("write CSV: %w", err)
	}
	return nil
}

// formulaLike tells whether a spreadsheet would take a text for a formula.
func formulaLike(s string) bool {
	return s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0]))
}

func (o CSVOptions) line(out *bufio.Writer, cells []string) {
	for i, c := range cells {
		if i > 0 {
			out.WriteByte(o.Comma)
		}
		out.WriteString(o.quoted(c, len(cells) == 1))
	}
	out.WriteString("\r\n")
}

// quoted puts a cell into quotes where it must be: separators, quotes, line
// ends, spaces at its ends, or an empty cell that is all of its line.
func (o CSVOptions) quoted(s string, alone bool) string {
	s = strings.ToValidUTF8(strings.ReplaceAll(s, "\x00", ""), "\uFFFD")
	need := strings.IndexByte(s, o.Comma) >= 0 || strings.ContainsAny(s, "\"\r\n") || s == "" && alone || s != strings.TrimSpace(s)
	if !need {
		return s
	}
	return `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
}
