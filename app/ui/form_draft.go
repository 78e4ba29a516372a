package ui

import (
	"strconv"

	"fyne.io/fyne/v2"
)

// OnForm hears of each dialog with a form as it opens, so that the window can
// bring back what was typed before it was closed. Name is that of the draft. It
// gives back how to empty what was brought, nil when nothing was. It may be nil.
var OnForm func(name string, f *Form) (again func())

// OnFormLeft hears of each dialog with a form that is given up. It may be nil.
var OnFormLeft func(name string, f *Form)

// draft is the name of the unfinished text of the dialog: its title, and the
// record that it is about.
func (d *Dialog) draft() string {
	if d.About == "" {
		return d.Title
	}
	return d.Title + " " + d.About
}

// OpenForm is the form of the dialog on top of the window with the name of its
// draft, nil if there is none.
func OpenForm(c fyne.Canvas) (name string, f *Form) {
	if o, ok := c.Overlays().Top().(*overlay); ok {
		if s, ok := o.content.(*Sheet); ok {
			return s.d.draft(), formIn(s.d.Content)
		}
	}
	return "", nil
}

// formIn finds the first form inside an object.
func formIn(o fyne.CanvasObject) *Form {
	switch x := o.(type) {
	case *Form:
		return x
	case *fyne.Container:
		for _, child := range x.Objects {
			if f := formIn(child); f != nil {
				return f
			}
		}
	}
	return nil
}

// input is a part of a form that holds an answer.
type input struct {
	get func() string
	set func(string)
}

// inputsOf are the answers inside the field of a row, in order. A pass phrase is
// none.
func inputsOf(o fyne.CanvasObject) []input {
	if x := fieldOf(o); x != nil {
		if x.Password {
			return nil
		}
		return []input{{func() string { return x.Text }, x.SetText}}
	}
	switch x := o.(type) {
	case *Choice:
		return []input{{func() string { return x.ID }, x.Set}}
	case *Check:
		return []input{{func() string { return strconv.FormatBool(x.On) }, func(s string) { x.Set(s == "true") }}}
	case *Segmented:
		if !x.Many {
			return []input{{x.Chosen, func(s string) { x.Set(s, true) }}}
		}
	case *fyne.Container:
		var out []input
		for _, child := range x.Objects {
			out = append(out, inputsOf(child)...)
		}
		return out
	}
	return nil
}

// inputs are the answers of the form by the names of the fields; further ones in
// the same field have a number after the name.
func (f *Form) inputs() map[string]input {
	out := map[string]input{}
	for _, r := range f.rows {
		for i, in := range inputsOf(r.field) {
			name := r.name
			if i > 0 {
				name += " " + strconv.Itoa(i+1)
			}
			out[name] = in
		}
	}
	return out
}

// Texts are the typed texts and the chosen options by the names of the fields.
func (f *Form) Texts() map[string]string {
	out := map[string]string{}
	for name, in := range f.inputs() {
		out[name] = in.get()
	}
	return out
}

// SetTexts brings typed texts and chosen options back without keeping them.
func (f *Form) SetTexts(texts map[string]string) {
	for name, in := range f.inputs() {
		if v, ok := texts[name]; ok {
			in.set(v)
		}
	}
}
