package ui

import "portfel/data"

// Step goes to the next wider scale (1) or the next closer one (-1).
func (n *Gantt) Step(by int) {
	z := n.zoom + Zoom(by)
	if z < ByDay || z > ByQuarter {
		return
	}
	n.zoomAt(z, n.Size().Width/2)
	if n.OnZoom != nil {
		n.OnZoom(z)
	}
}

// The closest and the widest scale at which all is shown, in units a day.
const closest, widest float32 = 18, .5

// labelRoom is what a label behind the last bar needs.
const labelRoom float32 = 110

// ShowAll chooses the scale at which the days from one to another are seen as a
// whole, as close as may be; it follows the width of the chart until another scale
// is chosen.
func (n *Gantt) ShowAll(from, to data.Date) {
	n.whole, n.all, n.allWide = [2]data.Date{from, max(from, to)}, true, 0
	n.fitAll()
	n.Refresh()
}

// fitAll gives the chart the scale of ShowAll, as soon as it has a size and when
// that has changed.
func (n *Gantt) fitAll() {
	w, from, to := n.Size().Width, n.whole[0], n.whole[1]
	if !n.all || w < 100 || w == n.allWide {
		return
	}
	n.allWide, n.placed, n.want = w, true, 0
	n.scale = max(widest, min(closest, (w-labelRoom)/float32(to-from+3)))
	n.zoom = zoomOf(n.scale)
	n.fit(n.Size())
	n.side.set(float32(from-1-n.from) * n.px())
}

// AllShown tells whether the scale is that of ShowAll.
func (n *Gantt) AllShown() bool { return n.all }

// zoomOf says which steps of the axis can be read at a scale.
func zoomOf(scale float32) Zoom {
	switch {
	case scale >= 17:
		return ByDay
	case scale >= 3.2:
		return ByWeek
	case scale >= 1:
		return ByMonth
	}
	return ByQuarter
}
