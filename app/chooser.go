package app

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"portfel/app/ui"
	"portfel/data"
	"portfel/data/text"
)

// chooser finds a file or a folder on the disk: its path can be typed, and below
// stands what the folder holds. The toolkit's own dialog takes no path, has no
// keys and speaks English in places.
type chooser struct {
	words   *text.Words
	ext     []string // with the dot; none = every file
	folders bool     // a folder is wanted, files are not shown
	dir     string
	entries []entry
	path    *ui.Field
	list    *ui.List
	sheet   *ui.Sheet
	do      func(string)
}

// entry is a line of the list: up, a folder, or a file.
type entry struct {
	name string
	path string
	dir  bool
	up   bool
}

// chooseFile asks for an existing file with one of the extensions.
func chooseFile(c fyne.Canvas, words *text.Words, ext []string, do func(string)) {
	(&chooser{words: words, ext: ext, do: do}).show(c, words.T("pick.file"), words.T("pick.open"), startFolder())
}

// chooseFolder asks for a folder.
func chooseFolder(c fyne.Canvas, words *text.Words, dir string, do func(string)) {
	(&chooser{words: words, folders: true, do: do}).show(c, words.T("pick.folder"), words.T("pick.take"), dir)
}

func (k *chooser) show(c fyne.Canvas, title, yes, dir string) {
	k.path = ui.NewField("")
	k.list = ui.NewList(func() int { return len(k.entries) }, k.fill)
	k.list.OnSelect = k.picked
	k.list.OnOpen = func(i int) { k.enter(k.entries[i].path) }
	k.list.Empty = ui.NewEmpty(k.words.T("pick.empty"), nil)
	k.open(dir)
	k.sheet = ui.ShowDialog(c, ui.Dialog{Title: title, Width: 640, Confirm: yes, Content: ui.Down(10, ui.Own(k.path), ui.Fixed(400, k.list)),
		OnConfirm: func() error { return k.confirm() }})
	c.Focus(k.path)
}

// confirm goes into a typed folder, or takes what is typed.
func (k *chooser) confirm() error {
	path := absolute(k.path.Text, k.dir)
	st, err := os.Stat(path)
	switch {
	case err != nil:
		return data.Problem{Code: "fileRead", Args: []string{path, err.Error()}}
	case st.IsDir() && !k.folders:
		k.open(path)
		return ui.Refuse("") // the dialog stays
	case !st.IsDir() && k.folders:
		path = filepath.Dir(path)
	}
	k.sheet.Close()
	k.do(path)
	return nil
}

// picked shows the path of a line; the way up leaves that of the folder.
func (k *chooser) picked(i int) {
	if k.entries[i].up {
		k.path.SetValue(k.dir)
		return
	}
	k.path.SetValue(k.entries[i].path)
}

// enter opens a folder of the list, or takes the file.
func (k *chooser) enter(path string) {
	if st, err := os.Stat(path); err == nil && st.IsDir() {
		k.open(path)
		k.list.Select(0)
		k.sheet.SetProblem("")
		return
	}
	k.path.SetValue(path)
	k.sheet.Confirm()
}

// open lists a folder; one that cannot be read is shown empty.
func (k *chooser) open(dir string) {
	k.dir = dir
	k.path.SetValue(dir)
	k.entries = k.entries[:0]
	if up := filepath.Dir(dir); up != dir {
		k.entries = append(k.entries, entry{name: k.words.T("pick.up"), path: up, dir: true, up: true})
	}
	found, _ := os.ReadDir(dir)
	for _, f := range found {
		path := filepath.Join(dir, f.Name())
		st, err := os.Stat(path) // follows a link
		if err != nil || strings.HasPrefix(f.Name(), ".") || !st.IsDir() && (k.folders || !k.fits(f.Name())) {
			continue
		}
		k.entries = append(k.entries, entry{name: f.Name(), path: path, dir: st.IsDir()})
	}
	slices.SortStableFunc(k.entries, byName)
	k.list.Reload()
	k.list.Select(-1)
}

// byName puts the way up first, then folders, then files.
func byName(a, b entry) int {
	if rank(a) != rank(b) {
		return rank(a) - rank(b)
	}
	return strings.Compare(data.Fold(a.name), data.Fold(b.name))
}

func rank(e entry) int {
	switch {
	case e.up:
		return 0
	case e.dir:
		return 1
	}
	return 2
}

func (k *chooser) fits(name string) bool {
	return len(k.ext) == 0 || slices.Contains(k.ext, strings.ToLower(filepath.Ext(name)))
}

func (k *chooser) fill(i int, r *ui.ListRow) {
	e := k.entries[i]
	*r = ui.ListRow{ID: e.path, Title: e.name, Icon: ui.IconDocuments}
	if e.up {
		r.Icon, r.Role = ui.IconUp, ui.Muted
	} else if e.dir {
		r.Icon, r.Right = ui.IconRight, k.words.T("pick.dir")
	}
}

// absolute completes a typed path: from home with ~, from the folder that is
// shown without a root.
func absolute(path, dir string) string {
	path = strings.TrimSpace(path)
	if rest, ok := strings.CutPrefix(path, "~"); ok && (rest == "" || os.IsPathSeparator(rest[0])) {
		if home, err := os.UserHomeDir(); err == nil {
			path = home + rest
		}
	}
	if !filepath.IsAbs(path) {
		path = filepath.Join(dir, path)
	}
	return filepath.Clean(path)
}
