package command

import (
	"strings"

	"portfel/data"
	"portfel/data/form"
	"portfel/data/text"
)

// PaperNote is something about a paper that somebody should look at before it is
// signed.
type PaperNote struct {
	Code  string // "case", "number", "detail", "lost"
	Field string // of the record to mend: "nameDative"
	Args  []string
	Ref   data.Ref // the record to mend, if any
}

// Sentence is the note for a person.
//
//text:prefix paper.note.
func (n PaperNote) Sentence(w *text.Words) string {
	args := make([]any, len(n.Args))
	for i, a := range n.Args {
		args[i] = a
		if key, ok := strings.CutPrefix(a, "@"); ok {
			args[i] = w.T(key)
		}
	}
	return w.F("paper.note."+n.Code, args...)
}

// uses tells which fields of the schema a template names.
func uses(t *form.Template, s form.Schema) map[string]bool {
	written := map[string]bool{}
	for _, f := range t.Fields() {
		written[fieldKey(f.Name)] = true
	}
	used := map[string]bool{}
	for _, d := range s.Fields {
		used[d.Name] = written[fieldKey(d.Name)] || written[fieldKey(d.RU)]
	}
	return used
}

// fieldKey is a name of a field without case, spaces and ё.
func fieldKey(s string) string { return strings.Join(strings.Fields(data.Fold(s)), " ") }

// caseOf says which field of a paper shows which case of the traveller.
var caseOf = map[string]string{"person.name_genitive": "nameGenitive", "person.name_dative": "nameDative",
	"person.position_genitive": "positionGenitive", "person.position_dative": "positionDative"}

// doubts notes the forms of names in this template of which the rules are not
// sure.
func (p *paper) doubts(t *form.Template) {
	used := uses(t, p.schema)
	shown := map[string]bool{}
	for field, c := range caseOf {
		shown[c] = used[field]
	}
	if p.w.Lang() == text.EN || p.f.Person.ID.IsZero() {
		return
	}
	for _, c := range PersonCases(p.f.Person) {
		if shown[c.Field] && c.Doubtful() {
			p.note(PaperNote{Code: "case", Field: c.Field, Args: []string{"@field." + c.Field, c.Rule}, Ref: data.RefTo(data.KindPerson, p.f.Person.ID)})
		}
	}
}
