package command

import (
	"io"
	"slices"
	"strings"

	"portfel/data"
	"portfel/data/form"
	"portfel/data/office"
	"portfel/data/report"
	"portfel/data/sqlite"
	"portfel/data/text"
)

// The papers that belong to no single trip, beside those of data.PaperKinds.
const (
	PaperLocalTrips = "local-trips" // journal of trips in town
	PaperDepartures = "departures"  // journal of departures and arrivals
	PaperTripPlan   = "trips"       // plan and fact of the trips of a period
)

// TripJournals are the papers over a period, in the order of choices.
var TripJournals = []string{PaperLocalTrips, PaperDepartures, PaperTripPlan}

// PaperCodes are all papers of trips, in the order of choices.
func PaperCodes() (all []string) {
	for _, k := range data.PaperKinds {
		all = append(all, string(k))
	}
	return append(all, TripJournals...)
}

// PaperFormats are the file extensions of a paper, the usual one first; none for
// an unknown one.
func PaperFormats(code string) []string {
	switch code {
	case string(data.PaperReport), string(data.PaperEstimate), PaperLocalTrips, PaperDepartures:
		return []string{"docx", "pdf", "xlsx"}
	case PaperTripPlan:
		return []string{"xlsx", "pdf"}
	}
	if slices.Contains(data.PaperKinds, data.PaperKind(code)) {
		return []string{"docx", "pdf"}
	}
	return nil
}

// PaperOptions say which paper is written, and how.
type PaperOptions struct {
	Code     string
	TripID   data.ID[data.Trip]  // of a paper of one trip
	MemoID   data.ID[data.Paper] // which of several memos; none = the newest, or a new one
	Lang     text.Lang           // of the paper; empty = that of the words
	Format   string              // file extension without the point: see PaperFormats
	From, To data.Date           // of a journal, both inclusive; none = the month, the plan: the year
	PersonID data.ID[data.Person]
}

// formCode is the code of the template of a paper.
func formCode(code string) string {
	if code == PaperDepartures {
		return form.Journal
	}
	return code
}

// WritePaper writes a paper: the template (the user's own, else the shipped one)
// filled from the records, or its figures as a sheet. It reads and changes
// nothing: a paper without a number is shown with the one it would get, and
// NumberPaper takes it. What somebody should look at before signing comes back as
// notes. Errors are data.Problem: "report.code", "report.format", "order" (of the
// days), "paper.company" and "paper.signer" (what the settings lack),
// "paper.stale" (a report whose expenses have changed since), those of ReadTrip
// and of form.Open.
func WritePaper(r *sqlite.Reader, o PaperOptions, w *text.Words, out io.Writer) ([]PaperNote, error) {
	formats := PaperFormats(o.Code)
	if formats == nil {
		return nil, data.Problem{Code: "report.code", Args: []string{o.Code, strings.Join(PaperCodes(), " ")}}
	}
	if !slices.Contains(formats, o.Format) {
		return nil, data.Problem{Code: "report.format", Args: []string{o.Format, strings.Join(formats, " ")}}
	}
	if o.Lang != "" {
		w = text.For(o.Lang)
	}
	if o.Code == PaperTripPlan || o.Format == "xlsx" {
		return nil, writeSheet(r, o, w, out)
	}
	p, err := newPaper(r, o, w)
	if err != nil {
		return nil, err
	}
	return p.notes, p.write(o.Format, out)
}

// writeSheet writes the papers that are tables of figures.
func writeSheet(r *sqlite.Reader, o PaperOptions, w *text.Words, out io.Writer) error {
	doc, err := paperDocument(r, o, w)
	if err != nil {
		return err
	}
	if o.Format == "xlsx" {
		return office.WriteXLSX(out, doc, w)
	}
	return office.WritePDF(out, doc, w)
}

// paperDocument is a paper as a neutral document.
func paperDocument(r *sqlite.Reader, o PaperOptions, w *text.Words) (report.Document, error) {
	if slices.Contains(TripJournals, o.Code) {
		return journalDocument(r, o, w)
	}
	p, err := newPaper(r, o, w)
	if err != nil {
		return report.Document{}, err
	}
	if o.Code == string(data.PaperEstimate) {
		return report.TripEstimate(p.estimateSheet(), w), nil
	}
	return report.TripAdvance(p.advanceSheet(), w), nil
}

// paper is a paper on the way: what the template is filled with.
type paper struct {
	r       *sqlite.Reader
	w       *text.Words
	o       PaperOptions
	schema  form.Schema
	f       TripFacts // of one trip
	rec     data.Paper
	day     data.Date // of the paper
	firm    firm
	values  form.Values
	notes   []PaperNote
	lacking data.Problems // what the settings must have first
}

// newPaper reads what a paper says.
func newPaper(r *sqlite.Reader, o PaperOptions, w *text.Words) (*paper, error) {
	p := &paper{r: r, w: w, o: o, day: r.Today(), values: form.Values{Text: map[string]string{}, Lists: map[string][]map[string]string{}}}
	p.schema, _ = form.SchemaOf(formCode(o.Code))
	fill := p.fillTrip
	if slices.Contains(TripJournals, o.Code) {
		fill = p.fillJournal
	}
	if err := fill(); err != nil {
		return nil, err
	}
	return p, p.lacking.Err()
}

// write fills the template and writes it as it is or drawn.
func (p *paper) write(format string, out io.Writer) error {
	filled, err := p.fill()
	if err != nil {
		return err
	}
	if format == "docx" {
		_, err := out.Write(filled)
		return err
	}
	doc, err := form.Read(filled)
	if err != nil {
		return err
	}
	for _, l := range doc.Lost {
		p.note(PaperNote{Code: "lost", Args: []string{l.Sentence(p.w)}})
	}
	return office.WriteFormPDF(out, doc, office.FormOptions{Title: p.schema.Title(p.w), Author: p.firm.company.Name, Made: p.r.NowMoment(), Words: p.w})
}

// fill is the filled template.
func (p *paper) fill() ([]byte, error) {
	b, _, err := FormBytes(p.r, p.schema.Code, string(p.w.Lang()))
	if err != nil {
		return nil, err
	}
	t, err := form.Open(b)
	if err != nil {
		return nil, err
	}
	p.doubts(t)
	return t.Fill(p.schema, p.values)
}

// set gives a field its value.
func (p *paper) set(name, value string) { p.values.Text[name] = value }

// note keeps a note.
func (p *paper) note(n PaperNote) { p.notes = append(p.notes, n) }

// blank is where something is written by hand.
const blank = "______________"

// orBlank leaves room to write by hand.
func orBlank(s string) string {
	if s == "" {
		return blank
	}
	return s
}
