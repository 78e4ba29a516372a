package form

import "strings"

// sort of a placeholder.
type sort byte

const (
	field  sort = 0
	list   sort = '#'
	when   sort = '?'
	unless sort = '!'
)

// mark is a placeholder in the joined text of a paragraph.
type mark struct {
	from, to int // bytes of the text, braces included
	sort     sort
	name     string // folded
}

// piece is a part of a paragraph's text that one element holds.
type piece struct {
	n, parent *node
	from, to  int
	plain     bool // a w:t; else a sign such as a tab
}

// para is a paragraph whose runs are joined.
type para struct {
	n      *node
	text   string
	pieces []piece
	marks  []mark
	broken []broken
}

// broken are braces that make no placeholder.
type broken struct {
	text   string
	opened bool // {{ without }}, else }} without {{
}

// fold is a name as it is compared: lower case, ё as е, one space at most.
func fold(name string) string {
	return strings.ReplaceAll(strings.Join(strings.Fields(strings.ToLower(strings.ReplaceAll(name, "\u00a0", " "))), " "), "ё", "е")
}

// join reads the text of a paragraph with its placeholders.
func join(p *node) *para {
	q := &para{n: p}
	var b strings.Builder
	q.gather(p, &b)
	q.text = b.String()
	if strings.Contains(q.text, "{{") || strings.Contains(q.text, "}}") {
		q.find()
	}
	return q
}

// gather goes through the runs, wherever they stand; paragraphs of text boxes
// are not this one, and deleted text is none.
func (q *para) gather(n *node, b *strings.Builder) {
	for _, k := range n.kids {
		switch k.name {
		case "", "w:p", "w:pPr", "w:rPr", "w:del", "w:moveFrom", "mc:AlternateContent", "w:drawing", "w:pict", "w:object":
		case "w:t":
			q.add(k, n, strings.NewReplacer("\n", " ", "\t", " ", "\r", " ").Replace(k.content()), true, b)
		case "w:tab", "w:ptab":
			q.add(k, n, "\t", false, b)
		case "w:br", "w:cr":
			q.add(k, n, "\n", false, b)
		case "w:noBreakHyphen":
			q.add(k, n, "-", false, b)
		default:
			q.gather(k, b)
		}
	}
}

func (q *para) add(n, parent *node, s string, plain bool, b *strings.Builder) {
	from := b.Len()
	b.WriteString(s)
	q.pieces = append(q.pieces, piece{n, parent, from, b.Len(), plain})
}

// find looks for placeholders and for braces that make none. A placeholder
// stands in one line and holds no braces.
func (q *para) find() {
	s := q.text
	for i := 0; i < len(s); {
		open, end := strings.Index(s[i:], "{{"), strings.Index(s[i:], "}}")
		switch {
		case open < 0 && end < 0:
			return
		case open < 0 || end >= 0 && end < open:
			q.broken = append(q.broken, broken{excerpt(s[:i+end+2], true), false})
			i += end + 2
			continue
		}
		open += i
		body := s[open+2:]
		if stop := strings.IndexAny(body, "{}\n\t"); stop >= 0 && strings.HasPrefix(body[stop:], "}}") {
			q.mark(open, open+2+stop+2, body[:stop])
			i = open + 2 + stop + 2
			continue
		}
		q.broken = append(q.broken, broken{excerpt(s[open:], false), true})
		i = open + 2
	}
}

func (q *para) mark(from, to int, body string) {
	m := mark{from: from, to: to}
	body = strings.TrimSpace(strings.ReplaceAll(body, "\u00a0", " "))
	if body != "" && strings.ContainsAny(body[:1], "#?!") {
		m.sort = sort(body[0])
		body = body[1:]
	}
	m.name = fold(body)
	q.marks = append(q.marks, m)
}

// written is the placeholder as it stands in the template.
func (q *para) written(m mark) string { return q.text[m.from:m.to] }

// excerpt is the beginning or the end of a text, to be recognised by.
func excerpt(s string, tail bool) string {
	const most = 40
	r := []rune(strings.Join(strings.Fields(s), " "))
	switch {
	case len(r) <= most:
		return string(r)
	case tail:
		return "…" + string(r[len(r)-most:])
	}
	return string(r[:most]) + "…"
}
