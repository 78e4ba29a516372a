package grammar

import (
	"strings"
	"unicode"
)

// role is what a word is in a full name.
type role int

const (
	family role = iota
	given
	patronymic
	initial
)

// nameWord is a word of a full name. A kept word is never declined: a particle,
// Latin letters, «Рашид оглы».
type nameWord struct {
	text string
	role role
	kept bool
}

// particles stand before family names; kinTails end a patronymic of the east.
var (
	particles = setOf("фон ван де дер ден да ди дю дос дель ла ле аль эль бен ибн абу тер мак сан")
	kinTails  = map[string]Gender{"оглы": Masculine, "оглу": Masculine, "улы": Masculine, "углы": Masculine, "уулу": Masculine,
		"кызы": Feminine, "кизи": Feminine, "гызы": Feminine}
	// shortPatronymics are those not on -вич that are told from a family name.
	shortPatronymics = setOf("ильич кузьмич фомич лукич никитич")
)

func setOf(words string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		set[w] = true
	}
	return set
}

// parseName tells which word of a full name is what, in both orders: family
// name first, or last.
func parseName(full string) []nameWord {
	var words []nameWord
	for t := range strings.FieldsSeq(full) {
		words = append(words, nameWord{text: t, kept: !cyrillic(t)})
	}
	markInitials(words)
	plain := markSmall(words)
	at := findPatronymic(words, plain)
	if at >= 0 {
		words[plain[at]].role = patronymic
		placeAround(words, plain, at)
		return words
	}
	placeWithout(words, plain)
	return words
}

func markInitials(words []nameWord) {
	for i, w := range words {
		if isInitials(w.text) {
			words[i].role, words[i].kept = initial, true
		}
	}
}

// isInitials tells «А.», «А.С.», «А.-М.» and a single capital.
func isInitials(s string) bool {
	letters := 0
	small := true
	for _, c := range s {
		switch {
		case unicode.IsUpper(c):
			letters++
		case c == '.' || c == '-':
		default:
			small = false
		}
	}
	return small && letters > 0 && (letters == 1 || strings.Count(s, ".") >= letters)
}

// markSmall marks particles and eastern patronymics, and gives the places of
// the other words that are no initials.
func markSmall(words []nameWord) (plain []int) {
	for i, w := range words {
		l := lower(w.text)
		switch {
		case w.role == initial:
		case kinTails[l] != Unknown && i > 0 && len(plain) > 0:
			words[i].role, words[i].kept = patronymic, true
			last := plain[len(plain)-1]
			words[last].role, words[last].kept = patronymic, true
			plain = plain[:len(plain)-1]
		case particles[l] && i+1 < len(words) && l == w.text:
			words[i].kept = true
		default:
			plain = append(plain, i)
		}
	}
	return plain
}

// findPatronymic gives the place in plain, or -1. The last word is looked at
// before the middle one: Абрамович Роман Аркадьевич.
func findPatronymic(words []nameWord, plain []int) int {
	n := len(plain)
	if n >= 2 && patronymicOf(words[plain[n-1]].text, n >= 3) != Unknown {
		return n - 1
	}
	if n == 3 && patronymicOf(words[plain[1]].text, false) != Unknown {
		return 1
	}
	return -1
}

// patronymicOf is the gender that a patronymic tells; Unknown = it is none.
// In the third place any word on -ич is one.
func patronymicOf(word string, third bool) Gender {
	l := lower(word)
	for tail, g := range kinTails {
		if strings.HasSuffix(l, "-"+tail) {
			return g
		}
	}
	switch {
	case strings.HasSuffix(l, "вич"), shortPatronymics[l], third && strings.HasSuffix(l, "ич"):
		return Masculine
	case strings.HasSuffix(l, "вна"), strings.HasSuffix(l, "ична"):
		return Feminine
	}
	return Unknown
}

// placeAround gives the given name the place before the patronymic.
func placeAround(words []nameWord, plain []int, at int) {
	if at > 0 {
		words[plain[at-1]].role = given
	}
}

// placeWithout tells given from family names when there is no patronymic: by
// initials, by the list of names, else the family name stands first.
func placeWithout(words []nameWord, plain []int) {
	for _, w := range words {
		if w.role == initial {
			return
		}
	}
	switch {
	case len(plain) == 1:
		if knownName(words[plain[0]].text) != "" && len(words) == 1 {
			words[plain[0]].role = given
		}
	case len(plain) == 2 && knownName(words[plain[0]].text) != "" && knownName(words[plain[1]].text) == "":
		words[plain[0]].role = given
	default:
		for _, i := range plain[min(1, len(plain)):] {
			words[i].role = given
		}
	}
}
