package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// ListRow is what one row of a List shows. Fill gets an empty one.
type ListRow struct {
	ID          string // keeps the selection over a Reload
	Title, Note string
	Role        Role   // of the title; Muted for what is not begun
	ChipRole    Role   // chip at the right
	ChipWord    string // "" = no chip
	Right       string // small text at the right, as a date
	RightRole   Role
	Badge       string // chip at the left, in a column of its own
	BadgeRole   Role
	Left        [2]string // two muted lines in a column at the left
	Bar         float32   // share of a progress bar below the note; see HasBar
	HasBar      bool
	SideBar     bool // the bar stands beside the chip instead of below
	Icon        Icon
	Initials    string // 40-unit badge with letters at the left
	Checkable   bool
	Checked     bool
	Head        bool // a heading inside the list: Title bold, Right muted
	NoteLines   int  // most lines of the note; 0 = 1
	TitleLines  int  // most lines of the title; 0 = 1
}

// List shows rows of two lines. Only what is seen costs time while scrolling.
type List struct {
	keyed
	Len  func() int
	Fill func(i int, r *ListRow)
	// OnSelect hears which row is chosen by a click or by the arrows.
	OnSelect func(i int)
	// OnOpen hears of Enter and of a second click.
	OnOpen func(i int)
	// OnMenu gives the lines of the context menu of a row.
	OnMenu func(i int) []MenuItem
	// OnCheck hears of a tap into the box of a row or of Space.
	OnCheck func(i int, on bool)
	// OnDelete hears of the Delete key.
	OnDelete func(i int)
	Empty    *Empty // shown when there are no rows
	Full     bool   // as high as its rows: inside a card that does not scroll

	selected   int
	selectedID string
	scroll     scroller
	tops       []float32 // prefix sums of the heights
	wide       float32   // width the heights were made for
	left       float32   // room of the times at the left of the rows
	click      clicks
	row        ListRow
}

// NewList makes a list.
func NewList(length func() int, fill func(i int, r *ListRow)) *List {
	l := &List{Len: length, Fill: fill, selected: nowhere}
	l.ExtendBaseWidget(l)
	return l
}

// Selected is the chosen row, -1 when there is none.
func (l *List) Selected() int { return l.selected }

// SelectedID is the id of the chosen row.
func (l *List) SelectedID() string { return l.selectedID }

// Select chooses a row and calls OnSelect.
func (l *List) Select(i int) {
	if l.mark(i) && l.OnSelect != nil {
		l.OnSelect(i)
	}
}

// SelectID chooses the row of the id without a call; it tells whether there is one.
func (l *List) SelectID(id string) bool {
	for i := range l.Len() {
		if l.get(i).ID == id {
			l.mark(i)
			return true
		}
	}
	return false
}

func (l *List) mark(i int) bool {
	if i < 0 || i >= l.Len() || l.get(i).Head {
		return false
	}
	changed := i != l.selected
	l.selected, l.selectedID = i, l.get(i).ID
	l.show(i)
	l.Refresh()
	return changed
}

func (l *List) show(i int) {
	l.measure(l.Size().Width)
	if i+1 < len(l.tops) && l.scroll.view > 0 {
		l.scroll.show(l.tops[i], l.tops[i+1])
	}
}

func (l *List) get(i int) *ListRow {
	l.row = ListRow{}
	l.Fill(i, &l.row)
	return &l.row
}

// Reload reads the rows again; the chosen row stays chosen by its id, and the
// place stays.
func (l *List) Reload() {
	l.wide = 0
	id := l.selectedID
	l.selected = nowhere
	if id != "" {
		for i := range l.Len() {
			if l.get(i).ID == id {
				l.selected = i
				break
			}
		}
	}
	if l.selected == nowhere {
		l.selectedID = ""
	}
	l.Refresh()
}

// measure makes the heights of all rows for a width.
func (l *List) measure(w float32) {
	n := l.Len()
	if l.wide == w && len(l.tops) == n+1 {
		return
	}
	l.wide = w
	l.left = listLeft
	for i := range n {
		r := l.get(i)
		l.left = max(l.left, min(whole(max(body.width(r.Left[0]), body.width(r.Left[1])))+12, w/2))
	}
	l.tops = append(l.tops[:0], 0)
	var y float32
	for i := range n {
		y += l.height(l.get(i), w)
		l.tops = append(l.tops, y)
	}
}

// CreateRenderer is called by the toolkit.
func (l *List) CreateRenderer() fyne.WidgetRenderer { return l.renderer(l, true) }

func (l *List) min() fyne.Size {
	if !l.Full {
		return fyne.NewSize(120, 110)
	}
	l.measure(max(l.Size().Width, 200))
	h := l.tops[len(l.tops)-1]
	if h == 0 && l.Empty != nil {
		h = 120
	}
	return fyne.NewSize(120, h)
}

func (l *List) paint(p *pen) {
	w, h := p.size.Width, p.size.Height
	l.measure(w)
	n := len(l.tops) - 1
	l.scroll.fit(l.tops[n], h)
	if n == 0 && l.Empty != nil {
		p.frame(0, w, h, l.topRadius(), l.footRadius(), l.focused)
		p.child(l.Empty, 0, 0, w, h)
		return
	}
	for i := l.first(); i < n && l.tops[i]-l.scroll.off < h; i++ {
		l.paintRow(p, i, l.tops[i]-l.scroll.off, l.tops[i+1]-l.tops[i])
	}
	p.vbar(&l.scroll, w, 0, h, l.in)
}

// first is the first row that is seen.
func (l *List) first() int {
	lo, hi := 0, len(l.tops)-1
	for lo < hi {
		if mid := (lo + hi) / 2; l.tops[mid+1] <= l.scroll.off {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// Scrolled is called by the toolkit.
func (l *List) Scrolled(e *fyne.ScrollEvent) {
	if l.scroll.set(l.scroll.off - e.Scrolled.DY) {
		l.Refresh()
	}
}

// MouseDown chooses the row under the pointer; a second click opens it.
func (l *List) MouseDown(e *desktop.MouseEvent) {
	focus(l)
	z := l.zoneAt(e.Position)
	if z == nowhere {
		return
	}
	if z >= checkZone {
		l.turn(z - checkZone)
		return
	}
	l.Select(z)
	if e.Button == desktop.MouseButtonPrimary && l.click.second(z) && l.OnOpen != nil {
		l.OnOpen(z)
	}
}

// MouseUp does nothing.
func (l *List) MouseUp(*desktop.MouseEvent) {}

// Tapped is there so that a tap does not go to what lies below; test drivers
// that know no mouse choose with it.
func (l *List) Tapped(e *fyne.PointEvent) {
	if z := l.zoneAt(e.Position); z >= 0 && z < checkZone {
		l.Select(z)
	}
}

// TappedSecondary opens the context menu of the row.
func (l *List) TappedSecondary(e *fyne.PointEvent) {
	z := l.zoneAt(e.Position)
	if z >= checkZone {
		z -= checkZone
	}
	if z == nowhere || l.OnMenu == nil {
		return
	}
	l.Select(z)
	ShowMenu(canvasOf(l), e.AbsolutePosition, l.OnMenu(z))
}

// menuHere opens the context menu of the chosen row below it.
func (l *List) menuHere() {
	if i := l.selected; i != nowhere && l.OnMenu != nil && i+1 < len(l.tops) {
		l.show(i)
		showMenuAt(canvasOf(l), placeOf(l).AddXY(listPad, l.tops[i+1]-l.scroll.off), l.OnMenu(i))
	}
}

const checkZone = 1 << 24

func (l *List) turn(i int) {
	if i < 0 || i >= l.Len() {
		return
	}
	if r := l.get(i); r.Checkable && l.OnCheck != nil {
		l.OnCheck(i, !r.Checked)
	}
}

// FocusGained chooses the first row when none is chosen.
func (l *List) FocusGained() {
	l.focused = true
	l.stand()
	if l.selected == nowhere {
		l.step(-1, 1)
	}
	l.Refresh()
}

// TypedKey walks, opens and checks.
func (l *List) TypedKey(e *fyne.KeyEvent) {
	if l.gone(e) {
		return
	}
	if menuKey(e) {
		l.menuHere()
		return
	}
	switch e.Name {
	case fyne.KeyUp:
		l.step(l.selected, -1)
	case fyne.KeyDown:
		l.step(l.selected, 1)
	case fyne.KeyHome:
		l.step(-1, 1)
	case fyne.KeyEnd:
		l.step(l.Len(), -1)
	case fyne.KeyPageDown, fyne.KeyPageUp:
		l.page(e.Name == fyne.KeyPageDown)
	case fyne.KeyReturn, fyne.KeyEnter:
		if l.selected >= 0 && l.OnOpen != nil {
			l.OnOpen(l.selected)
		}
	case fyne.KeySpace:
		used(e)
		l.turn(l.selected)
	case fyne.KeyDelete:
		if l.selected >= 0 && l.OnDelete != nil {
			l.OnDelete(l.selected)
		}
	default:
		passKey(l, e)
	}
}

// step goes to the next row that can be chosen.
func (l *List) step(from, by int) {
	for i := from + by; i >= 0 && i < l.Len(); i += by {
		if !l.get(i).Head {
			l.Select(i)
			return
		}
	}
}

func (l *List) page(down bool) {
	by, i := -1, l.selected
	if down {
		by = 1
	}
	goal := l.scroll.view
	for k := i + by; k >= 0 && k < l.Len(); k += by {
		i = k
		if goal -= l.tops[k+1] - l.tops[k]; goal <= 0 {
			break
		}
	}
	if i >= 0 && i < l.Len() {
		if l.get(i).Head {
			l.step(i, by)
			return
		}
		l.Select(i)
	}
}
