package report

import (
	"cmp"
	"slices"

	"portfel/data"
)

// spanLane is a shaded span and the line of labels that it stands in.
type spanLane struct {
	GanttSpan
	lane int
}

// laneSpans puts spans that follow each other into one line and those that
// overlap into lines below each other.
func laneSpans(spans []GanttSpan) []spanLane {
	var all []spanLane
	for _, s := range spans {
		if s.From, s.To = inOrder(s.From, s.To); !s.From.IsZero() {
			all = append(all, spanLane{GanttSpan: s})
		}
	}
	slices.SortStableFunc(all, func(a, b spanLane) int { return cmp.Compare(a.From, b.From) })
	var busy []data.Date // last day of each line
	for i := range all {
		lane := slices.IndexFunc(busy, func(d data.Date) bool { return d < all[i].From })
		if lane < 0 {
			lane = len(busy)
			busy = append(busy, 0)
		}
		busy[lane], all[i].lane = all[i].To, lane
	}
	return all
}

func laneCount(all []spanLane) int {
	n := 0
	for _, s := range all {
		n = max(n, s.lane+1)
	}
	return n
}

// paintSpans shades the spans over all rows; their labels stand below the rows.
func (g *gantt) paintSpans() {
	for _, s := range g.lanes {
		g.clipped(g.x(s.From), g.top, g.x(s.To+1), g.bottom-g.top, 0, spanFill, 0)
	}
	below := g.rowTop(len(g.rows))
	for i, s := range g.lanes {
		x := max(g.x(s.From), g.left) + 2
		room := g.spanRoom(i) - x
		if label := Cut(s.Label, room, ganttSmall, false); label != "" && x < g.right {
			y := below + float64(s.lane)*ganttSmall*1.6 + ganttSmall*1.15
			g.add(Label{X: x, Y: y, Text: label, Size: ganttSmall, Ink: RiskInk})
		}
	}
}

var spanFill = Mix(RiskSoft, Surface, 0.65)

// spanRoom is where the label of a span must end: before the next one of its
// line, or the edge.
func (g *gantt) spanRoom(i int) float64 {
	for _, s := range g.lanes[i+1:] {
		if s.lane == g.lanes[i].lane {
			return g.x(s.From) - 2
		}
	}
	return g.right
}
