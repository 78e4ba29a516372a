package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// End says how an editing ended and where the reader wants to go.
type End int

// Kept by Enter, by Tab, by Shift+Tab, by the loss of focus; or dropped.
const (
	Kept End = iota
	KeptNext
	KeptBack
	KeptAway
	Dropped
)

// Editor is a field that can stand in the cell of a grid or a row of values.
type Editor interface {
	fyne.CanvasObject
	fyne.Focusable
	// begin takes the focus: typed replaces the text when it is not empty; done is
	// told how the editing ended.
	begin(s seat, typed string, done func(End))
	// trouble is the sentence of the last refusal, "" for none.
	trouble() string
}

// seat is where an editor sits. It has just been laid there, so the toolkit
// cannot yet say which canvas it is on.
type seat struct {
	canvas fyne.Canvas
	at     fyne.Position // on the canvas
	size   fyne.Size
}

// Field is a line of text. Enter and the loss of focus keep the text through
// OnCommit, Escape brings the last kept text back.
type Field struct {
	widget.Entry
	// OnCommit keeps a changed text; an error is shown and the text stays open.
	OnCommit func(text string) error
	// OnCancel is called after Escape.
	OnCancel func()
	// OnKey sees each key first and tells whether it has used it.
	OnKey func(*fyne.KeyEvent) bool
	// OnProblem hears of a refusal and of its end ("").
	OnProblem func(sentence string)
	// Height is the least height in units; 0 means 30.
	Height float32
	Width  float32 // least width; 0 means 120

	self    fyne.CanvasObject
	hint    string // the whole placeholder
	fitted  string // what of it fits into the width
	kept    string
	problem string
	done    func(End)
	closing bool
	focused bool
	ownTab  bool // OnKey has a use for Tab
}

// NewField makes a field that shows the text.
func NewField(text string) *Field {
	f := &Field{}
	f.extend(f, text)
	return f
}

// NewSecret makes a field for a pass phrase.
func NewSecret() *Field {
	f := NewField("")
	f.Password = true
	return f
}

func (f *Field) extend(self fyne.Widget, text string) {
	f.self, f.kept = self, text
	f.Text = text
	f.ExtendBaseWidget(self)
}

// Resize cuts the placeholder to the width; the toolkit would give it a scroll bar.
func (f *Field) Resize(s fyne.Size) {
	if f.PlaceHolder != f.fitted {
		f.hint = f.PlaceHolder
	}
	if fitted := body.cut(f.hint, s.Width-16); fitted != f.PlaceHolder && s.Width > 16 {
		f.fitted = fitted
		f.SetPlaceHolder(fitted)
	}
	f.Entry.Resize(s)
}

// SetValue shows a text as kept, without a call of OnCommit.
func (f *Field) SetValue(text string) {
	f.kept = text
	f.SetText(text)
	f.SetProblem("")
}

// Value is the text as it stands.
func (f *Field) Value() string { return f.Text }

// SetProblem marks the field as refused and says why; "" ends it.
func (f *Field) SetProblem(sentence string) {
	if f.problem == sentence {
		return
	}
	f.problem = sentence
	if f.OnProblem != nil {
		f.OnProblem(sentence)
	}
	f.Refresh()
}

// Problem is what SetProblem said last.
func (f *Field) Problem() string { return f.problem }

func (f *Field) trouble() string { return f.problem }

func (f *Field) begin(s seat, typed string, done func(End)) {
	f.done, f.closing = done, false
	s.canvas.Focus(f.self.(fyne.Focusable))
	if typed != "" {
		f.SetText(typed)
		f.CursorColumn = len([]rune(typed))
		f.Refresh()
		return
	}
	f.Entry.TypedShortcut(&fyne.ShortcutSelectAll{})
}

// Commit keeps the text now and tells whether it was accepted.
func (f *Field) Commit() bool {
	if f.Text == f.kept && f.problem == "" {
		return true
	}
	if f.OnCommit != nil {
		if err := f.OnCommit(f.Text); err != nil {
			f.SetProblem(sayError(err))
			return false
		}
	}
	f.kept = f.Text
	f.SetProblem("")
	return true
}

func (f *Field) end(e End) {
	if f.done == nil {
		return
	}
	done := f.done
	f.done, f.closing = nil, true
	done(e)
}

// AcceptsTab takes Tab only inside a cell, where it goes to the next cell, and
// where a list takes its row by it.
func (f *Field) AcceptsTab() bool { return f.done != nil || f.ownTab }

// TypedKey handles Enter, Escape and Tab; F-keys go to the window.
func (f *Field) TypedKey(e *fyne.KeyEvent) {
	spaceUsed = false
	if f.OnKey != nil && f.OnKey(e) {
		return
	}
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		if !f.Commit() {
			return
		}
		f.submitted()
		if f.done == nil {
			f.confirm(e)
		}
		f.end(Kept)
	case fyne.KeyEscape:
		f.giveUp()
	case fyne.KeyTab:
		if f.Commit() {
			f.end(tabEnd())
		}
	default:
		if !functionKey(e.Name) {
			f.Entry.TypedKey(e)
			return
		}
		passKey(f.self, e)
	}
}

// TypedRune types a letter; the space of a button that has brought the keyboard
// here is none.
func (f *Field) TypedRune(r rune) {
	if r == ' ' && spaceUsed {
		spaceUsed = false
		return
	}
	f.Entry.TypedRune(r)
}

// confirm lets Enter outside a cell do what the dialog asks, if there is one.
func (f *Field) confirm(e *fyne.KeyEvent) {
	if c := canvasOf(f.self); c != nil && c.Overlays().Top() != nil {
		passKey(f.self, e)
	}
}

func (f *Field) submitted() {
	if f.OnSubmitted != nil {
		f.OnSubmitted(f.Text)
	}
}

func tabEnd() End {
	if held(fyne.KeyModifierShift) {
		return KeptBack
	}
	return KeptNext
}

// giveUp brings the kept text back; when nothing was changed outside a cell,
// Escape belongs to the window or the dialog. In a form it always does.
func (f *Field) giveUp() {
	if f.inForm() {
		passKey(f.self, &fyne.KeyEvent{Name: fyne.KeyEscape})
		return
	}
	changed := f.Text != f.kept || f.problem != ""
	f.SetText(f.kept)
	f.SetProblem("")
	if f.OnCancel != nil {
		f.OnCancel()
	}
	if f.done != nil {
		f.end(Dropped)
	} else if !changed {
		passKey(f.self, &fyne.KeyEvent{Name: fyne.KeyEscape})
	}
}

// FocusGained selects the text, so that typing replaces it.
func (f *Field) FocusGained() {
	f.focused = true
	came(f.self)
	f.Entry.FocusGained()
	if !f.MultiLine && f.done == nil && f.Text != "" {
		f.Entry.TypedShortcut(&fyne.ShortcutSelectAll{})
	}
}

// FocusLost keeps the text.
func (f *Field) FocusLost() {
	f.focused = false
	f.Entry.FocusLost()
	if f.closing {
		f.closing = false
		return
	}
	if f.Commit() {
		f.end(KeptAway)
	}
}

// TypedShortcut sends Ctrl shortcuts of the program to the window; undo goes
// there too when the field has nothing of its own to undo.
func (f *Field) TypedShortcut(s fyne.Shortcut) {
	switch s.(type) {
	case *desktop.CustomShortcut:
		forward(f.self, s)
		return
	case *fyne.ShortcutUndo, *fyne.ShortcutRedo:
		if f.Text == f.kept {
			forward(f.self, s)
			return
		}
	}
	f.Entry.TypedShortcut(s)
}

// MinSize keeps the field one line high.
func (f *Field) MinSize() fyne.Size {
	h, w := f.Height, f.Width
	if h == 0 {
		h = 30
	}
	if w == 0 {
		w = 120
	}
	if f.MultiLine {
		return fyne.NewSize(w, max(h, f.Entry.MinSize().Height))
	}
	return fyne.NewSize(w, h)
}

func functionKey(n fyne.KeyName) bool {
	return len(n) >= 2 && n[0] == 'F' && n[1] >= '1' && n[1] <= '9'
}

// passKey gives a key that the widget does not use to the window or, inside a
// dialog, to the dialog.
func passKey(o fyne.CanvasObject, e *fyne.KeyEvent) {
	c := canvasOf(o)
	if c == nil {
		return
	}
	if TopKey(c, e) {
		return
	}
	if f := c.OnTypedKey(); f != nil {
		f(e)
	}
}

// TopKey gives a key to what lies over the window, a dialog; it tells whether
// there is something.
func TopKey(c fyne.Canvas, e *fyne.KeyEvent) bool {
	over, ok := c.Overlays().Top().(*overlay)
	if !ok {
		return false
	}
	if k, ok := over.content.(interface{ passedKey(*fyne.KeyEvent) }); ok {
		k.passedKey(e)
	}
	return true
}

// inForm tells whether the field stands in the form of a dialog: there Escape
// leaves the dialog, which keeps the text.
func (f *Field) inForm() bool {
	c := canvasOf(f.self)
	if f.done != nil || c == nil {
		return false
	}
	_, form := OpenForm(c)
	return form != nil
}

// Area is a text of several lines: Enter makes a line, Ctrl+Enter and the loss
// of focus keep it, Tab leaves it.
type Area struct{ Field }

// NewArea makes a text of several lines with the given visible height in lines.
func NewArea(text string, rows int) *Area {
	a := &Area{}
	a.MultiLine = true
	a.Wrapping = fyne.TextWrapWord
	a.SetMinRowsVisible(rows)
	a.extend(a, text)
	return a
}

// AcceptsTab is false: Tab goes on to the next field.
func (a *Area) AcceptsTab() bool { return a.done != nil }

// TypedKey leaves Enter to the text.
func (a *Area) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter {
		a.Entry.TypedKey(e)
		return
	}
	a.Field.TypedKey(e)
}

// TypedShortcut keeps the text on Ctrl+Enter.
func (a *Area) TypedShortcut(s fyne.Shortcut) {
	if k, ok := s.(*desktop.CustomShortcut); ok && k.Modifier == fyne.KeyModifierControl &&
		(k.KeyName == fyne.KeyReturn || k.KeyName == fyne.KeyEnter) {
		if a.Commit() {
			a.confirm(&fyne.KeyEvent{Name: fyne.KeyReturn})
			a.end(Kept)
		}
		return
	}
	a.Field.TypedShortcut(s)
}
