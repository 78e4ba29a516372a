package shot

import (
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"portfel/app"
	"portfel/data/command"
	"portfel/data/sqlite"
)

// Options say what to draw. Lang and Theme are those of the file when empty;
// Size is in pixels.
type Options struct {
	File, Screen, Out   string
	Width, Height       int
	Theme, Lang, Select string
	Now                 func() time.Time
}

// Draw opens the file only to read it, draws the screen and writes a PNG beside
// and renames it.
func Draw(o Options) error {
	f, err := sqlite.OpenReader(o.File, command.Options(o.Now))
	if err != nil {
		return err
	}
	defer f.Close()
	a := test.NewApp()
	defer a.Quit()
	win := test.NewWindow(nil)
	win.SetPadded(false)
	win.Resize(fyne.NewSize(float32(o.Width), float32(o.Height)))
	if err := app.Picture(win, f, app.View{Room: o.Screen, Theme: o.Theme, Lang: o.Lang, Select: o.Select}); err != nil {
		return err
	}
	return write(o.Out, win)
}

func write(path string, win fyne.Window) error {
	tmp, err := os.CreateTemp(filepath.Dir(path), ".shot-*")
	if err != nil {
		return fmt.Errorf("picture: %w", err)
	}
	defer os.Remove(tmp.Name())
	if err := png.Encode(tmp, win.Canvas().Capture()); err != nil {
		tmp.Close()
		return fmt.Errorf("picture: %w", err)
	}
	if err := tmp.Close(); err != nil {
		return fmt.Errorf("picture: %w", err)
	}
	return os.Rename(tmp.Name(), path)
}
