package table

import (
	"bytes"
	"encoding/binary"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"portfel/data"
)

// decode turns the bytes of a file into text.
func decode(b []byte) (string, error) {
	switch {
	case bytes.HasPrefix(b, []byte("\xEF\xBB\xBF")):
		return checkUTF8(b[3:])
	case bytes.HasPrefix(b, []byte("\xFF\xFE")):
		return wide(b[2:], binary.LittleEndian), nil
	case bytes.HasPrefix(b, []byte("\xFE\xFF")):
		return wide(b[2:], binary.BigEndian), nil
	}
	if order := wideOrder(b); order != nil {
		return wide(b, order), nil
	}
	if bytes.IndexByte(b, 0) >= 0 {
		return "", data.Problem{Code: "table.binary"}
	}
	if utf8.Valid(b) || looksUTF8(b) {
		return checkUTF8(b)
	}
	return oneByte(b)
}

// checkUTF8 refuses broken bytes by the line they stand on.
func checkUTF8(b []byte) (string, error) {
	if utf8.Valid(b) {
		return string(b), nil
	}
	for i, line := 0, 1; i < len(b); {
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n == 1 {
			return "", data.Problem{Code: "table.encoding", Args: []string{strconv.Itoa(line)}}
		}
		if r == '\n' {
			line++
		}
		i += n
	}
	return string(b), nil
}

// looksUTF8 tells whether most bytes above ASCII make whole UTF-8 letters. In a
// text of windows-1251 hardly any do.
func looksUTF8(b []byte) bool {
	whole, broken := 0, 0
	for i := 0; i < len(b); {
		r, n := utf8.DecodeRune(b[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			broken++
		case n > 1:
			whole++
		}
		i += n
	}
	return whole > 4*broken
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

func wide(b []byte, order binary.ByteOrder) string {
	units := make([]uint16, len(b)/2)
	for i := range units {
		units[i] = order.Uint16(b[2*i:])
	}
	return string(utf16.Decode(units))
}

func oneByte(b []byte) (string, error) {
	s, err := charmap.Windows1251.NewDecoder().Bytes(b)
	if err != nil {
		return "", data.Problem{Code: "table.encoding", Args: []string{"1"}}
	}
	return string(s), nil
}
