package app

import "strings"

// hasWords tells whether each word of q begins a word of s; both are folded.
func hasWords(s, q string) bool {
	words := strings.Fields(s)
	for _, w := range strings.Fields(q) {
		if !begins(words, w) {
			return false
		}
	}
	return true
}

func begins(words []string, w string) bool {
	for _, x := range words {
		if strings.HasPrefix(strings.Trim(x, "«»:…"), w) {
			return true
		}
	}
	return false
}
