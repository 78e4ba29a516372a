package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// TopBar is the head of a screen: its title, a chip, a muted line, the search
// box and the buttons; the last button is the primary one.
type TopBar struct {
	widget.BaseWidget
	Title, Crumb string
	ChipRole     Role
	ChipWord     string // "" = no chip
	Search       *SearchBox
	Buttons      []fyne.CanvasObject
}

// TopBarHeight is the height of the head of a screen.
const TopBarHeight float32 = 56

// NewTopBar makes a head; search is called by a tap into the search box and may
// be nil, then there is no box.
func NewTopBar(title, crumb string, search func(), buttons ...*Button) *TopBar {
	t := &TopBar{Title: title, Crumb: crumb}
	if search != nil {
		t.Search = NewSearchBox(search)
	}
	t.setButtons(buttons)
	t.ExtendBaseWidget(t)
	return t
}

// Set changes title and muted line.
func (t *TopBar) Set(title, crumb string) { t.Title, t.Crumb = title, crumb; t.Refresh() }

// SetChip changes the chip after the title; "" takes it away.
func (t *TopBar) SetChip(r Role, word string) { t.ChipRole, t.ChipWord = r, word; t.Refresh() }

// SetButtons changes the buttons at the right.
func (t *TopBar) SetButtons(buttons ...*Button) { t.setButtons(buttons); t.Refresh() }

func (t *TopBar) setButtons(buttons []*Button) {
	t.Buttons = t.Buttons[:0]
	for _, b := range buttons {
		t.Buttons = append(t.Buttons, b)
	}
}

// CreateRenderer is called by the toolkit.
func (t *TopBar) CreateRenderer() fyne.WidgetRenderer {
	f := &topFace{bar: t}
	f.ExtendBaseWidget(f)
	return &topRenderer{t, f}
}

type topFace struct {
	own
	bar   *TopBar
	right float32 // where the search box begins
}

// CreateRenderer is called by the toolkit.
func (f *topFace) CreateRenderer() fyne.WidgetRenderer { return f.renderer(f, true) }
func (f *topFace) min() fyne.Size                      { return fyne.NewSize(0, TopBarHeight) }

func (f *topFace) paint(p *pen) {
	c, b := Colors(), f.bar
	w, h := p.size.Width, p.size.Height
	p.rect(0, 0, w, h, 0, c.Surface)
	p.rect(0, h-1, w, 1, 0, c.Line)
	x, end := float32(24), f.right-16
	p.left(x, 0, end-x, h-1, b.Title, title, c.Ink)
	x += title.width(b.Title) + 12
	if b.ChipWord != "" && end-x > 40 {
		x += p.chip(x, (h-chipH)/2, end-x, b.ChipRole, b.ChipWord) + 12
	}
	if end-x > 40 {
		p.left(x, 0, end-x, h-1, b.Crumb, body, c.Mute)
	}
}

type topRenderer struct {
	t    *TopBar
	face *topFace
}

func (r *topRenderer) Destroy()           {}
func (r *topRenderer) MinSize() fyne.Size { return fyne.NewSize(400, TopBarHeight) }

func (r *topRenderer) Objects() []fyne.CanvasObject {
	objs := []fyne.CanvasObject{r.face}
	if r.t.Search != nil {
		objs = append(objs, r.t.Search)
	}
	return append(objs, r.t.Buttons...)
}

func (r *topRenderer) Layout(s fyne.Size) {
	x := s.Width - 24
	for i := len(r.t.Buttons) - 1; i >= 0; i-- {
		m := r.t.Buttons[i].MinSize()
		x -= m.Width
		place(r.t.Buttons[i], x, (s.Height-1-m.Height)/2, m.Width, m.Height)
		x -= 12
	}
	if r.t.Search != nil {
		w := r.searchWidth(x)
		x -= w
		place(r.t.Search, x, (s.Height-35)/2, w, 34)
	}
	r.face.right = x
	place(r.face, 0, 0, s.Width, s.Height)
	r.face.Refresh()
}

// searchWidth gives the box 300 units, less when the title needs the room.
func (r *topRenderer) searchWidth(end float32) float32 {
	need := 24 + title.width(r.t.Title) + body.width(r.t.Crumb) + 60
	if r.t.ChipWord != "" {
		need += chipWidth(r.t.ChipWord) + 12
	}
	return min(300, max(190, end-need))
}

func (r *topRenderer) Refresh() {
	r.Layout(r.t.Size())
	for _, o := range r.Objects()[1:] {
		o.Refresh()
	}
}

// SearchBox looks like a field and opens the search of the window (Ctrl+K).
type SearchBox struct {
	keyed
	Hint, Keys string // "" = the usual words
	OnTapped   func()
}

// NewSearchBox makes a box that calls tapped.
func NewSearchBox(tapped func()) *SearchBox {
	s := &SearchBox{OnTapped: tapped}
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer is called by the toolkit.
func (s *SearchBox) CreateRenderer() fyne.WidgetRenderer { return s.renderer(s, false) }
func (s *SearchBox) min() fyne.Size                      { return fyne.NewSize(190, 34) }

func (s *SearchBox) paint(p *pen) {
	c := Colors()
	w, h := p.size.Width, p.size.Height
	if s.focused {
		p.ring(0, 0, w, h, 6, c.Paper)
	} else {
		p.box(0, 0, w, h, 6, 1, c.Paper, c.Line)
	}
	if s.in {
		p.rect(0, 0, w, h, 6, c.Hover)
	}
	hint, keys := s.Hint, s.Keys
	if hint == "" {
		hint = say("search")
	}
	if keys == "" {
		keys = "Ctrl K"
	}
	kw := body.width(keys)
	p.left(11, 0, w-32-kw, h, hint, body, c.Mute)
	p.right(w-14-kw, 0, kw+3, h, keys, body, c.Mute)
}

// Tapped opens the search.
func (s *SearchBox) Tapped(*fyne.PointEvent) {
	if s.OnTapped != nil {
		s.OnTapped()
	}
}

// TypedKey opens the search on Enter and Space.
func (s *SearchBox) TypedKey(e *fyne.KeyEvent) {
	if s.gone(e) {
		return
	}
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		used(e)
		s.Tapped(nil)
	default:
		passKey(s, e)
	}
}

func (t *TopBar) parts() []fyne.CanvasObject {
	return append([]fyne.CanvasObject{t.Search}, t.Buttons...)
}
