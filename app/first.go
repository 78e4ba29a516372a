package app

import (
	"os"
	"path/filepath"

	"portfel/app/welcome"
	"portfel/data/text"
)

// welcome shows the four questions of the first start.
func (w *Window) welcome() {
	w.rail = nil
	s := welcome.New(w, w.first, welcome.Ways{Done: w.build, Sample: w.toSample, Language: func(l text.Lang, so welcome.State) {
		w.first = &so
		w.SetLang(l)
		w.build()
	}})
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
	f, err := createSample(filepath.Join(dir, "demo.portfel"), w.File.Options())
	if err != nil {
		w.Fail(err)
		return
	}
	w.close()
	opt := w.opt
	opt.Path, opt.Demo, opt.Scratch = f.Path, true, dir
	attach(w.win, f, opt)
}
