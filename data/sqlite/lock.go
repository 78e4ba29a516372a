package sqlite

import (
	"os"
	"path/filepath"

	"github.com/gofrs/flock"
)

// lockPath is the lock beside the file itself: a link to a file has the lock of
// what it points to.
func lockPath(path string) string { return realPath(path) + ".lock" }

// realPath is the file that a path means behind all links; the path itself when
// it cannot be followed.
func realPath(path string) string {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		return real
	}
	return path
}

// acquire takes the lock beside a file; nil means that somebody else has it. The
// one who gives it free removes the lock file: a lock on a file that is there no
// longer keeps nobody out and is taken anew.
func acquire(path string) (*flock.Flock, error) {
	for range 10 {
		lock := flock.New(path)
		if ok, err := lock.TryLock(); err != nil || !ok {
			return nil, err
		}
		mine, err := lock.Stat()
		there, gone := os.Stat(path)
		if err == nil && gone == nil && os.SameFile(mine, there) {
			return lock, nil
		}
		lock.Unlock()
	}
	return nil, nil
}
