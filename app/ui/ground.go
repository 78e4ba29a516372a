package ui

import "fyne.io/fyne/v2"

// Ground is a surface with a line below it under parts that are not widgets of
// their own: the bar of a page, as its choice and its tabs.
type Ground struct {
	own
	Content fyne.CanvasObject
}

// NewGround lays content on a surface.
func NewGround(content fyne.CanvasObject) *Ground {
	g := &Ground{Content: content}
	g.ExtendBaseWidget(g)
	return g
}

// CreateRenderer is called by the toolkit.
func (g *Ground) CreateRenderer() fyne.WidgetRenderer { return g.renderer(g, true) }
func (g *Ground) min() fyne.Size                      { return g.Content.MinSize() }

func (g *Ground) paint(p *pen) {
	c := Colors()
	w, h := p.size.Width, p.size.Height
	p.rect(0, 0, w, h, 0, c.Surface)
	p.rect(0, h-1, w, 1, 0, c.Line)
	p.child(g.Content, 0, 0, w, h)
}
