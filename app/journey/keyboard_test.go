package journey

import "testing"

// What was typed into a form is not lost by Escape: the form brings it back.
func TestEscapeKeepsTheTextOfAForm(t *testing.T) {
	p := withSample(t)
	p.room("Клиенты")
	changed(t, "the form", func() { p.press("ctrl+n") })
	p.write("Незаконченный")
	changed(t, "the room without the form", func() { p.press("Escape") })
	changed(t, "the form with its text", func() { p.press("ctrl+n") })
	changed(t, "the new client", func() { p.press("Return") })
	p.finds("Незаконченный", "search", p.file, "незаконченный")
}

// After a state is changed by the keyboard, the keyboard is still in the card: the
// next press changes the state again.
func TestTheKeyboardStaysAtTheStateButtons(t *testing.T) {
	p := withSample(t)
	p.room("Проекты")
	p.press("Down", "Down")
	changed(t, "the card", func() { p.press("Return") })
	p.press("shift+Tab", "shift+Tab")
	changed(t, "the first state", func() { p.press("Return") })
	changed(t, "the second state", func() { p.press("Return") })
	changed(t, "the first state again", func() { p.press("ctrl+z") })
	changed(t, "the old state again", func() { p.press("ctrl+z") })
}
