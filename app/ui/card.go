package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Card is a surface with a line around it, a title row and content below.
type Card struct {
	widget.BaseWidget
	Title, Note string
	Content     fyne.CanvasObject
	Actions     []fyne.CanvasObject // small buttons at the right of the title row
	Inset       float32             // room between the line and the content
}

const cardHead float32 = 45

// NewCard makes a card; without title and note it has no title row.
func NewCard(title, note string, content fyne.CanvasObject) *Card {
	c := &Card{Title: title, Note: note, Content: content}
	c.ExtendBaseWidget(c)
	return c
}

// SetTitle changes title and note.
func (c *Card) SetTitle(title, note string) {
	c.Title, c.Note = title, note
	c.Refresh()
}

func (c *Card) head() float32 {
	if c.Title == "" && c.Note == "" && len(c.Actions) == 0 {
		return 0
	}
	return cardHead
}

// CreateRenderer is called by the toolkit.
func (c *Card) CreateRenderer() fyne.WidgetRenderer {
	f := &cardFace{card: c}
	f.ExtendBaseWidget(f)
	return &cardRenderer{c: c, face: f}
}

// cardFace paints surface and title.
type cardFace struct {
	own
	card *Card
}

// CreateRenderer is called by the toolkit.
func (f *cardFace) CreateRenderer() fyne.WidgetRenderer { return f.renderer(f, false) }
func (f *cardFace) min() fyne.Size                      { return fyne.NewSize(0, 0) }

func (f *cardFace) paint(p *pen) {
	c, k := Colors(), f.card
	w, h := p.size.Width, p.size.Height
	p.box(0, 0, w, h, 8, 1, c.Surface, c.Line)
	if k.head() == 0 {
		return
	}
	room := w - 32
	for _, a := range k.Actions {
		room -= a.MinSize().Width + 6
	}
	tw := bodyBold.width(k.Title)
	p.left(16, 0, room, cardHead, k.Title, bodyBold, c.Ink)
	if left := room - tw - 12; left > 20 {
		p.right(16+tw+12, 0, left, cardHead, k.Note, body, c.Mute)
	}
	p.rect(1, cardHead-1, w-2, 1, 0, c.Line)
}

type cardRenderer struct {
	c    *Card
	face *cardFace
}

func (r *cardRenderer) Destroy() {}

func (r *cardRenderer) Objects() []fyne.CanvasObject {
	objs := append([]fyne.CanvasObject{r.face}, r.c.Actions...)
	if r.c.Content != nil {
		objs = append(objs, r.c.Content)
	}
	return objs
}

func (r *cardRenderer) MinSize() fyne.Size {
	s := fyne.NewSize(60, r.c.head()+2)
	if r.c.Content != nil {
		m := r.c.Content.MinSize()
		s.Width = max(s.Width, m.Width+2+2*r.c.Inset)
		s.Height = r.c.head() + m.Height + 1 + 2*r.c.Inset
		if r.c.head() == 0 {
			s.Height++
		}
	}
	return s
}

func (r *cardRenderer) Layout(s fyne.Size) {
	r.face.Resize(s)
	x := s.Width - 10
	for i := len(r.c.Actions) - 1; i >= 0; i-- {
		a := r.c.Actions[i]
		m := a.MinSize()
		x -= m.Width
		place(a, x, (cardHead-m.Height)/2, m.Width, m.Height)
		x -= 6
	}
	if r.c.Content != nil {
		if k, ok := r.c.Content.(interface{ carded(bool) }); ok && r.c.Inset == 0 {
			k.carded(r.c.head() == 0)
		}
		in, y := r.c.Inset, max(r.c.head(), 1)
		place(r.c.Content, 1+in, y+in, s.Width-2-2*in, s.Height-y-1-2*in)
	}
}

func (r *cardRenderer) Refresh() {
	r.Layout(r.c.Size())
	r.face.Refresh()
	for _, o := range r.Objects()[1:] {
		o.Refresh()
	}
}

func (c *Card) parts() []fyne.CanvasObject {
	return append(append([]fyne.CanvasObject{}, c.Actions...), c.Content)
}
