package ui

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// painted is a widget that a pen draws.
type painted interface {
	fyne.Widget
	paint(p *pen)
	min() fyne.Size
}

// paintRenderer paints on layout and on refresh.
type paintRenderer struct {
	w painted
	p *pen
}

func (r *paintRenderer) Destroy()                     {}
func (r *paintRenderer) MinSize() fyne.Size           { return r.w.min() }
func (r *paintRenderer) Objects() []fyne.CanvasObject { return r.p.objs }
func (r *paintRenderer) Layout(s fyne.Size)           { r.draw(s) }

func (r *paintRenderer) Refresh() {
	r.draw(r.w.Size())
	repaint(r.w)
}

func (r *paintRenderer) draw(s fyne.Size) {
	r.p.begin(s)
	if s.Width > 0 && s.Height > 0 {
		r.w.paint(r.p)
	}
}

// clipRenderer also clips what is painted to the widget's own rectangle.
type clipRenderer struct{ paintRenderer }

// IsClip marks the widget as clipping for the toolkit.
func (r *clipRenderer) IsClip() {}

// own is the base of our widgets: a pen and the pointer's place.
type own struct {
	widget.BaseWidget
	pen  *pen
	self painted
	at   fyne.Position
	in   bool
	zone int // part under the pointer

	inCard   bool // the card paints the surface
	roundTop bool // the upper corners are the card's
	tip      tipper
}

func (o *own) renderer(w painted, clip bool) fyne.WidgetRenderer {
	o.pen, o.zone, o.self = &pen{}, nowhere, w
	if clip {
		return &clipRenderer{paintRenderer{w, o.pen}}
	}
	return &paintRenderer{w, o.pen}
}

// carded is told by a card that holds the widget.
func (o *own) carded(top bool) { o.inCard, o.roundTop = true, top }

// ground paints the surface unless the card has done so.
func (o *own) ground(p *pen) {
	if !o.inCard {
		p.rect(0, 0, p.size.Width, p.size.Height, 0, Colors().Surface)
	}
}

// cardRadius is the inner radius of a card's corners.
const cardRadius float32 = 7

// topRadius is the radius of the upper corners of the widget.
func (o *own) topRadius() float32 {
	if o.roundTop {
		return cardRadius
	}
	return 0
}

// footRadius is the radius of its lower corners.
func (o *own) footRadius() float32 {
	if o.inCard {
		return cardRadius
	}
	return 0
}

// zoneAt is the part of the last paint at the place.
func (o *own) zoneAt(at fyne.Position) int {
	if o.pen == nil {
		return nowhere
	}
	return o.pen.zoneAt(at)
}

// over tells whether the pointer is over the part.
func (o *own) over(key int) bool { return o.in && o.zone == key }

// MouseIn is called by the toolkit.
func (o *own) MouseIn(e *desktop.MouseEvent) {
	o.in = true
	o.moved(e)
	o.Refresh()
}

// MouseMoved repaints only when another part comes under the pointer.
func (o *own) MouseMoved(e *desktop.MouseEvent) {
	if old := o.zone; o.moved(e) != old {
		o.Refresh()
	}
}

func (o *own) moved(e *desktop.MouseEvent) int {
	o.at, o.zone = e.Position, o.zoneAt(e.Position)
	return o.zone
}

// MouseOut is called by the toolkit.
func (o *own) MouseOut() {
	o.in, o.zone = false, nowhere
	o.tip.hide()
	o.Refresh()
}

// keyed is the base of our widgets that take the keyboard.
type keyed struct {
	own
	focused bool
}

// FocusGained is called by the toolkit.
func (k *keyed) FocusGained() { k.focused = true; k.stand(); k.Refresh() }

// stand remembers where the keyboard is.
func (k *keyed) stand() {
	if k.self != nil {
		came(k.self)
	}
}

// FocusLost is called by the toolkit.
func (k *keyed) FocusLost() { k.focused = false; k.Refresh() }

// TypedRune does nothing; widgets that type override it.
func (k *keyed) TypedRune(rune) { spaceUsed = false }

// modifiers are the keys held down now; tests replace it.
var modifiers = func() fyne.KeyModifier {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()
	}
	return 0
}

func held(m fyne.KeyModifier) bool { return modifiers()&m != 0 }

// canvasOf is the canvas that shows the object, or nil.
func canvasOf(o fyne.CanvasObject) fyne.Canvas {
	return fyne.CurrentApp().Driver().CanvasForObject(o)
}

func focus(o fyne.Focusable) {
	if c := canvasOf(o.(fyne.CanvasObject)); c != nil && c.Focused() != o {
		c.Focus(o)
	}
}

// forward hands a shortcut to the window.
func forward(o fyne.CanvasObject, s fyne.Shortcut) {
	if c, ok := canvasOf(o).(fyne.Shortcutable); ok {
		c.TypedShortcut(s)
	}
}

// placeOf is where the object stands on its canvas.
func placeOf(o fyne.CanvasObject) fyne.Position {
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
}

// clicks counts clicks at one place that follow each other quickly.
type clicks struct {
	last time.Time
	key  int
}

// second tells whether this click is the second of a pair.
func (c *clicks) second(key int) bool {
	now := time.Now()
	pair := key == c.key && now.Sub(c.last) < 400*time.Millisecond
	c.last, c.key = now, key
	if pair {
		c.last = time.Time{}
	}
	return pair
}
