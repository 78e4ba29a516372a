package app

import (
	"os"
	"path/filepath"

	"portfel/app/welcome"
	"portfel/data/sqlite"
)

// welcome shows the four questions of the first start.
func (w *Window) welcome() {
	w.rail = nil
	s := welcome.New(w, w.build, w.toSample)
	w.setContent(s.Content())
	s.Focus()
}

// toSample opens a throw-away copy of the sample; the own file waits.
func (w *Window) toSample() {
	dir, err := os.MkdirTemp("", "portfel-demo-")
	if err != nil {
		w.Fail(err)
		return
	}
	w.change(filepath.Join(dir, "demo.portfel"), func(path string, o sqlite.Options) (*sqlite.File, error) { return createSample(path, o) })
}
