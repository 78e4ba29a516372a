package app

import (
	"fmt"
	"io"
	"net/url"
	"path/filepath"

	"fyne.io/fyne/v2"

	"portfel/app/ui"
	"portfel/data/command"
	"portfel/data/mspdi"
	"portfel/data/office"
	"portfel/data/report"
	"portfel/data/sqlite"
	"portfel/data/text"
)

// writeTable writes a plan, the people or the absences in a format that an import
// reads, and tells what has no place in it.
func writeTable(r *sqlite.Reader, o command.ReportOptions, w *text.Words, out io.Writer) ([]command.ImportNote, error) {
	if o.Format == "xml" {
		f, notes, err := command.ExportMSPDI(r, o.Plan, w)
		if err != nil {
			return nil, err
		}
		if err := mspdi.Write(out, f); err != nil {
			return nil, fmt.Errorf("write MS Project file: %w", err)
		}
		return notes, nil
	}
	t, notes, err := tableOf(r, o, w)
	if err != nil {
		return nil, err
	}
	if o.Format == "csv" {
		return notes, office.WriteCSV(out, &t, office.CSVOptions{BOM: true})
	}
	return notes, office.WriteXLSX(out, report.Document{Blocks: []report.Block{&t}}, w)
}

func tableOf(r *sqlite.Reader, o command.ReportOptions, w *text.Words) (t report.Table, notes []command.ImportNote, err error) {
	switch o.Code {
	case command.ExportOfPlan:
		return command.PlanTable(r, o.Plan, w)
	case command.ExportOfAbsences:
		t, err = command.AbsencesTable(r, w)
	default:
		t, err = command.PeopleTable(r, w)
	}
	return t, nil, err
}

// sayLosses lists what a written file has no place for.
func (w *Window) sayLosses(path string, notes []command.ImportNote) {
	t := w.Words().T
	rows := noteRows(w.Words(), notes)
	var sheet *ui.Sheet
	open := ui.NewButton(ui.Secondary, t("report.open"), func() { w.openOutside(path) })
	done := ui.NewButton(ui.Primary, t("app.close"), func() { sheet.Close() })
	list := listOf(&rows, "")
	list.OnOpen = func(int) { sheet.Close() }
	sheet = ui.ShowDialog(w.win.Canvas(), ui.Dialog{Title: w.Words().F("exporting.losses", filepath.Base(path)), Width: 680, NoButtons: true,
		Content: ui.Down(12, ui.Own(ui.NewLabel(t("exporting.losses.note"))), ui.Fixed(min(400, 24+56*float32(len(rows))), list),
			ui.Own(ui.Across(8, ui.Own(open), ui.Flex(1, ui.Spacer()), ui.Own(done))))})
	w.win.Canvas().Focus(done)
}

// openOutside shows a written file in the program that the system has for it.
func (w *Window) openOutside(path string) {
	if err := fyne.CurrentApp().OpenURL(&url.URL{Scheme: "file", Path: filepath.ToSlash(path)}); err != nil {
		w.Fail(err)
	}
}
