package desktest

import (
	"image/png"
	"os"
	"path/filepath"
	"testing"
	"time"

	"portfel/data/command"
	"portfel/data/sqlite"
	"portfel/data/text"
)

// Shoot draws the window into the folder of PORTFEL_SHOTS, else into a
// throw-away one, and fails when nothing is drawn on it.
func (d *Desk) Shoot(name string) {
	d.T.Helper()
	dir := os.Getenv("PORTFEL_SHOTS")
	if dir == "" {
		dir = d.T.TempDir()
	}
	img := d.Window.Canvas().Capture()
	f, err := os.Create(filepath.Join(dir, name+".png"))
	if err != nil {
		d.T.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, img); err != nil {
		d.T.Fatal(err)
	}
	b := img.Bounds()
	first := img.At(b.Min.X, b.Min.Y)
	for x := b.Min.X; x < b.Max.X; x += 7 {
		for y := b.Min.Y; y < b.Max.Y; y += 7 {
			if img.At(x, y) != first {
				return
			}
		}
	}
	d.T.Errorf("%s: nothing is drawn", name)
}

// Empty opens a new file with what every file has and no record of the user's.
func Empty(t *testing.T, lang text.Lang, dark bool) *Desk {
	t.Helper()
	f, err := sqlite.Create(filepath.Join(t.TempDir(), "empty.portfel"), command.Options(func() time.Time { return Now }))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	if _, err := f.Base(command.Seed{}); err != nil {
		t.Fatal(err)
	}
	return Over(t, f, lang, dark)
}
