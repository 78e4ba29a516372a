package data

import "testing"

func TestNamesForTheDisk(t *testing.T) {
	for name, want := range map[string]string{
		"ТЗ 0.7.docx":          "ТЗ 0.7.docx",
		"../../etc/passwd":     ".._.._etc_passwd",
		`C:\temp\а?.txt`:       "C__temp_а_.txt",
		"акт.":                 "акт",
		"  ":                   "file",
		"..":                   "file",
		"отчёт\nза ноябрь.pdf": "отчёт_за ноябрь.pdf",
	} {
		if got := SafeName(name); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}

func TestKindsOfFiles(t *testing.T) {
	for name, want := range map[string]string{"а.PDF": "application/pdf", "письмо.eml": "application/octet-stream", "без точки": "application/octet-stream"} {
		if got := MimeOf(name); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}
