package grammar

import "strings"

var (
	familyRules = readRules("family")
	givenRules  = readRules("given")
	// stiffParts are first parts of double names that are never declined.
	stiffParts = setOf("бонч тер бен нур мак ван фон аль эль дер сан сен жан абд абу ибн хан кара абдул абдель шах мирза " +
		"гасан мелик книппер корвин шолом вар белиц призван")
	// eastTails are last parts before which nothing is declined: Ахмед-хана.
	eastTails = setOf("хан бек али оол гирей шах мамед")
)

// Name is a full name in a case: family name, given name, patronymic in either
// order, any of them as initials. The nominative is the name itself.
func Name(full string, c Case) Form {
	words := parseName(full)
	if len(words) == 0 {
		return Form{}
	}
	p := personOf(words)
	var forms []Form
	for _, w := range words {
		forms = append(forms, p.form(w, c))
	}
	return join(forms, " ")
}

// Short is the family name in a case with initials behind it: «Кузнецову А. С.».
func Short(full string, c Case) Form {
	name, initials := shortParts(full, c)
	name.Text = strings.TrimSpace(name.Text + " " + initials)
	return name
}

// InitialsFirst is the family name in a case with initials before it, as under
// a signature: «А. С. Кузнецовой».
func InitialsFirst(full string, c Case) Form {
	name, initials := shortParts(full, c)
	name.Text = strings.TrimSpace(initials + " " + name.Text)
	return name
}

// shortParts splits off the initials. A name without a family name stays whole.
func shortParts(full string, c Case) (Form, string) {
	words := parseName(full)
	p := personOf(words)
	var names []Form
	var initials []string
	for _, w := range words {
		switch l := lower(w.text); {
		case w.role == family:
			names = append(names, p.form(w, c))
		case w.role == initial:
			initials = append(initials, spaced(w.text)...)
		case kinTails[l] == Unknown:
			initials = append(initials, firstLetters(w.text))
		}
	}
	if len(names) == 0 {
		return Name(full, c), ""
	}
	return join(names, " "), strings.Join(initials, " ")
}

// spaced turns «А.С.» into «А.» and «С.».
func spaced(initials string) (all []string) {
	for part := range strings.SplitSeq(initials, ".") {
		if part != "" {
			all = append(all, part+".")
		}
	}
	for i := len(all) - 1; i > 0; i-- {
		if strings.HasPrefix(all[i], "-") {
			all[i-1] += all[i]
			all = append(all[:i], all[i+1:]...)
		}
	}
	return all
}

// firstLetters is the initial of a name, of each part of a double one: «А.-М.».
func firstLetters(name string) string {
	var letters []string
	for part := range strings.SplitSeq(name, "-") {
		if part != "" && kinTails[lower(part)] == Unknown {
			letters = append(letters, capital(string([]rune(part)[:1]))+".")
		}
	}
	return strings.Join(letters, "-")
}

// person is what the whole name says about each of its words.
type person struct {
	gender Gender
	sure   bool
	told   bool // a patronymic or a known given name stands in it
}

func personOf(words []nameWord) person {
	g, sure := genderOf(words)
	p := person{gender: g, sure: sure}
	for _, w := range words {
		known := w.role == given && knownName(w.text) != ""
		p.told = p.told || known || w.role == patronymic || w.role == initial
	}
	return p
}

// form makes the case of one word.
func (p person) form(w nameWord, c Case) Form {
	if c == Nominative || w.kept {
		return Form{w.text, c == Nominative || w.role != given && w.role != family || particles[w.text]}
	}
	if w.role == family {
		return p.double(w.text, c, familyRules)
	}
	f := p.double(w.text, c, givenRules)
	f.Sure = f.Sure && (w.role == patronymic || p.told)
	return f
}

// double declines the parts of a name between hyphens.
func (p person) double(word string, c Case, rs rules) Form {
	parts := strings.Split(word, "-")
	var forms []Form
	for i, part := range parts {
		l := lower(part)
		last := i == len(parts)-1
		switch {
		case part == "", kinTails[l] != Unknown, !last && stiffParts[l], eastern(parts, i):
			forms = append(forms, Form{part, true})
		default:
			f := p.word(part, c, rs)
			plain := last || rs.whole[l] != nil || hasAnySuffix(l, menEndings) || hasAnySuffix(l, womenEndings) || !endsHard(l)
			f.Sure = f.Sure && (plain || p.gender == Feminine || knownName(l) != "")
			forms = append(forms, f)
		}
	}
	return join(forms, "-")
}

// eastern tells a part that stands before «-оглы» or «-хан»: it is not declined.
func eastern(parts []string, i int) bool {
	if i+1 >= len(parts) {
		return false
	}
	next := lower(parts[i+1])
	return kinTails[next] != Unknown || eastTails[next]
}

// word declines one part. Without a gender a form counts only where men and
// women have the same; else the word is kept and unsure.
func (p person) word(part string, c Case, rs rules) Form {
	if p.gender == Unknown {
		m, f := apply(rs, part, "m", c), apply(rs, part, "f", c)
		if m.Text == f.Text {
			return Form{m.Text, m.Sure && f.Sure}
		}
		return Form{part, false}
	}
	sign := "m"
	if p.gender == Feminine {
		sign = "f"
	}
	f := apply(rs, part, sign, c)
	f.Sure = f.Sure && (p.sure || f.Text == apply(rs, part, otherSign[sign], c).Text)
	return f
}

var otherSign = map[string]string{"m": "f", "f": "m"}

// apply declines a word by a table; without a rule it is kept and unsure.
func apply(rs rules, word, gender string, c Case) Form {
	l := lower(word)
	r, ok := rs.find(l, gender)
	if !ok || !cyrillic(word) {
		return Form{word, c == Nominative}
	}
	f := r.form(l, c)
	f.Text = recase(f.Text, word)
	return f
}
