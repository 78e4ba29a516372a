package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
)

// Part is one element of Across or Down with its wish for room.
type Part struct {
	o     fyne.CanvasObject
	px    float32
	share float32
	least float32 // 0 = does not give way
}

// Fixed gives an object so many units along the row or column.
func Fixed(px float32, o fyne.CanvasObject) Part { return Part{o: o, px: px} }

// Between gives an object px units along the row or column, and fewer, down to
// least, where the flexible parts would else be narrower than they are readable.
func Between(least, px float32, o fyne.CanvasObject) Part { return Part{o: o, px: px, least: least} }

// Flex gives an object a share of the room that is left.
func Flex(share float32, o fyne.CanvasObject) Part { return Part{o: o, share: share} }

// Own gives an object its least size.
func Own(o fyne.CanvasObject) Part { return Part{o: o, px: -1} }

// Across lays parts from left to right with a gap, at full height.
func Across(gap float32, parts ...Part) *fyne.Container { return line(false, gap, parts) }

// Down lays parts from top to bottom with a gap, at full width.
func Down(gap float32, parts ...Part) *fyne.Container { return line(true, gap, parts) }

func line(down bool, gap float32, parts []Part) *fyne.Container {
	l := &lineLayout{down: down, gap: gap, parts: parts}
	objs := make([]fyne.CanvasObject, len(parts))
	for i, p := range parts {
		objs[i] = p.o
	}
	return container.New(l, objs...)
}

// lineLayout is the layout of Across and Down. Hidden objects take no room.
type lineLayout struct {
	down  bool
	gap   float32
	parts []Part
}

func (l *lineLayout) along(s fyne.Size) float32 {
	if l.down {
		return s.Height
	}
	return s.Width
}

// wish is the room a part asks for without its share.
func (l *lineLayout) wish(p Part) float32 {
	switch {
	case p.share > 0:
		return 0
	case p.px < 0:
		return l.along(p.o.MinSize())
	}
	return p.px
}

// widen gives the width first, so that texts know how high they are.
func (l *lineLayout) widen(w float32) {
	for _, p := range l.parts {
		if p.px < 0 && p.o.Size().Width != w {
			p.o.Resize(fyne.NewSize(w, p.o.Size().Height))
		}
	}
}

// Layout is called by the toolkit.
func (l *lineLayout) Layout(_ []fyne.CanvasObject, s fyne.Size) {
	if l.down {
		l.widen(s.Width)
	}
	left, shares, n := l.along(s), float32(0), 0
	for _, p := range l.parts {
		if p.o.Visible() {
			left -= l.wish(p)
			shares += p.share
			n++
		}
	}
	left -= l.gap * float32(max(0, n-1))
	give := l.give(left)
	left = max(0, left+give*l.slack())
	at := float32(0)
	for _, p := range l.parts {
		if !p.o.Visible() {
			continue
		}
		size := l.wish(p)
		if p.share > 0 {
			size = float32(int(left * p.share / shares))
		} else if p.least > 0 {
			size -= float32(int(give * (p.px - p.least)))
		}
		if l.down {
			place(p.o, 0, at, s.Width, size)
		} else {
			place(p.o, at, 0, size, s.Height)
		}
		at += size + l.gap
	}
}

// readable is the room that flexible parts keep while others can give way.
const readable float32 = 480

// slack is what all parts of Between can give up.
func (l *lineLayout) slack() float32 {
	var sum float32
	for _, p := range l.parts {
		if p.least > 0 && p.o.Visible() {
			sum += p.px - p.least
		}
	}
	return sum
}

// give is the share of the slack, 0..1, that is given up when so much is left.
func (l *lineLayout) give(left float32) float32 {
	sum := l.slack()
	if sum <= 0 || left >= readable {
		return 0
	}
	return min(1, (readable-left)/sum)
}

// MinSize is called by the toolkit.
func (l *lineLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	var a, b float32
	n := 0
	for _, p := range l.parts {
		if !p.o.Visible() {
			continue
		}
		m := p.o.MinSize()
		along, across := m.Width, m.Height
		if l.down {
			along, across = m.Height, m.Width
		}
		if p.least > 0 {
			along = p.least
		} else if p.share == 0 && p.px >= 0 {
			along = p.px
		}
		a, b = a+along, max(b, across)
		n++
	}
	a += l.gap * float32(max(0, n-1))
	if l.down {
		return fyne.NewSize(b, a)
	}
	return fyne.NewSize(a, b)
}

// Pad keeps room around an object: x at the sides, y above and below.
func Pad(x, y float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(padLayout{x, y}, o)
}

type padLayout struct{ x, y float32 }

func (l padLayout) Layout(objs []fyne.CanvasObject, s fyne.Size) {
	for _, o := range objs {
		place(o, l.x, l.y, s.Width-2*l.x, s.Height-2*l.y)
	}
}

func (l padLayout) MinSize(objs []fyne.CanvasObject) fyne.Size {
	var m fyne.Size
	for _, o := range objs {
		m = m.Max(o.MinSize())
	}
	return m.AddWidthHeight(2*l.x, 2*l.y)
}

// Body is the paper of a screen with its usual margins around the content.
func Body(o fyne.CanvasObject) *fyne.Container { return Pad(24, 20, o) }

// Spacer is empty room for a Flex or Fixed part.
func Spacer() fyne.CanvasObject { return canvas.NewRectangle(nrgba{}) }

// Scroll lets content that is higher than its place be scrolled.
func Scroll(o fyne.CanvasObject) *container.Scroll { return container.NewVScroll(o) }
