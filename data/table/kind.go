package table

import "portfel/data"

//text:prefix problem.sheetrow.

// Kind is what a table holds, told by its columns.
type Kind string

// The kinds of tables. What is none of the others is read as a plan, whose reader
// says which columns it needs.
const (
	KindPlan     Kind = "plan"
	KindPeople   Kind = "people"
	KindAbsences Kind = "absences"
	KindTrips    Kind = "trips"
)

// KindOf tells the kind by the columns.
func KindOf(t Table) Kind {
	has := func(known []Column) Columns {
		c, err := t.Match(known)
		if err != nil {
			return Columns{}
		}
		return c
	}
	if c := has(TripColumns); c.Has("trip") && c.Has("person") && (c.Has("depart") || c.Has("arrive")) {
		return KindTrips
	}
	if c := has(AbsenceColumns); c.Has("person") && c.Has("from") && c.Has("to") {
		return KindAbsences
	}
	if c := has(PeopleColumns); c.Has("person") && !IsPlan(has(PlanColumns)) {
		return KindPeople
	}
	return KindPlan
}

// rowReader collects the faults of rows under known columns.
type rowReader struct {
	columns Columns
	faults  []Fault
}

// fault notes what hinders a row.
func (r *rowReader) fault(row Row, column, name, code string, args ...string) {
	r.faults = append(r.faults, Fault{row.Line, r.columns.Shown[column], name, problem(code, args)})
}

func (r *rowReader) cell(row Row, column string) string { return r.columns.Cell(row, column) }

// day reads a date, which may be missing.
func (r *rowReader) day(row Row, column, name string) dateCell {
	s := r.cell(row, column)
	d, ok := date(s)
	if !ok {
		r.fault(row, column, name, "table.date", s)
	}
	return dateCell{d, ok}
}

// readRows reads the rows of a table one by one: those with a fault are told, the
// others stand.
func readRows[R any](t Table, known []Column, read func(*rowReader, Row) R) (Columns, []R, []Fault, error) {
	c, err := t.Match(known)
	if err != nil {
		return c, nil, nil, err
	}
	if len(t.Rows) == 0 {
		return c, nil, nil, data.Problem{Code: "sheetrow.noRows"}
	}
	r := &rowReader{columns: c}
	var out []R
	for _, row := range t.Rows {
		n := len(r.faults)
		if x := read(r, row); len(r.faults) == n {
			out = append(out, x)
		}
	}
	return c, out, r.faults, nil
}
