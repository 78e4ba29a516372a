package ui

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// pen draws a widget anew on each paint. The objects of the last paint are used
// again in the order of painting, which is also the order of depth.
type pen struct {
	size  fyne.Size
	on    bool // what is painted lies on a chosen row
	objs  []fyne.CanvasObject
	zones []zone

	rects []*canvas.Rectangle
	texts []*canvas.Text
	polys []*canvas.Polygon
	lines []*canvas.Line
	pics  map[fyne.Resource][]*canvas.Image
	used  map[fyne.Resource]int

	nr, nt, np, nl int
}

// zone is a part of the widget that answers to the pointer.
type zone struct {
	x, y, w, h float32
	key        int
}

func (p *pen) begin(size fyne.Size) {
	p.size, p.on = size, false
	p.objs, p.zones = p.objs[:0], p.zones[:0]
	p.nr, p.nt, p.np, p.nl = 0, 0, 0, 0
	clear(p.used)
}

// hit names a part for zoneAt; later parts lie on top.
func (p *pen) hit(x, y, w, h float32, key int) {
	p.zones = append(p.zones, zone{x, y, w, h, key})
}

const nowhere = -1

// zoneAt is the key of the topmost part at the place, or nowhere.
func (p *pen) zoneAt(at fyne.Position) int {
	for i := len(p.zones) - 1; i >= 0; i-- {
		z := &p.zones[i]
		if at.X >= z.x && at.X < z.x+z.w && at.Y >= z.y && at.Y < z.y+z.h {
			return z.key
		}
	}
	return nowhere
}

// rect paints a filled rectangle with the corner radius r.
func (p *pen) rect(x, y, w, h, r float32, c color.NRGBA) {
	p.corners(x, y, w, h, r, r, r, r, c)
}

// corners paints a filled rectangle with a radius for each corner: top left, top
// right, bottom left, bottom right.
func (p *pen) corners(x, y, w, h, tl, tr, bl, br float32, c color.NRGBA) {
	if w <= 0 || h <= 0 || c.A == 0 {
		return
	}
	var o *canvas.Rectangle
	if p.nr < len(p.rects) {
		o = p.rects[p.nr]
	} else {
		o = &canvas.Rectangle{}
		p.rects = append(p.rects, o)
	}
	p.nr++
	setColor(&o.FillColor, c)
	o.CornerRadius = 0
	if tl == tr && bl == br && tl == bl {
		o.CornerRadius, tl, tr, bl, br = tl, 0, 0, 0, 0
	}
	o.TopLeftCornerRadius, o.TopRightCornerRadius = tl, tr
	o.BottomLeftCornerRadius, o.BottomRightCornerRadius = bl, br
	place(o, x, y, w, h)
	p.objs = append(p.objs, o)
}

// setColor avoids boxing the colour again when it stays the same.
func setColor(at *color.Color, c color.NRGBA) {
	if old, ok := (*at).(color.NRGBA); !ok || old != c {
		*at = c
	}
}

func place(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.Position{X: x, Y: y})
	o.Resize(fyne.Size{Width: w, Height: h})
}

// box paints a surface with a line of the given thickness inside its edge.
func (p *pen) box(x, y, w, h, r, thick float32, fill, line color.NRGBA) {
	p.rect(x, y, w, h, r, line)
	p.rect(x+thick, y+thick, w-2*thick, h-2*thick, max(r-thick, 0), fill)
}

// ring paints the focus ring as a surface: the accent line and the fill inside.
func (p *pen) ring(x, y, w, h, r float32, fill color.NRGBA) {
	p.box(x, y, w, h, r, 2, fill, Colors().Accent)
}

// frame paints the ground of a widget that has no row to show its focus on: the
// accent line along its edge, with the radius of a card's corners above and
// below, and the surface inside.
func (p *pen) frame(y, w, h, up, down float32, on bool) {
	if !on {
		return
	}
	c := Colors()
	p.corners(0, y, w, h, up, up, down, down, c.Accent)
	p.corners(2, y+2, w-4, h-4, max(up-2, 0), max(up-2, 0), max(down-2, 0), max(down-2, 0), c.Surface)
}

// text paints one line, centred in the height h and cut to the width w.
func (p *pen) text(x, y, w, h float32, s string, f font, c color.NRGBA, a fyne.TextAlign) {
	if s = f.cut(s, w); s == "" {
		return
	}
	p.raw(x, y, w, h, s, f, c, a)
}

// left and right are the common cases of text.
func (p *pen) left(x, y, w, h float32, s string, f font, c color.NRGBA) {
	p.text(x, y, w, h, s, f, c, fyne.TextAlignLeading)
}

func (p *pen) right(x, y, w, h float32, s string, f font, c color.NRGBA) {
	p.text(x, y, w, h, s, f, c, fyne.TextAlignTrailing)
}

// raw paints text that is known to fit. The place of the text is worked out
// here and its size depends on the font alone: a change of size makes the
// toolkit refresh the object, a change of place does not.
func (p *pen) raw(x, y, w, h float32, s string, f font, c color.NRGBA, a fyne.TextAlign) {
	var o *canvas.Text
	if p.nt < len(p.texts) {
		o = p.texts[p.nt]
	} else {
		o = &canvas.Text{}
		p.texts = append(p.texts, o)
	}
	p.nt++
	setColor(&o.Color, c)
	switch a {
	case fyne.TextAlignTrailing:
		x += w - f.width(s)
	case fyne.TextAlignCenter:
		x += (w - f.width(s)) / 2
	}
	o.Text, o.TextSize, o.TextStyle, o.FontSource = s, f.size, f.style(), f.source()
	high := f.high()
	place(o, whole(x), whole(y+(h-high)/2), 1, high) // between pixels a text is blurred
	p.objs = append(p.objs, o)
}

func whole(v float32) float32 { return float32(math.Round(float64(v))) }

// poly paints a regular polygon: 4 sides turned by 45 degrees make a diamond, 3
// an arrow head.
func (p *pen) poly(x, y, size float32, sides uint, angle float32, c color.NRGBA) {
	var o *canvas.Polygon
	if p.np < len(p.polys) {
		o = p.polys[p.np]
	} else {
		o = &canvas.Polygon{}
		p.polys = append(p.polys, o)
	}
	p.np++
	o.Sides, o.Angle = sides, angle
	setColor(&o.FillColor, c)
	place(o, x, y, size, size)
	p.objs = append(p.objs, o)
}

// line paints a straight line of the given thickness.
func (p *pen) line(x1, y1, x2, y2, thick float32, c color.NRGBA) {
	var o *canvas.Line
	if p.nl < len(p.lines) {
		o = p.lines[p.nl]
	} else {
		o = &canvas.Line{}
		p.lines = append(p.lines, o)
	}
	p.nl++
	setColor(&o.StrokeColor, c)
	o.StrokeWidth = thick
	o.Position1, o.Position2 = fyne.Position{X: x1, Y: y1}, fyne.Position{X: x2, Y: y2}
	p.objs = append(p.objs, o)
}

// dash paints a horizontal dashed line: the toolkit has none.
func (p *pen) dash(x, y, w float32, c color.NRGBA) {
	for at := float32(0); at < w; at += 5 {
		p.rect(x+at, y, min(3, w-at), 1, 0, c)
	}
}

// icon paints an icon into a square.
func (p *pen) icon(x, y, size float32, i Icon, c color.NRGBA) {
	if i == "" {
		return
	}
	res := i.resource(c)
	if res == nil {
		return
	}
	if p.pics == nil {
		p.pics, p.used = map[fyne.Resource][]*canvas.Image{}, map[fyne.Resource]int{}
	}
	n := p.used[res]
	p.used[res] = n + 1
	if n == len(p.pics[res]) {
		img := canvas.NewImageFromResource(res)
		img.FillMode = canvas.ImageFillContain
		p.pics[res] = append(p.pics[res], img)
	}
	o := p.pics[res][n]
	place(o, x, y, size, size)
	p.objs = append(p.objs, o)
}

// child lays a widget at a place among the painted objects.
func (p *pen) child(o fyne.CanvasObject, x, y, w, h float32) {
	place(o, x, y, w, h)
	p.objs = append(p.objs, o)
}
