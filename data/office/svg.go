package office

import (
	"bufio"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"

	"portfel/data/report"
)

// svgFonts are the families that a viewer tries: the program's own first, then
// what every desktop has.
const svgFonts = `Inter, 'PT Sans', 'Segoe UI', Arial, 'DejaVu Sans', sans-serif`

// WriteSVG writes a picture as SVG 1.1 in points. Texts stay text; each tells
// the length that it was laid out for, so that another font does not make it
// run over its neighbour.
func WriteSVG(w io.Writer, p report.Picture) error {
	s := svgWriter{w: bufio.NewWriter(w)}
	s.f(`<?xml version="1.0" encoding="UTF-8"?>`+"\n"+`<svg xmlns="http://www.w3.org/2000/svg" version="1.1" width="%spt" height="%spt" viewBox="0 0 %s %s" font-family="%s">`+"\n",
		num(p.Width), num(p.Height), num(p.Width), num(p.Height), svgFonts)
	if p.Title != "" {
		s.f("<title>%s</title>\n", escaped(p.Title))
	}
	for _, shape := range p.Shapes {
		s.shape(shape)
	}
	s.f("</svg>\n")
	if s.err != nil {
		return s.err
	}
	return s.w.Flush()
}

type svgWriter struct {
	w   *bufio.Writer
	err error
}

func (s *svgWriter) f(format string, args ...any) {
	if s.err == nil {
		_, s.err = fmt.Fprintf(s.w, format, args...)
	}
}

func (s *svgWriter) shape(shape report.Shape) {
	switch v := shape.(type) {
	case report.Line:
		s.f(`<path d="M%s %sL%s %s"%s/>`+"\n", num(v.From.X), num(v.From.Y), num(v.To.X), num(v.To.Y), paint(0, v.Stroke, v.Width, v.Dash))
	case report.Rect:
		s.rect(v)
	case report.Poly:
		s.poly(v)
	case report.Label:
		s.label(v)
	}
}

func (s *svgWriter) rect(r report.Rect) {
	round := ""
	if r.Radius > 0 {
		round = ` rx="` + num(r.Radius) + `"`
	}
	s.f(`<rect x="%s" y="%s" width="%s" height="%s"%s%s/>`+"\n", num(r.X), num(r.Y), num(r.W), num(r.H), round, paint(r.Fill, r.Stroke, r.Width, r.Dash))
}

func (s *svgWriter) poly(p report.Poly) {
	if len(p.Points) < 2 {
		return
	}
	var b strings.Builder
	for i, q := range p.Points {
		b.WriteString(map[bool]string{true: "M", false: "L"}[i == 0] + num(q.X) + " " + num(q.Y))
	}
	fill := p.Fill
	if p.Open {
		fill = 0
	} else {
		b.WriteString("Z")
	}
	s.f(`<path d="%s"%s/>`+"\n", b.String(), paint(fill, p.Stroke, p.Width, p.Dash))
}

func (s *svgWriter) label(l report.Label) {
	l.Text = drawable(l.Text)
	if l.Text == "" || !l.Ink.On() {
		return
	}
	bold := ""
	if l.Bold {
		bold = ` font-weight="600"`
	}
	anchor := [...]string{"", ` text-anchor="middle"`, ` text-anchor="end"`}[l.Anchor]
	s.f(`<text x="%s" y="%s" font-size="%s"%s%s fill="%s" textLength="%s" lengthAdjust="spacingAndGlyphs" xml:space="preserve">%s</text>`+"\n",
		num(l.X), num(l.Y), num(l.Size), bold, anchor, hex(l.Ink), num(report.Width(l.Text, l.Size, l.Bold)), escaped(l.Text))
}

// paint is the attributes of fill and stroke.
func paint(fill, stroke report.Colour, width, dash float64) string {
	s := ` fill="none"`
	if fill.On() {
		s = ` fill="` + hex(fill) + `"`
	}
	if stroke.On() && width > 0 {
		s += ` stroke="` + hex(stroke) + `" stroke-width="` + num(width) + `"`
		if dash > 0 {
			s += ` stroke-dasharray="` + num(dash) + `"`
		}
	}
	return s
}

func hex(c report.Colour) string {
	r, g, b := c.Parts()
	return fmt.Sprintf("#%02x%02x%02x", r, g, b)
}

// num is a number with at most two decimals.
func num(f float64) string {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return "0"
	}
	return strconv.FormatFloat(math.Round(f*100)/100, 'f', -1, 64)
}

var xmlSigns = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

// escaped is text for XML; signs that XML cannot hold are gone already
// (drawable), or go here.
func escaped(s string) string {
	return xmlSigns.Replace(strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' || r == 0xFFFE || r == 0xFFFF {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "□")))
}
