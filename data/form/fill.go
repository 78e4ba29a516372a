package form

import (
	"encoding/xml"
	"slices"
	"strconv"
	"strings"
)

// filler changes the tree of a part.
type filler struct {
	schema index
	values Values
	grown  int // nodes made by repeating rows
}

// scope is where a value is looked for: in the record of the row, then in the
// values of the paper.
type scope struct {
	item   string // prefix of the record's fields
	number int
	record map[string]string
	in     bool // in a row of a table: a condition is the row's
}

// value is what a name stands for.
func (f *filler) value(name string, at scope) string {
	name = f.schema.name(name)
	if s, ok := at.record[name]; ok {
		return s
	}
	if at.record != nil && name == at.item+".n" {
		return strconv.Itoa(at.number)
	}
	return f.values.Text[name]
}

// holds tells whether a condition lets its paragraph or row stand.
func (f *filler) holds(m mark, at scope) bool {
	if m.sort != when && m.sort != unless {
		return true
	}
	full := strings.TrimSpace(f.value(m.name, at)) != "" || len(f.values.Lists[f.schema.name(m.name)]) > 0
	return full == (m.sort == when)
}

// kids fills what stands in an element and takes out what has to go.
func (f *filler) kids(n *node, at scope) {
	var out []*node
	gone := false // since the last block
	for _, k := range n.kids {
		made := f.made(k, at)
		gone = gone || k.name == "w:p" && len(made) == 0
		if k.name == "w:tbl" && gone && lastBlock(out) == "w:tbl" && len(made) > 0 {
			out = append(out, emptyParagraph(k)) // two tables would run together
		}
		if len(made) > 0 && k.name != "" {
			gone = false
		}
		out = append(out, made...)
	}
	if n.kids != nil {
		n.kids = out
	}
	f.mend(n)
}

// made is what a kid becomes: nothing, itself, or several rows.
func (f *filler) made(k *node, at scope) []*node {
	switch k.name {
	case "":
		return []*node{k}
	case "w:tr":
		return f.rows(k, at)
	case "w:tbl":
		at.in = false
		f.kids(k, at)
		if k.kid("w:tr") == nil && !hasRows(k) {
			return nil
		}
	case "w:p":
		return f.paragraph(k, at)
	case "w:txbxContent":
		f.kids(k, scope{})
	default:
		f.kids(k, at)
	}
	return []*node{k}
}

// hasRows tells whether rows stand deeper, in a content control.
func hasRows(n *node) bool {
	return slices.ContainsFunc(n.kids, func(k *node) bool { return k.name == "w:tr" || k.name != "" && hasRows(k) })
}

// containers must hold a block.
var containers = []string{"w:body", "w:tc", "w:hdr", "w:ftr", "w:footnote", "w:endnote", "w:txbxContent"}

// mend gives back a paragraph to what must end with one.
func (f *filler) mend(n *node) {
	if !slices.Contains(containers, n.name) {
		return
	}
	last := lastBlock(n.kids)
	if last != "" && (n.name != "w:tc" || last != "w:tbl") {
		return
	}
	at := len(n.kids)
	if s := slices.IndexFunc(n.kids, func(k *node) bool { return k.name == "w:sectPr" }); s >= 0 {
		at = s
	}
	n.kids = slices.Insert(n.kids, at, emptyParagraph(n))
}

// lastBlock is the name of the last paragraph, table or content control.
func lastBlock(kids []*node) string {
	for i := len(kids) - 1; i >= 0; i-- {
		switch kids[i].name {
		case "w:p", "w:tbl", "w:sdt":
			return kids[i].name
		}
	}
	return ""
}

// emptyParagraph is a paragraph in the manner of the element beside it.
func emptyParagraph(like *node) *node {
	n := raw("<" + like.prefix() + "p/>")
	n.name = "w:p"
	return n
}

// rows is a row with its values: none when a condition fails, one for each
// record of its list.
func (f *filler) rows(row *node, at scope) []*node {
	marks := rowMarks(row)
	at.in = true
	i := slices.IndexFunc(marks, func(m mark) bool { return m.sort == list })
	if i < 0 {
		return f.row(row, marks, at)
	}
	name := f.schema.name(marks[i].name)
	var out []*node
	size := row.size()
	for n, record := range f.values.Lists[name] {
		if f.grown += size; f.grown > maxGrown {
			return nil
		}
		at.item, at.number, at.record = f.schema.items[name], n+1, record
		out = append(out, f.row(row.clone(), marks, at)...)
	}
	return out
}

func (f *filler) row(row *node, marks []mark, at scope) []*node {
	for _, m := range marks {
		if !f.holds(m, at) {
			return nil
		}
	}
	f.kids(row, at)
	return []*node{row}
}

// rowMarks are the placeholders of a row's own paragraphs; tables in its cells
// and text boxes have their own.
func rowMarks(n *node) (all []mark) {
	for _, k := range n.kids {
		switch k.name {
		case "", "w:tbl", "w:txbxContent":
		case "w:p":
			all = append(all, join(k).marks...)
			all = append(all, rowMarks(k)...)
		default:
			all = append(all, rowMarks(k)...)
		}
	}
	return all
}

// paragraph is a paragraph with its values, or nothing when a condition fails.
// One that ends a section keeps its end.
func (f *filler) paragraph(p *node, at scope) []*node {
	q := join(p)
	if !at.in {
		for _, m := range q.marks {
			if f.holds(m, at) {
				continue
			}
			if pr := p.kid("w:pPr"); pr.kid("w:sectPr") != nil {
				p.kids = []*node{pr}
				return []*node{p}
			}
			return nil
		}
	}
	if len(q.marks) > 0 {
		f.replace(q, at)
	}
	f.kids(p, at) // text boxes
	return []*node{p}
}

// replace puts the values into the pieces in which the placeholders begin.
func (f *filler) replace(q *para, at scope) {
	for _, c := range slices.Backward(q.pieces) {
		text, touched := f.pieceText(q, c, at)
		if !touched {
			continue
		}
		i := slices.Index(c.parent.kids, c.n)
		c.parent.kids = slices.Replace(c.parent.kids, i, i+1, textNodes(c.n.prefix(), text)...)
	}
}

// pieceText is the new text of a piece, and whether it has changed at all.
func (f *filler) pieceText(q *para, c piece, at scope) (string, bool) {
	if !c.plain {
		return "", false
	}
	var b strings.Builder
	pos, touched := c.from, false
	for _, m := range q.marks {
		if m.to <= c.from || m.from >= c.to {
			continue
		}
		touched = true
		if m.from >= c.from {
			b.WriteString(q.text[pos:m.from])
			if m.sort == field {
				b.WriteString(f.value(m.name, at))
			}
		}
		pos = min(m.to, c.to)
	}
	b.WriteString(q.text[pos:c.to])
	return b.String(), touched
}

// textNodes are the elements of a run that say a text.
func textNodes(prefix, s string) (out []*node) {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	for i, line := range strings.Split(s, "\n") {
		if i > 0 {
			out = append(out, raw("<"+prefix+"br/>"))
		}
		for k, part := range strings.Split(line, "\t") {
			if k > 0 {
				out = append(out, raw("<"+prefix+"tab/>"))
			}
			if part = clean(part); part != "" {
				out = append(out, raw("<"+prefix+`t xml:space="preserve">`+escaped(part)+"</"+prefix+"t>"))
			}
		}
	}
	return out
}

// clean takes out what XML cannot hold.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0xFFFE || r == 0xFFFF || r == 0x7F {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
}

func escaped(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a Builder does not fail
	return b.String()
}
