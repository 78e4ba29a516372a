package report

// Picture is a drawing of neutral shapes, painted in their order.
type Picture struct {
	Title         string // for people who cannot see it, and for the file's properties
	Width, Height float64
	Shapes        []Shape
	// Repeated is what every page shows again when the picture goes over several;
	// zero: the pages are only to be glued together.
	Repeated Repeated
}

// Repeated are the edges of a chart that make any part of it readable: the names
// at its left and the axis over it. Lengths are in points of the picture.
type Repeated struct {
	Side      float64 // width of the names, from the left edge
	Top, Head float64 // where the axis begins, and its height
	Row       float64 // height of a row: pages are cut between rows
}

// Shape is a Line, Rect, Poly or Label.
type Shape interface {
	// Bounds are the edges of what the shape paints.
	Bounds() (left, top, right, bottom float64)
}

// Colour is opaque: 0xFFrrggbb. The zero Colour paints nothing.
type Colour uint32

// RGB makes a colour of 0xrrggbb.
func RGB(hex uint32) Colour { return Colour(0xFF000000 | hex&0xFFFFFF) }

// Parts are red, green and blue.
func (c Colour) Parts() (r, g, b uint8) { return uint8(c >> 16), uint8(c >> 8), uint8(c) }

// On tells whether the colour paints at all.
func (c Colour) On() bool { return c != 0 }

// Mix is a share (0..1) of a over b.
func Mix(a, b Colour, share float64) Colour {
	ar, ag, ab := a.Parts()
	br, bg, bb := b.Parts()
	part := func(x, y uint8) uint32 { return uint32(float64(x)*share + float64(y)*(1-share) + 0.5) }
	return RGB(part(ar, br)<<16 | part(ag, bg)<<8 | part(ab, bb))
}

// The colours of the program's light theme, which is also the one on paper.
var (
	Paper      = RGB(0xF6F5F1)
	Surface    = RGB(0xFFFFFF)
	Hair       = RGB(0xE3E0D8) // lines
	SoftHair   = RGB(0xEFEDE6)
	Ink        = RGB(0x1E2327)
	Mute       = RGB(0x6C727A)
	Accent     = RGB(0x1F5A7A)
	AccentSoft = RGB(0xDCE9F0)
	LateInk    = RGB(0xB3401F)
	LateSoft   = RGB(0xF7E2DA)
	RiskInk    = RGB(0x9A6B10)
	RiskSoft   = RGB(0xF6EBD0)
	DoneInk    = RGB(0x2E7553)
	DoneSoft   = RGB(0xDCEEE4)
	Planned    = RGB(0x8A8F96)
)

// Colours are the ink and the back of a mark; plain rows have none of a back.
func (m Mark) Colours() (ink, back Colour) {
	switch m {
	case Late:
		return LateInk, LateSoft
	case Risk:
		return RiskInk, RiskSoft
	case Done:
		return DoneInk, DoneSoft
	}
	return Ink, 0
}

// Point is a place in a picture.
type Point struct{ X, Y float64 }

// Line is a straight line. Dash is the length of dashes and gaps, 0 = none.
type Line struct {
	From, To Point
	Stroke   Colour
	Width    float64
	Dash     float64
}

// Rect is a rectangle, its corners rounded by Radius.
type Rect struct {
	X, Y, W, H float64
	Radius     float64
	Fill       Colour
	Stroke     Colour
	Width      float64 // of the stroke, which lies half outside
	Dash       float64
}

// Poly is a polygon, or a chain of lines when Open.
type Poly struct {
	Points []Point
	Open   bool
	Fill   Colour
	Stroke Colour
	Width  float64
	Dash   float64
}

// Anchor says which point of a label stands at its place.
type Anchor uint8

// The anchors.
const (
	AtStart Anchor = iota
	AtMiddle
	AtEnd
)

// Label is one line of text; Y is its base line.
type Label struct {
	X, Y   float64
	Text   string
	Size   float64
	Bold   bool
	Ink    Colour
	Anchor Anchor
}

// Left is where the text of the label begins.
func (l Label) Left() float64 {
	w := Width(l.Text, l.Size, l.Bold)
	switch l.Anchor {
	case AtMiddle:
		return l.X - w/2
	case AtEnd:
		return l.X - w
	}
	return l.X
}

// Bounds are the ends of the line, half its width around.
func (l Line) Bounds() (left, top, right, bottom float64) {
	return grown(min(l.From.X, l.To.X), min(l.From.Y, l.To.Y), max(l.From.X, l.To.X), max(l.From.Y, l.To.Y), l.Width/2)
}

// Bounds are the edges with the stroke.
func (r Rect) Bounds() (left, top, right, bottom float64) {
	return grown(r.X, r.Y, r.X+r.W, r.Y+r.H, strokeHalf(r.Stroke, r.Width))
}

// Bounds are the outermost points with the stroke.
func (p Poly) Bounds() (left, top, right, bottom float64) {
	if len(p.Points) == 0 {
		return 0, 0, 0, 0
	}
	left, top = p.Points[0].X, p.Points[0].Y
	right, bottom = left, top
	for _, q := range p.Points[1:] {
		left, top = min(left, q.X), min(top, q.Y)
		right, bottom = max(right, q.X), max(bottom, q.Y)
	}
	return grown(left, top, right, bottom, strokeHalf(p.Stroke, p.Width))
}

// Bounds are the box of the text, from above its tallest letter to below its
// lowest.
func (l Label) Bounds() (left, top, right, bottom float64) {
	left = l.Left()
	return left, l.Y - l.Size, left + Width(l.Text, l.Size, l.Bold), l.Y + l.Size*0.3
}

func strokeHalf(c Colour, width float64) float64 {
	if !c.On() {
		return 0
	}
	return width / 2
}

func grown(l, t, r, b, by float64) (left, top, right, bottom float64) {
	return l - by, t - by, r + by, b + by
}
