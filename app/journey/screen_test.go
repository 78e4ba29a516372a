package journey

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// frame is what the display shows: rows of four bytes a pixel.
type frame struct {
	pix          []byte
	w, h, stride int
}

// look reads the frame buffer.
func look(t *testing.T) frame {
	t.Helper()
	b, err := os.ReadFile(picture)
	if err != nil {
		t.Fatal(err)
	}
	word := func(i int) int { return int(binary.BigEndian.Uint32(b[4*i:])) }
	start := word(0) + 12*word(19) // the header and the colour map
	return frame{pix: b[start:], w: word(4), h: word(5), stride: word(12)}
}

// same tells whether two frames show the same in a part of the display.
func (f frame) same(g frame, part image.Rectangle) bool {
	for y := part.Min.Y; y < part.Max.Y; y++ {
		from, to := y*f.stride+4*part.Min.X, y*f.stride+4*part.Max.X
		if !bytes.Equal(f.pix[from:to], g.pix[from:to]) {
			return false
		}
	}
	return true
}

func (f frame) all() image.Rectangle { return image.Rect(0, 0, f.w, f.h) }

// at is the colour of a place.
func (f frame) at(x, y int) color.RGBA {
	p := f.pix[y*f.stride+4*x:]
	return color.RGBA{p[2], p[1], p[0], 255}
}

// dark tells whether most of the display is darker than middle grey.
func (f frame) dark() bool {
	n := 0
	for y := 0; y < f.h; y += 7 {
		for x := 0; x < f.w; x += 7 {
			if c := f.at(x, y); int(c.R)+int(c.G)+int(c.B) < 384 {
				n++
			}
		}
	}
	return n > f.w*f.h/49/2
}

// settled waits until the picture stands still.
func settled(t *testing.T) frame {
	t.Helper()
	last, since := look(t), time.Now()
	for end := time.Now().Add(patience); time.Now().Before(end); {
		time.Sleep(20 * time.Millisecond)
		now := look(t)
		if !now.same(last, now.all()) {
			last, since = now, time.Now()
		} else if time.Since(since) > 120*time.Millisecond {
			return now
		}
	}
	t.Fatal("the picture does not come to rest")
	return last
}

// changed does something that must be seen, and waits until it is.
func changed(t *testing.T, what string, do func()) (before, after frame) {
	t.Helper()
	before = settled(t)
	do()
	until(t, what+" is seen", func() bool { now := look(t); return !now.same(before, now.all()) })
	return before, settled(t)
}

// until polls a condition up to the deadline.
func until(t *testing.T, what string, ok func() bool) {
	t.Helper()
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(30 * time.Millisecond) {
		if ok() {
			return
		}
	}
	t.Fatalf("not in time: %s", what)
}

// keep saves what the display shows, for the reader of a failed journey.
func keep(t *testing.T) {
	dir := os.Getenv("PORTFEL_JOURNEYS")
	if dir == "" {
		return
	}
	f := look(t)
	m := image.NewRGBA(f.all())
	for y := range f.h {
		for x := range f.w {
			m.SetRGBA(x, y, f.at(x, y))
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Log(err)
		return
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Log(err)
	}
	if err := os.WriteFile(filepath.Join(dir, t.Name()+".png"), b.Bytes(), 0o644); err != nil {
		t.Log(err)
	}
}
