package desk

import (
	"errors"
	"sync/atomic"

	"fyne.io/fyne/v2"

	"portfel/data"
	"portfel/data/command"
	"portfel/data/sqlite"
	"portfel/data/text"
)

// Core is the half of a desk that needs no window: the file, the words, and
// telling screens of changes. The window and the tests build their desks on it.
type Core struct {
	File  *sqlite.File
	words *text.Words
	held  []*Held
	aside atomic.Bool // a command runs aside: what it changed is told in the window
	// After is called after each committed step, when the visible screen has
	// been redrawn.
	After func(data.Changed)
}

// NewCore joins a file and a language and listens to the file.
func NewCore(f *sqlite.File, lang text.Lang) *Core {
	c := &Core{File: f, words: text.For(lang)}
	f.OnChange(c.changed)
	return c
}

// Held is a screen that the core tells of changes.
type Held struct {
	Screen  Screen
	visible bool
	stale   bool
}

// Hold starts telling a screen; it is hidden until Show.
func (c *Core) Hold(s Screen) *Held {
	h := &Held{Screen: s}
	c.held = append(c.held, h)
	return h
}

// Drop stops telling a screen.
func (c *Core) Drop(h *Held) {
	for i, x := range c.held {
		if x == h {
			c.held = append(c.held[:i], c.held[i+1:]...)
			return
		}
	}
}

// Show marks the screen visible and reloads it if something changed meanwhile.
func (h *Held) Show() {
	h.visible = true
	if h.stale {
		h.stale = false
		h.Screen.Reload()
	}
}

// Hide marks the screen hidden.
func (h *Held) Hide() { h.visible = false }

// StaleAll makes every screen read again: a new day, another language.
func (c *Core) StaleAll() {
	for _, h := range c.held {
		h.stale = true
		if h.visible {
			h.Show()
		}
	}
}

func (c *Core) changed(ch data.Changed) {
	if c.aside.Load() {
		fyne.Do(func() { c.tell(ch) })
		return
	}
	c.tell(ch)
}

// tell makes the screens that show what has changed read again.
func (c *Core) tell(ch data.Changed) {
	for _, h := range append([]*Held{}, c.held...) {
		if !ch.Has(h.Screen.Kinds()...) {
			continue
		}
		h.stale = true
		if h.visible {
			h.Show()
		}
	}
	if c.After != nil {
		c.After(ch)
	}
}

// Read gives a reader of the committed state.
func (c *Core) Read() *sqlite.Reader { return c.File.Read() }

// Do runs a command. The answers to the first questions are no step to take
// back: the file would be without an owner.
func (c *Core) Do(cmd sqlite.Command) error {
	run := c.File.Do
	if _, first := cmd.(command.SetUp); first {
		run = c.File.Base
	}
	_, err := run(cmd)
	return err
}

// Step is Undo or Redo of the file, and the sentence that tells what it did.
// Nothing to do is said, not an error.
func (c *Core) Step(redo bool) (string, error) {
	run := c.File.Undo
	if redo {
		run = c.File.Redo
	}
	ch, err := run()
	if errors.Is(err, sqlite.ErrNothing) {
		if redo {
			return c.words.T("step.nothing.redo"), nil
		}
		return c.words.T("step.nothing.undo"), nil
	}
	if err != nil {
		return "", err
	}
	if redo { // the step may have changed the language
		return c.words.Redone(ch.Label, ch.Subject), nil
	}
	return c.words.Undone(ch.Label, ch.Subject), nil
}

// Words is the catalogue of the language now shown.
func (c *Core) Words() *text.Words { return c.words }

// SetLang changes the language; the window makes its screens anew.
func (c *Core) SetLang(l text.Lang) { c.words = text.For(l) }

// Today is the day on the owner's clock.
func (c *Core) Today() data.Date { return c.File.Read().Today() }
