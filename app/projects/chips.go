package projects

import (
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/text"
)

// The chips that narrow the register.
const (
	chipActive  = "active"
	chipAll     = "all"
	chipMine    = "mine"
	chipClosed  = "closed"
	chipArchive = "archive"
)

var chipList = []string{chipActive, chipAll, chipMine, chipClosed, chipArchive}

func chipOptions(w *text.Words) []ui.Option {
	var out []ui.Option
	for _, c := range chipList {
		out = append(out, ui.Option{ID: c, Label: w.T("projects.chip." + c)})
	}
	return out
}

func known(chip string) bool {
	for _, c := range chipList {
		if c == chip {
			return true
		}
	}
	return false
}

// chipHas tells whether a chip shows the project.
func chipHas(chip string, r data.ProjectRow) bool {
	if chip == chipArchive {
		return !r.ArchivedOn.IsZero()
	}
	if !r.ArchivedOn.IsZero() {
		return false
	}
	switch chip {
	case chipActive:
		return r.Status.Open()
	case chipMine:
		return r.Status.Open() && r.Mine
	case chipClosed:
		return !r.Status.Open()
	}
	return true
}

// chipFor is the chip that shows the project for sure.
func chipFor(r data.ProjectRow) string {
	if !r.ArchivedOn.IsZero() {
		return chipArchive
	}
	return chipAll
}
