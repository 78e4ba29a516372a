package report

import (
	"strings"
	"unicode/utf8"
)

// unknownLetter is the width of a letter that the font lacks; writers put a box
// of this width in its place.
const unknownLetter = 915

// advance is the width of a letter in thousandths of the size, by weight (0
// regular, 1 bold). Control characters have none.
func advance(r rune, weight int) int {
	switch {
	case r < 0x20:
		return 0
	case r < 0x180:
		return int(latin[weight][r-0x20])
	case r >= 0x400 && r < 0x460:
		return int(cyrillic[weight][r-0x400])
	}
	if s, ok := signs[r]; ok {
		return int(s[weight])
	}
	return unknownLetter
}

func weightOf(bold bool) int {
	if bold {
		return 1
	}
	return 0
}

// slack forgives the rounding of a width that was made from the text itself.
const slack = 0.01

// Width is how wide one line of text is, in the unit of size.
func Width(s string, size float64, bold bool) float64 {
	n, weight := 0, weightOf(bold)
	for _, r := range s {
		n += advance(r, weight)
	}
	return float64(n) * size / 1000
}

// Cut shortens a text to a width, with «…» at its end if anything is missing.
// Nothing at all remains when not even the sign fits.
func Cut(s string, width, size float64, bold bool) string {
	if Width(s, size, bold) <= width+slack {
		return s
	}
	weight := weightOf(bold)
	room := width*1000/size - float64(advance('…', weight))
	if room < 0 {
		return ""
	}
	n, end := 0.0, 0
	for i, r := range s {
		if n += float64(advance(r, weight)); n > room {
			break
		}
		end = i + utf8.RuneLen(r)
	}
	return strings.TrimRight(s[:min(end, len(s))], " .,;:–—-") + "…"
}

// Wrap breaks a text into lines of at most a width: at spaces (but not at
// no-break ones), after hyphens and slashes, and inside a word only when it is
// wider than a line. "\n" begins a line. There is always at least one line.
func Wrap(s string, width, size float64, bold bool) []string {
	var lines []string
	for _, part := range strings.Split(s, "\n") {
		lines = append(lines, wrapPart(strings.TrimRight(part, " "), (width+slack)*1000/size, weightOf(bold))...)
	}
	return lines
}

// wrapPart wraps one line without line ends; room is in thousandths.
func wrapPart(s string, room float64, weight int) []string {
	var lines []string
	start, breakAt, wide, sinceBreak := 0, -1, 0.0, 0.0
	for i, r := range s {
		w := float64(advance(r, weight))
		if wide+w > room && r != ' ' && i > start {
			if breakAt <= start {
				breakAt, sinceBreak = i, 0
			}
			lines = append(lines, strings.TrimRight(s[start:breakAt], " "))
			start, wide, breakAt = breakAt, sinceBreak, -1
		}
		wide += w
		sinceBreak += w
		if after := i + utf8.RuneLen(r); r == ' ' || (r == '-' || r == '/') && after-start > 2 {
			breakAt, sinceBreak = after, 0
		}
	}
	return append(lines, strings.TrimRight(s[start:], " "))
}

// LongestWord is the widest part of a text that Wrap would not break.
func LongestWord(s string, size float64, bold bool) float64 {
	widest := 0.0
	for _, word := range strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '\n' }) {
		widest = max(widest, Width(word, size, bold))
	}
	return widest
}
