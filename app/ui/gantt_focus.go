package ui

import "fyne.io/fyne/v2"

// The toolkit takes the keyboard away when something is pressed that could not
// have it. The chart says that it could, so that a press on it leaves the keyboard
// with the table, to which its keys belong (arrows, Escape during a drag); as it
// is never enabled, Tab passes it over.

// FocusGained hands the keyboard to the table.
func (n *Gantt) FocusGained() { focus(n.grid) }

// FocusLost does nothing.
func (n *Gantt) FocusLost() {}

// TypedRune belongs to the table.
func (n *Gantt) TypedRune(r rune) { n.grid.TypedRune(r) }

// TypedKey belongs to the table.
func (n *Gantt) TypedKey(e *fyne.KeyEvent) { n.grid.TypedKey(e) }

// Disabled keeps Tab away.
func (n *Gantt) Disabled() bool { return true }

// Enable and Disable change nothing.
func (n *Gantt) Enable() {}

// Disable changes nothing.
func (n *Gantt) Disable() {}
