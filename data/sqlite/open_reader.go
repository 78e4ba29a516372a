package sqlite

import (
	"database/sql"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// OpenReader opens a file only to read it, also while a window holds it. A file
// of an older version is refused as "file.older": open it to migrate it first.
func OpenReader(path string, opt Options) (*File, error) {
	if err := inspect(path); err != nil {
		return nil, err
	}
	f := &File{Path: path, opt: opt, sweep: quiet(path)}
	for _, immutable := range []bool{false, true} {
		db, err := sql.Open("sqlite", dsn(path, true, immutable))
		if err != nil {
			return nil, refused(path, err)
		}
		var v int
		if err = db.QueryRow("PRAGMA user_version").Scan(&v); err == nil {
			_, err = db.Exec("SELECT 1 FROM setting LIMIT 1")
		}
		if err != nil {
			db.Close()
			if !immutable && !writable(filepath.Dir(path)) {
				continue
			}
			return nil, refused(path, err)
		}
		if v != Version() {
			f.r = db
			f.Close()
			return nil, openError(map[bool]string{true: "file.older", false: "file.newer"}[v < Version()], path, nil)
		}
		f.r = db
		return f, nil
	}
	return nil, openError("file.folder", path, nil)
}

func writable(dir string) bool {
	t, err := os.CreateTemp(dir, ".portfel-*")
	if err != nil {
		return false
	}
	t.Close()
	os.Remove(t.Name())
	return true
}

// quiet tells whether nothing is written beside the file: no log, or an empty one
// of somebody who has it open.
func quiet(path string) bool {
	st, err := os.Stat(realPath(path) + "-wal")
	return errors.Is(err, fs.ErrNotExist) || err == nil && st.Size() == 0
}

// sweepLog takes away the log that reading made beside a quiet file. A reader may
// not do it; who may write does it by closing the file as the last one, and
// leaves all as it is when others have it open. Where nothing can be written the
// log stays.
func sweepLog(path string) {
	db, err := sql.Open("sqlite", dsn(path, false, false)+"&mode=rw")
	if err != nil {
		return
	}
	db.Ping()
	db.Close()
}
