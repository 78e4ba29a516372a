package pack

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"runtime"
	"strings"
	"testing"

	"portfel/data"
)

type part struct {
	name   string
	body   []byte
	method uint16
	size   uint64 // declared; 0 = true
}

// archive is a package with a right sum, made by somebody who counts it himself.
func archive(t testing.TB, version int, parts ...part) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, p := range parts {
		h, create := &zip.FileHeader{Name: p.name, Method: p.method}, z.CreateHeader
		if p.size > 0 {
			h.CompressedSize64, h.UncompressedSize64, create = uint64(len(p.body)), p.size, z.CreateRaw
		}
		w, err := create(h)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(p.body); err != nil && !strings.HasSuffix(p.name, "/") {
			t.Fatal(err)
		}
	}
	if err := z.SetComment(trailer(version) + strings.Repeat("0", sumDigits)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return count(out.Bytes())
}

func count(b []byte) []byte {
	sum := sha256.Sum256(b[:len(b)-sumDigits])
	hex.Encode(b[len(b)-sumDigits:], sum[:])
	return b
}

func head(t testing.TB, change func(*manifest)) part {
	t.Helper()
	m := manifestOf(example())
	if change != nil {
		change(&m)
	}
	b, err := json.Marshal(m)
	if err != nil {
		t.Fatal(err)
	}
	return part{name: "manifest.json", body: b}
}

func hostile(t testing.TB) map[string][]byte {
	list := part{name: "records.json", body: []byte("[]")}
	all := map[string][]byte{}
	add := func(code, name string, parts ...part) {
		all[code+" "+name] = archive(t, 1, append([]part{head(t, nil)}, parts...)...)
	}
	body := []byte("разбор")
	sum := sha256.Sum256(body)
	name := "files/" + hex.EncodeToString(sum[:])
	for _, p := range []string{"../../etc/passwd", "files/../x", "/etc/passwd", `files\..\..\x`, "files/", name + "/..", strings.ToUpper(name), "C:\\x", strings.Repeat("ы", 30000)} {
		add("vplan.path", p[:min(len(p), 20)], list, part{name: p, body: body})
	}
	add("vplan.twice", "file", list, part{name: name, body: body}, part{name: name, body: body})
	add("vplan.twice", "records", list, list)
	add("vplan.twice", "id", part{name: "records.json", body: []byte(fmt.Sprintf(`[{"kind":"task","id":"%s","fields":{}},{"kind":"task","id":"%[1]s","fields":{}}]`, id(5)))})
	add("vplan.swollen", "bomb", part{name: "records.json", body: bytes.Repeat([]byte(" "), maxText+1), method: zip.Deflate})
	add("vplan.swollen", "absurd size", part{name: "records.json", body: []byte("[]"), size: 1 << 60})
	add("vplan.content", "absurd file", list, part{name: name, body: body, size: 1 << 40})
	add("vplan.content", "packed file", list, part{name: name, body: body, method: zip.Deflate})
	add("vplan.altered", "wrong sum", list, part{name: name, body: []byte("другой")})
	add("vplan.content", "no records")
	add("vplan.content", "no json", part{name: "records.json", body: []byte("{")})
	add("vplan.content", "two values", part{name: "records.json", body: []byte("[] []")})
	add("vplan.content", "unknown key", part{name: "records.json", body: []byte(`[{"kind":"task","id":"` + id(5).String() + `","run":"rm"}]`)})
	add("vplan.content", "deep", part{name: "records.json", body: bytes.Repeat([]byte("["), 1<<20)})
	add("vplan.content", "no id", part{name: "records.json", body: []byte(`[{"kind":"task","id":"","fields":{}}]`)})
	add("vplan.records", "many", part{name: "records.json", body: []byte("[" + strings.Repeat("{},", maxRecords) + "{}]"), method: zip.Deflate})
	for what, change := range map[string]func(*manifest){
		"foreign format": func(m *manifest) { m.Format = "other" },
		"newer manifest": func(m *manifest) { m.Version = 2 },
		"content v":      func(m *manifest) { m.Version = 0 },
		"content kind":   func(m *manifest) { m.Kind = "colleague" },
		"content id":     func(m *manifest) { m.ID = data.ID[data.Any]{} },
		"content file":   func(m *manifest) { m.File = data.ID[data.Any]{} },
		"content about":  func(m *manifest) { m.About = data.ID[data.Any]{} },
		"content owner":  func(m *manifest) { m.Owner = data.ID[data.Any]{} },
		"content number": func(m *manifest) { m.Number = 0 },
	} {
		all["vplan."+what] = archive(t, 1, head(t, change), list)
	}
	all["vplan.newer version"] = archive(t, 7, head(t, nil), list)
	all["vplan.foreign empty"] = nil
	all["vplan.foreign text"] = []byte(strings.Repeat("Это не пакет. ", 100))
	var other bytes.Buffer
	z := zip.NewWriter(&other)
	w, _ := z.Create("[Content_Types].xml")
	w.Write(bytes.Repeat([]byte("<Types/>"), 1000))
	z.Close()
	all["vplan.foreign document"] = other.Bytes()
	return all
}

func TestBadPackagesAreRefusedWithTheReason(t *testing.T) {
	for what, b := range hostile(t) {
		want, _, _ := strings.Cut(what, " ")
		if _, err := Read(b, nil); code(err) != want {
			t.Errorf("%s: %v", what, err)
		}
	}
}

// A bomb of 32 MB of spaces, packed a thousand times smaller, many times over.
func TestABombStaysSmall(t *testing.T) {
	bomb := archive(t, 1, head(t, nil), part{name: "records.json", body: bytes.Repeat([]byte(" "), maxText+1), method: zip.Deflate})
	if len(bomb) > 100_000 {
		t.Fatalf("%d bytes", len(bomb))
	}
	// The archive understates the size.
	at := bytes.LastIndex(bomb, []byte("PK\x01\x02"))
	copy(bomb[at+24:], []byte{2, 0, 0, 0})
	count(bomb)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	_, err := Read(bomb, nil)
	runtime.ReadMemStats(&after)
	if used := after.TotalAlloc - before.TotalAlloc; code(err) == "" || used > 200<<20 {
		t.Errorf("%d MB, %v", used>>20, err)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(write(f, example()))
	for _, b := range hostile(f) {
		if len(b) < 1<<16 {
			f.Add(b)
		}
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		for _, x := range [][]byte{b, resum(b)} {
			p, err := Read(x, nil)
			if err != nil {
				if code(err) == "" {
					t.Errorf("no reason for the user: %v", err)
				}
				continue
			}
			again, err := Write(p, nil)
			if err != nil {
				t.Fatal(err)
			}
			q, err := Read(again, nil)
			if err != nil || len(q.Records) != len(p.Records) || len(q.Files) != len(p.Files) {
				t.Errorf("%v after %v: %v", q, p, err)
			}
		}
	})
}

// resum gives changed bytes the right sum, so that the fuzzing gets behind it.
func resum(b []byte) []byte {
	if len(b) < sumDigits {
		return b
	}
	return count(bytes.Clone(b))
}

func BenchmarkPackage(b *testing.B) {
	p := example()
	for i := range 50 {
		p.Files = append(p.Files, file(bytes.Repeat([]byte{byte(i), 1, 2, 3}, 256<<10)))
	}
	for b.Loop() {
		out, err := Write(p, nil)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := Read(out, nil); err != nil {
			b.Fatal(err)
		}
	}
}
