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
	rest    []byte
	no      int  // number of the last physical line taken
	oneByte bool // windows-1251
}

// contentLine is one line after unfolding. No is the number of its first
// physical line. Of a long one only the beginning is kept. A broken one has
// bytes that are no letters of the file's encoding.
type contentLine struct {
	no     int
	text   string
	long   bool
	broken bool
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
	return &source{rest: b, oneByte: isOneByte(b)}, nil
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

// next is the next content line.
func (s *source) next() (contentLine, bool) {
	l, raw, ok := s.gather()
	if ok {
		l.text, l.broken = s.letters(raw)
	}
	return l, ok
}

// gather takes the bytes of the next content line. Empty lines are passed over,
// also inside a folded line.
func (s *source) gather() (contentLine, []byte, bool) {
	raw, ok := s.physical()
	for ok && len(raw) == 0 {
		raw, ok = s.physical()
	}
	if !ok {
		return contentLine{}, nil, false
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
	return l, gathered, true
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

// isOneByte tells a file in windows-1251, the old encoding of Russian programs:
// it is not UTF-8, and no line of it speaks for UTF-8. Lines are judged unfolded,
// because some programs fold inside a letter.
func isOneByte(b []byte) bool {
	if utf8.Valid(b) {
		return false
	}
	odd := false
	for s := (&source{rest: b}); ; {
		l, raw, ok := s.gather()
		if !ok {
			return odd
		}
		if l.long || utf8.Valid(raw) && len(raw) == utf8.RuneCount(raw) {
			continue
		}
		whole, broken := countLetters(raw)
		if whole > 1 && whole > broken {
			return false
		}
		odd = odd || broken > 0
	}
}

// countLetters counts the letters of several bytes, and the bytes that are none.
// In windows-1251 a whole one is a rare accident: a capital before a sign.
func countLetters(b []byte) (whole, broken int) {
	for len(b) > 0 {
		r, n := utf8.DecodeRune(b)
		switch {
		case r == utf8.RuneError && n == 1:
			broken++
		case n > 1:
			whole++
		}
		b = b[n:]
	}
	return whole, broken
}

// letters are the bytes of a line as text, and whether some are no letters.
func (s *source) letters(b []byte) (text string, broken bool) {
	if bytes.IndexByte(b, 0) >= 0 {
		b = bytes.ReplaceAll(b, []byte{0}, nil)
	}
	switch {
	case !s.oneByte && utf8.Valid(b):
		return string(b), false
	case !s.oneByte:
		return string(bytes.ToValidUTF8(b, []byte("?"))), true
	}
	out, err := charmap.Windows1251.NewDecoder().Bytes(b)
	if err != nil {
		return string(bytes.ToValidUTF8(b, []byte("?"))), true
	}
	return string(out), bytes.ContainsRune(out, utf8.RuneError)
}
