package ui

import "fyne.io/fyne/v2"

// Rule is a line across, which parts a list from what stands under it. It
// follows a change of theme.
type Rule struct{ own }

// NewRule makes a line one unit high.
func NewRule() *Rule {
	r := &Rule{}
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer is called by the toolkit.
func (r *Rule) CreateRenderer() fyne.WidgetRenderer { return r.renderer(r, false) }
func (r *Rule) min() fyne.Size                      { return fyne.NewSize(1, 1) }

func (r *Rule) paint(p *pen) { p.rect(0, 0, p.size.Width, 1, 0, Colors().Line) }
