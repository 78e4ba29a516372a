package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// ButtonKind is how much a button stands out.
type ButtonKind int

// One primary button a screen; secondary ones have a border; ghosts are
// plain until the pointer or the focus comes.
const (
	Secondary ButtonKind = iota
	Primary
	Ghost
	Danger // a primary button that loses something
)

// Button answers to a tap, Enter and Space.
type Button struct {
	keyed
	Kind     ButtonKind
	Label    string
	Icon     Icon
	Tip      string // explains more than the label
	Shortcut string // shown in the tip, as «Ctrl+N»
	Menu     bool   // a ▾ after the label: the button opens a menu
	Small    bool   // 26 instead of 34 units high
	OnTapped func()
	off      bool
}

// NewButton makes a button.
func NewButton(kind ButtonKind, label string, tapped func()) *Button {
	b := &Button{Kind: kind, Label: label, OnTapped: tapped}
	b.ExtendBaseWidget(b)
	return b
}

// NewIconButton makes a quiet square button; the tip is its name.
func NewIconButton(i Icon, tip string, tapped func()) *Button {
	b := &Button{Kind: Ghost, Icon: i, Tip: tip, Small: true, OnTapped: tapped}
	b.ExtendBaseWidget(b)
	return b
}

// NewMenuButton makes a secondary button with ▾ that opens a menu below itself.
func NewMenuButton(label string, items func() []MenuItem) *Button {
	b := NewButton(Secondary, label, nil)
	b.Menu = true
	b.OnTapped = func() {
		at := placeOf(b).AddXY(0, b.Size().Height+4)
		ShowMenu(canvasOf(b), at, items())
	}
	return b
}

// SetLabel changes the label.
func (b *Button) SetLabel(s string) { b.Label = s; b.Refresh() }

// Enable and Disable switch the button; a disabled one is skipped by Tab.
func (b *Button) Enable() { b.off = false; b.Refresh() }

// Disable greys the button out.
func (b *Button) Disable() { b.off = true; b.Refresh() }

// Disabled is asked by the toolkit.
func (b *Button) Disabled() bool { return b.off }

// CreateRenderer is called by the toolkit.
func (b *Button) CreateRenderer() fyne.WidgetRenderer { return b.renderer(b, false) }

func (b *Button) height() float32 {
	if b.Small {
		return 26
	}
	return 34
}

func (b *Button) font() font {
	if b.Kind == Primary || b.Kind == Danger {
		return bodyMid
	}
	return body
}

func (b *Button) min() fyne.Size {
	if b.Label == "" {
		return fyne.NewSize(b.height(), b.height())
	}
	pad := float32(30)
	if b.Small || b.Kind == Ghost {
		pad = 18
	}
	w := b.font().width(b.Label) + pad
	if b.Icon != "" {
		w += 22
	}
	if b.Menu {
		w += 18
	}
	return fyne.NewSize(float32(int(w+.99)), b.height())
}

func (b *Button) paint(p *pen) {
	c := Colors()
	w, h := p.size.Width, b.height()
	y := (p.size.Height - h) / 2
	fill, line, ink := c.Surface, c.Line, c.Ink
	switch b.Kind {
	case Primary:
		fill, line, ink = c.Accent, c.Accent, c.OnAccent
	case Danger:
		fill, line, ink = c.Late, c.Late, c.OnAccent
	case Ghost:
		ink = mix(c.Ink, c.Mute, .6)
	}
	if b.off {
		fill, line, ink = c.Soft, c.Soft, c.Mute
	}
	b.surface(p, y, w, h, fill, line)
	x := (w - b.contentWidth()) / 2
	if b.Icon != "" {
		p.icon(x, y+(h-16)/2, 16, b.Icon, ink)
		x += 22
	}
	tw := min(b.font().width(b.Label)+1, w-8)
	p.left(x, y, tw+2, h, b.Label, b.font(), ink)
	if b.Menu {
		p.icon(x+tw+3, y+(h-14)/2, 14, IconDown, ink)
	}
}

func (b *Button) contentWidth() float32 {
	w := min(b.font().width(b.Label), b.Size().Width-8)
	if b.Icon != "" && b.Label == "" {
		return 16
	}
	if b.Icon != "" {
		w += 22
	}
	if b.Menu {
		w += 17
	}
	return w
}

// surface paints what lies under the label: fill, line, hover, focus.
func (b *Button) surface(p *pen, y, w, h float32, fill, line nrgba) {
	c := Colors()
	filled := b.Kind == Primary || b.Kind == Danger
	switch {
	case b.focused && filled:
		p.rect(0, y, w, h, 6, c.Ink)
		p.rect(2, y+2, w-4, h-4, 4, c.Surface)
		p.rect(3, y+3, w-6, h-6, 4, fill)
	case b.focused:
		p.ring(0, y, w, h, 6, c.Surface)
	case b.Kind != Ghost || b.off && b.Label != "":
		p.box(0, y, w, h, 6, 1, fill, line)
	}
	if b.in && !b.off {
		over := c.Hover
		if filled {
			over = fade(c.OnAccent, 28)
		}
		p.rect(0, y, w, h, 6, over)
	}
}

// Tapped is called by the toolkit.
func (b *Button) Tapped(*fyne.PointEvent) { b.press() }

func (b *Button) press() {
	b.tip.hide()
	if !b.off && b.OnTapped != nil {
		b.OnTapped()
	}
}

// TypedKey presses the button on Enter and Space.
func (b *Button) TypedKey(e *fyne.KeyEvent) {
	if b.gone(e) {
		return
	}
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		used(e)
		b.press()
	default:
		passKey(b, e)
	}
}

// MouseIn shows the tip after a while.
func (b *Button) MouseIn(e *desktop.MouseEvent) {
	b.keyed.MouseIn(e)
	b.tip.plan(b, joinTip(b.Tip, b.Shortcut), placeOf(b).AddXY(0, b.Size().Height-14))
}

func joinTip(tip, keys string) string {
	if tip != "" && keys != "" {
		return tip + "  ·  " + keys
	}
	return tip + keys
}
