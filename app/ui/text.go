package ui

import (
	"strings"

	"fyne.io/fyne/v2"
)

// Text sizes of the program, in units.
const (
	SizeText  float32 = 14 // rows, fields, buttons
	SizeSmall float32 = 12 // second lines, chips, column heads
	SizeHead  float32 = 16 // the name of a record
	SizeTitle float32 = 18 // the name of a screen
)

// weight is one of the three cuts of the font.
type weight int

const (
	regular weight = iota
	medium
	semi
)

// font is a size and a weight.
type font struct {
	size float32
	w    weight
}

var (
	body      = font{SizeText, regular}
	bodyMid   = font{SizeText, medium}
	bodyBold  = font{SizeText, semi}
	small     = font{SizeSmall, regular}
	smallMid  = font{SizeSmall, medium}
	smallBold = font{SizeSmall, semi}
	head      = font{SizeHead, semi}
	title     = font{SizeTitle, semi}
)

func (f font) style() fyne.TextStyle { return fyne.TextStyle{Bold: f.w == semi} }

func (f font) source() fyne.Resource {
	if f.w == medium {
		return fontMedium
	}
	return nil
}

// line is the height of one line of text with its air.
func (f font) line() float32 {
	if f.size <= SizeSmall {
		return 16
	}
	return f.size + 6
}

// high is the height the toolkit draws the font in.
func (f font) high() float32 {
	if h, ok := highs[f.size]; ok {
		return h
	}
	size, _ := fyne.CurrentApp().Driver().RenderedTextSize("Ж", f.size, fyne.TextStyle{}, nil)
	highs[f.size] = size.Height
	return size.Height
}

var highs = map[float32]float32{}

// widths holds the width of each letter at size 1, filled on first use: common
// letters in an array, the rest in a map. Kerning is left out; it makes text
// narrower, so a cut text always fits.
type widths struct {
	near [0x500]float32
	far  map[rune]float32
}

var widthTable [3]widths

const probe = 64 // size at which letters are measured

func letter(r rune, w weight) float32 {
	t := &widthTable[w]
	if r < 0x500 {
		if t.near[r] == 0 {
			t.near[r] = measure(string(r), font{probe, w}) / probe
		}
		return t.near[r]
	}
	v, ok := t.far[r]
	if !ok {
		if t.far == nil {
			t.far = map[rune]float32{}
		}
		v = measure(string(r), font{probe, w}) / probe
		t.far[r] = v
	}
	return v
}

func measure(s string, f font) float32 {
	size, _ := fyne.CurrentApp().Driver().RenderedTextSize(s, f.size, f.style(), f.source())
	return size.Width
}

// width is the width of s by the table, in units.
func (f font) width(s string) float32 {
	var sum float32
	for _, r := range s {
		sum += letter(r, f.w)
	}
	return sum * f.size
}

const dots = "…"

type cutKey struct {
	s string
	w int16 // whole units
	f font
}

var cuts = map[cutKey]string{}

// cut shortens s with «…» so that it fits into w units.
func (f font) cut(s string, w float32) string {
	room := w / f.size
	end := room - letter('…', f.w)
	var sum float32
	keep := 0 // bytes that fit together with the dots
	for i, r := range s {
		if sum <= end {
			keep = i
		}
		if sum += letter(r, f.w); sum > room+.02 {
			return f.short(s, keep, w)
		}
	}
	return s
}

// short makes the shortened string once and remembers it.
func (f font) short(s string, keep int, w float32) string {
	if w < 8 {
		return ""
	}
	k := cutKey{s, int16(w), f}
	if c, ok := cuts[k]; ok {
		return c
	}
	if len(cuts) > 20000 {
		clear(cuts)
	}
	c := strings.TrimRight(s[:keep], " ·,.:–—") + dots
	cuts[k] = c
	return c
}

// wrap splits s into lines of at most w units at spaces; the last of at most max
// lines is cut (max 0 = no limit). A word wider than the line is broken.
func (f font) wrap(s string, w float32, max int) []string {
	var lines []string
	for _, para := range strings.Split(s, "\n") {
		lines = append(lines, f.wrapOne(para, w)...)
	}
	if max > 0 && len(lines) > max {
		last := strings.Join(lines[max-1:], " ")
		lines = append(lines[:max-1:max-1], f.cut(last, w))
	}
	return lines
}

func (f font) wrapOne(s string, w float32) []string {
	if w < 2*f.size {
		return []string{s} // no room yet: the widget has no size
	}
	var lines []string
	rest := s
	for rest != "" && f.width(rest) > w {
		n := f.fit(rest, w)
		lines = append(lines, strings.TrimRight(rest[:n], " "))
		rest = strings.TrimLeft(rest[n:], " ")
	}
	return append(lines, rest)
}

// fit is the number of bytes of s for one line: up to the last space that fits,
// or as many letters as fit, at least one.
func (f font) fit(s string, w float32) int {
	var sum float32
	space := 0
	for i, r := range s {
		if sum += letter(r, f.w) * f.size; sum > w && i > 0 {
			if r == ' ' {
				return i
			}
			if space > 0 {
				return space
			}
			return i
		}
		if r == ' ' {
			space = i
		}
	}
	return len(s)
}
