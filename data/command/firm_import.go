package command

import (
	"bytes"
	"errors"
	"strconv"
	"strings"

	"portfel/data"
	"portfel/data/sqlite"
	"portfel/data/table"
)

// FirmRow is a line of a file of norms or rates: what it would do, and the
// record as it would stand. A refused line has no record.
type FirmRow struct {
	ImportRow
	Record data.Record
}

// FirmImport is an import of norms or of rates of currencies: what it would do,
// and the command.
type FirmImport interface {
	sqlite.Command
	Preview(*sqlite.Reader) ([]FirmRow, error)
}

// firmTable reads a table with a header of the known columns; where the first
// line is a row already, the columns stand in the order given. A table without
// the first needed columns is a data.Problem "firm.columns" with their names.
func firmTable(b []byte, known []table.Column, needed int, isRow func(cells []string) bool) (table.Columns, []table.Row, error) {
	t, err := table.Read(bytes.NewReader(b))
	if err != nil {
		return table.Columns{}, nil, err
	}
	c, err := t.Match(known)
	if err != nil {
		return c, nil, err
	}
	if len(t.Header) >= needed && len(t.Header) <= len(known) && isRow(t.Header) {
		for i, k := range known[:len(t.Header)] {
			c.At[k.Name], c.Shown[k.Name] = i, k.Name
		}
		c.Ignored = nil
		return c, append([]table.Row{{Line: 1, Cells: t.Header}}, t.Rows...), nil
	}
	for _, k := range known[:needed] {
		if !c.Has(k.Name) {
			return c, nil, data.Problem{Code: "firm.columns", Args: []string{columnNames(known[:needed])}}
		}
	}
	return c, t.Rows, nil
}

func columnNames(known []table.Column) string {
	var all []string
	for _, k := range known {
		all = append(all, k.Name)
	}
	return strings.Join(all, "; ")
}

// firmLine reads the cells of a line and keeps the first fault in it.
type firmLine struct {
	columns table.Columns
	row     table.Row
	fault   FirmRow
}

func (l *firmLine) cell(column string) string {
	return strings.TrimSpace(l.columns.Cell(l.row, column))
}

// refuse keeps a fault of a column; a later one does not replace it.
func (l *firmLine) refuse(column string, p data.Problem) {
	if l.fault.Action == "" {
		l.fault.ImportRow = ImportRow{Action: ImportRefused, Line: l.row.Line, Column: l.columns.Shown[column], Reason: data.Problem{Code: p.Code, Args: p.Args}}
	}
}

// day reads 2026-11-24 or 24.11.2026; empty is no day.
func (l *firmLine) day(column string) data.Date {
	s := l.cell(column)
	d, ok := firmDay(s)
	if !ok {
		l.refuse(column, data.Problem{Code: "dateFormat", Args: []string{s}})
	}
	return d
}

func firmDay(s string) (data.Date, bool) {
	if p := strings.Split(s, "."); len(p) == 3 && len(p[0]) == 2 && len(p[1]) == 2 && len(p[2]) == 4 {
		s = p[2] + "-" + p[1] + "-" + p[0]
	}
	d, err := data.ParseDate(s)
	return d, err == nil
}

// number is a plain decimal of a cell: spaces between digits go, a decimal comma
// becomes a point.
func (l *firmLine) number(column string) string { return firmNumber(l.cell(column)) }

func firmNumber(s string) string {
	return strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "", ",", ".").Replace(s)
}

// invalid refuses a line whose record is not in order, under the column of its
// field.
func (l *firmLine) invalid(ps data.Problems, columns map[string]string) {
	if len(ps) > 0 {
		l.refuse(columns[ps[0].Field], ps[0])
	}
}

// firmPlan is an import worked out: a row for each line, and what is to be put.
type firmPlan struct {
	rows []FirmRow
	puts []data.Record
}

// take judges a record against the one that is there.
func (p *firmPlan) take(line int, kind data.Kind, name string, day data.Date, old, fresh data.Record) {
	row := FirmRow{ImportRow: ImportRow{Action: ImportAdded, Kind: kind, Name: name, Line: line, Day: day}, Record: fresh}
	switch {
	case old == fresh:
		row.Action = ImportSame
	case old != nil:
		row.Action = ImportChanged
	}
	if row.Action != ImportSame {
		p.puts = append(p.puts, fresh)
	}
	p.rows = append(p.rows, row)
}

// twice refuses a line that says of the same thing what an earlier one says.
func (p *firmPlan) twice(line, earlier int, kind data.Kind, name string, day data.Date) {
	p.rows = append(p.rows, FirmRow{ImportRow: ImportRow{Action: ImportRefused, Kind: kind, Name: name, Line: line, Day: day,
		Reason: data.Problem{Code: "sheetrow.twice", Args: []string{strconv.Itoa(earlier)}}}})
}

func (p *firmPlan) write(tx *sqlite.Tx) error {
	for _, r := range p.puts {
		if err := tx.Put(r); err != nil {
			return err
		}
	}
	return nil
}

// firstProblem is the problem inside an error, if it is one that words are made of.
func firstProblem(err error) (data.Problem, bool) {
	var p data.Problem
	var ps data.Problems
	switch {
	case errors.As(err, &p):
		return p, true
	case errors.As(err, &ps) && len(ps) > 0:
		return ps[0], true
	}
	return p, false
}
