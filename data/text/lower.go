package text

import (
	"unicode"
	"unicode/utf8"
)

// Lower makes the first letter small: words of states and kinds stand inside
// sentences and chips.
func Lower(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToLower(r)) + s[n:]
}
