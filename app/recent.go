package app

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/adrg/xdg"

	"portfel/app/desk"
)

// maxRecent is how many files the palette offers to open again.
const maxRecent = 8

// recentPath is the list of files that were open, newest first, a path a line.
func recentPath() string { return filepath.Join(xdg.StateHome, "portfel", "recent") }

// recent are the files that were open and still are there.
func recent() []string {
	b, err := os.ReadFile(recentPath())
	if err != nil {
		return nil
	}
	var out []string
	for _, p := range strings.Split(string(b), "\n") {
		if _, err := os.Stat(p); err == nil && p != "" {
			out = append(out, p)
		}
	}
	return out
}

// noteRecent puts a file at the head of the list. A list that cannot be written
// is no trouble for anybody.
func noteRecent(path string) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return
	}
	list := slices.DeleteFunc(recent(), func(p string) bool { return p == abs })
	list = append([]string{abs}, list...)
	if len(list) > maxRecent {
		list = list[:maxRecent]
	}
	if os.MkdirAll(filepath.Dir(recentPath()), 0o700) == nil {
		_ = os.WriteFile(recentPath(), []byte(strings.Join(list, "\n")+"\n"), 0o600)
	}
}

// recentActions open the files that were open before.
func (w *Window) recentActions() []desk.Action {
	here, _ := filepath.Abs(w.File.Path)
	var out []desk.Action
	for _, p := range recent() {
		if p != here {
			out = append(out, desk.Action{Label: w.Words().F("app.action.recent", filepath.Base(p)+" · "+filepath.Dir(p)), Do: func() { w.reopen(p) }})
		}
	}
	return out
}
