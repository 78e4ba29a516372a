package app

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"portfel/app/desk"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
)

// planOf is the current plan of the project of a code.
func planOf(t *testing.T, w *Window, code string) data.ID[data.Plan] {
	t.Helper()
	plans, err := w.Read().Plans()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range plans {
		if p.Code == code {
			return p.ID
		}
	}
	t.Fatalf("no plan of %s", code)
	return data.ID[data.Plan]{}
}

// pathField is the field of the open dialog that holds a path.
func pathField(t *testing.T, w *Window) *ui.Field {
	t.Helper()
	for _, o := range test.LaidOutObjects(w.win.Canvas().Overlays().Top()) {
		if f, ok := o.(*ui.Field); ok && filepath.IsAbs(f.Text) {
			return f
		}
	}
	t.Fatal("no field for the path")
	return nil
}

// written does what the button of the dialog starts, and reads the file.
func written(t *testing.T, f *reportForm) []byte {
	t.Helper()
	job, err := f.job()
	if err != nil {
		t.Fatal(err)
	}
	if err := job(); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(f.path.Text)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// The palette asks for a report on the plan that the room of plans shows.
func TestThePaletteOffersReportsOnThePlanShown(t *testing.T) {
	w := sampleWindow(t)
	w.Open(data.RefTo(data.KindPlan, planOf(t, w, "МК-26")))
	for typing, want := range map[string]string{"обоснование": "МК-26 Обоснование ресурсов.pdf", "исполнение плана": "МК-26 Исполнение плана.pdf", "диаграмма ганта": "МК-26 Диаграмма Ганта.pdf"} {
		w.Search()
		typed(w, typing)
		press(w, fyne.KeyReturn)
		if got := filepath.Base(pathField(t, w).Text); got != want {
			t.Errorf("the path is %q, want %q", got, want)
		}
		w.win.Canvas().Overlays().Remove(w.win.Canvas().Overlays().Top())
	}
}

// A deed of a screen names the plan; another format changes the ending of the
// path, also of one that was typed.
func TestADeedWritesAReportOnItsPlan(t *testing.T) {
	w := sampleWindow(t)
	f := w.askReport(command.ReportResources, planOf(t, w, "СЭ-26"))
	if !strings.HasPrefix(filepath.Base(f.path.Text), "СЭ-26 ") {
		t.Errorf("the path is %q", f.path.Text)
	}
	f.path.SetValue(filepath.Join(t.TempDir(), "мой отчёт.pdf"))
	if b := written(t, f); !bytes.HasPrefix(b, []byte("%PDF-")) {
		t.Errorf("no PDF: %q", b[:min(20, len(b))])
	}
	f.format.Set("xlsx", true)
	f.format.OnChanged("xlsx", true)
	if filepath.Base(f.path.Text) != "мой отчёт.xlsx" {
		t.Errorf("the path is %q", f.path.Text)
	}
	if b := written(t, f); !bytes.HasPrefix(b, []byte("PK")) {
		t.Errorf("no workbook: %q", b[:min(20, len(b))])
	}
}

// The period begins as the present month; a choice fills both days, and days in
// the wrong order are refused under their field.
func TestThePeriodOfAReport(t *testing.T) {
	w := sampleWindow(t)
	f := w.askReport(command.ReportExecution, planOf(t, w, "СЭ-26"))
	if f.from.Text != "01.11.2026" || f.to.Text != "30.11.2026" {
		t.Errorf("%s to %s", f.from.Text, f.to.Text)
	}
	f.quick("week")
	if f.from.Text != "16.11.2026" || f.to.Text != "22.11.2026" {
		t.Errorf("%s to %s", f.from.Text, f.to.Text)
	}
	f.quick("month")
	if f.from.Text != "01.10.2026" || f.to.Text != "31.10.2026" {
		t.Errorf("%s to %s", f.from.Text, f.to.Text)
	}
	f.to.SetText("20.09.2026")
	if _, err := f.job(); err == nil {
		t.Error("a period that ends before it begins")
	}
	if o, err := f.options(); err == nil {
		t.Errorf("%+v", o)
	}
}

// Of the chart the paper can be chosen, as long as it is a PDF.
func TestThePaperOfAChart(t *testing.T) {
	w := sampleWindow(t)
	f := w.askReport(command.ReportGantt, planOf(t, w, "МК-26"))
	f.page.Set("a3 tiled")
	if o, err := f.options(); err != nil || o.Paper != "a3" || !o.Tiled {
		t.Errorf("%+v %v", o, err)
	}
	f.format.Set("png", true)
	f.format.OnChanged("png", true)
	if o, err := f.options(); err != nil || o.Paper != "" || o.Tiled || !f.page.Disabled() {
		t.Errorf("%+v %v", o, err)
	}
	f.path.SetValue("отчёт.png")
	if _, err := f.job(); err == nil {
		t.Error("a path without a folder")
	}
}

func TestADeedOfAReportIsReadBack(t *testing.T) {
	id := data.NewID[data.Plan]()
	if code, plan, ok := desk.ReportDeed("gantt", id).Report(); code != "gantt" || plan != id || !ok {
		t.Errorf("%s %s %v", code, plan, ok)
	}
	if code, plan, ok := desk.ReportDeed("gantt", data.ID[data.Plan]{}).Report(); code != "gantt" || !plan.IsZero() || !ok {
		t.Errorf("%s %s %v", code, plan, ok)
	}
	for _, d := range []desk.Deed{desk.DeedSearch, "report gantt nonsense"} {
		if _, _, ok := d.Report(); ok {
			t.Errorf("%q is a report", d)
		}
	}
}
