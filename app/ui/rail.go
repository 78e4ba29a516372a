package ui

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
)

// RailItem is one place in the navigation. Count is shown in a badge when it is
// above zero.
type RailItem struct {
	ID    string
	Icon  Icon
	Label string
	Count int
	Tip   string
}

// Rail is the dark navigation at the left: brand, places, and at the bottom the
// settings and the line that says when the work was saved.
type Rail struct {
	keyed
	Brand         string
	Items, Bottom []RailItem
	Saved         string // muted last line, as «Сохранено · 24.11 09:42»
	Active        string // ID of the place that is shown
	OnSelect      func(id string)
	OnSaved       func() // tap on the last line; may be nil
	cursor        int    // item under the keyboard
}

// RailWidth is the width of the navigation.
const RailWidth float32 = 204

// RailNarrow is its width in a narrow window: icons and badges, the words as tips.
const RailNarrow float32 = 60

const railRow, railTop float32 = 38, 58

// railRoom is the width of a window from which the words are shown.
const railRoom float32 = 1200

// BesideRail lays the navigation at the left of the rest of the window, with
// words or, in a narrow window, with icons alone.
func BesideRail(r *Rail, rest fyne.CanvasObject) *fyne.Container {
	return container.New(railLayout{}, r, rest)
}

type railLayout struct{}

func (railLayout) Layout(objs []fyne.CanvasObject, s fyne.Size) {
	w := RailWidth
	if s.Width < railRoom {
		w = RailNarrow
	}
	place(objs[0], 0, 0, w, s.Height)
	place(objs[1], w, 0, s.Width-w, s.Height)
}

func (railLayout) MinSize(objs []fyne.CanvasObject) fyne.Size {
	a, b := objs[0].MinSize(), objs[1].MinSize()
	return fyne.NewSize(RailNarrow+b.Width, max(a.Height, b.Height))
}

// NewRail makes the navigation.
func NewRail(brand string, items, bottom []RailItem, selected func(id string)) *Rail {
	r := &Rail{Brand: brand, Items: items, Bottom: bottom, OnSelect: selected}
	r.ExtendBaseWidget(r)
	return r
}

// SetActive marks the place that is shown, without a call of OnSelect.
func (r *Rail) SetActive(id string) {
	r.Active = id
	for i := range r.count() {
		if r.item(i).ID == id {
			r.cursor = i
		}
	}
	r.Refresh()
}

// SetCount sets the badge of a place.
func (r *Rail) SetCount(id string, n int) {
	for i := range r.count() {
		if it := r.item(i); it.ID == id {
			it.Count = n
		}
	}
	r.Refresh()
}

// SetSaved changes the last line.
func (r *Rail) SetSaved(s string) { r.Saved = s; r.Refresh() }

func (r *Rail) count() int { return len(r.Items) + len(r.Bottom) }

func (r *Rail) item(i int) *RailItem {
	if i < len(r.Items) {
		return &r.Items[i]
	}
	return &r.Bottom[i-len(r.Items)]
}

// CreateRenderer is called by the toolkit.
func (r *Rail) CreateRenderer() fyne.WidgetRenderer { return r.renderer(r, true) }

func (r *Rail) min() fyne.Size {
	return fyne.NewSize(RailNarrow, railTop+float32(r.count())*railRow+40)
}

const savedZone = 1000

// narrow tells whether only icons are shown.
func (r *Rail) narrow() bool { return r.Size().Width < RailWidth }

func (r *Rail) paint(p *pen) {
	c := Colors()
	w, h := p.size.Width, p.size.Height
	p.rect(0, 0, w, h, 0, c.Nav)
	if !r.narrow() {
		p.left(20, 17, w-40, 26, r.Brand, head, c.NavBright)
	}
	for i := range r.Items {
		r.row(p, i, railTop+float32(i)*railRow)
	}
	y := h - 48 - float32(len(r.Bottom))*railRow
	for i := range r.Bottom {
		r.row(p, len(r.Items)+i, y+float32(i)*railRow)
	}
	if r.narrow() {
		return
	}
	ink := mix(c.NavInk, c.Nav, .72)
	if r.over(savedZone) && r.OnSaved != nil {
		ink = c.NavInk
	}
	p.left(20, h-43, w-36, 26, r.Saved, small, ink)
	p.hit(10, h-43, w-20, 26, savedZone)
}

func (r *Rail) row(p *pen, i int, y float32) {
	c, it := Colors(), r.item(i)
	w := p.size.Width
	ink, back := c.NavInk, c.Nav
	switch {
	case it.ID == r.Active:
		ink, back = c.NavBright, c.NavOn
	case r.over(i):
		back = c.NavHover
	}
	if r.focused && i == r.cursor {
		p.rect(8, y-1, w-16, 38, 7, c.NavInk)
		p.rect(10, y+1, w-20, 34, 5, c.Nav)
	}
	p.rect(10, y, w-20, 36, 6, back)
	p.hit(10, y-1, w-20, 38, i)
	if r.narrow() {
		r.sign(p, it, y, ink)
		return
	}
	p.icon(20, y+10, 16, it.Icon, ink)
	room := w - 46 - 20
	if it.Count > 0 {
		n := strconv.Itoa(it.Count)
		bw := max(smallBold.width(n)+14, 21)
		p.rect(w-14-bw, y+8, bw, 20, 10, c.NavBadge)
		p.raw(w-14-bw, y+8, bw, 20, n, smallBold, rgb(0xFFFFFF), fyne.TextAlignCenter)
		room = w - 46 - 14 - bw - 4
	}
	p.left(46, y, room, 36, it.Label, body, ink)
}

// sign paints a place as its icon with the count at the icon's shoulder.
func (r *Rail) sign(p *pen, it *RailItem, y float32, ink nrgba) {
	w := p.size.Width
	p.icon((w-18)/2, y+9, 18, it.Icon, ink)
	if it.Count <= 0 {
		return
	}
	n := strconv.Itoa(it.Count)
	bw := max(smallBold.width(n)+8, 16)
	p.rect(w/2+4, y+1, bw, 16, 8, Colors().NavBadge)
	p.raw(w/2+4, y+1, bw, 16, n, smallBold, rgb(0xFFFFFF), fyne.TextAlignCenter)
}

// MouseMoved shows the tip of a place.
func (r *Rail) MouseMoved(e *desktop.MouseEvent) {
	r.keyed.MouseMoved(e)
	if z := r.zone; z >= 0 && z < r.count() {
		tip := r.item(z).Tip
		if r.narrow() {
			tip = r.item(z).Label
		}
		r.tip.plan(r, tip, placeOf(r).AddXY(r.Size().Width-30, e.Position.Y-14))
		return
	}
	r.tip.hide()
}

// Tapped opens the place under the pointer.
func (r *Rail) Tapped(e *fyne.PointEvent) {
	switch z := r.zoneAt(e.Position); {
	case z == savedZone && r.OnSaved != nil:
		r.OnSaved()
	case z >= 0 && z < r.count():
		r.choose(z)
	}
}

func (r *Rail) choose(i int) {
	r.cursor = i
	r.Active = r.item(i).ID
	r.Refresh()
	if r.OnSelect != nil {
		r.OnSelect(r.Active)
	}
}

// TypedKey walks the places by arrows and opens one by Enter or Space.
func (r *Rail) TypedKey(e *fyne.KeyEvent) {
	if r.gone(e) {
		return
	}
	n := r.count()
	if n == 0 {
		return
	}
	switch e.Name {
	case fyne.KeyUp:
		r.cursor = (r.cursor + n - 1) % n
	case fyne.KeyDown:
		r.cursor = (r.cursor + 1) % n
	case fyne.KeyHome:
		r.cursor = 0
	case fyne.KeyEnd:
		r.cursor = n - 1
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		used(e)
		r.choose(r.cursor)
	default:
		passKey(r, e)
		return
	}
	r.Refresh()
}
