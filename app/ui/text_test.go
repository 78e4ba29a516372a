package ui

import (
	"math"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

func TestDigitsAreEquallyWide(t *testing.T) {
	window(t, NewLabel(""), 100, 100)
	for _, f := range []font{body, bodyMid, bodyBold, small} {
		for _, d := range "123456789" {
			if got, want := f.width(string(d)), f.width("0"); math.Abs(float64(got-want)) > .01 {
				t.Errorf("%v: %c is %v wide, 0 is %v", f, d, got, want)
			}
		}
	}
}

func TestSignsAreInTheFont(t *testing.T) {
	window(t, NewLabel(""), 100, 100)
	// a missing letter is drawn from another font of another height
	_, base := fyne.CurrentApp().Driver().RenderedTextSize("Ж", 14, fyne.TextStyle{}, nil)
	for _, r := range "№₽«»–—…→←▾▸−×✓·•≤≥∞ё" {
		if _, b := fyne.CurrentApp().Driver().RenderedTextSize(string(r), 14, fyne.TextStyle{}, nil); b != base {
			t.Errorf("%c comes from another font", r)
		}
	}
}

func TestCutFits(t *testing.T) {
	window(t, NewLabel(""), 100, 100)
	const s = "Демонстрационный пример «БДДС, 3 юрлица»"
	if got := body.cut(s, 1000); got != s {
		t.Errorf("a text that fits was changed: %q", got)
	}
	for w := float32(30); w < 300; w += 17 {
		got := body.cut(s, w)
		if !strings.HasSuffix(got, "…") || !strings.HasPrefix(s, strings.TrimSuffix(got, "…")) {
			t.Errorf("cut to %v gave %q", w, got)
		}
		if real := measure(got, body); real > w+.5 {
			t.Errorf("cut to %v is %v wide", w, real)
		}
	}
}

func TestWrapKeepsEveryWord(t *testing.T) {
	window(t, NewLabel(""), 100, 100)
	const s = "Финиш проекта 18.12 → 22.12 · пересечение с командировкой в Санкт-Петербург 1–4 декабря"
	lines := body.wrap(s, 180, 0)
	if got := strings.Join(lines, " "); got != s {
		t.Errorf("wrapped text reads %q", got)
	}
	for _, l := range lines {
		if body.width(l) > 180 {
			t.Errorf("line %q is too wide", l)
		}
	}
	if got := body.wrap(s, 180, 2); len(got) != 2 || !strings.HasSuffix(got[1], "…") {
		t.Errorf("two lines at most: %q", got)
	}
}

// contrast is the ratio of WCAG 2.1 for two opaque colours.
func contrast(a, b nrgba) float64 {
	lum := func(c nrgba) float64 {
		f := func(v uint8) float64 {
			x := float64(v) / 255
			if x <= .03928 {
				return x / 12.92
			}
			return math.Pow((x+.055)/1.055, 2.4)
		}
		return .2126*f(c.R) + .7152*f(c.G) + .0722*f(c.B)
	}
	x, y := lum(a)+.05, lum(b)+.05
	return max(x, y) / min(x, y)
}

func TestContrastIsAtLeast4AndAHalf(t *testing.T) {
	for name, p := range map[string]*Palette{"light": &light, "dark": &dark} {
		pairs := map[string][2]nrgba{
			"ink on paper": {p.Ink, p.Paper}, "ink on surface": {p.Ink, p.Surface}, "muted on surface": {p.Mute, p.Surface},
			"muted on paper": {p.Mute, p.Paper}, "accent on surface": {p.Accent, p.Surface}, "text on accent": {p.OnAccent, p.Accent},
			"text on late": {p.OnAccent, p.Late}, "late on surface": {p.Late, p.Surface}, "navigation": {p.NavInk, p.Nav},
			"badge": {rgb(0xFFFFFF), p.NavBadge}, "chosen row": {p.Ink, p.AccentSoft},
		}
		for _, r := range []Role{Plain, Go, Late, Risk, Done, Planned} {
			pairs["chip "+string(rune('0'+r))] = [2]nrgba{p.Word(r), p.Back(r)}
		}
		for what, c := range pairs {
			if got := contrast(c[0], c[1]); got < 4.5 {
				t.Errorf("%s: %s has a contrast of %.2f", name, what, got)
			}
		}
	}
}

func TestThemeSwitchRepaints(t *testing.T) {
	chip := NewChip(Late, "−4 дня")
	win := window(t, chip, 100, 40)
	before := win.Canvas().Capture().At(50, 14)
	Apply(true)
	win.Canvas().Refresh(chip)
	if after := win.Canvas().Capture().At(50, 14); after == before {
		t.Error("the chip kept the colours of the light theme")
	}
	Apply(false)
}

func TestEveryIconDraws(t *testing.T) {
	window(t, NewLabel(""), 100, 100)
	for _, i := range []Icon{IconHome, IconProjects, IconPlan, IconMentoring, IconTrips, IconDocuments, IconClients, IconCalendar, IconReports, IconSettings,
		IconAdd, IconSearch, IconMore, IconClose, IconDown, IconUp, IconLeft, IconRight, IconCheck, IconUndo, IconRedo, IconExport, IconImport, IconLink,
		IconTrash, IconEdit, IconFilter, IconWarning, IconClock, IconUser, IconLock, IconSun, IconMoon, IconAttach, IconArchive, IconHistory, IconRefresh,
		IconPrint, IconCopy, IconMail, IconPhone, IconMoney, IconEye, IconComment, IconColumns, IconFlag, IconInfo, iconOpen, iconClosed} {
		res := i.resource(rgb(0x123456))
		if res == nil || !strings.Contains(string(res.Content()), "#123456") {
			t.Errorf("icon %s is missing or has no stroke to colour", i)
		}
	}
}
