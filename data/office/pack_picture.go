package office

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	_ "image/png" // pictures of receipts

	"codeberg.org/go-pdf/fpdf"
	"golang.org/x/image/draw"

	"portfel/data"
	"portfel/data/report"
)

// Measures of a page with a picture. Print of receipts is read at 200 dots an
// inch; more would only make the file larger.
const (
	packEdge    = 34.0
	packHead    = 40.0
	packDots    = 200.0 / 72
	packPixels  = 64 // millions, of a picture that is taken
	packQuality = 85
)

// page is a picture on a page of its own with number and caption.
func (p PackPart) page(b []byte, o PackOptions) ([]byte, error) {
	img, err := p.picture(b)
	if err != nil {
		return nil, err
	}
	paper := A4
	if img.Bounds().Dx() > img.Bounds().Dy() {
		paper = paper.Across()
	}
	pen, err := newPen(paper, about{o.Title, o.Author, o.Made, o.Words})
	if err != nil {
		return nil, err
	}
	pen.page()
	left := packEdge
	if p.Number != "" {
		pen.text(left, packEdge+12, drawable(p.Number), 14, true, report.Ink)
		left += report.Width(p.Number, 14, true) + 10
	}
	pen.text(left, packEdge+12, report.Cut(drawable(p.Caption), paper.Width-packEdge-left, 10, false), 10, false, report.Mute)
	if err := pen.photo(img, paper); err != nil {
		return nil, err
	}
	var out bytes.Buffer
	err = pen.write(&out)
	return out.Bytes(), err
}

// photo draws a picture as large as fits below the head of a page, but not larger
// than its dots carry.
func (p *pen) photo(img image.Image, paper Paper) error {
	w, h := float64(img.Bounds().Dx()), float64(img.Bounds().Dy())
	wide, high := paper.Width-2*packEdge, paper.Height-2*packEdge-packHead+packEdge/2
	k := min(wide/w, high/h, 1)
	small := shrunk(img, k*packDots)
	var b bytes.Buffer
	if err := jpeg.Encode(&b, small, &jpeg.Options{Quality: packQuality}); err != nil {
		return fmt.Errorf("picture of a pack: %w", err)
	}
	p.f.RegisterImageOptionsReader("photo", fpdf.ImageOptions{ImageType: "JPG"}, &b)
	p.f.ImageOptions("photo", (paper.Width-w*k)/2, packEdge+packHead-packEdge/2, w*k, h*k, false, fpdf.ImageOptions{ImageType: "JPG"}, 0, "")
	return p.f.Error()
}

// shrunk is a picture scaled down on white ground; k of 1 and more leaves its
// size.
func shrunk(img image.Image, k float64) *image.RGBA {
	b := img.Bounds()
	k = min(k, 1)
	out := image.NewRGBA(image.Rect(0, 0, max(1, int(float64(b.Dx())*k)), max(1, int(float64(b.Dy())*k))))
	draw.Draw(out, out.Bounds(), image.NewUniform(color.White), image.Point{}, draw.Src)
	draw.ApproxBiLinear.Scale(out, out.Bounds(), img, b, draw.Over, nil)
	return out
}

// picture decodes a picture and turns it upright.
func (p PackPart) picture(b []byte) (image.Image, error) {
	damaged := data.Problem{Code: "pack.picture", Args: []string{p.Name}}
	size, _, err := image.DecodeConfig(bytes.NewReader(b))
	if err != nil || size.Width <= 0 || size.Height <= 0 {
		return nil, damaged
	}
	if int64(size.Width)*int64(size.Height) > packPixels*1_000_000 {
		return nil, data.Problem{Code: "pack.pixels", Args: []string{p.Name, fmt.Sprint(int64(size.Width) * int64(size.Height) / 1_000_000), fmt.Sprint(packPixels)}}
	}
	img, _, err := image.Decode(bytes.NewReader(b))
	if err != nil {
		return nil, damaged
	}
	return upright(img, orientation(b)), nil
}

// upright turns a picture as its EXIF orientation (1 to 8) says.
func upright(img image.Image, turn int) image.Image {
	b := img.Bounds()
	w, h := b.Dx(), b.Dy()
	if turn < 2 || turn > 8 {
		return img
	}
	// Turns work on what print needs, not on all dots of the camera.
	small := shrunk(img, 2400/float64(max(w, h)))
	w, h = small.Bounds().Dx(), small.Bounds().Dy()
	size := image.Rect(0, 0, w, h)
	if turn >= 5 {
		size = image.Rect(0, 0, h, w)
	}
	out := image.NewRGBA(size)
	for y := range size.Dy() {
		for x := range size.Dx() {
			sx, sy := source(turn, x, y, w, h)
			out.SetRGBA(x, y, small.RGBAAt(sx, sy))
		}
	}
	return out
}

// source is the dot of a picture of w x h that stands at x, y once it is turned.
func source(turn, x, y, w, h int) (int, int) {
	switch turn {
	case 2:
		return w - 1 - x, y
	case 3:
		return w - 1 - x, h - 1 - y
	case 4:
		return x, h - 1 - y
	case 5:
		return y, x
	case 6:
		return y, h - 1 - x
	case 7:
		return w - 1 - y, h - 1 - x
	case 8:
		return w - 1 - y, x
	}
	return x, y
}

// orientation reads how a camera was held out of a JPEG, 1 when it does not say
// (TIFF 6.0 tag 274 in the APP1 segment, EXIF 2.3).
func orientation(b []byte) int {
	if len(b) < 4 || b[0] != 0xFF || b[1] != 0xD8 {
		return 1
	}
	for at := 2; at+4 <= len(b) && b[at] == 0xFF; {
		size := int(binary.BigEndian.Uint16(b[at+2:]))
		if b[at+1] == 0xDA || size < 2 || at+2+size > len(b) {
			return 1
		}
		if body := b[at+4 : at+2+size]; b[at+1] == 0xE1 && bytes.HasPrefix(body, []byte("Exif\x00\x00")) {
			return exifTurn(body[6:])
		}
		at += 2 + size
	}
	return 1
}

// exifTurn looks for the orientation in the first directory.
func exifTurn(t []byte) int {
	if len(t) < 8 {
		return 1
	}
	var order binary.ByteOrder = binary.LittleEndian
	if t[0] == 'M' {
		order = binary.BigEndian
	}
	at := int(order.Uint32(t[4:]))
	if at < 8 || at+2 > len(t) {
		return 1
	}
	n := int(order.Uint16(t[at:]))
	for i := range n {
		e := at + 2 + i*12
		if e+12 > len(t) {
			return 1
		}
		if order.Uint16(t[e:]) == 274 {
			return int(order.Uint16(t[e+8:]))
		}
	}
	return 1
}
