package app

import (
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"github.com/adrg/xdg"

	"portfel/app/desk"
	"portfel/app/ui"
	"portfel/data/command"
	"portfel/data/sample"
	"portfel/data/sqlite"
	"portfel/data/text"
)

// Options are what the window needs from outside.
type Options struct {
	Path string           // data file; "" = the user's own
	Demo bool             // open a throw-away copy of the sample file
	Lang string           // language of a new file: a locale as the system names it
	Now  func() time.Time // the clock
	// Scratch is a folder that goes with the window: that of the sample's copy.
	Scratch string
}

// DefaultPath is the user's own data file.
func DefaultPath() string { return filepath.Join(xdg.DataHome, "portfel", "portfel.portfel") }

// Start opens the file and its window. The caller then runs the app.
func Start(a fyne.App, opt Options) {
	win := a.NewWindow("")
	win.SetMaster()
	win.SetPadded(false)
	win.Resize(fyne.NewSize(1440, 900))
	ui.SetWords(text.For(text.LangOf(opt.Lang)))
	ui.Apply(false)
	f, err := openFile(&opt)
	if err != nil {
		refuse(win, opt, err)
	} else {
		attach(win, f, opt)
	}
	win.Show()
}

// attach gives a window to an open file, and closes the file with it.
func attach(win fyne.Window, f *sqlite.File, opt Options) *Window {
	w := newWindow(win, f, opt)
	ui.OnForm, ui.OnFormLeft = w.bringDraft, w.formLeft
	if opt.Scratch == "" {
		noteRecent(f.Path)
	}
	tick, rest := w.tick(), ui.KeepPainted(win.Canvas())
	ended := desk.OnTerminate(func() { w.close(); win.Close() })
	w.stop = func() { tick(); rest(); ended() }
	win.SetOnDropped(func(_ fyne.Position, files []fyne.URI) { w.dropped(files) })
	win.SetCloseIntercept(func() {
		w.close()
		win.Close()
	})
	return w
}

// close keeps what is open, ends the clock and gives the file free.
func (w *Window) close() {
	w.leave()
	w.stop()
	w.stop = func() {}
	if err := w.File.Close(); err != nil {
		slog.Error("close", "error", err)
	}
	if w.opt.Scratch != "" {
		os.RemoveAll(w.opt.Scratch)
	}
}

// openFile opens the named file, the sample, or the user's own, which the first
// start creates.
func openFile(opt *Options) (*sqlite.File, error) {
	store := command.Options(opt.Now)
	if opt.Demo {
		dir, err := os.MkdirTemp("", "portfel-demo-")
		if err != nil {
			return nil, err
		}
		opt.Path, opt.Scratch = filepath.Join(dir, "demo.portfel"), dir
		return createSample(opt.Path, store)
	}
	if opt.Path == "" {
		opt.Path = DefaultPath()
		if err := os.MkdirAll(filepath.Dir(opt.Path), 0o700); err != nil {
			return nil, err
		}
	}
	f, err := sqlite.Open(opt.Path, store)
	if missing(err) {
		return create(opt.Path, store)
	}
	if err != nil {
		return nil, err
	}
	return f, command.Refresh(f)
}

func missing(err error) bool {
	var e *sqlite.OpenError
	return errors.As(err, &e) && e.Code == "file.missing"
}

func create(path string, store sqlite.Options) (*sqlite.File, error) {
	f, err := sqlite.Create(path, store)
	if err != nil {
		return nil, err
	}
	if _, err := f.Base(command.Seed{}); err != nil {
		f.Close()
		sqlite.Discard(path)
		return nil, err
	}
	return f, nil
}

func createSample(path string, store sqlite.Options) (*sqlite.File, error) {
	f, err := create(path, store)
	if err != nil {
		return nil, err
	}
	if err := sample.Fill(f); err != nil {
		f.Close()
		sqlite.Discard(path)
		return nil, err
	}
	return f, nil
}

// refuse says in the window why a file could not be opened, and offers others.
func refuse(win fyne.Window, opt Options, err error) {
	slog.Error("open", "path", opt.Path, "error", err)
	words := text.For(text.LangOf(opt.Lang))
	again := ui.NewButton(ui.Primary, words.T("app.action.open"), func() {
		chooseFile(win.Canvas(), words, []string{".portfel"}, func(path string) { swap(win, opt, path, sqlite.Open) })
	})
	fresh := ui.NewButton(ui.Secondary, words.T("app.action.new"), func() {
		pickSave(win, words, words.T("app.file.name"), func(path string) { swap(win, opt, path, create) })
	})
	win.SetTitle(words.T("app.name"))
	win.Canvas().AddShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyO, Modifier: fyne.KeyModifierControl}, func(fyne.Shortcut) { again.OnTapped() })
	win.Canvas().AddShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyQ, Modifier: fyne.KeyModifierControl}, func(fyne.Shortcut) { win.Close() })
	win.SetContent(ui.Pad(200, 240, ui.Down(16, ui.Own(ui.NewHead(words.T("app.refused"))), ui.Own(ui.NewLabel(sentence(words, err))),
		ui.Own(ui.Across(8, ui.Own(again), ui.Own(fresh))))))
}

// swap puts another file into the window.
func swap(win fyne.Window, opt Options, path string, open func(string, sqlite.Options) (*sqlite.File, error)) {
	opt.Path, opt.Demo, opt.Scratch = path, false, ""
	f, err := open(path, command.Options(opt.Now))
	if err != nil {
		refuse(win, opt, err)
		return
	}
	attach(win, f, opt)
}

// leave keeps open edits and where the window was.
func (w *Window) leave() {
	w.keepDraft()
	if w.rail == nil {
		return
	}
	places := map[string]string{"room": w.active}
	for id, h := range w.rooms {
		commit(h.Screen)
		if m, ok := h.Screen.(desk.Rememberer); ok {
			places["room."+id] = m.Remember()
		}
	}
	err := w.File.Keep(func(tx *sqlite.Tx) error {
		for place, body := range places {
			if err := tx.Remember(place, body); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		slog.Error("remember", "error", err)
	}
}
