package ui

import "fyne.io/fyne/v2"

// linkSeg is a painted piece of a dependency, for finding it under the pointer.
type linkSeg struct {
	x, y, w, h float32
	link       int
}

// remember notes the lines that were painted for a dependency.
func (n *Gantt) remember(p *pen, from int, l *Dependency) {
	k := nowhere
	for _, i := range n.ofRow[l.From] {
		if n.links[i] == *l {
			k = i
		}
	}
	for _, o := range p.rects[from:p.nr] {
		at, size := o.Position(), o.Size()
		n.segs = append(n.segs, linkSeg{at.X, at.Y, size.Width, size.Height, k})
	}
}

// linkAt is the dependency whose line passes near a place, or nowhere.
func (n *Gantt) linkAt(at fyne.Position) int {
	const near = 4
	for _, s := range n.segs {
		if at.X >= s.x-near && at.X <= s.x+s.w+near && at.Y >= s.y-near && at.Y <= s.y+s.h+near {
			return s.link
		}
	}
	return nowhere
}

// paintRowSpans shades the days on which the people of a row are away.
func (n *Gantt) paintRowSpans(p *pen, i int, y float32) {
	if n.RowSpans == nil || i >= n.grid.Len() {
		return
	}
	c, h := Colors(), n.grid.RowHeight-1
	for _, s := range n.RowSpans(i) {
		x1, x2 := n.x(s.From), n.x(s.To+1)
		if x2 < 0 || x1 > p.size.Width {
			continue
		}
		p.rect(x1, y, x2-x1, h, 0, fade(c.Back(s.Role), 130))
		p.rect(x1, y+h-2, x2-x1, 2, 0, fade(c.Color(s.Role), 120))
	}
}

// paintOrigin paints where a bar that a drag moves stands as yet.
func (n *Gantt) paintOrigin(p *pen, i int, y float32) {
	if _, moved := n.drag.shown[i]; !moved {
		return
	}
	var b Bar
	n.Fill(i, &b)
	if b.Kind == NoBar || b.Finish.IsZero() {
		return
	}
	x1, x2 := n.bounds(&b)
	top := y + (n.grid.RowHeight-1-barH)/2
	p.box(x1, top, x2-x1, barH, 3, 1, Colors().Surface, fade(Colors().Plan, 170))
}

// paintDragLine draws the dependency that is being made.
func (n *Gantt) paintDragLine(p *pen) {
	d := &n.drag
	if d.kind != ganttLink && d.kind != ganttLinkBack {
		return
	}
	x, y, ok := n.end(d.row, d.kind == ganttLink)
	if !ok {
		return
	}
	ink := Colors().Accent
	if d.refused {
		ink = Colors().Late
	}
	p.line(x, y, n.at.X, n.at.Y, 2, ink)
	if d.link.To != nowhere {
		tx, ty, _ := n.end(d.link.To, d.link.Kind == FinishFinish || d.link.Kind == StartFinish)
		p.rect(tx-5, ty-5, 10, 10, 5, ink)
	}
}

// paintWords says beside the pointer what a drag would do.
func (n *Gantt) paintWords(p *pen, top float32) {
	d := &n.drag
	if d.words == "" {
		return
	}
	c := Colors()
	most := min(440, p.size.Width-24)
	lines := small.wrap(d.words, most-20, 4)
	wide := float32(0)
	for _, s := range lines {
		wide = max(wide, small.width(s))
	}
	w, h := wide+20, 10+16*float32(len(lines))
	x := max(6, min(n.at.X+14, p.size.Width-w-14))
	y := n.at.Y + 18
	if y+h > p.size.Height-6 {
		y = max(top+4, n.at.Y-h-12)
	}
	ink, line := c.Ink, c.Accent
	if d.refused {
		ink, line = c.Late, c.Late
	}
	p.box(x, y, w, h, 6, 1, c.Surface, line)
	for k, s := range lines {
		p.left(x+10, y+5+16*float32(k), w-18, 16, s, small, ink)
	}
}
