package ui

import (
	"strconv"

	"fyne.io/fyne/v2"

	"portfel/data"
)

const barH float32 = 14

func (n *Gantt) paint(p *pen) {
	c, g := Colors(), n.grid
	w, h, top := p.size.Width, p.size.Height, g.HeadHeight
	n.fit(p.size)
	n.fitAll()
	n.segs = n.segs[:0]
	if !n.placed && w > 100 && !n.Today.IsZero() {
		n.placed = true
		day := n.Today
		if !n.want.IsZero() {
			day = n.want
		}
		n.side.set(float32(day-n.from)*n.px() - w/4)
	}
	p.rect(0, 0, w, h, 0, c.Surface)
	n.paintDays(p, top, h)
	n.paintSpans(p, top, h)
	n.paintTicks(p, top, h)
	count := g.Len()
	first := int(g.scroll.off / g.RowHeight)
	last := min(count, first+int((h-top)/g.RowHeight)+2)
	for i := first; i < last; i++ {
		n.paintBack(p, i)
	}
	if n.ShowLinks {
		n.paintLinks(p, first, last)
	}
	for i := first; i < last; i++ {
		n.paintBar(p, i)
	}
	n.paintToday(p, top, h)
	n.paintDragLine(p)
	n.paintAxis(p, w, top)
	n.paintWords(p, top)
	p.vbar(g.scroll, w, top, h-top, n.in)
	if n.in {
		p.hbar(&n.side, 0, h, w, n.at.Y > h-12)
	}
}

// paintDays shades the days off where a day is wide enough to be seen.
func (n *Gantt) paintDays(p *pen, top, h float32) {
	if n.zoom > ByWeek {
		return
	}
	c := Colors()
	for d := n.leftDay(); n.x(d) < p.size.Width; d++ {
		if !n.off(d) {
			continue
		}
		end := d
		for n.off(end+1) && n.x(end) < p.size.Width {
			end++
		}
		p.rect(n.x(d), top, n.x(end+1)-n.x(d), h-top, 0, c.Off)
		d = end
	}
}

func (n *Gantt) paintSpans(p *pen, top, h float32) {
	c := Colors()
	for _, s := range n.Spans {
		x1, x2 := n.x(s.From), n.x(s.To+1)
		if x2 < 0 || x1 > p.size.Width {
			continue
		}
		r := s.Role
		if r == Plain {
			r = Risk
		}
		p.rect(x1, top, x2-x1, h-top, 0, fade(c.Back(r), 140))
		p.left(max(x1, 0)+4, h-24, max(x2-x1, small.width(s.Label))+2, 16, s.Label, small, c.Word(r))
	}
}

// tick is a line of the axis with its label.
type tick struct {
	day   data.Date
	label string
}

// ticks are the small steps of the axis that are seen.
func (n *Gantt) ticks(w float32) []tick {
	var all []tick
	d := n.leftDay()
	switch n.zoom {
	case ByDay:
	case ByWeek:
		d = d.Monday()
	case ByMonth:
		d = d.MonthStart()
	default:
		d = quarterStart(d)
	}
	for n.x(d) < w {
		all = append(all, tick{d, n.tickLabel(d)})
		switch n.zoom {
		case ByDay:
			d++
		case ByWeek:
			d += 7
		case ByMonth:
			d = d.AddMonths(1)
		default:
			d = d.AddMonths(3)
		}
	}
	return all
}

func (n *Gantt) tickLabel(d data.Date) string {
	switch n.zoom {
	case ByDay, ByWeek:
		return strconv.Itoa(dayOf(d))
	case ByMonth:
		_, m, _ := d.Civil()
		return words.MonthShort(m)
	}
	_, m, _ := d.Civil()
	return sayN("quarter", (int(m)+2)/3)
}

func quarterStart(d data.Date) data.Date {
	_, m, _ := d.Civil()
	return d.MonthStart().AddMonths(-(int(m) - 1) % 3)
}

func (n *Gantt) paintTicks(p *pen, top, h float32) {
	for _, t := range n.ticks(p.size.Width) {
		p.rect(n.x(t.day), 0, 1, h, 0, Colors().Soft)
	}
}

// paintAxis paints the two lines of the head: months or years above, steps below.
func (n *Gantt) paintAxis(p *pen, w, top float32) {
	c := Colors()
	p.rect(0, 0, w, top, 0, c.Surface)
	p.rect(0, top-1, w, 1, 0, c.Line)
	for _, t := range n.ticks(w) {
		x := n.x(t.day)
		p.rect(x, top/2, 1, top/2-1, 0, c.Soft)
		ink := c.Mute
		if n.zoom == ByDay && n.off(t.day) {
			ink = c.Late
		}
		p.left(x+6, top/2, 60, top/2-4, t.label, small, ink)
	}
	for d := n.bigStart(n.leftDay()); n.x(d) < w; {
		next := n.bigNext(d)
		x := max(n.x(d), 0)
		p.rect(n.x(d), 0, 1, top-1, 0, c.Soft)
		if room := n.x(next) - x - 8; room > 20 {
			p.left(x+6, 4, room, 22, n.bigLabel(d), smallBold, c.Ink)
		}
		d = next
	}
}

func (n *Gantt) bigStart(d data.Date) data.Date {
	if n.zoom <= ByWeek {
		return d.MonthStart()
	}
	return data.NewDate(d.Year(), 1, 1)
}

func (n *Gantt) bigNext(d data.Date) data.Date {
	if n.zoom <= ByWeek {
		return d.AddMonths(1)
	}
	return d.AddMonths(12)
}

func (n *Gantt) bigLabel(d data.Date) string {
	if n.zoom > ByWeek {
		return strconv.Itoa(d.Year())
	}
	if m := monthName(d); d.Year() == n.Today.Year() {
		return m
	} else {
		return m + " " + strconv.Itoa(d.Year())
	}
}

// paintBack paints what lies under a bar: the row's choice and the ghost.
func (n *Gantt) paintBack(p *pen, i int) {
	c, g := Colors(), n.grid
	y := g.top(i)
	if _, on := g.chosen[i]; on {
		p.rect(0, y, p.size.Width, g.RowHeight-1, 0, fade(c.AccentSoft, 150))
	} else if i == g.hover {
		p.rect(0, y, p.size.Width, g.RowHeight-1, 0, c.Hover)
	}
	n.paintRowSpans(p, i, y)
	n.paintOrigin(p, i, y)
	b := n.get(i)
	if !n.Baseline || b.Kind == NoBar || b.BaseFinish.IsZero() {
		return
	}
	if x1, x2 := n.x(b.BaseStart), n.x(b.BaseFinish+1); b.Kind == MilestoneBar {
		p.poly(x2-n.px()/2-5, y+(g.RowHeight-10)/2+8, 10, 4, 0, fade(c.Plan, 150))
	} else {
		p.rect(x1, y+g.RowHeight-7, max(x2-x1, 2), 3, 1.5, c.Plan)
	}
}

func (n *Gantt) paintBar(p *pen, i int) {
	c, g := Colors(), n.grid
	b := n.get(i)
	if b.Kind == NoBar || b.Finish.IsZero() {
		return
	}
	x1, x2 := n.bounds(b)
	y, mid := g.top(i), g.top(i)+(g.RowHeight-1)/2
	if x1 > p.size.Width || y > p.size.Height || y+g.RowHeight < g.HeadHeight {
		return
	}
	label := x2 + 7
	switch b.Kind {
	case MilestoneBar:
		p.poly(x1-1, mid-8, 16, 4, 0, n.barColor(b))
		label += 3
	case SummaryBar:
		p.rect(x1, mid-3.5, x2-x1, 7, 2, fade(c.Ink, 190))
	default:
		n.paintTask(p, b, x1, x2, mid-barH/2)
	}
	if !b.Deadline.IsZero() {
		dx := n.x(b.Deadline + 1)
		p.rect(dx-1, mid-9, 2, 18, 0, c.Late)
		label = max(label, dx+6)
	}
	if n.drag.row == nowhere && n.hot.row == i && n.OnLink != nil && !b.Locked {
		p.rect(x2+3, mid-4, 8, 8, 4, c.Accent)
		p.rect(x1-11, mid-4, 8, 8, 4, c.Accent)
		label = max(label, x2+16)
	}
	if n.ShowLinks && n.leaves(i) {
		label += 6
	}
	if b.Label != "" {
		s := small.cut(b.Label, 200)
		p.raw(label, y, 200, g.RowHeight-1, s, small, c.Mute, fyne.TextAlignLeading)
		label += small.width(s) + 8
	}
	if n.Baseline && b.Shift != "" {
		p.left(label, y, 120, g.RowHeight-1, b.Shift, smallMid, c.Word(b.ShiftRole))
	}
}

// leaves tells whether a dependency goes out of the row's right end.
func (n *Gantt) leaves(row int) bool {
	for _, k := range n.ofRow[row] {
		if n.links[k].From == row {
			return true
		}
	}
	return false
}

func (n *Gantt) barColor(b *Bar) nrgba {
	c := Colors()
	switch {
	case b.Kind == MilestoneBar && b.Role == Plain:
		return c.Ink
	case b.Role == Plain:
		return c.Accent
	}
	return c.Color(b.Role)
}

// paintTask paints the whole bar pale and its done part strong.
func (n *Gantt) paintTask(p *pen, b *Bar, x1, x2, y float32) {
	strong := n.barColor(b)
	p.rect(x1, y, x2-x1, barH, 3, fade(strong, 86))
	if b.Manual && x2-x1 > 8 {
		p.rect(x1, y, 2, barH, 0, strong)
		p.rect(x2-2, y, 2, barH, 0, strong)
	}
	if done := (x2 - x1) * max(0, min(1, b.Progress)); done >= 1 {
		p.rect(x1, y, done, barH, 3, strong)
	}
}

func (n *Gantt) paintToday(p *pen, top, h float32) {
	if x := n.x(n.Status); !n.Status.IsZero() && x > -2 && x < p.size.Width {
		for y := top; y < h; y += 7 {
			p.rect(x, y, 1, 4, 0, Colors().Risk)
		}
	}
	if x := n.x(n.Today); !n.Today.IsZero() && x > -2 && x < p.size.Width {
		p.rect(x, top, 2, h-top, 0, Colors().Accent)
	}
}

// paintLinks draws each dependency that touches a visible row once.
func (n *Gantt) paintLinks(p *pen, first, last int) {
	for i := first; i < last; i++ {
		for _, k := range n.ofRow[i] {
			l := &n.links[k]
			other := l.From + l.To - i
			if other >= first && other < last && i != l.From {
				continue
			}
			n.paintLink(p, l)
		}
	}
}

// paintLink draws an elbow of level and upright lines with an arrow head.
func (n *Gantt) paintLink(p *pen, l *Dependency) {
	if l.From >= n.grid.Len() || l.To >= n.grid.Len() {
		return
	}
	c := Colors()
	ink := mix(c.Plan, c.Surface, .75)
	if l.Critical {
		ink = mix(c.Late, c.Surface, .6)
	}
	x1, y1, ok1 := n.end(l.From, l.Kind == FinishStart || l.Kind == FinishFinish)
	x2, y2, ok2 := n.end(l.To, l.Kind == FinishFinish || l.Kind == StartFinish)
	if !ok1 || !ok2 {
		return
	}
	out, in := float32(7), float32(-9)
	if l.Kind == StartStart || l.Kind == StartFinish {
		out = -7
	}
	if l.Kind == FinishFinish || l.Kind == StartFinish {
		in = 9
	}
	from := p.nr
	n.elbow(p, x1, y1, x2, y2, out, in, ink)
	n.remember(p, from, l)
	if in < 0 {
		p.poly(x2-7, y2-4, 8, 3, 90, ink)
	} else {
		p.poly(x2-1, y2-4, 8, 3, -90, ink)
	}
}

// end is the point of a bar where a dependency begins or ends.
func (n *Gantt) end(row int, right bool) (x, y float32, ok bool) {
	b := n.get(row)
	if b.Kind == NoBar || b.Finish.IsZero() {
		return 0, 0, false
	}
	x1, x2 := n.bounds(b)
	y = n.grid.top(row) + (n.grid.RowHeight-1)/2
	if right {
		return x2, y, true
	}
	return x1, y, true
}

func (n *Gantt) elbow(p *pen, x1, y1, x2, y2, out, in float32, ink nrgba) {
	a, b := x1+out, x2+in
	if out > 0 && in < 0 && b < a {
		half := n.grid.RowHeight / 2
		if y2 < y1 {
			half = -half
		}
		p.level(x1, a, y1, ink)
		p.upright(a, y1, y1+half, ink)
		p.level(a, b, y1+half, ink)
		p.upright(b, y1+half, y2, ink)
		p.level(b, x2, y2, ink)
		return
	}
	turn := a
	if out < 0 && in < 0 {
		turn = min(a, b)
	} else if in > 0 {
		turn = max(a, b)
	}
	p.level(x1, turn, y1, ink)
	p.upright(turn, y1, y2, ink)
	p.level(turn, x2, y2, ink)
}

func (p *pen) level(x1, x2, y float32, c nrgba) {
	p.rect(whole(min(x1, x2)), whole(y), max(x1, x2)-min(x1, x2)+1, 1, 0, c)
}

func (p *pen) upright(x, y1, y2 float32, c nrgba) {
	p.rect(whole(x), whole(min(y1, y2)), 1, max(y1, y2)-min(y1, y2)+1, 0, c)
}

var _ fyne.Widget = (*Gantt)(nil)
