package pack

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"hash/crc32"
	"io"

	"portfel/data"
)

// trailer is the archive's comment up to the sum.
func trailer(version int) string { return fmt.Sprintf("%s %d sha256:", format, version) }

const sumDigits = 2 * sha256.Size

// Write is the package's bytes. Its records and files may stand in any order. The
// error is one of a file's Read, of progress, or a Problem "vplan.large".
func Write(p Package, progress Progress) ([]byte, error) {
	p = p.sorted()
	records, err := EncodeRecords(p.Records)
	if err != nil {
		return nil, err
	}
	w := &writer{total: int64(len(records)), progress: progress}
	for _, f := range p.Files {
		w.total += f.Size
	}
	if w.total > MaxBytes-(8<<20) || len(records) > maxText {
		return nil, problem("large", "512")
	}
	w.out.Grow(int(w.total) + 64<<10)
	w.zip = zip.NewWriter(&w.out)
	head, err := json.Marshal(manifestOf(p))
	if err != nil {
		return nil, err
	}
	if err := w.put("manifest.json", zip.Store, head); err != nil {
		return nil, err
	}
	if err := w.put("records.json", zip.Deflate, records); err != nil {
		return nil, err
	}
	for _, f := range p.Files {
		if err := w.file(f); err != nil {
			return nil, err
		}
	}
	return w.close()
}

type writer struct {
	out         bytes.Buffer
	zip         *zip.Writer
	done, total int64
	progress    Progress
}

func (w *writer) file(f File) error {
	b, err := f.Read()
	if err != nil {
		return err
	}
	if sum := sha256.Sum256(b); hex.EncodeToString(sum[:]) != f.Sha256 || int64(len(b)) != f.Size {
		return data.ErrDamaged
	}
	return w.put("files/"+f.Sha256, zip.Store, b)
}

// put writes an entry piece by piece, so that progress moves and can end it.
func (w *writer) put(name string, method uint16, b []byte) error {
	to, err := w.entry(name, method, b)
	if err != nil {
		return err
	}
	for len(b) > 0 {
		piece := b[:min(len(b), 1<<20)]
		if _, err := to.Write(piece); err != nil {
			return err
		}
		b = b[len(piece):]
		w.done += int64(len(piece))
		if err := w.progress.tell(min(w.done, w.total), w.total); err != nil {
			return err
		}
	}
	return nil
}

// entry begins one. What is stored as it is has its size and sum in front, so that
// the archive reads from its beginning too.
func (w *writer) entry(name string, method uint16, b []byte) (io.Writer, error) {
	h := &zip.FileHeader{Name: name, Method: method}
	if method == zip.Deflate {
		return w.zip.CreateHeader(h)
	}
	h.CRC32 = crc32.ChecksumIEEE(b)
	h.CompressedSize64, h.UncompressedSize64 = uint64(len(b)), uint64(len(b))
	return w.zip.CreateRaw(h)
}

// close ends the archive: the sum takes the place that the comment kept for it.
func (w *writer) close() ([]byte, error) {
	place := bytes.Repeat([]byte("0"), sumDigits)
	if err := w.zip.SetComment(trailer(Version) + string(place)); err != nil {
		return nil, err
	}
	if err := w.zip.Close(); err != nil {
		return nil, err
	}
	b := w.out.Bytes()
	sum := sha256.Sum256(b[:len(b)-sumDigits])
	hex.Encode(b[len(b)-sumDigits:], sum[:])
	return b, nil
}
