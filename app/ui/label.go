package ui

import "fyne.io/fyne/v2"

// Label is a text that wraps at its width. It is plain, muted and small, or a
// heading; it cannot be edited.
type Label struct {
	own
	Text string
	Role Role
	f    font
	Max  int // most lines, 0 = any number; 1 never wraps
	w    float32
	rows []string
}

// NewLabel makes a plain text.
func NewLabel(s string) *Label { return newLabel(s, Plain, body, 0) }

// NewNote makes a small muted text.
func NewNote(s string) *Label { return newLabel(s, Muted, small, 0) }

// NewStrong makes a text in bold, as the name of a part.
func NewStrong(s string) *Label { return newLabel(s, Plain, bodyBold, 0) }

// NewHead makes the name of a record.
func NewHead(s string) *Label { return newLabel(s, Plain, head, 2) }

func newLabel(s string, r Role, f font, most int) *Label {
	l := &Label{Text: s, Role: r, f: f, Max: most}
	l.ExtendBaseWidget(l)
	return l
}

// Set changes the text.
func (l *Label) Set(s string) { l.Text, l.w = s, 0; l.Refresh() }

// SetRole changes the colour.
func (l *Label) SetRole(r Role) { l.Role = r; l.Refresh() }

// CreateRenderer is called by the toolkit.
func (l *Label) CreateRenderer() fyne.WidgetRenderer { return l.renderer(l, false) }

func (l *Label) min() fyne.Size {
	w := l.Size().Width
	if w <= 0 {
		w = min(l.f.width(l.Text)+2, 400)
	}
	return fyne.NewSize(20, float32(max(1, len(l.lines(w))))*l.f.line())
}

func (l *Label) lines(w float32) []string {
	if l.w != w {
		l.w = w
		l.rows = l.f.wrap(l.Text, w, l.Max)
	}
	return l.rows
}

// Resize wraps again; a parent that depends on the height is laid out anew.
func (l *Label) Resize(s fyne.Size) {
	old := len(l.rows)
	l.own.Resize(s)
	if len(l.lines(s.Width)) != old {
		l.Refresh()
	}
}

func (l *Label) paint(p *pen) {
	h := l.f.line()
	lines := l.lines(p.size.Width)
	y := float32(0)
	if l.Max == 1 || len(lines) == 1 {
		y = max(0, (p.size.Height-h)/2)
	}
	for i, s := range lines {
		p.raw(0, y+float32(i)*h, p.size.Width, h, s, l.f, Colors().Color(l.Role), fyne.TextAlignLeading)
	}
}
