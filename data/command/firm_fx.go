package command

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"

	"portfel/data"
	"portfel/data/sqlite"
	"portfel/data/table"
)

// FxFile is a file of rates of currencies that was read: the good lines and the
// refused ones.
type FxFile struct {
	Rates  []FxLine
	Faults []FirmRow
}

// FxLine is a rate and the line it stands on, from 1.
type FxLine struct {
	Line int
	Rate data.FxRate // without an id
}

// FxColumns are the columns of a table of rates, in their order.
var FxColumns = []table.Column{
	{Name: "currency", Alias: []string{"валюта", "код валюты", "код"}},
	{Name: "date", Alias: []string{"дата", "дата курса"}},
	{Name: "rate", Alias: []string{"курс"}},
	{Name: "nominal", Alias: []string{"номинал", "за единиц", "единиц", "кратность"}},
	{Name: "source", Alias: []string{"источник", "основание"}},
}

// The bounds of a rate: what is beyond them is a slip of the pen.
const (
	maxRate    = 100_000_000 * 10_000 // a hundred million roubles, in ten-thousandths
	maxNominal = 1_000_000
)

// maxFxFile is the greatest size of a file of rates in bytes: a day of the Bank
// of Russia has 20 kB.
const maxFxFile = 4 << 20

// ReadFx reads a file of rates: a table (currency; date; rate; nominal; source,
// with a header or without), or the XML of the Bank of Russia (ValCurs of one
// day). Faults name their line; an error means that nothing could be read.
func ReadFx(b []byte) (FxFile, error) {
	if len(b) > maxFxFile {
		return FxFile{}, data.Problem{Code: "table.large", Args: []string{strconv.Itoa(maxFxFile >> 20)}}
	}
	head := bytes.TrimLeft(bytes.TrimPrefix(b, []byte("\xEF\xBB\xBF")), " \t\r\n")
	if bytes.HasPrefix(head, []byte("<")) {
		return readFxXML(b)
	}
	return readFxTable(b)
}

func readFxTable(b []byte) (FxFile, error) {
	columns, rows, err := firmTable(b, FxColumns, 3, isFxRow)
	if err != nil {
		return FxFile{}, err
	}
	var f FxFile
	for _, row := range rows {
		l := &firmLine{columns: columns, row: row}
		f.add(l, data.FxRate{Currency: strings.ToUpper(l.cell("currency")), RatedOn: l.day("date"), SourceText: l.cell("source")}, l.number("rate"), l.number("nominal"))
	}
	return f, nil
}

// isFxRow tells a row from a header by its day.
func isFxRow(cells []string) bool {
	day, ok := firmDay(cells[1])
	return ok && !day.IsZero()
}

// fxFields are the columns of the fields that a problem can name.
var fxFields = map[string]string{"currency": "currency", "ratedOn": "date", "rate": "rate"}

// add reads the numbers of a line and keeps it, or its fault.
func (f *FxFile) add(l *firmLine, x data.FxRate, rate, nominal string) {
	var err error
	if x.Rate, err = data.ParseFixed(rate, 4); err != nil || x.Rate <= 0 || x.Rate > maxRate {
		l.refuse("rate", data.Problem{Code: "firm.rate", Args: []string{rate}})
	}
	if nominal == "" {
		nominal = "1"
	}
	if x.Nominal, err = data.ParseFixed(nominal, 0); err != nil || x.Nominal < 1 || x.Nominal > maxNominal {
		l.refuse("nominal", data.Problem{Code: "firm.nominal", Args: []string{nominal}})
	}
	if !letters(x.Currency) || x.Currency == "RUB" {
		l.refuse("currency", data.Problem{Code: "currency", Args: []string{x.Currency}})
	}
	l.invalid(x.Validate(), fxFields)
	if l.fault.Action != "" {
		l.fault.Kind, l.fault.Name, l.fault.Day = data.KindFxRate, x.Currency, x.RatedOn
		f.Faults = append(f.Faults, l.fault)
		return
	}
	f.Rates = append(f.Rates, FxLine{l.row.Line, x})
}

// letters tells whether a code is three Latin capitals.
func letters(code string) bool {
	for _, c := range code {
		if c < 'A' || c > 'Z' {
			return false
		}
	}
	return len(code) == 3
}

// readFxXML reads ValCurs of the Bank of Russia. Only codes and numbers are read,
// which are ASCII in any of its encodings; names of currencies are passed over.
func readFxXML(b []byte) (FxFile, error) {
	d := xml.NewDecoder(bytes.NewReader(b))
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return asciiOnly{r}, nil }
	x := fxReader{dec: d, columns: table.Columns{Shown: map[string]string{"rate": "Value", "nominal": "Nominal", "currency": "CharCode", "date": "Date"}}}
	for {
		t, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err == nil {
			err = x.token(t)
		}
		if p, ok := firstProblem(err); ok {
			return FxFile{}, p
		}
		if err != nil {
			line, _ := d.InputPos()
			return FxFile{}, data.Problem{Code: "firm.xml", Args: []string{strconv.Itoa(line)}}
		}
	}
	if !x.begun || len(x.file.Rates)+len(x.file.Faults) == 0 {
		return FxFile{}, data.Problem{Code: "firm.noRates"}
	}
	return x.file, nil
}

// asciiOnly turns every byte beyond ASCII into a question mark.
type asciiOnly struct{ r io.Reader }

// Read reads and turns.
func (a asciiOnly) Read(b []byte) (int, error) {
	n, err := a.r.Read(b)
	for i, c := range b[:n] {
		if c >= 0x80 {
			b[i] = '?'
		}
	}
	return n, err
}

// fxReader is the reading of ValCurs on the way.
type fxReader struct {
	dec     *xml.Decoder
	columns table.Columns
	day     string
	begun   bool
	file    FxFile
}

func (x *fxReader) token(t xml.Token) error {
	e, ok := t.(xml.StartElement)
	if !ok {
		return nil
	}
	switch e.Name.Local {
	case "ValCurs":
		x.begun = true
		for _, a := range e.Attr {
			if a.Name.Local == "Date" {
				x.day = a.Value
			}
		}
	case "Valute":
		return x.valute(e)
	default:
		if !x.begun {
			return data.Problem{Code: "firm.noRates"}
		}
	}
	return nil
}

func (x *fxReader) valute(e xml.StartElement) error {
	var v struct{ CharCode, Nominal, Value string }
	line, _ := x.dec.InputPos()
	if err := x.dec.DecodeElement(&v, &e); err != nil {
		return err
	}
	l := &firmLine{columns: x.columns, row: table.Row{Line: line}}
	day, ok := firmDay(strings.ReplaceAll(x.day, "/", "."))
	if !ok {
		l.refuse("date", data.Problem{Code: "dateFormat", Args: []string{x.day}})
	}
	rate := data.FxRate{Currency: strings.TrimSpace(v.CharCode), RatedOn: day, SourceText: BankOfRussia}
	x.file.add(l, rate, firmNumber(strings.TrimSpace(v.Value)), firmNumber(strings.TrimSpace(v.Nominal)))
	return nil
}

// BankOfRussia is the source of a rate that came from a file of the bank.
const BankOfRussia = "Банк России"

// Only keeps the rates of the given currencies.
func (f FxFile) Only(currencies map[string]bool) FxFile {
	out := FxFile{Faults: f.Faults}
	for _, l := range f.Rates {
		if currencies[l.Rate.Currency] {
			out.Rates = append(out.Rates, l)
		}
	}
	return out
}

// ImportFx takes rates of currencies from a file: the good lines in one step. A
// rate is known by its currency and day; the same file twice changes nothing.
type ImportFx struct{ File FxFile }

// Label is "command.import.fx".
func (ImportFx) Label() (string, string) { return "command.import.fx", "" }

// Preview tells what Run would do, and writes nothing.
func (c ImportFx) Preview(r *sqlite.Reader) ([]FirmRow, error) {
	p, err := c.prepare(r)
	return append(p.rows, c.File.Faults...), err
}

// Run writes what is new.
func (c ImportFx) Run(tx *sqlite.Tx) error {
	p, err := c.prepare(tx.Reader)
	if err != nil {
		return err
	}
	return p.write(tx)
}

func (c ImportFx) prepare(r *sqlite.Reader) (p firmPlan, err error) {
	type key struct {
		currency string
		day      data.Date
	}
	rows, err := r.FxRates()
	if err != nil {
		return p, err
	}
	have, lines := map[key]data.FxRate{}, map[key]int{}
	for _, x := range rows {
		have[key{x.Currency, x.RatedOn}] = x
	}
	for _, l := range c.File.Rates {
		k, x := key{l.Rate.Currency, l.Rate.RatedOn}, l.Rate
		if earlier := lines[k]; earlier > 0 {
			p.twice(l.Line, earlier, data.KindFxRate, x.Currency, x.RatedOn)
			continue
		}
		lines[k] = l.Line
		var old data.Record
		x.ID = data.NewID[data.FxRate]()
		if o, ok := have[k]; ok {
			x.ID, old = o.ID, o
			if x.SourceText == "" {
				x.SourceText = o.SourceText
			}
		}
		p.take(l.Line, data.KindFxRate, x.Currency, x.RatedOn, old, x)
	}
	return p, nil
}
