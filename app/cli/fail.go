package cli

import (
	"errors"
	"fmt"

	"portfel/data"
	"portfel/data/sqlite"
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

// fail prints an error in the words of the call and gives the exit code.
func (c *call) fail(err error) int {
	if err == nil {
		return exitDone
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
		return f.code, c.words.F(f.key, append(c.spoken(f.args), c.words.Error(f.err))...)
	case errors.As(err, &f) && f.key == "":
		return f.code, ""
	case errors.As(err, &f):
		return f.code, c.words.F(f.key, c.spoken(f.args)...)
	}
	return exitDefect, c.words.Error(err)
}

// spoken puts words in the place of kinds.
func (c *call) spoken(args []any) []any {
	out := make([]any, len(args))
	for i, a := range args {
		out[i] = a
		if k, ok := a.(data.Kind); ok {
			out[i] = c.words.Code(k)
		}
	}
	return out
}

// opening says why a file cannot be opened, and what to do.
func (c *call) opening(e *sqlite.OpenError) string {
	key := "cli." + e.Code
	if !c.words.Has(key) {
		return c.words.Error(e.Problem)
	}
	return c.words.F(key, e.Args[0], "portfel new FILE")
}
