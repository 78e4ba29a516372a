package sqlite

import (
	"bytes"
	"encoding/binary"
	"os"
	"path/filepath"
	"strconv"
	"testing"
)

func TestALinkToAFileHasItsLock(t *testing.T) {
	f := fresh(t)
	put(t, f, client("А"))
	f.Close()
	dir := t.TempDir()
	link, folder := filepath.Join(dir, "l.portfel"), filepath.Join(dir, "folder")
	for name, to := range map[string]string{link: f.Path, filepath.Join(dir, "ll.portfel"): link, folder: filepath.Dir(f.Path)} {
		if err := os.Symlink(to, name); err != nil {
			t.Fatal(err)
		}
	}
	finish, _ := elsewhere(t, f.Path)
	for _, path := range []string{link, filepath.Join(dir, "ll.portfel"), filepath.Join(folder, filepath.Base(f.Path))} {
		if _, err := Open(path, options()); code(err) != "file.locked" {
			t.Errorf("%s, while another process holds the file: %v", filepath.Base(path), err)
		}
	}
	finish()
	finish, _ = elsewhere(t, link)
	if _, err := Open(f.Path, options()); code(err) != "file.locked" {
		t.Errorf("the file, while another process holds it by a link: %v", err)
	}
	finish()
	g, err := Open(link, options())
	if err != nil {
		t.Fatal(err)
	}
	if got := names(t, g); got != "А" {
		t.Errorf("through the link: %q", got)
	}
	g.Close()
	if got := filesIn(t, dir) + " " + filesIn(t, filepath.Dir(f.Path)); got != "folder l.portfel ll.portfel a.portfel" {
		t.Errorf("left behind: %s", got)
	}
}

// The mark of the program without a version is damage: nothing is migrated and
// nothing is put beside it.
func TestOurMarkWithoutAVersionIsDamage(t *testing.T) {
	f := fresh(t)
	f.Close()
	b, err := os.ReadFile(f.Path)
	if err != nil {
		t.Fatal(err)
	}
	binary.BigEndian.PutUint32(b[60:], 0)
	if err := os.WriteFile(f.Path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	for what, open := range map[string]func(string, Options) (*File, error){"Open": Open, "OpenReader": OpenReader} {
		if _, err := open(f.Path, options()); code(err) != "file.damaged" {
			t.Errorf("%s: %v", what, err)
		}
	}
	if after, _ := os.ReadFile(f.Path); !bytes.Equal(after, b) || filesIn(t, filepath.Dir(f.Path)) != "a.portfel" {
		t.Errorf("the file was changed, or the folder holds %q", filesIn(t, filepath.Dir(f.Path)))
	}
}

func TestReadingLeavesNothingBeside(t *testing.T) {
	f := fresh(t)
	put(t, f, client("А"))
	f.Close()
	dir := filepath.Dir(f.Path)
	before, _ := os.Stat(f.Path)
	r, err := OpenReader(f.Path, options())
	if err != nil {
		t.Fatal(err)
	}
	second, err := OpenReader(f.Path, options())
	if err != nil {
		t.Fatal(err)
	}
	r.Close()
	if got := names(t, second); got != "А" {
		t.Errorf("the other reader sees %q", got)
	}
	second.Close()
	if got := filesIn(t, dir); got != "a.portfel" {
		t.Errorf("after two readers the folder holds %q", got)
	}
	if after, _ := os.Stat(f.Path); !after.ModTime().Equal(before.ModTime()) {
		t.Error("reading wrote into the file")
	}
	// A reader that ends while another process writes takes nothing from it.
	finish, _ := elsewhere(t, f.Path)
	if r, err = OpenReader(f.Path, options()); err != nil {
		t.Fatal(err)
	}
	r.Close()
	finish()
	g := reopened(t, f)
	defer g.Close()
	if got := names(t, g); got != "А" {
		t.Errorf("after all %q", got)
	}
	sound(t, g)
}

// Two migrations of the same version: the first copy stays, and one that says the
// same is not made twice.
func TestACopyThatIsThereStays(t *testing.T) {
	f := fresh(t)
	put(t, f, client("АО «Медный Кряж»"))
	f.Close()
	bad := map[string]string{later(1, "bad"): "INSERT INTO nowhere VALUES (1);"}
	withMigrations(t, bad)
	for range 2 {
		if _, err := Open(f.Path, options()); code(err) != "file.damaged" {
			t.Fatalf("opened: %v", err)
		}
	}
	name := filepath.Base(aside(f.Path))
	if got := filesIn(t, filepath.Dir(f.Path)); got != "a.portfel "+name {
		t.Errorf("the same copy twice: %q", got)
	}
	if err := os.WriteFile(aside(f.Path), []byte("чужое"), 0o600); err != nil {
		t.Fatal(err)
	}
	withMigrations(t, map[string]string{later(1, "good"): "CREATE TABLE good (id TEXT PRIMARY KEY) STRICT;"})
	g, err := Open(f.Path, options())
	if err != nil {
		t.Fatal(err)
	}
	g.Close()
	if b, _ := os.ReadFile(aside(f.Path)); string(b) != "чужое" {
		t.Error("what lay under the name of the copy was written over")
	}
	second := f.Path + ".v" + strconv.Itoa(shipped()) + "-2.copy"
	checkAside(t, second)
}

func TestASavedCopyIsForItsOwnerAlone(t *testing.T) {
	f := fresh(t)
	path := filepath.Join(t.TempDir(), "копия.portfel")
	if err := f.SaveCopy(path); err != nil {
		t.Fatal(err)
	}
	if st, _ := os.Stat(path); st.Mode().Perm() != 0o600 {
		t.Errorf("mode %v", st.Mode())
	}
}

func TestWhatIsDiscardedLeavesNoLog(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"a.portfel", "a.portfel-wal", "a.portfel-shm", "b.portfel"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	Discard(filepath.Join(dir, "a.portfel"))
	if got := filesIn(t, dir); got != "b.portfel" {
		t.Errorf("left: %s", got)
	}
}
