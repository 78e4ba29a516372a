package report

import (
	"strconv"
	"time"

	"portfel/data"
	"portfel/data/text"
)

// axis turns days into places.
type axis struct {
	from  data.Date
	left  float64 // edge of the table
	day   float64 // width of a day
	scale Scale
	years int // step of the scale byYears
}

// ganttLead is the room before the first day and after the last one, for links
// that enter bars there.
const ganttLead = 9.0

// x is where a day begins.
func (a axis) x(d data.Date) float64 { return a.left + ganttLead + float64(d-a.from)*a.day }

// dayWidths are the natural widths of a day by scale.
var dayWidths = map[Scale]float64{ByDay: ganttWidest, ByWeek: 5.5, ByMonth: 1.6, ByQuarter: 0.6}

// layout decides on columns, days and width.
func (g *gantt) layout() {
	from, to := g.period()
	g.columns = g.fitColumns()
	g.left = ganttPad + g.tableWidth()
	g.scale, g.from = g.o.Scale, from
	if g.scale == AutoScale {
		g.scale = scaleFor(int(to-from) + 1)
	}
	g.day = dayWidths[g.scale]
	wanted := g.o.Width - ganttPad
	if g.o.Width == 0 && g.o.Ratio > 0 {
		wanted = max(ganttLeast, (g.bottom+40)*g.o.Ratio) - ganttPad
	}
	if wanted > 0 {
		wanted = max(wanted, g.left+ganttChart)
		g.stretch(wanted, to)
	}
	g.snap()
	if wanted > 0 {
		g.day = g.dayIn(wanted, to)
	}
	g.right = max(g.reach(to)+ganttLead, g.left+ganttChart, min(wanted, g.x(to+1)+60*g.day))
	if g.o.Width > 0 {
		g.right = wanted
	}
	if most := g.left + ganttMost; g.right > most {
		g.day = g.dayIn(most, to)
		g.right = most
	}
	g.coarsen()
}

// stretch sets day and scale so that the chart ends at the right edge.
func (g *gantt) stretch(right float64, to data.Date) {
	g.day = g.dayIn(right, to)
	if g.o.Scale == AutoScale {
		g.scale = scaleOf(g.day)
	}
}

// scaleFor chooses a scale by the number of days of the plan.
func scaleFor(days int) Scale {
	switch {
	case days <= 35:
		return ByDay
	case days <= 250:
		return ByWeek
	case days <= 1000:
		return ByMonth
	}
	return ByQuarter
}

// scaleOf chooses a scale by the width of a day.
func scaleOf(day float64) Scale {
	switch {
	case day >= 13:
		return ByDay
	case day >= 3:
		return ByWeek
	case day >= 0.9:
		return ByMonth
	}
	return ByQuarter
}

// dayIn is the width of a day with which all bars and their labels end before
// the right edge; labels get half of the room at most.
func (g *gantt) dayIn(right float64, to data.Date) float64 {
	room := right - g.left - 2*ganttLead
	day := room / float64(to-g.from+1)
	least := day / 2
	for i, l := range g.labels {
		if days := float64(g.ends(i) - g.from + 1); l.text != "" && days > 0 {
			day = min(day, (room-l.width-labelGap)/days)
		}
	}
	return min(max(day, least), ganttWidest)
}

// labelGap is the room between a bar and the end of its label, without the text.
const labelGap = 14.0

// reach is how far to the right bars and labels go.
func (g *gantt) reach(to data.Date) float64 {
	far := g.x(to + 1)
	for i, l := range g.labels {
		if l.text != "" {
			far = max(far, g.x(g.ends(i)+1)+l.width+labelGap)
		}
	}
	return far
}

// ends is the last day that is drawn in a row before its label.
func (g *gantt) ends(i int) data.Date { return max(g.rows[i].Finish, g.rows[i].Deadline) }

// period is the days that the rows need, widened by the options.
func (g *gantt) period() (from, to data.Date) {
	for i := range g.rows {
		r := &g.rows[i]
		for _, d := range []data.Date{r.Start, r.Finish, r.BaseStart, r.BaseFinish, r.Deadline} {
			if d <= 0 || !d.Known() {
				continue
			}
			if from == 0 || d < from {
				from = d
			}
			to = max(to, d)
		}
	}
	if from == 0 {
		from = max(g.o.Today, 1)
		to = from + 27
	}
	if g.o.From > 0 {
		from = g.o.From
	}
	if g.o.To > 0 {
		to = g.o.To
	}
	return from, max(to, from)
}

// snap moves the first day to the beginning of a step.
func (g *gantt) snap() {
	switch g.scale {
	case ByDay, ByWeek:
		g.from = g.from.Monday()
	case ByMonth:
		g.from = g.from.MonthStart()
	default:
		g.from = quarter(g.from)
	}
	g.from = max(g.from, 1)
}

// coarsen turns quarters into years where a plan is so long that they would
// stand too close.
func (g *gantt) coarsen() {
	for _, s := range []struct {
		scale Scale
		width float64
		next  Scale
	}{{ByDay, 8, ByWeek}, {ByWeek, 16, ByMonth}, {ByMonth, 14, ByQuarter}, {ByQuarter, 18, byYears}} {
		if g.scale == s.scale && g.day*float64(stepDays[s.scale]) < s.width {
			g.scale = s.next
		}
	}
	for _, n := range []int{1, 2, 5, 10, 50, 100, 500} {
		if g.years = n; float64(n)*365*g.day >= 24 {
			return
		}
	}
}

var stepDays = map[Scale]int{ByDay: 1, ByWeek: 7, ByMonth: 30, ByQuarter: 91}

// quarter is the first day of the date's quarter.
func quarter(d data.Date) data.Date {
	_, m, _ := d.Civil()
	return d.MonthStart().AddMonths(-(int(m) - 1) % 3)
}

// step is the first day of the step that holds d, and of the one after it.
func (g *gantt) step(d data.Date) (start, next data.Date) {
	switch g.scale {
	case ByDay:
		return d, d + 1
	case ByWeek:
		return d.Monday(), d.Monday() + 7
	case ByMonth:
		return d.MonthStart(), d.MonthStart().AddMonths(1)
	case ByQuarter:
		return quarter(d), quarter(d).AddMonths(3)
	}
	y := d.Year() - d.Year()%g.years
	return max(data.NewDate(y, time.January, 1), 1), data.NewDate(y+g.years, time.January, 1)
}

// part is the same for the upper line of the axis: months, or years.
func (g *gantt) part(d data.Date) (start, next data.Date) {
	if g.scale == ByDay || g.scale == ByWeek {
		return d.MonthStart(), d.MonthStart().AddMonths(1)
	}
	return data.NewDate(d.Year(), time.January, 1), data.NewDate(d.Year()+1, time.January, 1)
}

// over calls f for each step from the first day to the right edge.
func (g *gantt) over(step func(data.Date) (start, next data.Date), f func(start, next data.Date)) {
	for d := g.from; g.x(d) < g.right && d.Known(); {
		start, next := step(d)
		f(start, next)
		if next <= d { // after the year 9999
			return
		}
		d = next
	}
}

// paintAxis paints both lines of the head and the lines of the steps.
func (g *gantt) paintAxis() {
	base := g.top - ganttHead
	g.over(g.step, func(d, next data.Date) { g.paintStep(d, next) })
	if g.scale != byYears {
		g.over(g.part, func(d, next data.Date) { g.paintPart(d, next, base) })
	}
	g.add(Line{From: Point{ganttPad, g.top}, To: Point{g.right, g.top}, Stroke: Hair, Width: 0.75})
	g.add(Line{From: Point{g.left, base}, To: Point{g.left, g.bottom}, Stroke: Hair, Width: 0.75})
}

func (g *gantt) paintStep(d, next data.Date) {
	x := g.x(d)
	if x > g.left+1 {
		g.add(Line{From: Point{x, g.top - ganttHead/2}, To: Point{x, g.bottom}, Stroke: SoftHair, Width: 0.5})
	}
	ink := Mute
	if g.scale == ByDay && g.o.Off(d) {
		ink = LateInk
	}
	label := g.stepLabel(d)
	x = max(x, g.left)
	room := min(g.x(next), g.right) - x
	if w := Width(label, ganttSmall, false); w <= room-2 {
		g.add(Label{X: x + min(4, (room-w)/2), Y: g.top - 6, Text: label, Size: ganttSmall, Ink: ink})
	}
}

func (g *gantt) stepLabel(d data.Date) string {
	y, m, day := d.Civil()
	switch g.scale {
	case ByDay, ByWeek:
		return strconv.Itoa(day)
	case ByMonth:
		return g.monthLabel(m)
	case ByQuarter:
		return g.o.Words.F("ui.quarter", [...]string{"I", "II", "III", "IV"}[(m-1)/3])
	}
	return strconv.Itoa(y)
}

// monthLabel is the short name of a month, its first letters where months are
// narrow.
func (g *gantt) monthLabel(m time.Month) string {
	short := g.o.Words.MonthShort(m)
	if Width(short, ganttSmall, false) <= 28*g.day-2 {
		return short
	}
	return strconv.Itoa(int(m))
}

func (g *gantt) paintPart(d, next data.Date, base float64) {
	x := max(g.x(d), g.left)
	if g.x(d) > g.left+1 {
		g.add(Line{From: Point{x, base}, To: Point{x, g.top - ganttHead/2}, Stroke: SoftHair, Width: 0.5})
	}
	end := min(g.x(next), g.right)
	for _, label := range g.partLabels(d) {
		w := Width(label, ganttSmall, true)
		if w > end-x-6 {
			continue
		}
		for ; x+6+w <= end; x += partAgain { // a page of a long chart may show only a piece of a month
			g.add(Label{X: x + 4, Y: base + 11, Text: label, Size: ganttSmall, Bold: true, Ink: Ink})
		}
		return
	}
}

// partAgain is after how many points the name of a long part is written again.
const partAgain = 240.0

// partLabels are the names of a part from the longest to the shortest.
func (g *gantt) partLabels(d data.Date) []string {
	if g.scale != ByDay && g.scale != ByWeek {
		return []string{strconv.Itoa(d.Year())}
	}
	w := g.o.Words
	_, m, _ := d.Civil()
	return []string{text.Title(w.MonthYear(d)), text.Title(w.Month(m)), text.Title(w.MonthShort(m))}
}

// paintOff shades the days without work where a day is wide enough to be seen.
func (g *gantt) paintOff() {
	if g.day < 2 {
		return
	}
	for d := g.from; g.x(d) < g.right && d.Known(); d++ {
		end := d
		for end.Known() && g.x(end) < g.right && g.o.Off(end) {
			end++
		}
		if end > d {
			x := g.x(d)
			g.add(Rect{X: x, Y: g.top, W: min(g.x(end), g.right) - x, H: g.bottom - g.top, Fill: offFill})
			d = end
		}
	}
}

var offFill = Mix(Hair, Surface, 0.45)

// paintToday paints the line of today between the labels, which begin at the
// places given: a line through a text makes both hard to read.
func (g *gantt) paintToday(labels []float64) {
	d := g.o.Today
	x := g.x(d) + g.day/2
	if d.IsZero() || x < g.left || x > g.right {
		return
	}
	from := g.top
	line := func(to float64) { g.add(Line{From: Point{x, from}, To: Point{x, to}, Stroke: Accent, Width: 1.25}) }
	for i, at := range labels {
		if w := g.labels[i].width; w > 0 && x > at-2 && x < at+w+2 {
			mid := g.rowTop(i) + ganttRow/2
			line(mid - 6)
			from = mid + 6
		}
	}
	line(g.bottom)
}
