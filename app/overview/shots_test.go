package overview

import (
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2/test"

	"portfel/app/desk"
	"portfel/app/desk/desktest"
	"portfel/data/text"
)

// shoot draws the window into $PORTFEL_SHOTS, or into a temporary folder, and
// fails when nothing is drawn.
func shoot(t *testing.T, d *desktest.Desk, name string) {
	t.Helper()
	dir := os.Getenv("PORTFEL_SHOTS")
	if dir == "" {
		dir = t.TempDir()
	}
	img := d.Window.Canvas().Capture()
	f, err := os.Create(filepath.Join(dir, name+".png"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, img); err != nil {
		t.Fatal(err)
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
	t.Errorf("%s: nothing is drawn", name)
}

func TestShots(t *testing.T) {
	for _, v := range []struct {
		tag  string
		lang text.Lang
		dark bool
	}{{"", text.RU, false}, {"-dark", text.RU, true}, {"-en", text.EN, false}} {
		d := desktest.New(t, v.lang, v.dark)
		s := New(d, desk.Filter{})
		d.Show(s)
		shoot(t, d, "overview"+v.tag)
		d.Canvas().Focus(s.line.field)
		test.Type(s.line.field, "местная ср 14-17 Балтик-Тара согласование протокола")
		shoot(t, d, "overview-line"+v.tag)
	}
}

func TestShotOfAnEmptyFile(t *testing.T) {
	d := bare(t)
	d.Show(New(d, desk.Filter{}))
	shoot(t, d, "overview-empty")
}
