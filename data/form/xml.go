package form

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
)

// Limits of the XML of one part.
const (
	maxDepth = 200
	maxNodes = 600_000
)

// errXML is a part that is no XML that we take.
var errXML = errors.New("form: not well-formed, too deep or too large")

// node is an element, or a piece between tags. Its bytes are those of the file,
// so that an untouched tree is written as it was read.
type node struct {
	name        string // "w:p"; the prefix goes by the namespace; "" between tags
	attrs       []xml.Attr
	text        string // of a piece between tags, entities resolved
	open, close []byte // the tags, or the whole piece
	kids        []*node
}

// raw is a piece of markup that is put in as it stands.
func raw(s string) *node { return &node{open: []byte(s)} }

// known are the namespaces whose elements we look at, transitional and strict.
var known = map[string]string{
	"http://schemas.openxmlformats.org/wordprocessingml/2006/main":           "w",
	"http://purl.oclc.org/ooxml/wordprocessingml/main":                       "w",
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships":    "r",
	"http://purl.oclc.org/ooxml/officeDocument/relationships":                "r",
	"http://schemas.openxmlformats.org/drawingml/2006/main":                  "a",
	"http://purl.oclc.org/ooxml/drawingml/main":                              "a",
	"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
	"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing":             "wp",
	"http://schemas.openxmlformats.org/drawingml/2006/picture":               "pic",
	"http://purl.oclc.org/ooxml/drawingml/picture":                           "pic",
	"http://schemas.openxmlformats.org/markup-compatibility/2006":            "mc",
	"http://schemas.openxmlformats.org/package/2006/relationships":           "rel",
	"http://schemas.openxmlformats.org/package/2006/content-types":           "ct",
	"urn:schemas-microsoft-com:vml":                                          "v",
	"http://schemas.microsoft.com/office/word/2010/wordprocessingShape":      "wps",
	"http://schemas.openxmlformats.org/officeDocument/2006/math":             "m",
	"http://schemas.openxmlformats.org/drawingml/2006/chart":                 "c",
	"http://schemas.openxmlformats.org/drawingml/2006/diagram":               "dgm",
	"http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas":     "wpc",
	"http://schemas.microsoft.com/office/word/2010/wordprocessingGroup":      "wpg",
}

// reader builds the tree of a part.
type reader struct {
	src    []byte
	dec    *xml.Decoder
	stack  []*node
	scopes []map[string]string // prefixes declared by the elements of the stack
	count  int
}

// parse reads a part. The root has the whole part as its kids and no tags.
func parse(src []byte) (*node, error) {
	r := &reader{src: src, dec: xml.NewDecoder(bytes.NewReader(src)), stack: []*node{{}}}
	for {
		from := r.dec.InputOffset()
		tok, err := r.dec.RawToken()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, errXML
		}
		if err := r.token(tok, src[from:r.dec.InputOffset()]); err != nil {
			return nil, err
		}
	}
	if len(r.stack) != 1 || r.stack[0].element() == nil {
		return nil, errXML
	}
	return r.stack[0], nil
}

func (r *reader) token(tok xml.Token, b []byte) error {
	if r.count++; r.count > maxNodes {
		return errXML
	}
	top := r.stack[len(r.stack)-1]
	switch t := tok.(type) {
	case xml.StartElement:
		return r.start(t, b)
	case xml.EndElement:
		return r.end(t, b)
	case xml.CharData:
		top.kids = append(top.kids, &node{open: b, text: string(t)})
	case xml.Directive: // a DTD
		return errXML
	default:
		top.kids = append(top.kids, &node{open: b})
	}
	return nil
}

func (r *reader) start(t xml.StartElement, b []byte) error {
	if len(r.stack) > maxDepth {
		return errXML
	}
	var scope map[string]string
	for _, a := range t.Attr {
		if a.Name.Space == "xmlns" || a.Name.Space == "" && a.Name.Local == "xmlns" {
			if scope == nil {
				scope = map[string]string{}
			}
			scope[strings.TrimPrefix(a.Name.Local, "xmlns")] = a.Value
		}
	}
	r.scopes = append(r.scopes, scope)
	n := &node{name: r.canonical(t.Name, true), open: b}
	for _, a := range t.Attr {
		if a.Name.Space != "xmlns" {
			n.attrs = append(n.attrs, xml.Attr{Name: xml.Name{Local: r.canonical(a.Name, false)}, Value: a.Value})
		}
	}
	top := r.stack[len(r.stack)-1]
	top.kids = append(top.kids, n)
	r.stack = append(r.stack, n)
	return nil
}

func (r *reader) end(t xml.EndElement, b []byte) error {
	top := r.stack[len(r.stack)-1]
	if len(r.stack) == 1 || r.canonical(t.Name, true) != top.name {
		return errXML
	}
	top.close = b
	r.stack = r.stack[:len(r.stack)-1]
	r.scopes = r.scopes[:len(r.scopes)-1]
	return nil
}

// canonical is the name with the prefix of known; a foreign element has a
// prefix that no known one has.
func (r *reader) canonical(n xml.Name, element bool) string {
	if n.Space == "" && !element {
		return n.Local
	}
	for i := len(r.scopes) - 1; i >= 0; i-- {
		if uri, ok := r.scopes[i][n.Space]; ok {
			if p := known[uri]; p != "" {
				return p + ":" + n.Local
			}
			break
		}
	}
	return "?" + n.Space + ":" + n.Local
}

// write gives the bytes of the tree.
func (n *node) write(b *bytes.Buffer) {
	b.Write(n.open)
	for _, k := range n.kids {
		k.write(b)
	}
	b.Write(n.close)
}

// clone copies the tree; bytes and attributes are shared.
func (n *node) clone() *node {
	c := *n
	c.kids = make([]*node, len(n.kids))
	for i, k := range n.kids {
		c.kids[i] = k.clone()
	}
	return &c
}

// size is the number of nodes.
func (n *node) size() int {
	s := 1
	for _, k := range n.kids {
		s += k.size()
	}
	return s
}

// element is the first element among the kids.
func (n *node) element() *node {
	for _, k := range n.kids {
		if k.name != "" {
			return k
		}
	}
	return nil
}

// kid is the first kid of a name, or nil; a path goes down by several names. It
// may be asked of nil.
func (n *node) kid(path ...string) *node {
	for _, name := range path {
		if n = n.child(name); n == nil {
			return nil
		}
	}
	return n
}

func (n *node) child(name string) *node {
	if n == nil {
		return nil
	}
	for _, k := range n.kids {
		if k.name == name {
			return k
		}
	}
	return nil
}

// attr is an attribute, "" when there is none. It may be asked of nil.
func (n *node) attr(name string) string {
	if n == nil {
		return ""
	}
	for _, a := range n.attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// content is the text in an element.
func (n *node) content() string {
	var b strings.Builder
	for _, k := range n.kids {
		b.WriteString(k.text)
	}
	return b.String()
}

// prefix is how the file writes the prefix of the element, with its colon.
func (n *node) prefix() string {
	tag := strings.TrimPrefix(string(n.open), "<")
	name := strings.FieldsFunc(tag, func(r rune) bool { return strings.ContainsRune(" \t\r\n/>", r) })
	if len(name) == 0 {
		return ""
	}
	if p, _, ok := strings.Cut(name[0], ":"); ok {
		return p + ":"
	}
	return ""
}
