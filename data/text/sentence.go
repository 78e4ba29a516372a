package text

import (
	"errors"
	"regexp"
	"strings"
	"unicode"

	"portfel/data"
)

//text:prefix problem.
//text:prefix field.

// Error is what a person reads instead of an error: a sentence for each
// problem, led by the field's name where the field has one; one calm sentence
// and the error's own text for everything else.
func (w *Words) Error(err error) string {
	if err == nil {
		return ""
	}
	if s := w.mendable(err); s != "" {
		return s
	}
	switch {
	case errors.Is(err, data.ErrNotFound):
		return w.T("problem.notFound")
	case errors.Is(err, data.ErrStale):
		return w.T("problem.stale")
	}
	return w.F("problem.unexpected", err.Error())
}

// mendable is the sentences of a Problem or Problems, "" for other errors.
func (w *Words) mendable(err error) string {
	var ps data.Problems
	var p data.Problem
	switch {
	case errors.As(err, &ps):
	case errors.As(err, &p):
		ps = data.Problems{p}
	default:
		return ""
	}
	all := make([]string, len(ps))
	for i, p := range ps {
		all[i] = w.named(p)
	}
	return strings.Join(all, " ")
}

// named is the sentence of a problem led by its field: «Срок: нужна дата.».
func (w *Words) named(p data.Problem) string {
	s := w.Problem(p)
	if p.Field == "" || !w.Has("field."+p.Field) {
		return s
	}
	return w.T("field."+p.Field) + ": " + lowerFirst(s)
}

// Problem is the sentence of one problem without its field, to stand under the
// field of a form. Arguments that start with "@" are keys themselves.
func (w *Words) Problem(p data.Problem) string {
	key := "problem." + p.Code
	if !w.Has(key) {
		return w.F("problem.unexpected", p.Error())
	}
	args := make([]any, len(p.Args))
	for i, a := range p.Args {
		args[i] = w.arg(a)
	}
	if p.Code == "inUse" {
		return w.F(key, w.listed(args))
	}
	return w.F(key, args...)
}

// listed joins all arguments into one list.
func (w *Words) listed(args []any) string {
	all := make([]string, 0, len(args))
	for i, a := range args {
		if i == listedMost && len(args) > i+1 {
			all = append(all, w.F("problem.inUse.more", len(args)-i))
			break
		}
		s, _ := a.(string)
		all = append(all, s)
	}
	return w.List(all)
}

// listedMost is how many records a sentence names; the rest is counted.
const listedMost = 5

// isoDay is a day as the file stores it, inside a name.
var isoDay = regexp.MustCompile(`\b\d{4}-\d\d-\d\d\b`)

// Uses are the records that a problem "inUse" names: the word of the kind and
// the name, by itself.
func (w *Words) Uses(p data.Problem) (kinds, names []string) {
	for _, a := range p.Args {
		key, name, _ := strings.Cut(strings.TrimPrefix(a, "@"), "|")
		kinds, names = append(kinds, w.T(key)), append(names, w.days(name))
	}
	return kinds, names
}

// days writes the days inside a name as people do.
func (w *Words) days(name string) string {
	return isoDay.ReplaceAllStringFunc(name, func(s string) string {
		if d, err := data.ParseDate(s); err == nil {
			return w.Date(d)
		}
		return s
	})
}

// arg is a value for a sentence: the text of a key behind "@", with a name after
// "|" («@kind.trip|Казань» is «командировка «Казань»»), a date of the form
// 2026-11-24 and a sum of the form ₽50.00 as people write them, else as it is.
func (w *Words) arg(a string) string {
	if sum, ok := strings.CutPrefix(a, "₽"); ok {
		if m, err := data.ParseFixed(sum, 2); err == nil {
			return w.MoneyExact(data.Money(m))
		}
	}
	key, ok := strings.CutPrefix(a, "@")
	key, name, named := strings.Cut(key, "|")
	if ok && w.Has(key) {
		if named {
			if name == "" {
				return lowerFirst(w.T(key))
			}
			return lowerFirst(w.T(key)) + " " + w.Quote(w.days(name))
		}
		return w.T(key)
	}
	if d, err := data.ParseDate(a); err == nil && d != 0 {
		return w.Date(d)
	}
	return a
}

// lowerFirst makes the first letter small, unless the word is an abbreviation.
func lowerFirst(s string) string {
	r := []rune(s)
	if len(r) < 2 || !unicode.IsLower(r[1]) && r[1] != ' ' {
		return s
	}
	r[0] = unicode.ToLower(r[0])
	return string(r)
}

// Step is the label of a step of the journal with its subject: «Отмена
// командировки: Казань». The label is a text key.
func (w *Words) Step(label, subject string) string {
	if subject == "" {
		return w.T(label)
	}
	return w.T(label) + ": " + subject
}

// Undone is the line after an undo: «Отменено: Отмена командировки: Казань».
func (w *Words) Undone(label, subject string) string {
	return w.F("step.undone", w.Step(label, subject))
}

// Redone is the line after a redo.
func (w *Words) Redone(label, subject string) string {
	return w.F("step.redone", w.Step(label, subject))
}

// List joins words as speech does: «а», «а и б», «а, б и в».
func (w *Words) List(items []string) string {
	switch n := len(items); n {
	case 0:
		return ""
	case 1:
		return items[0]
	default:
		return strings.Join(items[:n-1], ", ") + " " + w.T("list.and") + " " + items[n-1]
	}
}

// Join joins the parts of a line by a middle dot and leaves out empty ones:
// «Вектор-Строй · критический путь».
func Join(parts ...string) string {
	var kept []string
	for _, p := range parts {
		if p != "" {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, " · ")
}

// Quote puts a name into the quotes of the language: «…», “…”.
func (w *Words) Quote(s string) string {
	if w.ru() {
		return "«" + s + "»"
	}
	return "“" + s + "”"
}
