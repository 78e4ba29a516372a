package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// CreateRenderer is called by the toolkit: the toolkit's text with our own
// surface, line and focus, and the text in the middle of the height.
func (f *Field) CreateRenderer() fyne.WidgetRenderer {
	inner := f.Entry.CreateRenderer()
	r := &fieldRenderer{WidgetRenderer: inner, f: f, edge: &canvas.Rectangle{}, fill: &canvas.Rectangle{}}
	r.colour()
	return r
}

type fieldRenderer struct {
	fyne.WidgetRenderer
	f          *Field
	edge, fill *canvas.Rectangle
}

// Objects leaves out the first two of the toolkit: its box and its border.
func (r *fieldRenderer) Objects() []fyne.CanvasObject {
	return append([]fyne.CanvasObject{r.edge, r.fill}, r.WidgetRenderer.Objects()[2:]...)
}

func (r *fieldRenderer) Layout(s fyne.Size) {
	thick := r.thick()
	place(r.edge, 0, 0, s.Width, s.Height)
	place(r.fill, thick, thick, s.Width-2*thick, s.Height-2*thick)
	if r.f.MultiLine {
		r.WidgetRenderer.Layout(s)
		return
	}
	const natural = SizeText*1.21 + 14
	r.WidgetRenderer.Layout(fyne.NewSize(s.Width, natural))
	shift := (s.Height - natural) / 2
	for _, o := range r.WidgetRenderer.Objects()[2:] {
		o.Move(o.Position().AddXY(0, shift))
	}
}

func (r *fieldRenderer) thick() float32 {
	if r.f.focused {
		return 2
	}
	return 1
}

func (r *fieldRenderer) colour() {
	c := Colors()
	line, back := mix(c.Line, c.Plan, .7), c.Surface
	switch {
	case r.f.problem != "":
		line = c.Late
	case r.f.focused:
		line = c.Accent
	case r.f.Disabled():
		back = c.Soft
	}
	r.edge.FillColor, r.fill.FillColor = line, back
	r.edge.CornerRadius = 6
	r.fill.CornerRadius = 6 - r.thick()
}

func (r *fieldRenderer) Refresh() {
	r.WidgetRenderer.Refresh()
	r.colour()
	r.Layout(r.f.Size())
	repaint(r.f.self)
}
