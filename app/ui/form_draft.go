package ui

import "fyne.io/fyne/v2"

// OnForm hears of each dialog with a form as it opens, so that the window can
// bring back what was typed before it was closed. It may be nil.
var OnForm func(title string, f *Form)

// OpenForm is the form of the dialog on top of the window, nil if there is none.
func OpenForm(c fyne.Canvas) (title string, f *Form) {
	if o, ok := c.Overlays().Top().(*overlay); ok {
		if s, ok := o.content.(*Sheet); ok {
			return s.d.Title, formIn(s.d.Content)
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

// Texts are the typed texts and the chosen options by the names of the fields.
func (f *Form) Texts() map[string]string {
	out := map[string]string{}
	for _, r := range f.rows {
		if x := fieldOf(r.field); x != nil {
			out[r.name] = x.Text
		} else if c, ok := r.field.(*Choice); ok {
			out[r.name] = c.ID
		}
	}
	return out
}

// SetTexts brings typed texts and chosen options back without keeping them.
func (f *Form) SetTexts(texts map[string]string) {
	for _, r := range f.rows {
		v, ok := texts[r.name]
		if !ok {
			continue
		}
		if x := fieldOf(r.field); x != nil {
			x.SetText(v)
		} else if c, ok := r.field.(*Choice); ok {
			c.Set(v)
		}
	}
}
