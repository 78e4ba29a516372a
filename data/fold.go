package data

import (
	"strings"
	"unicode"
)

// Fold makes the form in which names are compared and found: lower case, ё as
// е, no-break spaces as spaces. Search, palette and the quick line use it, so
// that they agree on what is the same word.
func Fold(s string) string {
	return strings.Map(func(r rune) rune {
		switch r = unicode.ToLower(r); r {
		case 'ё':
			return 'е'
		case '\u00a0', '\u202f':
			return ' '
		}
		return r
	}, s)
}
