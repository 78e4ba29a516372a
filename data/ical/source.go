package ical

import (
	"bytes"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"portfel/data"
)

const (
	// maxFile is the largest calendar file that is read, in bytes.
	maxFile = 64 << 20
	// maxLine is the longest content line that is kept, in bytes after
	// unfolding; longer ones are counted but not gathered.
	maxLine = 256 << 10
)

// source gives the content lines of a file: unfolded, in UTF-8, numbered.
type source struct {
	rest []byte
	no   int // number of the last physical line taken
}

// contentLine is one line after unfolding. No is the number of its first
// physical line. Of a long one only the beginning is kept.
type contentLine struct {
	no   int
	text string
	long bool
}

// newSource takes marks of encoding off; UTF-16 becomes UTF-8. The error is a
// file that is too large.
func newSource(b []byte) (*source, error) {
	if len(b) > maxFile {
		return nil, data.Problem{Code: "tooLarge", Args: []string{"64"}}
	}
	b = bytes.TrimPrefix(fromUTF16(b), []byte("\ufeff"))
	if bytes.IndexByte(b, '\n') < 0 {
		b = bytes.ReplaceAll(b, []byte{'\r'}, []byte{'\n'})
	}
	return &source{rest: b}, nil
}

// fromUTF16 turns UTF-16 into UTF-8, told by its mark or by the zeros between
// the first letters; other bytes stay.
func fromUTF16(b []byte) []byte {
	if len(b) < 4 {
		return b
	}
	order := unicode.LittleEndian
	switch {
	case b[0] == 0xff && b[1] == 0xfe || b[0] != 0 && b[1] == 0 && b[2] != 0 && b[3] == 0:
	case b[0] == 0xfe && b[1] == 0xff || b[0] == 0 && b[1] != 0 && b[2] == 0 && b[3] != 0:
		order = unicode.BigEndian
	default:
		return b
	}
	out, err := unicode.UTF16(order, unicode.UseBOM).NewDecoder().Bytes(b)
	if err != nil {
		return b
	}
	return out
}

// next is the next content line. Empty lines are passed over, also inside a
// folded line.
func (s *source) next() (contentLine, bool) {
	raw, ok := s.physical()
	for ok && len(raw) == 0 {
		raw, ok = s.physical()
	}
	if !ok {
		return contentLine{}, false
	}
	l := contentLine{no: s.no}
	gathered := append([]byte(nil), raw[:min(len(raw), maxLine)]...)
	l.long = len(raw) > maxLine
	for s.folded() {
		raw, _ = s.physical()
		for len(raw) == 0 {
			raw, _ = s.physical()
		}
		room := min(maxLine-len(gathered), len(raw)-1)
		l.long = l.long || room < len(raw)-1
		gathered = append(gathered, raw[1:1+room]...)
	}
	l.text = inUTF8(gathered)
	return l, true
}

// physical takes one line off without its end.
func (s *source) physical() ([]byte, bool) {
	if len(s.rest) == 0 {
		return nil, false
	}
	s.no++
	line := s.rest
	if i := bytes.IndexByte(s.rest, '\n'); i >= 0 {
		line, s.rest = s.rest[:i], s.rest[i+1:]
	} else {
		s.rest = nil
	}
	return bytes.TrimRight(line, "\r"), true
}

// folded tells whether the next line that is not empty goes on with this one.
func (s *source) folded() bool {
	rest := bytes.TrimLeft(s.rest, "\r\n")
	return len(rest) > 0 && (rest[0] == ' ' || rest[0] == '\t')
}

// inUTF8 reads a line that is not UTF-8 as windows-1251, the old encoding of
// Russian programs. It is judged after unfolding, because some programs fold
// inside a letter.
func inUTF8(b []byte) string {
	if bytes.IndexByte(b, 0) >= 0 {
		b = bytes.ReplaceAll(b, []byte{0}, nil)
	}
	if utf8.Valid(b) {
		return string(b)
	}
	out, err := charmap.Windows1251.NewDecoder().Bytes(b)
	if err != nil {
		return string(bytes.ToValidUTF8(b, []byte("?")))
	}
	return string(out)
}
