package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"portfel/data"
)

// LoadWeek is one bar: the hours of a week and its norm.
type LoadWeek struct {
	Label      string // week number
	Load, Norm data.Minutes
	Tip        string
}

// LoadBars shows the load by weeks with a dashed line at the norm; what is above
// it is red and the number says by how much.
type LoadBars struct {
	own
	Weeks  []LoadWeek
	OnOpen func(i int)
}

// NewLoadBars makes the chart.
func NewLoadBars(weeks []LoadWeek) *LoadBars {
	b := &LoadBars{Weeks: weeks}
	b.ExtendBaseWidget(b)
	return b
}

// Set changes the weeks.
func (b *LoadBars) Set(weeks []LoadWeek) { b.Weeks = weeks; b.Refresh() }

// CreateRenderer is called by the toolkit.
func (b *LoadBars) CreateRenderer() fyne.WidgetRenderer { return b.renderer(b, true) }
func (b *LoadBars) min() fyne.Size                      { return fyne.NewSize(240, 132) }

// over is the minutes above a tenth of the norm that are worth a red number.
func (w *LoadWeek) heavy() bool { return w.Load > w.Norm+w.Norm/10 }

func (b *LoadBars) paint(p *pen) {
	if len(b.Weeks) == 0 {
		return
	}
	most := data.Minutes(1)
	for _, w := range b.Weeks {
		most = max(most, w.Load, w.Norm)
	}
	floor := whole(p.size.Height - 33)
	scale := (floor - 36) / float32(most)
	cw := (p.size.Width - 32 + 10) / float32(len(b.Weeks))
	for i := range b.Weeks {
		b.paintWeek(p, i, 16+float32(i)*cw, cw-10, floor, scale)
	}
	for i := range b.Weeks {
		if n := b.Weeks[i].Norm; n > 0 {
			p.dash(16+float32(i)*cw-5, floor-float32(n)*scale, cw, Colors().Mute)
		}
	}
	for i := range b.Weeks {
		b.paintNumber(p, &b.Weeks[i], 16+float32(i)*cw, cw-10, floor, scale)
	}
}

func (b *LoadBars) paintWeek(p *pen, i int, x, w, floor, scale float32) {
	c, k := Colors(), &b.Weeks[i]
	fill, late := c.Accent, c.Late
	if i > 0 {
		fill, late = mix(fill, c.Surface, .85), mix(late, c.Surface, .85)
	}
	x, w = whole(x), whole(w)
	h := whole(float32(k.Load) * scale)
	if k.Load > k.Norm {
		p.rect(x, floor-h, w, h, 3, late)
		h = whole(float32(k.Norm) * scale)
		p.rect(x, floor-h, w, h, 0, fill)
	} else if h > 0 {
		p.rect(x, floor-h, w, h, 3, fill)
		p.rect(x, floor-whole(h/2), w, whole(h/2), 0, fill)
	}
	p.text(x-5, floor+3, w+10, 16, k.Label, small, c.Mute, fyne.TextAlignCenter)
	p.hit(x-5, 0, w+10, p.size.Height, i)
}

// paintNumber paints the hours over a bar, before the dashed line.
func (b *LoadBars) paintNumber(p *pen, k *LoadWeek, x, w, floor, scale float32) {
	c := Colors()
	label, f, ink := words.HoursNumber(k.Load), small, c.Mute
	if k.heavy() {
		label, f, ink = "+"+words.HoursNumber(k.Load-k.Norm), smallBold, c.Late
	}
	y := floor - float32(k.Load)*scale - 20
	tw := f.width(label) + 6
	if line := floor - float32(k.Norm)*scale; line > y && line < y+17 {
		p.rect(x+(w-tw)/2, y+2, tw, 15, 0, c.Surface)
	}
	p.text(x-5, y, w+10, 16, label, f, ink, fyne.TextAlignCenter)
}

// MouseMoved shows the tip of a week.
func (b *LoadBars) MouseMoved(e *desktop.MouseEvent) {
	b.own.MouseMoved(e)
	if z := b.zone; z >= 0 && z < len(b.Weeks) {
		b.tip.plan(b, b.Weeks[z].Tip, placeOf(b).Add(e.Position))
	}
}

// Tapped opens a week.
func (b *LoadBars) Tapped(e *fyne.PointEvent) {
	if z := b.zoneAt(e.Position); z != nowhere && b.OnOpen != nil {
		b.OnOpen(z)
	}
}
