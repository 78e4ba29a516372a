package command

import (
	"strings"

	"portfel/data"
	"portfel/data/sqlite"
	"portfel/data/table"
)

// NormFile is a file of norms that was read: the good lines and the refused ones.
type NormFile struct {
	Norms  []NormLine
	Faults []FirmRow
}

// NormLine is a norm and the line it stands on, from 1.
type NormLine struct {
	Line int
	Norm data.Norm // without an id
}

// NormColumns are the columns of a file of norms, in their order: those of the
// shipped table.
var NormColumns = []table.Column{
	{Name: "code", Alias: []string{"код", "норма"}},
	{Name: "value", Alias: []string{"значение"}},
	{Name: "unit", Alias: []string{"единица"}},
	{Name: "valid_from", Alias: []string{"действует с", "с"}},
	{Name: "valid_to", Alias: []string{"действует до", "по"}},
	{Name: "source", Alias: []string{"источник", "источник нормы", "основание"}},
}

// normFields are the columns of the fields that a problem can name.
var normFields = map[string]string{"code": "code", "value": "value", "validFrom": "valid_from", "validTo": "valid_to"}

// ReadNorms reads a table of norms (code, value, unit, valid_from, valid_to,
// source). Faults name their line; an error means that nothing could be read.
func ReadNorms(b []byte) (NormFile, error) {
	columns, rows, err := firmTable(b, NormColumns, 4, isNormRow)
	if err != nil {
		return NormFile{}, err
	}
	var f NormFile
	for _, row := range rows {
		l := &firmLine{columns: columns, row: row}
		x := data.Norm{Code: strings.ToLower(l.cell("code")), Value: l.number("value"), Unit: l.cell("unit"),
			ValidFrom: l.day("valid_from"), ValidTo: l.day("valid_to"), SourceText: l.cell("source")}
		if x.ValidFrom.IsZero() {
			l.refuse("valid_from", data.Problem{Code: "required"})
		}
		l.invalid(x.Validate(), normFields)
		if l.fault.Action != "" {
			l.fault.Kind, l.fault.Name, l.fault.Day = data.KindNorm, x.Code, x.ValidFrom
			f.Faults = append(f.Faults, l.fault)
			continue
		}
		f.Norms = append(f.Norms, NormLine{row.Line, x})
	}
	return f, nil
}

// isNormRow tells a row from a header by its first day.
func isNormRow(cells []string) bool {
	day, ok := firmDay(cells[3])
	return ok && !day.IsZero()
}

// ImportNorms takes norms from a file: the good lines in one step. A norm is
// known by its code and first day. A row of the file's own that held on the first
// day of a new one ends the day before, unless the file itself says when it ends.
// The same file twice changes nothing.
type ImportNorms struct{ File NormFile }

// Label is "command.import.norms".
func (ImportNorms) Label() (string, string) { return "command.import.norms", "" }

// Preview tells what Run would do, and writes nothing.
func (c ImportNorms) Preview(r *sqlite.Reader) ([]FirmRow, error) {
	p, err := c.prepare(r)
	return append(p.rows, c.File.Faults...), err
}

// Run writes what is new.
func (c ImportNorms) Run(tx *sqlite.Tx) error {
	p, err := c.prepare(tx.Reader)
	if err != nil {
		return err
	}
	return p.write(tx)
}

// normKey is what a norm is known by.
type normKey struct {
	code string
	from data.Date
}

func (c ImportNorms) prepare(r *sqlite.Reader) (p firmPlan, err error) {
	rows, err := r.Norms()
	if err != nil {
		return p, err
	}
	have, lines := map[normKey]data.Norm{}, map[normKey]int{}
	for _, x := range rows {
		have[normKey{x.Code, x.ValidFrom}] = x
	}
	for _, l := range c.File.Norms {
		k, x := normKey{l.Norm.Code, l.Norm.ValidFrom}, l.Norm
		if earlier := lines[k]; earlier > 0 {
			p.twice(l.Line, earlier, data.KindNorm, x.Code, x.ValidFrom)
			continue
		}
		lines[k] = l.Line
		var old data.Record
		x.ID = data.NewID[data.Norm]()
		if o, ok := have[k]; ok {
			x.ID, old = o.ID, o
			if x.Unit == "" {
				x.Unit = o.Unit
			}
			if x.SourceText == "" {
				x.SourceText = o.SourceText
			}
		}
		p.take(l.Line, data.KindNorm, x.Code, x.ValidFrom, old, x)
	}
	c.close(&p, rows, lines)
	return p, nil
}

// close ends the rows that a new one takes over from.
func (c ImportNorms) close(p *firmPlan, rows []data.Norm, told map[normKey]int) {
	for _, old := range rows {
		if told[normKey{old.Code, old.ValidFrom}] > 0 {
			continue
		}
		end := old.ValidTo
		for _, l := range c.File.Norms {
			x := l.Norm
			if x.Code == old.Code && x.ValidFrom > old.ValidFrom && (end.IsZero() || end >= x.ValidFrom) {
				end = x.ValidFrom - 1
			}
		}
		if end != old.ValidTo {
			fresh := old
			fresh.ValidTo = end
			p.take(0, data.KindNorm, old.Code, old.ValidFrom, old, fresh)
		}
	}
}
