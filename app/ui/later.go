package ui

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// later runs f on the window's thread after a while, unless stop is called
// before. It is the only place of the package that starts a goroutine. A driver
// without a desktop (tests, pictures) has no window's thread, so there f never
// runs.
func later(after time.Duration, f func()) (stop func()) {
	if _, ok := fyne.CurrentApp().Driver().(desktop.Driver); !ok {
		return func() {}
	}
	quit := make(chan struct{})
	go func() {
		t := time.NewTimer(after)
		defer t.Stop()
		select {
		case <-quit:
		case <-t.C:
			fyne.Do(func() {
				select {
				case <-quit:
				default:
					f()
				}
			})
		}
	}()
	done := false
	return func() {
		if !done {
			done = true
			close(quit)
		}
	}
}
