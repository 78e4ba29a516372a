package grammar

import (
	"strings"
	"unicode"
)

var (
	positionRules = readRules("position")
	headWords     = foldKeys(wordSets("head"))
	// agents are endings of nouns that name who does something.
	agents = []string{"тель", "щик", "чик", "ист", "олог", "граф", "атор", "итор", "ктор"}
	// joints are words behind which a further head may stand.
	joints = map[string]bool{"и": true, "/": true, "-": true, "–": true, "—": true}
)

// Position is a position in a case: its first noun with the adjectives before
// it, and further nouns behind «и», a comma, a dash or a slash. What the noun governs
// stays: «руководителя отдела управленческого учёта». «И. о. директора» stays
// whole, as it has no nominative.
func Position(position string, c Case) Form {
	words := strings.Fields(position)
	if len(words) == 0 {
		return Form{}
	}
	if c == Nominative || acting(words) {
		return Form{strings.Join(words, " "), true}
	}
	p := positionWords{words: words, c: c, looking: true}
	var forms []Form
	for i := range words {
		forms = append(forms, p.form(i))
	}
	all := join(forms, " ")
	all.Sure = all.Sure && !p.looking
	return all
}

// acting tells «и. о.», «и.о.», «врио»: the rest is in the genitive already.
func acting(words []string) bool {
	l := lower(strings.Join(words[:min(2, len(words))], ""))
	for _, s := range []string{"и.о.", "и.о", "врио", "вр.и.о", "ио"} {
		if strings.HasPrefix(l, s) && (s != "ио" && s != "врио" || lower(words[0]) == s) {
			return true
		}
	}
	return false
}

// positionWords walks along a position; looking until the head is found.
type positionWords struct {
	words   []string
	c       Case
	looking bool
}

// form is the word at i with its comma, declined as long as the head is looked
// for. An abbreviation stays.
func (p *positionWords) form(i int) Form {
	word, tail := splitTail(p.words[i])
	if !p.looking {
		if p.goesOn(i) {
			p.looking = true
		}
		return Form{p.words[i], true}
	}
	if strings.HasPrefix(tail, ".") && i+1 < len(p.words) {
		p.looking = p.leadsToHead(i + 1)
		return Form{p.words[i], true} // «гл. бухгалтер», «зам. директора»
	}
	f := p.declined(i, word)
	f.Text += tail
	if !p.looking && tail == "," && p.leadsToHead(i+1) {
		p.looking = true
	}
	return f
}

// splitTail cuts the comma and the like off a word.
func splitTail(s string) (word, tail string) {
	word = strings.TrimRightFunc(s, func(r rune) bool { return unicode.IsPunct(r) && r != ')' && r != '"' && r != '»' })
	return word, s[len(word):]
}

// goesOn tells whether after this word a further head begins: «директор и
// главный бухгалтер». «По продажам и маркетингу» does not.
func (p *positionWords) goesOn(i int) bool {
	return (joints[p.words[i]] || strings.HasSuffix(p.words[i], ",")) && p.leadsToHead(i+1)
}

// leadsToHead tells adjectives in the nominative with a known noun behind.
func (p *positionWords) leadsToHead(i int) bool {
	for ; i < len(p.words); i++ {
		word, _ := splitTail(p.words[i])
		switch {
		case knownHead(word):
			return true
		case !adjective(word):
			return false
		}
	}
	return false
}

// knownHead tells a known noun: alone, or as the last part behind a hyphen.
func knownHead(word string) bool {
	parts := strings.FieldsFunc(word, func(r rune) bool { return r == '-' || r == '/' })
	return len(parts) > 0 && headWords[foldYo(lower(parts[len(parts)-1]))] == "noun"
}

// adjective tells a word with the ending of an adjective in the nominative.
func adjective(word string) bool {
	return !knownHead(word) && cyrillic(word) && hasAnySuffix(lower(word), []string{"ый", "ий", "ой", "ая", "яя"})
}

// declined is one word before the head, or the head.
func (p *positionWords) declined(i int, word string) Form {
	person := headWords[foldYo(lower(word))] == "person"
	switch {
	case person && !p.leadsToHead(i+1):
		p.looking = false
		return apply(positionRules, word, "", p.c)
	case adjective(word):
		f := apply(positionRules, word, "", p.c)
		if i == len(p.words)-1 {
			p.looking = false
			f.Sure = false
		}
		return f
	case !strings.ContainsFunc(word, func(r rune) bool { return r >= 'А' && r <= 'я' || r == 'ё' }):
		return Form{word, false}
	}
	p.looking = false
	return p.noun(word)
}

// noun declines the parts of a noun between hyphens and slashes.
func (p *positionWords) noun(word string) Form {
	at := strings.IndexAny(word, "/-")
	if at < 0 {
		return p.part(word, true)
	}
	head, rest := p.part(word[:at], word[at] == '/'), p.noun(word[at+1:])
	return Form{head.Text + word[at:at+1] + rest.Text, head.Sure && rest.Sure}
}

// part declines one part. A first part is declined only when it is a known
// noun: бухгалтера-кассира, but бизнес-аналитика.
func (p *positionWords) part(word string, last bool) Form {
	kind := headWords[foldYo(lower(word))]
	switch {
	case kind == "noun":
		return apply(positionRules, word, "", p.c)
	case !last:
		return Form{word, kind == "prefix" || !cyrillic(word)}
	}
	f := apply(positionRules, word, "", p.c)
	f.Sure = f.Sure && hasAnySuffix(lower(word), agents)
	return f
}
