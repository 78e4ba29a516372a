package ical

import (
	"strings"
	"unicode/utf8"
)

// maxOctets is the longest line of a file without its CRLF (RFC 5545 3.1).
const maxOctets = 75

// lines collects content lines, folded and ended as RFC 5545 asks.
type lines struct {
	b    []byte
	line []byte // the line being written, before folding
}

// put writes one line from its parts.
func (l *lines) put(parts ...string) {
	l.line = l.line[:0]
	for _, p := range parts {
		l.line = append(l.line, p...)
	}
	l.b = appendFolded(l.b, l.line)
}

// text writes a property of type TEXT; an empty value writes nothing.
func (l *lines) text(name, value string) {
	if value == "" {
		return
	}
	l.line = append(append(l.line[:0], name...), ':')
	l.line = appendEscaped(l.line, value)
	l.b = appendFolded(l.b, l.line)
}

// appendFolded cuts a line at 75 octets, never inside a rune.
func appendFolded(b, line []byte) []byte {
	room := maxOctets
	for len(line) > room {
		cut := room
		for cut > 1 && !utf8.RuneStart(line[cut]) {
			cut--
		}
		b = append(b, line[:cut]...)
		b = append(b, "\r\n "...)
		line, room = line[cut:], maxOctets-1
	}
	b = append(b, line...)
	return append(b, "\r\n"...)
}

// escaped is what stands behind the backslash for a byte that needs one.
var escaped = [256]byte{'\\': '\\', ';': ';', ',': ',', '\n': 'n'}

// appendEscaped writes a TEXT value (RFC 5545 3.3.11).
func appendEscaped(b []byte, s string) []byte {
	from := 0
	for i := 0; i < len(s); i++ {
		if to := escaped[s[i]]; to != 0 {
			b = append(append(b, s[from:i]...), '\\', to)
			from = i + 1
		}
	}
	return append(b, s[from:]...)
}

// clean makes text that every reader takes: valid UTF-8, line feeds as the only
// line breaks, no control characters, no space around.
func clean(s string) string {
	if plain(s) {
		return strings.TrimSpace(s)
	}
	s = strings.ReplaceAll(strings.ToValidUTF8(s, ""), "\r\n", "\n")
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029' || r == '\u0085' || r == '\v' || r == '\f':
			return '\n'
		case r == '\t':
			return ' '
		case r < ' ' || r >= 0x7f && r < 0xa0 || r == '\ufeff':
			return -1
		}
		return r
	}, s))
}

// plain tells that a text needs no cleaning; nearly all texts are plain. It
// looks at bytes: control characters, and the first bytes of those outside
// ASCII.
func plain(s string) bool {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c < ' ', c == 0x7f:
			return false
		case c == 0xc2 && i+1 < len(s) && s[i+1] < 0xa0,
			c == 0xe2 && (strings.HasPrefix(s[i:], "\u2028") || strings.HasPrefix(s[i:], "\u2029")),
			c == 0xef && strings.HasPrefix(s[i:], "\ufeff"):
			return false
		}
	}
	return utf8.ValidString(s)
}

// oneLine is clean text without line breaks, for titles and places.
func oneLine(s string) string {
	s = clean(s)
	if !strings.Contains(s, "\n") {
		return s
	}
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == '\n' }), " ")
}

// param makes a parameter value: quotes cannot stand in one, so they become
// the typographic ones, and what needs quoting is quoted (RFC 5545 3.2).
func param(s string) string {
	s = oneLine(s)
	if strings.Contains(s, `"`) {
		var b strings.Builder
		open := true
		for _, r := range s {
			if r != '"' {
				b.WriteRune(r)
				continue
			}
			b.WriteString(map[bool]string{true: "«", false: "»"}[open])
			open = !open
		}
		s = b.String()
	}
	if strings.ContainsAny(s, ";:,") {
		return `"` + s + `"`
	}
	return s
}

// unescape reads a TEXT value; an escape that the standard does not know gives
// the character itself.
func unescape(s string) string {
	if !strings.Contains(s, `\`) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] != '\\' || i+1 == len(s) {
			b.WriteByte(s[i])
			continue
		}
		i++
		if s[i] == 'n' || s[i] == 'N' {
			b.WriteByte('\n')
		} else {
			b.WriteByte(s[i])
		}
	}
	return b.String()
}
