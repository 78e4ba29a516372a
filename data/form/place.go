package form

import (
	"fmt"

	"portfel/data/text"
)

// Part is a part of a document where text stands.
type Part string

// The parts of a document.
const (
	Body     Part = "body"
	Header   Part = "header"
	Footer   Part = "footer"
	Footnote Part = "footnote"
	Endnote  Part = "endnote"
	Box      Part = "box" // a text box, of whatever part
)

// Place is where a paragraph stands, as a person counts: paragraphs with text,
// tables and rows from 1. In a table Paragraph is 0.
type Place struct {
	Part      Part
	Paragraph int
	Table     int
	Row       int
}

// In says the place: «абзац 3», «таблица 1, строка 2», «верхний колонтитул,
// абзац 1».
//
//text:prefix form.part.
func (p Place) In(w *text.Words) string {
	inner := w.F("form.place.paragraph", fmt.Sprint(p.Paragraph))
	if p.Table > 0 {
		inner = w.F("form.place.row", fmt.Sprint(p.Table), fmt.Sprint(p.Row))
	}
	if p.Part == Body {
		return inner
	}
	return w.T("form.part."+string(p.Part)) + ", " + inner
}

// entry is a paragraph with its place and the rows it stands in, inmost last.
type entry struct {
	*para
	at   Place
	rows []*node
}

// walker goes through a part and counts.
type walker struct {
	part              Part
	paragraphs, table int
	all               []entry
}

// entries lists the paragraphs of a part in their order.
func entries(root *node, part Part) []entry {
	w := &walker{part: part}
	w.walk(root, Place{Part: part}, nil)
	return w.all
}

func (w *walker) walk(n *node, at Place, rows []*node) {
	row := 0
	for _, k := range n.kids {
		switch k.name {
		case "":
		case "mc:Fallback": // says the same as the choice before it
		case "w:tbl":
			w.table++
			inner := at
			inner.Table, inner.Paragraph = w.table, 0
			w.walk(k, inner, rows)
		case "w:tr":
			row++
			at.Row = row
			w.walk(k, at, append(rows[:len(rows):len(rows)], k))
		case "w:p":
			w.paragraph(k, at, rows)
			w.walk(k, at, rows)
		case "w:txbxContent":
			w.walk(k, Place{Part: Box}, nil)
		default:
			w.walk(k, at, rows)
		}
	}
}

func (w *walker) paragraph(p *node, at Place, rows []*node) {
	q := join(p)
	if at.Table == 0 {
		if q.text != "" {
			w.paragraphs++
		}
		at.Paragraph = max(w.paragraphs, 1)
	}
	w.all = append(w.all, entry{q, at, rows})
}
