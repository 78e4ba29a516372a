package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"github.com/gofrs/flock"
	_ "modernc.org/sqlite" // the driver

	"portfel/data"
)

// applicationID marks the program's files in the header of the database.
const applicationID = 0x50465231

// Options are what opening needs from outside.
type Options struct {
	Now    func() time.Time              // the clock
	Derive func(*Tx, data.Changed) error // rebuilds computed rows; nil = none
	All    func(*Tx) error               // rebuilds all computed rows after a migration
	Ship   Command                       // adds after a migration what a newer program ships; nil = nothing
	Who    string                        // name written into steps
}

// File is an open data file: one writer, a pool of readers, a lock.
type File struct {
	Path     string
	opt      Options
	w        *sql.DB
	r        *sql.DB
	lock     *flock.Flock
	sweep    bool // a reader of a file that lay quiet
	onChange []func(data.Changed)
}

// OpenError says why a file could not be opened: Code is the text key without
// "problem." ("file.locked", "file.newer", "file.foreign", "file.damaged",
// "file.missing", "file.folder", "file.full", "file.exists").
type OpenError struct {
	data.Problem
	Cause error
}

// Unwrap gives the cause for the log.
func (e *OpenError) Unwrap() error { return e.Cause }

// Error is the sentence's code and the cause, for logs.
func (e *OpenError) Error() string {
	if e.Cause == nil {
		return e.Problem.Error()
	}
	return e.Problem.Error() + ": " + e.Cause.Error()
}

func openError(code, path string, cause error) error {
	return &OpenError{data.Problem{Code: code, Args: []string{path}}, cause}
}

// Create makes a new file and opens it. An existing file is refused.
func Create(path string, opt Options) (*File, error) {
	if err := createEmpty(path); err != nil {
		return nil, err
	}
	file, err := open(path, opt, true)
	if err != nil {
		Discard(path)
	}
	return file, err
}

// createEmpty makes an empty file that only its owner can read.
func createEmpty(path string) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	switch {
	case errors.Is(err, fs.ErrExist):
		return openError("file.exists", path, err)
	case errors.Is(err, syscall.ENOSPC):
		return openError("file.full", path, err)
	case err != nil:
		return openError("file.folder", path, err)
	}
	return f.Close()
}

// Discard removes a closed file that could not be filled, with its log.
func Discard(path string) {
	for _, end := range []string{"", "-wal", "-shm", "-journal"} {
		os.Remove(path + end)
	}
}

// Open opens an existing file for reading and writing, and migrates it after
// setting a verified copy aside. It is refused while another program holds it.
func Open(path string, opt Options) (*File, error) {
	if err := inspect(path); err != nil {
		return nil, err
	}
	return open(path, opt, false)
}

// inspect looks at the header without SQLite, so that a foreign file is never
// touched.
func inspect(path string) error {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return openError("file.missing", path, err)
	}
	if err != nil {
		return openError("file.folder", path, err)
	}
	defer f.Close()
	head := make([]byte, 100)
	if n, _ := f.Read(head); n < 100 || string(head[:16]) != "SQLite format 3\x00" {
		return openError("file.foreign", path, nil)
	}
	if id := int(head[68])<<24 | int(head[69])<<16 | int(head[70])<<8 | int(head[71]); id != applicationID {
		return openError("file.foreign", path, nil)
	}
	version := int(head[60])<<24 | int(head[61])<<16 | int(head[62])<<8 | int(head[63])
	switch {
	case version > Version():
		return openError("file.newer", path, nil)
	case version == 0: // our mark is never written without a version
		return openError("file.damaged", path, nil)
	}
	return nil
}

func open(path string, opt Options, fresh bool) (*File, error) {
	lock, err := acquire(lockPath(path))
	if err != nil {
		return nil, openError("file.folder", path, err)
	}
	if lock == nil {
		return nil, openError("file.locked", path, nil)
	}
	f := &File{Path: path, opt: opt, lock: lock}
	if err := f.start(fresh); err != nil {
		f.Close()
		return nil, refused(path, err)
	}
	return f, nil
}

// refused is the reason for a file that cannot be opened: what is none of the
// known ones is damage.
func refused(path string, err error) error {
	err = classify(path, err)
	var open *OpenError
	if !errors.As(err, &open) {
		return openError("file.damaged", path, err)
	}
	return err
}

func (f *File) start(fresh bool) (err error) {
	if f.w, err = sql.Open("sqlite", dsn(f.Path, false, false)); err != nil {
		return err
	}
	f.w.SetMaxOpenConns(1)
	if err := f.w.Ping(); err != nil {
		return err
	}
	if f.r, err = sql.Open("sqlite", dsn(f.Path, true, false)); err != nil {
		return err
	}
	f.r.SetMaxOpenConns(2)
	f.r.SetMaxIdleConns(2)
	if err := f.migrate(fresh); err != nil {
		return err
	}
	// The header names the file and its version: it must stand in the file
	// itself, where others look, and not only in the log beside it.
	_, err = f.w.Exec("PRAGMA wal_checkpoint(PASSIVE)")
	return err
}

// dsn is the connection string; busy_timeout stands first so that the other
// pragmas wait too.
func dsn(path string, readOnly, immutable bool) string {
	abs, err := filepath.Abs(path)
	if err != nil {
		abs = path
	}
	abs = filepath.ToSlash(abs)
	if !strings.HasPrefix(abs, "/") {
		abs = "/" + abs
	}
	u := url.URL{Path: abs}
	s := "file://" + u.EscapedPath() + "?_pragma=busy_timeout(5000)&_pragma=cache_size(-8000)"
	if readOnly {
		s += "&mode=ro&_pragma=query_only(1)"
		if immutable {
			s += "&immutable=1"
		}
	} else {
		s += "&_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)&_txlock=immediate"
	}
	return s + "&_pragma=foreign_keys(1)&_pragma=recursive_triggers(1)&_dqs=0"
}

// classify turns the driver's words into a reason that a user can act on.
func classify(path string, err error) error {
	var open *OpenError
	if err == nil || errors.As(err, &open) {
		return err
	}
	text := err.Error()
	switch {
	case strings.Contains(text, "disk is full"), strings.Contains(text, "(4874)"): // SQLITE_IOERR_SHMSIZE: no room for the log's index
		return openError("file.full", path, err)
	case strings.Contains(text, "malformed"), strings.Contains(text, "not a database"), strings.Contains(text, "disk I/O error"):
		return openError("file.damaged", path, err)
	case strings.Contains(text, "readonly"), strings.Contains(text, "unable to open"):
		return openError("file.folder", path, err)
	case strings.Contains(text, "locked"):
		return openError("file.locked", path, err)
	}
	return err
}

// Close ends all connections and gives the file free.
func (f *File) Close() error {
	var errs []error
	if f.r != nil {
		errs = append(errs, f.r.Close())
	}
	if f.w != nil {
		errs = append(errs, f.w.Close())
	}
	if f.sweep {
		sweepLog(f.Path)
	}
	if f.lock != nil {
		os.Remove(f.lock.Path()) // while still held, so that nobody else's is removed
		errs = append(errs, f.lock.Unlock())
	}
	return errors.Join(errs...)
}

// Read is a reader over the committed state.
func (f *File) Read() *Reader { return &Reader{f.r, f.opt.Now, f.Path} }

// OnChange adds a listener that hears of every committed step, in order.
func (f *File) OnChange(fn func(data.Changed)) { f.onChange = append(f.onChange, fn) }

// SaveCopy writes a clean copy of the file to a new path.
func (f *File) SaveCopy(path string) error {
	if err := createEmpty(path); err != nil {
		return err
	}
	if err := f.copyTo(path); err != nil {
		os.Remove(path) // a part of a copy is worse than none
		return fmt.Errorf("copy: %w", classify(path, err))
	}
	return nil
}

// copyTo lets one reading connection write: the other file, never this one,
// which it has open read-only.
func (f *File) copyTo(path string) error {
	ctx := context.Background()
	c, err := f.r.Conn(ctx)
	if err != nil {
		return err
	}
	defer c.Close()
	if _, err := c.ExecContext(ctx, "PRAGMA query_only = 0"); err != nil {
		return err
	}
	_, err = c.ExecContext(ctx, "VACUUM INTO ?", path)
	_, back := c.ExecContext(ctx, "PRAGMA query_only = 1")
	return errors.Join(err, back)
}

// Options are what the file was opened with, for opening another one alike.
func (f *File) Options() Options { return f.opt }
