package office

import (
	"fmt"
	"io"
	"math"
	"strings"

	"portfel/data"
	"portfel/data/report"
	"portfel/data/text"
)

// pictureMargin is the edge of a page that printers leave white.
const pictureMargin = 28.0

// MaxPages bounds the pages of a tiled picture.
const MaxPages = 400

// PictureOptions say on which paper a picture is written.
type PictureOptions struct {
	Paper  Paper // A4.Across(), or PaperOf(picture); zero: PaperOf(picture)
	Tiled  bool  // in its own size over as many pages as it needs
	Made   data.Moment
	Author string
	Words  *text.Words
}

// WritePicturePDF writes a picture as PDF: scaled onto one page, or tiled over
// several with the place of each page (A1, B1 ... to the right, A2 below A1): a
// chart repeats its names and its axis on each of them, any other picture is cut
// with marks, to be glued together. A picture without a size or of more than
// MaxPages is a data.Problem "picture.pages".
func WritePicturePDF(w io.Writer, p report.Picture, o PictureOptions) error {
	if o.Paper == (Paper{}) {
		o.Paper = PaperOf(p)
	}
	t := tilesOf(p, o)
	if !(p.Width > 0 && p.Height > 0) || t.columns*t.rows > MaxPages || o.Paper.Width < 3*pictureMargin || o.Paper.Height < 3*pictureMargin {
		return data.Problem{Code: "picture.pages", Args: []string{fmt.Sprint(MaxPages)}}
	}
	pen, err := newPen(o.Paper, about{p.Title, o.Author, o.Made, o.Words})
	if err != nil {
		return err
	}
	for row := range t.rows {
		for column := range t.columns {
			pen.page()
			switch {
			case t.columns*t.rows == 1:
				pen.single(p, o.Paper, t.scale)
			case t.chart:
				pen.chartTile(p, t, row, column, o)
			default:
				pen.tile(p, t, row, column, o)
			}
		}
	}
	return pen.write(w)
}

// tiles is how a picture is cut.
type tiles struct {
	columns, rows int
	width, height float64 // of a tile on paper
	scale         float64
	chart         bool // names and axis stand on each tile
}

// bleed is how far a tile is printed beyond its cut marks.
const bleed = 6.0

// stripe is the room below a tile for its place and the page number.
const stripe = 14.0

func tilesOf(p report.Picture, o PictureOptions) tiles {
	w, h := o.Paper.Width-2*pictureMargin, o.Paper.Height-2*pictureMargin
	if !o.Tiled || p.Width <= w && p.Height <= h {
		return tiles{1, 1, w, h, min(w/p.Width, h/p.Height, 2), false}
	}
	h -= stripe
	if t, ok := chartTiles(p, w, h); ok {
		return t
	}
	t := tiles{width: w, height: h, scale: min(squeeze(p.Width, w), squeeze(p.Height, h))}
	count := func(size, tile float64) int {
		return int(max(1, min(math.Ceil(size*t.scale/tile-0.001), 1e6)))
	}
	t.columns, t.rows = count(p.Width, w), count(p.Height, h)
	return t
}

// squeeze is a scale from 0.9 to 1 that saves a last tile of a few points.
func squeeze(size, tile float64) float64 {
	whole := math.Floor(size / tile)
	if k := whole * tile / size; whole >= 1 && k >= 0.9 {
		return k
	}
	return 1
}

// single puts the picture into the middle of the page, at its top.
func (p *pen) single(pic report.Picture, paper Paper, k float64) {
	at := frame{(paper.Width - pic.Width*k) / 2, pictureMargin, k}
	p.picture(pic, at, 0, 0, pic.Width, pic.Height)
}

func (p *pen) tile(pic report.Picture, t tiles, row, column int, o PictureOptions) {
	left, top := float64(column)*t.width, float64(row)*t.height
	p.f.ClipRect(pictureMargin-bleed, pictureMargin-bleed, t.width+2*bleed, t.height+2*bleed, false)
	at := frame{pictureMargin - left, pictureMargin - top, t.scale}
	p.picture(pic, at, (left-bleed)/t.scale, (top-bleed)/t.scale, (left+t.width+bleed)/t.scale, (top+t.height+bleed)/t.scale)
	p.f.ClipEnd()
	p.reset()
	p.cutMarks(t)
	p.placeOfTile(pic, t, row, column, o)
}

// placeOfTile writes below a tile where it stands among the others.
func (p *pen) placeOfTile(pic report.Picture, t tiles, row, column int, o PictureOptions) {
	y := pictureMargin + t.height + bleed + 11
	place := fmt.Sprintf("%s%d", letterOf(column), row+1)
	p.text(pictureMargin+6, y, place, 9, true, report.Ink)
	page := o.Words.F("office.page", fmt.Sprint(row*t.columns+column+1), fmt.Sprint(t.columns*t.rows))
	p.ending(pictureMargin+t.width-6, y, page, 7.5, false, report.Mute)
	x := pictureMargin + report.Width(place, 9, true) + 14
	p.text(x, y, report.Cut(drawable(pic.Title), t.width-120, 7.5, false), 7.5, false, report.Mute)
}

// cutMarks are short lines outside the four corners of a tile.
func (p *pen) cutMarks(t tiles) {
	const near, far = bleed + 2, pictureMargin - 6
	for _, x := range []float64{pictureMargin, pictureMargin + t.width} {
		for _, y := range []float64{pictureMargin, pictureMargin + t.height} {
			dx, dy := 1.0, 1.0
			if x == pictureMargin {
				dx = -1
			}
			if y == pictureMargin {
				dy = -1
			}
			p.line(x+dx*near, y, x+dx*far, y, 0.5, report.Ink)
			p.line(x, y+dy*near, x, y+dy*far, 0.5, report.Ink)
		}
	}
}

// letterOf names a column as spreadsheets do: A, B ... Z, AA.
func letterOf(column int) string {
	var b strings.Builder
	if column >= 26 {
		b.WriteString(letterOf(column/26 - 1))
	}
	b.WriteByte(byte('A' + column%26))
	return b.String()
}
