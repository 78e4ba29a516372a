package desktest

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

// Press sends keys to what has the keyboard.
func (d *Desk) Press(keys ...fyne.KeyName) {
	d.T.Helper()
	for _, k := range keys {
		f := d.Canvas().Focused()
		if f == nil {
			d.T.Fatalf("%s: nothing has the keyboard", k)
		}
		f.TypedKey(&fyne.KeyEvent{Name: k})
	}
}

// Type sends letters to what has the keyboard; the first one may open a field,
// which then has the keyboard.
func (d *Desk) Type(s string) {
	d.T.Helper()
	for _, r := range s {
		f := d.Canvas().Focused()
		if f == nil {
			d.T.Fatalf("%q: nothing has the keyboard", s)
		}
		f.TypedRune(r)
	}
}

// Replace types over the text of the open field.
func (d *Desk) Replace(s string) {
	d.T.Helper()
	f, ok := d.Canvas().Focused().(interface {
		fyne.Focusable
		TypedShortcut(fyne.Shortcut)
	})
	if !ok {
		d.T.Fatalf("%q: no field has the keyboard", s)
	}
	f.TypedShortcut(&fyne.ShortcutSelectAll{})
	d.Press(fyne.KeyBackspace)
	d.Type(s)
}

// Seen is every text of the window, or of the dialog over it, in the order of
// drawing, joined by spaces. A line that wraps is so one sentence again.
func (d *Desk) Seen() string {
	if top := d.Canvas().Overlays().Top(); top != nil {
		return Words(top)
	}
	return Words(d.Canvas().Content())
}

// Words is every text of an object, joined by spaces.
func Words(o fyne.CanvasObject) string {
	var all []string
	read(o, &all)
	return strings.ReplaceAll(strings.Join(all, " "), "\u00a0", " ")
}

func read(o fyne.CanvasObject, all *[]string) {
	if o == nil || !o.Visible() {
		return
	}
	switch x := o.(type) {
	case *canvas.Text:
		*all = append(*all, x.Text)
	case *fyne.Container:
		for _, c := range x.Objects {
			read(c, all)
		}
	case fyne.Widget:
		for _, c := range test.WidgetRenderer(x).Objects() {
			read(c, all)
		}
	}
}
