package ical

import (
	"strconv"
	"strings"

	"portfel/data"
)

// maxDepth is how deep components of a file may stand in each other; real
// files need three.
const maxDepth = 16

// maxHead is the longest name with parameters that is believed, in bytes.
const maxHead = 4096

// part is an event or a task of the file as it stands there, or a zone.
type part struct {
	name  string
	line  int
	lines []contentLine
	bad   *Refused // what is wrong with it, nil = nothing so far
}

// scanner cuts a file into parts. It knows the nesting of components and
// nothing of their meaning.
type scanner struct {
	stack []string
	cur   *part
	depth int // of the current part
	seen  bool
	parts []*part
}

// scan cuts the whole file. The error names the line of damage that leaves the
// rest in doubt: the end in the middle of a calendar, no calendar at all.
func scan(src *source) ([]*part, error) {
	s := &scanner{}
	for {
		l, ok := src.next()
		if !ok {
			break
		}
		if err := s.line(l); err != nil {
			return nil, err
		}
	}
	if !s.seen {
		return nil, data.Problem{Code: "icsNotCalendar"}
	}
	if len(s.stack) > 0 {
		return nil, s.truncated(src.no)
	}
	return s.parts, nil
}

func (s *scanner) truncated(line int) error {
	return data.Problem{Code: "icsTruncated", Args: []string{strconv.Itoa(line)}}
}

// line takes one content line.
func (s *scanner) line(l contentLine) error {
	switch name := lineName(l.text); {
	case name == "BEGIN":
		return s.begin(l)
	case name == "END":
		s.end(l)
	case s.cur != nil:
		s.keep(l, name)
	}
	return nil
}

// lineName is the name of a property in capitals, "" for what is no property.
func lineName(text string) string {
	i := 0
	for i < len(text) && i < 64 && nameByte(text[i]) {
		i++
	}
	if i == 0 || i == len(text) || text[i] != ':' && text[i] != ';' {
		return ""
	}
	return strings.ToUpper(text[:i])
}

func nameByte(c byte) bool {
	return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '_'
}

// component is the component that BEGIN or END names.
func component(text string) string {
	_, v, _ := strings.Cut(text, ":")
	if len(v) > 64 {
		v = v[:64]
	}
	return strings.ToUpper(strings.TrimSpace(v))
}

// begin opens a component. An event inside an event means that the first one
// was never closed.
func (s *scanner) begin(l contentLine) error {
	name := component(l.text)
	wanted := name == "VEVENT" || name == "VTODO" || name == "VTIMEZONE"
	switch {
	case name == "VCALENDAR" && len(s.stack) > 0:
		return s.truncated(l.no)
	case wanted && s.cur != nil:
		s.refuse(s.cur.line, "icsUnclosed", s.cur.name)
		s.close(s.depth)
	case len(s.stack) >= maxDepth:
		return data.Problem{Code: "icsDepth", Args: []string{strconv.Itoa(l.no)}}
	}
	s.seen = s.seen || name == "VCALENDAR"
	s.stack = append(s.stack, name)
	if wanted && s.cur == nil {
		s.cur, s.depth = &part{name: name, line: l.no}, len(s.stack)
	} else if s.cur != nil && s.cur.name == "VTIMEZONE" {
		s.cur.lines = append(s.cur.lines, l)
	}
	return nil
}

// end closes the innermost component of that name and what stands open inside
// it; an end of nothing is passed over.
func (s *scanner) end(l contentLine) {
	name := component(l.text)
	at := len(s.stack) - 1
	for at >= 0 && s.stack[at] != name {
		at--
	}
	if at < 0 {
		return
	}
	if s.cur != nil && at < s.depth-1 {
		s.refuse(s.cur.line, "icsUnclosed", s.cur.name)
	}
	s.close(at + 1)
}

// close cuts the stack back to one below depth and files the current part when
// it ends with that.
func (s *scanner) close(depth int) {
	s.stack = s.stack[:depth-1]
	if s.cur != nil && len(s.stack) < s.depth {
		s.parts = append(s.parts, s.cur)
		s.cur = nil
	}
}

// read are the properties of events and tasks that are read; others are passed
// over, however odd.
var read = map[string]bool{"UID": true, "SEQUENCE": true, "RECURRENCE-ID": true, "DTSTART": true, "DTEND": true, "DUE": true,
	"DURATION": true, "SUMMARY": true, "LOCATION": true, "DESCRIPTION": true, "RRULE": true, "EXRULE": true, "EXDATE": true,
	"RDATE": true, "STATUS": true, "CATEGORIES": true, "PERCENT-COMPLETE": true, "TRANSP": true, "CLASS": true}

// keep adds a line to the current part; lines of what stands inside it
// (reminders) are not wanted.
func (s *scanner) keep(l contentLine, name string) {
	if s.cur.name == "VTIMEZONE" {
		if len(s.cur.lines) < 5000 && !l.long {
			s.cur.lines = append(s.cur.lines, l)
		}
		return
	}
	switch {
	case len(s.stack) != s.depth:
	case name == "":
		s.refuse(l.no, "icsLine", excerpt(l.text))
	case !read[name]:
	case l.long:
		s.refuse(l.no, "icsLongLine", name)
	case l.broken:
		s.refuse(l.no, "icsLetters", name)
		s.cur.lines = append(s.cur.lines, l) // names what is refused
	case !wellFormed(l.text):
		s.refuse(l.no, "icsLine", excerpt(l.text))
	default:
		s.cur.lines = append(s.cur.lines, l)
	}
}

// refuse notes the first thing that is wrong with the current part.
func (s *scanner) refuse(line int, code string, args ...string) {
	if s.cur.bad == nil {
		s.cur.bad = &Refused{Line: line, Code: code, Args: args}
	}
}

// wellFormed tells whether a line has a value behind its parameters: a colon
// that does not stand in quotes, not too far away.
func wellFormed(text string) bool {
	quoted := false
	for i := 0; i < len(text) && i < maxHead; i++ {
		switch text[i] {
		case '"':
			quoted = !quoted
		case ':':
			if !quoted {
				return true
			}
		}
	}
	return false
}

// excerpt is the beginning of a line, for a message.
func excerpt(s string) string {
	r := []rune(oneLine(s))
	if len(r) > 40 {
		return string(r[:40]) + "…"
	}
	return string(r)
}
