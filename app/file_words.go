package app

import (
	"errors"

	"portfel/data/sqlite"
	"portfel/data/text"
)

// sentence is what a person reads of an error: why a file is not opened, with
// its name and what to do, else what the words say of the error.
//
//text:prefix cli.file.
func sentence(w *text.Words, err error) string {
	var open *sqlite.OpenError
	if !errors.As(err, &open) || !w.Has("cli."+open.Code) || len(open.Args) == 0 {
		return w.Error(err)
	}
	return w.F("cli."+open.Code, open.Args[0], w.T("app.action.new"))
}
