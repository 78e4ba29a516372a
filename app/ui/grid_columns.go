package ui

import "fyne.io/fyne/v2"

// ColumnsMenu opens the menu that shows and hides columns below an object, as the
// second button of the mouse does over the heads.
func (g *Grid) ColumnsMenu(below fyne.CanvasObject) {
	ShowMenu(canvasOf(g), placeOf(below).AddXY(0, below.Size().Height+4), g.columnMenu())
}

// Look is the columns as they are shown, for remembering: those that are shown in
// their order, and widths that a person has changed.
type Look struct {
	Shown  []string           `json:"shown,omitempty"`
	Widths map[string]float32 `json:"widths,omitempty"`
}

// Look gives what the person has made of the columns; plain are the columns as
// they were made.
func (g *Grid) Look(plain []Column) Look {
	l := Look{Shown: g.Shown(), Widths: map[string]float32{}}
	for i, c := range g.cols {
		if i < len(plain) && c.Width != plain[i].Width {
			l.Widths[c.ID] = c.Width
		}
	}
	return l
}

// SetLook shows the columns as they were remembered; ids that are not known are
// passed over, and columns that have come since stay as they are made.
func (g *Grid) SetLook(l Look) {
	if len(l.Shown) == 0 {
		return
	}
	at := map[string]int{}
	for i := range g.cols {
		c := &g.cols[i]
		at[c.ID] = i
		c.Hidden = true
		if w, ok := l.Widths[c.ID]; ok {
			c.Width = max(g.least(i), w)
		}
	}
	g.order = g.order[:0]
	for _, id := range l.Shown {
		if i, ok := at[id]; ok {
			g.cols[i].Hidden = false
			g.order = append(g.order, i)
		}
	}
	g.arrange()
	g.Refresh()
}
