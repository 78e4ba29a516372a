package place

import (
	"strings"
	"sync"
	"unicode"

	"portfel/assets"
	"portfel/data"
)

// Place is a town of the table. Code is the airport that was written, empty
// when only the town was named.
type Place struct {
	City    string   // in Russian
	English string   // in English
	Codes   []string // IATA codes of its airports, the main one first
	Zone    string   // IANA zone
	Code    string
}

// Find is the town or airport that a text names, and whether there is one. The
// first name of the text counts; of two names that begin at the same word, the
// longer one: «Нижний Новгород» is not «Новгород».
func Find(s string) (Place, bool) {
	t := table()
	if p, ok := t.code(s); ok {
		return p, true
	}
	words := wordsOf(s)
	for i := range words {
		for n := min(maxWords, len(words)-i); n > 0; n-- {
			if k, ok := t.names[strings.Join(words[i:i+n], " ")]; ok {
				return t.places[k], true
			}
		}
	}
	return Place{}, false
}

// Zone is the IANA zone of the place that a text names, "" when it is unknown.
func Zone(s string) string {
	p, _ := Find(s)
	return p.Zone
}

// Code is the airport code that a text names, "" when there is none.
func Code(s string) string {
	p, _ := Find(s)
	return p.Code
}

// All lists the towns in the order of the table.
func All() []Place { return table().places }

// Name is the town in Russian or in English.
func (p Place) Name(english bool) string {
	if english {
		return p.English
	}
	return p.City
}

// Title is the town with its airport as a route shows it: «Москва (SVO)».
func (p Place) Title(english bool) string {
	if p.Code == "" {
		return p.Name(english)
	}
	return p.Name(english) + " (" + p.Code + ")"
}

// towns is the table with its indexes.
type towns struct {
	places []Place
	names  map[string]int // folded words joined by spaces
	codes  map[string]int
}

// maxWords is the longest name in words: Ho Chi Minh City has four.
const maxWords = 4

var table = sync.OnceValue(func() *towns {
	t := &towns{names: map[string]int{}, codes: map[string]int{}}
	lines := strings.Split(strings.TrimSpace(string(assets.City)), "\n")
	for _, l := range lines[1:] {
		t.add(strings.Split(strings.TrimRight(l, "\r"), "\t"))
	}
	return t
})

// add takes one row: city, english, airports, names, zone.
func (t *towns) add(f []string) {
	if len(f) != 5 {
		panic("shipped table of towns: a row has not five columns")
	}
	k := len(t.places)
	t.places = append(t.places, Place{City: f[0], English: f[1], Codes: strings.Fields(f[2]), Zone: f[4]})
	for _, c := range t.places[k].Codes {
		t.codes[c] = k
	}
	for _, n := range append([]string{f[0], f[1]}, strings.Split(f[3], ";")...) {
		key := strings.Join(wordsOf(n), " ")
		if _, taken := t.names[key]; key != "" && !taken {
			t.names[key] = k
		}
	}
}

// code finds an airport code in the text.
func (t *towns) code(s string) (Place, bool) {
	alone := strings.ToUpper(strings.TrimSpace(s))
	for _, w := range append(strings.FieldsFunc(s, notLetter), alone) {
		if k, ok := t.codes[w]; ok {
			p := t.places[k]
			p.Code = w
			return p, true
		}
	}
	return Place{}, false
}

func notLetter(r rune) bool { return !unicode.IsLetter(r) }

// wordsOf are the folded words of a text; signs only part them.
func wordsOf(s string) []string {
	return strings.FieldsFunc(data.Fold(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}
