package ui

import (
	"fyne.io/fyne/v2"

	"portfel/data"
)

// BarKind is the shape of a bar.
type BarKind int

// A piece of work, a summary over a branch, a milestone; NoBar draws nothing.
const (
	TaskBar BarKind = iota
	SummaryBar
	MilestoneBar
	NoBar
)

// Bar is what one row shows on the time axis. Fill gets it emptied. Days are
// inclusive: a bar of one day starts and finishes on it.
type Bar struct {
	Kind          BarKind
	Start, Finish data.Date
	Progress      float32 // 0..1
	Role          Role    // Plain accent, Late critical or late, Done finished
	Label         string  // at the right of the bar
	BaseStart     data.Date
	BaseFinish    data.Date // of the baseline ghost; zero = none
	Deadline      data.Date // a mark; zero = none
	Locked        bool      // cannot be dragged
	Pinned        bool      // only its finish can be dragged: it has begun
	Manual        bool      // its dates are a person's
	Shift         string    // how far it is from the baseline, behind the label
	ShiftRole     Role
}

// DependencyKind is which ends a dependency joins.
type DependencyKind int

// Finish to start, start to start, finish to finish, start to finish.
const (
	FinishStart DependencyKind = iota
	StartStart
	FinishFinish
	StartFinish
)

// Dependency is a link between two rows.
type Dependency struct {
	From, To int
	Kind     DependencyKind
	Critical bool
}

// Span is a labelled stretch over all rows, as a business trip.
type Span struct {
	From, To data.Date // inclusive
	Label    string
	Role     Role
}

// Preview is where a row would stand while a bar is dragged.
type Preview struct {
	Row           int
	Start, Finish data.Date
}

// Zoom is the scale of the time axis.
type Zoom int

// One step of the axis is a day, a week, a month, a quarter.
const (
	ByDay Zoom = iota
	ByWeek
	ByMonth
	ByQuarter
)

// dayWidth is the width of a day in units at each scale.
var dayWidth = [...]float32{28, 8.25, 3, 1.1}

// Gantt is the time axis beside a Grid: it has the same rows at the same heights
// and follows the grid's offset. Wheel scrolls both, Shift and wheel goes along
// the time; dragging the background moves the picture.
type Gantt struct {
	own
	Fill      func(i int, b *Bar)
	Spans     []Span
	Today     data.Date
	DayOff    func(data.Date) bool // shaded; nil = Saturday and Sunday
	Status    data.Date            // a line for the plan's status date; zero = none
	Baseline  bool                 // draw the ghosts
	ShowLinks bool                 // draw the dependencies
	// RowSpans gives the stretches of one row: absences and trips of its people.
	RowSpans func(row int) []Span
	// OnDrag asks where rows would stand if the bar went to the days; nil shows
	// the bar alone.
	OnDrag func(row int, start, finish data.Date) []Preview
	// OnSay words what the drag would do; it is asked after OnDrag.
	OnSay func() string
	// OnDrop hears where a bar was dropped.
	OnDrop func(row int, start, finish data.Date)
	// OnLink hears of a dependency drawn from a bar's end to another bar.
	OnLink func(d Dependency)
	// OnLinkAsk words a dependency that is being drawn, or why it cannot be.
	OnLinkAsk func(d Dependency) (words string, refused bool)
	// OnLinkMenu gives the lines of the context menu of a dependency.
	OnLinkMenu func(d Dependency) []MenuItem
	// OnTip gives the text of the tip over a bar.
	OnTip func(row int) string
	// OnMenu gives the lines of the context menu of a bar.
	OnMenu func(row int) []MenuItem
	// OnZoom hears that the scale was changed by Ctrl and wheel.
	OnZoom func(z Zoom)

	grid     *Grid
	zoom     Zoom
	scale    float32 // width of a day in units
	all      bool    // the scale was chosen to show the range as a whole
	segs     []linkSeg
	from, to data.Date // range of the axis
	side     scroller
	placed   bool
	want     data.Date    // asked for before the chart had a size
	whole    [2]data.Date // what ShowAll shows
	allWide  float32      // the width that the scale was made for
	links    []Dependency
	ofRow    map[int][]int // row -> indices of links that touch it
	bar      Bar
	drag     ganttDrag
	hot      ganttHit
	pressed  bool
}

func newGantt(g *Grid) *Gantt {
	n := &Gantt{Fill: func(int, *Bar) {}, grid: g, zoom: ByWeek, scale: dayWidth[ByWeek], ShowLinks: true}
	n.hot.row, n.drag.row = nowhere, nowhere
	n.ExtendBaseWidget(n)
	return n
}

// SetRange says which days the axis has at least; some weeks are added around.
func (n *Gantt) SetRange(from, to data.Date) {
	left := n.leftDay()
	n.from, n.to = from.Monday()-14, to.Monday()+7+42
	if n.placed {
		n.side.off = float32(left-n.from) * n.px()
	}
	n.Refresh()
}

// SetLinks changes the dependencies; From and To are rows.
func (n *Gantt) SetLinks(links []Dependency) {
	n.links, n.ofRow = links, map[int][]int{}
	for i, l := range links {
		n.ofRow[l.From] = append(n.ofRow[l.From], i)
		n.ofRow[l.To] = append(n.ofRow[l.To], i)
	}
	n.Refresh()
}

// Zoom is the present scale.
func (n *Gantt) Zoom() Zoom { return n.zoom }

// SetZoom changes the scale and keeps the day in the middle.
func (n *Gantt) SetZoom(z Zoom) { n.zoomAt(z, n.Size().Width/2) }

func (n *Gantt) zoomAt(z Zoom, x float32) {
	day := (x + n.side.off) / n.px()
	n.zoom, n.scale, n.all = z, dayWidth[z], false
	n.fit(n.Size())
	n.side.set(day*n.px() - x)
	n.Refresh()
}

// ShowDay scrolls so that the day stands a quarter from the left.
func (n *Gantt) ShowDay(d data.Date) {
	if n.Size().Width < 100 {
		n.want = d
		return
	}
	n.placed, n.want = true, 0
	n.fit(n.Size())
	n.side.set(float32(d-n.from)*n.px() - n.Size().Width/4)
	n.Refresh()
}

// Reveal scrolls to a bar that is wholly out of view.
func (n *Gantt) Reveal(start, finish data.Date) {
	if w := n.Size().Width; w >= 100 && (n.x(finish+1) < 8 || n.x(start) > w-8) {
		n.ShowDay(start)
	}
}

func (n *Gantt) px() float32 { return n.scale }

// leftDay is the day at the left edge.
func (n *Gantt) leftDay() data.Date { return n.from + data.Date(n.side.off/n.px()) }

// x is where a day begins on the widget, in whole units: an edge between two
// pixels is blurred.
func (n *Gantt) x(d data.Date) float32 { return whole(float32(d-n.from)*n.px() - n.side.off) }

// dayAt is the day at x.
func (n *Gantt) dayAt(x float32) data.Date {
	d := (x + n.side.off) / n.px()
	if d < 0 {
		d--
	}
	return n.from + data.Date(d)
}

func (n *Gantt) off(d data.Date) bool {
	if n.DayOff != nil {
		return n.DayOff(d)
	}
	return weekend(d)
}

func (n *Gantt) fit(s fyne.Size) {
	if n.from.IsZero() && !n.Today.IsZero() {
		n.from, n.to = n.Today.Monday()-28, n.Today.Monday()+84
	}
	n.side.fit(float32(n.to-n.from)*n.px(), s.Width)
}

// get is the bar of a row, with the days of a drag over them.
func (n *Gantt) get(i int) *Bar {
	n.bar = Bar{}
	n.Fill(i, &n.bar)
	if p, ok := n.drag.shown[i]; ok {
		n.bar.Start, n.bar.Finish = p.Start, p.Finish
	}
	return &n.bar
}

// CreateRenderer is called by the toolkit.
func (n *Gantt) CreateRenderer() fyne.WidgetRenderer { return n.renderer(n, true) }
func (n *Gantt) min() fyne.Size                      { return fyne.NewSize(120, n.grid.HeadHeight+60) }

// bounds are the left and right edge of a bar.
func (n *Gantt) bounds(b *Bar) (x1, x2 float32) {
	if b.Kind == MilestoneBar {
		x := n.x(b.Finish) + n.px()/2
		return x - 7, x + 7
	}
	x1 = n.x(b.Start)
	return x1, max(n.x(b.Finish+1), x1+3)
}

// TreeGantt is a Grid and a Gantt in one scroll with a divider between. View is
// the object to lay out.
type TreeGantt struct {
	View  *Split // what is laid into the window
	Grid  *Grid
	Gantt *Gantt
}

// NewTreeGantt makes both; px is the width of the table.
func NewTreeGantt(columns []Column, length func() int, fill func(int, *Row), px float32) *TreeGantt {
	g := NewGrid(columns, length, fill)
	g.HeadHeight = 48
	n := newGantt(g)
	g.onScroll = n.Refresh
	g.escape = n.cancel
	t := &TreeGantt{Grid: g, Gantt: n}
	t.View = NewSplit(g, n, px)
	return t
}

// Reload reads rows and bars again; offsets and choice stay.
func (t *TreeGantt) Reload() { t.Grid.Reload() }
