package app

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"

	"portfel/app/desk"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
	"portfel/data/mspdi"
)

// importable are the endings of the files that an import reads.
var importable = []string{".xml", ".xlsx", ".csv", ".txt", ".tsv", ".ics", ".ical", ".ifb"}

// importFile asks for a file and shows what its import would do.
func (w *Window) importFile() { w.OpenFile(importable, w.importPath) }

// importICS is the same for calendar files only.
func (w *Window) importICS() {
	w.OpenFile([]string{".ics", ".ical", ".ifb"}, w.importPath)
}

// importPath reads a file aside, then shows its preview.
func (w *Window) importPath(path string) {
	var d *importDialog
	w.Work(w.Words().F("importing.reading", fileName(path)), func(ctx context.Context, progress func(float64)) error {
		progress(.1)
		src, err := readSource(path)
		if err != nil {
			return err
		}
		progress(.5)
		if d, err = w.newImport(src); err != nil {
			return err
		}
		return ctx.Err()
	}, func(err error) {
		switch {
		case errors.Is(err, context.Canceled):
		case err != nil:
			w.importFailed(path, err)
		default:
			d.show()
		}
	})
}

// importFailed says why a file cannot be imported and what to do, and offers
// another one. An MS Project file names the places of its faults.
func (w *Window) importFailed(path string, err error) {
	t := w.Words().T
	title := w.Words().F("importing.failed", fileName(path))
	faults := faultsOf(err)
	if len(faults) < 2 && (len(faults) == 0 || faults[0].Line == 0) {
		if len(faults) == 1 {
			err = faults[0].Problem()
		}
		w.Ask(title, w.Words().Error(err), desk.Answer{Label: t("importing.another"), Primary: true, Do: w.importFile},
			desk.Answer{Label: t("app.close")})
		return
	}
	rows := faultRows(w.Words(), faults)
	ui.ShowDialog(w.win.Canvas(), ui.Dialog{Title: title, Width: 680, Confirm: t("importing.another"), Cancel: t("app.close"),
		Content: ui.Down(10, ui.Own(ui.NewLabel(t("importing.faults"))), ui.Fixed(min(360, 24+52*float32(len(rows))), listOf(&rows, ""))),
		OnConfirm: func() error {
			w.win.Canvas().Unfocus()
			defer w.importFile()
			return nil
		}})
}

// faultsOf are the faults of an MS Project file; none of any other error.
func faultsOf(err error) mspdi.Faults {
	var all mspdi.Faults
	var one mspdi.Fault
	switch {
	case errors.As(err, &all):
	case errors.As(err, &one):
		all = mspdi.Faults{one}
	}
	return all
}

// dropped takes the first of the files that were let fall on the window: a data
// file is opened, any other one is imported. A dialog that is open keeps the
// window for itself.
func (w *Window) dropped(files []fyne.URI) {
	if w.rail == nil || len(files) == 0 || w.win.Canvas().Overlays().Top() != nil {
		return
	}
	if h := w.rooms[w.active]; h != nil {
		commit(h.Screen)
	}
	path := files[0].Path()
	if h := w.rooms[w.active]; h != nil {
		if d, ok := h.Screen.(desk.Dropper); ok && d.Drop(path) {
			return
		}
	}
	if files[0].Extension() == ".portfel" {
		w.reopen(path)
		return
	}
	w.importPath(path)
}

// refusal tells that a source was not taken because of rows in it.
func refusal(p command.ImportPreview) error {
	if n := p.Refused(); n > 0 {
		return data.Problems{{Code: "importing.refused"}}
	}
	return nil
}
