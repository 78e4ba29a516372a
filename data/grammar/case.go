package grammar

// Case is one of the six cases.
type Case int

// The cases in the order of the school.
const (
	Nominative    Case = iota // кто
	Genitive                  // кого
	Dative                    // кому
	Accusative                // кого
	Instrumental              // кем
	Prepositional             // о ком
)

// Cases lists the cases in the order of the school.
var Cases = []Case{Nominative, Genitive, Dative, Accusative, Instrumental, Prepositional}

// Gender is the grammatical gender; the zero value is not known.
type Gender int

// The genders.
const (
	Unknown Gender = iota
	Masculine
	Feminine
	Neuter
)

// Form is a form made by the rules. Sure is false when somebody should look at
// it before it goes on paper.
type Form struct {
	Text string
	Sure bool
}

// join puts forms together with a separator; one unsure part makes all unsure.
func join(parts []Form, separator string) Form {
	all := Form{Sure: true}
	for i, p := range parts {
		if i > 0 {
			all.Text += separator
		}
		all.Text += p.Text
		all.Sure = all.Sure && p.Sure
	}
	return all
}
