package office

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"portfel/data"
	"portfel/data/text"
)

const (
	rootRels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`
	bookRels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="s1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>
<Relationship Id="s2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="/xl/worksheets/sheet2.xml"/>
<Relationship Id="t" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/>
<Relationship Id="y" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`
	bookXML = `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr%s/><sheets><sheet name="Тайный" sheetId="1" state="hidden" r:id="s2"/><sheet name="План" sheetId="2" r:id="s1"/></sheets></workbook>`
	// styles: 0 general, 1 date 14, 2 dd.mm.yyyy, 3 date and time, 4 time, 5 [h]:mm, 6 per cent, 7 money with д and m in quotes, 8 mmmm
	stylesXML = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="6"><numFmt numFmtId="164" formatCode="dd\.mm\.yyyy"/><numFmt numFmtId="165" formatCode="[$-419]DD/MM/YYYY\ hh:mm;@"/><numFmt numFmtId="166" formatCode="[h]:mm"/><numFmt numFmtId="167" formatCode="#,##0.00\ &quot;mdy&quot;;[Red]\-#,##0.00\ &quot;d&quot;"/><numFmt numFmtId="168" formatCode="mmmm"/><numFmt numFmtId="169" formatCode="General"/></numFmts>
<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="169"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="20"/><xf numFmtId="166"/><xf numFmtId="9"/><xf numFmtId="167"/><xf numFmtId="168"/></cellXfs></styleSheet>`
	sharedXML = `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>Работа</t></si><si><r><t>Сог</t></r><r><t xml:space="preserve">лас </t></r><rPh sb="0" eb="1"><t>かな</t></rPh></si><si><t> 30.11.2026 </t></si><si><t>1.10</t></si><si><t>30.02.2026</t></si><si><t>3.12.2026 6:35</t></si></sst>`
)

// foreign packs parts into a workbook; a part named in more replaces one of the
// plain ones, "" takes it out.
func foreign(t testing.TB, sheet string, more map[string]string) []byte {
	t.Helper()
	parts := map[string]string{"[Content_Types].xml": "<Types/>", "_rels/.rels": rootRels, "xl/workbook.xml": fmt.Sprintf(bookXML, ""), "xl/_rels/workbook.xml.rels": bookRels,
		"xl/styles.xml": stylesXML, "xl/sharedStrings.xml": sharedXML, "xl/worksheets/sheet1.xml": worksheet(sheet), "xl/worksheets/sheet2.xml": worksheet(`<row><c t="inlineStr"><is><t>тайна</t></is></c></row>`)}
	for name, content := range more {
		parts[name] = content
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, content := range parts {
		if content == "" {
			continue
		}
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, content); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func worksheet(rows string) string {
	return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>` + rows + `</sheetData></worksheet>`
}

func read(b []byte) ([]Sheet, error) { return ReadXLSX(bytes.NewReader(b), int64(len(b))) }

func TestCellsBecomeTextAsCSVWantsIt(t *testing.T) {
	for _, c := range []struct{ cell, want string }{
		{`<c t="s"><v>0</v></c>`, "Работа"},
		{`<c t="s"><v>1</v></c>`, "Соглас"}, // rich text, without its reading aid
		{`<c t="s"><v>2</v></c>`, "2026-11-30"},
		{`<c t="s"><v>3</v></c>`, "1.10"},
		{`<c t="s"><v>4</v></c>`, "30.02.2026"}, // no such day: left as it is
		{`<c t="s"><v>5</v></c>`, "2026-12-03T06:35"},
		{`<c t="inlineStr"><is><r><t>а</t></r><r><t>б</t></r></is></c>`, "аб"},
		{`<c t="str"><f>A1</f><v>итог</v></c>`, "итог"},
		{`<c><f>1+1</f><v>2</v></c>`, "2"},
		{`<c><v>46356</v></c>`, "46356"},
		{`<c s="1"><v>46356</v></c>`, "2026-11-30"},
		{`<c s="2"><v>46356</v></c>`, "2026-11-30"},
		{`<c s="3"><v>46356.274305555555</v></c>`, "2026-11-30T06:35"},
		{`<c s="3"><v>46356</v></c>`, "2026-11-30"},
		{`<c s="4"><v>0.274305555555556</v></c>`, "06:35"},
		{`<c s="5"><v>1.5</v></c>`, "36"},
		{`<c s="5"><v>0.2708333333333333</v></c>`, "6.5"},
		{`<c s="6"><v>0.6</v></c>`, "0.6"},
		{`<c s="7"><v>1312000.5</v></c>`, "1312000.5"},
		{`<c s="8"><v>46356</v></c>`, "2026-11-30"},
		{`<c s="1"><v>-5</v></c>`, "-5"},
		{`<c s="1"><v>60</v></c>`, "60"}, // 1900-02-29, which there never was
		{`<c s="1"><v>59</v></c>`, "1900-02-28"},
		{`<c s="1"><v>61</v></c>`, "1900-03-01"},
		{`<c s="1"><v>2958465</v></c>`, "9999-12-31"},
		{`<c s="1"><v>2958466</v></c>`, "2958466"},
		{`<c s="1"><v>46356.99999</v></c>`, "2026-12-01"}, // the last second of a day
		{`<c t="d"><v>2026-11-30T00:00:00</v></c>`, "2026-11-30"},
		{`<c t="d"><v>2026-11-30T06:35:00.000Z</v></c>`, "2026-11-30T06:35"},
		{`<c><v>0.30000000000000004</v></c>`, "0.3"},
		{`<c><v>2.5E-2</v></c>`, "0.025"},
		{`<c><v>12345678901234</v></c>`, "12345678901234"},
		{`<c><v>-0</v></c>`, "0"},
		{`<c><v>1e300</v></c>`, "1e+300"},
		{`<c t="b"><v>1</v></c>`, "1"},
		{`<c t="b"><v>0</v></c>`, "0"},
		{`<c t="e"><v>#N/A</v></c>`, "#N/A"},
		{`<c s="99"><v>5</v></c>`, "5"},
		{`<c t="n" s="0"><v> 7 </v></c>`, "7"},
	} {
		sheets, err := read(foreign(t, `<row r="3">`+c.cell+`</row>`, nil))
		if err != nil {
			t.Errorf("%s: %v", c.cell, err)
			continue
		}
		if got := sheets[0].Rows[0]; len(got.Cells) != 1 || got.Cells[0] != c.want || got.Line != 3 {
			t.Errorf("%s: %+v, want %q", c.cell, got, c.want)
		}
	}
}

func TestPlacesOfCellsAreKept(t *testing.T) {
	sheets, err := read(foreign(t, `<row><c r="B1"><v>1</v></c><c r="D1"><v>2</v></c><c/></row><row r="2"><c r="A2"/></row><row r="7"><c><v>3</v></c><c><v>4</v></c></row>`, nil))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range sheets[0].Rows {
		got = append(got, fmt.Sprint(r.Line, ":", strings.Join(r.Cells, "|")))
	}
	if s := strings.Join(got, " "); s != "1:|1||2 7:3|4" {
		t.Errorf("rows %s", s)
	}
}

func TestTheFirstVisibleSheetThatHoldsAnythingIsRead(t *testing.T) {
	more := map[string]string{"xl/workbook.xml": strings.Replace(fmt.Sprintf(bookXML, ""), ` state="hidden"`, "", 1), "xl/worksheets/sheet2.xml": worksheet("")}
	sheets, err := read(foreign(t, `<row><c><v>1</v></c></row>`, more))
	if err != nil {
		t.Fatal(err)
	}
	if len(sheets) != 2 || len(sheets[0].Rows) != 0 || len(sheets[1].Rows) != 1 || sheets[1].Name != "План" {
		t.Errorf("%+v", sheets)
	}
	sheets, err = read(foreign(t, `<row><c><v>1</v></c></row>`, nil))
	if err != nil || len(sheets) != 1 || sheets[0].Name != "План" {
		t.Errorf("a hidden sheet is read: %+v %v", sheets, err)
	}
}

func TestDaysOfOldMacintoshesCountFrom1904(t *testing.T) {
	sheets, err := read(foreign(t, `<row><c s="1"><v>0</v></c><c s="1"><v>44894</v></c></row>`, map[string]string{"xl/workbook.xml": fmt.Sprintf(bookXML, ` date1904="1"`)}))
	if err != nil {
		t.Fatal(err)
	}
	if got := sheets[0].Rows[0].Cells; got[0] != "1904-01-01" || got[1] != "2026-11-30" {
		t.Errorf("%q", got)
	}
}

func TestWorkbookOfExcelizeIsReadAsItWasWritten(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	when := time.Date(2026, 11, 30, 0, 0, 0, 0, time.UTC)
	if err := f.SetSheetRow("Sheet1", "A1", &[]any{"Задача", 2.5, true, when, "30.11.2026", nil, 12}); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	sheets, err := read(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(sheets[0].Rows[0].Cells, "|"); got != "Задача|2.5|1|2026-11-30|2026-11-30||12" {
		t.Errorf("%q", got)
	}
}

func TestOurOwnReportIsReadBack(t *testing.T) {
	_, b := workbook(t, journal(), text.RU)
	sheets, err := read(b)
	if err != nil {
		t.Fatal(err)
	}
	rows := sheets[0].Rows // title, heads, then 13 headings and 130 rows, the total, the signature
	if len(rows) != 1+1+143+1+1 {
		t.Fatalf("%d rows", len(rows))
	}
	if got := strings.Join(rows[3].Cells, "|"); got != "1|н0\nсогласование с заказчиком\nк0|2026-01-01|1234.56" {
		t.Errorf("first row %q", got)
	}
	if got := strings.Join(rows[145].Cells, "|"); got != "|Итого||160492.8" {
		t.Errorf("total %q", got)
	}
}

func TestFormatsAreToldApart(t *testing.T) {
	for code, want := range map[string]numberKind{
		"General": plainNumber, "0.00": plainNumber, `#,##0\ "дней"`: plainNumber, `0.0\d`: plainNumber, `"yd"0`: plainNumber, "[Red]0": plainNumber, "@": plainNumber, "[$-419]General": plainNumber, `_d0`: plainNumber, "[Blue]0;[Red]d": plainNumber,
		"dd.mm.yyyy": dateNumber, "DD.MM.YY;@": dateNumber, "[$-F800]dddd, mmmm dd, yyyy": dateNumber, "mmm yy": dateNumber, "mmmm": dateNumber,
		"dd.mm.yyyy hh:mm": momentNumber, "hh:mm": clockNumber, "h:mm AM/PM": clockNumber, "mm:ss": clockNumber, "[h]:mm:ss": durationNumber, "[mm]:ss": durationNumber, "[hh]": durationNumber, `"unclosed`: plainNumber, "[": plainNumber, "": plainNumber,
	} {
		if got := kindOfFormat(code); got != want {
			t.Errorf("%q: %d, want %d", code, got, want)
		}
	}
}

// refusal is the code and the arguments of a problem.
func refusal(err error) string {
	var p data.Problem
	if !errors.As(err, &p) {
		return fmt.Sprint("not a problem: ", err)
	}
	return strings.Join(append([]string{p.Code}, p.Args...), " ")
}

func TestDamagedAndHostileWorkbooksAreRefusedByName(t *testing.T) {
	good := foreign(t, `<row><c><v>1</v></c></row>`, nil)
	deep := strings.Repeat("<x>", 100) + strings.Repeat("</x>", 100)
	var twice bytes.Buffer
	z := zip.NewWriter(&twice)
	for range 2 {
		z.Create("xl/workbook.xml")
	}
	z.Close()
	for _, c := range []struct {
		name string
		file []byte
		want string
	}{
		{"text", []byte("id;name\n1;а"), "sheet.notXlsx"},
		{"nothing", nil, "sheet.notXlsx"},
		{"old format", []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and more"), "sheet.old"},
		{"another zip", foreign(t, "", map[string]string{"[Content_Types].xml": "", "a.txt": "x"}), "sheet.notXlsx"},
		{"opendocument", foreign(t, "", map[string]string{"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>"}), "sheet.ods"},
		{"word", foreign(t, "", map[string]string{"xl/workbook.xml": ""}), "sheet.notXlsx"},
		{"cut", good[:len(good)/2], "sheet.damaged zip"},
		{"a part twice", twice.Bytes(), "sheet.damaged xl/workbook.xml"},
		{"entities", foreign(t, "", map[string]string{"xl/worksheets/sheet1.xml": `<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet><sheetData><row><c><v>&a;</v></c></row></sheetData></worksheet>`}), "sheet.damaged xl/worksheets/sheet1.xml"},
		{"unknown entity", foreign(t, `<row><c><v>&a;</v></c></row>`, nil), "sheet.damaged xl/worksheets/sheet1.xml"},
		{"deep", foreign(t, deep, nil), "sheet.damaged xl/worksheets/sheet1.xml"},
		{"deep cell", foreign(t, "<row><c>"+deep+"</c></row>", nil), "sheet.damaged xl/worksheets/sheet1.xml"},
		{"cut sheet", foreign(t, "", map[string]string{"xl/worksheets/sheet1.xml": `<worksheet><sheetData><row><c><v>1`}), "sheet.damaged xl/worksheets/sheet1.xml"},
		{"no sheet part", foreign(t, "", map[string]string{"xl/worksheets/sheet1.xml": ""}), "sheet.damaged xl/worksheets/sheet1.xml"},
		{"rows out of order", foreign(t, `<row r="5"><c><v>1</v></c></row><row r="5"><c><v>1</v></c></row>`, nil), "sheet.damaged xl/worksheets/sheet1.xml"},
		{"cells out of order", foreign(t, `<row><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>`, nil), "sheet.damaged xl/worksheets/sheet1.xml"},
		{"a row too far", foreign(t, `<row r="1048577"><c><v>1</v></c></row>`, nil), "sheet.damaged xl/worksheets/sheet1.xml"},
		{"cell outside a row", foreign(t, `<c><v>1</v></c>`, nil), "sheet.damaged xl/worksheets/sheet1.xml"},
		{"a column too far", foreign(t, `<row r="2"><c r="ZZ2"><v>1</v></c></row>`, nil), "sheet.wide План ZZ2"},
		{"no such shared text", foreign(t, `<row r="4"><c r="C4" t="s"><v>99</v></c></row>`, nil), "sheet.cell План C4"},
		{"not a number", foreign(t, `<row r="4"><c r="C4"><v>abc</v></c></row>`, nil), "sheet.cell План C4"},
		{"infinity", foreign(t, `<row r="4"><c r="C4"><v>1e999</v></c></row>`, nil), "sheet.cell План C4"},
		{"long text", foreign(t, `<row r="4"><c r="C4" t="inlineStr"><is><t>`+strings.Repeat("я", 40_000)+`</t></is></c></row>`, nil), "sheet.long План C4 32767"},
		{"empty", foreign(t, "", nil), "sheet.empty"},
		{"no sheets", foreign(t, "", map[string]string{"xl/workbook.xml": "<workbook/>"}), "sheet.empty"},
		{"too many rows", foreign(t, strings.Repeat(`<row><c><v>1</v></c></row>`, MaxReadRows+1), nil), "sheet.manyRows План 100000"},
		{"too many cells", foreign(t, strings.Repeat("<row>"+strings.Repeat(`<c><v>1</v></c>`, 500)+"</row>", 2001), nil), "sheet.manyCells План 1000000"},
	} {
		sheets, err := read(c.file)
		if got := refusal(err); got != c.want || sheets != nil {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
			continue
		}
		for _, l := range text.Langs {
			if s := text.For(l).Error(err); strings.Contains(s, "sheet.") || strings.Contains(s, "{") {
				t.Errorf("%s in %s: %q", c.name, l, s)
			}
		}
	}
	if _, err := ReadXLSX(bytes.NewReader(good), MaxWorkbook+1); refusal(err) != "sheet.large 64" {
		t.Errorf("a huge file: %v", err)
	}
}

func TestZipBombIsRefusedBeforeItIsUnpacked(t *testing.T) {
	bomb := foreign(t, "", map[string]string{"xl/sharedStrings.xml": "<sst><si><t>" + strings.Repeat(" ", maxUnpacked)})
	if len(bomb) > 2<<20 {
		t.Fatalf("the bomb has %d bytes", len(bomb))
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	if _, err := read(bomb); refusal(err) != "sheet.large 64" {
		t.Error(err)
	}
	runtime.ReadMemStats(&after)
	if took := after.TotalAlloc - before.TotalAlloc; took > 4<<20 {
		t.Errorf("took %d KB", took>>10)
	}
}

func TestPartsTogetherMayNotUnpackToTooMuch(t *testing.T) {
	file := foreign(t, `<row><c><v>1</v></c></row>`, map[string]string{"xl/sharedStrings.xml": "<sst>" + strings.Repeat(" ", 3000) + "</sst>"})
	b, err := openBook(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	b.left = 3000
	if err := b.structure(); refusal(err) != "sheet.large 64" {
		t.Error(err)
	}
}

// A size told too small does not open the door: what is unpacked is counted.
func TestAPartThatLiesAboutItsSizeIsDamaged(t *testing.T) {
	var packed bytes.Buffer
	d, err := flate.NewWriter(&packed, flate.BestSpeed)
	if err != nil {
		t.Fatal(err)
	}
	io.WriteString(d, "<sst>"+strings.Repeat(" ", 20<<20)+"</sst>")
	d.Close()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	plain, err := zip.NewReader(bytes.NewReader(foreign(t, "", nil)), int64(len(foreign(t, "", nil))))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range plain.File {
		if f.Name != "xl/sharedStrings.xml" {
			z.Copy(f)
		}
	}
	w, err := z.CreateRaw(&zip.FileHeader{Name: "xl/sharedStrings.xml", Method: zip.Deflate, CompressedSize64: uint64(packed.Len()), UncompressedSize64: 100})
	if err != nil {
		t.Fatal(err)
	}
	w.Write(packed.Bytes())
	z.Close()
	if _, err := read(b.Bytes()); refusal(err) != "sheet.damaged xl/sharedStrings.xml" {
		t.Error(err)
	}
}

func FuzzReadXLSX(f *testing.F) {
	f.Add(foreign(f, `<row><c t="s"><v>1</v></c><c s="3"><v>46356.3</v></c></row>`, nil))
	f.Add([]byte("PK\x03\x04"))
	f.Fuzz(func(t *testing.T, b []byte) {
		checkRead(t, b)
	})
}

// FuzzSheet puts foreign XML into a sound container, which random bytes hardly
// ever are.
func FuzzSheet(f *testing.F) {
	f.Add(`<row r="1"><c r="A1" t="s"><v>0</v></c><c s="2"><v>46356</v></c></row>`, "", "", `dd.mm.yyyy`)
	f.Add(`<row><c t="inlineStr"><is><r><t>а</t><rPh><t>b</t></rPh></r></is></c></row>`, `<si/>`, `<xf numFmtId="22"/>`, `[h]:mm`)
	f.Add(`<row><c t="d"><v>2026-11-30T06:35</v></c><c t="b"><v>true</v></c></row>`, "<si><rPh></si>", "", `"`)
	f.Fuzz(func(t *testing.T, rows, shared, xf, code string) {
		kindOfFormat(code)
		checkRead(t, foreign(t, rows, map[string]string{"xl/sharedStrings.xml": "<sst>" + shared + "</sst>", "xl/styles.xml": "<s><cellXfs>" + xf + "</cellXfs></s>"}))
	})
}

// checkRead checks what must hold of any file: a refusal is a problem with
// words, and what is read keeps the limits.
func checkRead(t *testing.T, b []byte) {
	t.Helper()
	sheets, err := read(b)
	if err != nil {
		var p data.Problem
		if !errors.As(err, &p) || !text.For(text.RU).Has("problem."+p.Code) {
			t.Fatalf("refused without words: %v", err)
		}
		return
	}
	for _, s := range sheets {
		line := 0
		for _, r := range s.Rows {
			if r.Line <= line || len(r.Cells) == 0 || len(r.Cells) > maxColumn || r.Cells[len(r.Cells)-1] == "" {
				t.Fatalf("row %+v after line %d", r, line)
			}
			line = r.Line
		}
	}
}
