package grammar

import "strings"

var (
	townRules = readRules("town")
	// townJoints are the middle parts of Ростов-на-Дону.
	townJoints = setOf("на под у при")
	townSigns  = setOf("г. г гор. пос. п. пгт с. д. ст.")
)

// Town is a town or a country in a case. «г.» before it and what follows a
// comma or a bracket stay: «г. Москвы», «Москвы (SVO)».
func Town(town string, c Case) Form {
	name, rest := splitPlace(strings.Join(strings.Fields(town), " "))
	if name == "" || c == Nominative {
		return Form{name + rest, c == Nominative && name != ""}
	}
	words := strings.Split(name, " ")
	byNoun := len(words) == 2 && adjectiveTown(words[1]) // Ростов Великий
	var forms []Form
	for i, w := range words {
		forms = append(forms, townWord(w, c, i == len(words)-1 || byNoun))
	}
	f := join(forms, " ")
	return Form{f.Text + rest, f.Sure && !strings.HasPrefix(rest, ",")}
}

// Into is where one goes: «в Химки», «во Владимир», «на Кипр».
func Into(town string) Form { return placed(town, Accusative) }

// In is where one is: «в Химках», «во Владимире», «на Кипре».
func In(town string) Form { return placed(town, Prepositional) }

// From is where one comes from: «из Химок», «с Кипра».
func From(town string) Form { return placed(town, Genitive) }

func placed(town string, c Case) Form {
	f := Town(town, c)
	if f.Text == "" {
		return f
	}
	name, _ := splitPlace(strings.Join(strings.Fields(town), " "))
	r, _ := townRules.find(lower(name), "")
	f.Text = preposition(lower(f.Text), c, r.island) + " " + f.Text
	return f
}

func preposition(place string, c Case, island bool) string {
	switch {
	case island && c == Genitive:
		return "с"
	case island:
		return "на"
	case c == Genitive:
		return "из"
	case crowded(place):
		return "во"
	}
	return "в"
}

// crowded tells в or ф with a consonant behind, and Льв-, before which «в» is
// «во».
func crowded(place string) bool {
	letters := []rune(place)
	if strings.HasPrefix(place, "льв") {
		return true
	}
	return len(letters) > 1 && (letters[0] == 'в' || letters[0] == 'ф') && endsHard(string(letters[:2]))
}

// splitPlace cuts off what stands behind a comma or in brackets.
func splitPlace(town string) (name, rest string) {
	at := strings.IndexAny(town, ",(")
	if at < 0 {
		return town, ""
	}
	name = strings.TrimRight(town[:at], " ")
	return name, town[len(name):]
}

// townWord declines one word of a name. Before the last word only adjectives
// are: Нижний Новгород, Сергиев Посад.
func townWord(word string, c Case, last bool) Form {
	l := lower(word)
	switch {
	case townSigns[l], cyrillic(word) && syllables(l) == 0: // «г.», СПб
		return Form{word, true}
	case !last && l != "город" && !adjectiveTown(word):
		return Form{word, false}
	case strings.Contains(word, "-") && townRules.whole[l] == nil:
		return townParts(strings.Split(word, "-"), c)
	}
	return inanimate(townRules, word, c)
}

// townParts declines a name with hyphens: before «на» the first part, with an
// adjective at the end all parts, else the last part.
func townParts(parts []string, c Case) Form {
	var forms []Form
	joint := len(parts) > 2 && townJoints[lower(parts[1])]
	all := len(parts) == 2 && adjectiveTown(parts[1])
	for i, part := range parts {
		if joint && i == 0 || !joint && (all || i == len(parts)-1) {
			forms = append(forms, inanimate(townRules, part, c))
		} else {
			forms = append(forms, Form{part, true})
		}
	}
	return join(forms, "-")
}

func adjectiveTown(word string) bool {
	r, ok := townRules.find(lower(word), "")
	return ok && r.adjective
}

// inanimate is apply for things: only the feminine has an accusative of its own.
func inanimate(rs rules, word string, c Case) Form {
	r, ok := rs.find(lower(word), "")
	if ok && c == Accusative && r.gender != "f" && cyrillic(word) {
		return Form{word, !r.unsure}
	}
	return apply(rs, word, "", c)
}
