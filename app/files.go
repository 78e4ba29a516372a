package app

import (
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"
	"github.com/adrg/xdg"

	"portfel/app/ui"
	"portfel/data"
	"portfel/data/sqlite"
	"portfel/data/text"
)

func fileName(path string) string { return filepath.Base(path) }

// pickSave asks for the path of a file to write. The path is typed; a folder can
// be chosen. Writing is the caller's.
func pickSave(win fyne.Window, words *text.Words, name string, do func(string)) {
	path := ui.NewField(filepath.Join(startFolder(), name))
	folder := ui.NewButton(ui.Secondary, words.T("app.folder"), func() {
		chooseFolder(win.Canvas(), words, filepath.Dir(path.Text), func(dir string) {
			path.SetValue(filepath.Join(dir, filepath.Base(path.Text)))
		})
	})
	folder.Small = true
	sheet := ui.ShowDialog(win.Canvas(), ui.Dialog{Title: words.T("app.saveas"), Width: 620, Confirm: words.T("app.save"),
		Content: ui.Across(8, ui.Flex(1, path), ui.Own(folder)),
		OnConfirm: func() error {
			if path.Text == "" || !filepath.IsAbs(path.Text) {
				return data.Problems{{Code: "path", Args: []string{path.Text}}}
			}
			do(path.Text)
			return nil
		}})
	path.OnSubmitted = func(string) { sheet.Confirm() }
	win.Canvas().Focus(path)
}

// startFolder is where people keep papers: Documents, else home.
func startFolder() string {
	for _, dir := range []string{xdg.UserDirs.Documents, xdg.Home} {
		if st, err := os.Stat(dir); err == nil && st.IsDir() {
			return dir
		}
	}
	return ""
}

// OpenFile asks for a path to read.
func (w *Window) OpenFile(extensions []string, do func(string)) {
	chooseFile(w.win.Canvas(), w.Words(), extensions, do)
}

// SaveFile asks for a path to write.
func (w *Window) SaveFile(name string, do func(string)) { pickSave(w.win, w.Words(), name, do) }

func (w *Window) askOpen() {
	w.OpenFile([]string{".portfel"}, func(path string) { w.change(path, sqlite.Open) })
}

// reopen opens a file that was open before.
func (w *Window) reopen(path string) { w.change(path, sqlite.Open) }

func (w *Window) askNew() {
	w.SaveFile(w.Words().T("app.file.name"), func(path string) { w.change(path, create) })
}

// askCopy writes a clean copy of the file.
func (w *Window) askCopy() {
	w.SaveFile(w.Words().T("app.file.name"), func(path string) {
		if err := w.File.SaveCopy(path); err != nil {
			w.Fail(err)
			return
		}
		w.Say(w.Words().F("app.copied", path), "", nil)
	})
}

// change closes this file and opens another in the same window. When the other
// cannot be opened, this one stays.
func (w *Window) change(path string, open func(string, sqlite.Options) (*sqlite.File, error)) {
	f, err := open(path, w.File.Options())
	if err != nil {
		w.Fail(err)
		return
	}
	w.close()
	opt := w.opt
	opt.Path, opt.Demo, opt.Scratch = path, false, ""
	attach(w.win, f, opt)
}
