package ui

import (
	"strconv"

	"fyne.io/fyne/v2"

	"portfel/data"
)

// CurvePoint is how much has happened by the end of a day: a share of 0..1.
type CurvePoint struct {
	Day   data.Date
	Share float32
}

// CurveMark names a point of the curve, as «80 % — 04.02».
type CurveMark struct {
	Day   data.Date
	Share float32
	Label string
}

// CurveLine is a day of meaning: an upright line with a word.
type CurveLine struct {
	Day   data.Date
	Label string
	Role  Role
}

// Curve is a curve that rises from 0 to 100 per cent over days, as the chance
// that a plan has ended, with marks on it and upright lines.
type Curve struct {
	own
	Points []CurvePoint // by day, the last one at 1
	Marks  []CurveMark
	Lines  []CurveLine
	Empty  *Empty
}

// NewCurve makes an empty curve.
func NewCurve() *Curve {
	c := &Curve{}
	c.ExtendBaseWidget(c)
	return c
}

// Set shows another curve.
func (v *Curve) Set(points []CurvePoint, marks []CurveMark, lines []CurveLine) {
	v.Points, v.Marks, v.Lines = points, marks, lines
	v.Refresh()
}

// CreateRenderer is called by the toolkit.
func (v *Curve) CreateRenderer() fyne.WidgetRenderer { return v.renderer(v, true) }
func (v *Curve) min() fyne.Size                      { return fyne.NewSize(240, 170) }

// curveBox is where the curve is drawn and how days and shares stand in it.
type curveBox struct {
	x, y, w, h float32
	from, to   data.Date
}

func (b *curveBox) day(d data.Date) float32 {
	return b.x + b.w*float32(d-b.from)/float32(max(1, b.to-b.from))
}
func (b *curveBox) share(s float32) float32 { return b.y + b.h*(1-s) }

func (v *Curve) box(p *pen) curveBox {
	b := curveBox{x: 56, y: 26, w: p.size.Width - 56 - 24, h: p.size.Height - 26 - 30}
	b.from, b.to = v.Points[0].Day, v.Points[len(v.Points)-1].Day
	for _, l := range v.Lines {
		b.from, b.to = min(b.from, l.Day), max(b.to, l.Day)
	}
	b.from, b.to = b.from-1, b.to+1
	return b
}

func (v *Curve) paint(p *pen) {
	v.ground(p)
	if len(v.Points) == 0 {
		if v.Empty != nil {
			p.child(v.Empty, 0, 0, p.size.Width, p.size.Height)
		}
		return
	}
	b := v.box(p)
	v.paintAxes(p, &b)
	v.paintLines(p, &b)
	c := Colors()
	x, y := b.day(b.from), b.share(0)
	for _, pt := range v.Points {
		// nothing ends on days without a point: the curve is level until the day before
		before, nx, ny := b.day(pt.Day-1), b.day(pt.Day), b.share(pt.Share)
		if before > x {
			p.line(x, y, before, y, 2, c.Accent)
			x = before
		}
		p.line(x, y, nx, ny, 2, c.Accent)
		x, y = nx, ny
	}
	p.line(x, y, b.day(b.to), y, 2, c.Accent)
	v.paintMarks(p, &b)
}

// paintAxes paints the shares at the left and the days below, as many as there
// is room for.
func (v *Curve) paintAxes(p *pen, b *curveBox) {
	c := Colors()
	for i := 0; i <= 4; i++ {
		y := whole(b.share(float32(i) / 4))
		p.rect(b.x, y, b.w, 1, 0, c.Soft)
		p.right(0, y-8, b.x-8, 16, strconv.Itoa(25*i)+" %", small, c.Mute)
	}
	step := data.Date(1)
	for _, s := range []data.Date{1, 2, 7, 14, 28, 56, 91, 182, 364} {
		if step = s; b.w*float32(s)/float32(b.to-b.from) >= 64 {
			break
		}
	}
	d := b.from + 1
	if step >= 7 {
		d = (b.from + 6).Monday()
	}
	for ; d < b.to; d += step {
		x := whole(b.day(d))
		p.rect(x, b.y+b.h, 1, 4, 0, c.Line)
		p.text(x-36, b.y+b.h+6, 72, 16, words.DayMonth(d), small, c.Mute, fyne.TextAlignCenter)
	}
	p.rect(b.x, whole(b.share(0)), b.w, 1, 0, c.Line)
}

// paintLines paints the days of meaning; their words stand above the picture,
// the second one on the other side of its line when they are near.
func (v *Curve) paintLines(p *pen, b *curveBox) {
	for _, l := range v.Lines {
		ink := Colors().Color(orMuted(l.Role))
		x := whole(b.day(l.Day))
		for y := b.y - 6; y < b.y+b.h; y += 6 {
			p.rect(x, y, 1, 4, 0, ink)
		}
		w := small.width(l.Label) + 2
		at := x + 5
		if v.left(b, l) || at+w > p.size.Width-4 {
			at = x - 5 - w
		}
		p.left(max(4, at), b.y-24, w+4, 16, l.Label, smallMid, ink)
	}
}

// left tells whether the word of a line belongs to its left side: another line
// follows soon.
func (v *Curve) left(b *curveBox, l CurveLine) bool {
	w := small.width(l.Label) + 20
	for _, o := range v.Lines {
		if o.Day > l.Day && b.day(o.Day)-b.day(l.Day) < w {
			return true
		}
	}
	return false
}

// paintMarks paints the dots; the words stand to the left, where a rising curve
// leaves room, or to the right when there is none.
func (v *Curve) paintMarks(p *pen, b *curveBox) {
	c := Colors()
	for _, m := range v.Marks {
		x, y := b.day(m.Day), b.share(m.Share)
		w := smallMid.width(m.Label) + 2
		p.rect(x-5, y-5, 10, 10, 5, c.Surface)
		p.rect(x-4, y-4, 8, 8, 4, c.Accent)
		at := x - 12 - w
		if at < b.x+2 {
			at = x + 12
		}
		p.rect(at-3, y-8, w+6, 16, 3, fade(c.Surface, 220))
		p.left(at, y-8, w+2, 16, m.Label, smallMid, c.Ink)
	}
}
