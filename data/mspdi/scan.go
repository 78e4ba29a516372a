package mspdi

import (
	"bytes"
	"encoding/xml"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

// namespace is that of MS Project's XML; versions of the schema stand below it.
const namespace = "http://schemas.microsoft.com/project"

// ours tells whether a namespace is MS Project's.
func ours(uri string) bool {
	return uri == namespace || strings.HasPrefix(uri, namespace+"/")
}

// scanner walks through elements and holds their nesting, prefixes and limits.
// The text is whole in buf, so that an element can be cut out as it stands.
type scanner struct {
	lexer
	limits   Limits
	elements int
	open     []name    // of the elements that are open
	bound    []binding // prefixes that they declare
	loose    bool      // the root has no namespace: elements without one are ours
}

// binding is a prefix that an open element declares.
type binding struct {
	prefix, uri string
	depth       int
}

// tag is a start tag. Its attributes are valid until the next one.
type tag struct {
	name  string // without prefix
	full  name
	ours  bool
	attrs []attr
}

func newScanner(buf []byte, limits Limits) *scanner {
	return &scanner{lexer: lexer{buf: buf}, limits: limits.orDefault()}
}

// clean refuses letters that XML may not hold.
func (s *scanner) clean() error {
	at := foreignByte(s.buf)
	if at < 0 && !utf8.Valid(s.buf) {
		at = 0
	}
	if at < 0 {
		return nil
	}
	s.pos = at
	f := s.at("syntax", "a letter that XML does not have")
	s.pos = 0
	return f
}

// next is the next start tag, end tag, text or instruction.
func (s *scanner) next() (event, tag, error) {
	ev, err := s.lexer.next()
	switch {
	case err != nil:
		return ev, tag{}, s.fault(err)
	case ev == atStart:
		g, err := s.push()
		return ev, g, err
	case ev == atEnd:
		return ev, tag{}, s.pop()
	case ev == atEOF && len(s.open) > 0:
		return ev, tag{}, s.at("truncated")
	case ev == atHint && strings.EqualFold(s.name.local, "xml") && s.start > 0:
		if len(bytes.TrimLeft(s.buf[:s.start], spaces)) > 0 {
			return ev, tag{}, s.at("syntax", "a declaration that does not stand first")
		}
	}
	return ev, tag{}, nil
}

func (s *scanner) push() (tag, error) {
	if s.elements++; s.elements > s.limits.Elements {
		return tag{}, s.at("tooMany", strconv.Itoa(s.limits.Elements))
	}
	if len(s.open) >= s.limits.Depth {
		return tag{}, s.at("tooDeep", strconv.Itoa(s.limits.Depth))
	}
	if twice(s.attrs) {
		return tag{}, s.at("syntax", "an attribute stands twice in "+s.name.local)
	}
	s.open = append(s.open, s.name)
	for _, a := range s.attrs {
		if p, ok := a.declares(); ok {
			s.bound = append(s.bound, binding{p, a.value, len(s.open)})
		}
	}
	g := tag{name: s.name.local, full: s.name, attrs: s.attrs}
	uri, known := s.lookup(g.full.space)
	g.ours = ours(uri) || s.loose && !known && g.full.space == ""
	return g, nil
}

func (s *scanner) pop() error {
	n := len(s.open)
	if n == 0 || s.name != s.open[n-1] {
		return s.at("syntax", "unexpected end tag "+s.name.local)
	}
	for len(s.bound) > 0 && s.bound[len(s.bound)-1].depth == n {
		s.bound = s.bound[:len(s.bound)-1]
	}
	s.open = s.open[:n-1]
	return nil
}

// twice tells whether a name stands twice.
func twice(attrs []attr) bool {
	if len(attrs) < 2 {
		return false
	}
	seen := make(map[name]bool, len(attrs))
	for _, a := range attrs {
		if seen[a.name] {
			return true
		}
		seen[a.name] = true
	}
	return false
}

// declares tells whether the attribute declares a prefix, "" for the default.
func (a attr) declares() (prefix string, ok bool) {
	if a.space == "xmlns" {
		return a.local, true
	}
	return "", a.space == "" && a.local == "xmlns"
}

// lookup is what a prefix stands for.
func (s *scanner) lookup(prefix string) (uri string, ok bool) {
	b := s.binding(prefix)
	if b == nil {
		return "", false
	}
	return b.uri, b.uri != "" || prefix != ""
}

func (s *scanner) binding(prefix string) *binding {
	for i := len(s.bound) - 1; i >= 0; i-- {
		if s.bound[i].prefix == prefix {
			return &s.bound[i]
		}
	}
	return nil
}

// at is a fault at the present place.
func (s *scanner) at(code string, args ...string) Fault {
	line := s.atLine()
	return Fault{Code: code, Args: args, UID: -1, Line: line, Column: s.column()}
}

// fault gives a fault of the text its place. Project 2007 writes "<>".
func (s *scanner) fault(err error) Fault {
	e := err.(*lexError)
	rest := s.buf[s.start:]
	if e.code == "syntax" && (bytes.HasPrefix(rest, []byte("<>")) || bytes.HasPrefix(rest, []byte("</>"))) {
		return s.at("emptyTag")
	}
	return s.at(e.code, e.args...)
}

// text is the text of the open element up to its end tag. plain is false when
// it holds elements, which are passed over.
func (s *scanner) text() (out string, plain bool, err error) {
	depth, plain := len(s.open), true
	for {
		ev, _, err := s.next()
		switch {
		case err != nil:
			return "", false, err
		case ev == atStart:
			plain = false
		case ev == atText && out == "":
			out = s.string()
		case ev == atText:
			return s.moreText(out, depth, plain)
		case ev == atEnd && len(s.open) < depth:
			return out, plain, nil
		}
	}
}

// moreText goes on when the text comes in pieces.
func (s *scanner) moreText(out string, depth int, plain bool) (string, bool, error) {
	all := append([]byte(out), s.string()...)
	for {
		ev, _, err := s.next()
		switch {
		case err != nil:
			return "", false, err
		case ev == atStart:
			plain = false
		case ev == atText:
			all = append(all, s.string()...)
		case ev == atEnd && len(s.open) < depth:
			return string(all), plain, nil
		}
	}
}

// cut passes over the open element and is its source, with the prefixes that it
// uses and outer elements declare. see, if not nil, hears of each event within.
func (s *scanner) cut(g tag, see func(event, tag)) (string, error) {
	from, depth := s.start, len(s.open)
	used := s.borrowed(nil, g, depth)
	for len(s.open) >= depth {
		ev, in, err := s.next()
		if err != nil {
			return "", err
		}
		if ev == atStart {
			used = s.borrowed(used, in, depth)
		}
		if see != nil {
			see(ev, in)
		}
	}
	return insert(string(s.buf[from:s.pos]), g, used), nil
}

// borrowed adds the prefixes of a tag that are declared outside the element at
// the depth.
func (s *scanner) borrowed(used []binding, g tag, depth int) []binding {
	used = s.borrow(used, g.full.space, depth)
	for _, a := range g.attrs {
		if _, decl := a.declares(); !decl && a.space != "" {
			used = s.borrow(used, a.space, depth)
		}
	}
	return used
}

func (s *scanner) borrow(used []binding, prefix string, depth int) []binding {
	b := s.binding(prefix)
	switch {
	case b == nil:
		if prefix != "" || s.loose {
			return used
		}
		b = &binding{} // no namespace at all, inside a file that has one
	case b.depth >= depth, prefix == "" && ours(b.uri):
		return used
	}
	for _, u := range used {
		if u.prefix == prefix {
			return used
		}
	}
	return append(used, binding{prefix: prefix, uri: b.uri})
}

// insert writes the declarations behind the name of the first tag.
func insert(raw string, g tag, used []binding) string {
	if len(used) == 0 {
		return raw
	}
	n := 1 + len(g.full.local)
	if g.full.space != "" {
		n += len(g.full.space) + 1
	}
	var b strings.Builder
	b.WriteString(raw[:n])
	for _, u := range used {
		b.WriteString(u.attribute())
	}
	b.WriteString(raw[n:])
	return b.String()
}

// attribute declares the prefix.
func (u binding) attribute() string {
	if u.prefix == "" {
		return attr{name{local: "xmlns"}, u.uri}.String()
	}
	return attr{name{"xmlns", u.prefix}, u.uri}.String()
}

// String is the attribute as it stands in a tag, with a space before it.
func (a attr) String() string {
	var b strings.Builder
	b.WriteByte(' ')
	if a.space != "" {
		b.WriteString(a.space + ":")
	}
	b.WriteString(a.local + `="`)
	escape(&b, a.value)
	b.WriteByte('"')
	return b.String()
}

// escape writes a text so that it reads equal, whatever it holds. The writers
// of this package remember their errors.
func escape(w io.Writer, s string) {
	if plain(s) {
		_, _ = io.WriteString(w, s)
		return
	}
	_ = xml.EscapeText(w, []byte(s))
}

// plain tells whether a text stands in XML as it is.
func plain(s string) bool {
	ascii := true
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c < 0x20 || c == '<' || c == '>' || c == '&' || c == '"' || c == '\'':
			return false
		case c >= 0x80:
			ascii = false
		}
	}
	return ascii || utf8.ValidString(s) && foreignByte([]byte(s)) < 0
}
