package office

import (
	"strings"

	"portfel/data/report"
	"portfel/data/text"
)

// Sizes of tables on paper, from the wanted to the least readable.
var tableSizes = []float64{9, 8.5, 8, 7.5, 7, 6.5, 6}

const (
	cellPad  = 4.0
	cellRise = 3.0 // above and below the lines of a cell
	signRoom = 15.0
)

// grid is a table being laid out.
type grid struct {
	*sheet
	t        *report.Table
	widths   []float64
	size     float64
	leading  float64
	signs    float64 // width of the column of signs, 0 without marks
	indented int
	headRows [][]headCell
	headHigh []float64
}

// headCell is a head over one or several columns.
type headCell struct {
	lines    []string
	from, to int // columns, to exclusive
}

func (s *sheet) table(t *report.Table) {
	if len(t.Columns) == 0 {
		return
	}
	g := s.newGrid(t)
	g.begin()
	for i := 0; i < len(t.Rows); i++ {
		g.keep(i)
		g.row(i)
	}
	if len(t.Rows) == 0 {
		g.emptyRow()
	}
	g.explainMarks()
	s.y += tableGap
}

// tableGap is the room below a table.
const tableGap = 12.0

// tail is the height of what stands below the last row.
func (g *grid) tail() float64 {
	if g.signs > 0 {
		return 4 + notePrint.leading + tableGap
	}
	return tableGap
}

func (s *sheet) newGrid(t *report.Table) *grid {
	g := &grid{sheet: s, t: t, indented: t.Indented()}
	if len(t.Marks()) > 0 {
		g.signs = signRoom
	}
	n := needs(t, s.words)
	avail := s.width() - g.signs
	for _, g.size = range tableSizes {
		least := 0.0
		for _, c := range n {
			least += c.least*g.size + 2*cellPad
		}
		if least <= avail {
			break
		}
	}
	g.leading = g.size * 1.3
	g.widths = share(t, n, g.size, cellPad, avail)
	g.headRows = g.heads()
	for _, row := range g.headRows {
		most := 1
		for _, c := range row {
			most = max(most, len(c.lines))
		}
		g.headHigh = append(g.headHigh, float64(most)*g.leading+2*cellRise)
	}
	return g
}

func (g *grid) headPrint() lettering {
	return lettering{size: g.size * 0.93, leading: g.leading, bold: true, ink: report.Mute}
}

// heads are the lines of the head: groups above, if there are any, titles below.
func (g *grid) heads() [][]headCell {
	var groups, titles []headCell
	grouped := false
	for i, c := range g.t.Columns {
		titles = append(titles, headCell{wrapped(c.Head(g.words), g.widths[i]-2*cellPad, g.headPrint()), i, i + 1})
		if last := len(groups) - 1; c.Group != "" && last >= 0 && g.t.Columns[groups[last].from].Group == c.Group {
			groups[last].to = i + 1
			continue
		}
		groups = append(groups, headCell{nil, i, i + 1})
		grouped = grouped || c.Group != ""
	}
	if !grouped {
		return [][]headCell{titles}
	}
	for i := range groups {
		h := &groups[i]
		h.lines = wrapped(g.t.Columns[h.from].Group, g.span(h.from, h.to)-2*cellPad, g.headPrint())
	}
	return [][]headCell{groups, titles}
}

// span is the width of columns.
func (g *grid) span(from, to int) (w float64) {
	for _, x := range g.widths[from:to] {
		w += x
	}
	return w
}

// x is where a column begins.
func (g *grid) x(column int) float64 { return g.left + g.signs + g.span(0, column) }

func (g *grid) headHeight() (h float64) {
	for _, x := range g.headHigh {
		h += x
	}
	return h
}

// begin writes name and head, kept together with the first rows.
func (g *grid) begin() {
	first := 0.0
	for i := 0; i < min(2, len(g.t.Rows)); i++ {
		first += g.height(i)
	}
	name := 0.0
	if g.t.Name != "" {
		name = headingPrint.leading + 2
	}
	g.room(min(name+g.headHeight()+first, g.bottom-g.top))
	if g.t.Name != "" {
		p := bodyPrint
		p.bold = true
		g.flow(g.t.Name, 0, p)
		g.y += 2
	}
	g.head()
}

func (g *grid) head() {
	g.rect(g.left, g.y, g.width(), g.headHeight(), report.Paper)
	for i, row := range g.headRows {
		h := g.headHigh[i]
		for _, c := range row {
			g.headCell(c, h)
		}
		g.y += h
	}
	g.line(g.left, g.y, g.right, g.y, 0.75, report.Planned)
}

// headCell writes a head at the foot of its line; a group is centred over its
// columns and underlined.
func (g *grid) headCell(c headCell, h float64) {
	p := g.headPrint()
	x, w := g.x(c.from), g.span(c.from, c.to)
	switch {
	case c.to-c.from > 1:
		p.align = report.Centre
		g.line(x+cellPad, g.y+h-0.5, x+w-cellPad, g.y+h-0.5, 0.5, report.Hair)
	case g.t.Columns[c.from].Align == report.Centre:
		p.align = report.Centre
	case g.t.Columns[c.from].Numeric():
		p.align = report.Right
	}
	top := g.y + h - cellRise - float64(len(c.lines))*g.leading
	g.lines(x+cellPad, top, w-2*cellPad, c.lines, p)
}

// cells breaks the texts of a row.
func (g *grid) cells(i int) [][]string {
	r := &g.t.Rows[i]
	if r.Style == report.Band {
		return [][]string{wrapped(bandText(r, g.words), g.span(0, len(g.widths))-2*cellPad, g.print(r))}
	}
	all := make([][]string, len(g.t.Columns))
	for k := range all {
		c := r.Cell(k)
		switch s := c.Written(g.words); {
		case s == "":
		case c.Type != report.AsText:
			all[k] = []string{drawable(s)}
		default:
			all[k] = wrapped(s, g.widths[k]-2*cellPad-g.indent(r, k), g.print(r))
		}
	}
	return all
}

// bandText is all that a heading row says.
func bandText(r *report.Row, w *text.Words) string {
	var parts []string
	for _, c := range r.Cells {
		if s := c.Written(w); s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, " · ")
}

func (g *grid) indent(r *report.Row, column int) float64 {
	if column != g.indented {
		return 0
	}
	return min(levelIndent(r.Level)*g.size, g.widths[column]/2)
}

func (g *grid) print(r *report.Row) lettering {
	return lettering{size: g.size, leading: g.leading, bold: r.Style != report.Plain, ink: report.Ink}
}

func (g *grid) height(i int) float64 { return g.heightOf(g.cells(i)) }

func (g *grid) heightOf(cells [][]string) float64 {
	most := 1
	for _, lines := range cells {
		most = max(most, len(lines))
	}
	return float64(most)*g.leading + 2*cellRise
}

// keep begins a new page where the row and what must stand with it have no
// room: the row after a heading, the totals after a row, the signatures after
// the last one.
func (g *grid) keep(i int) {
	rows := g.t.Rows
	h, last := g.height(i), i
	for k := i; k+1 < len(rows) && k-i < 4; k++ {
		if rows[k].Style != report.Band && rows[k+1].Style != report.Total {
			break
		}
		h += g.height(k + 1)
		last = k + 1
	}
	if last == len(rows)-1 && g.sticky > 0 {
		h += g.sticky + g.tail()
	}
	if g.y+min(h, g.bottom-g.top-g.headHeight()) > g.bottom+0.01 {
		g.next()
	}
}

// next goes on on a new page, under the head.
func (g *grid) next() {
	g.newPage()
	g.head()
}

// row writes a row; one that is longer than a page goes on on the next.
func (g *grid) row(i int) {
	r, cells := &g.t.Rows[i], g.cells(i)
	for {
		room := int((g.bottom + 0.01 - g.y - 2*cellRise) / g.leading)
		part, rest := cut(cells, max(room, 1))
		g.part(r, part)
		if rest == nil {
			return
		}
		g.next()
		cells = rest
	}
}

// cut parts the lines of a row at a number of lines; rest is nil when all fit.
func cut(cells [][]string, n int) (part, rest [][]string) {
	for k, lines := range cells {
		if len(lines) <= n {
			continue
		}
		if rest == nil {
			part, rest = append([][]string(nil), cells...), make([][]string, len(cells))
		}
		part[k], rest[k] = lines[:n], lines[n:]
	}
	if rest == nil {
		return cells, nil
	}
	return part, rest
}

// part writes lines of a row with its back, sign and line below.
func (g *grid) part(r *report.Row, cells [][]string) {
	h := g.heightOf(cells)
	ink, back := r.Mark.Colours()
	switch {
	case r.Style == report.Band:
		back = report.AccentSoft
	case r.Style == report.Total:
		back = report.Paper
	case back.On():
		back = report.Mix(back, report.Surface, 0.5)
	}
	g.rect(g.left, g.y, g.width(), h, back)
	if r.Style == report.Total {
		g.line(g.left, g.y, g.right, g.y, 1, report.Ink)
	}
	sign := g.print(r)
	sign.bold, sign.ink, sign.align = true, ink, report.Centre
	g.lines(g.left, g.y+cellRise, g.signs, []string{r.Mark.Sign()}, sign)
	if r.Style == report.Band {
		g.lines(g.x(0)+cellPad, g.y+cellRise, 0, cells[0], g.print(r))
	} else {
		g.cellLines(r, cells)
	}
	g.y += h
	g.line(g.left, g.y, g.right, g.y, 0.5, report.Hair)
}

func (g *grid) cellLines(r *report.Row, cells [][]string) {
	for k, lines := range cells {
		p := g.print(r)
		col, c := g.t.Columns[k], r.Cell(k)
		switch {
		case col.Align != report.ByType:
			p.align = col.Align
		case c.Type.Numeric() || c.Type == report.Empty && col.Type.Numeric():
			p.align = report.Right
		}
		in := g.indent(r, k)
		g.lines(g.x(k)+cellPad+in, g.y+cellRise, g.widths[k]-2*cellPad-in, lines, p)
	}
}

func (g *grid) emptyRow() {
	s := g.t.Empty
	if s == "" {
		s = g.words.T("office.empty")
	}
	p := lettering{size: g.size, leading: g.leading, ink: report.Mute}
	g.y += cellRise
	g.flow(s, cellPad, p)
	g.y += cellRise
	g.line(g.left, g.y, g.right, g.y, 0.5, report.Hair)
}

// explainMarks says below the table what its signs mean.
func (g *grid) explainMarks() {
	var parts []string
	for _, m := range g.t.Marks() {
		parts = append(parts, m.Sign()+"\u00a0— "+m.Word(g.words))
	}
	if len(parts) > 0 {
		g.y += 4
		g.flow(strings.Join(parts, "    "), 0, notePrint)
	}
}
