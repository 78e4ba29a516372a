package cli

import (
	"errors"
	"io"
	"os"
	"path/filepath"

	"portfel/data/command"
	"portfel/data/sqlite"
	"portfel/data/text"
)

// reading opens the first argument only to read it. A file of an older version
// is opened in full first, which brings it up to date.
func (c *call) reading() (*sqlite.File, error) {
	path := c.args[0]
	f, err := sqlite.OpenReader(path, command.Options(c.now))
	var open *sqlite.OpenError
	if errors.As(err, &open) && open.Code == "file.older" {
		if f, err = sqlite.Open(path, command.Options(c.now)); err != nil {
			return nil, err
		}
		if err := f.Close(); err != nil {
			return nil, err
		}
		f, err = sqlite.OpenReader(path, command.Options(c.now))
	}
	if err != nil {
		return nil, err
	}
	c.settle(f)
	return f, nil
}

// writing opens the first argument to write it.
func (c *call) writing() (*sqlite.File, error) {
	f, err := sqlite.Open(c.args[0], command.Options(c.now))
	if err != nil {
		return nil, err
	}
	c.settle(f)
	return f, nil
}

// settle takes the zone of the clock and the language from the file.
func (c *call) settle(f *sqlite.File) {
	if me, err := f.Read().Me(); err == nil {
		c.clock.zone = me.Zone
	}
	if _, asked := c.flags["lang"]; !asked {
		if l := f.Read().Setting("language", ""); l != "" {
			c.words = text.For(text.LangOf(l))
		}
	}
}

// closing closes a file and keeps the first error.
func closing(f *sqlite.File, err *error) {
	if e := f.Close(); *err == nil {
		*err = e
	}
}

// rewriteCalendar writes the automatic calendar file, if the user chose one. When
// that fails, the change that it follows is in the data file all the same.
func (c *call) rewriteCalendar(f *sqlite.File) error {
	path := f.Read().Setting(command.AutoICS, "")
	if path == "" {
		return nil
	}
	made, err := command.ExportCalendar(f, command.AutoCalendar(f.Read()), false)
	if err != nil {
		err = in(path, exitFile, err)
	} else if err = writeBeside(path, made.ICS); err == nil {
		err = made.Keep()
	}
	if err != nil {
		return &failure{code: exitFile, key: "cli.autoICS", args: []any{c.args[0]}, err: err}
	}
	return nil
}

// writeBeside writes a file beside its place and renames it, so that a reader
// never sees half of it.
func writeBeside(path string, b []byte) error {
	if isDatabase(path) {
		return usage("cli.overData", path)
	}
	tmp, err := os.CreateTemp(filepath.Dir(path), ".portfel-*")
	if err != nil {
		return noFile("cli.write", path, cause{path, err})
	}
	defer os.Remove(tmp.Name())
	_, err = tmp.Write(b)
	if err == nil {
		err = tmp.Sync()
	}
	if e := tmp.Close(); err == nil {
		err = e
	}
	if err == nil {
		err = os.Chmod(tmp.Name(), 0o644)
	}
	if err == nil {
		err = os.Rename(tmp.Name(), path)
	}
	if err != nil {
		return noFile("cli.write", path, cause{path, err})
	}
	return nil
}

// isDatabase tells whether a path holds a database, of this program or another:
// no output is worth it.
func isDatabase(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	head := make([]byte, 16)
	n, _ := io.ReadFull(f, head)
	return string(head[:n]) == "SQLite format 3\x00"
}

// sameFile tells whether two paths name one file, there or not.
func sameFile(a, b string) bool {
	x, err1 := filepath.Abs(a)
	y, err2 := filepath.Abs(b)
	return err1 == nil && err2 == nil && x == y
}
