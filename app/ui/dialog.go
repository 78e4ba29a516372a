package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Dialog asks for something or lets something be made. Reading never needs one.
type Dialog struct {
	Title   string
	Content fyne.CanvasObject
	About   string    // record that the form is about: its unfinished text comes back only there
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
	brought  bool              // unfinished text has been brought back
	scroll   *container.Scroll // around a content that is too high for the window
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
		s.offerAgain(OnForm(s.d.draft(), f))
	}
	c.FocusNext()
	return s
}

// offerAgain shows that unfinished text has been brought back, with a button that
// empties the form.
func (s *Sheet) offerAgain(again func()) {
	if again == nil {
		return
	}
	s.brought = true
	var b *Button
	b = NewButton(Ghost, say("again"), func() {
		s.brought = false
		s.d.Extra = slices.DeleteFunc(s.d.Extra, func(x *Button) bool { return x == b })
		again()
		s.over.Refresh()
		if s.over.canvas.Focused() == fyne.Focusable(b) {
			s.over.canvas.Unfocus()
			s.over.canvas.FocusNext()
		}
	})
	s.d.Extra = append(slices.Clone(s.d.Extra), b)
	s.over.Refresh()
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

// Cancel closes and calls OnCancel. The unfinished text of a form is kept.
func (s *Sheet) Cancel() {
	s.over.close()
	if f := formIn(s.d.Content); f != nil && OnFormLeft != nil {
		OnFormLeft(s.d.draft(), f)
	}
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
	if s.brought {
		x := 24 + head.width(s.d.Title) + 16
		p.right(x, 8, w-24-x, sheetHead-6, say("brought"), small, c.Mute)
	}
	s.content(p, w-48, h-sheetHead-12-s.foot())
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

// content paints the content, inside a scroll when the window is too low for it.
func (s *Sheet) content(p *pen, w, h float32) {
	s.d.Content.Resize(fyne.NewSize(w, s.d.Content.Size().Height))
	if s.d.Content.MinSize().Height <= h+1 {
		p.child(s.d.Content, 24, sheetHead, w, h)
		return
	}
	if s.scroll == nil {
		s.scroll = container.NewVScroll(Across(0, Flex(1, s.d.Content), Fixed(scrollRoom, Spacer())))
	}
	p.child(s.scroll, 24, sheetHead, w+scrollRoom, h)
}

// scrollRoom is the room of the scroll bar beside the fields.
const scrollRoom float32 = 16

// reveal scrolls to the field that has got the keyboard.
func (s *Sheet) reveal(o fyne.CanvasObject) {
	if s.scroll == nil || !slices.Contains(s.pen.objs, fyne.CanvasObject(s.scroll)) {
		return
	}
	y := placeOf(o).Y - placeOf(s.scroll).Y
	switch h := s.scroll.Size().Height; {
	case y < 0:
		s.scroll.ScrollToOffset(s.scroll.Offset.AddXY(0, y-8))
	case y+o.Size().Height > h:
		s.scroll.ScrollToOffset(s.scroll.Offset.AddXY(0, y+o.Size().Height-h+8))
	}
}

// Ask shows a question with one sentence and does the work on yes.
func Ask(c fyne.Canvas, title, sentence, yes string, danger bool, do func() error) *Sheet {
	return ShowDialog(c, Dialog{Title: title, Content: NewLabel(sentence), Confirm: yes, Danger: danger, OnConfirm: do, Width: 440})
}
