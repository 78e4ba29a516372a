package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Link is a text that opens a record or a place.
type Link struct {
	keyed
	Text     string
	Small    bool
	OnTapped func()
}

// NewLink makes a link.
func NewLink(text string, tapped func()) *Link {
	l := &Link{Text: text, OnTapped: tapped}
	l.ExtendBaseWidget(l)
	return l
}

// Set changes the text.
func (l *Link) Set(s string) { l.Text = s; l.Refresh() }

// CreateRenderer is called by the toolkit.
func (l *Link) CreateRenderer() fyne.WidgetRenderer { return l.renderer(l, true) }

func (l *Link) font() font {
	if l.Small {
		return small
	}
	return body
}

func (l *Link) min() fyne.Size { return fyne.NewSize(l.font().width(l.Text)+9, l.font().line()+4) }

func (l *Link) paint(p *pen) {
	c, f := Colors(), l.font()
	h := p.size.Height
	w := min(f.width(l.Text)+1, p.size.Width-8)
	if l.focused {
		p.ring(0, (h-f.line()-4)/2, w+8, f.line()+4, 4, c.Surface)
	}
	p.left(4, 0, w+2, h, l.Text, f, c.Accent)
	if l.in {
		p.rect(4, (h+f.line())/2-2, w, 1, 0, c.Accent)
	}
}

// Cursor is the hand.
func (l *Link) Cursor() desktop.Cursor { return desktop.PointerCursor }

// Tapped opens.
func (l *Link) Tapped(*fyne.PointEvent) {
	if l.OnTapped != nil {
		l.OnTapped()
	}
}

// TypedKey opens on Enter and Space.
func (l *Link) TypedKey(e *fyne.KeyEvent) {
	if l.gone(e) {
		return
	}
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		used(e)
		l.Tapped(nil)
	default:
		passKey(l, e)
	}
}

// Progress is a thin bar that is filled to a share of 0..1.
type Progress struct {
	own
	Share float32
	Role  Role // Plain paints the accent
}

// NewProgress makes a bar.
func NewProgress(share float32) *Progress {
	b := &Progress{Share: share}
	b.ExtendBaseWidget(b)
	return b
}

// Set changes the share.
func (b *Progress) Set(share float32) { b.Share = share; b.Refresh() }

// CreateRenderer is called by the toolkit.
func (b *Progress) CreateRenderer() fyne.WidgetRenderer { return b.renderer(b, false) }
func (b *Progress) min() fyne.Size                      { return fyne.NewSize(40, 6) }
func (b *Progress) paint(p *pen) {
	p.progress(0, (p.size.Height-6)/2, p.size.Width, b.Share, b.Role)
}

// progress paints a track of 6 units and its filled part.
func (p *pen) progress(x, y, w, share float32, r Role) {
	c := Colors()
	p.rect(x, y, w, 6, 3, c.Soft)
	fill := c.Accent
	if r != Plain {
		fill = c.Color(r)
	}
	if f := w * max(0, min(1, share)); f >= 1 {
		p.rect(x, y, max(f, 6), 6, 3, fill)
	}
}

// Step is one stage of a way that a record goes.
type Step struct {
	Label string
	Role  Role // Done behind, Late or Risk or Go now, Plain ahead
}

// Steps is the line of stages, as of a business trip.
type Steps struct {
	own
	Steps []Step
	Now   int // index of the present stage, bold
}

// NewSteps makes the line.
func NewSteps(now int, steps ...Step) *Steps {
	s := &Steps{Steps: steps, Now: now}
	s.ExtendBaseWidget(s)
	return s
}

// Set changes the stages.
func (s *Steps) Set(now int, steps ...Step) { s.Now, s.Steps = now, steps; s.Refresh() }

// CreateRenderer is called by the toolkit.
func (s *Steps) CreateRenderer() fyne.WidgetRenderer { return s.renderer(s, true) }
func (s *Steps) min() fyne.Size                      { return fyne.NewSize(200, 36) }

func (s *Steps) paint(p *pen) {
	c, h := Colors(), p.size.Height
	var sum float32
	for i := range s.Steps {
		sum += s.font(i).width(s.Steps[i].Label) + 17
	}
	gap := max(6, (p.size.Width-32-sum)/float32(max(1, len(s.Steps)-1)))
	x := float32(16)
	for i, st := range s.Steps {
		ink, dot := c.Color(st.Role), c.Color(st.Role)
		if st.Role == Plain {
			ink, dot = c.Mute, c.Mute
		}
		p.rect(x, (h-10)/2, 10, 10, 5, dot)
		f := s.font(i)
		w := f.width(st.Label) + 1
		p.raw(x+16, 0, w, h, st.Label, f, ink, fyne.TextAlignLeading)
		x += w + 16
		if i < len(s.Steps)-1 && gap > 20 {
			p.rect(x+10, h/2, gap-20, 1, 0, c.Line)
		}
		x += gap
	}
}

func (s *Steps) font(i int) font {
	if i == s.Now {
		return smallBold
	}
	return small
}

// Empty is what stands where nothing is yet: one sentence and the button that
// fills the place.
type Empty struct {
	own
	Text   string
	Button *Button // may be nil
}

// NewEmpty makes it.
func NewEmpty(text string, b *Button) *Empty {
	e := &Empty{Text: text, Button: b}
	e.ExtendBaseWidget(e)
	return e
}

// CreateRenderer is called by the toolkit.
func (e *Empty) CreateRenderer() fyne.WidgetRenderer { return e.renderer(e, false) }
func (e *Empty) min() fyne.Size                      { return fyne.NewSize(200, 120) }

func (e *Empty) paint(p *pen) {
	lines := body.wrap(e.Text, min(420, p.size.Width-32), 4)
	h := float32(len(lines)) * 20
	y := (p.size.Height - h - 50) * .42
	if e.Button == nil {
		y = (p.size.Height - h) * .42
	}
	y = max(y, 12)
	for i, l := range lines {
		p.raw(0, y+float32(i)*20, p.size.Width, 20, l, body, Colors().Mute, fyne.TextAlignCenter)
	}
	if e.Button != nil {
		m := e.Button.MinSize()
		p.child(e.Button, (p.size.Width-m.Width)/2, y+h+14, m.Width, m.Height)
	}
}

// Scale is a row of five small boxes: where a skill began, where it is, where it
// should be.
type Scale struct {
	own
	Label           string
	From, Now, Goal int // 0..5
	RightText       string
	RightRole       Role
}

// NewScale makes the row.
func NewScale(label string, from, now, goal int, right string) *Scale {
	s := &Scale{Label: label, From: from, Now: now, Goal: goal, RightText: right}
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer is called by the toolkit.
func (s *Scale) CreateRenderer() fyne.WidgetRenderer { return s.renderer(s, false) }
func (s *Scale) min() fyne.Size                      { return fyne.NewSize(160, 34) }

func (s *Scale) paint(p *pen) {
	c, w := Colors(), p.size.Width
	rw := small.width(s.RightText) + 1
	p.left(16, 6, w-44-rw, 16, s.Label, small, c.Ink)
	p.right(w-16-rw, 6, rw, 16, s.RightText, small, c.Color(orMuted(s.RightRole)))
	cell := (w - 32 - 12) / 5
	for i := range 5 {
		fill := c.Soft
		switch n := i + 1; {
		case n <= s.From && n <= s.Now:
			fill = c.Plan
		case n <= s.Now:
			fill = c.Done
		case n <= s.Goal:
			fill = c.AccentSoft
		}
		p.rect(16+float32(i)*(cell+3), 26, cell, 6, 2, fill)
	}
}
