package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// KV is one row of a KeyValues: a label and its value.
type KV struct {
	Label, Text string
	Role        Role // of the value; Late marks a missed term
	Bold        bool
	Number      bool   // the value stands at the right edge
	Hint        string // shown muted when Text is empty and the row can be edited
	// Edit makes the field that stands in the row while it is edited; nil rows
	// are only read. The field keeps the value by its own OnCommit or OnSet, and
	// the caller then calls Set with fresh rows.
	Edit func() Editor
	// Open makes the value a link.
	Open func()
}

// KeyValues is a grid of labels and values that are edited in their place: a
// click, Enter or F2 turns a row into its field.
type KeyValues struct {
	keyed
	LabelWidth float32 // 130 units when 0
	rows       []KV
	cursor     int
	editing    int
	editor     Editor
	problem    string
}

const kvPad, kvGap, kvTop float32 = 16, 6, 9

// NewKeyValues makes the grid.
func NewKeyValues(rows ...KV) *KeyValues {
	k := &KeyValues{rows: rows, editing: nowhere, cursor: nowhere}
	k.ExtendBaseWidget(k)
	return k
}

// Set shows other rows; a row that is being edited stays open.
func (k *KeyValues) Set(rows ...KV) {
	k.rows = rows
	if k.editing >= len(rows) {
		k.editing, k.editor = nowhere, nil
	}
	k.cursor = min(k.cursor, len(rows)-1)
	k.Refresh()
}

// Rows are the rows that are shown.
func (k *KeyValues) Rows() []KV { return k.rows }

// CreateRenderer is called by the toolkit.
func (k *KeyValues) CreateRenderer() fyne.WidgetRenderer { return k.renderer(k, false) }

func (k *KeyValues) label() float32 {
	if k.LabelWidth > 0 {
		return k.LabelWidth
	}
	return 130
}

func (k *KeyValues) valueWidth(w float32) float32 { return w - 2*kvPad - k.label() - 12 }

// height of a row at the widget's width w.
func (k *KeyValues) height(i int, w float32) float32 {
	if i == k.editing {
		h := max(30, k.editor.MinSize().Height)
		if k.problem != "" {
			h += 16 * float32(len(small.wrap(k.problem, k.valueWidth(w), 3)))
		}
		return h
	}
	r := &k.rows[i]
	if r.Number {
		return 20
	}
	return 20 * float32(max(1, len(k.font(r).wrap(r.Text, k.valueWidth(w), 6))))
}

func (k *KeyValues) font(r *KV) font {
	if r.Bold {
		return bodyBold
	}
	return body
}

func (k *KeyValues) min() fyne.Size {
	w := k.Size().Width
	if w <= 0 {
		w = 300
	}
	h := 2*kvTop + kvGap
	for i := range k.rows {
		h += k.height(i, w) + kvGap
	}
	return fyne.NewSize(k.label()+120, h)
}

func (k *KeyValues) paint(p *pen) {
	w, y := p.size.Width, kvTop+kvGap/2
	for i := range k.rows {
		h := k.height(i, w)
		k.row(p, i, y, h)
		y += h + kvGap
	}
}

func (k *KeyValues) row(p *pen, i int, y, h float32) {
	c, r, w := Colors(), &k.rows[i], p.size.Width
	x, vw := kvPad+k.label()+12, k.valueWidth(w)
	can := r.Edit != nil || r.Open != nil
	if i != k.editing {
		p.hit(0, y-kvGap/2, w, h+kvGap, i)
		if k.focused && i == k.cursor {
			p.ring(x-6, y-3, vw+12, h+6, 5, c.Surface)
		} else if can && k.over(i) {
			p.rect(x-6, y-3, vw+12, h+6, 5, c.Soft)
		}
	}
	ink := c.Mute
	if r.Bold {
		ink = c.Ink
	}
	lh := float32(20)
	if i == k.editing {
		lh = 30
	}
	p.left(kvPad, y, k.label(), lh, r.Label, k.font(r), ink)
	if i == k.editing {
		k.field(p, x, y, vw)
		return
	}
	k.value(p, r, x, y, vw)
}

func (k *KeyValues) value(p *pen, r *KV, x, y, w float32) {
	c := Colors()
	ink, text := c.Color(r.Role), r.Text
	if r.Open != nil {
		ink = c.Accent
	}
	if text == "" {
		text, ink = r.Hint, c.Mute
	}
	if r.Number {
		p.right(x, y, w, 20, text, k.font(r), ink)
		return
	}
	for _, s := range k.font(r).wrap(text, w, 6) {
		p.left(x, y, w+1, 20, s, k.font(r), ink)
		y += 20
	}
}

func (k *KeyValues) field(p *pen, x, y, w float32) {
	h := max(30, k.editor.MinSize().Height)
	p.child(k.editor, x-8, y, w+16, h)
	y += h
	if k.problem == "" {
		return
	}
	for _, s := range small.wrap(k.problem, w, 3) {
		p.left(x, y, w, 16, s, small, Colors().Late)
		y += 16
	}
}

// Edit opens the field of a row; it tells whether the row can be edited.
func (k *KeyValues) Edit(i int) bool {
	if i < 0 || i >= len(k.rows) || k.rows[i].Edit == nil || i == k.editing {
		return false
	}
	k.cursor, k.editing, k.problem = i, i, ""
	k.editor = k.rows[i].Edit()
	k.listen(k.editor)
	k.relay()
	at := seat{canvasOf(k), placeOf(k).Add(k.editor.Position()), k.editor.Size()}
	k.editor.begin(at, "", func(e End) { k.ended(i, e) })
	return true
}

// listen shows the editor's refusals below it.
func (k *KeyValues) listen(e Editor) {
	hear := func(s string) { k.problem = s; k.relay() }
	if f := fieldOf(e); f != nil {
		f.OnProblem = hear
	} else if c, ok := e.(*Choice); ok {
		c.OnProblem = hear
	}
}

// fieldOf is the Field inside an editor, nil for a Choice.
func fieldOf(e any) *Field {
	if f, ok := e.(interface{ field() *Field }); ok {
		return f.field()
	}
	return nil
}

func (f *Field) field() *Field { return f }

// ended closes the field and goes where the reader wants.
func (k *KeyValues) ended(i int, e End) {
	if k.editing != i {
		return
	}
	k.editing, k.editor, k.problem = nowhere, nil, ""
	k.relay()
	switch e {
	case KeptAway:
	case KeptNext, KeptBack:
		by := 1
		if e == KeptBack {
			by = -1
		}
		focus(k)
		for n := i + by; n >= 0 && n < len(k.rows); n += by {
			if k.Edit(n) {
				return
			}
		}
	default:
		focus(k)
	}
}

// relay repaints and lets the parents give another height.
func (k *KeyValues) relay() {
	k.Refresh()
	if c := canvasOf(k); c != nil && c.Content() != nil {
		k.Resize(k.Size().Max(k.MinSize()))
	}
}

// Tapped edits the row under the pointer or follows its link.
func (k *KeyValues) Tapped(e *fyne.PointEvent) {
	if z := k.zoneAt(e.Position); z != nowhere {
		k.cursor = z
		k.activate()
	}
}

func (k *KeyValues) activate() {
	if k.cursor < 0 || k.cursor >= len(k.rows) {
		return
	}
	if r := &k.rows[k.cursor]; r.Open != nil {
		r.Open()
	} else if !k.Edit(k.cursor) {
		k.Refresh()
	}
}

// TypedKey walks the rows; Enter and F2 edit.
func (k *KeyValues) TypedKey(e *fyne.KeyEvent) {
	if k.gone(e) {
		return
	}
	switch e.Name {
	case fyne.KeyUp:
		k.walk(-1)
	case fyne.KeyDown:
		k.walk(1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyF2, fyne.KeySpace:
		used(e)
		k.activate()
	default:
		passKey(k, e)
	}
}

func (k *KeyValues) walk(by int) {
	for n := k.cursor + by; n >= 0 && n < len(k.rows); n += by {
		if k.rows[n].Edit != nil || k.rows[n].Open != nil {
			k.cursor = n
			k.Refresh()
			return
		}
	}
}

// FocusGained puts the cursor on the first row that can be used.
func (k *KeyValues) FocusGained() {
	k.focused = true
	k.stand()
	if k.cursor == nowhere {
		k.walk(1)
	}
	if k.cursor == nowhere {
		k.cursor = 0
	}
	k.Refresh()
}

// Cursor is a hand over links.
func (k *KeyValues) Cursor() desktop.Cursor {
	if k.zone >= 0 && k.zone < len(k.rows) && k.rows[k.zone].Open != nil {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}
