package ui

import "fyne.io/fyne/v2"

// Check is a small square that is on or off, with a label that may have a
// second line, a chip and a term at the right: also a row of a checklist.
type Check struct {
	keyed
	On          bool
	Label, Note string
	ChipRole    Role
	ChipWord    string
	Right       string // term at the right
	RightRole   Role
	Row         bool // a full row with a line below
	OnChanged   func(on bool)
	off         bool
}

// NewCheck makes a check with a label.
func NewCheck(label string, on bool, changed func(bool)) *Check {
	c := &Check{Label: label, On: on, OnChanged: changed}
	c.ExtendBaseWidget(c)
	return c
}

// NewCheckRow makes a row of a checklist with an optional second line.
func NewCheckRow(label, note string, on bool, changed func(bool)) *Check {
	c := NewCheck(label, on, changed)
	c.Note, c.Row = note, true
	return c
}

// Set changes the state without a call of OnChanged.
func (c *Check) Set(on bool) { c.On = on; c.Refresh() }

// Enable lets the check be changed.
func (c *Check) Enable() { c.off = false; c.Refresh() }

// Disable shows the check without letting it be changed.
func (c *Check) Disable() { c.off = true; c.Refresh() }

// Disabled is asked by the toolkit.
func (c *Check) Disabled() bool { return c.off }

// CreateRenderer is called by the toolkit.
func (c *Check) CreateRenderer() fyne.WidgetRenderer { return c.renderer(c, false) }

func (c *Check) min() fyne.Size {
	switch {
	case c.Row && c.Note != "":
		return fyne.NewSize(120, 55)
	case c.Row:
		return fyne.NewSize(120, 39)
	}
	return fyne.NewSize(body.width(c.Label)+30, 26)
}

func (c *Check) paint(p *pen) {
	k := Colors()
	w, h := p.size.Width, p.size.Height
	x, end := float32(2), w
	if c.Row {
		x, end = 16, w-16
		if c.in {
			p.rect(0, 0, w, h-1, 0, k.Hover)
		}
		p.rect(0, h-1, w, 1, 0, k.Soft)
	}
	p.checkbox(x, (h-16)/2, c.On, c.focused, c.off)
	if c.Right != "" {
		rw := small.width(c.Right) + 1
		p.right(end-rw, 0, rw, h, c.Right, small, k.Color(orMuted(c.RightRole)))
		end -= rw + 12
	}
	if c.ChipWord != "" {
		cw := chipWidth(c.ChipWord)
		p.chip(end-cw, (h-chipH)/2, cw, c.ChipRole, c.ChipWord)
		end -= cw + 12
	}
	x += 27
	ink := k.Ink
	if c.off {
		ink = k.Mute
	}
	if c.Note == "" {
		p.left(x, 0, end-x, h, c.Label, body, ink)
		return
	}
	y := (h - 37) / 2
	p.left(x, y, end-x, 20, c.Label, body, ink)
	p.left(x, y+20, end-x, 16, c.Note, small, k.Mute)
}

func orMuted(r Role) Role {
	if r == Plain {
		return Muted
	}
	return r
}

// checkbox paints the square.
func (p *pen) checkbox(x, y float32, on, focused, off bool) {
	c := Colors()
	if focused {
		p.rect(x-3, y-3, 22, 22, 6, c.Accent)
		p.rect(x-1, y-1, 18, 18, 5, c.Surface)
	}
	switch {
	case on:
		fill := c.Done
		if off {
			fill = c.Plan
		}
		p.rect(x, y, 16, 16, 4, fill)
		p.icon(x+1, y+1, 14, IconCheck, c.Surface)
	case off:
		p.box(x, y, 16, 16, 4, 1.5, c.Soft, c.Line)
	default:
		p.box(x, y, 16, 16, 4, 1.5, c.Surface, c.Plan)
	}
}

// Tapped turns the check.
func (c *Check) Tapped(*fyne.PointEvent) { focus(c); c.turn() }

// TypedKey turns the check on Space and Enter.
func (c *Check) TypedKey(e *fyne.KeyEvent) {
	if c.gone(e) {
		return
	}
	switch e.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		used(e)
		c.turn()
	default:
		passKey(c, e)
	}
}

func (c *Check) turn() {
	if c.off {
		return
	}
	c.On = !c.On
	c.Refresh()
	if c.OnChanged != nil {
		c.OnChanged(c.On)
	}
}
