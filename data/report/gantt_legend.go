package report

// legendItem is a sign and its word.
type legendItem struct {
	word string
	sign float64              // width of the sign
	draw func(x, mid float64) // begins at x, half of it above mid
}

// has tells whether any row that has a bar answers yes.
func (g *gantt) has(f func(*GanttRow) bool) bool {
	for i := range g.rows {
		if !g.rows[i].Finish.IsZero() && f(&g.rows[i]) {
			return true
		}
	}
	return false
}

// legendItems are the signs that occur in the chart.
func (g *gantt) legendItems() []legendItem {
	w := g.o.Words
	task := func(r *GanttRow) bool { return r.Kind == TaskBar }
	bar := func(r GanttRow) func(x, mid float64) {
		return func(x, mid float64) { g.paintTask(&r, x, x+16, mid) }
	}
	var all []legendItem
	add := func(on bool, word string, sign float64, draw func(x, mid float64)) {
		if on {
			all = append(all, legendItem{word, sign, draw})
		}
	}
	add(g.has(func(r *GanttRow) bool { return task(r) && r.Percent == 100 }), w.T("gantt.done"), 16, bar(GanttRow{Percent: 100}))
	add(g.has(func(r *GanttRow) bool { return task(r) && r.Percent > 0 && r.Percent < 100 }), w.T("gantt.progress"), 16, bar(GanttRow{Percent: 60}))
	add(g.has(func(r *GanttRow) bool { return task(r) && r.Percent == 0 }), w.T("gantt.planned"), 16, bar(GanttRow{}))
	add(g.has(func(r *GanttRow) bool { return task(r) && r.Critical && r.Percent < 100 }), w.T("plan.critical"), 16, bar(GanttRow{Critical: true, Percent: 40}))
	add(g.has(func(r *GanttRow) bool { return r.Kind == StageBar }), w.T("gantt.stage"), 16, func(x, mid float64) { g.clipped(x, mid-2.25, x+16, 4.5, 1.5, stageFill, 0) })
	add(g.has(func(r *GanttRow) bool { return r.Kind == MilestoneBar }), w.T("gantt.milestone"), 11, func(x, mid float64) { g.paintMilestone(x+5.5, mid, Ink, true) })
	add(g.has(func(r *GanttRow) bool { return !r.Deadline.IsZero() && r.Kind != StageBar }), w.T("plan.col.deadline"), 6, func(x, mid float64) { g.deadlineSign(x+3, mid, RiskInk) })
	add(g.has(func(r *GanttRow) bool { return !r.BaseFinish.IsZero() }), w.T("gantt.baseline"), 16, func(x, mid float64) { g.clipped(x, mid-1.25, x+16, 2.5, 1, Planned, 0) })
	today := g.x(g.o.Today) + g.day/2
	add(!g.o.Today.IsZero() && today >= g.left && today <= g.right, w.F("gantt.today", g.o.Today), 3, func(x, mid float64) {
		g.add(Line{From: Point{x + 1.5, mid - 6}, To: Point{x + 1.5, mid + 6}, Stroke: Accent, Width: 1.25})
	})
	add(len(g.lanes) > 0, w.T("gantt.span"), 16, func(x, mid float64) { g.clipped(x, mid-5, x+16, 10, 0, spanFill, 0) })
	return append(all, g.legendOff()...)
}

// legendOff explains the shading of days without work, where there is any.
func (g *gantt) legendOff() []legendItem {
	if g.day < 2 {
		return nil
	}
	for d := g.from; g.x(d) < g.right && d.Known(); d++ {
		if g.o.Off(d) {
			return []legendItem{{g.o.Words.T("gantt.off"), 16, func(x, mid float64) { g.clipped(x, mid-5, x+16, 10, 0, offFill, 0) }}}
		}
	}
	return nil
}

const legendLine = 16.0

// paintLegend paints the signs below the chart, in as many lines as they need,
// and tells where it ends.
func (g *gantt) paintLegend() float64 {
	items := g.legendItems()
	if len(items) == 0 {
		return g.bottom
	}
	g.left = 0 // the legend may stand below the table
	x, mid := ganttPad+ganttGap, g.bottom+8+legendLine/2
	for _, it := range items {
		w := it.sign + 4 + Width(it.word, ganttSmall, false)
		if x+w > g.right && x > ganttPad+ganttGap {
			x, mid = ganttPad+ganttGap, mid+legendLine
		}
		it.draw(x, mid)
		g.add(Label{X: x + it.sign + 4, Y: mid + ganttSmall*0.36, Text: it.word, Size: ganttSmall, Ink: Mute})
		x += w + 14
	}
	return mid + legendLine/2
}
