package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// overlay covers the window and holds one panel: a menu, a list of a field, a
// dialog. A tap beside the panel closes it unless it is a dialog.
type overlay struct {
	widget.BaseWidget
	canvas  fyne.Canvas
	content fyne.CanvasObject
	tip     *tipBox
	where   func(room fyne.Size) (fyne.Position, fyne.Size)
	veil    bool // darken the window; a tap beside does nothing
	onClose func()
	back    fyne.Focusable // had the focus before
	closed  bool
}

// showOverlay puts a panel on top; where places it and is asked again when the
// window changes its size.
func showOverlay(c fyne.Canvas, content fyne.CanvasObject, veil bool,
	where func(fyne.Size) (fyne.Position, fyne.Size)) *overlay {
	o := &overlay{canvas: c, content: content, where: where, veil: veil, tip: newTipBox(), back: c.Focused()}
	o.ExtendBaseWidget(o)
	c.Overlays().Add(o)
	o.Resize(c.Size())
	return o
}

// close takes the panel away and gives the focus back.
func (o *overlay) close() {
	if o.closed {
		return
	}
	o.closed = true
	o.canvas.Overlays().Remove(o)
	if o.back != nil && o.canvas.Overlays().Top() == nil {
		o.canvas.Focus(o.back)
	}
	if o.onClose != nil {
		o.onClose()
	}
}

// Tapped closes a panel that is not a dialog.
func (o *overlay) Tapped(e *fyne.PointEvent) {
	if o.veil {
		o.keepFocus()
		return
	}
	o.close()
}

// keepFocus makes sure that something in the dialog hears the keys.
func (o *overlay) keepFocus() {
	if o.canvas.Focused() == nil {
		o.canvas.FocusNext()
	}
}

// TappedSecondary does the same.
func (o *overlay) TappedSecondary(e *fyne.PointEvent) { o.Tapped(e) }

// CreateRenderer is called by the toolkit.
func (o *overlay) CreateRenderer() fyne.WidgetRenderer {
	f := &overlayFace{over: o}
	f.ExtendBaseWidget(f)
	return &overlayRenderer{o, f}
}

type overlayRenderer struct {
	o    *overlay
	face *overlayFace
}

func (r *overlayRenderer) Destroy()           {}
func (r *overlayRenderer) MinSize() fyne.Size { return fyne.NewSize(1, 1) }
func (r *overlayRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.face, r.o.content, r.o.tip}
}

func (r *overlayRenderer) Layout(s fyne.Size) {
	at, size := r.o.where(s)
	r.face.at, r.face.panel = at, size
	r.face.Resize(s)
	r.face.Refresh()
	place(r.o.content, at.X, at.Y, size.Width, size.Height)
}

func (r *overlayRenderer) Refresh() {
	r.Layout(r.o.Size())
	r.o.content.Refresh()
}

// overlayFace paints veil, shadow and panel.
type overlayFace struct {
	widget.BaseWidget
	over  *overlay
	at    fyne.Position
	panel fyne.Size
}

// CreateRenderer is called by the toolkit.
func (f *overlayFace) CreateRenderer() fyne.WidgetRenderer {
	return &paintRenderer{f, &pen{}}
}
func (f *overlayFace) min() fyne.Size { return fyne.NewSize(1, 1) }

func (f *overlayFace) paint(p *pen) {
	c := Colors()
	if f.over.veil {
		p.rect(0, 0, p.size.Width, p.size.Height, 0, c.Veil)
	}
	x, y, w, h := f.at.X, f.at.Y, f.panel.Width, f.panel.Height
	for i := range 4 { // a soft edge instead of a shadow
		d := float32(4 - i)
		p.rect(x-d, y-d+2, w+2*d, h+2*d, 8+d, fade(nrgba{}, 9))
	}
	p.box(x-1, y-1, w+2, h+2, 8, 1, c.Surface, c.Line)
}

// below places a panel under an object, or above it when there is no room.
func below(anchor fyne.CanvasObject, size fyne.Size) func(fyne.Size) (fyne.Position, fyne.Size) {
	return func(room fyne.Size) (fyne.Position, fyne.Size) {
		at := placeOf(anchor)
		return near(fyne.NewPos(at.X, at.Y+anchor.Size().Height+3), size, room, anchor.Size().Height+6)
	}
}

// dropped places a panel of a changing height at a field: below it, or above it
// when there is no room below. It stays on the side where it has opened.
func dropped(s seat, size func() fyne.Size) func(fyne.Size) (fyne.Position, fyne.Size) {
	decided, above := false, false
	return func(room fyne.Size) (fyne.Position, fyne.Size) {
		want := size()
		at, got := near(s.at.AddXY(0, s.size.Height+3), want, room, s.size.Height+6)
		if !decided {
			decided, above = true, at.Y < s.at.Y
		}
		if above && at.Y > s.at.Y {
			at.Y = whole(max(8, s.at.Y-3-got.Height))
		}
		return at, got
	}
}

// near keeps a panel inside the window; up is how far it jumps when it must
// stand above.
func near(at fyne.Position, size, room fyne.Size, up float32) (fyne.Position, fyne.Size) {
	size.Height = min(size.Height, room.Height-16)
	if at.Y+size.Height > room.Height-8 {
		if over := at.Y - up - size.Height; over >= 8 {
			at.Y = over
		} else {
			at.Y = max(8, room.Height-8-size.Height)
		}
	}
	at.X = max(8, min(at.X, room.Width-8-size.Width))
	return fyne.NewPos(whole(at.X), whole(at.Y)), size
}
