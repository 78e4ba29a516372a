package sqlite

import (
	"bytes"
	"database/sql"
	"errors"
	"fmt"
	"os"
)

// setAside copies the file before a migration and opens the copy to see that it
// is whole. Like the file itself it is for its owner alone, and a copy that is
// there already stays: the new one gets a further number, unless it says the same.
func (f *File) setAside(version int) error {
	path, last, err := f.newAside(version)
	if err != nil {
		return err
	}
	if _, err := f.w.Exec("VACUUM INTO ?", path); err != nil {
		os.Remove(path)
		return fmt.Errorf("copy before migration: %w", err)
	}
	if last != "" && sameBytes(path, last) {
		os.Remove(path)
		path = last
	}
	return wholeCopy(path)
}

// maxAside is how many different copies of one version are kept.
const maxAside = 100

// newAside makes the empty file of a copy, and names the copy made before it.
func (f *File) newAside(version int) (path, last string, err error) {
	for n := 1; n <= maxAside; n++ {
		path = fmt.Sprintf("%s.v%d.copy", f.Path, version)
		if n > 1 {
			path = fmt.Sprintf("%s.v%d-%d.copy", f.Path, version, n)
		}
		err = createEmpty(path)
		var taken *OpenError
		if !errors.As(err, &taken) || taken.Code != "file.exists" {
			break
		}
		last = path
	}
	return path, last, err
}

func wholeCopy(path string) error {
	db, err := sql.Open("sqlite", dsn(path, true, true))
	if err != nil {
		return err
	}
	defer db.Close()
	var ok string
	if err := db.QueryRow("PRAGMA integrity_check").Scan(&ok); err != nil || ok != "ok" {
		return fmt.Errorf("copy before migration is damaged: %s: %w", ok, err)
	}
	return nil
}

func sameBytes(a, b string) bool {
	x, errX := os.ReadFile(a)
	y, errY := os.ReadFile(b)
	return errX == nil && errY == nil && bytes.Equal(x, y)
}
