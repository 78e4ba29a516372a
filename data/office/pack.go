package office

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"portfel/data"
	"portfel/data/text"
)

// PackPart is a paper of a pack: a PDF or a picture (JPEG, PNG). Its bytes are
// loaded when their turn has come.
type PackPart struct {
	Name    string // of the file, for progress and errors
	Number  string // printed on each page; empty = none. Digits and points
	Caption string // below the number, of a picture
	Picture bool
	Load    func() ([]byte, error)
}

// PackOptions are what goes into the file's properties, and who is told how far
// it is: Progress hears of the part that comes next, and stops by false.
type PackOptions struct {
	Title, Author string
	Made          data.Moment
	Words         *text.Words
	Progress      func(done, all int, name string) bool
}

// ErrStopped is the error of a pack that somebody stopped.
var ErrStopped = errors.New("stopped")

// Limits of a pack.
const (
	maxPackPart  = 50 << 20  // bytes of a file
	maxPackBytes = 300 << 20 // of all pages together
)

// WritePack joins papers to one PDF, each picture on a page of its own, turned as
// the camera says and made as fine as print needs. Nothing is written before all
// parts are read. Errors are a data.Problem that names the part: "pack.large"
// (megabytes), "pack.pixels" (millions), "pack.picture", "pack.pdf" (damaged),
// "pack.locked" (with a password), "pack.total" (megabytes), or ErrStopped.
//
// The pages of a PDF keep their size and content; a password, its outlines and
// its forms' scripts are not carried over. The bytes are not the same each time:
// pdfcpu gives every file an id of its own.
func WritePack(w io.Writer, parts []PackPart, o PackOptions) error {
	api.DisableConfigDir()
	var pages []io.ReadSeeker
	total := 0
	for i, p := range parts {
		if o.Progress != nil && !o.Progress(i, len(parts), p.Name) {
			return ErrStopped
		}
		b, err := p.pdf(o)
		if err != nil {
			return err
		}
		if total += len(b); total > maxPackBytes {
			return data.Problem{Code: "pack.total", Args: []string{p.Name, fmt.Sprint(maxPackBytes >> 20)}}
		}
		pages = append(pages, bytes.NewReader(b))
	}
	if len(pages) == 0 {
		return data.Problem{Code: "pack.empty"}
	}
	var out bytes.Buffer
	if err := api.MergeRaw(pages, &out, false, packConf()); err != nil {
		return fmt.Errorf("join PDF: %w", err)
	}
	if o.Progress != nil && !o.Progress(len(parts), len(parts), "") {
		return ErrStopped
	}
	made, err := instant(o.Made)
	if err != nil {
		return err
	}
	_, err = w.Write(packDates.ReplaceAll(out.Bytes(), []byte("${1}"+made.Format("20060102150405")+"+00'00'")))
	return err
}

// packDates are the dates that pdfcpu writes by the clock of the machine; the
// document's own moment is as long.
var packDates = regexp.MustCompile(`(/(?:CreationDate|ModDate)\s*\(D:)\d{14}[+-]\d\d'\d\d'`)

// packConf writes plain objects, whose dates can be set, and keeps to what is
// there instead of refusing it.
func packConf() *model.Configuration {
	c := model.NewDefaultConfiguration()
	c.ValidationMode = model.ValidationRelaxed
	c.WriteObjectStream, c.WriteXRefStream = false, false
	return c
}

// pdf is the part as PDF.
func (p PackPart) pdf(o PackOptions) ([]byte, error) {
	b, err := p.Load()
	if err != nil {
		return nil, err
	}
	if len(b) > maxPackPart {
		return nil, data.Problem{Code: "pack.large", Args: []string{p.Name, fmt.Sprint(len(b) >> 20), fmt.Sprint(maxPackPart >> 20)}}
	}
	if p.Picture {
		return p.page(b, o)
	}
	return p.stamped(b)
}

// stamped is a PDF with its number in the corner of each page.
func (p PackPart) stamped(b []byte) ([]byte, error) {
	n, err := api.PageCount(bytes.NewReader(b), packConf())
	switch {
	case err != nil && (strings.Contains(err.Error(), "password") || strings.Contains(err.Error(), "encrypt")):
		return nil, data.Problem{Code: "pack.locked", Args: []string{p.Name}}
	case err != nil || n == 0:
		return nil, data.Problem{Code: "pack.pdf", Args: []string{p.Name}}
	case p.Number == "":
		return b, nil
	}
	mark, err := api.TextWatermark(p.Number, "font:Helvetica-Bold, points:12, pos:tr, off:-14 -12, rot:0, scale:1 abs, fillc:#404040, op:1, margins:4, border:1 #404040, bgcol:#FFFFFF", true, false, types.POINTS)
	if err != nil {
		return nil, fmt.Errorf("number of a page: %w", err)
	}
	var out bytes.Buffer
	if err := api.AddWatermarks(bytes.NewReader(b), &out, nil, mark, packConf()); err != nil {
		return nil, data.Problem{Code: "pack.pdf", Args: []string{p.Name}}
	}
	return out.Bytes(), nil
}
