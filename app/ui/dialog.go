package ui

import (
	"fyne.io/fyne/v2"
)

// Dialog asks for something or lets something be made. Reading never needs one.
type Dialog struct {
	Title   string
	Content fyne.CanvasObject
	Width   float32   // 480 when 0
	Confirm string    // label of the primary button; "" = ui.ok
	Cancel  string    // label of the other one; "" = ui.cancel
	Danger  bool      // the primary button loses something
	Extra   []*Button // further buttons at the left
	// OnConfirm does the work; an error is shown and the dialog stays open.
	OnConfirm func() error
	OnCancel  func()
	NoButtons bool // the content has its own
}

// Sheet is a dialog that is shown.
type Sheet struct {
	own
	d        Dialog
	over     *overlay
	problem  string
	ok, quit *Button
}

const sheetHead, sheetFoot float32 = 52, 58

// ShowDialog shows a dialog in the middle of the window. Escape closes it, Enter
// in a field confirms, Tab stays inside.
func ShowDialog(c fyne.Canvas, d Dialog) *Sheet {
	s := &Sheet{d: d}
	if s.d.Width == 0 {
		s.d.Width = 480
	}
	s.ok = NewButton(Primary, orSay(d.Confirm, "ok"), s.confirm)
	if d.Danger {
		s.ok.Kind = Danger
	}
	s.quit = NewButton(Secondary, orSay(d.Cancel, "cancel"), s.Cancel)
	s.ExtendBaseWidget(s)
	s.over = showOverlay(c, s, true, func(room fyne.Size) (fyne.Position, fyne.Size) {
		size := s.wish(room)
		return fyne.NewPos(whole((room.Width-size.Width)/2), whole(max(16, (room.Height-size.Height)*.4))), size
	})
	if f := formIn(d.Content); f != nil && OnForm != nil {
		OnForm(d.Title, f)
	}
	c.FocusNext()
	return s
}

func orSay(s, key string) string {
	if s != "" {
		return s
	}
	return say(key)
}

// wish is the size of the sheet in a window.
func (s *Sheet) wish(room fyne.Size) fyne.Size {
	w := min(s.d.Width, room.Width-32)
	s.d.Content.Resize(fyne.NewSize(w-48, s.d.Content.Size().Height))
	h := s.d.Content.MinSize().Height + sheetHead + 12 + s.foot()
	return fyne.NewSize(w, min(h, room.Height-32))
}

func (s *Sheet) foot() float32 {
	if s.d.NoButtons {
		return 12
	}
	return sheetFoot + s.problemHeight()
}

func (s *Sheet) problemHeight() float32 {
	if s.problem == "" {
		return 0
	}
	return 8 + 16*float32(len(small.wrap(s.problem, s.d.Width-48, 4)))
}

// SetProblem shows a sentence in red above the buttons; "" takes it away.
func (s *Sheet) SetProblem(sentence string) {
	s.problem = sentence
	s.over.Refresh()
}

// Relay gives the sheet another height after its content has grown.
func (s *Sheet) Relay() { s.over.Refresh() }

// Close takes the dialog away without a call.
func (s *Sheet) Close() { s.over.close() }

// Cancel closes and calls OnCancel.
func (s *Sheet) Cancel() {
	s.over.close()
	if s.d.OnCancel != nil {
		s.d.OnCancel()
	}
}

// Confirm does what the primary button does.
func (s *Sheet) Confirm() { s.confirm() }

func (s *Sheet) confirm() {
	if f := fieldOf(s.over.canvas.Focused()); f != nil && !f.Commit() {
		return
	}
	if s.d.OnConfirm != nil {
		if err := s.d.OnConfirm(); err != nil {
			s.SetProblem(sayError(err))
			return
		}
	}
	s.over.close()
}

// Tapped gives the focus back that a tap on the bare sheet has taken.
func (s *Sheet) Tapped(*fyne.PointEvent) { s.over.keepFocus() }

// passedKey gets Enter and Escape from the fields inside.
func (s *Sheet) passedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyEscape:
		s.Cancel()
	case fyne.KeyReturn, fyne.KeyEnter:
		s.confirm()
	}
}

// CreateRenderer is called by the toolkit.
func (s *Sheet) CreateRenderer() fyne.WidgetRenderer { return s.renderer(s, true) }
func (s *Sheet) min() fyne.Size                      { return fyne.NewSize(200, 100) }

func (s *Sheet) paint(p *pen) {
	c := Colors()
	w, h := p.size.Width, p.size.Height
	p.left(24, 6, w-48, sheetHead-6, s.d.Title, head, c.Ink)
	p.child(s.d.Content, 24, sheetHead, w-48, h-sheetHead-12-s.foot())
	if s.d.NoButtons {
		return
	}
	y := h - sheetFoot
	if s.problem != "" {
		py := y - s.problemHeight() + 4
		for _, l := range small.wrap(s.problem, w-48, 4) {
			p.left(24, py, w-48, 16, l, small, c.Late)
			py += 16
		}
	}
	p.rect(0, y, w, 1, 0, c.Soft)
	x := float32(24)
	for _, b := range s.d.Extra {
		m := b.MinSize()
		p.child(b, x, y+12, m.Width, m.Height)
		x += m.Width + 8
	}
	m, q := s.ok.MinSize(), s.quit.MinSize()
	p.child(s.quit, w-24-m.Width-10-q.Width, y+12, q.Width, q.Height)
	p.child(s.ok, w-24-m.Width, y+12, m.Width, m.Height)
}

// Ask shows a question with one sentence and does the work on yes.
func Ask(c fyne.Canvas, title, sentence, yes string, danger bool, do func() error) *Sheet {
	return ShowDialog(c, Dialog{Title: title, Content: NewLabel(sentence), Confirm: yes, Danger: danger, OnConfirm: do, Width: 440})
}
