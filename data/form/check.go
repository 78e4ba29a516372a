package form

import (
	"strconv"
	"strings"

	"portfel/data"
	"portfel/data/text"
)

// Code says what is wrong with a placeholder.
type Code string

// The faults of a template.
const (
	Unknown     Code = "unknown"     // no field of that name
	UnknownList Code = "unknownList" // no list of that name
	Unclosed    Code = "unclosed"    // {{ without }}
	Unopened    Code = "unopened"    // }} without {{
	OutsideRow  Code = "outsideRow"  // a list that stands in no row of a table
	OutsideList Code = "outsideList" // a field of a list in a row without that list
	TwoLists    Code = "twoLists"    // a row with two lists
)

// Fault is something that keeps a template from being filled.
type Fault struct {
	Where       Place
	Placeholder string // as it stands in the template; of broken braces the text beside them
	Code        Code
	Suggestion  string // the name that was perhaps meant, or the list that is missing; mostly ""
}

// Sentence says the fault to a person: «Абзац 3: поля {{trip.plase}} нет.
// Может быть, {{trip.place}}?».
//
//text:prefix form.fault.
func (f Fault) Sentence(w *text.Words) string {
	s := w.F("form.fault."+string(f.Code), w.F("form.at", f.Where.In(w)), f.Placeholder)
	switch {
	case f.Suggestion == "":
	case f.Code == OutsideList:
		s += " " + w.F("form.needsList", "{{#"+f.Suggestion+"}}")
	default:
		s += " " + w.F("form.meant", f.Suggestion)
	}
	return s
}

// refused is the error of a template with faults.
func refused(faults []Fault) error {
	return data.Problem{Code: "form.faults", Args: []string{faults[0].Placeholder, strconv.Itoa(len(faults))}}
}

// Check compares the placeholders with a schema. The faults stand in the order
// of the text; none means that the template can be filled.
func (t *Template) Check(s Schema) (faults []Fault) {
	x := s.index()
	all := t.entries()
	lists := rowLists(all, x)
	for _, e := range all {
		for _, m := range e.marks {
			f := Fault{Where: e.at, Placeholder: e.written(m)}
			if f.Code, f.Suggestion = x.judge(m, e.rows, lists); f.Code != "" {
				faults = append(faults, f)
			}
		}
		for _, b := range e.broken {
			code := Unopened
			if b.opened {
				code = Unclosed
			}
			faults = append(faults, Fault{Where: e.at, Placeholder: b.text, Code: code})
		}
	}
	return faults
}

// rowLists are the lists that each row repeats by.
func rowLists(all []entry, x index) map[*node][]string {
	lists := map[*node][]string{}
	for _, e := range all {
		for _, m := range e.marks {
			if n := len(e.rows); m.sort == list && n > 0 {
				lists[e.rows[n-1]] = append(lists[e.rows[n-1]], x.name(m.name))
			}
		}
	}
	return lists
}

// judge is the fault of a placeholder, "" when there is none.
func (x index) judge(m mark, rows []*node, lists map[*node][]string) (Code, string) {
	name := x.name(m.name)
	if m.sort == list {
		switch {
		case x.items[name] == "":
			return UnknownList, x.suggest("{{#", m.name, x.listNames())
		case len(rows) == 0:
			return OutsideRow, ""
		case len(lists[rows[len(rows)-1]]) > 1:
			return TwoLists, ""
		}
		return "", ""
	}
	if m.sort != field && x.items[name] != "" { // a condition on a list
		return "", ""
	}
	home, ok := x.homes[name]
	if !ok {
		return Unknown, x.suggest("{{"+strings.TrimRight(string(rune(m.sort)), "\x00"), m.name, x.fieldNames())
	}
	if home == "" {
		return "", ""
	}
	for _, r := range rows {
		for _, l := range lists[r] {
			if l == home {
				return "", ""
			}
		}
	}
	return OutsideList, home
}

// suggest is the known name nearest to a wrong one, in braces, when it is near
// enough to be a slip.
func (x index) suggest(open, wrong string, names []string) string {
	best, least := "", max(2, len([]rune(wrong))/3)+1
	for _, n := range names {
		if d := distance(fold(n), wrong); d < least {
			best, least = n, d
		}
	}
	if best == "" {
		return ""
	}
	return open + best + "}}"
}

// distance is how many letters must be changed, left out or added (Levenshtein).
// Names of more than 64 letters are as far as they are long.
func distance(a, b string) int {
	x, y := []rune(a), []rune(b)
	if len(x) > 64 || len(y) > 64 {
		return max(len(x), len(y))
	}
	row := make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	for i := range x {
		diagonal := row[0]
		row[0] = i + 1
		for j := range y {
			cost := diagonal
			if x[i] != y[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, diagonal+1)
		}
	}
	return row[len(y)]
}
