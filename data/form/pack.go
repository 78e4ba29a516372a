package form

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"path"
	"strconv"
	"strings"

	"portfel/data"
)

// Limits of a file. What lies beyond them is refused before the memory for it
// is taken.
const (
	MaxFile  = 20 << 20 // bytes of a DOCX
	maxPart  = 12 << 20 // bytes of one part, unpacked
	maxParts = 4_000    // files inside
)

// pack is the container of a DOCX.
type pack struct {
	zip   *zip.Reader
	parts map[string]*zip.File // by path without a leading slash
	main  string               // the part of the text
	rels  map[string]rel       // of the main part, by id
}

// rel is a relation of a part to another.
type rel struct{ kind, target string }

// openPack looks at the container: what kind of file it is and where its text
// stands.
func openPack(b []byte) (*pack, error) {
	switch {
	case len(b) > MaxFile:
		return nil, data.Problem{Code: "form.large", Args: []string{strconv.Itoa(MaxFile >> 20)}}
	case bytes.HasPrefix(b, []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")):
		return nil, data.Problem{Code: "form.old"}
	case !bytes.HasPrefix(b, []byte("PK")):
		return nil, data.Problem{Code: "form.notDocx"}
	}
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil || len(z.File) > maxParts {
		return nil, damaged("zip")
	}
	p := &pack{zip: z, parts: map[string]*zip.File{}}
	for _, f := range z.File {
		if err := p.add(f); err != nil {
			return nil, err
		}
	}
	if p.parts["mimetype"] != nil && p.parts["content.xml"] != nil {
		return nil, data.Problem{Code: "form.odt"}
	}
	return p, p.find()
}

// add takes a file whose name stays inside, once.
func (p *pack) add(f *zip.File) error {
	name := strings.TrimPrefix(f.Name, "/")
	if strings.ContainsAny(name, "\\\x00") || path.Clean("/"+name) != "/"+strings.TrimSuffix(name, "/") || p.parts[name] != nil || f.Flags&1 != 0 {
		return damaged(f.Name)
	}
	p.parts[name] = f
	return nil
}

// find asks the container for its main part and what kind that is.
func (p *pack) find() error {
	types, err := p.xml("[Content_Types].xml")
	if err != nil {
		return err
	}
	roots, err := p.relations("")
	if err != nil {
		return err
	}
	for _, r := range roots {
		if r.kind == "officeDocument" {
			p.main = r.target
		}
	}
	if types == nil || p.parts[p.main] == nil {
		return data.Problem{Code: "form.notDocx"}
	}
	for _, k := range types.element().kids {
		if k.name == "ct:Override" && k.attr("PartName") == "/"+p.main && !strings.HasSuffix(k.attr("ContentType"), "wordprocessingml.document.main+xml") {
			return data.Problem{Code: "form.kind"}
		}
	}
	p.rels, err = p.relations(p.main)
	return err
}

// relations are those of a part, or of the package for "". A target outside the
// package or above it is left out.
func (p *pack) relations(part string) (map[string]rel, error) {
	dir, file := path.Split(part)
	root, err := p.xml(dir + "_rels/" + file + ".rels")
	if err != nil || root == nil {
		return nil, err
	}
	all := map[string]rel{}
	for _, k := range root.element().kids {
		target := k.attr("Target")
		if k.name != "rel:Relationship" || k.attr("TargetMode") == "External" || target == "" {
			continue
		}
		if !strings.HasPrefix(target, "/") {
			target = dir + target
		}
		target = strings.TrimPrefix(path.Clean(target), "/")
		if strings.HasPrefix(target, "..") {
			return nil, damaged(k.attr("Target"))
		}
		all[k.attr("Id")] = rel{path.Base(k.attr("Type")), target}
	}
	return all, nil
}

// bytes unpacks a part, nil when there is none.
func (p *pack) bytes(name string) ([]byte, error) {
	f := p.parts[name]
	if f == nil {
		return nil, nil
	}
	if f.UncompressedSize64 > maxPart {
		return nil, damaged(name)
	}
	r, err := f.Open()
	if err != nil {
		return nil, damaged(name)
	}
	defer r.Close()
	b, err := io.ReadAll(io.LimitReader(r, maxPart+1))
	if err != nil || len(b) > maxPart {
		return nil, damaged(name)
	}
	return b, nil
}

// xml is the tree of a part, nil when there is no such part.
func (p *pack) xml(name string) (*node, error) {
	b, err := p.bytes(name)
	if err != nil || b == nil {
		return nil, err
	}
	root, err := parse(b)
	if errors.Is(err, errXML) {
		return nil, damaged(name)
	}
	return root, err
}

// repack writes the container with other bytes for some parts. The others are
// copied as they are compressed.
func (p *pack) repack(changed map[string][]byte) ([]byte, error) {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range p.zip.File {
		b, ok := changed[strings.TrimPrefix(f.Name, "/")]
		var err error
		if ok {
			err = pour(w, f, b)
		} else {
			err = w.Copy(f)
		}
		if err != nil {
			return nil, damaged(f.Name)
		}
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// pour writes a changed part under the name and the time of the old one.
func pour(w *zip.Writer, f *zip.File, b []byte) error {
	h := &zip.FileHeader{Name: f.Name, Method: zip.Deflate, Modified: f.Modified, ModifiedDate: f.ModifiedDate, ModifiedTime: f.ModifiedTime, ExternalAttrs: f.ExternalAttrs, CreatorVersion: f.CreatorVersion}
	part, err := w.CreateHeader(h)
	if err != nil {
		return err
	}
	_, err = part.Write(b)
	return err
}

func damaged(what string) error { return data.Problem{Code: "form.damaged", Args: []string{what}} }
