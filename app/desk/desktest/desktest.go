// Package desktest is a desk for the tests of screens: a real data file in a
// temporary folder, a real window of the toolkit's test driver, and a record of
// what a screen asked the program for. It fakes nothing of the program's own.
package desktest

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"portfel/app/desk"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
	"portfel/data/sample"
	"portfel/data/sqlite"
	"portfel/data/text"
)

// Now is the moment at which the sample file stands: 24.11.2026 09:42 in Moscow.
var Now = time.Date(2026, 11, 24, 6, 42, 0, 0, time.UTC)

// Desk is the desk of a test.
type Desk struct {
	*desk.Core
	T      *testing.T
	Window fyne.Window
	Opened []data.Ref  // what Open was asked for
	Said   []string    // what Say told
	Failed []error     // what Fail told
	Asked  []Question  // what Ask asked; tests call an answer's Do
	Path   string      // what OpenFile and SaveFile answer; empty = the user gives up
	Deeds  []desk.Deed // what Perform was asked for
	Embeds map[string]func(desk.Desk, desk.Filter) desk.Screen
}

// Question is one call of Ask.
type Question struct {
	Title, Sentence string
	Answers         []desk.Answer
}

// New opens a fresh copy of the sample file in the language and theme.
func New(t *testing.T, lang text.Lang, dark bool) *Desk {
	t.Helper()
	path := filepath.Join(t.TempDir(), "test.portfel")
	f, err := sqlite.Create(path, command.Options(func() time.Time { return Now }))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	if err := sample.Fill(f); err != nil {
		t.Fatal(err)
	}
	return Over(t, f, lang, dark)
}

// Over makes a desk over an open file.
func Over(t *testing.T, f *sqlite.File, lang text.Lang, dark bool) *Desk {
	t.Helper()
	test.NewTempApp(t)
	d := &Desk{Core: desk.NewCore(f, lang), T: t, Embeds: map[string]func(desk.Desk, desk.Filter) desk.Screen{}}
	ui.SetWords(d.Words())
	ui.Apply(dark)
	return d
}

// Show puts a screen into a 1440 x 900 window (its place beside the rail is
// 1244 x 844) and tells it of changes from now on.
func (d *Desk) Show(s desk.Screen) {
	d.T.Helper()
	d.Window = test.NewTempWindow(d.T, s.Content())
	d.Window.SetPadded(false)
	d.Window.Resize(fyne.NewSize(1244, 844))
	d.Hold(s).Show()
	s.Reload()
}

// Undo takes the last step back.
func (d *Desk) Undo() { d.step(false) }

// Redo does the undone step again.
func (d *Desk) Redo() { d.step(true) }

func (d *Desk) step(redo bool) {
	said, err := d.Step(redo)
	if err != nil {
		d.Fail(err)
		return
	}
	d.Said = append(d.Said, said)
}

// Open remembers what was asked for.
func (d *Desk) Open(r data.Ref) { d.Opened = append(d.Opened, r) }

// Embed makes a screen that the test has put into Embeds, or an empty one.
func (d *Desk) Embed(name string, f desk.Filter) desk.Screen {
	if make := d.Embeds[name]; make != nil {
		return make(d, f)
	}
	return Blank{ui.NewNote("")}
}

// Blank is a screen with nothing on it.
type Blank struct{ fyne.CanvasObject }

// Content is the empty note.
func (b Blank) Content() fyne.CanvasObject { return b.CanvasObject }

// Kinds is nothing.
func (Blank) Kinds() []data.Kind { return nil }

// Reload does nothing.
func (Blank) Reload() {}

// Perform remembers the deed.
func (d *Desk) Perform(x desk.Deed) { d.Deeds = append(d.Deeds, x) }

// Ask remembers the question.
func (d *Desk) Ask(title, sentence string, answers ...desk.Answer) {
	d.Asked = append(d.Asked, Question{title, sentence, answers})
}

// Say remembers the line.
func (d *Desk) Say(sentence, action string, do func()) { d.Said = append(d.Said, sentence) }

// Fail remembers the error.
func (d *Desk) Fail(err error) { d.Failed = append(d.Failed, err) }

// Work runs the job at once.
func (d *Desk) Work(title string, job func(context.Context, func(float64)) error, done func(error)) {
	done(job(context.Background(), func(float64) {}))
}

// Canvas is the test window's.
func (d *Desk) Canvas() fyne.Canvas { return d.Window.Canvas() }

// OpenFile answers with Path.
func (d *Desk) OpenFile(_ []string, do func(string)) { d.answer(do) }

// SaveFile answers with Path.
func (d *Desk) SaveFile(_ string, do func(string)) { d.answer(do) }

func (d *Desk) answer(do func(string)) {
	if d.Path != "" {
		do(d.Path)
	}
}

var _ desk.Desk = (*Desk)(nil)
