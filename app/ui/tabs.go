package ui

import (
	"strconv"

	"fyne.io/fyne/v2"
)

// Tab is one page of a record; Count stands after the word when it is not below
// zero.
type Tab struct {
	ID, Label string
	Count     int
}

// NoCount is the Count of a tab without a number.
const NoCount = -1

// Tabs is the strip of a record's pages: words with an accent line under the one
// that is shown.
type Tabs struct {
	keyed
	Tabs     []Tab
	On       string
	OnSelect func(id string)
}

const tabsH, leastGap float32 = 41, 8

// NewTabs makes the strip.
func NewTabs(tabs []Tab, on string, selected func(id string)) *Tabs {
	t := &Tabs{Tabs: tabs, On: on, OnSelect: selected}
	t.ExtendBaseWidget(t)
	return t
}

// SetCount changes the number after a word.
func (t *Tabs) SetCount(id string, n int) {
	for i := range t.Tabs {
		if t.Tabs[i].ID == id {
			t.Tabs[i].Count = n
		}
	}
	t.Refresh()
}

// Select shows another page and calls OnSelect.
func (t *Tabs) Select(id string) {
	if t.On == id {
		return
	}
	t.On = id
	t.Refresh()
	if t.OnSelect != nil {
		t.OnSelect(id)
	}
}

// CreateRenderer is called by the toolkit.
func (t *Tabs) CreateRenderer() fyne.WidgetRenderer { return t.renderer(t, true) }
func (t *Tabs) min() fyne.Size                      { return fyne.NewSize(100, tabsH) }

func (t *Tabs) label(i int) string {
	if n := t.Tabs[i].Count; n >= 0 {
		return t.Tabs[i].Label + " " + strconv.Itoa(n)
	}
	return t.Tabs[i].Label
}

func (t *Tabs) paint(p *pen) {
	c := Colors()
	w, h := p.size.Width, p.size.Height
	p.rect(0, h-1, w, 1, 0, c.Line)
	plain, strong := body, bodyMid
	gap := t.gap(w, strong)
	if gap <= leastGap {
		plain, strong = small, smallMid
		gap = t.gap(w, strong)
	}
	x := float32(16)
	for i := range t.Tabs {
		s := t.label(i)
		tw := strong.width(s) + 1
		on := t.Tabs[i].ID == t.On
		ink, f := c.Mute, plain
		if on {
			ink, f = c.Ink, strong
			p.rect(x, h-2, tw, 2, 0, c.Accent)
			if t.focused {
				p.ring(x-6, 5, tw+12, h-11, 5, c.Surface)
			}
		} else if t.over(i) {
			ink = c.Ink
		}
		p.text(x, 0, tw+2, h-1, s, f, ink, fyne.TextAlignLeading)
		p.hit(x-gap/2, 0, tw+gap, h, i)
		x += tw + gap
	}
}

// gap is 20 units, less when the words would not fit.
func (t *Tabs) gap(w float32, f font) float32 {
	sum := float32(32)
	for i := range t.Tabs {
		sum += f.width(t.label(i)) + 1
	}
	n := float32(max(1, len(t.Tabs)-1))
	return max(leastGap, min(20, (w-sum)/n))
}

// Tapped shows the page under the pointer.
func (t *Tabs) Tapped(e *fyne.PointEvent) {
	if z := t.zoneAt(e.Position); z != nowhere {
		t.Select(t.Tabs[z].ID)
	}
}

// TypedKey walks by arrows.
func (t *Tabs) TypedKey(e *fyne.KeyEvent) {
	if t.gone(e) {
		return
	}
	at := 0
	for i := range t.Tabs {
		if t.Tabs[i].ID == t.On {
			at = i
		}
	}
	switch e.Name {
	case fyne.KeyLeft:
		at--
	case fyne.KeyRight:
		at++
	case fyne.KeyHome:
		at = 0
	case fyne.KeyEnd:
		at = len(t.Tabs) - 1
	default:
		passKey(t, e)
		return
	}
	if at >= 0 && at < len(t.Tabs) {
		t.Select(t.Tabs[at].ID)
	}
}
