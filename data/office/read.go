package office

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strconv"
	"strings"

	"portfel/data"
)

// Limits of a foreign workbook. What lies beyond them is refused before the
// memory for it is taken.
const (
	MaxWorkbook  = 64 << 20  // bytes of the file
	maxUnpacked  = 192 << 20 // bytes that are unpacked of it in all
	maxParts     = 10_000    // files inside
	maxDepth     = 64        // of elements
	MaxReadRows  = 100_000   // rows with a value
	MaxReadCells = 1_000_000 // cells with a value
	maxColumn    = 512       // the last column that may hold a value
	maxCellText  = 32_767    // letters of a cell, as in Excel
	maxStrings   = 2_000_000
)

// Sheet is a sheet of a foreign workbook.
type Sheet struct {
	Name string
	Rows []SheetRow // of the first sheet that has any; the further ones are only named
}

// SheetRow is a row with at least one value. Cells stand from column A on;
// empty ones at the end are left out.
type SheetRow struct {
	Line  int // number of the row in the sheet, from 1
	Cells []string
}

// ReadXLSX reads the first visible sheet of a workbook that has any cell, and
// names the other visible ones. Cells become text as the program's CSV wants it:
//
//   - a cell with a date format is 2026-11-30, with a time 2026-11-30T06:35, a
//     time alone 06:35; a text 30.11.2026 (06:35) becomes the same;
//   - a number has a point and at most 15 digits; a duration ([h]:mm) is decimal
//     hours; a per cent stays the fraction that the cell holds;
//   - true and false are 1 and 0; a formula is its stored value; an error such
//     as #N/A is that text;
//   - texts have no spaces around them.
//
// Errors are data.Problem: "sheet.large", "sheet.notXlsx", "sheet.old",
// "sheet.ods", "sheet.damaged" (what), "sheet.empty", "sheet.manyRows" (sheet,
// limit), "sheet.manyCells" (sheet, limit), "sheet.wide" (sheet, cell),
// "sheet.long" (sheet, cell, limit), "sheet.cell" (sheet, cell).
func ReadXLSX(r io.ReaderAt, size int64) ([]Sheet, error) {
	b, err := openBook(r, size)
	if err != nil {
		return nil, err
	}
	if err := b.structure(); err != nil {
		return nil, err
	}
	sheets := make([]Sheet, 0, len(b.sheets))
	filled := false
	for _, ref := range b.sheets {
		s := Sheet{Name: ref.name}
		if !filled {
			if s.Rows, err = b.readSheet(ref); err != nil {
				return nil, err
			}
			filled = len(s.Rows) > 0
		}
		sheets = append(sheets, s)
	}
	if !filled {
		return nil, data.Problem{Code: "sheet.empty"}
	}
	return sheets, nil
}

// foreignBook is a workbook being read.
type foreignBook struct {
	parts   map[string]*zip.File // by lower-case path without a leading slash
	left    int64                // bytes that may still be unpacked
	sheets  []sheetRef           // visible ones, in order
	strings []string
	kinds   []numberKind // by index of a cell's style
	from04  bool         // days count from 1904-01-01
}

type sheetRef struct{ name, part string }

// openBook looks at the container: what kind of file it is, and which parts it
// has.
func openBook(r io.ReaderAt, size int64) (*foreignBook, error) {
	if size > MaxWorkbook {
		return nil, tooLarge()
	}
	head := make([]byte, 8)
	if n, err := r.ReadAt(head, 0); err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	} else if head = head[:n]; bytes.Equal(head, []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) {
		return nil, data.Problem{Code: "sheet.old"}
	}
	if !bytes.HasPrefix(head, []byte("PK")) {
		return nil, data.Problem{Code: "sheet.notXlsx"}
	}
	z, err := zip.NewReader(r, size)
	if err != nil {
		return nil, damaged("zip")
	}
	b := &foreignBook{parts: map[string]*zip.File{}, left: maxUnpacked}
	if len(z.File) > maxParts {
		return nil, damaged("zip")
	}
	for _, f := range z.File {
		name := partName(f.Name)
		if _, twice := b.parts[name]; twice || f.Flags&1 != 0 { // said twice, or with a password
			return nil, damaged(f.Name)
		}
		b.parts[name] = f
	}
	return b, b.kindOfFile()
}

// kindOfFile refuses containers of other kinds by name.
func (b *foreignBook) kindOfFile() error {
	if b.parts["mimetype"] != nil && b.parts["content.xml"] != nil {
		return data.Problem{Code: "sheet.ods"}
	}
	if b.parts["[content_types].xml"] == nil {
		return data.Problem{Code: "sheet.notXlsx"}
	}
	return nil
}

func partName(s string) string {
	return strings.ToLower(strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(s, `\`, "/")), "/"))
}

func damaged(what string) error { return data.Problem{Code: "sheet.damaged", Args: []string{what}} }

func tooLarge() error {
	return data.Problem{Code: "sheet.large", Args: []string{strconv.Itoa(MaxWorkbook >> 20)}}
}

// part opens a part as XML; no such part is nil without an error.
func (b *foreignBook) part(name string) (*partReader, error) {
	f := b.parts[partName(name)]
	if f == nil {
		return nil, nil
	}
	if f.UncompressedSize64 > uint64(b.left) { // a size told too small ends as damage
		return nil, tooLarge()
	}
	rc, err := f.Open()
	if err != nil {
		return nil, damaged(f.Name)
	}
	p := &partReader{book: b, name: f.Name, rc: rc}
	p.d = xml.NewDecoder(p)
	return p, nil
}

// errUnpacked stops reading a part that unpacks to too much.
var errUnpacked = errors.New("unpacked too large")

// partReader reads the elements of one part and counts what is unpacked.
type partReader struct {
	book  *foreignBook
	name  string
	rc    io.ReadCloser
	d     *xml.Decoder
	depth int
	over  bool
}

// Read counts the bytes against the limit of the whole file.
func (p *partReader) Read(buf []byte) (int, error) {
	if p.book.left <= 0 {
		p.over = true
		return 0, errUnpacked
	}
	if int64(len(buf)) > p.book.left {
		buf = buf[:p.book.left]
	}
	n, err := p.rc.Read(buf)
	p.book.left -= int64(n)
	return n, err
}

// next is the next token, nil at the end. A document type, elements nested too
// deep and broken XML are errors.
func (p *partReader) next() (xml.Token, error) {
	t, err := p.d.Token()
	switch {
	case p.over:
		return nil, tooLarge()
	case err == io.EOF:
		return nil, nil
	case err != nil:
		return nil, damaged(p.name)
	}
	switch t.(type) {
	case xml.StartElement:
		p.depth++
	case xml.EndElement:
		p.depth--
	case xml.Directive:
		return nil, damaged(p.name)
	}
	if p.depth > maxDepth {
		return nil, damaged(p.name)
	}
	return t, nil
}

// each calls f at each start of an element.
func (p *partReader) each(f func(xml.StartElement) error) error {
	for {
		t, err := p.next()
		if t == nil || err != nil {
			return err
		}
		if e, ok := t.(xml.StartElement); ok {
			if err := f(e); err != nil {
				return err
			}
		}
	}
}

// text is the letters inside the element that has just begun, without its
// phonetic readings; it reads to the element's end.
func (p *partReader) text() (string, error) {
	var b strings.Builder
	end, skip := p.depth-1, 0
	for p.depth > end {
		t, err := p.next()
		if err != nil {
			return "", err
		}
		switch v := t.(type) {
		case nil:
			return "", damaged(p.name)
		case xml.StartElement:
			if v.Name.Local == "rPh" && skip == 0 {
				skip = p.depth
			}
		case xml.EndElement:
			if p.depth < skip {
				skip = 0
			}
		case xml.CharData:
			if skip == 0 && b.Len() <= 4*maxCellText {
				b.Write(v)
			}
		}
	}
	return b.String(), nil
}

func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
