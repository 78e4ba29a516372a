package cli

import (
	"os"
	"strings"
	"testing"
)

func TestReportsOnAPlanAreWritten(t *testing.T) {
	d := sampleDesk(t)
	for _, c := range []struct{ file, report, begins string }{
		{"r.pdf", "resources", "%PDF-"}, {"r.xlsx", "resources", "PK"}, {"e.pdf", "execution", "%PDF-"}, {"e.xlsx", "execution", "PK"},
		{"g.pdf", "gantt", "%PDF-"}, {"g3.pdf", "gantt-a3", "%PDF-"}, {"gt.pdf", "gantt-tiled", "%PDF-"}, {"g3t.PDF", "gantt-a3-tiled", "%PDF-"}, {"g.png", "gantt", "\x89PNG"}, {"g.svg", "gantt", "<svg"},
	} {
		d.says(0, "", "", "export", "@s.portfel", "@"+c.file, c.report, "--project", "МК-26")
		if b := d.read(c.file); !strings.Contains(b[:min(len(b), 100)], c.begins) {
			t.Errorf("%s holds %q", c.file, b[:min(len(b), 40)])
		}
	}
	if svg := d.read("g.svg"); !strings.Contains(svg, "внутренний документ") {
		t.Error("the chart is not in the language of the file, or does not say that it is internal")
	}
	d.ok("export", "@s.portfel", "@e.svg", "gantt", "--project", "МК-26", "--lang", "en")
	if svg := d.read("e.svg"); !strings.Contains(svg, "internal document") {
		t.Error("the chart is not in English")
	}
	d.ok("export", "@s.portfel", "@o.pdf", "execution", "--project", "СЭ-26", "--from", "2026-10-01", "--to", "2026-10-31")
}

func TestReportsThatCannotBeWritten(t *testing.T) {
	d := sampleDesk(t)
	for want, line := range map[string][]string{
		"Назовите проект":          {"@x.pdf", "resources"},
		"Можно: pdf xlsx":          {"@x.png", "resources", "--project", "МК-26"},
		"Есть a4, a3":              {"@x.pdf", "gantt-b5", "--project", "МК-26"},
		"Не может быть раньше":     {"@x.pdf", "execution", "--project", "МК-26", "--from", "2026-11-09", "--to", "2026-11-01"},
		"Ключа --from":             {"@x.pdf", "resources", "--project", "МК-26", "--from", "2026-11-09"},
		"Ключа --layers":           {"@x.pdf", "resources", "--project", "МК-26", "--layers", "trips"},
		"«31.02.2026»":             {"@x.pdf", "execution", "--project", "МК-26", "--from", "31.02.2026"},
		"Не найдено: Проект «Нет»": {"@x.pdf", "resources", "--project", "Нет"},
	} {
		out, errs, code := d.run(append([]string{"export", "@s.portfel"}, line...)...)
		if code != 2 || out != "" || !strings.Contains(errs, want) {
			t.Errorf("%v: exit %d, %q, want %q", line, code, errs, want)
		}
	}
	if files, _ := os.ReadDir(d.dir); len(files) > 2 { // the file and its lock
		t.Errorf("files were left behind: %v", files)
	}
}
