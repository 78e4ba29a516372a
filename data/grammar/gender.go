package grammar

import "strings"

var givenNames = foldKeys(wordSets("known"))

// foldKeys lets a list be found by ё written as е.
func foldKeys(set map[string]string) map[string]string {
	folded := map[string]string{}
	for w, g := range set {
		folded[foldYo(w)] = g
	}
	return folded
}

func foldYo(s string) string { return strings.ReplaceAll(s, "ё", "е") }

// knownName is m, f or * for a given name of the list, else empty.
func knownName(word string) string { return givenNames[foldYo(lower(word))] }

// GenderOf is the gender that a full name tells, and whether that is sure:
// by the patronymic, the given name, the family name, in this order.
func GenderOf(full string) (g Gender, sure bool) { return genderOf(parseName(full)) }

func genderOf(words []nameWord) (Gender, bool) {
	byGiven, known := givenGender(words)
	byFamily := familyGender(words)
	for _, w := range words {
		if w.role != patronymic {
			continue
		}
		if g := tailGender(w.text); g != Unknown {
			return g, !known || byGiven == Unknown || byGiven == g
		}
	}
	switch {
	case known && byGiven != Unknown:
		return byGiven, byFamily == Unknown || byFamily == byGiven
	case byFamily != Unknown:
		return byFamily, true
	}
	return byGiven, false
}

func tailGender(word string) Gender {
	if g := kinTails[lower(word)]; g != Unknown {
		return g
	}
	return patronymicOf(word, true)
}

// givenGender is told by the list of names, else guessed by the ending.
func givenGender(words []nameWord) (g Gender, known bool) {
	for _, w := range words {
		if w.role != given || w.kept {
			continue
		}
		switch l := lower(w.text); {
		case knownName(l) != "":
			return genderSign[knownName(l)], true
		case strings.HasSuffix(l, "а"), strings.HasSuffix(l, "я"):
			return Feminine, false
		case endsHard(l):
			return Masculine, false
		}
	}
	return Unknown, false
}

var genderSign = map[string]Gender{"m": Masculine, "f": Feminine}

func endsHard(l string) bool {
	last := []rune(l)
	return len(last) > 0 && strings.ContainsRune("бвгджзйклмнпрстфхцчшщ", last[len(last)-1])
}

var (
	menEndings   = []string{"ов", "ев", "ёв", "ин", "ын", "ский", "цкий", "ской", "цкой", "ый"}
	womenEndings = []string{"ова", "ева", "ёва", "ина", "ына", "ская", "цкая", "ая", "яя"}
)

// familyGender is told by the endings of Russian family names; a name that is
// a noun (Калина, Сова) or foreign (Грин) tells nothing.
func familyGender(words []nameWord) Gender {
	for _, w := range words {
		if w.role != family || w.kept {
			continue
		}
		parts := strings.Split(lower(w.text), "-")
		if g := endingGender(parts[len(parts)-1]); g != Unknown {
			return g
		}
	}
	return Unknown
}

func endingGender(l string) Gender {
	if len(familyRules.whole[l]) > 0 || syllables(l) < 2 && l != "львов" {
		return Unknown
	}
	if hasAnySuffix(l, womenEndings) {
		return Feminine
	}
	if hasAnySuffix(l, menEndings) {
		return Masculine
	}
	return Unknown
}

func hasAnySuffix(s string, ends []string) bool {
	for _, e := range ends {
		if strings.HasSuffix(s, e) {
			return true
		}
	}
	return false
}
