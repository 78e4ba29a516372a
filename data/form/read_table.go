package form

import "strconv"

// tableLook is what a table gives its cells.
type tableLook struct {
	props []*node // its styles, the most general first
	lines Edges[Border]
	inH   Border
	inV   Border
	pad   Edges[float64]
	first []*node // what the styles say of the first row
}

// maxColumns bounds the grid of a table.
const maxColumns = 100

func (r *reading) table(n *node) *Table {
	pr := n.kid("w:tblPr")
	look := r.look(pr)
	t := &Table{Align: alignOf(pr.kid("w:jc").attr("w:val")), Left: twips(pr.kid("w:tblInd").attr("w:w"))}
	if grid := n.kid("w:tblGrid"); grid != nil {
		for _, k := range grid.kids {
			if k.name == "w:gridCol" && len(t.Widths) < maxColumns {
				t.Widths = append(t.Widths, max(twips(k.attr("w:w")), 0))
			}
		}
	}
	for _, k := range flat(n) {
		if k.name == "w:tr" {
			own := look
			if len(t.Rows) == 0 {
				own.props = append(look.props[:len(look.props):len(look.props)], look.first...)
			}
			t.Rows = append(t.Rows, r.row(k, own))
		}
	}
	t.complete(n)
	lineUp(t, look)
	return t
}

// look reads the style of a table and what the table says over it.
func (r *reading) look(pr *node) tableLook {
	look := tableLook{pad: Edges[float64]{Right: 5.4, Left: 5.4}}
	id := pr.kid("w:tblStyle").attr("w:val")
	if r.styles.all[id] == nil {
		id = r.styles.table
	}
	look.props = r.styles.chain(id)
	for _, s := range look.props {
		look.lay(s.kid("w:tblPr"))
	}
	look.lay(pr)
	if firstRow(pr.kid("w:tblLook")) {
		look.first = styleParts("firstRow", look.props)
	}
	return look
}

// firstRow tells whether a table wants the first row of its style.
func firstRow(n *node) bool {
	if a := n.attr("w:firstRow"); a != "" {
		return a == "1" || a == "true" || a == "on"
	}
	bits, err := strconv.ParseUint(n.attr("w:val"), 16, 32)
	return err == nil && bits&0x20 != 0
}

// styleParts are what styles say of a part of a table.
func styleParts(kind string, styles []*node) (all []*node) {
	for _, s := range styles {
		for _, k := range s.kids {
			if k.name == "w:tblStylePr" && k.attr("w:type") == kind {
				all = append(all, k)
			}
		}
	}
	return all
}

func (l *tableLook) lay(pr *node) {
	if b := pr.kid("w:tblBorders"); b != nil {
		l.lines = over(l.lines, edgesOf(b))
		l.inH, l.inV = overOne(l.inH, borderOf(b.kid("w:insideH"))), overOne(l.inV, borderOf(b.kid("w:insideV")))
	}
	l.pad = pads(l.pad, pr.kid("w:tblCellMar"))
}

func pads(p Edges[float64], n *node) Edges[float64] {
	for _, v := range []struct {
		to   *float64
		name string
	}{{&p.Top, "w:top"}, {&p.Bottom, "w:bottom"}, {&p.Left, "w:left"}, {&p.Left, "w:start"}, {&p.Right, "w:right"}, {&p.Right, "w:end"}} {
		if a := n.kid(v.name); a != nil {
			*v.to = min(max(twips(a.attr("w:w")), 0), 200)
		}
	}
	return p
}

func edgesOf(n *node) Edges[Border] {
	e := Edges[Border]{Top: borderOf(n.kid("w:top")), Right: borderOf(n.kid("w:right")), Bottom: borderOf(n.kid("w:bottom")), Left: borderOf(n.kid("w:left"))}
	e.Left, e.Right = overOne(e.Left, borderOf(n.kid("w:start"))), overOne(e.Right, borderOf(n.kid("w:end")))
	return e
}

// over lays borders that are said over others.
func over(below, above Edges[Border]) Edges[Border] {
	return Edges[Border]{overOne(below.Top, above.Top), overOne(below.Right, above.Right), overOne(below.Bottom, above.Bottom), overOne(below.Left, above.Left)}
}

func overOne(below, above Border) Border {
	if above.Set {
		return above
	}
	return below
}

func (r *reading) row(n *node, look tableLook) Row {
	var row Row
	if pr := n.kid("w:trPr"); pr != nil {
		row.Head = on(pr.kid("w:tblHeader"))
		if h := pr.kid("w:trHeight"); h != nil {
			row.Height = min(max(twips(h.attr("w:val")), 0), 1500)
			row.Exact = h.attr("w:hRule") == "exact"
		}
		row.Skip, _ = strconv.Atoi(pr.kid("w:gridBefore").attr("w:val"))
		row.Skip = min(max(row.Skip, 0), maxColumns)
	}
	for _, k := range flat(n) {
		if k.name == "w:tc" && len(row.Cells) < maxColumns {
			row.Cells = append(row.Cells, r.cell(k, look))
		}
	}
	return row
}

func (r *reading) cell(n *node, look tableLook) Cell {
	pr := n.kid("w:tcPr")
	c := Cell{Span: 1, Pad: pads(look.pad, pr.kid("w:tcMar")), Fill: fillOf(pr.kid("w:shd"))}
	for _, s := range look.props {
		if shd := s.kid("w:tcPr", "w:shd"); shd != nil && pr.kid("w:shd") == nil {
			c.Fill = fillOf(shd)
		}
		if b := s.kid("w:tcPr", "w:tcBorders"); b != nil {
			c.Lines = over(c.Lines, edgesOf(b))
		}
	}
	if s, err := strconv.Atoi(pr.kid("w:gridSpan").attr("w:val")); err == nil {
		c.Span = min(max(s, 1), maxColumns)
	}
	if m := pr.kid("w:vMerge"); m != nil {
		c.Merge = MergeOn
		if m.attr("w:val") == "restart" {
			c.Merge = MergeBegin
		}
	}
	switch pr.kid("w:vAlign").attr("w:val") {
	case "center":
		c.Stand = StandMiddle
	case "bottom":
		c.Stand = StandBottom
	}
	if b := pr.kid("w:tcBorders"); b != nil {
		c.Lines = over(c.Lines, edgesOf(b))
	}
	c.Blocks = r.all(n, look)
	return c
}

// complete makes the grid as wide as the widest row, by the widths that cells
// say of themselves where the grid says none.
func (t *Table) complete(n *node) {
	most := 0
	for _, row := range t.Rows {
		w := row.Skip
		for _, c := range row.Cells {
			w += c.Span
		}
		most = max(most, min(w, maxColumns))
	}
	for len(t.Widths) < most {
		t.Widths = append(t.Widths, 0)
	}
	for _, tr := range flat(n) {
		if tr.name == "w:tr" {
			t.ownWidths(tr)
		}
	}
	for i, w := range t.Widths {
		if w < 1 {
			t.Widths[i] = 60
		}
	}
}

func (t *Table) ownWidths(tr *node) {
	at := 0
	for _, tc := range flat(tr) {
		if tc.name != "w:tc" {
			continue
		}
		pr := tc.kid("w:tcPr")
		span, _ := strconv.Atoi(pr.kid("w:gridSpan").attr("w:val"))
		if w := pr.kid("w:tcW"); at < len(t.Widths) && span <= 1 && t.Widths[at] < 1 && w.attr("w:type") == "dxa" {
			t.Widths[at] = max(twips(w.attr("w:w")), 0)
		}
		at += max(span, 1)
	}
}

// lineUp gives each cell the lines of the table where it says none itself.
func lineUp(t *Table, look tableLook) {
	for i := range t.Rows {
		row := &t.Rows[i]
		at := row.Skip
		for k := range row.Cells {
			c := &row.Cells[k]
			e := Edges[Border]{look.inH, look.inV, look.inH, look.inV}
			if i == 0 {
				e.Top = look.lines.Top
			}
			if i == len(t.Rows)-1 {
				e.Bottom = look.lines.Bottom
			}
			if at == 0 {
				e.Left = look.lines.Left
			}
			if at += c.Span; at >= len(t.Widths) {
				e.Right = look.lines.Right
			}
			c.Lines = over(e, c.Lines)
		}
	}
}
