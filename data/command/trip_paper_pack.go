package command

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strconv"
	"strings"

	"portfel/data"
	"portfel/data/office"
	"portfel/data/report"
	"portfel/data/sqlite"
	"portfel/data/text"
)

// PackProgress hears which paper comes next; false stops the pack.
type PackProgress func(done, all int, name string) bool

// ErrStopped is the error of a pack that was stopped.
var ErrStopped = office.ErrStopped

// WritePack writes «Пакет в бухгалтерию»: one PDF of the advance report, the
// numbered list of its papers, and the papers themselves: the files of the
// expenses under the number of their line, then those of the rides and of the
// trip. Files that are neither picture nor PDF are listed and noted, they go
// beside the pack. Nothing is written before everything is read. Errors are those
// of WritePaper, and a data.Problem that names the file: "pack.gone" (its bytes
// are not those that were taken in), "pack.large", "pack.pixels", "pack.picture",
// "pack.pdf", "pack.locked", "pack.total"; ErrStopped.
func WritePack(r *sqlite.Reader, id data.ID[data.Trip], w *text.Words, progress PackProgress, out io.Writer) ([]PaperNote, error) {
	p, err := newPaper(r, PaperOptions{Code: string(data.PaperReport), TripID: id, Format: "pdf"}, w)
	if err != nil {
		return nil, err
	}
	files, err := readTripFiles(r, p.f, false)
	if err != nil {
		return nil, err
	}
	x := &packing{paper: p, sheet: p.advanceSheet()}
	x.list(files)
	o := office.PackOptions{Title: w.F("paper.pack.title", p.f.Trip.Name), Author: p.firm.company.Name, Made: r.NowMoment(), Words: w, Progress: progress}
	err = office.WritePack(out, x.parts, o)
	return p.notes, err
}

// packing is a pack on the way.
type packing struct {
	*paper
	sheet  report.AdvanceSheet
	papers []report.PackedPaper
	parts  []office.PackPart
}

// list numbers the papers: those of an expense as its line of the report, further
// ones behind the last line.
func (x *packing) list(files []TripFile) {
	x.parts = []office.PackPart{{Name: PaperTitle(x.w, string(data.PaperReport)), Load: x.report}, {Name: x.w.T("paper.pack.list"), Load: x.listing}}
	first := len(x.sheet.Lines) - len(x.f.Expenses)
	for i, l := range x.sheet.Lines {
		row := report.PackedPaper{Number: strconv.Itoa(i + 1), AdvanceLine: l}
		if i >= first {
			row.Sheets = x.f.Expenses[i-first].Sheets
			row.Files = x.files(row.Number, l.Name, expenseRef(x.f.Expenses[i-first]), files)
		}
		x.papers = append(x.papers, row)
	}
	for _, f := range files {
		if f.Owner.Kind == data.KindExpense {
			continue
		}
		row := report.PackedPaper{Number: strconv.Itoa(len(x.papers) + 1), AdvanceLine: report.AdvanceLine{Name: x.ownerName(f)}}
		row.Files = x.files(row.Number, row.Name, f.Owner, []TripFile{f})
		x.papers = append(x.papers, row)
	}
}

// ownerName is what a file is of: the ride, else what its own name says.
func (x *packing) ownerName(f TripFile) string {
	for _, l := range x.f.Legs {
		if f.Owner == data.RefTo(data.KindLeg, l.ID) {
			return shownTown(x.w, l.FromPlace) + " — " + shownTown(x.w, l.ToPlace) + ", " + x.w.Date(l.Depart.Day)
		}
	}
	name := f.Attachment.Name
	return text.Title(strings.TrimSuffix(name, filepath.Ext(name)))
}

// files takes the files of an owner in under a number, and names them: of several
// each has a point behind the number. What can't stand in a PDF is named too.
func (x *packing) files(number, caption string, owner data.Ref, all []TripFile) (names []string) {
	var own []TripFile
	for _, f := range all {
		if f.Owner == owner {
			own = append(own, f)
		}
	}
	for i, f := range own {
		n := number
		if len(own) > 1 {
			n += "." + strconv.Itoa(i+1)
		}
		a := f.Attachment
		switch a.Mime {
		case "image/jpeg", "image/png", "application/pdf":
			x.parts = append(x.parts, office.PackPart{Name: a.Name, Number: n, Caption: caption, Picture: strings.HasPrefix(a.Mime, "image/"), Load: func() ([]byte, error) { return x.blob(a) }})
			names = append(names, a.Name)
		default:
			names = append(names, x.w.F("paper.pack.beside", a.Name))
			x.note(PaperNote{Code: "beside", Args: []string{a.Name}, Ref: owner})
		}
	}
	return names
}

// blob is the bytes of a file; gone or changed ones are named.
func (x *packing) blob(a data.Attachment) ([]byte, error) {
	b, err := x.r.Blob(a.Sha256)
	if errors.Is(err, data.ErrDamaged) {
		return nil, data.Problem{Code: "pack.gone", Args: []string{a.Name}}
	}
	if err != nil {
		return nil, fmt.Errorf("file %s: %w", a.Name, err)
	}
	return b, nil
}

// report is the advance report as PDF.
func (x *packing) report() ([]byte, error) {
	var b bytes.Buffer
	err := x.write("pdf", &b)
	return b.Bytes(), err
}

// listing is the list of the papers as PDF.
func (x *packing) listing() ([]byte, error) {
	var b bytes.Buffer
	err := office.WritePDF(&b, report.PackList(x.sheet, x.papers, x.w), x.w)
	return b.Bytes(), err
}

// lostRides are the rides that a memo may be about: one memo each, in order.
func (p *paper) lostRides() []data.Leg {
	legs, earlier := withoutBoarding(p.f), 0
	for _, x := range p.f.Papers {
		if x.What == data.PaperMemo && x.ID != p.rec.ID && (p.rec.ID.IsZero() || x.ID.String() < p.rec.ID.String()) {
			earlier++
		}
	}
	return legs[min(earlier, len(legs)):]
}
