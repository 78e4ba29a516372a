package office

import (
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"io"
	"math"
	"strconv"

	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"

	"portfel/data"
	"portfel/data/report"
)

// MaxPixels bounds a PNG: four bytes each are held in memory.
const MaxPixels = 80_000_000

// WritePNG writes a picture with scale pixels to a point (2 is sharp on paper
// and dense screens). A picture of more than MaxPixels, or without a size, is a
// data.Problem "picture.size".
func WritePNG(w io.Writer, p report.Picture, scale float64) error {
	width, height := math.Ceil(p.Width*scale), math.Ceil(p.Height*scale)
	if !(width >= 1 && height >= 1 && width*height <= MaxPixels) {
		return data.Problem{Code: "picture.size", Args: []string{strconv.Itoa(MaxPixels / 1_000_000)}}
	}
	c := &canvas{img: image.NewRGBA(image.Rect(0, 0, int(width), int(height))), scale: scale, faces: map[faceKey]font.Face{}}
	draw.Draw(c.img, c.img.Bounds(), image.White, image.Point{}, draw.Src)
	for _, s := range p.Shapes {
		if err := c.shape(s); err != nil {
			return err
		}
	}
	return (&png.Encoder{CompressionLevel: png.BestSpeed}).Encode(w, c.img)
}

type faceKey struct {
	size float64
	bold bool
}

// canvas paints shapes into pixels.
type canvas struct {
	img   *image.RGBA
	scale float64
	faces map[faceKey]font.Face
	ras   vector.Rasterizer
}

func (c *canvas) shape(s report.Shape) error {
	switch v := s.(type) {
	case report.Line:
		c.line(v.From, v.To, v.Width, v.Dash, v.Stroke)
	case report.Rect:
		c.rect(v)
	case report.Poly:
		c.poly(v)
	case report.Label:
		return c.label(v)
	}
	return nil
}

// level paints a rectangle of whole pixels, at least one wide, so that thin
// lines stay crisp.
func (c *canvas) level(x1, y1, x2, y2 float64, ink report.Colour) {
	left, top := int(math.Round(x1*c.scale)), int(math.Round(y1*c.scale))
	right, bottom := max(int(math.Round(x2*c.scale)), left+1), max(int(math.Round(y2*c.scale)), top+1)
	draw.Draw(c.img, image.Rect(left, top, right, bottom), image.NewUniform(pixel(ink)), image.Point{}, draw.Src)
}

func pixel(c report.Colour) color.RGBA {
	r, g, b := c.Parts()
	return color.RGBA{r, g, b, 0xFF}
}

func (c *canvas) line(a, b report.Point, width, dash float64, ink report.Colour) {
	if !ink.On() || width <= 0 {
		return
	}
	if dash > 0 {
		for _, d := range dashes(a, b, dash) {
			c.line(d[0], d[1], width, 0, ink)
		}
		return
	}
	half := max(width, 1/c.scale) / 2
	switch {
	case a.Y == b.Y:
		c.level(min(a.X, b.X), a.Y-half, max(a.X, b.X), a.Y+half, ink)
	case a.X == b.X:
		c.level(a.X-half, min(a.Y, b.Y), a.X+half, max(a.Y, b.Y), ink)
	default:
		dx, dy := b.X-a.X, b.Y-a.Y
		n := half / math.Hypot(dx, dy)
		ox, oy := -dy*n, dx*n
		c.fill([]report.Point{{X: a.X + ox, Y: a.Y + oy}, {X: b.X + ox, Y: b.Y + oy}, {X: b.X - ox, Y: b.Y - oy}, {X: a.X - ox, Y: a.Y - oy}}, ink)
	}
}

// dashes cuts a line into dashes with gaps of the same length, at most 10 000.
func dashes(a, b report.Point, dash float64) [][2]report.Point {
	length := math.Hypot(b.X-a.X, b.Y-a.Y)
	if length == 0 {
		return nil
	}
	dash = max(dash, length/20_000)
	at := func(d float64) report.Point {
		t := min(d, length) / length
		return report.Point{X: a.X + (b.X-a.X)*t, Y: a.Y + (b.Y-a.Y)*t}
	}
	var all [][2]report.Point
	for d := 0.0; d < length; d += 2 * dash {
		all = append(all, [2]report.Point{at(d), at(d + dash)})
	}
	return all
}

// chain strokes the lines between points; joints are filled by the overlap of
// level and upright lines.
func (c *canvas) chain(points []report.Point, closed bool, width, dash float64, ink report.Colour) {
	for i := 1; i < len(points); i++ {
		c.line(points[i-1], points[i], width, dash, ink)
	}
	if closed && len(points) > 2 {
		c.line(points[len(points)-1], points[0], width, dash, ink)
	}
}

func (c *canvas) rect(r report.Rect) {
	if r.W < 0 || r.H < 0 {
		return
	}
	if r.Radius <= 0 {
		if r.Fill.On() {
			c.level(r.X, r.Y, r.X+r.W, r.Y+r.H, r.Fill)
		}
		corners := []report.Point{{X: r.X, Y: r.Y}, {X: r.X + r.W, Y: r.Y}, {X: r.X + r.W, Y: r.Y + r.H}, {X: r.X, Y: r.Y + r.H}}
		if r.Stroke.On() {
			c.chain(corners, true, r.Width, r.Dash, r.Stroke)
		}
		return
	}
	if r.Stroke.On() && r.Width > 0 {
		h := r.Width / 2
		c.rounded(r.X-h, r.Y-h, r.W+r.Width, r.H+r.Width, r.Radius+h, r.Stroke)
		fill := r.Fill
		if !fill.On() {
			fill = report.Surface
		}
		c.rounded(r.X+h, r.Y+h, r.W-r.Width, r.H-r.Width, max(r.Radius-h, 0), fill)
		return
	}
	c.rounded(r.X, r.Y, r.W, r.H, r.Radius, r.Fill)
}

// rounded fills a rectangle with round corners.
func (c *canvas) rounded(x, y, w, h, radius float64, ink report.Colour) {
	if w <= 0 || h <= 0 {
		return
	}
	radius = min(radius, w/2, h/2)
	var points []report.Point
	for corner, centre := range []report.Point{{X: x + w - radius, Y: y + radius}, {X: x + w - radius, Y: y + h - radius}, {X: x + radius, Y: y + h - radius}, {X: x + radius, Y: y + radius}} {
		for k := 0; k <= 6; k++ {
			a := (float64(corner-1) + float64(k)/6) * math.Pi / 2
			points = append(points, report.Point{X: centre.X + radius*math.Cos(a), Y: centre.Y + radius*math.Sin(a)})
		}
	}
	c.fill(points, ink)
}

func (c *canvas) poly(p report.Poly) {
	if !p.Open {
		c.fill(p.Points, p.Fill)
	}
	if p.Stroke.On() {
		c.chain(p.Points, !p.Open, p.Width, p.Dash, p.Stroke)
	}
}

// fill paints a polygon with soft edges. Only the box around it is touched.
func (c *canvas) fill(points []report.Point, ink report.Colour) {
	if len(points) < 3 || !ink.On() {
		return
	}
	l, t, r, b := report.Poly{Points: points}.Bounds()
	box := image.Rect(int(math.Floor(l*c.scale)), int(math.Floor(t*c.scale)), int(math.Ceil(r*c.scale))+1, int(math.Ceil(b*c.scale))+1).Intersect(c.img.Bounds())
	if box.Empty() {
		return
	}
	c.ras.Reset(box.Dx(), box.Dy())
	at := func(p report.Point) (x, y float32) {
		return float32(p.X*c.scale - float64(box.Min.X)), float32(p.Y*c.scale - float64(box.Min.Y))
	}
	c.ras.MoveTo(at(points[0]))
	for _, p := range points[1:] {
		c.ras.LineTo(at(p))
	}
	c.ras.ClosePath()
	c.ras.Draw(c.img, box, image.NewUniform(pixel(ink)), image.Point{})
}

func (c *canvas) label(l report.Label) error {
	l.Text = drawable(l.Text)
	if l.Text == "" || !l.Ink.On() || l.Size <= 0 {
		return nil
	}
	face, err := c.face(l.Size, l.Bold)
	if err != nil {
		return err
	}
	x, y := l.Left()*c.scale, math.Round(l.Y*c.scale)
	dr := font.Drawer{Dst: c.img, Src: image.NewUniform(pixel(l.Ink)), Face: face}
	weight := 0
	if l.Bold {
		weight = 1
	}
	for _, r := range l.Text { // letter by letter, at the places that the layout gave them
		dr.Dot = fixed.Point26_6{X: fixed.Int26_6(x * 64), Y: fixed.I(int(y))}
		dr.DrawString(string(r))
		x += report.Width(string(r), l.Size, weight == 1) * c.scale
	}
	return nil
}

func (c *canvas) face(size float64, bold bool) (font.Face, error) {
	key := faceKey{size, bold}
	if f, ok := c.faces[key]; ok {
		return f, nil
	}
	parsed := parsedFonts()[0]
	if bold {
		parsed = parsedFonts()[1]
	}
	f, err := opentype.NewFace(parsed, &opentype.FaceOptions{Size: size * c.scale, DPI: 72, Hinting: font.HintingNone})
	if err != nil {
		return nil, err
	}
	c.faces[key] = f
	return f, nil
}
