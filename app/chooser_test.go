package app

import (
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"portfel/data"
)

// folder makes files, and folders where the name ends in a slash.
func folder(t *testing.T, names ...string) string {
	t.Helper()
	dir := t.TempDir()
	for _, n := range names {
		path, isDir := filepath.Join(dir, n), n[len(n)-1] == '/'
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		var err error
		if isDir {
			err = os.Mkdir(path, 0o755)
		} else {
			err = os.WriteFile(path, nil, 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func chosenIn(w *Window, dir string, ext ...string) (k *chooser, got *string) {
	got = new(string)
	k = &chooser{words: w.Words(), ext: ext, do: func(p string) { *got = p }}
	k.show(w.Canvas(), "", "", dir)
	return k, got
}

func TestTheChooserListsFoldersThenFittingFiles(t *testing.T) {
	w := sampleWindow(t)
	dir := folder(t, "б.ics", "А.ICS", "лист.xlsx", ".тайна.ics", "ёж/", "дом/")
	k, _ := chosenIn(w, dir, ".ics")
	var names []string
	for _, e := range k.entries {
		names = append(names, e.name)
	}
	want := []string{"На папку выше", "дом", "ёж", "А.ICS", "б.ics"}
	if len(names) != len(want) {
		t.Fatalf("%q", names)
	}
	for i := range want {
		if names[i] != want[i] {
			t.Errorf("line %d: %q, not %q", i, names[i], want[i])
		}
	}
}

func TestAPathIsTypedFromTheFolderThatIsShown(t *testing.T) {
	w := sampleWindow(t)
	dir := folder(t, "дом/план.ics")
	k, got := chosenIn(w, dir, ".ics")
	typed(w, "дом")
	press(w, fyne.KeyReturn)
	if k.dir != filepath.Join(dir, "дом") || *got != "" {
		t.Fatalf("a typed folder: shows %s, took %q", k.dir, *got)
	}
	k.path.SetText("план.ics")
	press(w, fyne.KeyReturn)
	if *got != filepath.Join(dir, "дом", "план.ics") {
		t.Errorf("took %q", *got)
	}
}

func TestTheChooserNamesAFileThatIsNotThere(t *testing.T) {
	w := sampleWindow(t)
	k, got := chosenIn(w, folder(t))
	k.path.SetText("нет.ics")
	err := k.confirm()
	if p, ok := err.(data.Problem); !ok || p.Code != "fileRead" || *got != "" {
		t.Errorf("%v, took %q", err, *got)
	}
}

func TestTheKeyboardWalksTheList(t *testing.T) {
	w := sampleWindow(t)
	dir := folder(t, "дом/план.ics")
	k, got := chosenIn(w, dir, ".ics")
	w.Canvas().Focus(k.list)
	press(w, fyne.KeyDown, fyne.KeyReturn) // past the way up, into the folder
	press(w, fyne.KeyDown, fyne.KeyReturn)
	if *got != filepath.Join(dir, "дом", "план.ics") {
		t.Errorf("took %q, shows %s", *got, k.dir)
	}
}
