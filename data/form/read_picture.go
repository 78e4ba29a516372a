package form

import (
	"bytes"
	"image"
	_ "image/jpeg" // for the size of a picture
	_ "image/png"
	"strconv"
)

// MaxPixels bounds a picture that is drawn, in millions.
const MaxPixels = 24

// maxImages bounds the bytes of all pictures.
const maxImages = 24 << 20

// drawing reads a drawing: a picture in the text, or something that is lost.
func (t *texting) drawing(n *node, run Run) {
	if boxes := boxesIn(n); len(boxes) > 0 {
		t.lost[LostShape] = true
		t.texts = append(t.texts, boxes...)
		return
	}
	blip, inline := seek(n, "a:blip"), n.kid("wp:inline")
	if blip == nil {
		if seek(n, "c:chart") != nil || seek(n, "dgm:relIds") != nil {
			t.lost[LostChart] = true
		} else {
			t.lost[LostShape] = true
		}
		return
	}
	size := inline.kid("wp:extent")
	img := t.image(blip.attr("r:embed"))
	w, h := emu(size.attr("cx")), emu(size.attr("cy"))
	if img == nil || w <= 0 || h <= 0 {
		t.lost[LostPicture] = true
		return
	}
	sized := *img
	sized.Width, sized.Height = w, h
	run.Image = &sized
	t.say(run, RunImage, "")
}

// oldDrawing keeps the text of a VML box; the drawing itself is lost.
func (t *texting) oldDrawing(n *node) {
	if seek(n, "v:imagedata") != nil {
		t.lost[LostPicture] = true
		return
	}
	t.lost[LostShape] = true
	t.texts = append(t.texts, boxesIn(n)...)
}

// boxesIn are the contents of text boxes below an element.
func boxesIn(n *node) (all []*node) {
	for _, k := range n.kids {
		switch k.name {
		case "w:txbxContent":
			all = append(all, k)
		case "mc:Fallback":
		default:
			all = append(all, boxesIn(k)...)
		}
	}
	return all
}

// seek is the first element of a name below another.
func seek(n *node, name string) *node {
	for _, k := range n.kids {
		if k.name == name {
			return k
		}
		if f := seek(k, name); f != nil {
			return f
		}
	}
	return nil
}

// image reads the picture of a relation, nil when it is none that we draw.
func (t *texting) image(id string) *Image {
	name := t.rels[id].target
	if img, ok := t.images[name]; ok {
		return img
	}
	t.images[name] = nil
	b, err := t.pack.bytes(name)
	if err != nil || len(b) == 0 {
		return nil
	}
	total := len(b)
	for _, i := range t.images {
		if i != nil {
			total += len(i.Bytes)
		}
	}
	c, kind, err := image.DecodeConfig(bytes.NewReader(b))
	if err != nil || total > maxImages || kind != "png" && kind != "jpeg" || int64(c.Width)*int64(c.Height) > MaxPixels*1_000_000 {
		return nil
	}
	t.images[name] = &Image{Name: name, Bytes: b, JPEG: kind == "jpeg"}
	return t.images[name]
}

// emu are English metric units, 12,700 to a point.
func emu(s string) float64 {
	n, _ := strconv.ParseFloat(s, 64)
	return min(max(bounded(n/12_700), 0), 2000)
}
