package office

import (
	"fmt"
	"io"
	"time"

	"codeberg.org/go-pdf/fpdf"

	"portfel/data"
	"portfel/data/report"
	"portfel/data/text"
)

// pen draws into a PDF in points from the upper left corner of a page.
type pen struct {
	f    *fpdf.Fpdf
	size float64
	bold bool
}

// about is what a file says of itself.
type about struct {
	title, author string
	made          data.Moment
	words         *text.Words
}

// newPen begins a PDF without pages. Nothing in it depends on the clock.
func newPen(paper Paper, a about) (*pen, error) {
	f := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: paper.Width, Ht: paper.Height}})
	f.SetCatalogSort(true)
	f.SetAutoPageBreak(false, 0)
	f.SetMargins(0, 0, 0)
	when, err := instant(a.made)
	if err != nil {
		return nil, err
	}
	f.SetCreationDate(when)
	f.SetModificationDate(when)
	f.SetTitle(drawable(a.title), true)
	f.SetAuthor(drawable(a.author), true)
	f.SetProducer(a.words.T("app.name"), true)
	f.SetLang(string(a.words.Lang()))
	f.AddUTF8FontFromBytes(fontName, "", regularFont)
	f.AddUTF8FontFromBytes(fontName, "B", boldFont)
	return &pen{f: f}, f.Error()
}

// instant is the moment for a file's properties; no moment is a fixed one.
func instant(m data.Moment) (time.Time, error) {
	if m.IsZero() {
		return time.Date(2000, time.January, 1, 0, 0, 0, 0, time.UTC), nil
	}
	t, err := m.Instant()
	if err != nil {
		return t, fmt.Errorf("moment of a document: %w", err)
	}
	return t.UTC(), nil
}

func (p *pen) write(w io.Writer) error {
	if err := p.f.Output(w); err != nil {
		return fmt.Errorf("write PDF: %w", err)
	}
	return nil
}

// text writes one line; y is its base line.
func (p *pen) text(x, y float64, s string, size float64, bold bool, ink report.Colour) {
	if s == "" || !ink.On() {
		return
	}
	if size != p.size || bold != p.bold {
		p.font(size, bold)
	}
	r, g, b := ink.Parts()
	p.f.SetTextColor(int(r), int(g), int(b))
	p.f.Text(x, y, s)
}

func (p *pen) font(size float64, bold bool) {
	style := ""
	if bold {
		style = "B"
	}
	p.f.SetFont(fontName, style, size)
	p.size, p.bold = size, bold
}

// ending writes a line that ends at x.
func (p *pen) ending(x, y float64, s string, size float64, bold bool, ink report.Colour) {
	p.text(x-report.Width(s, size, bold), y, s, size, bold, ink)
}

// paints sets fill and stroke and tells how fpdf shall draw, "" for not at all.
func (p *pen) paints(fill, stroke report.Colour, width, dash float64) string {
	style := ""
	if fill.On() {
		r, g, b := fill.Parts()
		p.f.SetFillColor(int(r), int(g), int(b))
		style = "F"
	}
	if stroke.On() && width > 0 {
		r, g, b := stroke.Parts()
		p.f.SetDrawColor(int(r), int(g), int(b))
		p.f.SetLineWidth(width)
		if dash > 0 {
			p.f.SetDashPattern([]float64{dash, dash}, 0)
		} else {
			p.f.SetDashPattern(nil, 0)
		}
		style += "D"
	}
	return style
}

func (p *pen) rect(x, y, w, h float64, fill report.Colour) {
	if style := p.paints(fill, 0, 0, 0); style != "" {
		p.f.Rect(x, y, w, h, style)
	}
}

func (p *pen) line(x1, y1, x2, y2, width float64, ink report.Colour) {
	if p.paints(0, ink, width, 0) != "" {
		p.f.Line(x1, y1, x2, y2)
	}
}

// page begins a new page.
func (p *pen) page() {
	p.f.AddPage()
	p.reset()
}

// again goes back to a page that was left.
func (p *pen) again(page int) {
	p.f.SetPage(page)
	p.reset()
}

// reset sets colour and font anew: after a page or a clipping the file's state
// is not the one that fpdf remembers.
func (p *pen) reset() {
	p.f.SetFillColor(255, 255, 255)
	p.size = 0
}

// frame is where a picture stands on a page and how large.
type frame struct{ x, y, k float64 }

// picture draws those shapes of a picture that touch the box, which is given in
// the picture's own points.
func (p *pen) picture(pic report.Picture, at frame, left, top, right, bottom float64) {
	for _, s := range pic.Shapes {
		if l, t, r, b := s.Bounds(); r >= left && l <= right && b >= top && t <= bottom {
			p.shape(s, at)
		}
	}
}

func (p *pen) shape(shape report.Shape, at frame) {
	x := func(v float64) float64 { return at.x + v*at.k }
	y := func(v float64) float64 { return at.y + v*at.k }
	switch s := shape.(type) {
	case report.Line:
		if p.paints(0, s.Stroke, s.Width*at.k, s.Dash*at.k) != "" {
			p.f.Line(x(s.From.X), y(s.From.Y), x(s.To.X), y(s.To.Y))
		}
	case report.Rect:
		style := p.paints(s.Fill, s.Stroke, s.Width*at.k, s.Dash*at.k)
		if style == "" || s.W < 0 || s.H < 0 {
			return
		}
		if radius := min(s.Radius, s.W/2, s.H/2) * at.k; radius > 0 {
			p.f.RoundedRect(x(s.X), y(s.Y), s.W*at.k, s.H*at.k, radius, "1234", style)
			return
		}
		p.f.Rect(x(s.X), y(s.Y), s.W*at.k, s.H*at.k, style)
	case report.Poly:
		p.poly(s, x, y, at.k)
	case report.Label:
		s.Text = drawable(s.Text)
		p.text(x(s.Left()), y(s.Y), s.Text, s.Size*at.k, s.Bold, s.Ink)
	}
}

func (p *pen) poly(s report.Poly, x, y func(float64) float64, k float64) {
	fill := s.Fill
	if s.Open {
		fill = 0
	}
	style := p.paints(fill, s.Stroke, s.Width*k, s.Dash*k)
	if style == "" || len(s.Points) < 2 {
		return
	}
	p.f.MoveTo(x(s.Points[0].X), y(s.Points[0].Y))
	for _, q := range s.Points[1:] {
		p.f.LineTo(x(q.X), y(q.Y))
	}
	if !s.Open {
		p.f.ClosePath()
	}
	p.f.DrawPath(style)
}
