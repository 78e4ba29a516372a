package pack

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"reflect"
	"strings"
	"testing"

	"portfel/data"
)

func file(b []byte) File {
	sum := sha256.Sum256(b)
	return File{hex.EncodeToString(sum[:]), int64(len(b)), func() ([]byte, error) { return b, nil }}
}

func id(n byte) data.ID[data.Any] { return data.ID[data.Any]{15: n} }

func example() Package {
	return Package{Kind: ToTrainee, ID: id(1), FileID: id(2), Number: 1, About: id(3), Owner: id(9), Made: data.NewDate(2026, 11, 24),
		Records: []Record{
			{data.KindTask, id(5), map[string]string{"Name": "Конспект <3 стр.>", "DeadlineOn": "2026-11-27"}},
			{data.KindPerson, id(4), map[string]string{"FullName": "Громов Илья Павлович"}},
		},
		Files: []File{file([]byte("разбор")), file(nil)}}
}

func write(t testing.TB, p Package) []byte {
	t.Helper()
	b, err := Write(p, nil)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func code(err error) string {
	var ps data.Problems
	if errors.As(err, &ps) {
		return ps[0].Code
	}
	return ""
}

func TestAPackageComesBackAsItWas(t *testing.T) {
	b := write(t, example())
	p, err := Read(b, nil)
	if err != nil {
		t.Fatal(err)
	}
	want := example().sorted()
	if !reflect.DeepEqual(p.Records, want.Records) || len(p.Files) != 2 {
		t.Errorf("%v", p)
	}
	for _, f := range p.Files {
		w, ok := want.Of(f.Sha256)
		got, _ := f.Read()
		body, _ := w.Read()
		if !ok || !bytes.Equal(got, body) {
			t.Errorf("%s: %q, want %q", f.Sha256, got, body)
		}
	}
	p.Records, p.Files, want.Records, want.Files = nil, nil, nil, nil
	if !reflect.DeepEqual(p, want) {
		t.Errorf("%v, want %v", p, want)
	}
	turned := example()
	turned.Records[0], turned.Records[1] = turned.Records[1], turned.Records[0]
	turned.Files[0], turned.Files[1] = turned.Files[1], turned.Files[0]
	if !bytes.Equal(b, write(t, turned)) {
		t.Error("the same content in another order gives other bytes")
	}
}

// Another program that knows ZIP reads it.
func TestAPackageIsAnOrdinaryArchive(t *testing.T) {
	b := write(t, example())
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range z.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.ReadAll(in); err != nil {
			t.Errorf("%s: %v", f.Name, err)
		}
		names = append(names, f.Name)
	}
	if got := strings.Join(names[:2], " "); got != "manifest.json records.json" || len(names) != 4 {
		t.Errorf("%v", names)
	}
}

func TestAnyChangedByteIsNoticed(t *testing.T) {
	b := write(t, example())
	for i := range b {
		for _, bit := range []byte{1, 0x80} {
			bad := bytes.Clone(b)
			bad[i] ^= bit
			if _, err := Read(bad, nil); code(err) == "" {
				t.Fatalf("byte %d of %d: %v", i, len(b), err)
			}
		}
	}
	for n := range b {
		if _, err := Read(b[:n], nil); code(err) == "" || n > 200 && code(err) != "vplan.cut" {
			t.Fatalf("cut at %d: %v", n, err)
		}
	}
	if _, err := Read(append(bytes.Clone(b), '\n'), nil); code(err) == "" {
		t.Error("a byte more was not noticed")
	}
}

func TestProgressGrowsAndCanEndTheWork(t *testing.T) {
	p := example()
	p.Files = append(p.Files, file(bytes.Repeat([]byte{7}, 5<<20)))
	last, calls := int64(0), 0
	grow := func(done, total int64) error {
		if done < last || done > total {
			t.Errorf("%d of %d after %d", done, total, last)
		}
		last = done
		calls++
		return nil
	}
	b, err := Write(p, grow)
	if err != nil || calls < 6 {
		t.Errorf("%d calls, %v", calls, err)
	}
	last, calls = 0, 0
	if _, err := Read(b, grow); err != nil || calls < 4 || last != int64(len(b)) {
		t.Errorf("%d calls up to %d of %d, %v", calls, last, len(b), err)
	}
	enough := errors.New("enough")
	stop := func(done, total int64) error { return enough }
	if _, err := Write(p, stop); err != enough {
		t.Error(err)
	}
	if _, err := Read(b, stop); err != enough {
		t.Error(err)
	}
}

func TestAFileThatIsNotWhatItsSumSaysIsNotSent(t *testing.T) {
	p := example()
	p.Files[0].Read = func() ([]byte, error) { return []byte("другое"), nil }
	if _, err := Write(p, nil); !errors.Is(err, data.ErrDamaged) {
		t.Error(err)
	}
}
