package office

import (
	"strings"
	"sync"
	"unicode"

	"golang.org/x/image/font/sfnt"

	"portfel/assets"
)

// The fonts of paper and pictures.
var regularFont, boldFont = assets.PaperRegular, assets.PaperBold

// fontName is the family as the files name it.
const fontName = "Inter"

// parsedFonts are the regular and the bold font, parsed once.
var parsedFonts = sync.OnceValue(func() [2]*sfnt.Font {
	var both [2]*sfnt.Font
	for i, b := range [][]byte{regularFont, boldFont} {
		f, err := sfnt.Parse(b)
		if err != nil {
			panic("embedded font: " + err.Error())
		}
		both[i] = f
	}
	return both
})

// letters are the letters that both fonts have.
var letters = sync.OnceValue(func() map[rune]bool {
	have := map[rune]bool{}
	var buf sfnt.Buffer
	for r := rune(' '); r < 0x3000; r++ {
		a, _ := parsedFonts()[0].GlyphIndex(&buf, r)
		b, _ := parsedFonts()[1].GlyphIndex(&buf, r)
		if a != 0 && b != 0 {
			have[r] = true
		}
	}
	return have
})

// composed joins the letters that file names from macOS keep apart.
var composed = strings.NewReplacer("и\u0306", "й", "И\u0306", "Й", "е\u0308", "ё", "Е\u0308", "Ё")

// drawable makes one line of text fit for the fonts: spaces of all kinds and
// line ends are spaces, control and invisible signs go, an unknown letter is a
// box.
func drawable(s string) string {
	have := letters()
	plain := true
	for _, r := range s {
		if !have[r] || r == '\u00ad' {
			plain = false
			break
		}
	}
	if plain {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\u00ad': // soft hyphen
			return -1
		case have[r]:
			return r
		case unicode.IsSpace(r):
			return ' '
		case r == unicode.ReplacementChar || !unicode.In(r, unicode.C, unicode.Mn, unicode.Me):
			return '□'
		}
		return -1
	}, composed.Replace(s))
}

// drawableLines is drawable that keeps line ends.
func drawableLines(s string) string {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	if !strings.ContainsAny(s, "\n\r") {
		return drawable(s)
	}
	lines := strings.FieldsFunc(s, func(r rune) bool { return r == '\n' || r == '\r' })
	for i := range lines {
		lines[i] = drawable(lines[i])
	}
	return strings.Join(lines, "\n")
}
