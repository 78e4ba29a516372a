package cli

import (
	"archive/zip"
	"io"
	"os"
	"regexp"
	"strings"
	"testing"
)

// docx is the text of a DOCX of the desk.
func (d *desk) docx(name string) string {
	d.t.Helper()
	z, err := zip.OpenReader(d.path(name))
	if err != nil {
		d.t.Fatal(err)
	}
	defer z.Close()
	r, err := z.Open("word/document.xml")
	if err != nil {
		d.t.Fatal(err)
	}
	b, err := io.ReadAll(r)
	if err != nil {
		d.t.Fatal(err)
	}
	return strings.ReplaceAll(regexp.MustCompile(`<[^>]*>`).ReplaceAllString(string(b), ""), "\u00a0", " ")
}

// Минск of Ласточкин: 3 days abroad at 2 500 and one at 1 500, a hotel of 14 550
// and a taxi of 900 are 24 450 of 24 700.
func TestPapersOfTripsAreWritten(t *testing.T) {
	d := sampleDesk(t)
	for _, c := range []struct{ file, report, begins string }{
		{"o.docx", "order", "PK"}, {"o.pdf", "order", "%PDF-"}, {"s.docx", "assignment", "PK"}, {"e.xlsx", "estimate", "PK"}, {"a.docx", "advance-report", "PK"}, {"a.PDF", "advance-report", "%PDF-"},
		{"a.xlsx", "advance-report", "PK"}, {"m.pdf", "memo", "%PDF-"}, {"c.docx", "car-memo", "PK"}, {"k.pdf", "pack", "%PDF-"},
	} {
		d.ok("export", "@s.portfel", "@"+c.file, c.report, "--trip", "Минск/Ласточкин")
		if b := d.read(c.file); !strings.HasPrefix(b, c.begins) {
			t.Errorf("%s holds %q", c.file, b[:min(len(b), 40)])
		}
	}
	report := d.docx("a.docx")
	for _, want := range []string{"АВАНСОВЫЙ ОТЧЁТ № 32", "Суточные: 3 дня × 2 500,00", "Суточные: 1 день × 1 500,00", "14 550,00", "24 450,00", "250,00", "РКО 172 от 18.09.2026"} {
		if !strings.Contains(report, want) {
			t.Errorf("no %q in %s", want, report)
		}
	}
	d.ok("export", "@s.portfel", "@en.docx", "order", "--trip", "Минск/Ласточкин", "--lang", "en")
	if s := d.docx("en.docx"); !strings.Contains(s, "ORDER No. 41-ком") {
		t.Errorf("%s", s)
	}
	_, errs, code := d.run("export", "@s.portfel", "@n.docx", "order", "--trip", "Екатеринбург")
	if code != 0 || errs != "portfel: n.docx: Номера ещё нет: показан следующий, 57-ком.\n" {
		t.Errorf("exit %d, %q", code, errs)
	}
}

func TestJournalsAreWritten(t *testing.T) {
	d := sampleDesk(t)
	for _, line := range []string{"j.docx local-trips", "j.pdf departures", "j.xlsx departures", "t.xlsx trips", "t.pdf trips"} {
		file, code, _ := strings.Cut(line, " ")
		d.says(0, "", "", "export", "@s.portfel", "@"+file, code, "--from", "2026-10-01", "--to", "2026-12-31")
	}
	d.ok("export", "@s.portfel", "@d.docx", "departures", "--from", "2026-09-01", "--to", "2026-09-30")
	if s := d.docx("d.docx"); !strings.Contains(s, "41-ком") || strings.Contains(s, "54-ком") {
		t.Errorf("%s", s)
	}
}

func TestPapersThatCannotBeWritten(t *testing.T) {
	d := sampleDesk(t)
	for want, line := range map[string][]string{
		"Назовите командировку ключом --trip":  {"@x.pdf", "order"},
		"не пишется в x.png. Можно: docx pdf":  {"@x.png", "order", "--trip", "Екатеринбург"},
		"не пишется в x.docx. Можно: xlsx pdf": {"@x.docx", "trips"},
		"--from": {"@x.docx", "order", "--trip", "Екатеринбург", "--from", "2026-11-01"},
		"--trip": {"@x.docx", "departures", "--trip", "Екатеринбург"},
		"Не найдено: Командировка «Марс»": {"@x.docx", "order", "--trip", "Марс"},
		"«31.02.2026»": {"@x.docx", "departures", "--from", "31.02.2026"},
	} {
		out, errs, code := d.run(append([]string{"export", "@s.portfel"}, line...)...)
		if code != exitUsage || out != "" || !strings.Contains(errs, want) {
			t.Errorf("%v: exit %d, %q, want %q", line, code, errs, want)
		}
	}
	_, errs, code := d.run("export", "@s.portfel", "@x.docx", "order", "--trip", "Балтик-Тара")
	if code != exitDefect || !strings.Contains(errs, "стоит в журнале") {
		t.Errorf("exit %d, %q", code, errs)
	}
	if files, _ := os.ReadDir(d.dir); len(files) > 2 { // the file and its lock
		t.Errorf("files were left behind: %v", files)
	}
}
