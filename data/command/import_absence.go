package command

import (
	"portfel/data"
	"portfel/data/sqlite"
	"portfel/data/table"
)

// ImportAbsences takes a list of absences: the good rows in one step, the others
// are refused. An absence is known by its person, kind and first day; a new last
// day or deputy changes it. People of a full name who are not known are made.
type ImportAbsences struct {
	Source table.Absences
	Faults []table.Fault
}

// Label is "command.import.absences".
func (ImportAbsences) Label() (string, string) { return "command.import.absences", "" }

// Preview tells what Run would do, and writes nothing.
func (c ImportAbsences) Preview(r *sqlite.Reader) ([]ImportRow, error) {
	l, err := c.prepare(r)
	if err != nil {
		return nil, err
	}
	return l.rows, nil
}

// Run writes what is new, each by PutAbsence.
func (c ImportAbsences) Run(tx *sqlite.Tx) error {
	l, err := c.prepare(tx.Reader)
	if err != nil {
		return err
	}
	return l.write(tx)
}

func (c ImportAbsences) prepare(r *sqlite.Reader) (*absenceImport, error) {
	l, err := newListImport(r, data.KindAbsence, c.Faults)
	if err != nil {
		return nil, err
	}
	a := &absenceImport{listImport: l, columns: c.Source.Columns}
	if a.have, err = sqlite.List[data.Absence](r, "status <> 'cancelled' ORDER BY starts_on, id"); err != nil {
		return nil, err
	}
	for _, row := range c.Source.Rows {
		a.row(row)
	}
	return a, nil
}

// absenceImport is the import of a list of absences on the way. have are the
// absences as they will stand.
type absenceImport struct {
	*listImport
	columns table.Columns
	have    []data.Absence
}

func (a *absenceImport) row(row table.AbsenceRow) {
	shown := a.columns.Shown
	person, ok := a.person(row.Line, shown["person"], row.Name, row.Name)
	if !ok {
		return
	}
	var deputy data.ID[data.Person]
	if row.Deputy != "" {
		if deputy, ok = a.person(row.Line, shown["deputy"], row.Name, row.Deputy); !ok {
			return
		}
	}
	x, at := data.Absence{ID: data.NewID[data.Absence](), PersonID: person, What: row.Kind, StartsOn: row.From, Status: data.AbsencePlanned}, -1
	for i, h := range a.have {
		if h.PersonID == person && h.What == row.Kind && h.StartsOn == row.From {
			x, at = h, i
		}
	}
	was := x
	x.EndsOn = row.To
	if a.columns.Has("deputy") {
		x.DeputyID = deputy
	}
	if ps := x.Validate(); len(ps) > 0 {
		a.refuse(row.Line, shown[absenceColumns[ps[0].Field]], row.Name, ps[0].Code, ps[0].Args...)
		return
	}
	if o, taken := a.taken(x); taken {
		a.refuse(row.Line, shown["from"], row.Name, "absenceTwice", "@absence.kind."+string(o.What), o.StartsOn.String(), o.EndsOn.String())
		return
	}
	a.keep(x, was, at, row.Name)
}

// absenceColumns are the columns of the fields that a problem can name.
var absenceColumns = map[string]string{"personId": "person", "startsOn": "from", "endsOn": "to", "deputyId": "deputy"}

// keep remembers an absence as it will stand, and what is to be done for it.
func (a *absenceImport) keep(x, was data.Absence, at int, name string) {
	switch {
	case at >= 0 && x == was:
		a.add(ImportSame, name, x.StartsOn)
		return
	case at >= 0:
		a.have[at] = x
		a.add(ImportChanged, name, x.StartsOn)
	default:
		a.have = append(a.have, x)
		a.add(ImportAdded, name, x.StartsOn)
	}
	a.cmds = append(a.cmds, PutAbsence{Absence: x, Name: name})
}

// taken finds another absence in the days, by the rule of PutAbsence.
func (a *absenceImport) taken(x data.Absence) (data.Absence, bool) {
	for _, o := range a.have {
		if o.ID != x.ID && o.PersonID == x.PersonID && o.StartsOn <= x.EndsOn && o.EndsOn >= x.StartsOn && (x.What == data.Sick) == (o.What == data.Sick) {
			return o, true
		}
	}
	return data.Absence{}, false
}
