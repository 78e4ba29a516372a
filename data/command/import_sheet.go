package command

import (
	"portfel/data"
	"portfel/data/office"
	"portfel/data/sqlite"
	"portfel/data/table"
)

// TableImport is the import of a table: what it would do, and the command.
type TableImport interface {
	sqlite.Command
	Preview(*sqlite.Reader) ([]ImportRow, error)
}

// SheetTable is the first filled sheet of a workbook as a table: its first row is
// the header. The error is a data.Problem "table.empty".
func SheetTable(sheets []office.Sheet) (table.Table, error) {
	for _, s := range sheets {
		if len(s.Rows) == 0 {
			continue
		}
		t := table.Table{Header: s.Rows[0].Cells}
		for _, r := range s.Rows[1:] {
			cells := make([]string, len(t.Header))
			copy(cells, r.Cells)
			if len(r.Cells) > len(t.Header) {
				t.Header = append(t.Header, make([]string, len(r.Cells)-len(t.Header))...)
				cells = r.Cells
			}
			t.Rows = append(t.Rows, table.Row{Line: r.Line, Cells: cells})
		}
		for i := range t.Rows {
			if short := len(t.Header) - len(t.Rows[i].Cells); short > 0 {
				t.Rows[i].Cells = append(t.Rows[i].Cells, make([]string, short)...)
			}
		}
		return t, nil
	}
	return table.Table{}, data.Problem{Code: "table.empty"}
}

// OtherSheets are the names of the sheets that SheetTable does not read.
func OtherSheets(sheets []office.Sheet) (names []string) {
	read := false
	for _, s := range sheets {
		if !read && len(s.Rows) > 0 {
			read = true
			continue
		}
		names = append(names, s.Name)
	}
	return names
}

// ReadTable makes the import of a table of a kind, and tells the columns that it
// does not read. The name of the file is the project's where a plan has no other.
func ReadTable(t table.Table, kind table.Kind, file string) (cmd TableImport, ignored []string, err error) {
	switch kind {
	case table.KindPeople:
		c := ImportPeople{}
		c.Source, c.Faults, err = table.ReadPeople(t)
		return c, c.Source.Columns.Ignored, err
	case table.KindAbsences:
		c := ImportAbsences{}
		c.Source, c.Faults, err = table.ReadAbsences(t)
		return c, c.Source.Columns.Ignored, err
	case table.KindTrips:
		c := ImportTrips{}
		c.Source, c.Faults, err = table.ReadTrips(t)
		return c, c.Source.Columns.Ignored, err
	}
	c := ImportPlan{File: file}
	c.Source, c.Faults, err = table.ReadPlan(t)
	return c, c.Source.Columns.Ignored, err
}

// listImport works out the import of a list, of which the good rows are taken and
// the others refused.
type listImport struct {
	r    *sqlite.Reader
	who  *namedPeople
	kind data.Kind
	rows []ImportRow
	puts []data.Record
	cmds []sqlite.Command // behind the records
}

func newListImport(r *sqlite.Reader, kind data.Kind, faults []table.Fault) (*listImport, error) {
	who, err := newNamedPeople(r)
	l := &listImport{r: r, who: who, kind: kind}
	for _, f := range faults {
		l.rows = append(l.rows, ImportRow{Action: ImportRefused, Kind: kind, Name: f.Name, Line: f.Line, Column: f.Column, Reason: f.What})
	}
	return l, err
}

func (l *listImport) add(action ImportAction, name string, day data.Date) {
	l.rows = append(l.rows, ImportRow{Action: action, Kind: l.kind, Name: name, Day: day})
}

func (l *listImport) refuse(line int, column, name, code string, args ...string) {
	l.rows = append(l.rows, ImportRow{Action: ImportRefused, Kind: l.kind, Name: name, Line: line, Column: column, Reason: data.Problem{Code: code, Args: args}})
}

// person finds somebody by name; one who is not known is made when the name has
// more than one word. A refusal is written here.
func (l *listImport) person(line int, column, shown, name string) (data.ID[data.Person], bool) {
	id, fits := l.who.find(name)
	switch {
	case !id.IsZero():
		return id, true
	case len(fits) > 1:
		l.refuse(line, column, shown, "import.manyPeople", append([]string{name}, fits...)...)
		return id, false
	case !fullName(name):
		l.refuse(line, column, shown, "sheetrow.noPerson", name)
		return id, false
	}
	l.who.take(name)
	id, _ = l.who.find(name)
	x := l.who.added[len(l.who.added)-1]
	l.puts = append(l.puts, x)
	l.rows = append(l.rows, ImportRow{Action: ImportAdded, Kind: data.KindPerson, Name: x.FullName})
	return id, true
}

func fullName(s string) bool {
	for i, r := range s {
		if r == ' ' && i > 0 {
			return true
		}
	}
	return false
}

// write puts the records and runs the commands.
func (l *listImport) write(tx *sqlite.Tx) error {
	for _, r := range l.puts {
		if err := tx.Put(r); err != nil {
			return err
		}
	}
	for _, c := range l.cmds {
		if err := c.Run(tx); err != nil {
			return err
		}
	}
	return nil
}
