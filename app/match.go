package app

import "strings"

// marks are signs around words that nobody needs to type.
const marks = "«»:…"

// hasWords tells whether each word of q begins a word of s; both are folded.
func hasWords(s, q string) bool {
	words := strings.Fields(s)
	for _, w := range strings.Fields(q) {
		if !begins(words, strings.Trim(w, marks)) {
			return false
		}
	}
	return true
}

func begins(words []string, w string) bool {
	for _, x := range words {
		if strings.HasPrefix(strings.Trim(x, marks), w) {
			return true
		}
	}
	return false
}
