package quick

import (
	"strings"
	"unicode"
)

// The keys of a keyboard in both layouts, key by key, without and with Shift.
const (
	latinKeys    = "`qwertyuiop[]asdfghjkl;'zxcvbnm,./" + `~QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>?`
	cyrillicKeys = "ёйцукенгшщзхъфывапролджэячсмитьбю." + `ЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,`
)

var toCyrillic, toLatin = keyMaps()

func keyMaps() (toCyrillic, toLatin map[rune]rune) {
	toCyrillic, toLatin = map[rune]rune{}, map[rune]rune{}
	c := []rune(cyrillicKeys)
	for i, l := range latinKeys {
		toCyrillic[l] = c[i]
		toLatin[c[i]] = l
	}
	return toCyrillic, toLatin
}

// OtherLayout is the text as the same keys would have given it in the other
// keyboard layout: «gkfy» is «план», «зкщоусе» is project. The letters decide the
// direction; in a text of both alphabets only letters change, each to the
// other side. It keeps the number of runes.
func OtherLayout(s string) string {
	latin, cyrillic := alphabets(s)
	return strings.Map(func(r rune) rune {
		switch {
		case latin && cyrillic && !unicode.IsLetter(r):
			return r
		case cyrillic && !latin || cyrillic && unicode.Is(unicode.Cyrillic, r):
			return swap(toLatin, r)
		}
		return swap(toCyrillic, r)
	}, s)
}

func swap(keys map[rune]rune, r rune) rune {
	if o, ok := keys[r]; ok {
		return o
	}
	return r
}

// alphabets tells which letters the text has.
func alphabets(s string) (latin, cyrillic bool) {
	for _, r := range s {
		latin = latin || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
		cyrillic = cyrillic || unicode.Is(unicode.Cyrillic, r)
	}
	return latin, cyrillic
}

// Variants are the readings of a typed query, the typed one first, then the one
// of the other layout if the text has letters.
func Variants(query string) []string {
	latin, cyrillic := alphabets(query)
	if o := OtherLayout(query); (latin || cyrillic) && o != query {
		return []string{query, o}
	}
	return []string{query}
}

// otherToken is OtherLayout for one word of a line. In a word that holds a
// digit only letters change: the point of «25.11» is the same key for digits.
func otherToken(s string) string {
	if !strings.ContainsAny(s, "0123456789") {
		return OtherLayout(s)
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z':
			return swap(toCyrillic, r)
		case unicode.Is(unicode.Cyrillic, r):
			return swap(toLatin, r)
		}
		return r
	}, s)
}
