package report

import (
	"portfel/data"
	"portfel/data/text"
)

// barLabel is the text at the right of a bar.
type barLabel struct {
	text  string
	width float64
	late  bool
}

// labelMost is how wide a label beside a bar may be.
const labelMost = 150.0

// allLabels makes the labels of the rows: people beside a task, the date beside
// a milestone, then how far it has moved from the baseline and whether it is
// late, in words.
func (g *gantt) allLabels() []barLabel {
	all := make([]barLabel, len(g.rows))
	for i := range g.rows {
		r := &g.rows[i]
		if r.Finish.IsZero() {
			continue
		}
		s := text.Join(g.first(r), g.shift(r))
		if r.Late {
			s = text.Join(s, Late.Word(g.o.Words))
		}
		s = Cut(s, labelMost, ganttSmall, false)
		all[i] = barLabel{s, Width(s, ganttSmall, false), r.Late}
	}
	return all
}

func (g *gantt) first(r *GanttRow) string {
	switch r.Kind {
	case MilestoneBar:
		return g.o.Words.DayMonth(r.Finish)
	case StageBar:
		return ""
	}
	return r.Who
}

// shift is how many working days the finish lies after the baseline's: «+2 дн.».
func (g *gantt) shift(r *GanttRow) string {
	if r.BaseFinish.IsZero() || r.BaseFinish == r.Finish {
		return ""
	}
	n := g.workdays(min(r.BaseFinish, r.Finish), max(r.BaseFinish, r.Finish))
	if r.Finish < r.BaseFinish {
		n = -n
	}
	if n == 0 {
		return ""
	}
	w := g.o.Words
	return w.Signed(n) + "\u00a0" + w.T("unit.day")
}

// workdays counts the days after a up to b on which somebody works.
func (g *gantt) workdays(a, b data.Date) (n int64) {
	if b-a > 40_000 { // more than a century: nobody counts days
		return int64(b - a)
	}
	for d := a + 1; d <= b; d++ {
		if !g.o.Off(d) {
			n++
		}
	}
	return n
}

// paintRow paints the baseline, the bar and the deadline of a row and tells
// where its label may begin.
func (g *gantt) paintRow(i int) float64 {
	r := &g.rows[i]
	if r.Finish.IsZero() {
		return 0
	}
	mid := g.rowTop(i) + ganttRow/2
	x1, x2 := g.edges(r)
	if g.o.Baseline {
		g.paintBaseline(r, mid)
		mid -= 1
	}
	switch r.Kind {
	case MilestoneBar:
		g.paintMilestone((x1+x2)/2, mid, milestoneInk(r), true)
	case StageBar:
		g.clipped(x1, mid-2.25, x2, 4.5, 1.5, stageFill, 0)
	default:
		g.paintTask(r, x1, x2, mid)
	}
	after := max(x2, x1+3) + 5
	if r.Kind == MilestoneBar {
		after = max(after, (x1+x2)/2+10)
	}
	if g.knots[i] {
		after += 5
	}
	if !r.Deadline.IsZero() && r.Kind != StageBar {
		after = max(after, g.paintDeadline(r, mid)+5)
	}
	return after
}

var stageFill = Mix(Ink, Surface, 0.75)

// edges are the sides of a bar: from the morning of its start to the evening of
// its finish.
func (g *gantt) edges(r *GanttRow) (x1, x2 float64) {
	x1, x2 = g.x(r.Start), g.x(r.Finish+1)
	return x1, max(x2, x1+2)
}

// clipped adds a rectangle as far as it lies inside the chart.
func (g *gantt) clipped(x1, y, x2, h, radius float64, fill, stroke Colour) {
	x1, x2 = max(x1, g.left), min(x2, g.right)
	if x2 <= x1 {
		return
	}
	r := Rect{X: x1, Y: y, W: x2 - x1, H: h, Radius: min(radius, (x2-x1)/2), Fill: fill}
	if stroke.On() {
		r.X, r.Y, r.W, r.H = r.X+0.4, r.Y+0.4, max(r.W-0.8, 0.4), r.H-0.8
		r.Stroke, r.Width = stroke, 0.8
	}
	g.add(r)
}

// barInk is the strong colour of a task's bar.
func barInk(r *GanttRow) Colour {
	switch {
	case r.Percent == 100:
		return DoneInk
	case r.Late || r.Critical:
		return LateInk
	}
	return Accent
}

func milestoneInk(r *GanttRow) Colour {
	switch {
	case r.Percent == 100:
		return DoneInk
	case r.Late:
		return LateInk
	}
	return Ink
}

// paintTask paints the whole bar pale and its done part strong. A critical bar
// has an outline too, so that it is told apart in grey print.
func (g *gantt) paintTask(r *GanttRow, x1, x2, mid float64) {
	strong, outline := barInk(r), Colour(0)
	if r.Critical && r.Percent < 100 {
		outline = strong
	}
	y := mid - ganttBar/2
	if r.Percent < 100 {
		g.clipped(x1, y, x2, ganttBar, 2, Mix(strong, Surface, 0.33), outline)
	}
	if r.Percent > 0 {
		g.clipped(x1, y, x1+(x2-x1)*float64(r.Percent)/100, ganttBar, 2, strong, 0)
	}
}

// paintMilestone paints a diamond, hollow for a baseline.
func (g *gantt) paintMilestone(x, mid float64, ink Colour, full bool) {
	const half = 5.5
	if x < g.left-1 || x > g.right+1 {
		return
	}
	p := Poly{Points: []Point{{x, mid - half}, {x + half, mid}, {x, mid + half}, {x - half, mid}}, Fill: ink}
	if !full {
		p.Fill, p.Stroke, p.Width = Surface, ink, 0.8
	}
	g.add(p)
}

func (g *gantt) paintBaseline(r *GanttRow, mid float64) {
	if r.BaseFinish.IsZero() {
		return
	}
	x1, x2 := g.x(r.BaseStart), g.x(r.BaseFinish+1)
	if r.Kind == MilestoneBar {
		g.paintMilestone((x1+x2)/2, mid+1.5, Planned, false)
		return
	}
	g.clipped(x1, mid+ganttBar/2+1, max(x2, x1+2), 2.5, 1, Planned, 0)
}

// paintDeadline paints a mark at the evening of the deadline and tells where it
// ends.
func (g *gantt) paintDeadline(r *GanttRow, mid float64) float64 {
	x := g.x(r.Deadline + 1)
	if x < g.left || x > g.right {
		return 0
	}
	ink := RiskInk
	if r.Late || r.Finish > r.Deadline {
		ink = LateInk
	}
	g.deadlineSign(x, mid, ink)
	return x + 3
}

// deadlineSign is a line with a small flag pointing down at its top.
func (g *gantt) deadlineSign(x, mid float64, ink Colour) {
	g.add(Line{From: Point{x, mid - 7}, To: Point{x, mid + 7}, Stroke: ink, Width: 1})
	g.add(Poly{Points: []Point{{x - 3, mid - 7.5}, {x + 3, mid - 7.5}, {x, mid - 3.5}}, Fill: ink})
}

func (g *gantt) paintLabel(i int, x float64) {
	l := g.labels[i]
	ink := Mute
	if l.late {
		ink = LateInk
	}
	x = max(x, g.left+4)
	if s := Cut(l.text, g.right-x, ganttSmall, false); s != "" {
		g.add(Label{X: x, Y: g.rowTop(i) + ganttRow/2 + ganttSmall*0.36, Text: s, Size: ganttSmall, Ink: ink})
	}
}
