package report

import (
	"portfel/data"
	"portfel/data/text"
)

// BarKind says how a row of a plan is drawn.
type BarKind uint8

// The kinds of rows.
const (
	TaskBar BarKind = iota
	StageBar
	MilestoneBar
)

// GanttRow is one row of a plan. Dates are inclusive; a row without a finish
// has no bar.
type GanttRow struct {
	Code                  string // WBS number
	Name                  string
	Who                   string // people, as they are shown
	Level                 int    // from 0
	Kind                  BarKind
	Start, Finish         data.Date
	BaseStart, BaseFinish data.Date // of the baseline to compare with
	Deadline              data.Date
	Effort                data.Minutes
	Percent               int // done, 0..100
	Critical              bool
	Late                  bool
	Preds                 []GanttLink
}

// GanttLink is a dependency on another row, named by its index.
type GanttLink struct {
	Row  int
	Type data.LinkType
}

// Scale is the step of the time axis.
type Scale uint8

// The scales. AutoScale chooses by the length of the plan or the width given.
const (
	AutoScale Scale = iota
	ByDay
	ByWeek
	ByMonth
	ByQuarter
	byYears // only chosen, never asked for
)

// GanttSpan is a stretch of days shaded over all rows, as a trip.
type GanttSpan struct {
	From, To data.Date
	Label    string
}

// GanttOptions say what the chart shows and how wide it is. Without Width and
// Ratio it is as wide as its scale needs.
type GanttOptions struct {
	Words    *text.Words
	Title    string
	Subtitle string
	Scale    Scale
	Width    float64 // of the whole picture
	Ratio    float64 // width to height that a page has (1.41 for A4 across): the axis is stretched towards it
	From, To data.Date
	Today    data.Date            // zero: no line
	Off      func(data.Date) bool // days without work; nil: none
	Spans    []GanttSpan
	Links    bool
	Baseline bool
	Critical bool
}

// Sizes of the chart in points.
const (
	ganttPad    = 12.0
	ganttRow    = 20.0
	ganttHead   = 34.0
	ganttBar    = 9.0
	ganttText   = 9.0
	ganttSmall  = 8.0
	ganttTitle  = 13.0
	ganttLeast  = 780.0 // width of a chart that is stretched to a page's shape
	ganttMost   = 14000.0
	ganttChart  = 200.0 // least width of the bars' side
	ganttWidest = 18.0  // a day is never wider
)

// gantt is a chart being drawn.
type gantt struct {
	axis
	rows    []GanttRow
	o       GanttOptions
	columns []ganttColumn
	labels  []barLabel
	knots   []bool // rows at whose right end a link begins or ends
	lanes   []spanLane
	shapes  []Shape
	top     float64 // of the first row
	bottom  float64 // of the last row
	right   float64 // of the chart
}

// Gantt draws the plan: a table at the left, bars over a time axis at the right,
// a legend of what occurs below.
func Gantt(rows []GanttRow, o GanttOptions) Picture {
	if o.Words == nil {
		o.Words = text.For(text.RU)
	}
	if o.Off == nil {
		o.Off = func(data.Date) bool { return false }
	}
	g := &gantt{rows: tidied(rows, o), o: o}
	g.labels = g.allLabels()
	g.knots = g.rightEnds()
	g.lanes = laneSpans(o.Spans)
	g.top = ganttPad + g.titleHeight() + ganttHead
	g.bottom = g.top + float64(len(rows))*ganttRow + float64(laneCount(g.lanes))*ganttSmall*1.6
	g.layout()
	g.paint()
	again := Repeated{Side: g.left, Top: g.top - ganttHead, Head: ganttHead, Row: ganttRow}
	w, h := g.right+ganttPad, g.paintLegend()+ganttPad
	g.shapes[0] = Rect{W: w, H: h, Fill: Surface}
	return Picture{Title: o.Title, Width: w, Height: h, Shapes: g.shapes, Repeated: again}
}

// tidied copies the rows with dates in order and without what the options hide.
func tidied(rows []GanttRow, o GanttOptions) []GanttRow {
	out := make([]GanttRow, len(rows))
	for i, r := range rows {
		r.Start, r.Finish = inOrder(r.Start, r.Finish)
		r.BaseStart, r.BaseFinish = inOrder(r.BaseStart, r.BaseFinish)
		if !o.Baseline {
			r.BaseStart, r.BaseFinish = 0, 0
		}
		r.Critical = r.Critical && o.Critical
		r.Percent = max(0, min(100, r.Percent))
		out[i] = r
	}
	return out
}

// inOrder puts two days in order; days that cannot be named are none, and one
// day alone is both.
func inOrder(a, b data.Date) (from, to data.Date) {
	if !a.Known() {
		a = 0
	}
	if !b.Known() {
		b = 0
	}
	switch {
	case a == 0:
		a = b
	case b == 0:
		b = a
	}
	return min(a, b), max(a, b)
}

func (g *gantt) titleHeight() float64 {
	h := 0.0
	if g.o.Title != "" {
		h += 20
	}
	if g.o.Subtitle != "" {
		h += 14
	}
	if h > 0 {
		h += 4
	}
	return h
}

// paint draws from the back to the front. The first shape becomes the back of
// the whole picture when its height is known.
func (g *gantt) paint() {
	g.add(Rect{})
	g.paintTitle()
	g.paintOff()
	g.paintSpans()
	g.paintAxis()
	g.paintTable()
	if g.o.Links {
		g.paintLinks()
	}
	after := make([]float64, len(g.rows))
	for i := range g.rows {
		after[i] = g.paintRow(i)
	}
	g.paintToday(after)
	for i, x := range after {
		g.paintLabel(i, x)
	}
}

func (g *gantt) add(s Shape) { g.shapes = append(g.shapes, s) }

// rowTop is the upper edge of a row.
func (g *gantt) rowTop(i int) float64 { return g.top + float64(i)*ganttRow }

func (g *gantt) paintTitle() {
	y, room := ganttPad, g.right-ganttPad
	if g.o.Title != "" {
		g.add(Label{X: ganttPad, Y: y + ganttTitle, Text: Cut(g.o.Title, room, ganttTitle, true), Size: ganttTitle, Bold: true, Ink: Ink})
		y += 20
	}
	if g.o.Subtitle != "" {
		g.add(Label{X: ganttPad, Y: y + ganttText, Text: Cut(g.o.Subtitle, room, ganttText, false), Size: ganttText, Ink: Mute})
	}
}
