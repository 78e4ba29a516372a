package shot

import (
	"bytes"
	"fmt"
	"image/png"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"portfel/app"
	"portfel/data"
	"portfel/data/command"
	"portfel/data/sqlite"
)

// Options say what to draw. Lang and Theme are those of the file when empty;
// Width and Height are in pixels; Select is a record that the screen shows, none
// = what it shows by itself.
type Options struct {
	File, Screen  string
	Width, Height int
	Theme, Lang   string
	Select        data.Ref
	Now           func() time.Time
}

// Draw opens the file only to read it, draws the screen, and gives the picture as
// the bytes of a PNG.
func Draw(o Options) ([]byte, error) {
	f, err := sqlite.OpenReader(o.File, command.Options(o.Now))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	a := test.NewApp()
	defer a.Quit()
	win := test.NewWindow(nil)
	win.SetPadded(false)
	win.Resize(fyne.NewSize(float32(o.Width), float32(o.Height)))
	if err := app.Picture(win, f, app.View{Room: o.Screen, Theme: o.Theme, Lang: o.Lang, Select: o.Select}); err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := png.Encode(&b, win.Canvas().Capture()); err != nil {
		return nil, fmt.Errorf("picture: %w", err)
	}
	return b.Bytes(), nil
}
