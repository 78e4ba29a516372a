package calendar

import (
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"portfel/app/desk"
	"portfel/app/desk/desktest"
	"portfel/data"
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

// idOf is the item of a kind whose title holds the words.
func idOf(t *testing.T, s *Screen, kind data.AgendaKind, words string) string {
	t.Helper()
	for _, it := range s.items {
		if r, ok := s.row(it.ID); ok && r.Kind == kind && strings.Contains(r.Title, words) {
			return it.ID
		}
	}
	t.Fatalf("no %s %q in view", kind, words)
	return ""
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
		shoot(t, d, "calendar-month"+v.tag)
		s.setMode(byWeek)
		s.goTo(d.Today() + 7)
		shoot(t, d, "calendar-week"+v.tag)
		s.setMode(byList)
		shoot(t, d, "calendar-agenda"+v.tag)
		s.setMode(byMonth)
		s.goTo(data.NewDate(2026, 12, 2))
		s.choose(idOf(t, s, data.AgendaTrip, "Екатеринбург"))
		shoot(t, d, "calendar-december"+v.tag)
	}
}
