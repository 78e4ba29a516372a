package form

import (
	"bytes"
	"image"
	"image/png"
	"reflect"
	"slices"
	"strings"
	"testing"
)

func read(t testing.TB, b []byte) *Document {
	t.Helper()
	d, err := Read(b)
	if err != nil {
		t.Fatalf("read: %v", err)
	}
	return d
}

// first is the first paragraph of a document.
func first(t testing.TB, b []byte) *Paragraph {
	t.Helper()
	for _, x := range read(t, b).Sections[0].Blocks {
		if p, ok := x.(*Paragraph); ok {
			return p
		}
	}
	t.Fatal("no paragraph")
	return nil
}

const stylesXML = `<w:styles ` + wNames + `><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial"/><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:pPr><w:spacing w:after="120" w:line="360" w:lineRule="auto"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Head"><w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:jc w:val="center"/></w:pPr><w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Red"><w:rPr><w:color w:val="C00000"/></w:rPr></w:style>
<w:style w:type="table" w:styleId="Grid"><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="8"/><w:insideH w:val="dotted" w:sz="4"/><w:bottom w:val="single" w:sz="8"/></w:tblBorders><w:tblCellMar><w:left w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
<w:style w:type="paragraph" w:styleId="Loop1"><w:basedOn w:val="Loop2"/></w:style><w:style w:type="paragraph" w:styleId="Loop2"><w:basedOn w:val="Loop1"/></w:style></w:styles>`

func styled(t testing.TB, body string) []byte {
	return docx(t, parts(body, map[string]string{"word/styles.xml": stylesXML}))
}

// Lengths in the file are twentieths of a point, sizes halves, borders eighths.
func TestFormatsComeFromStylesAndAreOverridden(t *testing.T) {
	got := first(t, styled(t, `<w:p><w:pPr><w:pStyle w:val="Head"/><w:ind w:left="720" w:hanging="360"/><w:spacing w:before="240"/></w:pPr><w:r><w:rPr><w:rStyle w:val="Red"/><w:b w:val="0"/><w:u w:val="single"/></w:rPr><w:t>Приказ</w:t></w:r><w:r><w:t> №</w:t></w:r></w:p>`))
	if got.Align != AlignCentre || got.Left != 36 || got.First != -18 || got.Before != 12 || got.After != 6 || got.Line != 1.5 || !got.KeepNext {
		t.Errorf("paragraph %+v", got)
	}
	want := []Run{{Text: "Приказ", Underline: true, Size: 16, Font: "Arial", Colour: Colour{0xC00000, true}}, {Text: " №", Bold: true, Size: 16, Font: "Arial"}}
	if !reflect.DeepEqual(got.Runs, want) {
		t.Errorf("runs %+v", got.Runs)
	}
}

func TestStylesThatPointAtEachOtherEnd(t *testing.T) {
	if got := first(t, styled(t, `<w:p><w:pPr><w:pStyle w:val="Loop1"/></w:pPr>`+r("x")+`</w:p>`)); got.Size != 11 {
		t.Errorf("size %v", got.Size)
	}
}

func TestTablesHaveTheirGridSpansMergesAndLines(t *testing.T) {
	cell := func(props, s string) string { return "<w:tc><w:tcPr>" + props + "</w:tcPr>" + p(r(s)) + "</w:tc>" }
	b := styled(t, `<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/></w:tblPr><w:tblGrid><w:gridCol w:w="1000"/><w:gridCol w:w="2000"/><w:gridCol w:w="3000"/></w:tblGrid>`+
		`<w:tr><w:trPr><w:tblHeader/><w:trHeight w:val="400"/></w:trPr>`+cell(`<w:gridSpan w:val="2"/><w:shd w:val="clear" w:fill="F2F2F2"/><w:vAlign w:val="center"/>`, "шапка")+cell(`<w:vMerge w:val="restart"/>`, "справа")+"</w:tr>"+
		"<w:tr>"+cell("", "1")+cell(`<w:tcBorders><w:bottom w:val="nil"/></w:tcBorders>`, "2")+cell("<w:vMerge/>", "")+"</w:tr></w:tbl>"+p(""))
	tab := read(t, b).Sections[0].Blocks[0].(*Table)
	if !slices.Equal(tab.Widths, []float64{50, 100, 150}) {
		t.Errorf("widths %v", tab.Widths)
	}
	head, below := tab.Rows[0], tab.Rows[1]
	if !head.Head || head.Height != 20 || head.Cells[0].Span != 2 || head.Cells[0].Stand != StandMiddle || head.Cells[0].Fill != (Colour{0xF2F2F2, true}) {
		t.Errorf("head %+v", head)
	}
	if head.Cells[1].Merge != MergeBegin || below.Cells[2].Merge != MergeOn || below.Cells[0].Merge != MergeNone {
		t.Error("merges")
	}
	if e := head.Cells[0].Lines; e.Top.Width != 1 || e.Bottom.Width != 0.5 || !e.Bottom.Dash || e.Left.Width != 0 {
		t.Errorf("lines of the head %+v", e)
	}
	if e := below.Cells[1].Lines; e.Bottom.Width != 0 || below.Cells[0].Lines.Bottom.Width != 1 {
		t.Errorf("lines below %+v", e)
	}
	if head.Cells[0].Pad.Left != 5 || head.Cells[0].Pad.Right != 5.4 {
		t.Errorf("padding %+v", head.Cells[0].Pad)
	}
}

// Styles of tables that Word offers set the head white on dark.
func TestTheFirstRowHasTheFormatOfItsStyle(t *testing.T) {
	files := parts(`<w:tbl><w:tblPr><w:tblStyle w:val="Dark"/><w:tblLook w:val="04A0"/></w:tblPr>`+row(p(r("шапка")))+row(p(r("строка")))+`</w:tbl>`+p(""), map[string]string{"word/styles.xml": `<w:styles ` + wNames + `><w:style w:type="table" w:styleId="Dark"><w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:color w:val="FFFFFF"/></w:rPr><w:tcPr><w:shd w:val="clear" w:fill="1F5A7A"/></w:tcPr></w:tblStylePr></w:style></w:styles>`})
	tab := read(t, docx(t, files)).Sections[0].Blocks[0].(*Table)
	head, below := tab.Rows[0].Cells[0], tab.Rows[1].Cells[0]
	if run := head.Blocks[0].(*Paragraph).Runs[0]; head.Fill != (Colour{0x1F5A7A, true}) || !run.Bold || run.Colour != (Colour{0xFFFFFF, true}) {
		t.Errorf("head %v %+v", head.Fill, run)
	}
	if run := below.Blocks[0].(*Paragraph).Runs[0]; below.Fill.On || run.Bold || run.Colour.On {
		t.Errorf("row %v %+v", below.Fill, run)
	}
}

const numberingXML = `<w:numbering ` + wNames + `><w:abstractNum w:abstractNumId="3">` +
	`<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl>` +
	`<w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>` +
	`<w:abstractNum w:abstractNumId="4"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="` + "\uf0b7" + `"/></w:lvl></w:abstractNum>` +
	`<w:num w:numId="1"><w:abstractNumId w:val="3"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="4"/></w:num></w:numbering>`

func TestListsAreCounted(t *testing.T) {
	item := func(num, level, s string) string {
		return `<w:p><w:pPr><w:numPr><w:ilvl w:val="` + level + `"/><w:numId w:val="` + num + `"/></w:numPr></w:pPr>` + r(s) + `</w:p>`
	}
	b := docx(t, parts(item("1", "0", "а")+item("1", "1", "б")+item("1", "1", "в")+item("2", "0", "точка")+item("1", "0", "г")+item("1", "1", "д"), map[string]string{"word/numbering.xml": numberingXML}))
	var got []string
	for _, x := range read(t, b).Sections[0].Blocks {
		got = append(got, x.(*Paragraph).Runs[0].Text)
	}
	if want := []string{"1.", "1.1", "1.2", "•", "2.", "2.1"}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if p := first(t, b); p.Left != 36 || p.First != -18 || p.Runs[1].Kind != RunTab {
		t.Errorf("indents of the list %+v", p)
	}
}

func TestNumbersOfListsAreWritten(t *testing.T) {
	for _, c := range []struct {
		n            int
		format, want string
	}{{4, "lowerRoman", "iv"}, {1994, "upperRoman", "MCMXCIV"}, {28, "lowerLetter", "bb"}, {2, "upperLetter", "B"}, {3, "russianLower", "в"}, {7, "decimalZero", "07"}, {12, "decimal", "12"}} {
		if got := counted(c.n, c.format); got != c.want {
			t.Errorf("%d %s: %s, want %s", c.n, c.format, got, c.want)
		}
	}
}

func TestFieldsOfPagesAreKept(t *testing.T) {
	ch := func(kind string) string { return `<w:r><w:fldChar w:fldCharType="` + kind + `"/></w:r>` }
	code := func(s string) string { return `<w:r><w:instrText> ` + s + ` </w:instrText></w:r>` }
	got := first(t, doc(t, p(r("Страница ")+ch("begin")+code(`PAGE \* MERGEFORMAT`)+ch("separate")+r("7")+ch("end")+r(" из ")+`<w:fldSimple w:instr="NUMPAGES">`+r("9")+`</w:fldSimple>`+ch("begin")+code("DATE")+ch("separate")+r("24.11.2026")+ch("end"))))
	var kinds []RunKind
	text := ""
	for _, run := range got.Runs {
		kinds = append(kinds, run.Kind)
		text += run.Text
	}
	if want := []RunKind{RunText, RunNo, RunText, RunPages, RunText}; !slices.Equal(kinds, want) || text != "Страница  из 24.11.2026" {
		t.Errorf("kinds %v, text %q", kinds, text)
	}
}

func TestSectionsHavePaperAndHeaders(t *testing.T) {
	files := parts(p(r("текст"))+`<w:sectPr><w:headerReference w:type="default" r:id="h1"/><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701" w:header="708" w:footer="708"/></w:sectPr>`,
		map[string]string{"word/header1.xml": `<w:hdr ` + wNames + `>` + p(r("Вектор")) + `</w:hdr>`})
	d := read(t, docx(t, files))
	s := d.Sections[0]
	if len(d.Sections) != 1 || s.Width != 841.9 || s.Height != 595.3 || s.Top != 56.7 || s.Left != 85.05 || s.HeadAt != 35.4 {
		t.Errorf("section %+v", s)
	}
	if len(s.Head) != 1 || s.Head[0].(*Paragraph).Runs[0].Text != "Вектор" {
		t.Errorf("header %v", s.Head)
	}
}

func logo(t testing.TB) string {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 8, 4))); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func drawing(kind string) string {
	return p(`<w:r><w:drawing><wp:` + kind + `><wp:extent cx="1270000" cy="635000"/><a:graphic><a:blip r:embed="i1"/></a:graphic></wp:` + kind + `></w:drawing></w:r>`)
}

func TestPicturesInTheTextAreKeptAndOthersNamed(t *testing.T) {
	with := func(body, picture string) *Document {
		return read(t, docx(t, parts(body, map[string]string{"word/media/logo.png": picture})))
	}
	d := with(drawing("inline"), logo(t))
	img := d.Sections[0].Blocks[0].(*Paragraph).Runs[0].Image
	if img == nil || img.Width != 100 || img.Height != 50 || img.JPEG || len(d.Lost) != 0 {
		t.Errorf("image %+v, lost %v", img, d.Lost)
	}
	if d := with(drawing("inline"), "GIF89a"); !slices.Equal(d.Lost, []Loss{LostPicture}) {
		t.Errorf("broken picture: %v", d.Lost)
	}
	if d := with(drawing("anchor"), logo(t)); !slices.Equal(d.Lost, []Loss{LostPicture}) {
		t.Errorf("picture afloat: %v", d.Lost)
	}
	box := p(r("до") + `<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:wsp><w:txbxContent>` + p(r("в рамке")) + `</w:txbxContent></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>` + p(r("в рамке")) + `</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>`)
	d = with(box+p(r("после")), "")
	var texts []string
	for _, x := range d.Sections[0].Blocks {
		texts = append(texts, x.(*Paragraph).Runs[0].Text)
	}
	if got := strings.Join(texts, "|"); got != "до|в рамке|после" || !slices.Equal(d.Lost, []Loss{LostShape}) {
		t.Errorf("box: %s, %v", got, d.Lost)
	}
}

func TestHiddenAndDeletedTextIsLeftOut(t *testing.T) {
	got := first(t, doc(t, p(r("видно ")+`<w:r><w:rPr><w:vanish/></w:rPr><w:t>скрыто</w:t></w:r><w:del><w:r><w:delText>удалено</w:delText></w:r></w:del><w:ins>`+r("вставлено")+`</w:ins>`)))
	text := ""
	for _, run := range got.Runs {
		text += run.Text
	}
	if text != "видно вставлено" {
		t.Errorf("got %q", text)
	}
}
