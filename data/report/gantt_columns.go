package report

import (
	"portfel/data"
	"portfel/data/text"
)

// ganttColumn is a column of the table beside the bars.
type ganttColumn struct {
	title string
	value func(*GanttRow) string
	most  float64 // width that its texts may take at most
	width float64
	right bool
	small bool
	name  bool
	rank  int // the higher, the sooner it is left out when there is no room
}

const ganttGap = 6.0 // between columns, at each side

// allColumns are the columns for which the rows have values.
func (g *gantt) allColumns() []ganttColumn {
	w, hasWho, hasHours, date := g.o.Words, false, false, g.dateWords()
	for i := range g.rows {
		hasWho = hasWho || g.rows[i].Who != ""
		hasHours = hasHours || g.rows[i].Effort != 0
	}
	all := []ganttColumn{
		{title: w.T("plan.col.code"), value: func(r *GanttRow) string { return r.Code }, most: 60, small: true},
		{title: w.T("plan.col.name"), value: func(r *GanttRow) string { return r.Name }, most: 230, name: true},
	}
	if hasWho {
		all = append(all, ganttColumn{title: w.T("plan.col.who"), value: func(r *GanttRow) string { return r.Who }, most: 90, rank: 3})
	}
	if hasHours {
		all = append(all, ganttColumn{title: w.T("plan.col.hours"), value: hoursOf(w), most: 60, right: true, rank: 4})
	}
	return append(all,
		ganttColumn{title: w.T("plan.col.start"), value: func(r *GanttRow) string { return date(r.Start) }, most: 80, rank: 1},
		ganttColumn{title: w.T("plan.col.finish"), value: func(r *GanttRow) string { return date(r.Finish) }, most: 80, rank: 1},
		ganttColumn{title: "%", value: func(r *GanttRow) string { return w.Number(int64(r.Percent)) }, most: 40, right: true, rank: 2})
}

func hoursOf(w *text.Words) func(*GanttRow) string {
	return func(r *GanttRow) string {
		if r.Effort == 0 {
			return ""
		}
		return w.HoursNumber(r.Effort)
	}
}

// dateWords writes dates without the year when all of them are of one year.
func (g *gantt) dateWords() func(data.Date) string {
	year := 0
	for i := range g.rows {
		for _, d := range []data.Date{g.rows[i].Start, g.rows[i].Finish} {
			switch {
			case d.IsZero():
			case year == 0:
				year = d.Year()
			case year != d.Year():
				return g.o.Words.ShortDate
			}
		}
	}
	return g.o.Words.DayMonth
}

// fitColumns measures the columns, and leaves out the least needed ones where
// the table would take more than half of a given width.
func (g *gantt) fitColumns() []ganttColumn {
	all := g.allColumns()
	for i := range all {
		all[i].width = g.widest(&all[i])
	}
	if g.o.Width == 0 {
		return all
	}
	half := max((g.o.Width-2*ganttPad)/2, 120)
	for rank := 4; rank > 0 && total(all) > half; rank-- {
		kept := all[:0]
		for _, c := range all {
			if c.rank != rank {
				kept = append(kept, c)
			}
		}
		all = kept
	}
	if over := total(all) - half; over > 0 {
		all[1].width = max(all[1].width-over, 60)
	}
	return all
}

func total(columns []ganttColumn) (sum float64) {
	for _, c := range columns {
		sum += c.width
	}
	return sum
}

func (g *gantt) tableWidth() float64 { return total(g.columns) }

// widest is the width that the head and the texts of a column need.
func (g *gantt) widest(c *ganttColumn) float64 {
	w := Width(c.title, ganttSmall, true)
	for i := range g.rows {
		r := &g.rows[i]
		need := Width(c.value(r), c.size(), c.bold(r))
		if c.name {
			need += indent(r)
		}
		w = max(w, min(need, c.most))
	}
	return w + 2*ganttGap
}

func (c *ganttColumn) size() float64 {
	if c.small {
		return ganttSmall
	}
	return ganttText
}

func (c *ganttColumn) bold(r *GanttRow) bool { return c.name && r.Kind == StageBar }

func indent(r *GanttRow) float64 { return float64(max(0, min(r.Level, 12))) * 10 }

// paintTable paints the heads, the texts and the lines between rows.
func (g *gantt) paintTable() {
	x := ganttPad
	for i := range g.columns {
		c := &g.columns[i]
		g.cell(c, x, g.top-6, c.title, ganttSmall, true, Mute)
		for k := range g.rows {
			g.paintCell(c, x, k)
		}
		x += c.width
	}
	for i := 1; i <= len(g.rows); i++ {
		y := g.rowTop(i)
		g.add(Line{From: Point{ganttPad, y}, To: Point{g.right, y}, Stroke: SoftHair, Width: 0.5})
	}
}

func (g *gantt) paintCell(c *ganttColumn, x float64, row int) {
	r := &g.rows[row]
	ink, in := Ink, 0.0
	if c.small {
		ink = Mute
	}
	if c.name {
		in = indent(r)
	}
	s := Cut(c.value(r), c.width-2*ganttGap-in, c.size(), c.bold(r))
	g.cell(c, x+in, g.rowTop(row)+ganttRow/2+ganttText*0.36, s, c.size(), c.bold(r), ink)
}

// cell writes a text into a column that begins at x.
func (g *gantt) cell(c *ganttColumn, x, y float64, s string, size float64, bold bool, ink Colour) {
	l := Label{X: x + ganttGap, Y: y, Text: s, Size: size, Bold: bold, Ink: ink}
	if c.right {
		l.X, l.Anchor = x+c.width-ganttGap, AtEnd
	}
	if s != "" {
		g.add(l)
	}
}
