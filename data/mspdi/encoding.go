package mspdi

import (
	"bytes"
	"encoding/binary"
	"io"
	"io/fs"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// Limits bound what Read takes. Zero fields are those of DefaultLimits.
type Limits struct {
	Bytes    int64 // of the source
	Elements int
	Depth    int // of elements within elements
}

// DefaultLimits are far above what MS Project writes for ten thousand tasks.
var DefaultLimits = Limits{Bytes: 256 << 20, Elements: 20_000_000, Depth: 100}

func (l Limits) orDefault() Limits {
	if l.Bytes <= 0 {
		l.Bytes = DefaultLimits.Bytes
	}
	if l.Elements <= 0 {
		l.Elements = DefaultLimits.Elements
	}
	if l.Depth <= 0 {
		l.Depth = DefaultLimits.Depth
	}
	return l
}

// load reads the whole source, as UTF-8.
func load(r io.Reader, limit int64) ([]byte, error) {
	in := bytes.NewBuffer(make([]byte, 0, sizeOf(r, limit)+bytes.MinRead))
	if _, err := in.ReadFrom(io.LimitReader(r, limit+1)); err != nil {
		return nil, Fault{Code: "read", UID: -1, Err: err}
	}
	b := in.Bytes()
	if int64(len(b)) > limit {
		return nil, Fault{Code: "tooLarge", UID: -1, Args: []string{strconv.FormatInt(limit, 10)}}
	}
	if f := kind(b); f != "" {
		return nil, Fault{Code: f, UID: -1}
	}
	return decode(b)
}

// sizeOf is how much a source says that it holds, so that memory is taken once.
func sizeOf(r io.Reader, limit int64) int64 {
	n := int64(0)
	switch r := r.(type) {
	case interface{ Len() int }:
		n = int64(r.Len())
	case interface{ Stat() (fs.FileInfo, error) }:
		if info, err := r.Stat(); err == nil {
			n = info.Size()
		}
	}
	return max(0, min(n, limit+1))
}

// kind recognises what is no XML by its first bytes.
func kind(b []byte) string {
	switch {
	case len(bytes.TrimSpace(b)) == 0:
		return "empty"
	case bytes.HasPrefix(b, []byte("\xD0\xCF\x11\xE0")):
		return "mpp"
	case bytes.HasPrefix(b, []byte("PK\x03\x04")):
		return "zip"
	}
	return ""
}

// charsets are the one-byte encodings that a declaration may name.
var charsets = map[string]*charmap.Charmap{
	"windows-1251": charmap.Windows1251,
	"cp1251":       charmap.Windows1251,
	"windows-1252": charmap.Windows1252,
	"iso-8859-1":   charmap.ISO8859_1,
	"iso-8859-5":   charmap.ISO8859_5,
	"koi8-r":       charmap.KOI8R,
	"koi8-u":       charmap.KOI8U,
	"ibm866":       charmap.CodePage866,
	"cp866":        charmap.CodePage866,
}

// decode turns the bytes into UTF-8: by the mark, else by the declaration.
func decode(b []byte) ([]byte, error) {
	switch {
	case bytes.HasPrefix(b, []byte("\xEF\xBB\xBF")):
		return checked(b[3:])
	case bytes.HasPrefix(b, []byte("\xFF\xFE")):
		return wide(b[2:], binary.LittleEndian)
	case bytes.HasPrefix(b, []byte("\xFE\xFF")):
		return wide(b[2:], binary.BigEndian)
	case bytes.HasPrefix(b, []byte("<\x00")):
		return wide(b, binary.LittleEndian)
	case bytes.HasPrefix(b, []byte("\x00<")):
		return wide(b, binary.BigEndian)
	}
	name := declared(b)
	if name == "" || name == "utf-8" || name == "us-ascii" || name == "ascii" {
		return checked(b)
	}
	set, ok := charsets[name]
	if !ok {
		return nil, Fault{Code: "encoding", UID: -1, Line: 1, Args: []string{short(name)}}
	}
	out, err := set.NewDecoder().Bytes(b)
	if err != nil {
		return nil, Fault{Code: "encodingBytes", UID: -1, Args: []string{name}, Err: err}
	}
	return out, nil
}

var declaration = regexp.MustCompile(`^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([^"'<>]*)["']`)

// declared is the encoding that the XML declaration names, in small letters.
func declared(b []byte) string {
	m := declaration.FindSubmatch(b[:min(len(b), 500)])
	if m == nil {
		return ""
	}
	return strings.ToLower(string(m[1]))
}

// checked refuses broken UTF-8 by its line.
func checked(b []byte) ([]byte, error) {
	if utf8.Valid(b) {
		return b, nil
	}
	for i, line := 0, 1; i < len(b); {
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n == 1 {
			return nil, Fault{Code: "encodingBytes", UID: -1, Line: line, Args: []string{"utf-8"}}
		}
		if r == '\n' {
			line++
		}
		i += n
	}
	return b, nil
}

// wide decodes UTF-16 piece by piece, so that no second copy stands in between.
func wide(b []byte, order binary.ByteOrder) ([]byte, error) {
	if len(b)%2 != 0 {
		return nil, Fault{Code: "truncated", UID: -1}
	}
	out := make([]byte, 0, len(b)/2+len(b)/4)
	for i := 0; i < len(b); i += 2 {
		r := rune(order.Uint16(b[i:]))
		if utf16.IsSurrogate(r) {
			if i+3 >= len(b) {
				r = utf8.RuneError
			} else if r = utf16.DecodeRune(r, rune(order.Uint16(b[i+2:]))); r != utf8.RuneError {
				i += 2
			}
		}
		if r == utf8.RuneError {
			return nil, Fault{Code: "encodingBytes", UID: -1, Args: []string{"utf-16"}}
		}
		out = utf8.AppendRune(out, r)
	}
	return out, nil
}
