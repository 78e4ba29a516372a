package mspdi

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// lexer cuts XML into tags, text and instructions. It holds each of them to the
// rules of XML 1.0 as far as they concern one; nesting is the scanner's. The
// text must be UTF-8. A slice of it is all that a token costs, until somebody
// asks for its text.
type lexer struct {
	buf   []byte
	pos   int // behind the last token
	start int // where it begins

	name  name   // of a tag; the target of an instruction
	attrs []attr // of a start tag
	raw   []byte // text as it stands, or what an instruction says
	cdata bool   // raw holds no references

	closing  bool // the start tag was an empty one: its end comes next
	names    map[string]name
	line     int // of the place seen; 0 before the first question
	seen     int
	lineFrom int // where that line begins
}

// name is a name with its prefix.
type name struct{ space, local string }

// attr is an attribute.
type attr struct {
	name
	value string
}

// event is what next found.
type event int

const (
	atStart event = iota // a start tag
	atEnd
	atText
	atHint // a processing instruction
	atEOF
)

// lexError is a fault of the text: a code and the arguments of a Fault.
type lexError struct {
	code string
	args []string
}

func (e *lexError) Error() string { return e.code }

func broken(msg string) error { return &lexError{"syntax", []string{msg}} }

var errTruncated error = &lexError{code: "truncated"}

// atLine is the line of what was read last. It counts on from where it was asked
// before.
func (l *lexer) atLine() int {
	if l.line == 0 {
		l.line = 1
	}
	for {
		i := bytes.IndexByte(l.buf[l.seen:l.pos], '\n')
		if i < 0 {
			break
		}
		l.line++
		l.seen += i + 1
		l.lineFrom = l.seen
	}
	l.seen = l.pos
	return l.line
}

// column is the place in that line, in letters from 1.
func (l *lexer) column() int { return utf8.RuneCount(l.buf[l.lineFrom:l.pos]) + 1 }

// next is the next token. Comments are passed over.
func (l *lexer) next() (event, error) {
	if l.closing {
		l.closing = false
		return atEnd, nil
	}
	for {
		l.start = l.pos
		rest := l.buf[l.pos:]
		switch {
		case len(rest) == 0:
			return atEOF, nil
		case rest[0] != '<':
			return atText, l.text(rest)
		case bytes.HasPrefix(rest, []byte("</")):
			return atEnd, l.endTag()
		case bytes.HasPrefix(rest, []byte("<?")):
			return atHint, l.instruction()
		case bytes.HasPrefix(rest, []byte("<![CDATA[")):
			return atText, l.section()
		case bytes.HasPrefix(rest, []byte("<!--")):
			if err := l.comment(); err != nil {
				return atEOF, err
			}
		case strings.HasPrefix("<![CDATA[", string(rest[:min(len(rest), 10)])), strings.HasPrefix("<!--", string(rest[:min(len(rest), 10)])):
			return atEOF, errTruncated
		case bytes.HasPrefix(rest, []byte("<!")):
			return atEOF, &lexError{code: "doctype"}
		default:
			return atStart, l.startTag()
		}
	}
}

// text runs up to the next tag.
func (l *lexer) text(rest []byte) error {
	n := bytes.IndexByte(rest, '<')
	if n < 0 {
		n = len(rest)
	}
	l.raw, l.cdata = rest[:n], false
	l.pos += n
	if bytes.Contains(l.raw, []byte("]]>")) {
		return broken("]]> in text")
	}
	err := l.references(l.raw)
	if err != nil && n == len(rest) {
		return errTruncated
	}
	return err
}

// references checks the references of a text.
func (l *lexer) references(raw []byte) error {
	for {
		i := bytes.IndexByte(raw, '&')
		if i < 0 {
			return nil
		}
		raw = raw[i:]
		_, n := reference(raw)
		if n == 0 {
			return &lexError{"entity", []string{short(string(raw[:min(len(raw), 20)]))}}
		}
		raw = raw[n:]
	}
}

// section is a CDATA section.
func (l *lexer) section() error {
	from := l.pos + len("<![CDATA[")
	n := bytes.Index(l.buf[from:], []byte("]]>"))
	if n < 0 {
		return errTruncated
	}
	l.raw, l.cdata, l.pos = l.buf[from:from+n], true, from+n+3
	return nil
}

func (l *lexer) comment() error {
	from := l.pos + len("<!--")
	n := bytes.Index(l.buf[from:], []byte("--"))
	switch {
	case n < 0 || from+n+2 >= len(l.buf):
		return errTruncated
	case l.buf[from+n+2] != '>':
		return broken("-- in a comment")
	}
	l.pos = from + n + 3
	return nil
}

func (l *lexer) instruction() error {
	l.pos += 2
	if err := l.readName(); err != nil {
		return err
	}
	n := bytes.Index(l.buf[l.pos:], []byte("?>"))
	if n < 0 {
		return errTruncated
	}
	l.raw, l.cdata = l.buf[l.pos:l.pos+n], true
	if n > 0 && !space(l.raw[0]) {
		return broken("an instruction without a space behind its name")
	}
	l.raw = bytes.TrimLeft(l.raw, spaces)
	l.pos += n + 2
	return nil
}

func (l *lexer) endTag() error {
	l.pos += 2
	if err := l.readName(); err != nil {
		return err
	}
	l.skip()
	return l.expect('>')
}

func (l *lexer) startTag() error {
	l.pos++
	l.attrs = l.attrs[:0]
	if err := l.readName(); err != nil {
		return err
	}
	tag := l.name
	for {
		spaced := l.skip()
		if l.pos >= len(l.buf) {
			return errTruncated
		}
		switch c := l.buf[l.pos]; {
		case c == '>':
			l.pos++
			l.name = tag
			return nil
		case c == '/':
			l.pos++
			l.name, l.closing = tag, true
			return l.expect('>')
		case !spaced:
			return broken("attributes without a space between them")
		}
		if err := l.attribute(); err != nil {
			return err
		}
	}
}

func (l *lexer) attribute() error {
	if err := l.readName(); err != nil {
		return err
	}
	a := attr{name: l.name}
	l.skip()
	if err := l.expect('='); err != nil {
		return err
	}
	l.skip()
	if l.pos >= len(l.buf) {
		return errTruncated
	}
	quote := l.buf[l.pos]
	if quote != '"' && quote != '\'' {
		return broken("an attribute without quotes")
	}
	l.pos++
	n := bytes.IndexByte(l.buf[l.pos:], quote)
	if n < 0 {
		return errTruncated
	}
	raw := l.buf[l.pos : l.pos+n]
	if bytes.IndexByte(raw, '<') >= 0 {
		return broken("< in an attribute")
	}
	if err := l.references(raw); err != nil {
		return err
	}
	a.value = expand(raw, false)
	l.attrs = append(l.attrs, a)
	l.pos += n + 1
	return nil
}

const spaces = " \t\r\n"

func space(c byte) bool { return strings.IndexByte(spaces, c) >= 0 }

// skip passes over spaces and tells whether there were any.
func (l *lexer) skip() bool {
	from := l.pos
	for l.pos < len(l.buf) && space(l.buf[l.pos]) {
		l.pos++
	}
	return l.pos > from
}

func (l *lexer) expect(c byte) error {
	if l.pos >= len(l.buf) {
		return errTruncated
	}
	if l.buf[l.pos] != c {
		return broken("expected " + string(rune(c)))
	}
	l.pos++
	return nil
}

// mostNames bounds the memory of names: a file has some two hundred.
const mostNames = 10_000

// readName reads a name. Names are few, so each is made once.
func (l *lexer) readName() error {
	from := l.pos
	for l.pos < len(l.buf) && nameByte[l.buf[l.pos]] {
		l.pos++
	}
	raw := l.buf[from:l.pos]
	if n, ok := l.names[string(raw)]; ok {
		l.name = n
		return nil
	}
	if len(raw) == 0 && l.pos >= len(l.buf) {
		return errTruncated
	}
	n, ok := splitName(string(raw))
	if !ok {
		return broken("expected a name")
	}
	if l.names == nil || len(l.names) >= mostNames {
		l.names = map[string]name{}
	}
	l.names[string(raw)] = n
	l.name = n
	return nil
}

// nameByte are the bytes of names, with all of letters beyond ASCII.
var nameByte = func() (set [256]bool) {
	for c := range set {
		set[c] = c >= 0x80 || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || strings.IndexByte("_-.:", byte(c)) >= 0
	}
	return set
}()

// string is the text, with references resolved and line ends as "\n".
func (l *lexer) string() string { return expand(l.raw, l.cdata) }

// blank tells whether the text is nothing but spaces.
func (l *lexer) blank() bool {
	for _, c := range l.raw {
		if !space(c) {
			return false
		}
	}
	return true
}
