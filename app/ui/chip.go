package ui

import "fyne.io/fyne/v2"

// Chip is a pill with a word: a state, a count, a term. The role gives the
// colour; the word says the same.
type Chip struct {
	own
	Role Role
	Word string
}

const chipH float32 = 18

// NewChip makes a chip.
func NewChip(r Role, word string) *Chip {
	c := &Chip{Role: r, Word: word}
	c.ExtendBaseWidget(c)
	return c
}

// Set changes what the chip says; an empty word hides it.
func (c *Chip) Set(r Role, word string) {
	c.Role, c.Word = r, word
	c.Refresh()
}

// CreateRenderer is called by the toolkit.
func (c *Chip) CreateRenderer() fyne.WidgetRenderer { return c.renderer(c, false) }

func (c *Chip) min() fyne.Size {
	if c.Word == "" {
		return fyne.NewSize(0, chipH)
	}
	return fyne.NewSize(chipWidth(c.Word), chipH)
}

func (c *Chip) paint(p *pen) {
	p.chip(0, (p.size.Height-chipH)/2, p.size.Width, c.Role, c.Word)
}

func chipWidth(word string) float32 {
	w := small.width(word) + 16
	return float32(int(max(w, chipH) + .99))
}

// chip paints a pill no wider than w and gives the width it took.
func (p *pen) chip(x, y, w float32, r Role, word string) float32 {
	if word == "" {
		return 0
	}
	w = min(w, chipWidth(word))
	c := Colors()
	back := c.Back(r)
	if p.on {
		back = c.Surface // on the soft accent of a chosen row the soft colours drown
	}
	p.rect(x, y, w, chipH, chipH/2, back)
	p.text(x+2, y, w-4, chipH, small.cut(word, w-14), small, c.Word(r), fyne.TextAlignCenter)
	return w
}
