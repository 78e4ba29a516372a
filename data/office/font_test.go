package office

import (
	"math"
	"strings"
	"testing"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"portfel/assets"
	"portfel/data/report"
)

// advanceOf is the width of a letter in thousandths of an em, from the font.
func advanceOf(t *testing.T, f *sfnt.Font, r rune) (int, bool) {
	t.Helper()
	var buf sfnt.Buffer
	i, err := f.GlyphIndex(&buf, r)
	if err != nil {
		t.Fatal(err)
	}
	ppem := f.UnitsPerEm()
	w, err := f.GlyphAdvance(&buf, i, fixed.I(int(ppem)), font.HintingNone)
	if err != nil {
		t.Fatal(err)
	}
	return int(math.Floor(float64(w)/64*1000/float64(ppem) + 0.5)), i != 0
}

func TestFontsAreThoseOfTheWindow(t *testing.T) {
	for i, name := range []string{"font/Inter-Regular-tnum.otf", "font/Inter-SemiBold-tnum.otf"} {
		b, err := assets.Font.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		window, err := sfnt.Parse(b)
		if err != nil {
			t.Fatal(err)
		}
		letters := 0
		for r := rune(' '); r < 0x3000; r++ {
			want, there := advanceOf(t, window, r)
			got, here := advanceOf(t, parsedFonts()[i], r)
			if there != here || there && got != want {
				t.Errorf("%s, %q: %d here (%v), %d in the window (%v): run assets/font/truetype.py", name, r, got, here, want, there)
			}
			if there {
				letters++
			}
		}
		if letters < 400 {
			t.Errorf("%s has only %d letters", name, letters)
		}
	}
}

func TestLayoutKnowsTheWidthsOfTheFont(t *testing.T) {
	for r := range letters() {
		for i, bold := range []bool{false, true} {
			want, _ := advanceOf(t, parsedFonts()[i], r)
			if got := report.Width(string(r), 1000, bold); int(got+0.5) != want {
				t.Errorf("%q bold %v: %v, the font says %d: run assets/font/truetype.py", r, bold, got, want)
			}
		}
	}
}

func TestBothWeightsHaveRussianAndTheSignsOfPapers(t *testing.T) {
	for _, r := range "абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ№₽«»—–−…·✓△!□\u00a0\u202f" {
		if !letters()[r] {
			t.Errorf("no %q", r)
		}
	}
}

func TestDrawableTextHasOnlyLettersOfTheFont(t *testing.T) {
	for in, want := range map[string]string{
		"Ласточкин № 5":        "Ласточкин № 5",
		"отчёт🚀.pdf":           "отчёт□.pdf",
		"и\u0306од е\u0308лка": "йод ёлка", // as macOS writes file names
		"а\tб\x00в\u200dг":     "а бвг",
		"пере\u00adнос":        "перенос",
		"\xff":                 "□",
		"你好":                   "□□",
	} {
		if got := drawable(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
	if got := drawableLines("а\r\nб\rв"); got != "а\nб\nв" {
		t.Errorf("lines %q", got)
	}
	if got := drawable(strings.Repeat("а", 5)); got != "ааааа" {
		t.Errorf("%q", got)
	}
}
