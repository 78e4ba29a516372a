package desk

import (
	"os"
	"os/signal"
	"syscall"

	"fyne.io/fyne/v2"
)

// OnTerminate runs f on the window's goroutine when the system asks the program
// to end (logout, kill), until stop is called. Without it nothing that is open
// would be kept.
func OnTerminate(f func()) (stop func()) {
	asked := make(chan os.Signal, 1)
	quit := make(chan struct{})
	signal.Notify(asked, syscall.SIGTERM, os.Interrupt)
	go func() {
		select {
		case <-asked:
			fyne.Do(f)
		case <-quit:
		}
	}()
	return func() {
		signal.Stop(asked)
		close(quit)
	}
}
