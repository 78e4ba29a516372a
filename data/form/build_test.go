package form

import (
	"archive/zip"
	"bytes"
	"io"
	"maps"
	"slices"
	"strings"
	"testing"
)

const (
	wNames = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"`
	relNS  = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
)

// parts are the files of a DOCX with a body; more may add or replace some.
func parts(body string, more map[string]string) map[string]string {
	all := map[string]string{
		"[Content_Types].xml":          `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
		"_rels/.rels":                  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="` + relNS + `officeDocument" Target="word/document.xml"/></Relationships>`,
		"word/document.xml":            `<?xml version="1.0" encoding="UTF-8"?><w:document ` + wNames + `><w:body>` + body + `</w:body></w:document>`,
		"word/_rels/document.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="h1" Type="` + relNS + `header" Target="header1.xml"/><Relationship Id="s1" Type="` + relNS + `styles" Target="styles.xml"/><Relationship Id="n1" Type="` + relNS + `numbering" Target="numbering.xml"/><Relationship Id="i1" Type="` + relNS + `image" Target="media/logo.png"/><Relationship Id="f1" Type="` + relNS + `footer" Target="footer1.xml"/></Relationships>`,
	}
	maps.Copy(all, more)
	return all
}

// docx packs files, in the order of their names.
func docx(t testing.TB, files map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, name := range slices.Sorted(maps.Keys(files)) {
		f, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(f, files[name]); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// doc is a DOCX with a body.
func doc(t testing.TB, body string) []byte { return docx(t, parts(body, nil)) }

// part reads a file of a DOCX.
func part(t testing.TB, b []byte, name string) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	all, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return string(all)
}

// body is what stands in the body of a DOCX.
func body(t testing.TB, b []byte) string {
	t.Helper()
	s := part(t, b, "word/document.xml")
	_, s, _ = strings.Cut(s, "<w:body>")
	s, _, _ = strings.Cut(s, "</w:body>")
	return s
}

func p(runs string) string { return "<w:p>" + runs + "</w:p>" }

func r(text string) string {
	return `<w:r><w:t xml:space="preserve">` + text + `</w:t></w:r>`
}

func row(cells ...string) string {
	s := "<w:tr>"
	for _, c := range cells {
		s += "<w:tc>" + c + "</w:tc>"
	}
	return s + "</w:tr>"
}

// small is a schema for tests.
var small = Schema{Code: "order",
	Fields: []Def{{"trip.place", "поездка.место"}, {"trip.abroad", ""}, {"person.name", "сотрудник.фио"}},
	Lists:  []List{{Def{"expenses", "расходы"}, "expense", []Def{{"expense.n", ""}, {"expense.sum", "расход.сумма"}, {"expense.note", ""}}}},
}

func fill(t testing.TB, b []byte, v Values) []byte {
	t.Helper()
	out, err := open(t, b).Fill(small, v)
	if err != nil {
		t.Fatalf("fill: %v", err)
	}
	return out
}

func place(s string) Values { return Values{Text: map[string]string{"trip.place": s}} }
