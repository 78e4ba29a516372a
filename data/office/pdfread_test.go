package office

import (
	"bytes"
	"compress/zlib"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"portfel/data/report"
)

// placed is one text on a page: where it begins, from the upper left corner.
type placed struct {
	x, y, size float64
	bold       bool
	text       string
}

// pdfPage is what the test reads back from the bytes of a page.
type pdfPage struct{ all []placed }

var (
	pdfStream = regexp.MustCompile(`(?s)stream\r?\n(.*?)\r?\nendstream`)
	pdfHeight = regexp.MustCompile(`/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]`)
	pdfOp     = regexp.MustCompile(`(?s)/F([0-9a-f]+) ([\d.]+) Tf|BT (-?[\d.]+) (-?[\d.]+) Td \((.*?[^\\]|)\) Tj ET`)
	pdfFonts  = regexp.MustCompile(`/F([0-9a-f]+) (\d+) 0 R`)
)

// pdfPages reads the texts of a PDF of our own: streams in the order of pages,
// letters in UTF-16.
func pdfPages(t *testing.T, b []byte) (pages []pdfPage) {
	t.Helper()
	size := pdfHeight.FindSubmatch(b)
	if size == nil {
		t.Fatal("no page size")
	}
	height, _ := strconv.ParseFloat(string(size[2]), 64)
	bold := boldFontName(b)
	for _, m := range pdfStream.FindAllSubmatch(b, -1) {
		z, err := zlib.NewReader(bytes.NewReader(m[1]))
		if err != nil {
			continue
		}
		content, err := io.ReadAll(z)
		if err != nil || !bytes.Contains(content, []byte(" Td (")) || bytes.Contains(content, []byte("begincmap")) {
			continue
		}
		var p pdfPage
		size, heavy := 0.0, false
		for _, op := range pdfOp.FindAllSubmatch(content, -1) {
			if len(op[1]) > 0 {
				size, _ = strconv.ParseFloat(string(op[2]), 64)
				heavy = string(op[1]) == bold
				continue
			}
			x, _ := strconv.ParseFloat(string(op[3]), 64)
			y, _ := strconv.ParseFloat(string(op[4]), 64)
			p.all = append(p.all, placed{x, height - y, size, heavy, wide(op[5])})
		}
		pages = append(pages, p)
	}
	return pages
}

// boldFontName is the resource name of the second font of the file, which is
// the bold one: fonts are written in the order of their names.
func boldFontName(b []byte) string {
	names := map[string]int{}
	for _, m := range pdfFonts.FindAllSubmatch(b, -1) {
		names[string(m[1])], _ = strconv.Atoi(string(m[2]))
	}
	best, at := "", 0
	for name, n := range names {
		if n > at {
			best, at = name, n
		}
	}
	return best
}

// wide undoes the escapes of a PDF string and reads it as UTF-16.
func wide(b []byte) string {
	s := strings.NewReplacer(`\\`, `\`, `\(`, `(`, `\)`, `)`, `\r`, "\r").Replace(string(b))
	units := make([]uint16, 0, len(s)/2)
	for i := 0; i+1 < len(s); i += 2 {
		units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
	}
	return string(utf16.Decode(units))
}

func (p pdfPage) texts() (all []string) {
	for _, t := range p.all {
		all = append(all, t.text)
	}
	return all
}

func (p pdfPage) has(text string) bool {
	_, ok := p.find(text)
	return ok
}

func (p pdfPage) find(text string) (placed, bool) {
	for _, t := range p.all {
		if t.text == text {
			return t, true
		}
	}
	return placed{}, false
}

func (t placed) right() float64 { return t.x + report.Width(t.text, t.size, t.bold) }

// extent is from where to where texts go.
func (p pdfPage) extent() (left, right float64) {
	left = 1e9
	for _, t := range p.all {
		left, right = min(left, t.x), max(right, t.right())
	}
	return left, right
}

// within checks that no text leaves the room inside the edges.
func (p pdfPage) within(t *testing.T, paper Paper, sides, ends float64) {
	t.Helper()
	for _, s := range p.all {
		if s.x < sides-0.5 || s.right() > paper.Width-sides+0.5 || s.y-s.size < ends-0.5 || s.y > paper.Height-ends+0.5 {
			t.Errorf("%q at %.1f..%.1f, %.1f leaves the page", s.text, s.x, s.right(), s.y)
		}
	}
}

// apart checks that no two texts of a line run over each other.
func (p pdfPage) apart(t *testing.T) {
	t.Helper()
	for i, a := range p.all {
		for _, b := range p.all[i+1:] {
			if a.y-b.y < 3 && b.y-a.y < 3 && a.x < b.right()-0.3 && b.x < a.right()-0.3 && strings.TrimSpace(a.text) != "" && strings.TrimSpace(b.text) != "" {
				t.Errorf("%q (%.1f..%.1f) and %q (%.1f..%.1f) overlap at %.1f", a.text, a.x, a.right(), b.text, b.x, b.right(), a.y)
			}
		}
	}
}
