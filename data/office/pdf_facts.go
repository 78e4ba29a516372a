package office

import (
	"portfel/data/report"
)

const factGap = 14.0 // between columns of facts

// facts writes labels and values: beside each other in one column, above each
// other in several.
func (s *sheet) facts(f report.Facts) {
	if f.Columns > 1 {
		s.factGrid(f.Items, min(f.Columns, 4))
	} else {
		for _, it := range f.Items {
			s.factRow(it)
		}
	}
	s.y += 8
}

// factText is the value with the word of its mark, and its ink.
func (s *sheet) factText(f report.Fact) (string, lettering) {
	p := bodyPrint
	v := f.Value.Spoken(s.words)
	if f.Mark != report.Unmarked {
		p.ink, _ = f.Mark.Colours()
		v += " " + f.Mark.Sign() + "\u00a0" + f.Mark.Word(s.words)
	}
	return v, p
}

func (s *sheet) factRow(f report.Fact) {
	label := labelPrint
	label.size, label.leading = 9, 14
	in := s.width() * 0.34
	left := wrapped(f.Label, in-factGap, label)
	v, p := s.factText(f)
	right := wrapped(v, s.width()-in, p)
	if h := float64(max(len(left), len(right)))*p.leading + 2; h < s.bottom-s.top {
		s.room(h)
	}
	top := s.y
	end := s.lines(s.left, top, in-factGap, left, label)
	s.y = top
	for _, l := range right { // a long value may go on over the page
		s.room(p.leading)
		s.y = s.lines(s.left+in, s.y, s.width()-in, []string{l}, p)
	}
	s.y = max(s.y, min(end, s.bottom)) + 2
}

// factGrid writes the facts line by line.
func (s *sheet) factGrid(items []report.Fact, columns int) {
	width := (s.width() - factGap*float64(columns-1)) / float64(columns)
	for len(items) > 0 {
		n := min(columns, len(items))
		s.factLine(items[:n], width)
		items = items[n:]
	}
}

func (s *sheet) factLine(items []report.Fact, width float64) {
	most := 0
	values := make([][]string, len(items))
	prints := make([]lettering, len(items))
	for i, it := range items {
		v, p := s.factText(it)
		values[i], prints[i] = wrapped(v, width, p), p
		most = max(most, len(values[i]))
	}
	s.room(labelPrint.leading + float64(most)*bodyPrint.leading + 6)
	for i, it := range items {
		x := s.left + float64(i)*(width+factGap)
		label := report.Cut(drawable(it.Label), width, labelPrint.size, false)
		y := s.lines(x, s.y, width, []string{label}, labelPrint)
		s.lines(x, y, width, values[i], prints[i])
	}
	s.y += labelPrint.leading + float64(most)*bodyPrint.leading + 6
}

// Shares of the line of a signature.
const (
	signRole = 0.36
	signLine = 0.22
	signName = 0.42
	signGap  = 10.0
)

// signatures writes role, line and name of each, all on one page.
func (s *sheet) signatures(v report.Signatures) {
	s.y += 10
	if h := s.signaturesHeight(v); h < s.bottom-s.top {
		s.room(h)
	}
	for _, it := range v.Items {
		s.room(s.signHeight(it))
		s.signature(it)
	}
	s.y += 6
}

func (s *sheet) signaturesHeight(v report.Signatures) (h float64) {
	for _, it := range v.Items {
		h += s.signHeight(it)
	}
	return h
}

func (s *sheet) roleLines(it report.Signature) []string {
	return wrapped(it.Role, s.width()*signRole-signGap, bodyPrint)
}

func (s *sheet) signHeight(it report.Signature) float64 {
	h := float64(len(s.roleLines(it)))*bodyPrint.leading + 22
	if it.Dated {
		h += 18
	}
	return h
}

func (s *sheet) signature(it report.Signature) {
	w := s.width()
	role := s.roleLines(it)
	s.y = s.lines(s.left, s.y, w, role, bodyPrint)
	base := s.y - 2.2 // of the lines; texts stand on the base line of the role
	x := s.left + w*signRole
	s.rule(x, x+w*signLine, base, s.words.T("office.sign.line"))
	x += w*signLine + signGap
	if it.Name == "" {
		s.rule(x, s.right, base, s.words.T("office.sign.name"))
	} else {
		s.text(x, s.y-bodyPrint.leading/2+bodyPrint.size*0.36, report.Cut(drawable(it.Name), w*signName-signGap, bodyPrint.size, false), bodyPrint.size, false, report.Ink)
	}
	if it.Dated {
		s.y += 18
		s.text(s.left+w*signRole, s.y, s.words.T("office.sign.date"), 9, false, report.Ink)
	}
	s.y += 22
}

// rule is a line to write on, with its name below.
func (s *sheet) rule(x1, x2, y float64, name string) {
	s.line(x1, y, x2, y, 0.6, report.Ink)
	small := lettering{size: 6.5, leading: 9, ink: report.Mute, align: report.Centre}
	s.lines(x1, y+0.5, x2-x1, []string{name}, small)
}
