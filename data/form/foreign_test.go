package form

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"

	"portfel/data"
)

func codeOf(err error) string {
	var p data.Problem
	if errors.As(err, &p) {
		return p.Code
	}
	return ""
}

func TestFilesThatAreNoDocxAreNamed(t *testing.T) {
	macro := parts(p(""), nil)
	macro["[Content_Types].xml"] = strings.ReplaceAll(macro["[Content_Types].xml"], "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "application/vnd.ms-word.document.macroEnabled.main+xml")
	noText := parts(p(""), nil)
	delete(noText, "word/document.xml")
	noTypes := parts(p(""), nil)
	delete(noTypes, "[Content_Types].xml")
	whole := doc(t, p(r("текст")))
	for name, c := range map[string]struct {
		b    []byte
		want string
	}{
		"empty":     {nil, "form.notDocx"},
		"text":      {[]byte("просто текст"), "form.notDocx"},
		"old":       {[]byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 старый Word"), "form.old"},
		"large":     {append([]byte("PK"), make([]byte, MaxFile)...), "form.large"},
		"odt":       {docx(t, map[string]string{"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}), "form.odt"},
		"xlsx":      {docx(t, map[string]string{"xl/workbook.xml": "<x/>"}), "form.notDocx"},
		"no text":   {docx(t, noText), "form.notDocx"},
		"no types":  {docx(t, noTypes), "form.notDocx"},
		"macros":    {docx(t, macro), "form.kind"},
		"truncated": {whole[:len(whole)-30], "form.damaged"},
		"cut text":  {docx(t, parts(p("")+"<w:p>", nil)), "form.damaged"},
		"dtd":       {docx(t, with("word/document.xml", `<!DOCTYPE x [<!ENTITY a "b">]><w:document `+wNames+`><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>`)), "form.damaged"},
		"entity":    {doc(t, p(r("&unknown;"))), "form.damaged"},
		"deep":      {doc(t, strings.Repeat("<w:sdt>", 300)+strings.Repeat("</w:sdt>", 300)), "form.damaged"},
		"crossed":   {doc(t, "<w:p><w:r></w:p></w:r>"), "form.damaged"},
		"climbing":  {docx(t, parts(p(""), map[string]string{"../../etc/passwd": "x"})), "form.damaged"},
		"climbing2": {docx(t, with("word/_rels/document.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="h" Type="`+relNS+`header" Target="../../../header1.xml"/></Relationships>`)), "form.damaged"},
		"backslash": {docx(t, parts(p(""), map[string]string{`word\evil.xml`: "x"})), "form.damaged"},
		"bomb":      {bomb(t), "form.damaged"},
	} {
		if _, err := Open(c.b); codeOf(err) != c.want {
			t.Errorf("%s: %v, want %s", name, err, c.want)
		}
		if _, err := Read(c.b); codeOf(err) != c.want {
			t.Errorf("%s read: %v, want %s", name, err, c.want)
		}
	}
}

func with(name, s string) map[string]string { return parts(p(""), map[string]string{name: s}) }

// bomb is a small file whose text would unpack to 64 MB.
func bomb(t *testing.T) []byte {
	files := parts("", nil)
	delete(files, "word/document.xml")
	base := docx(t, files)
	z, err := zip.NewReader(bytes.NewReader(base), int64(len(base)))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, f := range z.File {
		if err := w.Copy(f); err != nil {
			t.Fatal(err)
		}
	}
	f, err := w.Create("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(f, io.LimitReader(zeros{}, 64<<20)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

type zeros struct{}

func (zeros) Read(b []byte) (int, error) {
	for i := range b {
		b[i] = ' '
	}
	return len(b), nil
}

func TestListsThatAreTooLongAreRefused(t *testing.T) {
	long := make([]map[string]string, MaxRecords+1)
	_, err := open(t, doc(t, p(""))).Fill(small, Values{Lists: map[string][]map[string]string{"expenses": long}})
	if codeOf(err) != "form.many" {
		t.Errorf("got %v", err)
	}
	row := "<w:tbl>" + row(strings.Repeat(p(r("{{#expenses}}")), 1)+strings.Repeat(p(r("x")), 200)) + "</w:tbl>"
	_, err = open(t, doc(t, row+p(""))).Fill(small, Values{Lists: map[string][]map[string]string{"expenses": long[:MaxRecords]}})
	if codeOf(err) != "form.many" {
		t.Errorf("a long row 5000 times: %v", err)
	}
}

func FuzzOpen(f *testing.F) {
	f.Add(doc(f, p(r("{{trip.place}}"))+"<w:tbl>"+row(p(r("{{#expenses}}{{expense.sum}}")))+"</w:tbl>"), "Пермь")
	f.Add(shipped(f, "ru", Order), "a\nb")
	f.Add([]byte("PK\x03\x04"), "")
	f.Fuzz(func(t *testing.T, b []byte, value string) {
		tpl, err := Open(b)
		if err != nil {
			if codeOf(err) == "" {
				t.Fatalf("%v has no words", err)
			}
			return
		}
		check(t, tpl, value)
	})
}

// FuzzBody tries the text of a document, which a damaged container hides.
func FuzzBody(f *testing.F) {
	f.Add(p(r("{{trip.place}}"))+"<w:tbl>"+row(p(r("{{#expenses}}{{?expense.note}}{{expense.sum}}")))+"</w:tbl>", "x")
	f.Add(`<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:tabs><w:tab w:val="right" w:pos="9000" w:leader="dot"/></w:tabs></w:pPr><w:r><w:tab/><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText></w:r></w:p>`, "")
	f.Add(`<w:tbl><w:tblGrid><w:gridCol w:w="NaN"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:gridSpan w:val="99999"/><w:vMerge w:val="restart"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>`, "y")
	f.Fuzz(func(t *testing.T, s, value string) {
		tpl, err := Open(doc(t, s))
		if err == nil {
			check(t, tpl, value)
		}
	})
}

// check holds a sound template to its word: it is filled unless it has faults,
// and what comes out can be opened and read.
func check(t *testing.T, tpl *Template, value string) {
	v := Values{Text: map[string]string{"trip.place": value, "trip.abroad": value}, Lists: map[string][]map[string]string{"expenses": {{"expense.sum": value}, {}}}}
	faults := tpl.Check(small)
	out, err := tpl.Fill(small, v)
	if len(faults) > 0 || err != nil {
		if (codeOf(err) == "form.faults") != (len(faults) > 0) {
			t.Fatalf("%d faults, %v", len(faults), err)
		}
		return
	}
	if _, err := Read(out); err != nil && !bytes.Contains([]byte(err.Error()), []byte("styles")) && codeOf(err) == "" {
		t.Fatalf("read what was filled: %v", err)
	}
}
