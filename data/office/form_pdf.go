package office

import (
	"io"
	"strconv"

	"codeberg.org/go-pdf/fpdf"

	"portfel/data"
	"portfel/data/form"
	"portfel/data/report"
	"portfel/data/text"
)

// FormOptions are what goes into the file's properties. An empty title is that
// of the document.
type FormOptions struct {
	Title, Author string
	Made          data.Moment
	Words         *text.Words
}

// WriteFormPDF draws a filled template, as its author set it, with the fonts of
// the program: letters a little smaller or larger than said, so that lines are
// about as long as in the font that was named. Rows of tables are whole unless
// longer than a page, heads of tables are repeated, the text can be searched.
// More than MaxPages is a data.Problem "form.pages".
func WriteFormPDF(w io.Writer, d *form.Document, o FormOptions) error {
	s, err := layForm(d, o, 0)
	if err == nil && s.counted {
		s, err = layForm(d, o, s.page)
	}
	if err != nil {
		return err
	}
	return s.write(w)
}

// formSheet is a document being drawn.
type formSheet struct {
	*pen
	sec         *form.Section
	page        int  // number of the page in the file
	shown       int  // as the section counts
	first       bool // the page is the first of its section
	of          int  // pages in all, 0 = not yet known
	counted     bool // the number of pages was asked for
	top, bottom float64
	y           float64
	images      map[string]bool // drawn already: true when it can be
	sums        bool            // spaces of paragraphs are added
}

func layForm(d *form.Document, o FormOptions, of int) (*formSheet, error) {
	if o.Title == "" {
		o.Title = d.Title
	}
	p, err := newPen(A4, about{o.Title, o.Author, o.Made, o.Words})
	if err != nil {
		return nil, err
	}
	s := &formSheet{pen: p, of: of, images: map[string]bool{}, sums: d.SumSpaces}
	for i := range d.Sections {
		s.section(&d.Sections[i])
	}
	if s.page == 0 {
		s.section(&form.Section{Width: A4.Width, Height: A4.Height})
	}
	if s.full() {
		return nil, data.Problem{Code: "form.pages", Args: []string{strconv.Itoa(MaxPages)}}
	}
	return s, s.f.Error()
}

// full tells whether the document has more pages than we draw.
func (s *formSheet) full() bool { return s.page > MaxPages }

// section draws a section; one that goes on on the page only changes the edges.
func (s *formSheet) section(sec *form.Section) {
	s.sec = sec
	if s.page == 0 || sec.NewPage {
		if sec.FirstPage > 0 {
			s.shown = sec.FirstPage - 1
		}
		s.first = true
		s.next()
	}
	m := measure{formSheet: s}
	strips, _ := m.blocks(sec.Blocks, s.wide())
	s.place(strips)
}

// wide is the width of the text.
func (s *formSheet) wide() float64 { return max(s.sec.Width-s.sec.Left-s.sec.Right, 40) }

// next begins a page with its header and footer.
func (s *formSheet) next() {
	sec := s.sec
	s.f.AddPageFormat("P", fpdf.SizeType{Wd: sec.Width, Ht: sec.Height})
	s.reset()
	s.page++
	s.shown++
	head, foot := sec.Head, sec.Foot
	if s.first && sec.Special {
		head, foot = sec.FirstHead, sec.FirstFoot
	}
	s.first = false
	m := measure{formSheet: s}
	s.top = sec.Top
	if strips, high := m.blocks(head, s.wide()); len(strips) > 0 {
		s.top = max(s.top, min(sec.HeadAt+high, sec.Height/2))
		s.stack(strips, sec.Left, sec.HeadAt)
	}
	s.bottom = sec.Height - sec.Bottom
	if strips, high := m.blocks(foot, s.wide()); len(strips) > 0 {
		at := sec.Height - sec.FootAt - high
		s.bottom = min(s.bottom, max(at, sec.Height/2))
		s.stack(strips, sec.Left, at)
	}
	s.bottom = max(s.bottom, s.top+40)
	s.y = s.top
}

// strip is a piece of the page that is not cut: a line, or a row of a table.
type strip struct {
	high  float64
	space float64 // empty room above, left out at the top of a page
	keep  bool    // stands with the next one
	fresh bool    // begins a page
	draw  func(x, y float64)
	heads []strip                               // rows that are repeated before it on a new page
	split func(room float64) (one, rest *strip) // of a row that is longer than a page
}

// stack draws strips below each other.
func (s *formSheet) stack(strips []strip, x, y float64) {
	for _, t := range strips {
		y += t.space
		t.draw(x, y)
		y += t.high
	}
}

// place puts strips onto pages.
func (s *formSheet) place(strips []strip) {
	for i := range strips {
		if s.full() {
			return
		}
		t := &strips[i]
		if t.fresh && s.y > s.top {
			s.next()
			s.heads(t)
		} else if s.y+s.together(strips[i:]) > s.bottom+0.01 && s.y > s.top {
			s.turn(t)
		}
		s.put(t)
	}
}

// together is the height of a strip with those that must stand with it, or its
// own when they would need more than a page.
func (s *formSheet) together(strips []strip) float64 {
	high := 0.0
	for i := range strips {
		high += strips[i].space + strips[i].high
		if !strips[i].keep || i+1 < len(strips) && strips[i+1].fresh {
			break
		}
	}
	if own := strips[0].space + strips[0].high; high > s.bottom-s.top || s.tall(&strips[0]) {
		return own
	}
	return high
}

// tall tells whether a strip is longer than a page.
func (s *formSheet) tall(t *strip) bool {
	return t.split != nil && t.high > s.bottom-s.top-heightOf(t.heads)
}

// turn begins a page before a strip of which no part stands on this one.
func (s *formSheet) turn(t *strip) {
	if s.tall(t) && s.bottom-s.y > 80 {
		return // it is cut anyway
	}
	s.next()
	t.space = 0
	s.heads(t)
}

// heads repeats the head of a table.
func (s *formSheet) heads(t *strip) {
	s.stack(t.heads, s.sec.Left, s.y)
	s.y += heightOf(t.heads)
}

func heightOf(strips []strip) (h float64) {
	for _, t := range strips {
		h += t.space + t.high
	}
	return h
}

// put draws a strip, and one that is longer than the page over several.
func (s *formSheet) put(t *strip) {
	s.y += t.space
	for t.split != nil && s.y+t.high > s.bottom+0.01 && s.tall(t) && !s.full() {
		one, rest := t.split(s.bottom - s.y)
		if rest == nil {
			break
		}
		one.draw(s.sec.Left, s.y)
		s.next()
		s.heads(t)
		rest.heads, rest.space = t.heads, 0
		t = rest
	}
	t.draw(s.sec.Left, s.y)
	s.y += t.high
}

// colour is the ink of a run; none is black.
func inkOf(c form.Colour) report.Colour {
	if !c.On {
		return report.RGB(0)
	}
	return report.RGB(c.RGB)
}

// fill paints a back.
func (s *formSheet) fill(x, y, w, h float64, c form.Colour) {
	if c.On && w > 0 && h > 0 {
		s.rect(x, y, w, h, report.RGB(c.RGB))
	}
}

// border draws a line around something.
func (s *formSheet) border(x1, y1, x2, y2 float64, b form.Border) {
	if b.Width <= 0 {
		return
	}
	dash := 0.0
	if b.Dash {
		dash = max(2*b.Width, 1.5)
	}
	if s.paints(0, inkOf(b.Colour), b.Width, dash) != "" {
		s.f.Line(x1, y1, x2, y2)
	}
}
