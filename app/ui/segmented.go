package ui

import "fyne.io/fyne/v2"

// Segmented is a row of chips of which one is on, or, with Many, each by itself:
// scale of the chart, filters of a list.
type Segmented struct {
	keyed
	Options []Option
	On      map[string]bool
	Many    bool
	// OnChanged hears which option was turned and how it stands.
	OnChanged func(id string, on bool)
	cursor    int
}

// NewSegmented makes chips of which exactly one is on.
func NewSegmented(options []Option, on string, changed func(id string)) *Segmented {
	s := newSegmented(options, changed)
	s.On[on] = true
	return s
}

// NewToggles makes chips that are turned one by one.
func NewToggles(options []Option, on []string, changed func(id string, on bool)) *Segmented {
	s := newSegmented(options, nil)
	s.Many, s.OnChanged = true, changed
	for _, id := range on {
		s.On[id] = true
	}
	return s
}

func newSegmented(options []Option, changed func(string)) *Segmented {
	s := &Segmented{Options: options, On: map[string]bool{}}
	s.OnChanged = func(id string, _ bool) {
		if changed != nil {
			changed(id)
		}
	}
	s.ExtendBaseWidget(s)
	return s
}

// Set turns one option on (and the others off, unless Many) without a call.
func (s *Segmented) Set(id string, on bool) {
	if !s.Many {
		clear(s.On)
	}
	s.On[id] = on
	s.Refresh()
}

// Chosen is the id of the first option that is on.
func (s *Segmented) Chosen() string {
	for _, o := range s.Options {
		if s.On[o.ID] {
			return o.ID
		}
	}
	return ""
}

// CreateRenderer is called by the toolkit.
func (s *Segmented) CreateRenderer() fyne.WidgetRenderer { return s.renderer(s, false) }

func (s *Segmented) min() fyne.Size {
	w := float32(0)
	for _, o := range s.Options {
		w += s.width(o) + 8
	}
	return fyne.NewSize(max(0, w-8), 26)
}

func (s *Segmented) width(o Option) float32 {
	w := chipWidth(o.Label)
	if o.Note != "" {
		w += small.width(o.Note) + 5
	}
	return w
}

func (s *Segmented) paint(p *pen) {
	c := Colors()
	x, y := float32(0), (p.size.Height-chipH)/2
	for i, o := range s.Options {
		w := s.width(o)
		back, ink := c.Soft, c.Word(Plain)
		if s.On[o.ID] {
			back, ink = c.AccentSoft, c.Accent
		}
		if s.focused && i == s.cursor {
			p.rect(x-2, y-2, w+4, chipH+4, 11, c.Accent)
			p.rect(x-.5, y-.5, w+1, chipH+1, 10, c.Surface)
		}
		p.rect(x, y, w, chipH, chipH/2, back)
		if s.over(i) {
			p.rect(x, y, w, chipH, chipH/2, c.Hover)
		}
		label := o.Label
		if o.Note != "" {
			label += "  " + o.Note
		}
		p.raw(x, y, w, chipH, label, small, ink, fyne.TextAlignCenter)
		p.hit(x-4, 0, w+8, p.size.Height, i)
		x += w + 8
	}
}

func (s *Segmented) turn(i int) {
	o := s.Options[i]
	s.cursor = i
	on := !s.On[o.ID]
	if !s.Many {
		if !on {
			s.Refresh()
			return
		}
		clear(s.On)
	}
	s.On[o.ID] = on
	s.Refresh()
	if s.OnChanged != nil {
		s.OnChanged(o.ID, on)
	}
}

// Tapped turns the chip under the pointer.
func (s *Segmented) Tapped(e *fyne.PointEvent) {
	if z := s.zoneAt(e.Position); z != nowhere {
		s.turn(z)
	}
}

// TypedKey walks by arrows and turns by Space or Enter.
func (s *Segmented) TypedKey(e *fyne.KeyEvent) {
	if s.gone(e) {
		return
	}
	n := len(s.Options)
	if n == 0 {
		return
	}
	switch e.Name {
	case fyne.KeyLeft:
		s.cursor = max(0, s.cursor-1)
	case fyne.KeyRight:
		s.cursor = min(n-1, s.cursor+1)
	case fyne.KeyHome:
		s.cursor = 0
	case fyne.KeyEnd:
		s.cursor = n - 1
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		used(e)
		s.turn(s.cursor)
	default:
		passKey(s, e)
		return
	}
	s.Refresh()
}
