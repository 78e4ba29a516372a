package ui

import "fyne.io/fyne/v2"

// spaceUsed tells that a widget has answered the Space key and its letter is
// still to come. The toolkit gives the letter to whatever has the keyboard then:
// after a button that opens a dialog, to the first field.
var spaceUsed bool

// used is called by what answers Enter or Space.
func used(e *fyne.KeyEvent) { spaceUsed = e.Name == fyne.KeySpace }
