package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Strip is the line under the top bar: chips and small buttons at the left, a
// muted note at the right.
type Strip struct {
	widget.BaseWidget
	Parts []fyne.CanvasObject
	Note  string
	face  *stripFace
}

// StripHeight is the height of the strip.
const StripHeight float32 = 40

// NewStrip makes a strip.
func NewStrip(note string, parts ...fyne.CanvasObject) *Strip {
	b := &Strip{Parts: parts, Note: note}
	b.face = &stripFace{bar: b}
	b.face.ExtendBaseWidget(b.face)
	b.ExtendBaseWidget(b)
	return b
}

// SetNote changes the muted text.
func (b *Strip) SetNote(s string) { b.Note = s; b.Refresh() }

// CreateRenderer is called by the toolkit.
func (b *Strip) CreateRenderer() fyne.WidgetRenderer { return &stripRenderer{b} }

type stripRenderer struct{ b *Strip }

const stripPad, stripGap, stripNext float32 = 24, 20, 34

func (r *stripRenderer) Destroy() {}

// MinSize is one line high, and more when the parts do not fit into one.
func (r *stripRenderer) MinSize() fyne.Size {
	return fyne.NewSize(200, StripHeight+stripNext*float32(r.lay(r.b.Size().Width, nil)))
}

// lay walks the parts at a width, calls put for each and gives how many lines
// follow the first one.
func (r *stripRenderer) lay(w float32, put func(o fyne.CanvasObject, x float32, line int, m fyne.Size)) (lines int) {
	x := stripPad
	for _, o := range r.b.Parts {
		if !o.Visible() {
			continue
		}
		m := o.MinSize()
		if w > 0 && x > stripPad && x+m.Width > w-stripPad+8 {
			x = stripPad
			lines++
		}
		if put != nil {
			put(o, x, lines, m)
		}
		x += m.Width + stripGap
	}
	r.b.face.left = x
	return lines
}

func (r *stripRenderer) Objects() []fyne.CanvasObject {
	return append([]fyne.CanvasObject{r.b.face}, r.b.Parts...)
}

func (r *stripRenderer) Layout(s fyne.Size) {
	lines := r.lay(s.Width, nil)
	first := (s.Height - stripNext*float32(lines)) / 2
	r.b.face.base = s.Height - 2*first
	r.lay(s.Width, func(o fyne.CanvasObject, x float32, line int, m fyne.Size) {
		place(o, x, first+stripNext*float32(line)-(m.Height+1)/2, m.Width, m.Height)
	})
	place(r.b.face, 0, 0, s.Width, s.Height)
}

func (r *stripRenderer) Refresh() {
	r.Layout(r.b.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
}

type stripFace struct {
	own
	bar  *Strip
	left float32 // where the last line of parts ends
	base float32 // how far below the first line the last one stands
}

// CreateRenderer is called by the toolkit.
func (f *stripFace) CreateRenderer() fyne.WidgetRenderer { return f.renderer(f, true) }
func (f *stripFace) min() fyne.Size                      { return fyne.NewSize(0, StripHeight) }

func (f *stripFace) paint(p *pen) {
	c := Colors()
	w, h := p.size.Width, p.size.Height
	p.rect(0, 0, w, h, 0, c.Surface)
	p.rect(0, h-1, w, 1, 0, c.Line)
	if room := w - f.left - 24; room > 30 {
		p.right(f.left, f.base, room, h-f.base-1, f.bar.Note, small, c.Mute)
	}
}

// Heading is the head of a record inside a card: name, muted line, buttons.
type Heading struct {
	widget.BaseWidget
	Title, Note string
	Buttons     []*Button
	face        *headFace
}

// NewHeading makes a head; the last button is the primary one.
func NewHeading(title, note string, buttons ...*Button) *Heading {
	h := &Heading{Title: title, Note: note, Buttons: buttons}
	h.face = &headFace{head: h}
	h.face.ExtendBaseWidget(h.face)
	h.ExtendBaseWidget(h)
	return h
}

// Set changes name, muted line and buttons.
func (h *Heading) Set(title, note string, buttons ...*Button) {
	h.Title, h.Note, h.Buttons = title, note, buttons
	h.Refresh()
}

// CreateRenderer is called by the toolkit.
func (h *Heading) CreateRenderer() fyne.WidgetRenderer { return &headRenderer{h} }

type headRenderer struct{ h *Heading }

func (r *headRenderer) Destroy() {}

func (r *headRenderer) Objects() []fyne.CanvasObject {
	objs := []fyne.CanvasObject{r.h.face}
	for _, b := range r.h.Buttons {
		objs = append(objs, b)
	}
	return objs
}

// besides is the room that a long name needs to have the buttons beside it, and
// squeezed the room that any name needs; in less the buttons go below.
const besides, squeezed float32 = 200, 150

func (r *headRenderer) textWidth(w float32) float32 {
	if r.below(w) {
		return w - 32
	}
	return w - 32 - r.buttonsWidth()
}

func (r *headRenderer) buttonsWidth() float32 {
	var w float32
	for _, b := range r.h.Buttons {
		w += b.MinSize().Width + 12
	}
	return w
}

// below tells whether the buttons stand under the text at a width.
func (r *headRenderer) below(w float32) bool {
	b := r.buttonsWidth()
	room := w - 32 - b
	return b > 0 && (room < squeezed || room < besides && head.width(r.h.Title) > room)
}

func (r *headRenderer) MinSize() fyne.Size {
	w := r.h.Size().Width
	if w <= 0 {
		w = 480
	}
	h := 24 + r.h.face.textHeight(r.textWidth(w))
	switch {
	case r.below(w):
		h += r.buttonsHeight() + 10
	case len(r.h.Buttons) > 0:
		h = max(h, 58)
	}
	return fyne.NewSize(240, h)
}

func (r *headRenderer) buttonsHeight() float32 {
	var h float32
	for _, b := range r.h.Buttons {
		h = max(h, b.MinSize().Height)
	}
	return h
}

// layBelow puts text and, under it, buttons from the left, the primary one first.
func (r *headRenderer) layBelow(s fyne.Size) {
	x, h := float32(16), r.buttonsHeight()
	for i := len(r.h.Buttons) - 1; i >= 0; i-- {
		m := r.h.Buttons[i].MinSize()
		place(r.h.Buttons[i], x, s.Height-12-h+(h-m.Height)/2, m.Width, m.Height)
		x += m.Width + 8
	}
	r.h.face.room = s.Width - 32
	place(r.h.face, 0, 0, s.Width, s.Height-h-10)
}

func (r *headRenderer) Layout(s fyne.Size) {
	if r.below(s.Width) {
		r.layBelow(s)
		return
	}
	x := s.Width - 16
	for i := len(r.h.Buttons) - 1; i >= 0; i-- {
		m := r.h.Buttons[i].MinSize()
		x -= m.Width
		place(r.h.Buttons[i], x, (s.Height-m.Height)/2, m.Width, m.Height)
		x -= 12
	}
	r.h.face.room = r.textWidth(s.Width)
	place(r.h.face, 0, 0, s.Width, s.Height)
}

func (r *headRenderer) Refresh() {
	r.Layout(r.h.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
}

type headFace struct {
	own
	head *Heading
	room float32
}

// CreateRenderer is called by the toolkit.
func (f *headFace) CreateRenderer() fyne.WidgetRenderer { return f.renderer(f, false) }
func (f *headFace) min() fyne.Size                      { return fyne.NewSize(0, 0) }

// title is the lines of the name, none when there is no name.
func (f *headFace) title(w float32) []string {
	if f.head.Title == "" {
		return nil
	}
	return head.wrap(f.head.Title, w, 2)
}

func (f *headFace) textHeight(w float32) float32 {
	h := 20 * float32(len(f.title(w)))
	if f.head.Note != "" {
		h += 16 * float32(len(small.wrap(f.head.Note, w, 3)))
	}
	return h
}

func (f *headFace) paint(p *pen) {
	c := Colors()
	y := (p.size.Height - f.textHeight(f.room)) / 2
	for _, s := range f.title(f.room) {
		p.left(16, y, f.room, 20, s, head, c.Ink)
		y += 20
	}
	if f.head.Note == "" {
		return
	}
	for _, s := range small.wrap(f.head.Note, f.room, 3) {
		p.left(16, y, f.room, 16, s, small, c.Mute)
		y += 16
	}
}

func (b *Strip) parts() []fyne.CanvasObject { return b.Parts }

func (h *Heading) parts() []fyne.CanvasObject {
	out := make([]fyne.CanvasObject, len(h.Buttons))
	for i, b := range h.Buttons {
		out[i] = b
	}
	return out
}
