package ui

import (
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// The toolkit forgets after a minute on which canvas an object stands, unless the
// object was refreshed meanwhile; what is painted again and again without being
// refreshed is forgotten too. A refresh of a forgotten object is lost, and since
// nothing is painted then, nothing brings it back: the window looks dead while it
// works. So our own widgets fall back on the window's canvas, and a slow pulse
// paints twice, which makes the toolkit remember all that is seen: the objects
// that the first of the two frames throws out come back with the second.

// home is the canvas of the window; nil in tests and pictures.
var home fyne.Canvas

// repaint asks for a frame with an object, also when the toolkit has forgotten
// where the object stands.
func repaint(o fyne.CanvasObject) {
	if home != nil && fyne.CurrentApp().Driver().CanvasForObject(o) == nil {
		home.Refresh(o)
		return
	}
	canvas.Refresh(o)
}

// The pulse: a little more than the ten seconds for which the toolkit puts its
// clearing off, and the distance of the two frames.
const (
	pulse     = 10200 * time.Millisecond
	afterbeat = 200 * time.Millisecond
)

// KeepPainted makes a canvas the one that repaints fall back on, and keeps it
// alive until stop is called.
func KeepPainted(c fyne.Canvas) (stop func()) {
	home = c
	probe := canvas.NewRectangle(color.Transparent) // of no picture: it only asks for a frame
	cancel, over := func() {}, false
	var beat func(second bool)
	beat = func(second bool) {
		if over {
			return
		}
		c.Refresh(probe)
		if second {
			cancel = later(pulse, func() { beat(false) })
		} else {
			cancel = later(afterbeat, func() { beat(true) })
		}
	}
	cancel = later(pulse, func() { beat(false) })
	return func() {
		over = true
		cancel()
		if home == c {
			home = nil
		}
	}
}
