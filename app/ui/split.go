package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Split lays two objects side by side with a 5-unit divider that is dragged. The
// left width is remembered in units, so that a wider window gives to the right.
type Split struct {
	widget.BaseWidget
	Left, Right       fyne.CanvasObject
	Px                float32 // width of the left part
	Share             float32 // share of a wide window that the left part takes until it is dragged; 0 = Px alone
	MinLeft, MinRight float32
	OnMoved           func(px float32)
	divider           *divider
}

const dividerW float32 = 5

// NewSplit makes a split with the left part px units wide.
func NewSplit(left, right fyne.CanvasObject, px float32) *Split {
	s := &Split{Left: left, Right: right, Px: px, MinLeft: 120, MinRight: 120}
	s.divider = newDivider(func(dx float32) { s.drag(dx) }, func() {
		if s.OnMoved != nil {
			s.OnMoved(s.Px)
		}
	})
	s.ExtendBaseWidget(s)
	return s
}

func (s *Split) set(px float32) {
	s.Px, s.Share = s.keep(px), 0
	s.Refresh()
}

func (s *Split) drag(dx float32) { s.set(s.left() + dx) }

// left is the width of the left part now.
func (s *Split) left() float32 { return s.keep(max(s.Px, whole(s.Size().Width*s.Share))) }

func (s *Split) keep(px float32) float32 {
	return max(s.MinLeft, min(px, s.Size().Width-dividerW-s.MinRight))
}

// CreateRenderer is called by the toolkit.
func (s *Split) CreateRenderer() fyne.WidgetRenderer { return &splitRenderer{s} }

type splitRenderer struct{ s *Split }

func (r *splitRenderer) Destroy() {}
func (r *splitRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.s.Left, r.s.Right, r.s.divider}
}
func (r *splitRenderer) MinSize() fyne.Size {
	h := max(r.s.Left.MinSize().Height, r.s.Right.MinSize().Height)
	return fyne.NewSize(r.s.MinLeft+dividerW+r.s.MinRight, h)
}

func (r *splitRenderer) Layout(s fyne.Size) {
	px := r.s.left()
	place(r.s.Left, 0, 0, px, s.Height)
	place(r.s.divider, px, 0, dividerW, s.Height)
	place(r.s.Right, px+dividerW, 0, s.Width-px-dividerW, s.Height)
}

func (r *splitRenderer) Refresh() {
	r.Layout(r.s.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
}

// divider is a line that is dragged sideways.
type divider struct {
	own
	moved func(dx float32)
	ended func()
}

func newDivider(moved func(float32), ended func()) *divider {
	d := &divider{moved: moved, ended: ended}
	d.ExtendBaseWidget(d)
	return d
}

// CreateRenderer is called by the toolkit.
func (d *divider) CreateRenderer() fyne.WidgetRenderer { return d.renderer(d, false) }
func (d *divider) min() fyne.Size                      { return fyne.NewSize(dividerW, 20) }

func (d *divider) paint(p *pen) {
	c := Colors().Line
	if d.in {
		p.rect(1, 0, 3, p.size.Height, 1, Colors().Accent)
		return
	}
	p.rect(2, 0, 1, p.size.Height, 0, c)
}

// Dragged moves the line.
func (d *divider) Dragged(e *fyne.DragEvent) { d.moved(e.Dragged.DX) }

// DragEnd is called by the toolkit.
func (d *divider) DragEnd() { d.ended() }

// Cursor is the sideways arrow.
func (d *divider) Cursor() desktop.Cursor { return desktop.HResizeCursor }

func (s *Split) parts() []fyne.CanvasObject { return []fyne.CanvasObject{s.Left, s.Right} }
