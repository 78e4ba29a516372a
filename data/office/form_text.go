package office

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"strconv"
	"strings"

	"codeberg.org/go-pdf/fpdf"

	"portfel/data/form"
	"portfel/data/report"
)

// measure lays blocks out for a width.
type measure struct{ *formSheet }

// pageText is a number of a page; an unknown one is as wide as a small one.
func pageText(n int) string { return strconv.Itoa(max(n, 1)) }

// fontHigh is the height of a line of the usual fonts against their size.
const fontHigh = 1.15

// blocks lays blocks out below each other; high is their height with all spaces.
func (m measure) blocks(blocks []form.Block, width float64) (strips []strip, high float64) {
	after := 0.0
	var before *form.Paragraph
	for _, b := range blocks {
		switch v := b.(type) {
		case *form.Paragraph:
			space := v.Before
			if before != nil && before.Tight && v.Tight && before.Style == v.Style {
				after, space = 0, 0
			}
			lines := m.paragraph(v, width)
			lines[0].space += m.between(after, space)
			strips, after, before = append(strips, lines...), v.After, v
		case *form.Table:
			rows := m.table(v, width)
			if len(rows) > 0 {
				rows[0].space += after
				after = 0
			}
			strips, before = append(strips, rows...), nil
		}
	}
	return strips, heightOf(strips) + after
}

// between is the space between two paragraphs.
func (m measure) between(after, before float64) float64 {
	if m.sums {
		return after + before
	}
	return max(after, before)
}

// paragraph is a strip for each line. The first two lines stand together and so
// do the last two.
func (m measure) paragraph(p *form.Paragraph, width float64) []strip {
	lines := m.linesOf(p, width)
	out := make([]strip, len(lines))
	for i := range lines {
		l := &lines[i]
		h := lineHigh(p, l)
		left := p.Left
		if i == 0 {
			left += p.First
		}
		first, final := i == 0, i == len(lines)-1
		out[i] = strip{high: h, fresh: l.fresh || first && p.Fresh, draw: func(x, y float64) {
			m.fill(x+p.Left, y, width-p.Left-p.Right, h, p.Fill)
			if first {
				m.border(x+p.Left, y-1, x+width-p.Right, y-1, p.Above)
			}
			if final {
				m.border(x+p.Left, y+h+1, x+width-p.Right, y+h+1, p.Below)
			}
			m.line(p, l, x+left, y, h, width-p.Right-left)
		}}
		out[i].keep = p.KeepLines && !final || p.KeepNext || !final && (i == 0 || i == len(lines)-2)
	}
	return out
}

func lineHigh(p *form.Paragraph, l *line) float64 {
	h := l.size * fontHigh
	switch p.Rule {
	case form.LineExact:
		return p.Line
	case form.LineAtLeast:
		h = max(h, p.Line)
	default:
		h *= p.Line
	}
	return max(h, l.tall+l.size*0.2)
}

// line draws a line into a room.
func (m measure) line(p *form.Paragraph, l *line, x, y, h, room float64) {
	base := y + h/2 + l.size*0.35
	if l.tall > 0 {
		base = y + h - l.size*0.2
	}
	extra := 0.0
	switch p.Align {
	case form.AlignCentre:
		x += (room - l.w) / 2
	case form.AlignRight:
		x += room - l.w
	case form.AlignBoth:
		extra = l.stretch(room)
	}
	for i := 0; i < len(l.atoms); {
		n := 1
		for i+n < len(l.atoms) && l.atoms[i+n-1].joins(&l.atoms[i+n], extra) {
			n++
		}
		x += m.atoms(l.atoms[i:i+n], x, base, extra)
		i += n
	}
}

// stretch is what each space of a justified line gets.
func (l *line) stretch(room float64) float64 {
	n, end := 0, len(l.atoms)
	for end > 0 && l.atoms[end-1].space {
		end--
	}
	for _, a := range l.atoms[:end] {
		if a.kind == form.RunTab {
			return 0
		}
		if a.space {
			n += len(a.text)
		}
	}
	if l.last || n == 0 || room <= l.w {
		return 0
	}
	return (room - l.w) / float64(n)
}

// joins tells whether two atoms are drawn as one text. In a justified line a
// text ends with each space.
func (a *atom) joins(b *atom, extra float64) bool {
	if a.kind != form.RunText || b.kind != form.RunText || extra > 0 && a.space {
		return false
	}
	x, y := a.run, b.run
	return x == y || x.Bold == y.Bold && a.size == b.size && x.Underline == y.Underline && x.Strike == y.Strike && x.Colour == y.Colour && x.Raise == y.Raise && x.Lift == y.Lift
}

// atoms draws atoms of one format and says how far they go.
func (m measure) atoms(all []atom, x, base, extra float64) float64 {
	a := &all[0]
	switch a.kind {
	case form.RunTab:
		m.leader(a, x, base)
		return a.w
	case form.RunImage:
		m.image(a.run.Image, x, base)
		return a.w
	}
	var b strings.Builder
	w := 0.0
	for i := range all {
		b.WriteString(all[i].text)
		w += all[i].w
		if all[i].space {
			w += extra * float64(len(all[i].text))
		}
	}
	ink := inkOf(a.run.Colour)
	lift := a.run.Lift
	switch a.run.Raise {
	case 1:
		lift += a.run.Size * 0.33
	case -1:
		lift -= a.run.Size * 0.12
	}
	m.text(x, base-lift, b.String(), a.size, a.run.Bold, ink)
	if a.run.Underline {
		m.pen.line(x, base+a.size*0.14, x+w, base+a.size*0.14, max(a.size*0.06, 0.4), ink)
	}
	if a.run.Strike {
		m.pen.line(x, base-a.size*0.27, x+w, base-a.size*0.27, max(a.size*0.06, 0.4), ink)
	}
	return w
}

// leader fills the way of a tab.
func (m measure) leader(a *atom, x, base float64) {
	ink := inkOf(a.run.Colour)
	if a.run.Underline && a.leader == 0 {
		a.leader = '_'
	}
	switch a.leader {
	case '_':
		m.pen.line(x, base+a.size*0.14, x+a.w, base+a.size*0.14, 0.5, ink)
	case '.', '-':
		step := a.size * 0.45
		for at := x + step; at+step < x+a.w; at += step {
			m.pen.line(at, base-0.5, at+0.6, base-0.5, 0.6, ink)
		}
	}
}

// image draws a picture standing on the base line; one that cannot be decoded
// is a frame.
func (m measure) image(img *form.Image, x, base float64) {
	y := base - img.Height
	if _, tried := m.images[img.Name]; !tried {
		m.images[img.Name] = m.register(img)
	}
	if !m.images[img.Name] {
		if m.paints(0, report.Hair, 0.75, 0) != "" {
			m.f.Rect(x, y, img.Width, img.Height, "D")
		}
		return
	}
	m.f.ImageOptions(img.Name, x, y, img.Width, img.Height, false, fpdf.ImageOptions{}, 0, "")
}

// register gives a picture to the file: plain JPEG as it is, all else as a PNG
// that fpdf takes.
func (m measure) register(img *form.Image) bool {
	kind, b := "PNG", img.Bytes
	config, _, err := image.DecodeConfig(bytes.NewReader(b))
	if err != nil {
		return false
	}
	if img.JPEG && (config.ColorModel == color.YCbCrModel || config.ColorModel == color.GrayModel) {
		kind = "JPG"
	}
	whole, _, err := image.Decode(bytes.NewReader(b))
	if err != nil {
		return false
	}
	if kind == "PNG" {
		var out bytes.Buffer
		if err := png.Encode(&out, eightBit(whole)); err != nil {
			return false
		}
		b = out.Bytes()
	}
	m.f.RegisterImageOptionsReader(img.Name, fpdf.ImageOptions{ImageType: kind}, bytes.NewReader(b))
	return m.f.Error() == nil
}

// eightBit is a picture of eight bits a colour.
func eightBit(src image.Image) image.Image {
	r := src.Bounds()
	out := image.NewNRGBA(image.Rect(0, 0, r.Dx(), r.Dy()))
	for y := range r.Dy() {
		for x := range r.Dx() {
			out.Set(x, y, src.At(r.Min.X+x, r.Min.Y+y))
		}
	}
	return out
}
