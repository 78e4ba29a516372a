package card_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"portfel/app/card"
	"portfel/app/desk/desktest"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
	"portfel/data/text"
)

// filesOf is the files card of a client of the sample, in a window.
func filesOf(t *testing.T) (*desktest.Desk, *card.Files, data.Ref) {
	t.Helper()
	d := desktest.New(t, text.RU, false)
	rows, err := d.Read().ClientNames()
	if err != nil || len(rows) == 0 {
		t.Fatal(err)
	}
	ref := data.Ref{Kind: data.KindClient, ID: rows[0].ID}
	d.Show(desktest.Blank{CanvasObject: ui.NewNote("")})
	return d, card.NewFiles(d, ref), ref
}

// onDisk writes a file and makes it the one that the user picks next.
func onDisk(t *testing.T, d *desktest.Desk, name string, b []byte) {
	t.Helper()
	d.Path = filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(d.Path, b, 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestAFileIsTakenInAndOpened(t *testing.T) {
	d, f, _ := filesOf(t)
	onDisk(t, d, "Договор № 118.docx", []byte("текст договора"))
	f.Add()
	if f.Len() != 1 || len(d.Failed) > 0 {
		t.Fatalf("%d files, failed %v", f.Len(), d.Failed)
	}
	var r ui.ListRow
	f.List.Fill(0, &r)
	if r.Title != "Договор № 118.docx" || strings.ReplaceAll(r.Note, "\u00a0", " ") != "27 Б · 24.11.2026" {
		t.Errorf("%q, %q", r.Title, r.Note)
	}
	var opened string
	old := card.OpenPath
	card.OpenPath = func(path string) error { opened = path; return nil }
	defer func() { card.OpenPath = old }()
	f.List.OnOpen(0)
	b, err := os.ReadFile(opened)
	if err != nil || string(b) != "текст договора" {
		t.Errorf("opened %q: %q, %v", opened, b, err)
	}
	st, err := os.Stat(opened)
	if err != nil || st.Mode().Perm()&0o222 != 0 {
		t.Errorf("the copy can be written: %v, %v", st.Mode(), err)
	}
	os.RemoveAll(filepath.Dir(opened))
}

func TestALargeFileIsReadAside(t *testing.T) {
	d, f, _ := filesOf(t)
	onDisk(t, d, "видео.bin", make([]byte, 6<<20))
	f.Add()
	if f.Len() != 1 || len(d.Failed) > 0 {
		t.Fatalf("%d files, failed %v", f.Len(), d.Failed)
	}
	var r ui.ListRow
	f.List.Fill(0, &r)
	if !strings.HasPrefix(strings.ReplaceAll(r.Note, "\u00a0", " "), "6 МБ") {
		t.Errorf("size %q", r.Note)
	}
}

func TestAFileAboveTheLimitIsRefusedUnread(t *testing.T) {
	d, f, _ := filesOf(t)
	onDisk(t, d, "образ.iso", nil)
	if err := os.Truncate(d.Path, data.MaxAttachment+1); err != nil { // a sparse file: nothing is written
		t.Fatal(err)
	}
	f.Add()
	if f.Len() != 0 || len(d.Failed) != 1 || !strings.Contains(d.Words().Error(d.Failed[0]), "не больше 100 МБ") {
		t.Errorf("%d files, said %v", f.Len(), d.Failed)
	}
}

func TestAFileThatCannotBeRead(t *testing.T) {
	d, f, _ := filesOf(t)
	d.Path = filepath.Join(t.TempDir(), "нет.txt")
	f.Add()
	d.Path = t.TempDir()
	f.Add()
	if f.Len() != 0 || len(d.Failed) != 2 {
		t.Fatalf("%d files, failed %v", f.Len(), d.Failed)
	}
	if s := d.Words().Error(d.Failed[0]); s != "Не удалось прочитать файл «нет.txt»." {
		t.Errorf("said %q", s)
	}
}

func TestDeletingAFileAndTakingItBack(t *testing.T) {
	d, f, _ := filesOf(t)
	onDisk(t, d, "а.txt", []byte("а"))
	f.Add()
	f.List.OnDelete(0)
	if f.Len() != 0 || d.Said[len(d.Said)-1] != "Удалено: а.txt" {
		t.Errorf("%d files, said %q", f.Len(), d.Said)
	}
	d.Undo()
	f.Reload()
	if f.Len() != 1 {
		t.Error("undo did not bring it back")
	}
}

func TestADamagedFileIsSaidAndNotOpened(t *testing.T) {
	d, f, ref := filesOf(t)
	onDisk(t, d, "а.txt", []byte("а"))
	f.Add()
	rows, err := d.Read().Attachments(ref)
	if err != nil {
		t.Fatal(err)
	}
	a := rows[0]
	a.Sha256 = strings.Repeat("0", 64) // the bytes of this hash are not there
	if err := d.Do(command.Put{Record: a}); err != nil {
		t.Fatal(err)
	}
	f.Reload()
	old := card.OpenPath
	card.OpenPath = func(string) error { return errors.New("opened") }
	defer func() { card.OpenPath = old }()
	f.List.OnOpen(0)
	if len(d.Failed) > 0 || len(d.Asked) != 1 || !strings.Contains(d.Asked[0].Sentence, "Файл повреждён") {
		t.Errorf("failed %v, asked %v", d.Failed, d.Asked)
	}
}
