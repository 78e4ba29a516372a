package pack

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"strconv"
	"strings"

	"portfel/data"
)

// Ours tells whether bytes begin as a package does.
func Ours(b []byte) bool {
	return bytes.HasPrefix(b, []byte("PK\x03\x04")) && bytes.Contains(b[:min(len(b), 200)], []byte(`manifest.json{"format":"`+format+`"`))
}

// Read takes a package apart. Its files are parts of b. Problems, all with the
// prefix "pack.": "foreign", "newer" with both versions, "cut", "altered", "large",
// "path" with a name, "twice" with a name, "content" with what cannot be read,
// "records" and "files" with the limit.
func Read(b []byte, progress Progress) (Package, error) {
	if len(b) > MaxBytes {
		return Package{}, problem("large", "512")
	}
	if err := checkSum(b); err != nil {
		return Package{}, err
	}
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return Package{}, problem("content", "zip")
	}
	if len(z.File) > maxFiles+2 {
		return Package{}, problem("files", strconv.Itoa(maxFiles))
	}
	r := &reader{bytes: b, progress: progress, seen: map[string]bool{}}
	for _, f := range z.File {
		if err := r.entry(f); err != nil {
			return Package{}, err
		}
	}
	return r.finish()
}

// checkSum looks at the end of the file: whether it is there, of which version, and
// whether the sum is that of what stands before it.
func checkSum(b []byte) error {
	at := len(b) - sumDigits
	ours := Ours(b)
	if at < 0 {
		return pick(ours, "cut")
	}
	sum := sha256.Sum256(b[:at])
	head, found := comment(b)
	switch {
	case !found:
		return pick(ours, "cut")
	case head != trailer(Version):
		return otherVersion(head)
	case hex.EncodeToString(sum[:]) != string(b[at:]):
		return problem("altered")
	}
	return nil
}

// pick is the code for a file that begins as ours, else that it is foreign.
func pick(ours bool, code string) error {
	if ours {
		return problem(code)
	}
	return problem("foreign")
}

// comment is what stands before the sum at the end of the file, from the format's
// name on.
func comment(b []byte) (string, bool) {
	tail := b[max(0, len(b)-sumDigits-40) : len(b)-sumDigits]
	i := bytes.LastIndex(tail, []byte(format+" "))
	if i < 0 || !bytes.HasSuffix(tail, []byte("sha256:")) {
		return "", false
	}
	return string(tail[i:]), true
}

// otherVersion is the reason for an end that is not that of this version.
func otherVersion(head string) error {
	words := strings.Fields(head)
	if n, err := strconv.Atoi(words[1]); err == nil && n > Version {
		return newer(n)
	}
	return problem("altered")
}

func newer(version int) error {
	return problem("newer", strconv.Itoa(version), strconv.Itoa(Version))
}

type reader struct {
	bytes     []byte
	progress  Progress
	done      int64
	seen      map[string]bool
	head      bool
	p         Package
	manifest  manifest
	records   bool
	fileBytes int64
}

// entry takes one entry; the order does not matter.
func (r *reader) entry(f *zip.File) error {
	if r.seen[f.Name] {
		return problem("twice", clip(f.Name))
	}
	r.seen[f.Name] = true
	sha, isFile := strings.CutPrefix(f.Name, "files/")
	switch {
	case f.Name == "manifest.json":
		return r.takeHead(f)
	case f.Name == "records.json":
		return r.takeRecords(f)
	case isFile && isSum(sha):
		return r.takeFile(f, sha)
	}
	return problem("path", clip(f.Name))
}

// clip shortens a name for a sentence.
func clip(name string) string {
	name = strings.ToValidUTF8(name, "?")
	if rs := []rune(name); len(rs) > 60 {
		name = string(rs[:60]) + "…"
	}
	return strings.Map(func(c rune) rune {
		if c < ' ' || c == '@' || c == '|' {
			return '?'
		}
		return c
	}, name)
}

func isSum(s string) bool {
	return len(s) == sumDigits && strings.Trim(s, "0123456789abcdef") == ""
}

// unpack reads an entry up to a limit, whatever the archive says of its size.
func unpack(f *zip.File, limit int64) ([]byte, error) {
	if f.UncompressedSize64 > uint64(limit) {
		return nil, problem("swollen", clip(f.Name))
	}
	in, err := f.Open()
	if err != nil {
		return nil, problem("content", clip(f.Name))
	}
	defer in.Close()
	b, err := io.ReadAll(io.LimitReader(in, limit+1))
	switch {
	case int64(len(b)) > limit:
		return nil, problem("swollen", clip(f.Name))
	case err != nil:
		return nil, problem("content", clip(f.Name))
	}
	return b, nil
}

func (r *reader) takeHead(f *zip.File) error {
	b, err := unpack(f, maxHead)
	if err != nil {
		return err
	}
	if err := decode(b, &r.manifest); err != nil {
		return problem("content", f.Name)
	}
	r.head = true
	return r.manifest.check()
}

func (r *reader) takeRecords(f *zip.File) error {
	b, err := unpack(f, maxText)
	if err != nil {
		return err
	}
	r.records = true
	r.p.Records, err = DecodeRecords(b)
	return err
}

// takeFile takes a stored file as a part of the package's bytes, and checks that it
// is what its name says.
func (r *reader) takeFile(f *zip.File, sha string) error {
	at, err := f.DataOffset()
	size := int64(f.UncompressedSize64)
	total := int64(len(r.bytes))
	switch {
	case err != nil, f.Method != zip.Store, f.CompressedSize64 != f.UncompressedSize64:
		return problem("content", clip(f.Name))
	case f.UncompressedSize64 > data.MaxAttachment:
		return problem("file", clip(f.Name), "100")
	case at < 0 || size > total-at:
		return problem("content", clip(f.Name))
	}
	if r.fileBytes += size; r.fileBytes > total {
		return problem("swollen", clip(f.Name)) // files that lie over one another
	}
	part := r.bytes[at : at+size : at+size]
	if sum := sha256.Sum256(part); hex.EncodeToString(sum[:]) != sha {
		return problem("altered")
	}
	r.p.Files = append(r.p.Files, File{sha, size, func() ([]byte, error) { return part, nil }})
	r.done += size
	return r.progress.tell(min(r.done, total), total)
}

func (r *reader) finish() (Package, error) {
	if !r.head || !r.records {
		return Package{}, problem("content", "manifest.json, records.json")
	}
	r.manifest.fill(&r.p)
	total := int64(len(r.bytes))
	return r.p.sorted(), r.progress.tell(total, total)
}
