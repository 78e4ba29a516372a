package table

import (
	"bytes"
	"encoding/binary"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"portfel/data"
)

// decode turns the bytes of a file into text. Damaged letters are refused by the
// line they stand on, never read as others.
func decode(b []byte) (string, error) {
	switch {
	case bytes.HasPrefix(b, []byte("\xEF\xBB\xBF")):
		return checkUTF8(b[3:])
	case bytes.HasPrefix(b, []byte("\xFF\xFE")):
		return wide(b[2:], binary.LittleEndian)
	case bytes.HasPrefix(b, []byte("\xFE\xFF")):
		return wide(b[2:], binary.BigEndian)
	}
	if order := wideOrder(b); order != nil {
		return wide(b, order)
	}
	if bytes.IndexByte(b, 0) >= 0 {
		return "", data.Problem{Code: "table.binary"}
	}
	if utf8.Valid(b) || speaksUTF8(b) {
		return checkUTF8(b)
	}
	return oneByte(b)
}

// damaged refuses the letters of a line.
func damaged(line int) error {
	return data.Problem{Code: "table.encoding", Args: []string{strconv.Itoa(line)}}
}

// checkUTF8 refuses broken bytes by the line they stand on.
func checkUTF8(b []byte) (string, error) {
	if utf8.Valid(b) {
		return string(b), nil
	}
	for i, line := 0, 1; i < len(b); {
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n == 1 {
			return "", damaged(line)
		}
		if r == '\n' {
			line++
		}
		i += n
	}
	return string(b), nil
}

// speaksUTF8 tells whether some line is UTF-8 beyond doubt: two letters of several
// bytes or more, and most of its bytes above ASCII belong to such. In a line of
// windows-1251 hardly any do: a capital and a sign behind it, by accident.
func speaksUTF8(b []byte) bool {
	for line := range bytes.Lines(b) {
		whole, broken := 0, 0
		for len(line) > 0 {
			r, n := utf8.DecodeRune(line)
			switch {
			case r == utf8.RuneError && n == 1:
				broken++
			case n > 1:
				whole++
			}
			line = line[n:]
		}
		if whole > 1 && whole > broken {
			return true
		}
	}
	return false
}

// wideOrder recognises UTF-16 without a mark: in Latin and Cyrillic text every
// second byte is 0 or 4.
func wideOrder(b []byte) binary.ByteOrder {
	if len(b) > 4096 {
		b = b[:4096]
	}
	if len(b) < 4 || len(b)%2 != 0 {
		return nil
	}
	var high [2]int
	for i, c := range b {
		if c == 0 || c == 4 {
			high[i%2]++
		}
	}
	switch half := len(b) / 2; {
	case high[1]*10 >= half*9 && high[0]*10 < half*5:
		return binary.LittleEndian
	case high[0]*10 >= half*9 && high[1]*10 < half*5:
		return binary.BigEndian
	}
	return nil
}

// wide reads UTF-16. Half a letter, at the end or inside, is damage.
func wide(b []byte, order binary.ByteOrder) (string, error) {
	units := make([]uint16, len(b)/2)
	for i := range units {
		units[i] = order.Uint16(b[2*i:])
	}
	line := 1
	for i := 0; i < len(units); i++ {
		switch u := rune(units[i]); {
		case u == '\n':
			line++
		case !utf16.IsSurrogate(u):
		case i+1 < len(units) && utf16.DecodeRune(u, rune(units[i+1])) != utf8.RuneError:
			i++
		default:
			return "", damaged(line)
		}
	}
	if len(b)%2 != 0 {
		return "", damaged(line)
	}
	return string(utf16.Decode(units)), nil
}

// strange are the letters of windows-1251 that no Russian, Ukrainian or
// Belarusian text has: in one they are damage, or letters of UTF-8 cut in two.
const strange = "ЂЃѓЉЊЌЋЏђљњќћџЈјЅѕ\uFFFD"

// oneByte reads windows-1251.
func oneByte(b []byte) (string, error) {
	out, err := charmap.Windows1251.NewDecoder().Bytes(b)
	if err != nil {
		return "", damaged(1)
	}
	s := string(out)
	if i := strings.IndexAny(s, strange); i >= 0 {
		return "", damaged(1 + strings.Count(s[:i], "\n"))
	}
	return s, nil
}
