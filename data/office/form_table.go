package office

import "portfel/data/form"

// formTable is a table being laid out.
type formTable struct {
	measure
	t      *form.Table
	x      []float64 // where columns begin, and the end of the last
	rows   []*formRow
	indent float64
	above  drawnRow
}

// drawnRow is the row that was drawn last, and where it ended.
type drawnRow struct {
	row  *formRow
	end  float64
	page int
}

// formRow is a row with its cells laid out.
type formRow struct {
	cells []formCell
	high  float64
	keep  bool
}

// formCell is a cell: its columns, its content, and how far it goes down.
type formCell struct {
	*form.Cell
	from, to int
	strips   []strip
	content  float64 // height, padding included
	down     int     // rows below that belong to it
	last     bool    // of a merged cell
}

// table is a strip for each row.
func (m measure) table(t *form.Table, width float64) []strip {
	g := &formTable{measure: m, t: t}
	g.columns(width)
	for i := range t.Rows {
		g.rows = append(g.rows, g.row(&t.Rows[i]))
	}
	g.merge()
	out := make([]strip, len(g.rows))
	heads := 0
	for heads < len(t.Rows)-1 && t.Rows[heads].Head {
		heads++
	}
	for i, r := range g.rows {
		out[i] = g.strip(i, r)
		if i < heads {
			out[i].keep = true
		} else {
			out[i].heads = out[:heads]
		}
	}
	if heightOf(out[:heads]) > 200 { // a head that would fill the page is not repeated
		for i := range out {
			out[i].heads = nil
		}
	}
	return out
}

// columns sets the grid into the width: a table that is wider is pressed.
func (g *formTable) columns(width float64) {
	total := 0.0
	for _, w := range g.t.Widths {
		total += w
	}
	scale := 1.0
	if room := width + 12; total > room && total > 0 {
		scale, total = width/total, width
	}
	switch g.t.Align {
	case form.AlignCentre:
		g.indent = (width - total) / 2
	case form.AlignRight:
		g.indent = width - total
	default:
		g.indent = min(max(g.t.Left, -12), max(width-total, 0))
	}
	at := 0.0
	g.x = append(g.x, at)
	for _, w := range g.t.Widths {
		at += w * scale
		g.x = append(g.x, at)
	}
}

func (g *formTable) row(row *form.Row) *formRow {
	r := &formRow{high: row.Height}
	at := min(row.Skip, len(g.x)-1)
	for i := range row.Cells {
		c := formCell{Cell: &row.Cells[i], from: at, to: min(at+row.Cells[i].Span, len(g.x)-1)}
		if c.to <= c.from {
			break
		}
		at = c.to
		if c.Merge != form.MergeOn {
			room := max(g.x[c.to]-g.x[c.from]-c.Pad.Left-c.Pad.Right, 8)
			var high float64
			c.strips, high = g.blocks(c.Blocks, room)
			c.content = high + c.Pad.Top + c.Pad.Bottom
		}
		if c.Merge == form.MergeNone {
			r.high = max(r.high, c.content)
		}
		r.cells = append(r.cells, c)
	}
	r.high = max(r.high, 2)
	r.keep = keeps(row)
	return r
}

// keeps tells whether the paragraphs of a row want to stand with the next row.
func keeps(row *form.Row) bool {
	for _, c := range row.Cells {
		if len(c.Blocks) == 0 {
			continue
		}
		p, ok := c.Blocks[0].(*form.Paragraph)
		return ok && p.KeepNext
	}
	return false
}

// merge finds how far merged cells go down and makes room for them.
func (g *formTable) merge() {
	for i, r := range g.rows {
		for k := range r.cells {
			c := &r.cells[k]
			if c.Merge != form.MergeBegin {
				continue
			}
			high := r.high
			for below := i + 1; below < len(g.rows); below++ {
				on := g.rows[below].cellAt(c.from)
				if on == nil || on.Merge != form.MergeOn {
					break
				}
				c.down++
				high += g.rows[below].high
				g.rows[below-1].keep = true
			}
			end := g.rows[i+c.down]
			if on := end.cellAt(c.from); c.down > 0 {
				on.last = true
			}
			end.high += max(c.content-high, 0)
		}
	}
}

func (r *formRow) cellAt(column int) *formCell {
	for k := range r.cells {
		if r.cells[k].from == column {
			return &r.cells[k]
		}
	}
	return nil
}

func (g *formTable) strip(i int, r *formRow) strip {
	t := strip{high: r.high, keep: r.keep && i+1 < len(g.rows), draw: func(x, y float64) { g.draw(i, r, x+g.indent, y) }}
	if len(r.cells) > 0 && !r.spans() {
		t.split = func(room float64) (one, rest *strip) { return g.split(i, r, room) }
	}
	return t
}

// spans tells whether a cell of the row goes on in other rows.
func (r *formRow) spans() bool {
	for _, c := range r.cells {
		if c.down > 0 || c.Merge == form.MergeOn {
			return true
		}
	}
	return false
}

// split parts a row at a height; each part takes at least a strip of a cell.
func (g *formTable) split(i int, r *formRow, room float64) (one, rest *strip) {
	a, b := &formRow{high: 2}, &formRow{high: 2}
	more := false
	for _, c := range r.cells {
		n, high := 0, c.Pad.Top+c.Pad.Bottom
		for n < len(c.strips) && (n == 0 || high+c.strips[n].space+c.strips[n].high <= room) {
			high += c.strips[n].space + c.strips[n].high
			n++
		}
		head, tail := c, c
		head.strips, head.content = c.strips[:n], high
		tail.strips = c.strips[n:]
		tail.content = heightOf(tail.strips) + c.Pad.Top + c.Pad.Bottom
		more = more || len(tail.strips) > 0
		a.cells, a.high = append(a.cells, head), max(a.high, high)
		b.cells, b.high = append(b.cells, tail), max(b.high, tail.content)
	}
	if !more {
		return nil, nil
	}
	first, second := g.strip(i, a), g.strip(i, b)
	return &first, &second
}

// draw draws a row: backs, contents, lines.
func (g *formTable) draw(i int, r *formRow, x, y float64) {
	for k := range r.cells {
		c := &r.cells[k]
		if c.Merge == form.MergeOn {
			continue
		}
		high := r.high
		for n := 1; n <= c.down; n++ {
			high += g.rows[i+n].high
		}
		left, right := x+g.x[c.from], x+g.x[c.to]
		g.fill(left, y, right-left, high, c.Fill)
		at := y + c.Pad.Top
		switch free := max(high-c.content, 0); c.Stand {
		case form.StandMiddle:
			at += free / 2
		case form.StandBottom:
			at += free
		}
		g.stack(c.strips, left+c.Pad.Left, at)
	}
	if above := g.above; above.row != nil && above.end == y && above.page == g.page {
		g.feet(above.row, x, y) // a back may have covered them
	}
	g.above = drawnRow{r, y + r.high, g.page}
	g.lines(r, x, y)
}

// feet draws the lines below a row.
func (g *formTable) feet(r *formRow, x, y float64) {
	for _, c := range r.cells {
		if c.down == 0 && (c.Merge != form.MergeOn || c.last) {
			g.border(x+g.x[c.from], y, x+g.x[c.to], y, c.Lines.Bottom)
		}
	}
}

// lines draws the lines around the cells of a row.
func (g *formTable) lines(r *formRow, x, y float64) {
	g.feet(r, x, y+r.high)
	for k := range r.cells {
		c := &r.cells[k]
		left, right := x+g.x[c.from], x+g.x[c.to]
		if c.Merge != form.MergeOn {
			g.border(left, y, right, y, c.Lines.Top)
		}
		g.border(left, y, left, y+r.high, c.Lines.Left)
		g.border(right, y, right, y+r.high, c.Lines.Right)
	}
}
