package office

import (
	"fmt"
	"io"
	"sort"
	"strings"

	"github.com/xuri/excelize/v2"

	"portfel/data"
	"portfel/data/report"
	"portfel/data/text"
)

// WriteXLSX writes a document as an XLSX workbook: a sheet for each table with
// what stands around it, real dates and numbers, a frozen head that print
// repeats, pages as wide as the table. Text never becomes a formula. A document
// of text alone makes one sheet of labels and values. More rows than a sheet
// can hold are a data.Problem "sheet.rows".
func WriteXLSX(w io.Writer, doc report.Document, words *text.Words) error {
	b := &book{f: excelize.NewFile(), doc: &doc, words: words, styles: map[look]int{}}
	defer b.f.Close()
	if err := b.write(); err != nil {
		return err
	}
	if types := b.f.ContentTypes; types != nil { // excelize adds them in the order of a map
		sort.Slice(types.Defaults, func(i, j int) bool { return types.Defaults[i].Extension < types.Defaults[j].Extension })
	}
	if err := b.f.Write(w); err != nil {
		return fmt.Errorf("write XLSX: %w", err)
	}
	return nil
}

// book is a workbook being made.
type book struct {
	f      *excelize.File
	doc    *report.Document
	words  *text.Words
	styles map[look]int
	names  names
}

// part is what goes onto one sheet.
type part struct {
	name    string
	before  []report.Block
	table   *report.Table // nil for a sheet of text
	after   []report.Block
	onePage bool // printed on one page
}

func (b *book) write() error {
	if err := b.properties(); err != nil {
		return err
	}
	for i, p := range b.parts() {
		name := b.names.add(p.name, b.words.T("office.sheet"))
		if i == 0 {
			if err := b.f.SetSheetName("Sheet1", name); err != nil {
				return err
			}
		} else if _, err := b.f.NewSheet(name); err != nil {
			return err
		}
		s := &sheetRows{book: b, name: name, part: p, title: i == 0}
		if err := s.write(); err != nil {
			return fmt.Errorf("sheet %s: %w", name, err)
		}
	}
	return nil
}

func (b *book) properties() error {
	when, err := instant(b.doc.Made)
	if err != nil {
		return err
	}
	made := when.Format("2006-01-02T15:04:05Z")
	author := b.doc.Author
	if author == "" {
		author = b.words.T("app.name")
	}
	if err := b.f.SetDefaultFont(sheetFont); err != nil {
		return err
	}
	return b.f.SetDocProps(&excelize.DocProperties{Title: escapedText(b.doc.Title), Creator: escapedText(author), LastModifiedBy: escapedText(author), Created: made, Modified: made, Language: string(b.words.Lang())})
}

// mostBefore is how many rows may stand above a long table: with more of them
// the frozen head would fill the window, so they get a sheet of their own. A
// table of at most shortTable rows is a form and stays with them, not frozen.
const (
	mostBefore = 8
	shortTable = 30
)

// parts shares the blocks out over sheets. Notes and signatures after a table
// stay with it, a picture gets its own sheet, other blocks belong to the table
// that follows.
func (b *book) parts() []part {
	var all []part
	var waiting []report.Block
	for _, block := range b.doc.Blocks {
		switch v := block.(type) {
		case *report.Table:
			all = append(all, b.tableParts(v, waiting, len(all) == 0)...)
			waiting = nil
		case report.Figure:
			all = append(all, b.figureParts(v, waiting)...)
			waiting = nil
		case report.Note, report.Signatures:
			if last := len(all) - 1; last >= 0 && len(waiting) == 0 {
				all[last].after = append(all[last].after, block)
				continue
			}
			waiting = append(waiting, block)
		case report.PageBreak:
		default:
			waiting = append(waiting, block)
		}
	}
	switch {
	case len(all) == 0:
		return []part{{name: b.doc.Title, before: waiting}}
	case len(waiting) > 0:
		all[len(all)-1].after = append(all[len(all)-1].after, waiting...)
	}
	return all
}

func (b *book) tableParts(t *report.Table, before []report.Block, first bool) []part {
	name := t.Name
	if name == "" {
		name = b.doc.Title
	}
	rows := blockRows(before)
	if first {
		rows += len(b.titleLines())
	}
	if rows > mostBefore && len(t.Rows) > shortTable {
		return []part{{name: b.words.T("office.summary"), before: before}, {name: name, table: t}}
	}
	return []part{{name: name, before: before, table: t}}
}

// figureParts gives a picture a sheet under the heading that stands before it.
func (b *book) figureParts(f report.Figure, before []report.Block) []part {
	p := part{name: f.Picture.Title, onePage: true, before: []report.Block{f}}
	if last := len(before) - 1; last >= 0 {
		if h, ok := before[last].(report.Heading); ok {
			p.name, before = h.Text, before[:last]
		}
	}
	if len(before) == 0 {
		return []part{p}
	}
	return []part{{name: b.words.T("office.summary"), before: before}, p}
}

// blockRows is about how many rows blocks take.
func blockRows(blocks []report.Block) (n int) {
	for _, block := range blocks {
		switch v := block.(type) {
		case report.Facts:
			n += len(v.Items) + 1
		case report.Paragraph:
			n += 1 + strings.Count(v.Text, "\n") + len(v.Text)/200
		default:
			n++
		}
	}
	return n
}

// titleLines are the lines above all else; without a title there are none, and
// the head of a table stands in the first row, as programs want it.
func (b *book) titleLines() []string {
	var all []string
	for _, s := range []string{b.doc.Title, b.doc.Subtitle, metaLine(b.doc.Meta, b.words)} {
		if s != "" {
			all = append(all, s)
		}
	}
	return all
}

// names gives sheets names that Excel allows and that differ.
type names struct{ used map[string]bool }

// add makes a name of at most 31 UTF-16 units without : \ / ? * [ ], apostrophes
// at its ends and control signs; one that is used already gets a number.
func (n *names) add(wanted, fallback string) string {
	if n.used == nil {
		n.used = map[string]bool{"history": true} // reserved by Excel
	}
	clean := strings.Map(func(r rune) rune {
		switch {
		case strings.ContainsRune(`:\/?*[]`, r):
			return ' '
		case r < ' ':
			return -1
		}
		return r
	}, drawable(wanted))
	clean = strings.Trim(strings.Join(strings.Fields(clean), " "), "' ")
	if clean == "" {
		clean = fallback
	}
	for i := 1; ; i++ {
		suffix := ""
		if i > 1 {
			suffix = fmt.Sprintf(" (%d)", i)
		}
		name := strings.Trim(firstRunes(clean, 31-len(suffix)), "' ") + suffix
		if key := data.Fold(name); !n.used[key] {
			n.used[key] = true
			return name
		}
	}
}

// firstRunes is the beginning of a text of letters that the font has, none of
// which takes more than one UTF-16 unit.
func firstRunes(s string, n int) string {
	r := []rune(s)
	return string(r[:min(n, len(r))])
}

// escapedText is text without the signs that XML cannot hold.
func escapedText(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' || r == 0xFFFE || r == 0xFFFF {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "□"))
}
