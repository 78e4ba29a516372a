package ui

import (
	"time"

	"fyne.io/fyne/v2"
)

// tipDelay is how long the pointer rests before a tip shows.
const tipDelay = 600 * time.Millisecond

// tipper shows one tip after a while and takes it away again.
type tipper struct {
	stop  func()
	shown *tipBox
	text  string
}

// plan shows the text below the place on the canvas unless hide comes first.
func (t *tipper) plan(o fyne.CanvasObject, text string, at fyne.Position) {
	if text == t.text && (t.stop != nil || t.shown != nil) {
		return
	}
	t.hide()
	if text == "" {
		return
	}
	t.text = text
	t.stop = later(tipDelay, func() { t.show(o, at) })
}

func (t *tipper) show(o fyne.CanvasObject, at fyne.Position) {
	t.stop = nil
	c := canvasOf(o)
	if c == nil {
		return
	}
	box := tipPlace(c)
	if box == nil {
		return
	}
	box.put(t.text, at, c.Size())
	t.shown = box
}

func (t *tipper) hide() {
	if t.stop != nil {
		t.stop()
		t.stop = nil
	}
	if t.shown != nil {
		t.shown.Hide()
		t.shown = nil
	}
	t.text = ""
}

// tipPlace is the tip of the topmost layer of the canvas.
func tipPlace(c fyne.Canvas) *tipBox {
	if o, ok := c.Overlays().Top().(*overlay); ok {
		return o.tip
	}
	if top != nil {
		return top.tip
	}
	return nil
}

// tipBox is the small dark line that explains a thing under the pointer.
type tipBox struct {
	own
	lines []string
}

func newTipBox() *tipBox {
	t := &tipBox{}
	t.ExtendBaseWidget(t)
	t.Hide()
	return t
}

// CreateRenderer is called by the toolkit.
func (t *tipBox) CreateRenderer() fyne.WidgetRenderer { return t.renderer(t, false) }

func (t *tipBox) min() fyne.Size { return fyne.NewSize(0, 0) }

// put shows the text near the place, inside the window.
func (t *tipBox) put(text string, at fyne.Position, room fyne.Size) {
	t.lines = small.wrap(text, 360, 6)
	var w float32
	for _, l := range t.lines {
		w = max(w, small.width(l))
	}
	w, h := w+17, float32(len(t.lines))*16+8
	x := min(max(at.X, 4), room.Width-w-4)
	y := at.Y + 20
	if y+h > room.Height-4 {
		y = at.Y - h - 6
	}
	t.Move(fyne.NewPos(x, y))
	t.Resize(fyne.NewSize(w, h))
	t.Show()
	t.Refresh()
}

func (t *tipBox) paint(p *pen) {
	c := Colors()
	p.rect(0, 0, p.size.Width, p.size.Height, 5, mix(c.Ink, c.Surface, .92))
	for i, l := range t.lines {
		p.raw(8, 4+float32(i)*16, p.size.Width-8, 16, l, small, c.Surface, fyne.TextAlignLeading)
	}
}
