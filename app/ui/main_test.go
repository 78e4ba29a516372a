package ui

import (
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"portfel/data"
	"portfel/data/text"
)

// window shows content in a window of the given size, in Russian and light.
func window(t testing.TB, content fyne.CanvasObject, w, h float32) fyne.Window {
	t.Helper()
	test.NewTempApp(t)
	SetWords(text.For(text.RU))
	Apply(false)
	win := test.NewTempWindow(t, content)
	win.SetPadded(false)
	win.Resize(fyne.NewSize(w, h))
	return win
}

// shoot draws the window to a file of the shots folder.
func shoot(t testing.TB, w fyne.Window, name string) {
	t.Helper()
	dir := os.Getenv("PORTFEL_SHOTS")
	if dir == "" {
		dir = t.TempDir()
	}
	f, err := os.Create(filepath.Join(dir, name+".png"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, w.Canvas().Capture()); err != nil {
		t.Fatal(err)
	}
}

// press types a key into what has the focus.
func press(t testing.TB, w fyne.Window, keys ...fyne.KeyName) {
	t.Helper()
	for _, k := range keys {
		f := w.Canvas().Focused()
		if f == nil {
			t.Fatalf("%s: nothing has the focus", k)
		}
		f.TypedKey(&fyne.KeyEvent{Name: k})
	}
}

// typeIn types letters into what has the focus.
func typeIn(w fyne.Window, s string) {
	for _, r := range s {
		w.Canvas().Focused().TypedRune(r)
	}
}

func day(s string) data.Date {
	d, err := data.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// dragged is what a widget of a mouse-driven drag implements.
type dragged interface {
	fyne.CanvasObject
	fyne.Draggable
	desktop.Mouseable
}

// dragOver presses at a place of the canvas and drags as the real driver does:
// a press first, then positions of the pointer.
func dragOver(o dragged, at fyne.Position, dx, dy float32) {
	at = at.Subtract(placeOf(o))
	to := at.AddXY(dx, dy)
	o.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}, Button: desktop.MouseButtonPrimary})
	o.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: to}, Dragged: fyne.NewDelta(dx, dy)})
	o.MouseUp(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: to}, Button: desktop.MouseButtonPrimary})
	o.DragEnd()
}
