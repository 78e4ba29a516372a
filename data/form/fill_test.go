package form

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"
)

func TestAPlaceholderMayBeSplitOverRuns(t *testing.T) {
	const bold, plain = `<w:r><w:rPr><w:b/></w:rPr><w:t>`, `<w:r><w:t>`
	b := doc(t, p(plain+`В г. {</w:t></w:r><w:proofErr w:type="spellStart"/>`+bold+`{tr</w:t></w:r><w:bookmarkStart w:id="0" w:name="x"/>`+plain+`ip.pl</w:t></w:r>`+bold+`ace}} едет</w:t></w:r>`))
	got := body(t, fill(t, b, place("Екатеринбург")))
	want := p(`<w:r><w:t xml:space="preserve">В г. Екатеринбург</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:rPr><w:b/></w:rPr></w:r><w:bookmarkStart w:id="0" w:name="x"/><w:r></w:r><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve"> едет</w:t></w:r>`)
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestAValueHasTheFormatOfTheRunWhereItBegins(t *testing.T) {
	b := doc(t, p(`<w:r><w:rPr><w:i/></w:rPr><w:t>{{trip</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>.place}}</w:t></w:r>`))
	got := body(t, fill(t, b, place("Пермь")))
	if want := `<w:rPr><w:i/></w:rPr><w:t xml:space="preserve">Пермь</w:t>`; !strings.Contains(got, want) {
		t.Errorf("got %s", got)
	}
}

func TestValuesAreEscapedAndLinesBroken(t *testing.T) {
	got := body(t, fill(t, doc(t, p(r("{{trip.place}}"))), place("<a&b>\nвторая\x00\tтретья {{person.name}}")))
	want := p(`<w:r><w:t xml:space="preserve">&lt;a&amp;b&gt;</w:t><w:br/><w:t xml:space="preserve">вторая</w:t><w:tab/><w:t xml:space="preserve">третья {{person.name}}</w:t></w:r>`)
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestRussianNamesSpacesAndCase(t *testing.T) {
	for _, name := range []string{"{{поездка.место}}", "{{ Поездка.место }}", "{{TRIP.PLACE}}", "{{\u00a0trip.place\u00a0}}"} {
		got := body(t, fill(t, doc(t, p(r(name))), place("Тверь")))
		if !strings.Contains(got, ">Тверь<") {
			t.Errorf("%s: %s", name, got)
		}
	}
}

func TestARowStandsOnceForEachRecord(t *testing.T) {
	v := Values{Text: map[string]string{"person.name": "Анна"}, Lists: map[string][]map[string]string{"expenses": {{"expense.sum": "20 980,00"}, {"expense.sum": "420,00"}, {"expense.sum": "2 350,00"}}}}
	table := "<w:tbl><w:tblPr/>" + row(p(r("№")), p(r("Сумма"))) + row(p(r("{{#расходы}}{{expense.n}}")), p(r("{{расход.сумма}} {{person.name}}"))) + row(p(r("Итого")), p("")) + "</w:tbl>"
	got := body(t, fill(t, doc(t, table+p("")), v))
	want := "<w:tbl><w:tblPr/>" + row(p(r("№")), p(r("Сумма"))) + row(p(r("1")), p(r("20 980,00 Анна"))) + row(p(r("2")), p(r("420,00 Анна"))) + row(p(r("3")), p(r("2 350,00 Анна"))) + row(p(r("Итого")), p("")) + "</w:tbl>" + p("")
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestAListMayBeEmpty(t *testing.T) {
	table := "<w:tbl>" + row(p(r("№"))) + row(p(r("{{#expenses}}{{expense.n}}"))) + "</w:tbl>"
	if got, want := body(t, fill(t, doc(t, table+p("")), Values{})), "<w:tbl>"+row(p(r("№")))+"</w:tbl>"+p(""); got != want {
		t.Errorf("got %s", got)
	}
	table = "<w:tbl>" + row(p(r("{{#expenses}}{{expense.n}}"))) + "</w:tbl>"
	if got := body(t, fill(t, doc(t, table+p("")), Values{})); got != p("") {
		t.Errorf("a table without rows must go: %s", got)
	}
}

func TestListsInTablesInCells(t *testing.T) {
	inner := "<w:tbl>" + row(p(r("{{#expenses}}{{expense.sum}}"))) + "</w:tbl>" + p("")
	v := Values{Lists: map[string][]map[string]string{"expenses": {{"expense.sum": "1,00"}, {"expense.sum": "2,00"}}}}
	got := body(t, fill(t, doc(t, "<w:tbl>"+row(p(r("слева")), inner)+"</w:tbl>"+p("")), v))
	want := "<w:tbl>" + row(p(r("слева")), "<w:tbl>"+row(p(r("1,00")))+row(p(r("2,00")))+"</w:tbl>"+p("")) + "</w:tbl>" + p("")
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestConditionsTakeParagraphsAndRowsAway(t *testing.T) {
	b := doc(t, p(r("{{?trip.abroad}}Загранпаспорт"))+p(r("{{!trip.abroad}}По России"))+
		"<w:tbl>"+row(p(r("всегда")))+row(p(r("{{?trip.abroad}}Виза")))+"</w:tbl>"+p(r("конец")))
	home := body(t, fill(t, b, Values{}))
	if want := p(r("По России")) + "<w:tbl>" + row(p(r("всегда"))) + "</w:tbl>" + p(r("конец")); home != want {
		t.Errorf("home: %s", home)
	}
	abroad := body(t, fill(t, b, Values{Text: map[string]string{"trip.abroad": "да"}}))
	if want := p(r("Загранпаспорт")) + "<w:tbl>" + row(p(r("всегда"))) + row(p(r("Виза"))) + "</w:tbl>" + p(r("конец")); abroad != want {
		t.Errorf("abroad: %s", abroad)
	}
}

func TestAConditionIsThatOfTheRecordInAListRow(t *testing.T) {
	v := Values{Lists: map[string][]map[string]string{"expenses": {{"expense.note": "есть"}, {"expense.note": ""}, {"expense.note": "и тут"}}}}
	got := body(t, fill(t, doc(t, "<w:tbl>"+row(p(r("{{#expenses}}{{?expense.note}}{{expense.n}} {{expense.note}}")))+"</w:tbl>"+p("")), v))
	if want := "<w:tbl>" + row(p(r("1 есть"))) + row(p(r("3 и тут"))) + "</w:tbl>" + p(""); got != want {
		t.Errorf("got %s", got)
	}
}

// What must hold a paragraph keeps one, and tables that were apart stay apart.
func TestRemovedParagraphsLeaveASoundDocument(t *testing.T) {
	table := "<w:tbl>" + row(p(r("x"))) + "</w:tbl>"
	got := body(t, fill(t, doc(t, table+p(r("{{?trip.abroad}}между"))+table+p(r("{{?trip.abroad}}после"))), Values{}))
	if want := table + "<w:p/>" + table; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	section := `<w:p><w:pPr><w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:pPr>`
	got = body(t, fill(t, doc(t, section+r("{{?trip.abroad}}раздел")+"</w:p>"), Values{}))
	if want := section + "</w:p>"; got != want {
		t.Errorf("section: %s", got)
	}
}

func TestHeadersBoxesAndControlsAreFilled(t *testing.T) {
	box := `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx><w:txbxContent>` + p(r("{{trip.place}}")) + `</w:txbxContent></wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>` + p(r("{{trip.place}}")) + `</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
	control := `<w:sdt><w:sdtContent>` + p(r("{{trip.place}}")) + `</w:sdtContent></w:sdt>`
	files := parts(p(r("до ")+box)+control, map[string]string{"word/header1.xml": `<w:hdr ` + wNames + `>` + p(r("{{trip.place}}")) + `</w:hdr>`})
	out := fill(t, docx(t, files), place("Омск"))
	if got := body(t, out); strings.Count(got, ">Омск<") != 3 || strings.Contains(got, "{{") {
		t.Errorf("body: %s", got)
	}
	if got := part(t, out, "word/header1.xml"); !strings.Contains(got, ">Омск<") {
		t.Errorf("header: %s", got)
	}
}

func TestOtherPrefixesAreUnderstood(t *testing.T) {
	files := parts("", nil)
	files["word/document.xml"] = `<x:document xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><x:body><x:p><x:r><x:t>{{trip.place}}</x:t></x:r></x:p></x:body></x:document>`
	got := part(t, fill(t, docx(t, files), place("а\nб")), "word/document.xml")
	if want := `<x:r><x:t xml:space="preserve">а</x:t><x:br/><x:t xml:space="preserve">б</x:t></x:r>`; !strings.Contains(got, want) {
		t.Errorf("got %s", got)
	}
}

// Files without placeholders are copied as they are compressed; of the others
// every byte outside the placeholder stays.
func TestTheRestIsKeptByteForByte(t *testing.T) {
	odd := "<!-- note --><w:p  w14:paraId='1A2B3C4D' ><w:r><w:t>a &#x416; &amp; b</w:t></w:r></w:p><?pi x?>" + p(`<w:r><w:t><![CDATA[не {трогать}]]></w:t></w:r>`)
	files := parts(odd+p(r("{{trip.place}}")), map[string]string{"word/media/logo.png": "\x89PNG не картинка", "customXml/item1.xml": "<не xml", "word/styles.xml": "<w:styles " + wNames + "/>"})
	in := docx(t, files)
	out := fill(t, in, place("Уфа"))
	if got, want := body(t, out), odd+p(r("Уфа")); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	a, b := packed(t, in), packed(t, out)
	if len(a) != len(b) {
		t.Fatalf("%d files became %d", len(a), len(b))
	}
	for name := range a {
		if name != "word/document.xml" && a[name] != b[name] {
			t.Errorf("%s was packed anew", name)
		}
	}
	if again := fill(t, doc(t, p(r("без полей"))), Values{}); body(t, again) != p(r("без полей")) {
		t.Error("a document without placeholders has changed")
	}
}

// packed are the files of a DOCX as they are compressed.
func packed(t *testing.T, b []byte) map[string]string {
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, f := range z.File {
		r, err := f.OpenRaw()
		if err != nil {
			t.Fatal(err)
		}
		raw, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		all[f.Name] = string(raw)
	}
	return all
}
