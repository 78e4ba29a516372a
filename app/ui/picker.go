package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"portfel/data"
)

// picker is the list that a choice opens: a filter and the options that match.
type picker struct {
	own
	filter   *Field
	all      []Option
	found    []Option
	folded   []string
	create   bool
	cursor   int
	off      float32
	chosen   string
	onPick   func(Option, End)
	onCreate func(string, End)
	onClose  func()
	onSearch func() // the rows have changed, and with them the height
}

const (
	pickRow  float32 = 30
	pickHead float32 = 42
	pickMost         = 10 // rows at once
)

func newPicker(options []Option, chosen string, create bool) *picker {
	k := &picker{all: options, create: create, chosen: chosen, filter: NewField("")}
	for _, o := range options {
		k.folded = append(k.folded, data.Fold(o.Label+" "+o.Note))
	}
	k.filter.PlaceHolder = say("choice.filter")
	k.filter.OnKey, k.filter.ownTab = k.key, true
	k.filter.OnChanged = k.search
	k.ExtendBaseWidget(k)
	k.search("")
	k.cursor = max(0, slices.IndexFunc(k.found, func(o Option) bool { return o.ID == chosen }))
	k.show()
	return k
}

// width is that of the widest row, so that it stays while the rows change.
func (k *picker) width(least float32) float32 {
	w := max(least, 240)
	for i, o := range k.all {
		if i < 300 {
			w = max(w, body.width(o.Label)+small.width(o.Note)+64)
		}
	}
	return min(w, 520)
}

// height is that of the rows that are found; one line says that there are none.
func (k *picker) height() float32 {
	return pickHead + float32(min(max(k.count(), 1), pickMost))*pickRow + 6
}

// search lists the options that contain each typed word, those that begin with
// the text first.
func (k *picker) search(s string) {
	typed := strings.Fields(data.Fold(s))
	k.found, k.cursor, k.off = k.found[:0], 0, 0
	var rest []Option
	for i, o := range k.all {
		if !hasAll(k.folded[i], typed) {
			continue
		}
		if len(typed) > 0 && !strings.HasPrefix(k.folded[i], typed[0]) {
			rest = append(rest, o)
			continue
		}
		k.found = append(k.found, o)
	}
	k.found = append(k.found, rest...)
	if k.onSearch != nil {
		k.onSearch()
	}
	k.Refresh()
}

func hasAll(s string, words []string) bool {
	for _, w := range words {
		if !strings.Contains(s, w) {
			return false
		}
	}
	return true
}

// offers tells whether a row to create the typed text stands at the end.
func (k *picker) offers() bool {
	t := strings.TrimSpace(k.filter.Text)
	return k.create && t != "" && !slices.ContainsFunc(k.all, func(o Option) bool { return data.Fold(o.Label) == data.Fold(t) })
}

func (k *picker) count() int {
	if k.offers() {
		return len(k.found) + 1
	}
	return len(k.found)
}

// CreateRenderer is called by the toolkit.
func (k *picker) CreateRenderer() fyne.WidgetRenderer { return k.renderer(k, true) }
func (k *picker) min() fyne.Size                      { return fyne.NewSize(200, pickHead+pickRow) }

func (k *picker) paint(p *pen) {
	c := Colors()
	w := p.size.Width
	if k.count() == 0 {
		p.text(12, pickHead, w-24, pickRow, say("choice.none"), body, c.Mute, fyne.TextAlignLeading)
	}
	for i := int(k.off / pickRow); i < k.count(); i++ {
		y := pickHead + float32(i)*pickRow - k.off
		if y > p.size.Height {
			break
		}
		k.row(p, i, y)
	}
	p.rect(0, 0, w, pickHead, 8, c.Surface)
	p.rect(0, pickHead-1, w, 1, 0, c.Soft)
	p.child(k.filter, 6, 6, w-12, 30)
}

func (k *picker) row(p *pen, i int, y float32) {
	c, w := Colors(), p.size.Width
	if i == k.cursor {
		p.rect(4, y, w-8, pickRow, 5, c.AccentSoft)
	}
	p.hit(0, max(y, pickHead), w, pickRow, i)
	if i == len(k.found) {
		p.icon(12, y+7, 16, IconAdd, c.Accent)
		p.left(34, y, w-44, pickRow, sayS("choice.create", strings.TrimSpace(k.filter.Text)), body, c.Accent)
		return
	}
	o := k.found[i]
	if o.ID == k.chosen && o.ID != "" {
		p.icon(12, y+7, 16, IconCheck, c.Accent)
	}
	lw := min(body.width(o.Label)+1, w-50)
	p.left(34, y, lw, pickRow, o.Label, body, c.Ink)
	if room := w - 46 - lw - 12; room > 24 {
		p.right(34+lw+12, y, room, pickRow, o.Note, small, c.Mute)
	}
}

// take chooses a row; end says by which key.
func (k *picker) take(i int, end End) {
	switch {
	case i < 0 || i >= k.count():
	case i == len(k.found):
		k.onCreate(strings.TrimSpace(k.filter.Text), end)
	default:
		k.onPick(k.found[i], end)
	}
}

func (k *picker) key(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyDown:
		k.move(1)
	case fyne.KeyUp:
		k.move(-1)
	case fyne.KeyPageDown:
		k.move(pickMost - 1)
	case fyne.KeyPageUp:
		k.move(1 - pickMost)
	case fyne.KeyReturn, fyne.KeyEnter:
		k.take(k.cursor, Kept)
	case fyne.KeyTab:
		k.take(k.cursor, tabEnd())
	case fyne.KeyEscape:
		k.onClose()
	default:
		return false
	}
	return true
}

func (k *picker) move(by int) {
	k.cursor = max(0, min(k.cursor+by, k.count()-1))
	k.show()
	k.Refresh()
}

// show scrolls so that the cursor is seen.
func (k *picker) show() {
	room := k.Size().Height - pickHead
	if room <= 0 {
		room = pickMost * pickRow
	}
	y := float32(k.cursor) * pickRow
	k.off = max(min(k.off, y), y+pickRow-room)
	k.off = max(0, k.off)
}

// Tapped takes the row under the pointer.
func (k *picker) Tapped(e *fyne.PointEvent) { k.take(k.zoneAt(e.Position), Kept) }

// MouseMoved marks the row under the pointer.
func (k *picker) MouseMoved(e *desktop.MouseEvent) {
	if z := k.moved(e); z != nowhere && z != k.cursor {
		k.cursor = z
		k.Refresh()
	}
}

// Scrolled scrolls the rows.
func (k *picker) Scrolled(e *fyne.ScrollEvent) {
	most := max(0, float32(k.count())*pickRow-(k.Size().Height-pickHead))
	k.off = max(0, min(most, k.off-e.Scrolled.DY))
	k.Refresh()
}
