package quick

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"portfel/data"
)

// Name is a name by which people call a record. One record may have several:
// a project its code and its title, a client its short and full name.
type Name struct {
	Ref  data.Ref
	Text string
}

// Lookup finds the names of which a word begins like the given one. The word
// comes folded (data.Fold) and cut to its first three letters; more names than
// fit are welcome, they are compared again.
type Lookup func(word string) []Name

// NewLookup is a Lookup over a list of names.
func NewLookup(names []Name) Lookup {
	index := map[string][]Name{}
	for _, n := range names {
		keys := map[string]bool{}
		for _, w := range nameWords(n.Text) {
			keys[beginning(w)] = true
		}
		for k := range keys {
			index[k] = append(index[k], n)
		}
	}
	return func(word string) []Name { return index[beginning(word)] }
}

// beginning is the part of a word by which names are looked up: three letters.
func beginning(w string) string {
	if r := []rune(w); len(r) > 3 {
		return string(r[:3])
	}
	return w
}

// legalForms are words of a name that nobody types, folded.
var legalForms = map[string]bool{"ооо": true, "ао": true, "пао": true, "зао": true, "оао": true, "ип": true, "нао": true, "гк": true, "фгуп": true, "гуп": true, "муп": true, "ано": true,
	"llc": true, "ltd": true, "inc": true, "jsc": true, "gmbh": true}

// word is a run of letters and digits.
type word struct {
	text string // folded
	dot  bool   // a point follows: it may be an initial
}

// words parts a text at everything that is neither letter nor digit.
func words(s string) (all []word) {
	start := -1
	for i, r := range s {
		inside := unicode.IsLetter(r) || unicode.IsDigit(r)
		if inside && start < 0 {
			start = i
		}
		if !inside && start >= 0 {
			all = append(all, word{data.Fold(s[start:i]), r == '.'})
			start = -1
		}
	}
	if start >= 0 {
		all = append(all, word{data.Fold(s[start:]), false})
	}
	return all
}

// nameWords are the words of a name without its legal form.
func nameWords(s string) (all []string) {
	for _, w := range words(s) {
		if !legalForms[w.text] {
			all = append(all, w.text)
		}
	}
	return all
}

// forms are the orders of words in which a name is typed: people are called by
// family name first, and by given name first.
func forms(n Name) [][]string {
	w := nameWords(n.Text)
	if n.Ref.Kind != data.KindPerson && n.Ref.Kind != data.KindContact || len(w) < 2 {
		return [][]string{w}
	}
	given := []string{w[1], w[0]}
	all := [][]string{w, given}
	if len(w) > 2 {
		all = append(all, []string{w[1], w[2], w[0]}, []string{w[1], w[2]})
	}
	return all
}

// How well a typed word fits the word of a name.
const (
	fitNone   = iota
	fitBegins // «Балт» for Балтик
	fitEnding // «Медному» for Медный
	fitExact
)

// fit compares a typed word with the word of a name. Beside another word of the
// same name three common letters are enough: «Тару».
func fit(typed, name string, beside bool) int {
	t, n := []rune(typed), []rune(name)
	c := 0
	for c < len(t) && c < len(n) && t[c] == n[c] {
		c++
	}
	least := 4
	if beside {
		least = 3
	}
	switch {
	case c == len(t) && c == len(n):
		return fitExact
	case strings.ContainsAny(typed+name, "0123456789"):
		return fitNone
	case c >= least && len(t)-c <= 3 && len(n)-c <= 2:
		return fitEnding
	case c == len(t) && c >= 4:
		return fitBegins
	}
	return fitNone
}

// match is a name found at a place of the line.
type match struct {
	name  Name
	words int  // words of the line that it takes
	full  bool // every word of the name was typed
	fit   int  // of its worst word
}

// better compares matches: more words, then the whole name, then the better
// word.
func (m match) better(o match) bool {
	if m.words != o.words {
		return m.words > o.words
	}
	if m.full != o.full {
		return m.full
	}
	return m.fit > o.fit
}

// best is the best match at the beginning of the words, and whether it is the
// only record that fits so well.
func (find Lookup) best(ws []word) (match, bool) {
	skip := 0
	for skip < len(ws) && legalForms[ws[skip].text] {
		skip++
	}
	if find == nil || skip == len(ws) {
		return match{}, false
	}
	var best match
	rivals := false
	for _, n := range find(beginning(ws[skip].text)) {
		m := longest(n, ws[skip:])
		switch {
		case m.words == 0:
		case best.words == 0 || m.better(best):
			best, rivals = m, false
		case !best.better(m) && m.name.Ref != best.name.Ref:
			rivals = true
		}
	}
	best.words += skip
	return best, best.words > skip && !rivals
}

// longest compares all forms of a name with the words.
func longest(n Name, ws []word) (best match) {
	for _, f := range forms(n) {
		if m := along(n, f, ws); m.words > 0 && (best.words == 0 || m.better(best)) {
			best = m
		}
	}
	return best
}

// along goes along the words of one form as far as they fit. A first word that
// is too short to fit alone («Анне») needs the next one beside it.
func along(n Name, form []string, ws []word) match {
	m := match{name: n, fit: fitExact}
	for i := 0; i < len(form) && i < len(ws); i++ {
		f := fit(ws[i].text, form[i], true)
		if i > 0 && initial(ws[i], form[i]) {
			f = fitEnding
		}
		if f == fitNone {
			break
		}
		m.words, m.fit = i+1, min(m.fit, f)
	}
	if m.words == 1 && fit(ws[0].text, form[0], false) == fitNone {
		m.words = 0
	}
	m.full = m.words == len(form)
	return m
}

// initial tells whether a typed word is «А.» for Анна.
func initial(w word, name string) bool {
	return w.dot && utf8.RuneCountInString(w.text) == 1 && strings.HasPrefix(name, w.text)
}

// onlyOne are the kinds of which a line names one record.
var onlyOne = []data.Kind{data.KindClient, data.KindProject}

// takes tells whether the draft still has room for a name.
func (d *Draft) takes(n Name) bool {
	for _, have := range d.Names {
		if have.Ref == n.Ref || have.Ref.Kind == n.Ref.Kind && slices.Contains(onlyOne, n.Ref.Kind) {
			return false
		}
	}
	return true
}
