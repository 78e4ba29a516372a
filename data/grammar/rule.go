package grammar

import (
	"strings"
	"unicode/utf8"
)

// declension is a row of declension.tsv: how many letters of the nominative
// are cut off, and the endings of the other five cases.
type declension struct {
	cut       int
	ends      [6]string
	adjective bool // its name says so: adj, fadj, nadj, padj, poss
}

// same marks a case that is the nominative.
const same = "="

var declensions = readDeclensions()

func readDeclensions() map[string]declension {
	all := map[string]declension{}
	for _, row := range rows("declension") {
		var d declension
		if row[1] != "-" {
			d.cut = utf8.RuneCountInString(row[1])
		}
		for c := Genitive; c <= Prepositional; c++ {
			d.ends[c] = strings.TrimPrefix(row[1+c], "-")
		}
		d.adjective = strings.Contains(row[0], "adj") || row[0] == "poss"
		all[row[0]] = d
	}
	return all
}

// rule is one pattern of a table of rules.
type rule struct {
	gender string // m, f, n, p, or * for any
	declension
	stem    string // instead of the nominative without its cut letters
	plural  string // the genitive of a plural, when no ending makes it
	unsure  bool
	byVoice bool // only the instrumental is unsure: the stress decides it
	island  bool // «на» and «с», not «в» and «из»
}

// rules is a table of rules: by whole word, by the end of a word of one
// syllable, by the end of any word.
type rules struct {
	whole, short, ending map[string][]rule
}

func readRules(name string) rules {
	rs := rules{map[string][]rule{}, map[string][]rule{}, map[string][]rule{}}
	for _, row := range rows(name) {
		r := readRule(row)
		for pattern := range strings.FieldsSeq(row[0]) {
			switch pattern[0] {
			case '^':
				rs.whole[pattern[1:]] = append(rs.whole[pattern[1:]], r)
			case '1':
				rs.short[pattern[1:]] = append(rs.short[pattern[1:]], r)
			default:
				rs.ending[pattern] = append(rs.ending[pattern], r)
			}
		}
	}
	return rs
}

func readRule(row []string) rule {
	d, ok := declensions[cell(row, 2)]
	if !ok {
		panic("grammar: no declension " + strings.Join(row, " "))
	}
	r := rule{gender: row[1], declension: d}
	for note := range strings.FieldsSeq(cell(row, 3)) {
		key, value, _ := strings.Cut(note, "=")
		switch key {
		case "stem":
			r.stem = value
		case "gen":
			r.plural = value
		case "?":
			r.unsure = true
		case "на":
			r.island = true
		case "?ins":
			r.byVoice = true
		default:
			panic("grammar: unknown note " + note)
		}
	}
	return r
}

// find is the rule for a word in lower case and a gender; empty = any gender.
func (rs rules) find(word, gender string) (rule, bool) {
	if r, ok := pick(rs.whole[word], gender); ok {
		return r, true
	}
	if syllables(word) == 1 {
		if r, ok := longest(rs.short, word, gender); ok {
			return r, true
		}
	}
	return longest(rs.ending, word, gender)
}

func longest(by map[string][]rule, word, gender string) (rule, bool) {
	for i := range word {
		if r, ok := pick(by[word[i:]], gender); ok {
			return r, true
		}
	}
	return rule{}, false
}

func pick(list []rule, gender string) (rule, bool) {
	for _, r := range list {
		if gender == "" || r.gender == "*" || r.gender == gender {
			return r, true
		}
	}
	return rule{}, false
}

// form makes a case of a word in lower case.
func (r rule) form(word string, c Case) Form {
	sure := !r.unsure && (c != Instrumental || !r.byVoice)
	end := r.ends[c]
	switch {
	case c == Nominative:
		return Form{word, true}
	case end == same:
		return Form{word, sure}
	case c == Genitive && r.plural != "":
		return Form{r.plural, sure}
	case r.stem != "":
		return Form{r.stem + end, sure}
	}
	letters := []rune(word)
	return Form{string(letters[:max(0, len(letters)-r.cut)]) + end, sure}
}

func syllables(word string) int {
	n := 0
	for _, c := range word {
		if strings.ContainsRune("аеёиоуыэюя", c) {
			n++
		}
	}
	return n
}
