package sqlite

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// mountEnv names the test that runs inside its own mounts.
const mountEnv = "PORTFEL_TEST_MOUNTS"

// inOwnMounts runs the body in another process with a mount table of its own,
// so that it can mount small and read-only folders: file modes do not stop root.
func inOwnMounts(t *testing.T, body func(*testing.T)) {
	t.Helper()
	if os.Getenv(mountEnv) == t.Name() {
		if err := syscall.Mount("none", "/", "", syscall.MS_REC|syscall.MS_PRIVATE, ""); err != nil {
			t.Fatalf("private mounts: %v", err)
		}
		body(t)
		return
	}
	var last error
	for _, attr := range []*syscall.SysProcAttr{{Cloneflags: syscall.CLONE_NEWNS}, {Cloneflags: syscall.CLONE_NEWNS | syscall.CLONE_NEWUSER,
		UidMappings: []syscall.SysProcIDMap{{HostID: os.Getuid(), Size: 1}}, GidMappings: []syscall.SysProcIDMap{{HostID: os.Getgid(), Size: 1}}}} {
		cmd := exec.Command(os.Args[0], "-test.run=^"+t.Name()+"$", "-test.count=1", "-test.v")
		cmd.Env = append(os.Environ(), mountEnv+"="+t.Name())
		cmd.SysProcAttr = attr
		out, err := cmd.CombinedOutput()
		var ran *exec.ExitError
		if err == nil && strings.Contains(string(out), "--- PASS: "+t.Name()) {
			return
		}
		if err == nil || errors.As(err, &ran) && !strings.Contains(string(out), "private mounts:") {
			t.Fatalf("inside: %v\n%s", err, out)
		}
		last = err
	}
	t.Fatalf("no mounts of our own can be made here: %v", last)
}

// tmpfs mounts a folder of so many kilobytes.
func tmpfs(t *testing.T, kilobytes int) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "small")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, fmt.Sprintf("size=%dk", kilobytes)); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { syscall.Unmount(dir, syscall.MNT_DETACH) })
	return dir
}

func readOnly(t *testing.T, dir string) {
	t.Helper()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""); err != nil {
		t.Fatal(err)
	}
}

func TestAReadOnlyFolder(t *testing.T) {
	inOwnMounts(t, func(t *testing.T) {
		dir := tmpfs(t, 8192)
		path := filepath.Join(dir, "a.portfel")
		f, err := Create(path, options())
		if err != nil {
			t.Fatal(err)
		}
		put(t, f, client("А"))
		f.Close()
		readOnly(t, dir)
		if _, err := Open(path, options()); code(err) != "file.folder" {
			t.Errorf("opened for writing: %v", err)
		}
		if _, err := Create(filepath.Join(dir, "b.portfel"), options()); code(err) != "file.folder" {
			t.Errorf("created: %v", err)
		}
		r, err := OpenReader(path, options())
		if err != nil {
			t.Fatal(err)
		}
		if got := names(t, r); got != "А" {
			t.Errorf("the reader sees %q", got)
		}
		if err := r.SaveCopy(filepath.Join(dir, "copy.portfel")); code(err) != "file.folder" {
			t.Errorf("a copy beside it: %v", err)
		}
		away := filepath.Join(t.TempDir(), "copy.portfel")
		if err := r.SaveCopy(away); err != nil {
			t.Errorf("a copy elsewhere: %v", err)
		}
		r.Close()
		g, err := Open(away, options())
		if err != nil || names(t, g) != "А" {
			t.Fatalf("the copy: %v", err)
		}
		g.Close()
		if got := filesIn(t, dir); got != "a.portfel" {
			t.Errorf("the folder holds %q", got)
		}
	})
}

// fill writes clients until the disk is full, and returns the confirmed names.
func fill(t *testing.T, f *File) []string {
	t.Helper()
	var sure []string
	for i := range 5000 {
		c := client(fmt.Sprintf("К%04d", i))
		c.Note = strings.Repeat("примечание ", 200)
		_, err := f.Do(write(func(tx *Tx) error { return tx.Put(c) }))
		if code(err) == "file.full" {
			return sure
		}
		if err != nil {
			t.Fatalf("after %d clients: %v", i, err)
		}
		sure = append(sure, c.Name)
	}
	t.Fatal("the disk is never full")
	return nil
}

func ballast(t *testing.T, path string, kilobytes int) {
	t.Helper()
	if err := os.WriteFile(path, make([]byte, kilobytes<<10), 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestAFullDisk(t *testing.T) {
	inOwnMounts(t, func(t *testing.T) {
		dir := tmpfs(t, 6144)
		path := filepath.Join(dir, "a.portfel")
		heavy := filepath.Join(dir, "ballast")
		f, err := Create(path, options())
		if err != nil {
			t.Fatal(err)
		}
		f = reopened(t, f) // a long-lived file: its log begins anew
		ballast(t, heavy, 1024)
		sure := fill(t, f)
		if len(sure) < 10 {
			t.Fatalf("only %d clients fitted", len(sure))
		}
		want := strings.Join(sure, " ")
		if got := names(t, f); got != want {
			t.Error("the confirmed clients cannot be read while the disk is full")
		}
		if _, err := f.Undo(); err != nil && code(err) != "file.full" {
			t.Errorf("undo on a full disk: %v", err)
		} else if err == nil {
			want = strings.Join(sure[:len(sure)-1], " ")
		}
		if err := f.Keep(func(tx *Tx) error { return tx.Remember("big", strings.Repeat("x", 8<<20)) }); code(err) != "file.full" {
			t.Errorf("a remembered place that does not fit: %v", err)
		}
		if err := f.SaveCopy(filepath.Join(dir, "copy.portfel")); code(err) != "file.full" {
			t.Errorf("a copy that does not fit: %v", err)
		}
		f.Close()
		if g, err := Open(path, options()); err == nil {
			if got := names(t, g); got != want {
				t.Error("opened on a full disk, the file lacks clients")
			}
			g.Close()
		} else if code(err) != "file.full" {
			t.Errorf("opening on a full disk: %v", err)
		}
		if _, err := Create(filepath.Join(dir, "b.portfel"), options()); code(err) != "file.full" {
			t.Errorf("creating on a full disk: %v", err)
		}
		if got := filesIn(t, dir); strings.Contains(got, "copy") || strings.Contains(got, "b.portfel") {
			t.Errorf("what failed left %q", got)
		}
		if err := os.Remove(heavy); err != nil {
			t.Fatal(err)
		}
		g, err := Open(path, options())
		if err != nil {
			t.Fatalf("with space again: %v", err)
		}
		defer g.Close()
		if got := names(t, g); got != want {
			t.Errorf("%d clients instead of %d", len(strings.Fields(got)), len(strings.Fields(want)))
		}
		sound(t, g)
		put(t, g, client("ещё один"))
		if _, err := g.Undo(); err != nil {
			t.Error(err)
		}
	})
}

// A disk without one free byte while the file is opened: nothing can be written
// beside it, and nobody may be told that the file is damaged.
func TestOpeningOnADiskWithoutAFreeByte(t *testing.T) {
	inOwnMounts(t, func(t *testing.T) {
		dir := tmpfs(t, 6144)
		path := filepath.Join(dir, "a.portfel")
		f, err := Create(path, options())
		if err != nil {
			t.Fatal(err)
		}
		put(t, f, client("А"))
		f.Close()
		heavy, err := os.Create(filepath.Join(dir, "ballast"))
		if err != nil {
			t.Fatal(err)
		}
		for err == nil {
			_, err = heavy.Write(make([]byte, 4096))
		}
		heavy.Close()
		g, err := Open(path, options())
		if err == nil {
			_, err = g.Do(write(func(tx *Tx) error { return tx.Put(client("Б")) }))
			g.Close()
		}
		if code(err) != "file.full" {
			t.Errorf("a write on a disk without space: %v", err)
		}
		os.Remove(heavy.Name())
		if g, err = Open(path, options()); err != nil || names(t, g) != "А" {
			t.Fatalf("with space again: %v", err)
		}
		g.Close()
	})
}

// The copy before a migration does not fit: the file is not migrated.
func TestNoRoomForTheCopyBeforeAMigration(t *testing.T) {
	inOwnMounts(t, func(t *testing.T) {
		dir := tmpfs(t, 6144)
		path := filepath.Join(dir, "a.portfel")
		f, err := Create(path, options())
		if err != nil {
			t.Fatal(err)
		}
		put(t, f, client("А"))
		f.Close()
		ballast(t, filepath.Join(dir, "ballast"), 4800)
		withMigrations(t, map[string]string{later(1, "b"): "CREATE TABLE b (id TEXT) STRICT;"})
		if _, err := Open(path, options()); code(err) != "file.full" {
			t.Errorf("migrated without a copy: %v", err)
		}
		if got := filesIn(t, dir); got != "a.portfel ballast" {
			t.Errorf("the folder holds %q", got)
		}
		migrations = shippedMigrations
		g, err := Open(path, options())
		if err != nil {
			t.Fatal(err)
		}
		defer g.Close()
		if v, _ := number(g.Read(), "SELECT user_version FROM pragma_user_version"); int(v) != shipped() || names(t, g) != "А" {
			t.Errorf("version %d, clients %q", v, names(t, g))
		}
	})
}
