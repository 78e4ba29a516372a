package ui

import "fyne.io/fyne/v2"

const (
	cellPad   float32 = 10
	treeStep  float32 = 18
	treeTwist float32 = 16
)

func (g *Grid) paint(p *pen) {
	w, h := p.size.Width, p.size.Height
	g.fit(p.size)
	g.ground(p)
	n := g.Len()
	for i := int(g.scroll.off / g.RowHeight); i < n; i++ {
		y := g.top(i)
		if y > h {
			break
		}
		g.paintRow(p, i, y)
	}
	p.frame(g.HeadHeight, w, h-g.HeadHeight, 0, g.footRadius(), g.focused && n == 0)
	if n == 0 && g.Empty != nil {
		p.child(g.Empty, 0, g.HeadHeight, w, h-g.HeadHeight)
	}
	g.paintEdit(p)
	g.paintMove(p)
	g.paintHead(p)
	p.vbar(g.scroll, w, g.HeadHeight, h-g.HeadHeight, g.in)
	if g.in {
		p.hbar(&g.side, 0, h, w, g.at.Y > h-12)
	}
}

// top is where a row begins on the widget.
func (g *Grid) top(i int) float32 { return g.HeadHeight + float32(i)*g.RowHeight - g.scroll.off }

func (g *Grid) paintRow(p *pen, i int, y float32) {
	c, r, w := Colors(), g.get(i), p.size.Width
	h := g.RowHeight
	if r.Group {
		g.paintGroup(p, r, i, y)
		return
	}
	_, on := g.chosen[i]
	back := c.Surface
	switch {
	case on:
		back = c.AccentSoft
		p.rect(0, y, w, h-1, 0, back)
	case i == g.hover:
		p.rect(0, y, w, h-1, 0, c.Hover)
	}
	p.rect(0, y+h-1, w, 1, 0, c.Soft)
	x := -g.side.off
	for k, col := range g.view {
		cw := g.widths[k]
		if x+cw > 0 && x < w {
			if g.focused && i == g.cursor && k == g.col && g.edit == nil {
				p.ring(x+1, y, cw-2, h-1, 4, back)
			}
			p.on = on
			g.paintCell(p, r, &r.Cells[col], col, x, y, cw)
			p.on = false
		}
		x += cw
	}
}

func (g *Grid) paintGroup(p *pen, r *Row, i int, y float32) {
	c, w, h := Colors(), p.size.Width, g.RowHeight
	p.rect(0, y, w, h-1, 0, c.Paper)
	p.rect(0, y+h-1, w, 1, 0, c.Soft)
	x := cellPad
	if r.Toggle != Leaf {
		p.twist(x-3, y+(h-16)/2, r.Toggle, c.Mute)
		x += treeTwist
	}
	nw := small.width(r.Note)
	p.left(x, y, w-x-nw-24, h, r.Title, bodyBold, c.Ink)
	p.right(w-nw-cellPad-8, y, nw+2, h, r.Note, small, c.Mute)
	if g.focused && i == g.cursor {
		p.rect(0, y, 3, h-1, 0, c.Accent)
	}
}

// twist paints the ▾ or ▸ of a branch.
func (p *pen) twist(x, y float32, t Toggle, ink nrgba) {
	if t == Open {
		p.icon(x, y, 16, iconOpen, ink)
	} else if t == Folded {
		p.icon(x, y, 16, iconClosed, ink)
	}
}

// paintCell lays the parts of a cell from left to right, a right-aligned text
// at the right edge.
func (g *Grid) paintCell(p *pen, r *Row, v *Cell, col int, x, y, w float32) {
	c, h, k := Colors(), g.RowHeight, &g.cols[col]
	end := x + w - cellPad
	if x += cellPad; k.Tree {
		x += float32(r.Depth) * treeStep
		p.twist(x-4, y+(h-16)/2, r.Toggle, c.Ink)
		if r.Toggle != Leaf {
			x += treeTwist - 4
		}
	}
	if v.Check {
		p.checkbox(x, y+(h-17)/2, v.On, false, false)
		x += 24
	}
	if v.Icon != "" {
		p.icon(x, y+(h-16)/2, 16, v.Icon, g.ink(r, v))
		x += 22
	}
	if v.HasBar {
		bw := min(68, end-x)
		p.progress(x, y+(h-7)/2, bw, v.Bar, v.Role)
		x += bw + 8
	}
	if v.Text != "" {
		x = g.paintText(p, r, v, k, x, y, end)
	}
	if v.ChipWord != "" && end-x > 20 {
		p.chip(x, y+(h-1-chipH)/2, end-x+6, v.ChipRole, v.ChipWord)
	}
}

func (g *Grid) ink(r *Row, v *Cell) nrgba {
	if v.Role == Plain && r.Faint {
		return Colors().Mute
	}
	return Colors().Color(v.Role)
}

// paintText paints text and note and gives where they end.
func (g *Grid) paintText(p *pen, r *Row, v *Cell, k *Column, x, y, end float32) float32 {
	f := body
	switch {
	case v.Small:
		f = small
	case v.Bold || r.Bold:
		f = bodyBold
	}
	ink, h := g.ink(r, v), g.RowHeight-1
	if k.Right {
		p.right(x, y, end-x, h, v.Text, f, ink)
		return end
	}
	s := f.cut(v.Text, end-x)
	p.raw(x, y, end-x, h, s, f, ink, fyne.TextAlignLeading)
	x += f.width(s) + 8
	if v.Note != "" && end-x > 24 {
		s := small.cut(v.Note, end-x)
		p.raw(x, y+1, end-x, h, s, small, Colors().Mute, fyne.TextAlignLeading)
		x += small.width(s) + 8
	}
	return x
}

func (g *Grid) paintHead(p *pen) {
	c, w, h := Colors(), p.size.Width, g.HeadHeight
	p.corners(0, 0, w, h, g.topRadius(), g.topRadius(), 0, 0, c.Surface)
	p.rect(0, h-1, w, 1, 0, c.Line)
	x := -g.side.off
	for k, col := range g.view {
		cw := g.widths[k]
		if x+cw > 0 && x < w {
			g.paintTitle(p, k, &g.cols[col], x, cw)
		}
		x += cw
	}
	if g.drag.kind == dragOrder {
		p.rect(g.edge(g.drag.to)-1, 0, 2, h, 0, c.Accent)
	}
}

func (g *Grid) paintTitle(p *pen, k int, col *Column, x, w float32) {
	c, h := Colors(), g.HeadHeight
	ink := c.Mute
	hot := g.in && g.at.Y < h && g.at.X >= x && g.at.X < x+w
	if hot && col.Sortable {
		ink = c.Ink
	}
	if hot && k < len(g.view)-1 {
		p.rect(x+w-1, 8, 1, h-16, 0, c.Line)
	}
	room := w - 2*cellPad
	tx := x + cellPad
	if g.Order.Column == col.ID && col.ID != "" {
		arrow := IconUp
		if g.Order.Down {
			arrow = IconDown
		}
		room -= 14
		ink = c.Ink
		ax := tx + min(smallMid.width(col.Title), room) + 3
		if col.Right {
			ax, tx = tx, tx+14
		}
		p.icon(ax, (h-12)/2, 12, arrow, ink)
	}
	align := fyne.TextAlignLeading
	if col.Right {
		align = fyne.TextAlignTrailing
	}
	p.text(tx, 0, room, h-1, col.Title, smallMid, ink, align)
}

// edge is the left border of the k-th visible column on the widget.
func (g *Grid) edge(k int) float32 {
	x := -g.side.off
	for i := range min(k, len(g.widths)) {
		x += g.widths[i]
	}
	return x
}
