package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"portfel/assets"
)

// Theme is the look of the toolkit's own widgets; ours read Colors directly.
type Theme struct{ p *Palette }

// NewTheme makes the light or the dark theme; the system's variant is ignored.
func NewTheme(isDark bool) *Theme {
	if isDark {
		return &Theme{&dark}
	}
	return &Theme{&light}
}

// Apply makes the light or the dark theme current in the running app: the
// palette first, then the toolkit, which refreshes every window.
func Apply(isDark bool) {
	t := NewTheme(isDark)
	current = t.p
	fyne.CurrentApp().Settings().SetTheme(t)
}

// Color gives the palette's colour under the toolkit's name; the variant of the
// system is ignored.
func (t *Theme) Color(n fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	p := t.p
	switch n {
	case theme.ColorNameBackground:
		return p.Paper
	case theme.ColorNameButton, theme.ColorNameHeaderBackground, theme.ColorNameDisabledButton:
		return p.Soft
	case theme.ColorNameDisabled, theme.ColorNamePlaceHolder:
		return p.Mute
	case theme.ColorNamePrimary, theme.ColorNameHyperlink:
		return p.Accent
	case theme.ColorNameForegroundOnPrimary, theme.ColorNameForegroundOnError,
		theme.ColorNameForegroundOnSuccess, theme.ColorNameForegroundOnWarning:
		return p.OnAccent
	case theme.ColorNameFocus:
		return fade(p.Accent, 60)
	case theme.ColorNameSelection:
		return fade(p.Accent, 70)
	case theme.ColorNameHover, theme.ColorNamePressed:
		return p.Hover
	case theme.ColorNameInputBackground, theme.ColorNameInputBorder, theme.ColorNameScrollBarBackground:
		return color.Transparent
	case theme.ColorNameMenuBackground, theme.ColorNameOverlayBackground:
		return p.Surface
	case theme.ColorNameScrollBar:
		return fade(p.Plan, 150)
	case theme.ColorNameSeparator, theme.ColorNameShadow:
		return p.Line
	case theme.ColorNameError:
		return p.Late
	case theme.ColorNameWarning:
		return p.Risk
	case theme.ColorNameSuccess:
		return p.Done
	}
	return p.Ink
}

// Size gives the sizes of a dense program, in units.
func (t *Theme) Size(n fyne.ThemeSizeName) float32 {
	switch n {
	case theme.SizeNameText:
		return SizeText
	case theme.SizeNameCaptionText:
		return SizeSmall
	case theme.SizeNameSubHeadingText:
		return SizeHead
	case theme.SizeNameHeadingText:
		return SizeTitle
	case theme.SizeNamePadding, theme.SizeNameScrollBarSmall, theme.SizeNameSelectionRadius:
		return 4
	case theme.SizeNameInnerPadding, theme.SizeNameInputRadius, theme.SizeNameScrollBarRadius:
		return 6
	case theme.SizeNameLineSpacing:
		return 3
	case theme.SizeNameInputBorder, theme.SizeNameSeparatorThickness:
		return 1
	case theme.SizeNameInlineIcon:
		return 16
	case theme.SizeNameScrollBar:
		return 10
	}
	return theme.DefaultTheme().Size(n)
}

// Font gives Inter; bold is its SemiBold, italic and code fall back to regular.
func (t *Theme) Font(s fyne.TextStyle) fyne.Resource {
	if s.Symbol {
		return theme.DefaultTheme().Font(s)
	}
	if s.Bold {
		return fontSemi
	}
	return fontRegular
}

// Icon gives the toolkit's own icons; our widgets use Icon names of icon.go.
func (t *Theme) Icon(n fyne.ThemeIconName) fyne.Resource { return theme.DefaultTheme().Icon(n) }

var (
	fontRegular = fontFile("Inter-Regular-tnum.otf")
	fontMedium  = fontFile("Inter-Medium-tnum.otf")
	fontSemi    = fontFile("Inter-SemiBold-tnum.otf")
)

// fontFile reads an embedded font; a missing one is a broken build.
func fontFile(name string) fyne.Resource {
	b, err := assets.Font.ReadFile("font/" + name)
	if err != nil {
		panic("embedded font: " + err.Error())
	}
	return fyne.NewStaticResource(name, b)
}
