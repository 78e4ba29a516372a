package text

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"

	"portfel/assets"
)

// entry is the value of a key: one text, or plural forms by CLDR category.
type entry struct {
	text  string
	forms map[string]string
	file  string // where it stands, for messages
}

// plain is the text of an entry without a number: the form "other" of a plural.
func (e entry) plain() string {
	if e.forms == nil {
		return e.text
	}
	return e.form("other")
}

// form is a plural form; a form that the file leaves out falls back on the one
// for many.
func (e entry) form(category string) string {
	if e.forms == nil {
		return e.text
	}
	for _, c := range []string{category, "other", "many"} {
		if s, ok := e.forms[c]; ok {
			return s
		}
	}
	return ""
}

// all holds the words of both languages; defects are what is wrong with the
// files. The first file in the order of names wins a key that stands twice, so
// that the program still starts and speaks.
var all, defects = loadAll(assets.Text)

// Check tells what is wrong with the word files: unreadable files, keys that
// stand twice, values of a wrong shape. The program reports it at start, the
// tests fail on it.
func Check() error { return defects }

func loadAll(files fs.FS) (map[Lang]*Words, error) {
	m := make(map[Lang]*Words, len(Langs))
	var errs []error
	for _, l := range Langs {
		words, err := load(files, l)
		errs = append(errs, err)
		m[l] = &Words{l, words, newOrder(l)}
	}
	return m, errors.Join(errs...)
}

// load reads every file of one language.
func load(files fs.FS, l Lang) (map[string]entry, error) {
	names, err := fs.Glob(files, "text/"+string(l)+"/*.json")
	words := map[string]entry{}
	errs := []error{err}
	for _, name := range names {
		b, err := fs.ReadFile(files, name)
		if err == nil {
			err = addFile(words, path.Join(string(l), path.Base(name)), b)
		}
		errs = append(errs, err)
	}
	return words, errors.Join(errs...)
}

// addFile adds the keys of one file. It reads token by token because a map
// would hide a key that stands twice.
func addFile(words map[string]entry, file string, b []byte) error {
	d := json.NewDecoder(bytes.NewReader(b))
	if t, err := d.Token(); err != nil || t != json.Delim('{') {
		return fmt.Errorf("words %s: not an object: %v", file, err)
	}
	var errs []error
	for d.More() {
		t, err := d.Token()
		key, ok := t.(string)
		if err != nil || !ok {
			return errors.Join(append(errs, fmt.Errorf("words %s: %w", file, err))...)
		}
		var raw json.RawMessage
		if err := d.Decode(&raw); err != nil {
			return errors.Join(append(errs, fmt.Errorf("words %s: key %s: %w", file, key, err))...)
		}
		errs = append(errs, addKey(words, file, key, raw))
	}
	if _, err := d.Token(); err != nil {
		return errors.Join(append(errs, fmt.Errorf("words %s: %w", file, err))...)
	}
	if _, err := d.Token(); err != io.EOF {
		errs = append(errs, fmt.Errorf("words %s: text after the object", file))
	}
	return errors.Join(errs...)
}

func addKey(words map[string]entry, file, key string, raw json.RawMessage) error {
	if old, ok := words[key]; ok {
		return fmt.Errorf("words %s: key %s stands already in %s", file, key, old.file)
	}
	e := entry{file: file}
	if json.Unmarshal(raw, &e.text) != nil {
		if err := json.Unmarshal(raw, &e.forms); err != nil {
			return fmt.Errorf("words %s: key %s: neither a text nor plural forms", file, key)
		}
		for c := range e.forms {
			if c != "one" && c != "few" && c != "many" && c != "other" {
				return fmt.Errorf("words %s: key %s: unknown plural form %s", file, key, c)
			}
		}
	}
	words[key] = e
	return nil
}
