package mspdi

import (
	"slices"
	"strings"
)

// piece is a part of Extra: an element as it stood, or attributes.
type piece struct {
	key  int    // place among the elements of the record
	in   string // the collection it stood in
	name string // of an element of the schema, or that the attributes belong to
	mine bool   // an element of the schema
	hint string // what is written before it
	text string
}

// self is the name of the record itself in a hint.
const self = "."

// pieces is what a record keeps while it is read.
type pieces struct {
	order *order
	list  []piece
}

// element keeps an element. after is the neighbour of the schema behind which
// it stood.
func (p *pieces) element(g tag, after, text string) {
	at, known := p.order.at[g.name]
	if g.ours && known {
		p.list = append(p.list, piece{key: 2 * at, name: g.name, mine: true, text: text})
		return
	}
	if after == "" {
		after = self
	}
	p.list = append(p.list, piece{key: p.behind(after), hint: "<?after " + after + "?>", text: text})
}

// behind is the key of what stands behind an element.
func (p *pieces) behind(after string) int {
	if at, ok := p.order.at[after]; ok {
		return 2*at + 1
	}
	if after == self {
		return -1
	}
	return 2*len(p.order.names) + 1
}

// inside keeps an element of a collection.
func (p *pieces) inside(collection, text string) {
	p.list = append(p.list, piece{key: 2 * p.order.at[collection], in: collection, hint: "<?in " + collection + "?>", text: text})
}

// attributes keeps attributes of the record or of one of its elements.
func (p *pieces) attributes(s *scanner, name string, g tag) {
	text := keptAttributes(s, g)
	if text == "" {
		return
	}
	at, ok := p.order.at[name]
	if !ok {
		at = -1
	}
	p.list = append(p.list, piece{key: at - 1000, name: name, hint: "<?at " + name + text + "?>"})
}

// keptAttributes are those that Write cannot make: all but the default
// namespace, with the prefixes that they use.
func keptAttributes(s *scanner, g tag) string {
	if len(g.attrs) == 0 {
		return ""
	}
	var b strings.Builder
	var used []binding
	for _, a := range g.attrs {
		prefix, decl := a.declares()
		if decl && prefix == "" {
			continue
		}
		b.WriteString(a.String())
		if !decl && a.space != "" {
			used = s.borrow(used, a.space, len(s.open))
		}
	}
	for _, u := range used {
		b.WriteString(u.attribute())
	}
	return b.String()
}

// String is the fragment, in the order in which it will be written.
func (p *pieces) String() string {
	if len(p.list) == 0 {
		return ""
	}
	slices.SortStableFunc(p.list, func(a, b piece) int { return a.key - b.key })
	n := 0
	for _, x := range p.list {
		n += len(x.hint) + len(x.text)
	}
	var b strings.Builder
	b.Grow(n)
	for _, x := range p.list {
		b.WriteString(x.hint)
		b.WriteString(x.text)
	}
	return b.String()
}

// kept is a fragment laid out for writing.
type kept struct {
	elements   []piece
	attributes map[string]string
}

// parseExtra takes a fragment apart again. A fragment of other hands may lack
// hints: what is not of the schema then stands at the end.
func parseExtra(extra string, o *order) (kept, error) {
	var k kept
	if extra == "" {
		return k, nil
	}
	s := newScanner([]byte(extra), Limits{})
	if err := s.clean(); err != nil {
		return k, err
	}
	s.bound = []binding{{uri: namespace}}
	p := pieces{order: o}
	hint := ""
	for {
		ev, g, err := s.next()
		switch {
		case err != nil:
			return k, err
		case ev == atEOF:
			slices.SortStableFunc(p.list, func(a, b piece) int { return a.key - b.key })
			k.elements = p.list
			return k, nil
		case ev == atHint:
			hint = k.hint(s.name.local, s.string(), hint)
		case ev == atText && !s.blank():
			return k, s.at("syntax", "text between elements")
		case ev == atStart:
			text, err := s.cut(g, nil)
			if err != nil {
				return k, err
			}
			p.place(g, hint, text)
			hint = ""
		}
	}
}

// hint reads one of our instructions; it is the hint for the next element.
func (k *kept) hint(target, inst, before string) string {
	switch target {
	case "at":
		name, attrs, _ := strings.Cut(inst, " ")
		if k.attributes == nil {
			k.attributes = map[string]string{}
		}
		if attrs != "" && k.attributes[name] == "" && wellFormed(attrs) {
			k.attributes[name] = " " + attrs
		}
		return before
	case "after", "in":
		return target + " " + inst
	}
	return before
}

// wellFormed tells whether the text is attributes.
func wellFormed(attrs string) bool {
	s := newScanner([]byte("<a "+attrs+"/>"), Limits{})
	for _, want := range []event{atStart, atEnd, atEOF} {
		if ev, _, err := s.next(); err != nil || ev != want {
			return false
		}
	}
	return true
}

// place puts an element where its hint says.
func (p *pieces) place(g tag, hint, text string) {
	word, name, _ := strings.Cut(hint, " ")
	_, collection := p.order.at[name]
	switch {
	case word == "in" && collection:
		p.inside(name, text)
	case word == "after":
		p.element(g, name, text)
	default:
		p.element(g, "?", text)
	}
}
