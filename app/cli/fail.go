package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"syscall"

	"portfel/data"
	"portfel/data/sqlite"
	"portfel/data/text"
)

// failure ends a command with an exit code and a sentence: the text of a key, or
// of an error.
type failure struct {
	code int
	key  string
	args []any
	err  error
}

// Error is for logs.
func (f *failure) Error() string {
	if f.err != nil {
		return f.err.Error()
	}
	return fmt.Sprint(append([]any{f.key}, f.args...)...)
}

// Unwrap is the cause.
func (f *failure) Unwrap() error { return f.err }

// usage is a wrong call of the command.
func usage(key string, args ...any) error { return &failure{code: exitUsage, key: key, args: args} }

// defect is data that cannot be taken.
func defect(key string, args ...any) error { return &failure{code: exitDefect, key: key, args: args} }

// noFile is a file that cannot be opened or written.
func noFile(key string, args ...any) error { return &failure{code: exitFile, key: key, args: args} }

// in names the file in which an error stands.
func in(path string, code int, err error) error {
	if err == nil {
		return nil
	}
	return &failure{code: code, key: "cli.in", args: []any{path}, err: err}
}

//text:prefix cli.file.

// fail prints an error in the words of the call and gives the exit code; of
// several errors each has its line, and the highest code counts.
func (c *call) fail(err error) int {
	if err == nil {
		return exitDone
	}
	if several, ok := err.(interface{ Unwrap() []error }); ok {
		code := exitDone
		for _, e := range several.Unwrap() {
			code = max(code, c.fail(e))
		}
		return code
	}
	code, line := c.sentence(err)
	if line != "" {
		fmt.Fprintln(c.env.Stderr, "portfel: "+line)
	}
	return code
}

func (c *call) sentence(err error) (int, string) {
	var f *failure
	var open *sqlite.OpenError
	switch {
	case errors.As(err, &open):
		return exitFile, c.opening(open)
	case errors.As(err, &f) && f.err != nil:
		return f.code, c.words.F(f.key, append(c.spoken(f.args), c.cause(f.err))...)
	case errors.As(err, &f) && f.key == "":
		return f.code, ""
	case errors.As(err, &f):
		return f.code, c.words.F(f.key, c.spoken(f.args)...)
	}
	return exitDefect, c.words.Error(err)
}

// cause is the sentence of an error inside another.
func (c *call) cause(err error) string {
	var f *failure
	if errors.As(err, &f) {
		_, s := c.sentence(err)
		return s
	}
	return c.words.Error(err)
}

// spoken puts words in the place of kinds and causes.
func (c *call) spoken(args []any) []any {
	out := make([]any, len(args))
	for i, a := range args {
		switch x := a.(type) {
		case data.Kind:
			out[i] = c.words.Code(x)
		case cause:
			out[i] = x.words(c.words)
		default:
			out[i] = a
		}
	}
	return out
}

// cause is why a file could not be written.
type cause struct {
	path string
	err  error
}

// words are the cause as a user knows it; what is none of the common ones is told
// as the system says it, without the names of our own files.
func (x cause) words(w *text.Words) string {
	st, err := os.Stat(x.path)
	switch {
	case err == nil && st.IsDir():
		return w.T("cli.cause.isFolder")
	case errors.Is(x.err, fs.ErrNotExist):
		return w.T("cli.cause.noFolder")
	case errors.Is(x.err, fs.ErrPermission), errors.Is(x.err, syscall.EROFS):
		return w.T("cli.cause.rights")
	case errors.Is(x.err, syscall.ENOSPC):
		return w.T("cli.cause.full")
	}
	var number syscall.Errno
	if errors.As(x.err, &number) {
		return number.Error()
	}
	return x.err.Error()
}

// opening says why a file cannot be opened, and what to do.
func (c *call) opening(e *sqlite.OpenError) string {
	key := "cli." + e.Code
	if !c.words.Has(key) {
		return c.words.Error(e.Problem)
	}
	return c.words.F(key, e.Args[0], "portfel new FILE")
}
