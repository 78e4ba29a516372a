package wordcheck

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

// Use is a place where a key is used.
type Use struct {
	Key  string
	File string // path below the root
	Line int
}

// String is "file:line: key".
func (u Use) String() string { return fmt.Sprintf("%s:%d: %s", u.File, u.Line, u.Key) }

// Report is what does not fit together.
type Report struct {
	Missing []Use    // used and not defined, in the order of the files
	Unused  []string // defined and not used, sorted
}

// Check reads all Go files below the root, without tests, testdata and hidden
// folders, and compares them with the defined keys.
func Check(root fs.FS, keys []string) (Report, error) {
	u := newUses(keys)
	err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			return skip(name, d.Name())
		}
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		return u.readFile(root, name)
	})
	return u.report(keys), err
}

func skip(path, base string) error {
	if path != "." && (strings.HasPrefix(base, ".") || strings.HasPrefix(base, "_") || base == "testdata" || base == "vendor") {
		return fs.SkipDir
	}
	return nil
}

// uses collects what the source says.
type uses struct {
	defined  map[string]bool
	used     map[string]bool
	prefixes map[string]bool
	missing  []Use
}

func newUses(keys []string) *uses {
	u := &uses{map[string]bool{}, map[string]bool{}, map[string]bool{}, nil}
	for _, k := range keys {
		u.defined[k] = true
	}
	return u
}

// must notes a key that has to be defined.
func (u *uses) must(key string, at Use) {
	u.used[key] = true
	if !u.defined[key] {
		at.Key = key
		u.missing = append(u.missing, at)
	}
}

// mustPrefix notes the beginning of keys; at least one has to be defined.
func (u *uses) mustPrefix(prefix string, at Use) {
	u.prefixes[prefix] = true
	for k := range u.defined {
		if strings.HasPrefix(k, prefix) {
			return
		}
	}
	at.Key = prefix + "…"
	u.missing = append(u.missing, at)
}

// report compares what was collected with the defined keys.
func (u *uses) report(keys []string) Report {
	r := Report{Missing: u.missing}
	for _, k := range keys {
		if !u.used[k] && !u.begun(k) {
			r.Unused = append(r.Unused, k)
		}
	}
	slices.Sort(r.Unused)
	return r
}

// begun tells whether a declared prefix begins the key.
func (u *uses) begun(key string) bool {
	for p := range u.prefixes {
		if strings.HasPrefix(key, p) {
			return true
		}
	}
	return false
}
