package ui

import "image/color"

type nrgba = color.NRGBA

// Palette is the colours of one theme, by meaning.
type Palette struct {
	Dark                      bool
	Paper, Surface            color.NRGBA // window; cards and tables
	Line, Soft                color.NRGBA // lines; soft lines and empty tracks
	Ink, Mute                 color.NRGBA // text; second text
	Accent, AccentSoft        color.NRGBA
	OnAccent                  color.NRGBA // text on an accent background
	Late, LateSoft            color.NRGBA
	Risk, RiskSoft            color.NRGBA
	Done, DoneSoft            color.NRGBA
	Plan                      color.NRGBA // planned, not begun
	Nav, NavInk, NavBright    color.NRGBA // navigation, its text, its chosen text
	NavOn, NavHover, NavBadge color.NRGBA
	Hover                     color.NRGBA // laid over a row under the pointer
	Veil                      color.NRGBA // laid over the window under a dialog
	Off                       color.NRGBA // shading of days off
}

func rgb(hex uint32) color.NRGBA {
	return color.NRGBA{uint8(hex >> 16), uint8(hex >> 8), uint8(hex), 255}
}

func fade(c color.NRGBA, a uint8) color.NRGBA { c.A = a; return c }

// mix lays a over b with the share of a (0..1) and gives an opaque colour.
func mix(a, b color.NRGBA, share float32) color.NRGBA {
	f := func(x, y uint8) uint8 { return uint8(float32(x)*share + float32(y)*(1-share) + .5) }
	return color.NRGBA{f(a.R, b.R), f(a.G, b.G), f(a.B, b.B), 255}
}

var light = Palette{
	Paper: rgb(0xF6F5F1), Surface: rgb(0xFFFFFF),
	Line: rgb(0xE3E0D8), Soft: rgb(0xEFEDE6),
	Ink: rgb(0x1E2327), Mute: rgb(0x6A7077),
	Accent: rgb(0x1F5A7A), AccentSoft: rgb(0xDCE9F0), OnAccent: rgb(0xFFFFFF),
	Late: rgb(0xB3401F), LateSoft: rgb(0xF7E2DA),
	Risk: rgb(0x8C600C), RiskSoft: rgb(0xF6EBD0),
	Done: rgb(0x2E7553), DoneSoft: rgb(0xDCEEE4),
	Plan: rgb(0x8A8F96),
	Nav:  rgb(0x22313B), NavInk: rgb(0xC9D3D9), NavBright: rgb(0xFFFFFF),
	NavOn: rgb(0x3D4A53), NavHover: rgb(0x2D3B45), NavBadge: rgb(0xB3401F),
	Hover: color.NRGBA{0x1E, 0x23, 0x27, 10}, Veil: color.NRGBA{0x1E, 0x23, 0x27, 90},
	Off: rgb(0xF7F6F2),
}

var dark = Palette{
	Dark:  true,
	Paper: rgb(0x15181B), Surface: rgb(0x1D2125),
	Line: rgb(0x31363B), Soft: rgb(0x262B30),
	Ink: rgb(0xE7E6E2), Mute: rgb(0x9AA1A8),
	Accent: rgb(0x74B3D6), AccentSoft: rgb(0x223743), OnAccent: rgb(0x0C1A22),
	Late: rgb(0xF08A66), LateSoft: rgb(0x42261C),
	Risk: rgb(0xE3B657), RiskSoft: rgb(0x3D3219),
	Done: rgb(0x74C79D), DoneSoft: rgb(0x1D3829),
	Plan: rgb(0x757C84),
	Nav:  rgb(0x0F1417), NavInk: rgb(0x9FB0BA), NavBright: rgb(0xFFFFFF),
	NavOn: rgb(0x2C3134), NavHover: rgb(0x1E2427), NavBadge: rgb(0xB3401F),
	Hover: color.NRGBA{255, 255, 255, 10}, Veil: color.NRGBA{0, 0, 0, 130},
	Off: rgb(0x191D20),
}

var current = &light

// Colors is the palette of the theme in use. Read it while painting, never keep it.
func Colors() *Palette { return current }

// Role is what a colour says; a word always stands beside it.
type Role int

// The roles. Plain is ink, Muted is muted ink, Planned the grey of what is not begun.
const (
	Plain Role = iota
	Muted
	Go
	Late
	Risk
	Done
	Planned
)

// Color is the strong colour of the role: text, bars.
func (p *Palette) Color(r Role) color.NRGBA {
	switch r {
	case Muted:
		return p.Mute
	case Go:
		return p.Accent
	case Late:
		return p.Late
	case Risk:
		return p.Risk
	case Done:
		return p.Done
	case Planned:
		return p.Plan
	}
	return p.Ink
}

// Back is the soft background of the role, as under the word of a chip.
func (p *Palette) Back(r Role) color.NRGBA {
	switch r {
	case Go:
		return p.AccentSoft
	case Late:
		return p.LateSoft
	case Risk:
		return p.RiskSoft
	case Done:
		return p.DoneSoft
	}
	return p.Soft
}

// Word is the colour of a word on Back; planned words are muted ink, which is
// readable on the soft grey.
func (p *Palette) Word(r Role) color.NRGBA {
	if r == Planned || r == Plain || r == Muted {
		return mix(p.Ink, p.Mute, .25)
	}
	return p.Color(r)
}
