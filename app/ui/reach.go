package ui

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
)

// lastPlace is where the widget stood that took the keyboard last, on the canvas.
var lastPlace fyne.Position

// came remembers where the keyboard came to.
func came(o fyne.CanvasObject) {
	lastPlace = placeOf(o)
	if top != nil && !standing(o) {
		lastPlace = top.placeOfNew(o)
	}
	if c := canvasOf(o); c != nil {
		if over, ok := c.Overlays().Top().(*overlay); ok {
			if s, ok := over.content.(*Sheet); ok {
				s.reveal(o)
			}
		}
	}
	if top != nil && !top.snack.Hidden {
		later(0, top.dodge) // the toolkit says who has the keyboard only after this
	}
}

// unseen is shown nowhere.
var unseen fyne.CanvasObject = canvas.NewRectangle(color.Transparent)

// standing tells whether the toolkit finds the object among what is shown. It
// puts what it does not find into the corner of the window; the navigation does
// stand there.
func standing(o fyne.CanvasObject) bool {
	if _, corner := o.(*Rail); corner {
		return true
	}
	at := placeOf(o)
	return at != placeOf(unseen) && at != fyne.Position{}
}

// KeepFocus moves the keyboard, when its widget is no longer shown, to what now
// stands nearest to where that one stood. Screens that make parts anew need not
// think of it.
func (l *Layers) KeepFocus() {
	c := canvasOf(l)
	if c == nil || c.Overlays().Top() != nil {
		return
	}
	f := c.Focused()
	if o, ok := f.(fyne.CanvasObject); !ok || standing(o) || InFocus(c, l.content) {
		return
	}
	if to := nearest(within(l.content, fyne.Position{}), f, lastPlace); to != nil {
		c.Focus(to)
		return
	}
	c.Unfocus()
}

// FocusIn gives the keyboard to a part of the window: to its first list or table
// with rows, else to the button of an empty one, else to its first field.
func FocusIn(c fyne.Canvas, part fyne.CanvasObject) {
	all := within(part, fyne.Position{})
	for _, fits := range []func(fyne.Focusable) bool{full, isButton, func(fyne.Focusable) bool { return true }} {
		for _, r := range all {
			if fits(r.f) {
				c.Focus(r.f)
				return
			}
		}
	}
}

// InFocus tells whether a widget of a part of the window has the keyboard.
func InFocus(c fyne.Canvas, part fyne.CanvasObject) bool {
	f := c.Focused()
	return f != nil && slices.ContainsFunc(within(part, fyne.Position{}), func(r reached) bool { return r.f == f })
}

func full(f fyne.Focusable) bool {
	switch x := f.(type) {
	case *List:
		return x.Len() > 0
	case *Grid:
		return x.Len() > 0
	}
	return false
}

func isButton(f fyne.Focusable) bool { _, ok := f.(*Button); return ok }

// reached is a widget that takes the keyboard and where it stands.
type reached struct {
	f  fyne.Focusable
	at fyne.Position
}

// within are the widgets of a part that take the keyboard now, in the order in
// which they are painted; at is where the parent of the part stands. The toolkit
// cannot be asked: it does not know yet what has just been made.
func within(o fyne.CanvasObject, at fyne.Position) []reached {
	if o == nil || !o.Visible() {
		return nil
	}
	at = at.Add(o.Position())
	var out []reached
	if f, ok := o.(fyne.Focusable); ok {
		if d, can := o.(fyne.Disableable); !can || !d.Disabled() {
			out = append(out, reached{f, at})
		}
	}
	for _, child := range parts(o) {
		out = append(out, within(child, at)...)
	}
	return out
}

// placeOfNew is where a widget stands that the toolkit may not know yet.
func (l *Layers) placeOfNew(o fyne.CanvasObject) fyne.Position {
	for _, r := range within(l.content, fyne.Position{}) {
		if any(r.f) == any(o) {
			return r.at
		}
	}
	return fyne.Position{}
}

// parts are what a container or one of our widgets holds.
func parts(o fyne.CanvasObject) []fyne.CanvasObject {
	switch x := o.(type) {
	case *fyne.Container:
		return x.Objects
	case *container.Scroll:
		return []fyne.CanvasObject{x.Content}
	case interface{ parts() []fyne.CanvasObject }:
		return x.parts()
	}
	return nil
}

// parts are what the pen has placed.
func (o *own) parts() []fyne.CanvasObject {
	if o.pen == nil {
		return nil
	}
	return o.pen.objs
}

// nearest is the widget that stands nearest to a place; one of another sort than
// the one that is gone must stand much nearer.
func nearest(all []reached, gone fyne.Focusable, to fyne.Position) fyne.Focusable {
	const other = 60
	var best fyne.Focusable
	var least float32
	for _, r := range all {
		if _, nav := r.f.(*Rail); nav {
			continue
		}
		d := r.at.Subtract(to)
		far := max(d.X, -d.X) + 2*max(d.Y, -d.Y) // a row is wide
		if isButton(r.f) != isButton(gone) {
			far += other
		}
		if best == nil || far < least {
			best, least = r.f, far
		}
	}
	return best
}

// stray tells whether the widget has the keyboard although the window no longer
// shows it.
func (k *keyed) stray() bool {
	if top == nil || k.self == nil || standing(k.self) {
		return false
	}
	c := canvasOf(top)
	return c != nil && c.Content() == fyne.CanvasObject(top) && c.Overlays().Top() == nil && any(c.Focused()) == any(k.self) && !InFocus(c, top.content)
}

// gone tells whether a key has come to a widget that is no longer shown: then it
// is not for it. The keyboard goes to its neighbour, from where Tab walks on.
func (k *keyed) gone(e *fyne.KeyEvent) bool {
	if !k.stray() {
		return false
	}
	top.KeepFocus()
	c := canvasOf(top)
	switch {
	case e.Name != fyne.KeyTab:
	case held(fyne.KeyModifierShift):
		c.FocusPrevious()
	default:
		c.FocusNext()
	}
	return true
}

// AcceptsTab is true only for a widget that is no longer shown: Tab would begin
// anew at the navigation.
func (k *keyed) AcceptsTab() bool { return k.stray() }
