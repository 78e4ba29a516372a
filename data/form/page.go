package form

import (
	"strconv"

	"portfel/data/text"
)

// Document is what a DOCX says and how it stands on paper. Lengths are points.
type Document struct {
	Title     string // of the file's properties
	Sections  []Section
	SumSpaces bool   // the spaces after and before paragraphs are added; else the larger holds
	Lost      []Loss // what the model cannot hold
}

// Loss is a kind of content that is not carried over.
type Loss string

// Sentence says the loss to a person.
//
//text:prefix form.note.
func (l Loss) Sentence(w *text.Words) string {
	return w.F("form.note."+string(l), strconv.Itoa(MaxPixels))
}

// The losses.
const (
	LostShape     Loss = "shape" // the text of boxes follows the paragraph
	LostPicture   Loss = "picture"
	LostChart     Loss = "chart"
	LostMath      Loss = "math"
	LostFootnotes Loss = "footnotes"
	LostColumns   Loss = "columns"
)

// Section is a part of the document on paper of one kind.
type Section struct {
	Width, Height            float64
	Top, Right, Bottom, Left float64 // margins
	HeadAt, FootAt           float64 // of header and footer from the edges of the paper
	Head, Foot               []Block
	FirstHead, FirstFoot     []Block // of the first page, when Special
	Special                  bool    // the first page has its own header and footer, perhaps empty
	NewPage                  bool    // begins on a new page
	FirstPage                int     // number of its first page, 0 = goes on
	Blocks                   []Block
}

// Block is a *Paragraph or a *Table.
type Block interface{ block() }

// Align is how lines stand between their edges.
type Align uint8

// The alignments.
const (
	AlignLeft Align = iota
	AlignCentre
	AlignRight
	AlignBoth // justified but for the last line
)

// LineRule says what Paragraph.Line is.
type LineRule uint8

// The rules of line height: a factor of the font's own, points, at least points.
const (
	LineFactor LineRule = iota
	LineExact
	LineAtLeast
)

// Paragraph is text with its format.
type Paragraph struct {
	Style               string
	Align               Align
	Left, Right, First  float64 // indents; First is added to Left in the first line and may be negative
	Before, After       float64
	Tight               bool // no space to a paragraph of the same style
	Line                float64
	Rule                LineRule
	KeepNext, KeepLines bool
	Fresh               bool // begins on a new page
	Tabs                []Tab
	TabEvery            float64
	Fill                Colour
	Above, Below        Border  // lines over and under the paragraph
	Size                float64 // of the mark: the height of an empty paragraph
	Font                string
	Runs                []Run
}

func (*Paragraph) block() {}

// Tab is a place to jump to.
type Tab struct {
	At     float64
	Align  Align // AlignLeft, AlignCentre, AlignRight
	Leader rune  // '_', '.' or '-' fills the way, 0 = nothing
}

// Colour is 0xrrggbb when On.
type Colour struct {
	RGB uint32
	On  bool
}

// RunKind says what a run is.
type RunKind uint8

// The runs: text, or something that stands in the text.
const (
	RunText RunKind = iota
	RunTab
	RunLine  // a line break
	RunPage  // a page break
	RunNo    // number of the page
	RunPages // number of pages
	RunImage
)

// Run is a piece of text of one format.
type Run struct {
	Kind                            RunKind
	Text                            string
	Bold, Italic, Underline, Strike bool
	Size                            float64
	Font                            string
	Colour                          Colour
	Raise                           int8    // 1 superscript, -1 subscript
	Lift                            float64 // above the base line, below when negative
	Image                           *Image
}

// Image is a PNG or JPEG in the text.
type Image struct {
	Name          string // of the part: the same picture has the same name
	Bytes         []byte
	JPEG          bool
	Width, Height float64
}

// Border is a line; Width 0 is none.
type Border struct {
	Width  float64
	Colour Colour
	Dash   bool
	Set    bool // said at all, perhaps as none
}

// Edges are four values around something.
type Edges[T any] struct{ Top, Right, Bottom, Left T }

// Table has a grid of columns and rows of cells.
type Table struct {
	Widths []float64
	Align  Align
	Left   float64 // indent
	Rows   []Row
}

func (*Table) block() {}

// Row is a row of a table.
type Row struct {
	Head   bool // repeated on each page when it is among the first rows
	Height float64
	Exact  bool
	Skip   int // columns left empty before the first cell
	Cells  []Cell
}

// Merge says how a cell goes on downwards.
type Merge uint8

// The merges: not at all, the first of a merged cell, a further one.
const (
	MergeNone Merge = iota
	MergeBegin
	MergeOn
)

// Stand is how the content of a cell stands.
type Stand uint8

// The places of a cell's content.
const (
	StandTop Stand = iota
	StandMiddle
	StandBottom
)

// Cell is a cell over Span columns.
type Cell struct {
	Span   int
	Merge  Merge
	Pad    Edges[float64]
	Lines  Edges[Border]
	Fill   Colour
	Stand  Stand
	Blocks []Block
}
