package report

import "portfel/data"

// Document is a report or a paper: what stands above, and blocks from top to
// bottom.
type Document struct {
	Title     string
	Subtitle  string
	Meta      []Fact // who, when, for which period: small print below the title
	Author    string // for the file's properties
	Made      data.Moment
	Landscape bool
	Blocks    []Block
}

// Block is a part of a document: Heading, Paragraph, Facts, Table, Note,
// Signatures, Figure or PageBreak.
type Block interface{ block() }

// Heading begins a section.
type Heading struct{ Text string }

// Align says to which edge a text is set.
type Align uint8

// The alignments. ByType sets numbers to the right and all else to the left.
const (
	ByType Align = iota
	Left
	Centre
	Right
)

// Paragraph is running text; "\n" begins a new line.
type Paragraph struct {
	Text   string
	Align  Align
	Strong bool    // bold
	Inset  float64 // share of the line left empty before the text: 0.6 is a block in the right corner
}

// Facts are pairs of label and value, in one to three columns (0 is one).
type Facts struct {
	Items   []Fact
	Columns int
}

// Fact is a value under its name.
type Fact struct {
	Label string
	Value Cell
	Mark  Mark
}

// Note is small print: a source, a reservation, an explanation of a table.
type Note struct{ Text string }

// Signatures is a list of places to sign. It is kept together on one page.
type Signatures struct{ Items []Signature }

// Signature is one place to sign: the role, a line, the name.
type Signature struct {
	Role  string
	Name  string
	Dated bool // with a place for the date
}

// Figure is a picture with a line below it.
type Figure struct {
	Picture Picture
	Caption string
}

// PageBreak begins a new page on paper.
type PageBreak struct{}

func (Heading) block()    {}
func (Paragraph) block()  {}
func (Facts) block()      {}
func (*Table) block()     {}
func (Note) block()       {}
func (Signatures) block() {}
func (Figure) block()     {}
func (PageBreak) block()  {}

// Tables lists the tables of the document in order.
func (d *Document) Tables() []*Table {
	var all []*Table
	for _, b := range d.Blocks {
		if t, ok := b.(*Table); ok {
			all = append(all, t)
		}
	}
	return all
}
