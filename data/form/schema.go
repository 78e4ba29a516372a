package form

import (
	"maps"
	"slices"

	"portfel/data/text"
)

// Schema is which fields a paper knows. It is also what the help of the
// settings shows.
type Schema struct {
	Code   string // of the paper: "order"; its template is assets/form/<language>/<code>.docx
	Fields []Def
	Lists  []List
}

// Def is a field that a template may name.
type Def struct {
	Name string // "trip.place"
	RU   string // the same in Russian: "поездка.место"
}

// List is a table of records that a row of a template may repeat by. Each
// record besides has <item>.n, its number from 1.
type List struct {
	Def
	Item   string // prefix of its fields: "expense"
	Fields []Def  // full names
}

// Title is the name of the paper: «Авансовый отчёт».
//
//text:prefix form.title.
func (s Schema) Title(w *text.Words) string { return w.T("form.title." + s.Code) }

// Explain says what a field means: «куда едет: населённый пункт».
//
//text:prefix form.field.
func (d Def) Explain(w *text.Words) string { return w.T("form.field." + d.Name) }

// Written is the placeholder in the language of the words.
func (d Def) Written(w *text.Words) string {
	if w.Lang() == text.RU && d.RU != "" {
		return "{{" + d.RU + "}}"
	}
	return "{{" + d.Name + "}}"
}

// index is a schema to look up in.
type index struct {
	names map[string]string // folded, English or Russian -> Name
	items map[string]string // list -> prefix of its fields
	homes map[string]string // field -> its list, "" for a field of the paper
}

func (s Schema) index() index {
	x := index{map[string]string{}, map[string]string{}, map[string]string{}}
	for _, d := range s.Fields {
		x.add(d, "")
	}
	for _, l := range s.Lists {
		x.call(l.Def)
		x.items[l.Name] = l.Item
		for _, d := range l.Fields {
			x.add(d, l.Name)
		}
	}
	return x
}

func (x index) add(d Def, home string) {
	x.call(d)
	x.homes[d.Name] = home
}

func (x index) call(d Def) {
	x.names[fold(d.Name)] = d.Name
	if d.RU != "" {
		x.names[fold(d.RU)] = d.Name
	}
}

// name is the English name of what a template calls so, or the same when it is
// unknown.
func (x index) name(folded string) string {
	if n, ok := x.names[folded]; ok {
		return n
	}
	return folded
}

// listNames and fieldNames are all spellings, sorted.
func (x index) listNames() []string { return x.spellings(true) }

func (x index) fieldNames() []string { return x.spellings(false) }

func (x index) spellings(lists bool) (all []string) {
	for _, spelled := range slices.Sorted(maps.Keys(x.names)) {
		if _, isList := x.items[x.names[spelled]]; isList == lists {
			all = append(all, spelled)
		}
	}
	return all
}
