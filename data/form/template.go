package form

import (
	"bytes"
	"cmp"
	"slices"

	"portfel/data"
)

// Template is a DOCX with placeholders.
type Template struct {
	pack  *pack
	parts []source
}

// source is a part of the document that holds text.
type source struct {
	name string
	part Part
	xml  []byte
}

// Field is a placeholder of a template.
type Field struct {
	Name  string // without braces and sign, in lower case: "trip.place", "поездка.место"
	Where Place
}

// textParts are the relations of the main part whose targets hold text.
var textParts = map[string]Part{"header": Header, "footer": Footer, "footnotes": Footnote, "endnotes": Endnote}

// Open reads a DOCX; the bytes must not change as long as the template is used.
// Errors are data.Problem: "form.large" (megabytes), "form.notDocx", "form.old"
// (a DOC, or with a password), "form.odt", "form.kind" (with macros, or a DOTX),
// "form.damaged" (the part that cannot be read).
func Open(b []byte) (*Template, error) {
	p, err := openPack(b)
	if err != nil {
		return nil, err
	}
	t := &Template{pack: p}
	if err := t.take(p.main, Body); err != nil {
		return nil, err
	}
	ids := make([]string, 0, len(p.rels))
	for id, r := range p.rels {
		if textParts[r.kind] != "" && p.parts[r.target] != nil {
			ids = append(ids, id)
		}
	}
	slices.SortFunc(ids, func(a, b string) int {
		return cmp.Or(cmp.Compare(p.rels[a].target, p.rels[b].target), cmp.Compare(a, b))
	})
	for _, id := range ids {
		if err := t.take(p.rels[id].target, textParts[p.rels[id].kind]); err != nil {
			return nil, err
		}
	}
	return t, nil
}

// maxText bounds the parts of text together.
const maxText = 2 * maxPart

// take reads a part and looks whether it is sound.
func (t *Template) take(name string, part Part) error {
	total := 0
	for _, s := range t.parts {
		if s.name == name {
			return nil
		}
		total += len(s.xml)
	}
	b, err := t.pack.bytes(name)
	if err != nil {
		return err
	}
	if total+len(b) > maxText {
		return damaged(name)
	}
	root, err := parse(b)
	if err != nil || part == Body && root.kid("w:document", "w:body") == nil {
		return damaged(name)
	}
	t.parts = append(t.parts, source{name, part, b})
	return nil
}

// entries lists all paragraphs: those of the text first, then headers, footers
// and notes.
func (t *Template) entries() (all []entry) {
	for _, s := range t.parts {
		root, err := parse(s.xml)
		if err != nil {
			continue // it was sound when the template was opened
		}
		all = append(all, entries(root, s.part)...)
	}
	return all
}

// Fields lists the placeholders in the order of the text.
func (t *Template) Fields() (all []Field) {
	for _, e := range t.entries() {
		for _, m := range e.marks {
			all = append(all, Field{m.name, e.at})
		}
	}
	return all
}

// Values is what a template is filled with, by the names of the schema. A name
// that is missing is empty.
type Values struct {
	Text  map[string]string
	Lists map[string][]map[string]string // a record has full names: "expense.sum"
}

// Limits of what is filled in.
const (
	MaxRecords = 5_000     // of one list
	maxOut     = 64 << 20  // bytes of a filled part
	maxGrown   = 1_000_000 // nodes of a filled part
)

// Fill puts values into the placeholders and gives a new DOCX. "\n" in a value
// begins a line, "\t" is a tab. A template with faults is refused:
// "form.faults" (the first placeholder, how many faults); so is a list that is
// too long: "form.many" (limit).
func (t *Template) Fill(s Schema, v Values) ([]byte, error) {
	if faults := t.Check(s); len(faults) > 0 {
		return nil, refused(faults)
	}
	for _, l := range v.Lists {
		if len(l) > MaxRecords {
			return nil, manyRecords()
		}
	}
	changed := map[string][]byte{}
	for _, part := range t.parts {
		b, err := fillPart(part, s, v)
		if err != nil {
			return nil, err
		}
		if !bytes.Equal(b, part.xml) {
			changed[part.name] = b
		}
	}
	return t.pack.repack(changed)
}

func fillPart(part source, s Schema, v Values) ([]byte, error) {
	root, err := parse(part.xml)
	if err != nil {
		return nil, damaged(part.name)
	}
	f := &filler{schema: s.index(), values: v}
	f.kids(root, scope{})
	if f.grown > maxGrown {
		return nil, manyRecords()
	}
	var b bytes.Buffer
	root.write(&b)
	if b.Len() > maxOut {
		return nil, manyRecords()
	}
	return b.Bytes(), nil
}

func manyRecords() error {
	return data.Problem{Code: "form.many", Args: []string{"5000"}}
}
