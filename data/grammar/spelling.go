package grammar

import (
	"strings"
	"unicode"
)

// lower is the form in which tables are searched. Letters are lowered one by
// one, so the word keeps its length.
func lower(s string) string { return strings.Map(unicode.ToLower, s) }

// recase gives a form in lower case the capitals of the word that it was made
// of: КУЗНЕЦОВ, Кузнецов, МакКейн.
func recase(form, word string) string {
	if shouted(word) {
		return strings.ToUpper(form)
	}
	from, to := []rune(word), []rune(form)
	for i := range to {
		if i >= len(from) || unicode.ToLower(from[i]) != to[i] {
			break
		}
		to[i] = from[i]
	}
	return string(to)
}

// shouted tells a word of two capitals or more and no small letter.
func shouted(word string) bool {
	capitals := 0
	for _, c := range word {
		if unicode.IsLower(c) {
			return false
		}
		if unicode.IsUpper(c) {
			capitals++
		}
	}
	return capitals > 1
}

// cyrillic tells a word of Russian letters only; hyphens are allowed.
func cyrillic(word string) bool {
	for _, c := range word {
		if c != '-' && c != 'ё' && c != 'Ё' && (c < 'А' || c > 'я') {
			return false
		}
	}
	return word != ""
}

// capital makes the first letter a capital.
func capital(s string) string {
	letters := []rune(s)
	if len(letters) > 0 {
		letters[0] = unicode.ToUpper(letters[0])
	}
	return string(letters)
}
