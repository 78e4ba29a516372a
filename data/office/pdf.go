package office

import (
	"fmt"
	"io"
	"strings"

	"portfel/data/report"
	"portfel/data/text"
)

// Edges of a page in points: room for a punch at the left.
const (
	edgeLeft   = 51.0
	edgeRight  = 34.0
	edgeTop    = 40.0
	edgeBottom = 48.0
)

// sheet is a document being laid out: a pen, the room of a page, and how far
// down it is filled.
type sheet struct {
	*pen
	doc                      *report.Document
	words                    *text.Words
	left, right, top, bottom float64
	y                        float64
	sticky                   float64 // height of what must stand with the end of the block
}

// WritePDF writes a document as PDF on A4, upright or across. Rows of tables
// are never cut unless one is longer than a page; the head of a table is
// repeated on each page; the text can be searched. The error is one of w, or an
// unknown zone of doc.Made.
func WritePDF(w io.Writer, doc report.Document, words *text.Words) error {
	s, err := layPDF(doc, words)
	if err != nil {
		return err
	}
	return s.write(w)
}

// layPDF places the whole document.
func layPDF(doc report.Document, words *text.Words) (*sheet, error) {
	paper := A4
	if doc.Landscape {
		paper = paper.Across()
	}
	p, err := newPen(paper, about{doc.Title, doc.Author, doc.Made, words})
	if err != nil {
		return nil, err
	}
	s := &sheet{pen: p, doc: &doc, words: words, left: edgeLeft, right: paper.Width - edgeRight, top: edgeTop, bottom: paper.Height - edgeBottom}
	s.newPage()
	s.title()
	for i, b := range doc.Blocks {
		rest := doc.Blocks[i+1:]
		s.sticky = s.stickyHeight(rest)
		s.block(b, rest)
	}
	s.footers()
	return s, s.f.Error()
}

func (s *sheet) width() float64 { return s.right - s.left }

func (s *sheet) newPage() {
	s.page()
	s.y = s.top
}

// room begins a new page when less than a height is left on this one.
func (s *sheet) room(h float64) {
	if s.y+h > s.bottom && s.y > s.top {
		s.newPage()
	}
}

// lettering is how a text is set.
type lettering struct {
	size, leading float64
	bold          bool
	ink           report.Colour
	align         report.Align
}

var (
	titlePrint    = lettering{size: 16, leading: 20, bold: true, ink: report.Ink}
	subtitlePrint = lettering{size: 10.5, leading: 14, ink: report.Mute}
	metaPrint     = lettering{size: 9, leading: 12.5, ink: report.Mute}
	headingPrint  = lettering{size: 12, leading: 15, bold: true, ink: report.Ink}
	bodyPrint     = lettering{size: 10, leading: 14, ink: report.Ink}
	notePrint     = lettering{size: 8, leading: 11, ink: report.Mute}
	labelPrint    = lettering{size: 8, leading: 11, ink: report.Mute}
)

// lines writes lines from y downwards into a box and tells where they end.
func (s *sheet) lines(x, y, width float64, lines []string, p lettering) float64 {
	for _, l := range lines {
		base := y + p.leading/2 + p.size*0.36
		at := x
		switch p.align {
		case report.Centre:
			at += (width - report.Width(l, p.size, p.bold)) / 2
		case report.Right:
			at += width - report.Width(l, p.size, p.bold)
		}
		s.text(at, base, l, p.size, p.bold, p.ink)
		y += p.leading
	}
	return y
}

// wrapped breaks a text for a width.
func wrapped(t string, width float64, p lettering) []string {
	return report.Wrap(drawableLines(t), width, p.size, p.bold)
}

// flow writes running text over as many pages as it needs. Up to four lines
// stay together.
func (s *sheet) flow(t string, inset float64, p lettering) {
	if t == "" {
		return
	}
	x, width := s.left+inset, s.width()-inset
	lines := wrapped(t, width, p)
	if len(lines) <= 4 {
		s.room(float64(len(lines))*p.leading + s.sticky)
	}
	for _, l := range lines {
		s.room(p.leading)
		s.y = s.lines(x, s.y, width, []string{l}, p)
	}
}

func (s *sheet) title() {
	s.flow(s.doc.Title, 0, titlePrint)
	if s.doc.Subtitle != "" {
		s.y += 2
		s.flow(s.doc.Subtitle, 0, subtitlePrint)
	}
	if meta := metaLine(s.doc.Meta, s.words); meta != "" {
		s.y += 4
		s.flow(meta, 0, metaPrint)
	}
	if s.y > s.top {
		s.y += 10
	}
}

// metaLine is the small print below a title: «Составил: … · Период: …».
func metaLine(facts []report.Fact, w *text.Words) string {
	parts := make([]string, 0, len(facts))
	for _, f := range facts {
		v := f.Value.Spoken(w)
		if len(v) < 100 { // a short value is not torn
			v = strings.ReplaceAll(v, " ", "\u00a0")
		}
		if f.Label != "" {
			v = f.Label + ":\u00a0" + v
		}
		parts = append(parts, v)
	}
	return text.Join(parts...)
}

// block writes one block; rest are those after it.
func (s *sheet) block(b report.Block, rest []report.Block) {
	switch v := b.(type) {
	case report.Heading:
		s.heading(v, rest)
	case report.Paragraph:
		p := bodyPrint
		p.bold, p.align = v.Strong, v.Align
		s.flow(v.Text, max(0, min(v.Inset, 0.9))*s.width(), p)
		s.y += 6
	case report.Facts:
		s.facts(v)
	case *report.Table:
		s.table(v)
	case report.Note:
		s.flow(v.Text, 0, notePrint)
		s.y += 6
	case report.Signatures:
		s.signatures(v)
	case report.Figure:
		s.figure(v)
	case report.PageBreak:
		if s.y > s.top {
			s.newPage()
		}
	}
}

// heading keeps together with the beginning of what follows.
func (s *sheet) heading(h report.Heading, rest []report.Block) {
	follows := 40.0
	if len(rest) > 0 {
		switch b := rest[0].(type) {
		case *report.Table:
			follows = 80
		case report.Figure:
			follows = 0.7*b.Picture.Height*s.figureScale(b.Picture) + captionRoom + 1
		}
	}
	if s.y > s.top {
		s.y += 6
	}
	s.room(headingPrint.leading + 4 + follows)
	s.flow(h.Text, 0, headingPrint)
	s.y += 4
}

// stickyHeight is the height of signatures that follow, with the notes before
// them: a page that holds nothing but signatures must not be.
func (s *sheet) stickyHeight(rest []report.Block) float64 {
	h := 0.0
	for i, b := range rest {
		switch v := b.(type) {
		case report.Note:
			h += float64(len(wrapped(v.Text, s.width(), notePrint)))*notePrint.leading + 6
		case report.Paragraph:
			h += float64(len(wrapped(v.Text, s.width(), bodyPrint)))*bodyPrint.leading + 6
		case report.Signatures:
			return h + s.signaturesHeight(v) + 10
		default:
			return 0
		}
		if i > 1 {
			return 0
		}
	}
	return 0
}

// figureScale fits a picture into the width and the height of a page.
func (s *sheet) figureScale(p report.Picture) float64 {
	if p.Width <= 0 || p.Height <= 0 {
		return 0
	}
	return min(s.width()/p.Width, (s.bottom-s.top-60)/p.Height, 1)
}

// captionRoom is the height of a picture's caption with the gaps around it.
const captionRoom = 26.0

// figure writes a picture. It is drawn smaller, down to seven tenths, rather
// than leave the rest of a page empty.
func (s *sheet) figure(f report.Figure) {
	k := s.figureScale(f.Picture)
	if k == 0 {
		return
	}
	if here := (s.bottom - s.y - captionRoom) / f.Picture.Height; here >= 0.7*k {
		k = min(k, here)
	}
	s.room(f.Picture.Height*k + captionRoom)
	s.picture(f.Picture, frame{s.left, s.y, k}, 0, 0, f.Picture.Width, f.Picture.Height)
	s.y += f.Picture.Height*k + 4
	s.flow(f.Caption, 0, notePrint)
	s.y += 8
}

// footers are written when the number of pages is known.
func (s *sheet) footers() {
	n := s.f.PageCount()
	y := s.bottom + 22
	for i := 1; i <= n; i++ {
		s.again(i)
		page := s.words.F("office.page", fmt.Sprint(i), fmt.Sprint(n))
		room := s.width() - report.Width(page, 7.5, false) - 20
		s.text(s.left, y, report.Cut(drawable(s.doc.Title), room, 7.5, false), 7.5, false, report.Mute)
		s.ending(s.right, y, page, 7.5, false, report.Mute)
	}
}
