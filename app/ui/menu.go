package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"portfel/data"
)

// MenuItem is a line of a menu; one without a label is a separator.
type MenuItem struct {
	Label    string
	Icon     Icon
	Shortcut string
	Checked  bool
	Danger   bool
	Disabled bool
	Do       func()
}

// Menu is a list of actions at a place of the window, with keyboard.
type Menu struct {
	keyed
	Items  []MenuItem
	cursor int
	over   *overlay
}

const menuRow, menuGap float32 = 30, 9

// ShowMenu opens a menu with its upper left corner at the place.
func ShowMenu(c fyne.Canvas, at fyne.Position, items []MenuItem) *Menu {
	m := &Menu{Items: items, cursor: nowhere}
	m.ExtendBaseWidget(m)
	size := m.min()
	m.over = showOverlay(c, m, false, func(room fyne.Size) (fyne.Position, fyne.Size) {
		return near(at, size, room, 0)
	})
	c.Focus(m)
	m.move(1)
	return m
}

// CreateRenderer is called by the toolkit.
func (m *Menu) CreateRenderer() fyne.WidgetRenderer { return m.renderer(m, true) }

func (m *Menu) min() fyne.Size {
	w, h := float32(160), float32(8)
	for _, it := range m.Items {
		if it.Label == "" {
			h += menuGap
			continue
		}
		h += menuRow
		row := body.width(it.Label) + 60
		if it.Shortcut != "" {
			row += small.width(it.Shortcut) + 28
		}
		w = max(w, row)
	}
	return fyne.NewSize(w, h)
}

func (m *Menu) paint(p *pen) {
	c := Colors()
	w, y := p.size.Width, float32(4)
	for i := range m.Items {
		it := &m.Items[i]
		if it.Label == "" {
			p.rect(0, y+4, w, 1, 0, c.Line)
			y += menuGap
			continue
		}
		m.row(p, i, it, y)
		y += menuRow
	}
}

func (m *Menu) row(p *pen, i int, it *MenuItem, y float32) {
	c := Colors()
	w, ink := p.size.Width, c.Ink
	if it.Danger {
		ink = c.Late
	}
	if it.Disabled {
		ink = c.Mute
	}
	if i == m.cursor {
		p.rect(4, y, w-8, menuRow, 5, c.AccentSoft)
	}
	mark := it.Icon
	if it.Checked {
		mark = IconCheck
	}
	p.icon(12, y+7, 16, mark, ink)
	sw := small.width(it.Shortcut)
	p.left(36, y, w-36-14-sw, menuRow, it.Label, body, ink)
	if it.Shortcut != "" {
		p.right(w-16-sw, y, sw+2, menuRow, it.Shortcut, small, c.Mute)
	}
	p.hit(0, y, w, menuRow, i)
}

// MouseMoved marks the line under the pointer.
func (m *Menu) MouseMoved(e *desktop.MouseEvent) {
	if z := m.moved(e); z != nowhere && z != m.cursor && !m.Items[z].Disabled {
		m.cursor = z
		m.Refresh()
	}
}

// Tapped does the action under the pointer.
func (m *Menu) Tapped(e *fyne.PointEvent) {
	if z := m.zoneAt(e.Position); z != nowhere {
		m.do(z)
	}
}

func (m *Menu) do(i int) {
	if i < 0 || m.Items[i].Disabled {
		return
	}
	m.over.close()
	if f := m.Items[i].Do; f != nil {
		f()
	}
}

// move walks to the next line that can be chosen.
func (m *Menu) move(by int) {
	n := len(m.Items)
	for k, i := 0, m.cursor; k < n; k++ {
		i = (i + by + n) % n
		if i < 0 {
			i = 0
		}
		if it := m.Items[i]; it.Label != "" && !it.Disabled {
			m.cursor = i
			break
		}
	}
	m.Refresh()
}

// TypedKey walks, chooses and closes.
func (m *Menu) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyDown:
		m.move(1)
	case fyne.KeyUp:
		if m.cursor == nowhere {
			m.cursor = 0
		}
		m.move(-1)
	case fyne.KeyHome:
		m.cursor = nowhere
		m.move(1)
	case fyne.KeyEnd:
		m.cursor = 0
		m.move(-1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		used(e)
		m.do(m.cursor)
	case fyne.KeyEscape, fyne.KeyLeft, fyne.KeyTab:
		m.over.close()
	}
}

// AcceptsTab keeps the focus inside the menu.
func (m *Menu) AcceptsTab() bool { return true }

// TypedRune walks to the next line that begins with the letter.
func (m *Menu) TypedRune(r rune) {
	spaceUsed = false
	for k := 1; k <= len(m.Items); k++ {
		i := (m.cursor + k + len(m.Items)) % len(m.Items)
		it := m.Items[i]
		if !it.Disabled && it.Label != "" && strings.HasPrefix(data.Fold(it.Label), data.Fold(string(r))) {
			m.cursor = i
			m.Refresh()
			return
		}
	}
}
