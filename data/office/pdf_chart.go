package office

import (
	"math"

	"portfel/data/report"
)

// chartTiles cuts a chart so that each tile has room for the names and the axis.
// It is false for a picture that has none, or whose names would leave no room.
func chartTiles(p report.Picture, w, h float64) (tiles, bool) {
	r := p.Repeated
	if r.Side <= 0 || r.Row <= 0 || r.Side > w*0.7 || r.Head+r.Row > h/2 || r.Top+r.Head+r.Row > h {
		return tiles{}, false
	}
	t := tiles{columns: 1, rows: 1, width: w, height: h, scale: 1, chart: true}
	if p.Width > w {
		t.columns += int(math.Min(math.Ceil((p.Width-w)/(w-r.Side)-0.001), 1e6))
	}
	if first := firstRows(p, h); p.Height > h {
		t.rows += int(math.Min(math.Ceil((p.Height-first)/nextRows(p, h)-0.001), 1e6))
	}
	return t, true
}

// firstRows is where the first row of tiles ends: below a whole row of the chart.
func firstRows(p report.Picture, h float64) float64 {
	r := p.Repeated
	top := r.Top + r.Head
	return top + math.Floor((h-top)/r.Row)*r.Row
}

// nextRows is how much of the chart stands on a tile below the first ones.
func nextRows(p report.Picture, h float64) float64 {
	r := p.Repeated
	return math.Floor((h-r.Head)/r.Row) * r.Row
}

// stretch is a part of a tile along one edge: from and to in the picture, at on
// the tile.
type stretch struct{ from, to, at float64 }

// chartTile draws the names, the axis, and the part of the bars of a tile.
func (p *pen) chartTile(pic report.Picture, t tiles, row, column int, o PictureOptions) {
	for _, y := range down(pic, t, row) {
		for _, x := range along(pic, t, column) {
			left, top := pictureMargin+x.at, pictureMargin+y.at
			p.f.ClipRect(left, top, x.to-x.from, y.to-y.from, false)
			p.picture(pic, frame{left - x.from, top - y.from, 1}, x.from, y.from, x.to, y.to)
			p.f.ClipEnd()
			p.reset()
		}
	}
	p.placeOfTile(pic, t, row, column, o)
}

// along are the stretches of a column of tiles: the names, then its part of the
// axis.
func along(pic report.Picture, t tiles, column int) []stretch {
	side := pic.Repeated.Side
	if column == 0 {
		return []stretch{{0, min(t.width, pic.Width), 0}}
	}
	from := t.width + float64(column-1)*(t.width-side)
	return []stretch{{0, side, 0}, {from, min(from+t.width-side, pic.Width), side}}
}

// down are the stretches of a row of tiles: the axis, then its rows of the chart.
func down(pic report.Picture, t tiles, row int) []stretch {
	r := pic.Repeated
	first := firstRows(pic, t.height)
	if row == 0 {
		if t.rows == 1 {
			first = pic.Height
		}
		return []stretch{{0, first, 0}}
	}
	next := nextRows(pic, t.height)
	from := first + float64(row-1)*next
	return []stretch{{r.Top, r.Top + r.Head, 0}, {from, min(from+next, pic.Height), r.Head}}
}
