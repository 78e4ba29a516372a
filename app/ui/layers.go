package ui

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Layers is the content of the window with what lies above it: the snackbar at
// the bottom and the tips. One window has one.
type Layers struct {
	widget.BaseWidget
	content fyne.CanvasObject
	snack   *snackbar
	tip     *tipBox
}

// top is the Layers of the window; tips need it.
var top *Layers

// NewLayers wraps the content of the window.
func NewLayers(content fyne.CanvasObject) *Layers {
	l := &Layers{content: content, snack: newSnackbar(), tip: newTipBox()}
	l.ExtendBaseWidget(l)
	top = l
	return l
}

// SetContent changes what the window shows.
func (l *Layers) SetContent(o fyne.CanvasObject) { l.content = o; l.Refresh() }

// Snack says what happened and offers one action, as «Отменить»; it goes away by
// itself after 8 seconds. The action may be nil.
func (l *Layers) Snack(text, action string, do func()) { l.say(text, action, do, Plain) }

// Toast says what went wrong; it stays until it is closed.
func (l *Layers) Toast(text string) { l.say(text, "", nil, Late) }

// Quiet takes the snackbar away.
func (l *Layers) Quiet() { l.snack.dismiss() }

// Said is the text that is shown now, "" when nothing is.
func (l *Layers) Said() string {
	if l.snack.Hidden {
		return ""
	}
	return l.snack.text
}

func (l *Layers) say(text, action string, do func(), r Role) {
	s := l.snack
	s.stopTimer()
	s.text, s.action, s.do, s.role = text, action, do, r
	s.Show()
	l.seat(l.Size())
	s.Refresh()
	// A part that was never shown is not known to the window yet, and its own
	// refresh paints nothing: without this an error stays unseen until something
	// else changes.
	repaint(l)
	if r != Late {
		s.stop = later(8*time.Second, s.timeUp)
	}
}

// seat puts the snackbar at the bottom of a window of the size, above the field
// or button that has the keyboard if that one stands there.
func (l *Layers) seat(s fyne.Size) {
	m := l.snack.size(s.Width)
	x, y := whole((s.Width-m.Width)/2), s.Height-m.Height-20
	if at, size, ok := l.held(); ok && at.X < x+m.Width && at.X+size.Width > x && at.Y < y+m.Height && at.Y+size.Height > y {
		y = max(20, whole(at.Y-m.Height-10))
	}
	place(l.snack, x, y, m.Width, m.Height)
}

// held is where the field or button stands that has the keyboard.
func (l *Layers) held() (fyne.Position, fyne.Size, bool) {
	c := canvasOf(l)
	if c == nil {
		return fyne.Position{}, fyne.Size{}, false
	}
	o, ok := c.Focused().(fyne.CanvasObject)
	if !ok || o == fyne.CanvasObject(l.snack) || o.Size().Height > 120 {
		return fyne.Position{}, fyne.Size{}, false
	}
	return placeOf(o), o.Size(), true
}

// dodge moves the snackbar away when the keyboard comes to what lies under it.
func (l *Layers) dodge() {
	if !l.snack.Hidden {
		l.seat(l.Size())
	}
}

// CreateRenderer is called by the toolkit.
func (l *Layers) CreateRenderer() fyne.WidgetRenderer { return &layersRenderer{l} }

type layersRenderer struct{ l *Layers }

func (r *layersRenderer) Destroy()           {}
func (r *layersRenderer) MinSize() fyne.Size { return r.l.content.MinSize() }
func (r *layersRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.l.content, r.l.snack, r.l.tip}
}

func (r *layersRenderer) Layout(s fyne.Size) {
	place(r.l.content, 0, 0, s.Width, s.Height)
	r.l.seat(s)
}

func (r *layersRenderer) Refresh() {
	r.Layout(r.l.Size())
	r.l.content.Refresh()
	r.l.snack.Refresh()
}

// snackbar is the dark line at the bottom.
type snackbar struct {
	keyed
	text, action string
	do           func()
	role         Role
	stop         func()
	lines        []string
}

func newSnackbar() *snackbar {
	s := &snackbar{}
	s.ExtendBaseWidget(s)
	s.Hide()
	return s
}

// CreateRenderer is called by the toolkit.
func (s *snackbar) CreateRenderer() fyne.WidgetRenderer { return s.renderer(s, false) }
func (s *snackbar) min() fyne.Size                      { return fyne.NewSize(100, 44) }

const (
	snackDo = iota
	snackClose
)

func (s *snackbar) buttonWidth() float32 {
	if s.action == "" {
		return 0
	}
	return bodyMid.width(s.action) + 24
}

// size wraps the text for a window of the given width.
func (s *snackbar) size(room float32) fyne.Size {
	most := min(room-80, 640) - s.buttonWidth() - 64
	s.lines = body.wrap(s.text, most, 4)
	var w float32
	for _, l := range s.lines {
		w = max(w, body.width(l))
	}
	return fyne.NewSize(w+s.buttonWidth()+66, float32(len(s.lines))*20+24)
}

func (s *snackbar) paint(p *pen) {
	c := Colors()
	w, h := p.size.Width, p.size.Height
	back, ink, act := mix(c.Ink, c.Surface, .94), c.Surface, mix(c.AccentSoft, c.Accent, .8)
	if c.Dark {
		back, ink, act = mix(c.Line, c.Mute, .85), c.Ink, c.Accent
	}
	if s.role == Late {
		back, ink, act = c.LateSoft, c.Word(Late), c.Word(Late)
	}
	if s.focused {
		p.rect(-3, -3, w+6, h+6, 10, c.Accent)
	}
	p.rect(0, 0, w, h, 8, back)
	for i, l := range s.lines {
		p.raw(16, 12+float32(i)*20, w, 20, l, body, ink, fyne.TextAlignLeading)
	}
	bw := s.buttonWidth()
	if bw > 0 {
		x := w - 40 - bw
		if s.over(snackDo) {
			p.rect(x, 6, bw, h-12, 6, fade(ink, 30))
		}
		p.text(x, 0, bw, h, s.action, bodyMid, act, fyne.TextAlignCenter)
		p.hit(x, 0, bw, h, snackDo)
	}
	p.icon(w-30, (h-16)/2, 16, IconClose, ink)
	p.hit(w-40, 0, 40, h, snackClose)
}

// Tapped does the action or closes the line.
func (s *snackbar) Tapped(e *fyne.PointEvent) {
	switch s.zoneAt(e.Position) {
	case snackDo:
		s.act()
	case snackClose:
		s.dismiss()
	}
}

// TypedKey does the action on Enter and Space, closes on Escape.
func (s *snackbar) TypedKey(e *fyne.KeyEvent) {
	if s.gone(e) {
		return
	}
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		used(e)
		s.act()
	case fyne.KeyEscape:
		s.dismiss()
	}
}

func (s *snackbar) act() {
	do := s.do
	s.dismiss()
	if do != nil {
		do()
	}
}

func (s *snackbar) stopTimer() {
	if s.stop != nil {
		s.stop()
		s.stop = nil
	}
}

// timeUp hides the line unless somebody points at it.
func (s *snackbar) timeUp() {
	if s.in || s.focused {
		s.stop = later(3*time.Second, s.timeUp)
		return
	}
	s.dismiss()
}

func (s *snackbar) dismiss() {
	s.stopTimer()
	if c := canvasOf(s); s.focused && c != nil {
		c.Unfocus()
	}
	s.Hide()
}

func (l *Layers) parts() []fyne.CanvasObject { return []fyne.CanvasObject{l.content} }
