package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"portfel/data"
)

// TimelineItem is one event on a Timeline.
type TimelineItem struct {
	Day      data.Date
	Base     data.Date // where it once stood; zero = unknown
	Deadline data.Date // zero = none
	Label    string
	Role     Role
	Tip      string
}

// Timeline is a picture of events along one line of time: diamonds, the places
// where they once stood as empty ones, deadlines as marks, today as a line.
type Timeline struct {
	own
	Items    []TimelineItem
	Today    data.Date
	OnSelect func(i int)
	On       int // the chosen one, -1 = none
	Lanes    int // lines of words below the axis; 0 = 3
}

const timelineAxis float32 = 46

// NewTimeline makes an empty picture.
func NewTimeline() *Timeline {
	t := &Timeline{On: nowhere}
	t.ExtendBaseWidget(t)
	return t
}

// Set shows other events; none is chosen.
func (t *Timeline) Set(items []TimelineItem, today data.Date) {
	t.Items, t.Today, t.On = items, today, nowhere
	t.Refresh()
}

// Select marks an event without a call.
func (t *Timeline) Select(i int) { t.On = i; t.Refresh() }

// CreateRenderer is called by the toolkit.
func (t *Timeline) CreateRenderer() fyne.WidgetRenderer { return t.renderer(t, true) }
func (t *Timeline) min() fyne.Size {
	return fyne.NewSize(200, timelineAxis+16+18*float32(t.lanes())+8)
}

func (t *Timeline) lanes() int {
	if t.Lanes == 0 {
		return 3
	}
	return t.Lanes
}

// span is the range of the axis: all that is shown, with some air.
func (t *Timeline) span() (from, to data.Date) {
	from, to = t.Today, t.Today
	for _, x := range t.Items {
		for _, d := range []data.Date{x.Day, x.Base, x.Deadline} {
			if !d.IsZero() {
				from, to = min(from, d), max(to, d)
			}
		}
	}
	air := max(7, (to-from)/25)
	return from - air, to + air
}

func (t *Timeline) paint(p *pen) {
	t.ground(p)
	if len(t.Items) == 0 {
		return
	}
	b := curveBox{x: 16, w: p.size.Width - 32}
	b.from, b.to = t.span()
	t.paintMonths(p, &b)
	c := Colors()
	p.rect(b.x, timelineAxis, b.w, 2, 1, c.Line)
	x := whole(b.day(t.Today))
	p.rect(x, 24, 2, p.size.Height-30, 0, c.Accent)
	t.paintTerms(p, &b)
	ends := make([]float32, t.lanes())
	for i := range t.Items {
		t.paintItem(p, &b, i, ends)
	}
}

func (t *Timeline) paintMonths(p *pen, b *curveBox) {
	c := Colors()
	step := 1
	for b.w*30*float32(step)/float32(b.to-b.from) < 60 {
		step *= 3
	}
	d := b.from.MonthStart()
	for ; d <= b.to; d = d.AddMonths(step) {
		x := b.day(d)
		if x < b.x {
			continue
		}
		p.rect(whole(x), 8, 1, timelineAxis-10, 0, c.Soft)
		p.left(x+5, 6, min(110, p.size.Width-x-8), 16, words.MonthYear(d), small, c.Mute)
	}
}

// paintTerms paints deadlines and former places under the diamonds.
func (t *Timeline) paintTerms(p *pen, b *curveBox) {
	c := Colors()
	for _, x := range t.Items {
		if !x.Deadline.IsZero() {
			at := whole(b.day(x.Deadline))
			ink := c.Mute
			if x.Day > x.Deadline {
				ink = c.Late
				p.dash(at, timelineAxis, b.day(x.Day)-at, c.Late)
			}
			p.rect(at, timelineAxis-9, 2, 20, 1, ink)
		}
		if !x.Base.IsZero() && x.Base != x.Day {
			at := b.day(x.Base)
			p.poly(at-8, timelineAxis-7, 16, 4, 0, c.Plan)
			p.poly(at-6, timelineAxis-5, 12, 4, 0, c.Surface)
		}
	}
}

// paintItem paints a diamond and, where a lane is free, its word.
func (t *Timeline) paintItem(p *pen, b *curveBox, i int, ends []float32) {
	c := Colors()
	v := &t.Items[i]
	x := b.day(v.Day)
	ink := c.Ink
	if v.Role != Plain {
		ink = c.Color(v.Role)
	}
	size := float32(16)
	if i == t.On || t.over(i) {
		size = 20
	}
	p.poly(x-size/2, timelineAxis+1-size/2, size, 4, 0, ink)
	p.hit(x-10, timelineAxis-10, 20, 22, i)
	f := small
	if i == t.On {
		f = smallBold
	}
	w := f.width(v.Label) + 2
	at := max(16, min(x-6, p.size.Width-16-w))
	for k := range ends {
		if at < ends[k] {
			continue
		}
		ends[k] = at + w + 14
		y := timelineAxis + 14 + 18*float32(k)
		p.left(at, y, w+2, 16, v.Label, f, ink)
		p.hit(at, y, w, 18, i)
		return
	}
}

// MouseMoved shows the tip of an event.
func (t *Timeline) MouseMoved(e *desktop.MouseEvent) {
	t.own.MouseMoved(e)
	if z := t.zone; z >= 0 && z < len(t.Items) {
		t.tip.plan(t, t.Items[z].Tip, placeOf(t).Add(e.Position))
		return
	}
	t.tip.hide()
}

// Tapped chooses an event.
func (t *Timeline) Tapped(e *fyne.PointEvent) {
	if z := t.zoneAt(e.Position); z >= 0 && z < len(t.Items) {
		t.Select(z)
		if t.OnSelect != nil {
			t.OnSelect(z)
		}
	}
}
