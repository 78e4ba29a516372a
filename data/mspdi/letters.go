package mspdi

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"
)

// splitName checks a name and parts it at its colon. One colon at an end is
// part of the name, as encoding/xml has it.
func splitName(s string) (name, bool) {
	for i, r := range s {
		if !nameRune(r, i == 0) {
			return name{}, false
		}
	}
	before, after, found := strings.Cut(s, ":")
	if !found || before == "" || after == "" {
		return name{local: s}, s != "" && strings.Count(s, ":") < 2
	}
	return name{before, after}, strings.IndexByte(after, ':') < 0
}

// nameRune tells whether a name may have, or begin with, the letter (XML 1.0,
// fifth edition, 2.3).
func nameRune(r rune, first bool) bool {
	if !first && (r == '-' || r == '.' || r >= '0' && r <= '9' || r == 0xB7 || r >= 0x300 && r <= 0x36F || r >= 0x203F && r <= 0x2040) {
		return true
	}
	for _, x := range nameRanges {
		if r >= x[0] && r <= x[1] {
			return true
		}
	}
	return false
}

var nameRanges = [][2]rune{
	{':', ':'}, {'A', 'Z'}, {'_', '_'}, {'a', 'z'}, {0xC0, 0xD6}, {0xD8, 0xF6}, {0xF8, 0x2FF}, {0x370, 0x37D}, {0x37F, 0x1FFF},
	{0x200C, 0x200D}, {0x2070, 0x218F}, {0x2C00, 0x2FEF}, {0x3001, 0xD7FF}, {0xF900, 0xFDCF}, {0xFDF0, 0xFFFD}, {0x10000, 0xEFFFF},
}

// expand resolves references and brings line ends into one form.
func expand(raw []byte, cdata bool) string {
	if bytes.IndexByte(raw, '\r') < 0 && (cdata || bytes.IndexByte(raw, '&') < 0) {
		return string(raw)
	}
	out := make([]byte, 0, len(raw))
	for i := 0; i < len(raw); i++ {
		switch c := raw[i]; {
		case c == '\r':
			if i+1 >= len(raw) || raw[i+1] != '\n' {
				out = append(out, '\n')
			}
		case c == '&' && !cdata:
			r, n := reference(raw[i:])
			out = utf8.AppendRune(out, r)
			i += n - 1
		default:
			out = append(out, c)
		}
	}
	return string(out)
}

// reference is the letter that "&lt;" or "&#1078;" stands for, and the length;
// 0 when there is no such.
func reference(raw []byte) (r rune, n int) {
	end := bytes.IndexByte(raw[:min(len(raw), 12)], ';')
	if end < 2 {
		return 0, 0
	}
	switch s := string(raw[1:end]); {
	case s == "lt":
		r = '<'
	case s == "gt":
		r = '>'
	case s == "amp":
		r = '&'
	case s == "quot":
		r = '"'
	case s == "apos":
		r = '\''
	case s[0] == '#':
		r = numbered(s[1:])
	}
	if r == 0 || !xmlRune(r) {
		return 0, 0
	}
	return r, end + 1
}

func numbered(s string) rune {
	base := 10
	if strings.HasPrefix(s, "x") {
		s, base = s[1:], 16
	}
	n, err := strconv.ParseUint(s, base, 32)
	if err != nil || n > utf8.MaxRune {
		return 0
	}
	return rune(n)
}

// xmlRune tells whether XML may hold the letter.
func xmlRune(r rune) bool {
	return r == '\t' || r == '\n' || r == '\r' || r >= 0x20 && r <= 0xD7FF || r >= 0xE000 && r <= 0xFFFD || r >= 0x10000 && r <= utf8.MaxRune
}

// foreignByte is the place of the first byte that XML may not hold, or -1.
func foreignByte(buf []byte) int {
	for i, c := range buf {
		if c < 0x20 && c != '\t' && c != '\n' && c != '\r' {
			return i
		}
	}
	for _, bad := range []string{"\uFFFE", "\uFFFF"} {
		if i := bytes.Index(buf, []byte(bad)); i >= 0 {
			return i
		}
	}
	return -1
}
