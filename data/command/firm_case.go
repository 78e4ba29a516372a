package command

import (
	"portfel/data"
	"portfel/data/grammar"
)

// PersonCase is the name or the position of a person in a case that papers need.
type PersonCase struct {
	Field string // of data.Person in lower camel case: "nameDative"
	Own   string // as the user wrote it, empty = by the rules
	Rule  string // by the rules of grammar
	Sure  bool   // false: the rule is in doubt, somebody should look at it
}

// caseField is where a case of a person stands.
type caseField struct {
	field    string
	position bool
	form     grammar.Case
	at       func(*data.Person) *string
}

var caseFields = []caseField{
	{"nameGenitive", false, grammar.Genitive, func(p *data.Person) *string { return &p.NameGenitive }},
	{"nameDative", false, grammar.Dative, func(p *data.Person) *string { return &p.NameDative }},
	{"nameAccusative", false, grammar.Accusative, func(p *data.Person) *string { return &p.NameAccusative }},
	{"nameInstrumental", false, grammar.Instrumental, func(p *data.Person) *string { return &p.NameInstrumental }},
	{"positionGenitive", true, grammar.Genitive, func(p *data.Person) *string { return &p.PositionGenitive }},
	{"positionDative", true, grammar.Dative, func(p *data.Person) *string { return &p.PositionDative }},
	{"positionAccusative", true, grammar.Accusative, func(p *data.Person) *string { return &p.PositionAccusative }},
	{"positionInstrumental", true, grammar.Instrumental, func(p *data.Person) *string { return &p.PositionInstrumental }},
}

// PersonCases are the cases of a person's name and position, names first.
func PersonCases(p data.Person) (all []PersonCase) {
	for _, c := range caseFields {
		f := grammar.Form{}
		switch {
		case !c.position:
			f = grammar.Name(p.FullName, c.form)
		case p.Position != "":
			f = grammar.Position(p.Position, c.form)
		}
		all = append(all, PersonCase{Field: c.field, Own: *c.at(&p), Rule: f.Text, Sure: f.Sure})
	}
	return all
}

// Text is the form that papers take: the user's own, else that of the rules.
func (c PersonCase) Text() string {
	if c.Own != "" {
		return c.Own
	}
	return c.Rule
}

// Doubtful tells whether the form should be looked at before it is signed.
func (c PersonCase) Doubtful() bool { return c.Own == "" && c.Rule != "" && !c.Sure }

// WithCase is the person with a case written by the user; what a sure rule gives
// anyway is kept as empty, so that it follows a changed name.
func WithCase(p data.Person, field, typed string) data.Person {
	for i, c := range PersonCases(p) {
		if c.Field != field {
			continue
		}
		if c.Sure && typed == c.Rule {
			typed = ""
		}
		*caseFields[i].at(&p) = typed
	}
	return p
}
