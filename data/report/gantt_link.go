package report

import "portfel/data"

var linkInk = Mix(Planned, Surface, 0.75)
var criticalLink = Mix(LateInk, Surface, 0.6)

// paintLinks draws each dependency as level and upright lines with an arrow
// head. Links to rows without a bar are left out.
func (g *gantt) paintLinks() {
	for i := range g.rows {
		for _, l := range g.rows[i].Preds {
			if l.Row >= 0 && l.Row < len(g.rows) && l.Row != i {
				g.paintLink(l.Row, i, l.Type)
			}
		}
	}
}

func (g *gantt) paintLink(from, to int, kind data.LinkType) {
	a, b := &g.rows[from], &g.rows[to]
	if a.Finish.IsZero() || b.Finish.IsZero() {
		return
	}
	p1, p2 := g.joint(from, fromRight(kind)), g.joint(to, toRight(kind))
	ink := linkInk
	if a.Critical && b.Critical {
		ink = criticalLink
	}
	path := elbow(p1, p2, fromRight(kind), toRight(kind))
	for _, p := range path {
		if p.X < g.left || p.X > g.right {
			return
		}
	}
	tip := 3.5
	if toRight(kind) {
		tip = -tip
	}
	last := len(path) - 1
	path[last].X -= tip / 2
	g.add(Poly{Points: path, Open: true, Stroke: ink, Width: 0.75})
	g.add(Poly{Points: []Point{p2, {p2.X - tip, p2.Y - 2.2}, {p2.X - tip, p2.Y + 2.2}}, Fill: ink})
}

// rightEnds tells at which rows a link begins or ends at the right of the bar.
func (g *gantt) rightEnds() []bool {
	at := make([]bool, len(g.rows))
	for i := range g.rows {
		for _, l := range g.rows[i].Preds {
			if l.Row < 0 || l.Row >= len(g.rows) || !g.o.Links {
				continue
			}
			at[l.Row] = at[l.Row] || fromRight(l.Type)
			at[i] = at[i] || toRight(l.Type)
		}
	}
	return at
}

func fromRight(t data.LinkType) bool { return t != data.StartStart && t != data.StartFinish }

func toRight(t data.LinkType) bool { return t == data.FinishFinish || t == data.StartFinish }

// joint is the point of a bar where a link begins or ends.
func (g *gantt) joint(row int, right bool) Point {
	r := &g.rows[row]
	mid := g.rowTop(row) + ganttRow/2
	if g.o.Baseline {
		mid--
	}
	x1, x2 := g.edges(r)
	if r.Kind == MilestoneBar {
		x1, x2 = (x1+x2)/2-5.5, (x1+x2)/2+5.5
	}
	if right {
		return Point{x2, mid}
	}
	return Point{x1, mid}
}

// elbow is the way of a link: out of the first bar, along the edge between rows
// where it has to go back, into the second bar.
func elbow(p1, p2 Point, fromRight, toRight bool) []Point {
	out, in := 4.0, -6.0
	if !fromRight {
		out = -4
	}
	if toRight {
		in = 6
	}
	a, b := p1.X+out, p2.X+in
	if fromRight && !toRight && b < a {
		half := ganttRow / 2
		if p2.Y < p1.Y {
			half = -half
		}
		y := p1.Y + half
		return []Point{p1, {a, p1.Y}, {a, y}, {b, y}, {b, p2.Y}, p2}
	}
	turn := a
	switch {
	case !fromRight && !toRight:
		turn = min(a, b)
	case toRight:
		turn = max(a, b)
	}
	return []Point{p1, {turn, p1.Y}, {turn, p2.Y}, p2}
}
