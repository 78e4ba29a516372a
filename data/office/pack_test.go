package office

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"os"
	"regexp"
	"strings"
	"testing"

	"portfel/data"
	"portfel/data/report"
	"portfel/data/text"
)

// pageObjects counts the page objects of a PDF whose objects are plain.
func pageObjects(b []byte) int { return len(regexp.MustCompile(`/Type\s*/Page\b`).FindAll(b, -1)) }

func loaded(b []byte) func() ([]byte, error) {
	return func() ([]byte, error) { return b, nil }
}

func packed(t *testing.T, o PackOptions, parts ...PackPart) ([]byte, error) {
	t.Helper()
	o.Words = text.For(text.RU)
	var out bytes.Buffer
	err := WritePack(&out, parts, o)
	return out.Bytes(), err
}

func simplePDF(t *testing.T, pages int) []byte {
	t.Helper()
	doc := report.Document{Title: "Счёт гостиницы"}
	for i := range pages {
		if i > 0 {
			doc.Blocks = append(doc.Blocks, report.PageBreak{})
		}
		doc.Blocks = append(doc.Blocks, report.Paragraph{Text: "страница счёта"})
	}
	var b bytes.Buffer
	if err := WritePDF(&b, doc, text.For(text.RU)); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// photo is red at the left and blue at the right.
func photo(w, h int) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			c := color.RGBA{200, 0, 0, 255}
			if x >= w/2 {
				c = color.RGBA{0, 0, 200, 255}
			}
			img.SetRGBA(x, y, c)
		}
	}
	return img
}

func jpegOf(t *testing.T, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func pngOf(t *testing.T, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// A report of 2 pages, a bill of 3, a photo and a drawing are 7 pages.
func TestAPackHoldsEveryPaper(t *testing.T) {
	var heard []string
	o := PackOptions{Title: "Пакет", Made: data.Moment{Day: data.NewDate(2026, 12, 8), Min: 600, Zone: "Europe/Moscow"}, Progress: func(done, all int, name string) bool {
		if all != 4 {
			t.Errorf("%d of %d", done, all)
		}
		heard = append(heard, name)
		return true
	}}
	b, err := packed(t, o, PackPart{Name: "отчёт", Load: loaded(simplePDF(t, 2))}, PackPart{Name: "счёт.pdf", Number: "2", Load: loaded(simplePDF(t, 3))},
		PackPart{Name: "чек.jpg", Number: "3", Caption: "Такси", Picture: true, Load: loaded(jpegOf(t, photo(900, 1600)))},
		PackPart{Name: "талон.png", Number: "4.1", Caption: "Посадочный талон", Picture: true, Load: loaded(pngOf(t, photo(1600, 900)))})
	if err != nil {
		t.Fatal(err)
	}
	if dir := os.Getenv("PORTFEL_LOOK"); dir != "" {
		os.WriteFile(dir+"/pack-office.pdf", b, 0o644)
	}
	if n := pageObjects(b); n != 7 {
		t.Errorf("%d pages", n)
	}
	if strings.Join(heard, " ") != "отчёт счёт.pdf чек.jpg талон.png " {
		t.Errorf("heard %q", heard)
	}
	// 08.12.2026 10:00 in Moscow is 07:00 UTC: no clock of the machine in the file.
	for _, d := range regexp.MustCompile(`Date\s*\(D:[^)]*`).FindAll(b, -1) {
		if !bytes.Contains(d, []byte("(D:20261208070000")) {
			t.Errorf("the file says %s", d)
		}
	}
}

func TestAPackNamesWhatItCannotTake(t *testing.T) {
	good := PackPart{Name: "отчёт", Load: loaded(simplePDF(t, 1))}
	whole := jpegOf(t, photo(400, 300))
	for _, c := range []struct {
		code string
		part PackPart
	}{
		{"pack.picture", PackPart{Name: "плохой", Picture: true, Load: loaded(whole[:len(whole)/2])}},
		{"pack.picture", PackPart{Name: "плохой", Picture: true, Load: loaded([]byte("не картинка"))}},
		{"pack.pdf", PackPart{Name: "плохой", Load: loaded([]byte("%PDF-1.4\nобрыв"))}},
		{"pack.pdf", PackPart{Name: "плохой", Number: "1", Load: loaded(simplePDF(t, 1)[:900])}},
		{"pack.large", PackPart{Name: "плохой", Picture: true, Load: loaded(make([]byte, 60<<20))}},
		{"pack.pixels", PackPart{Name: "плохой", Picture: true, Load: loaded(hugePNG(t))}},
	} {
		b, err := packed(t, PackOptions{}, good, c.part)
		var p data.Problem
		if !errors.As(err, &p) || p.Code != c.code || p.Args[0] != "плохой" || len(b) != 0 {
			t.Errorf("%s: %v, %d bytes written", c.code, err, len(b))
		}
		if s := text.For(text.RU).Error(err); !strings.HasPrefix(s, "плохой: ") {
			t.Errorf("%s says %q", c.code, s)
		}
	}
}

// hugePNG claims 20 000 x 20 000 dots in a head that is right.
func hugePNG(t *testing.T) []byte {
	b := pngOf(t, photo(2, 2))
	binary.BigEndian.PutUint32(b[16:], 20000)
	binary.BigEndian.PutUint32(b[20:], 20000)
	binary.BigEndian.PutUint32(b[29:], crc32.ChecksumIEEE(b[12:29]))
	return b
}

func TestAPackCanBeStopped(t *testing.T) {
	o := PackOptions{Progress: func(done, all int, name string) bool { return done < 1 }}
	if b, err := packed(t, o, PackPart{Name: "а", Load: loaded(simplePDF(t, 1))}, PackPart{Name: "б", Load: loaded(simplePDF(t, 1))}); !errors.Is(err, ErrStopped) || len(b) > 0 {
		t.Errorf("%v, %d bytes", err, len(b))
	}
}

// The orientations of EXIF 2.3: which corner of the stored picture stands in the
// upper left corner of the seen one. The picture is red at the left, blue at the
// right; turned by 6 its left side is the top.
func TestPicturesAreTurnedAsTheCameraSays(t *testing.T) {
	for turn, want := range map[int]string{1: "red red", 2: "blue blue", 3: "blue blue", 4: "red red", 5: "red blue", 6: "red blue", 7: "blue red", 8: "blue red"} {
		b := withTurn(jpegOf(t, photo(120, 80)), turn)
		img, err := PackPart{Name: "x"}.picture(b)
		if err != nil {
			t.Fatal(err)
		}
		r := img.Bounds()
		got := hue(img, r.Min.X+4, r.Min.Y+4) + " " + hue(img, r.Min.X+4, r.Max.Y-5)
		if got != want {
			t.Errorf("turn %d: upper and lower left are %s, want %s", turn, got, want)
		}
		if wide := r.Dx() > r.Dy(); wide != (turn < 5) {
			t.Errorf("turn %d: %v", turn, r)
		}
	}
}

func hue(img image.Image, x, y int) string {
	r, _, b, _ := img.At(x, y).RGBA()
	if r > b {
		return "red"
	}
	return "blue"
}

// withTurn puts an APP1 segment with tag 274 behind the start of a JPEG.
func withTurn(b []byte, turn int) []byte {
	exif := []byte("Exif\x00\x00II*\x00\x08\x00\x00\x00\x01\x00\x12\x01\x03\x00\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00")
	exif[6+8+2+8] = byte(turn)
	head := []byte{0xFF, 0xE1, 0, byte(len(exif) + 2)}
	return append(append(append([]byte{0xFF, 0xD8}, head...), exif...), b[2:]...)
}

func FuzzOrientation(f *testing.F) {
	var b bytes.Buffer
	jpeg.Encode(&b, photo(8, 8), nil)
	f.Add(b.Bytes())
	f.Add(withTurn(b.Bytes(), 6))
	f.Add([]byte("\xff\xd8\xff\xe1\x00\x10Exif\x00\x00MM\x00*\xff\xff\xff\xff"))
	f.Fuzz(func(t *testing.T, b []byte) { orientation(b) })
}
