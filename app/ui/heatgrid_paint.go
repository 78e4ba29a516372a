package ui

import "fyne.io/fyne/v2"

// side is the room of the names, less in a narrow window.
func (g *HeatGrid) side(w float32) float32 {
	if w < 900 {
		return heatSide - 28
	}
	return heatSide
}

func (g *HeatGrid) paint(p *pen) {
	w, h := p.size.Width, p.size.Height
	g.ground(p)
	n := g.Len()
	if n == 0 || len(g.Cols) == 0 {
		p.frame(0, w, h, g.topRadius(), g.footRadius(), g.focused)
		if g.Empty != nil {
			p.child(g.Empty, 0, 0, w, h)
		}
		return
	}
	g.scroll.fit(float32(n)*heatRow, h-heatHead)
	side := g.side(w)
	cw := (w - side - 6) / float32(len(g.Cols))
	first := int(g.scroll.off / heatRow)
	for i := first; i < n; i++ {
		y := heatHead + float32(i)*heatRow - g.scroll.off
		if y >= h {
			break
		}
		g.paintSide(p, i, y, side)
		for k := range g.Cols {
			g.paintCell(p, i, k, side+float32(k)*cw, y, cw)
		}
		p.rect(0, y+heatRow-1, w, 1, 0, Colors().Soft)
	}
	g.paintHead(p, side, cw, w)
	p.vbar(&g.scroll, w, heatHead, h-heatHead, g.in)
}

// paintHead paints the columns' names over what has been scrolled below them.
func (g *HeatGrid) paintHead(p *pen, side, cw, w float32) {
	c := Colors()
	r := g.topRadius()
	p.corners(0, 0, w, heatHead, r, r, 0, 0, c.Surface)
	p.left(16, 0, side-24, heatHead, g.Corner, smallMid, c.Mute)
	for k, col := range g.Cols {
		x := side + float32(k)*cw
		top, below, ink := smallMid, small, c.Mute
		if col.Now {
			p.rect(x+1, heatHead-3, cw-2, 2, 0, c.Accent)
			top, ink = smallBold, c.Accent
		}
		p.text(x, 6, cw, 17, col.Top, top, orInk(col.Now, ink), fyne.TextAlignCenter)
		p.text(x, 22, cw, 16, col.Below, below, ink, fyne.TextAlignCenter)
	}
	p.rect(0, heatHead-1, w, 1, 0, c.Line)
}

// orInk is the accent for the present column, else ink.
func orInk(now bool, accent nrgba) nrgba {
	if now {
		return accent
	}
	return Colors().Ink
}

func (g *HeatGrid) paintSide(p *pen, row int, y, side float32) {
	c := Colors()
	name, note := g.Side(row)
	f := body
	if row == g.row {
		f = bodyMid
	}
	if note == "" {
		p.left(16, y, side-20, heatRow-1, name, f, c.Ink)
		return
	}
	p.left(16, y+6, side-20, 20, name, f, c.Ink)
	p.left(16, y+26, side-20, 16, note, small, c.Mute)
}

func (g *HeatGrid) paintCell(p *pen, row, col int, x, y, w float32) {
	c := Colors()
	v := g.get(row, col)
	x, w = whole(x), whole(x+w)-whole(x)
	p.rect(x, y, 1, heatRow, 0, c.Soft)
	if v.Off {
		p.rect(x+1, y, w-1, heatRow-1, 0, c.Off)
	}
	key := row*len(g.Cols) + col
	switch on := row == g.row && col == g.col; {
	case on && g.focused:
		p.ring(x+2, y+2, w-3, heatRow-5, 5, c.AccentSoft)
	case on:
		p.rect(x+2, y+2, w-3, heatRow-5, 5, c.AccentSoft)
	case g.over(key):
		p.rect(x+1, y, w-1, heatRow-1, 0, c.Hover)
	}
	f := body
	if v.Bold {
		f = bodyBold
	}
	pad := float32(9)
	if w < heatTight {
		pad = 6
	}
	in, text := w-2*pad, v.Text
	if v.Short != "" && f.width(text) > in+2 {
		text = v.Short
	}
	p.left(x+pad, y+4, in+4, 19, text, f, c.Color(v.Role))
	g.paintBar(p, v, x+pad, y+25, in)
	note := v.Note
	if v.Brief != "" && small.width(note) > in+pad-2 {
		note = v.Brief
	}
	p.left(x+pad, y+31, in+pad, 16, note, small, c.Color(orMuted(v.Tone)))
	p.hit(x, max(y, heatHead), w, heatRow-max(0, heatHead-y), key)
}

// paintBar paints the room of a cell as a track, the parts on it one after
// another, and what goes beyond the room in red.
func (g *HeatGrid) paintBar(p *pen, v *HeatCell, x, y, w float32) {
	if v.Full <= 0 {
		return
	}
	c := Colors()
	const high float32 = 5
	unit := w / (v.Full * 1.25)
	p.rect(x, y, min(w, v.Norm*unit), high, 2, c.Soft)
	if v.Away > 0 {
		from := min(w, v.Norm*unit)
		p.rect(x+from, y, min(w, (v.Norm+v.Away)*unit)-from, high, 2, mix(c.Risk, c.Surface, .35))
	}
	at := float32(0)
	for _, part := range v.Parts {
		from, to := at, at+part.Amount
		at = to
		if in := min(to, v.Norm); in > from {
			p.rect(x+min(w, from*unit), y, min(w, in*unit)-min(w, from*unit), high, 1, partColor(part.Role))
		}
		if out := max(from, v.Norm); to > out {
			p.rect(x+min(w, out*unit), y, max(3, min(w, to*unit)-min(w, out*unit)), high, 1, c.Late)
		}
	}
	if v.Norm > 0 && at > 0 {
		p.rect(x+min(w-1, v.Norm*unit), y-2, 1, high+4, 0, c.Mute)
	}
}

func partColor(r Role) nrgba {
	if r == Plain {
		return Colors().Accent
	}
	return Colors().Color(r)
}
